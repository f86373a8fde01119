/* What follows from other properties of the same object: spaces and indents from margins, widths from styles, ranges
 * that hold together (XSL 5.3). */
#include "fo_private.h"

static bool is_inline_level(enum fo_kind kind)
{
	return fo_object_rows[kind].object_class & CLASS_INLINE;
}

bool makes_reference_area(enum fo_kind kind)
{
	switch (kind) {
	case FO_BLOCK_CONTAINER:
	case FO_INLINE_CONTAINER:
	case FO_TABLE_CELL:
	case FO_FLOW:
	case FO_SIMPLE_PAGE_MASTER:
	case FO_REGION_BODY:
	case FO_REGION_BEFORE:
	case FO_REGION_AFTER:
	case FO_REGION_START:
	case FO_REGION_END:
		return true;
	default:
		return false;
	}
}

bool is_vertical(enum fo_key writing_mode)
{
	return writing_mode == KEY_TB_RL || writing_mode == KEY_TB_LR;
}

/* ---- borders ---- */

/* A border without a style has no width; one with a style is medium where nothing is said. */
static void resolve_borders(struct value_context *x)
{
	struct fo_value none = value_length(0), medium = value_length(MPT_PER_POINT);
	for (int side = 0; side < 4; side++) {
		enum fo_key style = (enum fo_key)own_value(x, fo_border_style[side])->key;
		if (style == KEY_NONE || style == KEY_HIDDEN)
			own_store(x, fo_border_width[side], &none);
		else if (!own_is_set(x, fo_border_width[side]))
			own_store(x, fo_border_width[side], &medium);
	}
}

/* ---- margins ---- */

static void add_length(struct fo_value *sum, const struct fo_value *v)
{
	if (v->kind != FO_VALUE_LENGTH)
		return;
	sum->length += v->length;
	sum->percent += v->percent;
}

/* start-indent = what is inherited + margin + padding + border (XSL 5.3.2); nothing is inherited into an area that
 * indents refer to. */
static void indent_from_margin(struct value_context *x, enum fo_property indent, enum fo_side side,
                               const struct fo_value *margin)
{
	struct fo_value sum = value_length(0);
	if (!makes_reference_area(x->kind) && x->parent_style)
		add_length(&sum, style_value(x->b, x->parent_style, indent));
	add_length(&sum, margin);
	add_length(&sum, own_value(x, fo_padding[side]));
	add_length(&sum, own_value(x, fo_border_width[side]));
	own_store(x, indent, &sum);
	own_mark_set(x, indent);
}

/* Rows of a space: minimum, optimum, maximum, precedence, conditionality. */
static void space_from_margin(struct value_context *x, enum fo_property minimum, bool retain,
                              const struct fo_value *margin)
{
	struct fo_value length = margin->kind == FO_VALUE_LENGTH ? *margin : value_length(0);
	struct fo_value precedence = value_number(0), conditionality = value_keyword(retain ? KEY_RETAIN : KEY_DISCARD);
	for (int i = 0; i < 3; i++)
		own_store(x, (enum fo_property)((int)minimum + i), &length);
	own_store(x, (enum fo_property)((int)minimum + 3), &precedence);
	own_store(x, (enum fo_property)((int)minimum + 4), &conditionality);
	for (int i = 0; i < 5; i++)
		own_mark_set(x, (enum fo_property)((int)minimum + i));
}

static bool is_space_set(const struct value_context *x, enum fo_property minimum)
{
	for (int i = 0; i < 5; i++)
		if (own_is_set(x, (enum fo_property)((int)minimum + i)))
			return true;
	return false;
}

/* Whether the containing block is a part of the reference area only: what is left of it between indents. */
static bool is_in_block(const struct value_context *x)
{
	switch (x->kind) {
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
	case FO_LIST_BLOCK:
	case FO_LIST_ITEM:
	case FO_TABLE:
		return x->parent_style && x->parent && !makes_reference_area(x->parent->kind);
	default:
		return false;
	}
}

/* Percentages of margins and padding are of the containing block, layout counts in the reference area round it: p % of
 * what its indents leave. */
