/* One line: what stands between its ends, its gaps opened or closed to fill the measure, glyphs in place, visual order.
 */
#include "text_line.h"

#include <string.h>

/* Cells of the line in logical order; a piece of an atom where a word was broken. */
static void add_cell(struct line *line, struct cell cell)
{
	line->cells[line->count++] = cell;
}

/* The part of the atom from start to end, shaped anew when it is not the whole: kerning and ligatures may reach over
 * the break. */
static struct cell word_cell(const struct paragraph *p, uint32_t index, uint32_t start, uint32_t end)
{
	const struct text_atom *atom = &p->atoms[index];
	const struct text_run *run = &p->runs[atom->run];
	struct cell cell = {.atom = index, .start = start, .end = end, .shape = atom->shape, .width = atom->width};
	if (start > atom->start || end < atom[1].start) {
		cell.shape = shape_part(p, run, start, end);
		cell.width = shape_width(cell.shape, run->size, p->spans[run->span].style->letter_spacing);
		return cell;
	}
	mpt before, after;
	mark_blanks(p, atom, &before, &after);
	cell.width -= before + after;
	cell.lead = before;
	return cell;
}

static bool sticks_to_line_end(const struct paragraph *p, const struct text_atom *atom)
{
	if (atom->kind != ATOM_OBJECT)
		return false;
	enum text_object_kind kind = atom_object(p, atom)->kind;
	return kind == TEXT_OBJECT_END || kind == TEXT_OBJECT_ANCHOR;
}

static void add_atom(struct line *line, uint32_t index)
{
	const struct paragraph *p = line->p;
	const struct text_atom *atom = &p->atoms[index];
	if (atom->start >= line->range.end && !sticks_to_line_end(p, atom))
		return;
	if (atom->kind == ATOM_WORD) {
		uint32_t start = atom->start > line->range.start ? atom->start : line->range.start;
		uint32_t end = atom[1].start < line->range.end ? atom[1].start : line->range.end;
		struct cell cell = word_cell(p, index, start, end);
		if (p->has_han)
			cell.gap = gap_after(p, index);
		if (p->has_loose_letters)
			cell.letters = gap_of_letters(p, &p->runs[atom->run], cell.shape);
		add_cell(line, cell);
	} else if (atom->kind == ATOM_SPACE) {
		add_cell(line, (struct cell){.atom = index,
		                             .start = atom->start,
		                             .end = atom[1].start,
		                             .shape = atom->shape,
		                             .gap = gap_of_space(p, index)});
	} else if (atom->kind == ATOM_OBJECT) {
		bool leader = atom_object(p, atom)->kind == TEXT_OBJECT_LEADER;
		struct cell cell = {
		    .atom = index, .start = atom->start, .end = atom[1].start, .width = leader ? 0 : atom->width};
		if (leader)
			cell.gap = gap_of_space(p, index);
		else if (p->has_han)
			cell.gap = gap_after(p, index);
		if (atom_object(p, atom)->kind != TEXT_OBJECT_LINEFEED)
			add_cell(line, cell);
	}
}

/* Letter spacing after the last character, and the gap there, are not shown. */
static void trim_end(struct line *line)
{
	for (size_t i = line->count; i > 0; i--) {
		struct cell *cell = &line->cells[i - 1];
		const struct text_atom *atom = &line->p->atoms[cell->atom];
		if (atom->kind == ATOM_OBJECT && cell->gap.kind != GAP_LEADER) {
			if (cell->width == 0 || sticks_to_line_end(line->p, atom))
				continue;
			cell->gap = (struct text_gap){GAP_NONE, 0, 0, 0};
			return;
		}
		if (atom->kind == ATOM_WORD) {
			bool broken = cell->end < atom[1].start;
			line->trailing = atom_style(line->p, atom)->letter_spacing +
			                 (broken || line->range.hyphen ? 0 : hang_of(line->p, cell->atom));
			cell->width -= line->trailing;
			cell->gap = (struct text_gap){GAP_NONE, 0, 0, 0};
		}
		return;
	}
}

/* Spaces before the first content of a line are not shown. Edges and anchors are no content. */
static bool is_leading_space(const struct line *line, uint32_t index)
{
	const struct paragraph *p = line->p;
	if (!atom_is_dropped_space(p, index))
		return false;
	for (size_t i = 0; i < line->count; i++) {
		const struct text_atom *atom = &p->atoms[line->cells[i].atom];
		enum text_object_kind kind = atom->kind == ATOM_OBJECT ? atom_object(p, atom)->kind : TEXT_OBJECT_BOX;
		if (kind != TEXT_OBJECT_START && kind != TEXT_OBJECT_END && kind != TEXT_OBJECT_ANCHOR)
			return false;
	}
	return true;
}

static void collect_cells(struct line *line, uint32_t next)
{
	const struct paragraph *p = line->p;
	uint32_t first = paragraph_atom_at(p, line->range.start), end = first;
	while (end < p->atom_count && p->atoms[end].start < next)
		end++;
	line->cells = arena_array(line->scratch, end - first + 2, sizeof *line->cells);
	for (uint32_t i = first; i < end; i++)
		if (!is_leading_space(line, i))
			add_atom(line, i);
	trim_end(line);
}

