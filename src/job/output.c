/* The file that is written, and whether it can be. */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

static bool is_same_file(const char *a, const char *b)
{
	struct stat x, y;
	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

bool output_check(const struct job_options *options, struct diag *d)
{
	const char *path = options->output;
	if (strcmp(path, "-") == 0)
		return true;
	struct loc where = {path, 0};
	struct stat found;
	char *directory = path_directory(path);
	int before = diag_errors(d);
	if (stat(directory, &found) != 0)
		diag_system(d, where, "cannot write: the folder '%s' does not exist", directory);
	else if (!S_ISDIR(found.st_mode))
		diag_system(d, where, "cannot write: '%s' is not a folder", directory);
	else if (access(directory, W_OK) != 0)
		diag_system(d, where, "cannot write into the folder '%s': %s", directory, strerror(errno));
	else if (stat(path, &found) == 0 && S_ISDIR(found.st_mode))
		diag_system(d, where, "cannot write: it is a folder");
	else if (is_same_file(path, options->input))
		diag_error(d, where, "the output would replace the input");
	free(directory);
	return diag_errors(d) == before;
}

bool output_write(const struct job_options *options, const struct buffer *bytes, struct diag *d)
{
	if (strcmp(options->output, "-") != 0)
		return file_write(options->output, bytes->data, bytes->size, d);
	if (fwrite(bytes->data, 1, bytes->size, stdout) == bytes->size && fflush(stdout) == 0)
		return true;
	diag_system(d, (struct loc){0}, "cannot write to standard output: %s", strerror(errno));
	return false;
}
