/* Rows: what their cells hold, how high they are, and their fragments. A row group is the rows that spanning cells tie
 * together. */
#include <string.h>

#include "table.h"

/* ---- a cell's geometry ---- */

struct cell_box {
	mpt inline_offset, inline_size; /* border rectangle in the table's content rectangle */
	struct edges inset, border, padding;
	mpt content_size;  /* inline */
	mpt before, after; /* all that stands before and after the content in block progression, inset included */
};

/* Edges of a cell's part that lie at a break. */
struct cut {
	bool before, after; /* inside the cell */
	bool leads;         /* before the cell */
};

static mpt kept(const struct fo_node *node, enum fo_property conditionality, mpt size)
{
	return fo_key(node, conditionality) == KEY_RETAIN ? size : 0;
}

/* Borders and padding that do not ask to be retained vanish at a break (XSL 4.3.1, 7.8.31). */
static void cut_edges(const struct table *t, const struct table_cell *of, struct cut cut, struct cell_box *b)
{
	const struct fo_node *cell = of->node;
	/* What separates cells goes with a border that goes. */
	if (!t->collapsed && cut.before && fo_key(cell, PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY) != KEY_RETAIN)
		b->inset.before = 0;
	if (!t->collapsed && cut.after && fo_key(cell, PROP_BORDER_AFTER_WIDTH_CONDITIONALITY) != KEY_RETAIN)
		b->inset.after = 0;
	if (t->collapsed && (cut.before || cut.leads))
		b->inset.before = table_cell_leading(t, of, cut.before) / 2;
	if (t->collapsed && cut.after)
		b->inset.after = table_cell_trailing(t, of, true) / 2;
	if (cut.before) {
		b->border.before = kept(cell, PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY, b->border.before);
		b->padding.before = kept(cell, PROP_PADDING_BEFORE_CONDITIONALITY, b->padding.before);
	}
	if (cut.after) {
		b->border.after = kept(cell, PROP_BORDER_AFTER_WIDTH_CONDITIONALITY, b->border.after);
		b->padding.after = kept(cell, PROP_PADDING_AFTER_CONDITIONALITY, b->padding.after);
	}
}

static struct cell_box cell_box_of(const struct table *t, const struct table_cell *cell, struct cut cut)
{
	struct cell_box b = {.inset = table_cell_inset(t, cell), .padding = box_padding(cell->node, t->width)};
	/* Collapsed borders are drawn as rules of the grid, not by the cell. */
	b.border = t->collapsed ? (struct edges){0} : cell->border;
	cut_edges(t, cell, cut, &b);
	mpt width = 0;
	for (int i = 0; i < cell->columns; i++)
		width += t->column[cell->column + i].width;
	b.inline_offset = t->column[cell->column].offset + b.inset.start;
	b.inline_size = mpt_max(0, width - b.inset.start - b.inset.end);
	b.content_size = mpt_max(0, b.inline_size - b.border.start - b.border.end - b.padding.start - b.padding.end);
	b.before = b.inset.before + b.border.before + b.padding.before;
	b.after = b.inset.after + b.border.after + b.padding.after;
	return b;
}

static mpt least_block_size(const struct fo_node *node, enum fo_property property)
{
	const struct fo_value *v = node ? fo_value(node, property) : NULL;
	return v && v->kind == FO_VALUE_LENGTH && v->percent == 0 ? mpt_max(0, v->length) : 0;
}

/* The height a node asks for: its optimum, not below its minimum. */
static mpt asked_block_size(const struct fo_node *node)
{
	return mpt_max(least_block_size(node, PROP_BLOCK_PROGRESSION_DIMENSION),
	               least_block_size(node, PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM));
}

/* ---- measuring ---- */

static struct fragment *empty_area(struct column *c, const struct fo_node *cell)
{
	struct fragment *f = fragment_new(c->memory, FRAGMENT_AREA, cell);
	f->area = arena_alloc(c->memory, sizeof *f->area);
	f->area->writing_mode = fo_writing_mode(cell);
	return f;
}

