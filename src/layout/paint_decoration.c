/* Lines under, over and through text, and its shadow (XSL 7.17.4, 7.17.5). */
#include "paint_line.h"

enum decoration_line { UNDERLINE, OVERLINE, LINE_THROUGH };

/* A decoration line that grows from piece to piece. */
struct stroke {
	const struct fo_node *node; /* that set it; NULL: none begun */
	mpt position, end;          /* along the line */
	mpt before, thickness;      /* from the line's before edge */
};

static const struct fo_node *decorating_node(const struct decoration *d, enum decoration_line kind)
{
	switch (kind) {
	case UNDERLINE:
		return d->underline;
	case OVERLINE:
		return d->overline;
	default:
		return d->line_through;
	}
}

/* The level whose font a decoration is drawn for: the object's that set it; for a block round this one, the block's. */
static const struct inline_level *decorating_level(const struct inline_level *level, const struct fo_node *node)
{
	while (level->parent && level->node != node)
		level = level->parent;
	return level;
}

/* The middle of the line above the baseline, and its thickness, as the face says. */
static mpt stroke_height(const struct font_face *face, mpt size, enum decoration_line kind, mpt *thickness)
{
	if (kind == LINE_THROUGH) {
		*thickness = font_scale(face, face->strikeout_thickness, size);
		return font_scale(face, face->strikeout_position, size);
	}
	*thickness = font_scale(face, face->underline_thickness, size);
	return font_scale(face, kind == UNDERLINE ? face->underline_position : face->ascender, size);
}

/* In a vertical line the baseline is in its middle: lines stand beside the characters, under is at the after side, the
 * left (CLREQ "proper noun marks"). */
static mpt vertical_height(const struct inline_level *setter, enum decoration_line kind)
{
	if (kind == LINE_THROUGH)
		return 0;
	return kind == UNDERLINE ? -setter->style->size / 2 : setter->style->size / 2;
}

static void place_stroke(struct stroke *s, const struct line_painter *lp, const struct inline_level *setter,
                         enum decoration_line kind)
{
	const struct font_face *face = font_primary(setter->style->fonts);
	mpt above = stroke_height(face, setter->style->size, kind, &s->thickness);
	if (axes_are_vertical(&lp->p->axes))
		above = vertical_height(setter, kind);
	mpt baseline = lp->line->baseline - setter->baseline->top + setter->baseline->actual->altitude;
	s->before = baseline - above - s->thickness / 2;
}

/* One line under all that it decorates, whatever size and shift it has: so the font of the object that set it says
 * where. Of its primary face, so that a character from another face does not make a step. */
static struct stroke stroke_of(const struct line_painter *lp, const struct line_piece *piece,
                               const struct inline_level *level, enum decoration_line kind)
{
	struct stroke s = {
	    .node = decorating_node(&level->decoration, kind),
	    .position = piece->text.position,
	    .end = piece->text.position + piece->text.width,
	};
	place_stroke(&s, lp, decorating_level(level, s.node), kind);
	return s;
}

static void stroke_paint(const struct line_painter *lp, const struct stroke *s)
{
	if (!s->node || s->thickness <= 0)
		return;
	struct logical_rectangle r = {lp->inline_offset + s->position, lp->block_offset + s->before, s->end - s->position,
	                              s->thickness};
	struct page_color color = page_color_of(fo_color(s->node, PROP_COLOR));
	paint_rectangle(lp->p, r, &color, PAGE_ARTIFACT_LAYOUT);
}

static bool continues(const struct stroke *s, const struct stroke *next)
{
	return s->node == next->node && s->end == next->position && s->before == next->before &&
	       s->thickness == next->thickness;
}

static void paint_kind(const struct line_painter *lp, enum decoration_line kind)
{
	struct stroke open = {0};
	for (size_t i = 0; i < lp->line->piece_count; i++) {
		const struct line_piece *piece = &lp->line->piece[i];
		const struct inline_level *level = ((const struct inline_item *)piece->text.owner)->level;
		if (piece->text.kind != TEXT_PIECE_GLYPHS || !decorating_node(&level->decoration, kind) ||
		    fo_key(level->node, PROP_VISIBILITY) == KEY_HIDDEN)
			continue;
		struct stroke next = stroke_of(lp, piece, level, kind);
		if (continues(&open, &next)) {
			open.end = next.end;
		} else {
			stroke_paint(lp, &open);
			open = next;
		}
	}
	stroke_paint(lp, &open);
}

static bool line_is_decorated(const struct line *line)
{
	for (size_t i = 0; i < line->piece_count; i++) {
		const struct inline_item *item = line->piece[i].text.owner;
		const struct decoration *d = &item->level->decoration;
		if (d->underline || d->overline || d->line_through)
			return true;
	}
	return false;
}

void paint_decorations(const struct line_painter *lp, bool under)
{
	if (!line_is_decorated(lp->line))
		return;
	if (under) {
		paint_kind(lp, UNDERLINE);
		paint_kind(lp, OVERLINE);
	} else {
		paint_kind(lp, LINE_THROUGH);
	}
}
