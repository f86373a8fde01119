/* Names of files from a pattern. */
#include <string.h>

#include "each.h"

enum { VALUE_BYTES_AT_MOST = 120 };

static const char *const fields[] = {"{id}", "{n}", "{title}"};

static size_t field_at(const char *text, size_t *size)
{
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		*size = strlen(fields[i]);
		if (strncmp(text, fields[i], *size) == 0)
			return i;
	}
	return sizeof fields / sizeof *fields;
}

static const char *name_part(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static bool leaves_folder(const char *path)
{
	for (const char *part = path; *part;) {
		size_t size = strcspn(part, "/");
		if (size == 2 && strncmp(part, "..", 2) == 0)
			return true;
		part += size;
		part += strspn(part, "/");
	}
	return false;
}

bool job_pattern_is_good(const char *text, const char **why)
{
	const char *name = name_part(text);
	size_t found = 0;
	*why = NULL;
	for (const char *brace = strchr(text, '{'); brace; brace = strchr(brace + 1, '{')) {
		size_t size;
		if (field_at(brace, &size) == sizeof fields / sizeof *fields)
			*why = "only {id}, {n} and {title} can stand in braces";
		else if (brace < name)
			*why = "a folder's name is fixed: {id}, {n} and {title} can only stand in the file's";
		found++;
	}
	if (!found)
		*why = "it needs {id}, {n} or {title}";
	if (leaves_folder(text))
		*why = "it leaves its folder";
	return !*why;
}

/* What no file system and no shell minds; a letter of any script is kept. */
static bool is_safe(uint32_t c)
{
	return c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0x2028 && c != 0x2029 && c != 0xFFFD &&
	       !(c < 0x80 && strchr("/\\:*?\"<>|", (int)c));
}

static void put_safe(struct buffer *out, const char *value)
{
	size_t size = strlen(value), start = out->size;
	for (size_t at = 0; at < size;) {
		size_t before = at;
		uint32_t c = utf8_next(value, size, &at);
		if (out->size - start + (at - before) > VALUE_BYTES_AT_MOST)
			break;
		if (is_safe(c))
			buffer_append(out, value + before, at - before);
		else
			buffer_putc(out, '_');
	}
	/* A name is no hidden file, and does not end where some systems cut. */
	for (size_t i = start; i < out->size && out->data[i] == '.'; i++)
		out->data[i] = '_';
	for (size_t i = out->size; i > start && strchr(" .", out->data[i - 1]); i--)
		out->data[i - 1] = '_';
}

static const char *value_of(size_t field, const char *id, const char *title, const char *number)
{
	const char *const values[] = {id, number, title};
	return values[field];
}

const char *name_of_record(const char *pattern, const char *id, const char *title, uint64_t n, struct arena *a,
                           const char **why)
{
	char number[24];
	snprintf(number, sizeof number, "%llu", (unsigned long long)n);
	struct buffer out = {0};
	*why = NULL;
	for (const char *at = pattern; *at;) {
		size_t size;
		size_t field = field_at(at, &size);
		if (field == sizeof fields / sizeof *fields) {
			buffer_putc(&out, *at++);
			continue;
		}
		const char *value = value_of(field, id, title, number);
		if (!*value)
			*why = field == 0 ? "an id" : "a title";
		put_safe(&out, value);
		at += size;
	}
	const char *name = *why ? NULL : arena_strdup(a, out.data ? out.data : "");
	buffer_free(&out);
	return name;
}
