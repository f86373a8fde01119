/* Numbers in Latin, Cyrillic, Greek and Hebrew letters. */
#ifndef CBUA_FOLIO_LETTERS_H
#define CBUA_FOLIO_LETTERS_H

#include "base.h"

/* Puts the number in the sequence that begins with the token; false, and nothing is put, where there is no such
 * sequence or it has no such number. traditional: letter-value (XSLT 7.7.1). */
bool folio_put_letters(struct buffer *b, int number, const char *token, bool traditional);

#endif
