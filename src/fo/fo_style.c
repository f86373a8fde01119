/* Styles: the values of all properties of an object, in groups that objects share; resolved once for each set of
 * attributes. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

/* ---- values being found ---- */

static size_t place_of(const struct value_context *x, enum fo_property property)
{
	return group_layout(x->b->names)->index[property];
}

const struct fo_value *own_value(const struct value_context *x, enum fo_property property)
{
	return &x->own->group[fo_property_rows[property].group][place_of(x, property)];
}

void own_store(struct value_context *x, enum fo_property property, const struct fo_value *v)
{
	if (same_value(own_value(x, property), v))
		return;
	struct resolution *own = x->own;
	enum fo_group group = fo_property_rows[property].group;
	if (!own->changed[group]) {
		size_t size = group_layout(x->b->names)->size[group];
		own->changed[group] = style_scratch(x->b->cache, (int)group, size);
		memcpy(own->changed[group], own->group[group], size * sizeof *v);
		own->group[group] = own->changed[group];
	}
	own->changed[group][place_of(x, property)] = *v;
}

static bool bit(const uint64_t *set, enum fo_property property)
{
	return set[property / 64] >> (property % 64) & 1;
}

static void set_bit(uint64_t *set, enum fo_property property)
{
	set[property / 64] |= (uint64_t)1 << (property % 64);
}

bool own_is_set(const struct value_context *x, enum fo_property property)
{
	return bit(x->own->set, property);
}

bool own_is_exact(const struct value_context *x, enum fo_property property)
{
	return bit(x->own->exact, property);
}

void own_mark_set(struct value_context *x, enum fo_property property)
{
	set_bit(x->own->set, property);
}

const struct fo_value *style_value(const struct build *b, const struct fo_style *style, enum fo_property property)
{
	return &style->group[fo_property_rows[property].group][group_layout(b->names)->index[property]];
}

/* ---- resolving ---- */

/* The initial value is what happens anyway; a property without one is a name by which only an object can ask for more;
 * a component that the whole property sets is what the others are. */
static bool asks_for_something(const struct value_context *x, const struct setting *s, const struct fo_value *v)
{
	const struct property_row *row = &fo_property_rows[s->property];
	if (row->group >= GROUP_OWN_FIRST && row->initial[0] == '\0')
		return false;
	if (strchr(row->name, '.') && !strchr(s->attribute, '.'))
		return false;
	return !same_value(v, style_value(x->b, x->b->initial, s->property));
}

/* Each property is named once in a document, those that mean nothing on paper all in one note. */
static void report_support(struct value_context *x, const struct setting *s, const struct fo_value *v)
{
	const struct property_row *row = &fo_property_rows[s->property];
	if (row->support > SUPPORT_NOT_ON_PAPER || !x->b->initial || !asks_for_something(x, s, v))
		return;
	bool on_paper = row->support == SUPPORT_NO;
	if (!diag_first(x->b->diag, on_paper ? arena_printf(x->b->memory, "support %s", row->name) : "not on paper"))
		return;
	if (on_paper)
		diag_warning(x->b->diag, x->loc, "%s is not supported, it is left out, got '%s'", row->name, s->text);
	else
		diag_note(x->b->diag, x->loc, "%s means nothing on paper, got '%s'; others like it are not named", row->name,
		          s->text);
}

static void apply(struct value_context *x, const struct setting *s)
{
	struct fo_value v = {0};
	x->attribute = s->attribute;
	if (!value_parse(x, s->property, s->text, &v))
		return;
	report_support(x, s, &v);
	own_store(x, s->property, &v);
	set_bit(x->own->set, s->property);
	if (s->rank >= RANK_COMPOUND)
		set_bit(x->own->exact, s->property);
}

/* em and percentages of others refer to the font size; left and right in a value go by the writing mode. */
static bool comes_first(enum fo_property property)
{
	return property == PROP_FONT_SIZE || property == PROP_WRITING_MODE;
}

