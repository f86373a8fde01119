/* A RELAX NG schema in XML syntax, read for what it allows where: which attributes and elements an element may hold,
 * and what values. Only for messages; whether a document is valid says libxml2. Knows one file: no include, no
 * externalRef. */
#ifndef CBUA_LOAD_GRAMMAR_H
#define CBUA_LOAD_GRAMMAR_H

#include <libxml/tree.h>

#include "base.h"

struct grammar;

/* An attribute or element pattern within the content of another element. */
struct grammar_entry {
	const xmlNode *pattern; /* rng:attribute or rng:element */
	bool required;
	bool many; /* may be repeated */
	int order; /* of elements in a group: a lower one comes first; equal ones in any order */
};

struct grammar_model {
	struct grammar_entry *attribute, *element; /* [count] */
	size_t attribute_count, element_count;
	size_t attribute_capacity, element_capacity;
	bool text; /* character data may stand between elements */
	bool data; /* or a value does: see grammar_accepts */
};

/* Lives in a, but for hash tables that grammar_free ends; schema must outlive it. */
struct grammar *grammar_new(const xmlDoc *schema, struct arena *a);

void grammar_free(struct grammar *g);

/* What the schema's start allows: its root elements. */
const struct grammar_model *grammar_start(struct grammar *g);
/* The content of an rng:element. */
const struct grammar_model *grammar_content(struct grammar *g, const xmlNode *pattern);

/* Does the pattern's name class hold this name? ns NULL: none. */
bool grammar_names(const xmlNode *pattern, const char *name, const char *ns);
/* As the user writes it; "*" for any. */
const char *grammar_name(const xmlNode *pattern, struct arena *a);

/* May the text be the value of an rng:attribute, or the content of an rng:element without elements? */
bool grammar_accepts(struct grammar *g, const xmlNode *pattern, const char *text);
/* "a date such as 2024-05-22", "one of: a, b, c": what grammar_accepts wants. */
void grammar_expected(struct grammar *g, const xmlNode *pattern, struct buffer *out);

#endif
