/* Spaces between areas (XSL 4.3): what stacks up between two contents is resolved as one sequence, and fragments
 * without border or padding at that side begin and end where the sequence puts them. */
#include "column.h"

static struct stacking *stacking_add(struct column *c, enum stacking_kind kind)
{
	ARRAY_RESERVE(c->stacking, c->stacking_count, c->stacking_capacity);
	struct stacking *s = &c->stacking[c->stacking_count++];
	*s = (struct stacking){.kind = kind};
	return s;
}

void column_add_space(struct column *c, struct space space)
{
	if (space.optimum == 0 && space.minimum == 0 && space.maximum == 0 && space.precedence == 0)
		return;
	stacking_add(c, STACKING_SPACE)->space = space;
}

void stacking_open(struct column *c, struct fragment *f)
{
	stacking_add(c, STACKING_OPEN)->fragment = f;
}

void stacking_close(struct column *c, struct fragment *f)
{
	stacking_add(c, STACKING_CLOSE)->fragment = f;
}

/* The range of the sequence that is left after conditional spaces at the edge of a reference area are taken away. */
struct range {
	size_t first, end;
};

static struct range unconditional(const struct column *c, bool at_end)
{
	struct range r = {0, c->stacking_count};
	while (c->area_start && r.first < r.end &&
	       !(c->stacking[r.first].kind == STACKING_SPACE && c->stacking[r.first].space.retain))
		r.first++;
	while (at_end && r.end > r.first &&
	       !(c->stacking[r.end - 1].kind == STACKING_SPACE && c->stacking[r.end - 1].space.retain))
		r.end--;
	return r;
}

static int highest_precedence(const struct column *c, struct range r)
{
	int highest = INT_MIN;
	for (size_t i = r.first; i < r.end; i++)
		if (c->stacking[i].kind == STACKING_SPACE && c->stacking[i].space.precedence > highest)
			highest = c->stacking[i].space.precedence;
	return highest;
}

/* The space of the sequence that survives among equals of that precedence: the greatest optimum, the last of them. */
static size_t surviving_space(const struct column *c, struct range r, int precedence)
{
	size_t survivor = SIZE_MAX;
	for (size_t i = r.first; i < r.end; i++) {
		if (c->stacking[i].kind != STACKING_SPACE || c->stacking[i].space.precedence != precedence)
			continue;
		if (survivor == SIZE_MAX || c->stacking[i].space.optimum >= c->stacking[survivor].space.optimum)
			survivor = i;
	}
	return survivor;
}

/* What the i-th of the sequence takes, given the resolution. */
struct resolution {
	struct range range;
	bool forcing;
	size_t survivor;
};

static struct resolution resolve(const struct column *c, bool at_end)
{
	struct resolution r = {.range = unconditional(c, at_end)};
	int precedence = highest_precedence(c, r.range);
	r.forcing = precedence == SPACE_FORCE;
	r.survivor = precedence == INT_MIN ? SIZE_MAX : surviving_space(c, r.range, precedence);
	return r;
}

static bool space_counts(const struct column *c, const struct resolution *r, size_t i)
{
	const struct stacking *s = &c->stacking[i];
	if (s->kind != STACKING_SPACE || i < r->range.first || i >= r->range.end)
		return false;
	return r->forcing ? s->space.precedence == SPACE_FORCE : i == r->survivor;
}

/* Of equal spaces the greatest minimum and the least maximum count (XSL 4.3.1, rule 3). */
static struct space resolved_space(const struct column *c, const struct resolution *r, size_t i)
{
	struct space space = c->stacking[i].space;
	for (size_t k = r->range.first; !r->forcing && k < r->range.end; k++) {
		const struct space *other = &c->stacking[k].space;
		if (c->stacking[k].kind != STACKING_SPACE || other->precedence != space.precedence ||
		    other->optimum != space.optimum)
			continue;
		space.minimum = mpt_max(space.minimum, other->minimum);
		space.maximum = mpt_min(space.maximum, other->maximum);
	}
	space.minimum = mpt_min(space.minimum, space.optimum);
	space.maximum = mpt_max(space.maximum, space.optimum);
	return space;
}

