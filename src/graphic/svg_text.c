/* Text in our own fonts: chunks with an anchor, segments without a jump inside, each set as a line by text/. */
#include <math.h>
#include <string.h>

#include "svg_private.h"

/* Where text is set: mpt axes in which the baseline runs to the right, and how long a user unit is there. */
struct setting {
	struct svg_context *c;
	const struct svg_characters *all;
	struct svg_matrix axes; /* user units to those */
	double scale;
	double spacing; /* mpt added between characters, to reach textLength */
};

/* Characters from first to end, set in one line. */
struct segment {
	size_t first, end;
	struct text_piece *piece;
	size_t piece_count;
	double width;            /* mpt */
	struct svg_point origin; /* mpt; before the chunk is anchored */
};

/* ---- setting a segment ---- */

static struct text_style *style_of(struct setting *s, const struct svg_state *state)
{
	const struct svg_style *style = &state->style;
	struct font_request request = {.families = style->font_family,
	                               .language = style->language,
	                               .weight = (uint16_t)style->weight,
	                               .slant = (enum font_slant)style->slant,
	                               .stretch = (uint16_t)style->stretch,
	                               .small_caps = style->small_caps};
	struct text_style *out = arena_alloc(s->c->scratch, sizeof *out);
	mpt letter = mpt_from_points((style->letter_spacing * s->scale + s->spacing) / MPT_PER_POINT);
	mpt word = mpt_from_points(style->word_spacing * s->scale / MPT_PER_POINT);
	*out = (struct text_style){.fonts = font_set(s->c->store->fonts, &request),
	                           .size = mpt_from_points(style->font_size * s->scale / MPT_PER_POINT),
	                           .language = style->language,
	                           .letter_spacing = letter,
	                           .letter_spacing_minimum = letter,
	                           .letter_spacing_maximum = letter,
	                           .word_spacing = word,
	                           .word_spacing_minimum = word,
	                           .word_spacing_maximum = word,
	                           .has_letter_spacing = letter != 0,
	                           .features = "",
	                           .small_caps = style->small_caps,
	                           .kerning = true,
	                           .hyphen = '-',
	                           .preserve_spaces = true,
	                           .autospace = TEXT_CHOICE_NO,
	                           .autospace_digits = TEXT_CHOICE_NO,
	                           .spacing_trim = TEXT_CHOICE_NO,
	                           .hanging = TEXT_CHOICE_NO,
	                           .bidi_level = -1};
	return out;
}

static bool continues(const struct svg_character *before, const struct svg_character *ch)
{
	return ch->state == before->state;
}

static void add_runs(struct setting *s, struct paragraph *paragraph, const struct segment *segment)
{
	const struct svg_character *all = s->all->item;
	for (size_t i = segment->first; i < segment->end;) {
		struct buffer text = {0};
		size_t first = i;
		do
			buffer_put_codepoint(&text, all[i++].codepoint);
		while (i < segment->end && continues(&all[i - 1], &all[i]));
		/* The owner leads back to the style. */
		paragraph_add_text(paragraph, arena_strndup(s->c->scratch, text.data, text.size), text.size,
		                   style_of(s, all[first].state), (void *)(uintptr_t)&all[first],
		                   svg_loc(s->c, all[first].node));
		buffer_free(&text);
	}
}

static void set_segment(struct setting *s, struct segment *segment)
{
	struct arena *scratch = s->c->scratch;
	const struct svg_style *style = &s->all->item[segment->first].state->style;
	struct paragraph_style layout = {.language = style->language, .right_to_left = style->right_to_left};
	/* At the left of the measure in both directions. */
	layout.align = layout.align_last = style->right_to_left ? TEXT_ALIGN_END : TEXT_ALIGN_START;
	layout.loc = svg_loc(s->c, s->all->item[segment->first].node);
	struct paragraph *paragraph = paragraph_new(s->c->store->text, scratch, &layout);
	add_runs(s, paragraph, segment);
	paragraph_prepare(paragraph);
	struct text_measure measure = {.width = (mpt)1000000000};
	struct text_breaks breaks = paragraph_break(paragraph, 0, &measure, 1, scratch);
	if (breaks.count == 0)
		return;
	segment->piece = paragraph_line(paragraph, &breaks, 0, &segment->piece_count, scratch);
	for (size_t i = 0; i < segment->piece_count; i++)
		segment->width = fmax(segment->width, (double)(segment->piece[i].position + segment->piece[i].width));
}

