/* Inline-level objects that are open round content: their style, edges, baseline and decoration. */
#include "content_builder.h"

static bool has_background(const struct fo_node *node)
{
	return fo_color(node, PROP_BACKGROUND_COLOR).alpha > 0 || *fo_string(node, PROP_BACKGROUND_IMAGE) != '\0';
}

static bool has_edges(const struct edges *e)
{
	return e->before != 0 || e->after != 0 || e->start != 0 || e->end != 0;
}

static bool keeps_line_together(const struct fo_node *node)
{
	return fo_keep(node, PROP_KEEP_TOGETHER_WITHIN_LINE) == FO_KEEP_ALWAYS;
}

/* What the node says about text decoration, over what it has from round it. */
static struct decoration decoration_under(const struct fo_node *node, struct decoration d)
{
	if (!fo_is_specified(node, PROP_TEXT_DECORATION))
		return d;
	return decoration_of(node, d);
}

static struct decoration decoration_round(const struct fo_node *node)
{
	struct decoration d = {0};
	if (!node)
		return d;
	return decoration_under(node, decoration_round(node->parent));
}

/* A space that stays at a line's end, too (XSL 7.17.1). */
static bool is_retained(const struct fo_node *node)
{
	return node->kind == FO_CHARACTER && fo_key(node, PROP_SUPPRESS_AT_LINE_BREAK) == KEY_RETAIN;
}

static bool preserves_spaces(const struct content_builder *b)
{
	return !b->treatment.ignore && !b->treatment.ignore_before_linefeed;
}

const struct inline_level *level_of_block(struct content_builder *b)
{
	struct inline_level *level = arena_alloc(b->memory, sizeof *level);
	level->node = level->look = b->block;
	level->keep_together = keeps_line_together(b->block);
	level->style = text_style_of(b->l, b->block, preserves_spaces(b), level->keep_together);
	level->baseline = baseline_of_line(b->block, level->style, b->memory);
	level->decoration = decoration_round(b->block);
	return level;
}

/* fo:wrapper has no area: it only hands on what is inherited. */
static bool has_area(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_WRAPPER:
	case FO_MULTI_CASE:
	case FO_MULTI_PROPERTIES:
		return false;
	default:
		return true;
	}
}

static bool has_marker(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind != FO_TEXT || !fo_is_blank_text(child))
			return child->kind == FO_MARKER;
	return false;
}

static void set_edges(struct inline_level *level, const struct fo_node *node)
{
	level->border = box_border(node);
	level->padding = box_padding(node, 0);
	level->space_start = fo_length(node, PROP_SPACE_START_OPTIMUM, 0);
	level->space_end = fo_length(node, PROP_SPACE_END_OPTIMUM, 0);
	level->draws =
	    has_edges(&level->border) || has_edges(&level->padding) || has_background(node) || node->kind == FO_BASIC_LINK;
}

static bool has_start(const struct inline_level *level)
{
	return level->border.start + level->padding.start + level->space_start != 0;
}

static bool has_end(const struct inline_level *level)
{
	return level->border.end + level->padding.end + level->space_end != 0;
}

/* Control characters of the Unicode bidirectional algorithm for unicode-bidi and direction (XSL 7.29.6). */
static const char *bidi_control(const struct fo_node *node)
{
	bool right_to_left = fo_key(node, PROP_DIRECTION) == KEY_RTL;
	switch (fo_key(node, PROP_UNICODE_BIDI)) {
	case KEY_EMBED:
		return right_to_left ? "\xe2\x80\xab" : "\xe2\x80\xaa";
	case KEY_BIDI_OVERRIDE:
		return right_to_left ? "\xe2\x80\xae" : "\xe2\x80\xad";
	default:
		return NULL;
	}
}

static void add_bidi_control(struct content_builder *b, const char *control)
{
	struct inline_item *item = builder_add(b, ITEM_TEXT, b->level->node);
	item->text = control;
	item->size = 3;
}

static const struct baseline *baseline_under(struct content_builder *b, const struct inline_level *level,
                                             const struct inline_level *parent)
{
	if (has_area(level->node))
		return baseline_of_text(level->look, level->style, parent->baseline, b->memory);
	if (level->style == parent->style)
		return parent->baseline;
	return baseline_of_font(level->style, fo_writing_mode(level->look), line_height_of(level->look), parent->baseline,
	                        b->memory);
}

static const struct fo_node *look_of(struct content_builder *b, const struct fo_node *node)
{
	if (!b->first_line)
		return node;
	const struct fo_node *copy = inline_map_at(&b->looks, b->memory, node, NULL)->value;
	return copy ? copy : node;
}

static void set_look(struct content_builder *b, struct inline_level *level, const struct fo_node *look)
{
	const struct inline_level *parent = b->level;
	level->look = look;
	level->style = text_style_of(b->l, look, preserves_spaces(b) || is_retained(look), level->keep_together);
	level->decoration = decoration_under(look, parent->decoration);
	level->baseline = baseline_under(b, level, parent);
}

/* Its edges are left out: they would be no part of the lines after it. */
void builder_open_first_line(struct content_builder *b)
{
	struct inline_level *level = arena_alloc(b->memory, sizeof *level);
	const struct inline_level *parent = b->level;
	level->parent = parent;
	level->node = b->block;
	level->depth = parent->depth + 1;
	set_look(b, level, b->first_line);
	level->draws = has_background(b->first_line);
	level->boxed = parent->boxed || level->draws;
	b->level = level;
}

static void open_level(struct content_builder *b, const struct fo_node *node, struct index_link *link)
{
	struct inline_level *level = arena_alloc(b->memory, sizeof *level);
	const struct inline_level *parent = b->level;
	level->parent = parent;
	level->node = node;
	level->link = link;
	level->marked = has_marker(node);
	level->depth = parent->depth + 1;
	level->keep_together = keeps_line_together(node);
	set_look(b, level, look_of(b, node));
	if (has_area(node))
		set_edges(level, level->look);
	level->draws = level->draws || level->marked || link;
	level->boxed = parent->boxed || level->draws;
	b->level = level;
	b->in_space = false;
	if (has_start(level))
		builder_add(b, ITEM_START, node);
	if (node->kind == FO_BIDI_OVERRIDE && bidi_control(node))
		add_bidi_control(b, bidi_control(node));
}

void builder_open_level(struct content_builder *b, const struct fo_node *node)
{
	open_level(b, node, NULL);
}

void builder_open_link(struct content_builder *b, const struct fo_node *node, const char *destination,
                       const char *label)
{
	struct index_link *link = arena_alloc(b->memory, sizeof *link);
	link->destination = destination;
	link->label = label;
	open_level(b, node, link);
}

void builder_open_together(struct content_builder *b)
{
	const struct inline_level *parent = b->level;
	struct inline_level *level = arena_alloc(b->memory, sizeof *level);
	*level = (struct inline_level){
	    .parent = parent,
	    .node = parent->node,
	    .look = parent->look,
	    .style = text_style_of(b->l, parent->look, preserves_spaces(b), true),
	    .baseline = parent->baseline,
	    .decoration = parent->decoration,
	    .depth = parent->depth + 1,
	    .boxed = parent->boxed,
	    .keep_together = true,
	};
	b->level = level;
}

void builder_close_level(struct content_builder *b)
{
	const struct inline_level *level = b->level;
	if (level->node->kind == FO_BIDI_OVERRIDE && bidi_control(level->node))
		add_bidi_control(b, "\xe2\x80\xac");
	if (has_end(level))
		builder_add(b, ITEM_END, level->node);
	b->level = level->parent;
	b->in_space = false;
}
