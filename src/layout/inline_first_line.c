/* Lines whose first one has another look (fo:initial-property-set, XSL 6.6.4). All the text is broken as if it had that
 * look; what is then on the first line keeps it, and the rest is broken in its own. Both have the same items, so that
 * an offset means the same in both; text that the first line's end divides becomes two items. */
#include <string.h>

#include "inline_private.h"

static bool is_same_item(const struct inline_item *a, const struct inline_item *b)
{
	return a->kind == b->kind && a->node == b->node && (a->kind != ITEM_TEXT || a->size == b->size);
}

void inline_set_first_line(struct inline_content *c, struct inline_content *first_line)
{
	/* Edges that are there with one look only make the items differ. */
	bool same = c->count == first_line->count;
	for (size_t i = 0; same && i < c->count; i++)
		same = is_same_item(&c->item[i], &first_line->item[i]);
	if (!same) {
		diag_warning(c->l->diag, c->block->loc,
		             "fo:initial-property-set: the first line would have other borders or spaces, it is as the others");
		return;
	}
	c->first_line = first_line;
	c->own = c->item;
	c->own_count = c->count;
	c->uniform = first_line->uniform = false;
	c->boxed = c->boxed || first_line->boxed;
}

/* The length in bytes of so many UTF-16 units. */
static size_t bytes_of_units(const struct inline_item *item, uint32_t units)
{
	size_t at = 0;
	while (units > 0 && at < item->size) {
		uint32_t character = utf8_next(item->text, item->size, &at);
		uint32_t size = character >= 0x10000 ? 2 : 1;
		units -= size < units ? size : units;
	}
	return at;
}

static uint32_t item_units(const struct inline_item *item)
{
	return item->kind == ITEM_TEXT ? item->end - item->start : 1;
}

static struct inline_item part_of(const struct inline_item *item, size_t from, size_t end)
{
	struct inline_item part = *item;
	part.text = item->text + from;
	part.size = end - from;
	return part;
}

void inline_mix_first_line(struct inline_content *c, mpt measure)
{
	struct inline_content *line = c->first_line;
	const struct text_breaks *breaks = inline_breaks(c->l, line, 0, measure);
	uint32_t next = breaks->count > 1 ? breaks->line[1].start : UINT32_MAX, at = 0;
	struct inline_item *item = arena_array(c->memory, c->own_count + 1, sizeof *item);
	size_t count = 0, split = SIZE_MAX;
	for (size_t i = 0; i < c->own_count; i++) {
		const struct inline_item *styled = &line->item[i];
		uint32_t end = at + item_units(styled);
		bool divided = styled->kind == ITEM_TEXT && at < next && next < end;
		size_t bytes = divided ? bytes_of_units(styled, next - at) : 0;
		if (divided)
			item[count++] = part_of(styled, 0, bytes);
		else if (at < next)
			item[count++] = *styled;
		if (at >= next || divided) {
			split = split == SIZE_MAX ? count : split;
			item[count++] = divided ? part_of(&c->own[i], bytes, c->own[i].size) : c->own[i];
		}
		at = end;
	}
	c->item = item;
	c->count = count;
	c->split = split == SIZE_MAX ? count : split;
}

/* Where an item begins in the paragraph. */
static uint32_t offset_of(const struct inline_content *c, size_t index)
{
	uint32_t at = 0;
	for (size_t i = 0; i < index; i++)
		at += item_units(&c->item[i]);
	return at;
}

const struct text_breaks *inline_first_line_breaks(struct inline_content *c, mpt measure)
{
	const struct text_breaks *styled = inline_breaks(c->l, c->first_line, 0, measure);
	struct text_measure whole = {.width = measure};
	struct text_breaks *breaks = arena_alloc(c->memory, sizeof *breaks);
	if (c->split == c->count || styled->count < 2) {
		*breaks = paragraph_break(c->paragraph, 0, &whole, 1, c->memory);
		return breaks;
	}
	uint32_t next = offset_of(c, c->split);
	struct text_breaks rest = paragraph_break(c->paragraph, next, &whole, 1, c->memory);
	breaks->count = rest.count + 1;
	breaks->line = arena_array(c->memory, breaks->count, sizeof *breaks->line);
	breaks->line[0] = styled->line[0];
	/* The rest's transformation (text-transform) may be of another length. */
	breaks->line[0].end = next - (styled->line[1].start - styled->line[0].end);
	memcpy(breaks->line + 1, rest.line, rest.count * sizeof *rest.line);
	return breaks;
}
