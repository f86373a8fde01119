/* How blocks and lines make room for side floats (XSL 4.4.2, 7.19.4) or keep clear of them (7.19.1). Where the floats
 * stand, float.c decides. */
#include "side_float.h"

/* ---- the floats beside something ---- */

static bool is_beside(const struct side_float *f, mpt before, mpt after)
{
	return f->before < mpt_max(after, before + 1) && before < f->after;
}

static struct inline_extent cut(struct inline_extent e, const struct side_float *f, mpt edge)
{
	if (f->at_end)
		e.end = mpt_min(e.end, edge);
	else
		e.start = mpt_max(e.start, edge);
	return e;
}

struct inline_extent intrusion_free_extent(const struct column *c, struct inline_extent own, mpt before, mpt after)
{
	for (size_t i = c->reference.first_float; i < c->side_float_count; i++)
		if (is_beside(&c->side_floats[i], before, after))
			own = cut(own, &c->side_floats[i], c->side_floats[i].edge);
	return own;
}

mpt intrusion_first_end(const struct column *c, mpt before, mpt after)
{
	mpt end = MPT_MAX;
	for (size_t i = c->reference.first_float; i < c->side_float_count; i++)
		if (is_beside(&c->side_floats[i], before, after))
			end = mpt_min(end, c->side_floats[i].after);
	return end;
}

/* ---- lines ---- */

static bool is_in(const struct fo_node *node, const struct fo_node *block)
{
	while (node && node != block)
		node = node->parent;
	return node != NULL;
}

/* How far a float reaches into a block round the node or into itself, as far as lines beside it have shown. */
static mpt encroachment_on(const struct side_float *f, const struct fo_node *node)
{
	mpt size = 0;
	for (const struct encroachment *e = f->encroachments; e; e = e->next)
		if (e->size > size && is_in(node, e->block))
			size = e->size;
	return size;
}

/* "indent" (7.19.4): lines keep their distance from those of the blocks round them. */
static struct inline_extent indented_extent(const struct column *c, const struct block_lines *lines, mpt before,
                                            mpt after)
{
	struct inline_extent e = lines->own;
	for (size_t i = c->reference.first_float; i < c->side_float_count; i++) {
		const struct side_float *f = &c->side_floats[i];
		mpt size = encroachment_on(f, lines->block);
		if (is_beside(f, before, after))
			e = cut(e, f, f->at_end ? lines->own.end - size : lines->own.start + size);
	}
	return e;
}

static bool is_in_list(const struct column *c, const struct fo_node *node)
{
	while (node && node != c->reference.area->node && node->kind != FO_LIST_ITEM)
		node = node->parent;
	return node && node->kind == FO_LIST_ITEM;
}

struct inline_extent intrusion_extent(const struct column *c, const struct block_lines *lines, mpt before, mpt after)
{
	struct inline_extent own = lines->own;
	enum fo_key displace = fo_key(lines->block, PROP_INTRUSION_DISPLACE);
	if (c->side_float_count == c->reference.first_float || displace == KEY_NONE)
		return own;
	/* "auto" would be "line", but displaced by no more than they need, labels and bodies would stand over each other
	 * (6.8.3 forbids that). */
	if (displace == KEY_INDENT || (displace == KEY_AUTO && is_in_list(c, lines->block)))
		own = indented_extent(c, lines, before, after);
	return intrusion_free_extent(c, own, before, after);
}

void intrusion_note_line(struct column *c, const struct block_lines *lines, mpt before, mpt after)
{
	for (size_t i = c->reference.first_float; i < c->side_float_count; i++) {
		struct side_float *f = &c->side_floats[i];
		mpt size = f->at_end ? lines->own.end - f->edge : f->edge - lines->own.start;
		if (size <= 0 || !is_beside(f, before, after) || (f->encroachments && f->encroachments->block == lines->block))
			continue;
		struct encroachment *e = arena_alloc(c->memory, sizeof *e);
		*e = (struct encroachment){lines->block, size, f->encroachments};
		f->encroachments = e;
	}
}

/* ---- clear ---- */

void intrusion_pass(struct column *c, mpt to)
{
	column_settle(c);
	if (c->cursor >= to)
		return;
	c->cursor = to;
	c->area_start = false;
	/* It is too much for a column that ends before it. */
	c->placed = true;
}

static bool clears(enum fo_key clear, const struct fo_node *node)
{
	enum fo_key side = fo_key(node, PROP_FLOAT);
	switch (clear) {
	case KEY_START:
	case KEY_LEFT:
		return side == KEY_START || side == KEY_LEFT;
	case KEY_END:
	case KEY_RIGHT:
		return side == KEY_END || side == KEY_RIGHT;
	case KEY_INSIDE:
	case KEY_OUTSIDE:
		return side == clear;
	default:
		return clear == KEY_BOTH;
	}
}