/* ---- drawing a piece ---- */

static const struct svg_character *owner_of(const struct text_piece *piece)
{
	return piece->owner;
}

static bool has_plain_fill(const struct svg_style *style)
{
	return !style->fill.server;
}

static bool is_stroked(const struct svg_style *style)
{
	return style->stroke.kind != SVG_PAINT_NONE || style->stroke.server;
}

static void append_glyphs(struct setting *s, const struct text_piece *piece, struct svg_point at,
                          struct page_color color)
{
	struct arena *memory = s->c->memory;
	struct page_glyph *glyph = arena_array(memory, piece->glyph_count, sizeof *glyph);
	for (size_t i = 0; i < piece->glyph_count; i++) {
		const struct text_glyph *g = &piece->glyphs[i];
		glyph[i] = (struct page_glyph){.id = g->id, .text = g->text, .advance = g->advance, .dx = g->dx, .dy = -g->dy};
	}
	struct page_item item = {.kind = PAGE_GLYPHS};
	item.glyphs = (struct page_glyphs){.face = piece->face,
	                                   .size = piece->size,
	                                   .color = color,
	                                   .x = mpt_from_points(at.x / MPT_PER_POINT),
	                                   .y = mpt_from_points(at.y / MPT_PER_POINT),
	                                   .glyph = glyph,
	                                   .count = piece->glyph_count,
	                                   .text = arena_strndup(memory, piece->utf8, piece->utf8_size),
	                                   .text_size = piece->utf8_size};
	page_items_append(&s->c->items, &item);
}

/* What glyphs alone cannot show: strokes, gradients. */
static void append_outlines(struct setting *s, const struct text_piece *piece, struct svg_point at, bool with_fill)
{
	const struct svg_character *ch = owner_of(piece);
	struct svg_path path = {.memory = s->c->scratch};
	/* In user units, so that gradients and pens are as for any path. */
	struct svg_point origin = {(at.x - s->axes.e) / s->scale, (at.y - s->axes.f) / s->scale};
	svg_glyph_outlines(&path, piece, origin, 1 / s->scale);
	struct svg_state state = *ch->state;
	state.matrix = s->axes;
	if (!with_fill)
		state.style.fill = (struct svg_paint){.kind = SVG_PAINT_NONE};
	svg_emit_path(s->c, ch->node, &state, &path);
}

static void append_decoration(struct setting *s, const struct text_piece *piece, struct svg_point at,
                              struct page_color color)
{
	const struct font_face *face = piece->face;
	const struct svg_style *style = &owner_of(piece)->state->style;
	const struct {
		int flag, position, thickness;
	} lines[] = {{SVG_UNDERLINE, face->underline_position, face->underline_thickness},
	             {SVG_OVERLINE, face->ascender, face->underline_thickness},
	             {SVG_LINE_THROUGH, face->strikeout_position, face->strikeout_thickness}};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		if (!(style->decoration & lines[i].flag))
			continue;
		mpt thickness = font_scale(face, lines[i].thickness, piece->size);
		mpt middle = font_scale(face, lines[i].position, piece->size);
		struct page_item item = {.kind = PAGE_RECTANGLE};
		item.rectangle.area = (struct page_rectangle){mpt_from_points(at.x / MPT_PER_POINT),
		                                              mpt_from_points(at.y / MPT_PER_POINT) - middle - thickness / 2,
		                                              piece->width, thickness};
		item.rectangle.color = color;
		page_items_append(&s->c->items, &item);
	}
}

static void draw_piece(struct setting *s, const struct text_piece *piece, struct svg_point at)
{
	const struct svg_style *style = &owner_of(piece)->state->style;
	if (piece->kind != TEXT_PIECE_GLYPHS || style->hidden || style->opacity == 0)
		return;
	struct page_color color = svg_plain_color(&style->fill, style, style->fill_opacity);
	bool plain = has_plain_fill(style), stroked = is_stroked(style);
	if (!plain)
		color = svg_plain_color(&(struct svg_paint){.kind = SVG_PAINT_CURRENT}, style, style->fill_opacity);
	append_decoration(s, piece, at, color);
	if (stroked && plain && style->stroke_first)
		append_outlines(s, piece, at, false);
	if (plain && color.opacity > 0)
		append_glyphs(s, piece, at, color);
	if (!plain || (stroked && !style->stroke_first))
		append_outlines(s, piece, at, !plain);
}

