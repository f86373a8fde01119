/* What an index needs: ranges that begin and end (XSL 6.10.3, 6.10.4). */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

static void close_range(struct build *b, struct open_ranges *open, const struct fo_node *end)
{
	const char *id = fo_string(end, PROP_REF_ID);
	for (size_t i = open->count; i-- > 0;)
		if (open->range[i]->id && strcmp(open->range[i]->id, id) == 0) {
			memmove(&open->range[i], &open->range[i + 1], (open->count - i - 1) * sizeof *open->range);
			open->count--;
			return;
		}
	if (*id)
		diag_error(b->diag, end->loc, "fo:index-range-end: no fo:index-range-begin with the id '%s' is before it", id);
}

void check_range(struct build *b, struct open_ranges *open, const struct fo_node *node)
{
	if (node->kind == FO_INDEX_RANGE_END)
		close_range(b, open, node);
	if (node->kind != FO_INDEX_RANGE_BEGIN)
		return;
	if (node->xml && !element_attribute(node->xml, NULL, "id"))
		diag_error(b->diag, node->loc, "fo:index-range-begin has no id");
	ARRAY_RESERVE(open->range, open->count, open->capacity);
	open->range[open->count++] = node;
}

void check_open_ranges(struct build *b, struct open_ranges *open)
{
	for (size_t i = 0; i < open->count; i++)
		if (element_attribute(open->range[i]->xml, NULL, "id"))
			diag_error(b->diag, open->range[i]->loc,
			           "fo:index-range-begin: no fo:index-range-end refers to '%s', the range goes on to the end of "
			           "the document",
			           open->range[i]->id);
	free(open->range);
}
