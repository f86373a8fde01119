/* Backgrounds: colour and image over the padding rectangle (XSL 7.8). */
#include "paint_private.h"

/* More tiles than this on one box are a mistake of size, not a design. */
enum { TILES_AT_MOST = 20000 };

static void fill(const struct painter *p, struct logical_rectangle r, const struct corners *corners,
                 const struct page_color *color)
{
	if (!corners->any) {
		paint_rectangle(p, r, color, PAGE_ARTIFACT_BACKGROUND);
		return;
	}
	size_t count;
	const struct page_path_segment *outline = rounded_outline(p, r, corners, &count);
	struct page_path path = {.segment = outline, .count = count, .fill = *color};
	paint_path(p, &path, PAGE_ARTIFACT_BACKGROUND);
}

/* ---- images ---- */

struct tiling {
	struct logical_rectangle area;
	const struct graphic *graphic;
	mpt width, height;               /* of a tile */
	mpt inline_offset, block_offset; /* of the first */
	bool repeat_inline, repeat_block;
};

/* A position: a length, and a percentage of the room that the image leaves (CSS 2.1, 14.2.1). */
static mpt image_offset(const struct fo_node *node, enum fo_property property, mpt room)
{
	switch (fo_key(node, property)) {
	case KEY_CENTER:
		return room / 2;
	case KEY_RIGHT:
	case KEY_BOTTOM:
		return room;
	case KEY_NONE_GIVEN:
		return fo_length(node, property, room);
	default:
		return 0;
	}
}

/* Taken back by whole tiles to the area's edge or before it. */
static mpt first_tile(mpt offset, mpt tile)
{
	mpt rest = offset % tile;
	return rest > 0 ? rest - tile : rest;
}

/* What positions refer to: the area itself, or the page, where the image is fixed (XSL 7.8.1). */
static struct logical_rectangle image_frame(const struct painter *p, const struct fo_node *node,
                                            struct logical_rectangle area)
{
	if (fo_key(node, PROP_BACKGROUND_ATTACHMENT) != KEY_FIXED)
		return area;
	return axes_logical(&p->axes, p->target->page);
}

static struct tiling tiling_of(const struct painter *p, const struct fo_node *node, const struct graphic *graphic,
                               struct logical_rectangle area)
{
	struct logical_rectangle frame = image_frame(p, node, area);
	enum fo_key repeat = fo_key(node, PROP_BACKGROUND_REPEAT);
	struct tiling t = {.area = area, .graphic = graphic, .width = graphic->width, .height = graphic->height};
	t.repeat_inline = repeat == KEY_REPEAT || repeat == KEY_REPEAT_X;
	t.repeat_block = repeat == KEY_REPEAT || repeat == KEY_REPEAT_Y;
	mpt across = image_offset(node, PROP_BACKGROUND_POSITION_HORIZONTAL, frame.inline_size - t.width);
	mpt down = image_offset(node, PROP_BACKGROUND_POSITION_VERTICAL, frame.block_size - t.height);
	across += frame.inline_offset - area.inline_offset;
	down += frame.block_offset - area.block_offset;
	t.inline_offset = t.repeat_inline ? first_tile(across, t.width) : across;
	t.block_offset = t.repeat_block ? first_tile(down, t.height) : down;
	return t;
}

static mpt tiles_needed(bool repeats, mpt offset, mpt tile, mpt room)
{
	return repeats ? (room - offset + tile - 1) / tile : 1;
}

static void paint_tiles(const struct painter *p, const struct tiling *t, mpt across, mpt down)
{
	for (mpt row = 0; row < down; row++) {
		for (mpt column = 0; column < across; column++) {
			struct logical_rectangle place = {
			    .inline_offset = t->area.inline_offset + t->inline_offset + column * t->width,
			    .block_offset = t->area.block_offset + t->block_offset + row * t->height,
			    .inline_size = t->width,
			    .block_size = t->height,
			};
			paint_graphic(p, t->graphic, place, NULL);
		}
	}
}

static bool fits_inside(const struct tiling *t, mpt across, mpt down)
{
	return t->inline_offset >= 0 && t->block_offset >= 0 &&
	       t->inline_offset + across * t->width <= t->area.inline_size &&
	       t->block_offset + down * t->height <= t->area.block_size;
}

static void paint_image(const struct painter *p, const struct fo_node *node, struct logical_rectangle area,
                        const struct graphic *graphic)
{
	if (graphic->width <= 0 || graphic->height <= 0 || area.inline_size <= 0 || area.block_size <= 0)
		return;
	struct tiling t = tiling_of(p, node, graphic, area);
	mpt across = tiles_needed(t.repeat_inline, t.inline_offset, t.width, area.inline_size);
	mpt down = tiles_needed(t.repeat_block, t.block_offset, t.height, area.block_size);
	if (across > TILES_AT_MOST || down > TILES_AT_MOST || across * down > TILES_AT_MOST) {
		diag_error(p->l->diag, node->loc,
		           "background-image: it would have to be repeated more than %d times, it is left out", TILES_AT_MOST);
		return;
	}
	bool clipped = !fits_inside(&t, across, down);
	if (clipped)
		paint_clip(p, area);
	paint_tiles(p, &t, across, down);
	if (clipped)
		paint_restore(p);
}

void paint_background(const struct painter *p, const struct fo_node *node, struct logical_rectangle border_rectangle,
                      const struct edges *border, const struct corners *corners)
{
	struct logical_rectangle padding = rectangle_less(border_rectangle, border);
	struct corners inside = corners_inside(corners, border);
	struct page_color color = page_color_of(p->l, fo_color(node, PROP_BACKGROUND_COLOR));
	if (color.opacity > 0)
		fill(p, padding, &inside, &color);
	const struct graphic *graphic = *fo_string(node, PROP_BACKGROUND_IMAGE) ? background_graphic(p->l, node) : NULL;
	if (graphic)
		paint_image(p, node, padding, graphic);
}
