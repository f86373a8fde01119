/* From logical to physical: the one place where inline and block progression become x and y (DESIGN.md decision 11).
 * Axes are only ever turned by quarters, so rectangles stay rectangles. */
#include <math.h>

#include "paint_private.h"

static struct page_matrix matrix_product(const struct page_matrix *inner, const struct page_matrix *outer)
{
	return (struct page_matrix){
	    .a = inner->a * outer->a + inner->b * outer->c,
	    .b = inner->a * outer->b + inner->b * outer->d,
	    .c = inner->c * outer->a + inner->d * outer->c,
	    .d = inner->c * outer->b + inner->d * outer->d,
	    .e = inner->e * outer->a + inner->f * outer->c + outer->e,
	    .f = inner->e * outer->b + inner->f * outer->d + outer->f,
	};
}

static struct page_point point_on_page(const struct page_matrix *m, mpt x, mpt y)
{
	double px = (double)x, py = (double)y;
	return (struct page_point){
	    .x = (mpt)llround(m->a * px + m->c * py + m->e),
	    .y = (mpt)llround(m->b * px + m->d * py + m->f),
	};
}

bool axes_are_vertical(const struct paint_axes *axes)
{
	return axes->writing_mode == KEY_TB_RL || axes->writing_mode == KEY_TB_LR;
}

/* A logical point in the area's own x and y. */
static struct page_point own_point(const struct paint_axes *axes, mpt inline_offset, mpt block_offset)
{
	switch (axes->writing_mode) {
	case KEY_RL_TB:
		return (struct page_point){axes->width - inline_offset, block_offset};
	case KEY_TB_RL:
		return (struct page_point){axes->width - block_offset, inline_offset};
	case KEY_TB_LR:
		return (struct page_point){block_offset, inline_offset};
	default:
		return (struct page_point){inline_offset, block_offset};
	}
}

struct page_point axes_point(const struct paint_axes *axes, mpt inline_offset, mpt block_offset)
{
	struct page_point own = own_point(axes, inline_offset, block_offset);
	return point_on_page(&axes->matrix, own.x, own.y);
}

static struct page_rectangle rectangle_between(struct page_point a, struct page_point b)
{
	return (struct page_rectangle){
	    .x = mpt_min(a.x, b.x),
	    .y = mpt_min(a.y, b.y),
	    .width = a.x > b.x ? a.x - b.x : b.x - a.x,
	    .height = a.y > b.y ? a.y - b.y : b.y - a.y,
	};
}

struct page_rectangle axes_rectangle(const struct paint_axes *axes, struct logical_rectangle r)
{
	struct page_point from = axes_point(axes, r.inline_offset, r.block_offset);
	struct page_point to = axes_point(axes, r.inline_offset + r.inline_size, r.block_offset + r.block_size);
	return rectangle_between(from, to);
}

/* The turn of an area whose own size is width by height, so that it comes to lie with its upper left corner at 0,0. */
static struct page_matrix turn(int orientation, mpt width, mpt height)
{
	double w = (double)width, h = (double)height;
	switch (orientation) {
	case 90:
		return (struct page_matrix){.b = -1, .c = 1, .f = w};
	case 180:
		return (struct page_matrix){.a = -1, .d = -1, .e = w, .f = h};
	case 270:
		return (struct page_matrix){.b = 1, .c = -1, .e = h};
	default:
		return (struct page_matrix){.a = 1, .d = 1};
	}
}

/* Axes of a rectangle given in x and y of the outer matrix. */
static struct paint_axes axes_in(const struct page_matrix *outer, const struct page_rectangle *r,
                                 enum fo_key writing_mode, int orientation)
{
	bool sideways = orientation == 90 || orientation == 270;
	struct paint_axes axes = {
	    .writing_mode = writing_mode,
	    .width = sideways ? r->height : r->width,
	    .height = sideways ? r->width : r->height,
	};
	struct page_matrix m = turn(orientation, axes.width, axes.height);
	m.e += (double)r->x;
	m.f += (double)r->y;
	axes.matrix = matrix_product(&m, outer);
	return axes;
}

