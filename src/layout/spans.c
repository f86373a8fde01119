/* A page's body (XSL 4.2.5, 6.4.14): before-floats at its head, spans of one or more columns below each other,
 * footnotes at its foot. */
#include "spans.h"

#include <stdlib.h>
#include <string.h>

/* ---- the column's places ---- */

static mpt column_measure(const struct body *b, int columns)
{
	return columns <= 1 ? b->inline_size : mpt_max(0, (b->inline_size - b->gap * (columns - 1)) / columns);
}

struct column_request body_column_request(const struct body *b, int columns, mpt size, enum fo_key span)
{
	return (struct column_request){
	    .node = b->flow,
	    .from = b->from,
	    .inline_size = column_measure(b, columns),
	    .size = size,
	    .area_size = b->block_size,
	    .page = b->page,
	    .page_blank = b->blank,
	    .span = b->columns > 1 ? span : KEY_NONE_GIVEN,
	    .footnote_separator = b->separator,
	};
}

/* Whether the column is the one that is to be explored. */
static bool is_explored(const struct body *b, size_t column)
{
	return b->ends && !b->unexplored && b->span == b->start->chosen_span && column == b->start->chosen_count;
}

static struct column_choice choice_for(const struct body *b, size_t column)
{
	bool chosen = !b->unexplored && b->span == b->start->chosen_span && column < b->start->chosen_count;
	return chosen ? b->start->chosen[column] : (struct column_choice){0};
}

static void set_add_footnotes(struct set *set, const struct footnotes *more, struct arena *a)
{
	if (more->count == 0)
		return;
	size_t count = set->footnotes.count + more->count;
	set->footnotes.item = arena_grow(a, set->footnotes.item, set->footnotes.count, count, sizeof *set->footnotes.item);
	memcpy(set->footnotes.item + set->footnotes.count, more->item, more->count * sizeof *more->item);
	set->footnotes.count = count;
	footnotes_add_sizes(&set->footnotes, more);
}

/* reserve: what the foot takes at least, of footnotes on this page. */
static struct set fill_columns(struct body *b, int columns, mpt size, enum fo_key span, mpt reserve)
{
	struct set set = {.blank = true, .reason = KEY_AUTO};
	struct column_request request = body_column_request(b, columns, size, span);
	request.footnote_reserve = reserve;
	struct footnotes standing = b->footnotes;
	for (int i = 0; i < columns; i++) {
		request.ends_page = i == columns - 1;
		request.may_skip = i == 0 && b->at > 0;
		request.footnotes = &standing;
		request.choice = choice_for(b, (size_t)i);
		request.ends = is_explored(b, (size_t)i) ? b->ends : NULL;
		struct column_result r = column_fill(b->l, &request);
		set.column[set.used++] = r.area;
		set.tallest = mpt_max(set.tallest, r.area->block_size);
		set.rest = request.from = r.rest;
		set.reason = r.reason;
		set.end = r.choice;
		set.blank = set.blank && r.blank;
		set.has_side_floats = set.has_side_floats || r.has_side_floats;
		request.page_blank = request.page_blank && r.blank;
		footnotes_add_sizes(&standing, &r.footnotes);
		set_add_footnotes(&set, &r.footnotes, b->page->memory);
		if (request.ends)
			b->explored_columns = (size_t)columns;
		if (request.ends || !r.rest || (r.blank && request.may_skip) ||
		    (r.reason != KEY_AUTO && r.reason != KEY_COLUMN))
			break;
	}
	return set;
}

static mpt set_reserve(const struct body *b, const struct set *set)
{
	struct footnotes all = b->footnotes;
	footnotes_add_sizes(&all, &set->footnotes);
	return footnotes_room(&all, b->separator);
}

/* Footnotes stand below all columns, so those of a later one take room from an earlier one, too: filled again until the
 * foot is as high as its footnotes. It only grows, so this ends. */
