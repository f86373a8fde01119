/* Rows: what their cells hold, how high they are, and their fragments. A row group is the rows that spanning cells tie
 * together. */
#include <string.h>

#include "table.h"

/* ---- a cell's geometry ---- */

struct cell_box {
	mpt inline_offset, inline_size; /* border rectangle in the table's content rectangle */
	struct edges inset, border, padding;
	mpt content_size;  /* inline */
	mpt before, after; /* all that stands before and after the content in block progression, inset included */
};

/* Edges of a cell's part that lie at a break inside the cell. */
struct cut {
	bool before, after;
};

static mpt kept(const struct fo_node *node, enum fo_property conditionality, mpt size)
{
	return fo_key(node, conditionality) == KEY_RETAIN ? size : 0;
}

/* Borders and padding that do not ask to be retained vanish at a break (XSL 4.3.1, 7.8.31); half a collapsed border
 * does unless it is that of a repeated header or footer. */
static void cut_edges(const struct table *t, const struct fo_node *cell, struct cut cut, struct cell_box *b)
{
	if (cut.before) {
		b->border.before = kept(cell, PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY, b->border.before);
		b->padding.before = kept(cell, PROP_PADDING_BEFORE_CONDITIONALITY, b->padding.before);
		if (t->collapsed && !table_header_repeats(t))
			b->inset.before = 0;
	}
	if (cut.after) {
		b->border.after = kept(cell, PROP_BORDER_AFTER_WIDTH_CONDITIONALITY, b->border.after);
		b->padding.after = kept(cell, PROP_PADDING_AFTER_CONDITIONALITY, b->padding.after);
		if (t->collapsed && !table_footer_repeats(t))
			b->inset.after = 0;
	}
}

static struct cell_box cell_box_of(const struct table *t, const struct table_cell *cell, struct cut cut)
{
	struct cell_box b = {.inset = table_cell_inset(t, cell), .padding = box_padding(cell->node, t->width)};
	/* Collapsed borders are drawn as rules of the grid, not by the cell. */
	b.border = t->collapsed ? (struct edges){0} : cell->border;
	cut_edges(t, cell->node, cut, &b);
	mpt width = 0;
	for (int i = 0; i < cell->columns; i++)
		width += t->column[cell->column + i].width;
	b.inline_offset = t->column[cell->column].offset + b.inset.start;
	b.inline_size = mpt_max(0, width - b.inset.start - b.inset.end);
	b.content_size = mpt_max(0, b.inline_size - b.border.start - b.border.end - b.padding.start - b.padding.end);
	b.before = b.inset.before + b.border.before + b.padding.before;
	b.after = b.inset.after + b.border.after + b.padding.after;
	return b;
}

static mpt least_block_size(const struct fo_node *node, enum fo_property property)
{
	const struct fo_value *v = node ? fo_value(node, property) : NULL;
	return v && v->kind == FO_VALUE_LENGTH && v->percent == 0 ? mpt_max(0, v->length) : 0;
}

/* The height a node asks for: its optimum, not below its minimum. */
static mpt asked_block_size(const struct fo_node *node)
{
	return mpt_max(least_block_size(node, PROP_BLOCK_PROGRESSION_DIMENSION),
	               least_block_size(node, PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM));
}

/* ---- measuring ---- */

static struct column_result fill_cell(struct column *c, const struct table_cell *cell, const struct cell_box *box,
                                      const struct break_token *from, mpt size)
{
	struct column_request request = {.node = cell->node,
	                                 .from = from,
	                                 .inline_size = box->content_size,
	                                 .size = size,
	                                 .page = c->page,
	                                 .page_blank = true,
	                                 .ends_page = c->ends_page,
	                                 .span = KEY_NONE_GIVEN};
	return column_fill(c->l, &request);
}

static bool begun_before(const struct row_state *from, size_t i)
{
	return from && (from->done[i] || from->cell[i]);
}

static struct cut cut_of(const struct row_group *g, size_t i)
{
	return (struct cut){begun_before(g->from, i), g->content[i].rest != NULL};
}

