/* Pictures in their places: raster ones as images, vector ones as their items under a matrix. */
#include "paint_private.h"

static struct page_matrix translation(mpt x, mpt y)
{
	return (struct page_matrix){.a = 1, .d = 1, .e = (double)x, .f = (double)y};
}

/* The matrix that lays a picture of its own size, unturned, into the place as turned by the axes. Pictures stand
 * upright in vertical text. */
static struct page_matrix placing(const struct painter *p, const struct page_rectangle *page, double scale_x,
                                  double scale_y, mpt width, mpt height)
{
	struct page_matrix m = translation(page->x, page->y);
	double w = (double)width * scale_x, h = (double)height * scale_y;
	switch (axes_rotation(&p->axes)) {
	case 90:
		return (struct page_matrix){.b = scale_x, .c = -scale_y, .e = m.e + h, .f = m.f};
	case 180:
		return (struct page_matrix){.a = -scale_x, .d = -scale_y, .e = m.e + w, .f = m.f + h};
	case 270:
		return (struct page_matrix){.b = -scale_x, .c = scale_y, .e = m.e, .f = m.f + w};
	default:
		return (struct page_matrix){.a = scale_x, .d = scale_y, .e = m.e, .f = m.f};
	}
}

static struct page_matrix matrix_for(const struct painter *p, struct logical_rectangle place, mpt width, mpt height)
{
	struct page_rectangle page = axes_rectangle(&p->axes, place);
	int rotation = axes_rotation(&p->axes);
	bool sideways = rotation == 90 || rotation == 270;
	mpt shown_width = sideways ? page.height : page.width, shown_height = sideways ? page.width : page.height;
	return placing(p, &page, (double)shown_width / (double)width, (double)shown_height / (double)height, width, height);
}

static void paint_raster(const struct painter *p, const struct graphic *graphic, struct logical_rectangle place,
                         struct page_structure *structure)
{
	struct page_item item = {.kind = PAGE_IMAGE, .artifact = PAGE_ARTIFACT_BACKGROUND};
	item.image.image = graphic->image;
	if (axes_rotation(&p->axes) == 0) {
		item.image.area = axes_rectangle(&p->axes, place);
		paint_item(p, &item, structure);
		return;
	}
	struct page_matrix m = matrix_for(p, place, graphic->width, graphic->height);
	item.image.area = (struct page_rectangle){.width = graphic->width, .height = graphic->height};
	paint_save(p, &m, 1);
	paint_item(p, &item, structure);
	paint_restore(p);
}

static void paint_vector(const struct painter *p, const struct graphic *graphic, struct logical_rectangle place,
                         struct page_structure *structure)
{
	struct page_matrix m = matrix_for(p, place, graphic->width, graphic->height);
	paint_save(p, &m, 1);
	if (!graphic->once && graphic->item_count > 0) {
		struct page_item item = {.kind = PAGE_DRAWING, .artifact = PAGE_ARTIFACT_LAYOUT};
		item.drawing = (struct page_drawing){graphic->items, graphic->item_count, graphic->width, graphic->height};
		paint_item(p, &item, structure);
	}
	for (size_t i = 0; graphic->once && i < graphic->item_count; i++) {
		struct page_item item = graphic->items[i];
		paint_item(p, &item, structure);
	}
	paint_restore(p);
}

void paint_graphic(const struct painter *p, const struct graphic *graphic, struct logical_rectangle place,
                   struct page_structure *structure)
{
	if (graphic->width <= 0 || graphic->height <= 0 || place.inline_size <= 0 || place.block_size <= 0)
		return;
	if (graphic->kind == GRAPHIC_RASTER)
		paint_raster(p, graphic, place, structure);
	else
		paint_vector(p, graphic, place, structure);
}

void paint_picture(const struct painter *p, const struct fragment *f)
{
	const struct picture *picture = f->picture;
	struct logical_rectangle r = fragment_rectangle(p, f);
	if (!paint_is_visible(f->node))
		return;
	paint_box(p, f->node, r, &f->border, true, true);
	if (!picture->graphic)
		return;
	struct logical_rectangle viewport = rectangle_less(rectangle_less(r, &f->border), &f->padding);
	struct logical_rectangle place = {
	    .inline_offset = viewport.inline_offset + picture->content_offset_inline,
	    .block_offset = viewport.block_offset + picture->content_offset_block,
	    .inline_size = axes_are_vertical(&p->axes) ? picture->content_height : picture->content_width,
	    .block_size = axes_are_vertical(&p->axes) ? picture->content_width : picture->content_height,
	};
	bool clips = picture->clip || clip_is_given(f->node);
	if (clips)
		paint_clip(p, clip_of(&p->axes, f->node, viewport));
	paint_graphic(p, picture->graphic, place, paint_structure(p, f->node));
	if (clips)
		paint_restore(p);
}
