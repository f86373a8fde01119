/* Where the columns and pages of a sequence end, chosen together: total fit over columns, as a paragraph's over lines
 * (column_end.c). Only columns whose spaces can stretch or shrink leave a choice; where there is none, the plan is one
 * page long. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "page_sequence.h"

/* So many ways to have come to a column are followed: the best ones. */
#define WAYS_MOST 16
/* Demerits of a column much looser or tighter than the one before. */
#define DEMERITS_UNEVEN 50.0

enum fitness { FITNESS_VERY_TIGHT, FITNESS_TIGHT, FITNESS_LOOSE, FITNESS_VERY_LOOSE };

/* A column that may come next, and the way to it. */
struct way {
	struct page_start start;      /* of its page, with the ends of the columns before it */
	const struct break_token *at; /* where it begins in the flow */
	const struct way *before;     /* the column before; NULL: the plan's first one */
	bool same_page;               /* before is a column of this page */
	enum fitness fitness;         /* of the column before */
	double demerits;              /* of all columns before */
};

/* The best way to a last column, with its end chosen. */
struct last {
	const struct way *way; /* NULL: none */
	double demerits;
	const struct break_token *beyond; /* what that cannot hold; NULL: all that comes before a forced break */
	size_t columns;                   /* of its span; 0: its page is whole */
	enum fo_key reason;               /* why it ends */
};

struct plan {
	struct layout *l;
	const struct sequence *s;
	struct arena *memory;
	struct way *way[WAYS_MOST], *next[WAYS_MOST]; /* to this column, to the next one */
	size_t way_count, next_count;
	struct last ended; /* before a forced break or the end */
	struct last stuck; /* furthest on the way to a column that cannot be filled */
};

static enum fitness fitness_of(double ratio)
{
	if (ratio < -0.5)
		return FITNESS_VERY_TIGHT;
	if (ratio <= 0.5)
		return FITNESS_TIGHT;
	return ratio <= 1 ? FITNESS_LOOSE : FITNESS_VERY_LOOSE;
}

static double uneven(enum fitness a, enum fitness b)
{
	return abs((int)a - (int)b) > 1 ? DEMERITS_UNEVEN : 0;
}

/* ---- places in the flow ---- */

static bool step_same(const struct break_step *a, const struct break_step *b)
{
	return a->node == b->node && a->part == b->part && a->offset == b->offset && a->state == b->state;
}

static bool token_same(const struct break_token *a, const struct break_token *b)
{
	if (!a || !b || a->depth != b->depth)
		return a == b;
	for (size_t i = 0; i < a->depth; i++)
		if (!step_same(&a->step[i], &b->step[i]))
			return false;
	return true;
}

/* Whether a is after b, as far as parts and lines tell. */
static bool token_after(const struct break_token *a, const struct break_token *b)
{
	if (!a || !b)
		return a && !b;
	for (size_t i = 0; i < a->depth && i < b->depth; i++) {
		const struct break_step *x = &a->step[i], *y = &b->step[i];
		if (x->part != y->part)
			return x->part > y->part;
		if (x->offset != y->offset)
			return x->offset > y->offset;
	}
	return a->depth > b->depth;
}

/* ---- ways ---- */

static size_t worst_of(struct way *const *ways, size_t count)
{
	size_t worst = 0;
	for (size_t i = 1; i < count; i++)
		if (ways[i]->demerits >= ways[worst]->demerits)
			worst = i;
	return worst;
}

/* The place in next for a way with these properties; SIZE_MAX: it is not good enough. */
static size_t place_for(const struct plan *p, const struct break_token *at, enum fitness fitness, double demerits)
{
	for (size_t i = 0; i < p->next_count; i++)
		if (p->next[i]->fitness == fitness && token_same(p->next[i]->at, at))
			return demerits < p->next[i]->demerits ? i : SIZE_MAX;
	if (p->next_count < WAYS_MOST)
		return p->next_count;
	size_t worst = worst_of(p->next, p->next_count);
	return demerits < p->next[worst]->demerits ? worst : SIZE_MAX;
}

