/* fo:table in a column: header, row groups with places to end between them, footer; rows that break (XSL 6.7.3, 4.8).
 */
#include "table.h"

#include <stdlib.h>

/* ---- tables that have been seen ---- */

struct table *table_of(struct layout *l, const struct fo_node *node, mpt measure, const struct page_context *page)
{
	bool keep = node->number < l->tree_nodes;
	struct table *t = keep ? l->tables[node->number] : NULL;
	if (!t) {
		struct arena *a = keep ? l->memory : page->memory;
		t = arena_alloc(a, sizeof *t);
		*t = (struct table){.node = node, .memory = a, .measure = -1};
		t->collapsed = fo_key(node, PROP_BORDER_COLLAPSE) != KEY_SEPARATE;
		if (!t->collapsed) {
			t->separation_inline = fo_length(node, PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION, 0);
			t->separation_block = fo_length(node, PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION, 0);
		}
		table_build_grid(l, t);
		table_resolve_borders(t);
		table_find_markers(t);
		if (keep)
			l->tables[node->number] = t;
	}
	if (t->measure != measure)
		table_set_widths(l, t, measure, page);
	return t;
}

/* ---- header and footer ---- */

/* A header or footer is one row group that does not break. scope: what it may retrieve markers from; NULL. */
static struct row_group part_measure(struct column *c, const struct table *t, const struct table_part *part,
                                     const struct table_scope *scope)
{
	if (part->row_count == 0)
		return (struct row_group){0};
	const struct page_context *page = c->page;
	if (scope) {
		struct page_context *inside = arena_alloc(c->memory, sizeof *inside);
		*inside = *page;
		inside->table = scope;
		c->page = inside;
	}
	struct row_group rows = row_group_measure(
	    c, t, (struct row_range){.first = part->first_row, .end = part->first_row + part->row_count}, MPT_MAX);
	c->page = page;
	return rows;
}

/* Its fragment goes round the rows, so that ids, backgrounds and structure have their place. */
static struct fragment *place_part(struct column *c, const struct table *t, const struct table_part *part,
                                   const struct row_group *rows, bool is_repeated)
{
	if (part->row_count == 0)
		return NULL;
	column_settle(c);
	struct fragment *f = fragment_new(c->memory, FRAGMENT_BLOCK, part->node);
	f->first = f->last = true;
	f->is_repeated = is_repeated;
	f->inline_offset = c->open->inline_offset + c->open->border.start + c->open->padding.start;
	f->inline_size = t->width;
	f->block_offset = c->cursor;
	f->block_size = rows->size;
	fragment_append(c->open, f);
	c->open = f;
	row_group_place(c, t, rows, false, false);
	c->open = f->parent;
	return f;
}

/* Other rows where a header stands; what follows moves by as much as these are higher. */
static void replace_header(struct column *c, const struct table *t, struct fragment *f, struct row_group rows)
{
	column_settle(c);
	mpt cursor = c->cursor, more = rows.size - f->block_size;
	f->first_child = f->last_child = NULL;
	f->block_size = rows.size;
	rows.footnotes = (struct footnotes){0}; /* they have their place already */
	c->cursor = f->block_offset;
	c->open = f;
	row_group_place(c, t, &rows, false, false);
	c->open = f->parent;
	c->cursor = cursor + more;
	for (struct fragment *next = f->next; next && more != 0; next = next->next)
		fragment_move(next, 0, more);
}

/* Where this column begins in a table whose header or footer retrieves markers; NULL: they do not. */
static const struct table_scope *scope_of(struct column *c, struct table *t)
{
	if (!t->markers)
		return NULL;
	const struct break_step *step = column_step(c);
	int row = step->part > 0 ? (int)step->part - 1 : t->body_count ? t->body[0].first_row : t->row_count;
	struct table_scope *scope = arena_alloc(c->memory, sizeof *scope);
	*scope = table_scope_at(t, row, step->state != NULL, c->page);
	return scope;
}

