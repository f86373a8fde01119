/* Glyphs as paths, through HarfBuzz: for text that is stroked or filled with a gradient. */
#include <hb.h>

#include "svg_private.h"

struct pen {
	struct svg_path *path;
	struct svg_point origin;
	double scale; /* of the face's units; their y goes up */
};

static struct svg_point place(const struct pen *pen, float x, float y)
{
	return (struct svg_point){pen->origin.x + (double)x * pen->scale, pen->origin.y - (double)y * pen->scale};
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
	(void)funcs, (void)state, (void)user;
	const struct pen *pen = data;
	struct svg_point p = place(pen, x, y);
	svg_move(pen->path, p.x, p.y);
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
	(void)funcs, (void)state, (void)user;
	const struct pen *pen = data;
	struct svg_point p = place(pen, x, y);
	svg_line(pen->path, p.x, p.y);
}

static void curve_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2,
                     float x, float y, void *user)
{
	(void)funcs, (void)state, (void)user;
	const struct pen *pen = data;
	svg_curve(pen->path, place(pen, x1, y1), place(pen, x2, y2), place(pen, x, y));
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
	(void)funcs, (void)state, (void)user;
	svg_close(((const struct pen *)data)->path);
}

/* Quadratic curves reach curve_to as cubic ones. */
static hb_draw_funcs_t *make_functions(void)
{
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();
	hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, curve_to, NULL, NULL);
	hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
	return funcs;
}

static void draw_glyph(hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *funcs, struct pen *pen)
{
#if HB_VERSION_ATLEAST(7, 0, 0)
	hb_font_draw_glyph(font, glyph, funcs, pen);
#else
	hb_font_get_glyph_shape(font, glyph, funcs, pen);
#endif
}

void svg_glyph_outlines(struct svg_path *path, const struct text_piece *piece, struct svg_point origin, double scale)
{
	hb_draw_funcs_t *funcs = make_functions();
	double x = 0;
	for (size_t i = 0; i < piece->glyph_count; i++) {
		const struct text_glyph *g = &piece->glyphs[i];
		struct pen pen = {path, {origin.x + (x + (double)g->dx) * scale, origin.y - (double)g->dy * scale}, 0};
		pen.scale = (double)piece->size * scale / piece->face->units_per_em;
		draw_glyph(piece->face->hb_font, g->id, funcs, &pen);
		x += (double)g->advance;
	}
	hb_draw_funcs_destroy(funcs);
}
