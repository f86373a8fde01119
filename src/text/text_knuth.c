/* Total fit: the breaks of a whole paragraph with the fewest demerits (Knuth and Plass, Breaking Paragraphs into Lines,
 * 1981). Where choices are open we do as Apache FOP 2.8 does, so that line ends are the same: which lines count as
 * feasible, fitness classes, demerits, ties, and how to go on where no feasible line exists. Knows widths, not text. */
#include <math.h>
#include <string.h>

#include "text_cost.h"
#include "text_private.h"

#define NOTHING UINT32_MAX

/* A break that some line chain reaches. */
struct node {
	uint32_t place;          /* opportunity; NOTHING: the start */
	uint32_t line;           /* lines that end at or before it */
	uint32_t previous, next; /* nodes */
	uint8_t fitness;
	double ratio, demerits;
	int64_t difference, shrink;
	int64_t width, stretch, shrink_sum; /* sums from which its next line is counted */
	mpt measure;                        /* of its next line */
	double need;                        /* what reach must be before its next line is long enough */
};

enum fitness { VERY_TIGHT, TIGHT, LOOSE, VERY_LOOSE, FITNESS_COUNT };

/* Where hyphens in a row are limited, ways that end with more of them are kept apart up to so many. */
#define MOST_ROWS 6

/* The best way to the current place with a last line of one fitness. */
struct record {
	double demerits, ratio;
	uint32_t node;
	int64_t difference, shrink;
};

struct line_list {
	uint32_t head, tail;
};

struct solver {
	const struct opportunities *places;
	const struct knuth_rules *rules;
	struct arena *scratch;
	double tolerance;
	bool force;
	double *reach; /* [places->count]; force: NULL. How far a line could be opened up to a place, or one before */
	struct node *nodes;
	uint32_t node_count, node_capacity;
	struct line_list *lines; /* [line_capacity] active nodes by line */
	uint32_t line_capacity, first_line, end_line;
	uint32_t active;
	struct record best[MOST_ROWS][FITNESS_COUNT];
	uint32_t too_short, too_long, deactivated; /* nodes to go on from when nothing is feasible */
};

/* What one line would be like. */
struct trial {
	uint32_t node, place;
	int64_t difference, stretch, shrink;
	double ratio, demerits;
	uint8_t fitness;
	int hyphens; /* lines in a row that end with an automatic hyphen, this one the last */
};

#define INFINITE_RATIO 1000.0

mpt measure_of_line(const struct text_measure *measures, size_t count, size_t line)
{
	for (size_t i = 0; i + 1 < count; i++) {
		if (line < measures[i].lines)
			return measures[i].width;
		line -= measures[i].lines;
	}
	return measures[count - 1].width;
}

static uint32_t new_node(struct solver *s, struct node node)
{
	if (s->node_count == s->node_capacity) {
		uint32_t capacity = s->node_capacity ? s->node_capacity * 2 : s->rules->han ? 128 : 8;
		s->nodes = arena_grow(s->scratch, s->nodes, s->node_count, capacity, sizeof *s->nodes);
		s->node_capacity = capacity;
	}
	s->nodes[s->node_count] = node;
	return s->node_count++;
}

static mpt line_measure(const struct solver *s, const struct node *node)
{
	mpt measure = measure_of_line(s->rules->measures, s->rules->measure_count, s->rules->first_line + node->line);
	return node->place == NOTHING ? measure - s->rules->indent : measure;
}

/* Lines that are too short whatever is opened need not be tried: most of those that Chinese, which may break nearly
 * anywhere, offers. */
static void find_reach(struct solver *s)
{
	if (s->force)
		return;
	s->reach = arena_array(s->scratch, s->places->count, sizeof *s->reach);
	double most = -INFINITY;
	for (size_t i = 0; i < s->places->count; i++) {
		const struct opportunity *place = &s->places->list[i];
		double reach =
		    (double)place->end_width + (s->rules->gaps_stretch ? s->tolerance * (double)place->end_stretch : 0);
		most = reach > most ? reach : most;
		s->reach[i] = place->forced ? INFINITY : most;
	}
}

