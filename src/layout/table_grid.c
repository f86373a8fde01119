/* The grid: which cell takes which places (XSL 6.7.10: column-number, spans, starts-row, ends-row). */
#include <stdlib.h>

#include "table.h"

/* No sensible table has more; a document that asks for more is told so. */
#define COLUMNS_MOST      4096
#define ROWS_SPANNED_MOST 65536

/* Rows that cells from above still reach into, by column. */
struct builder {
	struct layout *l;
	struct table *t;
	int *busy; /* [capacity]: rows for which the column is taken by a cell from above */
	int capacity;
	int part_rows; /* rows left in the part; spans end with it */
};

static int count_of(const struct builder *b, const struct fo_node *node, enum fo_property property, int most)
{
	double n = fo_number(node, property);
	if (n > most)
		diag_error(b->l->diag, node->loc, "%s: at most %d, got '%.0f'", fo_property_name(property), most, n);
	return n < 1 ? 1 : n > most ? most : (int)n;
}

static void ensure_columns(struct builder *b, int columns)
{
	if (columns <= b->capacity)
		return;
	int capacity = b->capacity ? b->capacity : 8;
	while (capacity < columns)
		capacity *= 2;
	b->busy = xrealloc(b->busy, (size_t)capacity, sizeof *b->busy);
	for (int i = b->capacity; i < capacity; i++)
		b->busy[i] = 0;
	b->capacity = capacity;
}

/* ---- columns ---- */

static void set_column(struct table *t, int index, const struct fo_node *node)
{
	if (index >= t->column_count) {
		t->column = arena_grow(t->memory, t->column, (size_t)t->column_count, (size_t)index + 1, sizeof *t->column);
		t->column_count = index + 1;
	}
	if (node)
		t->column[index].node = node;
}

static void read_columns(struct builder *b)
{
	int next = 0;
	for (const struct fo_node *child = b->t->node->first_child; child; child = child->next) {
		if (child->kind != FO_TABLE_COLUMN)
			continue;
		if (fo_is_specified(child, PROP_COLUMN_NUMBER))
			next = count_of(b, child, PROP_COLUMN_NUMBER, COLUMNS_MOST) - 1;
		int repeated = count_of(b, child, PROP_NUMBER_COLUMNS_REPEATED, COLUMNS_MOST);
		for (int i = 0; i < repeated && next < COLUMNS_MOST; i++)
			set_column(b->t, next++, child);
	}
}

/* ---- rows ---- */

static int add_row(struct builder *b, const struct fo_node *node)
{
	struct table *t = b->t;
	if (t->row_count == t->row_capacity) {
		int capacity = t->row_capacity ? t->row_capacity * 2 : 32;
		t->row = arena_grow(t->memory, t->row, (size_t)t->row_count, (size_t)capacity, sizeof *t->row);
		t->row_capacity = capacity;
	}
	t->row[t->row_count] = (struct table_row){.node = node, .first_cell = t->cell_count};
	return t->row_count++;
}

static struct table_cell *add_cell(struct table *t)
{
	if (t->cell_count == t->cell_capacity) {
		size_t capacity = t->cell_capacity ? t->cell_capacity * 2 : 128;
		t->cell = arena_grow(t->memory, t->cell, t->cell_count, capacity, sizeof *t->cell);
		t->cell_capacity = capacity;
	}
	return &t->cell[t->cell_count++];
}

static int free_column(const struct builder *b, int column)
{
	while (column < b->capacity && b->busy[column] > 0)
		column++;
	return column;
}

static bool has_forced_break(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind != FO_TEXT && (fo_key(child, PROP_BREAK_BEFORE) != KEY_AUTO ||
		                               fo_key(child, PROP_BREAK_AFTER) != KEY_AUTO || has_forced_break(child)))
			return true;
	return false;
}

static int place_cell(struct builder *b, const struct fo_node *node, int row, int column)
{
	if (fo_is_specified(node, PROP_COLUMN_NUMBER))
		column = count_of(b, node, PROP_COLUMN_NUMBER, COLUMNS_MOST) - 1;
	else
		column = free_column(b, column);
	int columns = count_of(b, node, PROP_NUMBER_COLUMNS_SPANNED, COLUMNS_MOST);
	int rows = count_of(b, node, PROP_NUMBER_ROWS_SPANNED, ROWS_SPANNED_MOST);
	if (column + columns > COLUMNS_MOST)
		column = COLUMNS_MOST - columns;
	if (rows > b->part_rows)
		rows = b->part_rows;
	ensure_columns(b, column + columns);
	struct table *t = b->t;
	for (int i = 0; i < columns; i++) {
		if (b->busy[column + i] > 0)
			diag_error(b->l->diag, node->loc, "fo:table-cell: column %d of this row is taken by another cell",
			           column + i + 1);
		b->busy[column + i] = rows;
		set_column(t, column + i, NULL);
	}
	*add_cell(t) = (struct table_cell){
	    .node = node, .column = column, .row = row, .columns = columns, .rows = rows, .breaks = has_forced_break(node)};
	return column + columns;
}

