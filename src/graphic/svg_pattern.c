/* Patterns (SVG 1.1, 13.3): the path as a clip, and in it the tile as often as it takes. */
#include <math.h>
#include <string.h>

#include "svg_private.h"

/* More tiles are finer than anyone sees. */
enum { MAX_TILES = 20000 };

struct pattern {
	const xmlNode *content;   /* whose children are the tile */
	struct svg_box tile;      /* the first one, in the pattern's own axes */
	struct svg_matrix matrix; /* those to the user's */
	bool content_in_box;
};

static bool is_pattern(const xmlNode *node)
{
	return svg_is(node, "pattern");
}

bool svg_is_pattern(const struct svg_context *c, const char *id)
{
	const xmlNode *node = xmlHashLookup(c->ids, (const xmlChar *)id);
	return node && is_pattern(node);
}

static bool holds(const struct svg_chain *chain, const char *name, const char *value)
{
	const xmlNode *node = svg_chain_holder(chain, name, false);
	return node && strcmp(svg_attribute(chain->c, node, name), value) == 0;
}

static double extent(const struct svg_chain *chain, const struct svg_units *units, const char *name, enum svg_axis axis)
{
	const xmlNode *node = svg_chain_holder(chain, name, false);
	struct svg_state state = {.units = *units};
	return node ? svg_attribute_length(chain->c, &state, node, name, axis, 0) : 0;
}

static struct svg_box read_tile(const struct svg_chain *chain, const struct svg_units *viewport, struct svg_box box)
{
	bool in_user = holds(chain, "patternUnits", "userSpaceOnUse");
	struct svg_units units = in_user ? *viewport : (struct svg_units){1, 1, 1};
	struct svg_box tile = {extent(chain, &units, "x", SVG_HORIZONTAL), extent(chain, &units, "y", SVG_VERTICAL),
	                       extent(chain, &units, "width", SVG_HORIZONTAL),
	                       extent(chain, &units, "height", SVG_VERTICAL)};
	if (in_user)
		return tile;
	return (struct svg_box){box.x + tile.x * box.width, box.y + tile.y * box.height, tile.width * box.width,
	                        tile.height * box.height};
}

static struct pattern read_pattern(struct svg_context *c, const xmlNode *node, const struct svg_state *state,
                                   struct svg_box box)
{
	struct svg_chain chain = svg_chain_from(c, node, is_pattern);
	struct pattern p = {.tile = read_tile(&chain, &state->units, box), .matrix = SVG_IDENTITY};
	for (size_t i = 0; i < chain.count && !p.content; i++)
		if (svg_element_from(chain.node[i]->children))
			p.content = chain.node[i];
	const xmlNode *transform = svg_chain_holder(&chain, "patternTransform", false);
	if (transform)
		p.matrix = svg_transform_of(c, transform, "patternTransform");
	p.content_in_box = holds(&chain, "patternContentUnits", "objectBoundingBox");
	return p;
}

/* The tile's content has its origin at the tile's corner. */
static void draw_tile(struct svg_context *c, const struct pattern *p, const struct svg_state *state, struct svg_box box,
                      double column, double row)
{
	struct svg_state inside = svg_state_in_place(c, p->content, &state->units);
	double x = p->tile.x + column * p->tile.width, y = p->tile.y + row * p->tile.height;
	inside.matrix = svg_multiply(svg_multiply(state->matrix, p->matrix), svg_translation(x, y));
	double width = p->tile.width, height = p->tile.height;
	bool has_view_box = svg_attribute(c, p->content, "viewBox") != NULL;
	if (p->content_in_box && !has_view_box) {
		inside.matrix = svg_multiply(inside.matrix, svg_scaling(box.width, box.height));
		width /= box.width;
		height /= box.height;
	}
	svg_draw_viewport(c, p->content, &inside, width, height);
}

/* The tiles that touch the path, in the pattern's axes. */
static void draw_tiles(struct svg_context *c, const xmlNode *node, const struct pattern *p,
                       const struct svg_state *state, const struct svg_path *path, struct svg_box box)
{
	struct svg_matrix back;
	if (!svg_invert(p->matrix, &back))
		return;
	struct svg_box area = svg_path_bounds(path, back);
	double first_column = floor((area.x - p->tile.x) / p->tile.width),
	       first_row = floor((area.y - p->tile.y) / p->tile.height);
	double columns = ceil((area.x + area.width - p->tile.x) / p->tile.width) - first_column;
	double rows = ceil((area.y + area.height - p->tile.y) / p->tile.height) - first_row;
	if (!(columns * rows <= MAX_TILES)) {
		svg_unsupported(c, node, "a pattern of so many tiles", "the inside is left empty");
		return;
	}
	for (int i = 0; i < (int)(columns * rows); i++) {
		struct arena_mark mark = arena_mark(c->scratch);
		int row = i / (int)columns, column = i % (int)columns;
		draw_tile(c, p, state, box, first_column + column, first_row + row);
		arena_reset(c->scratch, mark);
	}
}

void svg_fill_with_pattern(struct svg_context *c, const xmlNode *node, const struct svg_state *state,
                           const struct svg_path *path)
{
	const xmlNode *target = svg_target(c, state->style.fill.server, node);
	struct svg_box box = svg_path_bounds(path, SVG_IDENTITY);
	struct pattern p = read_pattern(c, target, state, box);
	if (!p.content || !(p.tile.width > 0) || !(p.tile.height > 0) || !svg_enter_reference(c, node, target))
		return;
	svg_save(c, NULL, svg_page_segments(c->memory, path, state->matrix), path->count, state->style.fill_even_odd,
	         state->style.fill_opacity);
	draw_tiles(c, node, &p, state, path, box);
	svg_restore(c);
	svg_leave_reference(c);
}
