/* Which column of its table a cell begins in, for cells one after the other: rows that are done are not looked at
 * again. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

struct column_walk {
	const struct fo_node *part; /* header, footer or body */
	const struct fo_node *row;  /* reached so far */
	int *rows_left;             /* [COLUMNS_MOST + 1] rows, this one included, that a cell from above takes; from 1 */
	int columns;                /* used so far */
};

void column_walk_free(struct column_walk *walk)
{
	if (walk)
		free(walk->rows_left);
	free(walk);
}

static int count_of(const struct fo_node *cell, enum fo_property property)
{
	double n = cell->style ? fo_number(cell, property) : 1;
	return n < 1 || n > COLUMNS_MOST ? 1 : (int)n;
}

static struct column_walk *walk_of(struct build *b, const struct fo_node *part)
{
	if (!b->columns) {
		b->columns = xcalloc(1, sizeof *b->columns);
		b->columns->rows_left = xcalloc(COLUMNS_MOST + 1, sizeof *b->columns->rows_left);
	}
	struct column_walk *walk = b->columns;
	if (walk->part != part) {
		memset(walk->rows_left, 0, ((size_t)walk->columns + 1) * sizeof *walk->rows_left);
		walk->part = part;
		walk->row = part->first_child;
		walk->columns = 0;
	}
	return walk;
}

/* Where the next cell of the row begins, behind those that reach in from above. */
static int free_column(const struct column_walk *walk, const struct fo_node *cell, int column)
{
	if (cell->style && fo_is_specified(cell, PROP_COLUMN_NUMBER))
		return count_of(cell, PROP_COLUMN_NUMBER);
	while (column < COLUMNS_MOST && walk->rows_left[column] > 0)
		column++;
	return column;
}

static int last_column(int column, const struct fo_node *cell)
{
	int last = column + count_of(cell, PROP_NUMBER_COLUMNS_SPANNED) - 1;
	return last > COLUMNS_MOST ? COLUMNS_MOST : last;
}

static void leave_row(struct column_walk *walk)
{
	int column = 1;
	for (const struct fo_node *cell = walk->row->first_child; cell; cell = cell->next) {
		if (cell->kind != FO_TABLE_CELL)
			continue;
		column = free_column(walk, cell, column);
		for (int last = last_column(column, cell); column <= last; column++) {
			walk->rows_left[column] = count_of(cell, PROP_NUMBER_ROWS_SPANNED);
			walk->columns = column > walk->columns ? column : walk->columns;
		}
	}
	for (int i = 1; i <= walk->columns; i++)
		walk->rows_left[i] -= walk->rows_left[i] > 0;
	walk->row = walk->row->next;
}

int column_of_cell(struct build *b, const struct fo_node *cell)
{
	const struct fo_node *row = cell->parent;
	int column = 1;
	struct column_walk *walk = NULL;
	if (row && row->kind == FO_TABLE_ROW && row->parent) {
		walk = walk_of(b, row->parent);
		while (walk->row && walk->row != row)
			leave_row(walk);
	}
	for (const struct fo_node *c = row ? row->first_child : NULL; c; c = c->next) {
		if (c->kind != FO_TABLE_CELL)
			continue;
		/* Cells without rows: a new row begins where one says so. */
		if (!walk && c->style && fo_key(c, PROP_STARTS_ROW) == KEY_TRUE)
			column = 1;
		if (walk)
			column = free_column(walk, c, column);
		if (c == cell)
			break;
		bool ends = !walk && fo_key(c, PROP_ENDS_ROW) == KEY_TRUE;
		column = ends ? 1 : last_column(column, c) + 1;
	}
	return column;
}
