/* What the files that set one line share. Inside text/ only. */
#ifndef CBUA_TEXT_LINE_H
#define CBUA_TEXT_LINE_H

#include "text_private.h"

/* An atom in a line, or the part of it that stands there. */
struct cell {
	uint32_t atom;
	uint32_t start, end;       /* offsets */
	const struct shape *shape; /* NULL: an object */
	mpt lead;                  /* blank in front of a mark's ink, which the line leaves out */
	mpt width;                 /* without its gap; a space is all gap */
	struct text_gap gap;       /* after it */
	mpt extra;                 /* what justification adds to the gap */
	struct text_gap letters;   /* room between its letters, where letter spacing has some */
	mpt inner;                 /* what justification adds there */
};

struct line {
	struct paragraph *p;
	struct text_break range;
	struct arena *arena, *scratch; /* for the result; for the time of the call */
	struct cell *cells;
	size_t count;
	mpt trailing;               /* letter spacing left out at the end */
	const struct shape *hyphen; /* NULL: none */
	size_t hyphen_cell;
};

/* text_justify.c: opens (slack > 0) or closes the line's gaps. What it has used up of slack: all of it where any gap
 * gives way. */
mpt line_adjust(struct line *line, mpt slack);

/* text_grid.c: once the line's first Chinese character is known; the content starts at pen. */
void grid_snap(struct line *line, mpt pen, mpt slack);

/* text_piece.c: cells to glyphs in visual order, the first at start. Lives in line->arena. */
struct text_piece *line_pieces(struct line *line, mpt start, size_t *count);

/* text_emphasis.c: the marks of a piece whose style has some; false: none are due. */
bool line_has_emphasis(const struct line *line);
bool emphasis_piece(const struct line *line, const struct text_piece *of, struct text_piece *marks);

#endif