/* The same when its rows stand in the open fragment, after the header if there is one. */
static const struct table_scope *scope_laid_out(struct column *c, const struct table_scope *scope,
                                                const struct fragment *header)
{
	struct table_scope *known = arena_alloc(c->memory, sizeof *known);
	*known = *scope;
	known->laid_out = true;
	known->marker =
	    markers_of_fragments(c->l, header ? header->next : c->open->first_child, &known->marker_count, c->memory);
	return known;
}

/* ---- row groups ---- */

static int group_end(const struct table *t, const struct table_part *body, int first)
{
	int end = first + 1;
	while (end < body->first_row + body->row_count && t->row[end].joined)
		end++;
	return end;
}

static struct keeps row_keep(const struct fo_node *row, enum fo_property column, enum fo_property page)
{
	return row ? (struct keeps){fo_keep(row, column), fo_keep(row, page)} : (struct keeps){0, 0};
}

static struct keeps keep_after_row(struct column *c, const struct table *t, int row)
{
	struct keeps all = row_keep(t->row[row].node, PROP_KEEP_WITH_NEXT_WITHIN_COLUMN, PROP_KEEP_WITH_NEXT_WITHIN_PAGE);
	for (int column = 0; column < t->column_count; column++) {
		const struct table_cell *cell = table_cell_at(t, row, column);
		if (cell && cell->column == column)
			all = keeps_max(all, keep_with_next_of_last(c->l, cell->node, c->page));
	}
	return all;
}

/* What the rows ask for, and the blocks that their cells end and begin with. */
static struct keeps between_rows(struct column *c, const struct table *t, int above, int below)
{
	struct keeps all =
	    keeps_max(keep_after_row(c, t, above), row_keep(t->row[below].node, PROP_KEEP_WITH_PREVIOUS_WITHIN_COLUMN,
	                                                    PROP_KEEP_WITH_PREVIOUS_WITHIN_PAGE));
	for (int column = 0; column < t->column_count; column++) {
		const struct table_cell *lower = table_cell_at(t, below, column);
		if (lower && lower->column == column)
			all = keeps_max(all, keep_with_previous(c->l, lower->node, c->page));
	}
	return all;
}

/* What a part of a group asks for where it ends: the row that it breaks, or the rows that it ends between. */
static struct keeps keep_of_part(struct column *c, const struct table *t, const struct row_group *part)
{
	int row = row_group_last_begun(t, part);
	if (row_group_breaks_row(part, row) || row + 1 >= part->rows.end)
		return t->row[row].node ? keep_together(t->row[row].node) : (struct keeps){0, 0};
	return between_rows(c, t, row, row + 1);
}

static mpt room_left(const struct column *c)
{
	return c->size - footnotes_room(&c->footnotes, c->footnote_separator) - c->cursor - stacking_size(c, false) -
	       c->closing;
}

static mpt notes_room(const struct column *c, const struct footnotes *notes)
{
	struct footnotes all = c->footnotes;
	footnotes_add_sizes(&all, notes);
	return footnotes_room(&all, c->footnote_separator) - footnotes_room(&c->footnotes, c->footnote_separator);
}

static bool all_done(const struct row_group *g, const struct row_state *rest)
{
	for (size_t i = 0; i < g->cell_count; i++)
		if (!rest->done[i])
			return false;
	return true;
}

#define SPLIT_ATTEMPTS 4

/* Every cell knows of its own footnotes alone: it is told of what the others had when all were filled last. */
static bool split_group(struct column *c, const struct table *t, const struct row_group *whole, mpt room,
                        struct row_group *part, struct row_state **rest, int *rank)
{
	struct row_group former;
	for (int i = 0; i < SPLIT_ATTEMPTS; i++) {
		bool splits = row_group_split(c, t, whole, room, i > 0 ? &former : NULL, part, rest, rank);
		if (!splits && !all_done(part, *rest))
			return false;
		if (part->size + notes_room(c, &part->footnotes) <= room)
			return splits;
		former = *part;
	}
	return row_group_split(c, t, whole, room - notes_room(c, &whole->footnotes), NULL, part, rest, rank);
}

