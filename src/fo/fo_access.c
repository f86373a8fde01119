/* Asking a node for its values. */
#include <string.h>

#include "fo_private.h"

const struct fo_value *fo_value(const struct fo_node *node, enum fo_property property)
{
	return &node->style->group[fo_property_rows[property].group][node->style->place->index[property]];
}

bool fo_is_specified(const struct fo_node *node, enum fo_property property)
{
	return node->style->specified[property / 64] >> (property % 64) & 1;
}

const struct fo_node *fo_child_of_kind(const struct fo_node *node, enum fo_kind kind)
{
	const struct fo_node *child = node ? node->first_child : NULL;
	while (child && child->kind != kind)
		child = child->next;
	return child;
}

mpt fo_length(const struct fo_node *node, enum fo_property property, mpt base)
{
	const struct fo_value *v = fo_value(node, property);
	if (v->kind != FO_VALUE_LENGTH)
		return 0;
	if (v->percent == 0)
		return v->length;
	return v->length + mpt_from_points((double)base * (double)v->percent / 100 / MPT_PER_POINT);
}

enum fo_key fo_key(const struct fo_node *node, enum fo_property property)
{
	const struct fo_value *v = fo_value(node, property);
	return v->kind == FO_VALUE_KEYWORD ? (enum fo_key)v->key : KEY_NONE_GIVEN;
}

double fo_number(const struct fo_node *node, enum fo_property property)
{
	const struct fo_value *v = fo_value(node, property);
	return v->kind == FO_VALUE_NUMBER ? v->number : 0;
}

const char *fo_string(const struct fo_node *node, enum fo_property property)
{
	const struct fo_value *v = fo_value(node, property);
	return v->kind == FO_VALUE_STRING ? v->string : "";
}

struct fo_color fo_color(const struct fo_node *node, enum fo_property property)
{
	const struct fo_value *v = fo_value(node, property);
	if (v->kind == FO_VALUE_KEYWORD && v->key == KEY_CURRENTCOLOR)
		v = fo_value(node, PROP_COLOR);
	return v->kind == FO_VALUE_COLOR ? v->color : (struct fo_color){0};
}

int fo_keep(const struct fo_node *node, enum fo_property property)
{
	double strength = fo_number(node, property);
	return strength <= 0 ? 0 : strength >= FO_KEEP_ALWAYS ? FO_KEEP_ALWAYS : (int)strength;
}

enum fo_key fo_writing_mode(const struct fo_node *node)
{
	return fo_key(node, PROP_WRITING_MODE);
}

bool fo_is_blank_text(const struct fo_node *node)
{
	for (size_t i = 0; i < node->text_size; i++)
		if (!strchr(" \t\n\r", node->text[i]) || node->text[i] == '\0')
			return false;
	return node->kind == FO_TEXT;
}
