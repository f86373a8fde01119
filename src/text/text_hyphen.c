/* Automatic hyphens: libhyphen with the dictionaries that Debian's hyphen-* packages install. */
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "text_private.h"

/* libhyphen 2.8.8 loses a few hundred bytes of a dictionary with a pattern given twice; the leak check is told so. */
#if defined(__SANITIZE_ADDRESS__)
#define CHECKS_LEAKS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHECKS_LEAKS 1
#endif
#endif
#ifdef CHECKS_LEAKS
#include <sanitizer/lsan_interface.h>
#else
#define __lsan_disable() ((void)0)
#define __lsan_enable()  ((void)0)
#endif

struct hyphenator {
	const char *language;
	HyphenDict *dictionary; /* NULL: none for this language */
	UConverter *converter;  /* from UTF-16 to the dictionary's encoding */
	struct hyphenator *next;
};

static HyphenDict *load_from(const char *directory, size_t size, const char *name)
{
	char path[512];
	int needed = snprintf(path, sizeof path, "%.*s/hyph_%s.dic", (int)size, directory, name);
	if (needed <= 0 || (size_t)needed >= sizeof path)
		return NULL;
	FILE *file = fopen(path, "rb");
	__lsan_disable();
	HyphenDict *dictionary = file ? hnj_hyphen_load_file(file) : NULL;
	__lsan_enable();
	/* How many letters stay together is the document's to say (XSL 7.10.6, 7.10.7). */
	if (dictionary)
		dictionary->lhmin = dictionary->rhmin = 1;
	if (file)
		fclose(file);
	return dictionary;
}