/* Whether a footnote of the part does not even begin on its page. */
static bool puts_off_footnotes(const struct row_group *g)
{
	for (size_t i = 0; i < g->footnotes.count; i++)
		if (!g->footnotes.item[i].area)
			return true;
	return false;
}

/* The column is known to end after the group: what its footnotes have no room for goes on, as when that was found. */
static void cut_footnotes(struct column *c, const struct table *t, struct row_group *g, mpt room)
{
	struct row_group part;
	struct row_state *rest;
	int rank;
	split_group(c, t, g, room, &part, &rest, &rank);
	if (all_done(&part, rest))
		*g = part;
}

/* Up to a forced break in one of its cells, where that fits. Always false when it does. */
static bool force_break(struct column *c, const struct table *t, const struct row_group *whole)
{
	mpt room;
	enum fo_key kind;
	if (c->size == MPT_MAX || !row_group_forced(c, t, whole, &room, &kind))
		return true;
	struct row_group part;
	struct row_state *rest;
	int rank;
	bool fits = c->stop_at || room <= room_left(c) + c->shrinkable + stacking_shrinkable(c);
	if (!fits || !row_group_split(c, t, whole, room, NULL, &part, &rest, &rank))
		return true;
	row_group_place(c, t, &part, whole->rows.from != NULL, true);
	column_step(c)->state = rest;
	return column_end(c, kind);
}

#define ROWS_BACK 32

/* As much of the group as fits, but less where a row that may rather be broken before ends the part. */
static bool split_at_row(struct column *c, const struct table *t, const struct row_group *whole, mpt room,
                         struct row_group *part, struct row_state **rest, int *rank)
{
	bool splits = false;
	for (int i = 0; i < ROWS_BACK; i++) {
		struct row_group now;
		struct row_state *now_rest;
		int now_rank;
		if (!split_group(c, t, whole, room, &now, &now_rest, &now_rank)) {
			if (i == 0)
				*part = now, *rest = now_rest;
			return splits;
		}
		struct keeps keep = keeps_max(c->keep, keep_of_part(c, t, &now));
		int kept = c->ends_page && keep.page > keep.column ? keep.page : keep.column;
		if (kept > now_rank)
			now_rank = kept;
		if (!splits || now_rank < *rank)
			*part = now, *rest = now_rest, *rank = now_rank;
		splits = true;
		int row = row_group_last_begun(t, &now) - whole->rows.first;
		if (*rank < RANK_LINES || row <= 0 || whole->offset[row] <= 0)
			return true;
		room = whole->offset[row];
	}
	return splits;
}

/* The group with its footnotes does not fit as it is: break inside it where that is no worse than ending before it.
 * at_break: what a part of it needs after it, which is less than the whole does. Always false. */
static bool break_group(struct column *c, const struct table *t, const struct row_group *whole, mpt at_break)
{
	struct row_group part;
	struct row_state *rest;
	int rank;
	bool resumed = whole->rows.from != NULL;
	mpt room = room_left(c) + c->closing - at_break, orphan = fo_length(t->node, PROP_FOX_ORPHAN_CONTENT_LIMIT, 0);
	if (orphan > 0 && whole->rows.end == t->row_count)
		room = mpt_min(room, whole->size - orphan);
	bool splits = split_at_row(c, t, whole, room, &part, &rest, &rank);
	/* The column could end before the group: then no footnote needs to be put off. */
	if (splits && c->best.set && puts_off_footnotes(&part))
		splits = false;
	if (splits && c->cursor + part.size < c->held_until)
		rank = RANK_ALWAYS;
	if (splits && (!c->best.set || rank <= c->best.rank)) {
		row_group_place(c, t, &part, resumed, true);
		column_step(c)->state = rest;
		return column_end(c, KEY_AUTO);
	}
	if (!c->best.set) {
		/* Nothing stands before it: it overruns the column, unless it is only its footnotes that go on. */
		if (!all_done(&part, rest))
			part = row_group_measure(c, t, whole->rows, MPT_MAX);
		row_group_place(c, t, &part, resumed, false);
		return true;
	}
	column_make_room(c, MPT_MAX / 2, NULL);
	return false;
}

