/* Borders and rules of all styles (XSL 7.8.20), mitred where sides of different looks meet. Works along logical axes.
 */
#include <math.h>
#include <string.h>

#include "paint_private.h"

/* In the order in which sides meet: before-start corner, before side, before-end corner, end side, ... */
enum side { SIDE_BEFORE, SIDE_END, SIDE_AFTER, SIDE_START, SIDE_COUNT };

struct border_side {
	mpt width;
	enum fo_key style;
	struct page_color color;
};

struct border {
	struct logical_rectangle outer;
	struct border_side side[SIDE_COUNT];
};

static const struct {
	enum fo_property style, color;
} side_properties[SIDE_COUNT] = {
    {PROP_BORDER_BEFORE_STYLE, PROP_BORDER_BEFORE_COLOR},
    {PROP_BORDER_END_STYLE, PROP_BORDER_END_COLOR},
    {PROP_BORDER_AFTER_STYLE, PROP_BORDER_AFTER_COLOR},
    {PROP_BORDER_START_STYLE, PROP_BORDER_START_COLOR},
};

static struct border border_of(struct layout *l, const struct fo_node *node, struct logical_rectangle r,
                               const struct edges *widths)
{
	struct border b = {.outer = r};
	const mpt width[SIDE_COUNT] = {widths->before, widths->end, widths->after, widths->start};
	for (size_t i = 0; i < SIDE_COUNT; i++) {
		if (width[i] <= 0)
			continue;
		b.side[i] = (struct border_side){
		    .width = width[i],
		    .style = fo_key(node, side_properties[i].style),
		    .color = page_color_of(l, fo_color(node, side_properties[i].color)),
		};
	}
	return b;
}

/* ---- shades ---- */

static struct page_color shaded(struct page_color c, bool darker)
{
	c.icc = NULL;
	for (size_t i = 0; i < 4; i++) {
		/* Of ink more is darker, of light less. */
		bool down = c.space == PAGE_COLOR_CMYK ? !darker : darker;
		c.channel[i] = down ? c.channel[i] * 0.6 : c.channel[i] + (1 - c.channel[i]) * 0.4;
	}
	return c;
}

/* ---- bands: a part of a side's width, over its whole length ---- */

/* In twelfths of the width from the outer edge: thirds and halves come out whole. */
enum { OUTER = 0, INNER = 12 };

struct logical_point {
	mpt along_inline, along_block;
};

/* The corner at the beginning of a side (going round from before-start), at so many twelfths of the widths of the two
 * sides meeting there. */
static struct logical_point corner(const struct border *b, enum side side, int twelfths)
{
	const struct logical_rectangle *r = &b->outer;
	mpt before = mpt_scale(b->side[SIDE_BEFORE].width, twelfths, INNER),
	    after = mpt_scale(b->side[SIDE_AFTER].width, twelfths, INNER);
	mpt start = mpt_scale(b->side[SIDE_START].width, twelfths, INNER),
	    end = mpt_scale(b->side[SIDE_END].width, twelfths, INNER);
	mpt inline_end = r->inline_offset + r->inline_size, block_end = r->block_offset + r->block_size;
	switch (side) {
	case SIDE_BEFORE:
		return (struct logical_point){r->inline_offset + start, r->block_offset + before};
	case SIDE_END:
		return (struct logical_point){inline_end - end, r->block_offset + before};
	case SIDE_AFTER:
		return (struct logical_point){inline_end - end, block_end - after};
	default:
		return (struct logical_point){r->inline_offset + start, block_end - after};
	}
}

static enum side next_side(enum side s)
{
	return (s + 1) % SIDE_COUNT;
}

static enum side previous_side(enum side s)
{
	return (s + SIDE_COUNT - 1) % SIDE_COUNT;
}

/* Closed: of one segment more than there are points. */
static struct page_path_segment *polygon(const struct painter *p, const struct logical_point *point, size_t count)
{
	struct page_path_segment *segment = arena_array(p->target->memory, count + 1, sizeof *segment);
	for (size_t i = 0; i < count; i++) {
		segment[i].verb = i == 0 ? PAGE_MOVE : PAGE_LINE;
		segment[i].point[0] = axes_point(&p->axes, point[i].along_inline, point[i].along_block);
	}
	segment[count].verb = PAGE_CLOSE;
	return segment;
}

