/* Min- and max-content widths (CSS 2.1, 10.3.5 and 17.5.2.2): for automatic tables, turned containers and floats. */
#include "column.h"
#include "table.h"

struct widths {
	mpt minimum, maximum;
};

static struct widths content_widths(struct layout *l, const struct fo_node *node, const struct page_context *page);

static void widen(struct widths *w, struct widths other)
{
	w->minimum = mpt_max(w->minimum, other.minimum);
	w->maximum = mpt_max(w->maximum, other.maximum);
}

static struct widths add_edges(struct widths w, const struct fo_node *node)
{
	/* Indents count border and padding in; percentages have no base here. */
	mpt edges = fo_length(node, PROP_START_INDENT, 0) + fo_length(node, PROP_END_INDENT, 0);
	return (struct widths){w.minimum + edges, w.maximum + edges};
}

static struct widths table_need(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	struct widths w;
	table_widths(l, node, &w.minimum, &w.maximum, page);
	return add_edges(w, node);
}

static struct widths container_need(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	enum fo_key position = fo_key(node, PROP_ABSOLUTE_POSITION);
	if (position == KEY_ABSOLUTE || position == KEY_FIXED)
		return (struct widths){0, 0};
	const struct fo_value *size = fo_value(node, PROP_INLINE_PROGRESSION_DIMENSION);
	if (size->kind == FO_VALUE_LENGTH && size->percent == 0)
		return add_edges((struct widths){size->length, size->length}, node);
	return add_edges(content_widths(l, node, page), node);
}

/* A list item's sides stand beside each other; their indents are distances from the same edge. */
static struct widths item_need(struct layout *l, const struct fo_node *item, const struct page_context *page)
{
	struct widths w = {0, 0};
	for (const struct fo_node *side = item->first_child; side; side = side->next)
		if (side->kind == FO_LIST_ITEM_BODY || side->kind == FO_LIST_ITEM_LABEL)
			widen(&w, content_widths(l, side, page));
	return w;
}

static struct widths part_need(struct layout *l, const struct fo_node *parent, const struct content_part *part,
                               const struct page_context *page)
{
	if (!part->block) {
		struct widths w;
		inline_widths(l, part->lines, &w.minimum, &w.maximum);
		return add_edges(w, parent);
	}
	switch (part->block->kind) {
	case FO_TABLE:
		return table_need(l, part->block, page);
	case FO_BLOCK_CONTAINER:
		return container_need(l, part->block, page);
	case FO_LIST_ITEM:
		return item_need(l, part->block, page);
	default:
		return content_widths(l, part->block, page);
	}
}

static struct widths content_widths(struct layout *l, const struct fo_node *node, const struct page_context *page)
{
	const struct content *content = content_of(l, node, page);
	struct widths w = {0, 0};
	for (size_t i = 0; i < content->count; i++)
		widen(&w, part_need(l, node, &content->part[i], page));
	return w;
}

void block_widths(struct layout *l, const struct fo_node *node, mpt *min_content, mpt *max_content,
                  const struct page_context *page)
{
	struct widths w = content_widths(l, node, page);
	*min_content = w.minimum;
	*max_content = w.maximum;
}
