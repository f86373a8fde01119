/* What follows from other properties of the same object: indents from margins, widths from styles, colours (XSL 5.3).
 */
#include "fo_private.h"

static bool is_inline_level(enum fo_kind kind)
{
	return fo_object_rows[kind].object_class & CLASS_INLINE;
}

/* Objects whose content has indents of its own (XSL 5.3.2: "generates a reference area"). */
static bool makes_reference_area(enum fo_kind kind)
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

static void add_length(struct fo_value *sum, const struct fo_value *v)
{
	if (v->kind != FO_VALUE_LENGTH)
		return;
	sum->length += v->length;
	sum->percent += v->percent;
}

/* start-indent = what is inherited + margin + padding + border (XSL 5.3.2). */
static void indent_from_margin(const struct value_context *x, struct fo_value *own, enum fo_property indent,
                               enum fo_side side, const struct fo_value *margin)
{
	struct fo_value sum = value_length(0);
	if (!makes_reference_area(x->kind) && x->parent_style)
		add_length(&sum, style_value(x->b, x->parent_style, indent));
	add_length(&sum, margin);
	add_length(&sum, &own[fo_padding[side]]);
	add_length(&sum, &own[fo_border_width[side]]);
	own[indent] = sum;
}

/* A margin is a space that nothing suppresses (XSL 5.3.2, as Apache FOP reads it: forced and retained). */
static void space_from_margin(struct fo_value *own, int minimum, const struct fo_value *margin)
{
	struct fo_value length = margin->kind == FO_VALUE_LENGTH ? *margin : value_length(0);
	for (int i = 0; i < 3; i++)
		own[minimum + i] = length;
	own[minimum + 3] = value_keyword(KEY_FORCE);
	own[minimum + 4] = value_keyword(KEY_RETAIN);
}

static void resolve_margin(const struct value_context *x, struct fo_value *own, enum fo_side side,
                           const struct fo_value *margin)
{
	static const enum fo_property block_space[] = {PROP_SPACE_BEFORE_MINIMUM, PROP_SPACE_AFTER_MINIMUM};
	static const enum fo_property inline_space[] = {PROP_SPACE_START_MINIMUM, PROP_SPACE_END_MINIMUM};
	bool along = side == SIDE_START || side == SIDE_END;
	if (is_inline_level(x->kind)) {
		if (along)
			space_from_margin(own, (int)inline_space[side - SIDE_START], margin);
	} else if (along) {
		indent_from_margin(x, own, side == SIDE_START ? PROP_START_INDENT : PROP_END_INDENT, side, margin);
	} else {
		space_from_margin(own, (int)block_space[side], margin);
	}
}

static void resolve_margins(const struct value_context *x, struct fo_value *own, const bool *set)
{
	static const enum fo_property margins[] = {PROP_MARGIN_TOP, PROP_MARGIN_RIGHT, PROP_MARGIN_BOTTOM,
	                                           PROP_MARGIN_LEFT};
	if (x->kind == FO_SIMPLE_PAGE_MASTER)
		return;
	for (int i = 0; i < 4; i++)
		if (set[margins[i]])
			resolve_margin(x, own, side_at(x->outer_writing_mode, i), &own[margins[i]]);
}

static void resolve_borders(struct fo_value *own, const bool *set)
{
	for (int side = 0; side < 4; side++) {
		enum fo_key style = (enum fo_key)own[fo_border_style[side]].key;
		if (style == KEY_NONE || style == KEY_HIDDEN)
			own[fo_border_width[side]] = value_length(0);
		else if (!set[fo_border_color[side]])
			own[fo_border_color[side]] = own[PROP_COLOR];
	}
}

/* A minimum or maximum that is not given is the optimum. */
static void resolve_range(struct fo_value *own, const bool *set, enum fo_property optimum, enum fo_property minimum,
                          enum fo_property maximum)
{
	if (!set[optimum])
		return;
	if (!set[minimum])
		own[minimum] = own[optimum];
	if (!set[maximum])
		own[maximum] = own[optimum];
}

static enum fo_key relative_alignment(const struct value_context *x, enum fo_key key)
{
	if (key == KEY_LEFT)
		return side_at(x->writing_mode, 3) == SIDE_END ? KEY_END : KEY_START;
	if (key == KEY_RIGHT)
		return side_at(x->writing_mode, 1) == SIDE_START ? KEY_START : KEY_END;
	return key;
}

static void resolve_alignment(const struct value_context *x, struct fo_value *own)
{
	static const enum fo_property properties[] = {PROP_TEXT_ALIGN, PROP_TEXT_ALIGN_LAST};
	for (int i = 0; i < 2; i++)
		if (own[properties[i]].kind == FO_VALUE_KEYWORD)
			own[properties[i]].key = (uint16_t)relative_alignment(x, (enum fo_key)own[properties[i]].key);
}

static void resolve_extents(struct fo_value *own, const bool *set)
{
	/* A maximum below the minimum gives way to it. */
	static const enum fo_property dimensions[] = {PROP_INLINE_PROGRESSION_DIMENSION, PROP_BLOCK_PROGRESSION_DIMENSION};
	for (int i = 0; i < 2; i++) {
		const struct fo_value *minimum = &own[dimensions[i] + 1];
		struct fo_value *optimum = &own[dimensions[i]];
		if (set[dimensions[i] + 1] && optimum->kind == FO_VALUE_LENGTH && minimum->kind == FO_VALUE_LENGTH &&
		    minimum->percent == 0 && optimum->percent == 0 && optimum->length < minimum->length)
			*optimum = *minimum;
	}
}

void corresponding_resolve(struct value_context *x, struct fo_value *own, const bool *set)
{
	resolve_borders(own, set);
	resolve_margins(x, own, set);
	resolve_range(own, set, PROP_LINE_HEIGHT, PROP_LINE_HEIGHT_MINIMUM, PROP_LINE_HEIGHT_MAXIMUM);
	resolve_range(own, set, PROP_LETTER_SPACING, PROP_LETTER_SPACING_MINIMUM, PROP_LETTER_SPACING_MAXIMUM);
	resolve_range(own, set, PROP_WORD_SPACING, PROP_WORD_SPACING_MINIMUM, PROP_WORD_SPACING_MAXIMUM);
	resolve_alignment(x, own);
	resolve_extents(own, set);
}
