/* The table of languages and what date.c and collation.c share. */
#include "language_internal.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

struct languages *languages_new(void)
{
	struct arena *memory = arena_new();
	struct languages *languages = arena_alloc(memory, sizeof *languages);
	languages->memory = memory;
	languages->scratch = arena_new();
	return languages;
}

static void close_language(struct language *language)
{
	for (size_t i = 0; i < DATE_PRECISIONS; i++) {
		udat_close(language->date[i]);
		udtitvfmt_close(language->range[i]);
	}
	unum_close(language->number);
	unum_close(language->spelled);
	ucol_close(language->collator);
	ucol_close(language->letter_collator);
}

void languages_free(struct languages *languages)
{
	if (!languages)
		return;
	for (struct language *l = languages->first; l; l = l->next)
		close_language(l);
	ucal_close(languages->calendar);
	arena_free(languages->scratch);
	arena_free(languages->memory);
}

static bool is_known(const char *locale)
{
	size_t size = strcspn(locale, "_@");
	for (int32_t i = 0; i < uloc_countAvailable(); i++) {
		const char *available = uloc_getAvailable(i);
		if (strncmp(available, locale, size) == 0 && strchr("_@", available[size]))
			return true;
	}
	return false;
}

/* English without a country is the alliance's: day before month. Undetermined is the root, so that the machine's own
 * locale never shows. */
static void set_locale(struct language *language)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t parsed = 0;
	uloc_forLanguageTag(language->tag, language->locale, sizeof language->locale, &parsed, &status);
	if (U_FAILURE(status) || (size_t)parsed != strlen(language->tag) || !is_known(language->locale))
		language->locale[0] = '\0';
	if (strcmp(language->locale, "en") == 0)
		strcpy(language->locale, "en_GB");
	if (!language->locale[0])
		strcpy(language->locale, "root");
}

struct language *language_lookup(struct languages *languages, const char *tag)
{
	for (struct language *l = languages->first; l; l = l->next)
		if (strcmp(l->tag, tag) == 0)
			return l;
	struct language *language = arena_alloc(languages->memory, sizeof *language);
	language->tag = arena_strdup(languages->memory, tag);
	set_locale(language);
	language->next = languages->first;
	languages->first = language;
	return language;
}

void language_put_utf16(struct buffer *out, const UChar *text, size_t length)
{
	char utf8[1024];
	int32_t size = 0;
	UErrorCode status = U_ZERO_ERROR;
	/* Every text here is a date, a number or a letter: three bytes a unit fit. */
	int32_t units = length < sizeof utf8 / 3 ? (int32_t)length : (int32_t)(sizeof utf8 / 3) - 1;
	u_strToUTF8WithSub(utf8, sizeof utf8, &size, text, units, 0xFFFD, NULL, &status);
	if (U_SUCCESS(status))
		buffer_append(out, utf8, (size_t)size);
}

UChar *language_utf16(struct arena *a, const char *text, int32_t *length)
{
	size_t size = strlen(text);
	if (size > INT32_MAX / 2)
		size = INT32_MAX / 2;
	UChar *result = arena_array(a, size + 1, sizeof *result);
	UErrorCode status = U_ZERO_ERROR;
	u_strFromUTF8WithSub(result, (int32_t)size + 1, length, text, (int32_t)size, 0xFFFD, NULL, &status);
	return result;
}
