/* Which files may be read: those whose real path lies in a folder that was allowed. */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <libxml/hash.h>
#include <libxml/uri.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "internal.h"

struct load_folders {
	char **real; /* [count] real paths, without a slash at the end */
	size_t count, capacity;
	struct asked *used, *missing;
};

/* Files that were asked for. Apart, since asking changes nothing for who asks. */
struct asked {
	char **path; /* [count] */
	size_t count, capacity;
	xmlHashTable *seen;
};

static struct asked *asked_new(void)
{
	struct asked *asked = xcalloc(1, sizeof *asked);
	asked->seen = xmlHashCreate(0);
	return asked;
}

static void asked_free(struct asked *asked)
{
	for (size_t i = 0; i < asked->count; i++)
		free(asked->path[i]);
	free(asked->path);
	xmlHashFree(asked->seen, NULL);
	free(asked);
}

static void asked_note(struct asked *asked, const char *path)
{
	if (xmlHashAddEntry(asked->seen, (const xmlChar *)path, asked) != 0)
		return;
	ARRAY_RESERVE(asked->path, asked->count, asked->capacity);
	size_t size = strlen(path) + 1;
	asked->path[asked->count++] = memcpy(xmalloc(size), path, size);
}

struct load_folders *load_folders_new(void)
{
	struct load_folders *folders = xmalloc(sizeof *folders);
	*folders = (struct load_folders){.used = asked_new(), .missing = asked_new()};
	return folders;
}

void load_folders_allow(struct load_folders *folders, const char *directory)
{
	char *real = realpath(directory, NULL);
	if (!real)
		return;
	ARRAY_RESERVE(folders->real, folders->count, folders->capacity);
	folders->real[folders->count++] = real;
}

void load_folders_free(struct load_folders *folders)
{
	if (!folders)
		return;
	for (size_t i = 0; i < folders->count; i++)
		free(folders->real[i]);
	free(folders->real);
	asked_free(folders->used);
	asked_free(folders->missing);
	free(folders);
}

const char *const *load_folders_used(const struct load_folders *folders, size_t *count)
{
	*count = folders->used->count;
	return (const char *const *)folders->used->path;
}

const char *const *load_folders_missing(const struct load_folders *folders, size_t *count)
{
	*count = folders->missing->count;
	return (const char *const *)folders->missing->path;
}

static bool is_inside(const char *directory, const char *path)
{
	size_t size = strlen(directory);
	if (strcmp(directory, "/") == 0)
		return true;
	return strncmp(directory, path, size) == 0 && path[size] == '/';
}

bool load_folders_hold(const struct load_folders *folders, const char *real)
{
	for (size_t i = 0; i < folders->count; i++)
		if (is_inside(folders->real[i], real))
			return true;
	return false;
}

bool load_may_read(const struct load_folders *folders, const char *path)
{
	char *real = realpath(path, NULL);
	/* What is not there is reported as missing by whoever opens it. */
	bool may = !real || load_folders_hold(folders, real);
	if (!real)
		asked_note(folders->missing, path);
	else if (may)
		asked_note(folders->used, real);
	free(real);
	return may;
}

/* Letters, digits, "+", "-" and "." before a colon: more than one, so that nobody's drive letter is taken for a scheme.
 */
static size_t scheme_size(const char *uri)
{
	size_t size = strspn(uri, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
	return size > 1 && uri[size] == ':' ? size : 0;
}

static const char *without_file_scheme(const char *uri)
{
	uri += strlen("file:");
	if (strncmp(uri, "//localhost/", 12) == 0)
		return uri + 11;
	return strncmp(uri, "///", 3) == 0 ? uri + 2 : uri;
}

char *load_path(const char *uri, const char *base_file)
{
	size_t scheme = scheme_size(uri);
	bool is_file = scheme == 4 && strncmp(uri, "file", 4) == 0;
	if (scheme && !is_file)
		return NULL;
	if (is_file)
		uri = without_file_scheme(uri);
	char *directory = path_directory(base_file ? base_file : "");
	char *literal = path_join(directory, uri);
	struct stat found;
	if (strchr(uri, '%') && stat(literal, &found) != 0) {
		char *plain = xmlURIUnescapeString(uri, 0, NULL);
		free(literal);
		literal = path_join(directory, plain ? plain : uri);
		xmlFree(plain);
	}
	free(directory);
	return literal;
}

static char *checked_path(const struct load_folders *folders, const char *path, const char *uri, struct loc loc,
                          struct diag *d)
{
	struct stat found;
	char *real = realpath(path, NULL);
	int reason = errno;
	if (!real)
		asked_note(folders->missing, path);
	if (!real)
		diag_error(d, loc, "cannot read '%s': %s", path, strerror(reason));
	else if (!load_folders_hold(folders, real))
		diag_error(d, loc, "'%s' lies outside the folders that may be read; --allow DIR adds one", uri);
	else if (stat(real, &found) != 0 || !S_ISREG(found.st_mode))
		diag_error(d, loc, "'%s' is not a file", path);
	else {
		asked_note(folders->used, real);
		return real;
	}
	free(real);
	return NULL;
}

char *load_resolve(const struct load_folders *folders, const char *uri, const char *base_file, struct loc loc,
                   struct diag *d)
{
	if (strncmp(uri, "data:", 5) == 0) {
		size_t size = strlen(uri) + 1;
		return memcpy(xmalloc(size), uri, size);
	}
	char *path = load_path(uri, base_file);
	if (!path) {
		diag_error(d, loc, "'%s' is not read: only files are, nothing from the network", uri);
		return NULL;
	}
	char *real = checked_path(folders, path, uri, loc, d);
	free(path);
	return real;
}
