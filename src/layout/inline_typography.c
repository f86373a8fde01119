/* Properties beyond XSL that set text finely, under the names of CSS Text 4, CSS Fonts 4 and CSS Writing Modes; and
 * text-decoration. */
#include <string.h>

#include "inline_private.h"

/* Whether a word stands in a list of words parted by spaces. */
static bool has_word(const char *words, const char *word)
{
	size_t size = strlen(word);
	for (const char *at = words; *at;) {
		size_t length = strcspn(at, " \t\n");
		if (length == size && strncmp(at, word, size) == 0)
			return true;
		at += length;
		at += strspn(at, " \t\n");
	}
	return false;
}

/* ---- values that are a choice or a list of what is wanted ---- */

/* "ideograph-alpha" alone is for letters, "ideograph-numeric" alone for digits. */
static enum text_choice autospace_of(const struct fo_node *node, const char *kind, const char *other)
{
	const char *words = fo_string(node, PROP_TEXT_AUTOSPACE);
	enum fo_key key = fo_key(node, PROP_TEXT_AUTOSPACE);
	if (key == KEY_AUTO)
		return TEXT_CHOICE_AUTO;
	bool without =
	    key == KEY_NONE || has_word(words, "no-autospace") || (has_word(words, other) && !has_word(words, kind));
	return without ? TEXT_CHOICE_NO : TEXT_CHOICE_YES;
}

/* axf:punctuation-trim="none" is text-spacing-trim="space-all". */
static enum text_choice spacing_trim_of(const struct fo_node *node)
{
	enum fo_key key = fo_key(node, PROP_TEXT_SPACING_TRIM);
	if (key == KEY_SPACE_ALL || has_word(fo_string(node, PROP_TEXT_SPACING_TRIM), "none"))
		return TEXT_CHOICE_NO;
	return key == KEY_AUTO ? TEXT_CHOICE_AUTO : TEXT_CHOICE_YES;
}

static enum text_start_space start_space_of(const struct fo_node *node)
{
	switch (fo_key(node, PROP_TEXT_SPACING_TRIM)) {
	case KEY_NORMAL:
		return TEXT_START_SPACE_ALL;
	case KEY_SPACE_FIRST:
		return TEXT_START_SPACE_FIRST;
	default:
		return TEXT_START_TRIMMED;
	}
}

static enum text_choice hanging_of(const struct fo_node *node)
{
	const char *words = fo_string(node, PROP_HANGING_PUNCTUATION);
	bool at_end = has_word(words, "allow-end") || has_word(words, "force-end") || has_word(words, "end") ||
	              has_word(words, "last") || fo_key(node, PROP_HANGING_PUNCTUATION) == KEY_AUTO;
	return at_end ? TEXT_CHOICE_YES : TEXT_CHOICE_NO;
}

static enum text_line_break line_break_of(const struct fo_node *node)
{
	switch (fo_key(node, PROP_LINE_BREAK)) {
	case KEY_STRICT:
		return TEXT_LINE_BREAK_STRICT;
	case KEY_NORMAL:
		return TEXT_LINE_BREAK_NORMAL;
	case KEY_LOOSE:
		return TEXT_LINE_BREAK_LOOSE;
	case KEY_ANYWHERE:
		return TEXT_LINE_BREAK_ANYWHERE;
	default:
		return TEXT_LINE_BREAK_AUTO;
	}
}

static bool is_vertical_text(const struct fo_node *node)
{
	enum fo_key mode = fo_writing_mode(node);
	return mode == KEY_TB_RL || mode == KEY_TB_LR;
}

/* Without a shape Chinese has dots (CLREQ 3.3.2); else it is as CSS Text Decoration 3, 3.1 says. */
static const char *emphasis_shape(const struct fo_node *node)
{
	if (strcmp(fo_string(node, PROP_LANGUAGE), "zh") == 0)
		return "dot";
	return is_vertical_text(node) ? "sesame" : "circle";
}

