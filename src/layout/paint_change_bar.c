/* Change bars beside the lines that stand between their begin and their end (XSL 6.13.2, 7.30). A bar stands beside the
 * column, however deep in it the line is. */
#include <string.h>

#include "paint_line.h"

/* Of what lies between two places of the document. */
struct change_bar {
	const struct fo_node *begin;
	uint32_t end; /* number of the fo:change-bar-end */
};

struct change_bars {
	struct change_bar *bar;
	size_t count, capacity;
};

static const struct fo_node *next_in_document(const struct fo_node *node)
{
	if (node->first_child)
		return node->first_child;
	while (node && !node->next)
		node = node->parent;
	return node ? node->next : NULL;
}

static void begin_bar(struct change_bars *bars, const struct fo_node *begin, struct arena *a)
{
	if (bars->count == bars->capacity) {
		size_t capacity = bars->capacity ? bars->capacity * 2 : 8;
		bars->bar = arena_grow(a, bars->bar, bars->count, capacity, sizeof *bars->bar);
		bars->capacity = capacity;
	}
	bars->bar[bars->count++] = (struct change_bar){.begin = begin};
}

/* The last that has begun with this class and not ended. */
static void end_bar(struct change_bars *bars, const struct fo_node *end)
{
	const char *class_name = fo_string(end, PROP_CHANGE_BAR_CLASS);
	for (size_t i = bars->count; i-- > 0;)
		if (!bars->bar[i].end && strcmp(fo_string(bars->bar[i].begin, PROP_CHANGE_BAR_CLASS), class_name) == 0) {
			bars->bar[i].end = end->number;
			return;
		}
}

static const struct change_bars *bars_of(struct layout *l)
{
	if (l->change_bars)
		return l->change_bars;
	struct change_bars *bars = arena_alloc(l->memory, sizeof *bars);
	for (const struct fo_node *node = l->tree->root; node; node = next_in_document(node))
		if (node->kind == FO_CHANGE_BAR_BEGIN)
			begin_bar(bars, node, l->memory);
		else if (node->kind == FO_CHANGE_BAR_END)
			end_bar(bars, node);
	l->change_bars = bars;
	return bars;
}

static bool is_beside(const struct change_bar *bar, const struct line *line)
{
	for (size_t i = 0; i < line->piece_count; i++) {
		uint32_t number = line->piece[i].node->number;
		if (number > bar->begin->number && number < bar->end)
			return true;
	}
	return false;
}

static bool is_at_end(const struct fo_node *begin, const struct painter *p)
{
	bool right_to_left = p->column->writing_mode == KEY_RL_TB;
	switch (fo_key(begin, PROP_CHANGE_BAR_PLACEMENT)) {
	case KEY_END:
		return true;
	case KEY_LEFT:
		return right_to_left;
	case KEY_RIGHT:
		return !right_to_left;
	case KEY_INSIDE:
		return p->target->is_even;
	case KEY_OUTSIDE:
	case KEY_ALTERNATE:
		return !p->target->is_even;
	default:
		return false;
	}
}

static void paint_bar(const struct painter *p, const struct fo_node *begin, struct logical_rectangle line)
{
	struct painter beside = *p;
	beside.axes = *p->column;
	beside.inline_shift = beside.block_shift = 0;
	struct logical_rectangle r = axes_logical(p->column, axes_rectangle(&p->axes, line));
	mpt measure = axes_are_vertical(p->column) ? p->column->height : p->column->width;
	mpt offset = fo_length(begin, PROP_CHANGE_BAR_OFFSET, 0), width = fo_length(begin, PROP_CHANGE_BAR_WIDTH, 0);
	mpt middle = is_at_end(begin, p) ? measure + offset : -offset;
	r.inline_offset = middle - width / 2;
	r.inline_size = width;
	struct page_color color = page_color_of(p->l, fo_color(begin, PROP_CHANGE_BAR_COLOR));
	paint_rule(&beside, r, true, fo_key(begin, PROP_CHANGE_BAR_STYLE), &color, NULL);
}

void paint_change_bars(const struct line_painter *lp, mpt block_size)
{
	const struct change_bars *bars = bars_of(lp->p->l);
	if (!lp->p->column)
		return;
	struct logical_rectangle line = {lp->inline_offset, lp->block_offset, 0, block_size};
	for (size_t i = 0; i < bars->count; i++)
		if (is_beside(&bars->bar[i], lp->line))
			paint_bar(lp->p, bars->bar[i].begin, line);
}
