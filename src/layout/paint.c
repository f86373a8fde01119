/* Fragments to items of a page, in drawing order: a box's background and borders, then what it holds (XSL 4.9.6). */
#include "inline_private.h"
#include "paint_private.h"

/* ---- ids and links of blocks ---- */

static void paint_id(const struct painter *p, const struct fragment *f)
{
	if (f->first && f->node->id)
		paint_anchor(p, f->node->id, f->inline_offset + p->inline_shift, f->block_offset + p->block_shift);
}

static void paint_block_links(const struct painter *p, const struct fragment *f)
{
	for (const struct fo_node *node = content_round_block(f->node); node; node = content_round_block(node))
		if (node->kind == FO_BASIC_LINK)
			paint_link(p, node, fragment_rectangle(p, f));
}

/* ---- fragments ---- */

static void paint_children(const struct painter *p, const struct fragment *f)
{
	for (const struct fragment *child = f->first_child; child; child = child->next)
		paint_one(p, child);
}

bool paint_is_visible(const struct fo_node *node)
{
	return fo_key(node, PROP_VISIBILITY) == KEY_VISIBLE;
}

static void paint_own_box(const struct painter *p, const struct fragment *f)
{
	if (paint_is_visible(f->node) && !f->unseen)
		paint_box(p, f->node, fragment_rectangle(p, f), &f->border, f->first, f->last);
}

static void paint_block(const struct painter *p, const struct fragment *f)
{
	paint_id(p, f);
	paint_own_box(p, f);
	paint_block_links(p, f);
	paint_children(p, f);
}

static bool is_condensed(const struct fragment *f)
{
	return f->area->scale > 0 && f->area->scale < 1;
}

/* For what stands in an area: the axes of one of its rectangles, enlarged where it is condensed. */
static struct painter painter_inside(const struct painter *p, const struct fragment *f, struct logical_rectangle r)
{
	struct painter inside = *p;
	inside.axes = axes_inside(&p->axes, r, f->area->writing_mode, f->area->orientation);
	inside.inline_shift = inside.block_shift = 0;
	if (is_condensed(f)) {
		axes_enlarge(&inside.axes, 1 / f->area->scale);
		inside.scale *= f->area->scale;
	}
	return inside;
}

double stack_level(const struct fragment *f)
{
	return fo_number(f->node, PROP_Z_INDEX);
}

/* ---- areas placed absolutely ---- */

/* What is left of those in an area, from the lowest level to the highest. */
struct waiting_areas {
	const struct fragment *next;
	struct painter painter; /* their offsets are from the area's padding rectangle */
	struct waiting_areas *outer;
};

static void paint_next_waiting(struct waiting_areas *w)
{
	const struct fragment *area = w->next;
	w->next = area->next;
	paint_one(&w->painter, area);
}

/* Those beneath what the area holds are painted at once. */
static struct waiting_areas begin_absolute(const struct painter *p, const struct fragment *f)
{
	struct waiting_areas w = {.next = f->area->absolute, .outer = p->waiting};
	if (!w.next)
		return w;
	w.painter = painter_inside(p, f, rectangle_less(fragment_rectangle(p, f), &f->border));
	while (w.next && stack_level(w.next) < 0)
		paint_next_waiting(&w);
	return w;
}

/* Of one level, what comes first in the document is beneath (XSL 4.9.6). */
static void paint_waiting_before(const struct painter *p, const struct fo_node *node)
{
	for (struct waiting_areas *w = p->waiting; w; w = w->outer)
		while (w->next && stack_level(w->next) <= 0 && w->next->node->number < node->number)
			paint_next_waiting(w);
}

static void end_absolute(struct waiting_areas *w)
{
	while (w->next)
		paint_next_waiting(w);
}

static void paint_area(const struct painter *p, const struct fragment *f)
{
	const struct area *area = f->area;
	struct logical_rectangle content =
	    rectangle_less(rectangle_less(fragment_rectangle(p, f), &f->border), &f->padding);
	paint_id(p, f);
	/* An empty cell is a cell, too: without it those after it would be read under other headings. */
	if (f->node->kind == FO_TABLE_CELL)
		paint_structure(p, f->node);
	paint_own_box(p, f);
	paint_block_links(p, f);
	bool clips = area->clip || clip_is_given(f->node);
	if (clips)
		paint_clip(p, clip_of(&p->axes, f->node, content));
	if (is_condensed(f))
		paint_save(p, &(struct page_matrix){.a = area->scale, .d = area->scale}, 1);
	struct painter inside = painter_inside(p, f, content);
	inside.block_shift = area->block_shift;
	if (f->node->kind == FO_FLOW || f->node->kind == FO_STATIC_CONTENT)
		inside.column = &inside.axes;
	struct waiting_areas waiting = begin_absolute(p, f);
	inside.waiting = &waiting;
	paint_children(&inside, f);
	end_absolute(&waiting);
	if (is_condensed(f))
		paint_restore(p);
	if (clips)
		paint_restore(p);
}

