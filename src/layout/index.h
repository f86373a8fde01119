/* Indexes (XSL 6.10): which pages an index key is on, and what a fo:index-page-citation-list makes of them. Knows
 * pages from the reference table; the text and its look are made in content_index.c. */
#ifndef CBUA_INDEX_H
#define CBUA_INDEX_H

#include "internal.h"

/* A cited page item. */
struct index_item {
	size_t page;                     /* in the document, from 0 */
	const char *label;               /* its folio */
	const struct fo_node *reference; /* fo:index-key-reference */
	const char *class_name;          /* index-class */
	const char *destination;         /* the id of what has the key there */
};

/* A page, or a range from first to last. */
struct index_entry {
	struct index_item first, last;
	bool is_range;
};

struct index_entries {
	struct index_entry *item; /* [count] */
	size_t count;
};

struct index_table;

/* All objects with an index-key, and all lists. Reports keys that no object has. Lives in a. */
struct index_table *index_table_new(const struct fo_tree *tree, struct arena *a, struct diag *d);

/* Whether a page number in an index leads to an object whose author has given it no id. */
bool index_leads_to(const struct index_table *t, const char *id);

/* The list's pages and ranges in order, as known from the last pass. Lives in a. */
struct index_entries index_entries_of(const struct layout *l, const struct fo_node *list, struct arena *a);

/* The same as a text that is another one whenever something in them is; it lives as long as the layout. */
const char *index_label(struct layout *l, const struct fo_node *list);

#endif
