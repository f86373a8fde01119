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

static const struct region *body_region(const struct page_geometry *g, const struct sequence *s)
{
	const char *flow = s->flow ? fo_string(s->flow, PROP_FLOW_NAME) : "";
	for (size_t i = 0; i < g->region_count; i++)
		if (strcmp(region_name(g->region[i].node), flow) == 0)
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
	next.choice = (struct column_choice){0};
	return next;
}

static bool choose_geometry(struct layout *l, const struct sequence *s, const struct page_start *start, bool last,
                            struct master_state *master, struct page_made *made)
{
	struct page_traits traits = {start->ordinal, start->number, made->blank, last};
	const struct fo_node *chosen = page_master_choose(l, s->node, master, traits);
	if (!chosen)
		return false;
	made->geometry = page_geometry_of(l, chosen);
	made->context.page_inline_size = made->geometry.inline_size;
	made->context.page_block_size = made->geometry.block_size;
	return true;
}

static void take_body(struct page_made *made, const struct body_result *body)
{
	made->body = body->area;
	made->done = !body->rest && body->carried_count == 0;
	made->has_footnotes = body->has_footnotes;
	made->end = body->end;
	made->next.from = body->rest;
	made->next.carried = body->carried;
	made->next.carried_count = body->carried_count;
	made->next.parity = body->reason;
	made->next.flow_done = !body->rest;
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
	const struct region *region = body_region(&made->geometry, s);
	if (!region) {
		if (s->flow)
			diag_error(l->diag, s->flow->loc, "no region of the page master '%s' is named '%s'; the flow is left out",
			           fo_string(made->geometry.master, PROP_MASTER_NAME), fo_string(s->flow, PROP_FLOW_NAME));
		made->done = true;
		return true;
	}
	struct body_result body = body_layout(l, s, start, region, &made->context, ends);
	take_body(made, &body);
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
	const struct region *region = body_region(&made.geometry, s);
	return region && fo_number(region->node, PROP_COLUMN_COUNT) < 2;
}

bool page_make(struct layout *l, const struct sequence *s, const struct page_start *start, struct arena *memory,
               struct page_made *made)
{
	return page_explore(l, s, start, memory, made, NULL);
}

/* ---- ids ---- */

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
	if (made->body) {
		if (made->body->node->id)
			reference_note(l->references, made->body->node->id, page->index, page->label);
		note_fragment(l, made->body, page);
	}
	for (const struct fragment *area = made->fixed; area; area = area->next)
		note_fragment(l, area, page);
}
