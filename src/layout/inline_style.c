/* From properties to the styles that text/ sets characters in. */
#include <string.h>

#include "inline_private.h"
#include "inline_state.h"

mpt font_size_of(const struct fo_node *node)
{
	return mpt_max(0, fo_length(node, PROP_FONT_SIZE, 0));
}

static mpt height_in(const struct fo_node *node, enum fo_property component)
{
	const struct fo_value *value = fo_value(node, component);
	mpt size = font_size_of(node);
	if (value->kind == FO_VALUE_NUMBER)
		return mpt_from_points(value->number * (double)size / MPT_PER_POINT);
	if (value->kind == FO_VALUE_KEYWORD)
		return mpt_scale(size, 12, 10);
	return mpt_max(0, fo_length(node, component, size));
}

mpt line_height_of(const struct fo_node *node)
{
	return height_in(node, PROP_LINE_HEIGHT);
}

void line_height_range(const struct fo_node *block, mpt *less, mpt *more)
{
	mpt height = line_height_of(block);
	*less = mpt_max(0, height - height_in(block, PROP_LINE_HEIGHT_MINIMUM));
	*more = mpt_max(0, height_in(block, PROP_LINE_HEIGHT_MAXIMUM) - height);
}

/* ---- fonts ---- */

static uint16_t weight_of(const struct fo_node *node)
{
	const struct fo_value *value = fo_value(node, PROP_FONT_WEIGHT);
	if (value->kind == FO_VALUE_NUMBER && value->number >= 1 && value->number <= 1000)
		return (uint16_t)value->number;
	return fo_key(node, PROP_FONT_WEIGHT) == KEY_BOLD ? 700 : 400;
}

static enum font_slant slant_of(const struct fo_node *node)
{
	switch (fo_key(node, PROP_FONT_STYLE)) {
	case KEY_ITALIC:
		return FONT_ITALIC;
	case KEY_OBLIQUE:
	case KEY_BACKSLANT:
		return FONT_OBLIQUE;
	default:
		return FONT_NORMAL;
	}
}

static uint16_t stretch_of(const struct fo_node *node)
{
	static const struct {
		enum fo_key key;
		uint16_t percent;
	} widths[] = {
	    {KEY_ULTRA_CONDENSED, 50}, {KEY_EXTRA_CONDENSED, 62}, {KEY_CONDENSED, 75},       {KEY_SEMI_CONDENSED, 87},
	    {KEY_SEMI_EXPANDED, 112},  {KEY_EXPANDED, 125},       {KEY_EXTRA_EXPANDED, 150}, {KEY_ULTRA_EXPANDED, 200},
	};
	enum fo_key key = fo_key(node, PROP_FONT_STRETCH);
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		if (widths[i].key == key)
			return widths[i].percent;
	return 100;
}

const char *language_of(const struct fo_node *node, struct arena *a)
{
	const char *language = fo_string(node, PROP_LANGUAGE);
	if (*language == '\0')
		return "";
	const char *script = fo_string(node, PROP_SCRIPT), *country = fo_string(node, PROP_COUNTRY);
	return arena_printf(a, "%s%s%s%s%s", language, *script ? "-" : "", script, *country ? "-" : "", country);
}

static const struct font_set *fonts_of(struct layout *l, const struct fo_node *node, const char *language)
{
	struct font_request request = {
	    .families = fo_string(node, PROP_FONT_FAMILY),
	    .language = language,
	    .weight = weight_of(node),
	    .slant = slant_of(node),
	    .stretch = stretch_of(node),
	    .small_caps = fo_key(node, PROP_FONT_VARIANT) == KEY_SMALL_CAPS,
	};
	return font_set(l->fonts, &request);
}

/* ---- spacing, hyphenation, transformation ---- */

static enum text_transform transform_of(const struct fo_node *node)
{
	switch (fo_key(node, PROP_TEXT_TRANSFORM)) {
	case KEY_UPPERCASE:
		return TEXT_TRANSFORM_UPPERCASE;
	case KEY_LOWERCASE:
		return TEXT_TRANSFORM_LOWERCASE;
	case KEY_CAPITALIZE:
		return TEXT_TRANSFORM_CAPITALIZE;
	default:
		return TEXT_TRANSFORM_NONE;
	}
}

static uint32_t hyphen_of(const struct fo_node *node)
{
	const char *text = fo_string(node, PROP_HYPHENATION_CHARACTER);
	size_t at = 0, size = strlen(text);
	return size > 0 ? utf8_next(text, size, &at) : '-';
}

static void set_spacing(struct text_style *s, const struct fo_node *node)
{
	mpt size = s->size;
	s->has_letter_spacing = fo_key(node, PROP_LETTER_SPACING) != KEY_NORMAL;
	s->letter_spacing = fo_length(node, PROP_LETTER_SPACING, size);
	s->letter_spacing_minimum = fo_length(node, PROP_LETTER_SPACING_MINIMUM, size);
	s->letter_spacing_maximum = fo_length(node, PROP_LETTER_SPACING_MAXIMUM, size);
	s->word_spacing = fo_length(node, PROP_WORD_SPACING, size);
	s->word_spacing_minimum = fo_length(node, PROP_WORD_SPACING_MINIMUM, size);
	s->word_spacing_maximum = fo_length(node, PROP_WORD_SPACING_MAXIMUM, size);
}