/* The way with the end of its column chosen. */
static const struct way *way_with(const struct plan *p, const struct way *way, struct column_choice end)
{
	struct way *chosen = arena_alloc(p->memory, sizeof *chosen);
	*chosen = *way;
	size_t count = way->start.chosen_count;
	struct column_choice *ends = arena_array(p->memory, count + 1, sizeof *ends);
	if (count > 0)
		memcpy(ends, way->start.chosen, count * sizeof *ends);
	ends[count] = end;
	chosen->start.chosen = ends;
	chosen->start.chosen_count = count + 1;
	return chosen;
}

/* The page made as chosen, to see what it leaves to the next one. */
static bool start_after(const struct plan *p, const struct page_start *chosen, struct page_start *next)
{
	struct page_made made;
	const struct arena_mark mark = arena_mark(p->memory);
	bool ok = page_make(p->l, p->s, chosen, p->memory, &made);
	arena_reset(p->memory, mark);
	*next = made.next;
	return ok;
}

/* The column after one that ends at a place. False: it cannot be made. */
static bool begin_next(const struct plan *p, const struct way *chosen, const struct page_made *made,
                       const struct break_token *at, struct way *next)
{
	*next = (struct way){.before = chosen, .at = at, .fitness = FITNESS_TIGHT};
	next->same_page = chosen->start.chosen_count < made->columns;
	if (next->same_page) {
		next->start = chosen->start;
		return true;
	}
	next->start = made->next;
	next->start.from = at;
	next->start.parity = KEY_AUTO;
	next->start.flow_done = false;
	if (!made->has_out_of_line)
		return true;
	bool ok = start_after(p, &chosen->start, &next->start);
	next->at = next->start.from;
	return ok;
}

static void follow(struct plan *p, const struct way *way, const struct page_made *made,
                   const struct column_end_place *end)
{
	enum fitness fitness = fitness_of(end->fit.ratio);
	double demerits = way->demerits + end->fit.demerits + uneven(fitness, way->fitness);
	size_t place = place_for(p, end->at, fitness, demerits);
	if (place == SIZE_MAX)
		return;
	const struct way *chosen = way_with(p, way, (struct column_choice){end->ordinal, end->fit.ratio});
	struct way *next = arena_alloc(p->memory, sizeof *next);
	if (!begin_next(p, chosen, made, end->at, next))
		return;
	next->fitness = fitness;
	next->demerits = demerits;
	p->next[place] = next;
	if (place == p->next_count)
		p->next_count++;
}

static bool ends_plan(const struct page_made *made)
{
	return made->done || made->blank || made->next.flow_done || made->next.parity != KEY_AUTO;
}

static struct last last_of(const struct plan *p, const struct way *way, const struct page_made *made, double demerits)
{
	return (struct last){.way = made->columns > 0 ? way_with(p, way, made->end) : way,
	                     .demerits = demerits,
	                     .columns = made->columns,
	                     .reason = made->done ? KEY_PAGE : made->next.parity};
}

/* The last column need not be full. */
static void end_way(struct plan *p, const struct way *way, const struct page_made *made)
{
	double ratio = made->end.ratio;
	double cost = 1 + 100 * fabs(ratio * ratio * ratio);
	double demerits = way->demerits + cost * cost + uneven(fitness_of(ratio), way->fitness);
	if (!p->ended.way || p->ended.demerits > demerits)
		p->ended = last_of(p, way, made, demerits);
}

static void get_stuck(struct plan *p, const struct way *way, const struct page_made *made,
                      const struct break_token *beyond)
{
	const struct last *stuck = &p->stuck;
	bool further = !stuck->way || token_after(beyond, stuck->beyond) ||
	               (!token_after(stuck->beyond, beyond) && way->demerits < stuck->demerits);
	if (!further)
		return;
	p->stuck = last_of(p, way, made, way->demerits);
	p->stuck.beyond = beyond;
}

