/* Balanced trees of names or numbers. Knows nothing of what the values mean. */
#include "pdf_tree.h"

#include <stdlib.h>
#include <string.h>

#include "pdf_number.h"
#include "pdf_string.h"

#define NODE_ENTRIES 64

/* A node and what it spans. */
struct node {
	uint32_t object;
	const struct pdf_tree_entry *first, *last;
};

/* Of entries with one name, the first that came stays first: the address tells. */
static int compare_names(const void *a, const void *b)
{
	const struct pdf_tree_entry *x = a, *y = b;
	int order = strcmp(x->name, y->name);
	return order ? order : (x->number > y->number) - (x->number < y->number);
}

static size_t sort_names(struct pdf_tree_entry *entries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		entries[i].number = (int64_t)i;
	qsort(entries, count, sizeof *entries, compare_names);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || strcmp(entries[kept - 1].name, entries[i].name) != 0)
			entries[kept++] = entries[i];
	return kept;
}

static void put_key(struct buffer *out, const struct pdf_tree_entry *entry)
{
	if (entry->name)
		pdf_put_bytes(out, entry->name, strlen(entry->name));
	else
		pdf_put_integer(out, entry->number);
}

static void put_limits(struct buffer *out, const struct node *node)
{
	buffer_puts(out, "/Limits[");
	put_key(out, node->first);
	buffer_putc(out, ' ');
	put_key(out, node->last);
	buffer_putc(out, ']');
}

static struct node write_leaf(struct pdf_state *pdf, const struct pdf_tree_entry *entries, size_t count, bool only)
{
	struct node node = {pdf_reserve(&pdf->objects), &entries[0], &entries[count - 1]};
	struct buffer text = {0};
	buffer_puts(&text, "<<");
	if (!only)
		put_limits(&text, &node);
	buffer_puts(&text, entries[0].name ? "/Names[" : "/Nums[");
	for (size_t i = 0; i < count; i++) {
		put_key(&text, &entries[i]);
		buffer_putc(&text, ' ');
		buffer_puts(&text, entries[i].value);
		buffer_putc(&text, i + 1 < count ? ' ' : ']');
	}
	buffer_puts(&text, ">>");
	pdf_file_text(&pdf->file, node.object, text.data, text.size);
	buffer_free(&text);
	return node;
}

static struct node write_branch(struct pdf_state *pdf, const struct node *kids, size_t count, bool top)
{
	struct node node = {pdf_reserve(&pdf->objects), kids[0].first, kids[count - 1].last};
	struct buffer text = {0};
	buffer_puts(&text, "<<");
	if (!top)
		put_limits(&text, &node);
	buffer_puts(&text, "/Kids[");
	for (size_t i = 0; i < count; i++)
		buffer_printf(&text, i > 0 ? " %u 0 R" : "%u 0 R", (unsigned)kids[i].object);
	buffer_puts(&text, "]>>");
	pdf_file_text(&pdf->file, node.object, text.data, text.size);
	buffer_free(&text);
	return node;
}

static uint32_t write_empty(struct pdf_state *pdf)
{
	uint32_t object = pdf_reserve(&pdf->objects);
	pdf_file_text(&pdf->file, object, "<</Nums[]>>", 11);
	return object;
}

uint32_t pdf_tree_write(struct pdf_state *pdf, struct pdf_tree_entry *entries, size_t count)
{
	if (count == 0)
		return write_empty(pdf);
	if (entries[0].name)
		count = sort_names(entries, count);
	struct node *nodes = xcalloc(count / NODE_ENTRIES + 1, sizeof *nodes);
	size_t node_count = 0;
	for (size_t at = 0; at < count; at += NODE_ENTRIES) {
		size_t size = count - at < NODE_ENTRIES ? count - at : NODE_ENTRIES;
		nodes[node_count++] = write_leaf(pdf, entries + at, size, count <= NODE_ENTRIES);
	}
	while (node_count > 1) {
		size_t above = 0;
		for (size_t at = 0; at < node_count; at += NODE_ENTRIES) {
			size_t size = node_count - at < NODE_ENTRIES ? node_count - at : NODE_ENTRIES;
			nodes[above++] = write_branch(pdf, nodes + at, size, node_count <= NODE_ENTRIES);
		}
		node_count = above;
	}
	uint32_t root = nodes[0].object;
	free(nodes);
	return root;
}
