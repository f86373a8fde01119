/* Pages of one fo:page-sequence: from a start to the next, as often as needed. */
#ifndef CBUA_PAGE_SEQUENCE_H
#define CBUA_PAGE_SEQUENCE_H

#include "column.h"
#include "flow_map.h"
#include "page_master.h"

/* How far a flow has come. */
struct flow_start {
	const struct break_token *from; /* NULL: its beginning */
	const struct footnote *carried; /* footnotes that an earlier page could not hold, or not whole */
	size_t carried_count;
	bool flow_done; /* only footnotes or floats are left, or nothing */
};

/* Everything that a page begins with; a page can be made again from it. */
struct page_start {
	const struct break_token *from; /* in the flow; NULL: its beginning */
	const struct footnote *carried; /* footnotes that an earlier page could not hold, or not whole */
	size_t carried_count;
	struct master_state master;
	enum fo_key parity; /* KEY_EVEN_PAGE, KEY_ODD_PAGE: of the page that content waits for; KEY_AUTO */
	size_t ordinal;     /* in the sequence */
	int number;
	size_t index;                       /* in the document */
	const struct column_choice *chosen; /* [chosen_count] ends of the first columns of a span */
	size_t chosen_count;
	size_t chosen_span;              /* which one of the page's spans that is */
	bool flow_done;                  /* only footnotes or floats are left */
	const struct flow_start *others; /* of the sequence's other flows [flow_count - 1]; NULL: at their beginning */
	bool filler;                     /* flow is done: a blank page for force-page-count */
};

/* A page whose content is in place; static content is not in it yet. */
struct page_made {
	struct page_context context;
	struct page_geometry geometry;
	struct fragment *body;  /* FRAGMENT_AREA of each region with a flow, linked by next; NULL: none */
	struct fragment *fixed; /* fixed areas */
	bool blank;
	bool done;                /* the flow ends on this page */
	bool lacks_last;          /* but the last page's master cannot hold what is on it: a blank one follows */
	bool has_out_of_line;     /* footnotes or floats: what it leaves shows only when it is made as chosen */
	struct column_choice end; /* of its last column */
	size_t columns;           /* explored: of the span of the column that was; 0: the page leaves no choice */
	mpt spare;                /* least that one of its regions with a flow has left */
	struct page_start next;   /* when not done */
};

/* One page sequence of the document. */
struct sequence {
	const struct fo_node *node;
	const struct flow_group *flow; /* [flow_count]; the first one decides about pages */
	size_t flow_count;
	size_t number;            /* among page sequences */
	struct page_start *start; /* of each page, in document memory; from a pass */
	size_t page_count, page_capacity;
	int first_number; /* known when the sequence before is */
	size_t first_index;
	bool laid_out;
	mpt widest; /* of the flows without any line break: for pages as wide as their content */
};

/* The page that begins at start. Its fragments live in memory. false: no page can be made (reported). */
bool page_make(struct layout *l, const struct sequence *s, const struct page_start *start, struct arena *memory,
               struct page_made *made);
/* Whether the ends of the page's columns may be chosen: it has content, of one flow. */
bool page_has_choice(struct layout *l, const struct sequence *s, const struct page_start *start);
/* The page as far as to know where the column after those chosen would end, and where else it could (in memory). */
bool page_explore(struct layout *l, const struct sequence *s, const struct page_start *start, struct arena *memory,
                  struct page_made *made, struct column_ends *ends);

/* The starts of the next pages from *start, with their ends chosen together (total fit); at least one, at most up to
 * the next forced break. They live in memory, as long as that is not reset. page_plan.c */
struct page_plan {
	const struct page_start *start;
	size_t count;
};
struct page_plan page_plan_from(struct layout *l, const struct sequence *s, const struct page_start *start,
                                struct arena *memory);

/* The first number of a sequence after a page of number last (0: none before) (XSL 7.27.7). */
int sequence_first_number(const struct fo_node *sequence, int last);
/* Blank pages that force-page-count wants after the last one of this number (0 or 1; up to 3 with the values of FOP and
 * Antenna House that make whole sheets: doubly-even, end-on-doubly-even). next: the following sequence or NULL. */
int sequence_filler_pages(const struct fo_node *sequence, int first, int last, const struct fo_node *next);

/* Ids in the page's fragments go to the reference table. */
void page_note_ids(struct layout *l, const struct page_made *made);

/* Markers of the page's fragments, in document order; in the page's memory. marker.c */
void page_collect_markers(struct layout *l, struct page_made *made);
/* After the page's static content: what later pages may retrieve. */
void page_carry_markers(struct layout *l, const struct page_made *made);

/* The page drawn: regions, static content, body. Lives in memory. page_paint.c */
const struct page *page_paint(struct layout *l, const struct sequence *s, struct page_made *made, struct arena *memory);

/* The columns of a page's body and its footnotes and before-floats: spans.c */
struct body_result {
	struct fragment *area;
	const struct break_token *rest;
	enum fo_key reason;
	bool blank;
	const struct footnote *carried;
	size_t carried_count;
	bool has_out_of_line;
	struct column_choice end; /* of the last column */
	size_t explored_columns;  /* of the span that holds the explored one; 0: none was */
	mpt spare;                /* of the region's block size */
};
/* ends: where else the column after those that start chooses could end, and nothing after it is made; NULL: not asked.
 */
struct body_result body_layout(struct layout *l, const struct fo_node *flow, const struct page_start *start,
                               const struct region *region, struct page_context *page, struct column_ends *ends);

#endif
