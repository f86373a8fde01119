/* Linear and radial gradients (SVG 1.1, 13.2). What one leaves open it takes from the one it refers to. */
#include <math.h>
#include <string.h>

#include "svg_private.h"

struct svg_gradient {
	bool radial, in_box;
	double x1, y1, x2, y2; /* linear; radial: focus, centre */
	double r, fr;
	struct svg_matrix transform;
	int spread;
	struct page_gradient_stop *stop;
	size_t stop_count;
};

static bool is_gradient(const xmlNode *node)
{
	return svg_is(node, "linearGradient") || svg_is(node, "radialGradient");
}

static double coordinate(const struct svg_chain *chain, const struct svg_units *units, const char *name,
                         enum svg_axis axis, double fallback)
{
	const xmlNode *node = svg_chain_holder(chain, name, true);
	struct svg_state state = {.units = *units};
	return node ? svg_attribute_length(chain->c, &state, node, name, axis, fallback) : fallback;
}

static void read_places(const struct svg_chain *chain, const struct svg_units *viewport, struct svg_gradient *g)
{
	/* In a box, a length is a share of it. */
	struct svg_units units = g->in_box ? (struct svg_units){1, 1, 1} : *viewport;
	double w = units.width, h = units.height;
	if (!g->radial) {
		g->x1 = coordinate(chain, &units, "x1", SVG_HORIZONTAL, 0);
		g->y1 = coordinate(chain, &units, "y1", SVG_VERTICAL, 0);
		g->x2 = coordinate(chain, &units, "x2", SVG_HORIZONTAL, w);
		g->y2 = coordinate(chain, &units, "y2", SVG_VERTICAL, 0);
		return;
	}
	g->x2 = coordinate(chain, &units, "cx", SVG_HORIZONTAL, w / 2);
	g->y2 = coordinate(chain, &units, "cy", SVG_VERTICAL, h / 2);
	g->r = coordinate(chain, &units, "r", SVG_OTHER, sqrt((w * w + h * h) / 2) / 2);
	g->x1 = coordinate(chain, &units, "fx", SVG_HORIZONTAL, g->x2);
	g->y1 = coordinate(chain, &units, "fy", SVG_VERTICAL, g->y2);
	g->fr = coordinate(chain, &units, "fr", SVG_OTHER, 0);
	/* A focus outside is drawn in to the edge; a hair inside, where its cone still has a direction. */
	double distance = hypot(g->x1 - g->x2, g->y1 - g->y2), most = 0.999 * g->r;
	if (distance > most) {
		g->x1 = g->x2 + (g->x1 - g->x2) * most / distance;
		g->y1 = g->y2 + (g->y1 - g->y2) * most / distance;
	}
}

static double stop_offset(struct svg_context *c, const xmlNode *stop)
{
	const char *text = svg_attribute(c, stop, "offset");
	double value = 0;
	if (text && svg_number(&text, &value) && *text == '%')
		value /= 100;
	return value < 0 ? 0 : value > 1 ? 1 : value;
}

static const xmlNode *next_stop(const xmlNode *node)
{
	for (node = svg_element_from(node); node; node = svg_element_from(node->next))
		if (svg_is(node, "stop"))
			return node;
	return NULL;
}

static void read_stops(const struct svg_chain *chain, const struct svg_units *units, struct svg_gradient *g)
{
	size_t i = 0;
	while (i < chain->count && !next_stop(chain->node[i]->children))
		i++;
	if (i == chain->count)
		return;
	const xmlNode *first = next_stop(chain->node[i]->children);
	for (const xmlNode *stop = first; stop; stop = next_stop(stop->next))
		g->stop_count++;
	g->stop = arena_array(chain->c->memory, g->stop_count, sizeof *g->stop);
	struct svg_state parent = svg_state_in_place(chain->c, chain->node[i], units);
	size_t k = 0;
	double last = 0;
	for (const xmlNode *stop = first; stop; stop = next_stop(stop->next), k++) {
		struct svg_style style =
		    svg_style_compute(&chain->c->styler, stop, &parent.style, units, svg_loc(chain->c, stop));
		last = fmax(last, stop_offset(chain->c, stop));
		g->stop[k].offset = last;
		g->stop[k].color = svg_plain_color(&style.stop_color, &style, style.stop_opacity);
	}
}

