/* The places where a line may end, with the sums that a line's natural width, stretch and shrink are differences of. */
#include "text_cost.h"
#include "text_private.h"

struct walk {
	const struct paragraph *p;
	struct opportunities found;
	struct arena *scratch;
	int64_t width, stretch, shrink;             /* up to the current place */
	int64_t end_width, end_stretch, end_shrink; /* up to the last content that a line's end keeps */
	uint32_t end;                               /* its offset */
	uint32_t characters;
	uint32_t skipped; /* units of the first atom that a line before has shown */
	mpt skipped_width;
	uint32_t from;  /* offset where all this begins */
	bool started;   /* content has come */
	bool automatic; /* the dictionary's hyphens too */
	bool rigid;     /* text does not shrink, only leaders: lines are not justified, but perhaps the last */
};

static struct opportunity *add_opportunity(struct walk *walk)
{
	struct opportunities *found = &walk->found;
	if (found->count == found->capacity) {
		/* Chinese has a place at nearly every atom. */
		size_t first = walk->p->has_han ? walk->p->atom_count + 1 : 8;
		size_t capacity = found->capacity ? found->capacity * 2 : first;
		found->list = arena_grow(walk->scratch, found->list, found->count, capacity, sizeof *found->list);
		found->capacity = capacity;
	}
	struct opportunity *added = &found->list[found->count++];
	*added = (struct opportunity){.end_width = walk->end_width,
	                              .end_stretch = walk->end_stretch,
	                              .end_shrink = walk->end_shrink,
	                              .start_width = walk->width,
	                              .start_stretch = walk->stretch,
	                              .start_shrink = walk->shrink,
	                              .end = walk->end,
	                              .characters = walk->characters};
	return added;
}

static void keep_content(struct walk *walk, mpt trailing, uint32_t end)
{
	walk->end_width = walk->width - trailing;
	walk->end_stretch = walk->stretch;
	walk->end_shrink = walk->shrink;
	walk->end = end;
}

/* The first line starts at the first content: spaces before it are dropped. */
static void start_content(struct walk *walk, uint32_t offset)
{
	if (walk->started)
		return;
	walk->started = true;
	walk->found.start_width = walk->width;
	walk->found.start_stretch = walk->stretch;
	walk->found.start_shrink = walk->shrink;
	walk->end = offset;
	keep_content(walk, 0, offset);
}

static void add_gap(struct walk *walk, struct text_gap gap)
{
	walk->width += gap.width;
	walk->stretch += gap.stretch;
	walk->shrink += walk->rigid && gap.kind != GAP_LEADER ? 0 : gap.shrink;
}

static mpt hyphen_width(const struct paragraph *p, const struct text_run *run)
{
	return shape_width(hyphen_shape(p, run), run->size, 0) - hang_of_hyphen(p, run);
}

mpt atom_prefix_width(const struct paragraph *p, const struct text_atom *atom, uint32_t at)
{
	const struct text_run *run = &p->runs[atom->run];
	mpt width = 0, letter_spacing = p->spans[run->span].style->letter_spacing;
	bool boundary = false;
	for (unsigned i = 0; i < atom->shape->glyph_count; i++) {
		const struct shape_glyph *glyph = &atom->shape->glyphs[i];
		boundary |= glyph->cluster == at;
		if (glyph->cluster >= at)
			continue;
		width += shape_mpt(glyph->advance, run->size);
		if (i == 0 || atom->shape->glyphs[i - 1].cluster != glyph->cluster)
			width += letter_spacing;
	}
	return boundary ? width : -1;
}

/* Where prettier lines are asked for a hyphen is a last resort, the more so in a short word or near its end. */
static int16_t hyphen_penalty(const struct paragraph *p, const struct shape *shape, int at)
{
	if (!p->style.pretty)
		return PENALTY_HYPHEN;
	int letters = shape->letters_end - shape->letters;
	bool short_part = at - shape->letters < 3 || shape->letters_end - at < 3 || letters < 6;
	return short_part ? PENALTY_HYPHEN_SHORT : PENALTY_HYPHEN_PRETTY;
}

