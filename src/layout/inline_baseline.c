/* How inline areas are aligned to each other (XSL 7.14): baseline tables scaled to a font or a box, shifts, alignment
 * points. Knows no line: what stands at a line's before or after edge is asked for again when the line's height is
 * known. */
#include "inline_private.h"

/* Without a baseline table in the font, XSL leaves these to the formatter. */
enum { HANGING_PERCENT = 80, MATHEMATICAL_PERCENT = 50 };

/* ---- tables ---- */

/* From the alphabetic baseline. */
static mpt table_offset(const struct baseline_table *t, enum fo_key key)
{
	switch (key) {
	case KEY_TEXT_BEFORE_EDGE:
		return t->altitude;
	case KEY_HANGING:
		return mpt_scale(t->altitude, HANGING_PERCENT, 100);
	case KEY_CENTRAL:
		return (t->altitude - t->depth) / 2 + t->depth;
	case KEY_MIDDLE:
		return t->x_height / 2;
	case KEY_MATHEMATICAL:
		return mpt_scale(t->altitude, MATHEMATICAL_PERCENT, 100);
	case KEY_IDEOGRAPHIC:
	case KEY_TEXT_AFTER_EDGE:
		return t->depth;
	default:
		return 0;
	}
}

/* From the table's dominant baseline. */
static mpt table_baseline(const struct baseline_table *t, enum fo_key key, const struct line_edges *edges)
{
	mpt dominant = table_offset(t, t->dominant);
	if (key == KEY_BEFORE_EDGE)
		return t->of_line && edges ? edges->before : t->altitude - dominant;
	if (key == KEY_AFTER_EDGE)
		return t->of_line && edges ? edges->after : t->depth - dominant;
	return table_offset(t, key) - dominant;
}

/* The same table seen from another dominant baseline. */
static mpt derived_baseline(const struct baseline_table *t, enum fo_key dominant, enum fo_key key)
{
	struct baseline_table derived = *t;
	derived.dominant = dominant;
	derived.of_line = false;
	return table_baseline(&derived, key, NULL);
}

/* ---- offsets, up from the line's dominant baseline ---- */

static mpt dominant_offset(const struct baseline *b, const struct line_edges *edges)
{
	if (!b->parent)
		return 0;
	enum fo_key outer = b->parent->actual->dominant;
	mpt offset = table_baseline(b->parent->scaled, b->alignment, edges) -
	             derived_baseline(b->scaled, outer, b->alignment) - table_baseline(b->scaled, outer, edges) + b->shift;
	return offset + dominant_offset(b->parent, edges);
}

static mpt alignment_offset(const struct baseline *b, const struct line_edges *edges)
{
	if (!b->parent)
		return 0;
	return dominant_offset(b->parent, edges) + table_baseline(b->parent->scaled, b->alignment, edges) + b->shift;
}

mpt baseline_top(const struct baseline *b, const struct line_edges *edges)
{
	return b->of_line_edges ? alignment_offset(b, edges) + b->alignment_point : b->top;
}

/* Of its own alphabetic baseline, from its dominant one. */
static mpt own_alphabetic(const struct baseline *b)
{
	return alignment_offset(b, NULL) - dominant_offset(b, NULL) +
	       derived_baseline(b->actual, b->alignment, KEY_ALPHABETIC);
}

/* ---- making one ---- */

static enum fo_key alignment_of(const struct fo_node *node, const struct baseline *parent)
{
	enum fo_key key = fo_key(node, PROP_ALIGNMENT_BASELINE);
	switch (key) {
	case KEY_BEFORE_EDGE:
	case KEY_TEXT_BEFORE_EDGE:
	case KEY_CENTRAL:
	case KEY_MIDDLE:
	case KEY_AFTER_EDGE:
	case KEY_TEXT_AFTER_EDGE:
	case KEY_IDEOGRAPHIC:
	case KEY_ALPHABETIC:
	case KEY_HANGING:
	case KEY_MATHEMATICAL:
		return key;
	default:
		return parent->actual->dominant;
	}
}

static mpt shift_of(const struct fo_node *node, const struct baseline *b)
{
	switch (fo_key(node, PROP_BASELINE_SHIFT)) {
	case KEY_BASELINE:
		return 0;
	case KEY_SUB:
		return own_alphabetic(b->parent) - b->x_height / 2;
	case KEY_SUPER:
		return own_alphabetic(b->parent) + b->parent->x_height;
	default:
		return fo_length(node, PROP_BASELINE_SHIFT, b->parent->line_height);
	}
}

static enum fo_key dominant_of(const struct fo_node *node, const struct baseline *b, bool *rescaled)
{
	enum fo_key key = fo_key(node, PROP_DOMINANT_BASELINE);
	*rescaled = b->shift != 0;
	switch (key) {
	case KEY_NONE_GIVEN:
	case KEY_AUTO:
	case KEY_USE_SCRIPT:
	case KEY_NO_CHANGE:
		return b->parent->actual->dominant;
	case KEY_RESET_SIZE:
		*rescaled = true;
		return b->parent->actual->dominant;
	default:
		*rescaled = true;
		return key;
	}
}