static double need_of(const struct solver *s, const struct node *node)
{
	/* Nothing is skipped in the pass that takes anything. */
	if (!s->reach)
		return 0;
	double from = (double)node->width + (s->rules->gaps_stretch ? s->tolerance * (double)node->stretch : 0);
	/* A thousandth of a point for what is lost in rounding. */
	return from + (double)node->measure - s->tolerance * (double)s->rules->line_stretch - 1;
}

/* needs grow along a list, so that its nodes after one that is too short need not be looked at. */
static void set_need(struct solver *s, const struct line_list *list, struct node *node)
{
	node->measure = line_measure(s, node);
	node->need = need_of(s, node);
	if (list->head == NOTHING || s->nodes[list->tail].need <= node->need)
		return;
	for (uint32_t at = list->head; at != NOTHING; at = s->nodes[at].next)
		if (s->nodes[at].need > node->need)
			s->nodes[at].need = node->need;
}

static void activate(struct solver *s, uint32_t node)
{
	uint32_t line = s->nodes[node].line;
	if (line >= s->line_capacity) {
		uint32_t capacity = line * 2 + 4;
		s->lines = arena_grow(s->scratch, s->lines, s->line_capacity, capacity, sizeof *s->lines);
		for (uint32_t i = s->line_capacity; i < capacity; i++)
			s->lines[i] = (struct line_list){NOTHING, NOTHING};
		s->line_capacity = capacity;
	}
	struct line_list *list = &s->lines[line];
	s->nodes[node].next = NOTHING;
	set_need(s, list, &s->nodes[node]);
	if (list->head == NOTHING) {
		list->head = node;
		s->end_line = line + 1 > s->end_line ? line + 1 : s->end_line;
	} else {
		s->nodes[list->tail].next = node;
	}
	list->tail = node;
	s->active++;
}

static void deactivate(struct solver *s, uint32_t node, uint32_t before)
{
	struct line_list *list = &s->lines[s->nodes[node].line];
	uint32_t next = s->nodes[node].next;
	if (before == NOTHING)
		list->head = next;
	else
		s->nodes[before].next = next;
	if (list->tail == node)
		list->tail = before;
	s->active--;
	const struct node *kept = s->deactivated == NOTHING ? NULL : &s->nodes[s->deactivated], *gone = &s->nodes[node];
	uint32_t kept_place = kept ? kept->place + 1 : 0, gone_place = gone->place + 1;
	if (!kept || gone_place > kept_place || (gone_place == kept_place && gone->demerits < kept->demerits))
		s->deactivated = node;
}

static bool is_last(const struct solver *s, uint32_t place)
{
	return place + 1 == s->places->count;
}

static double ratio_of(int64_t difference, int64_t stretch, int64_t shrink)
{
	if (difference > 0)
		return stretch > 0 ? (double)difference / (double)stretch : INFINITE_RATIO;
	if (difference < 0)
		return shrink > 0 ? (double)difference / (double)shrink : -INFINITE_RATIO;
	return 0;
}

static uint8_t fitness_of(double ratio)
{
	return ratio < -0.5 ? VERY_TIGHT : ratio <= 0.5 ? TIGHT : ratio <= 1 ? LOOSE : VERY_LOOSE;
}

static bool is_flagged(const struct solver *s, uint32_t place)
{
	return place != NOTHING && s->places->list[place].flagged;
}

static int hyphens_in_row(const struct solver *s, const struct trial *trial)
{
	int count = 0;
	if (is_flagged(s, trial->place))
		for (uint32_t at = trial->node; at != NOTHING && is_flagged(s, s->nodes[at].place); at = s->nodes[at].previous)
			count++;
	return count + is_flagged(s, trial->place);
}

