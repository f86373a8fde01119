/* Numbers of SVG attributes. */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "svg_geometry.h"

/* Beyond any page; keeps sums and products finite. */
#define LARGEST 1e12

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void svg_skip_space(const char **at)
{
	while (is_space(**at))
		++*at;
}

void svg_skip_comma(const char **at)
{
	svg_skip_space(at);
	if (**at == ',') {
		++*at;
		svg_skip_space(at);
	}
}

/* Digits appended to *value, at most so many that it stays exact; *exponent counts those left out. */
static const char *read_digits(const char *at, double *value, int *exponent, int step)
{
	for (; is_digit(*at); at++) {
		if (*value < 1e14) {
			*value = *value * 10 + (*at - '0');
			*exponent += step;
		} else {
			*exponent += step + 1;
		}
	}
	return at;
}

/* "e5" is an exponent, "em" is a unit. */
static const char *read_exponent(const char *at, int *exponent)
{
	if (*at != 'e' && *at != 'E')
		return at;
	const char *p = at + 1;
	int sign = *p == '-' ? -1 : 1;
	if (*p == '-' || *p == '+')
		p++;
	if (!is_digit(*p))
		return at;
	int value = 0;
	for (; is_digit(*p); p++)
		value = value < 1000 ? value * 10 + (*p - '0') : value;
	*exponent += sign * value;
	return p;
}

static double scaled(double mantissa, int exponent)
{
	if (mantissa == 0 || exponent == 0)
		return mantissa;
	if (exponent < 0 && exponent >= -22)
		return mantissa / pow(10, -exponent);
	return mantissa * pow(10, exponent);
}

bool svg_number(const char **at, double *out)
{
	const char *p = *at;
	bool negative = *p == '-';
	if (*p == '-' || *p == '+')
		p++;
	if (!is_digit(*p) && !(*p == '.' && is_digit(p[1])))
		return false;
	double value = 0;
	int exponent = 0;
	p = read_digits(p, &value, &exponent, 0);
	if (*p == '.')
		p = read_digits(p + 1, &value, &exponent, -1);
	p = read_exponent(p, &exponent);
	value = scaled(value, exponent);
	if (!(value < LARGEST))
		value = LARGEST;
	*out = negative ? -value : value;
	*at = p;
	return true;
}

bool svg_list_number(const char **at, double *out)
{
	if (!svg_number(at, out))
		return false;
	svg_skip_comma(at);
	return true;
}

bool svg_flag(const char **at, bool *out)
{
	if (**at != '0' && **at != '1')
		return false;
	*out = **at == '1';
	++*at;
	svg_skip_comma(at);
	return true;
}

size_t svg_numbers(const char **at, double *out, size_t count)
{
	size_t got = 0;
	svg_skip_space(at);
	while (got < count && svg_list_number(at, &out[got]))
		got++;
	return got;
}

bool svg_keyword(const char **at, const char *word)
{
	size_t size = strlen(word);
	if (strncasecmp(*at, word, size) != 0 || is_letter((*at)[size]) || (*at)[size] == '-')
		return false;
	*at += size;
	svg_skip_space(at);
	return true;
}

bool svg_angle(const char **at, double *out)
{
	svg_skip_space(at);
	if (!svg_number(at, out))
		return false;
	if (svg_keyword(at, "rad"))
		*out *= 180 / acos(-1);
	else if (svg_keyword(at, "grad"))
		*out *= 0.9;
	else if (svg_keyword(at, "turn"))
		*out *= 360;
	else
		(void)svg_keyword(at, "deg");
	svg_skip_space(at);
	return true;
}
