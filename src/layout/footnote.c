/* Footnotes (XSL 6.12.3): bodies found in lines stand at the page's foot. What the foot has no room for, from the first
 * body that can be broken, goes on at the foot of the next page. Before-floats (6.12.2) stand at its head in the same
 * way, but never in part beside anything else. */
#include "side_float.h"

static const struct fo_node *body_of(const struct fo_node *footnote)
{
	if (footnote->kind == FO_FLOAT)
		return footnote;
	for (const struct fo_node *child = footnote->first_child; child; child = child->next)
		if (child->kind == FO_FOOTNOTE_BODY)
			return child;
	return NULL;
}

static struct column_result fill_body(struct layout *l, const struct fo_node *footnote, const struct break_token *from,
                                      mpt size, const struct page_context *page)
{
	struct column_request request = {.node = body_of(footnote),
	                                 .from = from,
	                                 .inline_size = page->footnote_measure,
	                                 .size = size,
	                                 .page = page,
	                                 .page_blank = true,
	                                 .span = KEY_NONE_GIVEN};
	return column_fill(l, &request);
}

struct footnote footnote_fill(struct layout *l, const struct fo_node *footnote, const struct break_token *from,
                              mpt size, const struct page_context *page)
{
	struct column_result result = fill_body(l, footnote, from, size, page);
	return (struct footnote){footnote, from, result.area, result.area->block_size, result.rest};
}

static void add_note(struct footnotes *notes, struct footnote note, struct arena *a)
{
	notes->item = arena_grow(a, notes->item, notes->count, notes->count + 1, sizeof *notes->item);
	notes->item[notes->count++] = note;
	notes->capacity = notes->count;
	notes->size += note.size;
}

/* What the page has left for the foot when the line stands, its spaces at their optimum: it is the same however the
 * column is adjusted. */
static mpt room_below(struct column *c, mpt line_size)
{
	double ratio = c->ratio;
	c->ratio = 0;
	mpt pending = stacking_size(c, false);
	c->ratio = ratio;
	mpt room = c->size - footnotes_room(&c->footnotes, c->footnote_separator);
	return room - (c->cursor - c->adjusted) - pending - line_size - c->closing;
}

/* The piece of a note that fits, cut where its paragraphs allow it (anywhere when there is no better page to wait for).
 * False: none. */
static bool cut_note(struct column *c, struct footnote *note, mpt room)
{
	if (room <= 0)
		return false;
	struct column_result r = fill_body(c->l, note->node, NULL, room, c->page);
	if (!r.rest || r.blank || r.area->block_size > room || (r.rank >= RANK_LINES && !c->blank))
		return false;
	*note = (struct footnote){note->node, NULL, r.area, r.area->block_size, r.rest};
	return true;
}

/* The note as a whole is left to the next page. */
static struct footnote put_off(struct column *c, const struct fo_node *footnote)
{
	struct break_token *beginning = arena_alloc(c->l->memory, sizeof *beginning);
	return (struct footnote){.node = footnote, .rest = beginning};
}

/* Notes that do not fit all: whole ones, a piece of the next one; the others wait. When no piece of the first one fits,
 * they stay as they are, and the line waits with them. */
static struct footnotes fit_notes(struct column *c, const struct footnotes *whole, mpt room)
{
	struct footnotes fitted = {0};
	bool full = false;
	for (size_t i = 0; i < whole->count; i++) {
		struct footnote note = whole->item[i];
		if (!full && fitted.size + note.size > room) {
			full = true;
			if (cut_note(c, &note, room - fitted.size)) {
				add_note(&fitted, note, c->memory);
				continue;
			}
			if (i == 0 && !c->blank)
				return *whole;
		}
		add_note(&fitted, full ? put_off(c, note.node) : note, c->memory);
	}
	return fitted;
}

/* ---- before-floats ---- */

static struct footnote float_fill(struct column *c, const struct fo_node *node)
{
	struct footnote note = footnote_fill(c->l, node, NULL, MPT_MAX, c->page);
	/* The first one of the page brings the separator. */
	if (c->footnotes.head == 0)
		note.size += c->page->float_separator;
	return note;
}

/* What has no room with its line waits for the next page, and what comes after it waits, too. */
static void add_float(struct column *c, struct footnotes *floats, const struct fo_node *node, mpt room)
{
	struct footnote note = float_fill(c, node);
	if (floats->head > 0 && c->footnotes.head == 0)
		note.size -= c->page->float_separator;
	bool waits = c->footnotes.float_put_off || floats->float_put_off;
	if (waits || (c->size != MPT_MAX && floats->size + note.size > room)) {
		note = put_off(c, node);
		floats->float_put_off = true;
	}
	add_note(floats, note, c->memory);
	floats->head += note.size;
}

/* ---- what a line calls for ---- */

static bool has_anchors(const struct column *c, const struct line *line)
{
	for (size_t i = 0; i < line->anchor_count; i++)
		if (line->anchor[i].kind == LINE_ANCHOR_FOOTNOTE || float_is_before(c, line->anchor[i].node))
			return true;
	return false;
}

struct footnotes footnotes_of_line(struct column *c, const struct line *line, mpt line_size)
{
	struct footnotes notes = {0}, floats = {0};
	if (!has_anchors(c, line))
		return notes;
	mpt room = room_below(c, line_size);
	for (size_t i = 0; i < line->anchor_count; i++) {
		const struct fo_node *node = line->anchor[i].node;
		if (line->anchor[i].kind == LINE_ANCHOR_FOOTNOTE && body_of(node))
			add_note(&notes, footnote_fill(c->l, node, NULL, MPT_MAX, c->page), c->memory);
		else if (line->anchor[i].kind == LINE_ANCHOR_FLOAT && float_is_before(c, node))
			add_float(c, &floats, node, room);
	}
	room -= floats.size + (c->footnotes.size > c->footnotes.head ? 0 : c->footnote_separator);
	if (notes.size > room && c->size != MPT_MAX)
		notes = fit_notes(c, &notes, room);
	for (size_t i = 0; i < notes.count; i++)
		add_note(&floats, notes.item[i], c->memory);
	return floats;
}