static void refer_to_reference_area(struct value_context *x, enum fo_property property)
{
	struct fo_value v = *own_value(x, property);
	if (v.kind != FO_VALUE_LENGTH || v.percent == 0)
		return;
	struct fo_value indents = value_length(0);
	add_length(&indents, style_value(x->b, x->parent_style, PROP_START_INDENT));
	add_length(&indents, style_value(x->b, x->parent_style, PROP_END_INDENT));
	v.length -= (mpt)((double)indents.length * (double)v.percent / 100);
	v.percent *= 1 - indents.percent / 100;
	own_store(x, property, &v);
}

/* A margin of the object's own attribute goes before the relative property, one from the shorthand after it. */
static void resolve_margin(struct value_context *x, enum fo_side side, enum fo_property margin)
{
	static const enum fo_property indents[4] = {[SIDE_START] = PROP_START_INDENT, [SIDE_END] = PROP_END_INDENT};
	static const enum fo_property spaces[4] = {[SIDE_BEFORE] = PROP_SPACE_BEFORE_MINIMUM,
	                                           [SIDE_AFTER] = PROP_SPACE_AFTER_MINIMUM,
	                                           [SIDE_START] = PROP_SPACE_START_MINIMUM,
	                                           [SIDE_END] = PROP_SPACE_END_MINIMUM};
	bool along = side == SIDE_START || side == SIDE_END, indent = along && !is_inline_level(x->kind);
	if (!along && is_inline_level(x->kind))
		return;
	bool relative = indent ? own_is_set(x, indents[side]) : is_space_set(x, spaces[side]);
	if (relative && !own_is_exact(x, margin))
		return;
	if (indent)
		indent_from_margin(x, indents[side], side, own_value(x, margin));
	else
		space_from_margin(x, spaces[side], !along, own_value(x, margin));
}

static void resolve_margins(struct value_context *x)
{
	static const enum fo_property margins[] = {PROP_MARGIN_TOP, PROP_MARGIN_RIGHT, PROP_MARGIN_BOTTOM,
	                                           PROP_MARGIN_LEFT};
	if (x->kind == FO_SIMPLE_PAGE_MASTER)
		return;
	for (int i = 0; i < 4 && is_in_block(x); i++) {
		refer_to_reference_area(x, margins[i]);
		refer_to_reference_area(x, fo_padding[i]);
	}
	for (int i = 0; i < 4; i++)
		if (own_is_set(x, margins[i]))
			resolve_margin(x, side_at(x->outer_writing_mode, i), margins[i]);
}

/* ---- ranges ---- */

/* A minimum or maximum that is not given is the optimum. */
static void complete_range(struct value_context *x, enum fo_property optimum, enum fo_property minimum,
                           enum fo_property maximum)
{
	if (!own_is_set(x, optimum))
		return;
	if (!own_is_set(x, minimum))
		own_store(x, minimum, own_value(x, optimum));
	if (!own_is_set(x, maximum))
		own_store(x, maximum, own_value(x, optimum));
}

static bool is_below(const struct fo_value *a, const struct fo_value *b)
{
	return a->kind == FO_VALUE_LENGTH && b->kind == FO_VALUE_LENGTH && a->percent == 0 && b->percent == 0 &&
	       a->length < b->length;
}

/* Of three rows that contradict each other the given ones win over those that are not, then the minimum over the
 * maximum over the optimum, as in Apache FOP; XSL leaves it open. */
static void order_range(struct value_context *x, enum fo_property minimum, enum fo_property optimum,
                        enum fo_property maximum)
{
	if (is_below(own_value(x, maximum), own_value(x, minimum))) {
		if (own_is_set(x, minimum))
			own_store(x, maximum, own_value(x, minimum));
		else
			own_store(x, minimum, own_value(x, maximum));
	}
	if (is_below(own_value(x, maximum), own_value(x, optimum))) {
		if (own_is_set(x, optimum) && !own_is_set(x, maximum))
			own_store(x, maximum, own_value(x, optimum));
		else
			own_store(x, optimum, own_value(x, maximum));
	} else if (is_below(own_value(x, optimum), own_value(x, minimum))) {
		if (own_is_set(x, minimum) || !own_is_set(x, optimum))
			own_store(x, optimum, own_value(x, minimum));
		else
			own_store(x, minimum, own_value(x, optimum));
	}
}