static struct column_result fill_cell(struct column *c, const struct table *t, const struct table_cell *cell,
                                      const struct cell_box *box, const struct break_token *from, mpt size)
{
	if (table_cell_is_collapsed(t, cell))
		return (struct column_result){.area = empty_area(c, cell->node), .rank = RANK_FREE, .blank = true};
	struct column_request request = {.node = cell->node,
	                                 .from = from,
	                                 .inline_size = box->content_size,
	                                 .size = size,
	                                 .page = c->page,
	                                 .page_blank = true,
	                                 .rigid = true,
	                                 .ends_page = c->ends_page,
	                                 .footnote_separator =
	                                     c->footnotes.size > c->footnotes.head ? 0 : c->footnote_separator,
	                                 .span = KEY_NONE_GIVEN};
	return column_fill(c->l, &request);
}

bool row_cell_begun(const struct row_state *from, size_t i)
{
	return from && (from->done[i] || from->cell[i]);
}

/* The row that a cell ends in, in its group: the last that takes room. */
static int last_row(const struct table *t, const struct row_group *g, size_t i)
{
	const struct table_cell *cell = &t->cell[g->first_cell + i];
	int row = cell->row + cell->rows - 1;
	while (row > cell->row && table_row_is_collapsed(t, row))
		row--;
	return row - g->rows.first;
}

/* A cell whose content ends goes on with its row all the same. */
static struct cut cut_of(const struct table *t, const struct row_group *g, size_t i)
{
	return (struct cut){.before = row_cell_begun(g->rows.from, i),
	                    .after = g->cut[last_row(t, g, i)],
	                    .leads = g->rows.leads && t->cell[g->first_cell + i].row == g->rows.first};
}

static void sort_by_end(const struct table *t, struct row_group *g, struct arena *a)
{
	size_t rows = (size_t)(g->rows.end - g->rows.first);
	g->by_end = arena_array(a, g->cell_count, sizeof *g->by_end);
	g->first_ends = arena_array(a, rows + 1, sizeof *g->first_ends);
	for (size_t i = 0; i < g->cell_count; i++)
		g->first_ends[last_row(t, g, i) + 1]++;
	for (size_t r = 0; r < rows; r++)
		g->first_ends[r + 1] += g->first_ends[r];
	size_t *next = arena_array(a, rows, sizeof *next);
	for (size_t i = 0; i < g->cell_count; i++) {
		int r = last_row(t, g, i);
		g->by_end[g->first_ends[r] + next[r]++] = i;
	}
}

static struct row_group group_open(const struct table *t, struct row_range rows, struct arena *a)
{
	struct row_group g = {.rows = rows, .first_cell = t->row[rows.first].first_cell};
	g.cell_count = t->row[rows.end - 1].first_cell + t->row[rows.end - 1].cell_count - g.first_cell;
	g.offset = arena_array(a, (size_t)(rows.end - rows.first) + 1, sizeof *g.offset);
	g.content = arena_array(a, g.cell_count, sizeof *g.content);
	g.cut = arena_array(a, (size_t)(rows.end - rows.first), sizeof *g.cut);
	sort_by_end(t, &g, a);
	return g;
}

static void group_add_footnotes(struct row_group *g, const struct footnotes *more, struct arena *a)
{
	if (more->count == 0)
		return;
	g->footnotes.item = arena_grow(a, g->footnotes.item, g->footnotes.count, g->footnotes.count + more->count,
	                               sizeof *g->footnotes.item);
	memcpy(g->footnotes.item + g->footnotes.count, more->item, more->count * sizeof *more->item);
	g->footnotes.count += more->count;
	g->footnotes.capacity = g->footnotes.count;
	footnotes_add_sizes(&g->footnotes, more);
}

