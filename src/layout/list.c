/* Lists (XSL 6.8): the label beside the body. The two sides begin at the item's before edge, each on its own:
 * spaces inside do not reach over an item's edge. */
#include "side_float.h"

/* fox:orphan-content-limit: the first item after whose beginning less than that is left of the list; the number of
 * items when there is none. */
static uint32_t first_held_item(struct column *c, const struct fo_node *list, mpt limit)
{
	uint32_t count = (uint32_t)content_of(c->l, list, c->page)->count, item = count;
	for (; item > 0; item--) {
		struct break_step step = {.node = list, .part = item - 1};
		struct break_token from = {.step = &step, .depth = 1};
		struct column_request request = {.node = list,
		                                 .from = &from,
		                                 .inline_size = c->inline_size,
		                                 .size = MPT_MAX,
		                                 .page = c->page,
		                                 .page_blank = true,
		                                 .span = KEY_NONE_GIVEN};
		if (column_fill(c->l, &request).area->block_size >= limit)
			break;
	}
	return item;
}

/* Extensions of Apache FOP: no break near a list's beginning (widow) or end (orphan). */
static void hold_list(struct column *c, const struct fo_node *list, bool resumed)
{
	mpt widow = fo_length(list, PROP_FOX_WIDOW_CONTENT_LIMIT, 0);
	mpt orphan = fo_length(list, PROP_FOX_ORPHAN_CONTENT_LIMIT, 0);
	if (widow > 0 && !resumed)
		c->held_until = mpt_max(c->held_until, c->cursor + stacking_size(c, false) + widow);
	if (orphan > 0) {
		c->held = list;
		c->held_part = first_held_item(c, list, orphan);
	}
}

bool list_block_layout(struct column *c, const struct fo_node *node, bool resumed)
{
	mpt offset, size, held_until = c->held_until;
	box_inline_place(c, node, &offset, &size);
	struct fragment *f = column_open_box(c, node, FRAGMENT_BLOCK, offset, size, resumed);
	const struct fo_node *held = c->held;
	uint32_t held_part = c->held_part;
	hold_list(c, node, resumed);
	bool done = column_layout_parts(c, node, resumed);
	c->held_until = held_until;
	c->held = held;
	c->held_part = held_part;
	column_close_box(c, f, done);
	return done && !c->ended;
}

/* relative-align: how much lower than the body the label stands (below 0: higher) so that their first lines have one
 * baseline. */
static mpt label_drop(struct column *c, const struct fragment *label, const struct fo_node *body)
{
	mpt of_label, of_body;
	if (!body || fo_key(body->parent, PROP_RELATIVE_ALIGN) != KEY_BASELINE ||
	    !fragment_first_baseline(label, &of_label))
		return 0;
	struct column_result whole = column_fill_whole(c, body, c->inline_size);
	return fragment_first_baseline(whole.area, &of_body) ? of_body - of_label : 0;
}

/* The label stands at the cursor; the body begins there, too, or *body_drop further down. *size: its block size with
 * what it stands lower, 0 without a label. */
static bool place_label(struct column *c, const struct fo_node *label, const struct fo_node *body, mpt *size,
                        mpt *body_drop)
{
	struct inline_extent extent = intrusion_list_item(c, label->parent);
	struct column_result result = column_fill_whole(c, label, mpt_max(0, extent.end - extent.start));
	mpt drop = label_drop(c, result.area, body);
	*body_drop = mpt_max(0, -drop);
	*size = result.area->block_size + mpt_max(0, drop);
	if (!column_make_room(c, *size, &result.footnotes))
		return false;
	column_settle(c);
	result.area->inline_offset = extent.start - c->reference.origin;
	result.area->block_offset = c->cursor + mpt_max(0, drop);
	fragment_append(c->open, result.area);
	footnotes_append(c, &result.footnotes);
	/* Without the body it is too much for a column that ends before the item. */
	c->placed = true;
	return true;
}

static bool layout_sides(struct column *c, const struct fo_node *item, bool resumed)
{
	const struct fo_node *label = fo_child_of_kind(item, FO_LIST_ITEM_LABEL);
	const struct fo_node *body = fo_child_of_kind(item, FO_LIST_ITEM_BODY);
	mpt label_size = 0, body_drop = 0;
	if (label && !resumed && !place_label(c, label, body, &label_size, &body_drop))
		return false;
	column_settle(c);
	mpt start = c->cursor;
	c->cursor += body_drop;
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