static double ladder_demerits(const struct solver *s, const struct trial *trial)
{
	if (trial->hyphens < 2)
		return 0;
	int ladder = s->rules->ladder;
	if (ladder >= 1 && trial->hyphens > ladder)
		return INFINITY;
	bool dear = ladder == TEXT_LADDER_AUTO && s->rules->pretty && trial->hyphens > LADDER_PRETTY;
	return (s->rules->pretty ? FLAGGED_DEMERITS_PRETTY : FLAGGED_DEMERITS) + (dear ? LADDER_DEMERITS : 0);
}

/* A last line that hardly begins looks like a mistake. */
static double last_line_demerits(const struct solver *s, const struct node *node, const struct trial *trial)
{
	if (!s->rules->pretty || !is_last(s, trial->place) || node->place == NOTHING)
		return 0;
	return trial->difference * 100 > line_measure(s, node) * (100 - SHORT_LAST_LINE_PERCENT) ? SHORT_LAST_LINE_DEMERITS
	                                                                                         : 0;
}

static double han_demerits(const struct solver *s, const struct node *node, uint32_t place)
{
	if (!s->rules->han || !is_last(s, place) || node->place == NOTHING)
		return 0;
	uint32_t characters = s->places->list[place].characters - s->places->list[node->place].characters;
	return characters <= 1 ? LONELY_CHARACTER_DEMERITS : 0;
}

static double demerits_of(const struct solver *s, const struct node *node, const struct trial *trial)
{
	const struct opportunity *place = &s->places->list[trial->place];
	double size = fabs(trial->ratio), badness = 1 + 100 * size * size * size;
	if (place->penalty >= 0)
		badness += place->penalty;
	double demerits = badness * badness + ladder_demerits(s, trial);
	int apart = (int)trial->fitness - (int)node->fitness;
	if (apart > 1 || apart < -1)
		demerits += FITNESS_DEMERITS;
	return demerits + han_demerits(s, node, trial->place) + last_line_demerits(s, node, trial) + node->demerits;
}

static struct trial try_line(const struct solver *s, uint32_t from, uint32_t to)
{
	const struct node *node = &s->nodes[from];
	const struct opportunity *place = &s->places->list[to];
	const struct knuth_rules *rules = s->rules;
	struct trial trial = {.node = from, .place = to};
	trial.difference = node->measure - (place->end_width - node->width);
	trial.stretch = rules->line_stretch + (rules->gaps_stretch ? place->end_stretch - node->stretch : 0);
	trial.shrink = rules->gaps_shrink ? place->end_shrink - node->shrink_sum : 0;
	if (is_last(s, to)) {
		trial.difference -= rules->last_end_indent;
		if (rules->last_line_fills)
			/* Less the line's own stretch, which a place at a space adds and the end of the text does not. */
			trial.stretch += measure_of_line(rules->measures, rules->measure_count, rules->first_line + node->line) -
			                 rules->last_end_indent - rules->line_stretch;
	}
	trial.ratio = ratio_of(trial.difference, trial.stretch, trial.shrink);
	return trial;
}

/* The dearer half of a trial, for lines that may become part of a solution. */
static void judge(const struct solver *s, struct trial *trial)
{
	trial->fitness = fitness_of(trial->ratio);
	trial->hyphens = hyphens_in_row(s, trial);
	trial->demerits = demerits_of(s, &s->nodes[trial->node], trial);
}

static struct node node_of(const struct solver *s, const struct trial *trial)
{
	const struct opportunity *place = &s->places->list[trial->place];
	return (struct node){.place = trial->place,
	                     .line = s->nodes[trial->node].line + 1,
	                     .previous = trial->node,
	                     .fitness = trial->fitness,
	                     .ratio = trial->ratio,
	                     .demerits = trial->demerits,
	                     .difference = trial->difference,
	                     .shrink = trial->shrink,
	                     .width = place->start_width,
	                     .stretch = place->start_stretch,
	                     .shrink_sum = place->start_shrink};
}