mpt row_cell_before(const struct table *t, const struct row_group *g, size_t i)
{
	return cell_box_of(t, &t->cell[g->first_cell + i], cut_of(t, g, i)).before;
}

/* What the first part of a cell is to be high at least, wherever it ends: its own height, and that of the row it begins
 * in where it breaks. XSL leaves open whether a row can be cut shorter than the height it asks for; Apache FOP does
 * not. */
static mpt first_part_asks(const struct table *t, const struct row_group *g, size_t i)
{
	const struct table_cell *cell = &t->cell[g->first_cell + i];
	if (row_cell_begun(g->rows.from, i))
		return 0;
	mpt row = g->content[i].rest ? asked_block_size(t->row[cell->row].node) : 0;
	return mpt_max(row, asked_block_size(cell->node));
}

/* row_asks: the height of the cell's last row, which is one of contents, too: XSL leaves open what its "row-height
 * trait" (6.7.9) measures, and documents are written for formatters that add the cells' borders and padding to it. */
static mpt cell_height(const struct table *t, const struct row_group *g, size_t i, mpt row_asks)
{
	const struct table_cell *cell = &t->cell[g->first_cell + i];
	if (table_cell_is_collapsed(t, cell))
		return 0;
	struct cell_box box = cell_box_of(t, cell, cut_of(t, g, i));
	mpt content = g->content[i].area ? g->content[i].area->block_size : 0;
	if (g->limit > 0 && g->content[i].rest)
		content += g->limit;
	mpt shift = g->shift ? g->shift[i] : 0;
	return box.before + box.after + mpt_max(content + shift, mpt_max(row_asks, first_part_asks(t, g, i)));
}

bool row_group_breaks_row(const struct row_group *g, int row)
{
	return g->cut[row - g->rows.first];
}

int row_group_last_begun(const struct table *t, const struct row_group *g)
{
	int last = g->rows.first;
	for (size_t i = 0; i < g->cell_count; i++) {
		int row = t->cell[g->first_cell + i].row;
		if (row > last && ((g->content[i].area && !g->content[i].blank) || row_cell_begun(g->rows.from, i)))
			last = row;
	}
	return last;
}

/* All that begins in the row begins here, and the group does not break in it. */
static bool row_is_whole(const struct table *t, const struct row_group *g, int row)
{
	const struct table_row *r = &t->row[row];
	for (size_t i = r->first_cell - g->first_cell; i < r->first_cell - g->first_cell + r->cell_count; i++)
		if (!g->content[i].area || row_cell_begun(g->rows.from, i))
			return false;
	return !row_group_breaks_row(g, row);
}

/* Where the row after this one begins: below cells of one row, then cells of several, whose excess goes to their last
 * row. */
static void set_offset(const struct table *t, struct row_group *g, int row)
{
	int r = row - g->rows.first;
	mpt row_asks = row_is_whole(t, g, row) ? asked_block_size(t->row[row].node) : 0;
	mpt height = row_asks;
	for (size_t k = g->first_ends[r]; k < g->first_ends[r + 1]; k++) {
		size_t i = g->by_end[k];
		if (!g->content[i].area)
			continue;
		mpt before = g->offset[t->cell[g->first_cell + i].row - g->rows.first];
		height = mpt_max(height, cell_height(t, g, i, row_asks) - (g->offset[r] - before));
	}
	if (row_is_unseen(t, g, row))
		height = 0;
	g->offset[r + 1] = g->offset[r] + height;
}

static void measure_row(struct column *c, const struct table *t, struct row_group *g, int row)
{
	const struct row_state *from = g->rows.from;
	const struct table_row *r = &t->row[row];
	for (size_t i = r->first_cell - g->first_cell; i < r->first_cell - g->first_cell + r->cell_count; i++) {
		if (from && from->done[i])
			continue;
		const struct table_cell *cell = &t->cell[g->first_cell + i];
		struct cell_box box = cell_box_of(t, cell, cut_of(t, g, i));
		/* A break that is forced does not count here, and is one in a column that ends. Footnotes are not to be cut
		 * where content fits without them. */
		mpt size = cell->breaks || g->limit == MPT_MAX ? MPT_MAX : g->limit * 2 + c->size;
		g->content[i] = fill_cell(c, t, cell, &box, from ? from->cell[i] : NULL, size);
		group_add_footnotes(g, &g->content[i].footnotes, c->memory);
	}
	row_align(t, g, row, c->memory);
	set_offset(t, g, row);
}

