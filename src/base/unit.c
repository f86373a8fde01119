/* Conversions to millipoints. */
#include "unit.h"

#include <math.h>

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
