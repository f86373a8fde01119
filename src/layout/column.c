/* The column's cursor, its room, and where it ends. Knows no formatting object but through column_layout_content. */
#include "side_float.h"

#include <stdlib.h>
#include <string.h>

/* ---- the path of open objects ---- */

bool column_push(struct column *c, const struct fo_node *node)
{
	ARRAY_RESERVE(c->path, c->depth, c->path_capacity);
	struct break_step *step = &c->path[c->depth];
	bool resumes =
	    c->from && c->matched == c->depth && c->depth < c->from->depth && c->from->step[c->depth].node == node;
	if (resumes) {
		*step = c->from->step[c->depth];
		c->matched++;
	} else {
		*step = (struct break_step){.node = node};
		c->matched = SIZE_MAX;
	}
	c->depth++;
	return resumes;
}

void column_pop(struct column *c)
{
	c->depth--;
	c->matched = SIZE_MAX;
}

struct break_step *column_step(struct column *c)
{
	return &c->path[c->depth - 1];
}

/* In the document's memory: a page can be made again from a token when the pages before it are gone. */
static const struct break_token *token_copy(struct column *c, const struct break_step *step, size_t depth)
{
	struct break_token *token = arena_alloc(c->l->memory, sizeof *token);
	struct break_step *steps = arena_array(c->l->memory, depth, sizeof *steps);
	memcpy(steps, step, depth * sizeof *steps);
	*token = (struct break_token){.step = steps, .depth = depth};
	float_keep_rests(c, token);
	return token;
}

/* ---- where the column may end ---- */

int column_rank(const struct column *c, struct keeps between)
{
	if (c->cursor + stacking_size(c, true) < c->held_until)
		return RANK_ALWAYS;
	struct keeps all = keeps_max(keeps_max(c->keep, c->keep_next), between);
	/* A page's end is a column's end, too. */
	return c->ends_page && all.page > all.column ? all.page : all.column;
}

/* Where content has to end when more footnotes and floats stand on the page. */
static mpt limit_with(const struct column *c, const struct footnotes *more)
{
	struct footnotes all = c->footnotes;
	if (more)
		footnotes_add_sizes(&all, more);
	mpt taken = mpt_max(footnotes_room(&all, c->footnote_separator), c->footnote_reserve);
	return c->size == MPT_MAX ? MPT_MAX : c->size - taken;
}

mpt column_limit(const struct column *c)
{
	return limit_with(c, NULL);
}

static void end_at(struct column *c, const struct break_step *step, size_t depth, enum fo_key reason)
{
	c->rest = token_copy(c, step, depth);
	c->reason = reason;
	c->ended = true;
	stacking_settle_end(c);
}

/* Content does not fit: the column ends at the best place so far. Always false. */
static bool end_at_best(struct column *c)
{
	if (c->ends)
		c->ends->beyond = token_copy(c, c->path, c->depth);
	if (c->may_skip && (!c->best.set || c->best.rank >= RANK_LINES)) {
		c->skipped = true;
		c->ended = true;
		return false;
	}
	if (c->best.ordinal == c->ordinal && !c->placed && c->best.fit.ratio == 0) {
		end_at(c, c->best.step, c->best.depth, KEY_AUTO);
	} else {
		c->again = true;
		c->ended = true;
	}
	return false;
}

static void name_best(struct column *c, int rank, struct column_fit fit)
{
	struct break_candidate *b = &c->best;
	while (b->capacity < c->depth) {
		b->capacity = b->capacity ? b->capacity * 2 : 16;
		b->step = xrealloc(b->step, b->capacity, sizeof *b->step);
	}
	memcpy(b->step, c->path, c->depth * sizeof *b->step);
	b->depth = c->depth;
	b->set = true;
	b->rank = rank;
	b->ordinal = c->ordinal;
	b->fit = fit;
	c->placed = false;
}

/* Whether the path is where the column began: ending here would be no progress. */
static bool at_beginning(const struct column *c)
{
	if (!c->from || c->from->depth != c->depth || float_begins_column(c))
		return false;
	for (size_t i = c->depth; i-- > 0;) {
		const struct break_step *a = &c->path[i], *b = &c->from->step[i];
		if (a->node != b->node || a->part != b->part || a->offset != b->offset || a->state != b->state)
			return false;
	}
	return true;
}

static void note_end(struct column *c, const struct column_fit *fit)
{
	struct column_ends *e = c->ends;
	if (e->count == e->capacity) {
		size_t capacity = e->capacity ? e->capacity * 2 : 16;
		e->item = arena_grow(e->memory, e->item, e->count, capacity, sizeof *e->item);
		e->capacity = capacity;
	}
	e->item[e->count++] = (struct column_end_place){c->ordinal, *fit, token_copy(c, c->path, c->depth)};
}

