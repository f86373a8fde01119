/* Emphasis marks (CLREQ 3.1.8): a dot, or another mark, under or over each character, centred on it, half of its size.
 */
#include "text_line.h"

bool line_has_emphasis(const struct line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (atom_style(line->p, &line->p->atoms[line->cells[i].atom])->emphasis != 0)
			return true;
	return false;
}

/* Marks stand with letters, digits and Han; not with punctuation, symbols or spaces. */
static bool takes_mark(struct text_engine *engine, uint32_t codepoint)
{
	uint8_t class = text_class_of(engine, codepoint);
	return class == TEXT_LETTER || class == TEXT_DIGIT || class == TEXT_HAN || class == TEXT_HAN_SMALL ||
	       (class == TEXT_OTHER && u_isalnum((UChar32)codepoint));
}

/* How far the centre of the mark is from the baseline: clear of the characters, within the space between lines. */
static mpt mark_height(const struct line *line, const struct text_piece *of)
{
	bool over = of->style->emphasis_over;
	if (line->p->style.vertical) /* from the middle of the column */
		return (over ? 1 : -1) * of->size * 7 / 10;
	return over ? of->size * 110 / 100 : -(of->size * 32 / 100);
}

struct mark {
	const struct font_face *face;
	uint32_t glyph;
	mpt size;
	mpt centre_x, centre_y; /* of its ink, from its origin */
};

static bool find_mark(const struct text_piece *of, struct mark *mark)
{
	uint32_t codepoint = of->style->emphasis;
	mark->face = font_for_character(of->style->fonts, codepoint, NULL);
	hb_glyph_extents_t ink;
	if (!mark->face || !hb_font_get_nominal_glyph(mark->face->hb_font, codepoint, &mark->glyph) ||
	    !hb_font_get_glyph_extents(mark->face->hb_font, mark->glyph, &ink))
		return false;
	mark->size = of->size / 2;
	mark->centre_x = font_scale(mark->face, ink.x_bearing + ink.width / 2, mark->size);
	mark->centre_y = font_scale(mark->face, ink.y_bearing + ink.height / 2, mark->size);
	return true;
}

/* The glyph with the pen at the middle of the character it marks. */
static struct text_glyph mark_glyph(const struct mark *mark, mpt height, enum text_turn turn)
{
	struct text_glyph glyph = {
	    .id = mark->glyph, .dx = (int32_t)-mark->centre_x, .dy = (int32_t)(height - mark->centre_y)};
	if (turn == TEXT_VERTICAL_UPRIGHT) {
		glyph.dx = (int32_t)mark->centre_y;
		glyph.dy = (int32_t)(height - mark->centre_x);
	}
	return glyph;
}

/* The middle of glyph i's own width, from its pen; what spacing has added behind it does not count. */
static mpt glyph_middle(const struct text_piece *of, size_t i, bool han)
{
	const struct text_glyph *glyph = &of->glyphs[i];
	mpt own =
	    han ? of->size : font_scale(of->face, hb_font_get_glyph_h_advance(of->face->hb_font, glyph->id), of->size);
	return mpt_min(own, glyph->advance) / 2;
}

/* Marks for the characters of the piece; *first receives where the first one's pen is. */
static size_t write_marks(const struct line *line, const struct text_piece *of, const struct mark *mark,
                          struct text_glyph *marks, mpt *first)
{
	size_t count = 0;
	mpt pen = 0, last = 0, height = mark_height(line, of);
	for (size_t i = 0; i < of->glyph_count; pen += of->glyphs[i++].advance) {
		size_t byte = of->glyphs[i].text;
		if (byte >= of->utf8_size || of->glyphs[i].advance == 0)
			continue;
		uint32_t codepoint = utf8_next(of->utf8, of->utf8_size, &byte);
		if (!takes_mark(line->p->engine, codepoint))
			continue;
		mpt middle = pen + glyph_middle(of, i, text_class_is_han(text_class_of(line->p->engine, codepoint)));
		if (count > 0)
			marks[count - 1].advance = (int32_t)(middle - last);
		else
			*first = middle;
		marks[count++] = mark_glyph(mark, height, of->turn);
		last = middle;
	}
	return count;
}

bool emphasis_piece(const struct line *line, const struct text_piece *of, struct text_piece *marks)
{
	struct mark mark;
	if (of->kind != TEXT_PIECE_GLYPHS || of->style->emphasis == 0 || !find_mark(of, &mark))
		return false;
	struct text_glyph *glyphs = arena_array(line->arena, of->glyph_count, sizeof *glyphs);
	mpt first = 0;
	*marks = *of;
	marks->glyphs = glyphs;
	marks->glyph_count = write_marks(line, of, &mark, glyphs, &first);
	marks->face = mark.face;
	marks->size = mark.size;
	marks->position = of->position + first;
	marks->width = 0;
	marks->utf8 = "";
	marks->utf8_size = 0;
	marks->added_hyphen = false;
	marks->emphasis = true;
	return marks->glyph_count > 0;
}
