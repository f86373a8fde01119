/* The walk over the tree: which element is drawn how, groups, viewports, use. */
#include <string.h>

#include "svg_private.h"

/* ---- entering elements ---- */

static void take_style(struct svg_context *c, const xmlNode *element, const struct svg_state *outside,
                       struct svg_state *inside)
{
	*inside = *outside;
	inside->style = svg_style_compute(&c->styler, element, &outside->style, &outside->units, svg_loc(c, element));
	inside->units.font_size = inside->style.font_size;
}

bool svg_enter(struct svg_context *c, const xmlNode *element, const struct svg_state *outside, struct svg_state *inside)
{
	take_style(c, element, outside, inside);
	if (inside->style.display_none || inside->style.opacity == 0)
		return false;
	inside->matrix = svg_multiply(inside->matrix, svg_transform_of(c, element, "transform"));
	return true;
}

struct svg_state svg_state_in_place(struct svg_context *c, const xmlNode *element, const struct svg_units *units)
{
	struct svg_state outside = {.matrix = SVG_IDENTITY, .style = svg_style_initial(), .units = *units}, inside;
	const xmlNode *parent = element->parent;
	if (element != c->root && parent && parent->type == XML_ELEMENT_NODE)
		outside = svg_state_in_place(c, parent, units);
	take_style(c, element, &outside, &inside);
	return inside;
}

bool svg_enter_reference(struct svg_context *c, const xmlNode *node, const xmlNode *target)
{
	int depth = 0;
	while (depth < c->references && c->shown[depth] != target)
		depth++;
	if (depth == c->references && depth < SVG_MAX_REFERENCES) {
		c->shown[c->references++] = target;
		return true;
	}
	const char *problem = depth < c->references ? "shows itself" : "is shown too deep in others";
	diag_warning(c->store->d, svg_loc(c, node), "SVG: element '%s' %s: left out there", (const char *)target->name,
	             problem);
	return false;
}

void svg_leave_reference(struct svg_context *c)
{
	c->references--;
}

/* ---- groups ---- */

/* May the opacity be given to the one thing that the element paints, instead of to a group? */
static bool folds_opacity(const xmlNode *element, const struct svg_style *style)
{
	static const char *const shapes[] = {"rect", "circle", "ellipse", "line", "path", "polygon", "polyline"};
	bool fills = style->fill.kind != SVG_PAINT_NONE || style->fill.server;
	bool strokes = style->stroke.kind != SVG_PAINT_NONE || style->stroke.server;
	if ((fills && strokes) || style->marker[0] || style->marker[1] || style->marker[2])
		return false;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (svg_is(element, shapes[i]))
			return true;
	return false;
}

/* How many svg_restore end the group; -1: nothing of it is seen. */
static int begin_group(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	struct svg_style *style = &state->style;
	int groups = 0;
	if (style->clip_path) {
		groups = svg_clip_begin(c, element, style->clip_path, state);
		if (groups < 0)
			return -1;
	}
	if (style->opacity < 1 && folds_opacity(element, style)) {
		style->fill_opacity *= style->opacity;
		style->stroke_opacity *= style->opacity;
	} else if (style->opacity < 1) {
		svg_save(c, NULL, NULL, 0, false, style->opacity);
		groups++;
	}
	return groups;
}

static void end_group(struct svg_context *c, int groups)
{
	for (; groups > 0; groups--)
		svg_restore(c);
}

/* ---- elements ---- */

static void draw_group(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	svg_draw_children(c, element, state);
}

static void draw_link(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	svg_unsupported(c, element, "a link inside a picture", "only its content is drawn");
	svg_draw_children(c, element, state);
}

static void draw_shape(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	struct svg_path path = {.memory = c->scratch};
	svg_shape(c, element, state, &path);
	svg_emit_path(c, element, state, &path);
}

