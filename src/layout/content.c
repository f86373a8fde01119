/* What a node holds, as one flat list of block-level objects and lines; made once for a document where it does not
 * depend on the page. */
#include "content.h"

#include <stdlib.h>
#include <string.h>

#include "content_builder.h"
#include "flow_map.h"
#include "inline_state.h"

bool content_is_block_level(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
	case FO_TABLE:
	case FO_TABLE_AND_CAPTION:
	case FO_TABLE_CAPTION:
	case FO_LIST_BLOCK:
	case FO_LIST_ITEM:
		return true;
	default:
		return false;
	}
}

static bool is_looked_through(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_WRAPPER:
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_BIDI_OVERRIDE:
	case FO_MULTI_CASE:
	case FO_MULTI_SWITCH:
	case FO_MULTI_PROPERTIES:
		return true;
	default:
		return false;
	}
}

const struct fo_node *content_round_block(const struct fo_node *node)
{
	return node->parent && is_looked_through(node->parent) ? node->parent : NULL;
}

static const struct fo_node *first_content(const struct fo_node *node)
{
	const struct fo_node *child = node->first_child;
	while (child && (child->kind == FO_MARKER || (child->kind == FO_TEXT && fo_is_blank_text(child))))
		child = child->next;
	return child;
}

bool content_begins_with_block(const struct fo_node *node)
{
	const struct fo_node *first = first_content(node);
	return first && (first->kind == FO_BLOCK || (is_looked_through(first) && content_begins_with_block(first)));
}

/* ---- what depends on the page ---- */

enum dependence {
	NOT_ASKED,
	INDEPENDENT,
	ON_CITATIONS, /* the same on every page while the numbers cited are */
	ON_PAGE
};

static enum dependence stronger(enum dependence a, enum dependence b)
{
	return a > b ? a : b;
}

static enum dependence own_dependence(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
	case FO_INDEX_PAGE_CITATION_LIST:
		return ON_CITATIONS;
	case FO_PAGE_NUMBER:
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
	case FO_INLINE_CONTAINER:
		return ON_PAGE;
	default:
		return INDEPENDENT;
	}
}

/* Their content is built on its own, where no citation is noted. */
static bool builds_itself(const struct fo_node *node)
{
	return node->kind == FO_LEADER || node->kind == FO_RUBY;
}

static enum dependence child_dependence(const struct fo_node *child)
{
	if (child->kind == FO_TEXT || content_is_block_level(child) || child->kind == FO_FLOAT ||
	    child->kind == FO_FOOTNOTE_BODY || child->kind == FO_MARKER)
		return INDEPENDENT;
	enum dependence all = own_dependence(child);
	for (const struct fo_node *inner = child->first_child; inner && all != ON_PAGE; inner = inner->next)
		all = stronger(all, child_dependence(inner));
	return all == ON_CITATIONS && builds_itself(child) ? ON_PAGE : all;
}

static bool align_depends(const struct fo_node *node, enum fo_property property)
{
	enum fo_key key = fo_key(node, property);
	return key == KEY_INSIDE || key == KEY_OUTSIDE;
}

static enum dependence content_dependence(const struct fo_node *node)
{
	if (align_depends(node, PROP_TEXT_ALIGN) || align_depends(node, PROP_TEXT_ALIGN_LAST))
		return ON_PAGE;
	enum dependence all = INDEPENDENT;
	for (const struct fo_node *child = node->first_child; child && all != ON_PAGE; child = child->next)
		all = stronger(all, child_dependence(child));
	return all;
}

static enum dependence dependence_of(struct layout *l, const struct fo_node *node)
{
	struct inline_state *state = inline_state_of(l);
	/* Copies of markers are themselves of one page. */
	if (node->number >= state->node_limit)
		return ON_PAGE;
	uint8_t *known = &state->dependence[node->number];
	if (*known == NOT_ASKED)
		*known = (uint8_t)content_dependence(node);
	return (enum dependence) * known;
}

/* Asks for every number again, which also notes that it was used in this pass. */
static bool citations_hold(struct layout *l, const struct content *content)
{
	for (const struct content_citation *c = content->citation; c; c = c->next)
		if (strcmp(c->label, reference_label(l, c->node)) != 0)
			return false;
	return true;
}

/* ---- building ---- */

static bool is_between_blocks(const struct fo_node *node)
{
	return node && (node->kind == FO_INDEX_RANGE_BEGIN || (node->kind == FO_TEXT && fo_is_blank_text(node)));
}

bool content_goes_with_next_block(const struct fo_node *node)
{
	while (is_between_blocks(node))
		node = node->next;
	return node && node->kind == FO_BLOCK;
}

/* What begins between blocks begins with the one after it. */
static void add_ids_before(struct content_builder *b, const struct fo_node *block)
{
	const struct fo_node *first = block;
	while (is_between_blocks(first->previous))
		first = first->previous;
	for (; first != block; first = first->next)
		if (first->id)
			builder_add(b, ITEM_ID, first);
}

