/* Shorthands of lines and marks at text (CSS Text Decoration 3). */
#include <string.h>

#include "fo_shorthand.h"

static bool is_for_all(const struct words *w)
{
	return w->count == 1 && (strcmp(w->word[0], "inherit") == 0 || strchr(w->word[0], '('));
}

static bool is_color_word(const char *word)
{
	return word_is_color(word) || strcmp(word, "currentcolor") == 0;
}

/* The words, but for a colour, which *color receives; any other word is for the first of styles that has it. NULL when
 * a colour or a style is named twice. */
static const char *split_color(const struct words *w, const char *styles, const char **style, const char **color,
                               struct arena *a)
{
	const char *rest = "";
	for (int i = 0; i < w->count; i++) {
		bool is_color = is_color_word(w->word[i]), is_style = styles && word_is_one_of(w->word[i], styles);
		if ((is_color && *color) || (is_style && *style))
			return NULL;
		if (is_color)
			*color = w->word[i];
		else if (is_style)
			*style = w->word[i];
		else
			rest = arena_printf(a, "%s%s%s", rest, *rest ? " " : "", w->word[i]);
	}
	return rest;
}

/* line || style || color, of which XSL 7.17.4 has the line only. What is not given is initial. */
void expand_text_decoration(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = words_split(text, x->b->memory);
	if (is_for_all(&w)) {
		settings_add(out, PROP_TEXT_DECORATION, text, name, RANK_SHORTHAND);
		settings_add(out, PROP_TEXT_DECORATION_STYLE, text, name, RANK_SHORTHAND);
		settings_add(out, PROP_TEXT_DECORATION_COLOR, text, name, RANK_SHORTHAND);
		return;
	}
	const char *style = NULL, *color = NULL;
	const char *line =
	    split_color(&w, fo_property_rows[PROP_TEXT_DECORATION_STYLE].keywords, &style, &color, x->b->memory);
	if (!line) {
		diag_error(x->b->diag, x->loc, "%s: expected one style and one colour at most, got '%s'", name, text);
		return;
	}
	bool none = !*line && (style || color);
	settings_add(out, PROP_TEXT_DECORATION, none ? "none" : line, name, RANK_SHORTHAND);
	settings_add(out, PROP_TEXT_DECORATION_STYLE, style ? style : "solid", name, RANK_SHORTHAND);
	settings_add(out, PROP_TEXT_DECORATION_COLOR, color ? color : "currentcolor", name, RANK_SHORTHAND);
}

/* style || color. */
void expand_text_emphasis(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = words_split(text, x->b->memory);
	const char *color = NULL;
	const char *style = is_for_all(&w) ? text : split_color(&w, NULL, NULL, &color, x->b->memory);
	if (!style) {
		diag_error(x->b->diag, x->loc, "%s: expected one colour at most, got '%s'", name, text);
		return;
	}
	settings_add(out, PROP_TEXT_EMPHASIS_STYLE, *style || !color ? style : "none", name, RANK_SHORTHAND);
	settings_add(out, PROP_TEXT_EMPHASIS_COLOR,
	             is_for_all(&w) ? text
	             : color        ? color
	                            : "currentcolor",
	             name, RANK_SHORTHAND);
}
