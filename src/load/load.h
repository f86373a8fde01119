/* An XML file to a checked document: no network, no entities from outside the allowed folders, XInclude, RELAX NG. */
#ifndef CBUA_LOAD_H
#define CBUA_LOAD_H

#include <libxml/tree.h>

#include "base.h"

/* Folders that may be read: the input's, the template's, and those the user declared. */
struct load_folders;
struct load_folders *load_folders_new(void);
void load_folders_allow(struct load_folders *folders, const char *directory);
void load_folders_free(struct load_folders *folders);

/* The real paths of the files that were asked for and may be read, each once, in the order in which they came first.
 * They live as long as folders, and the list until the next file. */
const char *const *load_folders_used(const struct load_folders *folders, size_t *count);

/* The paths of those that were not there, in the same way. */
const char *const *load_folders_missing(const struct load_folders *folders, size_t *count);

/* The real path of a URI (relative to base_file's folder, file: or plain) when it lies in an allowed folder; NULL after
 * reporting at loc: missing, outside, or not a file. data: URIs come back as they are. The caller frees. */
char *load_resolve(const struct load_folders *folders, const char *uri, const char *base_file, struct loc loc,
                   struct diag *d);

/* The path that a URI (file: or plain) names, relative to base_file's folder, whether it is there or not; NULL for
 * other schemes. The caller frees. */
char *load_path(const char *uri, const char *base_file);

/* Does the real path of a file that exists lie in an allowed folder? */
bool load_may_read(const struct load_folders *folders, const char *path);

/* Once a process, before anything else of libxml2: no network, our entity loader. */
void load_initialise(void);

/* The document, XIncluded; NULL after reporting. Every element of an included part keeps its own file and line
 * (load_position). */
xmlDoc *load_document(const char *path, const struct load_folders *folders, struct diag *d);

/* Where a node stands in the user's files. The file name lives as long as the document. */
struct loc load_position(const xmlNode *node);

/* Checks against a RELAX NG schema, then what RELAX NG cannot say about urn:cbua:conference:1 (references to unknown
 * institutions, clusters, persons; sessions outside the conference's days). False after reporting. */
bool load_check(xmlDoc *doc, const char *schema_path, struct diag *d);

#endif
