/* Boxes of items: points, turned by a matrix, in a frame. */
#include "pdf_bounds.h"

struct frame {
	const struct page_matrix *matrix;
	mpt height;
	mpt *box;
	bool any;
};

static void add_point(struct frame *f, mpt x, mpt y)
{
	const struct page_matrix *m = f->matrix;
	mpt left = mpt_from_points((m->a * (double)x + m->c * (double)y + m->e) / MPT_PER_POINT);
	mpt bottom = f->height - mpt_from_points((m->b * (double)x + m->d * (double)y + m->f) / MPT_PER_POINT);
	if (!f->any) {
		f->box[0] = f->box[2] = left;
		f->box[1] = f->box[3] = bottom;
	}
	f->any = true;
	f->box[0] = mpt_min(f->box[0], left);
	f->box[1] = mpt_min(f->box[1], bottom);
	f->box[2] = mpt_max(f->box[2], left);
	f->box[3] = mpt_max(f->box[3], bottom);
}

static void add_area(struct frame *f, struct page_rectangle area)
{
	add_point(f, area.x, area.y);
	add_point(f, area.x + area.width, area.y);
	add_point(f, area.x, area.y + area.height);
	add_point(f, area.x + area.width, area.y + area.height);
}

static void add_path(struct frame *f, const struct page_path *path)
{
	for (size_t i = 0; i < path->count; i++) {
		int points = path->segment[i].verb == PAGE_CLOSE ? 0 : path->segment[i].verb == PAGE_CURVE ? 3 : 1;
		for (int k = 0; k < points; k++)
			add_point(f, path->segment[i].point[k].x, path->segment[i].point[k].y);
	}
}

static void add_glyphs(struct frame *f, const struct page_glyphs *run)
{
	mpt advance = 0, above = run->size * 4 / 5, below = run->size / 5;
	for (size_t i = 0; i < run->count; i++)
		advance += run->glyph[i].advance;
	if (run->upright)
		add_area(f, (struct page_rectangle){run->x - run->size / 2, run->y, run->size, advance});
	else if (run->rotation == 90)
		add_area(f, (struct page_rectangle){run->x - below, run->y, run->size, advance});
	else if (run->rotation == 180)
		add_area(f, (struct page_rectangle){run->x - advance, run->y - below, advance, run->size});
	else if (run->rotation == 270)
		add_area(f, (struct page_rectangle){run->x - above, run->y - advance, run->size, advance});
	else
		add_area(f, (struct page_rectangle){run->x, run->y - above, advance, run->size});
}

bool pdf_bounds(const struct page_item *item, const struct page_matrix *matrix, mpt height, mpt box[4])
{
	struct frame f = {.matrix = matrix, .height = height, .box = box};
	switch (item->kind) {
	case PAGE_GLYPHS:
		add_glyphs(&f, &item->glyphs);
		break;
	case PAGE_RECTANGLE:
		add_area(&f, item->rectangle.area);
		break;
	case PAGE_PATH:
		add_path(&f, item->path);
		break;
	case PAGE_IMAGE:
		add_area(&f, item->image.area);
		break;
	case PAGE_DRAWING:
		add_area(&f, (struct page_rectangle){0, 0, item->drawing.width, item->drawing.height});
		break;
	case PAGE_SAVE:
	case PAGE_RESTORE:
		break;
	}
	return f.any;
}
