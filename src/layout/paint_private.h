/* What the files of painting share (paint*.c). */
#ifndef CBUA_PAINT_PRIVATE_H
#define CBUA_PAINT_PRIVATE_H

#include "content.h"
#include "fragment.h"
#include "internal.h"

struct index_link;
struct waiting_areas;

/* What is being painted on, and from where offsets count. */
struct painter {
	struct layout *l;
	const struct paint_target *target;
	struct arena *scratch;           /* for the time of painting one line */
	struct paint_axes axes;          /* of the reference area that holds what is painted */
	const struct paint_axes *column; /* of the column round it, beside which change bars stand; NULL: none */
	mpt inline_shift, block_shift;   /* added to every offset */
	double scale;                    /* of the axes on the page: less than 1 inside what is condensed */
	struct waiting_areas *waiting;   /* absolutely placed ones, painted where they stand in the document; NULL: none */
};

/* A rectangle along the axes of the reference area. */
struct logical_rectangle {
	mpt inline_offset, block_offset, inline_size, block_size;
};

/* ---- paint_axes.c: the one place where logical turns physical ---- */

/* Axes of the rectangle inside a box of the outer axes, turned by a reference-orientation. */
struct paint_axes axes_inside(const struct paint_axes *outer, struct logical_rectangle r, enum fo_key writing_mode,
                              int orientation);
/* The same axes, moved along the area's own x and y. */
struct paint_axes axes_moved(const struct paint_axes *axes, mpt right, mpt down);
/* A matrix in the area's own x and y round a point, as it acts on the page. */
struct page_matrix axes_matrix(const struct paint_axes *axes, const struct page_matrix *own, mpt inline_offset,
                               mpt block_offset);
/* A rectangle of the page along the axes. */
struct logical_rectangle axes_logical(const struct paint_axes *axes, struct page_rectangle on_page);
struct page_point axes_point(const struct paint_axes *axes, mpt inline_offset, mpt block_offset);
struct page_rectangle axes_rectangle(const struct paint_axes *axes, struct logical_rectangle r);
/* Degrees clockwise by which the axes are turned on the page. */
int axes_rotation(const struct paint_axes *axes);
bool axes_are_vertical(const struct paint_axes *axes);
/* The same axes under a state that draws everything smaller: sizes in them are larger by the factor. */
void axes_enlarge(struct paint_axes *axes, double factor);
struct logical_rectangle rectangle_less(struct logical_rectangle r, const struct edges *e);
struct logical_rectangle fragment_rectangle(const struct painter *p, const struct fragment *f);

/* ---- paint_item.c ---- */

/* l: where colours of a profile are looked up; NULL: they are not. */
struct page_color page_color_of(struct layout *l, struct fo_color c);
/* paint_icc.c: a colour of a profile; NULL: it cannot be read, which is said once. */
const struct page_icc_color *icc_color_of(struct layout *l, uint16_t number);
bool color_is_same(const struct page_color *a, const struct page_color *b);
void paint_item(const struct painter *p, struct page_item *item, struct page_structure *structure);
/* An artifact: backgrounds, borders, rules. */
void paint_rectangle(const struct painter *p, struct logical_rectangle r, const struct page_color *color,
                     enum page_artifact artifact);
void paint_path(const struct painter *p, const struct page_path *path, enum page_artifact artifact);
/* Real content, or an artifact where structure is NULL. */
void paint_colored_rectangle(const struct painter *p, struct logical_rectangle r, const struct page_color *color,
                             struct page_structure *structure);
/* Everything until paint_restore is cut off outside the rectangle (rounded, where radii are not NULL). */
void paint_clip(const struct painter *p, struct logical_rectangle r);
void paint_save(const struct painter *p, const struct page_matrix *matrix, double opacity);
void paint_restore(const struct painter *p);
void paint_anchor(const struct painter *p, const char *id, mpt inline_offset, mpt block_offset);
void paint_link(const struct painter *p, const struct fo_node *link, struct logical_rectangle r);
/* A page number in an index; node: its fo:index-key-reference. */
void paint_index_link(const struct painter *p, const struct fo_node *node, struct index_link *link,
                      struct logical_rectangle r);
struct page_structure *paint_index_structure(const struct painter *p, const struct fo_node *node,
                                             struct index_link *link);
/* The element of real content of a node; NULL in static content. */
struct page_structure *paint_structure(const struct painter *p, const struct fo_node *node);

/* ---- boxes ---- */

/* Radii of the corners, each along the inline and the block axis: before-start, before-end, after-end, after-start. */
struct corners {
	bool any;
	struct {
		mpt along_inline, along_block;
	} radius[4];
};
struct corners corners_of(const struct fo_node *node, struct logical_rectangle border_rectangle, bool first, bool last);
/* A closed outline of the rectangle with its corners rounded, in page coordinates. Segments live in the target's
 * memory. */
struct page_path_segment *rounded_outline(const struct painter *p, struct logical_rectangle r, const struct corners *c,
                                          size_t *count);
struct corners corners_inside(const struct corners *c, const struct edges *e);

/* Background and borders of a node in its border rectangle. first, last: has the node's beginning, its end. */
void paint_box(const struct painter *p, const struct fo_node *node, struct logical_rectangle r,
               const struct edges *border, bool first, bool last);
void paint_background(const struct painter *p, const struct fo_node *node, struct logical_rectangle border_rectangle,
                      const struct edges *border, const struct corners *corners);
void paint_borders(const struct painter *p, const struct fo_node *node, struct logical_rectangle r,
                   const struct edges *border, const struct corners *corners);
/* A straight rule in the middle of a rectangle's length, for leaders and collapsed borders. */
void paint_rule(const struct painter *p, struct logical_rectangle r, bool block_direction, enum fo_key style,
                const struct page_color *color, struct page_structure *structure);

/* ---- what is in them ---- */

/* The picture of background-image; NULL after reporting. picture.c */
const struct graphic *background_graphic(struct layout *l, const struct fo_node *node);
/* A picture in a content rectangle of its own. */
void paint_graphic(const struct painter *p, const struct graphic *graphic, struct logical_rectangle place,
                   struct page_structure *structure);
void paint_picture(const struct painter *p, const struct fragment *f);
void paint_line(const struct painter *p, const struct fragment *f);
/* paint_clip.c: the part of a node's content rectangle that its clip shows; all of it where it has none. */
struct logical_rectangle clip_of(const struct paint_axes *axes, const struct fo_node *node, struct logical_rectangle r);
/* Whether it has one: overflow lets it count. */
bool clip_is_given(const struct fo_node *node);
/* paint.c */
/* Whether what the node generates is to be seen (XSL 7.30.17): outside tables collapse is the same as hidden. */
bool paint_is_visible(const struct fo_node *node);
void paint_one(const struct painter *p, const struct fragment *f);

#endif
