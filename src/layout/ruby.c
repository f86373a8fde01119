/* Ruby (CLREQ 3.3.1): a base and small text before it, as one area that a line takes for a character. The text stands
 * in the space between lines; the line grows only by what that space lacks. Knows nothing of what stands beside it. */
#include <string.h>

#include "inline_private.h"

bool ruby_is_part(const struct fo_node *node)
{
	return node->kind == FO_RUBY_BASE || node->kind == FO_RUBY_TEXT;
}

enum text_align ruby_align(const struct fo_node *part)
{
	switch (fo_key(part, PROP_RUBY_ALIGN)) {
	case KEY_START:
		return TEXT_ALIGN_START;
	case KEY_CENTER:
		return TEXT_ALIGN_CENTER;
	default:
		return TEXT_ALIGN_JUSTIFY;
	}
}

/* One of the two, in one line. */
struct part {
	const struct fo_node *node;
	struct inline_content *lines; /* NULL: nothing in it */
	mpt width;                    /* as it comes */
};

static struct part part_of(struct inline_content *c, const struct fo_node *node)
{
	struct part part = {.node = node};
	const struct content *content = node ? content_build(c->l, node, c->page, c->memory) : NULL;
	for (size_t i = 0; content && i < content->count && !part.lines; i++)
		part.lines = content->part[i].lines;
	mpt least;
	if (part.lines)
		inline_widths(c->l, part.lines, &least, &part.width);
	return part;
}

/* Above and below the baseline of a Chinese em box, in hundredths: what ink there may be when the primary font is
 * Latin. In vertical lines the box is centred. */
enum { EM_ABOVE = 88, EM_BELOW = 25 };

static mpt ink_above(const struct inline_content *c, const struct part *part)
{
	if (!part->lines)
		return 0;
	mpt size = part->lines->root->style->size;
	return mpt_max(part->lines->root->baseline->actual->altitude, c->vertical ? size / 2 : size * EM_ABOVE / 100);
}

static mpt ink_below(const struct inline_content *c, const struct part *part)
{
	if (!part->lines)
		return 0;
	mpt size = part->lines->root->style->size;
	return mpt_max(-part->lines->root->baseline->actual->depth, c->vertical ? size / 2 : size * EM_BELOW / 100);
}

/* Room between the texts of two bases that stand side by side: a quarter of the text's size, half of it on each side.
 */
static mpt text_margin(const struct part *text)
{
	return text->lines ? text->lines->root->style->size / 8 : 0;
}

/* What the narrower of the two leaves free before it, the same behind it: of space-around half of what opens between
 * its characters, of space-between nothing. It stands in the middle where nothing can open (CSS Ruby 1, 4.3). */
static mpt inset(const struct part *part, mpt inline_size)
{
	if (ruby_align(part->node) != TEXT_ALIGN_JUSTIFY)
		return 0;
	size_t openings = paragraph_openings(part->lines->paragraph);
	mpt slack = mpt_max(0, inline_size - part->width);
	if (openings > 0 && fo_key(part->node, PROP_RUBY_ALIGN) == KEY_SPACE_BETWEEN)
		return 0;
	return slack / (mpt)(openings + 1) / 2;
}

/* The part's line with its baseline so far below the area's before edge. */
static void place(struct inline_content *c, struct fragment *area, const struct part *part, mpt baseline)
{
	if (!part->lines)
		return;
	mpt free = inset(part, area->inline_size);
	const struct text_breaks *breaks = inline_breaks(c->l, part->lines, 0, area->inline_size - 2 * free);
	for (size_t i = 0; i < breaks->count; i++) {
		struct fragment *line = inline_line_in(part->lines, breaks, i, c->memory);
		line->inline_offset += free;
		line->block_offset = baseline - line->line->baseline;
		fragment_append(area, line);
	}
}

static struct fragment *area_of(struct inline_content *c, const struct fo_node *node, mpt inline_size, mpt block_size)
{
	struct fragment *f = fragment_new(c->memory, FRAGMENT_AREA, node);
	f->first = f->last = true;
	f->inline_size = inline_size;
	f->block_size = block_size;
	f->area = arena_alloc(c->memory, sizeof *f->area);
	f->area->writing_mode = fo_writing_mode(node);
	f->area->inline_size = inline_size;
	f->area->block_size = block_size;
	return f;
}

/* What the base begins with: it is then broken and spaced as such a character is; 0: nothing. */
static uint32_t first_character(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind != FO_TEXT)
			return first_character(child);
		size_t at = strspn(child->text, " \t\r\n");
		if (at < child->text_size)
			return utf8_next(child->text, child->text_size, &at);
	}
	return 0;
}

static bool stands_under(const struct fo_node *base)
{
	return strcmp(fo_string(base, PROP_RUBY_POSITION), "under") == 0 || fo_key(base, PROP_RUBY_POSITION) == KEY_UNDER;
}

struct text_object ruby_object(struct inline_content *c, struct inline_item *item)
{
	const struct fo_node *next = item->node->next;
	struct part base = part_of(c, item->node);
	struct part text = part_of(c, next && next->kind == FO_RUBY_TEXT ? next : NULL);
	const struct baseline *line = c->root->baseline;
	mpt base_above = ink_above(c, &base), base_below = ink_below(c, &base);
	mpt text_above = ink_above(c, &text), text_below = ink_below(c, &text);
	bool under = stands_under(item->node);
	/* What stands in the lines before and after may reach as far as this base does. */
	mpt grows = mpt_max(0, base_above + base_below + text_above + text_below - line->line_height);
	mpt above = line->actual->altitude + (under ? 0 : grows), below = (under ? grows : 0) - line->actual->depth;
	mpt width = mpt_max(base.width, text.width > 0 ? text.width + 2 * text_margin(&text) : 0);
	item->content = area_of(c, item->node, width, above + below);
	place(c, item->content, &base, above);
	place(c, item->content, &text, above + (under ? base_below + text_above : -base_above - text_below));
	item->baseline = baseline_of_box(item->node, above, below, item->level->baseline, c->memory);
	return (struct text_object){
	    .kind = TEXT_OBJECT_BOX,
	    .width = width,
	    .no_break_before = item->no_break_before,
	    .no_break_after = item->no_break_after,
	    .character = first_character(item->node),
	};
}
