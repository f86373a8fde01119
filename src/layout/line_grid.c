/* The line grid (CLREQ 2.3): where a line stands between the lines of a grid that begins where its reference area does,
 * so that lines of neighbouring columns and pages stand side by side. Knows nothing of what the line holds. */
#include "column.h"
#include "inline_private.h"

static mpt round_up(mpt length, mpt step)
{
	mpt steps = length > 0 ? (length + step - 1) / step : 0;
	return steps * step;
}

/* The object that set the grid: the line of its font that stands in the middle of a step says where baselines are. */
static const struct fo_node *grid_setter(const struct fo_node *block)
{
	while (block->parent && !fo_is_specified(block, PROP_LINE_GRID))
		block = block->parent;
	return block;
}

static mpt grid_baseline(const struct column *c, const struct fo_node *block, mpt step)
{
	const struct fo_node *setter = grid_setter(block);
	enum fo_key mode = fo_writing_mode(setter);
	mpt altitude, depth;
	font_extent(text_style_of(c->l, setter, false, false), mode == KEY_TB_RL || mode == KEY_TB_LR, &altitude, &depth);
	return (step - (altitude - depth)) / 2 + altitude;
}

void line_grid_place(const struct column *c, const struct fo_node *block, struct fragment *f, mpt *after)
{
	mpt step = fo_length(block, PROP_LINE_GRID, 0), at = c->cursor + stacking_size(c, false);
	enum fo_key snap = fo_key(block, PROP_LINE_SNAP);
	*after = 0;
	if (step <= 0 || f->block_size <= 0 || snap == KEY_NONE)
		return;
	if (snap == KEY_BASELINE) {
		mpt off = (at + f->line->baseline - grid_baseline(c, block, step)) % step;
		f->block_offset = off > 0 ? step - off : -off;
		return;
	}
	mpt spare = round_up(f->block_size, step) - f->block_size;
	f->block_offset = round_up(at, step) - at + spare / 2;
	*after = spare - spare / 2;
}
