/* The order of words, and the letters of an index. */
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "language_internal.h"

static UCollator *collator_open(const struct language *language, UCollationStrength strength)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollator *collator = ucol_open(language->locale, &status);
	if (collator)
		ucol_setStrength(collator, strength);
	return collator;
}

static void open_collators(struct language *language)
{
	if (!language->collator)
		language->collator = collator_open(language, UCOL_TERTIARY);
	if (!language->letter_collator)
		language->letter_collator = collator_open(language, UCOL_PRIMARY);
}

/* A key is a string: none of its bytes is 0 but the last. */
static void put_key(const UCollator *collator, const UChar *text, int32_t length, struct buffer *out)
{
	uint8_t small[256];
	int32_t size = ucol_getSortKey(collator, text, length, small, sizeof small);
	if (size <= (int32_t)sizeof small) {
		buffer_append(out, small, size > 0 ? (size_t)size - 1 : 0);
		return;
	}
	uint8_t *key = xmalloc((size_t)size);
	ucol_getSortKey(collator, text, length, key, size);
	buffer_append(out, key, (size_t)size - 1);
	free(key);
}

void language_sort_key(struct languages *languages, const char *text, const char *tag, struct buffer *out)
{
	struct language *language = language_lookup(languages, tag);
	if (!language->collator)
		language->collator = collator_open(language, UCOL_TERTIARY);
	if (!language->collator) {
		buffer_puts(out, text);
		return;
	}
	struct arena_mark mark = arena_mark(languages->scratch);
	int32_t length;
	UChar *utf16 = language_utf16(languages->scratch, text, &length);
	put_key(language->collator, utf16, length, out);
	arena_reset(languages->scratch, mark);
}

static const char *letter_key(struct languages *languages, const UCollator *collator, const UChar *text, int32_t length)
{
	struct buffer key = {0};
	put_key(collator, text, length, &key);
	const char *kept = arena_strdup(languages->memory, key.data ? key.data : "");
	buffer_free(&key);
	return kept;
}

static void add_letter(struct languages *languages, struct language *language, const UChar *letter, int32_t length,
                       bool pinyin)
{
	struct buffer utf8 = {0};
	language_put_utf16(&utf8, letter, (size_t)length);
	UChar start[16] = {0xFDD0};
	int32_t at = pinyin ? 1 : 0;
	u_memcpy(start + at, letter, length);
	struct index_letter *added = &language->letters[language->letter_count++];
	added->letter = arena_strdup(languages->memory, utf8.data ? utf8.data : "");
	added->key = letter_key(languages, language->letter_collator, start, at + length);
	added->order = letter_key(languages, language->collator, start, at + length);
	buffer_free(&utf8);
}

static int compare_letters(const void *a, const void *b)
{
	const struct index_letter *x = a, *y = b;
	int difference = strcmp(x->key, y->key);
	return difference ? difference : strcmp(x->order, y->order);
}

/* CLDR's index letters of the language. In Chinese collation U+FDD0 and a letter stands where its pinyin section
 * starts. */
static void open_letters(struct languages *languages, struct language *language)
{
	UErrorCode status = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(language->locale, &status);
	USet *set = U_SUCCESS(status) ? ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_INDEX, &status) : NULL;
	open_collators(language);
	bool pinyin = strncmp(language->locale, "zh", 2) == 0;
	int32_t items = set ? uset_getItemCount(set) : 0, size = set ? uset_size(set) : 0;
	language->letters = arena_array(languages->memory, (size_t)size * 2 + 1, sizeof *language->letters);
	for (int32_t i = 0; i < items && language->letter_collator && language->collator; i++) {
		UChar32 from, to;
		UChar text[8];
		int32_t length = uset_getItem(set, i, &from, &to, text, 8, &status);
		for (UChar32 c = from; length == 0 && c <= to; c++) {
			int32_t at = 0;
			U16_APPEND_UNSAFE(text, at, c);
			add_letter(languages, language, text, at, false);
			if (pinyin)
				add_letter(languages, language, text, at, true);
		}
	}
	qsort(language->letters, language->letter_count, sizeof *language->letters, compare_letters);
	uset_close(set);
	ulocdata_close(data);
}

/* The language whose index has letters of this script: the asked one, or the script's own. */
static const char *index_language(const char *tag, UScriptCode script)
{
	static const struct {
		UScriptCode script;
		const char *usual, *languages;
	} rows[] = {
	    {USCRIPT_HAN, "zh", " zh "},
	    {USCRIPT_CYRILLIC, "ru", " be ru uk bg sr mk kk ky tg mn "},
	    {USCRIPT_LATIN, "en", NULL},
	};
	char primary[16];
	snprintf(primary, sizeof primary, " %.*s ", (int)strcspn(tag, "-_"), tag);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].script == script)
			return rows[i].languages && strstr(rows[i].languages, primary) ? tag : rows[i].usual;
	return NULL;
}

static const char *section(const struct language *language, const char *key)
{
	const char *letter = "#";
	const char *start = "";
	for (size_t i = 0; i < language->letter_count && strcmp(language->letters[i].key, key) <= 0; i++)
		if (strcmp(language->letters[i].key, start) != 0) {
			start = language->letters[i].key;
			letter = language->letters[i].letter;
		}
	return letter;
}

/* Moves *at to the first letter before any digit; 0 when there is none. */
static UChar32 first_letter(const char *text, size_t *at)
{
	size_t size = strlen(text);
	for (size_t next = 0; next < size;) {
		*at = next;
		UChar32 c = (UChar32)utf8_next(text, size, &next);
		if (u_isalpha(c))
			return c;
		if (u_isdigit(c))
			break;
	}
	return 0;
}

static void put_section(struct languages *languages, const char *text, const char *tag, struct buffer *out)
{
	struct language *language = language_lookup(languages, tag);
	if (!language->letters)
		open_letters(languages, language);
	struct arena_mark mark = arena_mark(languages->scratch);
	int32_t length;
	UChar *utf16 = language_utf16(languages->scratch, text, &length);
	struct buffer key = {0};
	if (language->letter_collator)
		put_key(language->letter_collator, utf16, length, &key);
	buffer_puts(out, section(language, key.data ? key.data : ""));
	buffer_free(&key);
	arena_reset(languages->scratch, mark);
}

void language_initial(struct languages *languages, const char *text, const char *tag, struct buffer *out)
{
	size_t at = 0;
	UChar32 first = first_letter(text, &at);
	UErrorCode status = U_ZERO_ERROR;
	const char *index = first ? index_language(tag, uscript_getScript(first, &status)) : NULL;
	if (index)
		put_section(languages, text + at, index, out);
	else if (first)
		buffer_put_codepoint(out, (uint32_t)u_toupper(first));
	else
		buffer_puts(out, "#");
}
