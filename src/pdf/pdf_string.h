/* Strings and names as PDF writes them (ISO 32000-1, 7.3.4, 7.3.5, 7.9.2). */
#ifndef CBUA_PDF_STRING_H
#define CBUA_PDF_STRING_H

#include <time.h>

#include "base.h"

/* A literal string of bytes, in parentheses. */
void pdf_put_bytes(struct buffer *out, const void *bytes, size_t size);

/* One byte inside a literal string, with a backslash where it needs one. Two bytes of room at out. */
char *pdf_write_string_byte(char *out, unsigned char byte);

/* A text string: as it is when it is plain ASCII, else UTF-16BE with its mark. */
void pdf_put_text(struct buffer *out, const char *text);
void pdf_put_text_sized(struct buffer *out, const char *text, size_t size);

/* The same in hexadecimal digits, where no byte may be 0: for what is kept as a C string. */
void pdf_put_text_hexadecimal(struct buffer *out, const char *text, size_t size);

/* The bytes of such a text string, without parentheses or escapes. */
void pdf_encode_text(struct buffer *out, const char *text, size_t size);

/* UTF-8 to UTF-16BE without a mark. */
void pdf_encode_utf16(struct buffer *out, const char *text, size_t size);

/* A name with its slash, at most 127 bytes of it. */
void pdf_put_name(struct buffer *out, const char *name);

/* The time in UTC as strftime's format says; nothing for a time that no calendar has. */
void pdf_put_time(struct buffer *out, time_t time, const char *format);

#endif