struct row_group row_group_measure(struct column *c, const struct table *t, struct row_range rows, mpt limit)
{
	struct row_group g = group_open(t, rows, c->memory);
	g.limit = limit;
	int row = rows.first;
	while (row < rows.end && !g.exceeds) {
		measure_row(c, t, &g, row++);
		g.exceeds = g.offset[row - rows.first] > limit;
	}
	/* Other rows begin beyond the limit, wherever that is. */
	for (int r = row - rows.first; g.exceeds && r <= rows.end - rows.first; r++)
		g.offset[r] = MPT_MAX;
	g.size = g.offset[rows.end - rows.first];
	return g;
}

/* ---- splitting ---- */

static struct row_state *state_new(size_t cells, struct arena *a)
{
	struct row_state *s = arena_alloc(a, sizeof *s);
	s->cell = arena_array(a, cells, sizeof *s->cell);
	s->done = arena_array(a, cells, sizeof *s->done);
	return s;
}

/* What of a cell fits into room with its borders and padding; *size: what they leave. They are less at a break, so that
 * more may fit than of a whole cell. whole: not so that nothing is left of it. */
static struct column_result fill_part(struct column *c, const struct table *t, const struct table_cell *cell,
                                      struct cut cut, const struct break_token *from, mpt room, bool whole, mpt *size)
{
	struct cell_box box = cell_box_of(t, cell, cut);
	*size = room - box.before - box.after;
	struct column_result result = fill_cell(c, t, cell, &box, from, mpt_max(0, *size));
	if (!result.rest)
		return result;
	cut.after = true;
	box = cell_box_of(t, cell, cut);
	mpt broken_size = room - box.before - box.after;
	if (broken_size == *size)
		return result;
	struct column_result broken = fill_cell(c, t, cell, &box, from, mpt_max(0, broken_size));
	if (whole && !broken.rest)
		return result;
	*size = broken_size;
	return broken;
}

/* Breaks are forced only in a column that ends somewhere. */
#define FAR_AWAY (MPT_MAX / 4)

bool row_group_forced(struct column *c, const struct table *t, const struct row_group *whole, mpt *room,
                      enum fo_key *kind)
{
	const struct row_state *from = whole->rows.from;
	mpt edges = 0; /* the widest: the neighbours' lines beside those before the break are to stand, too */
	*room = MPT_MAX;
	*kind = KEY_AUTO;
	for (size_t i = 0; i < whole->cell_count; i++) {
		const struct table_cell *cell = &t->cell[whole->first_cell + i];
		struct cut cut = cut_of(t, whole, i);
		cut.after = true;
		struct cell_box box = cell_box_of(t, cell, cut);
		edges = mpt_max(edges, box.before + box.after);
		if (!cell->breaks || (from && from->done[i]))
			continue;
		struct column_result r = fill_cell(c, t, cell, &box, from ? from->cell[i] : NULL, FAR_AWAY);
		if (!r.rest || r.blank || r.reason == KEY_AUTO)
			continue;
		*room = mpt_min(*room, whole->offset[cell->row - whole->rows.first] + r.area->block_size);
		*kind = break_stronger(*kind, r.reason);
	}
	*room += *kind == KEY_AUTO ? 0 : edges;
	return *kind != KEY_AUTO;
}

/* A part of a row group, and how it came out. */
struct split {
	struct row_group *part;
	struct row_state *rest;
	int rank;
	bool begun, done; /* something of a cell is in it; everything of all cells */
};