static void paint_collapsed_rule(const struct painter *p, const struct fragment *f)
{
	struct page_color color = page_color_of(p->l, f->rule->color);
	paint_rule(p, fragment_rectangle(p, f), f->rule->block_direction, f->rule->style, &color, NULL);
}

static void paint_kind(const struct painter *p, const struct fragment *f);

static void paint_repeated(const struct painter *p, const struct fragment *f)
{
	struct paint_target target = *p->target;
	struct painter repeated = *p;
	target.is_repeated = true;
	repeated.target = &target;
	paint_kind(&repeated, f);
}

static void paint_kind(const struct painter *p, const struct fragment *f)
{
	if (f->is_repeated && !p->target->is_repeated) {
		paint_repeated(p, f);
		return;
	}
	switch (f->kind) {
	case FRAGMENT_BLOCK:
		paint_block(p, f);
		break;
	case FRAGMENT_LINE:
		paint_line(p, f);
		break;
	case FRAGMENT_AREA:
		paint_area(p, f);
		break;
	case FRAGMENT_RULE:
		paint_collapsed_rule(p, f);
		break;
	case FRAGMENT_PICTURE:
		paint_picture(p, f);
		break;
	}
}

/* fox:transform turns and stretches a block-container round the corner of its border rectangle. True when a state was
 * opened. */
static bool paint_transform(const struct painter *p, const struct fragment *f)
{
	const char *text = f->node->kind == FO_BLOCK_CONTAINER ? fo_string(f->node, PROP_FOX_TRANSFORM) : "";
	if (*text == '\0')
		return false;
	struct page_matrix own;
	if (!graphic_parse_transform(text, &own)) {
		diag_error(p->l->diag, f->node->loc, "fox:transform: expected rotate(), scale() and the like, got '%s'", text);
		return false;
	}
	mpt inline_offset = f->inline_offset + p->inline_shift, block_offset = f->block_offset + p->block_shift;
	struct page_matrix on_page = axes_matrix(&p->axes, &own, inline_offset, block_offset);
	paint_save(p, &on_page, 1);
	return true;
}

/* relative-position (XSL 7.13.5): drawn elsewhere, without anything making way. */
static struct painter moved_painter(const struct painter *p, const struct fo_node *node)
{
	mpt left = fo_key(node, PROP_LEFT) != KEY_AUTO ? fo_length(node, PROP_LEFT, p->axes.width)
	                                               : -fo_length(node, PROP_RIGHT, p->axes.width);
	mpt top = fo_key(node, PROP_TOP) != KEY_AUTO ? fo_length(node, PROP_TOP, p->axes.height)
	                                             : -fo_length(node, PROP_BOTTOM, p->axes.height);
	struct painter moved = *p;
	moved.axes = axes_moved(&p->axes, left, top);
	return moved;
}

static void paint_grouped(const struct painter *p, const struct fragment *f)
{
	double opacity = fo_number(f->node, PROP_OPACITY);
	if (opacity <= 0)
		return;
	bool transformed = paint_transform(p, f);
	if (opacity < 1)
		paint_save(p, NULL, opacity);
	paint_kind(p, f);
	if (opacity < 1)
		paint_restore(p);
	if (transformed)
		paint_restore(p);
}

void paint_one(const struct painter *p, const struct fragment *f)
{
	if (f->kind == FRAGMENT_LINE || f->kind == FRAGMENT_RULE) {
		paint_kind(p, f);
		return;
	}
	paint_waiting_before(p, f->node);
	if (fo_key(f->node, PROP_RELATIVE_POSITION) == KEY_RELATIVE) {
		struct painter moved = moved_painter(p, f->node);
		paint_grouped(&moved, f);
		return;
	}
	paint_grouped(p, f);
}

void paint_fragment(struct layout *l, const struct fragment *f, const struct paint_axes *axes,
                    const struct paint_target *target)
{
	struct painter p = {.l = l, .target = target, .scratch = arena_new(), .axes = *axes, .scale = 1};
	paint_one(&p, f);
	arena_free(p.scratch);
}
