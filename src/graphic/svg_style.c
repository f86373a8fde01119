/* The cascade: presentation attributes, rules, the style attribute; then what is important. */
#include <string.h>

#include "svg_style.h"

/* Declarations are applied in two rounds: the font size, which lengths depend on, first. */
struct cascade {
	const struct svg_styler *styler;
	const struct svg_style *parent;
	const struct svg_units *viewport;
	struct svg_style *style;
	struct loc loc;
	bool font_size_round;
	bool important_round;
};

static void report(const struct cascade *c, const struct svg_property *property, const char *value)
{
	const char *name = svg_property_name(property);
	if (svg_property_is_supported(property))
		diag_warning(c->styler->d, c->loc, "SVG: %s: '%s' makes no sense", name, value);
	else if (diag_first(c->styler->d, arena_printf(c->styler->scratch, "SVG property %s", name)))
		diag_warning(c->styler->d, c->loc, "SVG: property '%s' is not supported: drawn without it, got '%s'", name,
		             value);
}

static void apply(const struct cascade *c, const struct svg_property *property, const char *value)
{
	if (svg_property_is_font_size(property) != c->font_size_round)
		return;
	if (!svg_property_apply(property, c->styler, value, c->parent, c->viewport, c->style))
		report(c, property, value);
}

static void apply_declarations(void *context, const struct svg_declarations *declarations)
{
	const struct cascade *c = context;
	for (size_t i = 0; i < declarations->count; i++)
		if (declarations->item[i].important == c->important_round)
			apply(c, declarations->item[i].property, declarations->item[i].value);
}

static const char *attribute_text(const xmlAttr *attribute, struct arena *memory)
{
	const xmlNode *text = attribute->children;
	if (!text)
		return "";
	if (!text->next && text->type == XML_TEXT_NODE)
		return (const char *)text->content;
	xmlChar *whole = xmlNodeListGetString(attribute->doc, attribute->children, 1);
	const char *copy = arena_strdup(memory, whole ? (const char *)whole : "");
	xmlFree(whole);
	return copy;
}

static bool is_named(const xmlAttr *attribute, const char *name)
{
	return strcmp((const char *)attribute->name, name) == 0;
}

static void apply_presentation(const struct cascade *c, const xmlNode *element)
{
	for (const xmlAttr *a = element->properties; a; a = a->next) {
		const char *name = (const char *)a->name;
		const struct svg_property *property = a->ns ? NULL : svg_property_lookup(name, strlen(name));
		if (property)
			apply(c, property, attribute_text(a, c->styler->scratch));
	}
}

/* xml:lang and xml:space are no properties, but inherited. */
static void apply_xml_attributes(const struct cascade *c, const xmlNode *element)
{
	for (const xmlAttr *a = element->properties; a; a = a->next) {
		if (!a->ns || strcmp((const char *)a->ns->href, (const char *)XML_XML_NAMESPACE) != 0)
			continue;
		const char *value = attribute_text(a, c->styler->scratch);
		if (is_named(a, "lang"))
			c->style->language = arena_strdup(c->styler->memory, value);
		else if (is_named(a, "space"))
			c->style->preserve_space = strcmp(value, "preserve") == 0;
	}
}

static struct svg_declarations style_attribute(const struct svg_styler *styler, const xmlNode *element)
{
	for (const xmlAttr *a = element->properties; a; a = a->next)
		if (!a->ns && is_named(a, "style")) {
			const char *text = attribute_text(a, styler->scratch);
			return svg_declarations_parse(styler->scratch, text, strlen(text));
		}
	return (struct svg_declarations){0};
}

struct svg_style svg_style_compute(const struct svg_styler *styler, const xmlNode *element,
                                   const struct svg_style *parent, const struct svg_units *viewport, struct loc loc)
{
	struct arena_mark mark = arena_mark(styler->scratch);
	struct svg_style style = *parent;
	svg_style_begin(&style);
	struct cascade c = {.styler = styler, .parent = parent, .viewport = viewport, .style = &style, .loc = loc};
	apply_xml_attributes(&c, element);
	struct svg_declarations own = style_attribute(styler, element);
	for (int round = 0; round < 2; round++) {
		c.font_size_round = round == 0;
		c.important_round = false;
		apply_presentation(&c, element);
		svg_sheet_match(styler->sheet, element, apply_declarations, &c);
		apply_declarations(&c, &own);
		c.important_round = true;
		svg_sheet_match(styler->sheet, element, apply_declarations, &c);
		apply_declarations(&c, &own);
	}
	arena_reset(styler->scratch, mark);
	return style;
}
