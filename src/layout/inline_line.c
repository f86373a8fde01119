/* One line as a fragment: how tall it is, where pieces stand across it, and which boxes go round them
 * (XSL 4.5, 7.16.4). */
#include <string.h>

#include "inline_private.h"

/* ---- how tall ---- */

/* What the line's content needs above and below its dominant baseline. */
struct extent {
	mpt above, below;
	mpt at_edges; /* height of the tallest that stands at the line's edge */
	bool has_height;
	bool with_line_heights; /* line-stacking-strategy="line-height": each with its own half-leading */
	bool disregards_shifts;
};

static void extent_add(struct extent *e, const struct baseline *b, bool is_text)
{
	if (e->disregards_shifts && b->shift != 0)
		return;
	if (b->of_line_edges) {
		e->at_edges = mpt_max(e->at_edges, b->height);
		return;
	}
	mpt leading = e->with_line_heights && is_text ? (b->line_height - b->height) / 2 : 0;
	e->above = mpt_max(e->above, b->top + leading);
	e->below = mpt_max(e->below, b->height - b->top + leading);
}

static const struct baseline *piece_baseline(const struct inline_item *item)
{
	return item->baseline ? item->baseline : item->level->baseline;
}

/* An anchor alone makes a line without height, and so does the id of an fo:wrapper round the block or among blocks. In
 * a block the wrapper has an area, without size, and the line its nominal height (XSL 6.11.2, 4.5). */
static bool item_has_height(const struct inline_content *c, const struct inline_item *item)
{
	switch (item->kind) {
	case ITEM_FOOTNOTE:
	case ITEM_FLOAT:
		return false;
	case ITEM_ID:
	case ITEM_ID_END:
		return c->block->kind == FO_BLOCK && item->node->number > c->block->number;
	default:
		return true;
	}
}

/* Of a line with nothing that reaches beyond the block's own font. */
static struct extent extent_of_root(const struct inline_content *c)
{
	struct extent e = {
	    .with_line_heights = fo_key(c->block, PROP_LINE_STACKING_STRATEGY) == KEY_LINE_HEIGHT,
	    .disregards_shifts = fo_key(c->block, PROP_LINE_HEIGHT_SHIFT_ADJUSTMENT) == KEY_DISREGARD_SHIFTS,
	};
	extent_add(&e, c->root->baseline, true);
	return e;
}

static struct extent extent_of(const struct inline_content *c, const struct text_piece *piece, size_t count)
{
	const struct baseline *root = c->root->baseline;
	bool by_font = fo_key(c->block, PROP_LINE_STACKING_STRATEGY) == KEY_FONT_HEIGHT;
	struct extent e = extent_of_root(c);
	/* Nothing between two line feeds. */
	e.has_height = count == 0;
	const struct baseline *last = root;
	for (size_t i = 0; i < count; i++) {
		const struct inline_item *item = piece[i].owner;
		if (!item_has_height(c, item))
			continue;
		e.has_height = true;
		const struct baseline *b = piece_baseline(item);
		if (b != last && !by_font)
			extent_add(&e, b, !item->baseline);
		last = b;
	}
	e.below = mpt_max(e.below, e.at_edges - e.above);
	return e;
}

/* Sets where the baseline is, and the height; edges come out for what stands at them. */
static void line_set_height(struct fragment *f, const struct inline_content *c, const struct extent *e,
                            struct line_edges *edges)
{
	*edges = (struct line_edges){e->above, -e->below};
	const struct baseline *root = c->root->baseline;
	mpt leading = e->with_line_heights ? 0 : root->line_height - root->height;
	/* An odd thousandth of a point is below the line. */
	mpt before = leading / 2;
	f->line->baseline = before + e->above;
	f->block_size = mpt_max(0, e->above + e->below + leading);
}

/* ---- pieces ---- */

static struct fragment *picture_fragment(const struct inline_item *item, struct arena *a)
{
	struct fragment *f = fragment_new(a, FRAGMENT_PICTURE, item->node);
	const struct picture *p = item->picture;
	f->first = f->last = true;
	f->inline_size = p->inline_size;
	f->block_size = p->block_size;
	f->border = p->border;
	f->padding = p->padding;
	f->picture = p;
	return f;
}

/* An inline container is laid out once and may be drawn in more than one attempt at a line. */
static struct fragment *container_fragment(const struct inline_item *item, struct arena *a)
{
	struct fragment *f = fragment_new(a, FRAGMENT_AREA, item->node);
	*f = *item->content;
	f->next = NULL;
	f->parent = NULL;
	return f;
}

