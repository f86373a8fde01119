/* From items to a paragraph of text/, and its line breaks. */
#include <string.h>

#include "inline_private.h"

/* ---- the paragraph's style ---- */

/* The binding is at the start of odd pages. */
static enum text_align align_to_spine(const struct inline_content *c, bool inside)
{
	bool odd = !c->page || c->page->number % 2 != 0;
	return inside == odd ? TEXT_ALIGN_START : TEXT_ALIGN_END;
}

static enum text_align align_of(const struct inline_content *c, enum fo_key key)
{
	bool right_to_left = fo_writing_mode(c->block) == KEY_RL_TB;
	switch (key) {
	case KEY_CENTER:
		return TEXT_ALIGN_CENTER;
	case KEY_END:
		return TEXT_ALIGN_END;
	case KEY_JUSTIFY:
		return TEXT_ALIGN_JUSTIFY;
	case KEY_LEFT:
		return right_to_left ? TEXT_ALIGN_END : TEXT_ALIGN_START;
	case KEY_RIGHT:
		return right_to_left ? TEXT_ALIGN_START : TEXT_ALIGN_END;
	case KEY_INSIDE:
	case KEY_OUTSIDE:
		return align_to_spine(c, key == KEY_INSIDE);
	default:
		return TEXT_ALIGN_START;
	}
}

static enum text_align align_last_of(const struct inline_content *c, enum text_align align)
{
	enum fo_key key = fo_key(c->block, PROP_TEXT_ALIGN_LAST);
	if (key == KEY_RELATIVE || key == KEY_NONE_GIVEN)
		return align == TEXT_ALIGN_JUSTIFY ? TEXT_ALIGN_START : align;
	return align_of(c, key);
}

static int ladder_of(const struct fo_node *block)
{
	switch (fo_key(block, PROP_HYPHENATION_LADDER_COUNT)) {
	case KEY_AUTO:
		return TEXT_LADDER_AUTO;
	case KEY_NO_LIMIT:
		return 0;
	default:
		return (int)fo_number(block, PROP_HYPHENATION_LADDER_COUNT);
	}
}

/* layout-grid-char (CSS Text, working draft of 2003); auto: cells as wide as the characters. */
static mpt character_grid_of(const struct fo_node *block)
{
	if (fo_key(block, PROP_LAYOUT_GRID_CHAR) == KEY_AUTO)
		return font_size_of(block);
	return mpt_max(0, fo_length(block, PROP_LAYOUT_GRID_CHAR, 0));
}

/* In a grid the first line is indented by whole cells. */
static mpt indent_of(const struct inline_content *c, mpt measure, mpt cell)
{
	mpt indent = c->first_in_block ? fo_length(c->block, PROP_TEXT_INDENT, measure) : 0;
	if (c->first_in_block)
		indent += string_align_indent(c->l, c->block);
	return cell > 0 ? (indent + cell / 2) / cell * cell : indent;
}

static struct paragraph_style paragraph_style_of(const struct inline_content *c, mpt measure)
{
	const struct fo_node *block = c->block;
	enum fo_key mode = fo_writing_mode(block);
	mpt cell = ruby_is_part(block) ? 0 : character_grid_of(block);
	struct paragraph_style s = {
	    .language = c->root->style->language,
	    .right_to_left = mode == KEY_RL_TB,
	    .vertical = mode == KEY_TB_RL || mode == KEY_TB_LR,
	    .align = align_of(c, fo_key(block, PROP_TEXT_ALIGN)),
	    .indent = indent_of(c, measure, cell),
	    .last_line_end_indent = fo_length(block, PROP_LAST_LINE_END_INDENT, measure),
	    .pretty = fo_key(block, PROP_TEXT_WRAP_STYLE) == KEY_PRETTY,
	    .hyphenation_ladder = ladder_of(block),
	    .character_grid = cell,
	    .character_size = font_size_of(block),
	    .loc = block->loc,
	};
	s.align_last = align_last_of(c, s.align);
	if (ruby_is_part(block)) {
		s.indent = s.last_line_end_indent = 0;
		s.align = s.align_last = ruby_align(block);
	}
	return s;
}

/* ---- its contents ---- */

static void add_edge(struct inline_content *c, struct inline_item *item, mpt width)
{
	struct text_object object = {
	    .kind = item->kind == ITEM_END ? TEXT_OBJECT_END : TEXT_OBJECT_START,
	    .width = width,
	};
	paragraph_add_object(c->paragraph, &object, item->level->style, item);
}

static void add_mark(struct inline_content *c, struct inline_item *item, enum text_object_kind kind)
{
	struct text_object object = {.kind = kind};
	paragraph_add_object(c->paragraph, &object, item->level->style, item);
}

