/* Reading the tree: names, attributes, references. */
#include <string.h>

#include "svg_private.h"

#define XLINK "http://www.w3.org/1999/xlink"

/* A picture inside the formatting objects stands in a file of the user's own where these were not made by a template.
 */
static bool is_in_file(const xmlNode *node, const char *file)
{
	return file && node->doc && node->doc->URL && strcmp((const char *)node->doc->URL, file) == 0;
}

struct loc svg_loc(const struct svg_context *c, const xmlNode *node)
{
	const char *file = c->file;
	if (!file && is_in_file(node, c->loc.file))
		file = c->loc.file;
	return file ? (struct loc){file, (int)xmlGetLineNo(node)} : c->loc;
}

bool svg_is(const xmlNode *node, const char *name)
{
	return strcmp((const char *)node->name, name) == 0;
}

const xmlNode *svg_element_from(const xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

static const char *attribute_in(const struct svg_context *c, const xmlNode *element, const char *name,
                                const char *space)
{
	const xmlAttr *a = xmlHasNsProp(element, (const xmlChar *)name, (const xmlChar *)space);
	if (!a || a->type != XML_ATTRIBUTE_NODE)
		return NULL;
	const xmlNode *text = a->children;
	if (!text)
		return "";
	if (!text->next && text->type == XML_TEXT_NODE)
		return (const char *)text->content;
	xmlChar *whole = xmlNodeListGetString(a->doc, a->children, 1);
	const char *copy = arena_strdup(c->scratch, whole ? (const char *)whole : "");
	xmlFree(whole);
	return copy;
}

const char *svg_attribute(const struct svg_context *c, const xmlNode *element, const char *name)
{
	return attribute_in(c, element, name, NULL);
}

const char *svg_href(const struct svg_context *c, const xmlNode *element)
{
	const char *href = attribute_in(c, element, "href", NULL);
	return href ? href : attribute_in(c, element, "href", XLINK);
}

const xmlNode *svg_target(struct svg_context *c, const char *id, const xmlNode *node)
{
	const xmlNode *target = xmlHashLookup(c->ids, (const xmlChar *)id);
	if (!target)
		diag_warning(c->store->d, svg_loc(c, node), "SVG: nothing has the id '%s'", id);
	return target;
}

double svg_attribute_length(struct svg_context *c, const struct svg_state *state, const xmlNode *element,
                            const char *name, enum svg_axis axis, double fallback)
{
	const char *text = svg_attribute(c, element, name), *at = text;
	double value;
	if (!text || strcmp(text, "auto") == 0)
		return fallback;
	if (svg_length(&at, &state->units, axis, &value) && !*at)
		return value;
	diag_warning(c->store->d, svg_loc(c, element), "SVG: %s: expected a length, got '%s'", name, text);
	return fallback;
}

struct svg_box svg_view_box(struct svg_context *c, const xmlNode *element)
{
	const char *text = svg_attribute(c, element, "viewBox"), *at = text;
	double v[4];
	if (text && svg_numbers(&at, v, 4) == 4 && v[2] > 0 && v[3] > 0)
		return (struct svg_box){v[0], v[1], v[2], v[3]};
	if (text)
		diag_warning(c->store->d, svg_loc(c, element), "SVG: viewBox: expected four numbers, got '%s'", text);
	return (struct svg_box){.width = -1};
}

struct svg_matrix svg_transform_of(struct svg_context *c, const xmlNode *element, const char *name)
{
	struct svg_matrix m = SVG_IDENTITY;
	const char *text = svg_attribute(c, element, name);
	if (text && !svg_transform_parse(text, &m))
		diag_warning(c->store->d, svg_loc(c, element), "SVG: %s: not understood, got '%s'", name, text);
	return m;
}

struct svg_chain svg_chain_from(struct svg_context *c, const xmlNode *node, bool (*accepts)(const xmlNode *))
{
	struct svg_chain chain = {.c = c};
	while (node && accepts(node) && chain.count < sizeof chain.node / sizeof *chain.node) {
		chain.node[chain.count++] = node;
		const char *href = svg_href(c, node);
		node = href && href[0] == '#' ? svg_target(c, href + 1, node) : NULL;
	}
	return chain;
}

const xmlNode *svg_chain_holder(const struct svg_chain *chain, const char *name, bool same_kind)
{
	for (size_t i = 0; i < chain->count; i++)
		if (svg_attribute(chain->c, chain->node[i], name) &&
		    (!same_kind || svg_is(chain->node[i], (const char *)chain->node[0]->name)))
			return chain->node[i];
	return NULL;
}

void svg_unsupported(struct svg_context *c, const xmlNode *node, const char *what, const char *instead)
{
	if (diag_first(c->store->d, arena_printf(c->scratch, "SVG %s", what)))
		diag_warning(c->store->d, svg_loc(c, node), "SVG: %s is not supported: %s", what, instead);
}
