/* fo:table-and-caption (XSL 6.7.2): the caption at one of the table's four sides (7.28.7). */
#include "table.h"

/* ---- before and after ---- */

static bool place_caption(struct column *c, const struct fo_node *caption)
{
	struct column_result r = column_fill_whole(c, caption, c->inline_size);
	if (!column_make_room(c, r.area->block_size, &r.footnotes))
		return false;
	column_place(c, r.area);
	footnotes_append(c, &r.footnotes);
	return true;
}

/* The step's part: 0 the beginning, 1 in the table, 2 the caption after it. */
static bool layout_stacked(struct column *c, const struct fo_node *caption, const struct fo_node *table, bool after,
                           bool resumed)
{
	uint32_t part = resumed ? column_step(c)->part : 0;
	if (caption && !after && part == 0 && !place_caption(c, caption))
		return false;
	if (part < 2) {
		column_step(c)->part = 1;
		/* The caption is nothing without its table. */
		if (part == 0 && caption && !after && !column_may_break(c, RANK_ALWAYS))
			return false;
		if (table && !column_layout_node(c, table))
			return false;
	}
	column_step(c)->part = 2;
	if (!caption || !after)
		return true;
	return column_may_break(c, RANK_ALWAYS) && place_caption(c, caption);
}

/* ---- start and end ---- */

/* As wide as it asks for; else as a table of a given width leaves, or a quarter of the room, but not wider than its
 * longest line and not narrower than its longest word. */
static mpt caption_width(struct column *c, const struct fo_node *caption, const struct fo_node *table)
{
	if (fo_key(caption, PROP_INLINE_PROGRESSION_DIMENSION) != KEY_AUTO)
		return mpt_max(0, fo_length(caption, PROP_INLINE_PROGRESSION_DIMENSION, c->inline_size));
	mpt minimum, maximum, left = c->inline_size / 4;
	block_widths(c->l, caption, &minimum, &maximum, c->page);
	if (fo_key(table, PROP_INLINE_PROGRESSION_DIMENSION) != KEY_AUTO &&
	    fo_value(table, PROP_INLINE_PROGRESSION_DIMENSION)->percent == 0)
		left = c->inline_size - fo_length(table, PROP_INLINE_PROGRESSION_DIMENSION, 0);
	return mpt_max(minimum, mpt_min(maximum, left));
}

/* The caption at the cursor, without moving that: the table begins there, too. Its block size in *size. */
static bool place_beside(struct column *c, const struct fo_node *caption, mpt width, mpt inline_offset, mpt *size)
{
	struct column_result r = column_fill_whole(c, caption, width);
	*size = r.area->block_size;
	if (!column_make_room(c, *size, &r.footnotes))
		return false;
	column_settle(c);
	r.area->inline_offset = inline_offset;
	r.area->block_offset = c->cursor;
	fragment_append(c->open, r.area);
	footnotes_append(c, &r.footnotes);
	c->placed = true;
	return true;
}

/* The table in the room beside the caption. */
static bool layout_table_beside(struct column *c, const struct fo_node *table, mpt width, bool at_start)
{
	struct fragment *last = c->open->last_child;
	mpt inline_size = c->inline_size;
	c->inline_size = mpt_max(0, inline_size - width);
	bool done = column_layout_node(c, table);
	c->inline_size = inline_size;
	for (struct fragment *f = last ? last->next : c->open->first_child; f && at_start; f = f->next)
		fragment_move(f, width, 0);
	return done;
}

static bool layout_beside(struct column *c, const struct fo_node *caption, const struct fo_node *table, bool at_start,
                          bool resumed)
{
	mpt width = mpt_min(caption_width(c, caption, table), c->inline_size), size = 0;
	bool begun = resumed && column_step(c)->part > 0;
	column_settle(c);
	mpt top = c->cursor;
	if (!begun && !place_beside(c, caption, width, at_start ? 0 : c->inline_size - width, &size))
		return false;
	column_step(c)->part = 1;
	if (!layout_table_beside(c, table, width, at_start))
		return false;
	column_settle(c);
	if (c->cursor < top + size)
		c->cursor = top + size;
	column_mark_placed(c);
	return true;
}

static enum fo_key relative_side(const struct fo_node *node)
{
	bool backwards = fo_writing_mode(node) == KEY_RL_TB;
	switch (fo_key(node, PROP_CAPTION_SIDE)) {
	case KEY_LEFT:
		return backwards ? KEY_END : KEY_START;
	case KEY_RIGHT:
		return backwards ? KEY_START : KEY_END;
	case KEY_BOTTOM:
		return KEY_AFTER;
	case KEY_TOP:
		return KEY_BEFORE;
	default:
		return fo_key(node, PROP_CAPTION_SIDE);
	}
}

bool table_and_caption_layout(struct column *c, const struct fo_node *node, bool resumed)
{
	const struct fo_node *caption = fo_child_of_kind(node, FO_TABLE_CAPTION), *table = fo_child_of_kind(node, FO_TABLE);
	enum fo_key side = relative_side(node);
	if (caption && table && (side == KEY_START || side == KEY_END))
		return layout_beside(c, caption, table, side == KEY_START, resumed);
	return layout_stacked(c, caption, table, side == KEY_AFTER, resumed);
}
