/* What the files of inline-level layout share (content*.c, inline*.c, picture.c, leader.c). */
#ifndef CBUA_INLINE_PRIVATE_H
#define CBUA_INLINE_PRIVATE_H

#include "content.h"
#include "fragment.h"
#include "internal.h"

/* ---- baselines (XSL 7.14); inline_baseline.c ---- */

/* Where the before and after edge of the line are from its dominant baseline, up positive: known once all else has its
 * place. */
struct line_edges {
	mpt before, after;
};

/* Where a font's (or a box's) baselines are, from its dominant one, up positive. */
struct baseline_table {
	mpt altitude, depth; /* from the alphabetic baseline; depth is negative below it */
	mpt x_height;
	enum fo_key dominant;
	bool of_line; /* its before and after edge are the line's */
};

/* How an inline area is aligned to its parent's. Immutable once made. */
struct baseline {
	const struct baseline *parent; /* NULL: the line's own */
	const struct baseline_table *scaled, *actual;
	enum fo_key alignment; /* the alignment-baseline */
	mpt shift;             /* baseline-shift */
	mpt height;            /* of the area */
	mpt alignment_point;   /* below the top of the area */
	mpt line_height;
	mpt x_height;
	bool of_line_edges; /* stands at the line's before or after edge, or in something that does */
	mpt top;            /* above the line's dominant baseline; of_line_edges: not known */
};

/* The baseline of the line: of the block's primary font. */
const struct baseline *baseline_of_line(const struct fo_node *block, const struct text_style *style, struct arena *a);
/* Of an object without an area of its own (fo:wrapper) that changes the font: on the baseline round it. */
const struct baseline *baseline_of_font(const struct text_style *style, enum fo_key writing_mode, mpt line_height,
                                        const struct baseline *parent, struct arena *a);
/* Of an inline area with a font. */
const struct baseline *baseline_of_text(const struct fo_node *node, const struct text_style *style,
                                        const struct baseline *parent, struct arena *a);
/* Of a box that reaches so far above and below its baseline. */
const struct baseline *baseline_of_box(const struct fo_node *node, mpt above, mpt below, const struct baseline *parent,
                                       struct arena *a);
/* Above the line's dominant baseline. */
mpt baseline_top(const struct baseline *b, const struct line_edges *edges);
/* In tb-rl lines the em boxes stand centred on the baseline. */
void font_extent(const struct text_style *style, bool vertical, mpt *altitude, mpt *depth);

/* ---- styles; inline_style.c ---- */

/* Interned: equal styles are the same pointer. Lives as long as the layout. */
const struct text_style *text_style_of(struct layout *l, const struct fo_node *node, bool preserve_spaces,
                                       bool keep_together);
mpt line_height_of(const struct fo_node *node);
/* "zh-Hans-CN" of language, script and country; "" when there is no language. Lives in a, or is a constant. */
const char *language_of(const struct fo_node *node, struct arena *a);
/* Features, kerning and the Chinese and vertical ways of setting. inline_typography.c */
void style_set_typography(struct text_style *s, const struct fo_node *node);
/* What the author says instead of what is seen (fox:alt-text); "". */
const char *alternative_text(const struct fo_node *node);
mpt font_size_of(const struct fo_node *node);

/* ---- content ---- */

/* Lines under, over and through text, with the colour of the object that set them; NULL where not set. */
struct decoration {
	const struct fo_node *underline, *overline, *line_through;
};

/* What text-decoration of the node itself makes of what it has from round it. inline_typography.c */
struct decoration decoration_of(const struct fo_node *node, struct decoration outer);

/* Where a page number in an index leads to. */
struct index_link {
	const char *destination;          /* an id */
	const char *label;                /* what it says */
	struct page_structure *structure; /* its Link element; NULL: not yet made */
};

/* An inline-level object that is open round content; the outermost is the block itself. Immutable once made. */
struct inline_level {
	const struct inline_level *parent;
	const struct fo_node *node;
	const struct fo_node *look; /* whose properties it has: the node's own, or those of its copy on a first line */
	const struct text_style *style;
	const struct baseline *baseline;
	struct decoration decoration;
	struct edges border, padding;
	struct index_link *link; /* NULL: none */
	mpt space_start, space_end;
	unsigned depth;     /* 0: the block */
	bool draws;         /* has a line_box of its own: border, padding, background, link */
	bool boxed;         /* it or one round it draws */
	bool marked;        /* has fo:marker children */
	bool keep_together; /* keep-together.within-line="always" */
};

/* What fills a leader; how often is known only where it stands. */
struct leader {
	enum fo_key pattern;    /* KEY_SPACE, KEY_RULE, KEY_DOTS, KEY_USE_CONTENT */
	enum fo_key alignment;  /* leader-alignment */
	mpt unit;               /* DOTS, USE_CONTENT: from one to the next */
	enum fo_key rule_style; /* RULE */
	mpt rule_thickness;
	uint32_t dot; /* DOTS: the glyph */
	const struct font_face *face;
	mpt size;
	mpt dot_advance;
	struct fragment *content; /* USE_CONTENT: a line; NULL: it has come to nothing */
};

