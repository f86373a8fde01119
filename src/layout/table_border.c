/* The collapsed border model (XSL 6.7.10, CSS 2.1 17.6.2): on every edge of the grid one border wins. */
#include <math.h>

#include "table.h"

/* Where a border comes from; on equal borders the earlier kind wins (CSS 2.1, 17.6.2.1). */
enum source { SOURCE_CELL, SOURCE_ROW, SOURCE_PART, SOURCE_COLUMN, SOURCE_TABLE };

enum side { SIDE_BEFORE, SIDE_AFTER, SIDE_START, SIDE_END };

struct contender {
	struct table_edge edge;
	bool set, hidden;
	bool by_precedence;
	double precedence;
};

static int style_priority(enum fo_key style)
{
	static const enum fo_key rising[] = {KEY_INSET,  KEY_GROOVE, KEY_OUTSET, KEY_RIDGE,
	                                     KEY_DOTTED, KEY_DASHED, KEY_SOLID,  KEY_DOUBLE};
	for (int i = 0; i < (int)(sizeof rising / sizeof *rising); i++)
		if (rising[i] == style)
			return i;
	return -1;
}

static const enum fo_property style_of_side[] = {PROP_BORDER_BEFORE_STYLE, PROP_BORDER_AFTER_STYLE,
                                                 PROP_BORDER_START_STYLE, PROP_BORDER_END_STYLE};
static const enum fo_property width_of_side[] = {PROP_BORDER_BEFORE_WIDTH, PROP_BORDER_AFTER_WIDTH,
                                                 PROP_BORDER_START_WIDTH, PROP_BORDER_END_WIDTH};
static const enum fo_property precedence_of_side[] = {PROP_BORDER_BEFORE_PRECEDENCE, PROP_BORDER_AFTER_PRECEDENCE,
                                                      PROP_BORDER_START_PRECEDENCE, PROP_BORDER_END_PRECEDENCE};
static const enum fo_property color_of_side[] = {PROP_BORDER_BEFORE_COLOR, PROP_BORDER_AFTER_COLOR,
                                                 PROP_BORDER_START_COLOR, PROP_BORDER_END_COLOR};

/* XSL 7.28.1: what a border has that does not say. */
static double initial_precedence(enum fo_kind kind)
{
	static const enum fo_kind rising[] = {FO_TABLE_FOOTER, FO_TABLE_HEADER, FO_TABLE_BODY, FO_TABLE_ROW,
	                                      FO_TABLE_COLUMN, FO_TABLE_CELL,   FO_TABLE};
	for (int i = 0; i < (int)(sizeof rising / sizeof *rising); i++)
		if (rising[i] == kind)
			return i;
	return 0;
}

static double precedence_of(const struct fo_node *node, enum side side)
{
	if (!fo_is_specified(node, precedence_of_side[side]))
		return initial_precedence(node->kind);
	const struct fo_value *v = fo_value(node, precedence_of_side[side]);
	return v->kind == FO_VALUE_NUMBER ? v->number : HUGE_VAL;
}

/* Decides where precedences differ: false. What does not say that it has no border does not contend (XSL 6.7.10). */
static bool contend_by_precedence(struct contender *k, const struct fo_node *node, enum side side, enum fo_key style,
                                  mpt width)
{
	double precedence = precedence_of(node, side);
	bool contends = width > 0 || style == KEY_HIDDEN || fo_is_specified(node, style_of_side[side]);
	if (!contends || (k->set && precedence < k->precedence))
		return false;
	if (k->set && precedence == k->precedence)
		return true;
	*k = (struct contender){.by_precedence = true, .precedence = precedence, .set = true};
	if (width > 0)
		k->edge = (struct table_edge){width, style, fo_color(node, color_of_side[side])};
	return false;
}

