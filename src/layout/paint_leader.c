/* What fills a leader: dots, a rule, or its content again and again (XSL 7.22). */
#include "paint_line.h"

/* Where the first unit begins, from the leader's start (leader-alignment): at multiples of the unit from the reference
 * area's start edge, so that leaders of several lines stand under each other. */
static mpt first_unit(const struct line_painter *lp, const struct line_piece *piece, const struct leader *leader)
{
	if (leader->alignment == KEY_NONE || leader->alignment == KEY_NONE_GIVEN || leader->unit <= 0)
		return 0;
	mpt start = piece->text.position;
	if (leader->alignment == KEY_REFERENCE_AREA)
		start += lp->inline_offset;
	mpt over = start % leader->unit;
	return over > 0 ? leader->unit - over : -over;
}

static size_t units_in(mpt room, mpt unit)
{
	return unit > 0 && room > 0 ? (size_t)(room / unit) : 0;
}

static void paint_dots(const struct line_painter *lp, const struct line_piece *piece, const struct inline_item *item)
{
	const struct leader *leader = item->leader;
	mpt from = first_unit(lp, piece, leader);
	size_t count = units_in(piece->text.width - from, leader->unit);
	if (count == 0)
		return;
	struct arena *a = lp->p->target->memory;
	struct page_glyph *glyph = arena_array(a, count, sizeof *glyph);
	char *text = arena_alloc(a, count + 1);
	for (size_t i = 0; i < count; i++) {
		glyph[i] = (struct page_glyph){.id = leader->dot, .text = (uint32_t)i, .advance = leader->unit};
		text[i] = '.';
	}
	bool right_to_left = lp->p->axes.writing_mode == KEY_RL_TB;
	mpt along = piece->text.position + from + (right_to_left ? (mpt)count * leader->unit : 0);
	struct page_point pen = axes_point(&lp->p->axes, lp->inline_offset + along, lp->block_offset + piece->baseline);
	struct page_item run = {.kind = PAGE_GLYPHS,
	                        .glyphs = {.face = leader->face,
	                                   .size = leader->size,
	                                   .x = pen.x,
	                                   .y = pen.y,
	                                   .glyph = glyph,
	                                   .count = count,
	                                   .text = text,
	                                   .text_size = count}};
	run.glyphs.color = page_color_of(lp->p->l, fo_color(item->node, PROP_COLOR));
	run.glyphs.rotation = (axes_rotation(&lp->p->axes) + (axes_are_vertical(&lp->p->axes) ? 90 : 0)) % 360;
	paint_item(lp->p, &run, paint_structure(lp->p, item->node));
}

static void paint_leader_rule(const struct line_painter *lp, const struct line_piece *piece,
                              const struct inline_item *item)
{
	const struct leader *leader = item->leader;
	struct logical_rectangle r = {
	    .inline_offset = lp->inline_offset + piece->text.position,
	    .block_offset = lp->block_offset + piece->baseline - leader->rule_thickness,
	    .inline_size = piece->text.width,
	    .block_size = leader->rule_thickness,
	};
	struct page_color color = page_color_of(lp->p->l, fo_color(item->node, PROP_COLOR));
	paint_rule(lp->p, r, false, leader->rule_style, &color, NULL);
}

static void paint_content(const struct line_painter *lp, const struct line_piece *piece, const struct leader *leader)
{
	mpt from = first_unit(lp, piece, leader);
	size_t count = units_in(piece->text.width - from, leader->unit);
	struct painter inside = *lp->p;
	/* At the end of its room, as Apache FOP puts it. */
	from += leader->unit - leader->content->inline_size;
	inside.block_shift = lp->block_offset + piece->baseline - leader->content->line->baseline;
	for (size_t i = 0; i < count; i++) {
		inside.inline_shift = lp->inline_offset + piece->text.position + from + (mpt)i * leader->unit;
		paint_line(&inside, leader->content);
	}
}

void paint_leader(const struct line_painter *lp, const struct line_piece *piece, const struct inline_item *item)
{
	if (!paint_is_visible(item->node) || piece->text.width <= 0)
		return;
	switch (item->leader->pattern) {
	case KEY_DOTS:
		paint_dots(lp, piece, item);
		break;
	case KEY_RULE:
		paint_leader_rule(lp, piece, item);
		break;
	case KEY_USE_CONTENT:
		paint_content(lp, piece, item->leader);
		break;
	default:
		break;
	}
}