static mpt alignment_point_of(const struct fo_node *node, const struct baseline *b)
{
	mpt before = table_baseline(b->actual, KEY_BEFORE_EDGE, NULL);
	enum fo_key adjust = fo_key(node, PROP_ALIGNMENT_ADJUST);
	switch (adjust) {
	case KEY_AUTO:
		return before - table_baseline(b->actual, b->alignment, NULL);
	case KEY_BASELINE:
		return before;
	case KEY_NONE_GIVEN:
		return before + fo_length(node, PROP_ALIGNMENT_ADJUST, b->line_height);
	default:
		return before - table_baseline(b->actual, adjust, NULL);
	}
}

static bool is_line_edge(enum fo_key key)
{
	return key == KEY_BEFORE_EDGE || key == KEY_AFTER_EDGE;
}

static struct baseline *baseline_new(const struct fo_node *node, struct baseline_table own, mpt line_height,
                                     const struct baseline *parent, struct arena *a)
{
	struct baseline *b = arena_alloc(a, sizeof *b);
	b->parent = parent;
	b->height = own.altitude - own.depth;
	b->x_height = own.x_height;
	b->line_height = line_height;
	b->alignment = alignment_of(node, parent);
	b->shift = shift_of(node, b);
	bool rescaled;
	own.dominant = dominant_of(node, b, &rescaled);
	struct baseline_table *table = arena_alloc(a, sizeof *table);
	*table = own;
	b->actual = table;
	b->scaled = rescaled ? table : parent->scaled;
	b->alignment_point = alignment_point_of(node, b);
	b->of_line_edges = parent->of_line_edges || (is_line_edge(b->alignment) && parent->scaled->of_line);
	b->top = alignment_offset(b, NULL) + b->alignment_point;
	return b;
}

void font_extent(const struct text_style *style, bool vertical, mpt *altitude, mpt *depth)
{
	const struct font_face *face = font_primary(style->fonts);
	*altitude = font_scale(face, face->ascender, style->size);
	*depth = font_scale(face, face->descender, style->size);
	if (vertical) {
		mpt height = *altitude - *depth;
		*altitude = height / 2;
		*depth = *altitude - height;
	}
}

/* What the node says its text reaches above and below the baseline (XSL 7.29.4, 7.29.5), else what the font says. */
static void set_extent(struct baseline_table *t, const struct fo_node *node)
{
	mpt size = font_size_of(node);
	if (fo_key(node, PROP_TEXT_ALTITUDE) != KEY_USE_FONT_METRICS)
		t->altitude = fo_length(node, PROP_TEXT_ALTITUDE, size);
	if (fo_key(node, PROP_TEXT_DEPTH) != KEY_USE_FONT_METRICS)
		t->depth = -fo_length(node, PROP_TEXT_DEPTH, size);
}

static struct baseline_table table_of_font(const struct text_style *style, enum fo_key writing_mode)
{
	const struct font_face *face = font_primary(style->fonts);
	struct baseline_table t = {.dominant = KEY_ALPHABETIC, .x_height = font_scale(face, face->x_height, style->size)};
	font_extent(style, writing_mode == KEY_TB_RL || writing_mode == KEY_TB_LR, &t.altitude, &t.depth);
	return t;
}

const struct baseline *baseline_of_line(const struct fo_node *block, const struct text_style *style, struct arena *a)
{
	struct baseline_table *table = arena_alloc(a, sizeof *table);
	*table = table_of_font(style, fo_writing_mode(block));
	set_extent(table, block);
	table->of_line = true;
	struct baseline *b = arena_alloc(a, sizeof *b);
	*b = (struct baseline){
	    .scaled = table,
	    .actual = table,
	    .alignment = KEY_ALPHABETIC,
	    .height = table->altitude - table->depth,
	    .alignment_point = table->altitude,
	    .line_height = line_height_of(block),
	    .x_height = table->x_height,
	    .top = table->altitude,
	};
	return b;
}

const struct baseline *baseline_of_font(const struct text_style *style, enum fo_key writing_mode, mpt line_height,
                                        const struct baseline *parent, struct arena *a)
{
	struct baseline_table *table = arena_alloc(a, sizeof *table);
	*table = table_of_font(style, writing_mode);
	table->dominant = parent->actual->dominant;
	struct baseline *b = arena_alloc(a, sizeof *b);
	b->parent = parent;
	b->scaled = parent->scaled;
	b->actual = table;
	b->alignment = table->dominant;
	b->height = table->altitude - table->depth;
	b->x_height = table->x_height;
	b->line_height = line_height;
	b->alignment_point = table_baseline(table, KEY_BEFORE_EDGE, NULL);
	b->of_line_edges = parent->of_line_edges;
	b->top = alignment_offset(b, NULL) + b->alignment_point;
	return b;
}

const struct baseline *baseline_of_text(const struct fo_node *node, const struct text_style *style,
                                        const struct baseline *parent, struct arena *a)
{
	struct baseline_table table = table_of_font(style, fo_writing_mode(node));
	set_extent(&table, node);
	return baseline_new(node, table, line_height_of(node), parent, a);
}

const struct baseline *baseline_of_box(const struct fo_node *node, mpt above, mpt below, const struct baseline *parent,
                                       struct arena *a)
{
	struct baseline_table t = {.altitude = above, .depth = -below, .x_height = above, .dominant = KEY_ALPHABETIC};
	return baseline_new(node, t, above + below, parent, a);
}
