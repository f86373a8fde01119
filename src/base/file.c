/* Files: read whole, written whole. */
#define _POSIX_C_SOURCE 200809L
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"

bool file_read(const char *path, size_t limit, struct buffer *out, struct diag *d, struct loc where)
{
	FILE *f = fopen(path, "rb");
	if (!f) {
		diag_error(d, where, "cannot read '%s': %s", path, strerror(errno));
		return false;
	}
	char chunk[65536];
	size_t got, total = 0;
	while ((got = fread(chunk, 1, sizeof chunk, f)) > 0) {
		total += got;
		if (limit && total > limit)
			break;
		buffer_append(out, chunk, got);
	}
	bool failed = ferror(f) != 0;
	int reason = errno;
	fclose(f);
	if (failed)
		diag_error(d, where, "cannot read '%s': %s", path, strerror(reason));
	else if (limit && total > limit)
		diag_error(d, where, "'%s' is larger than the %zu bytes allowed", path, limit);
	return !failed && !(limit && total > limit);
}

static bool write_all(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = write(fd, bytes, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		size -= (size_t)n;
	}
	return true;
}

/* The permissions that a file made by fopen would get. */
static void set_default_mode(int fd)
{
	mode_t mask = umask(0);
	umask(mask);
	(void)fchmod(fd, 0666 & ~mask);
}

/* A device or a pipe is written to; another file put in its place would be the end of it. */
static bool is_stream(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && (S_ISCHR(status.st_mode) || S_ISFIFO(status.st_mode));
}

static bool write_stream(const char *path, const void *bytes, size_t size, struct diag *d)
{
	int fd = open(path, O_WRONLY);
	bool ok = fd >= 0 && write_all(fd, bytes, size);
	int reason = errno;
	if (fd >= 0)
		(void)close(fd);
	if (!ok)
		diag_system(d, (struct loc){path, 0}, "cannot write: %s", strerror(reason));
	return ok;
}

bool file_write(const char *path, const void *bytes, size_t size, struct diag *d)
{
	if (is_stream(path))
		return write_stream(path, bytes, size, d);
	struct buffer temporary = {0};
	buffer_printf(&temporary, "%s.XXXXXX", path);
	int fd = mkstemp(temporary.data);
	int reason = errno;
	bool ok = fd >= 0;
	if (ok) {
		set_default_mode(fd);
		ok = write_all(fd, bytes, size) && fsync(fd) == 0;
		reason = errno;
		if (close(fd) != 0 && ok) {
			ok = false;
			reason = errno;
		}
		if (ok && rename(temporary.data, path) != 0) {
			ok = false;
			reason = errno;
		}
		if (!ok)
			unlink(temporary.data);
	}
	if (!ok)
		diag_system(d, (struct loc){path, 0}, "cannot write: %s", strerror(reason));
	buffer_free(&temporary);
	return ok;
}

char *path_directory(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct buffer b = {0};
	if (!slash)
		buffer_puts(&b, ".");
	else
		buffer_append(&b, path, slash == path ? 1 : (size_t)(slash - path));
	return b.data;
}

char *path_join(const char *directory, const char *name)
{
	struct buffer b = {0};
	if (name[0] != '/' && strcmp(directory, ".") != 0)
		buffer_printf(&b, "%s%s", directory, directory[0] && directory[strlen(directory) - 1] == '/' ? "" : "/");
	buffer_puts(&b, name);
	return b.data;
}
