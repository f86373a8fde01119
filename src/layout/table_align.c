/* What stands where in a cell: display-align, relative-align (XSL 7.14.4, 7.14.6) and cells that show nothing (7.28.8).
 */
#include "table.h"

/* ---- baselines ---- */

static bool is_on_baseline(const struct fo_node *cell)
{
	return fo_key(cell, PROP_RELATIVE_ALIGN) == KEY_BASELINE && fo_key(cell, PROP_DISPLAY_ALIGN) == KEY_AUTO;
}

/* From the row's before edge to the first line's baseline; -1: it does not stand on the row's. */
static mpt baseline_of_cell(const struct table *t, const struct row_group *g, size_t i)
{
	const struct fragment *area = g->content[i].area;
	mpt baseline;
	if (!area || row_cell_begun(g->rows.from, i) || !is_on_baseline(t->cell[g->first_cell + i].node) ||
	    !fragment_first_baseline(area, &baseline))
		return -1;
	return baseline + row_cell_before(t, g, i);
}

void row_align(const struct table *t, struct row_group *g, int row, struct arena *a)
{
	size_t first = t->row[row].first_cell - g->first_cell, end = first + t->row[row].cell_count;
	mpt lowest = -1;
	for (size_t i = first; i < end; i++)
		lowest = mpt_max(lowest, baseline_of_cell(t, g, i));
	if (lowest < 0)
		return;
	if (!g->shift)
		g->shift = arena_array(a, g->cell_count, sizeof *g->shift);
	for (size_t i = first; i < end; i++) {
		mpt own = baseline_of_cell(t, g, i);
		g->shift[i] = own >= 0 ? lowest - own : 0;
	}
}

void row_cell_align(const struct row_group *g, size_t i, struct fragment *f, mpt content)
{
	mpt room = fragment_content_block(f) - content;
	enum fo_key align = fo_key(f->node, PROP_DISPLAY_ALIGN);
	if (g->shift && g->shift[i] > 0)
		f->area->block_shift = g->shift[i];
	else if (room > 0 && (align == KEY_CENTER || align == KEY_AFTER))
		f->area->block_shift = align == KEY_CENTER ? room / 2 : room;
}

/* ---- cells that show nothing ---- */

static bool is_collapsed(const struct fo_node *node)
{
	return node && fo_key(node, PROP_VISIBILITY) == KEY_COLLAPSE;
}

bool table_row_is_collapsed(const struct table *t, int row)
{
	return is_collapsed(t->row[row].node);
}

bool table_column_is_collapsed(const struct table *t, int column)
{
	return is_collapsed(t->column[column].node);
}

bool table_cell_is_collapsed(const struct table *t, const struct table_cell *cell)
{
	int rows = 0, columns = 0;
	while (rows < cell->rows && table_row_is_collapsed(t, cell->row + rows))
		rows++;
	while (columns < cell->columns && table_column_is_collapsed(t, cell->column + columns))
		columns++;
	return rows == cell->rows || columns == cell->columns;
}

bool row_cell_is_unseen(const struct table *t, const struct row_group *g, size_t i)
{
	const struct fo_node *cell = t->cell[g->first_cell + i].node;
	if (table_cell_is_collapsed(t, &t->cell[g->first_cell + i]))
		return true;
	if (t->collapsed || fo_key(cell, PROP_EMPTY_CELLS) != KEY_HIDE)
		return false;
	bool empty = g->content[i].area && g->content[i].blank && !g->content[i].rest && !row_cell_begun(g->rows.from, i);
	return empty || fo_key(cell, PROP_VISIBILITY) != KEY_VISIBLE;
}

bool row_is_unseen(const struct table *t, const struct row_group *g, int row)
{
	const struct table_row *r = &t->row[row];
	if (table_row_is_collapsed(t, row))
		return true;
	for (size_t i = r->first_cell - g->first_cell; i < r->first_cell - g->first_cell + r->cell_count; i++)
		if (!row_cell_is_unseen(t, g, i))
			return false;
	/* A row without cells has nothing to hide. */
	return r->cell_count > 0 && g->rows.end - g->rows.first == 1;
}
