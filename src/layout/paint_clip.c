/* Clip: the part of an area that is shown where it overflows (XSL 7.21.1). What is outside is cut by page/. */
#include "paint_private.h"

static bool overflow_is_cut(const struct fo_node *node)
{
	enum fo_key overflow = fo_key(node, PROP_OVERFLOW);
	return overflow == KEY_HIDDEN || overflow == KEY_SCROLL || overflow == KEY_ERROR_IF_OVERFLOW;
}

bool clip_is_given(const struct fo_node *node)
{
	return overflow_is_cut(node) && (fo_is_specified(node, PROP_CLIP_TOP) || fo_is_specified(node, PROP_CLIP_RIGHT) ||
	                                 fo_is_specified(node, PROP_CLIP_BOTTOM) || fo_is_specified(node, PROP_CLIP_LEFT));
}

struct logical_rectangle clip_of(const struct paint_axes *axes, const struct fo_node *node, struct logical_rectangle r)
{
	if (!overflow_is_cut(node))
		return r;
	mpt top = fo_length(node, PROP_CLIP_TOP, 0), bottom = fo_length(node, PROP_CLIP_BOTTOM, 0);
	mpt left = fo_length(node, PROP_CLIP_LEFT, 0), right = fo_length(node, PROP_CLIP_RIGHT, 0);
	struct edges e = {.before = top, .after = bottom, .start = left, .end = right};
	if (axes->writing_mode == KEY_RL_TB)
		e = (struct edges){.before = top, .after = bottom, .start = right, .end = left};
	else if (axes->writing_mode == KEY_TB_RL)
		e = (struct edges){.before = right, .after = left, .start = top, .end = bottom};
	else if (axes->writing_mode == KEY_TB_LR)
		e = (struct edges){.before = left, .after = right, .start = top, .end = bottom};
	r = rectangle_less(r, &e);
	r.inline_size = mpt_max(0, r.inline_size);
	r.block_size = mpt_max(0, r.block_size);
	return r;
}
