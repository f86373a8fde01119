#include "page_impose.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MARK_LENGTH = 14000, MARK_DISTANCE = 6000, MARK_WIDTH = 250 };

/* Pages that came together, and the memory they live in. */
struct batch {
	struct arena *memory;
	size_t left; /* pages not yet on a sheet */
};

struct page_imposer {
	const struct page_imposition *how;
	const struct page **page; /* [count]; those that wait for a sheet */
	size_t count, capacity;
	struct batch *batch; /* [batch_count]; oldest first */
	size_t batch_count, batch_capacity;
	size_t taken;         /* pages on the sheets given last */
	struct arena *memory; /* of the sheets given last */
	size_t sheets;
};

struct page_imposer *page_imposer_new(const struct page_imposition *imposition)
{
	struct page_imposer *m = xmalloc(sizeof *m);
	*m = (struct page_imposer){.how = imposition};
	return m;
}

void page_imposer_add(struct page_imposer *m, const struct page_list *pages, struct arena *memory)
{
	ARRAY_RESERVE(m->batch, m->batch_count, m->batch_capacity);
	m->batch[m->batch_count++] = (struct batch){memory, pages->count};
	for (size_t i = 0; i < pages->count; i++) {
		ARRAY_RESERVE(m->page, m->count, m->capacity);
		m->page[m->count++] = pages->pages[i];
	}
}

/* Lets go what the sheets given last were made of. */
static void release(struct page_imposer *m)
{
	if (m->taken == 0)
		return;
	memmove(m->page, m->page + m->taken, (m->count - m->taken) * sizeof *m->page);
	m->count -= m->taken;
	size_t done = 0;
	for (; done < m->batch_count && m->batch[done].left <= m->taken; done++) {
		m->taken -= m->batch[done].left;
		arena_free(m->batch[done].memory);
	}
	memmove(m->batch, m->batch + done, (m->batch_count - done) * sizeof *m->batch);
	m->batch_count -= done;
	if (m->batch_count)
		m->batch[0].left -= m->taken;
	m->taken = 0;
	arena_free(m->memory);
	m->memory = NULL;
}

void page_imposer_free(struct page_imposer *m)
{
	if (!m)
		return;
	m->taken = m->count;
	if (m->batch_count)
		release(m);
	arena_free(m->memory);
	free(m->page);
	free(m->batch);
	free(m);
}

/* ---- where pages lie ---- */

static struct page_rectangle trim_of(const struct page *page)
{
	return page->trim.width ? page->trim : (struct page_rectangle){0, 0, page->width, page->height};
}

static struct page_rectangle bleed_of(const struct page *page)
{
	return page->bleed.width ? page->bleed : trim_of(page);
}

/* The grid of a sheet: cells as large as the first page when trimmed, apart by what bleeds. */
struct grid {
	mpt width, height;           /* of the sheet */
	mpt left, top;               /* of the first cell */
	mpt cell_width, cell_height; /* of the trimmed page, scaled */
	mpt gap;
	double scale;
};

static mpt scaled(mpt length, double scale)
{
	return (mpt)llround((double)length * scale);
}

static double scale_to_fit(mpt width, mpt height, mpt room_width, mpt room_height)
{
	double scale = fmin((double)room_width / (double)width, (double)room_height / (double)height);
	return fmin(scale, 1);
}

static struct grid grid_for(const struct page_imposition *how, const struct page *page)
{
	struct page_rectangle trim = trim_of(page), bleed = bleed_of(page);
	mpt out = trim.x - bleed.x, marks = how->crop_marks ? mpt_max(out, MARK_DISTANCE) + MARK_LENGTH : out;
	mpt gap = how->booklet ? 0 : 2 * out;
	mpt width = how->columns * (trim.width + gap) - gap, height = how->rows * (trim.height + gap) - gap;
	mpt all_width = width + 2 * marks, all_height = height + 2 * marks;
	struct grid g = {.width = how->sheet_width, .height = how->sheet_height};
	if (g.width <= 0 || g.height <= 0) {
		bool alone = (how->columns == 1 && how->rows == 1) || how->booklet;
		g.width = alone ? all_width : trim.width;
		g.height = alone ? all_height : trim.height;
	}
	if (scale_to_fit(all_width, all_height, g.height, g.width) >
	    scale_to_fit(all_width, all_height, g.width, g.height)) {
		mpt turned = g.width;
		g.width = g.height;
		g.height = turned;
	}
	g.scale = scale_to_fit(all_width, all_height, g.width, g.height);
	g.gap = scaled(gap, g.scale);
	g.cell_width = scaled(trim.width, g.scale);
	g.cell_height = scaled(trim.height, g.scale);
	g.left = (g.width - scaled(width, g.scale)) / 2;
	g.top = (g.height - scaled(height, g.scale)) / 2;
	return g;
}

