/* Making pages of a page sequence one after the other. */
#include "page_sequence.h"
#include "reference.h"

#include <string.h>

/* ---- numbers ---- */

int sequence_first_number(const struct fo_node *sequence, int last)
{
	int next = last + 1;
	switch (fo_key(sequence, PROP_INITIAL_PAGE_NUMBER)) {
	case KEY_AUTO:
		return next;
	case KEY_AUTO_ODD:
		return next % 2 ? next : next + 1;
	case KEY_AUTO_EVEN:
		return next % 2 ? next + 1 : next;
	default: {
		double number = fo_number(sequence, PROP_INITIAL_PAGE_NUMBER);
		return number < 1 ? 1 : number > 1000000 ? 1000000 : (int)(number + 0.5);
	}
	}
}

/* force-page-count auto: as the first number of the next sequence wants it (XSL 7.27.6). */
static bool fits_next(const struct fo_node *next, int last)
{
	if (!next)
		return true;
	switch (fo_key(next, PROP_INITIAL_PAGE_NUMBER)) {
	case KEY_AUTO:
		return true;
	case KEY_AUTO_ODD:
		return last % 2 == 0;
	case KEY_AUTO_EVEN:
		return last % 2 != 0;
	default:
		return (sequence_first_number(next, last) - 1) % 2 == last % 2;
	}
}

int sequence_filler_pages(const struct fo_node *sequence, int first, int last, const struct fo_node *next)
{
	int count = last - first + 1;
	bool odd_count = count % 2 != 0;
	switch (fo_key(sequence, PROP_FORCE_PAGE_COUNT)) {
	case KEY_EVEN:
		return odd_count ? 1 : 0;
	case KEY_ODD:
		return odd_count ? 0 : 1;
	case KEY_END_ON_EVEN:
		return last % 2 ? 1 : 0;
	case KEY_END_ON_ODD:
		return last % 2 ? 0 : 1;
	case KEY_DOUBLY_EVEN:
		return (4 - count % 4) % 4;
	case KEY_END_ON_DOUBLY_EVEN:
		return (4 - last % 4) % 4;
	case KEY_NO_FORCE:
		return 0;
	default:
		return fits_next(next, last) ? 0 : 1;
	}
}

/* ---- one page ---- */

static const struct region *region_named(const struct page_geometry *g, const char *name)
{
	for (size_t i = 0; i < g->region_count; i++)
		if (strcmp(region_name(g->region[i].node), name) == 0)
			return &g->region[i];
	return NULL;
}

static bool wrong_parity(const struct page_start *start)
{
	return (start->parity == KEY_EVEN_PAGE && start->number % 2 != 0) ||
	       (start->parity == KEY_ODD_PAGE && start->number % 2 == 0);
}

static struct page_context context_of(const struct sequence *s, const struct page_start *start, struct arena *memory,
                                      struct page_made *made)
{
	return (struct page_context){
	    .memory = memory,
	    .sequence = s->node,
	    .number = start->number,
	    .label = folio_label(s->node, start->number, memory),
	    .index = start->index,
	    .fixed = &made->fixed,
	};
}

static struct page_start following(const struct page_start *start, struct master_state master)
{
	struct page_start next = *start;
	next.master = master;
	next.ordinal++;
	next.number++;
	next.index++;
	next.chosen = NULL;
	next.chosen_count = next.chosen_span = 0;
	return next;
}

/* ---- size ---- */

/* A page that is as large as its content is no larger (ISO 32000-1, annex C). */
#define PAGE_LARGEST (14400 * MPT_PER_POINT)
/* Nor smaller. */
#define PAGE_SMALLEST (3 * MPT_PER_POINT)

static void set_geometry(struct page_made *made, struct page_geometry geometry)
{
	made->geometry = geometry;
	made->context.page_inline_size = geometry.paper_inline_size;
	made->context.page_block_size = geometry.paper_block_size;
}

/* What the content of a region has along the page's lines. */
static mpt inline_room(const struct region *r)
{
	struct area area = {0};
	struct fragment f = {.area = &area};
	region_set_area(&f, r);
	return region_is_across(r) ? area.block_size : area.inline_size;
}

/* Of the paper, so that the region of the first flow is as wide as the flows are without breaking lines. */
static mpt width_of_content(const struct sequence *s, const struct fo_node *master)
{
	struct page_geometry large = page_geometry_of(master, (struct page_extent){PAGE_LARGEST, PAGE_LARGEST});
	const struct region *r = s->flow_count ? region_named(&large, s->flow[0].region[0]) : NULL;
	return r ? mpt_max(PAGE_SMALLEST, PAGE_LARGEST - inline_room(r) + s->widest) : 0;
}