static void add_hyphens(struct walk *walk, const struct text_atom *atom)
{
	const struct paragraph *p = walk->p;
	const struct text_run *run = &p->runs[atom->run];
	const struct text_style *style = p->spans[run->span].style;
	struct shape *shape = (struct shape *)atom->shape; /* it remembers its hyphens */
	const uint8_t *points = style->hyphenate && style->wrap ? hyphen_points(p->engine, style->language, shape) : NULL;
	if (!points)
		return;
	mpt hyphen = hyphen_width(p, run);
	for (int at = (int)walk->skipped + 1; at < shape->length; at++) {
		if (!points[at] || at - shape->letters < style->hyphenation_remain ||
		    shape->letters_end - at < style->hyphenation_push)
			continue;
		mpt width = atom_prefix_width(p, atom, (uint32_t)at);
		if (width < 0)
			continue;
		width -= walk->skipped_width;
		struct opportunity *place = add_opportunity(walk);
		place->start_width = walk->width + width;
		place->end_width = walk->width + width + hyphen - style->letter_spacing;
		place->end_stretch = walk->stretch;
		place->end_shrink = walk->shrink;
		place->end = place->next = atom->start + (uint32_t)at;
		place->penalty = hyphen_penalty(p, shape, at);
		place->flagged = place->hyphen = true;
	}
}

/* A line that begins with atom i is shorter by what hangs over its start. */
static void hang_start(struct walk *walk, uint32_t i, bool first)
{
	mpt hang = walk->skipped ? 0 : hang_of_start(walk->p, i, first && walk->from == 0);
	struct opportunities *found = &walk->found;
	if (first)
		found->start_width += hang;
	else if (found->count > 0 && found->list[found->count - 1].next == walk->p->atoms[i].start)
		found->list[found->count - 1].start_width += hang;
}

static void walk_word(struct walk *walk, uint32_t i)
{
	const struct paragraph *p = walk->p;
	const struct text_atom *atom = &p->atoms[i];
	mpt before = 0, after = 0, hang = p->has_hanging ? hang_of(p, i) : 0;
	if (p->has_han)
		mark_blanks(p, atom, &before, &after);
	bool first = !walk->started;
	start_content(walk, atom->start);
	if (p->has_hanging)
		hang_start(walk, i, first);
	if (walk->skipped)
		walk->skipped_width = mpt_max(0, atom_prefix_width(p, atom, walk->skipped));
	if (walk->automatic && atom->first < TEXT_HAN)
		add_hyphens(walk, atom);
	walk->width += atom->width - before - after - walk->skipped_width;
	if (p->has_loose_letters)
		add_gap(walk, gap_of_letters(p, &p->runs[atom->run], atom->shape));
	walk->skipped = 0;
	walk->skipped_width = 0;
	if (atom->first < TEXT_OPEN)
		walk->characters += (uint32_t)(atom[1].start - atom->start);
	keep_content(walk, atom_style(p, atom)->letter_spacing + hang, atom[1].start);
	if (p->has_han)
		add_gap(walk, gap_after(p, i));
}

static void walk_object(struct walk *walk, uint32_t i)
{
	const struct paragraph *p = walk->p;
	const struct text_atom *atom = &p->atoms[i];
	switch (atom_object(p, atom)->kind) {
	case TEXT_OBJECT_END:
	case TEXT_OBJECT_ANCHOR:
		/* Sticks to what precedes, also over a space that is dropped. */
		walk->width += atom->width;
		walk->end_width += atom->width;
		return;
	case TEXT_OBJECT_LEADER:
		start_content(walk, atom->start);
		add_gap(walk, gap_of_space(p, i));
		break;
	default:
		start_content(walk, atom->start);
		walk->width += atom->width;
		walk->characters += 2;
		break;
	}
	keep_content(walk, 0, atom[1].start);
	if (p->has_han)
		add_gap(walk, gap_after(p, i));
}