mpt intrusion_cleared(const struct column *c, const struct fo_node *node)
{
	enum fo_key clear = fo_key(node, PROP_CLEAR);
	if (clear == KEY_NONE)
		return 0;
	for (size_t i = 0; i < c->float_rest_count; i++) {
		const struct float_rest *rest = &c->float_rests[i];
		if (rest->area == c->reference.area->node && clears(clear, rest->node))
			return MPT_MAX;
	}
	mpt end = 0;
	for (size_t i = c->reference.first_float; i < c->side_float_count; i++)
		if (clears(clear, c->side_floats[i].node))
			end = mpt_max(end, c->side_floats[i].after);
	return end;
}

bool intrusion_clear(struct column *c, const struct fo_node *node)
{
	mpt end = intrusion_cleared(c, node);
	/* No column has room for more than itself: it ends here, if it can. */
	if (end == MPT_MAX)
		return column_make_room(c, c->size, NULL);
	if (c->cursor + stacking_size(c, false) < end)
		intrusion_pass(c, end);
	return true;
}

/* ---- displaced blocks ---- */

/* "auto" (7.19.4): a reference area is displaced as a whole. */
static bool is_displaced_whole(const struct fo_node *node)
{
	enum fo_key displace = fo_key(node, PROP_INTRUSION_DISPLACE);
	bool is_area = node->kind == FO_BLOCK_CONTAINER || node->kind == FO_TABLE || node->kind == FO_TABLE_AND_CAPTION;
	return displace == KEY_BLOCK || (is_area && displace != KEY_NONE);
}

/* Of the block's content rectangle, in the reference area. */
static struct inline_extent content_extent(const struct column *c, const struct fo_node *node)
{
	return (struct inline_extent){
	    c->reference.origin + fo_length(node, PROP_START_INDENT, c->inline_size),
	    c->reference.origin + c->inline_size - fo_length(node, PROP_END_INDENT, c->inline_size),
	};
}

static struct displacement displacement_at(const struct column *c, const struct fo_node *node, mpt at)
{
	struct block_lines lines = {node, content_extent(c, node)};
	struct inline_extent left = indented_extent(c, &lines, at, MPT_MAX);
	left = intrusion_free_extent(c, left, at, MPT_MAX);
	return (struct displacement){.start = left.start - lines.own.start, .end = lines.own.end - left.end};
}

/* Whether the object has room beside the floats: one with a width of its own all of it, others any at all. */
static bool has_room(const struct column *c, const struct fo_node *node, const struct displacement *d)
{
	mpt indents = fo_length(node, PROP_START_INDENT, 0) + fo_length(node, PROP_END_INDENT, 0);
	mpt needed = 0;
	if (node->kind == FO_TABLE || node->kind == FO_BLOCK_CONTAINER) {
		const struct fo_value *size = fo_value(node, PROP_INLINE_PROGRESSION_DIMENSION);
		needed = size->kind == FO_VALUE_LENGTH && size->percent == 0 ? size->length : 0;
	}
	mpt left = c->inline_size - d->start - d->end - indents;
	return needed > 0 ? left >= needed : left > 0;
}

struct inline_extent intrusion_list_item(struct column *c, const struct fo_node *item)
{
	struct inline_extent all = {c->reference.origin, c->reference.origin + c->inline_size};
	if (c->side_float_count == c->reference.first_float)
		return all;
	struct block_lines lines = {item, content_extent(c, item)};
	mpt at = c->cursor + stacking_size(c, false);
	intrusion_note_line(c, &lines, at, at);
	struct inline_extent left = intrusion_extent(c, &lines, at, at);
	return (struct inline_extent){all.start + left.start - lines.own.start, all.end + left.end - lines.own.end};
}

struct displacement intrusion_open_block(struct column *c, const struct fo_node *node)
{
	if (c->side_float_count == c->reference.first_float || !is_displaced_whole(node))
		return (struct displacement){0};
	mpt at = c->cursor + stacking_size(c, false);
	struct displacement d = displacement_at(c, node, at);
	for (mpt end; !has_room(c, node, &d) && (end = intrusion_first_end(c, at, at)) != MPT_MAX; at = end) {
		intrusion_pass(c, end);
		d = displacement_at(c, node, end);
	}
	d.parent = c->open;
	d.before = c->open->last_child;
	c->reference.origin += d.start;
	c->inline_size -= d.start + d.end;
	return d;
}

void intrusion_close_block(struct column *c, const struct displacement *d)
{
	if (d->start == 0 && d->end == 0)
		return;
	c->reference.origin -= d->start;
	c->inline_size += d->start + d->end;
	for (struct fragment *f = d->before ? d->before->next : d->parent->first_child; f; f = f->next)
		fragment_move(f, d->start, 0);
}
