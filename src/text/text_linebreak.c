/* Where a line may end: ICU's line breaks (UAX 14) for the language, then what Chinese marks and names and numbers in
 * Russian, Belarusian and English ask for besides. */
#include <stdio.h>
#include <string.h>

#include "text_linebreak.h"

static UBreakIterator *breaker_for(struct text_engine *engine, const char *language, enum text_line_break strictness)
{
	static const char *const keyword[] = {[TEXT_LINE_BREAK_AUTO] = "strict",
	                                      [TEXT_LINE_BREAK_STRICT] = "strict",
	                                      [TEXT_LINE_BREAK_NORMAL] = "normal",
	                                      [TEXT_LINE_BREAK_LOOSE] = "loose",
	                                      [TEXT_LINE_BREAK_ANYWHERE] = "loose"};
	char locale[64];
	snprintf(locale, sizeof locale, "%.40s@lb=%s", *language ? language : "und", keyword[strictness]);
	for (struct text_breaker *known = engine->breakers; known; known = known->next)
		if (strcmp(known->locale, locale) == 0)
			return known->iterator;
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
	if (U_FAILURE(status))
		return NULL;
	struct text_breaker *breaker = arena_alloc(engine->arena, sizeof *breaker);
	*breaker = (struct text_breaker){arena_strdup(engine->arena, locale), iterator, engine->breakers};
	engine->breakers = breaker;
	return iterator;
}

/* Objects that breaking does not see. */
static bool is_unseen(const struct text_object *object)
{
	return object &&
	       (object->kind == TEXT_OBJECT_START || object->kind == TEXT_OBJECT_END || object->kind == TEXT_OBJECT_ANCHOR);
}

static struct seen_text see_text(const struct paragraph *p)
{
	uint32_t unseen = 0;
	for (uint32_t i = 0; i < p->span_count; i++)
		unseen += is_unseen(p->spans[i].object);
	if (unseen == 0)
		return (struct seen_text){p->text, NULL, p->length};
	UChar *text = arena_array(p->engine->scratch, p->length, sizeof *text);
	uint32_t *place = arena_array(p->engine->scratch, (size_t)p->length + 1, sizeof *place), length = 0;
	for (uint32_t i = 0; i < p->span_count; i++)
		for (uint32_t at = p->spans[i].start; at < p->spans[i].end && !is_unseen(p->spans[i].object); at++) {
			place[length] = at;
			text[length++] = p->text[at];
		}
	place[length] = p->length;
	return (struct seen_text){text, place, length};
}

static void icu_breaks(struct paragraph *p, const struct seen_text *seen, uint8_t *breaks)
{
	enum text_line_break strictness = p->span_count ? p->spans[0].style->line_break : TEXT_LINE_BREAK_AUTO;
	UBreakIterator *iterator = breaker_for(p->engine, p->style.language, strictness);
	UErrorCode status = U_ZERO_ERROR;
	if (!iterator || seen->length > INT32_MAX)
		return;
	ubrk_setText(iterator, seen->text, (int32_t)seen->length, &status);
	if (U_FAILURE(status))
		return;
	for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
		breaks[at] = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD ? ATOM_BREAK_FORCED : ATOM_BREAK;
	breaks[seen->length] = ATOM_NO_BREAK;
}

struct pair {
	uint8_t left, right; /* classes of what is not a space on both sides */
	UChar left_c, right_c;
	bool spaced; /* a space stands between */
	bool single; /* right is a dash alone: it connects */
};

/* 々〻ゝゞヽヾ */
static bool is_iteration_mark(UChar c)
{
	return c == 0x3005 || c == 0x303B || c == 0x309D || c == 0x309E || c == 0x30FD || c == 0x30FE;
}

/* Marks that must not start a line (CLREQ 3.1.4), whatever space stands before them: stops, closing brackets,
 * connecting marks; when strict, dashes and ellipses too. */
