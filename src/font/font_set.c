/* Requests, kept so that equal ones are one pointer, and the choice of a face for each character. */
#include <string.h>

#include "font_private.h"

static uint32_t hash_text(uint32_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}

static uint32_t hash_request(const struct font_request *request)
{
	uint32_t hash = hash_text(hash_text(2166136261u, request->families), request->language);
	return (hash ^ request->weight ^ (uint32_t)request->slant << 12 ^ (uint32_t)request->stretch << 16) * 16777619u;
}

static bool same_request(const struct font_request *a, const struct font_request *b)
{
	return a->weight == b->weight && a->slant == b->slant && a->stretch == b->stretch &&
	       a->small_caps == b->small_caps && strcmp(a->families, b->families) == 0 &&
	       strcmp(a->language, b->language) == 0;
}

static struct font_set *set_new(struct font_library *library, const struct font_request *request)
{
	struct font_set *set = arena_alloc(library->arena, sizeof *set);
	set->library = library;
	set->request = *request;
	set->request.families = arena_strdup(library->arena, request->families);
	set->request.language = arena_strdup(library->arena, request->language);
	set->planes = arena_array(library->arena, FONT_PLANES, sizeof *set->planes);
	font_match_set(set);
	return set;
}

const struct font_set *font_set(struct font_library *library, const struct font_request *request)
{
	struct font_request wanted = *request;
	wanted.families = request->families ? request->families : "";
	wanted.language = request->language ? request->language : "";
	struct font_set **bucket = &library->sets[hash_request(&wanted) % FONT_BUCKETS];
	for (struct font_set *set = *bucket; set; set = set->next)
		if (same_request(&set->request, &wanted))
			return set;
	struct font_set *set = set_new(library, &wanted);
	set->next = *bucket;
	*bucket = set;
	return set;
}

static bool covers(const struct font_entry *entry, const FcCharSet *charset, uint32_t codepoint)
{
	return !entry->broken && FcCharSetHasChar(charset ? charset : entry->charset, codepoint);
}

static bool is_letter(uint32_t codepoint)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	hb_script_t script = hb_unicode_script(unicode, codepoint);
	hb_unicode_general_category_t category = hb_unicode_general_category(unicode, codepoint);
	return (script == HB_SCRIPT_LATIN || script == HB_SCRIPT_CYRILLIC || script == HB_SCRIPT_GREEK) &&
	       category >= HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER &&
	       category <= HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER;
}

/* The first of the chosen that has the character and can be opened; without Chinese faces, if so wanted. */
static struct font_entry *chosen_covering(const struct font_set *set, uint32_t codepoint, bool without_han)
{
	for (size_t i = 0; i < set->chosen_count; i++) {
		struct font_entry *entry = set->chosen[i];
		if (covers(entry, set->terms[i].charset, codepoint) &&
		    !(without_han && FcCharSetHasChar(entry->charset, 0x4E00)) && font_face_open(set->library, entry))
			return entry;
	}
	return NULL;
}

/* The first of all others. */
static struct font_entry *rest_covering(const struct font_set *set, uint32_t codepoint)
{
	if (!set->rest)
		font_match_rest((struct font_set *)set);
	for (size_t i = 0; i < set->rest_count; i++)
		if (covers(set->rest[i], NULL, codepoint) && font_face_open(set->library, set->rest[i]))
			return set->rest[i];
	return NULL;
}

const struct font_face *font_primary(const struct font_set *set)
{
	if (set->primary)
		return set->primary;
	struct font_set *known = (struct font_set *)set; /* the cache is not part of what a set means */
	for (size_t i = 0; i < set->chosen_count && !known->primary; i++)
		known->primary = font_face_open(set->library, set->chosen[i]);
	for (size_t i = 0; i < set->library->entry_count && !known->primary; i++)
		known->primary = font_face_open(set->library, &set->library->entries[i]);
	return known->primary;
}

double font_size_adjust(const struct font_set *set, const struct font_face *face)
{
	for (size_t i = 0; i < set->chosen_count; i++)
		if (set->chosen[i]->face == face)
			return set->terms[i].size_adjust;
	return 1;
}

static uint16_t *choice_slot(const struct font_set *set, uint32_t codepoint)
{
	struct arena *arena = set->library->arena;
	struct font_plane **plane = &set->planes[codepoint >> 16];
	if (!*plane)
		*plane = arena_alloc(arena, sizeof **plane);
	struct font_page **page = &(*plane)->page[(codepoint & 0xFFFF) / FONT_PAGE_SIZE];
	if (!*page)
		*page = arena_alloc(arena, sizeof **page);
	return &(*page)->choice[codepoint % FONT_PAGE_SIZE];
}

/* Letters that the first face lacks, as some of pinyin's, come from a face of letters: that of a Chinese face are drawn
 * for their Han. */
static uint16_t choose(const struct font_set *set, uint32_t codepoint)
{
	struct font_entry *entry = set->generic && is_letter(codepoint) ? chosen_covering(set, codepoint, true) : NULL;
	if (!entry)
		entry = chosen_covering(set, codepoint, false);
	if (!entry)
		entry = rest_covering(set, codepoint);
	return entry ? (uint16_t)(entry - set->library->entries + 1) : FONT_NO_FACE;
}

static bool is_variation_or_joiner(uint32_t codepoint)
{
	return codepoint == 0x200C || codepoint == 0x200D || (codepoint >= 0xFE00 && codepoint <= 0xFE0F) ||
	       (codepoint >= 0xE0100 && codepoint <= 0xE01EF);
}

/* Joiners, variation selectors, marks: they belong to what stands before them. */
static bool joins_previous(uint32_t codepoint)
{
	if (codepoint < 0x300)
		return false;
	if (is_variation_or_joiner(codepoint))
		return true;
	hb_unicode_general_category_t category = hb_unicode_general_category(hb_unicode_funcs_get_default(), codepoint);
	return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

const struct font_face *font_for_character(const struct font_set *set, uint32_t codepoint,
                                           const struct font_face *after)
{
	if (codepoint > 0x10FFFF)
		return NULL;
	uint16_t *choice = choice_slot(set, codepoint);
	if (*choice == 0)
		*choice = choose(set, codepoint);
	const struct font_face *face = *choice == FONT_NO_FACE ? NULL : set->library->entries[*choice - 1].face;
	if (after && face != after && joins_previous(codepoint)) {
		hb_codepoint_t glyph;
		if (is_variation_or_joiner(codepoint) || hb_font_get_nominal_glyph(after->hb_font, codepoint, &glyph))
			return after;
	}
	return face;
}

const struct font_face *font_for_han_mark(const struct font_set *set, uint32_t codepoint)
{
	for (size_t i = 0; i < set->chosen_count; i++) {
		struct font_entry *entry = set->chosen[i];
		if (FcCharSetHasChar(entry->charset, 0x4E00) && covers(entry, set->terms[i].charset, codepoint) &&
		    font_face_open(set->library, entry))
			return entry->face;
	}
	return NULL;
}

mpt font_scale(const struct font_face *face, int units, mpt size)
{
	return mpt_scale(size, units, face->units_per_em);
}

int font_advance(const struct font_face *face, uint32_t glyph)
{
	return (int)((int64_t)hb_font_get_glyph_h_advance(face->hb_font, glyph) * 1000 / (int)face->units_per_em);
}
