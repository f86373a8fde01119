/* Paths and groups as page items. What a matrix does evenly is done here to the points, so that most pictures need no
 * matrix of their own. */
#include <math.h>
#include <string.h>

#include "svg_private.h"

static mpt to_mpt(double value)
{
	if (isnan(value))
		return 0;
	value = round(value);
	return value > (double)MPT_MAX ? MPT_MAX : value < -(double)MPT_MAX ? -MPT_MAX : (mpt)value;
}

struct page_matrix svg_page_matrix(struct svg_matrix m)
{
	return (struct page_matrix){m.a, m.b, m.c, m.d, m.e, m.f};
}

static struct page_point page_point_of(struct svg_matrix m, struct svg_point p)
{
	p = svg_apply(m, p);
	return (struct page_point){to_mpt(p.x), to_mpt(p.y)};
}

struct page_path_segment *svg_page_segments(struct arena *memory, const struct svg_path *path, struct svg_matrix m)
{
	struct page_path_segment *out = arena_array(memory, path->count, sizeof *out);
	for (size_t i = 0; i < path->count; i++) {
		const struct svg_segment *s = &path->segment[i];
		int points = s->verb == PAGE_CURVE ? 3 : s->verb == PAGE_CLOSE ? 0 : 1;
		out[i].verb = s->verb;
		for (int k = 0; k < points; k++)
			out[i].point[k] = page_point_of(m, s->point[k]);
	}
	return out;
}

void svg_save(struct svg_context *c, const struct page_matrix *matrix, const struct page_path_segment *clip,
              size_t clip_count, bool clip_even_odd, double opacity)
{
	struct page_item item = {.kind = PAGE_SAVE};
	struct page_matrix *copy = NULL;
	if (matrix) {
		copy = arena_alloc(c->memory, sizeof *copy);
		*copy = *matrix;
	}
	item.save = (struct page_save){copy, clip, clip_count, clip_even_odd, opacity};
	page_items_append(&c->items, &item);
}

void svg_restore(struct svg_context *c)
{
	page_items_append(&c->items, &(struct page_item){.kind = PAGE_RESTORE});
}

struct svg_matrix svg_even_axes(struct svg_matrix matrix, struct page_matrix *to_page)
{
	double scale = svg_scale_of(matrix);
	*to_page = svg_page_matrix(svg_multiply(matrix, svg_scaling(1 / scale, 1 / scale)));
	return svg_scaling(scale, scale);
}

struct page_color svg_plain_color(const struct svg_paint *paint, const struct svg_style *style, double opacity)
{
	struct page_color color = paint->kind == SVG_PAINT_CURRENT ? style->color : paint->color;
	color.opacity = paint->kind == SVG_PAINT_NONE ? 0 : color.opacity * opacity;
	return color;
}

void svg_include_drawn(struct svg_context *c, struct svg_box box)
{
	if (box.width < 0)
		return;
	if (c->drawn.width < 0) {
		c->drawn = box;
		return;
	}
	double right = fmax(c->drawn.x + c->drawn.width, box.x + box.width);
	double bottom = fmax(c->drawn.y + c->drawn.height, box.y + box.height);
	c->drawn.x = fmin(c->drawn.x, box.x);
	c->drawn.y = fmin(c->drawn.y, box.y);
	c->drawn.width = right - c->drawn.x;
	c->drawn.height = bottom - c->drawn.y;
}

/* A path on its way out: what it is painted with in which axes. */
struct painting {
	struct svg_context *c;
	const xmlNode *node;
	const struct svg_state *state;
	const struct svg_path *path;
	struct svg_box box;     /* in user units; for gradients */
	struct svg_matrix axes; /* user units to those of the points */
};

/* The paint as a colour or a gradient. */
static struct page_color resolve(const struct painting *p, const struct svg_paint *paint, double opacity,
                                 const struct page_gradient **gradient)
{
	struct page_color color = svg_plain_color(paint, &p->state->style, opacity);
	*gradient = NULL;
	if (!paint->server)
		return color;
	bool none = false;
	*gradient = svg_gradient_for(p->c, p->node, paint->server, p->state, p->box, p->axes, opacity, &none, &color);
	if (none)
		color.opacity = 0;
	return color;
}

