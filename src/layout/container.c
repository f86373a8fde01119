/* fo:block-container (XSL 6.5.3): a reference area in the flow, or placed absolutely. One that is not turned and has no
 * block size of its own breaks over columns like a block; any other is laid out whole. */
#include <math.h>

#include "side_float.h"

struct container {
	struct edges border, padding;
	bool turned; /* its inline axis lies along the outer block axis */
	bool plain;  /* breaks like a block */
	int orientation;
	enum fo_key writing_mode;
	/* Of the content rectangle along its own axes (XSL 6.5.3: the viewport-area has them, too), width and height as if
	 * it were not turned; -1: from the content. */
	mpt inline_size, block_size;
};

static int orientation_of(const struct fo_node *node)
{
	int degrees = (int)fo_number(node, PROP_REFERENCE_ORIENTATION) % 360;
	return degrees < 0 ? degrees + 360 : degrees;
}

static bool is_vertical(enum fo_key writing_mode)
{
	return writing_mode == KEY_TB_RL || writing_mode == KEY_TB_LR;
}

static mpt size_or_auto(const struct fo_node *node, enum fo_property property, mpt base)
{
	if (fo_key(node, property) == KEY_AUTO)
		return -1;
	/* A percentage of an unknown size is auto (CSS 2.1 10.5, which XSL 7.15.6 follows). */
	if (fo_value(node, property)->percent != 0 && base == MPT_MAX)
		return -1;
	return mpt_max(0, fo_length(node, property, base));
}

static struct container container_of(const struct column *c, const struct fo_node *node)
{
	enum fo_key outer = c->root->area->writing_mode;
	struct container k = {
	    .border = box_border(node),
	    .padding = box_padding(node, c->inline_size),
	    .orientation = orientation_of(node),
	    .writing_mode = fo_writing_mode(node),
	    .inline_size = size_or_auto(node, PROP_INLINE_PROGRESSION_DIMENSION, c->inline_size),
	    .block_size = size_or_auto(node, PROP_BLOCK_PROGRESSION_DIMENSION, c->area_size),
	};
	bool sideways = k.orientation == 90 || k.orientation == 270;
	k.turned = sideways != (is_vertical(k.writing_mode) != is_vertical(outer));
	k.plain = k.orientation == 0 && k.writing_mode == outer && k.block_size < 0;
	return k;
}

/* ---- one that breaks ---- */

static void area_set(struct fragment *f, const struct container *k, mpt inline_size, mpt block_size)
{
	f->area->writing_mode = k->writing_mode;
	f->area->orientation = k->orientation;
	f->area->inline_size = inline_size;
	f->area->block_size = block_size;
}

static mpt least_size(const struct fo_node *node, mpt base)
{
	return fo_key(node, PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM) == KEY_AUTO
	           ? 0
	           : fo_length(node, PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM, base == MPT_MAX ? 0 : base);
}

static bool layout_inside(struct column *c, const struct fo_node *node, mpt inline_size, bool resumed)
{
	mpt outer_size = c->inline_size, outer_area = c->area_size;
	c->inline_size = inline_size;
	c->area_size = MPT_MAX;
	c->area_start = true;
	struct reference outer = float_open_area(c, c->open);
	bool done = column_layout_parts(c, node, resumed);
	if (done && float_has_rest(c)) {
		column_step(c)->part = (uint32_t)content_of(c->l, node, c->page)->count;
		done = column_end(c, KEY_AUTO);
	}
	if (!c->ended)
		stacking_settle_end(c);
	float_close_area(c, &outer);
	c->area_start = false;
	c->inline_size = outer_size;
	c->area_size = outer_area;
	return done;
}

static bool layout_plain(struct column *c, const struct fo_node *node, const struct container *k, mpt offset, mpt size,
                         bool resumed)
{
	struct fragment *f = column_open_box(c, node, FRAGMENT_AREA, offset, size, resumed);
	f->area = arena_alloc(c->memory, sizeof *f->area);
	column_settle(c);
	mpt start = c->cursor;
	mpt inline_size = mpt_max(0, fragment_content_inline(f));
	bool done = layout_inside(c, node, inline_size, resumed);
	if (done && !resumed && c->cursor < start + least_size(node, c->area_size))
		c->cursor = start + least_size(node, c->area_size);
	if (c->cursor > start)
		column_mark_placed(c);
	area_set(f, k, inline_size, c->cursor - start);
	for (struct fragment *child = f->first_child; child; child = child->next)
		fragment_move(child, 0, -start);
	column_close_box(c, f, done);
	return done && !c->ended;
}

