/* data: URIs (RFC 2397): the bytes after the comma, percent-encoded or in base64. */
#include <string.h>
#include <strings.h>

#include "graphic_private.h"

/* *at: a character that may be percent-encoded; moved past it. */
static int next_byte(const char **at)
{
	const char *p = *at;
	if (p[0] == '%') {
		int high = hex_digit(p[1]), low = high < 0 ? -1 : hex_digit(p[2]);
		if (low >= 0) {
			*at += 3;
			return high << 4 | low;
		}
	}
	*at += 1;
	return (unsigned char)p[0];
}

static int base64_digit(int c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	if (c == '+' || c == '-')
		return 62;
	return c == '/' || c == '_' ? 63 : -1;
}

static bool is_space(int c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool decode_base64(const char *at, struct buffer *out)
{
	unsigned bits = 0;
	int count = 0;
	while (*at) {
		int c = next_byte(&at);
		if (is_space(c))
			continue;
		if (c == '=')
			break;
		int digit = base64_digit(c);
		if (digit < 0)
			return false;
		bits = (bits << 6 | (unsigned)digit) & 0xFFFFFF;
		count += 6;
		if (count >= 8) {
			count -= 8;
			buffer_putc(out, (char)(bits >> count & 0xFF));
		}
	}
	return count < 6; /* one letter alone is no byte */
}

bool graphic_decode_data_uri(const char *uri, struct buffer *out)
{
	const char *comma = strncasecmp(uri, "data:", 5) == 0 ? strchr(uri, ',') : NULL;
	if (!comma)
		return false;
	static const char base64[] = ";base64";
	size_t suffix = sizeof base64 - 1;
	if ((size_t)(comma - uri) >= suffix && strncasecmp(comma - suffix, base64, suffix) == 0)
		return decode_base64(comma + 1, out);
	for (const char *at = comma + 1; *at;)
		buffer_putc(out, (char)next_byte(&at));
	return true;
}
