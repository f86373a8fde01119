/* --each, from end to end. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "each.h"

#ifndef CBUA_VERSION
#define CBUA_VERSION "0.1.0"
#endif

/* Shards may run at once in one folder: each has a manifest of its own. */
static char *manifest_path(const struct job_options *options, const char *folder)
{
	if (options->manifest)
		return path_join(".", options->manifest);
	struct buffer name = {0};
	buffer_puts(&name, "manifest");
	if (options->shards)
		buffer_printf(&name, ".%d-of-%d", options->shard, options->shards);
	buffer_puts(&name, ".jsonl");
	char *path = path_join(folder, name.data);
	buffer_free(&name);
	return path;
}

static bool open_folder(struct each *each, struct diag *d)
{
	const char *output = each->options->output;
	const char *slash = strrchr(output, '/');
	each->folder.path = path_directory(output);
	each->folder.pattern = slash ? slash + 1 : output;
	each->folder.manifest = manifest_path(each->options, each->folder.path);
	if (mkdir(each->folder.path, 0777) == 0)
		return true;
	struct stat found;
	int reason = errno;
	if (reason != EEXIST)
		diag_system(d, (struct loc){each->folder.path, 0}, "cannot make the folder: %s", strerror(reason));
	else if (stat(each->folder.path, &found) != 0 || !S_ISDIR(found.st_mode))
		diag_system(d, (struct loc){each->folder.path, 0}, "is not a folder");
	else if (access(each->folder.path, W_OK) != 0)
		diag_system(d, (struct loc){each->folder.path, 0}, "cannot write into the folder: %s", strerror(errno));
	else
		return true;
	return false;
}

static bool open_shared(struct each *each, struct diag *d)
{
	void *memory = mmap(NULL, sizeof *each->shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED) {
		diag_system(d, (struct loc){0}, "no memory to share: %s", strerror(errno));
		return false;
	}
	each->shared = memory;
	atomic_init(&each->shared->next_chunk, 0);
	atomic_init(&each->shared->stop, false);
	return true;
}

/* What changes every file though no word of the document does. */
static const char *digest_base(struct each *each)
{
	const struct job_options *options = each->options;
	struct digest *g = digest_new();
	digest_add_text(g, "cbua-pdf " CBUA_VERSION);
	digest_add_text(g, options->pdf_level ? options->pdf_level : "");
	digest_add_text(g, options->nup ? options->nup : "");
	digest_add_text(g, options->sheet ? options->sheet : "");
	digest_add_text(g, options->crop_marks ? "crop" : "");
	digest_add_text(g, options->duplex ? "duplex" : "");
	digest_add_text(g, options->booklet ? "booklet" : "");
	time_t date = source_date(&each->source);
	digest_add(g, &date, sizeof date);
	char *fonts = data_path(&each->source, "fonts/fonts.conf");
	const char *configured = getenv("FONTCONFIG_FILE");
	digest_add_file(g, configured && *configured ? configured : fonts ? fonts : "");
	free(fonts);
	for (size_t i = 0; i < options->font_directory_count; i++)
		digest_add_text(g, options->font_directories[i]);
	return digest_end(g, each->memory);
}

/* The template is run for some records at a time where it can be, so that memory does not grow with their number. */
static bool prepare(struct each *each)
{
	struct source *s = &each->source;
	if (!source_prepare(s))
		return false;
	each->windowed =
	    s->transform && transform_takes(s->transform, "record-first") && transform_takes(s->transform, "record-last");
	if (!each->windowed && !source_transform(s, NULL, 0))
		return false;
	if (each->options->resume)
		manifest_read(&each->former, each->folder.manifest);
	each->base_digest = digest_base(each);
	return true;
}

static int worker_count(const struct job_options *options)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	if (options->workers > 0)
		return options->workers;
	return processors > 0 && processors < 256 ? (int)processors : 1;
}

static void run(struct each *each, struct diag *d)
{
	struct commit *commit = commit_open(each, d);
	if (!commit)
		return;
	pool_run(each, worker_count(each->options), commit, d);
	struct commit_count count = commit_count(commit);
	if (count.made + count.kept + count.failed == 0 && !each->options->shards && diag_status(d) == 0)
		diag_error(d, (struct loc){each->options->input, 0}, "there is no page sequence to make a file of");
	commit_close(commit);
}

void job_each(const struct job_options *options, struct diag *d)
{
	struct each each = {.options = options, .memory = arena_new()};
	bool loaded = source_load(&each.source, options, d);
	if (loaded && open_folder(&each, d) && open_shared(&each, d) && prepare(&each))
		run(&each, d);
	if (options->timings)
		stopwatch_print(&each.source.watch, 0);
	if (each.shared)
		munmap(each.shared, sizeof *each.shared);
	manifest_free(&each.former);
	free(each.folder.path);
	free(each.folder.manifest);
	source_close(&each.source);
	arena_free(each.memory);
}
