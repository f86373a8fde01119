/* The document: passes over its page sequences until every number is settled, then its pages in order (DESIGN.md
 * decision 5). */
#include "layout.h"

#include <stdlib.h>

#include "bookmark.h"
#include "flow_map.h"
#include "index.h"
#include "marker.h"
#include "page_sequence.h"
#include "reference.h"

/* Documents whose numbers chase each other are given up after so many passes. */
#define PASSES_MAX 6

/* ---- opening ---- */

static void declare_ids(struct layout *l, const struct fo_node *node)
{
	if (node->id)
		reference_declare(l->references, node);
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		declare_ids(l, child);
}

static void find_sequences(struct layout *l, const struct fo_node *parent, size_t *capacity)
{
	for (const struct fo_node *child = parent->first_child; child; child = child->next) {
		if (child->kind == FO_PAGE_SEQUENCE_WRAPPER)
			find_sequences(l, child, capacity);
		if (child->kind != FO_PAGE_SEQUENCE)
			continue;
		ARRAY_RESERVE(l->sequences, l->sequence_count, *capacity);
		struct sequence *s = &l->sequences[l->sequence_count];
		*s = (struct sequence){.node = child, .number = l->sequence_count};
		s->flow = flow_groups_of(l, child, &s->flow_count);
		l->sequence_count++;
	}
}

/* Static content for a region that no page master has is never shown. */
static void check_static_content(struct layout *l, const struct fo_node *sequence)
{
	for (const struct fo_node *child = sequence->first_child; child; child = child->next) {
		if (child->kind != FO_STATIC_CONTENT)
			continue;
		if (!flow_map_is_shown(l, child))
			diag_warning(l->diag, child->loc,
			             "fo:static-content: no page master has a region named '%s', it is left out",
			             fo_string(child, PROP_FLOW_NAME));
	}
}

static void set_document(struct layout *l)
{
	l->document = (struct page_document){.title = l->tree->title,
	                                     .author = l->tree->author,
	                                     .subject = l->tree->subject,
	                                     .keywords = l->tree->keywords,
	                                     .language = l->tree->language,
	                                     .xmp = l->tree->xmp};
	l->document.bookmarks = bookmarks_of(l);
	l->document.structure = structure_of(l, l->tree->root);
}

struct layout *layout_open(struct fo_tree *tree, struct text_engine *text, struct graphic_store *graphics,
                           const struct layout_options *options, struct diag *d)
{
	if (!tree)
		return NULL;
	struct layout *l = xmalloc(sizeof *l);
	*l = (struct layout){.tree = tree,
	                     .text = text,
	                     .graphics = graphics,
	                     .fonts = options->fonts,
	                     .options = *options,
	                     .diag = d,
	                     .memory = arena_new(),
	                     .tree_nodes = tree->node_count};
	l->content = arena_array(l->memory, tree->node_count, sizeof(const struct content *));
	l->structure = arena_array(l->memory, tree->node_count, sizeof(struct page_structure *));
	l->tables = arena_array(l->memory, tree->node_count, sizeof(struct table *));
	l->references = reference_table_new(l->memory);
	l->markers = marker_state_new(tree, l->memory);
	declare_ids(l, tree->root);
	l->indexes = index_table_new(tree, l->memory, d);
	size_t capacity = 0;
	find_sequences(l, tree->root, &capacity);
	for (size_t i = 0; i < l->sequence_count; i++)
		check_static_content(l, l->sequences[i].node);
	set_document(l);
	return l;
}

/* ---- passes ---- */

static struct page_start first_start(const struct sequence *s)
{
	return (struct page_start){.parity = KEY_AUTO, .number = s->first_number, .index = s->first_index};
}

static const struct page_start *add_start(struct sequence *s, const struct page_start *start)
{
	ARRAY_RESERVE(s->start, s->page_count, s->page_capacity);
	s->start[s->page_count] = *start;
	return &s->start[s->page_count++];
}

static void add_blank_page(struct layout *l, struct sequence *s, struct page_start *start)
{
	const char *label = folio_label(s->node, start->number, l->memory);
	for (const struct fo_node *node = s->node; node; node = node->parent)
		if (node->id)
			reference_note_beyond(l->references, node->id, CITE_ALL, label);
	start->filler = true;
	add_start(s, start);
	start->ordinal++;
	start->number++;
	start->index++;
}

/* The blank pages after the one that the flow ends on: the last page, if that has a master which cannot hold what is
 * left of the flow, and what force-page-count wants. */
static void add_blank_pages(struct layout *l, struct sequence *s, const struct page_made *end)
{
	const struct fo_node *next = s->number + 1 < l->sequence_count ? l->sequences[s->number + 1].node : NULL;
	struct page_start start = end->next;
	if (end->lacks_last)
		add_blank_page(l, s, &start);
	int blank = sequence_filler_pages(s->node, s->first_number, start.number - 1, next);
	for (int i = 0; i < blank; i++)
		add_blank_page(l, s, &start);
}

/* No page sequence is longer: a document that makes pages without end is stopped. */
#define PAGES_MAX 200000