/* A fo:list-item-body has no fragment. */
static const struct fo_node *round_for_ids(const struct fo_node *node)
{
	return node->parent && node->parent->kind == FO_LIST_ITEM_BODY ? node->parent : content_round_block(node);
}

/* A block shows the ids of wrappers that begin with it: so they are always on its page. */
static void add_ids_round(struct content_builder *b, const struct fo_node *block)
{
	const struct fo_node *child = block, *round;
	while ((round = round_for_ids(child)) && first_content(round) == child) {
		if (round->id)
			builder_add(b, ITEM_ID, round);
		child = round;
	}
}

static void add_own_ids(struct content_builder *b, const struct fo_node *node)
{
	if (node->kind == FO_BLOCK) {
		add_ids_before(b, node);
		add_ids_round(b, node);
	} else if (node->kind == FO_LIST_ITEM_BODY && node->id && !content_begins_with_block(node)) {
		builder_add(b, ITEM_ID, node);
	}
}

/* A flow with those that a flow map puts after it. */
static void walk_flows(struct content_builder *b, const struct fo_node *node)
{
	builder_walk(b, node->first_child);
	if (node->kind != FO_FLOW && node->kind != FO_STATIC_CONTENT)
		return;
	while ((node = flow_map_next(b->l, node)))
		builder_walk(b, node->first_child);
}

static struct content_builder builder_of(struct layout *l, const struct fo_node *node, const struct page_context *page,
                                         struct arena *memory)
{
	return (struct content_builder){
	    .l = l,
	    .page = page,
	    .memory = memory,
	    .block = node,
	    .treatment = space_treatment_of(node),
	    .after_linefeed = true,
	};
}

/* ---- the first line ---- */

static const struct fo_node *initial_properties(const struct fo_node *block)
{
	for (const struct fo_node *child = block->first_child; child && block->kind == FO_BLOCK; child = child->next)
		if (child->kind == FO_INITIAL_PROPERTY_SET)
			return child;
	return NULL;
}

/* Nodes and their copies: these lack only what may not stand in an fo:inline. */
static void pair_looks(struct content_builder *b, const struct fo_node *node, const struct fo_node *copy)
{
	for (; node && copy; node = node->next) {
		if (node->kind == FO_INITIAL_PROPERTY_SET)
			continue;
		if (node->kind != copy->kind)
			return;
		inline_map_at(&b->looks, b->memory, node, NULL)->value = copy;
		pair_looks(b, node->first_child, copy->first_child);
		copy = copy->next;
	}
}

static const struct fo_node *first_line_of(struct layout *l, const struct fo_node *block, const struct fo_node *set)
{
	struct inline_map_entry *entry = inline_map_at(&inline_state_of(l)->first_lines, l->memory, block, NULL);
	if (!entry->value)
		entry->value = fo_first_line(l->tree, block, set, l->memory);
	return entry->value;
}

/* The same lines once more, as they would be if all of them were the first one. */
static void add_first_line(struct content_builder *plain, const struct fo_node *set)
{
	if (plain->part_count == 0 || !plain->part[0].lines)
		return;
	struct content_builder b = builder_of(plain->l, plain->block, plain->page, plain->memory);
	b.first_line = first_line_of(b.l, b.block, set);
	pair_looks(&b, b.block->first_child, b.first_line->first_child);
	b.root = b.level = level_of_block(&b);
	add_own_ids(&b, b.block);
	builder_open_first_line(&b);
	builder_walk(&b, b.block->first_child);
	builder_finish_lines(&b);
	if (b.part_count > 0 && b.part[0].lines)
		inline_set_first_line(plain->part[0].lines, b.part[0].lines);
	free(b.part);
	free(b.item);
}

const struct content *content_build(struct layout *l, const struct fo_node *node, const struct page_context *page,
                                    struct arena *memory)
{
	struct content_builder b = builder_of(l, node, page, memory);
	b.root = b.level = level_of_block(&b);
	add_own_ids(&b, node);
	walk_flows(&b, node);
	builder_finish_lines(&b);
	const struct fo_node *set = initial_properties(node);
	if (set)
		add_first_line(&b, set);
	struct content *content = arena_alloc(memory, sizeof *content);
	content->count = b.part_count;
	content->citation = b.citation;
	content->part = arena_array(memory, b.part_count, sizeof *content->part);
	if (b.part_count > 0)
		memcpy(content->part, b.part, b.part_count * sizeof *content->part);
	free(b.part);
	free(b.item);
	return content;
}

const struct content *content_of(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	if (dependence_of(l, node) == ON_PAGE)
		return content_build(l, node, page, page->memory);
	const struct content **known = &l->content[node->number];
	if (!*known || !citations_hold(l, *known))
		*known = content_build(l, node, NULL, l->memory);
	return *known;
}