static struct split split_open(struct column *c, const struct table *t, struct row_range rows, struct row_group *part)
{
	*part = group_open(t, rows, c->memory);
	return (struct split){
	    .part = part, .rest = state_new(part->cell_count, c->l->memory), .rank = RANK_FREE, .done = true};
}

static void take_part(struct column *c, const struct table *t, struct split *s, size_t i)
{
	struct row_group *part = s->part;
	const struct column_result *content = &part->content[i];
	s->rest->cell[i] = content->rest;
	s->rest->done[i] = !content->rest;
	s->begun = s->begun || !content->blank;
	s->done = s->done && !content->rest;
	if (content->rest)
		part->cut[last_row(t, part, i)] = true;
	if (content->rank > s->rank)
		s->rank = content->rank;
	group_add_footnotes(part, &content->footnotes, c->memory);
}

/* The cell begins only after the break. */
static void leave_for_rest(const struct table *t, struct split *s, size_t i)
{
	struct row_group *part = s->part;
	part->content[i] = (struct column_result){0};
	part->cut[last_row(t, part, i)] = true;
	s->rest->cell[i] = part->rows.from ? part->rows.from->cell[i] : NULL;
	s->done = false;
}

/* all: the whole group. whole: a cell's content ends only with the room that the whole cell takes. False when a cell
 * cannot begin. */
static bool split_cells(struct column *c, const struct table *t, const struct row_group *all, mpt room,
                        const struct row_group *former, bool whole, struct split *s)
{
	struct row_group *part = s->part;
	const struct row_state *from = part->rows.from;
	for (size_t i = 0; i < part->cell_count; i++) {
		const struct table_cell *cell = &t->cell[part->first_cell + i];
		s->rest->done[i] = from && from->done[i];
		if (s->rest->done[i])
			continue;
		mpt size, others = former ? former->footnotes.size - former->content[i].footnotes.size : 0;
		mpt before = all->offset[cell->row - part->rows.first] + (all->shift ? all->shift[i] : 0);
		struct column_result *content = &part->content[i];
		*content = fill_part(c, t, cell, cut_of(t, part, i), from ? from->cell[i] : NULL, room - others - before, whole,
		                     &size);
		/* Content that cannot break overruns its room whole: right only where the row cannot wait for more room. */
		bool overruns = content->area->block_size > mpt_max(0, size);
		bool low = first_part_asks(t, part, i) > mpt_max(0, size);
		bool nothing = content->rest && content->blank, later = cell->row > part->rows.first;
		if (later && (size <= 0 || ((overruns || nothing || low) && !row_cell_begun(from, i)))) {
			leave_for_rest(t, s, i);
			continue;
		}
		if ((overruns && (content->rest || c->best.set)) || nothing || (low && c->best.set))
			return false;
		take_part(c, t, s, i);
	}
	return true;
}

/* Cells begin where the whole group has them: the first rows that fit are as high as when nothing breaks. */
bool row_group_split(struct column *c, const struct table *t, const struct row_group *whole, mpt room,
                     const struct row_group *former, struct row_group *part, struct row_state **rest, int *rank)
{
	struct split s = split_open(c, t, whole->rows, part);
	bool fits = split_cells(c, t, whole, room, former, false, &s);
	/* When all contents are in it, it is not the cells that there is no room for, but what the whole row takes. */
	if (fits && s.done) {
		s = split_open(c, t, whole->rows, part);
		fits = split_cells(c, t, whole, room, former, true, &s);
	}
	*rest = s.rest;
	*rank = s.rank;
	if (!fits)
		return false;
	for (int row = part->rows.first; row < part->rows.end; row++) {
		row_align(t, part, row, c->memory);
		set_offset(t, part, row);
	}
	part->size = mpt_min(mpt_max(part->offset[part->rows.end - part->rows.first], 0), room);
	return s.begun && !s.done;
}

/* ---- fragments ---- */

