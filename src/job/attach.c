/* The source inside the file: all that a document was made from and that is not the program's own, and the command line
 * that makes it again. Names of attachments are paths below one folder, so that what is taken out finds its parts. */
#define _XOPEN_SOURCE 700
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "pdf.h"

#ifndef CBUA_VERSION
#define CBUA_VERSION "0.1.0"
#endif

/* Of the program's own data, what documents are made from. */
#define PROGRAM_FOLDER "templates/"

enum { ATTACHED_MAX_BYTES = 1 << 28 };

/* A file that was read, by its real path. */
struct part {
	const char *path;
	const char *folder; /* of the attachment's name: "", "theme/", "template/"; NULL: the program's own */
};

struct attaching {
	struct source *source;
	struct arena *memory;
	struct part *part; /* [count] */
	size_t count;
	const char *root;                  /* the folder that holds all parts whose folder is "" */
	const char *program;               /* the program's own templates, with a slash at the end */
	const char *theme;                 /* folder of the user's own theme, with a slash; NULL */
	const char *template;              /* the same of a template */
	struct pdf_attachment *attachment; /* [attachment_count] */
	size_t attachment_count;
};

/* ---- which files ---- */

static bool is_below(const char *path, const char *folder)
{
	return folder && strncmp(path, folder, strlen(folder)) == 0;
}

/* With a slash at the end. */
static const char *folder_of(const char *path, struct arena *a)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_strndup(a, path, (size_t)(slash - path) + 1) : "";
}

static const char *own_folder(const struct attaching *at, const char *path)
{
	return path && !is_below(path, at->program) ? folder_of(path, at->memory) : NULL;
}

/* The longest folder, with a slash at the end, that a and b are below. */
static const char *common_folder(const char *a, const char *b, struct arena *memory)
{
	size_t same = 0;
	for (size_t i = 0; a[i] && a[i] == b[i]; i++)
		if (a[i] == '/')
			same = i + 1;
	return arena_strndup(memory, a, same);
}

/* What came with the input itself is the data's, wherever the template lies. */
static void sort_parts(struct attaching *at, size_t loaded)
{
	for (size_t i = 0; i < at->count; i++) {
		struct part *part = &at->part[i];
		bool is_data = i < loaded || is_below(part->path, at->root);
		if (!is_data && is_below(part->path, at->program))
			part->folder = NULL;
		else if (!is_data && is_below(part->path, at->theme))
			part->folder = "theme/";
		else if (!is_data && is_below(part->path, at->template))
			part->folder = "template/";
		else
			part->folder = "";
		if (part->folder && !*part->folder)
			at->root = at->root ? common_folder(at->root, part->path, at->memory) : folder_of(part->path, at->memory);
	}
}

static void collect_parts(struct attaching *at)
{
	struct source *s = at->source;
	size_t count;
	const char *const *used = load_folders_used(s->folders, &count);
	char *input = realpath(s->options->input, NULL);
	at->part = arena_array(at->memory, count + 1, sizeof *at->part);
	at->part[at->count++].path = arena_strdup(at->memory, input ? input : s->options->input);
	free(input);
	for (size_t i = 0; i < count; i++)
		if (strcmp(used[i], at->part[0].path) != 0)
			at->part[at->count++].path = used[i];
	sort_parts(at, s->loaded_files < at->count ? s->loaded_files + 1 : at->count);
}

static const char *name_of(const struct attaching *at, const char *path)
{
	for (size_t i = 0; i < at->count; i++) {
		const struct part *part = &at->part[i];
		if (strcmp(part->path, path) != 0 || !part->folder)
			continue;
		const char *root = !*part->folder ? at->root : strcmp(part->folder, "theme/") == 0 ? at->theme : at->template;
		return arena_printf(at->memory, "%s%s", part->folder, path + strlen(root));
	}
	return NULL;
}

/* ---- the recipe ---- */

static void put_quoted(struct buffer *out, const char *text)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./,=:+@%";
	if (*text && strspn(text, plain) == strlen(text)) {
		buffer_puts(out, text);
		return;
	}
	buffer_putc(out, '\'');
	for (; *text; text++)
		if (*text == '\'')
			buffer_puts(out, "'\\''");
		else
			buffer_putc(out, *text);
	buffer_putc(out, '\'');
}