static bool choose_geometry(struct layout *l, const struct sequence *s, const struct page_start *start, bool last,
                            struct master_state *master, struct page_made *made)
{
	struct page_traits traits = {start->ordinal, start->number, made->blank, last};
	const struct fo_node *chosen = page_master_choose(l, s->node, master, traits);
	if (!chosen)
		return false;
	struct page_extent extent = {0, made->blank ? 0 : PAGE_LARGEST};
	if (page_master_grows_along_inline(chosen))
		extent.inline_size = width_of_content(s, chosen);
	set_geometry(made, page_geometry_of(chosen, extent));
	return true;
}

/* ---- flows ---- */

static void append_body(struct page_made *made, struct fragment *area)
{
	struct fragment **link = &made->body;
	while (*link)
		link = &(*link)->next;
	*link = area;
}

static bool is_rest(const struct body_result *body)
{
	return body->rest || body->carried_count > 0;
}

/* Flows that are one, on this page, from region to region. False after reporting when the page has none of them. */
static bool make_flow(struct layout *l, const struct flow_group *flow, const struct page_start *start,
                      struct page_made *made, struct column_ends *ends, struct body_result *result)
{
	struct page_start at = *start;
	bool any = false;
	for (size_t i = 0; i < flow->region_count; i++) {
		const struct region *region = region_named(&made->geometry, flow->region[i]);
		if (!region)
			continue;
		*result = body_layout(l, flow->flow, &at, region, &made->context, ends);
		append_body(made, result->area);
		made->spare = mpt_min(made->spare, region_is_across(region) ? 0 : result->spare);
		any = true;
		if (!is_rest(result) || (result->reason != KEY_AUTO && result->reason != KEY_COLUMN))
			break;
		at.from = result->rest;
		at.carried = result->carried;
		at.carried_count = result->carried_count;
		at.flow_done = !result->rest;
	}
	if (!any)
		diag_error(l->diag, flow->flow->loc, "no region of the page master '%s' is named '%s'; the flow is left out",
		           fo_string(made->geometry.master, PROP_MASTER_NAME), flow->region_count ? flow->region[0] : "");
	return any;
}

static void take_body(struct page_made *made, const struct body_result *body)
{
	made->done = !is_rest(body);
	made->has_out_of_line = body->has_out_of_line;
	made->end = body->end;
	made->columns = body->explored_columns;
	made->next.from = body->rest;
	made->next.carried = body->carried;
	made->next.carried_count = body->carried_count;
	made->next.parity = body->reason;
	made->next.flow_done = !body->rest;
}

static void make_first_flow(struct layout *l, const struct sequence *s, const struct page_start *start,
                            struct page_made *made, struct column_ends *ends)
{
	struct body_result body;
	made->done = true;
	made->next.flow_done = true;
	bool finished = start->flow_done && start->carried_count == 0;
	if (!finished && s->flow_count > 0 && make_flow(l, &s->flow[0], start, made, ends, &body))
		take_body(made, &body);
}

static struct flow_start make_other_flow(struct layout *l, const struct flow_group *flow, const struct flow_start *from,
                                         const struct page_start *start, struct page_made *made)
{
	struct page_start own = *start;
	own.from = from->from;
	own.carried = from->carried;
	own.carried_count = from->carried_count;
	own.flow_done = from->flow_done;
	struct body_result body;
	bool finished = own.flow_done && own.carried_count == 0;
	if (finished || !make_flow(l, flow, &own, made, NULL, &body))
		return (struct flow_start){.flow_done = true};
	made->done = made->done && !is_rest(&body);
	return (struct flow_start){body.rest, body.carried, body.carried_count, !body.rest};
}

/* Flows beside the first one, each in regions of its own: the page sequence ends with the longest. */
static void make_other_flows(struct layout *l, const struct sequence *s, const struct page_start *start,
                             struct page_made *made)
{
	if (s->flow_count < 2)
		return;
	struct flow_start *next = arena_array(l->memory, s->flow_count - 1, sizeof *next);
	const struct flow_start beginning = {0};
	for (size_t i = 0; i + 1 < s->flow_count; i++)
		next[i] = make_other_flow(l, &s->flow[i + 1], start->others ? &start->others[i] : &beginning, start, made);
	made->next.others = next;
}

static void make_flows(struct layout *l, const struct sequence *s, const struct page_start *start,
                       struct page_made *made, struct column_ends *ends)
{
	made->spare = PAGE_LARGEST;
	make_first_flow(l, s, start, made, ends);
	make_other_flows(l, s, start, made);
}

