/* A page drawn: its regions' backgrounds and static content, then the body (XSL 6.4.13, 6.10.1.4). */
#include <stdlib.h>
#include <string.h>

#include "page_sequence.h"

static void align_in_region(struct layout *l, const struct fo_node *content, struct fragment *f, const struct region *r,
                            mpt used)
{
	mpt room = f->area->block_size - used;
	enum fo_key align = fo_key(r->node, PROP_DISPLAY_ALIGN);
	if (room < -MPT_PER_POINT / 10) {
		diag_warning(l->diag, content->loc, "the static content is %.1fpt too high for the region '%s'",
		             (double)-room / MPT_PER_POINT, region_name(r->node));
		enum fo_key overflow = fo_key(r->node, PROP_OVERFLOW);
		f->area->clip = overflow == KEY_HIDDEN || overflow == KEY_ERROR_IF_OVERFLOW;
	} else if (align == KEY_CENTER) {
		f->area->block_shift = room / 2;
	} else if (align == KEY_AFTER) {
		f->area->block_shift = room;
	}
}

static struct fragment *static_fragment(struct layout *l, struct page_made *made, const struct region *r)
{
	const struct fo_node *content = flow_map_static(l, made->context.sequence, region_name(r->node));
	struct fragment *frame = fragment_new(made->context.memory, FRAGMENT_AREA, r->node);
	frame->area = arena_alloc(made->context.memory, sizeof *frame->area);
	region_set_area(frame, r);
	if (!content)
		return frame;
	struct column_request request = {.node = content,
	                                 .inline_size = frame->area->inline_size,
	                                 .size = MPT_MAX,
	                                 .area_size = frame->area->block_size,
	                                 .page = &made->context,
	                                 .page_blank = true,
	                                 .span = KEY_NONE_GIVEN};
	struct fragment *inside = column_fill(l, &request).area;
	mpt used = inside->area->block_size;
	inside->area->block_size = inside->block_size = mpt_max(used, 0);
	fragment_append(frame, inside);
	/* Absolute areas are placed in the region, not in what its content happens to take. */
	frame->area->absolute = inside->area->absolute;
	inside->area->absolute = NULL;
	align_in_region(l, content, frame, r, used);
	return frame;
}

struct painting {
	struct page *page;
	struct page_items items;
	struct paint_target target;
	struct paint_axes axes;
	size_t link_capacity, anchor_capacity;
};

static enum page_artifact artifact_of(const struct fo_node *region)
{
	if (region->kind == FO_REGION_BEFORE)
		return PAGE_ARTIFACT_HEADER;
	return region->kind == FO_REGION_AFTER ? PAGE_ARTIFACT_FOOTER : PAGE_ARTIFACT_LAYOUT;
}

static bool holds_flow(const struct page_made *made, const struct region *r)
{
	for (const struct fragment *body = made->body; body; body = body->next)
		if (body->node == r->node)
			return true;
	return false;
}

static void paint_static(struct layout *l, struct page_made *made, struct painting *p)
{
	made->context.is_static = true;
	for (size_t i = 0; i < made->geometry.region_count; i++) {
		const struct region *r = &made->geometry.region[i];
		if (holds_flow(made, r))
			continue;
		made->context.region = r->node;
		p->target.is_static = true;
		p->target.artifact = artifact_of(r->node);
		paint_fragment(l, static_fragment(l, made, r), &p->axes, &p->target);
	}
	made->context.is_static = false;
	p->target.is_static = false;
}

/* Beneath everything, between static content and the flow, or over both: of one level, what comes first in the document
 * is beneath (XSL 4.9.6). */
enum fixed_place { FIXED_BENEATH, FIXED_STATIC, FIXED_ABOVE };

static enum fixed_place place_of(const struct fragment *f)
{
	if (stack_level(f) < 0)
		return FIXED_BENEATH;
	const struct fo_node *node = f->node;
	while (node && node->kind != FO_STATIC_CONTENT)
		node = node->parent;
	return node && stack_level(f) <= 0 ? FIXED_STATIC : FIXED_ABOVE;
}

/* Where the paper says, its margins included (XSL 7.6.1). */
static void paint_fixed(struct layout *l, struct page_made *made, struct painting *p, enum fixed_place place)
{
	const struct page_geometry *g = &made->geometry;
	const struct page_rectangle paper = {p->page->trim.x, p->page->trim.y, g->width, g->height};
	const struct paint_axes axes = paint_axes_of(&paper, g->writing_mode, g->orientation);
	for (const struct fragment *f = made->fixed; f; f = f->next)
		if (place_of(f) == place)
			paint_fragment(l, f, &axes, &p->target);
}

static struct page_rectangle enlarged(struct page_rectangle r, mpt by)
{
	return (struct page_rectangle){r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by};
}

/* The page as the page master says it is the trimmed one; fox:bleed and fox:crop-offset lie round it. */
static mpt page_margin(const struct fo_node *master)
{
	return mpt_max(0, mpt_max(fo_length(master, PROP_FOX_BLEED, 0), fo_length(master, PROP_FOX_CROP_OFFSET, 0)));
}

static void set_boxes(struct page *page, const struct page_made *made)
{
	const struct fo_node *master = made->geometry.master;
	mpt margin = page_margin(master);
	page->width = made->geometry.width + 2 * margin;
	page->height = made->geometry.height + 2 * margin;
	if (margin == 0)
		return;
	page->trim = (struct page_rectangle){margin, margin, made->geometry.width, made->geometry.height};
	page->bleed = enlarged(page->trim, mpt_max(0, fo_length(master, PROP_FOX_BLEED, 0)));
}

static struct page *page_open(const struct page_made *made, const struct sequence *s, struct arena *memory)
{
	struct page *page = arena_alloc(memory, sizeof *page);
	set_boxes(page, made);
	page->label = made->context.label;
	page->number = made->context.index;
	page->sequence = s->number;
	return page;
}

const struct page *page_paint(struct layout *l, const struct sequence *s, struct page_made *made, struct arena *memory)
{
	struct painting p = {.page = page_open(made, s, memory), .items = {.memory = memory}};
	struct page_rectangle content = made->geometry.content;
	content.x += p.page->trim.x;
	content.y += p.page->trim.y;
	p.axes = paint_axes_of(&content, made->geometry.writing_mode, made->geometry.orientation);
	p.target =
	    (struct paint_target){.items = &p.items,
	                          .links = &p.page->links,
	                          .link_count = &p.page->link_count,
	                          .link_capacity = &p.link_capacity,
	                          .anchors = &p.page->anchors,
	                          .anchor_count = &p.page->anchor_count,
	                          .anchor_capacity = &p.anchor_capacity,
	                          .memory = memory,
	                          .page = {p.page->trim.x, p.page->trim.y, made->geometry.width, made->geometry.height},
	                          .is_even = made->context.number % 2 == 0};
	page_collect_markers(l, made);
	paint_fixed(l, made, &p, FIXED_BENEATH);
	paint_static(l, made, &p);
	paint_fixed(l, made, &p, FIXED_STATIC);
	for (const struct fragment *body = made->body; body; body = body->next)
		paint_fragment(l, body, &p.axes, &p.target);
	paint_fixed(l, made, &p, FIXED_ABOVE);
	page_carry_markers(l, made);
	p.page->items = p.items.item;
	p.page->item_count = p.items.count;
	return p.page;
}
