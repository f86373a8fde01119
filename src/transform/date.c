/* Dates, numbers and countries in words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "language_internal.h"

struct iso_date {
	int year, month, day; /* month and day 1 where not given */
	enum date_precision precision;
};

/* What is put right in ICU's words: the alliance's Belarusian names May травень; thin spaces are not in every face, and
 * the narrow no-break one neither. */
static const struct {
	const char *language, *from, *to;
} corrections[] = {
    {"be", "мая", "траўня"},
    {"be", "май", "травень"},
    {NULL, "\xE2\x80\x89", " "},
    {NULL, "\xE2\x80\xAF", "\xC2\xA0"},
};

static int digits(const char **at, int count)
{
	int value = 0;
	for (int i = 0; i < count; i++, (*at)++) {
		if (**at < '0' || **at > '9')
			return -1;
		value = value * 10 + (**at - '0');
	}
	return value;
}

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

static bool parse_iso(const char *iso, struct iso_date *date)
{
	*date = (struct iso_date){.month = 1, .day = 1, .precision = DATE_YEAR};
	const char *at = iso + strspn(iso, " \t\r\n");
	date->year = digits(&at, 4);
	if (date->year < 1)
		return false;
	if (*at == '-') {
		at++;
		date->month = digits(&at, 2);
		date->precision = DATE_MONTH;
		if (date->month < 1 || date->month > 12)
			return false;
	}
	if (*at == '-' && date->precision == DATE_MONTH) {
		at++;
		date->day = digits(&at, 2);
		date->precision = DATE_DAY;
		if (date->day < 1 || date->day > days_in_month(date->year, date->month))
			return false;
	}
	return strchr("TZ+", *at) || at[strspn(at, " \t\r\n")] == '\0';
}

static UDate milliseconds(struct languages *languages, const struct iso_date *date)
{
	UErrorCode status = U_ZERO_ERROR;
	if (!languages->calendar) {
		languages->calendar = ucal_open(u"UTC", -1, "en", UCAL_GREGORIAN, &status);
		ucal_setGregorianChange(languages->calendar, -1e18, &status);
	}
	ucal_clear(languages->calendar);
	ucal_setDate(languages->calendar, date->year, date->month - 1, date->day, &status);
	return ucal_getMillis(languages->calendar, &status);
}

static const UChar *skeleton(enum date_precision precision)
{
	static const UChar *const skeletons[] = {u"y", u"yMMMM", u"yMMMMd"};
	return skeletons[precision];
}

static UDateFormat *date_format(struct language *language, enum date_precision precision)
{
	if (language->date[precision])
		return language->date[precision];
	UErrorCode status = U_ZERO_ERROR;
	UDateTimePatternGenerator *generator = udatpg_open(language->locale, &status);
	UChar pattern[64];
	int32_t length = udatpg_getBestPattern(generator, skeleton(precision), -1, pattern, 64, &status);
	language->date[precision] =
	    udat_open(UDAT_PATTERN, UDAT_PATTERN, language->locale, u"UTC", -1, pattern, length, &status);
	udatpg_close(generator);
	return language->date[precision];
}

static UDateIntervalFormat *range_format(struct language *language, enum date_precision precision)
{
	if (!language->range[precision]) {
		UErrorCode status = U_ZERO_ERROR;
		language->range[precision] = udtitvfmt_open(language->locale, skeleton(precision), -1, u"UTC", -1, &status);
	}
	return language->range[precision];
}

static bool speaks(const struct language *language, const char *name)
{
	size_t size = strlen(name);
	return strncmp(language->locale, name, size) == 0 && (!language->locale[size] || language->locale[size] == '_');
}

static void replace_all(struct buffer *text, const char *from, const char *to)
{
	struct buffer result = {0};
	const char *at = text->data, *hit;
	while ((hit = strstr(at, from))) {
		buffer_append(&result, at, (size_t)(hit - at));
		buffer_puts(&result, to);
		at = hit + strlen(from);
	}
	buffer_puts(&result, at);
	buffer_free(text);
	*text = result;
}

/* with_year_word: Belarusian wants its "г." where ICU leaves it out. */
static void put_corrected(const struct language *language, const UChar *words, int32_t length, bool with_year_word,
                          struct buffer *out)
{
	struct buffer text = {0};
	language_put_utf16(&text, words, (size_t)length);
	buffer_puts(&text, "");
	for (size_t i = 0; i < sizeof corrections / sizeof *corrections; i++)
		if (!corrections[i].language || speaks(language, corrections[i].language))
			replace_all(&text, corrections[i].from, corrections[i].to);
	buffer_append(out, text.data, text.size);
	if (with_year_word && speaks(language, "be") && !strstr(text.data, "г."))
		buffer_puts(out, "\xC2\xA0г.");
	buffer_free(&text);
}

