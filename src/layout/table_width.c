/* Column widths: fixed, in proportion, or from what the cells hold (XSL 7.28.3, 7.28.10; CSS 2.1, 17.5.2). */
#include "table.h"

/* What a column needs and may take. */
struct need {
	mpt minimum, maximum;
	mpt fixed;    /* -1: not given */
	double share; /* proportional-column-width; 0: none */
	mpt plus;     /* beside the share */
};

static bool is_automatic(const struct table *t)
{
	return fo_key(t->node, PROP_TABLE_LAYOUT) == KEY_AUTO;
}

static mpt table_specified_width(const struct table *t, mpt measure)
{
	if (fo_key(t->node, PROP_INLINE_PROGRESSION_DIMENSION) == KEY_AUTO)
		return -1;
	return mpt_max(0, fo_length(t->node, PROP_INLINE_PROGRESSION_DIMENSION, measure));
}

/* A share may have a length added to it (XSL 5.10.4): that is taken from the width before it is shared out. */
static void share_need(const struct fo_value *width, mpt base, struct need *n)
{
	n->share = width->share.shares > 0 ? width->share.shares : 0;
	n->plus = width->share.length + mpt_from_points((double)width->percent * (double)base / 100 / MPT_PER_POINT);
}

/* What the cell that begins in a part's first row asks for the column; -1: nothing. */
static mpt width_of_cell(const struct table *t, const struct table_part *part, int column, mpt base)
{
	const struct table_cell *cell = part->row_count > 0 ? table_cell_at(t, part->first_row, column) : NULL;
	if (!cell || fo_key(cell->node, PROP_INLINE_PROGRESSION_DIMENSION) == KEY_AUTO)
		return -1;
	return mpt_max(0, fo_length(cell->node, PROP_INLINE_PROGRESSION_DIMENSION, base)) / cell->columns;
}

/* A fixed table takes the widths that columns do not give from the cells of its first row (CSS 2.1, 17.5.2.1); where
 * those of the header do not say, from those of the other parts, as Apache FOP does. */
static mpt width_of_first_row(const struct table *t, int column, mpt base)
{
	mpt width = width_of_cell(t, &t->header, column, base);
	for (int i = 0; i < t->body_count && width < 0; i++)
		width = width_of_cell(t, &t->body[i], column, base);
	return width < 0 ? width_of_cell(t, &t->footer, column, base) : width;
}

/* A column without a width has one share in a fixed table. */
static struct need specified_need(const struct table *t, int column, mpt base)
{
	const struct fo_node *node = t->column[column].node;
	struct need n = {.fixed = -1};
	if (node) {
		const struct fo_value *width = fo_value(node, PROP_COLUMN_WIDTH);
		if (width->kind == FO_VALUE_COLUMN_SHARE)
			share_need(width, base, &n);
		else if (width->kind == FO_VALUE_LENGTH)
			n.fixed = mpt_max(0, fo_length(node, PROP_COLUMN_WIDTH, base));
	}
	if (n.fixed < 0 && n.share == 0 && !is_automatic(t))
		n.fixed = width_of_first_row(t, column, base);
	if (n.fixed < 0 && n.share == 0 && !is_automatic(t))
		n.share = 1;
	return n;
}

/* ---- what cells need ---- */

static mpt cell_edges(const struct table *t, const struct table_cell *cell, mpt base)
{
	struct edges inset = table_cell_inset(t, cell), padding = box_padding(cell->node, base);
	mpt edges = inset.start + inset.end + padding.start + padding.end;
	return t->collapsed ? edges : edges + cell->border.start + cell->border.end;
}

static void spread(struct need *needs, int count, mpt minimum, mpt maximum)
{
	mpt min_sum = 0, max_sum = 0;
	for (int i = 0; i < count; i++) {
		min_sum += needs[i].minimum;
		max_sum += needs[i].maximum;
	}
	/* What a spanning cell needs beyond its columns goes to them in proportion to what they may take. */
	for (int i = 0; i < count; i++) {
		mpt part = max_sum > 0 ? needs[i].maximum : 1, whole = max_sum > 0 ? max_sum : count;
		if (minimum > min_sum)
			needs[i].minimum += mpt_scale(minimum - min_sum, part, whole);
		if (maximum > max_sum)
			needs[i].maximum += mpt_scale(maximum - max_sum, part, whole);
	}
}

static void cell_need(struct layout *l, const struct table *t, const struct table_cell *cell, struct need *needs,
                      const struct page_context *page)
{
	mpt minimum, maximum;
	block_widths(l, cell->node, &minimum, &maximum, page);
	mpt edges = cell_edges(t, cell, 0);
	minimum += edges;
	maximum += edges;
	struct need *first = &needs[cell->column];
	if (cell->columns > 1) {
		spread(first, cell->columns, minimum, maximum);
		return;
	}
	first->minimum = mpt_max(first->minimum, minimum);
	first->maximum = mpt_max(first->maximum, maximum);
}

static struct need *column_needs(struct layout *l, const struct table *t, mpt base, const struct page_context *page)
{
	struct need *needs = arena_array(page->memory, (size_t)t->column_count, sizeof *needs);
	for (int i = 0; i < t->column_count; i++)
		needs[i] = specified_need(t, i, base);
	if (!is_automatic(t))
		return needs;
	for (int spanned = 0; spanned < 2; spanned++)
		for (size_t i = 0; i < t->cell_count; i++)
			if ((t->cell[i].columns > 1) == (spanned == 1))
				cell_need(l, t, &t->cell[i], needs, page);
	for (int i = 0; i < t->column_count; i++)
		if (needs[i].fixed >= 0)
			needs[i].maximum = needs[i].minimum = mpt_max(needs[i].fixed, needs[i].minimum);
	return needs;
}

