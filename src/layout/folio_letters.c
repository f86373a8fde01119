/* Numbers in letters (XSL 7.26.1; XSLT 7.7.1): the alphabet counted through, or, where letter-value
 * is traditional, Greek and Hebrew letters as numerals. */
#include <string.h>

#include "folio_letters.h"

static const char *const latin_lower[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
                                          "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z"};
static const char *const latin_upper[] = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M",
                                          "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"};
/* As lists number in Russian and Belarusian: without letters that look alike or make no sound. */
static const char *const cyrillic_lower[] = {"а", "б", "в", "г", "д", "е", "ж", "з", "и", "к", "л", "м", "н", "о",
                                             "п", "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "э", "ю", "я"};
static const char *const cyrillic_upper[] = {"А", "Б", "В", "Г", "Д", "Е", "Ж", "З", "И", "К", "Л", "М", "Н", "О",
                                             "П", "Р", "С", "Т", "У", "Ф", "Х", "Ц", "Ч", "Ш", "Щ", "Э", "Ю", "Я"};
static const char *const greek_lower[] = {"α", "β", "γ", "δ", "ε", "ζ", "η", "θ", "ι", "κ", "λ", "μ",
                                          "ν", "ξ", "ο", "π", "ρ", "σ", "τ", "υ", "φ", "χ", "ψ", "ω"};
static const char *const greek_upper[] = {"Α", "Β", "Γ", "Δ", "Ε", "Ζ", "Η", "Θ", "Ι", "Κ", "Λ", "Μ",
                                          "Ν", "Ξ", "Ο", "Π", "Ρ", "Σ", "Τ", "Υ", "Φ", "Χ", "Ψ", "Ω"};
static const char *const hebrew[] = {"א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט", "י", "כ",
                                     "ל", "מ", "נ", "ס", "ע", "פ", "צ", "ק", "ר", "ש", "ת"};
/* Ones, tens, hundreds: nine each; six, ninety and nine hundred have letters that the alphabet has lost. */
static const char *const greek_numerals[] = {"α", "β", "γ", "δ", "ε", "ϛ", "ζ", "η", "θ", "ι", "κ", "λ", "μ", "ν",
                                             "ξ", "ο", "π", "ϟ", "ρ", "σ", "τ", "υ", "φ", "χ", "ψ", "ω", "ϡ"};
static const char *const greek_numerals_upper[] = {"Α", "Β", "Γ", "Δ", "Ε", "Ϛ", "Ζ", "Η", "Θ", "Ι", "Κ", "Λ", "Μ", "Ν",
                                                   "Ξ", "Ο", "Π", "Ϟ", "Ρ", "Σ", "Τ", "Υ", "Φ", "Χ", "Ψ", "Ω", "Ϡ"};

#define SIZE(array) (sizeof(array) / sizeof *(array))

static const struct sequence_of_letters {
	const char *first; /* the format token */
	const char *const *letter;
	int count;
	const char *const *numeral; /* NULL: none of nine ones, tens and hundreds */
} sequences[] = {
    {"a", latin_lower, SIZE(latin_lower), NULL},
    {"A", latin_upper, SIZE(latin_upper), NULL},
    {"а", cyrillic_lower, SIZE(cyrillic_lower), NULL},
    {"А", cyrillic_upper, SIZE(cyrillic_upper), NULL},
    {"α", greek_lower, SIZE(greek_lower), greek_numerals},
    {"Α", greek_upper, SIZE(greek_upper), greek_numerals_upper},
    {"א", hebrew, SIZE(hebrew), NULL},
};

static void put_alphabetic(struct buffer *b, int number, const struct sequence_of_letters *s)
{
	const char *letters[32];
	int count = 0;
	for (; number > 0 && count < 32; number = (number - 1) / s->count)
		letters[count++] = s->letter[(number - 1) % s->count];
	while (count > 0)
		buffer_puts(b, letters[--count]);
}

/* The thousands have a sign before them, the whole one after it: ͵αϡνʹ is 1950. */
static void put_greek(struct buffer *b, int number, const char *const *numeral)
{
	if (number >= 1000)
		buffer_printf(b, "͵%s", numeral[number / 1000 - 1]);
	for (int place = 2, unit = 100; place >= 0; place--, unit /= 10)
		if (number / unit % 10 > 0)
			buffer_puts(b, numeral[place * 9 + number / unit % 10 - 1]);
	buffer_puts(b, "ʹ");
}

/* Hundreds in fours, and 15 and 16 as 9 and 6 or 7: the other letters would spell the holy name. */
static void put_hebrew(struct buffer *b, int number)
{
	for (; number >= 400; number -= 400)
		buffer_puts(b, hebrew[21]);
	if (number >= 100)
		buffer_puts(b, hebrew[17 + number / 100]);
	number %= 100;
	if (number == 15 || number == 16) {
		buffer_printf(b, "%s%s", hebrew[8], hebrew[number - 10]);
		return;
	}
	if (number >= 10)
		buffer_puts(b, hebrew[8 + number / 10]);
	if (number % 10 > 0)
		buffer_puts(b, hebrew[number % 10 - 1]);
}

bool folio_put_letters(struct buffer *b, int number, const char *token, bool traditional)
{
	for (size_t i = 0; i < SIZE(sequences); i++) {
		const struct sequence_of_letters *s = &sequences[i];
		if (strcmp(token, s->first) != 0 || number <= 0)
			continue;
		if (traditional && s->numeral && number < 10000)
			put_greek(b, number, s->numeral);
		else if (traditional && s->letter == hebrew && number < 1000)
			put_hebrew(b, number);
		else
			put_alphabetic(b, number, s);
		return true;
	}
	return false;
}
