/* What import.c knows of the columns of a list of people. Private to job/. */
#ifndef CBUA_IMPORT_H
#define CBUA_IMPORT_H

#include <stddef.h>

enum field {
	FIELD_NONE,
	FIELD_NAME,
	FIELD_FIRST_NAME, /* the given name beside a family name, else the whole one */
	FIELD_FAMILY,
	FIELD_GIVEN,
	FIELD_PATRONYMIC,
	FIELD_INSTITUTION,
	FIELD_COUNTRY,
	FIELD_ROLE,
	FIELD_MODE,
	FIELD_SEX,
	FIELD_POST,
	FIELD_IGNORED
};

/* text is folded: small letters, no spaces. language: that of names and posts in Cyrillic letters. */
struct heading {
	const char *text;
	enum field field;
	const char *language;
};

/* NULL for a heading that is not known. */
const struct heading *heading_lookup(const char *folded);

/* "female" or "male"; NULL for any other word. */
const char *sex_lookup(const char *folded);

#endif
