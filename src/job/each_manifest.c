/* The manifest: JSON Lines, one record a line, in order. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "each.h"

static void put_string(struct buffer *out, const char *name, const char *value)
{
	buffer_printf(out, ",\"%s\":\"", name);
	for (; *value; value++) {
		unsigned char c = (unsigned char)*value;
		if (c == '"' || c == '\\')
			buffer_printf(out, "\\%c", c);
		else if (c < 0x20)
			buffer_printf(out, "\\u%04x", c);
		else
			buffer_putc(out, (char)c);
	}
	buffer_putc(out, '"');
}

static const char *first_error(const struct outcome *outcome)
{
	for (size_t i = 0; i < outcome->message_count; i++)
		if (outcome->message[i].severity >= SEVERITY_ERROR)
			return outcome->message[i].line;
	return "not made";
}

void manifest_put_line(const struct outcome *outcome, struct buffer *out)
{
	buffer_printf(out, "{\"n\":%llu", (unsigned long long)outcome->n);
	if (*outcome->id)
		put_string(out, "id", outcome->id);
	if (*outcome->file)
		put_string(out, "file", outcome->file);
	if (outcome->kind == OUTCOME_FAILED) {
		put_string(out, "error", first_error(outcome));
	} else {
		put_string(out, "sha256", outcome->sha256);
		buffer_printf(out, ",\"pages\":%llu", (unsigned long long)outcome->pages);
		put_string(out, "digest", outcome->digest);
	}
	buffer_puts(out, "}\n");
}

/* The value of a field of one line, as we write it: no white space, no other escapes. NULL when absent. */
static const char *find_field(const char *line, const char *name)
{
	struct buffer key = {0};
	buffer_printf(&key, "\"%s\":", name);
	const char *hit = strstr(line, key.data);
	size_t size = key.size;
	buffer_free(&key);
	return hit ? hit + size : NULL;
}

uint64_t manifest_number(const char *line, const char *name)
{
	const char *value = find_field(line, name);
	return value ? strtoull(value, NULL, 10) : 0;
}

const char *manifest_string(const char *line, const char *name, struct arena *a)
{
	const char *at = find_field(line, name);
	if (!at || *at++ != '"')
		return NULL;
	struct buffer value = {0};
	for (; *at && *at != '"'; at++) {
		if (*at != '\\') {
			buffer_putc(&value, *at);
		} else if (at[1] == 'u') {
			char digits[5] = {0};
			strncpy(digits, at + 2, 4);
			buffer_put_codepoint(&value, (uint32_t)strtoul(digits, NULL, 16));
			at += 1 + strlen(digits);
		} else if (at[1]) {
			buffer_putc(&value, *++at);
		}
	}
	const char *kept = *at == '"' ? arena_strdup(a, value.data ? value.data : "") : NULL;
	buffer_free(&value);
	return kept;
}

/* A line that was cut off, or tells of a failure, says nothing of use. */
static void read_line(struct manifest *m, const char *line)
{
	struct manifest_entry entry = {.n = manifest_number(line, "n"), .pages = manifest_number(line, "pages")};
	entry.file = manifest_string(line, "file", m->memory);
	entry.sha256 = manifest_string(line, "sha256", m->memory);
	entry.digest = manifest_string(line, "digest", m->memory);
	if (!entry.n || !entry.file || !entry.sha256 || !entry.digest)
		return;
	ARRAY_RESERVE(m->entry, m->count, m->capacity);
	m->entry[m->count++] = entry;
}

static int compare_entries(const void *a, const void *b)
{
	const struct manifest_entry *x = a, *y = b;
	return (x->n > y->n) - (x->n < y->n);
}

void manifest_read(struct manifest *m, const char *path)
{
	*m = (struct manifest){.memory = arena_new()};
	FILE *f = fopen(path, "rb");
	char *line = NULL;
	size_t capacity = 0;
	for (ssize_t size; f && (size = getline(&line, &capacity, f)) > 0;)
		if (line[size - 1] == '\n')
			read_line(m, line);
	free(line);
	if (f)
		fclose(f);
	if (m->count)
		qsort(m->entry, m->count, sizeof *m->entry, compare_entries);
}

const struct manifest_entry *manifest_lookup(const struct manifest *m, uint64_t n)
{
	const struct manifest_entry key = {.n = n};
	return m->count ? bsearch(&key, m->entry, m->count, sizeof *m->entry, compare_entries) : NULL;
}

void manifest_free(struct manifest *m)
{
	free(m->entry);
	if (m->memory)
		arena_free(m->memory);
	*m = (struct manifest){0};
}
