/* The character grid (CLREQ 2.3, and 3.2.6 on Western text in it): every Chinese character and mark stands in the
 * middle of a cell, whatever is between two of them takes whole cells. */
#include "text_cost.h"
#include "text_line.h"

/* A character hardly larger than a cell still takes one. */
#define CELL_TOLERANCE_PERCENT 10

/* Least space between Western text and the edge of its cells: an eighth of a cell. */
#define CELL_MARGIN_DIVISOR 8

static mpt whole_cells(mpt width, mpt cell)
{
	mpt cells = (width - cell * CELL_TOLERANCE_PERCENT / 100 + cell - 1) / cell;
	return mpt_max(cells, 1) * cell;
}

static bool is_in_cell(const struct text_atom *atom)
{
	return atom->kind == ATOM_WORD && text_class_is_han(atom->first);
}

static bool is_line_end(const struct paragraph *p, const struct text_atom *atom)
{
	return atom->kind == ATOM_OBJECT && atom_object(p, atom)->kind == TEXT_OBJECT_LINEFEED;
}

/* What a character leaves free of its cells before it, and the same behind it. */
static mpt side_of(const struct paragraph *p, const struct text_atom *atom)
{
	return is_in_cell(atom) ? (whole_cells(atom->width, p->style.character_grid) - atom->width) / 2 : 0;
}

/* The Western text that atom i belongs to, which is not in a cell: first to last, spaces at its ends left out. */
struct western {
	uint32_t first, last;
	mpt width;
	bool begins; /* nothing stands before it: it begins at the edge of a cell */
};

static struct western western_at(const struct paragraph *p, uint32_t i)
{
	struct western w = {.first = i, .last = i};
	while (w.first > 0 && !is_in_cell(&p->atoms[w.first - 1]) && !is_line_end(p, &p->atoms[w.first - 1]))
		w.first--;
	w.begins = w.first == 0 || is_line_end(p, &p->atoms[w.first - 1]);
	while (w.first < i && p->atoms[w.first].kind == ATOM_SPACE)
		w.first++;
	mpt spaces = 0;
	for (uint32_t at = w.first; at < p->atom_count && !is_in_cell(&p->atoms[at]) && !is_line_end(p, &p->atoms[at]);
	     at++) {
		spaces += p->atoms[at].width;
		if (p->atoms[at].kind == ATOM_SPACE || p->atoms[at].kind == ATOM_NOTHING)
			continue;
		w.last = at;
		w.width += spaces;
		spaces = 0;
	}
	return w;
}

/* The width of whole cells that something so wide takes, with a margin that keeps it off what follows. */
static mpt cells_with_margin(mpt width, mpt cell)
{
	return (width + cell / CELL_MARGIN_DIVISOR + cell - 1) / cell * cell;
}

/* Space before and behind it. */
static void western_margins(const struct paragraph *p, const struct western *w, mpt *before, mpt *after)
{
	mpt cell = p->style.character_grid, inset = grid_inset(p);
	if (w->begins) {
		*before = 0;
		*after = cells_with_margin(inset + w->width, cell) - inset - w->width;
		return;
	}
	mpt free = cells_with_margin(w->width + cell / CELL_MARGIN_DIVISOR, cell) - w->width;
	*before = free / 2;
	*after = free - *before;
}

/* The gap between what ends with atom left and what begins with atom right. */
static struct text_gap gap_between(const struct paragraph *p, uint32_t left, uint32_t right)
{
	const struct text_atom *a = &p->atoms[left], *b = &p->atoms[right];
	int32_t stretch = (int32_t)p->style.character_grid / CHARACTER_STRETCH_DIVISOR;
	mpt width = side_of(p, a) + side_of(p, b), before, after;
	if (is_in_cell(a) && is_in_cell(b))
		return (struct text_gap){GAP_CHARACTER, (int32_t)width, gap_may_open(a, b) ? stretch : 0, 0};
	struct western w = western_at(p, is_in_cell(a) ? right : left);
	western_margins(p, &w, &before, &after);
	width += is_in_cell(a) ? before : after;
	return (struct text_gap){GAP_AUTOSPACE, (int32_t)width, stretch, 0};
}

/* The nearest atom that shows something; UINT32_MAX at the paragraph's ends. */
static uint32_t shown_neighbour(const struct paragraph *p, uint32_t i, int step, bool spaces)
{
	for (int64_t at = (int64_t)i + step; at >= 0 && at < p->atom_count; at += step) {
		const struct text_atom *atom = &p->atoms[at];
		bool object = atom->kind == ATOM_OBJECT && (atom->width != 0 || is_line_end(p, atom));
		if (atom->kind == ATOM_WORD || object || (spaces && atom->kind == ATOM_SPACE))
			return (uint32_t)at;
	}
	return UINT32_MAX;
}

struct text_gap grid_gap_after(const struct paragraph *p, uint32_t i)
{
	const struct text_gap none = {GAP_NONE, 0, 0, 0};
	uint32_t right = shown_neighbour(p, i, 1, true);
	if (right == UINT32_MAX || is_line_end(p, &p->atoms[right]))
		return none;
	bool left_in = is_in_cell(&p->atoms[i]), right_in = is_in_cell(&p->atoms[right]);
	if (!left_in && !right_in)
		return none;
	if (p->atoms[right].kind == ATOM_SPACE) /* the space does the rest */
		return (struct text_gap){GAP_CHARACTER, (int32_t)side_of(p, &p->atoms[i]), 0, 0};
	return gap_between(p, i, right);
}

bool grid_gap_of_space(const struct paragraph *p, uint32_t i, struct text_gap *gap)
{
	uint32_t left = shown_neighbour(p, i, -1, false), right = shown_neighbour(p, i, 1, false);
	if (left == UINT32_MAX || right == UINT32_MAX || shown_neighbour(p, i, 1, true) != right)
		return false;
	bool left_in = is_in_cell(&p->atoms[left]), right_in = is_in_cell(&p->atoms[right]);
	if (!left_in && !right_in)
		return false;
	*gap = gap_between(p, left, right);
	gap->width -= (int32_t)side_of(p, &p->atoms[left]);
	if (left_in && right_in)
		gap->width += (int32_t)p->style.character_grid;
	return true;
}

mpt grid_inset(const struct paragraph *p)
{
	mpt cell = p->style.character_grid;
	return cell > 0 && p->has_han ? (whole_cells(p->style.character_size, cell) - p->style.character_size) / 2 : 0;
}

/* Western text that begins the line, or was broken over its start, ends with a cell of this line. */
void grid_snap(struct line *line, mpt pen, mpt slack)
{
	const struct paragraph *p = line->p;
	mpt cell = p->style.character_grid;
	for (size_t i = 0; i < line->count; i++) {
		const struct text_atom *atom = &p->atoms[line->cells[i].atom];
		struct text_gap *gap = i > 0 ? &line->cells[i - 1].gap : NULL;
		if (is_in_cell(atom)) {
			mpt wanted = gap ? cells_with_margin(pen - gap->width, cell) + side_of(p, atom) - pen : 0;
			if (wanted <= slack && gap)
				gap->width += (int32_t)wanted;
			return;
		}
		pen += line->cells[i].width + line->cells[i].gap.width;
	}
}
