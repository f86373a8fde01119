/* Space between atoms: word spaces, the blank halves of Chinese marks and their squeezing, space between Han and Latin.
 */
#include "text_cost.h"
#include "text_private.h"

bool atom_is_dropped_space(const struct paragraph *p, uint32_t i)
{
	const struct text_atom *atom = &p->atoms[i];
	return atom->kind == ATOM_SPACE && atom->first == TEXT_SPACE && !atom_style(p, atom)->preserve_spaces;
}

static bool is_unseen(const struct paragraph *p, const struct text_atom *atom)
{
	if (atom->kind == ATOM_NOTHING)
		return true;
	if (atom->kind != ATOM_OBJECT)
		return false;
	enum text_object_kind kind = atom_object(p, atom)->kind;
	return (kind == TEXT_OBJECT_START || kind == TEXT_OBJECT_END || kind == TEXT_OBJECT_ANCHOR) && atom->width == 0;
}

/* The nearest atom that takes room, before or after i; NULL at the paragraph's ends. */
static const struct text_atom *seen_neighbour(const struct paragraph *p, uint32_t i, int step)
{
	for (int64_t at = (int64_t)i + step; at >= 0 && at < p->atom_count; at += step)
		if (!is_unseen(p, &p->atoms[at]))
			return &p->atoms[at];
	return NULL;
}

/* A full-width mark's advance in thousandths is about an em: narrower ones have no blank half. */
#define FULL_WIDTH 950

void mark_blanks(const struct paragraph *p, const struct text_atom *atom, mpt *before, mpt *after)
{
	*before = *after = 0;
	if (atom->first < TEXT_OPEN || atom->kind != ATOM_WORD || atom->first == TEXT_DASH)
		return;
	const struct text_run *run = &p->runs[atom->run];
	if (p->style.character_grid > 0 || p->spans[run->span].style->spacing_trim == TEXT_CHOICE_NO || !atom->shape ||
	    atom->shape->glyph_count != 1 || atom->shape->glyphs[0].advance < FULL_WIDTH)
		return;
	*before = shape_mpt(atom->shape->blank_before, run->size);
	*after = shape_mpt(atom->shape->blank_after, run->size);
}

static bool is_mark(uint8_t class)
{
	return class >= TEXT_OPEN && class <= TEXT_MIDDLE;
}

static bool closes(uint8_t class)
{
	return class == TEXT_CLOSE || class == TEXT_COMMA || class == TEXT_STOP || class == TEXT_EXCLAIM;
}

/* The blank left between two marks (CLREQ 3.1.6.2): after a closing one none before another closing one, half an em
 * before an opening one; between opening ones none. */
static mpt squeezed_blank(const struct text_atom *left, const struct text_atom *right, mpt after, mpt before)
{
	if (!is_mark(right->first) || !is_mark(left->last))
		return after + before;
	if (closes(left->last) && closes(right->first))
		return before;
	if (left->last == TEXT_OPEN && right->first == TEXT_OPEN)
		return after;
	return mpt_max(after, before);
}

static bool takes_autospace(uint8_t class)
{
	return class == TEXT_LETTER || class == TEXT_DIGIT;
}

static bool is_han_letter(uint8_t class)
{
	return class == TEXT_HAN || class == TEXT_HAN_SMALL;
}

/* A word, or an object that stands for one. */
static bool is_text(const struct text_atom *atom)
{
	return atom->kind == ATOM_WORD || (atom->kind == ATOM_OBJECT && atom->last != TEXT_OBJECT_CLASS);
}

static int32_t atom_em(const struct paragraph *p, const struct text_atom *atom)
{
	return (int32_t)(atom->kind == ATOM_OBJECT ? atom_style(p, atom)->size : p->runs[atom->run].size);
}

static bool allows_autospace(const struct text_style *style, bool digit)
{
	return (digit ? style->autospace_digits : style->autospace) != TEXT_CHOICE_NO;
}

static bool autospace_between(const struct paragraph *p, const struct text_atom *left, const struct text_atom *right)
{
	if (!is_text(left) || !is_text(right))
		return false;
	bool pair = (is_han_letter(left->last) && takes_autospace(right->first)) ||
	            (takes_autospace(left->last) && is_han_letter(right->first));
	bool digit = left->last == TEXT_DIGIT || right->first == TEXT_DIGIT;
	return pair && allows_autospace(atom_style(p, left), digit) && allows_autospace(atom_style(p, right), digit);
}

