/* The rules of collapsed borders: along and across the rows that stand in a column (XSL 6.7.10). */
#include <string.h>

#include "table.h"

static void add_rule(struct column *c, const struct table *t, struct fragment *into, const struct table_edge *edge,
                     bool along, mpt inline_offset, mpt block_offset, mpt size)
{
	if (edge->width <= 0)
		return;
	struct fragment *f = fragment_new(c->memory, FRAGMENT_RULE, t->node);
	f->rule = arena_alloc(c->memory, sizeof *f->rule);
	*f->rule =
	    (struct rule){.block_direction = along, .width = edge->width, .style = edge->style, .color = edge->color};
	f->inline_offset = along ? inline_offset - edge->width / 2 : inline_offset;
	f->block_offset = along ? block_offset : block_offset - edge->width / 2;
	f->inline_size = along ? edge->width : size;
	f->block_size = along ? size : edge->width;
	fragment_append(into, f);
}

static bool same_edge(const struct table_edge *a, const struct table_edge *b)
{
	return a->width == b->width && a->style == b->style && memcmp(&a->color, &b->color, sizeof a->color) == 0;
}

/* ---- corners: the wider border has them, the one across where both are equal ---- */

/* Edges along the inline axis and the rows that they part; -1: none. */
struct crossing {
	const struct table_edge *edges;
	int above, below;
};

static mpt along_width(const struct table *t, int row, int column)
{
	return row >= 0 && row < t->row_count ? t->along[row * (t->column_count + 1) + column].width : 0;
}

static mpt across_width(const struct table *t, const struct table_edge *edges, int column)
{
	mpt before = column > 0 ? edges[column - 1].width : 0;
	return mpt_max(before, column < t->column_count ? edges[column].width : 0);
}

/* The widest border along the block axis that these edges meet before a column. */
static mpt met(const struct table *t, const struct crossing *x, int column)
{
	return mpt_max(along_width(t, x->above, column), along_width(t, x->below, column));
}

/* By how much a rule across runs over the grid line before a column: less than 0 when it ends at a wider border. */
static mpt runs_over(const struct table *t, const struct crossing *x, mpt width, int column)
{
	mpt other = met(t, x, column);
	return other > width ? -(other / 2) : other / 2;
}

/* Equal neighbours make one rule, so that dashes and translucent colours run through. */
static void add_across(struct column *c, const struct table *t, struct fragment *into, const struct crossing *x, mpt at)
{
	for (int first = 0; first < t->column_count;) {
		const struct table_edge *edge = &x->edges[first];
		int end = first + 1;
		while (end < t->column_count && same_edge(edge, &x->edges[end]) && met(t, x, end) <= edge->width)
			end++;
		mpt start = t->column[first].offset - runs_over(t, x, edge->width, first);
		mpt stop = t->column[end - 1].offset + t->column[end - 1].width + runs_over(t, x, edge->width, end);
		add_rule(c, t, into, edge, false, start, at, stop - start);
		first = end;
	}
}

static void add_after(struct column *c, const struct table *t, struct fragment *into, const struct crossing *x, mpt at)
{
	struct fragment *last = into->last_child;
	add_across(c, t, into, x, at);
	for (struct fragment *f = last ? last->next : into->first_child; f; f = f->next)
		f->rule->row_end = true;
}

/* How far a border along the block axis runs over the end of its row, where no such border goes on from there. */
static mpt fills_corner(const struct table *t, const struct table_edge *edges, mpt width, mpt next, int column)
{
	mpt across = across_width(t, edges, column);
	return width > across && width > next ? across / 2 : 0;
}

static void add_along(struct column *c, const struct table *t, struct fragment *into, int row,
                      const struct crossing *before, const struct crossing *after, mpt at, mpt height)
{
	for (int column = 0; column <= t->column_count; column++) {
		const struct table_edge *edge = &t->along[row * (t->column_count + 1) + column];
		mpt x = column < t->column_count ? t->column[column].offset : t->width;
		mpt over = fills_corner(t, before->edges, edge->width, along_width(t, before->above, column), column);
		mpt under = fills_corner(t, after->edges, edge->width, along_width(t, after->below, column), column);
		add_rule(c, t, into, edge, true, x, at - over, over + height + under);
	}
}

