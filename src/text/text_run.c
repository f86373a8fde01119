/* Runs: text of one style, face, script and direction. Here quotes and dashes become Chinese or Latin, and a face is
 * found for every character. */
#include <string.h>

#include "text_private.h"

static void read_classes(struct paragraph *p)
{
	p->classes = arena_array(p->arena, p->length, 1);
	for (uint32_t i = 0; i < p->length;) {
		uint32_t start = i;
		uint8_t class = text_class_of(p->engine, utf16_next(p->text, &i, p->length));
		p->classes[start] = class;
		if (i - start == 2)
			p->classes[start + 1] = class;
	}
}

/* Of a box that stands for text. */
static void read_object_class(struct paragraph *p, const struct text_span *span)
{
	uint8_t class = text_class_of(p->engine, span->object->character);
	if (class == TEXT_LETTER || class == TEXT_DIGIT || class == TEXT_HAN || class == TEXT_HAN_SMALL)
		p->classes[span->start] = class;
	p->has_han |= text_class_is_han(p->classes[span->start]);
}

static bool either(uint8_t class)
{
	return class >= TEXT_QUOTE_OPEN && class <= TEXT_MIDDLE_EITHER;
}

/* The class of the nearest character before or after i that tells Chinese from Latin; TEXT_OTHER at the text's end. */
static uint8_t neighbour(const struct paragraph *p, uint32_t i, int step)
{
	for (int64_t at = (int64_t)i + step; at >= 0 && at < p->length; at += step) {
		uint8_t class = p->classes[at];
		if (!either(class) && class != TEXT_MARK && class != TEXT_OBJECT_CLASS && class != TEXT_IGNORABLE)
			return class;
	}
	return TEXT_OTHER;
}

static bool is_word_class(uint8_t class)
{
	return class == TEXT_LETTER || class == TEXT_DIGIT;
}

/* Chinese or Latin form of a mark that has both: by the language of the text, and where it says nothing by what stands
 * beside it. An apostrophe within a word and a dot between letters are Latin anywhere. */
static bool takes_han_form(const struct paragraph *p, uint32_t i, const char *language)
{
	uint8_t before = neighbour(p, i, -1), after = neighbour(p, i, 1);
	if (p->classes[i] == TEXT_QUOTE_CLOSE && p->text[i] == 0x2019 && is_word_class(before) && is_word_class(after) &&
	    i > 0 && is_word_class(p->classes[i - 1]))
		return false;
	if (p->classes[i] == TEXT_MIDDLE_EITHER)
		return (text_language_is_han(language) || !*language) &&
		       (text_class_is_han(before) || text_class_is_han(after));
	if (*language)
		return text_language_is_han(language);
	return text_class_is_han(before) || text_class_is_han(after);
}

static uint8_t resolved(uint8_t class, bool han)
{
	if (!han)
		return TEXT_OTHER;
	switch (class) {
	case TEXT_QUOTE_OPEN:
		return TEXT_OPEN;
	case TEXT_QUOTE_CLOSE:
		return TEXT_CLOSE;
	case TEXT_DASH_EITHER:
		return TEXT_DASH;
	default:
		return TEXT_MIDDLE;
	}
}

static void resolve_classes(struct paragraph *p, const struct text_span *span)
{
	for (uint32_t i = span->start; i < span->end; i++) {
		if (either(p->classes[i]))
			p->classes[i] = resolved(p->classes[i], takes_han_form(p, i, span->style->language));
		else if (p->classes[i] == TEXT_MARK && i > span->start)
			p->classes[i] = p->classes[i - 1];
		if (text_class_is_han(p->classes[i]))
			p->has_han = true;
	}
}

/* True when some character's direction is not plain left to right. */
static bool needs_bidi(const struct paragraph *p)
{
	if (p->style.right_to_left)
		return true;
	for (uint32_t i = 0; i < p->length; i++) {
		UChar c = p->text[i];
		if (c >= 0x590 &&
		    (c < 0x900 || (c >= 0x200F && c <= 0x202E) || (c >= 0x2067 && c <= 0x2069) || (c >= 0xD800 && c < 0xE000) ||
		     c >= 0xFB1D) &&
		    c != TEXT_OBJECT_CHARACTER)
			return true;
	}
	return false;
}