static void set_content(struct line_piece *out, const struct inline_item *item, mpt top, struct arena *a)
{
	if (item->kind == ITEM_PICTURE)
		out->content = picture_fragment(item, a);
	else if (item->kind == ITEM_CONTAINER || item->kind == ITEM_RUBY)
		out->content = container_fragment(item, a);
	if (out->content) {
		out->content->inline_offset = out->text.position;
		out->content->block_offset = top;
	}
}

static mpt line_end(const struct text_piece *piece, size_t count)
{
	mpt end = 0;
	for (size_t i = 0; i < count; i++)
		end = mpt_max(end, piece[i].position + piece[i].width);
	return end;
}

/* Visual order is from left to right; a right-to-left line starts at the right. */
static void count_from_right(struct text_piece *piece, size_t count)
{
	if (count == 0)
		return;
	mpt both = piece[0].position + line_end(piece, count);
	for (size_t i = 0; i < count; i++)
		piece[i].position = both - piece[i].position - piece[i].width;
}

/* Turned glyphs of a vertical line are centred on its middle as upright ones are. */
static mpt turned_shift(const struct text_piece *piece)
{
	if (piece->kind != TEXT_PIECE_GLYPHS || piece->turn != TEXT_VERTICAL_TURNED)
		return 0;
	mpt altitude, depth;
	font_extent(piece->style, false, &altitude, &depth);
	return (altitude + depth) / 2;
}

static void set_pieces(struct line *line, const struct text_piece *piece, size_t count, const struct line_edges *edges,
                       struct arena *a)
{
	line->piece = arena_array(a, count, sizeof *line->piece);
	line->piece_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct inline_item *item = piece[i].owner;
		struct line_piece *out = &line->piece[i];
		const struct baseline *b = piece_baseline(item);
		mpt top = line->baseline - baseline_top(b, edges);
		out->text = piece[i];
		out->node = item->node;
		out->baseline = top + b->actual->altitude + turned_shift(&piece[i]);
		if (piece[i].kind == TEXT_PIECE_OBJECT)
			set_content(out, item, top, a);
	}
}

/* ---- ids and anchors ---- */

static void set_ids(struct line *line, struct arena *a)
{
	struct line_id *ids = NULL;
	for (size_t i = 0; i < line->piece_count; i++) {
		const struct inline_item *item = line->piece[i].text.owner;
		if (item->kind != ITEM_ID && item->kind != ITEM_ID_END)
			continue;
		if (!ids)
			ids = arena_array(a, line->piece_count, sizeof *ids);
		ids[line->id_count++] = (struct line_id){item->node->id, item->kind == ITEM_ID_END && item->node->first_child};
	}
	line->ids = ids;
}

static bool is_anchor(const struct inline_item *item)
{
	return item->kind == ITEM_FOOTNOTE || item->kind == ITEM_FLOAT;
}

static void set_anchors(struct line *line, struct arena *a)
{
	for (size_t i = 0; i < line->piece_count; i++) {
		const struct inline_item *item = line->piece[i].text.owner;
		if (!is_anchor(item))
			continue;
		if (!line->anchor)
			line->anchor = arena_array(a, line->piece_count, sizeof *line->anchor);
		line->anchor[line->anchor_count++] = (struct line_anchor){
		    .kind = item->kind == ITEM_FOOTNOTE ? LINE_ANCHOR_FOOTNOTE : LINE_ANCHOR_FLOAT,
		    .node = item->node,
		};
	}
}

/* ---- boxes ---- */

struct open_box {
	struct line_box box;
	const struct inline_level *level;
	size_t last_piece;                /* numbered from 1; 0: none yet */
	mpt content_above, content_below; /* of what stands in it, from the line's before edge */
};

struct boxes {
	const struct line *line;
	struct open_box *item;
	size_t count, capacity;
	const struct line_edges *edges;
	struct arena *memory;
};

static struct open_box *box_new(struct boxes *b, const struct inline_level *level)
{
	if (b->count == b->capacity) {
		size_t capacity = b->capacity ? b->capacity * 2 : 4;
		b->item = arena_grow(b->memory, b->item, b->capacity, capacity, sizeof *b->item);
		b->capacity = capacity;
	}
	mpt top = b->line->baseline - baseline_top(level->baseline, b->edges);
	struct open_box *open = &b->item[b->count++];
	*open = (struct open_box){
	    .box = {.node = level->node,
	            .look = level->look,
	            .border = level->border,
	            .padding = level->padding,
	            .link = level->link},
	    .level = level,
	    .content_above = top,
	    .content_below = top + level->baseline->height,
	};
	return open;
}