static void go_on(struct plan *p, const struct way *way, const struct page_made *made, const struct column_ends *ends)
{
	if (ends_plan(made))
		end_way(p, way, made);
	else if (ends->count == 0 || made->columns == 0)
		get_stuck(p, way, made, ends->beyond ? ends->beyond : made->next.from);
	for (size_t i = 0; made->columns > 0 && i < ends->count; i++)
		follow(p, way, made, &ends->item[i]);
}

/* The column after ways that have come to the same place. */
static void explore(struct plan *p, size_t first)
{
	const struct way *way = p->way[first];
	struct arena *scratch = arena_new();
	struct column_ends ends = {.memory = p->memory};
	struct page_made made;
	if (!page_explore(p->l, p->s, &way->start, scratch, &made, &ends))
		made.done = true;
	for (size_t i = first; i < p->way_count; i++)
		if (p->way[i] && token_same(p->way[i]->at, way->at)) {
			go_on(p, p->way[i], &made, &ends);
			if (i > first)
				p->way[i] = NULL;
		}
	arena_free(scratch);
}

/* The best way from first to where no column can be chosen any more. */
static struct last best_way(struct plan *p, struct way *first)
{
	p->ended = p->stuck = (struct last){.way = NULL};
	p->way[0] = first;
	p->way_count = 1;
	while (p->way_count > 0) {
		for (size_t i = 0; i < p->way_count; i++)
			if (p->way[i])
				explore(p, i);
		memcpy(p->way, p->next, sizeof p->way);
		p->way_count = p->next_count;
		p->next_count = 0;
	}
	return p->ended.way ? p->ended : p->stuck.way ? p->stuck : (struct last){.way = first};
}

/* What is left to choose on the page of the last column: further columns, further spans. False: nothing. */
static bool rest_of_page(const struct last *last, struct way *next)
{
	bool to_column = last->reason == KEY_AUTO || last->reason == KEY_COLUMN;
	bool more = to_column ? last->way->start.chosen_count < last->columns : last->reason == KEY_ALL;
	if (last->columns == 0 || !more)
		return false;
	*next = (struct way){
	    .start = last->way->start, .at = NULL, .before = last->way, .same_page = true, .fitness = FITNESS_TIGHT};
	if (!to_column) {
		next->start.chosen = NULL;
		next->start.chosen_count = 0;
		next->start.chosen_span++;
	}
	return true;
}

/* The starts of the pages on the way, in order; what is chosen lives as long as the pages may be made again. */
static struct page_plan plan_of(const struct plan *p, const struct way *way)
{
	size_t count = 0;
	for (const struct way *w = way; w; w = w->before)
		count += !w->same_page;
	struct page_start *start = arena_array(p->memory, count, sizeof *start);
	size_t i = count;
	for (const struct way *w = way; w; w = w->before) {
		start[--i] = w->start;
		size_t chosen = w->start.chosen_count;
		if (chosen > 0)
			start[i].chosen = arena_grow(p->l->memory, w->start.chosen, chosen, chosen, sizeof *w->start.chosen);
		while (w->same_page && w->before)
			w = w->before;
	}
	return (struct page_plan){start, count};
}

struct page_plan page_plan_from(struct layout *l, const struct sequence *s, const struct page_start *start,
                                struct arena *memory)
{
	if (!page_has_choice(l, s, start))
		return (struct page_plan){start, 1};
	struct plan p = {.l = l, .s = s, .memory = memory};
	struct way first = {.start = *start, .at = start->from, .fitness = FITNESS_TIGHT};
	struct last last = best_way(&p, &first);
	struct way rest;
	while (rest_of_page(&last, &rest)) {
		struct way *next = arena_alloc(memory, sizeof *next);
		*next = rest;
		last = best_way(&p, next);
	}
	return plan_of(&p, last.way);
}