/* How far the baseline that the style asks for lies above the alphabetic one, in mpt. */
static double baseline_of(const struct text_piece *piece)
{
	const struct svg_character *ch = owner_of(piece);
	const struct font_face *face = font_primary(piece->style->fonts);
	mpt size = piece->style->size;
	switch (ch->state->style.baseline) {
	case SVG_BASELINE_MIDDLE:
		return (double)font_scale(face, face->x_height, size) / 2;
	case SVG_BASELINE_CENTRAL:
		return (double)(font_scale(face, face->ascender, size) + font_scale(face, face->descender, size)) / 2;
	case SVG_BASELINE_HANGING:
		return (double)font_scale(face, face->ascender, size) * 0.8;
	case SVG_BASELINE_MATHEMATICAL:
		return (double)font_scale(face, face->ascender, size) / 2;
	case SVG_BASELINE_BEFORE:
		return (double)font_scale(face, face->ascender, size);
	case SVG_BASELINE_AFTER:
		return (double)font_scale(face, face->descender, size);
	default:
		return 0;
	}
}

static void include_piece(struct setting *s, const struct text_piece *piece, struct svg_point at)
{
	double size = (double)piece->size;
	svg_include_drawn(s->c, (struct svg_box){at.x, at.y - size, (double)piece->width, size * 1.3});
}

static void draw_pieces(struct setting *s, const struct segment *segment, struct svg_point origin)
{
	for (size_t i = 0; i < segment->piece_count; i++) {
		const struct text_piece *piece = &segment->piece[i];
		struct svg_point at = {origin.x + (double)piece->position, origin.y + baseline_of(piece)};
		at.y -= owner_of(piece)->shift * s->scale;
		include_piece(s, piece, at);
		draw_piece(s, piece, at);
	}
}

static void draw_segment(struct setting *s, const struct segment *segment, double shift)
{
	struct svg_point origin = {segment->origin.x + shift, segment->origin.y};
	double degrees = s->all->item[segment->first].rotate;
	if (degrees == 0) {
		draw_pieces(s, segment, origin);
		return;
	}
	struct page_matrix turn = svg_page_matrix(svg_multiply(svg_translation(origin.x, origin.y), svg_rotation(degrees)));
	struct setting turned = *s;
	turned.axes = svg_scaling(s->scale, s->scale);
	s->c->may_overflow = true;
	svg_save(s->c, &turn, NULL, 0, false, 1);
	draw_pieces(&turned, segment, (struct svg_point){0, 0});
	svg_restore(s->c);
}

/* ---- chunks ---- */

static bool is_jump(const struct svg_character *ch)
{
	return ch->has_x || ch->has_y || ch->dx != 0 || ch->dy != 0;
}

static size_t end_of_segment(const struct svg_characters *all, size_t first)
{
	size_t i = first + 1;
	/* Turned characters stand alone. */
	while (i < all->count && !is_jump(&all->item[i]) && all->item[i].rotate == 0 && all->item[first].rotate == 0)
		i++;
	return i;
}

/* How far a chunk of that width is moved so that its anchor lies where it began. */
static double anchor_shift(const struct svg_style *style, double width)
{
	if (style->anchor == SVG_ANCHOR_MIDDLE)
		return -width / 2;
	bool at_left = (style->anchor == SVG_ANCHOR_START) != (style->right_to_left != 0);
	return at_left ? 0 : -width;
}

/* Where the segment begins: its jump, from where the last one ended. */
static struct svg_point begin_segment(const struct setting *s, const struct svg_character *ch, struct svg_point pen)
{
	if (ch->has_x)
		pen.x = ch->x * s->axes.a + s->axes.e;
	if (ch->has_y)
		pen.y = ch->y * s->axes.d + s->axes.f;
	pen.x += ch->dx * s->scale;
	pen.y += ch->dy * s->scale;
	return pen;
}