/* ---- a sheet ---- */

struct sheet {
	struct page *page;
	struct page_items items;
	struct arena *memory;
};

static struct sheet sheet_open(struct page_imposer *m, const struct grid *g)
{
	struct sheet s = {.page = arena_alloc(m->memory, sizeof *s.page), .memory = m->memory};
	s.items.memory = m->memory;
	s.page->width = g->width;
	s.page->height = g->height;
	s.page->number = m->sheets++;
	s.page->label = arena_printf(m->memory, "%zu", m->sheets);
	return s;
}

static struct page_path_segment *outline(struct arena *a, struct page_rectangle r)
{
	struct page_path_segment *s = arena_array(a, 5, sizeof *s);
	struct page_point corner[] = {
	    {r.x, r.y}, {r.x + r.width, r.y}, {r.x + r.width, r.y + r.height}, {r.x, r.y + r.height}};
	for (int i = 0; i < 4; i++)
		s[i] = (struct page_path_segment){i == 0 ? PAGE_MOVE : PAGE_LINE, {corner[i]}};
	s[4].verb = PAGE_CLOSE;
	return s;
}

static struct page_point moved(const struct page_matrix *m, struct page_point p)
{
	return (struct page_point){(mpt)llround(m->a * (double)p.x + m->e), (mpt)llround(m->d * (double)p.y + m->f)};
}

static void add_links(struct sheet *s, const struct page *page, const struct page_matrix *matrix)
{
	struct page *to = s->page;
	to->links = arena_grow(s->memory, to->links, to->link_count, to->link_count + page->link_count, sizeof *to->links);
	for (size_t i = 0; i < page->link_count; i++) {
		struct page_link link = page->links[i];
		struct page_point at = moved(matrix, (struct page_point){link.area.x, link.area.y});
		link.area = (struct page_rectangle){at.x, at.y, scaled(link.area.width, matrix->a),
		                                    scaled(link.area.height, matrix->d)};
		to->links[to->link_count++] = link;
	}
	to->anchors = arena_grow(s->memory, to->anchors, to->anchor_count, to->anchor_count + page->anchor_count,
	                         sizeof *to->anchors);
	for (size_t i = 0; i < page->anchor_count; i++)
		to->anchors[to->anchor_count++] =
		    (struct page_anchor){page->anchors[i].id, moved(matrix, page->anchors[i].point)};
}

/* The page within clip, its trimmed corner at x and y. */
static void add_page(struct sheet *s, const struct page *page, struct page_rectangle clip, const struct grid *g, mpt x,
                     mpt y)
{
	struct page_rectangle trim = trim_of(page);
	struct page_matrix *matrix = arena_alloc(s->memory, sizeof *matrix);
	*matrix = (struct page_matrix){.a = g->scale, .d = g->scale};
	matrix->e = (double)x - (double)trim.x * g->scale;
	matrix->f = (double)y - (double)trim.y * g->scale;
	struct page_item item = {.kind = PAGE_SAVE};
	item.save = (struct page_save){.matrix = matrix, .clip = outline(s->memory, clip), .clip_count = 5, .opacity = 1};
	page_items_append(&s->items, &item);
	for (size_t i = 0; i < page->item_count; i++)
		page_items_append(&s->items, &page->items[i]);
	page_items_append(&s->items, &(struct page_item){.kind = PAGE_RESTORE});
	add_links(s, page, matrix);
}

/* ---- crop marks ---- */

static void add_mark(struct sheet *s, struct page_point from, struct page_point to, bool fold)
{
	static const mpt dashes[] = {2000, 1000};
	struct page_path_segment *segment = arena_array(s->memory, 2, sizeof *segment);
	segment[0] = (struct page_path_segment){PAGE_MOVE, {from}};
	segment[1] = (struct page_path_segment){PAGE_LINE, {to}};
	struct page_path *path = arena_alloc(s->memory, sizeof *path);
	*path = (struct page_path){.segment = segment, .count = 2, .line_width = MARK_WIDTH, .miter_limit = 4};
	path->stroke = (struct page_color){PAGE_COLOR_GRAY, {0}, 1, NULL};
	if (fold) {
		path->dash = dashes;
		path->dash_count = 2;
	}
	page_items_append(&s->items, &(struct page_item){.kind = PAGE_PATH, .path = path});
}

/* Two marks that a cut, or a fold, along x or along y goes through, before and after the grid. */
static void add_cut(struct sheet *s, bool upright, mpt at, mpt from, mpt to, mpt distance, bool fold)
{
	const mpt ends[][2] = {{from - distance - MARK_LENGTH, from - distance},
	                       {to + distance, to + distance + MARK_LENGTH}};
	for (int i = 0; i < 2; i++) {
		struct page_point a = {ends[i][0], at}, b = {ends[i][1], at};
		if (upright) {
			a = (struct page_point){at, ends[i][0]};
			b = (struct page_point){at, ends[i][1]};
		}
		add_mark(s, a, b, fold);
	}
}

