/* Addresses of pages and mail: words too long for a line, with places to part. */
#include <string.h>

#include "text_linebreak.h"

static bool joins_parts(UChar c)
{
	return c && c < 0x80 && strchr(".?&=#_~@-", (int)c);
}

/* Where an address parts at need, besides behind its slashes: before what joins its parts, so that no part ends with a
 * full stop that is none of the sentence. */
static void address_breaks(const struct seen_text *seen, uint32_t start, uint32_t end, uint8_t *breaks)
{
	for (uint32_t i = start + 1; i + 1 < end; i++) {
		bool joins = joins_parts(seen->text[i]) && u_isalnum(seen->text[i + 1]);
		bool after_scheme = i >= 2 && seen->text[i - 1] == '/' && seen->text[i - 2] == '/';
		if ((joins || after_scheme) && u_isalnum(seen->text[i - 1]) + after_scheme > 0 && !breaks[i])
			breaks[i] = ATOM_BREAK_EMERGENCY;
	}
}

/* A word with :// or @ in it, or www. at its start. */
static bool is_address(const struct seen_text *seen, uint32_t start, uint32_t end)
{
	for (uint32_t i = start; i + 3 < end; i++) {
		const UChar *c = seen->text + i;
		if ((c[0] == ':' && c[1] == '/' && c[2] == '/') || (c[0] == '@' && i > start) ||
		    (i == start && c[0] == 'w' && c[1] == 'w' && c[2] == 'w' && c[3] == '.'))
			return true;
	}
	return false;
}

void part_addresses(const struct seen_text *seen, uint8_t *breaks)
{
	for (uint32_t start = 0, end; start < seen->length; start = end + 1) {
		for (end = start; end < seen->length && seen->text[end] > ' ' && seen->text[end] < 0x7F;)
			end++;
		if (end - start > 6 && is_address(seen, start, end))
			address_breaks(seen, start, end, breaks);
	}
}
