/* Lines of a paragraph: the passes of total fit, from strict to whatever gives lines, and what is known without lines.
 */
#include "text_cost.h"
#include "text_private.h"

static struct knuth_rules rules_for(const struct paragraph *p)
{
	const struct paragraph_style *style = &p->style;
	bool justify = style->align == TEXT_ALIGN_JUSTIFY, justify_last = style->align_last == TEXT_ALIGN_JUSTIFY;
	bool centre = style->align == TEXT_ALIGN_CENTER && !justify_last;
	struct knuth_rules rules = {
	    .last_end_indent = style->last_line_end_indent,
	    .gaps_stretch = justify || justify_last,
	    .gaps_shrink = justify,
	    .last_line_fills = !centre && !justify_last,
	    .han = p->has_han,
	    .ladder = style->hyphenation_ladder,
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

/* From strict to loose: first without the dictionary's hyphens, then with them or more loosely, then whatever is
 * possible. */
static struct knuth_line *best_lines(const struct paragraph *p, uint32_t offset, struct opportunities *places,
                                     const struct knuth_rules *rules, size_t *count)
{
	struct arena *scratch = p->engine->scratch;
	bool wrap = wraps(p), hyphenate = wrap && p->has_hyphenation;
	struct knuth_line *lines = knuth_break(places, rules, TOLERANCE_STRICT, false, wrap, false, count, scratch);
	if (lines)
		return lines;
	if (hyphenate) {
		uint32_t after;
		*places = opportunities_find(p, offset, true, &after, scratch);
	}
	lines = knuth_break(places, rules, hyphenate ? TOLERANCE_STRICT : TOLERANCE_LOOSE, hyphenate, wrap, false, count,
	                    scratch);
	return lines ? lines : knuth_break(places, rules, TOLERANCE_FORCED, hyphenate, wrap, true, count, scratch);
}

static void reserve_lines(struct text_breaks *breaks, size_t more, size_t *capacity, struct arena *a)
{
	if (breaks->count + more <= *capacity)
		return;
	size_t room = (breaks->count + more) * 2;
	breaks->line = arena_grow(a, breaks->line, breaks->count, room, sizeof *breaks->line);
	*capacity = room;
}

/* The lines from offset to a forced end; the offset that follows. */
static uint32_t break_segment(const struct paragraph *p, uint32_t offset, struct knuth_rules rules,
                              struct text_breaks *breaks, size_t *capacity, struct arena *a)
{
	uint32_t after;
	struct opportunities places = opportunities_find(p, offset, false, &after, p->engine->scratch);
	size_t count;
	const struct knuth_line *lines = best_lines(p, offset, &places, &rules, &count);
	reserve_lines(breaks, count, capacity, a);
	uint32_t start = offset;
	for (size_t i = 0; i < count; i++) {
		const struct opportunity *place = &places.list[lines[i].opportunity];
		mpt measure = measure_of_line(rules.measures, rules.measure_count, rules.first_line + i);
		breaks->line[breaks->count++] = (struct text_break){.start = start,
		                                                    .end = place->end,
		                                                    .hyphen = place->hyphen,
		                                                    .forced = place->forced,
		                                                    .overfull = lines[i].difference + lines[i].shrink < 0,
		                                                    .width = measure,
		                                                    .natural = measure - lines[i].difference -
		                                                               (i + 1 == count ? rules.last_end_indent : 0)};
		start = place->next;
	}
	return after;
}

struct text_breaks paragraph_break(struct paragraph *p, uint32_t offset, const struct text_measure *measures,
                                   size_t measure_count, struct arena *a)
{
	struct text_breaks breaks = {0};
	size_t capacity = 0;
	struct arena_mark mark = arena_mark(p->engine->scratch);
	struct knuth_rules rules = rules_for(p);
	rules.measures = measures;
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
			if (places.list[i].emergency)
				continue;
			*min_content = mpt_max(*min_content, places.list[i].end_width - start);
			start = places.list[i].start_width;
		}
		*max_content = mpt_max(*max_content, places.list[places.count - 1].end_width - line_start);
		indent = 0;
	}
	arena_reset(p->engine->scratch, mark);
}