static struct set fill_with_footnotes(struct body *b, int columns, mpt size, enum fo_key span)
{
	struct set set = fill_columns(b, columns, size, span, 0);
	if (columns > 1 && b->footnotes.count + set.footnotes.count > 0 && !b->unexplored) {
		b->unexplored = true;
		b->explored_columns = 0;
		set = fill_columns(b, columns, size, span, 0);
	}
	mpt reserve = 0;
	for (int tries = 0; columns > 1 && set_reserve(b, &set) > reserve && tries < 4; tries++) {
		reserve = set_reserve(b, &set);
		set = fill_columns(b, columns, size, span, reserve);
	}
	return set;
}

/* ---- spans ---- */

static enum fo_key span_at(const struct body *b)
{
	const struct content *content = content_of(b->l, b->flow, b->page);
	size_t part = b->from && b->from->depth > 0 ? b->from->step[0].part : 0;
	if (part >= content->count || !content->part[part].block)
		return KEY_NONE;
	return fo_key(content->part[part].block, PROP_SPAN) == KEY_ALL ? KEY_ALL : KEY_NONE;
}

/* Where a fragment's content begins that ran over: the last object that was placed in it. */
static struct loc last_place(const struct fragment *f)
{
	while (f->last_child)
		f = f->last_child;
	return f->node->loc;
}

static void report_overrun(const struct body *b, const struct fragment *f, mpt over)
{
	/* Rounding to the millipoint is no overrun. */
	if (over > MPT_PER_POINT / 10)
		diag_warning(b->l->diag, last_place(f),
		             "the content is %.1fpt too high for the region '%s' and runs over its end",
		             (double)over / MPT_PER_POINT, region_name(b->region->node));
}

static void place_columns(struct body *b, const struct set *set, int columns)
{
	mpt measure = column_measure(b, columns);
	for (int i = 0; i < set->used; i++) {
		struct fragment *f = set->column[i];
		f->inline_offset = i * (measure + b->gap);
		f->block_offset = b->at;
		fragment_append(b->area, f);
		/* While it is explored, nothing is adjusted yet. */
		if (!b->ends)
			report_overrun(b, f, b->footnotes.head + b->at + f->block_size - b->block_size);
	}
	b->at += set->tallest;
}

static void take_footnotes(struct body *b, const struct footnotes *more)
{
	if (more->count == 0)
		return;
	size_t count = b->footnotes.count + more->count;
	b->footnotes.item =
	    arena_grow(b->page->memory, b->footnotes.item, b->footnotes.count, count, sizeof *b->footnotes.item);
	memcpy(b->footnotes.item + b->footnotes.count, more->item, more->count * sizeof *more->item);
	b->footnotes.count = b->footnotes.capacity = count;
	footnotes_add_sizes(&b->footnotes, more);
}

/* fox:disable-column-balancing of the block that spans all columns next. */
static bool next_span_balances(const struct body *b, const struct break_token *at)
{
	const struct content *content = content_of(b->l, b->flow, b->page);
	size_t part = at && at->depth > 0 ? at->step[0].part : 0;
	const struct fo_node *next = part < content->count ? content->part[part].block : NULL;
	return !next || fo_key(next, PROP_FOX_DISABLE_COLUMN_BALANCING) != KEY_TRUE;
}

/* One span; true when the page has room for another one after it. */
static bool layout_span(struct body *b)
{
	enum fo_key span = span_at(b);
	int columns = span == KEY_ALL ? 1 : b->columns;
	mpt size = b->block_size - b->at;
	struct set set = fill_with_footnotes(b, columns, size, span);
	bool explored = b->explored_columns > 0;
	/* The end of the flow does not ask for it (6.4.14 leaves it open, and formatters agree): who wants the last page
	 * balanced ends the flow with a block that spans all columns. */
	if (columns > 1 && set.reason == KEY_ALL && set.footnotes.count == 0 && !explored &&
	    next_span_balances(b, set.rest))
		set = body_balance(b, columns, size, span, set);
	take_footnotes(b, &set.footnotes);
	place_columns(b, &set, columns);
	b->blank = b->blank && set.blank;
	b->has_side_floats = b->has_side_floats || set.has_side_floats;
	b->from = set.rest;
	b->reason = set.reason;
	b->end = set.end;
	b->span++;
	return !explored && set.rest && set.reason == KEY_ALL && b->at + b->footnotes.head < b->block_size;
}

/* ---- the foot ---- */

