/* A reader of PDF's objects that trusts nothing. Knows nothing of files and streams. */
#include "pdf_syntax.h"

#include <string.h>

/* Deeper nesting is an attack. */
#define DEPTH_MAX 64

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' ||
	       c == '%';
}

void pdf_skip_space(struct pdf_span *s)
{
	while (s->at < s->end) {
		if (*s->at == '%')
			while (s->at < s->end && *s->at != '\n' && *s->at != '\r')
				s->at++;
		else if (is_space(*s->at))
			s->at++;
		else
			return;
	}
}

static bool starts(const struct pdf_span *s, const char *word)
{
	size_t size = strlen(word);
	return (size_t)(s->end - s->at) >= size && memcmp(s->at, word, size) == 0;
}

static bool skip_string(struct pdf_span *s)
{
	int depth = 0;
	for (; s->at < s->end; s->at++) {
		if (*s->at == '\\')
			s->at++;
		else if (*s->at == '(')
			depth++;
		else if (*s->at == ')' && --depth == 0) {
			s->at++;
			return true;
		}
	}
	s->at = s->end;
	return false;
}

static bool skip_to(struct pdf_span *s, char last)
{
	const char *end = memchr(s->at, last, (size_t)(s->end - s->at));
	s->at = end ? end + 1 : s->end;
	return end != NULL;
}

static void skip_word(struct pdf_span *s)
{
	s->at++;
	while (s->at < s->end && !is_space(*s->at) && !is_delimiter(*s->at))
		s->at++;
}

/* One token; *depth counts open brackets of both kinds. False when it does not end. */
static bool skip_token(struct pdf_span *s, int *depth)
{
	if (starts(s, "<<") || starts(s, ">>")) {
		*depth += *s->at == '<' ? 1 : -1;
		s->at += 2;
	} else if (*s->at == '[' || *s->at == ']') {
		*depth += *s->at == '[' ? 1 : -1;
		s->at++;
	} else if (*s->at == '(') {
		return skip_string(s);
	} else if (*s->at == '<') {
		return skip_to(s, '>');
	} else {
		skip_word(s);
	}
	return true;
}

struct pdf_span pdf_next_object(struct pdf_span *s)
{
	pdf_skip_space(s);
	struct pdf_span object = {s->at, s->at};
	int depth = 0;
	do {
		pdf_skip_space(s);
		if (s->at >= s->end || !skip_token(s, &depth) || depth < 0 || depth > DEPTH_MAX)
			return (struct pdf_span){s->end, s->end};
	} while (depth > 0);
	object.end = s->at;
	return object;
}

bool pdf_is_name(struct pdf_span object, const char *name)
{
	size_t size = strlen(name);
	return (size_t)(object.end - object.at) == size + 1 && *object.at == '/' && memcmp(object.at + 1, name, size) == 0;
}

/* A value, with the two objects more that make a reference. */
static struct pdf_span next_value(struct pdf_span *s)
{
	struct pdf_span value = pdf_next_object(s), rest = *s;
	struct pdf_span generation = pdf_next_object(&rest), word = pdf_next_object(&rest);
	size_t number;
	if (word.end - word.at == 1 && *word.at == 'R' && pdf_read_integer(generation, &number)) {
		*s = rest;
		value.end = word.end;
	}
	return value;
}

struct pdf_span pdf_lookup(struct pdf_span dictionary, const char *key)
{
	struct pdf_span s = dictionary;
	if (!starts(&s, "<<"))
		return (struct pdf_span){0};
	s.at += 2;
	s.end = s.end - s.at >= 2 ? s.end - 2 : s.at;
	for (;;) {
		struct pdf_span name = pdf_next_object(&s);
		if (name.at >= name.end || *name.at != '/')
			return (struct pdf_span){0};
		struct pdf_span value = next_value(&s);
		if (pdf_is_name(name, key))
			return value;
	}
}

