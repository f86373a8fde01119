/* Floats in a column (XSL 6.12.2) and how blocks and lines make room for those at its sides (4.4.2, 7.19.4). Offsets
 * are those of the reference area: c->reference. */
#ifndef CBUA_SIDE_FLOAT_H
#define CBUA_SIDE_FLOAT_H

#include "column.h"

/* By how much a side float reaches into a block, some lines of which stand beside it. */
struct encroachment {
	const struct fo_node *block;
	mpt size;
	const struct encroachment *next;
};

/* A float at the start or end side: lines between before and after stand beside it. */
struct side_float {
	const struct fo_node *node;
	mpt before, after;
	mpt edge; /* the one that is turned to the lines */
	bool at_end;
	struct fragment *area;
	const struct encroachment *encroachments;
};

/* From a start edge to an end edge. */
struct inline_extent {
	mpt start, end;
};

/* Lines of a block, and where they would stand without floats. */
struct block_lines {
	const struct fo_node *block;
	struct inline_extent own;
};

/* ---- float.c ---- */

/* Whether a fo:float goes to the head of the page. */
bool float_is_before(const struct column *c, const struct fo_node *node);
/* A fo:float met in a line that is about to stand at a block offset: true when a side float stands now that lines may
 * have to make room for. Those that are set where they are named have their turn when the line stands. */
bool float_before_line(struct column *c, const struct fo_node *node, mpt at);
void float_after_line(struct column *c, const struct fo_node *node);
/* Floats that have been placed since the mark are left to the next column, and what has passed them comes back. */
struct float_mark {
	size_t floats, rests;
	mpt at;
};
struct float_mark float_mark(const struct column *c);
void float_put_off(struct column *c, const struct float_mark *mark);
/* A reference area begins, with what former columns have left of its floats; gives back the one round it. */
struct reference float_open_area(struct column *c, struct fragment *area);
/* It ends, or its column does: it is as high as its floats. */
void float_close_area(struct column *c, const struct reference *outer);
/* All content of the area stands, but not all of its floats: it goes on in the next column. */
bool float_has_rest(const struct column *c);
/* Former columns have left floats, so that ending before any other content is progress. */
bool float_begins_column(const struct column *c);
/* What a token keeps of the floats, and what its column takes over besides. */
void float_keep_rests(const struct column *c, struct break_token *token);
void float_take_named(struct column *c);
/* The end of the lowest side float of the reference area. */
mpt float_end(const struct column *c);

/* ---- intrusion.c ---- */

/* What side floats leave of lines that reach from before to after. */
struct inline_extent intrusion_extent(const struct column *c, const struct block_lines *lines, mpt before, mpt after);
/* What they leave of an extent, whatever it is for. */
struct inline_extent intrusion_free_extent(const struct column *c, struct inline_extent own, mpt before, mpt after);
/* Puts down which floats a line stands beside. */
void intrusion_note_line(struct column *c, const struct block_lines *lines, mpt before, mpt after);
/* Where the first of the floats ends that are beside what reaches from before to after; MPT_MAX: there is none. */
mpt intrusion_first_end(const struct column *c, mpt before, mpt after);
/* What is to come stands no higher than a block offset. */
void intrusion_pass(struct column *c, mpt to);
/* The end of the floats that an object is to clear; 0: there is none, MPT_MAX: one is left to a later column. */
mpt intrusion_cleared(const struct column *c, const struct fo_node *node);
/* A block-level object keeps clear of them: false when the column has ended before it. */
bool intrusion_clear(struct column *c, const struct fo_node *node);
/* Where the label of a list item at the cursor counts its indents from; lines of the body keep their distance from it.
 */
struct inline_extent intrusion_list_item(struct column *c, const struct fo_node *item);

/* An object that floats displace as a whole: between the two calls it is laid out as if what they leave were all. */
struct displacement {
	mpt start, end;
	struct fragment *parent, *before; /* the object's fragments are those after before */
};
struct displacement intrusion_open_block(struct column *c, const struct fo_node *node);
void intrusion_close_block(struct column *c, const struct displacement *d);

#endif