static void add_hyphen(struct line *line)
{
	for (size_t i = line->count; line->range.hyphen && i > 0; i--) {
		struct cell *cell = &line->cells[i - 1];
		const struct text_atom *atom = &line->p->atoms[cell->atom];
		if (atom->kind != ATOM_WORD)
			continue;
		const struct text_run *run = &line->p->runs[atom->run];
		line->hyphen = hyphen_shape(line->p, run);
		line->hyphen_cell = i - 1;
		cell->width += shape_width(line->hyphen, run->size, 0) - hang_of_hyphen(line->p, run);
		return;
	}
}

static mpt natural_width(const struct line *line)
{
	mpt width = 0;
	for (size_t i = 0; i < line->count; i++)
		width += line->cells[i].width + line->cells[i].gap.width;
	return width;
}

static enum text_align line_align(const struct paragraph *p, const struct text_break *range)
{
	return range->forced ? p->style.align_last : p->style.align;
}

/* What of its first character hangs over the line's start. */
static mpt start_hang(const struct line *line)
{
	for (size_t i = 0; line->p->has_hanging && i < line->count; i++) {
		const struct cell *cell = &line->cells[i];
		if (cell->shape)
			return cell->start == line->p->atoms[cell->atom].start
			           ? hang_of_start(line->p, cell->atom, line->range.start == 0)
			           : 0;
		if (cell->width != 0)
			return 0;
	}
	return 0;
}

/* Where the line's content starts, and its gaps adjusted. */
static mpt align_line(struct line *line)
{
	const struct paragraph_style *style = &line->p->style;
	mpt indent = (line->range.start == 0 ? style->indent : 0) - start_hang(line);
	mpt measure = line->range.width - (line->range.forced ? style->last_line_end_indent : 0);
	mpt slack = measure - indent - natural_width(line), inset = grid_inset(line->p);
	if (line->p->has_han && style->character_grid > 0) {
		grid_snap(line, indent + inset, slack);
		slack = measure - indent - natural_width(line);
	}
	enum text_align align = line_align(line->p, &line->range);
	bool shrinks = style->align == TEXT_ALIGN_JUSTIFY || style->align_last == TEXT_ALIGN_JUSTIFY;
	if (align == TEXT_ALIGN_JUSTIFY || (slack < 0 && shrinks))
		slack -= line_adjust(line, slack);
	if (align == TEXT_ALIGN_END)
		return inset + indent + slack;
	return inset + (align == TEXT_ALIGN_CENTER ? indent + (measure - line->range.natural) / 2 : indent);
}

/* Words on both sides of a line's end are two, for whoever reads the text alone. */
static void note_dropped_space(const struct line *line, uint32_t next, struct text_piece *pieces, size_t count)
{
	bool dropped = false;
	for (uint32_t i = line->range.end; i < next && !dropped; i++)
		dropped = line->p->text[i] == ' ';
	struct text_piece *last = NULL;
	for (size_t i = 0; i < count && dropped; i++)
		if (pieces[i].kind == TEXT_PIECE_GLYPHS && !pieces[i].emphasis && (!last || pieces[i].offset > last->offset))
			last = &pieces[i];
	if (last)
		last->space_follows = true;
}

static uint32_t start_of_next(const struct paragraph *p, const struct text_breaks *breaks, size_t i)
{
	return i + 1 < breaks->count ? breaks->line[i + 1].start : p->length;
}

/* Where its content starts. */
static mpt line_make(struct line *line, uint32_t next)
{
	collect_cells(line, next);
	add_hyphen(line);
	return align_line(line);
}

struct text_piece *paragraph_line(struct paragraph *p, const struct text_breaks *breaks, size_t i, size_t *count,
                                  struct arena *a)
{
	struct arena_mark mark = arena_mark(p->engine->scratch);
	struct line line = {.p = p, .range = breaks->line[i], .arena = a, .scratch = p->engine->scratch};
	uint32_t next = start_of_next(p, breaks, i);
	mpt start = line_make(&line, next);
	struct text_piece *pieces = line_pieces(&line, start, count);
	note_dropped_space(&line, next, pieces, *count);
	arena_reset(p->engine->scratch, mark);
	return pieces;
}

size_t line_word_spaces(struct paragraph *p, const struct text_breaks *breaks, size_t i, struct word_space *spaces,
                        size_t room)
{
	struct arena *scratch = p->engine->scratch;
	struct arena_mark mark = arena_mark(scratch);
	struct line line = {.p = p, .range = breaks->line[i], .arena = scratch, .scratch = scratch};
	mpt pen = line_make(&line, start_of_next(p, breaks, i));
	size_t count = 0;
	for (size_t at = 0; at < line.count && count < room; at++) {
		const struct cell *cell = &line.cells[at];
		mpt start = pen + cell->width + cell->inner;
		pen = start + cell->gap.width + cell->extra;
		if (cell->gap.kind == GAP_WORD)
			spaces[count++] = (struct word_space){start, pen};
	}
	arena_reset(scratch, mark);
	return count;
}
