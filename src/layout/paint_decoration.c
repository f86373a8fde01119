/* Lines under, over and through text, and its shadow (XSL 7.17.4, 7.17.5). */
#include <string.h>

#include "paint_line.h"

enum decoration_line { UNDERLINE, OVERLINE, LINE_THROUGH };

/* A decoration line that grows from piece to piece. */
struct stroke {
	const struct fo_node *node; /* that set it; NULL: none begun */
	mpt position, end;          /* along the line */
	mpt gap;                    /* at its end: space to a Chinese character or from one, which is not drawn under */
	mpt before, thickness;      /* from the line's before edge */
	mpt size;                   /* of the font of the object that set it */
	bool under_em;              /* an underline below the em box: a Chinese proper noun or book title mark */
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
	while (level->parent && level->look != node)
		level = level->parent;
	return level;
}

/* The middle of the line above the baseline, and its thickness: an eighth of the descender, where Apache FOP puts it.
 * XSL 7.17.4 leaves both open. */
static mpt stroke_height(const struct font_face *face, mpt size, enum decoration_line kind, mpt *thickness)
{
	mpt descender = font_scale(face, face->descender, size), capital = font_scale(face, face->cap_height, size);
	*thickness = mpt_max(1, -descender / 8);
	switch (kind) {
	case UNDERLINE:
		return descender / 2;
	case OVERLINE:
		return capital + capital / 10;
	default:
		return mpt_scale(capital, 45, 100);
	}
}

/* A line under Chinese text is clear of the characters, which reach below the baseline (CLREQ, proper noun marks). */
static bool is_under_em(const struct fo_node *node, enum decoration_line kind)
{
	if (kind != UNDERLINE)
		return false;
	enum fo_key position = fo_key(node, PROP_TEXT_UNDERLINE_POSITION);
	const char *language = fo_string(node, PROP_LANGUAGE);
	return position == KEY_UNDER ||
	       (position == KEY_AUTO && (strcmp(language, "zh") == 0 || strcmp(language, "ja") == 0));
}

/* Percent of the size from the baseline down to the middle of such a line: the em box reaches 12 below the baseline. */
#define UNDER_EM_PERCENT  20
#define BESIDE_EM_PERCENT 57 /* from the middle of a vertical line */

/* In a vertical line the baseline is in its middle: lines stand beside the characters, under is at the after side, the
 * left (CLREQ "proper noun marks"). */
static mpt vertical_height(const struct inline_level *setter, enum decoration_line kind, bool under_em)
{
	if (under_em)
		return -(setter->style->size * BESIDE_EM_PERCENT / 100);
	if (kind == LINE_THROUGH)
		return 0;
	return kind == UNDERLINE ? -setter->style->size / 2 : setter->style->size / 2;
}

static void place_stroke(struct stroke *s, const struct line_painter *lp, const struct inline_level *setter,
                         enum decoration_line kind)
{
	const struct font_face *face = font_primary(setter->style->fonts);
	mpt above = stroke_height(face, setter->style->size, kind, &s->thickness);
	s->size = setter->style->size;
	s->under_em = is_under_em(s->node, kind);
	if (s->under_em) {
		s->thickness = font_scale(face, face->underline_thickness, s->size);
		above = -(s->size * UNDER_EM_PERCENT / 100);
	}
	if (axes_are_vertical(&lp->p->axes))
		above = vertical_height(setter, kind, s->under_em);
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
	    .gap = piece->text.gap,
	};
	place_stroke(&s, lp, decorating_level(level, s.node), kind);
	return s;
}

/* Dots and dashes are as long as the line is thick; two lines need three times the room. */
static void paint_patterned(const struct painter *p, struct logical_rectangle r, enum fo_key style,
                            const struct page_color *color)
{
	if (style == KEY_DOUBLE) {
		r.block_offset -= r.block_size;
		r.block_size *= 3;
	}
	paint_rule(p, r, false, style, color, NULL);
}

static struct page_path_segment curve(const struct painter *p, mpt at, mpt middle, mpt half, mpt swing)
{
	struct page_path_segment s = {.verb = PAGE_CURVE};
	s.point[0] = axes_point(&p->axes, at + half / 2, middle + swing);
	s.point[1] = axes_point(&p->axes, at + half - half / 2, middle + swing);
	s.point[2] = axes_point(&p->axes, at + half, middle);
	return s;
}

/* A wave in the middle of r: the book title mark of CLREQ. Whole half waves of nearly a sixth of an em fill its length.
 */