/* A weaker keep gives before a stronger one, however well the column would end (XSL 4.8). */
static void compare_with_best(struct column *c, mpt over, int rank)
{
	struct break_candidate *best = &c->best;
	struct column_fit fit = column_fit_of(c, over);
	bool lower = !best->set || rank < best->rank;
	if (c->ends && lower)
		c->ends->count = 0;
	if (c->ends && fit.feasible && rank < RANK_LINES && (lower || rank == best->rank))
		note_end(c, &fit);
	if (lower || (rank == best->rank && column_fit_better(&fit, &best->fit)))
		name_best(c, rank, fit);
}

static void put_down_break(struct column *c, int rank)
{
	struct column_breaks *b = c->breaks;
	ARRAY_RESERVE(b->item, b->count, b->capacity);
	b->item[b->count++] = (struct column_break){.end = c->cursor + stacking_size(c, true) + c->closing, .rank = rank};
	b->open = true;
}

void column_begin_content(struct column *c)
{
	if (!c->breaks || !c->breaks->open)
		return;
	c->breaks->open = false;
	c->breaks->item[c->breaks->count - 1].begin = c->cursor;
}

bool column_may_break(struct column *c, int rank)
{
	if (at_beginning(c))
		return true;
	c->ordinal++;
	if (c->breaks)
		put_down_break(c, rank);
	if (c->ordinal == c->stop_at) {
		c->best.rank = rank;
		end_at(c, c->path, c->depth, KEY_AUTO);
		return false;
	}
	mpt over = c->size == MPT_MAX ? -MPT_MAX : c->cursor + stacking_size(c, true) + c->closing - column_limit(c);
	/* Adjusted, lines may stand beside other floats than they did: the place is not where it was. */
	if (c->stop_at && c->has_side_floats && over > 0)
		return column_end(c, KEY_AUTO);
	if (c->blank || c->stop_at)
		return true;
	bool fits = over <= 0 || over <= c->shrinkable;
	if (!fits && c->best.set)
		return end_at_best(c);
	compare_with_best(c, over, rank);
	/* What was placed because nothing else could be done has overrun the end: the first place after it is the end. */
	return fits || end_at_best(c);
}

bool column_end(struct column *c, enum fo_key reason)
{
	c->best.rank = RANK_FREE;
	end_at(c, c->path, c->depth, reason);
	return false;
}

bool column_needs_break(const struct column *c, enum fo_key kind)
{
	bool page_blank = c->blank && c->page_blank;
	switch (kind) {
	case KEY_COLUMN:
		return !c->blank;
	case KEY_PAGE:
		return !page_blank;
	case KEY_EVEN_PAGE:
		return !page_blank || c->page->number % 2 != 0;
	case KEY_ODD_PAGE:
		return !page_blank || c->page->number % 2 == 0;
	default:
		return false;
	}
}

/* ---- placing ---- */

bool column_make_room(struct column *c, mpt block_size, const struct footnotes *footnotes)
{
	if (c->ended)
		return false;
	if (c->size == MPT_MAX || c->stop_at || !(c->best.set || c->may_skip))
		return true;
	mpt room = limit_with(c, footnotes);
	/* Nor may the notes take the room of floats. */
	if (footnotes && footnotes->size > 0 && float_end(c) > room)
		return end_at_best(c);
	if (c->cursor + stacking_size(c, false) + block_size + c->closing <= room + c->shrinkable + stacking_shrinkable(c))
		return true;
	return end_at_best(c);
}

void column_mark_placed(struct column *c)
{
	c->blank = false;
	c->area_start = false;
	c->placed = true;
}

void column_place(struct column *c, struct fragment *f)
{
	column_settle(c);
	f->block_offset += c->cursor;
	if (f->kind == FRAGMENT_BLOCK)
		for (struct fragment *child = f->first_child; child; child = child->next)
			fragment_move(child, 0, c->cursor);
	fragment_append(c->open, f);
	c->cursor += f->block_size;
	column_mark_placed(c);
}

void footnotes_append(struct column *c, const struct footnotes *more)
{
	struct footnotes *all = &c->footnotes;
	for (size_t i = 0; i < more->count; i++) {
		if (all->count == all->capacity) {
			size_t capacity = all->capacity ? all->capacity * 2 : 4;
			all->item = arena_grow(c->memory, all->item, all->count, capacity, sizeof *all->item);
			all->capacity = capacity;
		}
		all->item[all->count++] = more->item[i];
	}
	footnotes_add_sizes(all, more);
}

