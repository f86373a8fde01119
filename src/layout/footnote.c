/* Footnotes (XSL 6.12.3): bodies found in lines stand at the page's foot; one that no page could hold is split there.
 */
#include "column.h"

static const struct fo_node *body_of(const struct fo_node *footnote)
{
	for (const struct fo_node *child = footnote->first_child; child; child = child->next)
		if (child->kind == FO_FOOTNOTE_BODY)
			return child;
	return NULL;
}

struct footnote footnote_fill(struct layout *l, const struct fo_node *footnote, const struct break_token *from,
                              mpt size, const struct page_context *page)
{
	struct column_request request = {.node = body_of(footnote),
	                                 .from = from,
	                                 .inline_size = page->footnote_measure,
	                                 .size = size,
	                                 .page = page,
	                                 .page_blank = true,
	                                 .span = KEY_NONE_GIVEN};
	struct column_result result = column_fill(l, &request);
	return (struct footnote){footnote, from, result.area, result.area->block_size, result.rest};
}

/* What the page has left for the body when the line stands. */
static mpt room_below(const struct column *c, mpt line_size)
{
	mpt room = c->size - c->footnotes.size - c->footnote_separator;
	return room - c->cursor - stacking_size(c, false) - line_size - c->closing;
}

struct footnotes footnotes_of_line(struct column *c, const struct line *line, mpt line_size)
{
	struct footnotes notes = {0};
	for (size_t i = 0; i < line->anchor_count; i++) {
		if (line->anchor[i].kind != LINE_ANCHOR_FOOTNOTE || !body_of(line->anchor[i].node))
			continue;
		struct footnote note = footnote_fill(c->l, line->anchor[i].node, NULL, MPT_MAX, c->page);
		if (c->size != MPT_MAX && note.size > c->footnote_limit && room_below(c, line_size) > 0) {
			note = footnote_fill(c->l, line->anchor[i].node, NULL, room_below(c, line_size) - notes.size, c->page);
		}
		notes.item = arena_grow(c->memory, notes.item, notes.count, notes.count + 1, sizeof *notes.item);
		notes.item[notes.count++] = note;
		notes.size += note.size;
	}
	notes.capacity = notes.count;
	return notes;
}
