/* Floats (XSL 6.12.2): where side floats stand, and what a column leaves of them to the next one. Those before the
 * page's content are laid out with the footnotes (footnote.c): they take its room in the same way. */
#include "side_float.h"

/* ---- kinds ---- */

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

static bool is_plain(const struct column *c, const struct fo_node *node)
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

/* left and right are start and end, whatever the writing mode (7.19.2). The binding is at the start of odd pages. */
static bool is_at_end(const struct column *c, const struct fo_node *node)
{
	bool odd = c->page->number % 2 != 0;
	switch (fo_key(node, PROP_FLOAT)) {
	case KEY_END:
	case KEY_RIGHT:
		return true;
	case KEY_INSIDE:
		return !odd;
	case KEY_OUTSIDE:
		return odd;
	default:
		return false;
	}
}

/* ---- what it holds ---- */

/* The float's content, and what it takes beside the lines. */
struct content_box {
	struct fragment *area;
	const struct break_token *rest;
	mpt offset; /* of the content's start edge in the area */
	mpt inline_size;
	mpt gap_start, gap_end; /* indents of its own, besides those of the block that names it */
};

static const struct fo_node *naming_block(const struct fo_node *node)
{
	for (const struct fo_node *round = node->parent; round; round = round->parent)
		if (round->kind == FO_BLOCK)
			return round;
	return node;
}

/* Where the block that names it has its content: nothing of the float is outside (CSS2 9.5.1, rule 1). */
static struct inline_extent containing_extent(const struct column *c, const struct fo_node *node)
{
	const struct fo_node *block = naming_block(node);
	return (struct inline_extent){
	    c->reference.origin + fo_length(block, PROP_START_INDENT, c->inline_size),
	    c->reference.origin + c->inline_size - fo_length(block, PROP_END_INDENT, c->inline_size),
	};
}

static bool has_percentage(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind != FO_TEXT &&
		    (fo_value(child, PROP_INLINE_PROGRESSION_DIMENSION)->percent != 0 || has_percentage(child)))
			return true;
	return false;
}

/* As wide as its widest line when nothing gives it a width. */
static mpt measure_of(struct column *c, const struct fo_node *node)
{
	if (has_percentage(node))
		return c->inline_size;
	mpt minimum, maximum;
	block_widths(c->l, node, &minimum, &maximum, c->page);
	return mpt_min(mpt_max(minimum, maximum), c->inline_size);
}

static struct column_result fill(struct column *c, const struct fo_node *node, const struct break_token *from,
                                 mpt measure, mpt size)
{
	struct column_request request = {.node = node,
	                                 .from = from,
	                                 .inline_size = measure,
	                                 .size = size,
	                                 .page = c->page,
	                                 .page_blank = true,
	                                 .span = KEY_NONE_GIVEN};
	return column_fill(c->l, &request);
}

static struct inline_extent borders_extent(const struct fragment *area)
{
	struct inline_extent e = {MPT_MAX, -MPT_MAX};
	for (const struct fragment *f = area->first_child; f; f = f->next) {
		e.start = mpt_min(e.start, f->inline_offset);
		e.end = mpt_max(e.end, f->inline_offset + f->inline_size);
	}
	return area->first_child ? e : (struct inline_extent){0, 0};
}

/* The least distance of the border rectangles from the end edge. */
static mpt least_end_gap(const struct fo_node *node, mpt measure)
{
	mpt least = MPT_MAX;
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind == FO_TEXT || child->kind == FO_MARKER)
			continue;
		struct edges border = box_border(child), padding = box_padding(child, measure);
		least = mpt_min(least, fo_length(child, PROP_END_INDENT, measure) - border.end - padding.end);
	}
	return least == MPT_MAX ? 0 : least;
}

static struct content_box content_in(struct column *c, const struct fo_node *node, const struct break_token *from,
                                     mpt measure, mpt size)
{
	struct column_result r = fill(c, node, from, measure, size);
	struct inline_extent borders = borders_extent(r.area);
	const struct fo_node *block = naming_block(node);
	mpt start_indent = fo_length(block, PROP_START_INDENT, c->inline_size),
	    end_indent = fo_length(block, PROP_END_INDENT, c->inline_size);
	return (struct content_box){
	    .area = r.area,
	    .rest = r.rest,
	    .offset = borders.start,
	    .inline_size = mpt_max(0, borders.end - borders.start),
	    .gap_start = mpt_max(0, borders.start - start_indent),
	    .gap_end = mpt_max(0, least_end_gap(node, measure) - end_indent),
	};
}