static void draw_marked_shape(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	struct svg_path path = {.memory = c->scratch};
	svg_shape(c, element, state, &path);
	svg_emit_path(c, element, state, &path);
	svg_draw_markers(c, element, state, &path);
}

static void draw_text(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	svg_draw_text(c, element, state);
}

static double length(struct svg_context *c, const struct svg_state *state, const xmlNode *element, const char *name,
                     enum svg_axis axis, double fallback)
{
	return svg_attribute_length(c, state, element, name, axis, fallback);
}

static void draw_nested(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	double x = length(c, state, element, "x", SVG_HORIZONTAL, 0), y = length(c, state, element, "y", SVG_VERTICAL, 0);
	double width = length(c, state, element, "width", SVG_HORIZONTAL, state->units.width);
	double height = length(c, state, element, "height", SVG_VERTICAL, state->units.height);
	state->matrix = svg_multiply(state->matrix, svg_translation(x, y));
	svg_draw_viewport(c, element, state, width, height);
}

void svg_draw_viewport(struct svg_context *c, const xmlNode *element, struct svg_state *state, double width,
                       double height)
{
	struct svg_box box = svg_view_box(c, element);
	if (width <= 0 || height <= 0)
		return;
	bool clips = !state->style.overflow_visible, slices;
	if (clips) {
		struct svg_path frame = {.memory = c->scratch};
		svg_move(&frame, 0, 0);
		svg_line(&frame, width, 0);
		svg_line(&frame, width, height);
		svg_line(&frame, 0, height);
		svg_close(&frame);
		svg_save(c, NULL, svg_page_segments(c->memory, &frame, state->matrix), frame.count, false, 1);
	}
	struct svg_state inside = *state;
	if (box.width > 0) {
		struct svg_matrix fit = svg_fit(box, width, height, svg_attribute(c, element, "preserveAspectRatio"), &slices);
		inside.matrix = svg_multiply(state->matrix, fit);
	}
	inside.units.width = box.width > 0 ? box.width : width;
	inside.units.height = box.width > 0 ? box.height : height;
	svg_draw_children(c, element, &inside);
	if (clips)
		svg_restore(c);
}

/* A symbol or svg shown by use: its size may come from there (SVG 1.1, 5.6). */
static void draw_used_viewport(struct svg_context *c, const xmlNode *use, const xmlNode *target,
                               const struct svg_state *outside)
{
	struct svg_state state;
	if (!svg_enter(c, target, outside, &state))
		return;
	double width = outside->units.width, height = outside->units.height;
	if (svg_is(target, "svg")) {
		width = length(c, &state, target, "width", SVG_HORIZONTAL, width);
		height = length(c, &state, target, "height", SVG_VERTICAL, height);
	}
	width = length(c, outside, use, "width", SVG_HORIZONTAL, width);
	height = length(c, outside, use, "height", SVG_VERTICAL, height);
	int groups = begin_group(c, target, &state);
	if (groups >= 0)
		svg_draw_viewport(c, target, &state, width, height);
	end_group(c, groups);
}

static void draw_use(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	const char *href = svg_href(c, element);
	if (!href || href[0] != '#') {
		svg_unsupported(c, element, "use of another file's parts", "left out");
		return;
	}
	const xmlNode *target = svg_target(c, href + 1, element);
	if (!target || !svg_enter_reference(c, element, target))
		return;
	double x = length(c, state, element, "x", SVG_HORIZONTAL, 0), y = length(c, state, element, "y", SVG_VERTICAL, 0);
	state->matrix = svg_multiply(state->matrix, svg_translation(x, y));
	if (svg_is(target, "symbol") || svg_is(target, "svg"))
		draw_used_viewport(c, element, target, state);
	else
		svg_draw_element(c, target, state);
	svg_leave_reference(c);
}

