/* Tables as grids: what their elements alone do not say. A row that ends early gets empty cells (ISO 14289-1, 7.2: rows
 * have the same number of columns), and where headers span or stand above each other each cell names its own, since
 * Scope is not enough then (ISO 32000-1, 14.8.5.7). */
#include <stdlib.h>
#include <string.h>

#include "pdf_string.h"
#include "pdf_structure_tree.h"

/* More headers than these nobody listens to. */
enum { HEADERS_MAX = 16, COLUMNS_MAX = 1000 };

struct cell {
	const struct page_structure *element;
	uint32_t row, column, columns, rows;
};

struct row {
	const struct page_structure *element;
	uint32_t columns; /* from the first to the end of its last cell */
};

struct column {
	uint32_t left; /* rows that a cell of an earlier row still takes here */
	const struct page_structure *header[HEADERS_MAX];
	size_t header_count;
};

struct grid {
	struct pdf_state *pdf;
	struct row *row; /* [row_count] */
	size_t row_count, row_capacity;
	struct cell *cell; /* [cell_count] */
	size_t cell_count, cell_capacity;
	struct column *column; /* [columns] */
	size_t columns, column_capacity;
};

static bool has_role(const struct page_structure *element, const char *role)
{
	return strcmp(element->role, role) == 0;
}

static bool is_kept(const struct grid *g, const struct page_structure *element)
{
	return pdf_structure_element(g->pdf->structure, element)->object != 0;
}

static uint32_t span_of(int span)
{
	return span < 1 ? 1 : span > COLUMNS_MAX ? COLUMNS_MAX : (uint32_t)span;
}

static void take_columns(struct grid *g, const struct cell *cell)
{
	while (g->columns < (size_t)cell->column + cell->columns) {
		ARRAY_RESERVE(g->column, g->columns, g->column_capacity);
		g->column[g->columns++] = (struct column){0};
	}
	for (uint32_t i = 0; i < cell->columns; i++)
		g->column[cell->column + i].left = cell->rows;
}

static void place_row(struct grid *g, const struct page_structure *element)
{
	uint32_t at = 0, number = (uint32_t)g->row_count;
	for (const struct page_structure *e = element->first_child; e; e = e->next) {
		if (!is_kept(g, e) || (!has_role(e, "TD") && !has_role(e, "TH")))
			continue;
		while (at < g->columns && g->column[at].left > 0)
			at++;
		struct cell cell = {e, number, at, span_of(e->column_span), span_of(e->row_span)};
		take_columns(g, &cell);
		ARRAY_RESERVE(g->cell, g->cell_count, g->cell_capacity);
		g->cell[g->cell_count++] = cell;
		at += cell.columns;
	}
	while (at < g->columns && g->column[at].left > 0)
		at++;
	for (size_t i = 0; i < g->columns; i++)
		g->column[i].left -= g->column[i].left > 0;
	ARRAY_RESERVE(g->row, g->row_count, g->row_capacity);
	g->row[g->row_count++] = (struct row){element, at};
}

static void place_rows(struct grid *g, const struct page_structure *parent)
{
	for (const struct page_structure *e = parent->first_child; e; e = e->next)
		if (is_kept(g, e) && has_role(e, "TR"))
			place_row(g, e);
		else if (has_role(e, "THead") || has_role(e, "TBody") || has_role(e, "TFoot"))
			place_rows(g, e);
}

static void note_missing(struct grid *g)
{
	for (size_t i = 0; i < g->row_count; i++)
		pdf_structure_element(g->pdf->structure, g->row[i].element)->missing_cells =
		    (uint32_t)g->columns - g->row[i].columns;
}

static bool is_row_header(const struct page_structure *element)
{
	return element->scope && strcmp(element->scope, "Row") == 0;
}

static void add_header(struct column *column, const struct page_structure *header)
{
	if (column->header_count < HEADERS_MAX)
		column->header[column->header_count++] = header;
}

/* Does Scope leave a doubt? */
static bool is_involved(const struct grid *g)
{
	for (size_t i = 0; i < g->cell_count; i++)
		if (has_role(g->cell[i].element, "TH") && (g->cell[i].columns > 1 || g->cell[i].rows > 1))
			return true;
	for (size_t i = 0; i < g->columns; i++)
		if (g->column[i].header_count > 1)
			return true;
	return false;
}

static void collect_column_headers(struct grid *g)
{
	for (size_t i = 0; i < g->cell_count; i++) {
		const struct cell *cell = &g->cell[i];
		for (uint32_t k = 0; k < cell->columns && has_role(cell->element, "TH") && !is_row_header(cell->element); k++)
			add_header(&g->column[cell->column + k], cell->element);
	}
}

/* The name of a header that cells name; it gets one when it has none. */
static const char *header_id(struct grid *g, const struct page_structure *header)
{
	struct pdf_element *e = pdf_structure_element(g->pdf->structure, header);
	if (!e->id)
		e->id = header->id ? header->id : arena_printf(g->pdf->memory, "th-%u", (unsigned)header->number);
	return e->id;
}

static void put_header(struct grid *g, struct buffer *out, const struct page_structure *header)
{
	const char *id = header_id(g, header);
	pdf_put_bytes(out, id, strlen(id));
}

static bool holds_header(const struct column *column, const struct page_structure *header)
{
	for (size_t i = 0; i < column->header_count; i++)
		if (column->header[i] == header)
			return true;
	return false;
}

/* Those above its columns, each once, and those that begin its row. */
static void name_headers(struct grid *g, size_t at)
{
	const struct cell *cell = &g->cell[at];
	struct buffer out = {0};
	for (uint32_t k = 0; k < cell->columns; k++) {
		const struct column *column = &g->column[cell->column + k];
		for (size_t i = 0; i < column->header_count; i++)
			if (k == 0 || !holds_header(column - 1, column->header[i]))
				put_header(g, &out, column->header[i]);
	}
	for (size_t i = at; i-- > 0 && g->cell[i].row == cell->row;)
		if (is_row_header(g->cell[i].element))
			put_header(g, &out, g->cell[i].element);
	if (out.size)
		pdf_structure_element(g->pdf->structure, cell->element)->headers =
		    arena_strndup(g->pdf->memory, out.data, out.size);
	buffer_free(&out);
}

static void read_table(struct pdf_state *pdf, const struct page_structure *table)
{
	struct grid g = {.pdf = pdf};
	place_rows(&g, table);
	note_missing(&g);
	collect_column_headers(&g);
	if (is_involved(&g))
		for (size_t i = 0; i < g.cell_count; i++)
			if (has_role(g.cell[i].element, "TD"))
				name_headers(&g, i);
	free(g.row);
	free(g.cell);
	free(g.column);
}

void pdf_structure_read_tables(struct pdf_state *pdf, const struct page_structure *root)
{
	for (const struct page_structure *e = root; e;) {
		if (has_role(e, "Table"))
			read_table(pdf, e);
		if (e->first_child) {
			e = e->first_child;
			continue;
		}
		while (e && e != root && !e->next)
			e = e->parent;
		e = e && e != root ? e->next : NULL;
	}
}
