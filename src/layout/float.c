/* Floats (XSL 6.12.2): side floats take room beside the line that names them and those that follow. Those before the
 * page's content are laid out with the footnotes (footnote.c): they take its room in the same way. */
#include "column.h"

static bool has_no_head(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_STATIC_CONTENT:
	case FO_FOOTNOTE_BODY:
	case FO_FLOAT:
	case FO_INLINE_CONTAINER:
	case FO_TABLE_CAPTION:
		return true;
	case FO_BLOCK_CONTAINER:
		return fo_key(node, PROP_ABSOLUTE_POSITION) == KEY_ABSOLUTE ||
		       fo_key(node, PROP_ABSOLUTE_POSITION) == KEY_FIXED;
	default:
		return false;
	}
}

bool float_is_before(const struct column *c, const struct fo_node *node)
{
	if (fo_key(node, PROP_FLOAT) != KEY_BEFORE || c->page->is_static)
		return false;
	for (const struct fo_node *round = node->parent; round; round = round->parent)
		if (has_no_head(round))
			return false;
	return true;
}

bool float_is_plain(const struct column *c, const struct fo_node *node)
{
	enum fo_key side = fo_key(node, PROP_FLOAT);
	return side == KEY_NONE || (side == KEY_BEFORE && !float_is_before(c, node));
}

static void place_plain(struct column *c, const struct fo_node *node)
{
	struct fragment *area = area_layout(c->l, node, c->inline_size, c->page);
	if (column_make_room(c, area->block_size, NULL))
		column_place(c, area);
}

/* Where the float's content stands: as wide as its widest line when nothing gives it a width. */
static mpt float_measure(struct column *c, const struct fo_node *node)
{
	mpt minimum, maximum;
	block_widths(c->l, node, &minimum, &maximum, c->page);
	return mpt_min(mpt_max(minimum, maximum), c->inline_size);
}

static bool is_placed(const struct column *c, const struct fo_node *node)
{
	for (size_t i = 0; i < c->side_float_count; i++)
		if (c->side_floats[i].node == node)
			return true;
	return false;
}

static void place_side_float(struct column *c, const struct fo_node *node, bool at_end)
{
	mpt measure = float_measure(c, node), at = c->cursor + stacking_size(c, false);
	struct fragment *area = area_layout(c->l, node, measure, c->page);
	area->inline_offset = at_end ? c->inline_size - measure : 0;
	area->block_offset = at;
	fragment_append(c->root, area);
	ARRAY_RESERVE(c->side_floats, c->side_float_count, c->side_float_capacity);
	c->side_floats[c->side_float_count++] = (struct side_float){
	    .node = node, .before = at, .after = at + area->block_size, .size = measure, .at_end = at_end, .area = area};
	/* It is too much for a column that ends before the line. */
	c->placed = true;
}

bool float_before_line(struct column *c, const struct fo_node *node)
{
	enum fo_key side = fo_key(node, PROP_FLOAT);
	if (side == KEY_BEFORE || side == KEY_NONE || is_placed(c, node))
		return false;
	bool right_to_left = c->root->area->writing_mode == KEY_RL_TB;
	place_side_float(c, node,
	                 side == KEY_END || (side == KEY_LEFT && right_to_left) || (side == KEY_RIGHT && !right_to_left));
	return true;
}

void float_after_line(struct column *c, const struct fo_node *node)
{
	if (float_is_plain(c, node))
		place_plain(c, node);
}
