/* Attributes to settings of properties: absolute names become relative by writing mode, compounds their components. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

const enum fo_property fo_border_color[4] = {PROP_BORDER_BEFORE_COLOR, PROP_BORDER_AFTER_COLOR, PROP_BORDER_START_COLOR,
                                             PROP_BORDER_END_COLOR};
const enum fo_property fo_border_style[4] = {PROP_BORDER_BEFORE_STYLE, PROP_BORDER_AFTER_STYLE, PROP_BORDER_START_STYLE,
                                             PROP_BORDER_END_STYLE};
const enum fo_property fo_border_width[4] = {PROP_BORDER_BEFORE_WIDTH, PROP_BORDER_AFTER_WIDTH, PROP_BORDER_START_WIDTH,
                                             PROP_BORDER_END_WIDTH};
const enum fo_property fo_padding[4] = {PROP_PADDING_BEFORE, PROP_PADDING_AFTER, PROP_PADDING_START, PROP_PADDING_END};

enum fo_side side_at(enum fo_key writing_mode, int absolute)
{
	static const enum fo_side lr_tb[4] = {SIDE_BEFORE, SIDE_END, SIDE_AFTER, SIDE_START};
	static const enum fo_side rl_tb[4] = {SIDE_BEFORE, SIDE_START, SIDE_AFTER, SIDE_END};
	static const enum fo_side tb_rl[4] = {SIDE_START, SIDE_BEFORE, SIDE_END, SIDE_AFTER};
	static const enum fo_side tb_lr[4] = {SIDE_START, SIDE_AFTER, SIDE_END, SIDE_BEFORE};
	switch (writing_mode) {
	case KEY_RL_TB:
		return rl_tb[absolute];
	case KEY_TB_RL:
		return tb_rl[absolute];
	case KEY_TB_LR:
		return tb_lr[absolute];
	default:
		return lr_tb[absolute];
	}
}

void settings_add(struct settings *s, enum fo_property property, const char *text, const char *attribute, int rank)
{
	ARRAY_RESERVE(s->item, s->count, s->capacity);
	s->item[s->count] = (struct setting){property, text, attribute, rank, s->count};
	s->count++;
}

/* ---- absolute names ---- */

/* width, height, min-width, max-width, min-height, max-height, in the table's order from 16 on. */
static enum fo_property dimension(const struct value_context *x, int absolute)
{
	static const enum fo_property along[] = {PROP_INLINE_PROGRESSION_DIMENSION,
	                                         PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM,
	                                         PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM};
	static const enum fo_property across[] = {PROP_BLOCK_PROGRESSION_DIMENSION,
	                                          PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM,
	                                          PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM};
	static const int which[] = {0, 0, 1, 2, 1, 2};
	bool width = absolute == 16 || absolute == 18 || absolute == 19;
	bool inline_axis = width != is_vertical(x->outer_writing_mode);
	return (inline_axis ? along : across)[which[absolute - 16]];
}

/* Borders, padding and sizes lie along the axes outside the object: only its content rectangle has its own writing mode
 * (XSL 6.5.3, 6.6.8). */
enum fo_property absolute_property(const struct value_context *x, int absolute)
{
	static const enum fo_property *const by_side[] = {fo_border_color, fo_border_style, fo_border_width, fo_padding};
	return absolute < 16 ? by_side[absolute / 4][side_at(x->outer_writing_mode, absolute % 4)] : dimension(x, absolute);
}

/* ---- compounds ---- */

static void add_background_position(struct value_context *x, struct settings *s, const char *text,
                                    const char *attribute, int rank)
{
	char *first = arena_strdup(x->b->memory, text);
	char *second = strpbrk(first, " \t\n");
	if (second) {
		*second++ = '\0';
		second += strspn(second, " \t\n");
	}
	const char *other = second && *second ? second : strcmp(first, "inherit") == 0 ? "inherit" : "center";
	bool swapped =
	    list_has_word("top bottom", first, strlen(first)) || list_has_word("left right", other, strlen(other));
	settings_add(s, PROP_BACKGROUND_POSITION_HORIZONTAL, swapped ? other : first, attribute, rank);
	settings_add(s, PROP_BACKGROUND_POSITION_VERTICAL, swapped ? first : other, attribute, rank);
}

/* A value for the compound as a whole sets its values; inherited it sets the other components, too. */
static void add_compound(struct settings *s, const struct compound_row *c, const char *text, const char *attribute,
                         int rank)
{
	bool whole = strcmp(text, "inherit") == 0 || strncmp(text, "from-", 5) == 0 ||
	             strncmp(text, "inherited-property-value", 24) == 0;
	for (int i = 0; i < (whole ? c->components : c->values); i++)
		settings_add(s, (enum fo_property)((int)c->first + i), text, attribute, rank);
}

/* The rows of sizes go by the axes outside the object (see absolute_property); a container with lines along the other
 * axis means its own by these names. */
static enum fo_property along_outer_axes(const struct value_context *x, enum fo_property property)
{
	static const enum fo_property pairs[][2] = {
	    {PROP_INLINE_PROGRESSION_DIMENSION, PROP_BLOCK_PROGRESSION_DIMENSION},
	    {PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM, PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM},
	    {PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM, PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM}};
	bool container = x->kind == FO_BLOCK_CONTAINER || x->kind == FO_INLINE_CONTAINER;
	if (!container || is_vertical(x->writing_mode) == is_vertical(x->outer_writing_mode))
		return property;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		for (int k = 0; k < 2; k++)
			if (property == pairs[i][k])
				return pairs[i][1 - k];
	return property;
}