static void resolve_ranges(struct value_context *x)
{
	/* Minimum, optimum and maximum are one row after the other. */
	static const enum fo_property minima[] = {PROP_SPACE_BEFORE_MINIMUM, PROP_SPACE_AFTER_MINIMUM,
	                                          PROP_SPACE_START_MINIMUM, PROP_SPACE_END_MINIMUM,
	                                          PROP_LEADER_LENGTH_MINIMUM};
	for (size_t i = 0; i < sizeof minima / sizeof *minima; i++)
		order_range(x, minima[i], (enum fo_property)((int)minima[i] + 1), (enum fo_property)((int)minima[i] + 2));
	complete_range(x, PROP_LINE_HEIGHT, PROP_LINE_HEIGHT_MINIMUM, PROP_LINE_HEIGHT_MAXIMUM);
	complete_range(x, PROP_LETTER_SPACING, PROP_LETTER_SPACING_MINIMUM, PROP_LETTER_SPACING_MAXIMUM);
	complete_range(x, PROP_WORD_SPACING, PROP_WORD_SPACING_MINIMUM, PROP_WORD_SPACING_MAXIMUM);
	order_range(x, PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM, PROP_INLINE_PROGRESSION_DIMENSION,
	            PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM);
	order_range(x, PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM, PROP_BLOCK_PROGRESSION_DIMENSION,
	            PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM);
}

/* ---- left and right in values ---- */

static enum fo_key relative_key(enum fo_key key, enum fo_key writing_mode)
{
	static const enum fo_key sides[] = {
	    [SIDE_BEFORE] = KEY_BEFORE, [SIDE_AFTER] = KEY_AFTER, [SIDE_START] = KEY_START, [SIDE_END] = KEY_END};
	static const enum fo_key absolute[] = {KEY_TOP, KEY_RIGHT, KEY_BOTTOM, KEY_LEFT};
	for (int i = 0; i < 4; i++)
		if (key == absolute[i])
			return sides[side_at(writing_mode, i)];
	return key;
}

/* left is another word for start, whatever the writing mode (XSL 7.16.10, 7.19.1, 7.19.2). */
static enum fo_key start_or_end(enum fo_key key)
{
	return key == KEY_LEFT ? KEY_START : key == KEY_RIGHT ? KEY_END : key;
}

/* XSL 7.16.9 takes left for start; Apache FOP takes it at its word where lines run from right to left, as documents
 * mean it. Vertical lines have no left and right ends. */
static enum fo_key text_alignment(enum fo_key key, enum fo_key writing_mode)
{
	return is_vertical(writing_mode) ? start_or_end(key) : relative_key(key, writing_mode);
}

static enum fo_key relative_keyword(enum fo_property property, enum fo_key key, enum fo_key writing_mode)
{
	switch (property) {
	case PROP_TEXT_ALIGN:
		return text_alignment(key, writing_mode);
	case PROP_TEXT_ALIGN_LAST:
	case PROP_FLOAT:
	case PROP_CLEAR:
		return start_or_end(key);
	default:
		return relative_key(key, writing_mode);
	}
}

static void resolve_keywords(struct value_context *x)
{
	static const enum fo_property properties[] = {PROP_TEXT_ALIGN, PROP_TEXT_ALIGN_LAST, PROP_CAPTION_SIDE,
	                                              PROP_FLOAT,      PROP_CLEAR,           PROP_CHANGE_BAR_PLACEMENT};
	for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
		const struct fo_value *v = own_value(x, properties[i]);
		if (v->kind != FO_VALUE_KEYWORD || !own_is_set(x, properties[i]))
			continue;
		struct fo_value relative = value_keyword(relative_keyword(properties[i], (enum fo_key)v->key, x->writing_mode));
		own_store(x, properties[i], &relative);
	}
}

void corresponding_resolve(struct value_context *x)
{
	resolve_borders(x);
	resolve_margins(x);
	resolve_ranges(x);
	resolve_keywords(x);
}
