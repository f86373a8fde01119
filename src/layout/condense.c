/* Copy-fitting: content that is too large for its fo:block-container is drawn smaller until it fits
 * (axf:overflow-condense="font-size"). Knows only whether content fits at a size; breaking lines is the column's. */
#include "column.h"

/* Sizes are tried in steps of a two-hundredth. */
enum { STEPS = 200 };

struct condense {
	struct layout *l;
	const struct column_request *request; /* at full size */
	mpt least;                            /* inline size at full size that the longest unbreakable part needs */
};

static mpt enlarged(mpt size, int step)
{
	return size * STEPS / step;
}

/* The content at step / STEPS of its size; false when it does not fit so. */
static bool fits(const struct condense *k, int step, struct column_result *result)
{
	struct column_request request = *k->request;
	request.inline_size = enlarged(request.inline_size, step);
	request.area_size = enlarged(request.area_size, step);
	if (k->least > request.inline_size)
		return false;
	*result = column_fill(k->l, &request);
	return result->area->area->block_size <= request.area_size;
}

/* The largest step from low to high at which it fits; 0: none. */
static int largest(const struct condense *k, int low, int high, struct column_result *result)
{
	int best = 0;
	if (high >= low && fits(k, high, result))
		return high;
	for (high--; low <= high;) {
		int middle = low + (high - low + 1) / 2;
		struct column_result trial;
		if (fits(k, middle, &trial)) {
			*result = trial;
			best = middle;
			low = middle + 1;
		} else {
			high = middle - 1;
		}
	}
	return best;
}

static int step_at_limit(const struct fo_node *node)
{
	mpt size = fo_length(node, PROP_FONT_SIZE, 0);
	mpt limit = fo_length(node, PROP_OVERFLOW_CONDENSE_LIMIT_FONT_SIZE, size);
	if (size <= 0 || limit >= size)
		return STEPS;
	mpt step = (limit * STEPS + size - 1) / size;
	return step < 1 ? 1 : (int)step;
}

double container_condense(struct layout *l, const struct column_request *request, struct column_result *result)
{
	const struct fo_node *node = request->node;
	if (fo_key(node, PROP_OVERFLOW_CONDENSE) != KEY_FONT_SIZE || request->inline_size <= 0 || request->area_size <= 0)
		return 1;
	struct condense k = {.l = l, .request = request};
	mpt widest;
	block_widths(l, node, &k.least, &widest, request->page);
	int limit = step_at_limit(node);
	int step = largest(&k, limit, STEPS, result);
	if (step > 0)
		return (double)step / STEPS;
	step = largest(&k, 1, limit - 1, result);
	double size = (double)fo_length(node, PROP_FONT_SIZE, 0) / MPT_PER_POINT;
	if (step == 0) {
		diag_error(l->diag, node->loc, "the content of this fo:block-container does not fit it at any font size");
		return 1;
	}
	diag_error(
	    l->diag, node->loc,
	    "the content of this fo:block-container does not fit it at the smallest font size allowed, %.4gpt; it is "
	    "set in %.4gpt",
	    size * limit / STEPS, size * step / STEPS);
	return (double)step / STEPS;
}
