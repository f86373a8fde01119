/* Which flows are set as one and in which regions (XSL 6.4.19): by the page sequence's fo:flow-map, else by name. */
#ifndef CBUA_FLOW_MAP_H
#define CBUA_FLOW_MAP_H

#include "internal.h"

struct flow_group {
	const struct fo_node *flow; /* the first; flow_map_next has those that follow it */
	const char *const *region;  /* [region_count]: names, in the order in which they are filled on a page */
	size_t region_count;
};

/* The page sequence's fo:flow children, those that are set as one together. Reports what a map has wrong. Lives in the
 * layout's memory. */
struct flow_group *flow_groups_of(struct layout *l, const struct fo_node *sequence, size_t *count);

/* The fo:flow or fo:static-content whose content follows that of this one as if they were one; NULL: none. */
const struct fo_node *flow_map_next(const struct layout *l, const struct fo_node *flow);

/* The first fo:static-content that goes into the region of that name; NULL: none. */
const struct fo_node *flow_map_static(const struct layout *l, const struct fo_node *sequence, const char *region);

/* Whether some page master has a region for that fo:static-content. */
bool flow_map_is_shown(const struct layout *l, const struct fo_node *static_content);

#endif
