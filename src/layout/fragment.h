/* What layout makes of the tree: fragments, in logical geometry (DESIGN.md decisions 11 and 12).
 * A fragment is the part of one formatting object that lies in one reference area's column. Offsets are along the
 * inline and block progression of the nearest reference area, from the before-start corner of its content rectangle;
 * only paint.c knows x and y. */
#ifndef CBUA_FRAGMENT_H
#define CBUA_FRAGMENT_H

#include "base.h"
#include "fo.h"
#include "graphic.h"
#include "page.h"
#include "text.h"

enum fragment_kind {
	FRAGMENT_BLOCK, /* an area that stacks others: border, padding and background of its node, then children */
	FRAGMENT_LINE,
	FRAGMENT_AREA,   /* a reference area with axes of its own: children's offsets start from its content rectangle */
	FRAGMENT_RULE,   /* a segment of a collapsed table border */
	FRAGMENT_PICTURE /* fo:external-graphic, fo:instream-foreign-object in a line */
};

struct picture;
struct inline_content;

struct edges {
	mpt before, after, start, end;
};

struct fragment {
	enum fragment_kind kind;
	const struct fo_node *node;      /* never NULL */
	bool first, last;                /* holds the node's beginning, its end */
	bool is_repeated;                /* a table's header or footer once more */
	bool unseen;                     /* neither border nor background is drawn */
	mpt inline_offset, block_offset; /* of the border rectangle */
	mpt inline_size, block_size;     /* of the border rectangle */
	struct edges border, padding;    /* as drawn: 0 where conditionality takes them away */
	struct fragment *parent, *first_child, *last_child, *next;
	union {
		struct line *line;             /* LINE */
		struct area *area;             /* AREA */
		struct rule *rule;             /* RULE */
		const struct picture *picture; /* PICTURE */
	};
};

/* A reference area's own axes. Its content rectangle is the fragment's border rectangle less border and padding. */
struct area {
	enum fo_key writing_mode;    /* KEY_LR_TB, KEY_RL_TB, KEY_TB_RL, ... */
	int orientation;             /* reference-orientation, counter-clockwise: 0, 90, 180, 270 */
	mpt inline_size, block_size; /* of the content rectangle, along its own axes */
	mpt block_shift;             /* display-align: children stand this much further in block progression */
	bool clip;                   /* overflow hidden */
	double scale; /* condensed: what is in it is drawn so much smaller, its offsets and sizes are those before; 0: no */
	struct fragment *
	    absolute; /* areas placed in this one (absolute-position); offsets from its padding rectangle; linked by next */
};

struct rule {
	bool block_direction; /* runs along block progression */
	bool row_end;         /* at the after edge of its row */
	mpt width;
	enum fo_key style;
	struct fo_color color;
};

/* Something in a line that the column has to know about. */
enum line_anchor_kind { LINE_ANCHOR_FOOTNOTE, LINE_ANCHOR_FLOAT };

struct line_anchor {
	enum line_anchor_kind kind;
	const struct fo_node *node;
};

/* The id of an inline-level object that begins in a line, or one that has begun before and ends in it. */
struct line_id {
	const char *id;
	bool ends;
};

/* An inline area of which a background, borders, a decoration or a link is drawn; over a stretch of the line. */
struct line_box {
	const struct fo_node *node;
	const struct fo_node *look; /* whose background and borders it has: the node's own, but on some first lines */
	bool first, last;           /* has the node's start edge, its end edge */
	mpt position, size;         /* border rectangle along the inline axis, from the line's start */
	mpt before, block_size;     /* border rectangle from the line's before edge */
	struct edges border, padding;
	struct index_link *link; /* a page number in an index that leads to its page; NULL: none */
};

/* A piece of a line and where it stands across it. */
struct line_piece {
	struct text_piece text;
	mpt baseline; /* from the line's before edge down to this piece's own baseline */
	const struct fo_node
	    *node; /* the inline-level object it comes from (FO_TEXT's parent decides colour, decoration) */
	struct fragment *
	    content; /* a picture, an inline-container, a leader's content; offsets from the line's start and before edge */
};

/* A line whose pieces and boxes are made only when it is painted: nobody asks for them before. */
struct deferred_line {
	struct inline_content *content; /* NULL: the pieces are there */
	const struct text_breaks *breaks;
	size_t index;
};

struct line {
	struct deferred_line deferred;
	mpt baseline; /* dominant baseline from the before edge */
	mpt indent;   /* the line's start edge from the fragment's inline_offset: 0 unless floats intrude */
	struct line_piece *piece;
	size_t piece_count;
	struct line_box *box; /* outermost first */
	size_t box_count;
	struct line_anchor *anchor;
	size_t anchor_count;
	const struct line_id *ids;
	size_t id_count;
};

static inline mpt fragment_content_inline(const struct fragment *f)
{
	return f->inline_size - f->border.start - f->border.end - f->padding.start - f->padding.end;
}

static inline mpt fragment_content_block(const struct fragment *f)
{
	return f->block_size - f->border.before - f->border.after - f->padding.before - f->padding.after;
}

struct fragment *fragment_new(struct arena *a, enum fragment_kind kind, const struct fo_node *node);
void fragment_append(struct fragment *parent, struct fragment *child);

/* The baseline of the first line in a fragment, from where its block_offset counts. False: there is none. */
bool fragment_first_baseline(const struct fragment *f, mpt *baseline);

/* Moves a fragment and all below it (to the next reference area's border) along block progression. */
void fragment_move(struct fragment *f, mpt inline_by, mpt block_by);

#endif