static int read_spread(const struct svg_chain *chain)
{
	const xmlNode *node = svg_chain_holder(chain, "spreadMethod", false);
	const char *text = node ? svg_attribute(chain->c, node, "spreadMethod") : "pad";
	return strcmp(text, "reflect") == 0 ? 1 : strcmp(text, "repeat") == 0 ? 2 : 0;
}

/* The gradient element, read; kept by id, as many paths may ask for it. Percentages are of the first asker's viewport.
 */
static struct svg_gradient *gradient_of(struct svg_context *c, const char *id, const xmlNode *target,
                                        const struct svg_units *units)
{
	struct svg_gradient *g = xmlHashLookup(c->gradients, (const xmlChar *)id);
	if (g)
		return g;
	g = arena_alloc(c->memory, sizeof *g);
	xmlHashAddEntry(c->gradients, (const xmlChar *)id, g);
	struct svg_chain chain = svg_chain_from(c, target, is_gradient);
	const xmlNode *node = svg_chain_holder(&chain, "gradientUnits", false);
	g->in_box = !node || strcmp(svg_attribute(c, node, "gradientUnits"), "userSpaceOnUse") != 0;
	g->radial = svg_is(target, "radialGradient");
	node = svg_chain_holder(&chain, "gradientTransform", false);
	g->transform = node ? svg_transform_of(c, node, "gradientTransform") : SVG_IDENTITY;
	g->spread = read_spread(&chain);
	read_places(&chain, units, g);
	read_stops(&chain, units, g);
	return g;
}

/* Its one colour, where no more than that comes of it: a single stop, or an axis without length (SVG 1.1, 13.2.2). */
static bool is_plain(const struct svg_gradient *g)
{
	bool no_extent = g->radial ? g->r <= 0 : g->x1 == g->x2 && g->y1 == g->y2;
	return g->stop_count == 1 || no_extent;
}

static mpt in_space(double value, double unit)
{
	return mpt_from_points(value * unit / MPT_PER_POINT);
}

static const struct page_gradient *make(struct svg_context *c, const struct svg_gradient *g, struct svg_matrix to_axes,
                                        double opacity)
{
	/* The gradient's own space is enlarged, so that integers are fine enough for it. */
	const double unit = g->in_box ? 1e6 : 1e4;
	struct page_gradient *out = arena_alloc(c->memory, sizeof *out);
	struct page_gradient_stop *stop = arena_array(c->memory, g->stop_count, sizeof *stop);
	for (size_t i = 0; i < g->stop_count; i++) {
		stop[i] = g->stop[i];
		stop[i].color.opacity *= opacity;
	}
	*out = (struct page_gradient){.radial = g->radial,
	                              .from = {in_space(g->x1, unit), in_space(g->y1, unit)},
	                              .to = {in_space(g->x2, unit), in_space(g->y2, unit)},
	                              .from_radius = in_space(g->fr, unit),
	                              .to_radius = in_space(g->r, unit),
	                              .matrix = svg_page_matrix(svg_multiply(to_axes, svg_scaling(1 / unit, 1 / unit))),
	                              .stop = stop,
	                              .stop_count = g->stop_count,
	                              .spread = g->spread};
	return out;
}

const struct page_gradient *svg_gradient_for(struct svg_context *c, const xmlNode *node, const char *id,
                                             const struct svg_state *state, struct svg_box box, struct svg_matrix axes,
                                             double opacity, bool *none, struct page_color *plain)
{
	const xmlNode *target = svg_target(c, id, node);
	if (!target)
		return NULL;
	if (!is_gradient(target)) {
		svg_unsupported(c, node, arena_printf(c->scratch, "paint from '%s'", (const char *)target->name),
		                "drawn in the colour given beside it, if any");
		return NULL;
	}
	struct svg_gradient *g = gradient_of(c, id, target, &state->units);
	*none = g->stop_count == 0 || (g->in_box && (box.width <= 0 || box.height <= 0));
	if (*none)
		return NULL;
	if (is_plain(g)) {
		*plain = g->stop[g->stop_count - 1].color;
		plain->opacity *= opacity;
		return NULL;
	}
	struct svg_matrix to_axes = axes;
	if (g->in_box)
		to_axes = svg_multiply(to_axes, (struct svg_matrix){box.width, 0, 0, box.height, box.x, box.y});
	return make(c, g, svg_multiply(to_axes, g->transform), opacity);
}
