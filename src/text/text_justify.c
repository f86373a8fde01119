/* Justification of one line: which gaps open or close, in which order, by how much; to the last millipoint. */
#include "text_line.h"

static int64_t gap_room(const struct text_gap *gap, bool stretch)
{
	return stretch ? gap->stretch : gap->shrink;
}

static bool is_of(const struct text_gap *gap, unsigned kinds)
{
	return kinds & 1u << gap->kind;
}

static int64_t room_of(const struct line *line, unsigned kinds, bool stretch)
{
	int64_t room = 0;
	for (size_t i = 0; i < line->count; i++) {
		const struct cell *cell = &line->cells[i];
		room += is_of(&cell->letters, kinds) ? gap_room(&cell->letters, stretch) : 0;
		room += is_of(&cell->gap, kinds) ? gap_room(&cell->gap, stretch) : 0;
	}
	return room;
}

/* An amount being shared out. Sums are rounded, not shares: nothing is lost. */
struct shares {
	unsigned kinds;
	bool stretch;
	mpt amount, given;
	int64_t room, sum;
};

static mpt next_share(struct shares *shares, const struct text_gap *gap)
{
	if (!is_of(gap, shares->kinds))
		return 0;
	shares->sum += gap_room(gap, shares->stretch);
	mpt upto = mpt_scale(shares->amount, shares->sum, shares->room), share = upto - shares->given;
	shares->given = upto;
	return share;
}

/* amount shared among the gaps of these kinds in proportion to their room, of which there is some. */
static void share(struct line *line, unsigned kinds, bool stretch, mpt amount, int64_t room)
{
	struct shares shares = {.kinds = kinds, .stretch = stretch, .amount = amount, .room = room};
	for (size_t i = 0; i < line->count; i++) {
		struct cell *cell = &line->cells[i];
		cell->inner += next_share(&shares, &cell->letters);
		cell->extra += next_share(&shares, &cell->gap);
	}
}

#define KIND(kind)  (1u << (kind))
#define WORD_GAPS   KIND(GAP_WORD)
#define LEADER_GAPS KIND(GAP_LEADER)
#define AUTO_GAPS   KIND(GAP_AUTOSPACE)
#define HAN_GAPS    (KIND(GAP_MIDDLE) | KIND(GAP_BRACKET) | KIND(GAP_COMMA) | KIND(GAP_STOP) | KIND(GAP_CHARACTER))

/* Latin: every gap in proportion, beyond its limit too where the line is that loose. */
static mpt adjust_latin(struct line *line, mpt slack)
{
	bool stretch = slack > 0;
	unsigned kinds = WORD_GAPS | LEADER_GAPS | KIND(GAP_LETTER);
	int64_t room = room_of(line, kinds, stretch);
	if (room == 0)
		return 0;
	mpt amount = slack < -2 * room ? -2 * room : slack;
	share(line, kinds, stretch, amount, room);
	return amount;
}

/* Gaps of these kinds take what they can of left, not more. */
static mpt fill(struct line *line, unsigned kinds, bool stretch, mpt left)
{
	int64_t room = room_of(line, kinds, stretch);
	mpt amount = stretch ? mpt_min(left, room) : mpt_max(left, -room);
	if (room > 0 && amount != 0)
		share(line, kinds, stretch, amount, room);
	return left - amount;
}

/* Chinese, in the order of CLREQ 3.5.3 and 3.5.4: gaps of one step share, then those of the next. Ends with 0. */
static const unsigned opening[] = {LEADER_GAPS, WORD_GAPS | KIND(GAP_LETTER), AUTO_GAPS, HAN_GAPS, 0};
static const unsigned closing[] = {LEADER_GAPS,      WORD_GAPS | KIND(GAP_LETTER),
                                   KIND(GAP_MIDDLE), KIND(GAP_BRACKET),
                                   KIND(GAP_COMMA),  AUTO_GAPS,
                                   KIND(GAP_STOP),   0};

/* A Chinese name in a Russian text is not torn apart: word spaces open as far as they must. */
static bool opens_words_only(const struct line *line)
{
	const char *language = line->p->style.language;
	return *language && !text_language_is_han(language) && room_of(line, WORD_GAPS, true) > 0;
}

static mpt adjust_han(struct line *line, mpt slack)
{
	bool stretch = slack > 0;
	if (stretch && opens_words_only(line))
		return adjust_latin(line, slack);
	const unsigned *steps = stretch ? opening : closing;
	mpt left = slack;
	for (; *steps && left != 0; steps++)
		left = fill(line, *steps, stretch, left);
	int64_t room = room_of(line, HAN_GAPS | WORD_GAPS | AUTO_GAPS, true);
	if (left > 0 && room > 0) {
		share(line, HAN_GAPS | WORD_GAPS | AUTO_GAPS, true, left, room);
		left = 0;
	}
	return slack - left;
}

mpt line_adjust(struct line *line, mpt slack)
{
	if (slack == 0)
		return 0;
	return line->p->has_han ? adjust_han(line, slack) : adjust_latin(line, slack);
}
