/* Lines of a paragraph: the passes of total fit, from strict to whatever gives lines, and what is known without lines.
 */
#include <string.h>

#include "text_cost.h"
#include "text_private.h"

/* Words of Cyrillic languages are long: of their hyphens many come one under the other. */
static int ladder_for(const struct paragraph_style *style)
{
	const char *language = style->language;
	bool long_words = strncmp(language, "ru", 2) == 0 || strncmp(language, "be", 2) == 0;
	if (style->hyphenation_ladder == TEXT_LADDER_AUTO && !style->pretty && !long_words)
		return 0;
	return style->hyphenation_ladder;
}

static struct knuth_rules rules_for(const struct paragraph *p)
{
	const struct paragraph_style *style = &p->style;
	bool justify = style->align == TEXT_ALIGN_JUSTIFY, justify_last = style->align_last == TEXT_ALIGN_JUSTIFY;
	bool centre = style->align == TEXT_ALIGN_CENTER && !justify_last;
	struct knuth_rules rules = {
	    .last_end_indent = style->last_line_end_indent,
	    .gaps_stretch = justify || justify_last,
	    .gaps_shrink = justify || justify_last,
	    .last_line_fills = !centre && !justify_last,
	    .han = p->has_han,
	    .pretty = style->pretty,
	    .ladder = ladder_for(style),
	};
	if (!justify && !justify_last)
		rules.line_stretch = centre ? 2 * RAGGED_STRETCH : RAGGED_STRETCH;
	return rules;
}

static bool wraps(const struct paragraph *p)
{
	for (uint32_t i = 0; i < p->span_count; i++)
		if (!p->spans[i].object && p->spans[i].style->wrap)
			return true;
	return p->run_count == 0;
}

static struct knuth_line *try_pass(const struct paragraph *p, const struct opportunities *places,
                                   const struct knuth_rules *rules, struct knuth_pass pass, size_t *count)
{
	return knuth_break(places, rules, &pass, count, p->engine->scratch);
}

static bool has_overfull(const struct knuth_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (lines[i].difference + lines[i].shrink < 0)
			return true;
	return false;
}

static double loosest(const struct knuth_line *lines, size_t count)
{
	double ratio = 0;
	for (size_t i = 0; i < count; i++)
		ratio = lines[i].ratio > ratio ? lines[i].ratio : ratio;
	return ratio;
}

/* The least bad lines; words that belong together are parted only so that no line is too wide or gapes. */
static struct knuth_line *forced_lines(const struct paragraph *p, const struct opportunities *places,
                                       const struct knuth_rules *rules, size_t *count, struct knuth_pass *pass)
{
	pass->tolerance = TOLERANCE_FORCED;
	pass->force = true;
	struct knuth_line *lines = try_pass(p, places, rules, *pass, count);
	bool tied = false;
	for (size_t i = 0; i < places->count && !tied; i++)
		tied = places->list[i].tied;
	if (!tied || (!has_overfull(lines, *count) && loosest(lines, *count) <= TOLERANCE_TIED))
		return lines;
	pass->tied = true;
	return try_pass(p, places, rules, *pass, count);
}

/* From strict to loose: first without the dictionary's hyphens, then with them or more loosely, then whatever is
 * possible. */
static struct knuth_line *best_lines(const struct paragraph *p, uint32_t offset, struct opportunities *places,
                                     const struct knuth_rules *rules, size_t *count, struct knuth_pass *pass)
{
	*pass = (struct knuth_pass){.tolerance = TOLERANCE_STRICT, .wrap = wraps(p)};
	struct knuth_line *lines = try_pass(p, places, rules, *pass, count);
	if (lines)
		return lines;
	pass->hyphens = pass->wrap && p->has_hyphenation;
	pass->tolerance = !pass->hyphens ? TOLERANCE_LOOSE : rules->pretty ? TOLERANCE_PRETTY : TOLERANCE_STRICT;
	if (pass->hyphens) {
		uint32_t after;
		*places = opportunities_find(p, offset, true, &after, p->engine->scratch);
	}
	lines = try_pass(p, places, rules, *pass, count);
	static const double looser[] = {TOLERANCE_LOOSE, TOLERANCE_FORCED, TOLERANCE_FORCED * TOLERANCE_LOOSE};
	for (size_t i = 0; i < sizeof looser / sizeof *looser && !lines && rules->pretty; i++) {
		pass->tolerance = looser[i];
		lines = try_pass(p, places, rules, *pass, count);
	}
	if (lines)
		return lines;
	return forced_lines(p, places, rules, count, pass);
}

