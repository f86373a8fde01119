/* merge-manifest: the manifests of shards as the one that the whole run would have written. */
#define _POSIX_C_SOURCE 200809L
#include <libxml/hash.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "each.h"

struct merge_line {
	uint64_t n;
	const char *text; /* with its newline */
	const char *file;
	bool failed;
	struct loc loc;
};

struct merge {
	struct arena *memory;
	struct diag *d;
	struct merge_line *line; /* [count] */
	size_t count, capacity;
};

static void add_line(struct merge *m, const char *text, struct loc loc)
{
	struct merge_line line = {.text = arena_strdup(m->memory, text), .loc = loc};
	line.n = manifest_number(text, "n");
	line.file = manifest_string(text, "file", m->memory);
	const char *error = manifest_string(text, "error", m->memory);
	line.failed = error != NULL;
	if (!line.n || text[strlen(text) - 1] != '\n') {
		diag_error(m->d, loc, "is no whole line of a manifest");
		return;
	}
	if (error)
		diag_error(m->d, loc, "record %llu was not made: %s", (unsigned long long)line.n, error);
	ARRAY_RESERVE(m->line, m->count, m->capacity);
	m->line[m->count++] = line;
}

static void read_manifest(struct merge *m, const char *path)
{
	struct buffer bytes = {0};
	if (file_read(path, 0, &bytes, m->d, (struct loc){0})) {
		struct loc loc = {path, 0};
		for (const char *at = bytes.data; at && *at;) {
			const char *end = strchr(at, '\n');
			size_t size = end ? (size_t)(end - at) + 1 : strlen(at);
			loc.line++;
			add_line(m, arena_strndup(m->memory, at, size), loc);
			at += size;
		}
	}
	buffer_free(&bytes);
}

static int compare_lines(const void *a, const void *b)
{
	const struct merge_line *x = a, *y = b;
	return (x->n > y->n) - (x->n < y->n);
}

/* Sorted by number, each follows the one before. */
static void check_numbers(struct merge *m)
{
	uint64_t expected = 1;
	for (size_t i = 0; i < m->count; i++) {
		const struct merge_line *line = &m->line[i];
		if (i > 0 && line->n == line[-1].n)
			diag_error(m->d, line->loc, "record %llu stands in %s:%d too", (unsigned long long)line->n,
			           line[-1].loc.file, line[-1].loc.line);
		else if (line->n == expected + 1)
			diag_error(m->d, line->loc, "record %llu, which comes before this, is missing",
			           (unsigned long long)expected);
		else if (line->n > expected)
			diag_error(m->d, line->loc, "the records %llu to %llu, which come before this, are missing",
			           (unsigned long long)expected, (unsigned long long)line->n - 1);
		expected = line->n + 1;
	}
}

static void check_files(struct merge *m)
{
	xmlHashTable *files = xmlHashCreate(1024);
	for (size_t i = 0; i < m->count; i++) {
		struct merge_line *line = &m->line[i];
		if (!line->file || line->failed)
			continue;
		const struct merge_line *former = xmlHashLookup(files, (const xmlChar *)line->file);
		if (former)
			diag_error(m->d, line->loc, "the file '%s' is also that of record %llu", line->file,
			           (unsigned long long)former->n);
		else
			xmlHashAddEntry(files, (const xmlChar *)line->file, line);
	}
	xmlHashFree(files, NULL);
}

/* "manifest.3-of-16.jsonl" -> 3 and 16. False when the name says nothing of parts. */
static bool part_of(const char *path, unsigned *part, unsigned *parts)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *dot = strchr(name, '.');
	return dot && sscanf(dot, ".%u-of-%u.jsonl", part, parts) == 2 && *part >= 1 && *part <= *parts;
}

/* Records at the end that nobody made leave no gap: parts are counted, too. */
static void check_parts(struct merge *m, const char *const *inputs, size_t count)
{
	unsigned part, parts = 0;
	for (size_t i = 0; i < count && !parts; i++)
		if (!part_of(inputs[i], &part, &parts))
			parts = 0;
	for (unsigned wanted = 1; wanted <= parts && parts <= 1000000; wanted++) {
		bool found = false;
		unsigned of;
		for (size_t i = 0; i < count && !found; i++)
			found = part_of(inputs[i], &part, &of) && part == wanted && of == parts;
		if (!found)
			diag_error(m->d, (struct loc){0}, "the manifest of part %u of %u is missing", wanted, parts);
	}
}

void job_merge_manifest(const char *output, const char *const *inputs, size_t count, struct diag *d)
{
	struct merge m = {.memory = arena_new(), .d = d};
	struct buffer out = {0};
	for (size_t i = 0; i < count; i++)
		read_manifest(&m, inputs[i]);
	if (m.count)
		qsort(m.line, m.count, sizeof *m.line, compare_lines);
	check_parts(&m, inputs, count);
	check_numbers(&m);
	check_files(&m);
	for (size_t i = 0; i < m.count; i++)
		buffer_puts(&out, m.line[i].text);
	if (m.count == 0 && diag_errors(d) == 0)
		diag_error(d, (struct loc){0}, "the manifests have no lines");
	else if (m.count)
		output_write(&(struct job_options){.output = output}, &out, d);
	buffer_free(&out);
	free(m.line);
	arena_free(m.memory);
}