static struct fragment *cell_fragment(struct column *c, const struct table *t, const struct row_group *g, size_t i,
                                      mpt offset, mpt height)
{
	const struct table_cell *cell = &t->cell[g->first_cell + i];
	struct cell_box box = cell_box_of(t, cell, cut_of(t, g, i));
	struct fragment *f = g->content[i].area;
	if (!f)
		f = empty_area(c, cell->node);
	mpt content = f->area->block_size;
	f->border = box.border;
	f->padding = box.padding;
	f->inline_offset = box.inline_offset;
	f->block_offset = offset + box.inset.before;
	f->inline_size = box.inline_size;
	f->block_size = mpt_max(0, height - box.inset.before - box.inset.after);
	f->area->inline_size = box.content_size;
	f->area->block_size = mpt_max(0, fragment_content_block(f));
	f->unseen = row_cell_is_unseen(t, g, i);
	row_cell_align(g, i, f, content);
	return f;
}

/* A rectangle of the grid that shows a node's background: a column's or a row group's part in a row. */
static struct fragment *background(struct column *c, const struct fo_node *node, mpt inline_offset, mpt inline_size,
                                   mpt block_offset, mpt block_size)
{
	struct fragment *f = fragment_new(c->memory, FRAGMENT_BLOCK, node);
	f->inline_offset = inline_offset;
	f->inline_size = inline_size;
	f->block_offset = block_offset;
	f->block_size = block_size;
	return f;
}

static mpt row_end(const struct row_group *g, const struct table_cell *cell)
{
	int end = cell->row + cell->rows - g->rows.first;
	int rows = g->rows.end - g->rows.first;
	return g->offset[end < rows ? end : rows];
}

static void move_row_cells(struct column *c, const struct table *t, const struct row_group *g, int row,
                           struct fragment *into, mpt base)
{
	const struct table_row *r = &t->row[row];
	for (size_t k = 0; k < r->cell_count; k++) {
		size_t i = r->first_cell + k - g->first_cell;
		const struct table_cell *cell = &t->cell[r->first_cell + k];
		mpt offset = g->offset[row - g->rows.first];
		fragment_append(into, cell_fragment(c, t, g, i, base + offset, row_end(g, cell) - offset));
	}
}

static void place_row(struct column *c, const struct table *t, const struct row_group *g, int row, bool resumed,
                      bool broken)
{
	mpt at = c->cursor + g->offset[row - g->rows.first],
	    height = g->offset[row - g->rows.first + 1] - g->offset[row - g->rows.first];
	mpt shift = c->open->inline_offset + c->open->border.start + c->open->padding.start;
	const struct table_row *r = &t->row[row];
	const struct fo_node *node = r->node ? r->node : c->open->node;
	struct fragment *f = background(c, node, shift, t->width, at, height);
	f->first = !resumed;
	f->last = !broken;
	if (!r->node)
		f->inline_size = f->block_size = 0;
	fragment_append(c->open, f);
	move_row_cells(c, t, g, row, f, c->cursor);
	if (t->collapsed)
		row_add_rules(c, t, g, row, broken, f, at);
	for (struct fragment *child = f->first_child; child; child = child->next)
		child->inline_offset += shift;
}

void row_group_place(struct column *c, const struct table *t, const struct row_group *g, bool resumed, bool broken)
{
	column_settle(c);
	mpt shift = c->open->inline_offset + c->open->border.start + c->open->padding.start;
	for (int i = 0; i < t->column_count; i++)
		if (t->column[i].node && fo_color(t->column[i].node, PROP_BACKGROUND_COLOR).alpha)
			fragment_append(c->open, background(c, t->column[i].node, shift + t->column[i].offset, t->column[i].width,
			                                    c->cursor, g->size));
	for (int row = g->rows.first; row < g->rows.end; row++)
		place_row(c, t, g, row, resumed, broken);
	footnotes_append(c, &g->footnotes);
	c->cursor += g->size;
	column_mark_placed(c);
}
