/* Flow maps: from flows to regions and back. A page sequence without a map has the implicit one, where flows go into
 * the region that has their name. */
#include "flow_map.h"

#include <string.h>

#include "page_master.h"

static const struct fo_node *map_of(const struct layout *l, const struct fo_node *sequence)
{
	const char *name = fo_string(sequence, PROP_FLOW_MAP_REFERENCE);
	if (!*name)
		return NULL;
	const struct fo_node *set = fo_child_of_kind(l->tree->root, FO_LAYOUT_MASTER_SET);
	for (const struct fo_node *map = fo_child_of_kind(set, FO_FLOW_MAP); map; map = map->next)
		if (map->kind == FO_FLOW_MAP && strcmp(fo_string(map, PROP_FLOW_MAP_NAME), name) == 0)
			return map;
	return NULL;
}

/* The specifier of that name in the assignment's list. */
static const struct fo_node *specifier(const struct fo_node *assignment, enum fo_kind list, const char *name)
{
	enum fo_property property = list == FO_FLOW_SOURCE_LIST ? PROP_FLOW_NAME_REFERENCE : PROP_REGION_NAME_REFERENCE;
	const struct fo_node *all = fo_child_of_kind(assignment, list);
	for (const struct fo_node *child = all ? all->first_child : NULL; child; child = child->next)
		if (strcmp(fo_string(child, property), name) == 0)
			return child;
	return NULL;
}

/* The assignment that names a flow among its sources, or a region among its targets. */
static const struct fo_node *assignment_with(const struct fo_node *map, enum fo_kind list, const char *name)
{
	for (const struct fo_node *child = map ? map->first_child : NULL; child; child = child->next)
		if (specifier(child, list, name))
			return child;
	return NULL;
}

static const struct fo_node *flow_named(const struct fo_node *sequence, enum fo_kind kind, const char *name)
{
	for (const struct fo_node *child = sequence->first_child; child; child = child->next)
		if (child->kind == kind && strcmp(fo_string(child, PROP_FLOW_NAME), name) == 0)
			return child;
	return NULL;
}

/* The first flow of that kind that the page sequence has, from a specifier of a source list on. */
static const struct fo_node *flow_from(const struct fo_node *sequence, enum fo_kind kind, const struct fo_node *source)
{
	for (; source; source = source->next) {
		const struct fo_node *flow = flow_named(sequence, kind, fo_string(source, PROP_FLOW_NAME_REFERENCE));
		if (flow)
			return flow;
	}
	return NULL;
}

const struct fo_node *flow_map_next(const struct layout *l, const struct fo_node *flow)
{
	const struct fo_node *map = map_of(l, flow->parent);
	const char *name = fo_string(flow, PROP_FLOW_NAME);
	const struct fo_node *assignment = assignment_with(map, FO_FLOW_SOURCE_LIST, name);
	if (!assignment)
		return NULL;
	return flow_from(flow->parent, flow->kind, specifier(assignment, FO_FLOW_SOURCE_LIST, name)->next);
}

static const struct fo_node *first_of_assignment(const struct fo_node *sequence, enum fo_kind kind,
                                                 const struct fo_node *assignment)
{
	const struct fo_node *sources = fo_child_of_kind(assignment, FO_FLOW_SOURCE_LIST);
	return sources ? flow_from(sequence, kind, sources->first_child) : NULL;
}

const struct fo_node *flow_map_static(const struct layout *l, const struct fo_node *sequence, const char *region)
{
	const struct fo_node *map = map_of(l, sequence);
	const struct fo_node *assignment = assignment_with(map, FO_FLOW_TARGET_LIST, region);
	if (assignment)
		return first_of_assignment(sequence, FO_STATIC_CONTENT, assignment);
	const struct fo_node *named = flow_named(sequence, FO_STATIC_CONTENT, region);
	/* What the map sends elsewhere is not shown here, too. */
	return named && assignment_with(map, FO_FLOW_SOURCE_LIST, region) ? NULL : named;
}

bool flow_map_is_shown(const struct layout *l, const struct fo_node *static_content)
{
	const char *name = fo_string(static_content, PROP_FLOW_NAME);
	const struct fo_node *assignment = assignment_with(map_of(l, static_content->parent), FO_FLOW_SOURCE_LIST, name);
	if (!assignment)
		return page_master_has_region(l, name);
	const struct fo_node *targets = fo_child_of_kind(assignment, FO_FLOW_TARGET_LIST);
	for (const struct fo_node *target = targets ? targets->first_child : NULL; target; target = target->next)
		if (page_master_has_region(l, fo_string(target, PROP_REGION_NAME_REFERENCE)))
			return true;
	return false;
}

/* ---- groups ---- */

static size_t child_count(const struct fo_node *node)
{
	size_t count = 0;
	for (const struct fo_node *child = node ? node->first_child : NULL; child; child = child->next)
		count++;
	return count;
}

static void set_regions(struct layout *l, struct flow_group *g, const struct fo_node *assignment)
{
	const struct fo_node *targets = fo_child_of_kind(assignment, FO_FLOW_TARGET_LIST);
	size_t count = targets ? child_count(targets) : 1;
	const char **name = arena_array(l->memory, count, sizeof *name);
	g->region = name;
	if (!targets)
		name[g->region_count++] = fo_string(g->flow, PROP_FLOW_NAME);
	for (const struct fo_node *target = targets ? targets->first_child : NULL; target; target = target->next)
		name[g->region_count++] = fo_string(target, PROP_REGION_NAME_REFERENCE);
}

static const struct fo_node *assignment_of(const struct layout *l, const struct fo_node *flow)
{
	return assignment_with(map_of(l, flow->parent), FO_FLOW_SOURCE_LIST, fo_string(flow, PROP_FLOW_NAME));
}

/* Two flows of one name are one as much as two that a map puts together; the second one is reported. */
static bool is_first_of_name(struct layout *l, const struct fo_node *flow)
{
	if (flow_named(flow->parent, FO_FLOW, fo_string(flow, PROP_FLOW_NAME)) == flow)
		return true;
	diag_error(l->diag, flow->loc, "fo:flow: '%s' is the flow-name of another flow, too; this one is left out",
	           fo_string(flow, PROP_FLOW_NAME));
	return false;
}

struct flow_group *flow_groups_of(struct layout *l, const struct fo_node *sequence, size_t *count)
{
	struct flow_group *group = arena_array(l->memory, child_count(sequence), sizeof *group);
	*count = 0;
	for (const struct fo_node *child = sequence->first_child; child; child = child->next) {
		if (child->kind != FO_FLOW || !is_first_of_name(l, child))
			continue;
		const struct fo_node *assignment = assignment_of(l, child);
		if (assignment && first_of_assignment(sequence, FO_FLOW, assignment) != child)
			continue;
		group[*count].flow = child;
		set_regions(l, &group[*count], assignment);
		(*count)++;
	}
	return group;
}
