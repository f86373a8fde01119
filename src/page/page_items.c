/* The list of items that layout and graphic fill. Knows nothing of what an item means. */
#include "page.h"

void page_items_append(struct page_items *items, const struct page_item *item)
{
	if (items->count >= items->capacity) {
		size_t capacity = items->capacity ? items->capacity * 2 : 16;
		items->item = arena_grow(items->memory, items->item, items->count, capacity, sizeof *items->item);
		items->capacity = capacity;
	}
	items->item[items->count++] = *item;
}
