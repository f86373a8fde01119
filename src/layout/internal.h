/* What the files of layout/ share: the state of one document's layout and of one page. */
#ifndef CBUA_LAYOUT_INTERNAL_H
#define CBUA_LAYOUT_INTERNAL_H

#include "base.h"
#include "fo.h"
#include "fragment.h"
#include "graphic.h"
#include "layout.h"
#include "page.h"
#include "text.h"

struct reference_table; /* ids and the pages they are on: reference.h */
struct index_table;     /* index keys: index.h */
struct content;

struct layout {
	struct fo_tree *tree;
	struct text_engine *text;
	struct graphic_store *graphics;
	struct font_library *fonts;
	struct layout_options options;
	struct diag *diag;
	struct arena *memory;              /* the document's: content, text styles, structure */
	const struct content **content;    /* [tree->node_count]: what content_of has made; NULL: not yet */
	const struct text_style **style;   /* by style identity: see text_style_of */
	struct page_structure **structure; /* [tree->node_count] */
	struct reference_table *references;
	struct index_table *indexes;
	struct marker_state *markers; /* marker.c's own */
	uint32_t tree_nodes;          /* of the tree as built; copies of markers' contents have higher numbers */
	struct page_document document;
	struct sequence *sequences; /* [sequence_count], page_sequence.h */
	size_t sequence_count;
	size_t next_sequence;            /* that layout_next gives */
	size_t next_page;                /* of it */
	bool settled;                    /* the passes for citations are done */
	struct arena *pages;             /* that layout_next gave last */
	struct inline_state *inlines;    /* content.c's own: text styles by (style), pictures by node */
	struct paint_state *paint;       /* paint.c's own */
	struct icc_state *icc;           /* paint_icc.c's own; NULL: not yet asked for */
	struct change_bars *change_bars; /* paint_change_bar.c's own; NULL: not yet looked for */
	struct table **tables;           /* [tree_nodes]: table.c's own */
};

/* A marker that a page's areas carry (XSL 6.13.5). */
struct page_marker {
	const struct fo_node *marker;
	const struct fo_node *owner; /* the marker's parent */
	bool first, last;            /* the area is the owner's first, its last */
};

/* What the content of a page may ask for while it is laid out. */
struct page_context {
	struct arena *memory;              /* of the pages of this page sequence */
	const struct fo_node *sequence;    /* fo:page-sequence */
	const struct fo_node *region;      /* of the page master, for from-page-master-region; NULL in none */
	int number;                        /* page number as counted; -1: not known (measuring) */
	const char *label;                 /* formatted, with folio prefix and suffix */
	size_t index;                      /* in the document, from 0 */
	const struct page_marker *markers; /* of this page in order; only while static content is laid out */
	size_t marker_count;
	const struct table_scope *table; /* whose header or footer is laid out, for fo:retrieve-table-marker; NULL */
	mpt footnote_measure;            /* inline size of the region: what footnotes and before-floats are laid out in */
	mpt float_separator;             /* below the before-floats of a page */
	mpt page_inline_size, page_block_size; /* of the page, along the axes of the page master */
	struct fragment **fixed;               /* fixed areas of this page, linked by next; NULL while measuring */
	bool is_static;                        /* static content: artifacts, ids do not count, contents differ by page */
};

/* The marker that a fo:retrieve-marker or fo:retrieve-table-marker shows on this page; NULL: none. marker.c */
const struct fo_node *page_retrieve_marker(struct layout *l, const struct page_context *page,
                                           const struct fo_node *retrieve);

/* The markers that a chain of fragments carries, in order. */
struct page_marker *markers_of_fragments(const struct layout *l, const struct fragment *first, size_t *count,
                                         struct arena *a);
/* Of these the first or last one of the class, of areas that begin (or end) here where the position (as of
 * retrieve-position) asks for that and there is one; NULL: none of the class. */
const struct fo_node *markers_choose(const struct page_marker *markers, size_t count, const char *class_name,
                                     enum fo_key position);

/* reference.c */
/* The folio of the page that holds the first (or last) area of the id, as known from the last pass, or a guess; "" when
 * the id is unknown, reported at the node once. Of a fo:index-page-citation-list index_label. Marks that the answer was
 * used, so that a change causes another pass.
 */
const char *reference_label(struct layout *l, const struct fo_node *citation);

/* A length property's base for percentages and the relative sides: resolved border and padding of a node. base: inline
 * size of the containing block. box.c */
struct edges box_border(const struct fo_node *node);
struct edges box_padding(const struct fo_node *node, mpt base);

/* A reference area laid out for its own sake (inline-container, footnote body, table cell when measured, static
 * content): the node's block-level content in a measure of inline_size, without end (block_size NULL) or in
 * *block_size. Returns a FRAGMENT_AREA whose area.block_size is what the content takes. column.c */
struct fragment *area_layout(struct layout *l, const struct fo_node *node, mpt inline_size,
                             const struct page_context *page);

/* Min- and max-content widths of a node's content, border and padding included, for automatic tables and inline
 * containers. */
void block_widths(struct layout *l, const struct fo_node *node, mpt *min_content, mpt *max_content,
                  const struct page_context *page);

/* paint.c: turns fragments into items of a page. */
struct paint_target {
	struct page_items *items;
	struct page_link **links;
	size_t *link_count, *link_capacity;
	struct page_anchor **anchors;
	size_t *anchor_count, *anchor_capacity;
	struct arena *memory;        /* of the page */
	struct page_rectangle page;  /* without its bleed */
	enum page_artifact artifact; /* of static content */
	bool is_static;
	bool is_repeated; /* stands on an earlier page, or will on a later one: read once (ISO 14289-1, 7.8) */
	bool is_even;     /* an even page: its end is inside */
};

/* From logical to physical: the content rectangle of a reference area on the page. The one place where axes turn. */
struct paint_axes {
	struct page_matrix
	    matrix; /* from the area's own (x to the right, y down, origin at its physical upper left) to the page */
	enum fo_key writing_mode;
	mpt width, height; /* physical size of the content rectangle before turning */
};

/* z-index, 0 for auto: areas placed absolutely are painted from the lowest to the highest, those below 0 beneath what
 * stands in the area round them (XSL 4.9.6, 7.30.18). */
double stack_level(const struct fragment *f);
/* Draws an area with all that it holds. axes: those of the reference area that holds f. */
void paint_fragment(struct layout *l, const struct fragment *f, const struct paint_axes *axes,
                    const struct paint_target *target);
/* The axes of a region's or page's content rectangle. */
struct paint_axes paint_axes_of(const struct page_rectangle *rectangle, enum fo_key writing_mode, int orientation);

/* structure.c: the structure element that real content of a node belongs to; made when first asked for. */
struct page_structure *structure_of(struct layout *l, const struct fo_node *node);
/* A Link element in that one, another with each call; NULL in an artifact. */
struct page_structure *structure_of_link(struct layout *l, const struct fo_node *node);

#endif
