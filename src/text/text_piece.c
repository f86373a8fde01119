/* A line's cells as pieces: glyphs with advances, the text they show, in visual order. */
#include <string.h>

#include "text_line.h"

/* Cells first to last (logical order) that become one piece. */
struct group {
	size_t first, end;
	uint8_t level;
};

static bool is_object(const struct line *line, const struct cell *cell)
{
	return line->p->atoms[cell->atom].kind == ATOM_OBJECT;
}

static const struct text_run *cell_run(const struct line *line, const struct cell *cell)
{
	return &line->p->runs[line->p->atoms[cell->atom].run];
}

static uint8_t cell_level(const struct line *line, const struct cell *cell)
{
	if (!is_object(line, cell))
		return cell_run(line, cell)->level;
	return line->p->levels ? line->p->levels[cell->start] : 0;
}

static bool join(const struct line *line, const struct cell *a, const struct cell *b)
{
	if (is_object(line, a) || is_object(line, b))
		return false;
	const struct text_run *x = cell_run(line, a), *y = cell_run(line, b);
	if (x->combined != y->combined)
		return false;
	return x == y || (x->face == y->face && x->span == y->span && x->level == y->level && x->size == y->size &&
	                  x->turn == y->turn);
}

static size_t find_groups(const struct line *line, struct group *groups)
{
	size_t count = 0;
	for (size_t i = 0; i < line->count; i++) {
		if (count > 0 && join(line, &line->cells[i - 1], &line->cells[i]))
			groups[count - 1].end = i + 1;
		else
			groups[count++] = (struct group){i, i + 1, cell_level(line, &line->cells[i])};
	}
	return count;
}

/* UAX 9, L2: from the highest level down, sequences of that level or higher are turned round. */
static void reorder(struct group *groups, size_t count)
{
	uint8_t highest = 0;
	for (size_t i = 0; i < count; i++)
		highest = groups[i].level > highest ? groups[i].level : highest;
	for (uint8_t level = highest; level > 0; level--)
		for (size_t i = 0; i < count; i++) {
			size_t end = i;
			while (end < count && groups[end].level >= level)
				end++;
			for (size_t low = i, high = end; low + 1 < high; low++) {
				struct group swap = groups[low];
				groups[low] = groups[--high];
				groups[high] = swap;
			}
			i = end > i ? end - 1 : i;
		}
}

/* A piece being filled. */
struct writer {
	const struct line *line;
	struct text_piece *piece;
	struct text_glyph *glyphs;
	size_t count;
	char *text; /* UTF-8 */
	uint32_t size;
	uint32_t start; /* offset of the piece's first unit */
	uint32_t *byte; /* [units from start] where each stands in text */
};

static uint32_t put_utf8(char *text, uint32_t size, uint32_t c)
{
	uint8_t bytes[U8_MAX_LENGTH];
	uint32_t count = 0;
	U8_APPEND_UNSAFE(bytes, count, c);
	memcpy(text + size, bytes, count);
	return size + count;
}

/* The cell's text at the end of the piece's. Soft hyphens and the like are no cells and leave no trace. */
static void write_text(struct writer *w, const struct cell *cell)
{
	const UChar *text = w->line->p->text;
	for (uint32_t at = cell->start; at < cell->end;) {
		uint32_t unit = at;
		uint32_t c = utf16_next(text, &at, cell->end);
		for (; unit < at; unit++)
			w->byte[unit - w->start] = w->size;
		if (c < 0x80)
			w->text[w->size++] = (char)c;
		else
			w->size = put_utf8(w->text, w->size, c);
	}
}

/* A length of a glyph: a line's are far from what 32 bits hold. */
static int32_t glyph_mpt(mpt length)
{
	return (int32_t)(length > INT32_MAX ? INT32_MAX : length < INT32_MIN ? INT32_MIN : length);
}

static void write_glyphs(struct writer *w, const struct cell *cell, const struct shape *shape, bool own_text)
{
	const struct text_run *run = cell_run(w->line, cell);
	const struct text_style *style = w->line->p->spans[run->span].style;
	for (unsigned i = 0; i < shape->glyph_count; i++) {
		const struct shape_glyph *from = &shape->glyphs[i];
		struct text_glyph *glyph = &w->glyphs[w->count++];
		bool ends_cluster = i + 1 == shape->glyph_count || shape->glyphs[i + 1].cluster != from->cluster;
		*glyph = (struct text_glyph){.id = run->missing ? 0 : from->id,
		                             .text = own_text ? w->byte[cell->start - w->start + from->cluster] : w->size,
		                             .advance = glyph_mpt(shape_mpt(from->advance, run->size) +
		                                                  (ends_cluster && own_text ? style->letter_spacing : 0)),
		                             .dx = glyph_mpt(shape_mpt(from->dx, run->size) - (i == 0 ? cell->lead : 0)),
		                             .dy = glyph_mpt(shape_mpt(from->dy, run->size))};
	}
}

/* What justification adds between a word's letters, in equal parts; the last letter has none. */
static void open_letters(struct text_glyph *glyphs, size_t count, const struct cell *cell)
{
	if (cell->inner == 0 || count < 2)
		return;
	mpt given = 0;
	for (size_t i = 0; i + 1 < count; i++) {
		mpt upto = mpt_scale(cell->inner, (int64_t)i + 1, (int64_t)count - 1);
		glyphs[i].advance += glyph_mpt(upto - given);
		given = upto;
	}
}

