/* One input, one output. */
#include <string.h>

#include "internal.h"

void job_render(const struct job_options *options, struct diag *d)
{
	if (!output_check(options, d))
		return;
	struct source source;
	struct buffer out = {0};
	bool ok = source_open(&source, options, d);
	if (ok && options->dump && strcmp(options->dump, "fo") == 0)
		dump_fo(source.fo, &out);
	else if (ok)
		ok = format_document(&source, &out);
	if (ok)
		output_write(options, &out, d);
	if (ok)
		stopwatch_lap(&source.watch, "write");
	if (options->timings)
		stopwatch_print(&source.watch, source.page_count);
	buffer_free(&out);
	source_close(&source);
}

void job_check(const struct job_options *options, struct diag *d)
{
	struct source source;
	source_load(&source, options, d);
	if (options->timings)
		stopwatch_print(&source.watch, 0);
	source_close(&source);
}
