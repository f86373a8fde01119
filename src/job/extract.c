/* What is attached to a file, as files again. */
#include <string.h>

#include "internal.h"
#include "pdf_extract.h"

/* A name from a file that someone else may have made: only into the folder, and only what a path can hold. */
static bool is_safe(const char *name)
{
	if (!*name || *name == '/' || strlen(name) > 1000)
		return false;
	for (const char *at = name; *at;) {
		size_t size = strcspn(at, "/");
		if (size == 0 || size > 255 || (size == 1 && at[0] == '.') || (size == 2 && at[0] == '.' && at[1] == '.'))
			return false;
		at += size;
		if (*at && !*++at)
			return false;
	}
	for (const char *at = name; *at; at++)
		if ((unsigned char)*at < ' ' || *at == '\\')
			return false;
	return true;
}

static bool write_one(const struct pdf_extracted *file, const char *folder, struct loc where, struct diag *d)
{
	if (!is_safe(file->name)) {
		diag_error(d, where, "an attachment's name leads out of the folder or is none, left out: '%s'", file->name);
		return false;
	}
	if (!file->bytes || !file->intact) {
		diag_error(d, where, "the attachment '%s' is damaged%s", file->name, file->bytes ? "" : ", left out");
		if (!file->bytes)
			return false;
	}
	return tree_write(folder, file->name, file->bytes, file->size, d);
}

/* The line of the recipe that makes the file again. */
static void tell_recipe(const struct pdf_extracted *file)
{
	const char *line = strcmp(file->name, RECIPE_NAME) == 0 && file->bytes ? strstr(file->bytes, "render: ") : NULL;
	if (line)
		printf("%.*s\n", (int)strcspn(line + 8, "\n"), line + 8);
}

static void extract_all(const struct pdf_extracted *files, size_t count, const char *folder, struct loc where,
                        struct diag *d)
{
	for (size_t i = 0; i < count; i++) {
		if (!folder)
			printf("%9zu  %-10s %s\n", files[i].size, files[i].relationship, files[i].name);
		else if (write_one(&files[i], folder, where, d))
			tell_recipe(&files[i]);
	}
}

void job_extract(const char *input, const char *folder, struct diag *d)
{
	struct buffer bytes = {0};
	struct arena *a = arena_new();
	struct loc where = {input, 0};
	if (file_read(input, 0, &bytes, d, (struct loc){0})) {
		size_t count = pdf_extract(bytes.data, bytes.size, a, NULL, 0);
		struct pdf_extracted *files = arena_array(a, count, sizeof *files);
		pdf_extract(bytes.data, bytes.size, a, files, count);
		if (count == 0)
			diag_error(d, where, "nothing is attached to this file");
		extract_all(files, count, folder, where, d);
	}
	arena_free(a);
	buffer_free(&bytes);
}
