/* Growing byte strings and UTF-8. */
#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

static void reserve(struct buffer *b, size_t more)
{
	size_t need = b->size + more + 1;
	if (need <= b->capacity)
		return;
	size_t capacity = b->capacity ? b->capacity : 64;
	while (capacity < need)
		capacity *= 2;
	b->data = xrealloc(b->data, capacity, 1);
	b->capacity = capacity;
}

void buffer_append(struct buffer *b, const void *bytes, size_t size)
{
	reserve(b, size);
	if (size)
		memcpy(b->data + b->size, bytes, size);
	b->size += size;
	b->data[b->size] = '\0';
}

char *buffer_room(struct buffer *b, size_t size)
{
	reserve(b, size);
	return b->data + b->size;
}

void buffer_puts(struct buffer *b, const char *text)
{
	buffer_append(b, text, strlen(text));
}

void buffer_putc(struct buffer *b, char c)
{
	buffer_append(b, &c, 1);
}

void buffer_printf(struct buffer *b, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (size > 0) {
		reserve(b, (size_t)size);
		vsnprintf(b->data + b->size, (size_t)size + 1, format, again);
		b->size += (size_t)size;
	}
	va_end(again);
}

void buffer_put_codepoint(struct buffer *b, uint32_t c)
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	char bytes[4];
	size_t size;
	if (c < 0x80) {
		bytes[0] = (char)c;
		size = 1;
	} else if (c < 0x800) {
		bytes[0] = (char)(0xC0 | c >> 6);
		bytes[1] = (char)(0x80 | (c & 0x3F));
		size = 2;
	} else if (c < 0x10000) {
		bytes[0] = (char)(0xE0 | c >> 12);
		bytes[1] = (char)(0x80 | (c >> 6 & 0x3F));
		bytes[2] = (char)(0x80 | (c & 0x3F));
		size = 3;
	} else {
		bytes[0] = (char)(0xF0 | c >> 18);
		bytes[1] = (char)(0x80 | (c >> 12 & 0x3F));
		bytes[2] = (char)(0x80 | (c >> 6 & 0x3F));
		bytes[3] = (char)(0x80 | (c & 0x3F));
		size = 4;
	}
	buffer_append(b, bytes, size);
}

void buffer_free(struct buffer *b)
{
	free(b->data);
	*b = (struct buffer){0};
}

uint32_t utf8_next(const char *text, size_t size, size_t *at)
{
	const unsigned char *p = (const unsigned char *)text + *at;
	size_t left = size - *at;
	size_t need = p[0] < 0x80                   ? 1
	              : p[0] >= 0xF0 && p[0] < 0xF5 ? 4
	              : p[0] >= 0xE0 && p[0] < 0xF0 ? 3
	              : p[0] >= 0xC2 && p[0] < 0xE0 ? 2
	                                            : 0;
	if (need == 1) {
		*at += 1;
		return p[0];
	}
	if (need == 0 || need > left) {
		*at += 1;
		return 0xFFFD;
	}
	uint32_t c = p[0] & (0xFFu >> (need + 1));
	for (size_t i = 1; i < need; i++) {
		if ((p[i] & 0xC0) != 0x80) {
			*at += 1;
			return 0xFFFD;
		}
		c = c << 6 | (p[i] & 0x3Fu);
	}
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	if (c < smallest[need] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
		*at += 1;
		return 0xFFFD;
	}
	*at += need;
	return c;
}