static void find_levels(struct paragraph *p)
{
	if (p->length == 0 || p->length > INT32_MAX || !needs_bidi(p))
		return;
	/* Objects that take no room must not part a number from its sign: WORD JOINER is neutral without effect. */
	UChar *text = arena_array(p->engine->scratch, p->length, sizeof *text);
	memcpy(text, p->text, p->length * sizeof *text);
	for (uint32_t i = 0; i < p->span_count; i++) {
		const struct text_object *object = p->spans[i].object;
		if (object && object->kind != TEXT_OBJECT_BOX && object->kind != TEXT_OBJECT_LEADER)
			text[p->spans[i].start] = object->kind == TEXT_OBJECT_LINEFEED ? 0x2028 : 0x2060;
	}
	UErrorCode status = U_ZERO_ERROR;
	if (!p->engine->bidi)
		p->engine->bidi = ubidi_open();
	ubidi_setPara(p->engine->bidi, text, (int32_t)p->length, p->style.right_to_left ? 1 : 0, NULL, &status);
	const UBiDiLevel *levels = U_SUCCESS(status) ? ubidi_getLevels(p->engine->bidi, &status) : NULL;
	if (!levels || U_FAILURE(status))
		return;
	UBiDiLevel *copy = arena_array(p->arena, p->length, sizeof *copy);
	memcpy(copy, levels, p->length * sizeof *copy);
	p->levels = copy;
}

static uint8_t level_at(const struct paragraph *p, uint32_t i, const struct text_style *style)
{
	if (style->bidi_level >= 0)
		return (uint8_t)(style->bidi_level < 125 ? style->bidi_level : 125);
	return p->levels ? p->levels[i] : 0;
}

static bool has_latin_form(uint32_t codepoint)
{
	return codepoint == 0x2018 || codepoint == 0x2019 || codepoint == 0x201C || codepoint == 0x201D ||
	       codepoint == 0x2014 || codepoint == 0x2026 || codepoint == 0xB7 || codepoint == 0x2027;
}

static void report_missing(const struct paragraph *p, const struct text_span *span, uint32_t codepoint)
{
	char key[32];
	snprintf(key, sizeof key, "no-glyph-%X", (unsigned)codepoint);
	if (!diag_first(p->engine->diag, key))
		return;
	struct buffer character = {0};
	buffer_put_codepoint(&character, codepoint);
	diag_warning(p->engine->diag, span->loc, "no font has the character '%s' (U+%04X)", character.data,
	             (unsigned)codepoint);
	buffer_free(&character);
}

static bool is_invisible(uint8_t class)
{
	return class == TEXT_IGNORABLE || class == TEXT_SOFT_HYPHEN || class == TEXT_ZERO_SPACE || class == TEXT_LINE_END;
}

/* The blocks of marks that compose with letters. */
static bool is_combining(uint32_t codepoint)
{
	return (codepoint >= 0x300 && codepoint < 0x370) || codepoint == 0x3099 || codepoint == 0x309A;
}

/* A letter with the marks that follow it: one piece of text, which one face must hold for the marks to stand right. */
struct cluster {
	uint32_t letter;
	const UChar *marks; /* all in Unicode's first plane */
	uint32_t count;
};

static struct cluster cluster_at(const struct paragraph *p, uint32_t letter, uint32_t after, uint32_t end)
{
	struct cluster cluster = {letter, p->text + after, 0};
	while (after + cluster.count < end && is_combining(cluster.marks[cluster.count]))
		cluster.count++;
	return cluster;
}

/* Whether the face has the letter with its marks, composed or with a glyph for each. composed receives what all of them
 * are together; 0: no one character. */
