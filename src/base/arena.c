/* A chain of blocks; the newest is filled first. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)

struct block {
	struct block *older;
	size_t size; /* of data */
	size_t used;
	alignas(max_align_t) char data[];
};

struct arena {
	struct block *newest;
	size_t bytes;
};

static _Noreturn void out_of_memory(void)
{
	fputs("cbua-pdf: error: out of memory\n", stderr);
	exit(3);
}

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);
	if (!p)
		out_of_memory();
	return p;
}

void *xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);
	if (!p)
		out_of_memory();
	return p;
}

void *xrealloc(void *old, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	size_t bytes = count * size;
	void *p = realloc(old, bytes > 0 ? bytes : 1);
	if (!p)
		out_of_memory();
	return p;
}

struct arena *arena_new(void)
{
	struct arena *a = xmalloc(sizeof *a);
	*a = (struct arena){0};
	return a;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	for (struct block *b = a->newest, *older; b; b = older) {
		older = b->older;
		free(b);
	}
	free(a);
}

static struct block *add_block(struct arena *a, size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory();
	size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
	struct block *b = xmalloc(sizeof *b + room);
	*b = (struct block){.older = a->newest, .size = room};
	a->newest = b;
	a->bytes += room;
	return b;
}

void *arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	if (size > SIZE_MAX - align)
		out_of_memory();
	size_t rounded = (size + align - 1) / align * align;
	struct block *b = a->newest;
	if (!b || b->size - b->used < rounded)
		b = add_block(a, rounded);
	void *p = b->data + b->used;
	b->used += rounded;
	return memset(p, 0, size);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(a, count * size);
}

void *arena_grow(struct arena *a, const void *old, size_t old_count, size_t new_count, size_t size)
{
	void *p = arena_array(a, new_count, size);
	if (old_count)
		memcpy(p, old, (old_count < new_count ? old_count : new_count) * size);
	return p;
}

char *arena_strndup(struct arena *a, const char *text, size_t size)
{
	char *copy = arena_alloc(a, size + 1);
	if (size)
		memcpy(copy, text, size);
	return copy;
}

char *arena_strdup(struct arena *a, const char *text)
{
	return arena_strndup(a, text, strlen(text));
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *text = arena_alloc(a, size < 0 ? 1 : (size_t)size + 1);
	if (size > 0)
		vsnprintf(text, (size_t)size + 1, format, again);
	va_end(again);
	return text;
}

struct arena_mark arena_mark(const struct arena *a)
{
	return (struct arena_mark){a->newest, a->newest ? a->newest->used : 0};
}

void arena_reset(struct arena *a, struct arena_mark mark)
{
	while (a->newest && a->newest != mark.block) {
		struct block *b = a->newest;
		a->newest = b->older;
		a->bytes -= b->size;
		free(b);
	}
	if (a->newest)
		a->newest->used = mark.used;
}

size_t arena_bytes(const struct arena *a)
{
	return a->bytes;
}
