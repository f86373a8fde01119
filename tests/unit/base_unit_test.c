/* Millipoints: rounding and limits. (mpt_write is checked with the page dump.) */
#include "unit.h"

#include <math.h>

#include "check.h"

static void check_points(void)
{
	static const struct {
		double points;
		mpt want;
	} cases[] = {{1, 1000},       {0.0005, 1},       {0.00049, 0}, {-0.0005, -1},       {72.0006, 72001},
	             {1e30, MPT_MAX}, {-1e30, -MPT_MAX}, {NAN, 0},     {INFINITY, MPT_MAX}, {-INFINITY, -MPT_MAX}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_int("points", mpt_from_points(cases[i].points), cases[i].want);
}

static void check_scale(void)
{
	static const struct {
		const char *name;
		mpt length;
		int64_t numerator, denominator;
		mpt want;
	} cases[] = {
	    {"a glyph: 1024 of 2048 at 10pt", 10000, 1024, 2048, 5000},
	    {"a half goes up", 1, 1, 2, 1},
	    {"below a half goes down", 1, 1, 3, 0},
	    {"above a half goes up", 2, 1, 3, 1},
	    {"a negative half goes away from zero", -1, 1, 2, -1},
	    {"both negative", -3, -1, 2, 2},
	    {"negative numerator", 3, -1, 2, -2},
	    {"nothing of something", 12345, 0, 7, 0},
	    {"largest that is exact", INT32_MAX - 1, INT32_MAX - 1, INT32_MAX - 1, INT32_MAX - 1},
	    {"through floating point", MPT_MAX, 1, 2, MPT_MAX / 2},
	    {"clamped", MPT_MAX, 3, 2, MPT_MAX},
	    {"clamped below", -MPT_MAX, 3, 2, -MPT_MAX},
	    {"no overflow", MPT_MAX, INT64_MAX, 1, MPT_MAX},
	    {"the least number", 1000, INT64_MIN, INT64_MAX, -1000},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_int(cases[i].name, mpt_scale(cases[i].length, cases[i].numerator, cases[i].denominator), cases[i].want);
}

static void check_order(void)
{
	check_int("max", mpt_max(-2, 1), 1);
	check_int("min", mpt_min(-2, 1), -2);
}

int main(void)
{
	check_points();
	check_scale();
	check_order();
	return check_failed;
}
