/* Markers on the vertices of a path (SVG 1.1, 11.6). */
#include <math.h>
#include <string.h>

#include "svg_private.h"

struct vertex {
	struct svg_point at;
	struct svg_point in, out; /* directions; 0,0: none */
};

struct vertices {
	struct vertex *item;
	size_t count;
};

static struct svg_point difference(struct svg_point a, struct svg_point b)
{
	return (struct svg_point){a.x - b.x, a.y - b.y};
}

static bool is_zero(struct svg_point p)
{
	return p.x == 0 && p.y == 0;
}

/* The first direction that is one. */
static struct svg_point either(struct svg_point a, struct svg_point b, struct svg_point c)
{
	return !is_zero(a) ? a : !is_zero(b) ? b : c;
}

static struct svg_point direction_out(struct svg_point at, const struct svg_segment *s)
{
	if (s->verb != PAGE_CURVE)
		return difference(s->point[0], at);
	return either(difference(s->point[0], at), difference(s->point[1], at), difference(s->point[2], at));
}

static struct svg_point direction_in(struct svg_point at, const struct svg_segment *s)
{
	if (s->verb != PAGE_CURVE)
		return difference(s->point[0], at);
	const struct svg_point *p = s->point;
	return either(difference(p[2], p[1]), difference(p[2], p[0]), difference(p[2], at));
}

/* A close draws a line to the start, where the subpath's first vertex then has a direction in. */
static void close_subpath(struct vertices *v, size_t first)
{
	struct vertex *start = &v->item[first], *last = &v->item[v->count - 1];
	struct svg_point line = difference(start->at, last->at);
	struct svg_point in = is_zero(line) ? last->in : line;
	last->out = is_zero(line) ? start->out : line;
	v->item[v->count++] = (struct vertex){start->at, in, start->out};
	v->item[first].in = in;
}

/* Where a line or curve ends. within: it goes on where an arc's part ended, which is no vertex then. */
static void add_vertex(struct vertices *v, const struct svg_segment *s, bool within)
{
	struct vertex *before = &v->item[v->count - 1];
	struct svg_point end = s->point[s->verb == PAGE_CURVE ? 2 : 0], in = direction_in(before->at, s);
	if (within) {
		before->at = end;
		before->in = in;
		return;
	}
	before->out = direction_out(before->at, s);
	v->item[v->count++] = (struct vertex){.at = end, .in = in};
}

static struct vertices find_vertices(struct arena *memory, const struct svg_path *path)
{
	struct vertices v = {.item = arena_array(memory, path->count + 1, sizeof *v.item)};
	size_t first = 0;
	for (size_t i = 0; i < path->count; i++) {
		const struct svg_segment *s = &path->segment[i];
		if (s->verb == PAGE_MOVE) {
			/* A move that only goes on after a close is no vertex of its own. */
			bool continues =
			    i > 0 && s[-1].verb == PAGE_CLOSE && is_zero(difference(s->point[0], v.item[v.count - 1].at));
			if (continues) {
				first = v.count - 1;
				continue;
			}
			first = v.count;
			v.item[v.count++] = (struct vertex){.at = s->point[0]};
		} else if (s->verb == PAGE_CLOSE) {
			close_subpath(&v, first);
		} else {
			add_vertex(&v, s, i > 0 && s[-1].inner);
		}
	}
	return v;
}

/* Degrees: the middle of the two directions. */
static double angle_of(const struct vertex *v)
{
	struct svg_point in = is_zero(v->in) ? v->out : v->in, out = is_zero(v->out) ? in : v->out;
	double in_size = hypot(in.x, in.y), out_size = hypot(out.x, out.y);
	if (in_size == 0 || out_size == 0)
		return 0;
	struct svg_point middle = {in.x / in_size + out.x / out_size, in.y / in_size + out.y / out_size};
	if (hypot(middle.x, middle.y) < 1e-9) /* turns back: square to both */
		middle = (struct svg_point){-in.y, in.x};
	return atan2(middle.y, middle.x) * 180 / acos(-1);
}

