/* Shorthands (XSL 7.31) to the properties that they set. */
#include <stdio.h>
#include <string.h>

#include "fo_private.h"

#define WORDS_MOST 16

/* The words of a value, separated by white space outside brackets and quotes; each NUL-terminated in a. */
struct words {
	char *word[WORDS_MOST];
	int count;
};

static size_t word_size(const char *text)
{
	int brackets = 0;
	char quote = '\0';
	size_t i = 0;
	for (; text[i]; i++) {
		if (quote)
			quote = text[i] == quote ? '\0' : quote;
		else if (text[i] == '"' || text[i] == '\'')
			quote = text[i];
		else if (text[i] == '(')
			brackets++;
		else if (text[i] == ')')
			brackets--;
		else if (text[i] == ' ' && brackets <= 0)
			break;
	}
	return i;
}

static struct words split(const char *text, struct arena *a)
{
	struct words w = {.count = 0};
	while (*text && w.count < WORDS_MOST) {
		text += strspn(text, " ");
		size_t size = word_size(text);
		if (size > 0)
			w.word[w.count++] = arena_strndup(a, text, size);
		text += size;
	}
	return w;
}

static bool is_one_of(const char *word, const char *list)
{
	return list_has_word(list, word, strlen(word));
}

static const char border_styles[] = "none hidden dotted dashed solid double groove ridge inset outset";

static bool is_color(const char *word)
{
	struct fo_color c;
	return color_parse(word, strlen(word), &c);
}

/* ---- four sides ---- */

