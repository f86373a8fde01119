/* Whole files in, whole files out. */
#ifndef CBUA_FILE_H
#define CBUA_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "diag.h"

/* The file's bytes appended to out. Reports at where (a place that named the file) and is false when it cannot be read
 * or is larger than limit bytes; limit 0: none. */
bool file_read(const char *path, size_t limit, struct buffer *out, struct diag *d, struct loc where);

/* Written beside path under another name, flushed to disk, then renamed: a reader sees the old file or the new one,
 * whole. A device or pipe is written to as it is. Reports a system error and is false when it cannot. */
bool file_write(const char *path, const void *bytes, size_t size, struct diag *d);

/* "a/b/c.xml" -> "a/b"; "c.xml" -> "."; "/c" -> "/". The caller frees. */
char *path_directory(const char *path);

/* name if absolute, else directory/name. The caller frees. */
char *path_join(const char *directory, const char *name);

#endif