static bool is_rectangle(const struct logical_point *q, bool along_inline)
{
	if (along_inline)
		return q[0].along_inline == q[3].along_inline && q[1].along_inline == q[2].along_inline;
	return q[0].along_block == q[3].along_block && q[1].along_block == q[2].along_block;
}

static struct logical_rectangle rectangle_of(struct logical_point a, struct logical_point b)
{
	return (struct logical_rectangle){
	    .inline_offset = mpt_min(a.along_inline, b.along_inline),
	    .block_offset = mpt_min(a.along_block, b.along_block),
	    .inline_size =
	        a.along_inline > b.along_inline ? a.along_inline - b.along_inline : b.along_inline - a.along_inline,
	    .block_size = a.along_block > b.along_block ? a.along_block - b.along_block : b.along_block - a.along_block,
	};
}

static bool same_look(const struct border_side *a, const struct border_side *b)
{
	return a->width > 0 && b->width > 0 && a->style == b->style && color_is_same(&a->color, &b->color);
}

/* Between equal sides a mitre would show as a hair line: the sides before and after take the corners whole. */
static void square_corners(const struct border *b, enum side side, struct logical_point *q)
{
	bool across = side == SIDE_BEFORE || side == SIDE_AFTER;
	if (same_look(&b->side[side], &b->side[previous_side(side)])) {
		if (across)
			q[3].along_inline = q[0].along_inline;
		else
			q[0].along_block = q[3].along_block;
	}
	if (same_look(&b->side[side], &b->side[next_side(side)])) {
		if (across)
			q[2].along_inline = q[1].along_inline;
		else
			q[1].along_block = q[2].along_block;
	}
}

/* From so many twelfths of the width to so many. */
static void paint_band(const struct painter *p, const struct border *b, enum side side, int from, int to,
                       const struct page_color *color)
{
	enum side after = next_side(side);
	struct logical_point q[4] = {corner(b, side, from), corner(b, after, from), corner(b, after, to),
	                             corner(b, side, to)};
	square_corners(b, side, q);
	bool across = side == SIDE_BEFORE || side == SIDE_AFTER;
	if (is_rectangle(q, across))
		paint_rectangle(p, rectangle_of(q[0], q[2]), color, PAGE_ARTIFACT_LAYOUT);
	else
		paint_path(p, &(struct page_path){.segment = polygon(p, q, 4), .count = 5, .fill = *color},
		           PAGE_ARTIFACT_LAYOUT);
}

/* ---- dashes and dots ---- */

/* A dash and a gap half as long, by turns, so that the line begins and ends with a dash: about two widths long, six
 * where the line is thin (as Apache FOP has it; XSL 7.8.20 leaves it open). */
static void set_dashes(struct page_path *path, mpt length, mpt width, struct arena *a)
{
	double wanted = (width < 3000 ? 6 : 2) * (double)width;
	double periods = floor(((double)length - wanted) / wanted / 1.5);
	double on = (double)length / (fmax(periods, 0) * 1.5 + 1);
	mpt *dash = arena_array(a, 2, sizeof *dash);
	dash[0] = mpt_max(1, (mpt)on);
	dash[1] = mpt_max(1, (mpt)(on / 2));
	path->dash = dash;
	path->dash_count = 2;
}

/* Round dots at both ends and about a width apart between them. */
static void set_dots(struct page_path *path, mpt length, mpt gaps, struct arena *a)
{
	mpt *dash = arena_array(a, 2, sizeof *dash);
	dash[0] = 0;
	dash[1] = mpt_max(1, length / mpt_max(1, gaps));
	path->dash = dash;
	path->dash_count = 2;
	path->cap = PAGE_CAP_ROUND;
}

/* How many gaps there are between dots that are whole. */
static mpt whole_dot_gaps(mpt length, mpt width)
{
	return (length + width) / mpt_max(1, 2 * width);
}

/* How many where the dots at the corners are shared by two sides: an odd number (as Apache FOP has it). */
static mpt corner_dot_gaps(mpt length, mpt width)
{
	return (length / mpt_max(1, 2 * width)) | 1;
}