/* Digits side by side in a square of a vertical line: the pen stays until the last, each is shifted along and across.
 */
static void combine_glyphs(struct text_glyph *glyphs, size_t count, const struct text_run *run)
{
	mpt width = 0, across = 0;
	for (size_t i = 0; i < count; i++)
		width += glyphs[i].advance;
	mpt baseline = run->size / 2 + font_scale(run->face, run->face->cap_height, run->size) / 2;
	for (size_t i = 0; i < count; i++) {
		glyphs[i].dx += glyph_mpt(baseline);
		glyphs[i].dy += glyph_mpt(across - width / 2);
		across += glyphs[i].advance;
		glyphs[i].advance = 0;
	}
}

/* One cell's glyphs; the last one's advance takes up what makes the sum the cell's width with its gap. */
static void write_cell(struct writer *w, size_t index)
{
	const struct line *line = w->line;
	const struct cell *cell = &line->cells[index];
	size_t before = w->count;
	write_glyphs(w, cell, cell->shape, true);
	open_letters(w->glyphs + before, w->count - before, cell);
	if (line->hyphen && index == line->hyphen_cell) {
		write_glyphs(w, cell, line->hyphen, false);
		w->piece->added_hyphen = true;
	}
	if (cell_run(line, cell)->combined)
		combine_glyphs(w->glyphs + before, w->count - before, cell_run(line, cell));
	mpt width = cell->width + cell->inner + cell->gap.width + cell->extra, sum = 0;
	for (size_t i = before; i < w->count; i++)
		sum += w->glyphs[i].advance;
	/* Nothing to carry the width: a space whose glyph the face lacks still moves what follows. */
	if (w->count > before)
		w->glyphs[w->count - 1].advance = glyph_mpt(w->glyphs[w->count - 1].advance + width - sum);
	w->piece->width += width;
}

static void text_piece(const struct line *line, const struct group *group, struct text_piece *piece)
{
	const struct cell *first = &line->cells[group->first];
	const struct text_run *run = cell_run(line, first);
	const struct text_span *span = &line->p->spans[run->span];
	*piece = (struct text_piece){.kind = TEXT_PIECE_GLYPHS,
	                             .owner = span->owner,
	                             .style = span->style,
	                             .face = run->face,
	                             .size = run->size,
	                             .bidi_level = run->level,
	                             .turn = run->turn,
	                             .loc = span->loc,
	                             .offset = first->start,
	                             .position = 0};
	size_t glyphs = 0;
	for (size_t i = group->first; i < group->end; i++)
		glyphs += line->cells[i].shape->glyph_count;
	glyphs += line->hyphen ? line->hyphen->glyph_count : 0;
	struct writer w = {.line = line, .piece = piece, .start = first->start};
	w.glyphs = arena_array(line->arena, glyphs, sizeof *w.glyphs);
	uint32_t units = line->cells[group->end - 1].end - first->start;
	w.byte = arena_array(line->scratch, units, sizeof *w.byte);
	w.text = arena_alloc(line->scratch, (size_t)units * 3);
	for (size_t i = group->first; i < group->end; i++)
		write_text(&w, &line->cells[i]);
	bool backwards = run->level & 1; /* text is in logical order, glyphs are as they are seen */
	for (size_t i = group->first; i < group->end; i++)
		write_cell(&w, backwards ? group->end - 1 - (i - group->first) : i);
	const struct cell *last = &line->cells[group->end - 1];
	if (last->gap.kind == GAP_AUTOSPACE || last->gap.kind == GAP_CHARACTER)
		piece->gap = last->gap.width + last->extra;
	piece->glyphs = w.glyphs;
	piece->glyph_count = w.count;
	piece->utf8 = arena_strndup(line->arena, w.text, w.size);
	piece->utf8_size = w.size;
}

static void object_piece(const struct line *line, const struct group *group, struct text_piece *piece)
{
	const struct cell *cell = &line->cells[group->first];
	const struct text_span *span = &line->p->spans[line->p->atoms[cell->atom].run];
	*piece = (struct text_piece){.kind = TEXT_PIECE_OBJECT,
	                             .owner = span->owner,
	                             .style = span->style,
	                             .width = cell->width + cell->gap.width + cell->extra,
	                             .bidi_level = group->level,
	                             .loc = span->loc,
	                             .object = *span->object,
	                             .offset = cell->start};
}

struct text_piece *line_pieces(struct line *line, mpt start, size_t *count)
{
	struct group *groups = arena_array(line->scratch, line->count, sizeof *groups);
	size_t group_count = find_groups(line, groups);
	if (line->p->levels)
		reorder(groups, group_count);
	/* Room for as many pieces of emphasis marks. */
	struct text_piece *pieces =
	    arena_array(line->arena, group_count * (line_has_emphasis(line) ? 2 : 1), sizeof *pieces);
	mpt pen = start;
	*count = 0;
	for (size_t i = 0; i < group_count; i++) {
		struct text_piece *piece = &pieces[(*count)++];
		if (is_object(line, &line->cells[groups[i].first]))
			object_piece(line, &groups[i], piece);
		else
			text_piece(line, &groups[i], piece);
		piece->position = pen;
		pen += piece->width;
		if (emphasis_piece(line, piece, &pieces[*count]))
			++*count;
	}
	return pieces;
}