static bool never_starts(const struct pair *pair, enum text_line_break strictness)
{
	bool strict = strictness == TEXT_LINE_BREAK_STRICT;
	switch (pair->right) {
	case TEXT_CLOSE:
	case TEXT_COMMA:
	case TEXT_STOP:
	case TEXT_EXCLAIM:
	case TEXT_MIDDLE:
	case TEXT_CONNECT:
		return true;
	case TEXT_DASH:
		return strict || (pair->single && strictness != TEXT_LINE_BREAK_LOOSE);
	case TEXT_HAN_SMALL:
		return strict || strictness == TEXT_LINE_BREAK_AUTO ||
		       (strictness == TEXT_LINE_BREAK_NORMAL && is_iteration_mark(pair->right_c));
	default:
		return false;
	}
}

/* Opening brackets must not end a line; nor a solidus, by GB/T 15834. */
static bool never_ends(const struct pair *pair, enum text_line_break strictness)
{
	return pair->left == TEXT_OPEN || (pair->left_c == 0xFF0F && strictness != TEXT_LINE_BREAK_LOOSE);
}

/* Digits, letters, spaces, Chinese and marks that always stick to what precedes them. Text of nothing else has breaks
 * at its spaces only, and where the Chinese rules put them: ICU need not be asked. */
static bool is_plain(const struct paragraph *p, const struct seen_text *seen)
{
	for (uint32_t i = 0; i < seen->length; i++) {
		uint8_t class = p->classes[seen->place ? seen->place[i] : i];
		UChar c = seen->text[i];
		bool sticks = c == '.' || c == ',' || c == ';' || c == ':';
		bool plain = class == TEXT_LETTER || c == ' ' || (c >= '0' && c <= '9') || text_class_is_han(class) || sticks;
		if (!plain || U16_IS_SURROGATE(c) || c == TEXT_OBJECT_CHARACTER)
			return false;
	}
	return true;
}

static void plain_breaks(const struct seen_text *seen, uint8_t *breaks)
{
	for (uint32_t i = 0; i + 1 < seen->length; i++) {
		UChar next = seen->text[i + 1];
		if (seen->text[i] == ' ' && next != ' ' && next != '.' && next != ',' && next != ';' && next != ':')
			breaks[i + 1] = ATOM_BREAK;
	}
}

static bool is_among(UChar c, const UChar *list)
{
	for (; *list; list++)
		if (*list == c)
			return true;
	return false;
}

/* Units and signs that follow a number closely: 年月日时分秒元度時, 米克吨升公厘毫千万亿倍岁号,
 * 章节页届条卷期節頁屆條號, 个個名位次人项項家所篇份种種天, ％‰℃. */
static bool is_number_unit(UChar c)
{
	static const UChar units[] = {
	    0x5E74, 0x6708, 0x65E5, 0x65F6, 0x5206, 0x79D2, 0x5143, 0x5EA6, 0x6642, 0x7C73, 0x514B, 0x5428, 0x5347, 0x516C,
	    0x5398, 0x6BEB, 0x5343, 0x4E07, 0x4EBF, 0x500D, 0x5C81, 0x53F7, 0x7AE0, 0x8282, 0x9875, 0x5C4A, 0x6761, 0x5377,
	    0x671F, 0x7BC0, 0x9801, 0x5C46, 0x689D, 0x865F, 0x4E2A, 0x500B, 0x540D, 0x4F4D, 0x6B21, 0x4EBA, 0x9879, 0x9805,
	    0x5BB6, 0x6240, 0x7BC7, 0x4EFD, 0x79CD, 0x7A2E, 0x5929, 0xFF05, 0x2030, 0x2103, 0};
	return is_among(c, units);
}

/* What a number follows closely: 第, full-width currency signs. */
static bool is_number_prefix(UChar c)
{
	static const UChar prefixes[] = {0x7B2C, 0xFF04, 0xFFE1, 0xFFE5, 0};
	return is_among(c, prefixes);
}

static bool is_listed(UChar c, const char *ascii)
{
	return c < 0x80 && c && strchr(ascii, (int)c);
}