static double orientation(const struct svg_context *c, const xmlNode *marker, const struct vertex *v, bool is_start)
{
	const char *text = svg_attribute(c, marker, "orient");
	double degrees = 0;
	if (!text)
		return 0;
	if (strcmp(text, "auto") == 0)
		return angle_of(v);
	if (strcmp(text, "auto-start-reverse") == 0)
		return angle_of(v) + (is_start ? 180 : 0);
	(void)svg_angle(&text, &degrees);
	return degrees;
}

static double reference(struct svg_context *c, const struct svg_state *state, const xmlNode *marker, const char *name,
                        enum svg_axis axis, struct svg_box box)
{
	const char *text = svg_attribute(c, marker, name);
	double low = axis == SVG_HORIZONTAL ? box.x : box.y, extent = axis == SVG_HORIZONTAL ? box.width : box.height;
	if (!text)
		return 0;
	if (strcmp(text, "left") == 0 || strcmp(text, "top") == 0)
		return low;
	if (strcmp(text, "center") == 0)
		return low + extent / 2;
	if (strcmp(text, "right") == 0 || strcmp(text, "bottom") == 0)
		return low + extent;
	return svg_attribute_length(c, state, marker, name, axis, 0);
}

/* Where the marker's own viewport begins: its reference point lies on the vertex. */
static void place(struct svg_context *c, const xmlNode *marker, struct svg_state *state, double width, double height)
{
	struct svg_box box = svg_view_box(c, marker);
	struct svg_matrix fit = SVG_IDENTITY;
	bool slices;
	if (box.width > 0)
		fit = svg_fit(box, width, height, svg_attribute(c, marker, "preserveAspectRatio"), &slices);
	else
		box = (struct svg_box){0, 0, width, height};
	struct svg_state inside = *state;
	inside.units.width = box.width;
	inside.units.height = box.height;
	struct svg_point point = {reference(c, &inside, marker, "refX", SVG_HORIZONTAL, box),
	                          reference(c, &inside, marker, "refY", SVG_VERTICAL, box)};
	point = svg_apply(fit, point);
	state->matrix = svg_multiply(state->matrix, svg_translation(-point.x, -point.y));
}

static void draw_marker(struct svg_context *c, const xmlNode *marker, const struct svg_state *state,
                        const struct vertex *v, bool is_start)
{
	struct svg_state inside = svg_state_in_place(c, marker, &state->units);
	if (inside.style.display_none)
		return;
	struct svg_matrix m = svg_multiply(state->matrix, svg_translation(v->at.x, v->at.y));
	m = svg_multiply(m, svg_rotation(orientation(c, marker, v, is_start)));
	const char *units = svg_attribute(c, marker, "markerUnits");
	double pen = units && strcmp(units, "userSpaceOnUse") == 0 ? 1 : state->style.stroke_width;
	inside.matrix = svg_multiply(m, svg_scaling(pen, pen));
	double width = svg_attribute_length(c, state, marker, "markerWidth", SVG_HORIZONTAL, 3);
	double height = svg_attribute_length(c, state, marker, "markerHeight", SVG_VERTICAL, 3);
	place(c, marker, &inside, width, height);
	svg_draw_viewport(c, marker, &inside, width, height);
}

static void show(struct svg_context *c, const xmlNode *node, const struct svg_state *state, const struct vertex *v,
                 int which)
{
	const char *id = state->style.marker[which];
	const xmlNode *marker = id ? svg_target(c, id, node) : NULL;
	if (!marker || !svg_is(marker, "marker") || !svg_enter_reference(c, node, marker))
		return;
	draw_marker(c, marker, state, v, which == SVG_MARKER_START);
	svg_leave_reference(c);
}

void svg_draw_markers(struct svg_context *c, const xmlNode *node, const struct svg_state *state,
                      const struct svg_path *path)
{
	const char *const *ids = state->style.marker;
	if ((!ids[0] && !ids[1] && !ids[2]) || path->count == 0 || state->style.hidden)
		return;
	struct vertices v = find_vertices(c->scratch, path);
	for (size_t i = 0; i < v.count; i++) {
		if (i == 0)
			show(c, node, state, &v.item[i], SVG_MARKER_START);
		if (i > 0 && i + 1 < v.count)
			show(c, node, state, &v.item[i], SVG_MARKER_MID);
		if (i + 1 == v.count)
			show(c, node, state, &v.item[i], SVG_MARKER_END);
	}
}
