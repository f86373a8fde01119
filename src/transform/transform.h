/* A document and a template to XSL-FO, through libxslt with EXSLT and our own functions (urn:cbua:functions:1):
 *   c:src(node)              "file:line" of a source node, for the attribute c:src that fo/ reads
 *   c:date(iso, lang)        2024年5月22日, 22 мая 2024 г., 22 траўня 2024 г., 22 May 2024
 *   c:date-range(iso, iso, lang)
 *   c:number(number, lang)   digits grouped as the language does
 *   c:spelled-number(number, lang)   in words, as Chinese headings have them: 一百零五
 *   c:country(code, lang)    the country of an ISO 3166 code: CN is 中国, Китай, Кітай, China
 *   c:sort-key(text, lang)   a string whose plain order is that of the collation: pinyin, Cyrillic, Latin
 *   c:serial(key, given?)    the serial number of the certificate with this key; given where there is no register
 *   c:statement(serial, name, event, date)
 *                            what its code says, signed; '' where there is no key
 *   c:is-color(text)         is it #rgb, #rrggbb or a colour's name?
 *   c:initial(text, lang)    the letter an index puts the text under (pinyin initial for Chinese)
 * Sorting is xsl:sort: <xsl:sort select="c:name" lang="{$lang}"/> collates through ICU (a function could not sort:
 * XPath 1.0 puts every node-set back into document order). c:date of '' is ''. xsl:message is a warning at the current
 * source node's line; a first word "error: " or "note: " makes it another kind, terminate="yes" an error.
 *   c:has-label(...) and the like are plain XSLT in templates/common. */
#ifndef CBUA_TRANSFORM_H
#define CBUA_TRANSFORM_H

#include <libxml/tree.h>

#include "base.h"

struct transform_parameter {
	const char *name, *value; /* value is a string, not XPath */
	bool optional;            /* passed over by a template that does not declare it; otherwise that is reported */
};

struct transform_options {
	const char *template_path;
	const struct transform_parameter *parameters;
	size_t parameter_count;
	/* Where a node of the source stands: load_position. */
	struct loc (*position)(const xmlNode *node);
	/* May this path be read by document() and xsl:include? NULL: all. */
	bool (*may_read)(void *context, const char *path);
	void *context;
	/* c:serial and c:statement (serial, name, event, date): appended to out. NULL: given, and nothing. */
	void (*serial)(void *certifying, const char *key, const char *given, struct buffer *out);
	void (*statement)(void *certifying, const char *const parts[4], struct buffer *out);
	void *certifying;
};

/* The XSL-FO document; the caller frees it. NULL after reporting. White space that the template strips goes
 * from source. Not for two threads at once: libxslt's hooks are the process's. */
xmlDoc *transform_apply(xmlDoc *source, const struct transform_options *options, struct diag *d);

/* The same in steps, for a template that is applied many times. options must outlive it. NULL after reporting. */
struct transform;
struct transform *transform_open(const struct transform_options *options, struct diag *d);
/* Has the template a parameter of this name? */
bool transform_takes(const struct transform *t, const char *name);
/* more: parameters for this time. NULL after reporting to d, or when t or source is. */
xmlDoc *transform_run(struct transform *t, xmlDoc *source, const struct transform_parameter *more, size_t count,
                      struct diag *d);
void transform_close(struct transform *t);

/* Once a process: registers EXSLT and our functions; and gives their memory back. */
void transform_initialise(void);
void transform_cleanup(void);

#endif