/* treat-as-word-space (XSL 7.17.3): a single character that is set as a word space is spaced as one, and no space that
 * is not one. */
static void set_word_space(struct text_style *s, const struct fo_node *node)
{
	const char *character = fo_string(node, PROP_CHARACTER);
	bool is_space = strcmp(character, " ") == 0 || strcmp(character, "\xc2\xa0") == 0;
	enum fo_key treat = fo_key(node, PROP_TREAT_AS_WORD_SPACE);
	if (treat == KEY_TRUE && !is_space) {
		s->letter_spacing += s->word_spacing;
		s->letter_spacing_minimum += s->word_spacing_minimum;
		s->letter_spacing_maximum += s->word_spacing_maximum;
	} else if (treat == KEY_FALSE && is_space) {
		s->word_spacing = s->word_spacing_minimum = s->word_spacing_maximum = 0;
	}
}

static void set_hyphenation(struct text_style *s, const struct fo_node *node)
{
	s->hyphenate = fo_key(node, PROP_HYPHENATE) == KEY_TRUE;
	s->hyphen = hyphen_of(node);
	s->hyphenation_remain = (int)fo_number(node, PROP_HYPHENATION_REMAIN_CHARACTER_COUNT);
	s->hyphenation_push = (int)fo_number(node, PROP_HYPHENATION_PUSH_CHARACTER_COUNT);
}

static void fill_style(struct layout *l, struct text_style *s, const struct fo_node *node)
{
	s->language = language_of(node, l->memory);
	s->fonts = fonts_of(l, node, s->language);
	s->size = font_size_of(node);
	s->small_caps = fo_key(node, PROP_FONT_VARIANT) == KEY_SMALL_CAPS;
	if (fo_key(node, PROP_FONT_SIZE_ADJUST) != KEY_NONE)
		s->aspect = fo_number(node, PROP_FONT_SIZE_ADJUST);
	s->transform = transform_of(node);
	s->bidi_level = -1;
	set_spacing(s, node);
	set_word_space(s, node);
	set_hyphenation(s, node);
	style_set_typography(s, node);
}

/* ---- interning ---- */

static bool same_text(const char *a, const char *b)
{
	return a == b || strcmp(a, b) == 0;
}

static bool same_style(const struct text_style *a, const struct text_style *b)
{
	struct text_style copy;
	memcpy(&copy, b, sizeof copy);
	copy.language = a->language;
	copy.features = a->features;
	return same_text(a->language, b->language) && same_text(a->features, b->features) &&
	       memcmp(a, &copy, sizeof copy) == 0;
}

static size_t style_hash(const struct text_style *s)
{
	uint64_t h = (uint64_t)(uintptr_t)s->fonts;
	h = (h ^ (uint64_t)s->size) * 0x9e3779b97f4a7c15u;
	h = (h ^ (uint64_t)s->letter_spacing ^ ((uint64_t)s->word_spacing << 20)) * 0x9e3779b97f4a7c15u;
	h ^= (uint64_t)s->wrap << 7 ^ (uint64_t)s->preserve_spaces << 8 ^ (uint64_t)s->hyphenate << 9;
	return (size_t)(h ^ h >> 29);
}

static const struct text_style **style_slot(const struct inline_state *state, const struct text_style *s)
{
	size_t mask = state->interned_capacity - 1;
	size_t i = style_hash(s) & mask;
	while (state->interned[i] && !same_style(state->interned[i], s))
		i = (i + 1) & mask;
	return &state->interned[i];
}

static void interned_grow(struct inline_state *state, struct arena *a)
{
	const struct text_style **old = state->interned;
	size_t old_capacity = state->interned_capacity;
	state->interned_capacity = old_capacity ? old_capacity * 2 : 64;
	state->interned = arena_array(a, state->interned_capacity, sizeof *state->interned);
	for (size_t i = 0; i < old_capacity; i++)
		if (old[i])
			*style_slot(state, old[i]) = old[i];
}

static const struct text_style *style_intern(struct layout *l, const struct text_style *s)
{
	struct inline_state *state = inline_state_of(l);
	if (state->interned_count * 2 >= state->interned_capacity)
		interned_grow(state, l->memory);
	const struct text_style **slot = style_slot(state, s);
	if (!*slot) {
		struct text_style *copy = arena_alloc(l->memory, sizeof *copy);
		/* memcpy, so that the padding is equal too: styles are compared as bytes. */
		memcpy(copy, s, sizeof *copy);
		*slot = copy;
		state->interned_count++;
	}
	return *slot;
}

const struct text_style *text_style_of(struct layout *l, const struct fo_node *node, bool preserve_spaces,
                                       bool keep_together)
{
	static const char flags[4];
	struct inline_state *state = inline_state_of(l);
	const char *flag = &flags[(preserve_spaces ? 1 : 0) + (keep_together ? 2 : 0)];
	struct inline_map_entry *entry = inline_map_at(&state->styles, l->memory, node->style, flag);
	if (!entry->value) {
		struct text_style s;
		memset(&s, 0, sizeof s);
		fill_style(l, &s, node);
		s.wrap = !keep_together && fo_key(node, PROP_WRAP_OPTION) != KEY_NO_WRAP;
		s.preserve_spaces = preserve_spaces;
		entry->value = style_intern(l, &s);
	}
	return entry->value;
}
