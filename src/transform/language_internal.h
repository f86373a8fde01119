/* Shared by date.c and collation.c: one language's ICU objects. */
#ifndef CBUA_LANGUAGE_INTERNAL_H
#define CBUA_LANGUAGE_INTERNAL_H

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/unum.h>

#include "language.h"

enum date_precision { DATE_YEAR, DATE_MONTH, DATE_DAY, DATE_PRECISIONS };

/* A letter of an index, and the sort key where its section starts. */
struct index_letter {
	const char *letter;
	const char *key;   /* without case and accents */
	const char *order; /* with them: E before Ё */
};

/* NULL: not opened yet. What ICU cannot open stays NULL, and the plain form is given. */
struct language {
	const char *tag;
	char locale[ULOC_FULLNAME_CAPACITY];
	UDateFormat *date[DATE_PRECISIONS];
	UDateIntervalFormat *range[DATE_PRECISIONS];
	UNumberFormat *number, *spelled;
	UCollator *collator;
	UCollator *letter_collator; /* case and accents make no difference */
	struct index_letter *letters;
	size_t letter_count;
	struct language *next;
};

struct languages {
	struct arena *memory, *scratch;
	struct language *first;
	UCalendar *calendar; /* UTC, Gregorian: counts days */
};

struct language *language_lookup(struct languages *languages, const char *tag);

/* Appends UTF-16 as UTF-8. */
void language_put_utf16(struct buffer *out, const UChar *text, size_t length);
/* The text as UTF-16, in the arena. */
UChar *language_utf16(struct arena *a, const char *text, int32_t *length);

#endif