static mpt box_size(const struct content_box *box)
{
	return box->gap_start + box->inline_size + box->gap_end;
}

/* It is no wider than the block that names it, if it can be narrower. */
static struct content_box content_of_float(struct column *c, const struct fo_node *node, const struct break_token *from,
                                           mpt size)
{
	struct inline_extent room = containing_extent(c, node);
	mpt measure = measure_of(c, node);
	struct content_box box = content_in(c, node, from, measure, size);
	mpt over = box_size(&box) - (room.end - room.start);
	return over > 0 && over < measure ? content_in(c, node, from, measure - over, size) : box;
}

/* ---- its place ---- */

static mpt lowest_beginning(const struct column *c, mpt at)
{
	for (size_t i = c->reference.first_float; i < c->side_float_count; i++)
		at = mpt_max(at, c->side_floats[i].before);
	return at;
}

/* As high as there is room, no higher than the floats before it (CSS2 9.5.1). */
static mpt place_for(const struct column *c, const struct content_box *box, struct inline_extent own, mpt at,
                     struct inline_extent *left)
{
	for (;;) {
		mpt after = at + box->area->block_size;
		*left = intrusion_free_extent(c, own, at, after);
		mpt next = intrusion_first_end(c, at, after);
		if (left->end - left->start >= box_size(box) || next == MPT_MAX)
			return at;
		at = next;
	}
}

static void add_float(struct column *c, const struct fo_node *node, const struct content_box *box, mpt at,
                      struct inline_extent left)
{
	bool at_end = is_at_end(c, node);
	mpt size = box_size(box), start = at_end ? left.end - size : left.start;
	box->area->inline_offset = start + box->gap_start - box->offset;
	box->area->block_offset = at;
	ARRAY_RESERVE(c->side_floats, c->side_float_count, c->side_float_capacity);
	c->side_floats[c->side_float_count++] = (struct side_float){.node = node,
	                                                            .before = at,
	                                                            .after = at + box->area->block_size,
	                                                            .edge = at_end ? start : start + size,
	                                                            .at_end = at_end,
	                                                            .area = box->area};
	/* It is too much for a column that ends before the line. */
	c->placed = c->has_side_floats = true;
}

static void leave_rest(struct column *c, const struct fo_node *node, const struct break_token *from)
{
	ARRAY_RESERVE(c->float_rests, c->float_rest_count, c->float_rest_capacity);
	c->float_rests[c->float_rest_count++] =
	    (struct float_rest){.node = node, .area = c->reference.area->node, .from = from};
	c->placed = c->has_side_floats = true;
}

static mpt room_from(const struct column *c, mpt at)
{
	return c->size == MPT_MAX ? MPT_MAX : column_limit(c) - at - c->closing;
}

/* The float, or its rest, no higher than at. What the column has no room for goes on in the next one: all of it where
 * that may have more room. */
static void place_side_float(struct column *c, const struct fo_node *node, const struct break_token *from, mpt at)
{
	mpt cleared = intrusion_cleared(c, node);
	if (float_has_rest(c) || cleared == MPT_MAX) {
		leave_rest(c, node, from);
		return;
	}
	struct inline_extent own = containing_extent(c, node), left;
	struct content_box box = content_of_float(c, node, from, MPT_MAX);
	at = place_for(c, &box, own, lowest_beginning(c, mpt_max(at, cleared)), &left);
	mpt room = room_from(c, at);
	if (box.area->block_size <= room) {
		add_float(c, node, &box, at, left);
		return;
	}
	bool blank = c->blank && c->side_float_count == 0;
	if (!blank && box.area->block_size <= c->size) {
		leave_rest(c, node, from);
		return;
	}
	struct content_box piece = content_of_float(c, node, from, mpt_max(room, MPT_PER_POINT));
	if (!blank && (!piece.rest || piece.area->block_size > room)) {
		leave_rest(c, node, from);
		return;
	}
	place_for(c, &piece, own, at, &left);
	add_float(c, node, &piece, at, left);
	if (piece.rest)
		leave_rest(c, node, piece.rest);
}

/* ---- in lines ---- */

struct float_mark float_mark(const struct column *c)
{
	return (struct float_mark){c->side_float_count, c->float_rest_count, c->cursor + stacking_size(c, false)};
}