/* One page is made and forgotten: where it begins is kept, and where ids are. */
static bool pass_page(struct layout *l, struct sequence *s, const struct page_start *start, struct arena *scratch,
                      struct page_made *made)
{
	const struct arena_mark before = arena_mark(scratch);
	add_start(s, start);
	bool ok = page_make(l, s, start, scratch, made);
	if (ok)
		page_note_ids(l, made);
	else
		s->page_count--;
	arena_reset(scratch, before);
	return ok;
}

/* Only where a page master asks for it: the whole flow is measured. */
static mpt widest_content(struct layout *l, const struct sequence *s, struct arena *scratch)
{
	const struct page_context page = {.memory = scratch, .sequence = s->node, .number = -1};
	mpt widest = 0;
	for (size_t i = 0; page_master_has_growing(l) && i < s->flow_count; i++) {
		mpt least, most;
		block_widths(l, s->flow[i].flow, &least, &most, &page);
		widest = mpt_max(widest, most);
	}
	return widest;
}

static void pass_over(struct layout *l, struct sequence *s)
{
	reference_forget_sequence(l->references, s->first_index, s->page_count, s->node);
	s->page_count = 0;
	struct page_start start = first_start(s);
	struct page_made made = {.done = false};
	struct arena *scratch = arena_new();
	const struct arena_mark empty = arena_mark(scratch);
	s->widest = widest_content(l, s, scratch);
	bool ok = true;
	while (ok && !made.done && s->page_count < PAGES_MAX) {
		arena_reset(scratch, empty);
		struct page_plan plan = page_plan_from(l, s, &start, scratch);
		for (size_t i = 0; ok && i < plan.count; i++)
			ok = pass_page(l, s, &plan.start[i], scratch, &made);
		start = made.next;
	}
	if (made.done)
		add_blank_pages(l, s, &made);
	else if (ok)
		diag_error(l->diag, s->node->loc, "fo:page-sequence: it is cut off after %d pages", PAGES_MAX);
	arena_free(scratch);
	s->laid_out = true;
}

/* Where a sequence begins, from those before it. True when that has changed. */
static bool set_beginning(struct layout *l, struct sequence *s)
{
	const struct sequence *before = s->number > 0 ? s - 1 : NULL;
	int last = before && before->page_count ? before->start[before->page_count - 1].number
	           : before                     ? before->first_number - 1
	                                        : 0;
	int first_number = sequence_first_number(s->node, last);
	size_t first_index = before ? before->first_index + before->page_count : 0;
	bool changed = first_number != s->first_number || first_index != s->first_index;
	(void)l;
	s->first_number = first_number;
	s->first_index = first_index;
	return changed;
}

/* True when something was made again. */
static bool pass(struct layout *l)
{
	bool again = false;
	for (size_t i = 0; i < l->sequence_count; i++) {
		struct sequence *s = &l->sequences[i];
		bool moved = set_beginning(l, s);
		if (s->laid_out && !moved && !reference_is_stale(l, s->node))
			continue;
		pass_over(l, s);
		again = true;
	}
	return again;
}

static void settle(struct layout *l)
{
	for (int i = 0; i < PASSES_MAX; i++)
		if (!pass(l)) {
			l->settled = true;
			return;
		}
	l->settled = true;
	for (size_t i = 0; i < l->sequence_count; i++)
		if (reference_is_stale(l, l->sequences[i].node))
			diag_error(l->diag, l->sequences[i].node->loc,
			           "page numbers cited in this page sequence never settle: each pass moves them again");
}

/* ---- pages ---- */

/* So many pages at a time stay in memory until they are painted. */
#define PAGES_AT_ONCE 16

/* The next pages of a sequence; none at its end. */
static struct page_list next_pages(struct layout *l, const struct sequence *s)
{
	const struct page **pages = arena_array(l->pages, PAGES_AT_ONCE, sizeof *pages);
	size_t count = 0;
	while (l->next_page < s->page_count && count < PAGES_AT_ONCE) {
		struct page_made made;
		if (page_make(l, s, &s->start[l->next_page++], l->pages, &made))
			pages[count++] = page_paint(l, s, &made, l->pages);
	}
	return (struct page_list){pages, count};
}

struct page_list layout_next(struct layout *l)
{
	if (!l->settled)
		settle(l);
	arena_free(l->pages);
	l->pages = arena_new();
	while (l->next_sequence < l->sequence_count) {
		struct page_list list = next_pages(l, &l->sequences[l->next_sequence]);
		if (list.count > 0)
			return list;
		l->next_sequence++;
		l->next_page = 0;
	}
	return (struct page_list){0};
}

struct arena *layout_take_pages(struct layout *l)
{
	struct arena *pages = l->pages;
	l->pages = NULL;
	return pages;
}

const struct page_document *layout_document(const struct layout *l)
{
	return &l->document;
}

void layout_close(struct layout *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < l->sequence_count; i++)
		free(l->sequences[i].start);
	free(l->sequences);
	reference_table_free(l->references);
	marker_state_free(l->markers);
	arena_free(l->pages);
	arena_free(l->memory);
	free(l);
}
