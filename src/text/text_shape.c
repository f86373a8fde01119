/* Shaping: HarfBuzz once for each word and face, kept for as long as the engine lives. Sizes play no part here. */
#include <hb-ot.h>
#include <string.h>

#include "text_private.h"

/* "smcp" 1, 'onum' on: as in CSS font-feature-settings. What cannot be read is skipped. */
static size_t parse_features(const char *text, hb_feature_t *features, size_t room)
{
	size_t count = 0;
	while (*text && count < room) {
		char name[64];
		size_t size = strcspn(text, ","), used = 0;
		for (size_t i = 0; i < size && used + 1 < sizeof name; i++)
			if (text[i] != '"' && text[i] != '\'')
				name[used++] = text[i];
		if (hb_feature_from_string(name, (int)used, &features[count]))
			count++;
		text += size + (text[size] == ',');
	}
	return count;
}

static void add_feature(struct shaper *shaper, hb_tag_t tag, uint32_t value)
{
	shaper->features[shaper->feature_count++] =
	    (hb_feature_t){tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

#define MOST_FEATURES 32

static void set_features(struct shaper *shaper, struct arena *a)
{
	shaper->features = arena_array(a, MOST_FEATURES, sizeof *shaper->features);
	if (!shaper->kerning)
		add_feature(shaper, HB_TAG('k', 'e', 'r', 'n'), 0);
	if (!shaper->ligatures) {
		add_feature(shaper, HB_TAG('l', 'i', 'g', 'a'), 0);
		add_feature(shaper, HB_TAG('c', 'l', 'i', 'g'), 0);
	}
	if (shaper->small_caps)
		add_feature(shaper, HB_TAG('s', 'm', 'c', 'p'), 1);
	shaper->feature_count += (unsigned)parse_features(shaper->features_text, shaper->features + shaper->feature_count,
	                                                  MOST_FEATURES - shaper->feature_count);
}

static bool same_shaper(const struct shaper *a, const struct shaper *b)
{
	return a->face == b->face && a->script == b->script && a->language == b->language && a->direction == b->direction &&
	       a->kerning == b->kerning && a->ligatures == b->ligatures && a->small_caps == b->small_caps &&
	       strcmp(a->features_text, b->features_text) == 0;
}

/* HarfBuzz looks a language up in a list each time: the last one is kept. */
static hb_language_t language_for(struct text_engine *engine, const char *language)
{
	if (engine->language && strcmp(engine->language_text, language) == 0)
		return engine->language;
	hb_language_t found = hb_language_from_string(language, -1);
	if (strlen(language) < sizeof engine->language_text) {
		strcpy(engine->language_text, language);
		engine->language = found;
	}
	return found;
}

/* Found shapers come to the front: the next run is likely to want the same. */
static struct shaper *known_shaper(struct text_engine *engine, const struct shaper *wanted)
{
	for (struct shaper **link = &engine->shapers; *link; link = &(*link)->next) {
		struct shaper *known = *link;
		if (!same_shaper(known, wanted))
			continue;
		*link = known->next;
		known->next = engine->shapers;
		return engine->shapers = known;
	}
	return NULL;
}

struct shaper *shaper_for(struct text_engine *engine, const struct font_face *face, const struct text_style *style,
                          hb_script_t script, bool right_to_left, bool vertical)
{
	struct shaper wanted = {
	    .face = face,
	    .script = script,
	    .language = language_for(engine, style->language),
	    .direction = vertical        ? HB_DIRECTION_TTB
	                 : right_to_left ? HB_DIRECTION_RTL
	                                 : HB_DIRECTION_LTR,
	    .features_text = style->features ? style->features : "",
	    .kerning = style->kerning,
	    .ligatures = !style->has_letter_spacing,
	    .small_caps = style->small_caps,
	};
	struct shaper *known = known_shaper(engine, &wanted);
	if (known)
		return known;
	struct shaper *shaper = arena_alloc(engine->arena, sizeof *shaper);
	*shaper = wanted;
	shaper->features_text = arena_strdup(engine->arena, wanted.features_text);
	shaper->pages = arena_array(engine->arena, SHAPE_PAGES, sizeof *shaper->pages);
	set_features(shaper, engine->arena);
	shaper->next = engine->shapers;
	return engine->shapers = shaper;
}

static int16_t thousandths(int64_t units, const struct font_face *face)
{
	int64_t value = units * 1000 / (int64_t)face->units_per_em;
	return (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
}

/* The advance is the glyph's own in PDF's thousandths and what shaping changed it by, each without its fraction: then a
 * viewer's pen and ours agree, and so do line ends with Apache FOP's. */
static int16_t horizontal_advance(const struct font_face *face, uint32_t glyph, hb_position_t shaped)
{
	hb_position_t own = hb_font_get_glyph_h_advance(face->hb_font, glyph);
	return (int16_t)(font_advance(face, glyph) + thousandths(shaped - own, face));
}

static void read_glyphs(struct shape *shape, const struct shaper *shaper, hb_buffer_t *buffer)
{
	unsigned count = shape->glyph_count;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, NULL);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, NULL);
	bool vertical = shaper->direction == HB_DIRECTION_TTB;
	for (unsigned i = 0; i < count; i++) {
		struct shape_glyph *glyph = &shape->glyphs[i];
		glyph->id = info[i].codepoint;
		glyph->cluster = (uint16_t)info[i].cluster;
		if (vertical) {
			glyph->advance = thousandths(-at[i].y_advance, shaper->face);
			glyph->dx = thousandths(-at[i].y_offset, shaper->face);
			glyph->dy = thousandths(at[i].x_offset, shaper->face);
		} else {
			glyph->advance = horizontal_advance(shaper->face, info[i].codepoint, at[i].x_advance);
			glyph->dx = thousandths(at[i].x_offset, shaper->face);
			glyph->dy = thousandths(at[i].y_offset, shaper->face);
		}
	}
}

static uint8_t mark_class(uint8_t class)
{
	return class == TEXT_QUOTE_OPEN      ? TEXT_OPEN
	       : class == TEXT_QUOTE_CLOSE   ? TEXT_CLOSE
	       : class == TEXT_MIDDLE_EITHER ? TEXT_MIDDLE
	                                     : class;
}

/* From both ends of the glyph's advance to its ink. */
static void ink_distances(const struct shape *shape, const struct font_face *face, const hb_glyph_extents_t *ink,
                          bool vertical, int *before, int *after)
{
	const struct shape_glyph *glyph = &shape->glyphs[0];
	int start = glyph->dx + (vertical ? -thousandths(ink->y_bearing, face) : thousandths(ink->x_bearing, face));
	*before = start;
	*after = glyph->advance - start - thousandths(vertical ? -ink->height : ink->width, face);
}

/* Exclamation and question marks in the middle of their square take an em, and in vertical text colons and semicolons
 * too (CLREQ 3.1.6.1). */
static bool is_unadjustable(UChar c, uint8_t class, bool vertical)
{
	return class == TEXT_EXCLAIM || (vertical && (c == 0xFF1A || c == 0xFF1B));
}

/* Where a Chinese mark's ink stands in its square differs by region and face (CLREQ 3.1.2): it is measured. Half an em
 * is blank where nearly that much is on one side alone; a quarter on both sides of a mark in the middle. */
static void find_blanks(struct shape *shape, const struct font_face *face, bool vertical, UChar c, uint8_t class)
{
	hb_glyph_extents_t ink;
	if (class < TEXT_OPEN || class == TEXT_DASH || shape->glyph_count != 1 ||
	    !hb_font_get_glyph_extents(face->hb_font, shape->glyphs[0].id, &ink))
		return;
	int before, after;
	ink_distances(shape, face, &ink, vertical, &before, &after);
	const int nearly_half = 380, nearly_quarter = 200;
	bool centred = class != TEXT_CLOSE && before >= nearly_quarter && after >= nearly_quarter;
	if (class == TEXT_OPEN)
		shape->blank_before = before >= nearly_half ? 500 : 0;
	else if (centred && !is_unadjustable(c, class, vertical))
		shape->blank_before = shape->blank_after = 250;
	else if (!centred && class != TEXT_MIDDLE && after >= nearly_half)
		shape->blank_after = 500;
}

/* The middle dot of a Chinese name takes half an em, in traditional Chinese a whole one (CLREQ 3.1.1.2), also where the
 * face has a narrow one for Latin. */
static void widen_middle_dot(struct shape *shape, const struct shaper *shaper)
{
	struct shape_glyph *glyph = &shape->glyphs[0];
	const char *language = hb_language_to_string(shaper->language);
	int width = language && text_language_is_traditional(language) ? 1000 : 500;
	if (shaper->script != HB_SCRIPT_HAN || shape->glyph_count != 1 || glyph->advance >= width)
		return;
	glyph->dx = (int16_t)(glyph->dx + (width - glyph->advance) / 2);
	glyph->advance = (int16_t)width;
}

static struct shape *shape_new(struct text_engine *engine, const struct shaper *shaper, const UChar *text,
                               uint32_t length)
{
	hb_buffer_t *buffer = engine->buffer;
	hb_buffer_clear_contents(buffer);
	hb_buffer_add_utf16(buffer, text, (int)length, 0, (int)length);
	hb_buffer_set_direction(buffer, shaper->direction);
	hb_buffer_set_script(buffer, shaper->script);
	hb_buffer_set_language(buffer, shaper->language);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_shape(shaper->face->hb_font, buffer, shaper->features, shaper->feature_count);

	struct shape *shape = arena_alloc(engine->arena, sizeof *shape);
	unsigned count = hb_buffer_get_length(buffer);
	shape->length = (uint16_t)length;
	shape->glyph_count = (uint16_t)(count < UINT16_MAX ? count : UINT16_MAX);
	shape->glyphs = arena_array(engine->arena, shape->glyph_count, sizeof *shape->glyphs);
	UChar *copy = arena_array(engine->arena, length, sizeof *copy);
	memcpy(copy, text, length * sizeof *copy);
	shape->text = copy;
	read_glyphs(shape, shaper, buffer);
	if (length == 1) {
		uint8_t class = mark_class(text_class_of(engine, *text));
		if (*text == 0xB7)
			widen_middle_dot(shape, shaper);
		find_blanks(shape, shaper->face, shaper->direction == HB_DIRECTION_TTB, *text, class);
	}
	return shape;
}

static const struct shape *shape_character(struct text_engine *engine, struct shaper *shaper, const UChar *text)
{
	struct shape_page **page = &shaper->pages[*text >> 8];
	if (!*page)
		*page = arena_alloc(engine->arena, sizeof **page);
	const struct shape **one = &(*page)->one[*text & 0xFF];
	if (!*one)
		*one = shape_new(engine, shaper, text, 1);
	return *one;
}

static uint32_t hash_text(const UChar *text, uint32_t length)
{
	uint32_t hash = 2166136261u;
	for (uint32_t i = 0; i < length; i++)
		hash = (hash ^ text[i]) * 16777619u;
	return hash;
}

/* Twice the buckets, the words put in anew. */
static void grow_buckets(struct text_engine *engine, struct shaper *shaper)
{
	size_t count = shaper->bucket_count ? shaper->bucket_count * 2 : 64;
	struct shape **buckets = arena_array(engine->arena, count, sizeof *buckets);
	for (size_t i = 0; i < shaper->bucket_count; i++)
		for (struct shape *shape = shaper->buckets[i], *next; shape; shape = next) {
			next = shape->next;
			shape->next = buckets[shape->hash & (count - 1)];
			buckets[shape->hash & (count - 1)] = shape;
		}
	shaper->buckets = buckets;
	shaper->bucket_count = count;
}

const struct shape *shape_text(struct text_engine *engine, struct shaper *shaper, const UChar *text, uint32_t length)
{
	if (length == 1)
		return shape_character(engine, shaper, text);
	uint32_t hash = hash_text(text, length);
	if (shaper->bucket_count)
		for (const struct shape *shape = shaper->buckets[hash & (shaper->bucket_count - 1)]; shape; shape = shape->next)
			if (shape->hash == hash && shape->length == length && memcmp(shape->text, text, length * sizeof *text) == 0)
				return shape;
	if (shaper->shape_count >= shaper->bucket_count)
		grow_buckets(engine, shaper);
	struct shape *shape = shape_new(engine, shaper, text, length);
	shape->hash = hash;
	shape->next = shaper->buckets[hash & (shaper->bucket_count - 1)];
	shaper->buckets[hash & (shaper->bucket_count - 1)] = shape;
	shaper->shape_count++;
	return shape;
}

/* Glyphs of one cluster stand together; the first of each but the shape's own first ends the one before. */
mpt shape_width(const struct shape *shape, mpt size, mpt letter_spacing)
{
	mpt width = 0;
	for (unsigned i = 0; i < shape->glyph_count; i++) {
		width += shape_mpt(shape->glyphs[i].advance, size);
		if (letter_spacing && (i + 1 == shape->glyph_count || shape->glyphs[i + 1].cluster != shape->glyphs[i].cluster))
			width += letter_spacing;
	}
	return width;
}

const struct shape *hyphen_shape(const struct paragraph *p, const struct text_run *run)
{
	uint32_t hyphen = p->spans[run->span].style->hyphen;
	hb_codepoint_t glyph;
	if (hyphen == 0 || hyphen > 0xFFFF || !hb_font_get_nominal_glyph(run->face->hb_font, hyphen, &glyph))
		hyphen = '-';
	UChar text = (UChar)hyphen;
	return shape_text(p->engine, run->shaper, &text, 1);
}

const struct shape *shape_part(const struct paragraph *p, const struct text_run *run, uint32_t start, uint32_t end)
{
	if (!run->small)
		return shape_text(p->engine, run->shaper, p->text + start, end - start);
	struct arena_mark mark = arena_mark(p->engine->scratch);
	UChar *upper = arena_array(p->engine->scratch, end - start, sizeof *upper);
	for (uint32_t i = start; i < end; i++)
		upper[i - start] = U16_IS_SURROGATE(p->text[i]) ? p->text[i] : (UChar)u_toupper(p->text[i]);
	const struct shape *shape = shape_text(p->engine, run->shaper, upper, end - start);
	arena_reset(p->engine->scratch, mark);
	return shape;
}

bool face_has_small_caps(const struct font_face *face)
{
	hb_tag_t tags[64];
	for (unsigned at = 0;;) {
		unsigned count = sizeof tags / sizeof *tags;
		hb_ot_layout_table_get_feature_tags(face->hb_face, HB_OT_TAG_GSUB, at, &count, tags);
		for (unsigned i = 0; i < count; i++)
			if (tags[i] == HB_TAG('s', 'm', 'c', 'p'))
				return true;
		if (count == 0)
			return false;
		at += count;
	}
}