static void reserve_lines(struct text_breaks *breaks, size_t more, size_t *capacity, struct arena *a)
{
	if (breaks->count + more <= *capacity)
		return;
	size_t room = (breaks->count + more) * 2;
	breaks->line = arena_grow(a, breaks->line, breaks->count, room, sizeof *breaks->line);
	*capacity = room;
}

/* Lines that total fit has chosen, from offset to a forced end; from line first of breaks on. */
static void set_lines(struct text_breaks *breaks, const struct opportunities *places, const struct knuth_rules *rules,
                      uint32_t offset, const struct knuth_line *lines, size_t count)
{
	uint32_t start = offset;
	breaks->count = rules->first_line;
	for (size_t i = 0; i < count; i++) {
		const struct opportunity *place = &places->list[lines[i].opportunity];
		mpt measure = measure_of_line(rules->measures, rules->measure_count, rules->first_line + i);
		breaks->line[breaks->count++] = (struct text_break){.start = start,
		                                                    .end = place->end,
		                                                    .hyphen = place->hyphen,
		                                                    .forced = place->forced,
		                                                    .overfull = lines[i].difference + lines[i].shrink < 0,
		                                                    .width = measure,
		                                                    .natural = measure - lines[i].difference -
		                                                               (i + 1 == count ? rules->last_end_indent : 0)};
		start = place->next;
	}
}

static int longest_ladder(const struct opportunities *places, const struct knuth_line *lines, size_t count)
{
	int longest = 0, row = 0;
	for (size_t i = 0; i < count; i++) {
		row = places->list[lines[i].opportunity].flagged ? row + 1 : 0;
		longest = row > longest ? row : longest;
	}
	return longest;
}

/* Other lines where these have too many hyphens in a row and nothing is said of that: as few as can be had with lines
 * no looser than the loosest of these, or so loose. The rule that gave them is kept for later attempts. */
static const struct knuth_line *shorten_ladder(const struct paragraph *p, const struct opportunities *places,
                                               struct knuth_rules *rules, struct knuth_pass *pass,
                                               const struct knuth_line *lines, size_t *count)
{
	if (rules->ladder != TEXT_LADDER_AUTO)
		return lines;
	int longest = longest_ladder(places, lines, *count);
	double ratio = loosest(lines, *count);
	struct knuth_pass other = {.tolerance = ratio > TOLERANCE_LADDER ? ratio : TOLERANCE_LADDER,
	                           .hyphens = pass->hyphens,
	                           .wrap = pass->wrap,
	                           .tied = pass->tied};
	struct knuth_rules limited = *rules;
	for (limited.ladder = rules->pretty ? LADDER_PRETTY : LADDER_MOST; limited.ladder < longest; limited.ladder++) {
		size_t other_count;
		const struct knuth_line *found = try_pass(p, places, &limited, other, &other_count);
		if (!found)
			continue;
		*rules = limited;
		*pass = other;
		*count = other_count;
		return found;
	}
	return lines;
}

/* A last line of one Chinese character, or none that is seen. */
static bool ends_lonely(const struct opportunities *places, const struct knuth_line *lines, size_t count)
{
	return count >= 2 && places->list[lines[count - 1].opportunity].characters -
	                             places->list[lines[count - 2].opportunity].characters <=
	                         1;
}

/* A ragged line of larger type has not the room to give up a character, so that the last one is not alone (CLREQ
 * 3.4.4): with room for two em there may be a way, where that is not much of the measure. */
static const struct knuth_line *avoid_lonely(const struct paragraph *p, const struct opportunities *places,
                                             struct knuth_rules *rules, struct knuth_pass *pass,
                                             const struct knuth_line *lines, size_t *count)
{
	mpt room = 2 * (p->run_count > 0 ? p->runs[0].size : 0);
	bool narrow = rules->measures[rules->measure_count - 1].width < NARROW_MEASURE * room / 2;
	if (!rules->han || narrow || rules->gaps_stretch || rules->line_stretch >= room ||
	    !ends_lonely(places, lines, *count))
		return lines;
	struct knuth_rules roomy = *rules;
	roomy.line_stretch = room;
	size_t other_count;
	const struct knuth_line *found = try_pass(p, places, &roomy, *pass, &other_count);
	if (!found || ends_lonely(places, found, other_count))
		return lines;
	*rules = roomy;
	*count = other_count;
	return found;
}

static size_t count_hyphens(const struct text_breaks *breaks, size_t first)
{
	size_t count = 0;
	for (size_t i = first; i < breaks->count; i++)
		count += breaks->line[i].hyphen;
	return count;
}