enum inline_item_kind {
	ITEM_TEXT,
	ITEM_LINEFEED,
	ITEM_START,
	ITEM_END,
	ITEM_ID,
	ITEM_ID_END, /* where an object with an index-key ends, which is on all pages from its ITEM_ID to here */
	ITEM_FOOTNOTE,
	ITEM_FLOAT,
	ITEM_PICTURE,
	ITEM_CONTAINER,
	ITEM_RUBY, /* a base with its ruby text */
	ITEM_LEADER
};

struct inline_item {
	enum inline_item_kind kind;
	bool no_break_before, no_break_after;
	const struct fo_node *node;       /* of TEXT: FO_TEXT, or what stands for text (fo:page-number, ...) */
	const struct inline_level *level; /* the innermost open object, the item's own included where it opens one */
	const struct baseline *baseline;  /* set when the paragraph is built for boxes and leaders */
	union {
		struct {
			const char *text;
			size_t size;
			uint32_t start, end; /* in the paragraph's text, once that is built */
		};
		struct picture *picture;  /* PICTURE */
		struct fragment *content; /* CONTAINER, RUBY: the area */
		struct leader *leader;    /* LEADER */
	};
};

struct inline_content {
	struct layout *l;
	struct arena *memory; /* where all of it lives */
	const struct fo_node *block;
	const struct page_context *page; /* NULL: does not depend on the page */
	const struct inline_level *root;
	bool first_in_block;      /* text-indent holds for its first line */
	bool by_measure;          /* something in it is a percentage of the measure */
	bool boxed;               /* some of its levels draw */
	bool uniform;             /* inline_is_uniform */
	struct inline_item *item; /* [count] */
	size_t count;
	struct inline_content *first_line; /* the same items as a first line shows them; NULL: as all lines */
	struct inline_item *own;           /* [own_count]; with a first_line: the items without it, item has some of both */
	size_t own_count;
	size_t split;                /* with a first_line: the first item that is not on it */
	struct paragraph *paragraph; /* NULL: not yet built */
	bool justified;              /* some of its lines are filled: leaders stretch */
	bool right_to_left, vertical;
	mpt measure;                      /* that it is built for */
	const struct text_breaks *breaks; /* from offset 0; NULL: none */
	mpt breaks_measure;               /* that they are for */
};

/* Builds the paragraph for a measure where it has none, or has one for another measure on which it depends.
 * inline_paragraph.c */
void inline_build(struct inline_content *c, mpt measure);

/* inline_first_line.c: takes the items of the first line in a measure from first_line, the others from own. */
void inline_mix_first_line(struct inline_content *c, mpt measure);
/* From a part's lines and the same built with a look for the first line. */
void inline_set_first_line(struct inline_content *c, struct inline_content *first_line);
/* The breaks from the beginning on, once that is built. */
const struct text_breaks *inline_first_line_breaks(struct inline_content *c, mpt measure);

/* string_align.c: how far a cell's block is indented so that a string in it stands below those of its column. */
mpt string_align_indent(struct layout *l, const struct fo_node *block);

/* ruby.c: the base (item->node) and the text that follows it as one area, set into item->content and item->baseline;
 * and what it is in a paragraph. */
struct text_object ruby_object(struct inline_content *c, struct inline_item *item);
bool ruby_is_part(const struct fo_node *node);
/* How the lines of a part are aligned over each other. */
enum text_align ruby_align(const struct fo_node *part);

/* content.c */
bool content_is_block_level(const struct fo_node *node);
/* The object round a block-level one (fo:wrapper, fo:inline, fo:basic-link) that has no area of its own there; NULL:
 * none. */
const struct fo_node *content_round_block(const struct fo_node *node);
/* Whether what begins here, without an area of its own, is shown by the fo:block that comes next. */
bool content_goes_with_next_block(const struct fo_node *node);
/* Whether a node's first content is an fo:block, which then shows the node's id. */
bool content_begins_with_block(const struct fo_node *node);

/* leader.c. Sets item->leader and item->baseline. */
struct text_object leader_object(struct inline_content *c, struct inline_item *item, bool stretches, mpt measure);
/* content.c: made anew, not kept. */
const struct content *content_build(struct layout *l, const struct fo_node *node, const struct page_context *page,
                                    struct arena *memory);

/* inline_line.c: the line number i of content as a fragment that lives in a. */
struct fragment *inline_line_in(struct inline_content *c, const struct text_breaks *breaks, size_t i, struct arena *a);
/* The line with its pieces, which live in a where they were deferred. */
const struct line *inline_line_filled(const struct line *line, struct arena *a);
/* Whether all its lines are as tall as the block's font makes them, and the column has nothing to know of what is in
 * them. */
bool inline_is_uniform(const struct inline_content *c);

#endif
