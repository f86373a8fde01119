/* One input, one output. */
#include <string.h>

#include "fo.h"
#include "internal.h"

static bool format(struct source *source, struct buffer *out, size_t *pages)
{
	struct engine *engine = engine_open(source);
	bool ok = engine && format_document(engine, source->fo, out, pages);
	engine_close(engine);
	return ok;
}

static void list_files(const struct source *source)
{
	FILE *out = source->options->files_read;
	size_t count;
	if (!out)
		return;
	const char *const *used = load_folders_used(source->folders, &count);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s\n", used[i]);
	const char *const *missing = load_folders_missing(source->folders, &count);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s\n", missing[i]);
}

void job_render(const struct job_options *options, struct diag *d)
{
	if (!output_check(options, d))
		return;
	struct source source;
	struct buffer out = {0};
	size_t pages = 0;
	bool ok = source_open(&source, options, d);
	if (ok && options->dump && strcmp(options->dump, "fo") == 0)
		dump_fo(source.fo, &out);
	else if (ok)
		ok = format(&source, &out, &pages);
	if (ok)
		output_write(options, &out, d);
	if (ok && options->signing.key_file && !options->dump)
		sign_write_request(&options->signing, &out, d);
	if (ok)
		stopwatch_lap(&source.watch, "write");
	if (options->timings)
		stopwatch_print(&source.watch, pages);
	buffer_free(&out);
	list_files(&source);
	source_close(&source);
}

void job_check(const struct job_options *options, struct diag *d)
{
	struct source source;
	/* XSL-FO says what is wrong with itself when its properties are read. */
	if (source_load(&source, options, d) && source_is_fo(&source) && source_prepare(&source))
		fo_free(fo_build(source.fo, options->input, d));
	if (options->timings)
		stopwatch_print(&source.watch, 0);
	list_files(&source);
	source_close(&source);
}