/* All segments, and each chunk of them moved to its anchor and drawn. */
static void set_chunks(struct setting *s)
{
	const struct svg_character *all = s->all->item;
	struct svg_point pen = {s->axes.e, s->axes.f};
	size_t capacity = 0, count = 0;
	struct segment *segment = NULL;
	double start = pen.x;
	for (size_t i = 0; i < s->all->count;) {
		bool new_chunk = i == 0 || all[i].has_x || all[i].has_y;
		if (count == capacity) {
			segment = arena_grow(s->c->scratch, segment, count, capacity ? capacity * 2 : 8, sizeof *segment);
			capacity = capacity ? capacity * 2 : 8;
		}
		if (new_chunk && count > 0) {
			double shift = anchor_shift(&all[segment[0].first].state->style, pen.x - start);
			for (size_t k = 0; k < count; k++)
				draw_segment(s, &segment[k], shift);
			count = 0;
		}
		pen = begin_segment(s, &all[i], pen);
		if (new_chunk)
			start = pen.x;
		segment[count] = (struct segment){.first = i, .end = end_of_segment(s->all, i), .origin = pen};
		set_segment(s, &segment[count]);
		pen.x += segment[count].width;
		i = segment[count++].end;
	}
	double shift = count > 0 ? anchor_shift(&all[segment[0].first].state->style, pen.x - start) : 0;
	for (size_t k = 0; k < count; k++)
		draw_segment(s, &segment[k], shift);
}

/* How wide all of the text is, in mpt, and between how many characters space can be added. */
static double natural_width(struct setting *s, size_t *gaps)
{
	double width = 0;
	*gaps = 0;
	for (size_t i = 0; i < s->all->count;) {
		struct segment segment = {.first = i, .end = end_of_segment(s->all, i)};
		set_segment(s, &segment);
		width += segment.width + (i > 0 ? s->all->item[i].dx * s->scale : 0);
		*gaps += segment.end - segment.first - 1;
		i = segment.end;
	}
	return width;
}

/* textLength (SVG 1.1, 10.5): by space between characters, or by stretching the axes. */
static void fit_length(struct setting *s, const xmlNode *text, const struct svg_state *state)
{
	double length = svg_attribute_length(s->c, state, text, "textLength", SVG_HORIZONTAL, -1);
	size_t gaps = 0;
	if (length < 0 || s->all->count == 0)
		return;
	double natural = natural_width(s, &gaps);
	const char *adjust = svg_attribute(s->c, text, "lengthAdjust");
	bool stretches = adjust && strcmp(adjust, "spacingAndGlyphs") == 0;
	if (stretches && natural > 0 && length > 0) {
		double x = s->all->item[0].x;
		s->axes = svg_multiply(s->axes, svg_translation(x, 0));
		s->axes = svg_multiply(s->axes, svg_scaling(length * s->scale / natural, 1));
		s->axes = svg_multiply(s->axes, svg_translation(-x, 0));
	} else if (!stretches && gaps > 0) {
		s->spacing = (length * s->scale - natural) / (double)gaps;
	}
}

/* Is text upright and even in the page's axes? */
static bool is_plain(struct svg_matrix m)
{
	return m.b == 0 && m.c == 0 && m.a > 0 && fabs(m.a - m.d) <= 1e-6 * m.a;
}

void svg_draw_text(struct svg_context *c, const xmlNode *text, const struct svg_state *state)
{
	if (svg_scale_of(state->matrix) == 0 || !c->store->text || !c->store->fonts)
		return;
	if (state->style.vertical)
		svg_unsupported(c, text, "vertical text in a picture", "set in lines from left to right");
	struct svg_characters all = svg_text_collect(c, text, state);
	struct setting s = {.c = c, .all = &all, .axes = state->matrix, .scale = svg_scale_of(state->matrix)};
	fit_length(&s, text, state);
	if (is_plain(s.axes)) {
		set_chunks(&s);
		return;
	}
	struct page_matrix to_page;
	s.axes = svg_even_axes(s.axes, &to_page);
	s.scale = svg_scale_of(s.axes);
	c->may_overflow = true;
	svg_save(c, &to_page, NULL, 0, false, 1);
	set_chunks(&s);
	svg_restore(c);
}