static struct row_group group_open(const struct table *t, int first, int end, const struct row_state *from,
                                   struct arena *a)
{
	struct row_group g = {.first = first, .end = end, .from = from, .first_cell = t->row[first].first_cell};
	g.cell_count = t->row[end - 1].first_cell + t->row[end - 1].cell_count - g.first_cell;
	g.offset = arena_array(a, (size_t)(end - first) + 1, sizeof *g.offset);
	g.content = arena_array(a, g.cell_count, sizeof *g.content);
	return g;
}

static void group_add_footnotes(struct row_group *g, const struct footnotes *more, struct arena *a)
{
	if (more->count == 0)
		return;
	g->footnotes.item = arena_grow(a, g->footnotes.item, g->footnotes.count, g->footnotes.count + more->count,
	                               sizeof *g->footnotes.item);
	memcpy(g->footnotes.item + g->footnotes.count, more->item, more->count * sizeof *more->item);
	g->footnotes.count += more->count;
	g->footnotes.capacity = g->footnotes.count;
	g->footnotes.size += more->size;
}

/* row_asks: the height of the cell's last row, which is one of contents, too: XSL leaves open what its "row-height
 * trait" (6.7.9) measures, and documents are written for formatters that add the cells' borders and padding to it. */
static mpt cell_height(const struct table *t, const struct row_group *g, size_t i, mpt row_asks)
{
	const struct table_cell *cell = &t->cell[g->first_cell + i];
	struct cell_box box = cell_box_of(t, cell, cut_of(g, i));
	mpt content = g->content[i].area ? g->content[i].area->block_size : 0;
	return box.before + box.after + mpt_max(content, mpt_max(row_asks, asked_block_size(cell->node)));
}

/* Row heights from cells of one row, then cells of several, whose excess goes to their last row. */
static void set_offsets(const struct table *t, struct row_group *g, bool whole)
{
	int rows = g->end - g->first;
	for (int r = 0; r < rows; r++) {
		mpt row_asks = whole ? asked_block_size(t->row[g->first + r].node) : 0;
		mpt height = row_asks;
		for (size_t i = 0; i < g->cell_count; i++) {
			const struct table_cell *cell = &t->cell[g->first_cell + i];
			if (cell->row + cell->rows - 1 != g->first + r)
				continue;
			mpt before = g->offset[cell->row - g->first];
			height = mpt_max(height, cell_height(t, g, i, row_asks) - (g->offset[r] - before));
		}
		g->offset[r + 1] = g->offset[r] + height;
	}
	g->size = g->offset[rows];
}

struct row_group row_group_measure(struct column *c, const struct table *t, int first, int end,
                                   const struct row_state *from)
{
	struct row_group g = group_open(t, first, end, from, c->memory);
	for (size_t i = 0; i < g.cell_count; i++) {
		if (from && from->done[i])
			continue;
		const struct table_cell *cell = &t->cell[g.first_cell + i];
		struct cell_box box = cell_box_of(t, cell, (struct cut){begun_before(from, i), false});
		g.content[i] = fill_cell(c, cell, &box, from ? from->cell[i] : NULL, MPT_MAX);
		group_add_footnotes(&g, &g.content[i].footnotes, c->memory);
	}
	set_offsets(t, &g, !from);
	return g;
}

/* ---- splitting ---- */

static struct row_state *state_new(size_t cells, struct arena *a)
{
	struct row_state *s = arena_alloc(a, sizeof *s);
	s->cell = arena_array(a, cells, sizeof *s->cell);
	s->done = arena_array(a, cells, sizeof *s->done);
	return s;
}

/* What of a cell fits into room with its borders and padding; *size: what they leave. They are less at a break, so that
 * more may fit than of a whole cell. */
static struct column_result fill_part(struct column *c, const struct table *t, const struct table_cell *cell,
                                      bool begun, const struct break_token *from, mpt room, mpt *size)
{
	struct cell_box box = cell_box_of(t, cell, (struct cut){begun, false});
	*size = room - box.before - box.after;
	struct column_result result = fill_cell(c, cell, &box, from, mpt_max(0, *size));
	if (!result.rest)
		return result;
	box = cell_box_of(t, cell, (struct cut){begun, true});
	mpt broken_size = room - box.before - box.after;
	if (broken_size == *size)
		return result;
	struct column_result broken = fill_cell(c, cell, &box, from, mpt_max(0, broken_size));
	if (!broken.rest)
		return result;
	*size = broken_size;
	return broken;
}

