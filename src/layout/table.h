/* Tables (XSL 6.7): the grid of a table, its column widths, its borders, and its rows in columns of pages. */
#ifndef CBUA_TABLE_H
#define CBUA_TABLE_H

#include "column.h"

struct table_cell {
	const struct fo_node *node; /* NULL: a place of the grid that no cell takes */
	int column, row;            /* of its before-start corner; rows count through the whole table */
	int columns, rows;
	bool breaks;         /* something in it asks for a forced break */
	struct edges border; /* collapsed: the resolved widths whole; separate: its own */
};

struct table_row {
	const struct fo_node *node;    /* fo:table-row; NULL: cells stand in the body itself */
	size_t first_cell, cell_count; /* cells that begin in it */
	bool joined;                   /* a cell of the row before reaches into it: no row group begins here */
};

struct table_part {
	const struct fo_node *node; /* fo:table-header, -footer, -body */
	int first_row, row_count;
};

struct table_column {
	const struct fo_node *node; /* fo:table-column; NULL: none */
	mpt offset, width;          /* of the grid */
};

/* A border of the collapsed model that has won on one edge of the grid. */
struct table_edge {
	mpt width;
	enum fo_key style;
	struct fo_color color;
};

struct table {
	const struct fo_node *node;
	struct arena *memory;
	bool collapsed;
	mpt separation_inline, separation_block; /* 0 when collapsed */
	struct table_column *column;
	int column_count;
	struct table_part header, footer; /* row_count 0: none */
	struct table_part *body;
	int body_count;
	struct table_row *row; /* header's, footer's, bodies' */
	int row_count, row_capacity;
	struct table_cell *cell;
	size_t cell_count, cell_capacity;
	int *grid;                     /* [row * column_count + column]: index of the cell + 1; 0: none */
	struct table_edge *across;     /* collapsed: [(row_count + 1) * column_count] edges along the inline axis */
	struct table_edge *along;      /* [row_count * (column_count + 1)] edges along the block axis */
	mpt measure;                   /* for which widths are set */
	mpt width;                     /* of the columns together */
	mpt box_width;                 /* of the content rectangle: what is asked for may be more than fixed columns take */
	struct table_markers *markers; /* table_marker.c's own; NULL: neither header nor footer retrieves any */
};

struct table_room {
	mpt header, footer;
};

/* The part of a table in one column, as its header and footer retrieve markers from it. */
struct table_scope {
	const struct table *table;
	int first_row;  /* that stands in it */
	bool row_begun; /* in the part before */
	int page_row;   /* the first row of the table on this page */
	bool laid_out;  /* the marker of its areas are known; else what comes next is taken for them */
	const struct page_marker *marker;
	size_t marker_count;
};

/* Sets table->markers. */
void table_find_markers(struct table *t);
/* Nothing laid out yet; table->markers must be set. */
struct table_scope table_scope_at(struct table *t, int row, bool row_begun, const struct page_context *page);
/* Least room that the header and footer of a part are to be given before its rows are known. */
struct table_room table_scope_room(const struct table_scope *scope);
/* What they turned out to need, to be given next time; false when that has been tried. */
bool table_scope_needs(const struct table_scope *scope, struct table_room room);
/* The marker that a fo:retrieve-table-marker shows; NULL: none, or no scope. */
const struct fo_node *table_retrieve_marker(const struct table_scope *scope, const struct fo_node *retrieve);

/* The table's grid, made once; widths for a measure (the room for the table's content rectangle). */
struct table *table_of(struct layout *l, const struct fo_node *node, mpt measure, const struct page_context *page);

void table_build_grid(struct layout *l, struct table *t);
void table_resolve_borders(struct table *t);
void table_set_widths(struct layout *l, struct table *t, mpt measure, const struct page_context *page);
/* Narrowest and widest that the table's content rectangle can sensibly be. */
void table_widths(struct layout *l, const struct fo_node *node, mpt *min_content, mpt *max_content,
                  const struct page_context *page);

/* The row that stands last in the table, the row above one (-1: none, the edge before the table) and the row below one
 * (row_count: none, the edge after the table). */
int table_last_row(const struct table *t);
int table_row_above(const struct table *t, int row);
int table_row_below(const struct table *t, int row);

/* Whether a header or footer stands at every break. */
bool table_header_repeats(const struct table *t);
bool table_footer_repeats(const struct table *t);

const struct table_cell *table_cell_at(const struct table *t, int row, int column);

/* What lies between a cell's place in the grid and its border rectangle (separate) or its padding (collapsed: half the
 * borders). */
struct edges table_cell_inset(const struct table *t, const struct table_cell *cell);

