/* Clipping paths (SVG 1.1, 14.3): the outlines of a clipPath's children as one path. */
#include <string.h>

#include "svg_private.h"

struct outline {
	struct svg_context *c;
	struct svg_path path; /* in mpt */
	size_t shapes, even_odd;
};

/* Every outline runs the same way round, so that where two overlap none cancels the other. */
static void add_outline(struct outline *out, struct svg_path *shape, const struct svg_state *state)
{
	bool mirrored = state->matrix.a * state->matrix.d < state->matrix.b * state->matrix.c;
	if ((svg_path_area(shape) < 0) != mirrored)
		svg_path_reverse(shape);
	for (size_t i = 0; i < shape->count; i++) {
		struct svg_point p[3];
		for (int k = 0; k < 3; k++)
			p[k] = svg_apply(state->matrix, shape->segment[i].point[k]);
		switch (shape->segment[i].verb) {
		case PAGE_MOVE:
			svg_move(&out->path, p[0].x, p[0].y);
			break;
		case PAGE_LINE:
			svg_line(&out->path, p[0].x, p[0].y);
			break;
		case PAGE_CURVE:
			svg_curve(&out->path, p[0], p[1], p[2]);
			break;
		case PAGE_CLOSE:
			svg_close(&out->path);
			break;
		}
	}
	out->shapes++;
	out->even_odd += state->style.clip_even_odd != 0;
}

static void collect_element(struct outline *out, const xmlNode *element, const struct svg_state *outside)
{
	struct svg_context *c = out->c;
	struct svg_state state;
	if (!svg_count(c, element) || !svg_enter(c, element, outside, &state) || state.style.hidden)
		return;
	if (state.style.clip_path)
		svg_unsupported(c, element, "a clipping path on a part of one", "the part is taken whole");
	struct svg_path shape = {.memory = c->scratch};
	if (svg_is(element, "use")) {
		const char *href = svg_href(c, element);
		const xmlNode *target = href && href[0] == '#' ? svg_target(c, href + 1, element) : NULL;
		double x = svg_attribute_length(c, &state, element, "x", SVG_HORIZONTAL, 0);
		double y = svg_attribute_length(c, &state, element, "y", SVG_VERTICAL, 0);
		state.matrix = svg_multiply(state.matrix, svg_translation(x, y));
		if (target && svg_enter_reference(c, element, target)) {
			collect_element(out, target, &state);
			svg_leave_reference(c);
		}
	} else if (svg_shape(c, element, &state, &shape)) {
		add_outline(out, &shape, &state);
	} else if (svg_is(element, "text")) {
		svg_unsupported(c, element, "text as a clipping path", "it clips nothing");
	}
}

static struct outline collect(struct svg_context *c, const xmlNode *clip, const struct svg_state *state)
{
	struct outline out = {.c = c, .path = {.memory = c->scratch}};
	for (const xmlNode *child = svg_element_from(clip->children); child; child = svg_element_from(child->next))
		collect_element(&out, child, state);
	return out;
}

/* The clipPath's own axes: those of the user, or the box that is clipped. */
static bool enter_clip(struct svg_context *c, const xmlNode *clip, const xmlNode *element,
                       const struct svg_state *state, struct svg_state *inside)
{
	*inside = svg_state_in_place(c, clip, &state->units);
	inside->matrix = svg_multiply(state->matrix, svg_transform_of(c, clip, "transform"));
	const char *units = svg_attribute(c, clip, "clipPathUnits");
	if (!units || strcmp(units, "objectBoundingBox") != 0)
		return true;
	struct svg_box box = svg_bounding_box(c, element, state);
	if (box.width < 0)
		return false;
	inside->matrix = svg_multiply(inside->matrix, (struct svg_matrix){box.width, 0, 0, box.height, box.x, box.y});
	inside->units.width = inside->units.height = 1;
	return true;
}

int svg_clip_begin(struct svg_context *c, const xmlNode *element, const char *id, const struct svg_state *state)
{
	const xmlNode *clip = svg_target(c, id, element);
	struct svg_state inside;
	if (!clip)
		return 0;
	if (!svg_is(clip, "clipPath") || !svg_enter_reference(c, element, clip))
		return 0;
	int outer = 0;
	struct outline out = {0};
	if (enter_clip(c, clip, element, state, &inside)) {
		/* One that is clipped itself is the narrower of the two. */
		if (inside.style.clip_path)
			outer = svg_clip_begin(c, element, inside.style.clip_path, state);
		out = collect(c, clip, &inside);
	}
	svg_leave_reference(c);
	if (outer < 0)
		return -1;
	if (out.path.count == 0) {
		for (; outer > 0; outer--)
			svg_restore(c);
		return -1;
	}
	if (out.even_odd > 0 && out.shapes > 1)
		svg_unsupported(c, element, "clip-rule 'evenodd' on one of several parts", "the union of all is taken");
	struct page_path_segment *segments = svg_page_segments(c->memory, &out.path, SVG_IDENTITY);
	svg_save(c, NULL, segments, out.path.count, out.even_odd > 0 && out.shapes == 1, 1);
	return outer + 1;
}