static bool is_since(const struct column *c, const struct fo_node *node, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (c->side_floats[i].node == node)
			return true;
	return false;
}

void float_put_off(struct column *c, const struct float_mark *mark)
{
	size_t end = c->side_float_count, rest_end = c->float_rest_count, kept = 0;
	struct float_rest *after = arena_array(c->memory, rest_end - mark->rests + 1, sizeof *after);
	for (size_t i = mark->rests; i < rest_end; i++)
		if (!is_since(c, c->float_rests[i].node, mark->floats, end))
			after[kept++] = c->float_rests[i];
	c->side_float_count = mark->floats;
	c->float_rest_count = mark->rests;
	for (size_t i = mark->floats; i < end; i++)
		leave_rest(c, c->side_floats[i].node, NULL);
	for (size_t i = 0; i < kept; i++)
		leave_rest(c, after[i].node, after[i].from);
	if (c->cursor > mark->at)
		c->cursor = mark->at;
}

static bool is_named(const struct column *c, const struct fo_node *node)
{
	for (size_t i = 0; i < c->float_named_count; i++)
		if (c->float_named[i] == node)
			return true;
	return false;
}

static void note_named(struct column *c, const struct fo_node *node)
{
	ARRAY_RESERVE(c->float_named, c->float_named_count, c->float_named_capacity);
	c->float_named[c->float_named_count++] = node;
}

bool float_before_line(struct column *c, const struct fo_node *node, mpt at)
{
	enum fo_key side = fo_key(node, PROP_FLOAT);
	/* A line that has to make room for its float may no longer name it: then a later one does. */
	if (side == KEY_BEFORE || side == KEY_NONE || is_named(c, node))
		return false;
	size_t count = c->side_float_count;
	place_side_float(c, node, NULL, at);
	note_named(c, node);
	return c->side_float_count > count;
}

void float_after_line(struct column *c, const struct fo_node *node)
{
	if (is_plain(c, node))
		place_plain(c, node);
	for (size_t i = 0; i < c->float_named_count; i++)
		if (c->float_named[i] == node)
			c->float_named[i--] = c->float_named[--c->float_named_count];
}

/* ---- reference areas ---- */

bool float_begins_column(const struct column *c)
{
	return c->from && c->from->float_count > 0;
}

/* What former columns have left. */
static void place_rests(struct column *c)
{
	for (size_t i = 0; c->from && i < c->from->float_count; i++) {
		const struct float_rest *rest = &c->from->floats[i];
		if (rest->area == c->reference.area->node)
			place_side_float(c, rest->node, rest->from, c->cursor);
	}
	if (c->side_float_count > c->reference.first_float)
		c->blank = false;
}

struct reference float_open_area(struct column *c, struct fragment *area)
{
	struct reference outer = c->reference;
	c->reference = (struct reference){.area = area, .first_float = c->side_float_count};
	place_rests(c);
	return outer;
}

void float_close_area(struct column *c, const struct reference *outer)
{
	for (size_t i = c->reference.first_float; i < c->side_float_count; i++) {
		fragment_append(c->reference.area, c->side_floats[i].area);
		c->cursor = mpt_max(c->cursor, c->side_floats[i].after);
	}
	c->side_float_count = c->reference.first_float;
	c->reference = *outer;
}

bool float_has_rest(const struct column *c)
{
	for (size_t i = 0; i < c->float_rest_count; i++)
		if (c->float_rests[i].area == c->reference.area->node)
			return true;
	return false;
}

void float_keep_rests(const struct column *c, struct break_token *token)
{
	size_t rests = c->float_rest_count, named = c->float_named_count;
	if (rests > 0)
		token->floats = arena_grow(c->l->memory, c->float_rests, rests, rests, sizeof *token->floats);
	if (named > 0)
		token->named = arena_grow(c->l->memory, c->float_named, named, named, sizeof *token->named);
	token->float_count = rests;
	token->named_count = named;
}

void float_take_named(struct column *c)
{
	for (size_t i = 0; c->from && i < c->from->named_count; i++)
		note_named(c, c->from->named[i]);
}

mpt float_end(const struct column *c)
{
	mpt end = 0;
	for (size_t i = c->reference.first_float; i < c->side_float_count; i++)
		end = mpt_max(end, c->side_floats[i].after);
	return end;
}