static struct text_gap autospace(const struct paragraph *p, const struct text_atom *left, const struct text_atom *right)
{
	const struct text_atom *han = is_han_letter(left->last) ? left : right;
	int32_t em = atom_em(p, han);
	return (struct text_gap){GAP_AUTOSPACE, em / AUTOSPACE_DIVISOR,
	                         em / AUTOSPACE_MOST_DIVISOR - em / AUTOSPACE_DIVISOR,
	                         em / AUTOSPACE_DIVISOR - em / AUTOSPACE_LEAST_DIVISOR};
}

/* A Chinese mark and a Latin word beside its blank half. */
static bool is_mark_beside_word(const struct text_atom *left, const struct text_atom *right)
{
	if (!is_text(left) || !is_text(right))
		return false;
	return (closes(left->last) && !text_class_is_han(right->first)) ||
	       (right->first == TEXT_OPEN && !text_class_is_han(left->last));
}

/* Space may open between two characters of the square, but not within —— and ……, nor beside marks that connect
 * (CLREQ 3.5.4). */
bool gap_may_open(const struct text_atom *left, const struct text_atom *right)
{
	if (is_mark_beside_word(left, right))
		return true;
	if (!text_class_is_han(left->last) || !text_class_is_han(right->first))
		return false;
	bool dashes = left->last == TEXT_DASH && right->first == TEXT_DASH;
	return !dashes && left->last != TEXT_CONNECT && right->first != TEXT_CONNECT;
}

/* The kind of a blank between two marks, or a mark and a letter: whose it is decides when it is closed (CLREQ 3.5.3).
 * Both sides of a mark in the middle close together. */
static enum gap_kind blank_kind(const struct text_atom *left, const struct text_atom *right, mpt after)
{
	uint8_t class = after ? left->last : right->first;
	if (class == TEXT_OPEN || class == TEXT_CLOSE)
		return GAP_BRACKET;
	if (class == TEXT_MIDDLE)
		return GAP_MIDDLE;
	return class == TEXT_COMMA ? GAP_COMMA : GAP_STOP;
}

/* Nearly all there is in Chinese text: two characters that nothing stands between. */
static bool are_characters(const struct text_atom *pair)
{
	return pair[0].kind == ATOM_WORD && pair[1].kind == ATOM_WORD && pair[0].last == TEXT_HAN &&
	       pair[1].first == TEXT_HAN;
}

struct text_gap gap_after(const struct paragraph *p, uint32_t i)
{
	if (p->has_han && p->style.character_grid > 0)
		return grid_gap_after(p, i);
	if (are_characters(&p->atoms[i]))
		return (struct text_gap){GAP_CHARACTER, 0, (int32_t)p->runs[p->atoms[i].run].size / CHARACTER_STRETCH_DIVISOR,
		                         0};
	const struct text_gap none = {GAP_NONE, 0, 0, 0};
	const struct text_atom *left = &p->atoms[i], *right = p->has_han ? seen_neighbour(p, i, 1) : NULL;
	if (!right || !is_text(left))
		return none;
	mpt before, after, unused;
	mark_blanks(p, left, &unused, &after);
	mark_blanks(p, right, &before, &unused);
	int32_t em = atom_em(p, left);
	int32_t stretch = gap_may_open(left, right) ? em / CHARACTER_STRETCH_DIVISOR : 0;
	if (after || before) {
		int32_t blank = (int32_t)squeezed_blank(left, right, after, before);
		return (struct text_gap){(uint8_t)blank_kind(left, right, after), blank, stretch, blank};
	}
	if (autospace_between(p, left, right))
		return autospace(p, left, right);
	return stretch ? (struct text_gap){GAP_CHARACTER, 0, stretch, 0} : none;
}

/* В. А. Богуш is one name. */
static bool is_in_name(const struct paragraph *p, uint32_t space)
{
	return space >= 2 && p->text[space - 1] == '.' && u_isupper(p->text[space - 2]) &&
	       (space == 2 || !takes_autospace(text_class_of(p->engine, p->text[space - 3])));
}

/* 45 км, № 5. */
static bool is_in_number(const struct paragraph *p, uint32_t space)
{
	return space > 0 && space + 1 < p->length &&
	       (u_isdigit(p->text[space - 1]) || (u_isdigit(p->text[space + 1]) && !u_isalpha(p->text[space - 1])));
}

/* Spaces within a name, or between a number and what belongs to it, stay as they are in Chinese, Russian and
 * Belarusian. */