/* The line in the middle of a rectangle, its ends so far inside. */
static struct page_path *middle_line(const struct painter *p, struct logical_rectangle r, bool block_direction,
                                     mpt inset, const struct page_color *color)
{
	mpt width = block_direction ? r.inline_size : r.block_size, length = block_direction ? r.block_size : r.inline_size;
	mpt i0 = r.inline_offset + (block_direction ? width / 2 : inset),
	    b0 = r.block_offset + (block_direction ? inset : width / 2);
	mpt i1 = block_direction ? i0 : r.inline_offset + length - inset,
	    b1 = block_direction ? r.block_offset + length - inset : b0;
	struct page_path_segment *segment = arena_array(p->target->memory, 2, sizeof *segment);
	segment[0] = (struct page_path_segment){.verb = PAGE_MOVE, .point = {axes_point(&p->axes, i0, b0)}};
	segment[1] = (struct page_path_segment){.verb = PAGE_LINE, .point = {axes_point(&p->axes, i1, b1)}};
	struct page_path *path = arena_alloc(p->target->memory, sizeof *path);
	*path =
	    (struct page_path){.segment = segment, .count = 2, .stroke = *color, .line_width = width, .miter_limit = 10};
	return path;
}

/* A line of dashes or dots in the middle of a rectangle. */
static void paint_broken(const struct painter *p, struct logical_rectangle r, bool block_direction, bool dotted,
                         const struct page_color *color, struct page_structure *structure)
{
	mpt width = block_direction ? r.inline_size : r.block_size, length = block_direction ? r.block_size : r.inline_size;
	if (width <= 0 || length <= 0 || color->opacity <= 0)
		return;
	/* Dots are centred on the line's ends. */
	mpt inset = dotted ? mpt_min(width, length) / 2 : 0;
	struct page_path *path = middle_line(p, r, block_direction, inset, color);
	if (dotted)
		set_dots(path, length - 2 * inset, whole_dot_gaps(length - 2 * inset, width), p->target->memory);
	else
		set_dashes(path, length, width, p->target->memory);
	struct page_item item = {.kind = PAGE_PATH, .path = path};
	paint_item(p, &item, structure);
}

static struct logical_rectangle side_rectangle(const struct border *b, enum side side)
{
	struct logical_rectangle r = b->outer;
	mpt width = b->side[side].width;
	switch (side) {
	case SIDE_AFTER:
		r.block_offset += r.block_size - width;
		/* fall through */
	case SIDE_BEFORE:
		r.block_size = width;
		return r;
	case SIDE_END:
		r.inline_offset += r.inline_size - width;
		/* fall through */
	default:
		r.inline_size = width;
		return r;
	}
}

/* ---- sides ---- */

/* The side's own part of the border, mitred at the corners; what is painted until paint_restore stays inside. */
static void clip_to_side(const struct painter *p, const struct border *b, enum side side)
{
	enum side after = next_side(side);
	const struct logical_point q[4] = {corner(b, side, OUTER), corner(b, after, OUTER), corner(b, after, INNER),
	                                   corner(b, side, INNER)};
	struct page_item save = {.kind = PAGE_SAVE};
	save.save = (struct page_save){.clip = polygon(p, q, 4), .clip_count = 5, .opacity = 1};
	paint_item(p, &save, NULL);
}

/* The dots of two sides meet in the middle of the corner's outer edge, each side showing its half. */
static void paint_dotted_side(const struct painter *p, const struct border *b, enum side side)
{
	const struct border_side *s = &b->side[side];
	struct logical_rectangle r = side_rectangle(b, side);
	bool block_direction = side == SIDE_START || side == SIDE_END;
	mpt length = block_direction ? r.block_size : r.inline_size;
	if (length <= 0 || s->color.opacity <= 0)
		return;
	struct page_path *path = middle_line(p, r, block_direction, 0, &s->color);
	set_dots(path, length, corner_dot_gaps(length, s->width), p->target->memory);
	clip_to_side(p, b, side);
	paint_path(p, path, PAGE_ARTIFACT_LAYOUT);
	paint_restore(p);
}

