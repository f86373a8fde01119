/* Rivers: word spaces that stand under each other in several lines and are seen before the words. Only finds them. */
#include "text_cost.h"
#include "text_private.h"

#define MOST_SPACES 96

/* The word spaces of a line, and for each how many lines the river has that it ends. */
struct row {
	struct word_space space[MOST_SPACES];
	size_t length[MOST_SPACES];
	size_t count;
};

/* One runs into the other: at least half of the narrower lies under it. */
static bool meets(const struct word_space *a, const struct word_space *b)
{
	mpt common = mpt_min(a->end, b->end) - mpt_max(a->start, b->start);
	return 2 * common >= mpt_min(a->end - a->start, b->end - b->start);
}

/* Both rows run from left to right: one walk over the two. The length of the longest river that row now ends. */
static size_t join_rows(const struct row *above, struct row *row)
{
	size_t longest = 0, first = 0;
	for (size_t i = 0; i < row->count; i++) {
		row->length[i] = 1;
		while (first < above->count && above->space[first].end <= row->space[i].start)
			first++;
		for (size_t at = first; at < above->count && above->space[at].start < row->space[i].end; at++)
			if (meets(&above->space[at], &row->space[i]) && above->length[at] >= row->length[i])
				row->length[i] = above->length[at] + 1;
		longest = row->length[i] > longest ? row->length[i] : longest;
	}
	return longest;
}

size_t rivers_find(struct paragraph *p, const struct text_breaks *breaks, size_t first, bool *river)
{
	struct arena_mark mark = arena_mark(p->engine->scratch);
	struct row *rows = arena_array(p->engine->scratch, 2, sizeof *rows);
	size_t count = 0;
	rows[0].count = 0;
	for (size_t i = first; i < breaks->count; i++) {
		struct row *above = &rows[(i - first) % 2], *row = &rows[(i - first + 1) % 2];
		row->count = line_word_spaces(p, breaks, i, row->space, MOST_SPACES);
		size_t longest = join_rows(above, row);
		river[i - first] = false;
		for (size_t back = 0; longest >= RIVER_LINES && back < longest && back <= i - first; back++) {
			count += !river[i - first - back];
			river[i - first - back] = true;
		}
	}
	arena_reset(p->engine->scratch, mark);
	return count;
}