static bool holds(const struct font_face *face, const struct cluster *cluster, uint32_t *composed)
{
	hb_codepoint_t glyph, letter = cluster->letter;
	bool all = hb_font_get_nominal_glyph(face->hb_font, letter, &glyph), one = true;
	for (uint32_t i = 0; i < cluster->count; i++) {
		hb_codepoint_t whole, mark = cluster->marks[i];
		one = one && hb_unicode_compose(hb_unicode_funcs_get_default(), letter, mark, &whole);
		if (one)
			letter = whole;
		if (!one || !hb_font_get_nominal_glyph(face->hb_font, whole, &glyph))
			all = all && hb_font_get_nominal_glyph(face->hb_font, mark, &glyph);
	}
	*composed = one ? letter : 0;
	return all;
}

/* The face for a letter with marks: its own where that holds them, else that of all together, else that of a mark. */
static const struct font_face *cluster_face(const struct font_set *fonts, const struct cluster *cluster,
                                            const struct font_face *own)
{
	uint32_t composed, ignored;
	if (!own || holds(own, cluster, &composed))
		return own;
	const struct font_face *face = composed ? font_for_character(fonts, composed, NULL) : NULL;
	if (face)
		return face;
	for (uint32_t i = 0; i < cluster->count; i++) {
		face = font_for_character(fonts, cluster->marks[i], NULL);
		if (face && holds(face, cluster, &ignored))
			return face;
	}
	return own;
}

struct character {
	uint32_t codepoint;
	uint8_t class;
	struct cluster cluster; /* of which it is the letter; count 0: no marks follow */
	struct cluster before;  /* of which it may be a mark; count 0: of none */
};

/* The face of a character; NULL when none has it. previous is the face of the character before in the span. */
static const struct font_face *face_of(const struct text_style *style, const struct character *c,
                                       const struct font_face *previous)
{
	uint32_t composed;
	if (previous && (is_invisible(c->class) || (c->before.count > 0 && holds(previous, &c->before, &composed))))
		return previous;
	if (text_class_is_han(c->class) && has_latin_form(c->codepoint)) {
		const struct font_face *face = font_for_han_mark(style->fonts, c->codepoint);
		if (face)
			return face;
	}
	const struct font_face *face =
	    font_for_character(style->fonts, is_invisible(c->class) ? ' ' : c->codepoint, previous);
	return c->cluster.count > 0 ? cluster_face(style->fonts, &c->cluster, face) : face;
}

static hb_script_t script_of(uint32_t codepoint, uint8_t class)
{
	if (class == TEXT_MIDDLE)
		return HB_SCRIPT_HAN;
	if (codepoint < 0x250)
		return class == TEXT_LETTER ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
	if (codepoint >= 0x400 && codepoint < 0x530)
		return HB_SCRIPT_CYRILLIC;
	if (class == TEXT_HAN)
		return HB_SCRIPT_HAN;
	return hb_unicode_script(hb_unicode_funcs_get_default(), codepoint);
}

