/* A line's boxes, then its text and what stands in it. Links are areas of their own on each line. */
#include <string.h>

#include "inline_private.h"
#include "paint_line.h"

static const struct inline_item *item_of(const struct line_piece *piece)
{
	return piece->text.owner;
}

/* ---- boxes and links ---- */

static void paint_line_box(const struct line_painter *lp, const struct line_box *box)
{
	struct logical_rectangle r = {lp->inline_offset + box->position, lp->block_offset + box->before, box->size,
	                              box->block_size};
	if (box->node->kind == FO_BASIC_LINK)
		paint_link(lp->p, box->node, r);
	if (box->link)
		paint_index_link(lp->p, box->node, box->link, r);
	if (paint_is_visible(box->look))
		paint_box(lp->p, box->look, r, &box->border, box->first, box->last);
}

static void paint_boxes(const struct line_painter *lp)
{
	for (size_t i = 0; i < lp->line->box_count; i++)
		paint_line_box(lp, &lp->line->box[i]);
}

/* ---- runs of glyphs ---- */

static bool is_hidden(const struct line_piece *piece)
{
	return !paint_is_visible(item_of(piece)->level->look);
}

static bool shows_glyphs(const struct line_piece *piece)
{
	return piece->text.kind == TEXT_PIECE_GLYPHS && piece->text.glyph_count > 0;
}

static bool takes_no_room(const struct line_piece *piece)
{
	return piece->text.kind == TEXT_PIECE_OBJECT && piece->text.width == 0 && !piece->content;
}

static struct page_color color_of(const struct line_painter *lp, const struct line_piece *piece)
{
	enum fo_property property = piece->text.emphasis ? PROP_TEXT_EMPHASIS_COLOR : PROP_COLOR;
	return page_color_of(lp->p->l, fo_color(item_of(piece)->level->look, property));
}

/* A number in an index is in its own link's element. */
static struct page_structure *structure_of_level(const struct line_painter *lp, const struct inline_level *level)
{
	return level->link ? paint_index_structure(lp->p, level->node, level->link) : paint_structure(lp->p, level->node);
}

/* Pieces that make one run of glyphs on the page. */
struct run {
	size_t first, end; /* pieces */
	size_t last;       /* the last with glyphs */
	size_t glyph_count, text_size;
	struct page_color color;
	struct page_structure *structure;
};

static bool same_level_look(const struct line_painter *lp, const struct run *run, const struct line_piece *a,
                            const struct line_piece *b)
{
	const struct inline_level *x = item_of(a)->level, *y = item_of(b)->level;
	if (x == y)
		return true;
	struct page_color color = color_of(lp, b);
	return color_is_same(&run->color, &color) && structure_of_level(lp, y) == run->structure;
}

static bool joins(const struct line_painter *lp, const struct run *run, const struct line_piece *b)
{
	const struct line_piece *a = &lp->line->piece[run->last];
	const struct text_piece *x = &a->text, *y = &b->text;
	bool left_to_right = x->bidi_level % 2 == 0 && y->bidi_level % 2 == 0;
	return left_to_right && !x->emphasis && !y->emphasis && x->face == y->face && x->size == y->size &&
	       x->turn == y->turn && a->baseline == b->baseline && x->position + x->width == y->position &&
	       !x->added_hyphen && same_level_look(lp, run, a, b) && !is_hidden(b);
}

static void run_take(struct run *run, const struct text_piece *text, size_t index)
{
	run->last = index;
	run->end = index + 1;
	run->glyph_count += text->glyph_count;
	run->text_size += text->utf8_size;
}

static struct run run_from(const struct line_painter *lp, size_t first)
{
	const struct line *line = lp->line;
	struct run run = {.first = first};
	run.color = color_of(lp, &line->piece[first]);
	/* Emphasis marks say nothing that the text does not. */
	if (!line->piece[first].text.emphasis)
		run.structure = structure_of_level(lp, item_of(&line->piece[first])->level);
	run_take(&run, &line->piece[first].text, first);
	for (size_t i = first + 1; i < line->piece_count; i++) {
		const struct line_piece *piece = &line->piece[i];
		if (takes_no_room(piece))
			continue;
		if (!shows_glyphs(piece) || !joins(lp, &run, piece))
			break;
		run_take(&run, &piece->text, i);
	}
	return run;
}

static void set_hyphen(struct page_glyphs *out, const struct text_piece *piece)
{
	const struct inline_item *item = piece->owner;
	out->added_hyphen = piece->added_hyphen;
	if (!piece->added_hyphen)
		return;
	const char *character = fo_string(item->level->node, PROP_HYPHENATION_CHARACTER);
	bool is_hyphen = strcmp(character, "-") == 0 || strcmp(character, "\xe2\x80\x90") == 0;
	out->hyphen = is_hyphen || *character == '\0' ? NULL : character;
}

/* Along the inline axis and away from the after edge becomes right and down, or for upright glyphs of a vertical line
 * down and right. */