static const struct fo_node *static_named(const struct fo_node *sequence, const char *name)
{
	for (const struct fo_node *child = sequence->first_child; child; child = child->next)
		if (child->kind == FO_STATIC_CONTENT && strcmp(fo_string(child, PROP_FLOW_NAME), name) == 0)
			return child;
	return NULL;
}

static struct fragment *separator_named(const struct body *b, const char *name)
{
	const struct fo_node *node = static_named(b->flow->parent, name);
	return node ? area_layout(b->l, node, b->inline_size, b->page) : NULL;
}

static void measure_separators(struct body *b)
{
	b->separator_area = separator_named(b, "xsl-footnote-separator");
	b->separator = b->separator_area ? b->separator_area->block_size : 0;
	b->float_separator_area = separator_named(b, "xsl-before-float-separator");
	b->page->float_separator = b->float_separator_area ? b->float_separator_area->block_size : 0;
}

/* The least that the flow puts on this page, whatever footnotes of former pages it has to hold. */
static mpt first_piece_size(const struct body *b)
{
	struct column_breaks all = {.count = 0};
	struct column_request request = body_column_request(b, b->columns, b->block_size, span_at(b));
	request.breaks = &all;
	mpt size = column_fill(b->l, &request).area->block_size;
	for (size_t i = all.count; i-- > 0;)
		if (all.item[i].rank < RANK_LINES)
			size = all.item[i].end;
	free(all.item);
	return size;
}

static bool is_float(const struct footnote *note)
{
	return note->node->kind == FO_FLOAT;
}

static struct footnote put_off_again(struct body *b, const struct footnote *rest)
{
	b->footnotes.float_put_off = b->footnotes.float_put_off || is_float(rest);
	return (struct footnote){.node = rest->node, .rest = rest->rest};
}

/* least: what the flow and footnotes need to begin. Only a float that has no room beside them has a page of its own,
 * and only there it is broken (XSL 6.12.2). */
static void carry_float(struct body *b, const struct footnote *rest, mpt least)
{
	bool first = b->footnotes.head == 0;
	mpt separator = first ? b->page->float_separator : 0;
	struct footnote note = footnote_fill(b->l, rest->node, rest->rest, MPT_MAX, b->page);
	bool whole = note.size + separator + b->footnotes.size <= b->block_size - least;
	if (b->footnotes.float_put_off || b->floats_alone || (!whole && !first)) {
		note = put_off_again(b, rest);
	} else {
		if (!whole)
			note = footnote_fill(b->l, rest->node, rest->rest, b->block_size - separator, b->page);
		b->floats_alone = !whole;
		note.size += separator;
	}
	take_footnotes(b, &(struct footnotes){.item = &note, .count = 1, .size = note.size, .head = note.size});
}

static void carry_footnotes(struct body *b, const struct page_start *start, mpt least)
{
	mpt size = b->block_size - b->separator;
	/* Both at least begin. */
	if (size - least - b->footnotes.head >= MPT_PER_POINT)
		size -= least;
	bool full = b->floats_alone;
	for (size_t i = 0; i < start->carried_count; i++) {
		const struct footnote *rest = &start->carried[i];
		if (is_float(rest))
			continue;
		mpt room = size - b->footnotes.size;
		struct footnote note =
		    full ? put_off_again(b, rest) : footnote_fill(b->l, rest->node, rest->rest, room, b->page);
		if (b->footnotes.size > b->footnotes.head && note.size > room) {
			note = put_off_again(b, rest);
			full = true;
		}
		full = full || note.rest;
		take_footnotes(b, &(struct footnotes){.item = &note, .count = 1, .size = note.size});
	}
}

static void carry_in(struct body *b, const struct page_start *start)
{
	if (start->carried_count == 0)
		return;
	mpt least = start->flow_done ? 0 : first_piece_size(b);
	for (size_t i = 0; i < start->carried_count; i++)
		if (is_float(&start->carried[i]))
			carry_float(b, &start->carried[i], least);
	carry_footnotes(b, start, least);
	b->carried = start->carried_count;
}

static void place_at(struct body *b, struct fragment *f, mpt *at)
{
	if (!f)
		return;
	f->block_offset = *at;
	fragment_append(b->area, f);
	*at += f->block_size;
}

