/* Atoms: runs cut at spaces, at places where a line may end and at Chinese characters, each shaped. */
#include "text_private.h"

static void add_atom(struct paragraph *p, struct text_atom atom)
{
	if (p->atom_count == p->atom_capacity) {
		uint32_t capacity = p->atom_capacity ? p->atom_capacity * 2 : p->length / 4 + 16;
		p->atoms = arena_grow(p->engine->scratch, p->atoms, p->atom_count, capacity, sizeof *p->atoms);
		p->atom_capacity = capacity;
	}
	p->atoms[p->atom_count++] = atom;
}

static bool is_space(uint8_t class)
{
	return class == TEXT_SPACE || class == TEXT_NO_BREAK_SPACE || class == TEXT_FIXED_SPACE;
}

static bool stands_alone(uint8_t class)
{
	return is_space(class) || class == TEXT_SOFT_HYPHEN || class == TEXT_ZERO_SPACE || class == TEXT_LINE_END;
}

/* Unit i is one character with the one before it, or one dash with the atom that starts at. */
static bool continues(const struct paragraph *p, uint32_t at, uint32_t i)
{
	if (p->classes[at] == TEXT_DASH && p->text[i] == p->text[at])
		return true;
	return U16_IS_TRAIL(p->text[i]) || u_charType(p->text[i]) == U_NON_SPACING_MARK;
}

/* Where the atom that starts at ends; the run ends at end. */
static uint32_t atom_end(const struct paragraph *p, const uint8_t *breaks, uint32_t at, uint32_t end)
{
	uint8_t class = p->classes[at];
	if (stands_alone(class))
		return at + 1;
	uint32_t i = at + 1;
	while (i < end && !breaks[i] && !stands_alone(p->classes[i]) && i - at < UINT16_MAX / 2) {
		if (text_class_is_han(p->classes[i]) && !continues(p, at, i))
			break;
		i++;
	}
	return i;
}

static int32_t clamp_width(mpt width)
{
	return (int32_t)(width > INT32_MAX / 2 ? INT32_MAX / 2 : width < INT32_MIN / 2 ? INT32_MIN / 2 : width);
}

static bool shows_nothing(uint8_t class)
{
	return class == TEXT_SOFT_HYPHEN || class == TEXT_ZERO_SPACE || class == TEXT_IGNORABLE || class == TEXT_LINE_END;
}

static void space_atom(struct paragraph *p, const struct text_run *run, struct text_atom *atom)
{
	static const UChar space = ' ';
	const struct text_style *style = p->spans[run->span].style;
	/* A tab or line feed that is left over shows as a space. */
	const UChar *text = atom->first == TEXT_SPACE ? &space : p->text + atom->start;
	atom->kind = ATOM_SPACE;
	atom->shape = shape_text(p->engine, run->shaper, text, 1);
	mpt width = shape_width(atom->shape, run->size, style->letter_spacing);
	if (atom->first != TEXT_FIXED_SPACE)
		width += style->word_spacing;
	atom->width = clamp_width(width);
}

static struct text_atom text_atom(struct paragraph *p, uint32_t run_index, uint32_t start, uint32_t end)
{
	const struct text_run *run = &p->runs[run_index];
	struct text_atom atom = {
	    .start = start, .run = run_index, .kind = ATOM_WORD, .first = p->classes[start], .last = p->classes[end - 1]};
	if (shows_nothing(atom.first) && end - start == 1) {
		atom.kind = ATOM_NOTHING;
	} else if (is_space(atom.first)) {
		space_atom(p, run, &atom);
	} else {
		atom.shape = shape_part(p, run, start, end);
		mpt width = shape_width(atom.shape, run->size, p->spans[run->span].style->letter_spacing);
		atom.width = clamp_width(run->combined ? run->size : width);
		if (atom.shape->glyph_count == 0)
			atom.kind = ATOM_NOTHING;
	}
	return atom;
}

static void run_atoms(struct paragraph *p, uint32_t run_index, const uint8_t *breaks)
{
	uint32_t end = p->runs[run_index].end;
	for (uint32_t at = p->runs[run_index].start; at < end;) {
		uint32_t next = p->runs[run_index].combined ? end : atom_end(p, breaks, at, end);
		struct text_atom atom = text_atom(p, run_index, at, next);
		atom.break_after = breaks[next];
		if (atom.first == TEXT_SOFT_HYPHEN && atom.break_after == ATOM_BREAK)
			atom.break_after = ATOM_BREAK_HYPHEN;
		add_atom(p, atom);
		at = next;
	}
}

static void object_atom(struct paragraph *p, uint32_t span_index, const uint8_t *breaks)
{
	const struct text_span *span = &p->spans[span_index];
	add_atom(p, (struct text_atom){.start = span->start,
	                               .run = span_index,
	                               .kind = ATOM_OBJECT,
	                               .width = clamp_width(span->object->width),
	                               .break_after = breaks[span->end],
	                               .first = p->classes[span->start],
	                               .last = p->classes[span->start]});
}

void paragraph_find_atoms(struct paragraph *p, const uint8_t *breaks)
{
	uint32_t run = 0;
	for (uint32_t span = 0; span < p->span_count; span++) {
		if (p->spans[span].object)
			object_atom(p, span, breaks);
		for (; run < p->run_count && p->runs[run].span == span; run++)
			run_atoms(p, run, breaks);
	}
	add_atom(p, (struct text_atom){.start = p->length, .kind = ATOM_NOTHING});
	/* Gathered in scratch memory; what is kept is no larger than it must be. */
	p->atoms = arena_grow(p->arena, p->atoms, p->atom_count, p->atom_count, sizeof *p->atoms);
	p->atom_count--;
}
