/* Files: whole or not at all. Works in a folder of its own below TMPDIR. */
#define _XOPEN_SOURCE 700
#include "file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"

static const struct loc asker = {"doc.fo", 3};

static int entries(const char *folder)
{
	DIR *dir = opendir(folder);
	int count = 0;
	while (dir && readdir(dir))
		count++;
	if (dir)
		closedir(dir);
	return count - 2; /* . and .. */
}

static void check_content(const char *name, const char *path, const char *want)
{
	struct diag *d = diag_new(NULL);
	struct buffer b = {0};
	check_true(name, file_read(path, 0, &b, d, asker));
	check_str(name, b.data, want);
	buffer_free(&b);
	diag_free(d);
}

static void check_write(const char *folder)
{
	char *path = path_join(folder, "out.pdf");
	struct diag *d = diag_new(NULL);
	check_true("write", file_write(path, "first", 5, d));
	check_content("written", path, "first");
	check_true("write over", file_write(path, "2", 1, d));
	check_content("written over", path, "2");
	check_int("nothing beside it is left", entries(folder), 1);

	struct stat got;
	mode_t mask = umask(0);
	umask(mask);
	check_true("stat", stat(path, &got) == 0);
	check_int("permissions as fopen's", got.st_mode & 0777, 0666 & ~mask);
	check_int("no message", diag_status(d), 0);

	check_true("a folder cannot be written over", !file_write(folder, "x", 1, d));
	check_int("system error", diag_status(d), 3);
	check_int("and nothing is left", entries(folder), 1);
	diag_free(d);
	unlink(path);
	free(path);
}

/* A reader that opened the old file keeps all of it. */
static void check_atomic(const char *folder)
{
	char *path = path_join(folder, "out.pdf");
	struct diag *d = diag_new(NULL);
	file_write(path, "old content", 11, d);
	FILE *reader = fopen(path, "rb");
	file_write(path, "new", 3, d);
	char text[32] = "";
	if (reader)
		text[fread(text, 1, sizeof text - 1, reader)] = '\0';
	check_str("an open file is not touched", text, "old content");
	check_content("the name has the new one", path, "new");
	if (reader)
		fclose(reader);
	diag_free(d);
	unlink(path);
	free(path);
}

static void check_failures(const char *folder)
{
	char *path = path_join(folder, "missing/out.pdf");
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	struct diag *d = diag_new(out);
	struct buffer b = {0};
	check_true("no such folder", !file_write(path, "x", 1, d));
	check_true("no such file", !file_read(path, 0, &b, d, asker));
	fflush(out);
	check_true("the message names the output", strstr(text, "missing/out.pdf") != NULL);
	check_true("the message names the place that asked", strstr(text, "doc.fo:3: error: cannot read ") != NULL);
	diag_free(d);
	buffer_free(&b);
	fclose(out);
	free(text);
	free(path);
}

static void check_limit(const char *folder)
{
	char *path = path_join(folder, "ten");
	struct diag *d = diag_new(NULL);
	file_write(path, "0123456789", 10, d);
	struct buffer b = {0};
	check_true("as large as allowed", file_read(path, 10, &b, d, asker));
	check_int("no message", diag_errors(d), 0);
	check_true("one byte more", !file_read(path, 9, &b, d, asker));
	check_int("a message", diag_errors(d), 1);
	buffer_free(&b);
	diag_free(d);
	unlink(path);
	free(path);
}

/* A pipe stays one, and what is written comes out of it. */
static void check_pipe(const char *folder)
{
	char *path = path_join(folder, "pipe");
	check_int("a pipe", mkfifo(path, 0600), 0);
	int reader = open(path, O_RDWR | O_NONBLOCK); /* so that neither side waits */
	struct diag *d = diag_new(NULL);
	check_true("written", file_write(path, "abc", 3, d));
	char got[4] = {0};
	check_int("read", (long long)read(reader, got, 3), 3);
	check_str("as written", got, "abc");
	struct stat status;
	check_true("still a pipe", stat(path, &status) == 0 && S_ISFIFO(status.st_mode));
	close(reader);
	unlink(path);
	diag_free(d);
	free(path);
}

static void check_paths(void)
{
	static const struct {
		const char *path, *directory;
	} directories[] = {{"a/b/c.xml", "a/b"}, {"c.xml", "."}, {"/c", "/"}, {"/a/c", "/a"}, {"a/", "a"}};
	static const struct {
		const char *directory, *name, *want;
	} joins[] = {{"a/b", "c", "a/b/c"}, {".", "c", "c"}, {"/", "c", "/c"}, {"a", "/c", "/c"}, {"a/", "c", "a/c"}};
	for (size_t i = 0; i < sizeof directories / sizeof *directories; i++) {
		char *got = path_directory(directories[i].path);
		check_str(directories[i].path, got, directories[i].directory);
		free(got);
	}
	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
		char *got = path_join(joins[i].directory, joins[i].name);
		check_str("join", got, joins[i].want);
		free(got);
	}
}

int main(void)
{
	const char *root = getenv("TMPDIR");
	char *folder = path_join(root ? root : "/tmp", "cbua-file-test-XXXXXX");
	if (!mkdtemp(folder)) {
		perror(folder);
		return 1;
	}
	check_write(folder);
	check_atomic(folder);
	check_failures(folder);
	check_limit(folder);
	check_pipe(folder);
	check_paths();
	check_int("empty at the end", entries(folder), 0);
	rmdir(folder);
	free(folder);
	return check_failed;
}
