/* Pictures inside pictures. */
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "svg_private.h"

static const struct graphic *load(struct svg_context *c, const xmlNode *element)
{
	const char *href = svg_href(c, element);
	struct loc loc = svg_loc(c, element);
	struct graphic_store *store = c->store;
	if (!href || !*href) {
		diag_warning(store->d, loc, "SVG: image without href");
		return NULL;
	}
	const char *name = href;
	if (strncasecmp(href, "data:", 5) != 0) {
		if (!store->resolve) {
			svg_unsupported(c, element, "an image in another file", "left out");
			return NULL;
		}
		name = store->resolve(store->resolve_context, href, loc, c->scratch);
	}
	return name ? graphic_load(store, name, loc) : NULL;
}

/* Are the axes' directions those of the page? */
static bool is_upright(struct svg_matrix m)
{
	return m.b == 0 && m.c == 0 && m.a > 0 && m.d > 0;
}

static mpt rounded(double value)
{
	return mpt_from_points(value / MPT_PER_POINT);
}

static void append_image(struct svg_context *c, const struct page_image *image, struct svg_box box, struct svg_matrix m)
{
	struct svg_point from = svg_apply(m, (struct svg_point){box.x, box.y});
	struct page_item item = {.kind = PAGE_IMAGE};
	item.image.image = image;
	item.image.area =
	    (struct page_rectangle){rounded(from.x), rounded(from.y), rounded(box.width * m.a), rounded(box.height * m.d)};
	page_items_append(&c->items, &item);
}

static void draw_raster(struct svg_context *c, const struct page_image *image, struct svg_box box,
                        struct svg_matrix matrix)
{
	if (is_upright(matrix)) {
		append_image(c, image, box, matrix);
		return;
	}
	struct page_matrix to_page;
	struct svg_matrix axes = svg_even_axes(matrix, &to_page);
	svg_save(c, &to_page, NULL, 0, false, 1);
	append_image(c, image, box, axes);
	svg_restore(c);
}

/* The other picture's items, whose axes are mpt from its corner. */
static void draw_vector(struct svg_context *c, const struct graphic *graphic, struct svg_matrix to_box,
                        struct svg_matrix matrix)
{
	struct svg_matrix m =
	    svg_multiply(svg_multiply(matrix, to_box), svg_scaling(1.0 / MPT_PER_POINT, 1.0 / MPT_PER_POINT));
	struct page_matrix to_page = svg_page_matrix(m);
	svg_save(c, &to_page, NULL, 0, false, 1);
	for (size_t i = 0; i < graphic->item_count; i++)
		page_items_append(&c->items, &graphic->items[i]);
	svg_restore(c);
}

static void clip_to(struct svg_context *c, double width, double height, struct svg_matrix matrix)
{
	struct svg_path frame = {.memory = c->scratch};
	svg_move(&frame, 0, 0);
	svg_line(&frame, width, 0);
	svg_line(&frame, width, height);
	svg_line(&frame, 0, height);
	svg_close(&frame);
	svg_save(c, NULL, svg_page_segments(c->memory, &frame, matrix), frame.count, false, 1);
}

void svg_draw_image(struct svg_context *c, const xmlNode *element, struct svg_state *state)
{
	const struct graphic *graphic = state->style.hidden ? NULL : load(c, element);
	if (!graphic || graphic->width <= 0 || graphic->height <= 0)
		return;
	double own_width = (double)graphic->width / MPT_PER_POINT, own_height = (double)graphic->height / MPT_PER_POINT;
	double width = svg_attribute_length(c, state, element, "width", SVG_HORIZONTAL, -1);
	double height = svg_attribute_length(c, state, element, "height", SVG_VERTICAL, -1);
	/* An extent that is left open follows the picture's proportions. */
	if (width < 0)
		width = height < 0 ? own_width : height * own_width / own_height;
	if (height < 0)
		height = width * own_height / own_width;
	double x = svg_attribute_length(c, state, element, "x", SVG_HORIZONTAL, 0);
	double y = svg_attribute_length(c, state, element, "y", SVG_VERTICAL, 0);
	struct svg_matrix matrix = svg_multiply(state->matrix, svg_translation(x, y));
	if (width <= 0 || height <= 0 || svg_scale_of(matrix) == 0)
		return;
	bool slices;
	struct svg_box own = {0, 0, own_width, own_height};
	struct svg_matrix fit = svg_fit(own, width, height, svg_attribute(c, element, "preserveAspectRatio"), &slices);
	c->may_overflow = true;
	if (slices)
		clip_to(c, width, height, matrix);
	if (graphic->kind == GRAPHIC_RASTER)
		draw_raster(c, graphic->image, (struct svg_box){fit.e, fit.f, own_width * fit.a, own_height * fit.d}, matrix);
	else
		draw_vector(c, graphic, fit, matrix);
	if (slices)
		svg_restore(c);
}