/* Western quotes and brackets; “ opens or closes, by language. */
static bool opens_western(UChar c)
{
	int8_t type = u_charType(c);
	return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

static bool closes_western(UChar c)
{
	int8_t type = u_charType(c);
	return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == 0x201C || c == 0x2018;
}

/* The rules for a place with a Chinese character on one side at least; *allowed is ICU's answer and may be changed. */
static void apply_han_rules(const struct pair *pair, enum text_line_break strictness, uint8_t *allowed)
{
	bool dash_pair =
	    pair->left == TEXT_DASH && pair->right == TEXT_DASH && pair->left_c == pair->right_c && !pair->spaced;
	bool unit = !pair->spaced && ((u_isdigit(pair->left_c) && is_number_unit(pair->right_c)) ||
	                              (is_number_prefix(pair->left_c) && u_isdigit(pair->right_c)));
	bool latin_close = (is_listed(pair->right_c, ")]}.,;:!?%") || (!pair->spaced && closes_western(pair->right_c))) &&
	                   !text_class_is_han(pair->right);
	bool latin_open = !pair->spaced && opens_western(pair->left_c) && !text_class_is_han(pair->left);
	bool glued = pair->left == TEXT_NO_BREAK_SPACE || pair->right == TEXT_NO_BREAK_SPACE ||
	             pair->left == TEXT_IGNORABLE || pair->right == TEXT_IGNORABLE;
	if (latin_open || latin_close || dash_pair || unit || never_starts(pair, strictness) ||
	    never_ends(pair, strictness))
		*allowed = ATOM_NO_BREAK;
	else if (!glued)
		*allowed = ATOM_BREAK;
}

static void han_breaks(const struct paragraph *p, const struct seen_text *seen, uint8_t *breaks)
{
	enum text_line_break strictness = p->spans[0].style->line_break;
	uint32_t last = 0; /* one past the last unit that is no space */
	for (uint32_t i = 0; i < seen->length; i++) {
		uint32_t place = seen->place ? seen->place[i] : i;
		uint8_t class = p->classes[place];
		if (class == TEXT_SPACE)
			continue;
		uint32_t before = last;
		last = i + 1;
		if (before == 0 || (U16_IS_TRAIL(seen->text[i]) && i > 0 && U16_IS_LEAD(seen->text[i - 1])))
			continue;
		uint32_t left = seen->place ? seen->place[before - 1] : before - 1;
		bool single = class == TEXT_DASH && (i + 1 == seen->length || seen->text[i + 1] != seen->text[i]);
		struct pair pair = {p->classes[left], class, p->text[left], p->text[place], before != i, single};
		bool han = text_class_is_han(pair.left) || text_class_is_han(pair.right);
		/* A mark or joiner after a character has the character's class but is one with it. */
		if (han && !(u_getCombiningClass(seen->text[i]) || u_charType(seen->text[i]) == U_NON_SPACING_MARK))
			apply_han_rules(&pair, strictness, &breaks[i]);
	}
}

/* To places in the paragraph: an unseen object sticks to what precedes it, a start edge to what follows. */
static uint8_t *place_breaks(const struct paragraph *p, const struct seen_text *seen, const uint8_t *breaks)
{
	if (!seen->place)
		return (uint8_t *)breaks;
	uint8_t *placed = arena_array(p->engine->scratch, (size_t)p->length + 1, 1);
	for (uint32_t i = 1; i < seen->length; i++) {
		uint32_t place = seen->place[i];
		/* Back over start edges that stand directly before it. */
		while (place > seen->place[i - 1] + 1) {
			uint32_t object = place - 1, span = 0, high = p->span_count;
			while (span + 1 < high) {
				uint32_t middle = span + (high - span) / 2;
				if (p->spans[middle].start <= object)
					span = middle;
				else
					high = middle;
			}
			if (p->spans[span].object->kind != TEXT_OBJECT_START)
				break;
			place--;
		}
		placed[place] = breaks[i];
	}
	return placed;
}

static bool is_space_before(const struct paragraph *p, uint32_t at)
{
	uint8_t class = at > 0 ? p->classes[at - 1] : TEXT_OTHER;
	return class == TEXT_SPACE || class == TEXT_ZERO_SPACE || class == TEXT_FIXED_SPACE;
}

static bool is_han_at(const struct paragraph *p, int64_t at)
{
	return at >= 0 && at < p->length && text_class_is_han(p->classes[at]);
}

/* Beside a picture a line ends at a space, or next to a Chinese character; else, as UAX 14 would have it (class CB),
 * only where there is no other way. Apache FOP breaks at spaces only. */
static void box_breaks(const struct paragraph *p, const struct text_span *span, uint8_t *breaks)
{
	if (text_class_is_han(p->classes[span->start]))
		return;
	if (breaks[span->start] == ATOM_BREAK && !is_space_before(p, span->start) &&
	    !is_han_at(p, (int64_t)span->start - 1))
		breaks[span->start] = ATOM_BREAK_EMERGENCY;
	if (breaks[span->end] == ATOM_BREAK && !is_han_at(p, span->end))
		breaks[span->end] = ATOM_BREAK_EMERGENCY;
}

static void leader_breaks(const struct paragraph *p, const struct text_span *span, uint8_t *breaks)
{
	if (!is_space_before(p, span->start))
		breaks[span->start] = ATOM_NO_BREAK;
	breaks[span->end] = ATOM_NO_BREAK;
}

static void object_breaks(const struct paragraph *p, uint8_t *breaks)
{
	for (uint32_t i = 0; i < p->span_count; i++) {
		const struct text_span *span = &p->spans[i];
		const struct text_object *object = span->object;
		if (!object)
			continue;
		if (object->kind == TEXT_OBJECT_BOX)
			box_breaks(p, span, breaks);
		else if (object->kind == TEXT_OBJECT_LEADER)
			leader_breaks(p, span, breaks);
		if (object->no_break_before)
			breaks[span->start] = ATOM_NO_BREAK;
		if (object->no_break_after)
			breaks[span->end] = ATOM_NO_BREAK;
		if (object->kind == TEXT_OBJECT_LINEFEED) {
			/* A line feed after another is a line of its own. */
			if (breaks[span->start] != ATOM_BREAK_FORCED)
				breaks[span->start] = ATOM_NO_BREAK;
			breaks[span->end] = ATOM_BREAK_FORCED;
		}
	}
}

/* Where one inline's text meets another's, words do not part but at a space or between Chinese characters, as in Apache
 * FOP. */
static void seam_breaks(const struct paragraph *p, const struct seen_text *seen, uint8_t *breaks)
{
	uint32_t at = 0;
	for (uint32_t i = 0; i < p->span_count && at < seen->length; i++) {
		while (at < seen->length && (seen->place ? seen->place[at] : at) < p->spans[i].start)
			at++;
		if (at == 0 || at >= seen->length || p->spans[i].object || breaks[at] != ATOM_BREAK)
			continue;
		uint32_t before = seen->place ? seen->place[at - 1] : at - 1;
		if (before + 1 == p->spans[i].start && i > 0 && p->spans[i - 1].owner == p->spans[i].owner)
			continue;
		uint32_t here = seen->place ? seen->place[at] : at;
		if (!is_space_before(p, before + 1) && !is_han_at(p, before) && !is_han_at(p, here))
			breaks[at] = ATOM_NO_BREAK;
	}
}

/* Styles that want other places: none at all where text does not wrap, all of them with line-break="anywhere". */
static void style_breaks(const struct paragraph *p, uint8_t *breaks)
{
	for (uint32_t i = 0; i < p->span_count; i++) {
		const struct text_span *span = &p->spans[i];
		if (span->object || (span->style->wrap && span->style->line_break != TEXT_LINE_BREAK_ANYWHERE))
			continue;
		for (uint32_t at = span->start + 1; at < span->end; at++) {
			bool inside = U16_IS_TRAIL(p->text[at]) || p->classes[at] == TEXT_IGNORABLE ||
			              U_MASK(u_charType(p->text[at])) & U_GC_M_MASK;
			breaks[at] = span->style->wrap && !inside ? ATOM_BREAK : ATOM_NO_BREAK;
		}
	}
}

uint8_t *paragraph_find_breaks(struct paragraph *p)
{
	struct seen_text seen = see_text(p);
	uint8_t *breaks = arena_array(p->engine->scratch, (size_t)seen.length + 1, 1);
	if (is_plain(p, &seen))
		plain_breaks(&seen, breaks);
	else
		icu_breaks(p, &seen, breaks);
	if (p->has_han)
		han_breaks(p, &seen, breaks);
	tie_words(p, &seen, breaks);
	const char *language = p->style.language;
	if (p->has_han || text_language_is(language, "ru") || text_language_is(language, "be"))
		part_addresses(&seen, breaks);
	seam_breaks(p, &seen, breaks);
	breaks = place_breaks(p, &seen, breaks);
	style_breaks(p, breaks);
	object_breaks(p, breaks);
	return breaks;
}
