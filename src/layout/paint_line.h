/* Painting of one line: shared by paint_line.c, paint_leader.c and paint_decoration.c. */
#ifndef CBUA_PAINT_LINE_H
#define CBUA_PAINT_LINE_H

#include "inline_private.h"
#include "paint_private.h"

struct line_painter {
	const struct painter *p;
	const struct line *line;
	mpt inline_offset, block_offset; /* of the line's start and before edge in the reference area */
};

/* Underlines and overlines under the text, lines through it over it. */
void paint_decorations(const struct line_painter *lp, bool under);
/* text-shadow of an inline (or one round it) under a run of its glyphs. */
void paint_shadows(const struct line_painter *lp, const struct inline_level *level, const struct page_glyphs *glyphs);
/* Bars beside the line, block_size tall. paint_change_bar.c */
void paint_change_bars(const struct line_painter *lp, mpt block_size);
void paint_leader(const struct line_painter *lp, const struct line_piece *piece, const struct inline_item *item);

#endif
