/* Page numbers as text: the number formats of XSLT (7.7.1) with Chinese numerals beside them. */
#include <stdio.h>
#include <string.h>

#include "folio_letters.h"
#include "page_master.h"

static void put_roman(struct buffer *b, int number, bool upper)
{
	static const struct {
		int value;
		const char *lower, *upper;
	} numerals[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
	                {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
	                {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"}};
	for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
		for (; number >= numerals[i].value; number -= numerals[i].value)
			buffer_puts(b, upper ? numerals[i].upper : numerals[i].lower);
}

/* 0 to 9999 in words: 一百零五; ten to nineteen without a leading one. */
static void put_chinese(struct buffer *b, int number)
{
	static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	static const char *const units[] = {"千", "百", "十", ""};
	if (number == 0) {
		buffer_puts(b, digits[0]);
		return;
	}
	bool started = false, gap = false;
	int unit = 1000;
	for (int i = 0; i < 4; i++, unit /= 10) {
		int digit = number / unit % 10;
		if (digit == 0) {
			gap = started;
			continue;
		}
		if (gap)
			buffer_puts(b, digits[0]);
		gap = false;
		if (digit != 1 || i != 2 || started)
			buffer_puts(b, digits[digit]);
		buffer_puts(b, units[i]);
		started = true;
	}
}

static void put_decimal(struct buffer *b, int number, int width, const struct fo_node *sequence)
{
	char digits[32];
	int count = snprintf(digits, sizeof digits, "%0*d", width, number);
	int group = (int)fo_number(sequence, PROP_GROUPING_SIZE);
	const char *separator = fo_string(sequence, PROP_GROUPING_SEPARATOR);
	for (int i = 0; i < count; i++) {
		if (i > 0 && group > 0 && *separator && (count - i) % group == 0)
			buffer_puts(b, separator);
		buffer_putc(b, digits[i]);
	}
}

static int zero_padded_width(const char *format)
{
	size_t zeros = strspn(format, "0");
	return zeros > 0 && zeros < 16 && format[zeros] == '1' ? (int)zeros + 1 : 1;
}

static void put_number(struct buffer *b, int number, const char *format, const struct fo_node *sequence)
{
	if (number > 0 && number < 100000 && (strcmp(format, "i") == 0 || strcmp(format, "I") == 0))
		put_roman(b, number, format[0] == 'I');
	else if (number >= 0 && number < 10000 && strcmp(format, "一") == 0)
		put_chinese(b, number);
	else if (!folio_put_letters(b, number, format, fo_key(sequence, PROP_LETTER_VALUE) == KEY_TRADITIONAL))
		put_decimal(b, number, zero_padded_width(format), sequence);
}

/* The text in a node, whatever inlines it stands in. */
static void put_text(struct buffer *b, const struct fo_node *node)
{
	if (node->kind == FO_TEXT)
		buffer_append(b, node->text, node->text_size);
	else if (node->kind == FO_CHARACTER)
		buffer_puts(b, fo_string(node, PROP_CHARACTER));
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		put_text(b, child);
}

static void put_affix(struct buffer *b, const struct fo_node *sequence, enum fo_kind kind)
{
	for (const struct fo_node *child = sequence->first_child; child; child = child->next)
		if (child->kind == kind)
			put_text(b, child);
}

/* A format is letters and digits, with what stands before and after them kept (XSLT 7.7.1). */
static void put_formatted(struct buffer *b, const struct fo_node *node, int number)
{
	static const char punctuation[] = " .,;:()[]{}-/";
	const char *format = fo_string(node, PROP_FORMAT);
	size_t before = strspn(format, punctuation);
	size_t token = strcspn(format + before, punctuation);
	char kind[16] = "1";
	if (token > 0 && token < sizeof kind)
		snprintf(kind, sizeof kind, "%.*s", (int)token, format + before);
	buffer_append(b, format, before);
	put_number(b, number, kind, node);
	buffer_puts(b, format + before + token);
}

static const char *finished(struct buffer *b, struct arena *a)
{
	char *label = arena_strndup(a, b->data ? b->data : "", b->size);
	buffer_free(b);
	return label;
}

const char *folio_label(const struct fo_node *sequence, int number, struct arena *a)
{
	struct buffer b = {0};
	put_affix(&b, sequence, FO_FOLIO_PREFIX);
	put_formatted(&b, sequence, number);
	put_affix(&b, sequence, FO_FOLIO_SUFFIX);
	return finished(&b, a);
}

const char *number_label(const struct fo_node *node, int number, struct arena *a)
{
	struct buffer b = {0};
	put_formatted(&b, node, number);
	return finished(&b, a);
}
