/* Which glyphs are used and what text they stand for. Knows nothing of font files. */
#include "pdf_font.h"

#include <stdlib.h>
#include <string.h>

#include "pdf_state.h"

static struct pdf_font *new_font(struct pdf_state *pdf, const struct font_face *face)
{
	struct pdf_font *font = arena_alloc(pdf->memory, sizeof *font);
	*font = (struct pdf_font){.face = face, .number = pdf->fonts.count++, .object = pdf_reserve(&pdf->objects)};
	/* calloc, since most of this stays untouched and costs nothing. */
	font->glyphs = xcalloc(PDF_GLYPHS, sizeof *font->glyphs);
	if (!face->may_embed && diag_first(pdf->d, arena_printf(pdf->memory, "embedding %s", face->family)))
		diag_error(pdf->d, pdf->where, "the font '%s' may not be embedded, so its licence says", face->family);
	buffer_append(&font->text, "", 1); /* so that 0 is never a place */
	if (pdf->fonts.last)
		pdf->fonts.last->next = font;
	else
		pdf->fonts.first = font;
	pdf->fonts.last = font;
	return font;
}

struct pdf_font *pdf_font_for(struct pdf_state *pdf, const struct font_face *face)
{
	struct pdf_fonts *fonts = &pdf->fonts;
	if (face->number >= fonts->capacity) {
		size_t capacity = (size_t)face->number * 2 + 16;
		fonts->by_face = xrealloc(fonts->by_face, capacity, sizeof *fonts->by_face);
		memset(fonts->by_face + fonts->capacity, 0, (capacity - fonts->capacity) * sizeof *fonts->by_face);
		fonts->capacity = capacity;
	}
	if (!fonts->by_face[face->number])
		fonts->by_face[face->number] = new_font(pdf, face);
	return fonts->by_face[face->number];
}

void pdf_fonts_free(struct pdf_fonts *fonts)
{
	for (struct pdf_font *font = fonts->first; font; font = font->next) {
		free(font->glyphs);
		free(font->codes);
		buffer_free(&font->text);
	}
	free(fonts->by_face);
	*fonts = (struct pdf_fonts){0};
}

static void add_code(struct pdf_font *font, uint32_t code)
{
	ARRAY_RESERVE(font->codes, font->code_count, font->code_capacity);
	font->codes[font->code_count++] = code;
	font->glyphs[code].used = true;
}

static int compare_codes(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

struct pdf_codes pdf_font_codes(struct pdf_font *font)
{
	if (font->code_count > 1)
		qsort(font->codes, font->code_count, sizeof *font->codes, compare_codes);
	return (struct pdf_codes){font->glyphs, font->codes, font->code_count};
}

const struct pdf_glyph *pdf_font_use(struct pdf_font *font, uint32_t glyph)
{
	if (glyph >= font->face->glyph_count || glyph >= PDF_GLYPHS)
		return NULL;
	struct pdf_glyph *known = &font->glyphs[glyph];
	if (!known->used) {
		add_code(font, glyph);
		known->width = font_advance(font->face, glyph); /* the measure that the layout uses too */
	}
	return known;
}

/* Characters that a reader may take for each other: fonts draw them with one glyph. */
static uint32_t folded(uint32_t c)
{
	return c == 0xA0 || c == 0x202F ? ' ' : c == 0x2011 ? 0x2010 : c;
}

/* A non-breaking hyphen that the face draws with a glyph of its own need not be read as another. */
static bool has_own_glyph(const struct font_face *face, uint32_t c, uint32_t glyph)
{
	hb_codepoint_t own, other;
	return c == 0x2011 && hb_font_get_nominal_glyph(face->hb_font, c, &own) && own == glyph &&
	       hb_font_get_nominal_glyph(face->hb_font, folded(c), &other) && other != glyph;
}

void pdf_font_stand_for(struct pdf_font *font, uint32_t glyph, const char *text, size_t size)
{
	struct pdf_glyph *known = &font->glyphs[glyph];
	if (size == 0 || known->unicode)
		return;
	size_t at = 0;
	uint32_t c = utf8_next(text, size, &at);
	known->unicode = has_own_glyph(font->face, c, glyph) ? c : folded(c);
	if (at == size)
		return;
	known->more = (uint32_t)font->text.size;
	buffer_append(&font->text, text + at, size - at);
	buffer_putc(&font->text, '\0');
}

/* True when text[*at..] goes on with what the glyph stands for; *at is moved past it. */
static bool match_glyph(const struct pdf_font *font, uint32_t glyph, const char *text, size_t size, size_t *at)
{
	const struct pdf_glyph *known = &font->glyphs[glyph];
	if (!known->unicode || *at >= size)
		return false;
	uint32_t c = utf8_next(text, size, at);
	if (c != known->unicode && folded(c) != known->unicode)
		return false;
	if (!known->more)
		return true;
	const char *rest = font->text.data + known->more;
	size_t length = strlen(rest);
	if (size - *at < length || memcmp(text + *at, rest, length) != 0)
		return false;
	*at += length;
	return true;
}

/* As many characters as glyphs: each glyph gets its own. Else the first gets all. */
static void teach(struct pdf_font *font, const struct page_glyph *glyphs, size_t count, const char *text, size_t size)
{
	size_t characters = 0;
	for (size_t at = 0; at < size; characters++)
		utf8_next(text, size, &at);
	if (count > 1 && characters != count) {
		pdf_font_stand_for(font, glyphs[0].id, text, size);
		return;
	}
	for (size_t i = 0, from = 0; i < count; i++) {
		size_t to = from;
		if (count == 1)
			to = size;
		else
			utf8_next(text, size, &to);
		pdf_font_stand_for(font, glyphs[i].id, text + from, to - from);
		from = to;
	}
}

/* More would make the search slow; a text that needs them is not of this world. */
#define ALIASES_MAX 200

uint32_t pdf_font_alias(struct pdf_font *font, uint32_t glyph, const char *text, size_t size)
{
	uint32_t first = font->face->glyph_count, end = first + font->alias_count;
	if (font->face->outline != FONT_GLYF || glyph >= first || size == 0)
		return 0;
	for (uint32_t code = first; code < end; code++) {
		size_t at = 0;
		if (font->glyphs[code].alias_of == glyph && match_glyph(font, code, text, size, &at) && at == size)
			return code;
	}
	if (end >= PDF_GLYPHS || font->alias_count >= ALIASES_MAX)
		return 0;
	font->glyphs[end] = (struct pdf_glyph){.width = font->glyphs[glyph].width, .alias_of = (uint16_t)glyph};
	font->alias_count++;
	add_code(font, end);
	pdf_font_stand_for(font, end, text, size);
	return end;
}

bool pdf_font_learn(struct pdf_font *font, const struct page_glyphs *run, const struct page_cluster *cluster)
{
	const struct page_glyph *glyphs = &run->glyph[cluster->glyph];
	for (size_t i = 0; i < cluster->count; i++)
		if (glyphs[i].id >= PDF_GLYPHS)
			return false;
	if (cluster->size == 0)
		return false;
	size_t at = 0, matched = 0;
	while (matched < cluster->count && match_glyph(font, glyphs[matched].id, cluster->text, cluster->size, &at))
		matched++;
	if (matched == cluster->count && at == cluster->size)
		return true;
	teach(font, glyphs, cluster->count, cluster->text, cluster->size);
	at = 0;
	for (size_t i = 0; i < cluster->count; i++)
		if (!match_glyph(font, glyphs[i].id, cluster->text, cluster->size, &at))
			return false;
	return at == cluster->size;
}