static void add_box(struct inline_content *c, struct inline_item *item, mpt width, mpt above, mpt below)
{
	struct text_object object = {
	    .kind = TEXT_OBJECT_BOX,
	    .width = width,
	    .no_break_before = item->no_break_before,
	    .no_break_after = item->no_break_after,
	};
	item->baseline = baseline_of_box(item->node, above, below, item->level->baseline, c->memory);
	paragraph_add_object(c->paragraph, &object, item->level->style, item);
}

static void add_picture(struct inline_content *c, struct inline_item *item, mpt measure)
{
	item->picture = arena_alloc(c->memory, sizeof *item->picture);
	*item->picture = picture_of(c->l, item->node, measure);
	mpt across = item->picture->block_size;
	/* The baseline of a vertical line is its middle. */
	mpt below = c->vertical ? across / 2 : 0;
	add_box(c, item, item->picture->inline_size, across - below, below);
}

static const struct fragment *first_line(const struct fragment *f)
{
	for (const struct fragment *child = f->first_child; child; child = child->next) {
		const struct fragment *found = child->kind == FRAGMENT_LINE ? child : first_line(child);
		if (found)
			return found;
	}
	return NULL;
}

/* From the top of an inline container down to its first line's baseline; without a line it stands on the baseline. */
static mpt first_baseline(const struct fragment *f)
{
	const struct fragment *line = first_line(f);
	return line ? f->border.before + f->padding.before + line->block_offset + line->line->baseline : f->block_size;
}

/* The content rectangle's size along the line: what is asked for, else what the content wants and the measure allows.
 */
static mpt container_inline_size(struct inline_content *c, const struct fo_node *node, mpt measure)
{
	if (fo_key(node, PROP_INLINE_PROGRESSION_DIMENSION) != KEY_AUTO)
		return mpt_max(0, fo_length(node, PROP_INLINE_PROGRESSION_DIMENSION, measure));
	mpt least, most;
	block_widths(c->l, node, &least, &most, c->page);
	return mpt_max(least, mpt_min(most, measure));
}

static void add_container(struct inline_content *c, struct inline_item *item, mpt measure)
{
	const struct fo_node *node = item->node;
	mpt inline_size = container_inline_size(c, node, measure);
	struct fragment *f = area_layout(c->l, node, inline_size, c->page);
	f->first = f->last = true;
	f->border = box_border(node);
	f->padding = box_padding(node, measure);
	mpt block_size = f->area->block_size;
	if (fo_key(node, PROP_BLOCK_PROGRESSION_DIMENSION) != KEY_AUTO)
		block_size = mpt_max(0, fo_length(node, PROP_BLOCK_PROGRESSION_DIMENSION, 0));
	f->inline_size = inline_size + f->border.start + f->border.end + f->padding.start + f->padding.end;
	f->block_size = block_size + f->border.before + f->border.after + f->padding.before + f->padding.after;
	f->area->inline_size = inline_size;
	f->area->block_size = block_size;
	f->area->clip = fo_key(node, PROP_OVERFLOW) == KEY_HIDDEN;
	item->content = f;
	mpt above = mpt_min(first_baseline(f), f->block_size);
	add_box(c, item, f->inline_size, above, f->block_size - above);
}

static void add_ruby(struct inline_content *c, struct inline_item *item)
{
	struct text_object object = ruby_object(c, item);
	paragraph_add_object(c->paragraph, &object, item->level->style, item);
}

static void add_leader(struct inline_content *c, struct inline_item *item, mpt measure)
{
	struct text_object object = leader_object(c, item, c->justified, measure);
	paragraph_add_object(c->paragraph, &object, item->level->style, item);
}

static void add_item(struct inline_content *c, struct inline_item *item, mpt measure)
{
	const struct inline_level *level = item->level;
	switch (item->kind) {
	case ITEM_TEXT:
		item->start = paragraph_length(c->paragraph);
		paragraph_add_text(c->paragraph, item->text, item->size, level->style, item, item->node->loc);
		item->end = paragraph_length(c->paragraph);
		break;
	case ITEM_START:
		add_edge(c, item, level->space_start + level->border.start + level->padding.start);
		break;
	case ITEM_END:
		add_edge(c, item, level->padding.end + level->border.end + level->space_end);
		break;
	case ITEM_ID:
		/* An id belongs to what follows it. */
		add_mark(c, item, TEXT_OBJECT_START);
		break;
	case ITEM_ID_END:
		add_mark(c, item, TEXT_OBJECT_END);
		break;
	case ITEM_FOOTNOTE:
	case ITEM_FLOAT:
		add_mark(c, item, TEXT_OBJECT_ANCHOR);
		break;
	case ITEM_LINEFEED:
		add_mark(c, item, TEXT_OBJECT_LINEFEED);
		break;
	case ITEM_PICTURE:
		add_picture(c, item, measure);
		break;
	case ITEM_CONTAINER:
		add_container(c, item, measure);
		break;
	case ITEM_RUBY:
		add_ruby(c, item);
		break;
	case ITEM_LEADER:
		add_leader(c, item, measure);
		break;
	}
}