static void set_stroke(const struct painting *p, struct page_path *out)
{
	const struct svg_style *style = &p->state->style;
	double scale = style->non_scaling_stroke ? MPT_PER_POINT : svg_scale_of(p->axes);
	out->line_width = to_mpt(style->stroke_width * scale);
	out->cap = (enum page_line_cap)style->cap;
	out->join = (enum page_line_join)style->join;
	out->miter_limit = style->miter_limit < 1 ? 1 : style->miter_limit;
	if (style->dash.count == 0)
		return;
	/* An odd list is read twice (SVG 1.1, 11.4). */
	size_t count = style->dash.count * (style->dash.count % 2 ? 2 : 1);
	mpt *dash = arena_array(p->c->memory, count, sizeof *dash);
	for (size_t i = 0; i < count; i++)
		dash[i] = to_mpt(style->dash.length[i % style->dash.count] * scale);
	out->dash = dash;
	out->dash_count = count;
	out->dash_offset = to_mpt(style->dash_offset * scale);
}

static void append_path(const struct painting *p, const struct page_path *path)
{
	struct page_path *copy = arena_alloc(p->c->memory, sizeof *copy);
	*copy = *path;
	struct page_item item = {.kind = PAGE_PATH};
	item.path = copy;
	page_items_append(&p->c->items, &item);
}

static bool is_painted(struct page_color color, const struct page_gradient *gradient)
{
	return gradient || color.opacity > 0;
}

/* One item where fill and stroke can be painted at once, else two: where the stroke lets the fill through, or comes
 * first. */
static void append_painted(const struct painting *p, struct page_path *fill, struct page_path *stroke)
{
	bool filled = is_painted(fill->fill, fill->gradient);
	bool stroked = is_painted(stroke->stroke, stroke->stroke_gradient) && stroke->line_width > 0;
	bool stroke_first = p->state->style.stroke_first;
	bool at_once = filled && stroked && !stroke_first && !stroke->stroke_gradient && stroke->stroke.opacity == 1;
	if (at_once) {
		stroke->fill = fill->fill;
		stroke->gradient = fill->gradient;
		stroke->even_odd = fill->even_odd;
		filled = false;
	}
	if (stroked && stroke_first)
		append_path(p, stroke);
	if (filled)
		append_path(p, fill);
	if (stroked && !stroke_first)
		append_path(p, stroke);
}

static void include_path(const struct painting *p, const struct page_path *stroke)
{
	struct svg_box box = svg_path_bounds(p->path, p->axes);
	double pen = stroke->stroke.opacity > 0 || stroke->stroke_gradient ? (double)stroke->line_width : 0;
	pen *= stroke->join == PAGE_JOIN_MITER ? stroke->miter_limit / 2 : 1;
	if (box.width >= 0)
		svg_include_drawn(p->c, (struct svg_box){box.x - pen, box.y - pen, box.width + 2 * pen, box.height + 2 * pen});
}

void svg_emit_path(struct svg_context *c, const xmlNode *node, const struct svg_state *state,
                   const struct svg_path *path)
{
	const struct svg_style *style = &state->style;
	bool strokes = style->stroke.kind != SVG_PAINT_NONE || style->stroke.server;
	bool uneven = strokes && !style->non_scaling_stroke && !svg_is_similarity(state->matrix);
	if (path->count == 0 || style->hidden || svg_scale_of(state->matrix) == 0)
		return;
	struct page_matrix to_page;
	struct painting p = {c, node, state, path, svg_path_bounds(path, SVG_IDENTITY), state->matrix};
	if (uneven)
		p.axes = svg_even_axes(state->matrix, &to_page);
	bool inside = p.box.width > 0 && p.box.height > 0;
	bool patterned = inside && style->fill.server && svg_is_pattern(c, style->fill.server);
	if (patterned)
		svg_fill_with_pattern(c, node, state, path);
	struct page_path fill = {.segment = svg_page_segments(c->memory, path, p.axes), .count = path->count},
	                 stroke = fill;
	fill.even_odd = style->fill_even_odd;
	/* A flat path has no inside; a viewer would draw a hairline for it. */
	if (inside && !patterned)
		fill.fill = resolve(&p, &style->fill, style->fill_opacity, &fill.gradient);
	stroke.stroke = resolve(&p, &style->stroke, style->stroke_opacity, &stroke.stroke_gradient);
	set_stroke(&p, &stroke);
	if (uneven) {
		c->may_overflow = true;
		svg_save(c, &to_page, NULL, 0, false, 1);
	} else {
		include_path(&p, &stroke);
	}
	append_painted(&p, &fill, &stroke);
	if (uneven)
		svg_restore(c);
}
