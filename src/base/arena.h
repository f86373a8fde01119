/* Memory that is freed at once: an arena a document, a scratch arena a paragraph. */
#ifndef CBUA_ARENA_H
#define CBUA_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A place in an arena to which it can be taken back. */
struct arena_mark {
	void *block;
	size_t used;
};

/* Never NULL. When memory runs out, here or later, one line goes to stderr and the process ends
 * with status 3: nothing in this program can go on without memory, and no file is written in place. */
struct arena *arena_new(void);
void arena_free(struct arena *a);

/* Zeroed, aligned for any type, never NULL, also for size 0. */
void *arena_alloc(struct arena *a, size_t size);

/* count * size, checked for overflow. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* A larger copy of old (old_count elements) with room for new_count; old may be NULL. Old memory stays valid. */
void *arena_grow(struct arena *a, const void *old, size_t old_count, size_t new_count, size_t size);

char *arena_strdup(struct arena *a, const char *text);
char *arena_strndup(struct arena *a, const char *text, size_t size);
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What was allocated after the mark is gone after arena_reset. */
struct arena_mark arena_mark(const struct arena *a);
void arena_reset(struct arena *a, struct arena_mark mark);

/* Bytes held from the system, for --timings and tests. */
size_t arena_bytes(const struct arena *a);

/* malloc, calloc and realloc that end the process with status 3 instead of returning NULL. */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t count, size_t size);

/* array[count] gets room for one more; *capacity counts elements. For arrays that live on the heap. */
#define ARRAY_RESERVE(array, count, capacity)                                                                          \
	do {                                                                                                               \
		if ((count) >= (capacity)) {                                                                                   \
			(capacity) = (capacity) ? (capacity)*2 : 16;                                                               \
			(array) = xrealloc((array), (size_t)(capacity), sizeof *(array));                                          \
		}                                                                                                              \
	} while (0)

#endif
