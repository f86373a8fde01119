/* Shared by the files of job/. */
#ifndef CBUA_JOB_INTERNAL_H
#define CBUA_JOB_INTERNAL_H

#include <libxml/tree.h>
#include <time.h>

#include "job.h"
#include "load.h"

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
	char *data;          /* job_data_directory; NULL until it is asked for */
	char *template_path; /* NULL for XSL-FO input */
	char *theme_path;    /* NULL: the template's own */
	xmlDoc *document;    /* the input */
	xmlDoc *fo;          /* the XSL-FO document; document itself when that is one */
	struct stopwatch watch;
	size_t page_count; /* laid out so far */
};

/* source.c: loaded, checked, transformed. False after reporting. source_close in any case. */
bool source_open(struct source *s, const struct job_options *options, struct diag *d);
bool source_load(struct source *s, const struct job_options *options, struct diag *d);
void source_close(struct source *s);
/* SOURCE_DATE_EPOCH, or the day the input's root names, or 2000-01-01: never the clock, so that the same input gives
 * the same file. */
time_t source_date(const struct source *s);

/* data.c: a name is looked up under data/folder with the extension; what has a slash or the extension is a file. NULL
 * after reporting, with the names there are. The caller frees. */
char *data_find(struct source *s, const char *what, const char *folder, const char *extension, const char *name);
/* data/name. The caller frees. NULL after reporting. */
char *data_path(struct source *s, const char *name);

/* format.c: formatting objects to a PDF file's bytes, or with options->dump "pages" their text. False after reporting.
 */
bool format_document(struct source *s, struct buffer *out);

/* level.c: what --pdf asks for, put into the options of pdf/. False when text is no level. */
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
