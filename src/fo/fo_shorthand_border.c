/* Shorthands of borders, padding, margins and rounded corners (XSL 7.31; CSS 2.1 8.3 to 8.5). */
#include <stdio.h>
#include <string.h>

#include "fo_shorthand.h"

static const char *const sides[] = {"top", "right", "bottom", "left"};

static const char border_styles[] = "none hidden dotted dashed solid double groove ridge inset outset";

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

void expand_sides(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = words_split(text, x->b->memory);
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
static void set_border_side(struct value_context *x, const char *side, const char *name, const char *text, int rank,
                            struct settings *out)
{
	const char *width = "medium", *style = "none", *color = "currentcolor";
	struct words w = words_split(text, x->b->memory);
	if (w.count == 0)
		diag_error(x->b->diag, x->loc, "%s: expected a width, a style or a colour, got ''", name);
	else if (w.count == 1 && strcmp(w.word[0], "inherit") == 0)
		width = style = color = "inherit";
	else
		for (int i = 0; i < w.count; i++) {
			if (word_is_one_of(w.word[i], border_styles))
				style = w.word[i];
			else if (word_is_color(w.word[i]))
				color = w.word[i];
			else
				width = w.word[i];
		}
	border_part(x, out, side, "width", width, name, rank);
	border_part(x, out, side, "style", style, name, rank);
	border_part(x, out, side, "color", color, name, rank);
}

void expand_border(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	for (int i = 0; i < 4; i++)
		set_border_side(x, sides[i], name, text, RANK_SHORTHAND, out);
}

/* border-top and the other sides, absolute or relative. */
void expand_border_side(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	set_border_side(x, name + strlen("border-"), name, text, RANK_BORDER_SIDE, out);
}

/* border-width, border-style, border-color. */
void expand_border_part(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = words_split(text, x->b->memory);
	check_side_count(x, name, text, w.count);
	for (int i = 0; i < 4 && w.count > 0; i++)
		border_part(x, out, sides[i], name + strlen("border-"), side_word(&w, i), name, RANK_BORDER_PART);
}

void expand_border_spacing(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = words_split(text, x->b->memory);
	if (w.count == 0)
		return;
	settings_add(out, PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION, w.word[0], name, RANK_SHORTHAND);
	settings_add(out, PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION, w.word[w.count > 1], name, RANK_SHORTHAND);
}

/* ---- rounded corners ---- */

/* Rows of a corner: its radius along the inline axis and across it. */
struct corner_rows {
	const char *name;
	enum fo_property along, across;
};
static const struct corner_rows corners[] = {
    {"before-start", PROP_FOX_BORDER_BEFORE_START_RADIUS, PROP_FOX_BORDER_BEFORE_START_RADIUS_ACROSS},
    {"before-end", PROP_FOX_BORDER_BEFORE_END_RADIUS, PROP_FOX_BORDER_BEFORE_END_RADIUS_ACROSS},
    {"after-start", PROP_FOX_BORDER_AFTER_START_RADIUS, PROP_FOX_BORDER_AFTER_START_RADIUS_ACROSS},
    {"after-end", PROP_FOX_BORDER_AFTER_END_RADIUS, PROP_FOX_BORDER_AFTER_END_RADIUS_ACROSS}};

static void set_corner(struct settings *out, const struct corner_rows *corner, const char *along, const char *across,
                       const char *name, int rank)
{
	settings_add(out, corner->along, along, name, rank);
	settings_add(out, corner->across, across, name, rank);
}

/* Apache FOP's fox:border-radius and fox:border-before-start-radius: one radius, or one along the inline axis and one
 * across it. */
void expand_relative_radius(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	struct words w = words_split(text, x->b->memory);
	if (w.count < 1 || w.count > 2) {
		diag_error(x->b->diag, x->loc, "%s: expected one or two lengths, got '%s'", name, text);
		return;
	}
	const char *which = name + strlen("fox:border-");
	for (size_t i = 0; i < sizeof corners / sizeof *corners; i++) {
		bool all = strcmp(which, "radius") == 0;
		if (all || strncmp(which, corners[i].name, strlen(corners[i].name)) == 0)
			set_corner(out, &corners[i], w.word[0], w.word[w.count - 1], name, all ? RANK_SHORTHAND : RANK_BORDER_SIDE);
	}
}

/* The corner between an absolute side above or below and one on the left or right. */
static const struct corner_rows *corner_at(const struct value_context *x, int vertical, int horizontal)
{
	enum fo_side a = side_at(x->outer_writing_mode, vertical), b = side_at(x->outer_writing_mode, horizontal);
	bool after = a == SIDE_AFTER || b == SIDE_AFTER, end = a == SIDE_END || b == SIDE_END;
	return &corners[after * 2 + end];
}

static void set_absolute_corner(struct value_context *x, struct settings *out, int corner, const char *width,
                                const char *height, const char *name, int rank)
{
	/* Top left, top right, bottom right, bottom left; sides are counted from the top, clockwise. */
	static const int sides[4][2] = {{0, 3}, {0, 1}, {2, 1}, {2, 3}};
	const struct corner_rows *rows = corner_at(x, sides[corner][0], sides[corner][1]);
	bool vertical = is_vertical(x->outer_writing_mode);
	set_corner(out, rows, vertical ? height : width, vertical ? width : height, name, rank);
}

/* CSS Backgrounds 3, 4.1: one to four widths, then, after a slash, heights. */
void expand_absolute_radius(struct value_context *x, const char *name, const char *text, struct settings *out)
{
	static const char *const names[] = {"border-top-left-radius", "border-top-right-radius",
	                                    "border-bottom-right-radius", "border-bottom-left-radius"};
	char *copy = arena_strdup(x->b->memory, text), *slash = strchr(copy, '/');
	if (slash)
		*slash = '\0';
	struct words widths = words_split(copy, x->b->memory),
	             heights = slash ? words_split(slash + 1, x->b->memory) : widths;
	bool all = strcmp(name, "border-radius") == 0;
	int most = all ? 4 : 2;
	if (widths.count < 1 || widths.count > most || heights.count < 1 || heights.count > 4) {
		diag_error(x->b->diag, x->loc, "%s: expected one to %d lengths, got '%s'", name, most, text);
		return;
	}
	for (int i = 0; i < 4; i++) {
		if (all)
			set_absolute_corner(x, out, i, side_word(&widths, i), side_word(&heights, i), name, RANK_SHORTHAND);
		else if (strcmp(name, names[i]) == 0)
			set_absolute_corner(x, out, i, widths.word[0], widths.word[widths.count - 1], name, RANK_BORDER_SIDE);
	}
}
