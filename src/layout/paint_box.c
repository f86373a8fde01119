/* A box: its background and borders, square or with rounded corners (fox:border-*-radius). */
#include "paint_private.h"

/* A corner's radius along the inline axis and across it. */
static const enum fo_property radius_property[4][2] = {
    {PROP_FOX_BORDER_BEFORE_START_RADIUS, PROP_FOX_BORDER_BEFORE_START_RADIUS_ACROSS},
    {PROP_FOX_BORDER_BEFORE_END_RADIUS, PROP_FOX_BORDER_BEFORE_END_RADIUS_ACROSS},
    {PROP_FOX_BORDER_AFTER_END_RADIUS, PROP_FOX_BORDER_AFTER_END_RADIUS_ACROSS},
    {PROP_FOX_BORDER_AFTER_START_RADIUS, PROP_FOX_BORDER_AFTER_START_RADIUS_ACROSS},
};

enum { BEFORE_START, BEFORE_END, AFTER_END, AFTER_START };

/* Two radii on one side that are longer than it together are shrunk. */
static void fit_radii(struct corners *c, struct logical_rectangle r)
{
	double factor = 1;
	mpt across_before = c->radius[BEFORE_START].along_inline + c->radius[BEFORE_END].along_inline;
	mpt across_after = c->radius[AFTER_START].along_inline + c->radius[AFTER_END].along_inline;
	mpt along_start = c->radius[BEFORE_START].along_block + c->radius[AFTER_START].along_block;
	mpt along_end = c->radius[BEFORE_END].along_block + c->radius[AFTER_END].along_block;
	mpt across = mpt_max(across_before, across_after), along = mpt_max(along_start, along_end);
	if (across > r.inline_size && across > 0)
		factor = (double)r.inline_size / (double)across;
	if (along > r.block_size && along > 0 && (double)r.block_size / (double)along < factor)
		factor = (double)r.block_size / (double)along;
	if (factor >= 1)
		return;
	for (size_t i = 0; i < 4; i++) {
		c->radius[i].along_inline = (mpt)((double)c->radius[i].along_inline * factor);
		c->radius[i].along_block = (mpt)((double)c->radius[i].along_block * factor);
	}
}

struct corners corners_of(const struct fo_node *node, struct logical_rectangle r, bool first, bool last)
{
	struct corners c = {0};
	const bool there[4] = {first, first, last, last};
	for (size_t i = 0; i < 4; i++) {
		if (!there[i])
			continue;
		mpt along = fo_length(node, radius_property[i][0], r.inline_size);
		mpt across = fo_length(node, radius_property[i][1], r.block_size);
		if (along <= 0 || across <= 0)
			continue;
		c.any = true;
		c.radius[i].along_inline = along;
		c.radius[i].along_block = across;
	}
	if (c.any)
		fit_radii(&c, r);
	return c;
}

struct corners corners_inside(const struct corners *c, const struct edges *e)
{
	struct corners in = *c;
	const mpt along_inline[4] = {e->start, e->end, e->end, e->start};
	const mpt along_block[4] = {e->before, e->before, e->after, e->after};
	for (size_t i = 0; i < 4; i++) {
		in.radius[i].along_inline = mpt_max(0, c->radius[i].along_inline - along_inline[i]);
		in.radius[i].along_block = mpt_max(0, c->radius[i].along_block - along_block[i]);
	}
	return in;
}

/* ---- outlines ---- */

struct outline {
	const struct painter *p;
	struct page_path_segment *segment;
	size_t count;
};

static void outline_to(struct outline *o, mpt inline_offset, mpt block_offset)
{
	struct page_path_segment *s = &o->segment[o->count];
	s->verb = o->count == 0 ? PAGE_MOVE : PAGE_LINE;
	s->point[0] = axes_point(&o->p->axes, inline_offset, block_offset);
	o->count++;
}

/* A quarter of an ellipse as a Bezier curve: controls stand at this part of the radius. */
static mpt kappa(mpt radius)
{
	return mpt_scale(radius, 552285, 1000000);
}

/* From one side to the next round a corner at (i, b): (fi, fb) leads from the corner to where the curve begins, (ti,
 * tb) to where it ends. */
static void outline_corner(struct outline *o, mpt i, mpt b, mpt fi, mpt fb, mpt ti, mpt tb)
{
	outline_to(o, i + fi, b + fb);
	if (fi == 0 && fb == 0 && ti == 0 && tb == 0)
		return;
	struct page_path_segment *s = &o->segment[o->count++];
	const struct paint_axes *axes = &o->p->axes;
	s->verb = PAGE_CURVE;
	s->point[0] = axes_point(axes, i + fi - kappa(fi), b + fb - kappa(fb));
	s->point[1] = axes_point(axes, i + ti - kappa(ti), b + tb - kappa(tb));
	s->point[2] = axes_point(axes, i + ti, b + tb);
}

struct page_path_segment *rounded_outline(const struct painter *p, struct logical_rectangle r, const struct corners *c,
                                          size_t *count)
{
	struct outline o = {.p = p, .segment = arena_array(p->target->memory, 9, sizeof *o.segment)};
	mpt i0 = r.inline_offset, b0 = r.block_offset, i1 = i0 + r.inline_size, b1 = b0 + r.block_size;
	outline_corner(&o, i0, b0, 0, c->radius[BEFORE_START].along_block, c->radius[BEFORE_START].along_inline, 0);
	outline_corner(&o, i1, b0, -c->radius[BEFORE_END].along_inline, 0, 0, c->radius[BEFORE_END].along_block);
	outline_corner(&o, i1, b1, 0, -c->radius[AFTER_END].along_block, -c->radius[AFTER_END].along_inline, 0);
	outline_corner(&o, i0, b1, c->radius[AFTER_START].along_inline, 0, 0, -c->radius[AFTER_START].along_block);
	o.segment[o.count++].verb = PAGE_CLOSE;
	*count = o.count;
	return o.segment;
}

void paint_box(const struct painter *p, const struct fo_node *node, struct logical_rectangle r,
               const struct edges *border, bool first, bool last)
{
	bool has_border = border->before > 0 || border->after > 0 || border->start > 0 || border->end > 0;
	bool has_background =
	    fo_color(node, PROP_BACKGROUND_COLOR).alpha > 0 || *fo_string(node, PROP_BACKGROUND_IMAGE) != '\0';
	if ((!has_border && !has_background) || r.inline_size <= 0 || r.block_size <= 0)
		return;
	struct corners corners = corners_of(node, r, first, last);
	if (has_background)
		paint_background(p, node, r, border, &corners);
	if (has_border)
		paint_borders(p, node, r, border, &corners);
}