static uint32_t emphasis_of(const struct fo_node *node)
{
	static const struct {
		const char *shape;
		uint32_t filled, open;
	} marks[] = {{"dot", 0x2022, 0x25E6},
	             {"circle", 0x25CF, 0x25CB},
	             {"double-circle", 0x25C9, 0x25CE},
	             {"triangle", 0x25B2, 0x25B3},
	             {"sesame", 0xFE45, 0xFE46}};
	const char *style = fo_string(node, PROP_TEXT_EMPHASIS_STYLE);
	size_t size = strlen(style), at = 1;
	if (size > 2 && (style[0] == '"' || style[0] == '\''))
		return utf8_next(style, size - 1, &at);
	bool open = has_word(style, "open");
	if (strcmp(style, "filled") == 0 || strcmp(style, "open") == 0)
		style = emphasis_shape(node);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (has_word(style, marks[i].shape))
			return open ? marks[i].open : marks[i].filled;
	return 0;
}

/* Chinese puts the dots below in horizontal text, to the right in vertical (CLREQ 3.3.2): which is before and which
 * after. */
static bool emphasis_is_over(const struct fo_node *node)
{
	const char *position = fo_string(node, PROP_TEXT_EMPHASIS_POSITION);
	bool vertical = is_vertical_text(node);
	if (vertical && (has_word(position, "left") || has_word(position, "right")))
		return has_word(position, "right");
	if (has_word(position, "over"))
		return true;
	if (has_word(position, "under"))
		return false;
	return vertical || strcmp(fo_string(node, PROP_LANGUAGE), "ja") == 0;
}

/* glyph-orientation-vertical in the words of text-orientation, which wins where it says something (CSS Writing Modes 4,
 * 5.1.1); rounded to a quarter as XSL 7.29.3 has it. Half and three quarters round is not read. */
static enum fo_key text_orientation_of(const struct fo_node *node)
{
	enum fo_key orientation = fo_key(node, PROP_TEXT_ORIENTATION);
	if (orientation != KEY_MIXED || fo_key(node, PROP_GLYPH_ORIENTATION_VERTICAL) == KEY_AUTO)
		return orientation;
	double angle = fo_number(node, PROP_GLYPH_ORIENTATION_VERTICAL);
	if (angle >= 45 && angle < 135)
		return KEY_SIDEWAYS;
	return angle > -45 && angle < 45 ? KEY_UPRIGHT : orientation;
}

void style_set_typography(struct text_style *s, const struct fo_node *node)
{
	s->features = fo_string(node, PROP_FONT_FEATURE_SETTINGS);
	s->kerning = fo_key(node, PROP_FONT_KERNING) != KEY_NONE;
	s->autospace = autospace_of(node, "ideograph-alpha", "ideograph-numeric");
	s->autospace_digits = autospace_of(node, "ideograph-numeric", "ideograph-alpha");
	s->spacing_trim = spacing_trim_of(node);
	s->start_space = start_space_of(node);
	s->hanging = hanging_of(node);
	s->hanging_start = has_word(fo_string(node, PROP_HANGING_PUNCTUATION), "first");
	s->line_break = line_break_of(node);
	s->emphasis = emphasis_of(node);
	s->emphasis_over = s->emphasis != 0 && emphasis_is_over(node);
	enum fo_key orientation = text_orientation_of(node);
	s->upright = orientation == KEY_UPRIGHT;
	s->sideways = orientation == KEY_SIDEWAYS;
	s->combine =
	    *fo_string(node, PROP_TEXT_COMBINE_UPRIGHT) != '\0' || fo_key(node, PROP_TEXT_COMBINE_UPRIGHT) == KEY_ALL;
}

const char *alternative_text(const struct fo_node *node)
{
	return fo_string(node, PROP_FOX_ALT_TEXT);
}

/* ---- text-decoration ---- */

static void decorate(const struct fo_node **line, const char *words, const char *on, const char *off,
                     const struct fo_node *node)
{
	if (has_word(words, off))
		*line = NULL;
	else if (has_word(words, on))
		*line = node;
}

struct decoration decoration_of(const struct fo_node *node, struct decoration outer)
{
	const char *words = fo_string(node, PROP_TEXT_DECORATION);
	struct decoration d = outer;
	if (*words == '\0')
		return d;
	decorate(&d.underline, words, "underline", "no-underline", node);
	decorate(&d.overline, words, "overline", "no-overline", node);
	decorate(&d.line_through, words, "line-through", "no-line-through", node);
	return d;
}
