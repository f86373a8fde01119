/* Where the pages of a sequence end, chosen together: total fit over pages, as a paragraph's over lines (column_end.c).
 * Only pages whose spaces can stretch or shrink leave a choice; where there is none, the plan is one page long. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "page_sequence.h"

/* So many ways to have come to a page are followed: the best ones. */
#define WAYS_MOST 16
/* Demerits of a page much looser or tighter than the one before. */
#define DEMERITS_UNEVEN 50.0

enum fitness { FITNESS_VERY_TIGHT, FITNESS_TIGHT, FITNESS_LOOSE, FITNESS_VERY_LOOSE };

/* A page that may come next, and the way to it. */
struct way {
	struct page_start start;
	const struct way *before; /* the page before; NULL: the plan's first page */
	enum fitness fitness;     /* of the page before */
	double demerits;          /* of all pages before */
};

struct plan {
	struct layout *l;
	const struct sequence *s;
	struct arena *memory;
	struct way *way[WAYS_MOST], *next[WAYS_MOST]; /* to this page, to the next one */
	size_t way_count, next_count;
	const struct way *ended; /* the best way to the last page before a forced break or the end */
	double ended_demerits;
	const struct way *stuck;            /* the way that got furthest to a page that cannot be filled */
	const struct break_token *stuck_at; /* what that cannot hold */
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
		if (p->next[i]->fitness == fitness && token_same(p->next[i]->start.from, at))
			return demerits < p->next[i]->demerits ? i : SIZE_MAX;
	if (p->next_count < WAYS_MOST)
		return p->next_count;
	size_t worst = worst_of(p->next, p->next_count);
	return demerits < p->next[worst]->demerits ? worst : SIZE_MAX;
}

/* The way with the end of its page chosen. */
static const struct way *way_with(const struct plan *p, const struct way *way, struct column_choice end)
{
	struct way *chosen = arena_alloc(p->memory, sizeof *chosen);
	*chosen = *way;
	chosen->start.choice = end;
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
	*next = (struct way){made->next, chosen, fitness, demerits};
	next->start.from = end->at;
	next->start.parity = KEY_AUTO;
	next->start.flow_done = false;
	if (made->has_footnotes && !start_after(p, &chosen->start, &next->start))
		return;
	p->next[place] = next;
	if (place == p->next_count)
		p->next_count++;
}

static bool ends_plan(const struct page_made *made)
{
	return made->done || made->blank || made->next.flow_done || made->next.parity != KEY_AUTO;
}

/* The last page need not be full. */
static void end_way(struct plan *p, const struct way *way, struct column_choice end)
{
	double ratio = end.ratio;
	double cost = 1 + 100 * fabs(ratio * ratio * ratio);
	double demerits = way->demerits + cost * cost + uneven(fitness_of(ratio), way->fitness);
	if (p->ended && p->ended_demerits <= demerits)
		return;
	p->ended = way_with(p, way, end);
	p->ended_demerits = demerits;
}

static void get_stuck(struct plan *p, const struct way *way, const struct page_made *made,
                      const struct break_token *beyond)
{
	bool further = !p->stuck || token_after(beyond, p->stuck_at) ||
	               (!token_after(p->stuck_at, beyond) && way->demerits < p->stuck->demerits);
	if (!further)
		return;
	p->stuck = way_with(p, way, made->end);
	p->stuck_at = beyond;
}

static void go_on(struct plan *p, const struct way *way, const struct page_made *made, const struct column_ends *ends)
{
	if (ends_plan(made))
		end_way(p, way, made->end);
	else if (ends->count == 0)
		get_stuck(p, way, made, ends->beyond ? ends->beyond : made->next.from);
	for (size_t i = 0; i < ends->count; i++)
		follow(p, way, made, &ends->item[i]);
}

/* The page after ways that have come to the same place. */
static void explore(struct plan *p, size_t first)
{
	const struct way *way = p->way[first];
	struct arena *scratch = arena_new();
	struct column_ends ends = {.memory = p->memory};
	struct page_made made;
	if (!page_explore(p->l, p->s, &way->start, scratch, &made, &ends))
		made.done = true;
	for (size_t i = first; i < p->way_count; i++)
		if (p->way[i] && token_same(p->way[i]->start.from, way->start.from)) {
			go_on(p, p->way[i], &made, &ends);
			if (i > first)
				p->way[i] = NULL;
		}
	arena_free(scratch);
}

/* The starts on the way, in order. */
static struct page_plan plan_of(const struct plan *p, const struct way *way)
{
	size_t count = 0;
	for (const struct way *w = way; w; w = w->before)
		count++;
	struct page_start *start = arena_array(p->memory, count, sizeof *start);
	size_t i = count;
	for (const struct way *w = way; w; w = w->before)
		start[--i] = w->start;
	return (struct page_plan){start, count};
}

struct page_plan page_plan_from(struct layout *l, const struct sequence *s, const struct page_start *start,
                                struct arena *memory)
{
	if (!page_has_choice(l, s, start))
		return (struct page_plan){start, 1};
	struct plan p = {.l = l, .s = s, .memory = memory, .way_count = 1};
	struct way first = {.start = *start, .fitness = FITNESS_TIGHT};
	p.way[0] = &first;
	while (p.way_count > 0) {
		for (size_t i = 0; i < p.way_count; i++)
			if (p.way[i])
				explore(&p, i);
		memcpy(p.way, p.next, sizeof p.way);
		p.way_count = p.next_count;
		p.next_count = 0;
	}
	return plan_of(&p, p.ended ? p.ended : p.stuck ? p.stuck : &first);
}
