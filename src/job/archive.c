/* A conference's record as a bag: the documents asked for, what they were made from, and what makes them. Made beside
 * its place and renamed: what stands there is whole. */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"
#include "pdf.h"

#ifndef CBUA_VERSION
#define CBUA_VERSION "0.1.0"
#endif

struct archive {
	const struct job_archive *wanted;
	struct diag *d;
	struct arena *memory;
	const char *folder; /* where it is made */
};

/* ---- documents ---- */

/* "a/b/report.xsl" -> "report" */
static const char *document_name(const char *template, struct arena *a)
{
	const char *slash = strrchr(template, '/');
	const char *name = slash ? slash + 1 : template;
	size_t size = strlen(name);
	return arena_strndup(a, name, size > 4 && strcmp(name + size - 4, ".xsl") == 0 ? size - 4 : size);
}

static bool make_document(struct archive *r, const char *template, bool each)
{
	struct job_options options = r->wanted->options;
	const char *name = document_name(template, r->memory);
	const char *file = arena_printf(r->memory, each ? "data/documents/%s/{id}.pdf" : "data/documents/%s.pdf", name);
	options.output = arena_printf(r->memory, "%s/%s", r->folder, file);
	options.template_name = template;
	options.each = each;
	int before = diag_errors(r->d);
	if (!tree_make_folders(r->folder, file, r->d))
		return false;
	if (each)
		job_each(&options, r->d);
	else
		job_render(&options, r->d);
	return diag_errors(r->d) == before;
}

/* Names with commas between. */
static bool make_documents(struct archive *r, const char *templates, bool each)
{
	char *list = arena_strdup(r->memory, templates ? templates : "");
	bool ok = true;
	for (char *name = strtok(list, ","); ok && name; name = strtok(NULL, ","))
		ok = make_document(r, name, each);
	return ok;
}

/* ---- source ---- */

static bool copy_own_file(struct archive *r, struct source *s, const char *name)
{
	struct buffer bytes = {0};
	char *path = data_path(s, name);
	bool ok = path && file_read(path, 0, &bytes, r->d, (struct loc){0}) &&
	          tree_write(r->folder, arena_printf(r->memory, "data/program/%s", name), bytes.data ? bytes.data : "",
	                     bytes.size, r->d);
	buffer_free(&bytes);
	free(path);
	return ok;
}

static bool copy_own_files(struct archive *r, struct source *s)
{
	size_t count = attach_own_files(s, NULL, 0);
	const char **names = arena_array(r->memory, count, sizeof *names);
	attach_own_files(s, names, count);
	bool ok = copy_own_file(r, s, "input/conference.rng") && copy_own_file(r, s, "fonts/fonts.conf");
	for (size_t i = 0; i < count && ok; i++)
		ok = copy_own_file(r, s, names[i]);
	return ok;
}

static bool write_source(struct archive *r, struct source *s)
{
	struct attached attached;
	bool ok = attach_collect(s, r->memory, &attached);
	for (size_t i = 0; i < attached.count && ok; i++) {
		const struct pdf_attachment *file = &attached.list[i];
		const char *name = arena_printf(r->memory, "data/source/%s", file->name);
		ok = tree_write(r->folder, name, file->bytes, file->size, r->d);
	}
	return ok;
}

/* ---- what it is ---- */

static void put_line(struct buffer *out, const char *label, const char *value)
{
	if (!*value)
		return;
	buffer_printf(out, "%s: ", label);
	for (bool blank = false; *value; value++)
		if (strchr(" \t\r\n", *value)) {
			blank = true;
		} else {
			if (blank)
				buffer_putc(out, ' ');
			blank = false;
			buffer_putc(out, *value);
		}
	buffer_putc(out, '\n');
}

/* A line for each node that the XPath finds. */
static void put_found(struct buffer *out, const char *label, xmlXPathContext *context, const char *path)
{
	xmlXPathObject *found = xmlXPathEval((const xmlChar *)path, context);
	for (int i = 0; found && found->nodesetval && i < found->nodesetval->nodeNr; i++) {
		xmlChar *text = xmlNodeGetContent(found->nodesetval->nodeTab[i]);
		put_line(out, label, text ? (const char *)text : "");
		xmlFree(text);
	}
	xmlXPathFreeObject(found);
}