static void build(struct inline_content *c, mpt measure)
{
	struct paragraph_style style = paragraph_style_of(c, measure);
	c->paragraph = paragraph_new(c->l->text, c->memory, &style);
	c->measure = measure;
	c->justified = style.align == TEXT_ALIGN_JUSTIFY || style.align_last == TEXT_ALIGN_JUSTIFY;
	c->right_to_left = style.right_to_left;
	c->vertical = style.vertical;
	c->breaks = NULL;
	for (size_t i = 0; i < c->count; i++)
		add_item(c, &c->item[i], measure);
	paragraph_prepare(c->paragraph);
}

void inline_build(struct inline_content *c, mpt measure)
{
	bool depends = c->by_measure || c->first_line;
	bool lacks_first_line = c->first_line && c->item == c->own;
	if (c->paragraph && (!depends || c->measure == measure) && !lacks_first_line)
		return;
	if (c->first_line)
		inline_mix_first_line(c, measure);
	build(c, measure);
}

/* For what comes after the first line, whose end is where it was. */
static void build_rest(struct inline_content *c, mpt measure)
{
	if (!c->first_line || (c->paragraph && c->measure == measure)) {
		inline_build(c, measure);
		return;
	}
	c->item = c->own;
	c->count = c->own_count;
	c->split = 0;
	build(c, measure);
}

/* ---- breaks ---- */

static const struct text_breaks *break_from(struct inline_content *c, uint32_t offset,
                                            const struct text_measure *measures, size_t count, struct arena *a)
{
	struct text_breaks *breaks = arena_alloc(a, sizeof *breaks);
	*breaks = paragraph_break(c->paragraph, offset, measures, count, a);
	return breaks;
}

static bool is_page_number(const struct inline_item *item)
{
	return item->kind == ITEM_TEXT && item->node->kind == FO_PAGE_NUMBER;
}

uint32_t inline_kept_offset(const struct inline_content *c, uint32_t offset)
{
	uint32_t kept = offset;
	for (size_t i = 0; c->page && i < c->count; i++)
		if (is_page_number(&c->item[i]) && c->item[i].end <= offset)
			kept -= c->item[i].end - c->item[i].start;
	return kept;
}

uint32_t inline_offset_of(struct inline_content *c, uint32_t kept, mpt measure)
{
	if (kept > 0)
		build_rest(c, measure);
	else
		inline_build(c, measure);
	uint32_t offset = kept;
	for (size_t i = 0; kept > 0 && c->page && i < c->count; i++)
		if (is_page_number(&c->item[i]) && c->item[i].start < offset)
			offset += c->item[i].end - c->item[i].start;
	return offset;
}

/* The line that begins at an offset; count when there is none. */
static size_t line_at(const struct text_breaks *breaks, uint32_t offset)
{
	size_t low = 0, high = breaks->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (breaks->line[middle].start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low < breaks->count && breaks->line[low].start == offset ? low : breaks->count;
}

const struct text_breaks *inline_breaks(struct layout *l, struct inline_content *c, uint32_t offset, mpt measure)
{
	(void)l;
	struct text_measure whole = {.width = measure};
	if (offset > 0)
		build_rest(c, measure);
	else
		inline_build(c, measure);
	if (c->first_line)
		return offset > 0 ? break_from(c, offset, &whole, 1, c->memory) : inline_first_line_breaks(c, measure);
	if (!c->breaks || c->breaks_measure != measure) {
		c->breaks = break_from(c, 0, &whole, 1, c->memory);
		c->breaks_measure = measure;
	}
	if (offset == 0)
		return c->breaks;
	size_t first = line_at(c->breaks, offset);
	if (first == c->breaks->count)
		return break_from(c, offset, &whole, 1, c->memory);
	struct text_breaks *rest = arena_alloc(c->memory, sizeof *rest);
	*rest = (struct text_breaks){.line = c->breaks->line + first, .count = c->breaks->count - first};
	return rest;
}

void inline_widths(struct layout *l, struct inline_content *c, mpt *min_content, mpt *max_content)
{
	if (c->first_line) {
		mpt least, most;
		inline_widths(l, c->first_line, &least, &most);
		build_rest(c, 0);
		paragraph_widths(c->paragraph, min_content, max_content);
		*min_content = mpt_max(*min_content, least);
		*max_content = mpt_max(*max_content, most);
		c->paragraph = NULL;
		return;
	}
	inline_build(c, 0);
	paragraph_widths(c->paragraph, min_content, max_content);
}