/* Candidates come in the order of their sources, so an equal one does not replace what stands. */
static void contend(struct contender *k, const struct fo_node *node, enum side side)
{
	if (!node || k->hidden)
		return;
	enum fo_key style = fo_key(node, style_of_side[side]);
	bool shows = style != KEY_NONE && style != KEY_HIDDEN;
	mpt width = shows ? fo_length(node, width_of_side[side], 0) : 0;
	if (k->by_precedence && !contend_by_precedence(k, node, side, style, width))
		return;
	if (style == KEY_HIDDEN && !k->by_precedence) {
		*k = (struct contender){.set = true, .hidden = true};
		return;
	}
	if (width <= 0)
		return;
	bool wins = !k->set || width > k->edge.width ||
	            (width == k->edge.width && style_priority(style) > style_priority(k->edge.style));
	if (wins) {
		k->edge = (struct table_edge){width, style, fo_color(node, color_of_side[side])};
		k->set = true;
	}
}

static const struct table_part *part_of_row(const struct table *t, int row)
{
	const struct table_part *ends[] = {&t->header, &t->footer};
	for (int i = 0; i < 2; i++)
		if (ends[i]->row_count > 0 && row >= ends[i]->first_row && row < ends[i]->first_row + ends[i]->row_count)
			return ends[i];
	for (int i = 0; i < t->body_count; i++)
		if (row >= t->body[i].first_row && row < t->body[i].first_row + t->body[i].row_count)
			return &t->body[i];
	return NULL;
}

/* Rows are stored header, footer, bodies; these are the neighbours as they stand in the table. */
int table_row_above(const struct table *t, int row)
{
	const struct table_part *part = part_of_row(t, row);
	if (row > part->first_row)
		return row - 1;
	const struct table_part *last_body = t->body_count ? &t->body[t->body_count - 1] : NULL;
	if (part == &t->header)
		return -1;
	if (part == &t->footer)
		return last_body && last_body->row_count ? last_body->first_row + last_body->row_count - 1 : -1;
	if (part > t->body)
		return row - 1;
	return t->header.row_count ? t->header.first_row + t->header.row_count - 1 : -1;
}

static bool by_precedence(const struct table *t)
{
	return fo_key(t->node, PROP_BORDER_COLLAPSE) == KEY_COLLAPSE_WITH_PRECEDENCE;
}

static void contend_across(const struct table *t, struct contender *k, int row, int column, enum side side)
{
	if (row < 0)
		return;
	const struct table_cell *cell = table_cell_at(t, row, column);
	contend(k, cell ? cell->node : NULL, side);
}

static void contend_row(const struct table *t, struct contender *k, int row, enum side side, bool part_edge)
{
	if (row < 0)
		return;
	contend(k, t->row[row].node, side);
	if (part_edge)
		contend(k, part_of_row(t, row)->node, side);
}

/* The edge between two rows at a column; above or below -1 is the table's own edge. */
static struct table_edge edge_across(const struct table *t, int above, int below, int column)
{
	const struct table_cell *upper = table_cell_at(t, above, column), *lower = table_cell_at(t, below, column);
	if (upper && upper == lower)
		return (struct table_edge){0};
	struct contender k = {.by_precedence = by_precedence(t)};
	contend_across(t, &k, above, column, SIDE_AFTER);
	contend_across(t, &k, below, column, SIDE_BEFORE);
	bool parts = above < 0 || below < 0 || part_of_row(t, above) != part_of_row(t, below);
	contend_row(t, &k, above, SIDE_AFTER, parts);
	contend_row(t, &k, below, SIDE_BEFORE, parts);
	if (above < 0) {
		contend(&k, t->column[column].node, SIDE_BEFORE);
		contend(&k, t->node, SIDE_BEFORE);
	}
	if (below < 0) {
		contend(&k, t->column[column].node, SIDE_AFTER);
		contend(&k, t->node, SIDE_AFTER);
	}
	return k.edge;
}