static void put_conference(struct buffer *out, const xmlDoc *document)
{
	static const struct {
		const char *label, *path;
	} rows[] = {
	    {"Source-Organization", "//c:institution[@xml:id = /c:conference/c:host/@institution]/c:name[1]"},
	    {"Contact-Name", "//c:person[@xml:id = /c:conference/c:chair/@person]/c:name[1]"},
	    {"External-Description", "/c:conference/c:title"},
	    {"External-Identifier", "/c:conference/@xml:id"},
	    {"Conference-From", "/c:conference/@from"},
	    {"Conference-To", "/c:conference/@to"},
	    {"Conference-Place", "/c:conference/c:place/c:city[1]"},
	};
	xmlXPathContext *context = xmlXPathNewContext((xmlDoc *)document);
	xmlXPathRegisterNs(context, (const xmlChar *)"c", (const xmlChar *)CONFERENCE_NAMESPACE);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		put_found(out, rows[i].label, context, rows[i].path);
	xmlXPathFreeContext(context);
}

static bool finish_bag(struct archive *r, struct source *s)
{
	struct buffer info = {0};
	char day[16];
	time_t date = source_date(s);
	struct tm parts;
	strftime(day, sizeof day, "%Y-%m-%d", gmtime_r(&date, &parts));
	put_conference(&info, s->document);
	put_line(&info, "Bagging-Date", day);
	put_line(&info, "Bag-Software-Agent", "cbua-pdf " CBUA_VERSION);
	bool ok = bag_finish(r->folder, &info, r->d);
	buffer_free(&info);
	return ok;
}

/* ---- from end to end ---- */

/* The document once more, as it is, for what is said about it; its template tells which files belong to it. */
static bool describe(struct archive *r)
{
	struct source source;
	struct buffer ignored = {0};
	struct job_options options = r->wanted->options;
	size_t pages;
	const char *first = r->wanted->reports ? r->wanted->reports : r->wanted->each;
	options.template_name = arena_strndup(r->memory, first, strcspn(first, ","));
	options.dump = "pages"; /* laid out, so that its pictures are known */
	bool ok = source_open(&source, &options, r->d);
	struct engine *engine = ok ? engine_open(&source) : NULL;
	ok = engine && format_document(engine, source.fo, &ignored, &pages) && write_source(r, &source) &&
	     copy_own_files(r, &source) && finish_bag(r, &source);
	engine_close(engine);
	buffer_free(&ignored);
	source_close(&source);
	return ok;
}

static bool check_place(const char *output, struct diag *d)
{
	struct stat found;
	if (stat(output, &found) != 0 || rmdir(output) == 0) /* an empty folder may be used */
		return true;
	diag_system(d, (struct loc){output, 0}, "is there already, and a record is never written over");
	return false;
}

static const char *without_slashes(const char *path, struct arena *a)
{
	size_t size = strlen(path);
	while (size > 1 && path[size - 1] == '/')
		size--;
	return arena_strndup(a, path, size);
}

void job_archive(const struct job_archive *wanted, struct diag *d)
{
	struct archive r = {.wanted = wanted, .d = d, .memory = arena_new()};
	const char *output = without_slashes(wanted->options.output, r.memory);
	char *folder = arena_printf(r.memory, "%s.part-XXXXXX", output);
	if (check_place(output, d) && !mkdtemp(folder))
		diag_system(d, (struct loc){output, 0}, "cannot make a folder beside it: %s", strerror(errno));
	if (diag_status(d) == 0) {
		r.folder = folder;
		chmod(folder, 0755);
		bool ok = make_documents(&r, wanted->reports, false) && make_documents(&r, wanted->each, true) && describe(&r);
		if (ok && rename(folder, output) != 0) {
			diag_system(d, (struct loc){output, 0}, "cannot be put in place: %s", strerror(errno));
			ok = false;
		}
		if (!ok)
			tree_remove(folder);
	}
	arena_free(r.memory);
}