/* XSL 7.8.20 says what the looks are of, not how they come about: in thirds, and the light alike on all sides, as in
 * Apache FOP. */
static void paint_side(const struct painter *p, const struct border *b, enum side side)
{
	const struct border_side *s = &b->side[side];
	struct page_color other;
	switch (s->style) {
	case KEY_DASHED:
		paint_broken(p, side_rectangle(b, side), side == SIDE_START || side == SIDE_END, false, &s->color, NULL);
		break;
	case KEY_DOTTED:
		paint_dotted_side(p, b, side);
		break;
	case KEY_DOUBLE:
		paint_band(p, b, side, OUTER, 4, &s->color);
		paint_band(p, b, side, 8, INNER, &s->color);
		break;
	case KEY_GROOVE:
	case KEY_RIDGE:
		other = shaded(s->color, s->style == KEY_GROOVE);
		paint_band(p, b, side, OUTER, 4, &other);
		paint_band(p, b, side, 4, 8, &s->color);
		other = shaded(s->color, s->style != KEY_GROOVE);
		paint_band(p, b, side, 8, INNER, &other);
		break;
	case KEY_INSET:
	case KEY_OUTSET:
		other = shaded(s->color, s->style == KEY_INSET);
		paint_band(p, b, side, OUTER, INNER, &other);
		break;
	default:
		paint_band(p, b, side, OUTER, INNER, &s->color);
		break;
	}
}

/* ---- rounded ---- */

static bool all_sides_equal(const struct border *b)
{
	for (size_t i = 1; i < SIDE_COUNT; i++)
		if (!same_look(&b->side[0], &b->side[i]))
			return false;
	return true;
}

/* The outline outside and inside, as one path with a hole. */
static struct page_path_segment *ring(const struct painter *p, const struct border *b, const struct corners *corners,
                                      size_t *count)
{
	struct edges widths = {.before = b->side[SIDE_BEFORE].width,
	                       .after = b->side[SIDE_AFTER].width,
	                       .start = b->side[SIDE_START].width,
	                       .end = b->side[SIDE_END].width};
	struct corners inside = corners_inside(corners, &widths);
	size_t outer_count, inner_count;
	struct page_path_segment *outer = rounded_outline(p, b->outer, corners, &outer_count);
	struct page_path_segment *inner = rounded_outline(p, rectangle_less(b->outer, &widths), &inside, &inner_count);
	*count = outer_count + inner_count;
	struct page_path_segment *both = arena_grow(p->target->memory, outer, outer_count, *count, sizeof *both);
	memcpy(both + outer_count, inner, inner_count * sizeof *both);
	return both;
}

/* Sides wide enough to cover their part of the curves: what is outside the ring is cut off. */
static struct border covering(const struct border *b, const struct corners *corners)
{
	struct border wide = *b;
	for (size_t i = 0; i < SIDE_COUNT; i++) {
		size_t next = (i + 1) % SIDE_COUNT;
		bool across = i == SIDE_BEFORE || i == SIDE_AFTER;
		mpt first = across ? corners->radius[i].along_block : corners->radius[i].along_inline;
		mpt second = across ? corners->radius[next].along_block : corners->radius[next].along_inline;
		wide.side[i].width = mpt_max(b->side[i].width, mpt_max(first, second));
	}
	return wide;
}

#define QUARTER_TURN 1.5707963267948966

/* Round the middle of the border; a quarter of an ellipse is taken to be as long as one of a circle. */
static mpt outline_length(struct logical_rectangle r, const struct corners *corners)
{
	double length = 2 * ((double)r.inline_size + (double)r.block_size);
	for (size_t i = 0; i < SIDE_COUNT; i++)
		length -= (1 - QUARTER_TURN / 2) * (double)(corners->radius[i].along_inline + corners->radius[i].along_block);
	return (mpt)length;
}