static bool is_real(hb_script_t script)
{
	return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

/* Marks and dashes that lie along the line: upright where the face has a form for vertical text, turned otherwise. */
static bool has_vertical_form(struct paragraph *p, const struct font_face *face, const struct text_style *style,
                              uint32_t codepoint)
{
	if (codepoint > 0xFFFF)
		return false;
	UChar text = (UChar)codepoint;
	struct shaper *shaper = shaper_for(p->engine, face, style, HB_SCRIPT_HAN, false, true);
	const struct shape *shape = shape_text(p->engine, shaper, &text, 1);
	hb_codepoint_t glyph;
	return shape->glyph_count == 1 && hb_font_get_nominal_glyph(face->hb_font, codepoint, &glyph) &&
	       glyph != shape->glyphs[0].id;
}

/* How a character stands in a vertical line (UAX 50). */
static enum text_turn turn_of(struct paragraph *p, const struct text_style *style, const struct font_face *face,
                              uint32_t codepoint, uint8_t class)
{
	if (!p->style.vertical)
		return TEXT_HORIZONTAL;
	if (style->sideways)
		return TEXT_VERTICAL_TURNED;
	int orientation = u_getIntPropertyValue((UChar32)codepoint, UCHAR_VERTICAL_ORIENTATION);
	if (style->upright || orientation == U_VO_UPRIGHT || orientation == U_VO_TRANSFORMED_UPRIGHT)
		return TEXT_VERTICAL_UPRIGHT;
	if (text_class_is_han(class) && has_vertical_form(p, face, style, codepoint))
		return TEXT_VERTICAL_UPRIGHT;
	return TEXT_VERTICAL_TURNED;
}

static bool is_digit_at(const struct paragraph *p, const struct text_span *span, int64_t at)
{
	return at >= span->start && at < span->end && p->text[at] >= '0' && p->text[at] <= '9';
}

/* 1,500 and 15% are one number; 5G and A4 are words. */
static bool is_joined_to_number(const struct paragraph *p, const struct text_span *span, int64_t at, int step)
{
	if (at < span->start || at >= span->end)
		return false;
	UChar c = p->text[at];
	if (c == '%' || c == 0x2030 || p->classes[at] == TEXT_LETTER)
		return true;
	return (c == '.' || c == ',' || c == '/' || c == ':' || c == '-') && is_digit_at(p, span, at + step);
}

/* The digits of a number of one or two, which stand upright in one square of a vertical line: how many; 0: none start
 * here. */
static uint32_t combined_digits(const struct paragraph *p, const struct text_span *span, uint32_t at)
{
	if (!p->style.vertical || !span->style->combine || !is_digit_at(p, span, at) ||
	    is_digit_at(p, span, (int64_t)at - 1))
		return 0;
	uint32_t count = 1;
	while (is_digit_at(p, span, (int64_t)at + count))
		count++;
	if (is_joined_to_number(p, span, (int64_t)at - 1, -1) || is_joined_to_number(p, span, (int64_t)at + count, 1))
		return 0;
	return count <= 2 ? count : 0;
}

/* Whether the face has a small capital of its own: many have Latin ones alone. */
static bool has_small_capital(struct paragraph *p, const struct font_face *face, const struct text_style *style,
                              uint32_t codepoint)
{
	if (!face_has_small_caps(face) || codepoint > 0xFFFF)
		return false;
	UChar text = (UChar)codepoint;
	struct shaper *shaper = shaper_for(p->engine, face, style, script_of(codepoint, TEXT_LETTER), false, false);
	const struct shape *shape = shape_text(p->engine, shaper, &text, 1);
	hb_codepoint_t glyph;
	return shape->glyph_count == 1 && hb_font_get_nominal_glyph(face->hb_font, codepoint, &glyph) &&
	       glyph != shape->glyphs[0].id;
}

static bool is_small(struct paragraph *p, const struct text_style *style, const struct font_face *face,
                     uint32_t codepoint)
{
	return style->small_caps && u_islower((UChar32)codepoint) && !has_small_capital(p, face, style, codepoint);
}

/* A run that is being gathered. */
struct pending {
	struct text_run run;
	hb_script_t script;
};

/* Of capitals that stand for small capitals: a little taller than small letters. */
#define SMALL_CAPS_PERCENT 80

/* XSL 7.9.5: the size at which the face's small letters are as high as the aspect value says. */
static double aspect_adjust(const struct text_style *style, const struct font_face *face)
{
	if (style->aspect <= 0 || face->x_height <= 0)
		return 1;
	return style->aspect * face->units_per_em / face->x_height;
}

static void finish_run(struct paragraph *p, struct pending *pending, uint32_t end)
{
	if (pending->run.start == end || !pending->run.face)
		return;
	const struct text_style *style = p->spans[pending->run.span].style;
	pending->run.end = end;
	pending->run.shaper =
	    shaper_for(p->engine, pending->run.face, style, is_real(pending->script) ? pending->script : HB_SCRIPT_LATIN,
	               pending->run.level & 1, pending->run.turn == TEXT_VERTICAL_UPRIGHT && !pending->run.combined);
	double adjust = font_size_adjust(style->fonts, pending->run.face) * aspect_adjust(style, pending->run.face);
	pending->run.size = adjust == 1 ? style->size : mpt_from_points((double)style->size * adjust / MPT_PER_POINT);
	if (pending->run.small)
		pending->run.size = pending->run.size * SMALL_CAPS_PERCENT / 100;
	if (p->run_count == p->run_capacity) {
		p->run_capacity = p->run_capacity ? p->run_capacity * 2 : 8;
		p->runs = arena_grow(p->engine->scratch, p->runs, p->run_count, p->run_capacity, sizeof *p->runs);
	}
	p->runs[p->run_count++] = pending->run;
}

static bool fits(const struct pending *pending, const struct text_run *next, hb_script_t script)
{
	const struct text_run *run = &pending->run;
	return run->face == next->face && run->level == next->level && run->han == next->han &&
	       run->missing == next->missing && run->turn == next->turn && run->small == next->small && !run->combined &&
	       (script == pending->script || !is_real(script) || !is_real(pending->script));
}

/* The run that the character at start would begin. *after receives where the next character starts. */
static struct text_run run_at(struct paragraph *p, uint32_t span_index, uint32_t start, const struct character *c,
                              const struct font_face *previous, uint32_t *after)
{
	const struct text_span *span = &p->spans[span_index];
	const struct font_face *face = face_of(span->style, c, previous);
	if (!face)
		report_missing(p, span, c->codepoint);
	struct text_run run = {.start = start,
	                       .span = span_index,
	                       .face = face ? face : font_primary(span->style->fonts),
	                       .level = level_at(p, start, span->style),
	                       .han = text_class_is_han(c->class),
	                       .missing = !face};
	run.turn = (uint8_t)turn_of(p, span->style, run.face, c->codepoint, c->class);
	run.small = is_small(p, span->style, run.face, c->codepoint);
	uint32_t digits = combined_digits(p, span, start);
	if (digits > 0) {
		run.combined = true;
		run.turn = TEXT_VERTICAL_UPRIGHT;
		/* For breaking and spacing they are one character of the square. */
		memset(p->classes + start, TEXT_HAN, digits);
		*after = start + digits;
	}
	return run;
}

static void span_runs(struct paragraph *p, uint32_t span_index)
{
	const struct text_span *span = &p->spans[span_index];
	struct pending pending = {.run = {.start = span->start}, .script = HB_SCRIPT_COMMON};
	const struct font_face *previous = NULL;
	struct cluster cluster = {0};
	for (uint32_t i = span->start; i < span->end;) {
		uint32_t start = i, codepoint = utf16_next(p->text, &i, span->end);
		struct character c = {.codepoint = codepoint, .class = p->classes[start]};
		if (is_combining(codepoint))
			c.before = cluster;
		else
			c.cluster = cluster = cluster_at(p, codepoint, i, span->end);
		struct text_run run = run_at(p, span_index, start, &c, previous, &i);
		hb_script_t script = script_of(codepoint, c.class);
		if (!pending.run.face || run.combined || !fits(&pending, &run, script)) {
			finish_run(p, &pending, start);
			pending = (struct pending){run, HB_SCRIPT_COMMON};
		}
		if (is_real(script))
			pending.script = script;
		previous = run.face;
	}
	finish_run(p, &pending, span->end);
}

/* What the paragraph must look for at all. */
static void note_style(struct paragraph *p, const struct text_style *style)
{
	p->has_hyphenation |= style->hyphenate;
	p->has_hanging |= style->hanging == TEXT_CHOICE_YES || style->hanging_start || style->start_space;
	p->has_loose_letters |= style->has_letter_spacing && (style->letter_spacing_maximum != style->letter_spacing ||
	                                                      style->letter_spacing_minimum != style->letter_spacing);
}

void paragraph_find_runs(struct paragraph *p)
{
	read_classes(p);
	for (uint32_t i = 0; i < p->span_count; i++)
		if (p->spans[i].object && p->spans[i].object->character)
			read_object_class(p, &p->spans[i]);
	for (uint32_t i = 0; i < p->span_count; i++)
		if (!p->spans[i].object) {
			resolve_classes(p, &p->spans[i]);
			note_style(p, p->spans[i].style);
		}
	find_levels(p);
	for (uint32_t i = 0; i < p->span_count; i++)
		if (!p->spans[i].object)
			span_runs(p, i);
	/* Gathered in scratch memory; what is kept is no larger than it must be. */
	p->runs = arena_grow(p->arena, p->runs, p->run_count, p->run_count, sizeof *p->runs);
}