/* ---- names ---- */

bool settings_add_named(struct value_context *x, struct settings *s, const char *name, const char *text,
                        const char *attribute, int rank)
{
	struct property_name what = name_lookup(x->b->names, name);
	switch (what.kind) {
	case NAME_PROPERTY:
		settings_add(s, along_outer_axes(x, (enum fo_property)what.index), text, attribute, rank);
		return true;
	case NAME_COMPOUND:
		add_compound(s, &fo_compound_rows[what.index], text, attribute, rank < RANK_COMPOUND ? rank : RANK_COMPOUND);
		return true;
	case NAME_POSITION:
		add_background_position(x, s, text, attribute, rank < RANK_BORDER_PART ? rank : RANK_BORDER_PART);
		return true;
	case NAME_ABSOLUTE:
		settings_add(s, absolute_property(x, what.index), text, attribute, rank == RANK_PLAIN ? RANK_ABSOLUTE : rank);
		return true;
	case NAME_SHORTHAND:
		fo_shorthand_rows[what.index].expand(x, name, text, s);
		return true;
	default:
		return false;
	}
}

/* White space round a value and in it is one space or none (XSL 5.11 leaves that to XML's attribute normalisation). */
static const char *normalised(const char *text, struct arena *a)
{
	size_t size = strlen(text);
	if (size == 0 || (!strpbrk(text, "\t\n\r") && text[0] != ' ' && text[size - 1] != ' '))
		return text;
	char *copy = arena_strdup(a, text);
	for (char *c = copy; *c; c++)
		if (*c == '\t' || *c == '\n' || *c == '\r')
			*c = ' ';
	/* Of a value that is white space only, as format=" " or character=" ", a space is left. */
	size_t lead = strspn(copy, " ");
	if (lead == size)
		return " ";
	while (size > lead && copy[size - 1] == ' ')
		copy[--size] = '\0';
	return copy + lead;
}

static const char *attribute_text(struct value_context *x, const xmlAttr *a)
{
	const xmlNode *value = a->children;
	if (!value)
		return "";
	if (value->type == XML_TEXT_NODE && !value->next)
		return normalised((const char *)value->content, x->b->memory);
	xmlChar *text = xmlNodeGetContent((const xmlNode *)a);
	char *copy = arena_strdup(x->b->memory, text ? (const char *)text : "");
	xmlFree(text);
	return normalised(copy, x->b->memory);
}

/* Names of the axf: extensions are those of CSS, but for these. */
static const char *of_antenna_house(const char *name)
{
	static const struct {
		const char *axf, *name;
	} others[] = {{"punctuation-trim", "text-spacing-trim"},
	              {"text-combine-horizontal", "text-combine-upright"},
	              {"alttext", "fox:alt-text"},
	              {"bleed", "fox:bleed"},
	              {"crop-offset", "fox:crop-offset"}};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(name, others[i].axf) == 0)
			return others[i].name;
	return name;
}

/* The table's name for an attribute: extensions go by their namespace. NULL: not a property. */
static const char *table_name(const xmlAttr *a, struct arena *memory)
{
	const char *name = (const char *)a->name;
	if (!a->ns)
		return name;
	const char *space = (const char *)a->ns->href;
	if (strcmp(space, "http://www.w3.org/XML/1998/namespace") == 0)
		return strcmp(name, "lang") == 0 ? "xml:lang" : NULL;
	/* FOP refuses attributes of namespaces other than its own, where it passes over those that it does not know: what
	 * it is to read, too, has this one there. */
	if (strcmp(space, FOX_NAMESPACE) == 0 && strncmp(name, "overflow-condense", strlen("overflow-condense")) == 0)
		return name;
	if (strcmp(space, FOX_NAMESPACE) == 0)
		return arena_printf(memory, "fox:%s", name);
	if (strcmp(space, AXF_NAMESPACE) == 0)
		return of_antenna_house(name);
	return NULL;
}

static void collect_one(struct value_context *x, const xmlAttr *a, struct settings *out)
{
	const char *name = table_name(a, x->b->memory);
	if (!name || (!a->ns && strcmp(name, "id") == 0))
		return;
	const char *text = attribute_text(x, a);
	bool known = settings_add_named(x, out, name, text, (const char *)a->name, RANK_PLAIN);
	/* Of other formatters' extensions only those that are known mean something here. */
	if (!known && !a->ns && diag_first(x->b->diag, arena_printf(x->b->memory, "attribute %s", name)))
		diag_error(x->b->diag, x->loc, "%s has no property '%s'", fo_kind_name(x->kind), name);
	else if (!known && a->ns && diag_first(x->b->diag, arena_printf(x->b->memory, "extension %s", name)))
		diag_warning(x->b->diag, x->loc, "the extension '%s' is not supported, it is left out", name);
}

static int by_rank(const void *a, const void *b)
{
	const struct setting *left = a, *right = b;
	if (left->rank != right->rank)
		return left->rank < right->rank ? -1 : 1;
	return left->order < right->order ? -1 : left->order > right->order;
}

void settings_collect(struct value_context *x, const xmlNode *element, struct settings *out)
{
	/* Ruby is half as large as its base (CLREQ 3.3.1) unless it says otherwise. */
	if (x->kind == FO_RUBY_TEXT)
		settings_add(out, PROP_FONT_SIZE, "50%", "font-size", RANK_SHORTHAND);
	for (const xmlAttr *a = element->properties; a; a = a->next)
		collect_one(x, a, out);
	if (out->count > 1)
		qsort(out->item, out->count, sizeof *out->item, by_rank);
}