/* ---- boxes round content ---- */

static struct edges without_before(const struct fo_node *node, struct edges e, enum fo_property conditionality)
{
	if (fo_key(node, conditionality) != KEY_RETAIN)
		e.before = 0;
	return e;
}

static void open_edges(struct column *c, struct fragment *f)
{
	mpt before = f->border.before + f->padding.before;
	if (before > 0) {
		column_settle(c);
		f->block_offset = c->cursor;
		c->cursor += before;
		column_mark_placed(c);
	} else {
		stacking_open(c, f);
	}
	fragment_append(c->open, f);
	c->open = f;
}

struct fragment *column_open_plain(struct column *c, const struct fo_node *node, enum fragment_kind kind,
                                   mpt inline_offset, mpt inline_size, bool resumed)
{
	struct fragment *f = fragment_new(c->memory, kind, node);
	f->first = !resumed;
	f->last = true;
	f->inline_offset = inline_offset;
	f->inline_size = inline_size;
	open_edges(c, f);
	return f;
}

struct fragment *column_open_box(struct column *c, const struct fo_node *node, enum fragment_kind kind,
                                 mpt inline_offset, mpt inline_size, bool resumed)
{
	struct fragment *f = fragment_new(c->memory, kind, node);
	f->first = !resumed;
	f->last = true;
	f->inline_offset = inline_offset;
	f->inline_size = inline_size;
	f->border = box_border(node);
	f->padding = box_padding(node, c->inline_size);
	if (resumed) {
		f->border = without_before(node, f->border, PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY);
		f->padding = without_before(node, f->padding, PROP_PADDING_BEFORE_CONDITIONALITY);
	}
	open_edges(c, f);
	return f;
}

static void unlink_fragment(struct fragment *f)
{
	struct fragment *parent = f->parent;
	struct fragment **link = &parent->first_child;
	struct fragment *previous = NULL;
	while (*link != f) {
		previous = *link;
		link = &(*link)->next;
	}
	*link = f->next;
	if (parent->last_child == f)
		parent->last_child = previous;
}

static bool close_whole(struct column *c, struct fragment *f)
{
	mpt after = f->border.after + f->padding.after;
	if (after == 0) {
		stacking_close(c, f);
		return true;
	}
	if (!column_make_room(c, after, NULL))
		return false;
	column_settle(c);
	c->cursor += after;
	column_mark_placed(c);
	f->block_size = mpt_max(0, c->cursor - f->block_offset);
	return true;
}

static void close_broken(struct column *c, struct fragment *f)
{
	f->last = false;
	if (fo_key(f->node, PROP_BORDER_AFTER_WIDTH_CONDITIONALITY) != KEY_RETAIN)
		f->border.after = 0;
	if (fo_key(f->node, PROP_PADDING_AFTER_CONDITIONALITY) != KEY_RETAIN)
		f->padding.after = 0;
	c->cursor += f->border.after + f->padding.after;
	f->block_size = mpt_max(0, c->cursor - f->block_offset);
}

void column_close_box(struct column *c, struct fragment *f, bool complete)
{
	c->open = f->parent;
	if (complete && !c->ended && close_whole(c, f))
		return;
	/* Nothing of it stands before the break: it begins in the next column. end_at has settled the stacking by now,
	 * so such a fragment is known by having no child and no edge of its own. */
	if (f->first && !f->first_child && f->border.before + f->padding.before == 0)
		unlink_fragment(f);
	else
		close_broken(c, f);
}

/* ---- filling ---- */

static void column_start(struct column *c, struct layout *l, const struct column_request *request)
{
	*c = (struct column){
	    .l = l,
	    .page = request->page,
	    .memory = request->page->memory,
	    .inline_size = request->inline_size,
	    .size = request->size == MPT_MAX ? MPT_MAX : request->size - request->taken,
	    .blank = true,
	    .area_start = true,
	    .area_size = request->area_size ? request->area_size : MPT_MAX,
	    .page_blank = request->page_blank,
	    .ends_page = request->ends_page,
	    .break_after = KEY_AUTO,
	    .span = request->span,
	    .from = request->from,
	    .reason = KEY_AUTO,
	    .footnote_separator = request->footnote_separator,
	    .footnote_reserve = request->footnote_reserve,
	    .may_skip = request->may_skip,
	    .rigid = request->rigid,
	    .breaks = request->breaks,
	};
	c->root = fragment_new(c->memory, FRAGMENT_AREA, request->node);
	c->root->area = arena_alloc(c->memory, sizeof *c->root->area);
	c->root->area->writing_mode = fo_writing_mode(request->node);
	c->root->area->inline_size = request->inline_size;
	c->root->inline_size = request->inline_size;
	c->root->first = !request->from;
	c->open = c->root;
	if (request->footnotes)
		footnotes_add_sizes(&c->footnotes, request->footnotes);
	float_take_named(c);
	float_open_area(c, c->root);
}

