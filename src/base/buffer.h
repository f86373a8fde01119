/* A byte string that grows; always ends in a NUL that size does not count. */
#ifndef CBUA_BUFFER_H
#define CBUA_BUFFER_H

#include <stddef.h>
#include <stdint.h>

/* Zero-initialised it is empty; data is NULL until something is added. */
struct buffer {
	char *data;
	size_t size;
	size_t capacity;
};

void buffer_append(struct buffer *b, const void *bytes, size_t size);
void buffer_puts(struct buffer *b, const char *text);
void buffer_putc(struct buffer *b, char c);
void buffer_printf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* One Unicode scalar value as UTF-8; U+FFFD for what is not one. */
void buffer_put_codepoint(struct buffer *b, uint32_t codepoint);
/* Where at least size bytes may be written; what was written is then added to b->size by the caller. For hot loops. */
char *buffer_room(struct buffer *b, size_t size);
void buffer_free(struct buffer *b);

/* The scalar value at text[*at], *at moved past it. Ill-formed bytes give U+FFFD, one each. */
uint32_t utf8_next(const char *text, size_t size, size_t *at);

#endif
