/* Page labels as ranges (ISO 32000-1, 12.4.2). Pure: strings in, ranges out. */
#include <stdbool.h>
#include <string.h>

#include "pdf_navigation.h"

/* Longer numbers are not numbers but names. */
#define NUMBER_MAX 999999999u

static size_t digits_at_end(const char *label, size_t size)
{
	size_t count = 0;
	while (count < size && label[size - count - 1] >= '0' && label[size - count - 1] <= '9')
		count++;
	return count;
}

static const char *const romans[] = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
static const uint32_t roman_values[] = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

static size_t write_roman(uint32_t value, bool upper, char *out)
{
	size_t size = 0;
	for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
		for (; value >= roman_values[i]; value -= roman_values[i])
			for (const char *c = romans[i]; *c; c++)
				out[size++] = (char)(upper ? *c - 'a' + 'A' : *c);
	out[size] = '\0';
	return size;
}

/* a to z, then aa to zz: the letter repeated. */
static size_t write_letters(uint32_t value, bool upper, char *out)
{
	size_t size = (value - 1) / 26 + 1;
	memset(out, (upper ? 'A' : 'a') + (int)((value - 1) % 26), size);
	out[size] = '\0';
	return size;
}

/* Enough for any value that read_number accepts. */
#define VALUE_TEXT 64

static void write_value(char style, uint32_t value, char *out)
{
	if (style == 'r' || style == 'R')
		write_roman(value, style == 'R', out);
	else if (style == 'a' || style == 'A')
		write_letters(value, style == 'A', out);
	else
		snprintf(out, VALUE_TEXT, "%u", (unsigned)value);
}

static uint32_t read_roman(const char *text, size_t size, bool upper)
{
	uint32_t value = 0;
	size_t at = 0;
	for (size_t i = 0; i < sizeof romans / sizeof *romans; i++) {
		size_t length = strlen(romans[i]);
		char sign[3] = {romans[i][0], romans[i][1], 0};
		for (size_t k = 0; upper && k < length; k++)
			sign[k] = (char)(sign[k] - 'a' + 'A');
		while (size - at >= length && memcmp(text + at, sign, length) == 0 && value < 5000) {
			value += roman_values[i];
			at += length;
		}
	}
	return at == size ? value : 0;
}

static uint32_t read_letters(const char *text, size_t size, bool upper)
{
	char first = upper ? 'A' : 'a';
	if (size == 0 || size > 20 || text[0] < first || text[0] > first + 25)
		return 0;
	for (size_t i = 1; i < size; i++)
		if (text[i] != text[0])
			return 0;
	return (uint32_t)(size - 1) * 26 + (uint32_t)(text[0] - first) + 1;
}

static uint32_t read_decimal(const char *text, size_t size)
{
	if (size == 0 || size > 9 || text[0] == '0')
		return 0;
	uint32_t value = 0;
	for (size_t i = 0; i < size; i++)
		value = value * 10 + (uint32_t)(text[i] - '0');
	return value <= NUMBER_MAX ? value : 0;
}

static bool is_letter(char c, bool upper)
{
	return upper ? c >= 'A' && c <= 'Z' : c >= 'a' && c <= 'z';
}

/* The reading of a label in a style: the number at its end. False when it has none. */
static bool read_label(const char *label, char style, struct pdf_label_range *range)
{
	size_t size = strlen(label), length = 0;
	bool upper = style == 'R' || style == 'A';
	uint32_t value = 0;
	if (style == 'D') {
		length = digits_at_end(label, size);
		while (length > 0 && label[size - length] == '0')
			length--; /* "A007": the prefix takes the zeros */
		value = read_decimal(label + size - length, length);
	} else {
		while (length < size && is_letter(label[size - length - 1], upper))
			length++;
		const char *number = label + size - length;
		value = style == 'r' || style == 'R' ? read_roman(number, length, upper) : read_letters(number, length, upper);
	}
	if (value == 0)
		return false;
	*range = (struct pdf_label_range){.style = style, .prefix = label, .prefix_size = size - length, .start = value};
	return true;
}

static bool matches(const struct pdf_label_range *range, size_t offset, const char *label)
{
	if (strncmp(label, range->prefix, range->prefix_size) != 0)
		return false;
	const char *rest = label + range->prefix_size;
	if (!range->style)
		return *rest == '\0';
	if (offset > NUMBER_MAX || ((range->style | 32) == 'r' && range->start + offset >= 5000) ||
	    ((range->style | 32) == 'a' && range->start + offset > 520))
		return false;
	char number[VALUE_TEXT];
	write_value(range->style, range->start + (uint32_t)offset, number);
	return strcmp(rest, number) == 0;
}

static const char *label_at(const char *const *labels, size_t i)
{
	return labels[i] ? labels[i] : "";
}

static size_t reach_of(const struct pdf_label_range *range, const char *const *labels, size_t count, size_t from)
{
	size_t end = from;
	while (end < count && matches(range, end - from, label_at(labels, end)))
		end++;
	return end;
}

size_t pdf_label_ranges(const char *const *labels, size_t count, struct pdf_label_range *ranges)
{
	static const char styles[] = "DrRaA";
	size_t made = 0;
	for (size_t at = 0; at < count;) {
		const char *label = label_at(labels, at);
		struct pdf_label_range best = {.prefix = label, .prefix_size = strlen(label)};
		size_t end = reach_of(&best, labels, count, at);
		bool plain = true;
		for (const char *style = styles; *style; style++) {
			struct pdf_label_range read;
			if (!read_label(label, *style, &read))
				continue;
			size_t reach = reach_of(&read, labels, count, at);
			if (reach > end || (plain && reach == end)) {
				best = read;
				end = reach;
				plain = false;
			}
		}
		best.page = at;
		ranges[made++] = best;
		at = end;
	}
	return made;
}
