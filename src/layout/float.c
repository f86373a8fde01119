/* Floats (XSL 6.12.2): side floats take room beside the lines that follow. */
#include "column.h"

/* A before-float is set right after the line that names it: its place at the page's head is not made yet. */
static void before_float_found(struct column *c, const struct fo_node *node)
{
	if (diag_first(c->l->diag, "fo:float before"))
		diag_warning(c->l->diag, node->loc,
		             "fo:float: float=\"before\" is set where it is named, not at the head of the page");
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

static void side_float_found(struct column *c, const struct fo_node *node, bool at_end)
{
	mpt measure = float_measure(c, node);
	struct fragment *area = area_layout(c->l, node, measure, c->page);
	area->inline_offset = at_end ? c->inline_size - measure : 0;
	area->block_offset = c->cursor;
	fragment_append(c->root, area);
	ARRAY_RESERVE(c->side_floats, c->side_float_count, c->side_float_capacity);
	c->side_floats[c->side_float_count++] = (struct side_float){
	    .before = c->cursor, .after = c->cursor + area->block_size, .size = measure, .at_end = at_end, .area = area};
}

void float_found(struct column *c, const struct fo_node *node)
{
	bool right_to_left = c->root->area->writing_mode == KEY_RL_TB;
	switch (fo_key(node, PROP_FLOAT)) {
	case KEY_BEFORE:
		before_float_found(c, node);
		break;
	case KEY_START:
		side_float_found(c, node, false);
		break;
	case KEY_LEFT:
		side_float_found(c, node, right_to_left);
		break;
	case KEY_END:
		side_float_found(c, node, true);
		break;
	case KEY_RIGHT:
		side_float_found(c, node, !right_to_left);
		break;
	default:
		side_float_found(c, node, false);
	}
}