/* Cells begin where the whole group has them: the first rows that fit are as high as when nothing breaks. */
bool row_group_split(struct column *c, const struct table *t, int first, int end, const struct row_state *from,
                     mpt room, struct row_group *part, struct row_state **rest, int *rank)
{
	struct row_group whole = row_group_measure(c, t, first, end, from);
	*part = group_open(t, first, end, from, c->memory);
	*rest = state_new(part->cell_count, c->l->memory);
	*rank = RANK_FREE;
	bool begun = false;
	for (size_t i = 0; i < part->cell_count; i++) {
		const struct table_cell *cell = &t->cell[part->first_cell + i];
		(*rest)->done[i] = from && from->done[i];
		if ((*rest)->done[i])
			continue;
		mpt size;
		part->content[i] = fill_part(c, t, cell, begun_before(from, i), from ? from->cell[i] : NULL,
		                             room - whole.offset[cell->row - first], &size);
		if (size <= 0 && cell->row > first) {
			part->content[i] = (struct column_result){0};
			(*rest)->cell[i] = from ? from->cell[i] : NULL;
			continue;
		}
		/* Content that cannot break overruns its room whole: right only where the row cannot wait for more room. */
		bool overruns = part->content[i].area->block_size > mpt_max(0, size);
		bool rest_left = part->content[i].rest != NULL;
		if ((overruns && (rest_left || c->best.set)) || (rest_left && part->content[i].blank))
			return false;
		(*rest)->cell[i] = part->content[i].rest;
		(*rest)->done[i] = !part->content[i].rest;
		begun = begun || !part->content[i].blank;
		if (part->content[i].rank > *rank)
			*rank = part->content[i].rank;
		group_add_footnotes(part, &part->content[i].footnotes, c->memory);
	}
	set_offsets(t, part, false);
	part->size = mpt_min(mpt_max(part->size, 0), room);
	return begun;
}

/* ---- fragments ---- */

static void align_cell(struct fragment *f, mpt content)
{
	mpt room = fragment_content_block(f) - content;
	if (room <= 0)
		return;
	enum fo_key align = fo_key(f->node, PROP_DISPLAY_ALIGN);
	if (align == KEY_CENTER)
		f->area->block_shift = room / 2;
	else if (align == KEY_AFTER)
		f->area->block_shift = room;
}

static struct fragment *cell_fragment(struct column *c, const struct table *t, const struct row_group *g, size_t i,
                                      mpt offset, mpt height)
{
	const struct table_cell *cell = &t->cell[g->first_cell + i];
	struct cell_box box = cell_box_of(t, cell, cut_of(g, i));
	struct fragment *f = g->content[i].area;
	if (!f) {
		f = fragment_new(c->memory, FRAGMENT_AREA, cell->node);
		f->area = arena_alloc(c->memory, sizeof *f->area);
		f->area->writing_mode = fo_writing_mode(cell->node);
	}
	mpt content = f->area->block_size;
	f->border = box.border;
	f->padding = box.padding;
	f->inline_offset = box.inline_offset;
	f->block_offset = offset + box.inset.before;
	f->inline_size = box.inline_size;
	f->block_size = mpt_max(0, height - box.inset.before - box.inset.after);
	f->area->inline_size = box.content_size;
	f->area->block_size = mpt_max(0, fragment_content_block(f));
	align_cell(f, content);
	return f;
}

/* A rectangle of the grid that shows a node's background: a column's or a row group's part in a row. */
static struct fragment *background(struct column *c, const struct fo_node *node, mpt inline_offset, mpt inline_size,
                                   mpt block_offset, mpt block_size)
{
	struct fragment *f = fragment_new(c->memory, FRAGMENT_BLOCK, node);
	f->inline_offset = inline_offset;
	f->inline_size = inline_size;
	f->block_offset = block_offset;
	f->block_size = block_size;
	return f;
}

static void add_rules(struct column *c, const struct table *t, int row, struct cut cut, struct fragment *into, mpt at,
                      mpt height);

static mpt row_end(const struct row_group *g, const struct table_cell *cell)
{
	int end = cell->row + cell->rows - g->first;
	int rows = g->end - g->first;
	return g->offset[end < rows ? end : rows];
}