/* Where no language is known, the numbers alone. */
static void put_iso(const struct iso_date *date, struct buffer *out)
{
	buffer_printf(out, "%04d", date->year);
	if (date->precision > DATE_YEAR)
		buffer_printf(out, "-%02d", date->month);
	if (date->precision > DATE_MONTH)
		buffer_printf(out, "-%02d", date->day);
}

static bool put_date(struct languages *languages, const struct iso_date *date, const char *tag, struct buffer *out)
{
	struct language *language = language_lookup(languages, tag);
	if (strcmp(language->locale, "root") == 0) {
		put_iso(date, out);
		return true;
	}
	UChar words[128];
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format = date_format(language, date->precision);
	if (!format)
		return false;
	int32_t length = udat_format(format, milliseconds(languages, date), words, 128, NULL, &status);
	if (U_FAILURE(status) || length > 128)
		return false;
	put_corrected(language, words, length, date->precision == DATE_MONTH, out);
	return true;
}

bool language_date(struct languages *languages, const char *iso, const char *tag, struct buffer *out)
{
	struct iso_date date;
	return parse_iso(iso, &date) && put_date(languages, &date, tag, out);
}

bool language_date_range(struct languages *languages, const char *from, const char *to, const char *tag,
                         struct buffer *out)
{
	struct iso_date first, last;
	if (!parse_iso(from, &first) || !parse_iso(to, &last) || first.precision != last.precision)
		return false;
	UDate start = milliseconds(languages, &first), end = milliseconds(languages, &last);
	if (end < start)
		return false;
	if (end == start)
		return put_date(languages, &first, tag, out);
	struct language *language = language_lookup(languages, tag);
	if (strcmp(language->locale, "root") == 0) {
		put_iso(&first, out);
		buffer_puts(out, "/");
		put_iso(&last, out);
		return true;
	}
	UChar words[160];
	UErrorCode status = U_ZERO_ERROR;
	UDateIntervalFormat *format = range_format(language, first.precision);
	if (!format)
		return false;
	int32_t length = udtitvfmt_format(format, start, end, words, 160, NULL, &status);
	if (U_FAILURE(status) || length > 160)
		return false;
	put_corrected(language, words, length, first.precision != DATE_YEAR, out);
	return true;
}

static void put_number(UNumberFormat *format, double number, struct buffer *out)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[512];
	int32_t length = unum_formatDouble(format, number, text, 512, NULL, &status);
	if (U_FAILURE(status) || length > 512)
		buffer_printf(out, "%.15g", number);
	else {
		/* Counting in Chinese has 零; 〇, which ICU gives, is for digits one by one (GB/T 15835). */
		for (int32_t i = 0; i < length; i++)
			text[i] = text[i] == 0x3007 ? 0x96F6 : text[i];
		language_put_utf16(out, text, (size_t)length);
	}
}

void language_number(struct languages *languages, double number, const char *tag, struct buffer *out)
{
	struct language *language = language_lookup(languages, tag);
	UErrorCode status = U_ZERO_ERROR;
	if (!language->number)
		language->number = unum_open(UNUM_DECIMAL, NULL, 0, language->locale, NULL, &status);
	put_number(language->number, number, out);
}

void language_spelled_number(struct languages *languages, double number, const char *tag, struct buffer *out)
{
	struct language *language = language_lookup(languages, tag);
	UErrorCode status = U_ZERO_ERROR;
	if (!language->spelled)
		language->spelled = unum_open(UNUM_SPELLOUT, NULL, 0, language->locale, NULL, &status);
	put_number(language->spelled, number, out);
}

void language_country(struct languages *languages, const char *code, const char *tag, struct buffer *out)
{
	struct language *language = language_lookup(languages, tag);
	char locale[16];
	snprintf(locale, sizeof locale, "und_%.2s", code);
	UErrorCode status = U_ZERO_ERROR;
	UChar name[128];
	int32_t length = uloc_getDisplayCountry(locale, language->locale, name, 128, &status);
	if (U_FAILURE(status) || length <= 0 || length > 128 || strlen(code) != 2)
		buffer_puts(out, code);
	else
		language_put_utf16(out, name, (size_t)length);
}
