/* Words that stay together over a space in Russian, Belarusian and English: a short preposition and what it governs,
 * initials and a surname, a number and its unit, a dash and what stands before it. */
#include <string.h>

#include "text_linebreak.h"

/* A word of the seen text: from start to end, no space in it. */
struct word {
	const UChar *text;
	uint32_t length;
};

/* Chinese characters and marks are no part of such words; they stand beside them without a space. */
#define FIRST_HAN 0x2E80

static struct word word_before(const struct seen_text *seen, uint32_t space)
{
	uint32_t start = space;
	while (start > 0 && seen->text[start - 1] != ' ' && seen->text[start - 1] < FIRST_HAN && space - start < 32)
		start--;
	return (struct word){seen->text + start, space - start};
}

static struct word word_after(const struct seen_text *seen, uint32_t space)
{
	uint32_t start = space + 1, end = start;
	while (end < seen->length && seen->text[end] != ' ' && seen->text[end] < FIRST_HAN && end - start < 32)
		end++;
	return (struct word){seen->text + start, end - start};
}

/* Opening quotes and brackets belong to the layout of a word, not to the word. */
static struct word without_opening(struct word word)
{
	while (word.length > 0 && (u_getIntPropertyValue(word.text[0], UCHAR_LINE_BREAK) == U_LB_OPEN_PUNCTUATION ||
	                           u_getIntPropertyValue(word.text[0], UCHAR_LINE_BREAK) == U_LB_QUOTATION)) {
		word.text++;
		word.length--;
	}
	return word;
}

static struct word without_closing(struct word word)
{
	while (word.length > 0 && !u_isalnum(word.text[word.length - 1]) && word.text[word.length - 1] != '%' &&
	       word.text[word.length - 1] != '.')
		word.length--;
	return word;
}

static bool is_cyrillic(UChar c)
{
	return c >= 0x400 && c < 0x530;
}

/* В, к, с, о, у, и, а, з, ў: no Russian or Belarusian word of one letter may end a line, but я, which is no such word.
 */
static bool is_short_word(struct word word)
{
	word = without_opening(word);
	return word.length == 1 && is_cyrillic(word.text[0]) && u_isalpha(word.text[0]) && u_tolower(word.text[0]) != 0x44F;
}

/* В., В.А., Ж.-П. */
static bool is_initial(struct word word)
{
	word = without_opening(word);
	uint32_t at = 0;
	while (at + 1 < word.length && u_isupper(word.text[at]) && word.text[at + 1] == '.') {
		at += 2;
		if (at + 1 < word.length && word.text[at] == '-')
			at++;
	}
	return at > 0 && at == word.length;
}

static bool is_capitalised(struct word word)
{
	word = without_opening(word);
	return word.length >= 2 && u_isupper(word.text[0]) && u_islower(word.text[1]);
}

static bool equals(struct word word, const char *utf8)
{
	size_t at = 0, size = strlen(utf8);
	uint32_t i = 0;
	while (at < size && i < word.length)
		if (utf8_next(utf8, size, &at) != word.text[i++])
			return false;
	return at == size && i == word.length;
}

/* Without the full stop of a sentence: "45 км." */
static struct word without_stop(struct word word)
{
	if (word.length > 1 && word.text[word.length - 1] == '.')
		word.length--;
	return word;
}

static bool listed(struct word word, const char *const *list)
{
	for (; *list; list++)
		if (equals(word, *list))
			return true;
	return false;
}

static const char *const units[] = {
    "%",  "‰",  "°C",  "°С", "км",  "м",    "см", "мм",   "га",  "кг",   "г",    "мг",  "т",   "л",    "ч",    "мин",
    "с",  "г.", "гг.", "в.", "вв.", "руб.", "р.", "тыс.", "млн", "млрд", "чел.", "км²", "м²",  "km",   "m",    "cm",
    "mm", "ha", "kg",  "g",  "mg",  "t",    "l",  "h",    "min", "s",    "km²",  "m²",  "ст.", "a.m.", "p.m.", NULL};
static const char *const number_marks[] = {"№",     "§",    "§§",  "с.",  "стр.", "т.", "гл.", "рис.",
                                           "табл.", "п.",   "ст.", "No.", "no.",  "p.", "pp.", "vol.",
                                           "fig.",  "Fig.", "д.",  "кв.", "мал.", NULL};

static bool ends_with_digit(struct word word)
{
	return word.length > 0 && u_isdigit(word.text[word.length - 1]);
}

static bool starts_with_number(struct word word)
{
	if (word.length == 0)
		return false;
	if (u_isdigit(word.text[0]))
		return true;
	/* Roman numbers: т. IV */
	for (uint32_t i = 0; i < word.length; i++)
		if (!word.text[i] || word.text[i] > 0x7F || !strchr("IVXLC.,", word.text[i]))
			return false;
	return true;
}

/* 1 500 000: a number of one to three digits, and three more. */
static bool is_digit_group(struct word left, struct word right)
{
	left = without_opening(left);
	uint32_t digits = 0;
	while (digits < right.length && u_isdigit(right.text[digits]))
		digits++;
	if (digits != 3 || left.length < 1 || left.length > 3)
		return false;
	for (uint32_t i = 0; i < left.length; i++)
		if (!u_isdigit(left.text[i]))
			return false;
	return true;
}

/* т. д., т. е., н. э., г. зн.: abbreviations of several words. */
static bool is_abbreviation(struct word left, struct word right)
{
	left = without_opening(left);
	right = without_closing(right);
	return left.length == 2 && u_islower(left.text[0]) && left.text[1] == '.' && right.length >= 2 &&
	       right.length <= 3 && u_islower(right.text[0]) && right.text[right.length - 1] == '.';
}