/* What column_start set up on the heap, to be used again by a second filling. */
static void column_release(struct column *c)
{
	free(c->stacking);
	free(c->path);
	free(c->best.step);
	free(c->side_floats);
	free(c->float_rests);
	free(c->float_named);
}

static struct column_result column_finish(struct column *c, const struct column_request *request)
{
	if (!c->ended)
		stacking_settle_end(c);
	float_close_area(c, &c->reference);
	c->root->area->block_size = c->cursor;
	c->root->block_size = c->cursor;
	c->root->last = !c->rest;
	struct column_result result = {
	    .area = c->root,
	    .rest = c->rest,
	    .reason = c->reason,
	    .rank = c->ended ? c->best.rank : RANK_FREE,
	    .blank = c->blank,
	    .footnotes = c->footnotes,
	    .has_side_floats = c->has_side_floats,
	};
	if (request->footnotes) {
		result.footnotes.size -= request->footnotes->size;
		result.footnotes.head -= request->footnotes->head;
	}
	return result;
}

/* The adjustment of a column that does not end for want of room: spaces are not stretched in the last one, but what is
 * over its size is taken from them. */
static double final_ratio(const struct column *c)
{
	mpt over = c->size == MPT_MAX ? 0 : c->cursor - column_limit(c);
	return over > 0 && over <= c->shrinkable ? -(double)over / (double)c->shrinkable : 0;
}

/* How a filled column should end; ordinal 0: as it did. */
static struct column_choice choice_of(const struct column *c)
{
	if (c->again)
		return (struct column_choice){c->best.ordinal, c->best.fit.ratio};
	if (!c->stop_at && (!c->ended || c->reason != KEY_AUTO) && final_ratio(c) < 0)
		return (struct column_choice){COLUMN_TO_THE_END, final_ratio(c)};
	return (struct column_choice){0};
}

/* All content stands, but not all of its floats. */
static void end_for_floats(struct column *c, const struct fo_node *node)
{
	struct break_step end = {.node = node, .part = (uint32_t)content_of(c->l, node, c->page)->count};
	c->best.rank = RANK_FREE;
	end_at(c, &end, 1, KEY_AUTO);
}

static void fill(struct column *c, struct layout *l, const struct column_request *request, struct column_choice choice)
{
	column_start(c, l, request);
	c->stop_at = choice.ordinal;
	c->ratio = choice.ratio;
	c->ends = request->ends;
	if (column_layout_content(c, request->node) && float_has_rest(c))
		end_for_floats(c, request->node);
}

/* Nothing of what comes next begins in this column. */
static void leave_blank(struct column *c, struct layout *l, const struct column_request *request)
{
	column_release(c);
	column_start(c, l, request);
	c->rest = request->from;
	c->ended = true;
}

struct column_result column_fill(struct layout *l, const struct column_request *request)
{
	struct column c;
	fill(&c, l, request, request->choice);
	if (c.refill) {
		column_release(&c);
		fill(&c, l, request, request->choice);
	}
	struct column_choice choice = choice_of(&c);
	if (c.skipped) {
		leave_blank(&c, l, request);
	} else if (request->ends && c.again) {
		c.rest = token_copy(&c, c.best.step, c.best.depth);
	} else if (choice.ordinal) {
		column_release(&c);
		fill(&c, l, request, choice);
	}
	struct column_result result = column_finish(&c, request);
	result.choice = choice;
	column_release(&c);
	return result;
}

struct column_result column_fill_whole(const struct column *c, const struct fo_node *node, mpt inline_size)
{
	struct column_request request = {.node = node,
	                                 .inline_size = inline_size,
	                                 .size = MPT_MAX,
	                                 .page = c->page,
	                                 .page_blank = true,
	                                 .span = KEY_NONE_GIVEN};
	return column_fill(c->l, &request);
}

struct fragment *area_layout(struct layout *l, const struct fo_node *node, mpt inline_size,
                             const struct page_context *page)
{
	struct column_request request = {.node = node,
	                                 .inline_size = inline_size,
	                                 .size = MPT_MAX,
	                                 .page = page,
	                                 .page_blank = true,
	                                 .span = KEY_NONE_GIVEN};
	return column_fill(l, &request).area;
}