static void move_row_cells(struct column *c, const struct table *t, const struct row_group *g, int row,
                           struct fragment *into, mpt base)
{
	const struct table_row *r = &t->row[row];
	for (size_t k = 0; k < r->cell_count; k++) {
		size_t i = r->first_cell + k - g->first_cell;
		const struct table_cell *cell = &t->cell[r->first_cell + k];
		mpt offset = g->offset[row - g->first];
		fragment_append(into, cell_fragment(c, t, g, i, base + offset, row_end(g, cell) - offset));
	}
}

static void place_row(struct column *c, const struct table *t, const struct row_group *g, int row, bool resumed,
                      bool broken)
{
	mpt at = c->cursor + g->offset[row - g->first], height = g->offset[row - g->first + 1] - g->offset[row - g->first];
	mpt shift = c->open->inline_offset + c->open->border.start + c->open->padding.start;
	const struct table_row *r = &t->row[row];
	const struct fo_node *node = r->node ? r->node : c->open->node;
	struct fragment *f = background(c, node, shift, t->width, at, height);
	f->first = !resumed;
	f->last = !broken;
	if (!r->node)
		f->inline_size = f->block_size = 0;
	fragment_append(c->open, f);
	move_row_cells(c, t, g, row, f, c->cursor);
	if (t->collapsed)
		add_rules(c, t, row, (struct cut){resumed && row == g->first, broken && row == g->end - 1}, f, at, height);
	for (struct fragment *child = f->first_child; child; child = child->next)
		child->inline_offset += shift;
}

void row_group_place(struct column *c, const struct table *t, const struct row_group *g, bool resumed, bool broken)
{
	column_settle(c);
	mpt shift = c->open->inline_offset + c->open->border.start + c->open->padding.start;
	for (int i = 0; i < t->column_count; i++)
		if (t->column[i].node && fo_color(t->column[i].node, PROP_BACKGROUND_COLOR).alpha)
			fragment_append(c->open, background(c, t->column[i].node, shift + t->column[i].offset, t->column[i].width,
			                                    c->cursor, g->size));
	for (int row = g->first; row < g->end; row++)
		place_row(c, t, g, row, resumed, broken);
	footnotes_append(c, &g->footnotes);
	c->cursor += g->size;
	column_mark_placed(c);
}

/* ---- collapsed borders ---- */

static void add_rule(struct column *c, const struct table *t, struct fragment *into, const struct table_edge *edge,
                     bool along, mpt inline_offset, mpt block_offset, mpt size)
{
	if (edge->width <= 0)
		return;
	struct fragment *f = fragment_new(c->memory, FRAGMENT_RULE, t->node);
	f->rule = arena_alloc(c->memory, sizeof *f->rule);
	*f->rule = (struct rule){along, edge->width, edge->style, edge->color};
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

/* Half of the widest border that meets an across rule's end, which it runs on to so that corners are closed. */
static mpt corner(const struct table *t, int row, int column)
{
	return row >= 0 && row < t->row_count ? t->along[row * (t->column_count + 1) + column].width / 2 : 0;
}

/* Equal neighbours make one rule, so that dashes and translucent colours run through. */
static void add_across(struct column *c, const struct table *t, struct fragment *into, int edge_row, int row, mpt at)
{
	const struct table_edge *edges = &t->across[edge_row * t->column_count];
	for (int first = 0; first < t->column_count;) {
		int end = first + 1;
		while (end < t->column_count && same_edge(&edges[first], &edges[end]))
			end++;
		mpt start = t->column[first].offset - corner(t, row, first);
		mpt stop = t->column[end - 1].offset + t->column[end - 1].width + corner(t, row, end);
		add_rule(c, t, into, &edges[first], false, start, at, stop - start);
		first = end;
	}
}

/* The rules before and beside a row, and after it: where a row follows, that one draws the same rule again at the same
 * place. */
static void add_rules(struct column *c, const struct table *t, int row, struct cut cut, struct fragment *into, mpt at,
                      mpt height)
{
	for (int column = 0; column <= t->column_count; column++) {
		mpt x = column < t->column_count ? t->column[column].offset : t->width;
		add_rule(c, t, into, &t->along[row * (t->column_count + 1) + column], true, x, at, height);
	}
	if (!cut.before || table_header_repeats(t))
		add_across(c, t, into, row, row, at);
	if (!cut.after || table_footer_repeats(t))
		add_across(c, t, into, table_row_below(t, row), row, at + height);
}