/* The page as high as its content, from what the largest one would have left. */
static void grow(struct layout *l, const struct sequence *s, const struct page_start *start, struct page_made *made)
{
	struct page_made large = *made;
	large.context.fixed = &large.fixed;
	make_flows(l, s, start, &large, NULL);
	struct page_extent extent = {PAGE_LARGEST, mpt_max(PAGE_SMALLEST, PAGE_LARGEST - mpt_max(0, large.spare))};
	set_geometry(made, page_geometry_of(made->geometry.master, large.body ? extent : (struct page_extent){0}));
}

/* The page with content, on the assumption that it is the last one or that it is not. */
static bool make_with(struct layout *l, const struct sequence *s, const struct page_start *start, struct arena *memory,
                      bool last, struct page_made *made, struct column_ends *ends)
{
	*made = (struct page_made){.blank = start->filler || wrong_parity(start)};
	made->context = context_of(s, start, memory, made);
	struct master_state master = start->master;
	if (!choose_geometry(l, s, start, last, &master, made))
		return false;
	made->next = following(start, master);
	if (made->blank) {
		made->done = start->filler;
		return true;
	}
	if (page_master_grows_along_block(made->geometry.master))
		grow(l, s, start, made);
	make_flows(l, s, start, made, ends);
	return true;
}

bool page_explore(struct layout *l, const struct sequence *s, const struct page_start *start, struct arena *memory,
                  struct page_made *made, struct column_ends *ends)
{
	if (!make_with(l, s, start, memory, false, made, ends))
		return false;
	if (made->done && page_master_has_last(l, s->node)) {
		/* What ends on this page may not end on it when the last page has another master: then it is not the last one.
		 */
		struct page_made as_last;
		if (make_with(l, s, start, memory, true, &as_last, NULL) && as_last.done)
			*made = as_last;
		else
			made->lacks_last = start->ordinal > 0 || !page_master_has_only(l, s->node);
	}
	/* The address of the list in the copy. */
	made->context.fixed = &made->fixed;
	return true;
}

bool page_has_choice(struct layout *l, const struct sequence *s, const struct page_start *start)
{
	struct page_made made = {.blank = start->filler || wrong_parity(start)};
	struct master_state master = start->master;
	if (made.blank || !choose_geometry(l, s, start, false, &master, &made))
		return false;
	if (s->flow_count != 1 || s->flow[0].region_count != 1 || page_master_grows_along_block(made.geometry.master))
		return false;
	return region_named(&made.geometry, s->flow[0].region[0]) != NULL;
}

bool page_make(struct layout *l, const struct sequence *s, const struct page_start *start, struct arena *memory,
               struct page_made *made)
{
	return page_explore(l, s, start, memory, made, NULL);
}

/* ---- ids ---- */

/* A footnote or a float is an area of all that it stands in, beside their normal areas. */
static void note_out_of_line(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	for (; node; node = node->parent)
		if (node->id)
			reference_note_beyond(l->references, node->id, CITE_NON_BLANK, page->label);
}

static void note_fragment(struct layout *l, const struct fragment *f, const struct page_context *page)
{
	if (f->kind == FRAGMENT_LINE) {
		for (size_t i = 0; i < f->line->id_count; i++)
			reference_note(l->references, f->line->ids[i].id, page->index, page->label);
		for (size_t i = 0; i < f->line->piece_count; i++)
			if (f->line->piece[i].content)
				note_fragment(l, f->line->piece[i].content, page);
		return;
	}
	if (f->node->id)
		reference_note(l->references, f->node->id, page->index, page->label);
	if (f->node->kind == FO_FOOTNOTE_BODY || f->node->kind == FO_FLOAT)
		note_out_of_line(l, f->node->parent, page);
	for (const struct fragment *child = f->first_child; child; child = child->next)
		note_fragment(l, child, page);
	if (f->kind == FRAGMENT_AREA)
		for (const struct fragment *area = f->area->absolute; area; area = area->next)
			note_fragment(l, area, page);
}

void page_note_ids(struct layout *l, const struct page_made *made)
{
	const struct page_context *page = &made->context;
	if (page->sequence->id)
		reference_note(l->references, page->sequence->id, page->index, page->label);
	const struct fo_node *root = l->tree->root;
	if (root->id)
		reference_note(l->references, root->id, page->index, page->label);
	for (const struct fragment *body = made->body; body; body = body->next)
		note_fragment(l, body, page);
	for (const struct fragment *area = made->fixed; area; area = area->next)
		note_fragment(l, area, page);
}
