/* Marks that hang over a line's end, where a style asks for it: Chinese commas and stops (CLREQ 3.1.7); and most of a
 * Latin comma, stop, quote or hyphen, so that the edge of the text looks straight. */
#include "text_private.h"

/* Hundredths of its advance that a Latin mark hangs. */
static int hanging_share(UChar c)
{
	switch (c) {
	case '.':
	case ',':
	case '-':
	case 0x2010:
	case 0x2019:
	case 0x201D:
		return 70;
	case ';':
	case ':':
		return 50;
	case 0xBB:
	case 0x2013:
	case 0x2014:
		return 30;
	default:
		return 0;
	}
}

/* The same at a line's start. */
static int starting_share(UChar c)
{
	switch (c) {
	case 0x2018:
	case 0x201C:
	case 0x201E:
		return 70;
	case 0xAB:
	case '(':
	case '[':
		return 40;
	default:
		return 0;
	}
}

/* The blank half of an opening mark that stays at the line's start. */
static mpt start_space_of(const struct paragraph *p, const struct text_atom *atom, bool first_line)
{
	enum text_start_space space = atom_style(p, atom)->start_space;
	if (atom->first != TEXT_OPEN || space == TEXT_START_TRIMMED || (space == TEXT_START_SPACE_FIRST && !first_line))
		return 0;
	mpt before, after;
	mark_blanks(p, atom, &before, &after);
	return before;
}

mpt hang_of_start(const struct paragraph *p, uint32_t i, bool first_line)
{
	const struct text_atom *atom = &p->atoms[i];
	if (atom->kind == ATOM_WORD && text_class_is_han(atom->first))
		return -start_space_of(p, atom, first_line);
	if (atom->kind != ATOM_WORD || !atom_style(p, atom)->hanging_start || p->runs[atom->run].level & 1 ||
	    text_class_is_han(atom->first) || atom->shape->glyph_count == 0)
		return 0;
	mpt advance = shape_mpt(atom->shape->glyphs[0].advance, p->runs[atom->run].size);
	return advance * starting_share(p->text[atom->start]) / 100;
}

/* Only a mark at the start of its square can: in traditional Chinese it stands in the middle. Not one of several in a
 * row. */
static bool hangs_whole(const struct paragraph *p, uint32_t i)
{
	const struct text_atom *atom = &p->atoms[i];
	mpt before, after;
	mark_blanks(p, atom, &before, &after);
	bool alone = i == 0 || p->atoms[i - 1].last < TEXT_OPEN;
	return (atom->last == TEXT_COMMA || atom->last == TEXT_STOP) && alone && before == 0 && after > 0;
}

mpt hang_of(const struct paragraph *p, uint32_t i)
{
	const struct text_atom *atom = &p->atoms[i];
	if (atom->kind != ATOM_WORD || atom_style(p, atom)->hanging != TEXT_CHOICE_YES || p->runs[atom->run].level & 1)
		return 0;
	if (text_class_is_han(atom->last)) {
		mpt before, after;
		mark_blanks(p, atom, &before, &after);
		return hangs_whole(p, i) ? atom->width - before - after : 0;
	}
	int share = hanging_share(p->text[atom[1].start - 1]);
	if (share == 0 || atom->shape->glyph_count == 0)
		return 0;
	const struct shape_glyph *glyph = &atom->shape->glyphs[atom->shape->glyph_count - 1];
	return shape_mpt(glyph->advance, p->runs[atom->run].size) * share / 100;
}

mpt hang_of_hyphen(const struct paragraph *p, const struct text_run *run)
{
	if (p->spans[run->span].style->hanging != TEXT_CHOICE_YES)
		return 0;
	return shape_width(hyphen_shape(p, run), run->size, 0) * hanging_share('-') / 100;
}
