/* Page masters: which one a page takes, and where its regions lie (XSL 6.4). */
#ifndef CBUA_PAGE_MASTER_H
#define CBUA_PAGE_MASTER_H

#include "internal.h"

/* What a page is, for choosing its master. */
struct page_traits {
	size_t ordinal; /* in its page sequence, from 0 */
	int number;
	bool blank, last;
};

/* How far a sequence has come in its fo:page-sequence-master. */
struct master_state {
	const struct fo_node *alternative; /* the sub-sequence-specifier in use; NULL: none yet */
	int used;                          /* pages it has given */
};

/* The fo:simple-page-master of the next page; *state is moved on. NULL after reporting when there is none. */
const struct fo_node *page_master_choose(struct layout *l, const struct fo_node *sequence, struct master_state *state,
                                         struct page_traits traits);
/* Whether the sequence's only page, or its last one, may have a master of its own. */
bool page_master_has_only(struct layout *l, const struct fo_node *sequence);
bool page_master_has_last(struct layout *l, const struct fo_node *sequence);

struct region {
	const struct fo_node *node;
	mpt inline_offset, block_offset; /* of the border rectangle in the page's reference area */
	mpt inline_size, block_size;
	bool page_is_vertical; /* the page's own lines run down */
};

#define REGIONS_MAX 32

/* A page's geometry: its reference area on paper and the regions in it. Region-bodies come first. */
struct page_geometry {
	const struct fo_node *master;
	mpt width, height;             /* of the paper */
	struct page_rectangle content; /* of the page's reference area on paper */
	enum fo_key writing_mode;
	int orientation;
	mpt inline_size, block_size;             /* of the reference area, along its own axes */
	mpt paper_inline_size, paper_block_size; /* of the paper, along the same axes */
	struct region region[REGIONS_MAX];
	size_t region_count;
};
/* How large the paper is along its lines and across them where the page master says 'indefinite' (XSL 7.27.13); 0: not
 * known, as for 'auto'. */
struct page_extent {
	mpt inline_size, block_size;
};
struct page_geometry page_geometry_of(const struct fo_node *master, struct page_extent extent);

/* Whether the page is as large as its content across the lines, or (if not so) along them. */
bool page_master_grows_along_block(const struct fo_node *master);
bool page_master_grows_along_inline(const struct fo_node *master);

/* Whether some page master's pages grow along their lines. */
bool page_master_has_growing(const struct layout *l);

/* The content's lines run across the page's: one of the two is turned or vertical. */
bool region_is_across(const struct region *r);

/* f, a FRAGMENT_AREA, as the region's area: its border rectangle on the page, its content's own axes. */
void region_set_area(struct fragment *f, const struct region *region);

/* Whether static content of that flow-name may be shown on some page: in a region, or as a separator (XSL 6.10.1.3). */
bool page_master_has_region(const struct layout *l, const char *flow_name);

/* The flow-name that a region is known by. */
const char *region_name(const struct fo_node *region);

/* The number as page-number-format, grouping and letter-value say, with folio prefix and suffix (XSL 7.26, 6.6.10).
 * Lives in a. */
const char *folio_label(const struct fo_node *sequence, int number, struct arena *a);
/* The number as the node's own format, grouping and letter-value say. Lives in a. */
const char *number_label(const struct fo_node *node, int number, struct arena *a);

#endif