/* The box of a level that the piece before was in, too, else a new one. */
static struct open_box *box_for(struct boxes *b, const struct inline_level *level, size_t piece)
{
	for (size_t i = b->count; i-- > 0;)
		if (b->item[i].level == level && b->item[i].last_piece + 1 == piece)
			return &b->item[i];
	return box_new(b, level);
}

static void box_take(struct open_box *open, const struct line_piece *piece, size_t number)
{
	struct line_box *box = &open->box;
	const struct inline_item *item = piece->text.owner;
	const struct inline_level *level = open->level;
	mpt start = piece->text.position, end = start + piece->text.width;
	if (item->level == level && item->kind == ITEM_START) {
		box->first = true;
		start += level->space_start;
	}
	if (item->level == level && item->kind == ITEM_END) {
		box->last = true;
		end -= level->space_end;
	}
	if (open->last_piece == 0)
		box->position = start;
	mpt box_end = mpt_max(box->position + box->size, end);
	box->position = mpt_min(box->position, start);
	box->size = box_end - box->position;
	open->last_piece = number;
	if (piece->content) {
		open->content_above = mpt_min(open->content_above, piece->content->block_offset);
		open->content_below = mpt_max(open->content_below, piece->content->block_offset + piece->content->block_size);
	}
}

/* Outermost first. */
static void boxes_add(struct boxes *b, const struct inline_level *level, const struct line_piece *piece, size_t number)
{
	if (!level || !level->boxed)
		return;
	boxes_add(b, level->parent, piece, number);
	if (level->draws)
		box_take(box_for(b, level, number), piece, number);
}

/* A link with nothing drawn round it covers what it holds; other boxes are as tall as their font. */
static struct line_box box_finished(const struct open_box *open, mpt top)
{
	struct line_box box = open->box;
	const struct inline_level *level = open->level;
	if (!box.first)
		box.border.start = box.padding.start = 0;
	if (!box.last)
		box.border.end = box.padding.end = 0;
	mpt edges = box.border.before + box.padding.before + box.border.after + box.padding.after;
	bool plain_link = (level->node->kind == FO_BASIC_LINK || level->link) && edges == 0;
	box.before = plain_link ? open->content_above : top - box.border.before - box.padding.before;
	box.block_size = plain_link ? open->content_below - open->content_above : level->baseline->height + edges;
	return box;
}

static void set_boxes(struct line *line, const struct line_edges *edges, struct arena *a)
{
	struct boxes b = {.line = line, .edges = edges, .memory = a};
	for (size_t i = 0; i < line->piece_count; i++) {
		const struct inline_item *item = line->piece[i].text.owner;
		boxes_add(&b, item->level, &line->piece[i], i + 1);
	}
	line->box = arena_array(a, b.count, sizeof *line->box);
	line->box_count = b.count;
	for (size_t i = 0; i < b.count; i++) {
		mpt top = line->baseline - baseline_top(b.item[i].level->baseline, edges);
		line->box[i] = box_finished(&b.item[i], top);
	}
}

/* ---- the line ---- */

enum { WORDS_SHOWN = 40 };

/* Of a line with no words: the widest of what stands in it. */
static const struct fo_node *widest_object(const struct inline_content *c, const struct text_piece *piece, size_t count)
{
	const struct fo_node *widest = c->block;
	mpt width = 0;
	for (size_t i = 0; i < count; i++) {
		const struct inline_item *item = piece[i].owner;
		if (piece[i].width > width)
			widest = item->node;
		width = mpt_max(width, piece[i].width);
	}
	return widest;
}

static void warn_overfull(struct inline_content *c, mpt excess, const char *text)
{
	size_t size = strlen(text);
	if (size > WORDS_SHOWN) {
		size = WORDS_SHOWN;
		while (size > 0 && ((unsigned char)text[size] & 0xc0) == 0x80)
			size--;
	}
	diag_warning(c->l->diag, c->block->loc, "line is %.1fpt wider than its place: '%.*s%s'",
	             (double)excess / MPT_PER_POINT, (int)size, text, text[size] ? "…" : "");
}