/* What stands before a name of a place or a person. */
static const char *const titles[] = {"г.",    "ул.",  "вул.", "пр.", "пл.",  "им.",  "імя", "проф.", "праф.",
                                     "акад.", "доц.", "дац.", "гр.", "тов.", "обл.", "р-н", NULL};

static bool is_titled(struct word left, struct word right)
{
	return listed(without_opening(left), titles) && (is_initial(right) || is_capitalised(right));
}

static bool is_dash(struct word word)
{
	return word.length >= 1 && (word.text[0] == 0x2014 || (word.length == 1 && word.text[0] == 0x2013));
}

/* Which words stay together depends on the language: names and numbers do in any. */
enum ties { TIE_NAMES, TIE_ENGLISH, TIE_CYRILLIC };

static bool ties(struct word left, struct word right, enum ties kind)
{
	if (is_initial(left) && (is_initial(without_closing(right)) || is_capitalised(right)))
		return true;
	if (ends_with_digit(left) &&
	    (listed(without_closing(right), units) || listed(without_stop(without_closing(right)), units)))
		return true;
	if (listed(without_opening(left), number_marks) && starts_with_number(right))
		return true;
	if (kind == TIE_CYRILLIC && (is_short_word(left) || is_digit_group(left, right) || is_abbreviation(left, right)))
		return true;
	return false;
}

/* Initials behind a surname; not those that stand before the next one: Беларусь В. А. Богуш. */
static bool ties_initials(const struct seen_text *seen, uint32_t space)
{
	struct word left = word_before(seen, space), right = word_after(seen, space);
	if (!is_capitalised(left) || !u_isalpha(left.text[left.length - 1]))
		return false;
	if (!is_initial(without_closing(right)))
		return false;
	while (is_initial(right) && space + 1 + right.length < seen->length) {
		space += 1 + right.length;
		right = word_after(seen, space);
	}
	return !is_capitalised(right);
}

/* г. Минск, проф. В. А. Богуш; but not 2024 г. Конференция. */
static bool ties_title(const struct seen_text *seen, uint32_t space)
{
	struct word left = word_before(seen, space), right = word_after(seen, space);
	uint32_t start = (uint32_t)(left.text - seen->text);
	bool after_number = start >= 2 && seen->text[start - 1] == ' ' && u_isdigit(seen->text[start - 2]);
	return !after_number && is_titled(left, right);
}

/* A dash without spaces ends a line, it does not start one. */
static void tie_unspaced_dash(const struct seen_text *seen, uint32_t at, uint8_t *breaks)
{
	if (seen->text[at] == 0x2014 && at > 0 && seen->text[at - 1] != ' ')
		breaks[at] = ATOM_NO_BREAK;
}

/* Ж.-П. */
static void tie_double_initial(const struct seen_text *seen, uint32_t at, uint8_t *breaks)
{
	if (seen->text[at] == '-' && at > 1 && at + 2 < seen->length && seen->text[at - 1] == '.' &&
	    u_isupper(seen->text[at - 2]) && u_isupper(seen->text[at + 1]) && seen->text[at + 2] == '.')
		breaks[at + 1] = ATOM_NO_BREAK;
}

/* After a closing quote and a space an opening bracket or quote may start a line: «Соглашение» (первый этап). UAX 14
 * has this since Unicode 15.1 (LB15b), ICU before that does not. */
static bool parts_after_quote(const struct seen_text *seen, uint32_t space)
{
	if (space == 0 || u_charType(seen->text[space - 1]) != U_FINAL_PUNCTUATION)
		return false;
	int8_t next = u_charType(seen->text[space + 1]);
	return next == U_START_PUNCTUATION || next == U_INITIAL_PUNCTUATION;
}

static void tie_span(const struct seen_text *seen, uint32_t start, uint32_t end, enum ties kind, uint8_t *breaks)
{
	for (uint32_t at = start; at < end; at++) {
		if (kind != TIE_NAMES)
			tie_unspaced_dash(seen, at, breaks);
		tie_double_initial(seen, at, breaks);
		if (seen->text[at] != ' ' || at + 1 >= seen->length)
			continue;
		if (!breaks[at + 1] && parts_after_quote(seen, at))
			breaks[at + 1] = ATOM_BREAK;
		if (!breaks[at + 1])
			continue;
		struct word left = word_before(seen, at), right = word_after(seen, at);
		if (kind != TIE_NAMES && is_dash(right))
			breaks[at + 1] = ATOM_NO_BREAK;
		else if (ties(left, right, kind) || (kind == TIE_CYRILLIC && ties_initials(seen, at)))
			breaks[at + 1] = ATOM_BREAK_TIED;
		else if (kind == TIE_CYRILLIC && ties_title(seen, at))
			breaks[at + 1] = ATOM_BREAK_DEAR;
	}
}

/* False where nothing is known about the language: then breaks are those of UAX 14, as in Apache FOP. */
static bool ties_of(const char *language, enum ties *kind)
{
	if (text_language_is(language, "ru") || text_language_is(language, "be") || text_language_is(language, "uk"))
		*kind = TIE_CYRILLIC;
	else if (text_language_is(language, "en"))
		*kind = TIE_ENGLISH;
	else if (text_language_is_han(language))
		*kind = TIE_NAMES;
	else
		return false;
	return true;
}

void tie_words(const struct paragraph *p, const struct seen_text *seen, uint8_t *breaks)
{
	uint32_t at = 0;
	for (uint32_t i = 0; i < p->span_count && at < seen->length; i++) {
		uint32_t start = at;
		while (at < seen->length && (seen->place ? seen->place[at] : at) < p->spans[i].end)
			at++;
		enum ties kind;
		if (!p->spans[i].object && ties_of(p->spans[i].style->language, &kind))
			tie_span(seen, start, at, kind, breaks);
	}
}