static void apply_all(struct value_context *x, const struct settings *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (comes_first(s->item[i].property))
			apply(x, &s->item[i]);
	x->font_size = own_value(x, PROP_FONT_SIZE)->length;
	for (size_t i = 0; i < s->count; i++)
		if (!comes_first(s->item[i].property))
			apply(x, &s->item[i]);
}

/* Of a property with an attribute of its own that other attributes' meaning depends on. */
static enum fo_key writing_mode_of(struct value_context *x, const xmlNode *element)
{
	enum fo_key outer = (enum fo_key)own_value(x, PROP_WRITING_MODE)->key;
	const char *text = element ? element_attribute(element, NULL, "writing-mode") : NULL;
	struct fo_value v;
	x->attribute = "writing-mode";
	if (text && value_parse(x, PROP_WRITING_MODE, text, &v))
		return (enum fo_key)v.key;
	return outer;
}

static struct fo_style *style_make(struct value_context *x)
{
	struct build *b = x->b;
	struct fo_style *style = arena_alloc(b->memory, sizeof *style);
	style->place = group_layout(b->names);
	for (int group = 0; group < GROUP_COUNT; group++)
		style->group[group] =
		    x->own->changed[group] ? style_keep_group(b, x->own->changed[group], group) : x->own->group[group];
	memcpy(style->specified, x->own->set, sizeof style->specified);
	return style;
}

static const struct fo_style *style_compute(struct build *b, const struct fo_node *node, const struct fo_style *parent,
                                            const xmlNode *element)
{
	struct resolution own = {0};
	for (int group = 0; group < GROUP_COUNT; group++)
		own.group[group] = (group < GROUP_OWN_FIRST && parent ? parent : b->initial)->group[group];
	struct value_context x = {.b = b,
	                          .kind = node->kind,
	                          .loc = node->loc,
	                          .node = node,
	                          .parent = node->parent,
	                          .parent_style = parent,
	                          .own = &own};
	x.outer_writing_mode = (enum fo_key)own_value(&x, PROP_WRITING_MODE)->key;
	x.font_size = own_value(&x, PROP_FONT_SIZE)->length;
	x.writing_mode = writing_mode_of(&x, element);
	struct settings *settings = style_settings(b->cache);
	if (element) {
		settings_collect(&x, element, settings);
		apply_all(&x, settings);
		corresponding_resolve(&x);
	}
	return style_make(&x);
}

const struct fo_style *style_resolve(struct build *b, const struct fo_node *node)
{
	const struct fo_style *parent = node->parent ? node->parent->style : NULL;
	const xmlNode *element = node->kind == FO_TEXT || node->kind == FO_FOREIGN ? NULL : node->xml;
	const struct fo_style **cached = style_cached(b->cache, parent, node->kind, element);
	if (!cached)
		return style_compute(b, node, parent, element);
	if (!*cached)
		*cached = style_compute(b, node, parent, element);
	return *cached;
}

/* A border without a style has no width, whatever its width would be. */
static void clear_border_widths(struct value_context *x)
{
	struct fo_value none = value_length(0);
	for (int side = 0; side < 4; side++)
		own_store(x, fo_border_width[side], &none);
}

const struct fo_style *style_initial(struct build *b)
{
	struct resolution own = {0};
	struct value_context x = {.b = b,
	                          .kind = FO_ROOT,
	                          .own = &own,
	                          .font_size = 12 * MPT_PER_POINT,
	                          .writing_mode = KEY_LR_TB,
	                          .outer_writing_mode = KEY_LR_TB};
	for (int group = 0; group < GROUP_COUNT; group++)
		own.group[group] = own.changed[group] = style_scratch(b->cache, group, group_layout(b->names)->size[group]);
	for (int p = 0; p < PROP_COUNT; p++)
		apply(&x, &(struct setting){.property = (enum fo_property)p,
		                            .text = fo_property_rows[p].initial,
		                            .attribute = fo_property_rows[p].name});
	clear_border_widths(&x);
	memset(own.set, 0, sizeof own.set);
	return style_make(&x);
}
