/* Where ids are: pages and folios that citations show. Filled while pages are made; asked while content is built.
 * What an answer was is remembered, so that content built on an answer that no longer holds is made again (DESIGN.md
 * decision 5). */
#ifndef CBUA_REFERENCE_H
#define CBUA_REFERENCE_H

#include "internal.h"

struct reference_table;

struct reference_table *reference_table_new(struct arena *a);
void reference_table_free(struct reference_table *t);

/* The tree has this object, which has an id. */
void reference_declare(struct reference_table *t, const struct fo_node *node);
/* The object with that id; NULL: none. */
const struct fo_node *reference_object(const struct reference_table *t, const char *id);
bool reference_is_declared(const struct reference_table *t, const char *id);

/* An area of the id is on a page: the first note of a pass counts as its beginning, the last as its end. */
void reference_note(struct reference_table *t, const char *id, size_t page_index, const char *label);
/* A page that only some strategies count (XSL 7.30.11): it holds a footnote or a float of the object with that id, or
 * it is blank and the object made it. */
enum citation_strategy { CITE_NORMAL, CITE_NON_BLANK, CITE_ALL };
void reference_note_beyond(struct reference_table *t, const char *id, enum citation_strategy least, const char *label);
/* A pass begins in which a page sequence's pages are made again: its ids have no place yet, its citations were not
 * answered. */
void reference_forget_sequence(struct reference_table *t, size_t first_page, size_t page_count,
                               const struct fo_node *sequence);
/* Whether a citation in the sequence was given an answer that is not true now. */
bool reference_is_stale(struct layout *l, const struct fo_node *sequence);
/* Whether a citation in the sequence asked for an id (the sequence's layout may depend on others). */
bool reference_is_used(const struct reference_table *t, const struct fo_node *sequence);
/* Another number whenever the table has changed. */
size_t reference_version(const struct reference_table *t);
/* The pages of an id; false when it has none. */
bool reference_pages(const struct reference_table *t, const char *id, size_t *first, size_t *last);

#endif