/* As far as a group needs to be known: when it goes beyond the column it breaks there, or comes after it. */
static mpt measuring_limit(const struct column *c, const struct table *t, mpt shrinkable)
{
	if (c->size == MPT_MAX || c->stop_at || fo_length(t->node, PROP_FOX_ORPHAN_CONTENT_LIMIT, 0) > 0)
		return MPT_MAX;
	return mpt_max(1, room_left(c) + shrinkable + c->closing);
}

static bool layout_group(struct column *c, const struct table *t, struct row_range rows, mpt at_break)
{
	mpt shrinkable = c->shrinkable + stacking_shrinkable(c);
	struct row_group g = row_group_measure(c, t, rows, measuring_limit(c, t, shrinkable));
	if (!force_break(c, t, &g))
		return false;
	bool fits = c->size == MPT_MAX || g.size + notes_room(c, &g.footnotes) <= room_left(c) + shrinkable;
	if (!fits && !c->stop_at)
		return break_group(c, t, &g, at_break);
	if (!fits && g.footnotes.size > 0)
		cut_footnotes(c, t, &g, room_left(c) + c->adjusted);
	row_group_place(c, t, &g, rows.from != NULL, false);
	return true;
}

static enum fo_key break_after_row(struct column *c, const struct table *t, int row)
{
	const struct fo_node *node = t->row[row].node;
	enum fo_key kind = node ? fo_key(node, PROP_BREAK_AFTER) : KEY_AUTO;
	for (int column = 0; column < t->column_count; column++) {
		const struct table_cell *cell = table_cell_at(t, row, column);
		if (cell && cell->breaks)
			kind = break_stronger(kind, break_after_of_last(c->l, cell->node, c->page));
	}
	return kind;
}

static enum fo_key group_break_before(struct column *c, const struct table *t, int above, int below)
{
	const struct fo_node *lower = t->row[below].node;
	enum fo_key after = break_after_row(c, t, above);
	enum fo_key before = lower ? fo_key(lower, PROP_BREAK_BEFORE) : KEY_AUTO;
	for (int column = 0; column < t->column_count; column++) {
		const struct table_cell *under = table_cell_at(t, below, column);
		if (under && under->breaks && under->row == below)
			before = break_stronger(before, break_before(c->l, under->node, c->page));
	}
	return break_stronger(after, before);
}

/* Before a group that is not the table's first: forced breaks, then a place to end. */
static bool pass_between_groups(struct column *c, const struct table *t, int row)
{
	enum fo_key kind = group_break_before(c, t, row - 1, row);
	if (c->size != MPT_MAX && column_needs_break(c, kind))
		return column_end(c, kind);
	return column_may_break(c, column_rank(c, between_rows(c, t, row - 1, row)));
}

/* One past the last row of the bodies. */
static int bodies_end(const struct table *t)
{
	int i = t->body_count - 1;
	while (i > 0 && t->body[i].row_count == 0)
		i--;
	return i < 0 ? 0 : t->body[i].first_row + t->body[i].row_count;
}

/* Whether no body row follows: the footer comes next, which a footer that breaks leave out needs room for only here. */
static bool is_last_group(const struct table *t, int end)
{
	return end >= bodies_end(t);
}

/* What the last row asks for counts for what follows the table. */
static void ask_after_last_row(struct column *c, const struct table *t)
{
	int row = bodies_end(t) - 1;
	if (row < 0)
		return;
	c->break_after = break_stronger(c->break_after, break_after_row(c, t, row));
	c->keep_next = keeps_max(c->keep_next, keep_after_row(c, t, row));
}

/* fox:orphan-content-limit of Apache FOP: the first row at which less than that is left of the bodies; the number of
 * rows when there is none. */
static int first_held_row(struct column *c, const struct table *t)
{
	mpt limit = fo_length(t->node, PROP_FOX_ORPHAN_CONTENT_LIMIT, 0), left = 0;
	int end = t->row_count;
	for (int row = end - 1; limit > 0 && row >= t->body[0].first_row; row--) {
		if (t->row[row].joined)
			continue;
		left += row_group_measure(c, t, (struct row_range){.first = row, .end = end}, MPT_MAX).size;
		if (left >= limit)
			return end;
		end = row;
	}
	return limit > 0 ? end : t->row_count;
}

