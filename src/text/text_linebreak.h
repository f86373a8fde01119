/* What the files that find line breaks share. Inside text/ only. */
#ifndef CBUA_TEXT_LINEBREAK_H
#define CBUA_TEXT_LINEBREAK_H

#include "text_private.h"

/* The text without objects that breaking does not see, and for each of its units the place in the paragraph. */
struct seen_text {
	const UChar *text;
	const uint32_t *place; /* NULL: the same */
	uint32_t length;
};

/* text_tie.c: takes away breaks after short prepositions, between initials and so on, by the language of each style. */
void tie_words(const struct paragraph *p, const struct seen_text *seen, uint8_t *breaks);

/* text_address.c: places where an address may part where no other lines are found. */
void part_addresses(const struct seen_text *seen, uint8_t *breaks);

#endif