bool pdf_read_integer(struct pdf_span object, size_t *value)
{
	*value = 0;
	for (const char *c = object.at; c < object.end; c++) {
		if (*c < '0' || *c > '9' || *value > SIZE_MAX / 100)
			return false;
		*value = *value * 10 + (size_t)(*c - '0');
	}
	return object.at < object.end;
}

size_t pdf_read_reference(struct pdf_span object)
{
	struct pdf_span s = object;
	size_t number, generation;
	bool numbers = pdf_read_integer(pdf_next_object(&s), &number) && pdf_read_integer(pdf_next_object(&s), &generation);
	struct pdf_span word = pdf_next_object(&s);
	return numbers && word.end - word.at == 1 && *word.at == 'R' ? number : 0;
}

static void read_hex(struct pdf_span object, struct buffer *out)
{
	int high = -1;
	for (const char *c = object.at + 1; c < object.end; c++) {
		int digit = hex_digit(*c);
		if (*c == '>' && high >= 0) /* an odd one stands before a zero */
			buffer_putc(out, (char)(high * 16));
		if (digit < 0)
			continue;
		if (high >= 0)
			buffer_putc(out, (char)(high * 16 + digit));
		high = high >= 0 ? -1 : digit;
	}
}

/* After a backslash (7.3.4.2, Table 3). */
static const char *read_escape(const char *c, const char *end, struct buffer *out)
{
	static const char letters[] = "nrtbf", bytes[] = "\n\r\t\b\f";
	const char *letter = *c ? strchr(letters, *c) : NULL;
	if (letter) {
		buffer_putc(out, bytes[letter - letters]);
	} else if (*c >= '0' && *c <= '7') {
		int value = 0;
		for (int i = 0; i < 3 && c < end && *c >= '0' && *c <= '7'; i++)
			value = value * 8 + *c++ - '0';
		buffer_putc(out, (char)value);
		return c;
	} else if (*c != '\n' && *c != '\r') {
		buffer_putc(out, *c);
	}
	return c + 1;
}

void pdf_read_string(struct pdf_span object, struct buffer *out)
{
	if (object.at >= object.end)
		return;
	if (*object.at == '<') {
		read_hex(object, out);
		return;
	}
	if (*object.at != '(')
		return;
	const char *end = object.end - 1;
	for (const char *c = object.at + 1; c < end;) {
		if (*c == '\\' && c + 1 < end)
			c = read_escape(c + 1, end, out);
		else
			buffer_putc(out, *c++);
	}
}

static void decode_utf16(const struct buffer *bytes, struct buffer *out)
{
	const unsigned char *b = (const unsigned char *)bytes->data;
	for (size_t i = 2; i + 1 < bytes->size; i += 2) {
		uint32_t unit = (uint32_t)b[i] << 8 | b[i + 1];
		if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes->size) {
			uint32_t low = (uint32_t)b[i + 2] << 8 | b[i + 3];
			unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
			i += 2;
		}
		buffer_put_codepoint(out, unit);
	}
}

const char *pdf_read_text(struct pdf_span object, struct arena *a)
{
	struct buffer bytes = {0}, utf8 = {0};
	if (object.at < object.end && *object.at == '/')
		buffer_append(&bytes, object.at + 1, (size_t)(object.end - object.at) - 1);
	else
		pdf_read_string(object, &bytes);
	bool wide = bytes.size >= 2 && memcmp(bytes.data, "\xFE\xFF", 2) == 0;
	if (wide)
		decode_utf16(&bytes, &utf8);
	for (size_t i = 0; !wide && i < bytes.size; i++) /* PDFDocEncoding, which is Latin-1 as far as it matters */
		buffer_put_codepoint(&utf8, (unsigned char)bytes.data[i]);
	const char *text = arena_strndup(a, utf8.size ? utf8.data : "", utf8.size);
	buffer_free(&bytes);
	buffer_free(&utf8);
	return text;
}
