/* text-shadow (XSL 7.17.5): the glyphs again, shifted, in another colour. A blur radius is read and not drawn. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "paint_line.h"

struct shadow {
	mpt right, down;
	struct page_color color;
};

static mpt length_in(const char *unit, size_t size, double number, mpt font_size)
{
	static const struct {
		const char *name;
		double points;
	} units[] = {{"pt", 1}, {"px", 1}, {"pc", 12}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 72 / 25.4}};
	if (size == 2 && strncmp(unit, "em", 2) == 0)
		return mpt_from_points(number * (double)font_size / MPT_PER_POINT);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (size == strlen(units[i].name) && strncmp(unit, units[i].name, size) == 0)
			return mpt_from_points(number * units[i].points);
	return 0;
}

/* The end of a word: spaces in brackets are part of it. */
static const char *word_end(const char *at, const char *end)
{
	int depth = 0;
	for (; at < end && (depth > 0 || (*at != ' ' && *at != '\t' && *at != '\n')); at++)
		depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
	return at;
}

static bool begins_number(const char *at)
{
	return (*at >= '0' && *at <= '9') || *at == '.' || *at == '-' || *at == '+';
}

/* One shadow between commas. False when it is none. */
static bool parse_shadow(const char *at, const char *end, mpt font_size, struct page_color own, struct shadow *out)
{
	mpt length[3] = {0};
	size_t lengths = 0;
	out->color = own;
	while (at < end) {
		at += strspn(at, " \t\n");
		const char *stop = word_end(at, end);
		struct fo_color color;
		if (at >= end || stop == at)
			break;
		if (begins_number(at) && lengths < 3) {
			char *unit;
			double number = strtod(at, &unit);
			length[lengths++] = length_in(unit, (size_t)(stop - unit), number, font_size);
		} else if (color_parse(at, (size_t)(stop - at), &color)) {
			out->color = page_color_of(NULL, color);
		} else {
			return false;
		}
		at = stop;
	}
	out->right = length[0];
	out->down = length[1];
	return lengths >= 2;
}

static const char *part_end(const char *at)
{
	int depth = 0;
	for (; *at && (depth > 0 || *at != ','); at++)
		depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
	return at;
}

static void paint_shadow(const struct line_painter *lp, const struct page_glyphs *glyphs, const struct shadow *s)
{
	const struct page_matrix *m = &lp->p->axes.matrix;
	struct page_item item = {.kind = PAGE_GLYPHS, .glyphs = *glyphs};
	item.glyphs.color = s->color;
	item.glyphs.x += (mpt)llround(m->a * (double)s->right + m->c * (double)s->down);
	item.glyphs.y += (mpt)llround(m->b * (double)s->right + m->d * (double)s->down);
	paint_item(lp->p, &item, NULL);
}

/* The first shadow of the list is on top. */
static void paint_parts(const struct line_painter *lp, const struct fo_node *node, const char *at,
                        const struct page_glyphs *glyphs)
{
	const char *end = part_end(at);
	if (*end == ',')
		paint_parts(lp, node, end + 1, glyphs);
	struct shadow shadow;
	if (parse_shadow(at, end, fo_length(node, PROP_FONT_SIZE, 0), glyphs->color, &shadow))
		paint_shadow(lp, glyphs, &shadow);
	else
		diag_error(lp->p->l->diag, node->loc, "text-shadow: expected two lengths and a colour, got '%.*s'",
		           (int)(end - at), at);
}

enum { SHADOWS_TEXT_AT_MOST = 1000 };

void paint_shadows(const struct line_painter *lp, const struct inline_level *level, const struct page_glyphs *glyphs)
{
	for (; level; level = level->parent) {
		const char *shadows = fo_string(level->look, PROP_TEXT_SHADOW);
		if (*shadows == '\0')
			continue;
		if (strlen(shadows) <= SHADOWS_TEXT_AT_MOST)
			paint_parts(lp, level->look, shadows, glyphs);
		return;
	}
}