/* Dashes or dots along the curves, where all sides are alike. */
static void paint_rounded_broken(const struct painter *p, const struct border *b, const struct corners *corners)
{
	const struct border_side *side = &b->side[0];
	mpt half = side->width / 2;
	struct edges halves = {half, half, half, half};
	struct corners middle = corners_inside(corners, &halves);
	struct logical_rectangle r = rectangle_less(b->outer, &halves);
	struct page_path path = {.stroke = side->color, .line_width = side->width, .miter_limit = 10};
	path.segment = rounded_outline(p, r, &middle, &path.count);
	mpt length = outline_length(r, &middle);
	if (side->style == KEY_DOTTED)
		set_dots(&path, length, whole_dot_gaps(length, side->width), p->target->memory);
	else
		set_dashes(&path, length, side->width, p->target->memory);
	paint_path(p, &path, PAGE_ARTIFACT_LAYOUT);
}

/* Solid in each side's colour: a curve of grooves, or of dashes that differ, is drawn so, too. */
static void paint_rounded(const struct painter *p, const struct border *b, const struct corners *corners)
{
	bool equal = all_sides_equal(b);
	if (equal && (b->side[0].style == KEY_DASHED || b->side[0].style == KEY_DOTTED)) {
		paint_rounded_broken(p, b, corners);
		return;
	}
	size_t count;
	struct page_path_segment *segment = ring(p, b, corners, &count);
	if (equal) {
		struct page_path path = {.segment = segment, .count = count, .even_odd = true, .fill = b->side[0].color};
		paint_path(p, &path, PAGE_ARTIFACT_LAYOUT);
		return;
	}
	struct page_item save = {.kind = PAGE_SAVE};
	save.save = (struct page_save){.clip = segment, .clip_count = count, .clip_even_odd = true, .opacity = 1};
	paint_item(p, &save, NULL);
	struct border wide = covering(b, corners);
	for (enum side side = 0; side < SIDE_COUNT; side++)
		if (b->side[side].width > 0)
			paint_band(p, &wide, side, OUTER, INNER, &b->side[side].color);
	paint_restore(p);
}

void paint_borders(const struct painter *p, const struct fo_node *node, struct logical_rectangle r,
                   const struct edges *border, const struct corners *corners)
{
	if (border->before <= 0 && border->after <= 0 && border->start <= 0 && border->end <= 0)
		return;
	struct border b = border_of(p->l, node, r, border);
	if (corners->any) {
		paint_rounded(p, &b, corners);
		return;
	}
	for (enum side side = 0; side < SIDE_COUNT; side++)
		if (b.side[side].width > 0)
			paint_side(p, &b, side);
}

/* ---- rules ---- */

/* A part of a rule's width, in twelfths. */
static struct logical_rectangle rule_band(struct logical_rectangle r, bool block_direction, int from, int to)
{
	mpt width = block_direction ? r.inline_size : r.block_size;
	mpt first = mpt_scale(width, from, INNER), size = mpt_scale(width, to, INNER) - first;
	if (block_direction) {
		r.inline_offset += first;
		r.inline_size = size;
	} else {
		r.block_offset += first;
		r.block_size = size;
	}
	return r;
}

void paint_rule(const struct painter *p, struct logical_rectangle r, bool block_direction, enum fo_key style,
                const struct page_color *color, struct page_structure *structure)
{
	struct page_color first = *color, second = *color;
	switch (style) {
	case KEY_NONE:
	case KEY_HIDDEN:
		return;
	case KEY_DASHED:
	case KEY_DOTTED:
		paint_broken(p, r, block_direction, style == KEY_DOTTED, color, structure);
		return;
	case KEY_DOUBLE:
		paint_colored_rectangle(p, rule_band(r, block_direction, OUTER, 4), color, structure);
		paint_colored_rectangle(p, rule_band(r, block_direction, 8, INNER), color, structure);
		return;
	case KEY_GROOVE:
	case KEY_RIDGE:
	case KEY_INSET:
	case KEY_OUTSET:
		/* Between two cells there is no inside: inset is as ridge, outset as groove (CSS 2.1, 17.6.3). */
		first = shaded(*color, style == KEY_GROOVE || style == KEY_OUTSET);
		second = shaded(*color, style == KEY_RIDGE || style == KEY_INSET);
		paint_colored_rectangle(p, rule_band(r, block_direction, OUTER, 6), &first, structure);
		paint_colored_rectangle(p, rule_band(r, block_direction, 6, INNER), &second, structure);
		return;
	default:
		paint_colored_rectangle(p, r, color, structure);
		return;
	}
}
