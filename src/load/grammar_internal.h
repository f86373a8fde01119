/* Shared by grammar.c and grammar_value.c. */
#ifndef CBUA_LOAD_GRAMMAR_INTERNAL_H
#define CBUA_LOAD_GRAMMAR_INTERNAL_H

#include "grammar.h"

/* A name may be defined in several places, to be combined. */
struct grammar_define {
	const xmlNode *node;
	const struct grammar_define *next;
};

/* An element of RELAX NG's own namespace with this local name? */
bool grammar_is(const xmlNode *node, const char *name);
const char *grammar_attribute(const xmlNode *node, const char *name);
const struct grammar_define *grammar_lookup(const struct grammar *g, const xmlNode *ref);
/* A pattern that only puts others together. */
bool grammar_has_children(const xmlNode *pattern);
/* A child of an element or attribute pattern that is a pattern, not a name. */
bool grammar_is_content(const xmlNode *child);

#endif