/* ---- sharing out ---- */

static void share_out(struct table *t, const struct need *needs, mpt width)
{
	mpt fixed = 0;
	double shares = 0;
	for (int i = 0; i < t->column_count; i++) {
		fixed += (needs[i].fixed >= 0 ? needs[i].fixed : 0) + needs[i].plus;
		shares += needs[i].share;
	}
	mpt left = mpt_max(0, width - fixed), given = 0;
	double passed = 0;
	for (int i = 0; i < t->column_count; i++) {
		t->column[i].width = needs[i].fixed >= 0 ? needs[i].fixed : 0;
		if (needs[i].share == 0)
			continue;
		/* From running sums, so that rounding leaves nothing over. */
		passed += needs[i].share;
		mpt until = (mpt)((double)left * (passed / shares) + 0.5);
		t->column[i].width = mpt_max(0, needs[i].plus + until - given);
		given = until;
	}
}

/* How much more a column can use, beside others; of what is over when all have their maximum a column with a width of
 * its own takes nothing, as in Apache FOP: CSS leaves the algorithm open. */
static mpt wish(const struct need *n, bool over, bool none_wishes)
{
	if (!over)
		return n->maximum - n->minimum;
	if (n->fixed >= 0)
		return 0;
	return none_wishes ? 1 : n->maximum;
}

static mpt wishes(const struct table *t, const struct need *needs, bool over, bool none_wishes)
{
	mpt sum = 0;
	for (int i = 0; i < t->column_count; i++)
		sum += wish(&needs[i], over, none_wishes);
	return sum;
}

/* Each column gets its minimum, and of what is left a part in proportion to how much more it can use; when all have
 * their maximum, the rest in proportion to that. */
static void share_automatic(struct table *t, const struct need *needs, mpt width)
{
	mpt minimum = 0, maximum = 0;
	for (int i = 0; i < t->column_count; i++) {
		minimum += needs[i].minimum;
		maximum += needs[i].maximum;
	}
	mpt given = 0, passed = 0;
	bool over = width >= maximum;
	mpt extra = over ? width - maximum : mpt_max(0, width - minimum);
	bool none_wishes = wishes(t, needs, over, false) == 0;
	mpt whole = wishes(t, needs, over, none_wishes);
	for (int i = 0; i < t->column_count; i++) {
		passed += wish(&needs[i], over, none_wishes);
		mpt until = whole > 0 ? mpt_scale(extra, passed, whole) : 0;
		t->column[i].width = (over ? needs[i].maximum : needs[i].minimum) + until - given;
		given = until;
	}
}

static mpt automatic_width(const struct table *t, const struct need *needs, mpt specified, mpt measure)
{
	mpt minimum = 0, maximum = 0;
	for (int i = 0; i < t->column_count; i++) {
		minimum += needs[i].minimum;
		maximum += needs[i].maximum;
	}
	if (specified >= 0)
		return mpt_max(specified, minimum);
	return mpt_max(minimum, mpt_min(maximum, measure));
}

static bool has_shares(const struct table *t, const struct need *needs)
{
	for (int i = 0; i < t->column_count; i++)
		if (needs[i].share > 0)
			return true;
	return false;
}

static void set_offsets(struct table *t)
{
	mpt at = 0;
	for (int i = 0; i < t->column_count; i++) {
		if (table_column_is_collapsed(t, i))
			t->column[i].width = 0;
		t->column[i].offset = at;
		at += t->column[i].width;
	}
	t->width = at;
}

void table_set_widths(struct layout *l, struct table *t, mpt measure, const struct page_context *page)
{
	mpt specified = table_specified_width(t, measure);
	mpt base = specified >= 0 ? specified : measure;
	struct need *needs = column_needs(l, t, base, page);
	if (is_automatic(t) && !has_shares(t, needs))
		share_automatic(t, needs, automatic_width(t, needs, specified, measure));
	else
		share_out(t, needs, base);
	set_offsets(t);
	t->box_width = mpt_max(t->width, specified);
	t->measure = measure;
	/* Without a measure it is only asked how wide it must be. */
	if (measure > 0 && t->width > measure + MPT_PER_POINT / 10 && page->number >= 0)
		diag_warning(l->diag, t->node->loc, "the columns of this table are together %.1fpt wider than its place",
		             (double)(t->width - measure) / MPT_PER_POINT);
}

void table_widths(struct layout *l, const struct fo_node *node, mpt *min_content, mpt *max_content,
                  const struct page_context *page)
{
	const struct table *t = table_of(l, node, 0, page);
	mpt specified = table_specified_width(t, 0);
	struct need *needs = column_needs(l, t, specified > 0 ? specified : 0, page);
	*min_content = *max_content = 0;
	for (int i = 0; i < t->column_count; i++) {
		*min_content += needs[i].fixed > 0 && !is_automatic(t) ? needs[i].fixed : needs[i].minimum;
		*max_content += needs[i].fixed > 0 && !is_automatic(t) ? needs[i].fixed : needs[i].maximum;
	}
	*min_content = mpt_max(*min_content, specified);
	*max_content = mpt_max(*max_content, specified);
}