static void end_row(struct builder *b, int row)
{
	struct table *t = b->t;
	t->row[row].cell_count = t->cell_count - t->row[row].first_cell;
	for (int i = 0; i < b->capacity; i++)
		if (b->busy[i] > 0)
			b->busy[i]--;
	b->part_rows--;
}

static void begin_row(struct builder *b, int row)
{
	for (int i = 0; i < b->capacity; i++)
		if (b->busy[i] > 0)
			b->t->row[row].joined = true;
}

static void read_row(struct builder *b, const struct fo_node *node)
{
	int row = add_row(b, node), column = 0;
	begin_row(b, row);
	for (const struct fo_node *cell = node->first_child; cell; cell = cell->next)
		if (cell->kind == FO_TABLE_CELL)
			column = place_cell(b, cell, row, column);
	end_row(b, row);
}

static bool starts_row(const struct fo_node *cell)
{
	return fo_key(cell, PROP_STARTS_ROW) == KEY_TRUE;
}

static bool ends_row(const struct fo_node *cell)
{
	return fo_key(cell, PROP_ENDS_ROW) == KEY_TRUE;
}

/* Cells without rows: a new row where one says so. */
static const struct fo_node *read_loose_row(struct builder *b, const struct fo_node *cell)
{
	int row = add_row(b, NULL), column = 0;
	begin_row(b, row);
	bool first = true;
	while (cell && cell->kind == FO_TABLE_CELL && (first || !starts_row(cell))) {
		first = false;
		column = place_cell(b, cell, row, column);
		bool last = ends_row(cell);
		cell = cell->next;
		if (last)
			break;
	}
	end_row(b, row);
	return cell;
}

static int rows_in(const struct fo_node *part)
{
	int rows = 0;
	bool open = false;
	for (const struct fo_node *child = part->first_child; child; child = child->next) {
		if (child->kind == FO_TABLE_ROW)
			rows++;
		if (child->kind != FO_TABLE_CELL)
			continue;
		if (!open || starts_row(child))
			rows++;
		open = !ends_row(child);
	}
	return rows;
}

static struct table_part read_part(struct builder *b, const struct fo_node *node)
{
	struct table_part part = {.node = node, .first_row = b->t->row_count};
	b->part_rows = rows_in(node);
	for (const struct fo_node *child = node->first_child; child;) {
		if (child->kind == FO_TABLE_CELL) {
			child = read_loose_row(b, child);
			continue;
		}
		if (child->kind == FO_TABLE_ROW)
			read_row(b, child);
		child = child->next;
	}
	for (int i = 0; i < b->capacity; i++)
		b->busy[i] = 0;
	part.row_count = b->t->row_count - part.first_row;
	return part;
}

static void read_parts(struct builder *b)
{
	struct table *t = b->t;
	for (const struct fo_node *child = t->node->first_child; child; child = child->next) {
		if (child->kind == FO_TABLE_HEADER)
			t->header = read_part(b, child);
		else if (child->kind == FO_TABLE_FOOTER)
			t->footer = read_part(b, child);
	}
	for (const struct fo_node *child = t->node->first_child; child; child = child->next) {
		if (child->kind != FO_TABLE_BODY)
			continue;
		t->body = arena_grow(t->memory, t->body, (size_t)t->body_count, (size_t)t->body_count + 1, sizeof *t->body);
		t->body[t->body_count++] = read_part(b, child);
	}
}

static void fill_grid(struct table *t)
{
	t->grid = arena_array(t->memory, (size_t)t->row_count * (size_t)t->column_count, sizeof *t->grid);
	for (size_t i = 0; i < t->cell_count; i++) {
		const struct table_cell *cell = &t->cell[i];
		for (int r = cell->row; r < cell->row + cell->rows && r < t->row_count; r++)
			for (int c = cell->column; c < cell->column + cell->columns; c++)
				t->grid[r * t->column_count + c] = (int)i + 1;
	}
}

void table_build_grid(struct layout *l, struct table *t)
{
	struct builder b = {.l = l, .t = t};
	read_columns(&b);
	read_parts(&b);
	if (t->column_count == 0)
		set_column(t, 0, NULL);
	fill_grid(t);
	free(b.busy);
}

const struct table_cell *table_cell_at(const struct table *t, int row, int column)
{
	if (row < 0 || column < 0 || row >= t->row_count || column >= t->column_count)
		return NULL;
	int index = t->grid[row * t->column_count + column];
	return index ? &t->cell[index - 1] : NULL;
}
