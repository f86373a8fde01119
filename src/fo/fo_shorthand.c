/* Shorthands (XSL 7.31) to the properties that they set. */
#include <string.h>

#include "fo_shorthand.h"

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
	if (word_is_one_of(word, "italic oblique backslant"))
		settings_add(out, PROP_FONT_STYLE, word, name, RANK_SHORTHAND + 1);
	else if (strcmp(word, "small-caps") == 0)
		settings_add(out, PROP_FONT_VARIANT, word, name, RANK_SHORTHAND + 1);
	else if (word_is_one_of(word, "bold bolder lighter 100 200 300 400 500 600 700 800 900"))
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
	struct words w = words_split(text, x->b->memory);
	if (w.count == 1 && strcmp(w.word[0], "inherit") == 0) {
		set_font(out, "inherit", name);
		settings_add(out, PROP_FONT_SIZE, "inherit", name, RANK_SHORTHAND);
		settings_add(out, PROP_FONT_FAMILY, "inherit", name, RANK_SHORTHAND);
		return;
	}
	int i = 0;
	if (w.count == 1 && word_is_one_of(w.word[0], "caption icon menu message-box small-caption status-bar"))
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
	struct words w = words_split(text, x->b->memory);
	struct buffer position = {0};
	if (strcmp(text, "inherit") == 0) {
		static const enum fo_property all[] = {PROP_BACKGROUND_COLOR,
		                                       PROP_BACKGROUND_IMAGE,
		                                       PROP_BACKGROUND_REPEAT,
		                                       PROP_BACKGROUND_ATTACHMENT,
		                                       PROP_BACKGROUND_POSITION_HORIZONTAL,
		                                       PROP_BACKGROUND_POSITION_VERTICAL};
		for (size_t i = 0; i < sizeof all / sizeof *all; i++)
			settings_add(out, all[i], text, name, RANK_SHORTHAND);
		return;
	}
	for (int i = 0; i < w.count; i++) {
		const char *word = w.word[i];
		if (word_is_one_of(word, "repeat repeat-x repeat-y no-repeat"))
			settings_add(out, PROP_BACKGROUND_REPEAT, word, name, RANK_SHORTHAND);
		else if (word_is_one_of(word, "scroll fixed"))
			settings_add(out, PROP_BACKGROUND_ATTACHMENT, word, name, RANK_SHORTHAND);
		else if (strncmp(word, "url(", 4) == 0 || strcmp(word, "none") == 0)
			settings_add(out, PROP_BACKGROUND_IMAGE, word, name, RANK_SHORTHAND);
		else if (word_is_color(word))
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

static void report_value(struct value_context *x, const char *name, const char *text, const char *expected)
{
	diag_error(x->b->diag, x->loc, "%s: expected one of %s, got '%s'", name, expected, text);
}

/* language[-Script][-COUNTRY] (RFC 4646; XSL 7.31.24). */
static void expand_language(struct value_context *x, const char *name, const char *text, struct settings *out)
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
	settings_add(out, PROP_LANGUAGE, *language ? language : "none", name, RANK_SHORTHAND);
	settings_add(out, PROP_COUNTRY, country, name, RANK_SHORTHAND);
	settings_add(out, PROP_SCRIPT, script, name, RANK_SHORTHAND);
}

static void set_both(struct settings *out, enum fo_property first, const char *first_text, enum fo_property second,
                     const char *second_text, const char *name)
{
	settings_add(out, first, first_text, name, RANK_SHORTHAND);
	settings_add(out, second, second_text, name, RANK_SHORTHAND);
}

/* A keep of CSS is one of pages: lines may break. */
static void set_page_break(struct value_context *x, struct settings *out, enum fo_property when, enum fo_property keep,
                           const char *name, const char *text)
{
	static const struct {
		const char *css, *when, *keep;
	} values[] = {{"auto", "auto", "auto"},      {"always", "page", "auto"},    {"avoid", "auto", "always"},
	              {"left", "even-page", "auto"}, {"right", "odd-page", "auto"}, {"inherit", "inherit", "inherit"}};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (strcmp(text, values[i].css) == 0) {
			set_both(out, when, values[i].when, keep, values[i].keep, name);
			return;
		}
	report_value(x, name, text, "auto always avoid left right");
}

static void expand_page_break_before(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	set_page_break(x, out, PROP_BREAK_BEFORE, PROP_KEEP_WITH_PREVIOUS_WITHIN_PAGE, name, text);
}

static void expand_page_break_after(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	set_page_break(x, out, PROP_BREAK_AFTER, PROP_KEEP_WITH_NEXT_WITHIN_PAGE, name, text);
}

static void expand_page_break_inside(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	bool avoid = strcmp(text, "avoid") == 0;
	if (!avoid && !word_is_one_of(text, "auto inherit"))
		report_value(x, name, text, "auto avoid");
	else
		settings_add(out, PROP_KEEP_TOGETHER_WITHIN_PAGE, avoid ? "always" : text, name, RANK_SHORTHAND);
}

