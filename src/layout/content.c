/* What a node holds, as one flat list of block-level objects and lines; made once for a document where it does not
 * depend on the page. */
#include "content.h"

#include <stdlib.h>
#include <string.h>

#include "content_builder.h"
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

static bool depends_itself(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
	case FO_INLINE_CONTAINER:
		return true;
	default:
		return false;
	}
}

static bool child_depends(const struct fo_node *child)
{
	if (child->kind == FO_TEXT || content_is_block_level(child) || child->kind == FO_FLOAT ||
	    child->kind == FO_FOOTNOTE_BODY || child->kind == FO_MARKER)
		return false;
	if (depends_itself(child))
		return true;
	for (const struct fo_node *inner = child->first_child; inner; inner = inner->next)
		if (child_depends(inner))
			return true;
	return false;
}

static bool align_depends(const struct fo_node *node, enum fo_property property)
{
	enum fo_key key = fo_key(node, property);
	return key == KEY_INSIDE || key == KEY_OUTSIDE;
}

static bool content_depends_on_page(const struct fo_node *node)
{
	if (align_depends(node, PROP_TEXT_ALIGN) || align_depends(node, PROP_TEXT_ALIGN_LAST))
		return true;
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child_depends(child))
			return true;
	return false;
}

enum { NOT_ASKED, INDEPENDENT, DEPENDENT };

static bool depends_on_page(struct layout *l, const struct fo_node *node)
{
	struct inline_state *state = inline_state_of(l);
	/* Copies of markers are themselves of one page. */
	if (node->number >= state->node_limit)
		return true;
	uint8_t *known = &state->depends_on_page[node->number];
	if (*known == NOT_ASKED)
		*known = content_depends_on_page(node) ? DEPENDENT : INDEPENDENT;
	return *known == DEPENDENT;
}

/* ---- building ---- */

/* A block shows the ids of wrappers that begin with it: so they are always on its page. */
static void add_ids_round(struct content_builder *b, const struct fo_node *block)
{
	const struct fo_node *child = block, *round;
	while ((round = content_round_block(child)) && first_content(round) == child) {
		if (round->id)
			builder_add(b, ITEM_ID, round);
		child = round;
	}
}

const struct content *content_build(struct layout *l, const struct fo_node *node, const struct page_context *page,
                                    struct arena *memory)
{
	struct content_builder b = {
	    .l = l,
	    .page = page,
	    .memory = memory,
	    .block = node,
	    .treatment = space_treatment_of(node),
	    .after_linefeed = true,
	};
	b.root = b.level = level_of_block(&b);
	if (node->kind == FO_BLOCK)
		add_ids_round(&b, node);
	builder_walk(&b, node->first_child);
	builder_finish_lines(&b);
	struct content *content = arena_alloc(memory, sizeof *content);
	content->count = b.part_count;
	content->part = arena_array(memory, b.part_count, sizeof *content->part);
	if (b.part_count > 0)
		memcpy(content->part, b.part, b.part_count * sizeof *content->part);
	free(b.part);
	free(b.item);
	return content;
}

const struct content *content_of(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	if (depends_on_page(l, node))
		return content_build(l, node, page, page->memory);
	const struct content **known = &l->content[node->number];
	if (!*known)
		*known = content_build(l, node, NULL, l->memory);
	return *known;
}