static void check_overfull(struct inline_content *c, const struct text_break *br, const struct text_piece *piece,
                           size_t count, struct arena *a)
{
	mpt excess = line_end(piece, count) - br->width;
	/* Before the numbers cited are settled, the line may hold what was guessed. */
	if (!br->overfull || excess <= 0 || !c->l->settled)
		return;
	const char *text = paragraph_text(c->paragraph, br->start, br->end, a);
	const struct fo_node *object = widest_object(c, piece, count);
	if (text[strspn(text, " ")] != '\0')
		warn_overfull(c, excess, text);
	else
		diag_warning(c->l->diag, object->loc, "this %s is %.1fpt wider than its place", fo_kind_name(object->kind),
		             (double)excess / MPT_PER_POINT);
}

static struct text_piece *visual_pieces(const struct inline_content *c, struct paragraph *paragraph,
                                        const struct text_breaks *breaks, size_t i, size_t *count, struct arena *a)
{
	struct text_piece *piece = paragraph_line(paragraph, breaks, i, count, a);
	if (c->right_to_left)
		count_from_right(piece, *count);
	return piece;
}

static void fill_line(struct line *line, const struct inline_content *c, const struct text_piece *piece, size_t count,
                      const struct line_edges *edges, struct arena *a)
{
	set_pieces(line, piece, count, edges, a);
	set_ids(line, a);
	set_anchors(line, a);
	if (c->boxed)
		set_boxes(line, edges, a);
}

static struct fragment *line_new(const struct inline_content *c, const struct text_break *br, struct arena *a)
{
	struct fragment *f = fragment_new(a, FRAGMENT_LINE, c->block);
	f->line = arena_alloc(a, sizeof *f->line);
	f->first = br->start == 0;
	f->inline_size = br->width;
	return f;
}

/* A line of which nothing but its height matters until it is painted. */
static struct fragment *line_deferred(struct inline_content *c, const struct text_breaks *breaks, size_t i,
                                      struct arena *a)
{
	struct fragment *f = line_new(c, &breaks->line[i], a);
	struct extent e = extent_of_root(c);
	struct line_edges edges;
	line_set_height(f, c, &e, &edges);
	f->line->deferred = (struct deferred_line){c, breaks, i};
	return f;
}

struct fragment *inline_line_in(struct inline_content *c, const struct text_breaks *breaks, size_t i, struct arena *a)
{
	const struct text_break *br = &breaks->line[i];
	if (c->uniform && !br->overfull)
		return line_deferred(c, breaks, i, a);
	size_t count;
	struct text_piece *piece = visual_pieces(c, c->paragraph, breaks, i, &count, a);
	struct fragment *f = line_new(c, br, a);
	struct extent e = extent_of(c, piece, count);
	struct line_edges edges;
	line_set_height(f, c, &e, &edges);
	if (!e.has_height)
		f->block_size = 0;
	fill_line(f->line, c, piece, count, &edges, a);
	check_overfull(c, br, piece, count, a);
	return f;
}

const struct line *inline_line_filled(const struct line *line, struct arena *a)
{
	struct inline_content *c = line->deferred.content;
	if (!c)
		return line;
	struct line *filled = arena_alloc(a, sizeof *filled);
	*filled = *line;
	size_t count;
	struct text_piece *piece = visual_pieces(c, c->paragraph, line->deferred.breaks, line->deferred.index, &count, a);
	struct line_edges edges = {c->root->baseline->top, c->root->baseline->top - c->root->baseline->height};
	fill_line(filled, c, piece, count, &edges, a);
	return filled;
}

/* ---- content whose lines are all equally tall ---- */

static bool stays_within(const struct baseline *b, const struct baseline *root)
{
	return !b->of_line_edges && b->top <= root->top && b->height - b->top <= root->height - root->top &&
	       b->line_height <= root->line_height;
}

static bool is_marked(const struct inline_level *level)
{
	for (; level; level = level->parent)
		if (level->marked)
			return true;
	return false;
}

bool inline_is_uniform(const struct inline_content *c)
{
	const struct inline_level *seen = NULL;
	for (size_t i = 0; i < c->count; i++) {
		const struct inline_item *item = &c->item[i];
		bool plain = item->kind == ITEM_TEXT || item->kind == ITEM_LINEFEED || item->kind == ITEM_START ||
		             item->kind == ITEM_END;
		if (!plain)
			return false;
		if (item->level != seen && (!stays_within(item->level->baseline, c->root->baseline) || is_marked(item->level)))
			return false;
		seen = item->level;
	}
	return !c->by_measure;
}

struct fragment *inline_line(struct layout *l, struct inline_content *c, const struct text_breaks *breaks, size_t i,
                             const struct page_context *page)
{
	(void)l;
	return inline_line_in(c, breaks, i, page->memory);
}