/* Along DICPATH, which hunspell's programs use too, then where Debian puts them. */
static HyphenDict *load_named(const char *name)
{
	const char *paths[] = {getenv("DICPATH"), "/usr/local/share/hyphen:/usr/share/hyphen:/usr/share/myspell/dicts"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		for (const char *at = paths[i]; at && *at;) {
			size_t size = strcspn(at, ":");
			HyphenDict *dictionary = size ? load_from(at, size, name) : NULL;
			if (dictionary)
				return dictionary;
			at += size + (at[size] == ':');
		}
	return NULL;
}

/* en-GB is en_GB; a language alone takes the country it is named for, and English and Belarusian theirs. */
static HyphenDict *load_dictionary(const char *language)
{
	char primary[16] = "", name[32];
	size_t size = strcspn(language, "-_");
	if (size == 0 || size >= sizeof primary - 1)
		return NULL;
	for (size_t i = 0; i < size; i++)
		primary[i] = (char)(language[i] | 0x20);
	const char *country = strpbrk(language, "-_");
	while (country && strcspn(country + 1, "-_") != 2)
		country = strpbrk(country + 1, "-_");
	if (country) {
		snprintf(name, sizeof name, "%s_%c%c", primary, country[1] & ~0x20, country[2] & ~0x20);
		HyphenDict *dictionary = load_named(name);
		if (dictionary)
			return dictionary;
	}
	if (strcmp(primary, "en") == 0 || strcmp(primary, "be") == 0)
		snprintf(name, sizeof name, "%s_%s", primary, primary[0] == 'e' ? "US" : "BY");
	else
		snprintf(name, sizeof name, "%s_%c%c", primary, primary[0] & ~0x20, primary[1] & ~0x20);
	HyphenDict *dictionary = load_named(name);
	return dictionary ? dictionary : load_named(primary);
}

static struct hyphenator *hyphenator_for(struct text_engine *engine, const char *language)
{
	for (struct hyphenator *known = engine->hyphenators; known; known = known->next)
		if (strcmp(known->language, language) == 0)
			return known;
	struct hyphenator *hyphenator = arena_alloc(engine->arena, sizeof *hyphenator);
	hyphenator->language = arena_strdup(engine->arena, language);
	hyphenator->dictionary = load_dictionary(language);
	if (hyphenator->dictionary) {
		UErrorCode status = U_ZERO_ERROR;
		hyphenator->converter =
		    ucnv_open(hyphenator->dictionary->utf8 ? "UTF-8" : hyphenator->dictionary->cset, &status);
	} else if (*language && !text_language_is_han(language)) {
		diag_warning(engine->diag, (struct loc){NULL, 0},
		             "no hyphenation dictionary for language '%s': its words are not hyphenated", language);
	}
	hyphenator->next = engine->hyphenators;
	return engine->hyphenators = hyphenator;
}

#define LONGEST_WORD 100

static bool is_letter(UChar c)
{
	return u_isalpha(c) || c == '\'' || c == 0x2019;
}

/* The letters of text without what stands around them: first and one past the last. False when there is no such word.
 */
static bool letters_of(const UChar *text, unsigned length, unsigned *first, unsigned *end)
{
	*first = 0;
	*end = length;
	while (*first < *end && !u_isalpha(text[*first]))
		++*first;
	while (*end > *first && !u_isalpha(text[*end - 1]))
		--*end;
	if (*end - *first < 4 || *end - *first > LONGEST_WORD)
		return false;
	for (unsigned i = *first; i < *end; i++)
		if (!is_letter(text[i]))
			return false;
	return true;
}

/* points[i] is set where a hyphen may stand before text[i]. Letters outside the basic plane do not come here. */
static void find_points(const struct hyphenator *hyphenator, const UChar *text, unsigned length, uint8_t *points)
{
	UChar lower[LONGEST_WORD * 2];
	char bytes[LONGEST_WORD * 4 + 1], hyphens[LONGEST_WORD * 4 + 8];
	UErrorCode status = U_ZERO_ERROR;
	int32_t lowered = u_strToLower(lower, LONGEST_WORD * 2, text, (int32_t)length, hyphenator->language, &status);
	if (U_FAILURE(status) || lowered != (int32_t)length)
		return;
	int32_t size = ucnv_fromUChars(hyphenator->converter, bytes, (int32_t)sizeof bytes, lower, lowered, &status);
	if (U_FAILURE(status) || size <= 0 || size > LONGEST_WORD * 4)
		return;
	char **replacement = NULL;
	int *position = NULL, *cut = NULL;
	if (hnj_hyphen_hyphenate2(hyphenator->dictionary, bytes, size, hyphens, NULL, &replacement, &position, &cut) != 0)
		return;
	for (unsigned i = 0; i + 1 < length; i++)
		/* A replacement would change the spelling at the hyphen: no language here needs one. */
		points[i + 1] = (hyphens[i] & 1) && !(replacement && replacement[i]);
	for (int32_t i = 0; replacement && i < size; i++)
		free(replacement[i]);
	free(replacement);
	free(position);
	free(cut);
}

const uint8_t *hyphen_points(struct text_engine *engine, const char *language, struct shape *shape)
{
	const struct hyphenator *hyphenator = hyphenator_for(engine, language);
	if (!hyphenator->dictionary || !hyphenator->converter)
		return NULL;
	if (shape->hyphens && shape->hyphens_of == hyphenator)
		return shape->hyphens;
	uint8_t *points = arena_alloc(engine->arena, shape->length);
	unsigned first, end;
	if (letters_of(shape->text, shape->length, &first, &end))
		find_points(hyphenator, shape->text + first, end - first, points + first);
	shape->letters = (int)first;
	shape->letters_end = (int)end;
	shape->hyphens = points;
	shape->hyphens_of = hyphenator;
	return points;
}

void hyphenators_free(struct text_engine *engine)
{
	for (struct hyphenator *hyphenator = engine->hyphenators; hyphenator; hyphenator = hyphenator->next) {
		if (hyphenator->converter)
			ucnv_close(hyphenator->converter);
		if (hyphenator->dictionary)
			hnj_hyphen_free(hyphenator->dictionary);
	}
}
