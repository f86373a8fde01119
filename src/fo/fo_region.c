/* Which region of a page master an object's content goes into, as far as that can be told before pages are made. */
#include <string.h>

#include "fo_private.h"

static const struct fo_node *master_named(const struct fo_node *set, const char *name)
{
	for (const struct fo_node *child = set ? set->first_child : NULL; child; child = child->next)
		if (strcmp(fo_string(child, PROP_MASTER_NAME), name) == 0)
			return child;
	return NULL;
}

/* The first master that a sequence of masters names, by whichever of its parts. */
static const char *first_reference(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		const char *name = fo_string(child, PROP_MASTER_REFERENCE);
		if (!*name)
			name = first_reference(child);
		if (*name)
			return name;
	}
	return "";
}

static const struct fo_node *page_master(const struct fo_node *set, const char *name)
{
	const struct fo_node *master = master_named(set, name);
	if (master && master->kind == FO_PAGE_SEQUENCE_MASTER)
		master = master_named(set, first_reference(master));
	return master && master->kind == FO_SIMPLE_PAGE_MASTER ? master : NULL;
}

static bool is_region_of(const struct fo_node *region, const char *flow)
{
	static const struct {
		enum fo_kind kind;
		const char *name;
	} defaults[] = {{FO_REGION_BODY, "xsl-region-body"},
	                {FO_REGION_BEFORE, "xsl-region-before"},
	                {FO_REGION_AFTER, "xsl-region-after"},
	                {FO_REGION_START, "xsl-region-start"},
	                {FO_REGION_END, "xsl-region-end"}};
	const char *name = fo_string(region, PROP_REGION_NAME);
	for (size_t i = 0; !*name && i < sizeof defaults / sizeof *defaults; i++)
		if (defaults[i].kind == region->kind)
			name = defaults[i].name;
	return strcmp(name, flow) == 0;
}

static const char *attribute_of(const struct fo_node *node, const char *name)
{
	const char *text = node && node->xml ? element_attribute(node->xml, NULL, name) : NULL;
	return text ? text : "";
}

/* The page masters stand before the page sequences. Of several masters the first one counts. */
const struct fo_value *master_region_value(const struct value_context *x, enum fo_property property)
{
	const char *flow = "xsl-region-body";
	const struct fo_node *sequence = x->node;
	for (; sequence && sequence->kind != FO_PAGE_SEQUENCE; sequence = sequence->parent)
		if (sequence->kind == FO_FLOW || sequence->kind == FO_STATIC_CONTENT)
			flow = attribute_of(sequence, "flow-name");
	if (!sequence)
		return NULL;
	const struct fo_node *set = fo_child_of_kind(x->b->tree->root, FO_LAYOUT_MASTER_SET);
	const struct fo_node *master = page_master(set, attribute_of(sequence, "master-reference"));
	for (const struct fo_node *region = master ? master->first_child : NULL; region; region = region->next)
		if (is_region_of(region, flow))
			return fo_value(region, property);
	return NULL;
}
