/* Lists (XSL 6.8): the label beside the body. The two sides begin at the item's before edge, each on its own:
 * spaces inside do not reach over an item's edge. */
#include "column.h"

bool list_block_layout(struct column *c, const struct fo_node *node, bool resumed)
{
	mpt offset, size;
	box_inline_place(c, node, &offset, &size);
	struct fragment *f = column_open_box(c, node, FRAGMENT_BLOCK, offset, size, resumed);
	bool done = column_layout_parts(c, node, resumed);
	column_close_box(c, f, done);
	return done && !c->ended;
}

static const struct fo_node *child_of_kind(const struct fo_node *node, enum fo_kind kind)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind == kind)
			return child;
	return NULL;
}

/* The label stands at the cursor; the body begins there, too. Its block size, 0 without a label. */
static bool place_label(struct column *c, const struct fo_node *label, mpt *size)
{
	struct column_request request = {.node = label,
	                                 .inline_size = c->inline_size,
	                                 .size = MPT_MAX,
	                                 .page = c->page,
	                                 .page_blank = true,
	                                 .span = KEY_NONE_GIVEN};
	struct column_result result = column_fill(c->l, &request);
	*size = result.area->block_size;
	if (!column_make_room(c, *size, &result.footnotes))
		return false;
	column_settle(c);
	result.area->block_offset = c->cursor;
	fragment_append(c->open, result.area);
	footnotes_append(c, &result.footnotes);
	/* Without the body it is too much for a column that ends before the item. */
	c->placed = true;
	return true;
}

static bool layout_sides(struct column *c, const struct fo_node *item, bool resumed)
{
	const struct fo_node *label = child_of_kind(item, FO_LIST_ITEM_LABEL);
	const struct fo_node *body = child_of_kind(item, FO_LIST_ITEM_BODY);
	mpt label_size = 0;
	if (label && !resumed && !place_label(c, label, &label_size))
		return false;
	column_settle(c);
	mpt start = c->cursor;
	bool rigid = c->rigid;
	c->area_start = c->rigid = true;
	bool done = !body || column_layout_content(c, body);
	if (done)
		stacking_settle_end(c);
	c->rigid = rigid;
	if (!done)
		return false;
	if (c->cursor < start + label_size)
		c->cursor = start + label_size;
	if (c->cursor > start)
		column_mark_placed(c);
	return true;
}

bool list_item_layout(struct column *c, const struct fo_node *node, bool resumed)
{
	mpt offset, size;
	box_inline_place(c, node, &offset, &size);
	struct fragment *f = column_open_box(c, node, FRAGMENT_BLOCK, offset, size, resumed);
	/* Taken up again before its first line, an item still needs its label. */
	bool begun = resumed && c->matched < c->from->depth;
	bool done = layout_sides(c, node, begun);
	column_close_box(c, f, done);
	return done && !c->ended;
}
