/* Columns of about equal height before a span over all columns (XSL 4.2.5). The content is laid out once without end to
 * find its places to break; the places nearest to equal parts win, and former columns are rather the higher ones. */
#include <stdlib.h>
#include <string.h>

#include "spans.h"

/* Columns may be so much higher than the one after them when a line moves forward. */
#define BALANCE_TOLERANCE 4000

/* The content from one break to another: first and end count breaks, 0: the content's beginning, count + 1: its end. */
struct part {
	size_t first, end;
};

struct parts {
	struct part part[COLUMNS_MAX];
	int count;
};

struct balance {
	const struct column_break *item; /* places that may be chosen */
	const size_t *ordinal;           /* of each among all places */
	size_t count;
	mpt end; /* of the content */
	int columns;
};

static mpt begin_of(const struct balance *b, size_t i)
{
	return i == 0 ? 0 : b->item[i - 1].begin;
}

static mpt end_of(const struct balance *b, size_t i)
{
	return i > b->count ? b->end : b->item[i - 1].end;
}

static mpt part_size(const struct balance *b, struct part p)
{
	return end_of(b, p.end) - begin_of(b, p.first);
}

static mpt average_size(const struct balance *b, const struct parts *parts)
{
	mpt total = 0;
	for (int i = 0; i < parts->count; i++)
		total += part_size(b, parts->part[i]);
	return total / b->columns;
}

/* Parts that end where the content so far, without what breaks leave out, comes nearest to multiples of a size. */
static struct parts parts_near(const struct balance *b, mpt size)
{
	struct parts parts = {.count = 0};
	size_t first = 0, before = 0;
	mpt left_out = 0, size_before = 0, wanted = size;
	for (size_t i = 1; i <= b->count + 1 && parts.count < b->columns - 1; i++) {
		mpt here = end_of(b, i) - left_out;
		if (here > wanted) {
			bool back = before > first && here - wanted > wanted - size_before;
			size_t end = back ? before : i;
			if (end > b->count)
				break;
			parts.part[parts.count++] = (struct part){first, end};
			first = before = i = end;
			size_before = end_of(b, end) - left_out;
			left_out += begin_of(b, end) - end_of(b, end);
			wanted += size;
		} else {
			before = i;
			size_before = here;
		}
	}
	parts.part[parts.count++] = (struct part){first, b->count + 1};
	return parts;
}

static bool same_parts(const struct parts *a, const struct parts *b)
{
	return a->count == b->count && memcmp(a->part, b->part, (size_t)a->count * sizeof *a->part) == 0;
}

/* A column lower than the one after it takes over that one's first piece, if it does not become much higher by it. */
static bool move_forward(const struct balance *b, struct part *former, struct part *later)
{
	size_t end = later->first + 1;
	if (part_size(b, *former) >= part_size(b, *later) || end >= later->end)
		return false;
	if (part_size(b, (struct part){former->first, end}) > part_size(b, *later) + BALANCE_TOLERANCE)
		return false;
	former->end = later->first = end;
	return true;
}

static struct parts balanced_parts(const struct balance *b)
{
	struct parts now = {.part = {{0, b->count + 1}}, .count = 1}, last = {.count = 0}, last_but_one;
	do {
		last_but_one = last;
		last = now;
		now = parts_near(b, average_size(b, &now));
	} while (!same_parts(&now, &last) && !same_parts(&now, &last_but_one));
	bool moved;
	do {
		moved = false;
		for (int i = now.count - 1; i > 0; i--)
			moved |= move_forward(b, &now.part[i - 1], &now.part[i]);
	} while (moved);
	return now;
}

static struct set fill_parts(const struct body *body, const struct balance *b, const struct parts *parts, mpt size,
                             enum fo_key span)
{
	struct set set = {.blank = true};
	struct column_request request = body_column_request(body, b->columns, size, span);
	for (int i = 0; i < parts->count; i++) {
		struct part p = parts->part[i];
		bool last = i == parts->count - 1;
		size_t from = p.first ? b->ordinal[p.first - 1] : 0;
		request.choice = (struct column_choice){.ordinal = last ? 0 : b->ordinal[p.end - 1] - from};
		request.ends_page = last;
		struct column_result r = column_fill(body->l, &request);
		set.column[set.used++] = r.area;
		set.tallest = mpt_max(set.tallest, r.area->block_size);
		set.rest = request.from = r.rest;
		set.reason = r.reason;
		set.blank = set.blank && r.blank;
		request.page_blank = request.page_blank && r.blank;
		if (!r.rest || r.reason != KEY_AUTO)
			break;
	}
	return set;
}

/* The same content has been set, and every column fits. */
static bool holds(const struct set *set, const struct set *whole, mpt size)
{
	if (set->tallest > size || set->reason != whole->reason || !set->rest != !whole->rest)
		return false;
	if (!set->rest)
		return true;
	const struct break_step *a = set->rest->step, *b = whole->rest->step;
	return a->node == b->node && a->part == b->part && a->offset == b->offset;
}

static size_t choose_breaks(const struct column_breaks *all, struct column_break *chosen, size_t *ordinal)
{
	size_t count = 0;
	for (size_t i = 0; i < all->count; i++)
		if (all->item[i].rank < RANK_LINES) {
			chosen[count] = all->item[i];
			ordinal[count++] = i + 1;
		}
	return count;
}

struct set body_balance(const struct body *body, int columns, mpt size, enum fo_key span, struct set whole)
{
	struct column_breaks all = {.count = 0};
	struct column_request request = body_column_request(body, columns, MPT_MAX, span);
	request.breaks = &all;
	mpt end = column_fill(body->l, &request).area->block_size;
	struct column_break *chosen = arena_array(body->page->memory, all.count + 1, sizeof *chosen);
	size_t *ordinal = arena_array(body->page->memory, all.count + 1, sizeof *ordinal);
	struct balance b = {chosen, ordinal, choose_breaks(&all, chosen, ordinal), end, columns};
	free(all.item);
	struct parts parts = balanced_parts(&b);
	struct set set = fill_parts(body, &b, &parts, size, span);
	return holds(&set, &whole, size) ? set : whole;
}