/* What is in the body already moves down. */
static void place_head(struct body *b)
{
	if (b->footnotes.head == 0)
		return;
	for (struct fragment *f = b->area->first_child; f; f = f->next)
		f->block_offset += b->footnotes.head;
	b->at += b->footnotes.head;
	mpt at = 0;
	for (size_t i = 0; i < b->footnotes.count; i++)
		if (is_float(&b->footnotes.item[i]))
			place_at(b, b->footnotes.item[i].area, &at);
	place_at(b, b->float_separator_area, &at);
}

static void place_foot(struct body *b)
{
	mpt size = b->footnotes.size - b->footnotes.head;
	if (size == 0)
		return;
	mpt at = mpt_max(b->at, b->block_size - size - b->separator);
	place_at(b, b->separator_area, &at);
	for (size_t i = 0; i < b->footnotes.count; i++)
		if (!is_float(&b->footnotes.item[i]))
			place_at(b, b->footnotes.item[i].area, &at);
}

/* What the footnotes of this page leave for the next one. */
static void carry_out(const struct body *b, struct body_result *result)
{
	if (b->footnotes.count == 0)
		return;
	struct footnote *rest = arena_array(b->l->memory, b->footnotes.count, sizeof *rest);
	for (size_t i = 0; i < b->footnotes.count; i++)
		if (b->footnotes.item[i].rest)
			rest[result->carried_count++] = b->footnotes.item[i];
	result->carried = rest;
}

/* ---- the body ---- */

static void body_open(struct body *b)
{
	const struct region *r = b->region;
	struct fragment *f = fragment_new(b->page->memory, FRAGMENT_AREA, r->node);
	f->area = arena_alloc(b->page->memory, sizeof *f->area);
	region_set_area(f, r);
	b->inline_size = f->area->inline_size;
	b->block_size = f->area->block_size;
	enum fo_key overflow = fo_key(r->node, PROP_OVERFLOW);
	f->area->clip = overflow == KEY_HIDDEN || overflow == KEY_ERROR_IF_OVERFLOW;
	b->area = f;
}

static void body_columns(struct body *b)
{
	double count = fo_number(b->region->node, PROP_COLUMN_COUNT);
	b->columns = count < 1 ? 1 : count > COLUMNS_MAX ? COLUMNS_MAX : (int)count;
	b->gap = fo_length(b->region->node, PROP_COLUMN_GAP, b->inline_size);
}

static mpt spare_of(const struct body *b)
{
	return b->block_size - b->at - footnotes_room(&b->footnotes, b->separator);
}

static void align_body(struct body *b)
{
	enum fo_key align = fo_key(b->region->node, PROP_DISPLAY_ALIGN);
	mpt room = spare_of(b);
	mpt shift = align == KEY_CENTER ? room / 2 : align == KEY_AFTER ? room : 0;
	if (shift <= 0)
		return;
	for (struct fragment *f = b->area->first_child; f; f = f->next)
		f->block_offset += shift;
	b->at += shift;
}

struct body_result body_layout(struct layout *l, const struct fo_node *flow, const struct page_start *start,
                               const struct region *region, struct page_context *page, struct column_ends *ends)
{
	struct body b = {.l = l,
	                 .flow = flow,
	                 .page = page,
	                 .region = region,
	                 .from = start->from,
	                 .blank = true,
	                 .reason = KEY_AUTO,
	                 .start = start,
	                 .ends = ends};
	page->region = region->node;
	body_open(&b);
	body_columns(&b);
	page->footnote_measure = b.inline_size;
	measure_separators(&b);
	carry_in(&b, start);
	bool goes_on = !start->flow_done && !b.floats_alone;
	while (goes_on)
		goes_on = layout_span(&b);
	mpt spare = spare_of(&b);
	align_body(&b);
	place_head(&b);
	place_foot(&b);
	struct body_result result = {.area = b.area,
	                             .rest = b.from,
	                             .reason = b.reason,
	                             .blank = b.blank,
	                             .has_out_of_line = b.footnotes.count > 0 || b.has_side_floats,
	                             .end = b.end,
	                             .explored_columns = b.explored_columns,
	                             .spare = spare};
	carry_out(&b, &result);
	return result;
}
