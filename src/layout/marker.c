/* Markers (XSL 6.13.5 to 6.13.7): which a page's areas carry, and which one a retrieve-marker shows. */
#include <stdlib.h>
#include <string.h>

#include "marker.h"
#include "table.h"

/* The last marker of a class on the pages so far. */
struct carried {
	const char *class_name;
	const struct fo_node *marker;
	const struct fo_node *sequence;
};

struct marker_state {
	bool *has_markers; /* [node_count]: the node has fo:marker children */
	struct carried *carried;
	size_t count, capacity;
};

static void find_owners(struct marker_state *m, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind == FO_MARKER)
			m->has_markers[node->number] = true;
		else
			find_owners(m, child);
	}
}

struct marker_state *marker_state_new(const struct fo_tree *tree, struct arena *a)
{
	struct marker_state *m = xmalloc(sizeof *m);
	*m = (struct marker_state){.has_markers = arena_array(a, tree->node_count, sizeof(bool))};
	find_owners(m, tree->root);
	return m;
}

void marker_state_free(struct marker_state *m)
{
	if (m)
		free(m->carried);
	free(m);
}

/* ---- collecting ---- */

struct collection {
	const struct layout *l;
	struct arena *memory;
	struct page_marker *item;
	size_t count, capacity;
};

static void collect_node(struct collection *k, const struct fo_node *node, bool first, bool last)
{
	if (node->number >= k->l->tree_nodes || !k->l->markers->has_markers[node->number])
		return;
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind != FO_MARKER)
			continue;
		if (k->count == k->capacity) {
			size_t capacity = k->capacity ? k->capacity * 2 : 16;
			k->item = arena_grow(k->memory, k->item, k->count, capacity, sizeof *k->item);
			k->capacity = capacity;
		}
		k->item[k->count++] = (struct page_marker){child, node, first, last};
	}
}

static void collect(struct collection *k, const struct fragment *f)
{
	if (f->kind == FRAGMENT_LINE) {
		for (size_t i = 0; i < f->line->box_count; i++)
			collect_node(k, f->line->box[i].node, f->line->box[i].first, f->line->box[i].last);
		return;
	}
	collect_node(k, f->node, f->first, f->last);
	for (const struct fragment *child = f->first_child; child; child = child->next)
		collect(k, child);
}

void page_collect_markers(struct layout *l, struct page_made *made)
{
	struct collection k = {.l = l, .memory = made->context.memory};
	for (const struct fragment *body = made->body; body; body = body->next)
		collect(&k, body);
	made->context.markers = k.item;
	made->context.marker_count = k.count;
}

struct page_marker *markers_of_fragments(const struct layout *l, const struct fragment *first, size_t *count,
                                         struct arena *a)
{
	struct collection k = {.l = l, .memory = a};
	for (const struct fragment *f = first; f; f = f->next)
		collect(&k, f);
	*count = k.count;
	return k.item;
}

/* ---- retrieving ---- */

static bool has_class(const struct page_marker *m, const char *class_name)
{
	return strcmp(fo_string(m->marker, PROP_MARKER_CLASS_NAME), class_name) == 0;
}

const struct fo_node *markers_choose(const struct page_marker *markers, size_t count, const char *class_name,
                                     enum fo_key position)
{
	bool want_last = position == KEY_LAST_STARTING_WITHIN_PAGE || position == KEY_LAST_ENDING_WITHIN_PAGE;
	const struct fo_node *any = NULL, *best = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct page_marker *m = &markers[want_last ? count - 1 - i : i];
		if (!has_class(m, class_name))
			continue;
		bool qualifies =
		    position == KEY_FIRST_INCLUDING_CARRYOVER || (position == KEY_LAST_ENDING_WITHIN_PAGE ? m->last : m->first);
		if (!any)
			any = m->marker;
		if (!best && qualifies)
			best = m->marker;
	}
	return best ? best : any;
}

const struct fo_node *page_retrieve_marker(struct layout *l, const struct page_context *page,
                                           const struct fo_node *retrieve)
{
	if (retrieve->kind == FO_RETRIEVE_TABLE_MARKER)
		return table_retrieve_marker(page->table, retrieve);
	const char *class_name = fo_string(retrieve, PROP_RETRIEVE_CLASS_NAME);
	const struct fo_node *found =
	    markers_choose(page->markers, page->marker_count, class_name, fo_key(retrieve, PROP_RETRIEVE_POSITION));
	enum fo_key boundary = fo_key(retrieve, PROP_RETRIEVE_BOUNDARY);
	if (found || boundary == KEY_PAGE)
		return found;
	for (size_t i = 0; i < l->markers->count; i++) {
		const struct carried *c = &l->markers->carried[i];
		if (strcmp(c->class_name, class_name) == 0 && (boundary == KEY_DOCUMENT || c->sequence == page->sequence))
			return c->marker;
	}
	return NULL;
}

static void carry(struct marker_state *m, const struct fo_node *marker, const struct fo_node *sequence)
{
	const char *class_name = fo_string(marker, PROP_MARKER_CLASS_NAME);
	size_t i = 0;
	while (i < m->count && strcmp(m->carried[i].class_name, class_name) != 0)
		i++;
	if (i == m->count) {
		ARRAY_RESERVE(m->carried, m->count, m->capacity);
		m->count++;
	}
	m->carried[i] = (struct carried){class_name, marker, sequence};
}

void page_carry_markers(struct layout *l, const struct page_made *made)
{
	for (size_t i = 0; i < made->context.marker_count; i++)
		carry(l->markers, made->context.markers[i].marker, made->context.sequence);
}
