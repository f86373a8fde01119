/* fo:leader (XSL 6.6.9, 7.22): how long it may be and what fills it. Leaders stretch where lines are justified only. */
#include "inline_private.h"

static mpt thickness_of(const struct fo_node *node)
{
	return mpt_max(0, fo_length(node, PROP_RULE_THICKNESS, 0));
}

/* From one dot (or content) to the next; use-font-metrics: as wide as it is. */
static mpt unit_of(const struct fo_node *node, mpt natural, mpt measure)
{
	if (fo_key(node, PROP_LEADER_PATTERN_WIDTH) == KEY_USE_FONT_METRICS)
		return natural;
	return mpt_max(natural, fo_length(node, PROP_LEADER_PATTERN_WIDTH, measure));
}

static void set_dots(struct leader *leader, const struct inline_item *item, mpt measure)
{
	const struct text_style *style = item->level->style;
	const struct font_face *face = font_for_character(style->fonts, '.', NULL);
	if (!face)
		face = font_primary(style->fonts);
	hb_codepoint_t dot = 0;
	hb_font_get_nominal_glyph(face->hb_font, '.', &dot);
	leader->dot = dot;
	leader->face = face;
	leader->size = (mpt)((double)style->size * font_size_adjust(style->fonts, face));
	leader->dot_advance = mpt_scale(leader->size, font_advance(face, dot), 1000);
	leader->unit = unit_of(item->node, leader->dot_advance, measure);
}

/* The leader's children as one line of their own width. */
static struct fragment *content_line(struct inline_content *c, const struct fo_node *node)
{
	const struct content *content = content_build(c->l, node, c->page, c->memory);
	for (size_t i = 0; i < content->count; i++) {
		struct inline_content *lines = content->part[i].lines;
		if (!lines)
			continue;
		mpt least, width;
		inline_widths(c->l, lines, &least, &width);
		const struct text_breaks *breaks = inline_breaks(c->l, lines, 0, width);
		return breaks->count > 0 ? inline_line_in(lines, breaks, 0, c->memory) : NULL;
	}
	return NULL;
}

static void set_content(struct leader *leader, struct inline_content *c, const struct fo_node *node, mpt measure)
{
	leader->content = content_line(c, node);
	if (leader->content)
		leader->unit = unit_of(node, leader->content->inline_size, measure);
	else
		leader->pattern = KEY_SPACE;
}

static mpt height_of(const struct leader *leader)
{
	switch (leader->pattern) {
	case KEY_DOTS:
		return mpt_min(leader->dot_advance, font_scale(leader->face, leader->face->ascender, leader->size));
	case KEY_USE_CONTENT:
		return 0;
	default:
		return leader->rule_thickness;
	}
}

static struct leader *leader_of(struct inline_content *c, const struct inline_item *item, mpt measure)
{
	const struct fo_node *node = item->node;
	struct leader *leader = arena_alloc(c->memory, sizeof *leader);
	leader->pattern = fo_key(node, PROP_LEADER_PATTERN);
	leader->alignment = fo_key(node, PROP_LEADER_ALIGNMENT);
	leader->rule_style = fo_key(node, PROP_RULE_STYLE);
	leader->rule_thickness = thickness_of(node);
	if (leader->pattern == KEY_DOTS)
		set_dots(leader, item, measure);
	else if (leader->pattern == KEY_USE_CONTENT)
		set_content(leader, c, node, measure);
	return leader;
}

struct text_object leader_object(struct inline_content *c, struct inline_item *item, bool stretches, mpt measure)
{
	const struct fo_node *node = item->node;
	/* The leader's own level is only there for its style and edges: its box is aligned to what is round it. */
	const struct baseline *outer = item->level->parent->baseline;
	item->leader = leader_of(c, item, measure);
	item->baseline = baseline_of_box(node, height_of(item->leader), 0, outer, c->memory);
	mpt least = mpt_max(0, fo_length(node, PROP_LEADER_LENGTH_MINIMUM, measure));
	mpt most = mpt_max(least, fo_length(node, PROP_LEADER_LENGTH_MAXIMUM, measure));
	mpt best = mpt_max(least, mpt_min(most, fo_length(node, PROP_LEADER_LENGTH_OPTIMUM, measure)));
	/* Room for the content at least once, where that is allowed. */
	if (item->leader->pattern == KEY_USE_CONTENT && best < item->leader->unit && item->leader->unit <= most)
		best = item->leader->unit;
	return (struct text_object){
	    .kind = TEXT_OBJECT_LEADER,
	    .width = best,
	    .minimum = stretches ? least : best,
	    .maximum = stretches ? most : best,
	    .no_break_before = item->no_break_before,
	    .no_break_after = item->no_break_after,
	};
}