static void paint_wave(const struct painter *p, struct logical_rectangle r, mpt size, const struct page_color *color)
{
	mpt wanted = mpt_max(size / 6, 1), count = mpt_max(1, (r.inline_size + wanted / 2) / wanted);
	if (r.inline_size <= 0 || count > 10000)
		return;
	struct page_path_segment *segment = arena_array(p->target->memory, (size_t)count + 1, sizeof *segment);
	mpt middle = r.block_offset + r.block_size / 2, swing = size / 11;
	segment[0].verb = PAGE_MOVE;
	segment[0].point[0] = axes_point(&p->axes, r.inline_offset, middle);
	for (mpt i = 0; i < count; i++) {
		mpt from = mpt_scale(r.inline_size, i, count), to = mpt_scale(r.inline_size, i + 1, count);
		segment[i + 1] = curve(p, r.inline_offset + from, middle, to - from, i % 2 ? -swing : swing);
	}
	struct page_path path = {.segment = segment,
	                         .count = (size_t)count + 1,
	                         .stroke = *color,
	                         .line_width = r.block_size,
	                         .miter_limit = 10};
	paint_path(p, &path, PAGE_ARTIFACT_LAYOUT);
}

static void stroke_paint(const struct line_painter *lp, const struct stroke *s)
{
	if (!s->node || s->thickness <= 0)
		return;
	/* Two names side by side have two lines (CLREQ, proper noun marks). */
	mpt inset = s->under_em ? s->size / 16 : 0;
	struct logical_rectangle r = {lp->inline_offset + s->position + inset, lp->block_offset + s->before,
	                              s->end - s->gap - s->position - 2 * inset, s->thickness};
	struct page_color color = page_color_of(lp->p->l, fo_color(s->node, PROP_TEXT_DECORATION_COLOR));
	enum fo_key style = fo_key(s->node, PROP_TEXT_DECORATION_STYLE);
	if (style == KEY_SOLID)
		paint_rectangle(lp->p, r, &color, PAGE_ARTIFACT_LAYOUT);
	else if (style == KEY_WAVY)
		paint_wave(lp->p, r, s->size, &color);
	else
		paint_patterned(lp->p, r, style, &color);
}

static bool continues(const struct stroke *s, const struct stroke *next)
{
	return s->node == next->node && s->end == next->position && s->before == next->before &&
	       s->thickness == next->thickness;
}

/* An added hyphen has no text. */
static bool shows_space(const struct text_piece *text, const struct text_glyph *glyph)
{
	const char *c = text->utf8 + glyph->text;
	size_t left = glyph->text < text->utf8_size ? text->utf8_size - glyph->text : 0;
	return (left >= 1 && *c == ' ') || (left >= 2 && memcmp(c, "\xc2\xa0", 2) == 0);
}

/* score-spaces="false" (XSL 7.17.6): only the parts of a piece between its spaces. */
static void paint_between_spaces(const struct line_painter *lp, const struct text_piece *text, struct stroke s)
{
	bool from_right = lp->p->axes.writing_mode == KEY_RL_TB;
	mpt at = 0, first = 0;
	for (size_t i = 0; i <= text->glyph_count; i++) {
		bool space = i == text->glyph_count || shows_space(text, &text->glyphs[i]);
		if (space && at > first) {
			s.position = text->position + (from_right ? text->width - at : first);
			s.end = s.position + (at - first);
			s.gap = i == text->glyph_count ? text->gap : 0;
			stroke_paint(lp, &s);
		}
		at += i < text->glyph_count ? text->glyphs[i].advance : 0;
		first = space ? at : first;
	}
}

static void paint_kind(const struct line_painter *lp, enum decoration_line kind)
{
	struct stroke open = {0};
	for (size_t i = 0; i < lp->line->piece_count; i++) {
		const struct line_piece *piece = &lp->line->piece[i];
		const struct inline_level *level = ((const struct inline_item *)piece->text.owner)->level;
		if (piece->text.kind != TEXT_PIECE_GLYPHS || !decorating_node(&level->decoration, kind) ||
		    !paint_is_visible(level->look))
			continue;
		struct stroke next = stroke_of(lp, piece, level, kind);
		if (fo_key(level->look, PROP_SCORE_SPACES) == KEY_FALSE) {
			paint_between_spaces(lp, &piece->text, next);
		} else if (continues(&open, &next)) {
			open.end = next.end;
			open.gap = next.gap;
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