static void copy_glyphs(struct page_glyph *out, const struct text_piece *text, uint32_t text_offset)
{
	bool upright = text->turn == TEXT_VERTICAL_UPRIGHT;
	for (size_t i = 0; i < text->glyph_count; i++) {
		const struct text_glyph *in = &text->glyphs[i];
		out[i] = (struct page_glyph){
		    .id = in->id,
		    .text = in->text + text_offset,
		    .advance = in->advance,
		    .dx = upright ? in->dy : in->dx,
		    .dy = upright ? in->dx : -in->dy,
		};
	}
}

static void fill_run(const struct line_painter *lp, const struct run *run, struct page_glyphs *out)
{
	struct arena *a = lp->p->target->memory;
	struct page_glyph *glyph = arena_array(a, run->glyph_count, sizeof *glyph);
	char *text = arena_alloc(a, run->text_size + 1);
	size_t glyphs = 0, bytes = 0;
	for (size_t i = run->first; i < run->end; i++) {
		const struct text_piece *piece = &lp->line->piece[i].text;
		if (piece->kind != TEXT_PIECE_GLYPHS)
			continue;
		copy_glyphs(glyph + glyphs, piece, (uint32_t)bytes);
		if (piece->utf8_size > 0)
			memcpy(text + bytes, piece->utf8, piece->utf8_size);
		glyphs += piece->glyph_count;
		bytes += piece->utf8_size;
	}
	out->glyph = glyph;
	out->count = glyphs;
	out->text = text;
	out->text_size = bytes;
	out->space_follows = lp->line->piece[run->last].text.space_follows;
	set_hyphen(out, &lp->line->piece[run->last].text);
}

/* Where the pen begins. Glyphs of horizontal text always run to the right, so from the far end of a right-to-left
 * area's piece. */
static struct page_point pen_start(const struct line_painter *lp, const struct run *run)
{
	const struct line_piece *first = &lp->line->piece[run->first], *last = &lp->line->piece[run->last];
	bool from_right = lp->p->axes.writing_mode == KEY_RL_TB;
	mpt along = from_right ? last->text.position + last->text.width : first->text.position;
	return axes_point(&lp->p->axes, lp->inline_offset + along, lp->block_offset + first->baseline);
}

static void add_glyphs(const struct line_painter *lp, const struct page_glyphs *glyphs,
                       struct page_structure *structure)
{
	struct page_item item = {.kind = PAGE_GLYPHS, .glyphs = *glyphs};
	paint_item(lp->p, &item, structure);
}

static void paint_run(const struct line_painter *lp, const struct run *run)
{
	const struct text_piece *text = &lp->line->piece[run->first].text;
	struct page_point pen = pen_start(lp, run);
	struct page_glyphs glyphs = {.face = text->face, .size = text->size, .color = run->color, .x = pen.x, .y = pen.y};
	glyphs.upright = text->turn == TEXT_VERTICAL_UPRIGHT;
	glyphs.rotation = (axes_rotation(&lp->p->axes) + (text->turn == TEXT_VERTICAL_TURNED ? 90 : 0)) % 360;
	fill_run(lp, run, &glyphs);
	paint_shadows(lp, item_of(&lp->line->piece[run->first])->level, &glyphs);
	if (run->color.opacity > 0)
		add_glyphs(lp, &glyphs, run->structure);
}

/* ---- the line ---- */

static void paint_object(const struct line_painter *lp, const struct line_piece *piece)
{
	const struct inline_item *item = item_of(piece);
	if (item->kind == ITEM_LEADER) {
		paint_leader(lp, piece, item);
	} else if (piece->content) {
		struct painter inside = *lp->p;
		inside.inline_shift = lp->inline_offset;
		inside.block_shift = lp->block_offset;
		paint_one(&inside, piece->content);
	}
}

static void paint_pieces(const struct line_painter *lp)
{
	const struct line *line = lp->line;
	for (size_t i = 0; i < line->piece_count;) {
		const struct line_piece *piece = &line->piece[i];
		if (!shows_glyphs(piece)) {
			paint_object(lp, piece);
			i++;
		} else if (is_hidden(piece)) {
			i++;
		} else {
			struct run run = run_from(lp, i);
			paint_run(lp, &run);
			i = run.end;
		}
	}
}

static void paint_line_ids(const struct line_painter *lp)
{
	for (size_t i = 0; i < lp->line->id_count; i++)
		if (!lp->line->ids[i].ends)
			paint_anchor(lp->p, lp->line->ids[i].id, lp->inline_offset, lp->block_offset);
}

void paint_line(const struct painter *p, const struct fragment *f)
{
	struct arena_mark mark = arena_mark(p->scratch);
	struct line_painter lp = {
	    .p = p,
	    .line = inline_line_filled(f->line, p->scratch),
	    .inline_offset = f->inline_offset + p->inline_shift + f->line->indent,
	    .block_offset = f->block_offset + p->block_shift,
	};
	paint_line_ids(&lp);
	paint_boxes(&lp);
	paint_decorations(&lp, true);
	paint_pieces(&lp);
	paint_decorations(&lp, false);
	paint_change_bars(&lp, f->block_size);
	arena_reset(p->scratch, mark);
}
