/* Folders of files: written, listed in an order that is the same everywhere, removed. */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

static bool make_folder(const char *path, struct diag *d)
{
	if (mkdir(path, 0777) == 0 || errno == EEXIST)
		return true;
	diag_system(d, (struct loc){path, 0}, "cannot make the folder: %s", strerror(errno));
	return false;
}

bool tree_make_folders(const char *folder, const char *name, struct diag *d)
{
	struct buffer path = {0};
	bool ok = make_folder(folder, d);
	for (const char *slash = strchr(name, '/'); ok && slash; slash = strchr(slash + 1, '/')) {
		path.size = 0;
		buffer_printf(&path, "%s/%.*s", folder, (int)(slash - name), name);
		ok = make_folder(path.data, d);
	}
	buffer_free(&path);
	return ok;
}

bool tree_write(const char *folder, const char *name, const void *bytes, size_t size, struct diag *d)
{
	char *path = path_join(folder, name);
	bool ok = tree_make_folders(folder, name, d) && file_write(path, bytes, size, d);
	free(path);
	return ok;
}

static bool is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Files of folder/below, their names with below in front. Links are not followed: they would lead out. */
static bool read_below(struct tree *t, const char *folder, const char *below, struct arena *a, struct diag *d)
{
	char *path = *below ? path_join(folder, below) : path_join(".", folder);
	DIR *open = opendir(path);
	bool ok = open != NULL;
	if (!ok)
		diag_system(d, (struct loc){path, 0}, "cannot read the folder: %s", strerror(errno));
	for (struct dirent *entry; ok && (entry = readdir(open));) {
		struct stat found;
		if (is_dots(entry->d_name) || fstatat(dirfd(open), entry->d_name, &found, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		const char *name = arena_printf(a, "%s%s%s", below, *below ? "/" : "", entry->d_name);
		if (S_ISDIR(found.st_mode)) {
			ok = read_below(t, folder, name, a, d);
			continue;
		}
		ARRAY_RESERVE(t->path, t->count, t->capacity);
		t->path[t->count++] = name;
		t->bytes += (uint64_t)found.st_size;
	}
	if (open)
		closedir(open);
	free(path);
	return ok;
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool tree_read(struct tree *t, const char *folder, struct arena *a, struct diag *d)
{
	*t = (struct tree){0};
	bool ok = read_below(t, folder, "", a, d);
	if (t->count)
		qsort(t->path, t->count, sizeof *t->path, compare_paths);
	return ok;
}

void tree_remove(const char *folder)
{
	DIR *open = opendir(folder);
	for (struct dirent *entry; open && (entry = readdir(open));) {
		struct stat found;
		if (is_dots(entry->d_name) || fstatat(dirfd(open), entry->d_name, &found, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		char *path = path_join(folder, entry->d_name);
		if (S_ISDIR(found.st_mode))
			tree_remove(path);
		else
			unlink(path);
		free(path);
	}
	if (open)
		closedir(open);
	rmdir(folder);
}
