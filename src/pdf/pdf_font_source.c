/* Subsets that the files of a batch share. Knows nothing of PDF. */
#include "pdf_font_source.h"

#include <stdlib.h>
#include <string.h>

/* A face's small subset and what it has. */
struct cached_face {
	const struct font_face *face; /* NULL: not asked for yet */
	hb_set_t *covered;            /* the font's own glyph ids */
	hb_face_t *small;
	hb_map_t *glyphs;
};

struct pdf_font_cache {
	struct cached_face *faces; /* [count], by font_face.number */
	size_t count;
	hb_set_t *expected; /* characters */
};

struct pdf_font_cache *pdf_font_cache_new(void)
{
	struct pdf_font_cache *cache = xcalloc(1, sizeof *cache);
	cache->expected = hb_set_create();
	return cache;
}

static void free_small(struct cached_face *cached)
{
	hb_face_destroy(cached->small);
	hb_map_destroy(cached->glyphs);
	cached->small = NULL;
	cached->glyphs = NULL;
}

void pdf_font_cache_free(struct pdf_font_cache *cache)
{
	if (!cache)
		return;
	for (size_t i = 0; i < cache->count; i++) {
		free_small(&cache->faces[i]);
		hb_set_destroy(cache->faces[i].covered);
	}
	hb_set_destroy(cache->expected);
	free(cache->faces);
	free(cache);
}

void pdf_font_cache_expect(struct pdf_font_cache *cache, const char *text, size_t size)
{
	for (size_t at = 0; at < size;)
		hb_set_add(cache->expected, utf8_next(text, size, &at));
}

/* What a font program in a PDF needs. */
static bool is_needed(hb_tag_t tag)
{
	static const hb_tag_t needed[] = {
	    HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
	    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('C', 'F', 'F', ' ')};
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (tag == needed[i])
			return true;
	return false;
}

static void drop_tables(hb_face_t *face, hb_set_t *drop)
{
	hb_tag_t tags[64];
	unsigned start = 0, count;
	do {
		count = sizeof tags / sizeof *tags;
		hb_face_get_table_tags(face, start, &count, tags);
		for (unsigned i = 0; i < count; i++)
			if (!is_needed(tags[i]))
				hb_set_add(drop, tags[i]);
		start += count;
	} while (count == sizeof tags / sizeof *tags);
}

hb_subset_plan_t *pdf_subset_plan(hb_face_t *face, enum font_outline outline, const hb_set_t *glyphs)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	if (!input)
		return NULL;
	hb_set_union(hb_subset_input_glyph_set(input), glyphs);
	/* Without subroutines a few hundred glyphs are smaller, and a subset of a subset is the same as one of the whole. */
	unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
	if (outline == FONT_CFF_NAME)
		flags |= HB_SUBSET_FLAGS_RETAIN_GIDS; /* there is no charset of CIDs to go by */
	hb_subset_input_set_flags(input, flags);
	drop_tables(face, hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG));
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face, input);
	hb_subset_input_destroy(input);
	return plan;
}

static void add_expected(const struct pdf_font_cache *cache, struct cached_face *cached)
{
	for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(cache->expected, &c);) {
		hb_codepoint_t glyph;
		if (hb_font_get_nominal_glyph(cached->face->hb_font, c, &glyph))
			hb_set_add(cached->covered, glyph);
	}
}

static bool make_small(const struct pdf_font_cache *cache, struct cached_face *cached, const hb_set_t *used)
{
	free_small(cached);
	hb_set_union(cached->covered, used);
	add_expected(cache, cached);
	hb_subset_plan_t *plan = pdf_subset_plan(cached->face->hb_face, cached->face->outline, cached->covered);
	cached->small = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
	if (cached->small)
		cached->glyphs = hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan));
	hb_subset_plan_destroy(plan);
	return cached->small != NULL;
}

static struct cached_face *cached_face(struct pdf_font_cache *cache, const struct font_face *face)
{
	if (face->number >= cache->count) {
		size_t count = (size_t)face->number * 2 + 8;
		cache->faces = xrealloc(cache->faces, count, sizeof *cache->faces);
		memset(cache->faces + cache->count, 0, (count - cache->count) * sizeof *cache->faces);
		cache->count = count;
	}
	struct cached_face *cached = &cache->faces[face->number];
	if (!cached->face)
		*cached = (struct cached_face){.face = face, .covered = hb_set_create()};
	return cached;
}

struct pdf_font_source pdf_font_source(struct pdf_font_cache *cache, const struct font_face *face, const hb_set_t *used)
{
	const struct pdf_font_source whole = {face->hb_face, NULL};
	if (!cache)
		return whole;
	struct cached_face *cached = cached_face(cache, face);
	if (cached->face != face) /* of another library */
		return whole;
	bool covered = cached->small && hb_set_is_subset(used, cached->covered);
	if (!covered && !make_small(cache, cached, used))
		return whole;
	return (struct pdf_font_source){cached->small, cached->glyphs};
}

hb_codepoint_t pdf_font_source_glyph(const struct pdf_font_source *source, hb_codepoint_t glyph)
{
	return source->glyphs ? hb_map_get(source->glyphs, glyph) : glyph;
}