/* What rows need after them where the table breaks, and after its last ones. */
struct closing {
	mpt at_break, at_end;
};

static bool layout_body(struct column *c, const struct table *t, const struct table_part *body, int from,
                        struct closing closing, bool leads)
{
	int row = from;
	bool begun = column_step(c)->part == (uint32_t)from + 1; /* the break before this row was made */
	int held = first_held_row(c, t);
	while (row < body->first_row + body->row_count) {
		const struct row_state *state = column_step(c)->state;
		int end = group_end(t, body, row);
		column_step(c)->part = (uint32_t)row + 1;
		bool first = row == t->body[0].first_row;
		if (row >= held)
			c->keep = (struct keeps){FO_KEEP_ALWAYS, FO_KEEP_ALWAYS};
		if (!state && !first && !begun && !pass_between_groups(c, t, row))
			return false;
		begun = false;
		c->keep_next = (struct keeps){0, 0};
		c->closing = is_last_group(t, end) ? closing.at_end : closing.at_break + table_row_trails(t, end - 1);
		struct row_range rows = {.first = row, .end = end, .from = state, .leads = leads && !first};
		if (!layout_group(c, t, rows, closing.at_break))
			return false;
		leads = false;
		column_step(c)->state = NULL;
		row = end;
	}
	return true;
}

static struct fragment *open_body(struct column *c, const struct table *t, const struct table_part *body, bool resumed)
{
	struct fragment *f = fragment_new(c->memory, FRAGMENT_BLOCK, body->node);
	f->first = !resumed;
	f->last = true;
	f->inline_offset = c->open->inline_offset + c->open->border.start + c->open->padding.start;
	f->inline_size = t->width;
	column_settle(c);
	f->block_offset = c->cursor;
	fragment_append(c->open, f);
	c->open = f;
	return f;
}

/* The column has ended before the row that the step names: the row above it gets the rules that end a column. */
static void trail_rows(struct column *c, const struct table *t, struct fragment *table)
{
	const struct break_step *step = column_step(c);
	struct fragment *rows = NULL;
	for (struct fragment *f = table->first_child; f; f = f->next)
		if (f->node->kind == FO_TABLE_BODY && f->last_child)
			rows = f;
	if (rows && !c->again && !step->state)
		row_group_trail(c, t, (int)step->part - 2, rows);
}

/* Bodies from the row that the step names (its part is the row's index + 1; 0: the beginning). */
static bool layout_bodies(struct column *c, const struct table *t, struct closing closing)
{
	uint32_t part = column_step(c)->part;
	for (int i = 0; i < t->body_count; i++) {
		const struct table_part *body = &t->body[i];
		int from = part > 0 ? (int)part - 1 : body->first_row;
		if (body->row_count == 0 || from >= body->first_row + body->row_count)
			continue;
		if (from < body->first_row)
			from = body->first_row;
		struct fragment *f = open_body(c, t, body, from > body->first_row || column_step(c)->state);
		bool done = layout_body(c, t, body, from, closing, part > 0);
		if (!done)
			trail_rows(c, t, f->parent);
		c->open = f->parent;
		f->last = done;
		f->block_size = mpt_max(0, c->cursor - f->block_offset);
		if (!done)
			return false;
		part = 0;
	}
	return true;
}

/* ---- the table ---- */

bool table_header_repeats(const struct table *t)
{
	return t->header.row_count > 0 && fo_key(t->node, PROP_TABLE_OMIT_HEADER_AT_BREAK) != KEY_TRUE;
}

bool table_footer_repeats(const struct table *t)
{
	return t->footer.row_count > 0 && fo_key(t->node, PROP_TABLE_OMIT_FOOTER_AT_BREAK) != KEY_TRUE;
}