/* Is the child of a switch one to draw (SVG 1.1, 5.8)? No extension is known here. */
static bool is_suitable(const struct svg_context *c, const xmlNode *child, const char *language)
{
	const char *languages = svg_attribute(c, child, "systemLanguage");
	if (svg_attribute(c, child, "requiredExtensions") || svg_is(child, "foreignObject"))
		return false;
	size_t size = strcspn(language, "-");
	if (!languages)
		return true;
	for (const char *at = languages; *at; at += strspn(at, ", ")) {
		size_t word = strcspn(at, ", -");
		if (size > 0 && word == size && strncmp(at, language, size) == 0)
			return true;
		at += strcspn(at, ", ");
	}
	return false;
}

static void draw_switch(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	for (const xmlNode *child = svg_element_from(element->children); child; child = svg_element_from(child->next))
		if (is_suitable(c, child, state->style.language)) {
			svg_draw_element(c, child, state);
			return;
		}
}

/* ---- the walk ---- */

typedef void draw_function(struct svg_context *, const xmlNode *, struct svg_state *);

/* In the order of how often they come. NULL: shown elsewhere, or never. */
static const struct {
	const char *name;
	draw_function *draw;
} elements[] = {
    {"path", draw_marked_shape},
    {"g", draw_group},
    {"rect", draw_shape},
    {"text", draw_text},
    {"use", draw_use},
    {"circle", draw_shape},
    {"line", draw_marked_shape},
    {"polyline", draw_marked_shape},
    {"polygon", draw_marked_shape},
    {"ellipse", draw_shape},
    {"image", svg_draw_image},
    {"svg", draw_nested},
    {"a", draw_link},
    {"switch", draw_switch},
    {"defs", NULL},
    {"symbol", NULL},
    {"clipPath", NULL},
    {"linearGradient", NULL},
    {"radialGradient", NULL},
    {"marker", NULL},
    {"style", NULL},
    {"title", NULL},
    {"desc", NULL},
    {"metadata", NULL},
    {"mask", NULL}, /* named where it is asked for */
    {"filter", NULL},
    {"pattern", NULL},
    {"view", NULL},
};

/* Elements of editors' own namespaces are no concern of ours. */
static bool is_svg(const struct svg_context *c, const xmlNode *element)
{
	if (element->ns == c->root->ns)
		return true;
	return element->ns && c->root->ns && xmlStrEqual(element->ns->href, c->root->ns->href);
}

static void draw_known(struct svg_context *c, const xmlNode *element, const struct svg_state *outside,
                       draw_function *draw)
{
	struct svg_state state;
	struct arena_mark mark = arena_mark(c->scratch);
	if (svg_enter(c, element, outside, &state)) {
		int groups = begin_group(c, element, &state);
		if (groups >= 0)
			draw(c, element, &state);
		end_group(c, groups);
	}
	arena_reset(c->scratch, mark);
}

bool svg_count(struct svg_context *c, const xmlNode *element)
{
	if (++c->count <= SVG_MAX_DRAWN)
		return true;
	if (diag_first(c->store->d, "SVG draws too much"))
		diag_warning(c->store->d, svg_loc(c, element), "SVG: draws more than %d elements: cut off", SVG_MAX_DRAWN);
	return false;
}

void svg_draw_element(struct svg_context *c, const xmlNode *element, const struct svg_state *outside)
{
	size_t i = 0, count = sizeof elements / sizeof *elements;
	if (!is_svg(c, element) || !svg_count(c, element))
		return;
	while (i < count && !svg_is(element, elements[i].name))
		i++;
	if (i == count)
		svg_unsupported(c, element, arena_printf(c->scratch, "element '%s'", (const char *)element->name), "left out");
	else if (elements[i].draw)
		draw_known(c, element, outside, elements[i].draw);
}

void svg_draw_children(struct svg_context *c, const xmlNode *element, const struct svg_state *state)
{
	for (const xmlNode *child = svg_element_from(element->children); child; child = svg_element_from(child->next))
		svg_draw_element(c, child, state);
}