static void put_option(struct buffer *out, const char *option, const char *value)
{
	if (!value)
		return;
	buffer_printf(out, " %s ", option);
	put_quoted(out, value);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* A name under templates/ for the program's own file, else its name among the attachments. */
static const char *name_of_style(const struct attaching *at, const char *path)
{
	const char *name = path ? name_of(at, path) : NULL;
	if (!path)
		return NULL;
	if (!name) {
		const char *own = base_name(path);
		return arena_strndup(at->memory, own, strcspn(own, "."));
	}
	return strchr(name, '/') ? name : arena_printf(at->memory, "./%s", name);
}

static void put_command(const struct attaching *at, struct buffer *out)
{
	const struct job_options *options = at->source->options;
	const char *epoch = getenv("SOURCE_DATE_EPOCH"), *input = name_of(at, at->source->input_path);
	if (epoch && *epoch)
		buffer_printf(out, "SOURCE_DATE_EPOCH=%lld ", (long long)source_date(at->source));
	buffer_puts(out, "cbua-pdf render");
	put_option(out, "--template", name_of_style(at, at->source->template_path));
	put_option(out, "--theme", name_of_style(at, at->source->theme_path));
	put_option(out, "--lang", options->languages);
	for (size_t i = 0; i < options->parameter_count; i++)
		put_option(out, "--param", options->parameters[i]);
	put_option(out, "--select", options->select);
	put_option(out, "--pdf", options->pdf_level);
	if (options->attach == ATTACH_ALWAYS)
		buffer_puts(out, " --source");
	/* What lies beside the input's own folder. */
	if (strchr(input, '/'))
		buffer_puts(out, " --allow .");
	buffer_puts(out, " -o again.pdf ");
	put_quoted(out, *input == '-' ? arena_printf(at->memory, "./%s", input) : input);
	buffer_putc(out, '\n');
}

static int compare_parts(const void *a, const void *b)
{
	return strcmp(((const struct part *)a)->path, ((const struct part *)b)->path);
}

/* SHA-256 of the program's own files that were read: a version that nobody can forget to raise. */
static const char *own_digest(struct attaching *at)
{
	struct digest *g = digest_new();
	qsort(at->part, at->count, sizeof *at->part, compare_parts);
	for (size_t i = 0; i < at->count; i++)
		if (!at->part[i].folder) {
			digest_add_text(g, at->part[i].path + strlen(at->program));
			digest_add_file(g, at->part[i].path);
		}
	return digest_end(g, at->memory);
}

static const char *recipe(struct attaching *at)
{
	const struct source *s = at->source;
	struct buffer out = {0};
	buffer_puts(&out, "program: cbua-pdf " CBUA_VERSION "\n");
	if (s->template_path)
		buffer_printf(&out, "template: %s, version " CBUA_VERSION ", SHA-256 of the program's own parts %s\n",
		              base_name(s->template_path), own_digest(at));
	if (s->theme_path)
		buffer_printf(&out, "theme: %s\n", base_name(s->theme_path));
	buffer_puts(&out, "render: ");
	put_command(at, &out);
	const char *text = arena_strdup(at->memory, out.data);
	buffer_free(&out);
	return text;
}

/* ---- attachments ---- */

static const char *media_type(const char *name)
{
	static const struct {
		const char *extension, *type;
	} types[] = {
	    {".xml", "application/xml"}, {".fo", "application/xml"}, {".xsl", "application/xslt+xml"},
	    {".svg", "image/svg+xml"},   {".png", "image/png"},      {".jpg", "image/jpeg"},
	    {".jpeg", "image/jpeg"},     {".txt", "text/plain"},
	};
	const char *dot = strrchr(name, '.');
	for (size_t i = 0; dot && i < sizeof types / sizeof *types; i++)
		if (strcmp(dot, types[i].extension) == 0)
			return types[i].type;
	return "application/octet-stream";
}

static void attach(struct attaching *at, const char *name, const char *description, const void *bytes, size_t size)
{
	struct pdf_attachment *attachment = &at->attachment[at->attachment_count++];
	*attachment = (struct pdf_attachment){name,           description, media_type(name), .relationship = "Source",
	                                      .bytes = bytes, .size = size};
}

static bool attach_part(struct attaching *at, const struct part *part)
{
	struct buffer bytes = {0};
	bool ok = file_read(part->path, ATTACHED_MAX_BYTES, &bytes, at->source->d, (struct loc){0});
	if (ok) {
		char *kept = arena_alloc(at->memory, bytes.size);
		if (bytes.size)
			memcpy(kept, bytes.data, bytes.size);
		attach(at, name_of(at, part->path), NULL, kept, bytes.size);
	}
	buffer_free(&bytes);
	return ok;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(((const struct pdf_attachment *)a)->name, ((const struct pdf_attachment *)b)->name);
}

bool attach_collect(struct source *s, struct arena *a, struct attached *result)
{
	struct attaching at = {.source = s, .memory = a};
	char *program = data_path(s, PROGRAM_FOLDER);
	at.program = program ? arena_strdup(a, program) : "/dev/null/";
	free(program);
	at.theme = own_folder(&at, s->theme_path);
	at.template = own_folder(&at, s->template_path);
	collect_parts(&at);
	at.attachment = arena_array(a, at.count + 1, sizeof *at.attachment);
	bool ok = true;
	for (size_t i = 0; i < at.count; i++)
		if (at.part[i].folder)
			ok = attach_part(&at, &at.part[i]) && ok;
	/* Wherever the folders lie, and whatever was asked for first. */
	qsort(at.attachment, at.attachment_count, sizeof *at.attachment, compare_names);
	const char *text = recipe(&at);
	attach(&at, RECIPE_NAME, "How this file was made", text, strlen(text));
	*result = (struct attached){at.attachment, at.attachment_count};
	return ok;
}

bool attach_source(struct source *s, struct pdf *pdf, const xmlDoc *fo, bool source_too, struct arena *a)
{
	struct attached source = {0};
	const char *lines = certified_lines(fo, a);
	bool ok = !source_too || attach_collect(s, a, &source);
	struct pdf_attachment *all = arena_array(a, source.count + 1, sizeof *all);
	size_t count = source.count;
	if (count)
		memcpy(all, source.list, count * sizeof *all);
	if (lines)
		all[count++] = (struct pdf_attachment){CERTIFIED_NAME, "What is certified", "application/x-ndjson", "Data",
		                                       lines,          strlen(lines)};
	pdf_set_attachments(pdf, all, count);
	return ok;
}

size_t attach_own_files(struct source *s, const char **names, size_t count)
{
	size_t used_count, found = 0;
	const char *const *used = load_folders_used(s->folders, &used_count);
	char *program = data_path(s, PROGRAM_FOLDER);
	for (size_t i = 0; program && i < used_count; i++)
		if (is_below(used[i], program)) {
			if (found < count)
				names[found] = used[i] + strlen(program) - strlen(PROGRAM_FOLDER);
			found++;
		}
	free(program);
	return found;
}