/* The edge before column (column_count: after the last one) in a row. */
static struct table_edge edge_along(const struct table *t, int row, int column)
{
	const struct table_cell *left = table_cell_at(t, row, column - 1), *right = table_cell_at(t, row, column);
	if (left && left == right)
		return (struct table_edge){0};
	struct contender k = {.by_precedence = by_precedence(t)};
	contend(&k, left ? left->node : NULL, SIDE_END);
	contend(&k, right ? right->node : NULL, SIDE_START);
	bool at_start = column == 0, at_end = column == t->column_count;
	if (at_start || at_end) {
		enum side side = at_start ? SIDE_START : SIDE_END;
		contend(&k, t->row[row].node, side);
		contend(&k, part_of_row(t, row)->node, side);
	}
	if (!at_start)
		contend(&k, t->column[column - 1].node, SIDE_END);
	if (!at_end)
		contend(&k, t->column[column].node, SIDE_START);
	if (at_start || at_end)
		contend(&k, t->node, at_start ? SIDE_START : SIDE_END);
	return k.edge;
}

/* across[row]: the edge before a row; across[row_count]: after the table's last row. An edge between rows is its lower
 * row's. */
static void resolve_edges(struct table *t)
{
	size_t columns = (size_t)t->column_count, rows = (size_t)t->row_count;
	t->across = arena_array(t->memory, (rows + 1) * columns, sizeof *t->across);
	t->along = arena_array(t->memory, rows * (columns + 1), sizeof *t->along);
	for (int r = 0; r < t->row_count; r++) {
		int above = table_row_above(t, r);
		for (int c = 0; c < t->column_count; c++)
			t->across[r * t->column_count + c] = edge_across(t, above, r, c);
		for (int c = 0; c <= t->column_count; c++)
			t->along[r * (t->column_count + 1) + c] = edge_along(t, r, c);
	}
	int last = table_last_row(t);
	for (int c = 0; c < t->column_count && last >= 0; c++)
		t->across[t->row_count * t->column_count + c] = edge_across(t, last, -1, c);
}

int table_last_row(const struct table *t)
{
	if (t->footer.row_count > 0)
		return t->footer.first_row + t->footer.row_count - 1;
	return t->row_count - 1;
}

/* The row that stands below, whose across edges are this row's after edges; row_count below the table's last row. */
int table_row_below(const struct table *t, int row)
{
	if (row == table_last_row(t))
		return t->row_count;
	const struct table_part *part = part_of_row(t, row);
	if (row + 1 < part->first_row + part->row_count)
		return row + 1;
	if (part == &t->header)
		return t->body_count ? t->body[0].first_row : t->footer.row_count ? t->footer.first_row : t->row_count;
	if (row + 1 < t->row_count)
		return row + 1;
	return t->footer.row_count ? t->footer.first_row : t->row_count;
}

/* ---- at the ends of columns ---- */

/* A border at a break; of a broken object, and of the table itself, only one that is to be retained (XSL 7.8.31). */
static void contend_at_break(struct contender *k, const struct fo_node *node, enum side side, bool broken)
{
	enum fo_property conditionality =
	    side == SIDE_BEFORE ? PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY : PROP_BORDER_AFTER_WIDTH_CONDITIONALITY;
	if (node && (!broken || fo_key(node, conditionality) == KEY_RETAIN))
		contend(k, node, side);
}

static struct contender contend_row_at_break(const struct table *t, int row, int column, enum side side, bool broken)
{
	struct contender k = {.by_precedence = by_precedence(t)};
	const struct table_cell *cell = table_cell_at(t, row, column);
	const struct table_part *part = part_of_row(t, row);
	contend_at_break(&k, cell ? cell->node : NULL, side, broken);
	contend_at_break(&k, t->row[row].node, side, broken);
	if (row == (side == SIDE_BEFORE ? part->first_row : part->first_row + part->row_count - 1))
		contend_at_break(&k, part->node, side, broken);
	return k;
}

