/* Conversions to millipoints. */
#include "unit.h"

#include <math.h>
#include <stddef.h>

mpt mpt_from_points(double points)
{
	if (isnan(points))
		return 0;
	double scaled = round(points * MPT_PER_POINT);
	if (scaled > (double)MPT_MAX)
		return MPT_MAX;
	if (scaled < -(double)MPT_MAX)
		return -MPT_MAX;
	return (mpt)scaled;
}

mpt mpt_scale(mpt length, int64_t numerator, int64_t denominator)
{
	/* The usual sizes (a glyph, a percentage) multiply within 64 bits; only absurd input goes through double. */
	if (length > -INT32_MAX && length < INT32_MAX && numerator > -INT32_MAX && numerator < INT32_MAX) {
		int64_t product = length * numerator;
		int64_t half = denominator / 2;
		return product >= 0 ? (product + half) / denominator : -((-product + half) / denominator);
	}
	double scaled = round((double)length * (double)numerator / (double)denominator);
	if (scaled > (double)MPT_MAX)
		return MPT_MAX;
	return scaled < -(double)MPT_MAX ? -MPT_MAX : (mpt)scaled;
}

static char *write_digits(char *out, uint64_t value)
{
	char digits[20];
	size_t count = 0;
	do
		digits[count++] = (char)('0' + value % 10);
	while ((value /= 10) > 0);
	while (count > 0)
		*out++ = digits[--count];
	return out;
}

char *mpt_write(char *out, mpt length)
{
	uint64_t size = length < 0 ? 0 - (uint64_t)length : (uint64_t)length;
	if (length < 0)
		*out++ = '-';
	out = write_digits(out, size / MPT_PER_POINT);
	unsigned rest = (unsigned)(size % MPT_PER_POINT);
	if (rest)
		*out++ = '.';
	for (unsigned place = MPT_PER_POINT / 10; rest; place /= 10) {
		*out++ = (char)('0' + rest / place);
		rest %= place;
	}
	*out = '\0';
	return out;
}