/* Indents count to the content rectangle; collapsed borders belong to the grid. */
static struct fragment *open_table(struct column *c, const struct fo_node *node, struct table *t, bool resumed)
{
	if (t->collapsed)
		return column_open_plain(c, node, FRAGMENT_BLOCK, fo_length(node, PROP_START_INDENT, c->inline_size),
		                         t->box_width, resumed);
	mpt offset, size;
	box_inline_place(c, node, &offset, &size);
	struct edges border = box_border(node), padding = box_padding(node, c->inline_size);
	mpt edges = border.start + border.end + padding.start + padding.end;
	return column_open_box(c, node, FRAGMENT_BLOCK, offset, t->box_width + edges, resumed);
}

/* Header and footer of one part of the table. */
struct table_ends {
	const struct table_scope *scope; /* NULL: nothing is retrieved */
	struct row_group header, footer;
	struct fragment *head; /* where the header stands; NULL: it does not */
	struct table_room needed;
};

static struct table_ends table_ends_measure(struct column *c, struct table *t)
{
	struct table_ends e = {.scope = scope_of(c, t)};
	struct table_room least = table_scope_room(e.scope);
	e.header = part_measure(c, t, &t->header, e.scope);
	e.footer = part_measure(c, t, &t->footer, e.scope);
	e.header.size = mpt_max(e.header.size, least.header);
	e.footer.size = mpt_max(e.footer.size, least.footer);
	return e;
}

/* Now that the rows stand. */
static void retrieve_markers(struct column *c, const struct table *t, struct table_ends *e)
{
	e->scope = scope_laid_out(c, e->scope, e->head);
	e->footer = part_measure(c, t, &t->footer, e->scope);
	e->needed.footer = e->footer.size;
	if (!e->head)
		return;
	struct row_group header = part_measure(c, t, &t->header, e->scope);
	e->needed.header = header.size;
	replace_header(c, t, e->head, header);
}

static bool layout_parts_of_table(struct column *c, struct table *t, bool resumed)
{
	struct table_ends e = table_ends_measure(c, t);
	if (!resumed || table_header_repeats(t))
		e.head = place_part(c, t, &t->header, &e.header, resumed);
	bool repeated = table_footer_repeats(t);
	mpt closing = c->closing, footer_size = e.footer.size;
	mpt held_until = c->held_until, widow = fo_length(t->node, PROP_FOX_WIDOW_CONTENT_LIMIT, 0);
	if (!resumed && widow > 0)
		c->held_until = mpt_max(held_until, c->cursor + stacking_size(c, false) + widow);
	mpt footer_room = footer_size + notes_room(c, &e.footer.footnotes);
	bool done = layout_bodies(c, t, (struct closing){closing + (repeated ? footer_room : 0), closing + footer_room});
	c->closing = closing;
	c->held_until = held_until;
	if (e.scope && !c->again)
		retrieve_markers(c, t, &e);
	if (done || (repeated && !c->again))
		place_part(c, t, &t->footer, &e.footer, !done);
	bool grown = e.needed.header > e.header.size || e.needed.footer > footer_size;
	if (grown && c->size != MPT_MAX && room_left(c) < 0 && table_scope_needs(e.scope, e.needed))
		c->refill = true;
	return done;
}

/* What a width is a percentage of, or where none is given the room between the indents. */
static mpt table_measure(const struct column *c, const struct fo_node *node)
{
	if (fo_key(node, PROP_INLINE_PROGRESSION_DIMENSION) != KEY_AUTO)
		return containing_inline_size(c, node);
	mpt start = fo_length(node, PROP_START_INDENT, c->inline_size);
	return mpt_max(0, c->inline_size - start - fo_length(node, PROP_END_INDENT, c->inline_size));
}

bool table_layout(struct column *c, const struct fo_node *node, bool resumed)
{
	struct table *t = table_of(c->l, node, table_measure(c, node), c->page);
	bool begun = resumed && column_step(c)->part > 0;
	struct fragment *f = open_table(c, node, t, begun);
	bool done = layout_parts_of_table(c, t, begun);
	column_close_box(c, f, done);
	if (done)
		ask_after_last_row(c, t);
	return done && !c->ended;
}