/* The header's last row or the footer's first, as it stands at every break. */
static void contend_end(const struct table *t, struct contender *k, const struct table_part *part, int column,
                        enum side side)
{
	int row = side == SIDE_AFTER ? part->first_row + part->row_count - 1 : part->first_row;
	contend_across(t, k, row, column, side);
	contend_row(t, k, row, side, true);
}

static void contend_table_at_break(const struct table *t, struct contender *k, int column, enum side side)
{
	contend_at_break(k, t->column[column].node, side, true);
	contend_at_break(k, t->node, side, true);
}

struct table_edge table_edge_leading(const struct table *t, int row, int column, bool broken)
{
	struct contender k = contend_row_at_break(t, row, column, SIDE_BEFORE, broken);
	if (table_header_repeats(t))
		contend_end(t, &k, &t->header, column, SIDE_AFTER);
	else
		contend_table_at_break(t, &k, column, SIDE_BEFORE);
	return k.edge;
}

struct table_edge table_edge_trailing(const struct table *t, int row, int column, bool broken)
{
	struct contender k = contend_row_at_break(t, row, column, SIDE_AFTER, broken);
	if (table_footer_repeats(t))
		contend_end(t, &k, &t->footer, column, SIDE_BEFORE);
	else
		contend_table_at_break(t, &k, column, SIDE_AFTER);
	return k.edge;
}

mpt table_cell_leading(const struct table *t, const struct table_cell *cell, bool broken)
{
	mpt width = 0;
	for (int c = cell->column; c < cell->column + cell->columns; c++)
		width = mpt_max(width, table_edge_leading(t, cell->row, c, broken).width);
	return width;
}

mpt table_cell_trailing(const struct table *t, const struct table_cell *cell, bool broken)
{
	mpt width = 0;
	for (int c = cell->column; c < cell->column + cell->columns; c++)
		width = mpt_max(width, table_edge_trailing(t, cell->row + cell->rows - 1, c, broken).width);
	return width;
}

mpt table_row_trails(const struct table *t, int row)
{
	if (!t->collapsed)
		return 0;
	mpt trailing = 0, normal = 0;
	for (int c = 0; c < t->column_count; c++) {
		trailing = mpt_max(trailing, table_edge_trailing(t, row, c, false).width);
		normal = mpt_max(normal, t->across[table_row_below(t, row) * t->column_count + c].width);
	}
	return trailing / 2 - normal / 2;
}

/* ---- cells ---- */

static void widest_across(const struct table *t, int row, const struct table_cell *cell, mpt *width)
{
	for (int c = cell->column; c < cell->column + cell->columns; c++)
		*width = mpt_max(*width, t->across[row * t->column_count + c].width);
}

static void widest_along(const struct table *t, int column, const struct table_cell *cell, mpt *width)
{
	for (int r = cell->row; r < cell->row + cell->rows; r++)
		*width = mpt_max(*width, t->along[r * (t->column_count + 1) + column].width);
}

void table_resolve_borders(struct table *t)
{
	if (t->collapsed)
		resolve_edges(t);
	for (size_t i = 0; i < t->cell_count; i++) {
		struct table_cell *cell = &t->cell[i];
		if (!t->collapsed) {
			cell->border = box_border(cell->node);
			continue;
		}
		cell->border = (struct edges){0};
		widest_across(t, cell->row, cell, &cell->border.before);
		widest_across(t, table_row_below(t, cell->row + cell->rows - 1), cell, &cell->border.after);
		widest_along(t, cell->column, cell, &cell->border.start);
		widest_along(t, cell->column + cell->columns, cell, &cell->border.end);
	}
}

struct edges table_cell_inset(const struct table *t, const struct table_cell *cell)
{
	if (!t->collapsed)
		return (struct edges){t->separation_block / 2, t->separation_block - t->separation_block / 2,
		                      t->separation_inline / 2, t->separation_inline - t->separation_inline / 2};
	const struct edges *b = &cell->border;
	return (struct edges){b->before / 2, b->after / 2, b->start / 2, b->end / 2};
}
