/* The one unit of layout: the millipoint, an integer thousandth of a point (1/72 inch). */
#ifndef CBUA_UNIT_H
#define CBUA_UNIT_H

#include <stdint.h>

typedef int64_t mpt;

/* No place is larger: about 350 km, so that sums of many sizes stay far from overflow. */
#define MPT_MAX ((mpt)1000000000000)

#define MPT_PER_POINT 1000

static inline mpt mpt_max(mpt a, mpt b)
{
	return a > b ? a : b;
}

static inline mpt mpt_min(mpt a, mpt b)
{
	return a < b ? a : b;
}

/* points as millipoints, rounded to nearest; clamped to +-MPT_MAX, NaN is 0. */
mpt mpt_from_points(double points);

/* length * numerator / denominator, rounded to nearest, half away from zero, without overflow. denominator > 0. */
mpt mpt_scale(mpt length, int64_t numerator, int64_t denominator);

/* Bytes that mpt_write may need, with its NUL. */
#define MPT_TEXT_SIZE 24

/* length in points with as many of three decimals as it needs ("-0.5", "72"), NUL-terminated. Returns the place of the
 * NUL. */
char *mpt_write(char *out, mpt length);

#endif