/* In a column that is adjusted each space gives up, or takes, the same part of what it can. */
static mpt space_taken(const struct column *c, const struct space *space)
{
	if (c->ratio == 0 || (c->rigid && c->ratio > 0))
		return space->optimum;
	mpt range = c->ratio < 0 ? space->optimum - space->minimum : space->maximum - space->optimum;
	return space->optimum + mpt_from_points((double)range * c->ratio / MPT_PER_POINT);
}

mpt stacking_size(const struct column *c, bool at_end)
{
	if (c->stacking_count == 0)
		return 0;
	struct resolution r = resolve(c, at_end);
	mpt size = 0;
	for (size_t i = r.range.first; i < r.range.end; i++)
		if (space_counts(c, &r, i)) {
			struct space space = resolved_space(c, &r, i);
			size += space_taken(c, &space);
		}
	return size;
}

mpt stacking_shrinkable(const struct column *c)
{
	if (c->stacking_count == 0 || c->rigid)
		return 0;
	struct resolution r = resolve(c, false);
	mpt shrinkable = 0;
	for (size_t i = r.range.first; i < r.range.end; i++)
		if (space_counts(c, &r, i)) {
			struct space space = resolved_space(c, &r, i);
			shrinkable += space.optimum - space.minimum;
		}
	return shrinkable;
}

mpt column_take_space(struct column *c, const struct space *space)
{
	mpt taken = space_taken(c, space);
	c->adjusted += taken - space->optimum;
	if (!c->rigid) {
		c->shrinkable += space->optimum - space->minimum;
		c->stretchable += space->maximum - space->optimum;
	}
	return taken;
}

static void settle_space(struct column *c, const struct resolution *r, size_t i)
{
	if (!space_counts(c, r, i))
		return;
	struct space space = resolved_space(c, r, i);
	c->cursor += column_take_space(c, &space);
}

/* A fragment's end is not above its beginning, whatever negative spaces say. */
static void close_at(struct fragment *f, mpt cursor)
{
	f->block_size = mpt_max(0, cursor - f->block_offset);
}

static void settle(struct column *c, bool at_end)
{
	if (c->stacking_count == 0)
		return;
	struct resolution r = resolve(c, at_end);
	for (size_t i = 0; i < c->stacking_count; i++) {
		const struct stacking *s = &c->stacking[i];
		if (s->kind == STACKING_SPACE)
			settle_space(c, &r, i);
		else if (s->kind == STACKING_OPEN)
			s->fragment->block_offset = c->cursor;
		else
			close_at(s->fragment, c->cursor);
	}
	c->stacking_count = 0;
}

void column_settle(struct column *c)
{
	settle(c, false);
	column_begin_content(c);
}

void stacking_settle_end(struct column *c)
{
	settle(c, true);
}

bool stacking_has_opening(const struct column *c, const struct fragment *f)
{
	for (size_t i = 0; i < c->stacking_count; i++)
		if (c->stacking[i].kind == STACKING_OPEN && c->stacking[i].fragment == f)
			return true;
	return false;
}

struct space space_of(const struct fo_node *node, enum fo_property minimum, mpt base)
{
	/* The rows of a space stand together in the property table: minimum, optimum, maximum, precedence, conditionality.
	 */
	bool before = minimum == PROP_SPACE_BEFORE_MINIMUM;
	enum fo_property precedence = before ? PROP_SPACE_BEFORE_PRECEDENCE : PROP_SPACE_AFTER_PRECEDENCE;
	return (struct space){
	    .minimum = fo_length(node, minimum, base),
	    .optimum = fo_length(node, before ? PROP_SPACE_BEFORE_OPTIMUM : PROP_SPACE_AFTER_OPTIMUM, base),
	    .maximum = fo_length(node, before ? PROP_SPACE_BEFORE_MAXIMUM : PROP_SPACE_AFTER_MAXIMUM, base),
	    .precedence = fo_key(node, precedence) == KEY_FORCE ? SPACE_FORCE : (int)fo_number(node, precedence),
	    .retain =
	        fo_key(node, before ? PROP_SPACE_BEFORE_CONDITIONALITY : PROP_SPACE_AFTER_CONDITIONALITY) == KEY_RETAIN,
	};
}