/* XSL 7.31.23; pre-wrap and pre-line are CSS 2.1's. */
static void expand_white_space(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	static const struct {
		const char *css, *linefeed, *collapse, *treatment, *wrap;
	} values[] = {{"normal", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "wrap"},
	              {"pre", "preserve", "false", "preserve", "no-wrap"},
	              {"nowrap", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "no-wrap"},
	              {"no-wrap", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "no-wrap"},
	              {"pre-wrap", "preserve", "false", "preserve", "wrap"},
	              {"pre-line", "preserve", "true", "ignore-if-surrounding-linefeed", "wrap"},
	              {"inherit", "inherit", "inherit", "inherit", "inherit"}};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (strcmp(text, values[i].css) == 0) {
			set_both(out, PROP_LINEFEED_TREATMENT, values[i].linefeed, PROP_WHITE_SPACE_COLLAPSE, values[i].collapse,
			         name);
			set_both(out, PROP_WHITE_SPACE_TREATMENT, values[i].treatment, PROP_WRAP_OPTION, values[i].wrap, name);
			return;
		}
	report_value(x, name, text, "normal pre nowrap");
}

/* XSL 7.31.22. */
static void expand_vertical_align(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	static const struct {
		const char *css, *baseline;
	} edges[] = {{"baseline", "baseline"},           {"middle", "middle"},   {"text-top", "text-before-edge"},
	             {"text-bottom", "text-after-edge"}, {"top", "before-edge"}, {"bottom", "after-edge"}};
	(void)x;
	for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
		if (strcmp(text, edges[i].css) == 0) {
			settings_add(out, PROP_ALIGNMENT_BASELINE, edges[i].baseline, name, RANK_SHORTHAND);
			return;
		}
	bool inherit = strcmp(text, "inherit") == 0;
	if (inherit)
		set_both(out, PROP_ALIGNMENT_BASELINE, text, PROP_DOMINANT_BASELINE, text, name);
	if (inherit || word_is_one_of(text, "sub super"))
		settings_add(out, PROP_BASELINE_SHIFT, text, name, RANK_SHORTHAND);
	if (!word_is_one_of(text, "sub super"))
		settings_add(out, PROP_ALIGNMENT_ADJUST, text, name, RANK_SHORTHAND);
}

/* XSL 7.31.19. */
static void expand_position(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	static const char values[] = "static relative absolute fixed inherit";
	bool inherit = strcmp(text, "inherit") == 0;
	if (!word_is_one_of(text, values)) {
		report_value(x, name, text, values);
		return;
	}
	set_both(out, PROP_ABSOLUTE_POSITION, word_is_one_of(text, "absolute fixed inherit") ? text : "auto",
	         PROP_RELATIVE_POSITION, inherit || strcmp(text, "relative") == 0 ? text : "static", name);
}

static void expand_size(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = words_split(text, x->b->memory);
	if (w.count == 0)
		return;
	bool landscape = strcmp(w.word[0], "landscape") == 0,
	     keyword = landscape || word_is_one_of(w.word[0], "portrait auto");
	settings_add(out, PROP_PAGE_WIDTH, keyword ? (landscape ? "297mm" : "210mm") : w.word[0], name, RANK_SHORTHAND);
	settings_add(out, PROP_PAGE_HEIGHT, keyword ? (landscape ? "210mm" : "297mm") : w.word[w.count > 1], name,
	             RANK_SHORTHAND);
}

/* One value for both, or two. */
static void set_pair(struct value_context *x, struct settings *out, enum fo_property before, enum fo_property after,
                     const char *name, const char *text)
{
	struct words w = words_split(text, x->b->memory);
	if (w.count > 0)
		set_both(out, before, w.word[0], after, w.word[w.count > 1], name);
}

static void expand_pause(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	set_pair(x, out, PROP_PAUSE_BEFORE, PROP_PAUSE_AFTER, name, text);
}

static void expand_cue(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	set_pair(x, out, PROP_CUE_BEFORE, PROP_CUE_AFTER, name, text);
}

const struct shorthand_row fo_shorthand_rows[SHORTHAND_COUNT] = {
    {"background", expand_background},
    {"border", expand_border},
    {"border-top", expand_border_side},
    {"border-right", expand_border_side},
    {"border-bottom", expand_border_side},
    {"border-left", expand_border_side},
    {"border-before", expand_border_side},
    {"border-after", expand_border_side},
    {"border-start", expand_border_side},
    {"border-end", expand_border_side},
    {"border-color", expand_border_part},
    {"border-style", expand_border_part},
    {"border-width", expand_border_part},
    {"border-spacing", expand_border_spacing},
    {"border-radius", expand_absolute_radius},
    {"border-top-left-radius", expand_absolute_radius},
    {"border-top-right-radius", expand_absolute_radius},
    {"border-bottom-right-radius", expand_absolute_radius},
    {"border-bottom-left-radius", expand_absolute_radius},
    {"fox:border-radius", expand_relative_radius},
    {"fox:border-before-start-radius", expand_relative_radius},
    {"fox:border-before-end-radius", expand_relative_radius},
    {"fox:border-after-start-radius", expand_relative_radius},
    {"fox:border-after-end-radius", expand_relative_radius},
    {"cue", expand_cue},
    {"font", expand_font},
    {"margin", expand_sides},
    {"padding", expand_sides},
    {"page-break-after", expand_page_break_after},
    {"page-break-before", expand_page_break_before},
    {"page-break-inside", expand_page_break_inside},
    {"pause", expand_pause},
    {"position", expand_position},
    {"size", expand_size},
    {"text-decoration", expand_text_decoration},
    {"text-emphasis", expand_text_emphasis},
    {"vertical-align", expand_vertical_align},
    {"white-space", expand_white_space},
    {"xml:lang", expand_language}};
