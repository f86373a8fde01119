/* Justification of one line: which gaps open or close, in which order, by how much; to the last millipoint. */
#include "text_line.h"

static int64_t gap_room(const struct text_gap *gap, bool stretch)
{
	return stretch ? gap->stretch : gap->shrink;
}

static bool is_of(const struct cell *cell, unsigned kinds)
{
	return kinds & 1u << cell->gap.kind;
}

static int64_t room_of(const struct line *line, unsigned kinds, bool stretch)
{
	int64_t room = 0;
	for (size_t i = 0; i < line->count; i++)
		if (is_of(&line->cells[i], kinds))
			room += gap_room(&line->cells[i].gap, stretch);
	return room;
}

/* amount shared among the gaps of these kinds in proportion to their room. Sums are rounded, not shares: nothing is
 * lost. */
static void share(struct line *line, unsigned kinds, bool stretch, mpt amount, int64_t room)
{
	int64_t sum = 0;
	mpt given = 0;
	for (size_t i = 0; i < line->count; i++) {
		if (!is_of(&line->cells[i], kinds))
			continue;
		sum += gap_room(&line->cells[i].gap, stretch);
		mpt upto = mpt_scale(amount, sum, room);
		line->cells[i].extra += upto - given;
		given = upto;
	}
}

#define WORD_GAPS   (1u << GAP_WORD)
#define LEADER_GAPS (1u << GAP_LEADER)
#define AUTO_GAPS   (1u << GAP_AUTOSPACE)
#define MARK_GAPS   (1u << GAP_PUNCTUATION)
#define HAN_GAPS    (1u << GAP_PUNCTUATION | 1u << GAP_CHARACTER)

/* Latin: every gap in proportion, beyond its limit too where the line is that loose. */
static mpt adjust_latin(struct line *line, mpt slack)
{
	bool stretch = slack > 0;
	unsigned kinds = WORD_GAPS | LEADER_GAPS;
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

/* Chinese, in the order of CLREQ 3.2.3: word spaces, space to Latin, then closing marks' blanks or the space between
 * characters. */
static mpt adjust_han(struct line *line, mpt slack)
{
	bool stretch = slack > 0;
	static const unsigned opening[] = {LEADER_GAPS, WORD_GAPS, AUTO_GAPS, HAN_GAPS};
	static const unsigned closing[] = {LEADER_GAPS, WORD_GAPS, AUTO_GAPS, MARK_GAPS};
	mpt left = slack;
	for (size_t i = 0; i < 4 && left != 0; i++)
		left = fill(line, stretch ? opening[i] : closing[i], stretch, left);
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