/* Where nothing is feasible, the least bad line too long and the least bad line too short are kept in mind. */
static void keep_in_mind(struct solver *s, const struct trial *trial)
{
	if (trial->ratio <= -1) {
		if (s->too_long == NOTHING || trial->demerits < s->nodes[s->too_long].demerits)
			s->too_long = new_node(s, node_of(s, trial));
	} else if (s->too_short == NOTHING || trial->demerits <= s->nodes[s->too_short].demerits) {
		s->too_short = new_node(s, node_of(s, trial));
	}
}

static int rows_of_records(const struct solver *s)
{
	return s->rules->ladder >= 1 ? MOST_ROWS : 1;
}

static void record(struct solver *s, const struct trial *trial)
{
	int most = rows_of_records(s) - 1, row = trial->hyphens < most ? trial->hyphens : most;
	struct record *best = &s->best[row][trial->fitness];
	if (!(trial->demerits < best->demerits))
		return;
	*best = (struct record){trial->demerits, trial->ratio, trial->node, trial->difference, trial->shrink};
	s->too_short = NOTHING;
}

static void forget_records(struct solver *s)
{
	for (int row = 0; row < rows_of_records(s); row++)
		for (int i = 0; i < FITNESS_COUNT; i++)
			s->best[row][i].demerits = INFINITY;
}

static void add_node(struct solver *s, const struct record *best, int fitness, uint32_t line, uint32_t place)
{
	struct trial trial = {.node = best->node,
	                      .place = place,
	                      .difference = best->difference,
	                      .shrink = best->shrink,
	                      .ratio = best->ratio,
	                      .demerits = best->demerits,
	                      .fitness = (uint8_t)fitness};
	struct node node = node_of(s, &trial);
	node.line = line + 1;
	activate(s, new_node(s, node));
}

/* Nodes for the recorded lines that end at place: one for each fitness, unless it costs much more than the best. More
 * hyphens in a row are worth keeping only where that costs less. */
static void add_nodes(struct solver *s, uint32_t line, uint32_t place)
{
	double least = INFINITY;
	for (int row = 0; row < rows_of_records(s); row++) {
		double fewer = least;
		for (int i = 0; i < FITNESS_COUNT; i++)
			least = s->best[row][i].demerits < least ? s->best[row][i].demerits : least;
		for (int i = 0; i < FITNESS_COUNT && least < fewer; i++)
			if (s->best[row][i].demerits <= least + FITNESS_DEMERITS)
				add_node(s, &s->best[row][i], i, line, place);
	}
	if (least < INFINITY)
		forget_records(s);
}

static void consider(struct solver *s, uint32_t place)
{
	bool forced = s->places->list[place].forced;
	s->deactivated = s->too_long = NOTHING;
	for (uint32_t line = s->first_line; line < s->end_line; line++) {
		uint32_t before = NOTHING;
		for (uint32_t at = s->lines[line].head, next; at != NOTHING; at = next) {
			next = s->nodes[at].next;
			if (s->reach && s->reach[place] < s->nodes[at].need)
				break;
			if (s->nodes[at].place == place) {
				before = at;
				continue;
			}
			struct trial trial = try_line(s, at, place);
			if (trial.ratio < -1 || forced)
				deactivate(s, at, before);
			else
				before = at;
			bool feasible = trial.ratio >= -1 && trial.ratio <= s->tolerance;
			if (feasible || s->force)
				judge(s, &trial);
			if (feasible)
				record(s, &trial);
			if (s->force && (trial.ratio <= -1 || trial.ratio > s->tolerance))
				keep_in_mind(s, &trial);
		}
		add_nodes(s, line, place);
	}
	while (s->first_line < s->end_line && s->lines[s->first_line].head == NOTHING)
		s->first_line++;
}