/* ---- one that is laid out whole ---- */

/* The size along the container's own inline axis that its content gets when nothing says it: of turned content, its
 * longest line. */
static mpt own_inline_size(struct column *c, const struct fo_node *node, const struct container *k, mpt available)
{
	if (k->inline_size >= 0)
		return k->inline_size;
	if (!k->turned)
		return available;
	mpt minimum, maximum;
	block_widths(c->l, node, &minimum, &maximum, c->page);
	mpt room = c->area_size == MPT_MAX ? maximum : c->area_size;
	return mpt_max(minimum, mpt_min(maximum, room));
}

static mpt scaled(mpt size, double scale)
{
	return (mpt)llround((double)size * scale);
}

static void align_content(struct fragment *f, enum fo_key align, mpt content, mpt room)
{
	if (content >= room)
		return;
	mpt shift = align == KEY_CENTER ? (room - content) / 2 : align == KEY_AFTER ? room - content : 0;
	f->area->block_shift = scaled(shift, 1 / f->area->scale);
}

static void check_overflow(struct column *c, const struct fo_node *node, struct fragment *f, mpt content, mpt room)
{
	if (content <= room)
		return;
	enum fo_key overflow = fo_key(node, PROP_OVERFLOW);
	f->area->clip = overflow == KEY_HIDDEN || overflow == KEY_ERROR_IF_OVERFLOW || overflow == KEY_SCROLL;
	/* Rounding to the millipoint is no loss. */
	if (content > room + MPT_PER_POINT / 10)
		diag_warning(c->l->diag, node->loc, "the content of this fo:block-container is %.1fpt too high for it%s",
		             (double)(content - room) / MPT_PER_POINT, f->area->clip ? " and is cut off" : "");
}

/* The container whole, at 0,0, with border and padding. available: what is across for its content; -1: no limit. */
static struct fragment *container_whole(struct column *c, const struct fo_node *node, const struct container *k,
                                        mpt available, struct column_result *result)
{
	mpt own_inline = own_inline_size(c, node, k, available);
	mpt own_block = k->block_size;
	struct column_request request = {.node = node,
	                                 .inline_size = own_inline,
	                                 .size = MPT_MAX,
	                                 .area_size = own_block > 0 ? own_block : 0,
	                                 .page = c->page,
	                                 .page_blank = true,
	                                 .span = KEY_NONE_GIVEN};
	double scale = own_block >= 0 ? container_condense(c->l, &request, result) : 1;
	if (scale >= 1)
		*result = column_fill(c->l, &request);
	struct fragment *f = result->area;
	f->area->scale = scale;
	mpt content = scaled(f->area->block_size, scale);
	/* A turned one lies across the whole measure like any block. */
	mpt room = own_block >= 0 ? own_block : k->turned ? mpt_max(content, available) : content;
	align_content(f, fo_key(node, PROP_DISPLAY_ALIGN), content, room);
	check_overflow(c, node, f, content, room);
	area_set(f, k, own_inline, room);
	f->border = k->border;
	f->padding = k->padding;
	mpt inline_size = k->turned ? room : own_inline, block_size = k->turned ? own_inline : room;
	f->inline_size = inline_size + k->border.start + k->border.end + k->padding.start + k->padding.end;
	f->block_size = block_size + k->border.before + k->border.after + k->padding.before + k->padding.after;
	f->first = f->last = true;
	return f;
}

static bool layout_whole(struct column *c, const struct fo_node *node, const struct container *k, mpt offset,
                         mpt available)
{
	struct column_result result;
	struct fragment *f = container_whole(c, node, k, available, &result);
	f->inline_offset = offset;
	if (!column_make_room(c, f->block_size, &result.footnotes))
		return false;
	column_place(c, f);
	footnotes_append(c, &result.footnotes);
	return true;
}

