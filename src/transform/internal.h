/* What one run of a template knows; shared by the files of transform/. Found again in libxslt's callbacks through
 * _private. */
#ifndef CBUA_TRANSFORM_INTERNAL_H
#define CBUA_TRANSFORM_INTERNAL_H

#include <libxml/xmlerror.h>
#include <libxslt/documents.h>
#include <libxslt/xsltInternals.h>

#include "language.h"
#include "transform.h"

#define FUNCTIONS_NAMESPACE "urn:cbua:functions:1"

struct transform {
	const struct transform_options *options;
	struct diag *d;
	struct languages *languages;
	xsltStylesheet *style;
	xsltTransformContext *context; /* NULL while the template is read */
	/* What libxslt says in pieces: the place first, then words up to a newline. */
	struct buffer line;
	char *place_file; /* owned */
	int place_line;
	char *xpath; /* an XPath error; libxslt's own words that follow say only that there was one, but name the place;
	                owned */
	struct loc xpath_place;
	char *function; /* the name that XPath did not find; owned */
	bool failed;    /* the template is wrong, not the data: no result */
	bool muted;     /* a dump of libxslt's stack follows, which says nothing to the user */
};

/* The place of a source node in the user's files; of a node of the template in the template's. */
struct loc transform_position(const struct transform *t, const xmlNode *node);

/* messages.c: libxslt's printf-like and libxml2's structured errors to diag. Both take a struct transform. */
void messages_receive(void *transform, const char *format, ...) __attribute__((format(printf, 2, 3)));
void messages_receive_xml(void *transform, xmlError *error);
void messages_receive_xpath(void *transform, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The template is wrong. */
void messages_fail(struct transform *t, struct loc loc, const char *format, ...) __attribute__((format(printf, 3, 4)));
void messages_finish(struct transform *t);

/* functions.c: gives the context c:date() and the others. */
void functions_register(xsltTransformContext *context);

/* sort.c: xsl:sort with ICU's collation for the language in its lang attribute, or the root collation. */
void sort_nodes(xsltTransformContext *context, xmlNode **sorts, int count);

/* reader.c: files that a template names, within the folders that may be read. */
xmlDoc *reader_load(const xmlChar *uri, xmlDict *dict, int options, void *context, xsltLoadType type);
xmlDoc *reader_parse(struct transform *t, const char *path, xmlDict *dict, struct loc where);

#endif