static void add_crop_marks(struct sheet *s, const struct page_imposition *how, const struct grid *g)
{
	mpt distance = mpt_max(g->gap / 2, MARK_DISTANCE);
	mpt right = g->left + how->columns * (g->cell_width + g->gap) - g->gap;
	mpt bottom = g->top + how->rows * (g->cell_height + g->gap) - g->gap;
	for (int i = 0; i < how->columns; i++) {
		mpt x = g->left + i * (g->cell_width + g->gap);
		if (i == 0 || g->gap > 0)
			add_cut(s, true, x, g->top, bottom, distance, false);
		add_cut(s, true, x + g->cell_width, g->top, bottom, distance, how->booklet && i == 0);
	}
	for (int i = 0; i < how->rows; i++) {
		mpt y = g->top + i * (g->cell_height + g->gap);
		if (i == 0 || g->gap > 0)
			add_cut(s, false, y, g->left, right, distance, false);
		add_cut(s, false, y + g->cell_height, g->left, right, distance, false);
	}
}

static const struct page *sheet_close(struct sheet *s, const struct page_imposition *how, const struct grid *g)
{
	if (how->crop_marks)
		add_crop_marks(s, how, g);
	s->page->items = s->items.item;
	s->page->item_count = s->items.count;
	return s->page;
}

/* One side: every step-th page from first on. A back lies behind its front: columns run the other way. */
static const struct page *make_side(struct page_imposer *m, const struct grid *g, size_t first, size_t step, size_t end)
{
	const struct page_imposition *how = m->how;
	struct sheet s = sheet_open(m, g);
	bool back = first > 0;
	for (size_t i = first, cell = 0; i < end; i += step, cell++) {
		int column = (int)(cell % (size_t)how->columns), row = (int)(cell / (size_t)how->columns);
		if (back)
			column = how->columns - 1 - column;
		add_page(&s, m->page[i], bleed_of(m->page[i]), g, g->left + column * (g->cell_width + g->gap),
		         g->top + row * (g->cell_height + g->gap));
	}
	return sheet_close(&s, how, g);
}

/* ---- booklets ---- */

/* What bleeds, but not over the fold. */
static struct page_rectangle half_of(const struct page *page, bool right)
{
	struct page_rectangle trim = trim_of(page), half = bleed_of(page);
	if (right) {
		half.width -= trim.x - half.x;
		half.x = trim.x;
	} else {
		half.width = trim.x + trim.width - half.x;
	}
	return half;
}

/* One side with the pages of these numbers; one that is not there stays empty. */
static const struct page *make_spread(struct page_imposer *m, const struct grid *g, size_t left, size_t right)
{
	struct sheet s = sheet_open(m, g);
	const size_t number[] = {left, right};
	for (int column = 0; column < 2; column++) {
		if (number[column] >= m->count)
			continue;
		const struct page *page = m->page[number[column]];
		add_page(&s, page, half_of(page, column == 1), g, g->left + column * g->cell_width, g->top);
	}
	return sheet_close(&s, m->how, g);
}

/* Of each sheet the front, with the outer pages of what is left, then the back. */
static struct page_list make_booklet(struct page_imposer *m)
{
	struct grid g = grid_for(m->how, m->page[0]);
	size_t sheets = (m->count + 3) / 4;
	const struct page **sides = arena_array(m->memory, 2 * sheets, sizeof *sides);
	for (size_t i = 0, first = 0, last = 4 * sheets - 1; i < sheets; i++, first += 2, last -= 2) {
		sides[2 * i] = make_spread(m, &g, last, first);
		sides[2 * i + 1] = make_spread(m, &g, first + 1, last - 1);
	}
	m->taken = m->count;
	return (struct page_list){sides, 2 * sheets};
}

struct page_list page_imposer_take(struct page_imposer *m, bool end)
{
	release(m);
	if (m->how->booklet && (m->count == 0 || !end))
		return (struct page_list){0};
	if (m->how->booklet) {
		m->memory = arena_new();
		return make_booklet(m);
	}
	size_t step = m->how->duplex ? 2 : 1;
	size_t wanted = (size_t)m->how->columns * (size_t)m->how->rows * step;
	if (m->count == 0 || (m->count < wanted && !end))
		return (struct page_list){0};
	size_t used = m->count < wanted ? m->count : wanted;
	m->memory = arena_new();
	struct grid g = grid_for(m->how, m->page[0]);
	const struct page **sides = arena_array(m->memory, 2, sizeof *sides);
	for (size_t side = 0; side < step; side++)
		sides[side] = make_side(m, &g, side, step, used);
	m->taken = used;
	return (struct page_list){sides, step};
}
