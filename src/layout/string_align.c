/* Cells of a column aligned on a string (text-align, XSL 7.16.9; CSS 2, 17.5.4): the text before the string ends at the
 * same place in all of them, for which lines are indented. Text alone counts, and only what stands on the first line; a
 * table in a marker is not looked at. */
#include <string.h>

#include "inline_private.h"
#include "inline_state.h"
#include "table.h"

static const char *string_of(const struct fo_node *block)
{
	return fo_value(block, PROP_TEXT_ALIGN)->kind == FO_VALUE_STRING ? fo_string(block, PROP_TEXT_ALIGN) : "";
}

/* The first block in a cell that is aligned on a string. */
static const struct fo_node *aligned_block(const struct fo_node *node)
{
	if (node->kind == FO_BLOCK && *string_of(node))
		return node;
	const struct fo_node *found = NULL;
	for (const struct fo_node *child = node->first_child; child && !found; child = child->next)
		found = child->kind == FO_TABLE ? NULL : aligned_block(child);
	return found;
}

/* ---- what stands before the string ---- */

struct before {
	struct layout *l;
	const char *string;
	mpt width;
	bool found;
	bool in_space; /* the next white space makes no width */
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void measure_text(struct before *b, const struct fo_node *text)
{
	const struct text_style *style = text_style_of(b->l, text->parent, false, false);
	struct buffer kept = {0};
	for (size_t i = 0; i < text->text_size; i++) {
		bool space = is_space(text->text[i]);
		if (!space || !b->in_space)
			buffer_putc(&kept, space ? ' ' : text->text[i]);
		b->in_space = space;
	}
	buffer_putc(&kept, '\0');
	const char *found = strstr(kept.data, b->string);
	size_t size = found ? (size_t)(found - kept.data) : kept.size - 1;
	b->width += text_width(b->l->text, kept.data, size, style);
	b->found = found != NULL;
	buffer_free(&kept);
}

static void measure_before(struct before *b, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child && !b->found; child = child->next) {
		if (child->kind == FO_TEXT)
			measure_text(b, child);
		else if (child->kind != FO_FOOTNOTE && child->kind != FO_FLOAT && child->kind != FO_MARKER)
			measure_before(b, child);
	}
}

static mpt width_before(struct layout *l, const struct fo_node *block)
{
	struct before b = {.l = l, .string = string_of(block), .in_space = true};
	measure_before(&b, block);
	return b.width;
}

/* ---- columns ---- */

static const struct fo_node *around(const struct fo_node *node, enum fo_kind kind)
{
	while (node && node->kind != kind)
		node = node->parent;
	return node;
}

/* Every cell of the table is told the most that stands before the string in its column. */
static void measure_columns(struct layout *l, const struct table *t)
{
	mpt *most = arena_array(l->memory, (size_t)t->column_count, sizeof *most);
	for (size_t i = 0; i < t->cell_count; i++) {
		const struct table_cell *cell = &t->cell[i];
		const struct fo_node *block = cell->node ? aligned_block(cell->node) : NULL;
		if (block)
			most[cell->column] = mpt_max(most[cell->column], width_before(l, block));
	}
	for (size_t i = 0; i < t->cell_count; i++) {
		const struct table_cell *cell = &t->cell[i];
		if (cell->node)
			inline_map_at(&inline_state_of(l)->aligned, l->memory, cell->node, NULL)->value = &most[cell->column];
	}
}

mpt string_align_indent(struct layout *l, const struct fo_node *block)
{
	const struct fo_node *cell = *string_of(block) ? around(block, FO_TABLE_CELL) : NULL;
	const struct fo_node *table = around(cell, FO_TABLE);
	const struct table *t = table && table->number < l->tree_nodes ? l->tables[table->number] : NULL;
	if (!t)
		return 0;
	struct inline_map *aligned = &inline_state_of(l)->aligned;
	if (!inline_map_at(aligned, l->memory, cell, NULL)->value)
		measure_columns(l, t);
	const mpt *most = inline_map_at(aligned, l->memory, cell, NULL)->value;
	return most ? mpt_max(0, *most - width_before(l, block)) : 0;
}