static void walk_atom(struct walk *walk, uint32_t i)
{
	const struct paragraph *p = walk->p;
	const struct text_atom *atom = &p->atoms[i];
	if (atom->kind == ATOM_WORD)
		walk_word(walk, i);
	else if (atom->kind == ATOM_OBJECT)
		walk_object(walk, i);
	else if (atom->kind == ATOM_SPACE) {
		bool dropped = atom_is_dropped_space(p, i);
		if (!dropped)
			start_content(walk, atom->start);
		add_gap(walk, gap_of_space(p, i));
		if (!dropped)
			keep_content(walk, 0, atom[1].start);
	}
}

static int16_t break_penalty(const struct opportunity *place, uint8_t kind, bool latin)
{
	if (kind == ATOM_BREAK_DEAR)
		return PENALTY_DEAR;
	if (kind == ATOM_BREAK_TIED)
		return PENALTY_TIED;
	if (kind == ATOM_BREAK_EMERGENCY)
		return PENALTY_EMERGENCY;
	return place->hyphen || latin ? PENALTY_NO_SPACE : 0;
}

/* A place to break after atom i, which is not forced. Breaking where no space is costs a little, as in Apache FOP. */
static void add_break(struct walk *walk, uint32_t i)
{
	const struct paragraph *p = walk->p;
	const struct text_atom *atom = &p->atoms[i];
	/* Nothing to see since the last place: this one takes its place. */
	struct opportunities *found = &walk->found;
	if (found->count > 0 && found->list[found->count - 1].end == walk->end && !found->list[found->count - 1].hyphen)
		found->count--;
	struct opportunity *place = add_opportunity(walk);
	place->next = atom[1].start;
	if (atom->break_after == ATOM_BREAK_HYPHEN) {
		place->hyphen = true;
		place->end = atom->start;
		place->end_width += hyphen_width(p, &p->runs[atom->run]);
	}
	bool latin = atom->kind == ATOM_WORD && !text_class_is_han(atom->last) && !text_class_is_han(atom[1].first);
	place->emergency = atom->break_after == ATOM_BREAK_EMERGENCY;
	place->tied = atom->break_after == ATOM_BREAK_TIED;
	place->penalty = break_penalty(place, atom->break_after, latin);
	if (latin && p->style.align == TEXT_ALIGN_CENTER && p->style.align_last != TEXT_ALIGN_JUSTIFY)
		/* Apache FOP leaves room for a hyphen here, and the line stands half of it to the left. */
		place->end_width += hyphen_width(p, &p->runs[atom->run]);
}

struct opportunities opportunities_find(const struct paragraph *p, uint32_t offset, bool hyphenate, uint32_t *after,
                                        struct arena *scratch)
{
	uint32_t i = paragraph_atom_at(p, offset);
	struct walk walk = {
	    .p = p,
	    .scratch = scratch,
	    .automatic = hyphenate,
	    .rigid = p->style.align != TEXT_ALIGN_JUSTIFY,
	    .from = offset,
	    .end = offset,
	    .skipped = offset - p->atoms[i].start,
	};
	for (; i < p->atom_count; i++) {
		const struct text_atom *atom = &p->atoms[i];
		if (atom->break_after == ATOM_BREAK_FORCED)
			break;
		walk_atom(&walk, i);
		if (atom->break_after && walk.started && i + 1 < p->atom_count)
			add_break(&walk, i);
	}
	*after = p->atoms[i < p->atom_count ? i + 1 : i].start;
	/* A line after these would have nothing to show. */
	while (walk.found.count > 0 && walk.found.list[walk.found.count - 1].end >= walk.end)
		walk.found.count--;
	struct opportunity *last = add_opportunity(&walk);
	last->next = *after;
	last->penalty = PENALTY_FORCED;
	last->forced = true;
	return walk.found;
}
