/* Boxes round elements, for what is measured in them (objectBoundingBox). Text counts for nothing here: its width is
 * known when it is drawn only. */
#include <math.h>

#include "svg_private.h"

static void join(struct svg_box *all, struct svg_box box)
{
	if (box.width < 0)
		return;
	if (all->width < 0) {
		*all = box;
		return;
	}
	double right = fmax(all->x + all->width, box.x + box.width),
	       bottom = fmax(all->y + all->height, box.y + box.height);
	all->x = fmin(all->x, box.x);
	all->y = fmin(all->y, box.y);
	all->width = right - all->x;
	all->height = bottom - all->y;
}

static struct svg_box box_in(struct svg_context *c, const xmlNode *element, const struct svg_state *state);

/* A child's box in its parent's units. */
static struct svg_box child_box(struct svg_context *c, const xmlNode *child, const struct svg_state *parent)
{
	struct svg_state state, outside = *parent;
	outside.matrix = SVG_IDENTITY;
	if (!svg_enter(c, child, &outside, &state))
		return (struct svg_box){.width = -1};
	return box_in(c, child, &state);
}

static struct svg_box box_of_use(struct svg_context *c, const xmlNode *element, const struct svg_state *state)
{
	struct svg_box box = {.width = -1};
	const char *href = svg_href(c, element);
	const xmlNode *target = href && href[0] == '#' ? xmlHashLookup(c->ids, (const xmlChar *)href + 1) : NULL;
	if (!target || !svg_enter_reference(c, element, target))
		return box;
	box = child_box(c, target, state);
	svg_leave_reference(c);
	struct svg_path corners = {.memory = c->scratch};
	double x = svg_attribute_length(c, state, element, "x", SVG_HORIZONTAL, 0);
	double y = svg_attribute_length(c, state, element, "y", SVG_VERTICAL, 0);
	if (box.width < 0)
		return box;
	svg_move(&corners, box.x + x, box.y + y);
	svg_line(&corners, box.x + x + box.width, box.y + y);
	svg_line(&corners, box.x + x + box.width, box.y + y + box.height);
	svg_line(&corners, box.x + x, box.y + y + box.height);
	return svg_path_bounds(&corners, state->matrix);
}

/* The box after state's matrix. */
static struct svg_box box_in(struct svg_context *c, const xmlNode *element, const struct svg_state *state)
{
	struct svg_path path = {.memory = c->scratch};
	if (!svg_count(c, element))
		return (struct svg_box){.width = -1};
	if (svg_shape(c, element, state, &path))
		return svg_path_bounds(&path, state->matrix);
	if (svg_is(element, "use"))
		return box_of_use(c, element, state);
	struct svg_box all = {.width = -1};
	if (svg_is(element, "image")) {
		double x = svg_attribute_length(c, state, element, "x", SVG_HORIZONTAL, 0);
		double y = svg_attribute_length(c, state, element, "y", SVG_VERTICAL, 0);
		double width = svg_attribute_length(c, state, element, "width", SVG_HORIZONTAL, 0);
		double height = svg_attribute_length(c, state, element, "height", SVG_VERTICAL, 0);
		svg_move(&path, x, y);
		svg_line(&path, x + width, y);
		svg_line(&path, x + width, y + height);
		svg_line(&path, x, y + height);
		return svg_path_bounds(&path, state->matrix);
	}
	if (!svg_is(element, "g") && !svg_is(element, "a") && !svg_is(element, "switch") && !svg_is(element, "svg") &&
	    !svg_is(element, "symbol"))
		return all;
	for (const xmlNode *child = svg_element_from(element->children); child; child = svg_element_from(child->next)) {
		struct svg_state inner = *state, entered;
		if (svg_enter(c, child, &inner, &entered))
			join(&all, box_in(c, child, &entered));
	}
	return all;
}

struct svg_box svg_bounding_box(struct svg_context *c, const xmlNode *element, const struct svg_state *state)
{
	struct svg_state inside = *state;
	inside.matrix = SVG_IDENTITY;
	return box_in(c, element, &inside);
}
