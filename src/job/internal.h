/* Shared by the files of job/. */
#ifndef CBUA_JOB_INTERNAL_H
#define CBUA_JOB_INTERNAL_H

#include <libxml/tree.h>
#include <stdint.h>
#include <time.h>

#include "job.h"
#include "load.h"
#include "transform.h"

#define FO_NAMESPACE         "http://www.w3.org/1999/XSL/Format"
#define CONFERENCE_NAMESPACE "urn:cbua:conference:1"
#define FUNCTIONS_NAMESPACE  "urn:cbua:functions:1"

/* How long each stage took, for --timings. */
struct stopwatch {
	struct {
		const char *stage;
		double ms;
	} lap[16];
	size_t count;
	double started; /* of the current lap, ms */
};
void stopwatch_start(struct stopwatch *watch);
void stopwatch_lap(struct stopwatch *watch, const char *stage);
void stopwatch_print(const struct stopwatch *watch, size_t pages);

/* The input on its way to formatting objects. */
struct source {
	const struct job_options *options;
	struct diag *d;
	struct load_folders *folders;
	char *data;           /* job_data_directory; NULL until it is asked for */
	char *template_path;  /* NULL for XSL-FO input */
	char *theme_path;     /* NULL: the template's own */
	char *input_path;     /* the input's real path */
	size_t loaded_files;  /* how many of the files in folders are parts of the document */
	xmlDoc *document;     /* the input */
	xmlDoc *fo;           /* the XSL-FO document; document itself when that is one */
	struct arena *memory; /* of what transform is told */
	struct transform_options transform_options;
	struct transform *transform;   /* NULL for XSL-FO input */
	struct certifying *certifying; /* the same */
	struct stopwatch watch;
};

/* source.c: each is false after reporting; source_close in any case. */
bool source_load(struct source *s, const struct job_options *options, struct diag *d); /* loaded and checked */
bool source_is_fo(const struct source *s);
bool source_prepare(struct source *s); /* the template found and read; XSL-FO input is in s->fo */
bool source_transform(struct source *s, const struct transform_parameter *more, size_t count); /* s->fo anew */
bool source_open(struct source *s, const struct job_options *options, struct diag *d);         /* all of this */
void source_close(struct source *s);
/* SOURCE_DATE_EPOCH, or the day the input's root names, or 2000-01-01: never the clock, so that the same input gives
 * the same file. */
time_t source_date(const struct source *s);

/* data.c: a name is looked up under data/folder with the extension; what has a slash or the extension is a file. NULL
 * after reporting, with the names there are. The caller frees. */
char *data_find(struct source *s, const char *what, const char *folder, const char *extension, const char *name);
/* data/name. The caller frees. NULL after reporting. */
char *data_path(struct source *s, const char *name);

/* format.c: fonts, shaped words and pictures, which documents of one run share. NULL after reporting. */
struct engine;
struct engine *engine_open(struct source *s);
void engine_close(struct engine *e);
/* Forgets what was said already, so that the next document says it again. False after reporting. */
bool engine_renew(struct engine *e);
/* Formatting objects to a PDF file's bytes, or with options->dump "pages" their text. False after reporting. */
bool format_document(struct engine *e, const xmlDoc *fo, struct buffer *out, size_t *pages);

/* attach.c: the data of certificates and, with source_too, the files that the document was made from, attached. False
 * after reporting; a must live until pdf_finish.
 */
struct pdf;
struct pdf_attachment;
struct attached {
	const struct pdf_attachment *list; /* [count] */
	size_t count;
};
bool attach_collect(struct source *s, struct arena *a, struct attached *result); /* the same files, not attached */
/* The program's own files that were read so far, below its data folder; how many there are. */
size_t attach_own_files(struct source *s, const char **names, size_t count);
bool attach_source(struct source *s, struct pdf *pdf, const xmlDoc *fo, bool source_too, struct arena *a);

/* The attachment that tells how a file was made; its line "render: " is a command line. */
#define RECIPE_NAME "cbua-pdf.txt"
/* The attachment with the data of certificates. */
#define CERTIFIED_NAME "certificates.jsonl"

/* sign.c: NULL after reporting. */
struct signing;
struct signing *sign_open(const struct job_signing *wanted, struct diag *d);
const struct pdf_signature *sign_signature(const struct signing *s); /* NULL when s is */
void sign_close(struct signing *s);
/* The request for a time stamp, when one is asked for. False after reporting. */
bool sign_write_request(const struct job_signing *wanted, const struct buffer *file, struct diag *d);

/* digest.c: SHA-256 as 64 hexadecimal digits. */
struct digest;
struct digest *digest_new(void);
struct digest *digest_new_sha512(void); /* 128 digits */
void digest_add(struct digest *g, const void *bytes, size_t size);
void digest_add_text(struct digest *g, const char *text); /* with its end */
bool digest_add_file(struct digest *g, const char *path);
const char *digest_end(struct digest *g, struct arena *a);     /* frees g */
const char *digest_of_file(const char *path, struct arena *a); /* NULL when it cannot be read */

/* tree.c: files below a folder, by path. Each is false after reporting. */
struct tree {
	const char **path; /* [count], relative, sorted */
	size_t count, capacity;
	uint64_t bytes; /* of all of them */
};
bool tree_read(struct tree *t, const char *folder, struct arena *a, struct diag *d); /* free t->path */
bool tree_make_folders(const char *folder, const char *name, struct diag *d);        /* folder, and those in name */
bool tree_write(const char *folder, const char *name, const void *bytes, size_t size, struct diag *d);
void tree_remove(const char *folder);

/* bag.c: makes folder, whose data/ is there, a bag (RFC 8493); info: lines of bag-info.txt. False after reporting. */
bool bag_finish(const char *folder, const struct buffer *info, struct diag *d);
/* bag_verify.c: is every file of the bag there, and as it was? Reports what is not. */
bool bag_is_one(const char *folder);
void bag_verify(const char *folder, struct diag *d);

/* certify.c: answers c:serial and c:statement; before the template is opened. */
struct certifying *certify_new(struct source *s);
bool certify_prepare(struct certifying *c); /* after that; false after reporting */
void certify_free(struct certifying *c);
/* certified.c: what fo:page-sequence elements say of their certificates, a line of JSON each; NULL when nothing. */
const char *certified_lines(const xmlDoc *fo, struct arena *a);

/* select.c: leaves of the records that --select speaks of only those that it finds. False after reporting. */
bool select_records(struct source *s);

/* level.c: what --pdf asks for, or what a document gets without it: the archive levels that it can keep to. */
const char *level_of_source(struct source *s, const xmlDoc *fo);
/* This put into the options of pdf/. False when text is no level. */
struct pdf_options;
bool level_apply(const char *text, struct pdf_options *options);

/* resolve.c: for layout_options.resolve; context is a struct source. */
const char *resolve_uri(void *source, const char *uri, struct loc loc, struct arena *a);

/* dump.c: indented XSL-FO without our source positions. */
void dump_fo(xmlDoc *fo, struct buffer *out);

/* output.c: before any work: can this output be written? False after reporting. */
bool output_check(const struct job_options *options, struct diag *d);
bool output_write(const struct job_options *options, const struct buffer *bytes, struct diag *d);

#endif