/* The rows of a group that take room in this column: of one that breaks, others stand in the columns round it. */
static struct row_range visible_rows(const struct row_group *g)
{
	struct row_range v = g->rows;
	while (v.first < v.end - 1 && g->offset[v.first - g->rows.first + 1] == g->offset[v.first - g->rows.first])
		v.first++;
	while (v.end - 1 > v.first && g->offset[v.end - g->rows.first] == g->offset[v.end - g->rows.first - 1])
		v.end--;
	return v;
}

/* Whether the cell at a place of the grid has begun in an earlier column. */
static bool begun_before(const struct table *t, const struct row_group *g, int row, int column)
{
	int index = t->grid[row * t->column_count + column];
	return index && (size_t)index > g->first_cell && row_cell_begun(g->rows.from, (size_t)index - 1 - g->first_cell);
}

static const struct table_edge *edges_before(struct column *c, const struct table *t, const struct row_group *g,
                                             int row)
{
	struct table_edge *edges = arena_array(c->memory, (size_t)t->column_count, sizeof *edges);
	for (int column = 0; column < t->column_count; column++)
		edges[column] = table_edge_leading(t, row, column, begun_before(t, g, row, column));
	return edges;
}

/* g: NULL where whole rows end the column. */
static const struct table_edge *edges_after(struct column *c, const struct table *t, const struct row_group *g, int row)
{
	struct table_edge *edges = arena_array(c->memory, (size_t)t->column_count, sizeof *edges);
	bool broken = g && row_group_breaks_row(g, row);
	for (int column = 0; column < t->column_count; column++) {
		const struct table_cell *cell = table_cell_at(t, row, column);
		bool goes_on = g && cell && cell->row + cell->rows - 1 > row;
		edges[column] = table_edge_trailing(t, row, column, broken || goes_on);
	}
	return edges;
}

void row_add_rules(struct column *c, const struct table *t, const struct row_group *g, int row, bool broken,
                   struct fragment *into, mpt at)
{
	bool goes_on = g->rows.from != NULL;
	struct row_range visible = goes_on || broken ? visible_rows(g) : g->rows;
	if (row < visible.first || row >= visible.end)
		return;
	mpt height = g->offset[row - g->rows.first + 1] - g->offset[row - g->rows.first];
	int below = table_row_below(t, row);
	struct crossing before = {&t->across[row * t->column_count], table_row_above(t, row), row};
	if (row == visible.first && (goes_on || g->rows.leads))
		before = (struct crossing){edges_before(c, t, g, row), -1, row};
	/* Where a row follows, that one draws the same rule again at the same place. */
	struct crossing after = {&t->across[below * t->column_count], row, below < t->row_count ? below : -1};
	if (broken && row == visible.end - 1)
		after = (struct crossing){edges_after(c, t, g, row), row, -1};
	add_along(c, t, into, row, &before, &after, at, height);
	add_across(c, t, into, &before, at);
	add_after(c, t, into, &after, at + height);
}

void row_group_trail(struct column *c, const struct table *t, int row, struct fragment *rows)
{
	struct fragment *f = rows->last_child;
	if (!t->collapsed || !f)
		return;
	struct fragment *children = f->first_child, *next;
	f->first_child = f->last_child = NULL;
	for (struct fragment *child = children; child; child = next) {
		next = child->next;
		if (child->kind != FRAGMENT_RULE || !child->rule->row_end)
			fragment_append(f, child);
	}
	mpt trails = table_row_trails(t, row);
	for (struct fragment *child = f->first_child; child; child = child->next)
		if (child->kind == FRAGMENT_RULE && child->rule->block_direction)
			child->block_size += trails;
	c->cursor += trails;
	struct fragment *before = f->last_child;
	struct crossing after = {edges_after(c, t, NULL, row), row, -1};
	add_after(c, t, f, &after, c->cursor);
	for (struct fragment *child = before ? before->next : f->first_child; child; child = child->next)
		child->inline_offset += rows->inline_offset;
}
