/* fo:retrieve-table-marker (XSL 6.13.7): what a table's header and footer show of the markers in its bodies. They are
 * laid out by a guess before the rows of a column are known, and again when these are. */
#include "table.h"

#include <string.h>

/* A marker in a body, as the document has it. */
struct table_marker {
	const struct fo_node *marker;
	int row;
};

struct table_markers {
	struct table_marker *item;
	size_t count, capacity;
	size_t page; /* the page of the latest scope (its index) and the first row of the table that stands on it */
	int page_row;
	struct table_room room; /* that was too little for the part that begins with room_row; -1: none */
	int room_row;
};

/* ---- the table ---- */

/* Nested tables have their own. */
static bool retrieves(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind == FO_RETRIEVE_TABLE_MARKER ||
		    (child->kind != FO_TABLE_HEADER && child->kind != FO_TABLE_FOOTER && retrieves(child)))
			return true;
	return false;
}

static void add_marker(struct table *t, const struct fo_node *marker, int row)
{
	struct table_markers *m = t->markers;
	if (m->count == m->capacity) {
		size_t capacity = m->capacity ? m->capacity * 2 : 32;
		m->item = arena_grow(t->memory, m->item, m->count, capacity, sizeof *m->item);
		m->capacity = capacity;
	}
	m->item[m->count++] = (struct table_marker){marker, row};
}

static void add_markers_in(struct table *t, const struct fo_node *node, int row)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind == FO_MARKER)
			add_marker(t, child, row);
		else
			add_markers_in(t, child, row);
	}
}

static void add_own_markers(struct table *t, const struct fo_node *node, int row)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind == FO_MARKER)
			add_marker(t, child, row);
}

static void add_row_markers(struct table *t, int row)
{
	const struct table_row *r = &t->row[row];
	if (r->node) {
		add_markers_in(t, r->node, row);
		return;
	}
	for (size_t i = 0; i < r->cell_count; i++)
		add_markers_in(t, t->cell[r->first_cell + i].node, row);
}

void table_find_markers(struct table *t)
{
	if (!(t->header.row_count && retrieves(t->header.node)) && !(t->footer.row_count && retrieves(t->footer.node)))
		return;
	t->markers = arena_alloc(t->memory, sizeof *t->markers);
	*t->markers = (struct table_markers){.page = SIZE_MAX};
	for (int i = 0; i < t->body_count; i++) {
		const struct table_part *body = &t->body[i];
		add_own_markers(t, body->node, body->first_row);
		for (int row = body->first_row; row < body->first_row + body->row_count; row++)
			add_row_markers(t, row);
	}
}

/* ---- a part of the table in one column ---- */

struct table_scope table_scope_at(struct table *t, int row, bool row_begun, const struct page_context *page)
{
	struct table_markers *m = t->markers;
	if (m->page != page->index || row < m->page_row) {
		m->page = page->index;
		m->page_row = row;
		m->room_row = -1;
	}
	return (struct table_scope){.table = t, .first_row = row, .row_begun = row_begun, .page_row = m->page_row};
}

static bool has_class(const struct fo_node *marker, const char *class_name)
{
	return strcmp(fo_string(marker, PROP_MARKER_CLASS_NAME), class_name) == 0;
}

/* The last in areas before this part that the boundary lets through. */
static const struct fo_node *carried(const struct table_scope *s, const char *class_name, enum fo_key boundary)
{
	const struct table_markers *m = s->table->markers;
	int least = boundary == KEY_PAGE ? s->page_row : 0;
	for (size_t i = boundary == KEY_TABLE_FRAGMENT ? 0 : m->count; i-- > 0;) {
		const struct table_marker *k = &m->item[i];
		bool before = k->row < s->first_row || (k->row == s->first_row && s->row_begun);
		if (before && k->row >= least && has_class(k->marker, class_name))
			return k->marker;
	}
	return NULL;
}

/* What will probably be shown, or something as large. */
static const struct fo_node *expected(const struct table_scope *s, const char *class_name)
{
	const struct table_markers *m = s->table->markers;
	for (size_t i = 0; i < m->count; i++)
		if (m->item[i].row >= s->first_row && has_class(m->item[i].marker, class_name))
			return m->item[i].marker;
	return NULL;
}

static enum fo_key position_on_page(enum fo_key within_table)
{
	switch (within_table) {
	case KEY_LAST_STARTING:
		return KEY_LAST_STARTING_WITHIN_PAGE;
	case KEY_LAST_ENDING:
		return KEY_LAST_ENDING_WITHIN_PAGE;
	case KEY_FIRST_INCLUDING_CARRYOVER:
		return KEY_FIRST_INCLUDING_CARRYOVER;
	default:
		return KEY_FIRST_STARTING_WITHIN_PAGE;
	}
}

const struct fo_node *table_retrieve_marker(const struct table_scope *scope, const struct fo_node *retrieve)
{
	if (!scope)
		return NULL;
	const char *class_name = fo_string(retrieve, PROP_RETRIEVE_CLASS_NAME);
	enum fo_key position = position_on_page(fo_key(retrieve, PROP_RETRIEVE_POSITION_WITHIN_TABLE));
	const struct fo_node *found = scope->laid_out
	                                  ? markers_choose(scope->marker, scope->marker_count, class_name, position)
	                                  : expected(scope, class_name);
	return found ? found : carried(scope, class_name, fo_key(retrieve, PROP_RETRIEVE_BOUNDARY_WITHIN_TABLE));
}

struct table_room table_scope_room(const struct table_scope *scope)
{
	const struct table_markers *m = scope ? scope->table->markers : NULL;
	return m && m->room_row == scope->first_row ? m->room : (struct table_room){0, 0};
}

bool table_scope_needs(const struct table_scope *scope, struct table_room room)
{
	struct table_markers *m = scope->table->markers;
	if (m->room_row == scope->first_row)
		return false;
	m->room_row = scope->first_row;
	m->room = room;
	return true;
}