/* CSS 2.1 8.3: one to four values for top, right, bottom, left. */
static const char *side_word(const struct words *w, int side)
{
	static const int from[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
	int count = w->count > 4 ? 4 : w->count;
	return w->word[from[count - 1][side]];
}

static void check_side_count(struct value_context *x, const char *name, const char *text, int count)
{
	if (count == 0 || count > 4)
		diag_error(x->b->diag, x->loc, "%s: expected one to four values, got '%s'", name, text);
}

static void expand_sides(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	static const char *const sides[] = {"top", "right", "bottom", "left"};
	struct words w = split(text, x->b->memory);
	check_side_count(x, name, text, w.count);
	for (int i = 0; i < 4 && w.count > 0; i++) {
		char target[64];
		snprintf(target, sizeof target, "%s-%s", name, sides[i]);
		(void)settings_add_named(x, out, target, side_word(&w, i), name, RANK_SHORTHAND);
	}
}

/* ---- borders ---- */

static void border_part(struct value_context *x, struct settings *out, const char *side, const char *part,
                        const char *text, const char *name, int rank)
{
	char target[64];
	snprintf(target, sizeof target, "border-%s-%s", side, part);
	(void)settings_add_named(x, out, target, text, name, rank);
}

/* Parts that are not given are reset to their initial values. */
static void expand_border_side(struct value_context *x, const char *side, const char *name, const char *text, int rank,
                               struct settings *out)
{
	const char *width = "medium", *style = "none", *color = "currentcolor";
	struct words w = split(text, x->b->memory);
	if (w.count == 0)
		diag_error(x->b->diag, x->loc, "%s: expected a width, a style or a colour, got ''", name);
	else if (w.count == 1 && strcmp(w.word[0], "inherit") == 0)
		width = style = color = "inherit";
	else
		for (int i = 0; i < w.count; i++) {
			if (is_one_of(w.word[i], border_styles))
				style = w.word[i];
			else if (is_color(w.word[i]))
				color = w.word[i];
			else
				width = w.word[i];
		}
	border_part(x, out, side, "width", width, name, rank);
	border_part(x, out, side, "style", style, name, rank);
	border_part(x, out, side, "color", color, name, rank);
}

static void expand_border(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	static const char *const sides[] = {"top", "right", "bottom", "left"};
	for (int i = 0; i < 4; i++)
		expand_border_side(x, sides[i], name, text, RANK_SHORTHAND, out);
}

static void expand_border_part(struct value_context *x, const char *part, const char *name, const char *text,
                               struct settings *out)
{
	static const char *const sides[] = {"top", "right", "bottom", "left"};
	struct words w = split(text, x->b->memory);
	check_side_count(x, name, text, w.count);
	for (int i = 0; i < 4 && w.count > 0; i++)
		border_part(x, out, sides[i], part, side_word(&w, i), name, RANK_BORDER_PART);
}

static void expand_border_spacing(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = split(text, x->b->memory);
	if (w.count == 0)
		return;
	settings_add(out, PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION, w.word[0], name, RANK_SHORTHAND);
	settings_add(out, PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION, w.word[w.count > 1], name, RANK_SHORTHAND);
}

/* ---- font ---- */

static const char *join_rest(const struct words *w, int from, struct arena *a)
{
	struct buffer b = {0};
	for (int i = from; i < w->count; i++)
		buffer_printf(&b, "%s%s", i > from ? " " : "", w->word[i]);
	char *text = arena_strndup(a, b.data ? b.data : "", b.size);
	buffer_free(&b);
	return text;
}

static bool font_word(struct settings *out, const char *word, const char *name)
{
	if (is_one_of(word, "italic oblique backslant"))
		settings_add(out, PROP_FONT_STYLE, word, name, RANK_SHORTHAND + 1);
	else if (strcmp(word, "small-caps") == 0)
		settings_add(out, PROP_FONT_VARIANT, word, name, RANK_SHORTHAND + 1);
	else if (is_one_of(word, "bold bolder lighter 100 200 300 400 500 600 700 800 900"))
		settings_add(out, PROP_FONT_WEIGHT, word, name, RANK_SHORTHAND + 1);
	else
		return strcmp(word, "normal") == 0;
	return true;
}

static const enum fo_property font_properties[] = {PROP_FONT_STYLE, PROP_FONT_VARIANT, PROP_FONT_WEIGHT,
                                                   PROP_LINE_HEIGHT};

static void set_font(struct settings *out, const char *text, const char *name)
{
	for (size_t i = 0; i < sizeof font_properties / sizeof *font_properties; i++)
		settings_add(out, font_properties[i], text, name, RANK_SHORTHAND);
}

/* Size and line height may be one word, "12pt/14pt", or have spaces round the slash. Returns the index of the family.
 */
static int font_size_words(struct settings *out, const struct words *w, int i, const char *name)
{
	char *slash = strchr(w->word[i], '/');
	const char *height = slash ? slash + 1 : NULL;
	int next = i + 1;
	if (!slash && next < w->count && w->word[next][0] == '/')
		height = w->word[next++] + 1;
	if (slash)
		*slash = '\0';
	if (height && !*height && next < w->count)
		height = w->word[next++];
	if (height)
		settings_add(out, PROP_LINE_HEIGHT, height, name, RANK_SHORTHAND + 1);
	settings_add(out, PROP_FONT_SIZE, w->word[i], name, RANK_SHORTHAND + 1);
	return next;
}

/* [style || variant || weight]? size[/line-height]? family; words for the system's fonts say nothing on paper. */
static void expand_font(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = split(text, x->b->memory);
	if (w.count == 1 && strcmp(w.word[0], "inherit") == 0) {
		set_font(out, "inherit", name);
		settings_add(out, PROP_FONT_SIZE, "inherit", name, RANK_SHORTHAND);
		settings_add(out, PROP_FONT_FAMILY, "inherit", name, RANK_SHORTHAND);
		return;
	}
	int i = 0;
	if (w.count == 1 && is_one_of(w.word[0], "caption icon menu message-box small-caption status-bar"))
		return;
	set_font(out, "normal", name);
	while (i < w.count && font_word(out, w.word[i], name))
		i++;
	int family = i < w.count ? font_size_words(out, &w, i, name) : w.count;
	if (family < w.count)
		settings_add(out, PROP_FONT_FAMILY, join_rest(&w, family, x->b->memory), name, RANK_SHORTHAND + 1);
	else
		diag_error(x->b->diag, x->loc, "%s: expected a size and a family, got '%s'", name, text);
}

/* ---- background ---- */

static void expand_background(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = split(text, x->b->memory);
	struct buffer position = {0};
	for (int i = 0; i < w.count; i++) {
		const char *word = w.word[i];
		if (is_one_of(word, "repeat repeat-x repeat-y no-repeat"))
			settings_add(out, PROP_BACKGROUND_REPEAT, word, name, RANK_SHORTHAND);
		else if (is_one_of(word, "scroll fixed"))
			settings_add(out, PROP_BACKGROUND_ATTACHMENT, word, name, RANK_SHORTHAND);
		else if (strncmp(word, "url(", 4) == 0 || strcmp(word, "none") == 0)
			settings_add(out, PROP_BACKGROUND_IMAGE, word, name, RANK_SHORTHAND);
		else if (is_color(word) || strcmp(word, "inherit") == 0)
			settings_add(out, PROP_BACKGROUND_COLOR, word, name, RANK_SHORTHAND);
		else
			buffer_printf(&position, "%s%s", position.size ? " " : "", word);
	}
	if (position.size)
		(void)settings_add_named(x, out, "background-position", arena_strdup(x->b->memory, position.data), name,
		                         RANK_SHORTHAND);
	buffer_free(&position);
}

/* ---- the rest ---- */

/* language[-Script][-COUNTRY] (RFC 4646; XSL 7.31.24). */
static void expand_language(struct value_context *x, const char *text, struct settings *out)
{
	char *copy = arena_strdup(x->b->memory, text);
	const char *language = copy, *country = "none", *script = "auto";
	for (char *dash = strpbrk(copy, "-_"); dash; dash = strpbrk(dash, "-_")) {
		*dash++ = '\0';
		size_t size = strcspn(dash, "-_");
		if (size == 4)
			script = dash;
		else if (size == 2 || size == 3)
			country = dash;
	}
	settings_add(out, PROP_LANGUAGE, *language ? language : "none", "xml:lang", RANK_SHORTHAND);
	settings_add(out, PROP_COUNTRY, country, "xml:lang", RANK_SHORTHAND);
	settings_add(out, PROP_SCRIPT, script, "xml:lang", RANK_SHORTHAND);
}

static void expand_page_break(struct settings *out, enum fo_property property, const char *name, const char *text)
{
	static const struct {
		const char *css, *xsl;
	} values[] = {{"always", "page"}, {"left", "even-page"}, {"right", "odd-page"}, {"auto", "auto"}};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (strcmp(text, values[i].css) == 0)
			settings_add(out, property, values[i].xsl, name, RANK_SHORTHAND);
	if (strcmp(text, "avoid") == 0)
		settings_add(
		    out, property == PROP_BREAK_AFTER ? PROP_KEEP_WITH_NEXT_WITHIN_PAGE : PROP_KEEP_WITH_PREVIOUS_WITHIN_PAGE,
		    "always", name, RANK_SHORTHAND);
}

static void expand_white_space(struct settings *out, const char *name, const char *text)
{
	bool pre = strcmp(text, "pre") == 0;
	bool nowrap = pre || strcmp(text, "nowrap") == 0;
	settings_add(out, PROP_LINEFEED_TREATMENT, pre ? "preserve" : "treat-as-space", name, RANK_SHORTHAND);
	settings_add(out, PROP_WHITE_SPACE_COLLAPSE, pre ? "false" : "true", name, RANK_SHORTHAND);
	settings_add(out, PROP_WHITE_SPACE_TREATMENT, pre ? "preserve" : "ignore-if-surrounding-linefeed", name,
	             RANK_SHORTHAND);
	settings_add(out, PROP_WRAP_OPTION, nowrap ? "no-wrap" : "wrap", name, RANK_SHORTHAND);
}

static void expand_vertical_align(struct settings *out, const char *name, const char *text)
{
	static const struct {
		const char *css, *baseline;
	} edges[] = {{"baseline", "baseline"},           {"middle", "middle"},   {"text-top", "text-before-edge"},
	             {"text-bottom", "text-after-edge"}, {"top", "before-edge"}, {"bottom", "after-edge"}};
	for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
		if (strcmp(text, edges[i].css) == 0) {
			settings_add(out, PROP_ALIGNMENT_BASELINE, edges[i].baseline, name, RANK_SHORTHAND);
			return;
		}
	bool shift = strcmp(text, "sub") == 0 || strcmp(text, "super") == 0;
	settings_add(out, shift ? PROP_BASELINE_SHIFT : PROP_ALIGNMENT_ADJUST, text, name, RANK_SHORTHAND);
}

static void expand_position(struct settings *out, const char *name, const char *text)
{
	bool out_of_flow = strcmp(text, "absolute") == 0 || strcmp(text, "fixed") == 0;
	settings_add(out, PROP_ABSOLUTE_POSITION, out_of_flow ? text : "auto", name, RANK_SHORTHAND);
	settings_add(out, PROP_RELATIVE_POSITION, strcmp(text, "relative") == 0 ? text : "static", name, RANK_SHORTHAND);
}

static void expand_size(struct value_context *x, struct settings *out, const char *name, const char *text)
{
	struct words w = split(text, x->b->memory);
	if (w.count == 0)
		return;
	bool landscape = strcmp(w.word[0], "landscape") == 0, keyword = landscape || is_one_of(w.word[0], "portrait auto");
	settings_add(out, PROP_PAGE_WIDTH, keyword ? (landscape ? "297mm" : "210mm") : w.word[0], name, RANK_SHORTHAND);
	settings_add(out, PROP_PAGE_HEIGHT, keyword ? (landscape ? "210mm" : "297mm") : w.word[w.count > 1], name,
	             RANK_SHORTHAND);
}

static void expand_pair(struct value_context *x, struct settings *out, enum fo_property before, enum fo_property after,
                        const char *name, const char *text)
{
	struct words w = split(text, x->b->memory);
	if (w.count == 0)
		return;
	settings_add(out, before, w.word[0], name, RANK_SHORTHAND);
	settings_add(out, after, w.word[w.count > 1], name, RANK_SHORTHAND);
}

void shorthand_expand(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	if (strcmp(name, "border") == 0)
		expand_border(x, name, text, out);
	else if (is_one_of(name, "border-color border-style border-width"))
		expand_border_part(x, name + 7, name, text, out);
	else if (strcmp(name, "border-spacing") == 0)
		expand_border_spacing(x, name, text, out);
	else if (strncmp(name, "border-", 7) == 0)
		expand_border_side(x, name + 7, name, text, RANK_BORDER_SIDE, out);
	else if (strcmp(name, "margin") == 0)
		expand_sides(x, name, text, out);
	else if (strcmp(name, "padding") == 0)
		expand_sides(x, name, text, out);
	else if (strcmp(name, "font") == 0)
		expand_font(x, name, text, out);
	else if (strcmp(name, "background") == 0)
		expand_background(x, name, text, out);
	else if (strcmp(name, "xml:lang") == 0)
		expand_language(x, text, out);
	else if (strcmp(name, "page-break-before") == 0)
		expand_page_break(out, PROP_BREAK_BEFORE, name, text);
	else if (strcmp(name, "page-break-after") == 0)
		expand_page_break(out, PROP_BREAK_AFTER, name, text);
	else if (strcmp(name, "page-break-inside") == 0)
		settings_add(out, PROP_KEEP_TOGETHER_WITHIN_PAGE, strcmp(text, "avoid") == 0 ? "always" : "auto", name,
		             RANK_SHORTHAND);
	else if (strcmp(name, "white-space") == 0)
		expand_white_space(out, name, text);
	else if (strcmp(name, "vertical-align") == 0)
		expand_vertical_align(out, name, text);
	else if (strcmp(name, "position") == 0)
		expand_position(out, name, text);
	else if (strcmp(name, "size") == 0)
		expand_size(x, out, name, text);
	else if (strcmp(name, "pause") == 0)
		expand_pair(x, out, PROP_PAUSE_BEFORE, PROP_PAUSE_AFTER, name, text);
	else
		expand_pair(x, out, PROP_CUE_BEFORE, PROP_CUE_AFTER, name, text);
}
