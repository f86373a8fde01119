/* The program's own data: templates, themes, fonts.conf, the schema. */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

#ifndef CBUA_SOURCE_DATA_DIR
#define CBUA_SOURCE_DATA_DIR ""
#endif
#ifndef CBUA_INSTALL_DATA_DIR
#define CBUA_INSTALL_DATA_DIR "/usr/local/share/cbua-pdf"
#endif

static bool is_directory(const char *path)
{
	struct stat found;
	return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static bool is_file(const char *path)
{
	struct stat found;
	return stat(path, &found) == 0 && S_ISREG(found.st_mode);
}

static bool holds_data(const char *path)
{
	char *templates = path_join(path, "templates");
	bool holds = is_directory(templates);
	free(templates);
	return holds;
}

/* The folder the program lies in; NULL when the system does not tell. The caller frees. */
static char *program_directory(void)
{
	char path[PATH_MAX];
	ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
	if (size < 0)
		return NULL;
	path[size] = '\0';
	return path_directory(path);
}

static char *copy(const char *text)
{
	size_t size = strlen(text) + 1;
	return memcpy(xmalloc(size), text, size);
}

static char *installed_directory(const char *program)
{
	char *relative = path_join(program, "../share/cbua-pdf");
	char *real = holds_data(relative) ? realpath(relative, NULL) : NULL;
	free(relative);
	return real;
}

char *job_data_directory(struct diag *d)
{
	const char *given = getenv("CBUA_DATA");
	if (given && *given) {
		char *real = realpath(given, NULL);
		if (!real)
			diag_system(d, (struct loc){0}, "CBUA_DATA names '%s': %s", given, strerror(errno));
		return real;
	}
	char *program = program_directory();
	char *found = program ? installed_directory(program) : NULL;
	if (!found && holds_data(CBUA_SOURCE_DATA_DIR))
		found = copy(CBUA_SOURCE_DATA_DIR);
	if (!found && holds_data(CBUA_INSTALL_DATA_DIR))
		found = copy(CBUA_INSTALL_DATA_DIR);
	free(program);
	if (!found)
		diag_system(d, (struct loc){0},
		            "the program's templates are nowhere to be found; CBUA_DATA may name their folder");
	return found;
}

char *data_path(struct source *s, const char *name)
{
	if (!s->data)
		s->data = job_data_directory(s->d);
	return s->data ? path_join(s->data, name) : NULL;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "a, b, c": the files of the folder that have the extension, without it. */
static void put_names(const char *directory, const char *extension, struct buffer *out)
{
	DIR *folder = opendir(directory);
	char **names = NULL;
	size_t count = 0, capacity = 0;
	for (struct dirent *entry; folder && (entry = readdir(folder));) {
		size_t size = strlen(entry->d_name), tail = strlen(extension);
		if (size <= tail || strcmp(entry->d_name + size - tail, extension) != 0)
			continue;
		ARRAY_RESERVE(names, count, capacity);
		names[count] = copy(entry->d_name);
		names[count++][size - tail] = '\0';
	}
	if (folder)
		closedir(folder);
	if (count)
		qsort(names, count, sizeof *names, compare_names);
	for (size_t i = 0; i < count; i++) {
		buffer_printf(out, "%s%s", i ? ", " : "", names[i]);
		free(names[i]);
	}
	free(names);
}

static bool ends_with(const char *text, const char *end)
{
	size_t size = strlen(text), tail = strlen(end);
	return size > tail && strcmp(text + size - tail, end) == 0;
}

static char *named_file(struct source *s, const char *what, const char *name)
{
	char *real = realpath(name, NULL);
	if (real && is_file(real))
		return real;
	diag_error(s->d, (struct loc){0}, "cannot read the %s '%s': %s", what, name,
	           real ? "it is not a file" : strerror(errno));
	free(real);
	return NULL;
}

char *data_find(struct source *s, const char *what, const char *folder, const char *extension, const char *name)
{
	if (strchr(name, '/') || ends_with(name, extension))
		return named_file(s, what, name);
	char *directory = data_path(s, folder);
	if (!directory)
		return NULL;
	struct buffer file = {0}, names = {0};
	buffer_printf(&file, "%s/%s%s", directory, name, extension);
	char *found = is_file(file.data) ? copy(file.data) : NULL;
	if (!found) {
		put_names(directory, extension, &names);
		diag_error(s->d, (struct loc){0}, "there is no %s '%s'; there are: %s; or name a file, such as ./%s%s", what,
		           name, names.data ? names.data : "none", name, extension);
	}
	buffer_free(&file);
	buffer_free(&names);
	free(directory);
	return found;
}