/* No line is feasible: goes on from the node that is least bad. The place to go on from. */
static uint32_t recover(struct solver *s, uint32_t *last_forced, uint32_t place)
{
	if (s->deactivated != NOTHING && s->deactivated != *last_forced) {
		if (s->nodes[s->deactivated].ratio > 0)
			s->too_short = s->deactivated;
		else
			s->too_long = s->deactivated;
	}
	bool stuck = s->too_short == NOTHING || s->nodes[s->too_short].place == s->nodes[*last_forced].place;
	uint32_t chosen = stuck ? s->too_long : s->too_short;
	if (chosen == NOTHING) {
		struct trial trial = try_line(s, *last_forced, place);
		judge(s, &trial);
		chosen = new_node(s, node_of(s, &trial));
	}
	*last_forced = chosen;
	struct node *node = &s->nodes[*last_forced];
	node->demerits = 0;
	s->first_line = node->line;
	activate(s, *last_forced);
	s->first_line = s->nodes[*last_forced].line;
	s->end_line = s->first_line + 1;
	s->too_short = s->too_long = NOTHING;
	return s->nodes[*last_forced].place;
}

static uint32_t most_active(const struct solver *s)
{
	return s->rules->han ? MOST_ACTIVE_HAN : MOST_ACTIVE;
}

static void prune(struct solver *s)
{
	while (s->active > most_active(s)) {
		uint32_t worst = NOTHING, worst_before = NOTHING;
		for (uint32_t line = s->first_line; line < s->end_line; line++)
			for (uint32_t at = s->lines[line].head, before = NOTHING; at != NOTHING;
			     before = at, at = s->nodes[at].next)
				if (worst == NOTHING || s->nodes[at].demerits > s->nodes[worst].demerits) {
					worst = at;
					worst_before = before;
				}
		deactivate(s, worst, worst_before);
	}
	while (s->first_line < s->end_line && s->lines[s->first_line].head == NOTHING)
		s->first_line++;
}

static uint32_t best_end(const struct solver *s)
{
	uint32_t best = NOTHING;
	for (uint32_t line = s->first_line; line < s->end_line; line++)
		for (uint32_t at = s->lines[line].head; at != NOTHING; at = s->nodes[at].next)
			if (best == NOTHING || s->nodes[at].demerits < s->nodes[best].demerits)
				best = at;
	return best;
}

static struct knuth_line *lines_to(const struct solver *s, uint32_t end, size_t *count)
{
	*count = 0;
	for (uint32_t at = end; s->nodes[at].previous != NOTHING; at = s->nodes[at].previous)
		++*count;
	struct knuth_line *lines = arena_array(s->scratch, *count, sizeof *lines);
	size_t i = *count;
	for (uint32_t at = end; s->nodes[at].previous != NOTHING; at = s->nodes[at].previous)
		lines[--i] =
		    (struct knuth_line){s->nodes[at].place, s->nodes[at].difference, s->nodes[at].shrink, s->nodes[at].ratio};
	return lines;
}

static bool is_allowed(const struct opportunity *place, const struct knuth_pass *pass)
{
	if (place->forced || !pass->wrap)
		return place->forced;
	return (pass->hyphens || !place->flagged) && (pass->force || !place->emergency) && (pass->tied || !place->tied);
}

struct knuth_line *knuth_break(const struct opportunities *places, const struct knuth_rules *rules,
                               const struct knuth_pass *pass, size_t *count, struct arena *scratch)
{
	struct solver s = {.places = places,
	                   .rules = rules,
	                   .scratch = scratch,
	                   .tolerance = pass->tolerance,
	                   .force = pass->force,
	                   .too_short = NOTHING,
	                   .too_long = NOTHING,
	                   .deactivated = NOTHING};
	uint32_t last_forced = new_node(&s, (struct node){.place = NOTHING,
	                                                  .previous = NOTHING,
	                                                  .fitness = TIGHT,
	                                                  .width = places->start_width,
	                                                  .stretch = places->start_stretch,
	                                                  .shrink_sum = places->start_shrink});
	find_reach(&s);
	forget_records(&s);
	activate(&s, last_forced);
	for (uint32_t place = 0; place < places->count; place++) {
		if (!is_allowed(&places->list[place], pass))
			continue;
		consider(&s, place);
		if (s.active > most_active(&s))
			prune(&s);
		if (s.active > 0)
			continue;
		if (!pass->force)
			return NULL;
		place = recover(&s, &last_forced, place);
	}
	return lines_to(&s, best_end(&s), count);
}