/* Collapsed: the border before a row that begins a column, after one that ends it (not at the table's own ends): that
 * of a repeated header or footer counts, else of the table's own what is retained. broken: inside the row. */
struct table_edge table_edge_leading(const struct table *t, int row, int column, bool broken);
struct table_edge table_edge_trailing(const struct table *t, int row, int column, bool broken);
/* The widest of these along a cell. */
mpt table_cell_leading(const struct table *t, const struct table_cell *cell, bool broken);
mpt table_cell_trailing(const struct table *t, const struct table_cell *cell, bool broken);

/* By how much a row is higher when it ends a column. */
mpt table_row_trails(const struct table *t, int row);

struct row_state;

/* Rows of a table, first to end - 1. */
struct row_range {
	int first, end;
	const struct row_state *from; /* where they go on; NULL: they begin */
	bool leads;                   /* they come first after a break of the table */
};

/* Rows as fragments, laid out whole, from block offset 0. */
struct row_group {
	struct row_range rows;
	mpt *offset;                   /* [end - first + 1] */
	struct column_result *content; /* [cells of the group] */
	bool *cut;  /* [end - first]: the row goes on after a break, with some of the cells that end in it */
	mpt *shift; /* [cells of the group] how much lower the content of each stands on the row's baseline; NULL: none */
	size_t first_cell, cell_count;
	size_t *by_end;     /* [cell_count] cells in the order of the rows that they end in */
	size_t *first_ends; /* [end - first + 1] the first of each row in by_end */
	struct footnotes footnotes;
	mpt size;
	mpt limit;    /* that it was measured to; 0: it is a part */
	bool exceeds; /* the limit */
};

/* Tokens of a row group that broke: for each of its cells where it goes on. */
struct row_state {
	const struct break_token **cell; /* [cell_count]; NULL: the cell is done (done[i]) or has not begun */
	bool *done;
};

/* The group without a break. What lies beyond limit is not measured: then the group exceeds it, has no size and cannot
 * be placed. MPT_MAX: all is measured. */
struct row_group row_group_measure(struct column *c, const struct table *t, struct row_range range, mpt limit);
/* The group's fragments in the open fragment at the cursor. broken: it goes on in the next column. */
void row_group_place(struct column *c, const struct table *t, const struct row_group *g, bool resumed, bool broken);
/* A group, as it was measured, in room: what fits, with the tokens for the rest in *rest. former: an earlier part, of
 * whose footnotes each cell leaves room for those of the others; NULL: none. False when a cell cannot begin in it. */
bool row_group_split(struct column *c, const struct table *t, const struct row_group *whole, mpt room,
                     const struct row_group *former, struct row_group *part, struct row_state **rest, int *rank);
/* The room that the group takes up to the first forced break in one of its cells, and the kind of break. False: there
 * is none. */
bool row_group_forced(struct column *c, const struct table *t, const struct row_group *whole, mpt *room,
                      enum fo_key *kind);
/* From a cell's place in the grid to its content in block progression. */
mpt row_cell_before(const struct table *t, const struct row_group *g, size_t i);
/* table_align.c: sets shift; places the content of a cell; whether a cell's borders and background are not to be seen;
 * whether a whole row is so, which then takes no room. */
void row_align(const struct table *t, struct row_group *g, int row, struct arena *a);
void row_cell_align(const struct row_group *g, size_t i, struct fragment *f, mpt content);
/* visibility="collapse" (XSL 7.30.17): a row or column takes no room; a cell of no others shows nothing. */
bool table_row_is_collapsed(const struct table *t, int row);
bool table_column_is_collapsed(const struct table *t, int column);
bool table_cell_is_collapsed(const struct table *t, const struct table_cell *cell);
bool row_cell_is_unseen(const struct table *t, const struct row_group *g, size_t i);
bool row_is_unseen(const struct table *t, const struct row_group *g, int row);
/* The last row that has begun where a part of a group ends. */
int row_group_last_begun(const struct table *t, const struct row_group *g);
/* Whether the group breaks in that row, not after it. */
bool row_group_breaks_row(const struct row_group *g, int row);
/* Whether the i-th cell of a row group stands in part in an earlier column. */
bool row_cell_begun(const struct row_state *from, size_t i);
/* Collapsed: the rules of a row of the group that begins at a block offset, into its fragment. table_rule.c */
void row_add_rules(struct column *c, const struct table *t, const struct row_group *g, int row, bool broken,
                   struct fragment *into, mpt at);
/* The column has ended after a row whose fragment is the last in rows: other rules may stand there. */
void row_group_trail(struct column *c, const struct table *t, int row, struct fragment *rows);

#endif
