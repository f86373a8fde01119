/* How well a column ends at a place: the demerits of total fit (Knuth and Plass, "Breaking Paragraphs into Lines"), of
 * lines that are columns and of glue that is space before and after (XSL 4.3.1 leaves the choice in a space-specifier's
 * range to the formatter). Constants as other formatters have them, so that the same document has the same pages. */
#include <math.h>

#include "column.h"

/* Spaces that cannot reach the end are this far from it. */
#define RATIO_INFINITE 1000.0

static double adjustment_ratio(const struct column *c, mpt over)
{
	if (over == 0)
		return 0;
	if (over > 0)
		return c->shrinkable > 0 ? -(double)over / (double)c->shrinkable : -RATIO_INFINITE;
	return c->stretchable > 0 ? -(double)over / (double)c->stretchable : RATIO_INFINITE;
}

struct column_fit column_fit_of(const struct column *c, mpt over)
{
	double ratio = adjustment_ratio(c, over);
	double cost = 1 + 100 * pow(fabs(ratio), 3);
	return (struct column_fit){
	    .feasible = ratio >= -1 && ratio <= 1,
	    .ratio = fmax(-1, fmin(1, ratio)),
	    .demerits = cost * cost,
	};
}

bool column_fit_better(const struct column_fit *a, const struct column_fit *b)
{
	if (a->feasible != b->feasible)
		return a->feasible;
	return a->feasible ? a->demerits < b->demerits : a->demerits <= b->demerits;
}