/* Where rivers run through lines, ends of these lines are made dearer and others are tried; those with the shortest
 * rivers stay, where a hyphen counts as much as a line of one. */
static void avoid_rivers(struct paragraph *p, struct opportunities *places, const struct knuth_rules *rules,
                         uint32_t offset, struct knuth_pass pass, struct text_breaks *breaks, size_t *capacity,
                         struct arena *a)
{
	const struct knuth_line *best = NULL, *lines = NULL;
	size_t best_count = 0, count = 0, fewest = SIZE_MAX, found = 1;
	for (int attempt = 0; attempt < RIVER_ATTEMPTS && found > 0; attempt++) {
		lines = try_pass(p, places, rules, pass, &count);
		if (!lines)
			break;
		reserve_lines(breaks, count, capacity, a);
		set_lines(breaks, places, rules, offset, lines, count);
		bool *river = arena_array(p->engine->scratch, count, sizeof *river);
		found = rivers_find(p, breaks, rules->first_line, river);
		size_t marred = found + count_hyphens(breaks, rules->first_line);
		if (marred < fewest) {
			fewest = marred;
			best = lines;
			best_count = count;
		}
		for (size_t i = 0; i < count; i++)
			if (river[i] && places->list[lines[i].opportunity].penalty >= 0)
				places->list[lines[i].opportunity].penalty += RIVER_PENALTY;
	}
	set_lines(breaks, places, rules, offset, best, best_count);
}

/* The lines from offset to a forced end; the offset that follows. */
static uint32_t break_segment(struct paragraph *p, uint32_t offset, struct knuth_rules rules,
                              struct text_breaks *breaks, size_t *capacity, struct arena *a)
{
	uint32_t after;
	struct opportunities places = opportunities_find(p, offset, false, &after, p->engine->scratch);
	struct knuth_pass pass;
	size_t count;
	const struct knuth_line *lines = best_lines(p, offset, &places, &rules, &count, &pass);
	lines = shorten_ladder(p, &places, &rules, &pass, lines, &count);
	lines = avoid_lonely(p, &places, &rules, &pass, lines, &count);
	reserve_lines(breaks, count, capacity, a);
	set_lines(breaks, &places, &rules, offset, lines, count);
	if (rules.pretty && count >= RIVER_LINES)
		avoid_rivers(p, &places, &rules, offset, pass, breaks, capacity, a);
	return after;
}

/* What characters leave free in the first and the last cell of a line is not for text. */
static const struct text_measure *measures_in_grid(const struct paragraph *p, const struct text_measure *measures,
                                                   size_t count)
{
	mpt inset = grid_inset(p);
	if (inset == 0)
		return measures;
	struct text_measure *own = arena_array(p->engine->scratch, count, sizeof *own);
	for (size_t i = 0; i < count; i++)
		own[i] = (struct text_measure){measures[i].lines, mpt_max(0, measures[i].width - 2 * inset)};
	return own;
}

struct text_breaks paragraph_break(struct paragraph *p, uint32_t offset, const struct text_measure *measures,
                                   size_t measure_count, struct arena *a)
{
	struct text_breaks breaks = {0};
	size_t capacity = 0;
	struct arena_mark mark = arena_mark(p->engine->scratch);
	struct knuth_rules rules = rules_for(p);
	rules.measures = measures_in_grid(p, measures, measure_count);
	rules.measure_count = measure_count;
	rules.indent = offset == 0 ? p->style.indent : 0;
	while (offset < p->length) {
		rules.first_line = breaks.count;
		offset = break_segment(p, offset, rules, &breaks, &capacity, a);
		rules.indent = 0;
	}
	arena_reset(p->engine->scratch, mark);
	return breaks;
}

void paragraph_widths(const struct paragraph *p, mpt *min_content, mpt *max_content)
{
	struct arena_mark mark = arena_mark(p->engine->scratch);
	mpt indent = p->style.indent;
	*min_content = *max_content = 0;
	for (uint32_t offset = 0; offset < p->length;) {
		struct opportunities places = opportunities_find(p, offset, false, &offset, p->engine->scratch);
		int64_t line_start = places.start_width - indent, start = line_start;
		for (size_t i = 0; i < places.count; i++) {
			if (places.list[i].emergency || places.list[i].tied)
				continue;
			*min_content = mpt_max(*min_content, places.list[i].end_width - start);
			start = places.list[i].start_width;
		}
		*max_content = mpt_max(*max_content, places.list[places.count - 1].end_width - line_start);
		indent = 0;
	}
	arena_reset(p->engine->scratch, mark);
}