struct paint_axes axes_inside(const struct paint_axes *outer, struct logical_rectangle r, enum fo_key writing_mode,
                              int orientation)
{
	struct page_point from = own_point(outer, r.inline_offset, r.block_offset);
	struct page_point to = own_point(outer, r.inline_offset + r.inline_size, r.block_offset + r.block_size);
	struct page_rectangle own = rectangle_between(from, to);
	return axes_in(&outer->matrix, &own, writing_mode, orientation);
}

struct paint_axes paint_axes_of(const struct page_rectangle *rectangle, enum fo_key writing_mode, int orientation)
{
	struct page_matrix page = {.a = 1, .d = 1};
	int quarters = ((orientation % 360) + 360) % 360;
	return axes_in(&page, rectangle, writing_mode, quarters);
}

struct paint_axes axes_moved(const struct paint_axes *axes, mpt right, mpt down)
{
	struct page_matrix by = {.a = 1, .d = 1, .e = (double)right, .f = (double)down};
	struct paint_axes moved = *axes;
	moved.matrix = matrix_product(&by, &axes->matrix);
	return moved;
}

/* What undoes the matrix of an area's axes, which is never flat. */
static struct page_matrix matrix_back(const struct page_matrix *m)
{
	double area = m->a * m->d - m->b * m->c;
	struct page_matrix back = {.a = m->d / area, .b = -m->b / area, .c = -m->c / area, .d = m->a / area};
	back.e = -(m->e * back.a + m->f * back.c);
	back.f = -(m->e * back.b + m->f * back.d);
	return back;
}

struct logical_rectangle axes_logical(const struct paint_axes *axes, struct page_rectangle on_page)
{
	struct page_matrix back = matrix_back(&axes->matrix);
	struct page_point a = point_on_page(&back, on_page.x, on_page.y);
	struct page_point b = point_on_page(&back, on_page.x + on_page.width, on_page.y + on_page.height);
	struct page_rectangle own = rectangle_between(a, b);
	switch (axes->writing_mode) {
	case KEY_RL_TB:
		return (struct logical_rectangle){axes->width - own.x - own.width, own.y, own.width, own.height};
	case KEY_TB_RL:
		return (struct logical_rectangle){own.y, axes->width - own.x - own.width, own.height, own.width};
	case KEY_TB_LR:
		return (struct logical_rectangle){own.y, own.x, own.height, own.width};
	default:
		return (struct logical_rectangle){own.x, own.y, own.width, own.height};
	}
}

struct page_matrix axes_matrix(const struct paint_axes *axes, const struct page_matrix *own, mpt inline_offset,
                               mpt block_offset)
{
	struct page_point origin = own_point(axes, inline_offset, block_offset);
	struct paint_axes at = axes_moved(axes, origin.x, origin.y);
	struct page_matrix back = matrix_back(&at.matrix), turned = matrix_product(&back, own);
	return matrix_product(&turned, &at.matrix);
}

int axes_rotation(const struct paint_axes *axes)
{
	if (axes->matrix.b > 0.5)
		return 90;
	if (axes->matrix.b < -0.5)
		return 270;
	return axes->matrix.a < 0 ? 180 : 0;
}

void axes_enlarge(struct paint_axes *axes, double factor)
{
	axes->matrix.e *= factor;
	axes->matrix.f *= factor;
	axes->width = (mpt)llround((double)axes->width * factor);
	axes->height = (mpt)llround((double)axes->height * factor);
}

struct logical_rectangle rectangle_less(struct logical_rectangle r, const struct edges *e)
{
	return (struct logical_rectangle){
	    .inline_offset = r.inline_offset + e->start,
	    .block_offset = r.block_offset + e->before,
	    .inline_size = mpt_max(0, r.inline_size - e->start - e->end),
	    .block_size = mpt_max(0, r.block_size - e->before - e->after),
	};
}

struct logical_rectangle fragment_rectangle(const struct painter *p, const struct fragment *f)
{
	return (struct logical_rectangle){
	    .inline_offset = f->inline_offset + p->inline_shift,
	    .block_offset = f->block_offset + p->block_shift,
	    .inline_size = f->inline_size,
	    .block_size = f->block_size,
	};
}
