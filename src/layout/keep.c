/* Keeps and breaks between objects (XSL 4.8, 7.20): what an object asks for counts for the object that begins or ends
 * with it. */
#include "column.h"

struct keeps keep_together(const struct fo_node *node)
{
	return (struct keeps){fo_keep(node, PROP_KEEP_TOGETHER_WITHIN_COLUMN),
	                      fo_keep(node, PROP_KEEP_TOGETHER_WITHIN_PAGE)};
}

struct keeps keep_with_next(const struct fo_node *node)
{
	return (struct keeps){fo_keep(node, PROP_KEEP_WITH_NEXT_WITHIN_COLUMN),
	                      fo_keep(node, PROP_KEEP_WITH_NEXT_WITHIN_PAGE)};
}

/* The block-level object that a node begins with; NULL when it begins with lines, or with a reference area's inside. */
static const struct fo_node *first_block(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	switch (node->kind) {
	case FO_BLOCK:
	case FO_LIST_BLOCK: {
		const struct content *content = content_of(l, node, page);
		return content->count ? content->part[0].block : NULL;
	}
	case FO_LIST_ITEM:
		for (const struct fo_node *child = node->first_child; child; child = child->next)
			if (child->kind == FO_LIST_ITEM_BODY) {
				const struct content *content = content_of(l, child, page);
				return content->count ? content->part[0].block : NULL;
			}
		return NULL;
	case FO_TABLE:
		for (const struct fo_node *child = node->first_child; child; child = child->next)
			if (child->kind == FO_TABLE_BODY)
				return child->first_child;
		return NULL;
	case FO_TABLE_ROW:
		return node->first_child;
	case FO_TABLE_CELL: {
		const struct content *content = content_of(l, node, page);
		return content->count ? content->part[0].block : NULL;
	}
	default:
		return NULL;
	}
}

struct keeps keep_with_next_of_last(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	struct keeps all = {0, 0};
	while (node && (node->kind == FO_BLOCK || node->kind == FO_TABLE_CELL)) {
		const struct content *content = content_of(l, node, page);
		node = content->count ? content->part[content->count - 1].block : NULL;
		if (node)
			all = keeps_max(all, keep_with_next(node));
	}
	return all;
}

enum fo_key break_after_of_last(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	enum fo_key kind = KEY_AUTO;
	while (node && (node->kind == FO_BLOCK || node->kind == FO_TABLE_CELL)) {
		const struct content *content = content_of(l, node, page);
		node = content->count ? content->part[content->count - 1].block : NULL;
		if (node)
			kind = break_stronger(kind, fo_key(node, PROP_BREAK_AFTER));
	}
	return kind;
}

struct keeps keep_with_previous(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	struct keeps all = {0, 0};
	for (; node; node = first_block(l, node, page)) {
		struct keeps own = {fo_keep(node, PROP_KEEP_WITH_PREVIOUS_WITHIN_COLUMN),
		                    fo_keep(node, PROP_KEEP_WITH_PREVIOUS_WITHIN_PAGE)};
		all = keeps_max(all, own);
	}
	return all;
}

static int break_strength(enum fo_key kind)
{
	switch (kind) {
	case KEY_COLUMN:
		return 1;
	case KEY_PAGE:
		return 2;
	case KEY_EVEN_PAGE:
	case KEY_ODD_PAGE:
		return 3;
	default:
		return 0;
	}
}

enum fo_key break_stronger(enum fo_key a, enum fo_key b)
{
	return break_strength(b) > break_strength(a) ? b : a;
}

enum fo_key break_before(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	enum fo_key kind = KEY_AUTO;
	for (; node; node = first_block(l, node, page))
		kind = break_stronger(kind, fo_key(node, PROP_BREAK_BEFORE));
	return kind;
}
