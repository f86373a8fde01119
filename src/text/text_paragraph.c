/* A paragraph's text and objects as they are added, and what is asked about it as a whole. */
#include <string.h>
#include <unicode/ustring.h>

#include "text_private.h"

struct paragraph *paragraph_new(struct text_engine *engine, struct arena *a, const struct paragraph_style *style)
{
	struct paragraph *p = arena_alloc(a, sizeof *p);
	p->engine = engine;
	p->arena = a;
	p->style = *style;
	p->style.language = arena_strdup(a, style->language ? style->language : "");
	return p;
}

/* The smallest doubling of capacity that holds wanted. */
static uint32_t grown(uint32_t capacity, uint64_t wanted)
{
	uint64_t room = capacity ? capacity : 1;
	while (room < wanted)
		room *= 2;
	return room > UINT32_MAX ? UINT32_MAX : (uint32_t)room;
}

static void reserve_text(struct paragraph *p, size_t more)
{
	uint64_t wanted = (uint64_t)p->length + more;
	if (wanted <= p->capacity)
		return;
	/* Most paragraphs are of one piece: no room is kept for more than the first. */
	uint32_t capacity = p->capacity ? grown(p->capacity, wanted) : (uint32_t)wanted;
	p->text = arena_grow(p->arena, p->text, p->length, capacity, sizeof *p->text);
	p->capacity = capacity;
}

static void add_span(struct paragraph *p, struct text_span span)
{
	if (p->span_count == p->span_capacity) {
		uint32_t capacity = grown(p->span_capacity, (uint64_t)p->span_count + 1);
		p->spans = arena_grow(p->arena, p->spans, p->span_count, capacity, sizeof *p->spans);
		p->span_capacity = capacity;
	}
	p->spans[p->span_count++] = span;
}

static UChar *put_utf16(UChar *to, uint32_t codepoint)
{
	if (codepoint > 0xFFFF) {
		*to++ = U16_LEAD(codepoint);
		*to++ = U16_TRAIL(codepoint);
	} else {
		/* The object character stands for objects only. */
		*to++ = codepoint == TEXT_OBJECT_CHARACTER ? 0xFFFD : (UChar)codepoint;
	}
	return to;
}

/* By way of scratch memory, so that the paragraph keeps no more room than the text needs. */
static void append_utf16(struct paragraph *p, const char *utf8, size_t size)
{
	struct arena_mark mark = arena_mark(p->engine->scratch);
	UChar *units = arena_array(p->engine->scratch, size, sizeof *units), *to = units;
	for (size_t at = 0; at < size;) {
		unsigned char byte = (unsigned char)utf8[at];
		if (byte < 0x80) {
			*to++ = byte;
			at++;
		} else {
			to = put_utf16(to, utf8_next(utf8, size, &at));
		}
	}
	size_t count = (size_t)(to - units);
	reserve_text(p, count);
	memcpy(p->text + p->length, units, count * sizeof *units);
	p->length += (uint32_t)count;
	arena_reset(p->engine->scratch, mark);
}

/* What a word goes on after: "o'neil" and "mc-donald" are one each. */
static bool is_within_word(UChar32 c)
{
	return u_isalnum(c) || U_MASK(u_charType(c)) & U_GC_M_MASK || c == '\'' || c == 0x2019 || c == '-' || c == 0xAD;
}

/* The first letter of each word in title case, the others as they are (XSL 7.17.6). */
static int32_t capitalized(UChar *to, const UChar *from, int32_t length)
{
	UChar32 before = ' ';
	int32_t written = 0;
	for (int32_t at = 0; at < length;) {
		UChar32 c = from[at++];
		if (U16_IS_LEAD(from[at - 1]) && at < length && U16_IS_TRAIL(from[at]))
			c = U16_GET_SUPPLEMENTARY(c, from[at++]);
		UChar32 shown = is_within_word(before) ? c : u_totitle(c);
		U16_APPEND_UNSAFE(to, written, shown);
		before = c;
	}
	return written;
}

static int32_t transformed(UChar *to, int32_t room, const UChar *from, int32_t length, const struct text_style *style)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t got = 0;
	switch (style->transform) {
	case TEXT_TRANSFORM_UPPERCASE:
		got = u_strToUpper(to, room, from, length, style->language, &status);
		break;
	case TEXT_TRANSFORM_LOWERCASE:
		got = u_strToLower(to, room, from, length, style->language, &status);
		break;
	case TEXT_TRANSFORM_CAPITALIZE:
		got = capitalized(to, from, length);
		break;
	case TEXT_TRANSFORM_NONE:
		break;
	}
	return U_SUCCESS(status) ? got : 0;
}

/* The text from start on, in upper case and so on; case may change its length. */
static void transform_text(struct paragraph *p, uint32_t start, const struct text_style *style)
{
	struct arena_mark mark = arena_mark(p->engine->scratch);
	int32_t length = (int32_t)(p->length - start), room = length * 3 + 1;
	UChar *changed = arena_array(p->engine->scratch, (size_t)room, sizeof *changed);
	int32_t got = transformed(changed, room, p->text + start, length, style);
	if (got > 0 && got < room) {
		reserve_text(p, (size_t)got);
		memcpy(p->text + start, changed, (size_t)got * sizeof *changed);
		p->length = start + (uint32_t)got;
	}
	arena_reset(p->engine->scratch, mark);
}

uint32_t paragraph_length(const struct paragraph *p)
{
	return p->length;
}

void paragraph_add_text(struct paragraph *p, const char *utf8, size_t size, const struct text_style *style, void *owner,
                        struct loc loc)
{
	if (size == 0 || size > (1u << 30) - p->length)
		return;
	uint32_t start = p->length;
	append_utf16(p, utf8, size);
	if (style->transform != TEXT_TRANSFORM_NONE)
		transform_text(p, start, style);
	add_span(p, (struct text_span){start, p->length, style, owner, loc, NULL});
}

void paragraph_add_object(struct paragraph *p, const struct text_object *object, const struct text_style *style,
                          void *owner)
{
	struct text_object *copy = arena_alloc(p->arena, sizeof *copy);
	*copy = *object;
	reserve_text(p, 1);
	p->text[p->length++] = TEXT_OBJECT_CHARACTER;
	add_span(p, (struct text_span){p->length - 1, p->length, style, owner, p->style.loc, copy});
}

void paragraph_prepare(struct paragraph *p)
{
	struct arena_mark mark = arena_mark(p->engine->scratch);
	paragraph_find_runs(p);
	paragraph_find_atoms(p, paragraph_find_breaks(p));
	arena_reset(p->engine->scratch, mark);
}

uint32_t paragraph_atom_at(const struct paragraph *p, uint32_t offset)
{
	uint32_t low = 0, high = p->atom_count; /* atoms before low start at offset or before it */
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (p->atoms[middle].start <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return offset >= p->length ? p->atom_count : low > 0 ? low - 1 : 0;
}

const char *paragraph_text(const struct paragraph *p, uint32_t start, uint32_t end, struct arena *a)
{
	end = end < p->length ? end : p->length;
	struct buffer utf8 = {0};
	for (uint32_t at = start; at < end;) {
		uint32_t c = utf16_next(p->text, &at, end);
		if (c != TEXT_OBJECT_CHARACTER)
			buffer_put_codepoint(&utf8, c);
	}
	const char *text = arena_strndup(a, utf8.data ? utf8.data : "", utf8.size);
	buffer_free(&utf8);
	return text;
}
