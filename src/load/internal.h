/* Shared by the files of load/. */
#ifndef CBUA_LOAD_INTERNAL_H
#define CBUA_LOAD_INTERNAL_H

#include <libxml/parser.h>

#include "load.h"

/* One document while it is put together from its parts. */
struct load {
	const struct load_folders *folders;
	struct diag *d;
	xmlDict *dict;     /* shared by all parts, so that nodes move between them */
	size_t parts_left; /* how many may still be included: a few small files can include each other without end */
	size_t bytes_left;
	bool includes; /* the part read last has elements of XInclude's namespace */
};

/* One file while libxml2 reads it: the parser context's _private. */
struct load_part {
	struct load *load;
	const char *name;            /* as messages name it; in the dictionary */
	const xmlParserCtxt *parser; /* libxml2 makes another one for every entity */
	const char *position;        /* "0:" name; what its elements' _private points to */
	bool failed;                 /* a fatal error was reported: what libxml2 says afterwards only follows from it */
};

/* load.c: a file's XML without its inclusions; path is where it is, name what messages call it. NULL after reporting.
 */
xmlDoc *load_part(struct load *load, const char *path, const char *name, struct loc where);

bool load_is_xinclude(const char *uri);

/* include.c: replaces every xi:include in the document of the file name. False after reporting. */
bool include_process(struct load *load, xmlDoc *doc, const char *name, const char *real);

/* xml_error.c: what libxml2's parser complains of, in plain words. data: struct load_part. */
void xml_error_report(void *data, xmlError *error);

/* folders.c */
bool load_folders_hold(const struct load_folders *folders, const char *real);

/* explain.c: where a document that is not valid differs from the schema, in plain words. False when it finds nothing.
 */
bool explain_invalid(const xmlDoc *doc, const xmlDoc *schema, struct diag *d);

/* reference.c: references and days. False after reporting. */
bool reference_check(xmlDoc *doc, struct diag *d);

/* identify.c: id() finds every element of the document by its xml:id, the first of those that share one. */
void load_identify(xmlDoc *doc);

#endif
