/* What flow maps and the regions of a page master must not say twice (XSL 6.4.19, 6.4.1). */
#include <string.h>

#include "fo_private.h"

/* The specifier of that name in such a list of the map, before the one given. */
static const struct fo_node *named_before(const struct fo_node *map, enum fo_kind list, enum fo_property property,
                                          const struct fo_node *specifier)
{
	const char *name = fo_string(specifier, property);
	for (const struct fo_node *assignment = map->first_child; assignment; assignment = assignment->next) {
		const struct fo_node *all = fo_child_of_kind(assignment, list);
		for (const struct fo_node *child = all ? all->first_child : NULL; child; child = child->next) {
			if (child == specifier)
				return NULL;
			if (strcmp(fo_string(child, property), name) == 0)
				return child;
		}
	}
	return NULL;
}

static void check_list(struct build *b, const struct fo_node *map, const struct fo_node *assignment, enum fo_kind list,
                       enum fo_property property)
{
	const struct fo_node *all = fo_child_of_kind(assignment, list);
	for (const struct fo_node *child = all ? all->first_child : NULL; child; child = child->next) {
		const struct fo_node *other = named_before(map, list, property, child);
		if (other)
			diag_error(b->diag, child->loc, "%s: '%s' is assigned by line %d, too, which counts",
			           fo_property_name(property), fo_string(child, property), other->loc.line);
	}
}

static void check_map(struct build *b, const struct fo_node *map)
{
	for (const struct fo_node *child = map->first_child; child; child = child->next) {
		check_list(b, map, child, FO_FLOW_SOURCE_LIST, PROP_FLOW_NAME_REFERENCE);
		check_list(b, map, child, FO_FLOW_TARGET_LIST, PROP_REGION_NAME_REFERENCE);
	}
}

static void check_map_reference(struct build *b, const struct fo_node *sequence)
{
	const char *name = fo_string(sequence, PROP_FLOW_MAP_REFERENCE);
	if (!*name)
		return;
	const struct fo_node *set = fo_child_of_kind(b->tree->root, FO_LAYOUT_MASTER_SET);
	for (const struct fo_node *map = set ? set->first_child : NULL; map; map = map->next)
		if (map->kind == FO_FLOW_MAP && strcmp(fo_string(map, PROP_FLOW_MAP_NAME), name) == 0)
			return;
	diag_error(b->diag, sequence->loc, "flow-map-reference: no fo:flow-map is named '%s'", name);
}

/* Regions of one page master have names of their own; without one it is that of their kind. */
static void check_bodies(struct build *b, const struct fo_node *master)
{
	const struct fo_node *unnamed = NULL;
	for (const struct fo_node *child = master->first_child; child; child = child->next) {
		if (child->kind != FO_REGION_BODY || *fo_string(child, PROP_REGION_NAME))
			continue;
		if (unnamed)
			diag_error(b->diag, child->loc,
			           "fo:region-body: another one of the page master has no region-name, too (line %d)",
			           unnamed->loc.line);
		unnamed = child;
	}
}

void check_flows(struct build *b, const struct fo_node *node)
{
	if (node->kind == FO_FLOW_MAP)
		check_map(b, node);
	else if (node->kind == FO_PAGE_SEQUENCE)
		check_map_reference(b, node);
	else if (node->kind == FO_SIMPLE_PAGE_MASTER)
		check_bodies(b, node);
}
