/* Escapes and encodings of strings and names. */
#define _POSIX_C_SOURCE 200809L /* gmtime_r */

#include "pdf_string.h"

#include <stdbool.h>
#include <string.h>

#define NAME_MAX_BYTES 127

char *pdf_write_string_byte(char *out, unsigned char byte)
{
	if (byte == '(' || byte == ')' || byte == '\\') {
		*out++ = '\\';
		*out++ = (char)byte;
	} else if (byte == '\r') {
		*out++ = '\\'; /* bare, a reader takes it for a line feed */
		*out++ = 'r';
	} else {
		*out++ = (char)byte;
	}
	return out;
}

void pdf_put_bytes(struct buffer *out, const void *bytes, size_t size)
{
	const unsigned char *from = bytes;
	char *start = buffer_room(out, size * 2 + 2), *to = start;
	*to++ = '(';
	for (size_t i = 0; i < size; i++)
		to = pdf_write_string_byte(to, from[i]);
	*to++ = ')';
	out->size += (size_t)(to - start);
}

static bool is_plain(const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if ((unsigned char)text[i] < 0x20 || (unsigned char)text[i] > 0x7E)
			return false;
	return true;
}

static void put_unit(struct buffer *out, unsigned unit)
{
	const char bytes[] = {(char)(unit >> 8 & 0xFF), (char)(unit & 0xFF)};
	buffer_append(out, bytes, sizeof bytes);
}

void pdf_encode_utf16(struct buffer *out, const char *text, size_t size)
{
	for (size_t at = 0; at < size;) {
		uint32_t c = utf8_next(text, size, &at);
		if (c < 0x10000) {
			put_unit(out, c);
		} else {
			put_unit(out, 0xD800 + ((c - 0x10000) >> 10));
			put_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
		}
	}
}

void pdf_encode_text(struct buffer *out, const char *text, size_t size)
{
	if (is_plain(text, size)) {
		buffer_append(out, text, size);
		return;
	}
	put_unit(out, 0xFEFF);
	pdf_encode_utf16(out, text, size);
}

void pdf_put_text_hexadecimal(struct buffer *out, const char *text, size_t size)
{
	struct buffer encoded = {0};
	pdf_encode_text(&encoded, text, size);
	buffer_putc(out, '<');
	for (size_t i = 0; i < encoded.size; i++)
		buffer_printf(out, "%02X", (unsigned)(unsigned char)encoded.data[i]);
	buffer_putc(out, '>');
	buffer_free(&encoded);
}

void pdf_put_text_sized(struct buffer *out, const char *text, size_t size)
{
	struct buffer encoded = {0};
	pdf_encode_text(&encoded, text, size);
	pdf_put_bytes(out, encoded.data, encoded.size);
	buffer_free(&encoded);
}

void pdf_put_text(struct buffer *out, const char *text)
{
	pdf_put_text_sized(out, text, strlen(text));
}

void pdf_put_name(struct buffer *out, const char *name)
{
	buffer_putc(out, '/');
	for (size_t i = 0; name[i] && i < NAME_MAX_BYTES; i++) {
		unsigned char c = (unsigned char)name[i];
		if (c <= 0x20 || c >= 0x7F || strchr("()<>[]{}/%#", c))
			buffer_printf(out, "#%02X", c);
		else
			buffer_putc(out, (char)c);
	}
}

void pdf_put_time(struct buffer *out, time_t time, const char *format)
{
	struct tm parts;
	char text[64];
	if (gmtime_r(&time, &parts) && strftime(text, sizeof text, format, &parts) > 0)
		buffer_puts(out, text);
}