static bool is_fixed(const struct paragraph *p, const struct text_atom *space)
{
	const char *language = atom_style(p, space)->language;
	if (!text_language_is_han(language) && !text_language_is(language, "ru") && !text_language_is(language, "be"))
		return false;
	return is_in_name(p, space->start) || (space->break_after == ATOM_BREAK_TIED && is_in_number(p, space->start));
}

static struct text_gap word_gap(const struct paragraph *p, const struct text_atom *atom)
{
	const struct text_run *run = &p->runs[atom->run];
	const struct text_style *style = p->spans[run->span].style;
	int32_t own = (int32_t)shape_width(atom->shape, run->size, 0), em = (int32_t)run->size;
	int32_t stretch = own / WORD_STRETCH_DIVISOR, shrink = own / WORD_SHRINK_DIVISOR;
	if (style->word_spacing_maximum != style->word_spacing || style->word_spacing_minimum != style->word_spacing) {
		stretch = (int32_t)mpt_max(0, style->word_spacing_maximum - style->word_spacing);
		shrink = (int32_t)mpt_max(0, style->word_spacing - style->word_spacing_minimum);
	} else if (is_fixed(p, atom)) {
		stretch = shrink = 0;
	} else if (p->has_han && text_language_is_han(p->style.language)) {
		stretch = (int32_t)mpt_max(stretch, em / 2 - own);
		shrink = (int32_t)mpt_max(0, own - em / 4);
	}
	return (struct text_gap){GAP_WORD, atom->width, stretch, shrink};
}

/* A space that was typed where a Chinese mark has its blank half is that blank (CLREQ 3.2.4): the one behind left is in
 * its own gap. */
static bool is_blank(const struct paragraph *p, const struct text_atom *left, const struct text_atom *right,
                     struct text_gap *gap)
{
	mpt before = 0, after = 0, unused;
	mark_blanks(p, left, &unused, &after);
	mark_blanks(p, right, &before, &unused);
	int32_t blank = after > 0 ? 0 : (int32_t)before;
	*gap = (struct text_gap){GAP_BRACKET, blank, 0, blank};
	return before > 0 || after > 0;
}

struct text_gap gap_of_space(const struct paragraph *p, uint32_t i)
{
	const struct text_atom *atom = &p->atoms[i];
	if (atom->kind == ATOM_OBJECT) {
		const struct text_object *object = atom_object(p, atom);
		mpt stretch = mpt_min(mpt_max(0, object->maximum - object->width), INT32_MAX / 2);
		mpt shrink = mpt_min(mpt_max(0, object->width - object->minimum), INT32_MAX / 2);
		return (struct text_gap){GAP_LEADER, atom->width, (int32_t)stretch, (int32_t)shrink};
	}
	if (atom->first == TEXT_FIXED_SPACE)
		return (struct text_gap){GAP_NONE, atom->width, 0, 0};
	struct text_gap gap;
	if (p->has_han && p->style.character_grid > 0 && grid_gap_of_space(p, i, &gap))
		return gap;
	if (p->has_han && atom->first == TEXT_SPACE) {
		const struct text_atom *left = i > 0 ? seen_neighbour(p, i, -1) : NULL, *right = seen_neighbour(p, i, 1);
		if (left && right && autospace_between(p, left, right))
			return autospace(p, left, right);
		if (left && right && is_blank(p, left, right, &gap))
			return gap;
	}
	return word_gap(p, atom);
}

struct text_gap gap_of_letters(const struct paragraph *p, const struct text_run *run, const struct shape *shape)
{
	const struct text_style *style = p->spans[run->span].style;
	mpt stretch = mpt_max(0, style->letter_spacing_maximum - style->letter_spacing);
	mpt shrink = mpt_max(0, style->letter_spacing - style->letter_spacing_minimum);
	if (!style->has_letter_spacing || (stretch == 0 && shrink == 0) || shape->glyph_count < 2)
		return (struct text_gap){GAP_NONE, 0, 0, 0};
	mpt places = shape->glyph_count - 1;
	return (struct text_gap){GAP_LETTER, 0, (int32_t)mpt_min(stretch * places, INT32_MAX / 2),
	                         (int32_t)mpt_min(shrink * places, INT32_MAX / 2)};
}

size_t paragraph_openings(const struct paragraph *p)
{
	size_t count = 0;
	for (uint32_t i = 0; i + 1 < p->atom_count; i++) {
		bool space = p->atoms[i].kind == ATOM_SPACE;
		if (!space && p->atoms[i].kind != ATOM_WORD)
			continue;
		struct text_gap gap = space ? gap_of_space(p, i) : gap_after(p, i);
		count += gap.stretch > 0 && gap.kind != GAP_NONE;
	}
	return count;
}