bool container_layout(struct column *c, const struct fo_node *node, bool resumed)
{
	struct container k = container_of(c, node);
	mpt offset, size;
	box_inline_place(c, node, &offset, &size);
	if (k.inline_size >= 0 && !k.turned)
		size = k.inline_size + k.border.start + k.border.end + k.padding.start + k.padding.end;
	c->keep_next = (struct keeps){0, 0};
	if (k.plain)
		return layout_plain(c, node, &k, offset, size, resumed);
	mpt available = size - k.border.start - k.border.end - k.padding.start - k.padding.end;
	return layout_whole(c, node, &k, offset, available);
}

/* ---- absolute ones ---- */

struct sides {
	mpt before, after, start, end; /* -1: auto */
};

static mpt side(const struct fo_node *node, enum fo_property property, mpt base)
{
	return fo_key(node, property) == KEY_AUTO ? INT64_MIN : fo_length(node, property, base == MPT_MAX ? 0 : base);
}

/* top, right, bottom and left as the area round it turns them. */
static struct sides sides_of(const struct fo_node *node, enum fo_key writing_mode, mpt inline_size, mpt block_size)
{
	bool vertical = is_vertical(writing_mode);
	mpt across = vertical ? block_size : inline_size, down = vertical ? inline_size : block_size;
	mpt top = side(node, PROP_TOP, down), bottom = side(node, PROP_BOTTOM, down);
	mpt left = side(node, PROP_LEFT, across), right = side(node, PROP_RIGHT, across);
	switch (writing_mode) {
	case KEY_RL_TB:
		return (struct sides){top, bottom, right, left};
	case KEY_TB_RL:
		return (struct sides){right, left, top, bottom};
	case KEY_TB_LR:
		return (struct sides){left, right, top, bottom};
	default:
		return (struct sides){top, bottom, left, right};
	}
}

/* What lies beside the content rectangle at one side: what was asked for, else its border and padding. */
static mpt side_taken(mpt side, mpt edge)
{
	return side == INT64_MIN ? edge : side;
}

/* The border rectangle's offset along one axis: from the near side, else from the far one, both of which place the
 * content rectangle (XSL 7.6.4). before and after: the border and padding round it. */
static mpt absolute_offset(mpt near, mpt far, mpt room, mpt size, mpt before, mpt after)
{
	if (near == INT64_MIN && far != INT64_MIN && room != MPT_MAX)
		return room - far - size + after;
	return near == INT64_MIN ? 0 : near - before;
}

static struct fragment *nearest_area(struct fragment *f)
{
	while (f->kind != FRAGMENT_AREA)
		f = f->parent;
	return f;
}

void container_place_absolute(struct column *c, const struct fo_node *node)
{
	bool fixed = fo_key(node, PROP_ABSOLUTE_POSITION) == KEY_FIXED;
	struct container k = container_of(c, node);
	bool to_page = fixed && c->page->fixed;
	mpt inline_room = to_page ? c->page->page_inline_size : c->inline_size;
	mpt block_room = to_page ? c->page->page_block_size : c->area_size;
	struct sides s = sides_of(node, c->root->area->writing_mode, inline_room, block_room);
	/* Across and down: what is left of the area round it where both sides, or the width, say nothing. */
	mpt *across = k.turned ? &k.block_size : &k.inline_size, *down = k.turned ? &k.inline_size : &k.block_size;
	if (*across < 0 && (!k.turned || (s.start != INT64_MIN && s.end != INT64_MIN)))
		*across = mpt_max(0, inline_room - side_taken(s.start, k.border.start + k.padding.start) -
		                         side_taken(s.end, k.border.end + k.padding.end));
	if (*down < 0 && block_room != MPT_MAX && s.before != INT64_MIN && s.after != INT64_MIN)
		*down = mpt_max(0, block_room - s.before - s.after);
	struct column_result result;
	struct fragment *f = container_whole(c, node, &k, k.turned ? k.block_size : k.inline_size, &result);
	f->inline_offset = absolute_offset(s.start, s.end, inline_room, f->inline_size, k.border.start + k.padding.start,
	                                   k.border.end + k.padding.end);
	f->block_offset = absolute_offset(s.before, s.after, block_room, f->block_size, k.border.before + k.padding.before,
	                                  k.border.after + k.padding.after);
	footnotes_append(c, &result.footnotes);
	struct fragment **list = to_page ? c->page->fixed : &nearest_area(c->open)->area->absolute;
	while (*list && stack_level(*list) <= stack_level(f))
		list = &(*list)->next;
	f->next = *list;
	*list = f;
}
