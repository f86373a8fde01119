/* From index keys to pages and ranges of pages (XSL 6.10.5 to 6.10.6). */
#include "index.h"

#include <stdlib.h>
#include <string.h>

#include "page_sequence.h"
#include "reference.h"

/* An object with an index key. */
struct occurrence {
	const char *key;
	const struct fo_node *node;
	const char *end; /* fo:index-range-begin: the id of its fo:index-range-end; NULL: none, the document's end */
};

/* What a list came to when it was last asked for. */
struct known_list {
	const struct fo_node *node;
	const char *label;
	size_t version; /* of the reference table */
};

struct index_table {
	struct arena *memory;
	struct occurrence *occurrence; /* by key, then in document order */
	size_t count, capacity;
	struct known_list *list; /* in document order */
	size_t list_count, list_capacity;
	bool links; /* some of their numbers are links */
};

/* ---- occurrences ---- */

static void add_occurrence(struct index_table *t, const struct fo_node *node)
{
	if (t->count == t->capacity) {
		size_t capacity = t->capacity ? t->capacity * 2 : 64;
		t->occurrence = arena_grow(t->memory, t->occurrence, t->count, capacity, sizeof *t->occurrence);
		t->capacity = capacity;
	}
	t->occurrence[t->count++] = (struct occurrence){.key = fo_string(node, PROP_INDEX_KEY), .node = node};
}

static void add_list(struct index_table *t, const struct fo_node *node)
{
	if (t->list_count == t->list_capacity) {
		size_t capacity = t->list_capacity ? t->list_capacity * 2 : 64;
		t->list = arena_grow(t->memory, t->list, t->list_count, capacity, sizeof *t->list);
		t->list_capacity = capacity;
	}
	t->list[t->list_count++] = (struct known_list){.node = node};
}

/* The range that has begun last under that id. */
static void end_range(struct index_table *t, const struct fo_node *end)
{
	const char *id = fo_string(end, PROP_REF_ID);
	for (size_t i = t->count; i-- > 0;) {
		struct occurrence *o = &t->occurrence[i];
		if (o->node->kind == FO_INDEX_RANGE_BEGIN && o->node->id && strcmp(o->node->id, id) == 0) {
			o->end = end->id;
			return;
		}
	}
}

static void collect(struct index_table *t, const struct fo_node *node)
{
	if (node->kind == FO_INDEX_RANGE_END)
		end_range(t, node);
	else if (node->kind == FO_INDEX_PAGE_CITATION_LIST)
		add_list(t, node);
	else if (node->kind == FO_INDEX_KEY_REFERENCE)
		t->links |= fo_key(node, PROP_PAGE_NUMBER_TREATMENT) == KEY_LINK;
	if (node->id && node->kind != FO_TEXT && *fo_string(node, PROP_INDEX_KEY))
		add_occurrence(t, node);
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		collect(t, child);
}

static int by_key(const void *a, const void *b)
{
	const struct occurrence *x = a, *y = b;
	int order = strcmp(x->key, y->key);
	return order ? order : (x->node->number > y->node->number) - (x->node->number < y->node->number);
}

/* The first occurrence with that key; count when there is none. */
static size_t first_with(const struct index_table *t, const char *key)
{
	size_t low = 0, high = t->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(t->occurrence[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < t->count && strcmp(t->occurrence[low].key, key) == 0 ? low : t->count;
}

static void check_list(const struct index_table *t, const struct fo_node *list, struct diag *d)
{
	for (const struct fo_node *child = list->first_child; child; child = child->next) {
		const char *key = fo_string(child, PROP_REF_INDEX_KEY);
		if (child->kind == FO_INDEX_KEY_REFERENCE && *key && first_with(t, key) == t->count)
			diag_error(d, child->loc, "fo:index-key-reference: no object has the index-key '%s'", key);
	}
}

struct index_table *index_table_new(const struct fo_tree *tree, struct arena *a, struct diag *d)
{
	struct index_table *t = arena_alloc(a, sizeof *t);
	t->memory = a;
	collect(t, tree->root);
	if (t->count > 1)
		qsort(t->occurrence, t->count, sizeof *t->occurrence, by_key);
	for (size_t i = 0; i < t->list_count; i++)
		check_list(t, t->list[i].node, d);
	return t;
}

bool index_leads_to(const struct index_table *t, const char *id)
{
	return t->links || id[0] != '#';
}

/* ---- pages ---- */

static size_t document_pages(const struct layout *l)
{
	const struct sequence *last = l->sequence_count ? &l->sequences[l->sequence_count - 1] : NULL;
	return last ? last->first_index + last->page_count : 0;
}

static const char *page_label(const struct layout *l, size_t page, struct arena *a)
{
	for (size_t i = 0; i < l->sequence_count; i++) {
		const struct sequence *s = &l->sequences[i];
		if (page >= s->first_index && page - s->first_index < s->page_count)
			return folio_label(s->node, s->start[page - s->first_index].number, a);
	}
	return "";
}

/* ---- the items of one fo:index-key-reference ---- */

struct items {
	struct index_item *item;
	size_t count, capacity;
	struct arena *memory;
};

static void add_item(struct items *items, struct index_item item)
{
	if (items->count == items->capacity) {
		size_t capacity = items->capacity ? items->capacity * 2 : 16;
		items->item = arena_grow(items->memory, items->item, items->count, capacity, sizeof *items->item);
		items->capacity = capacity;
	}
	items->item[items->count++] = item;
}

/* The pages that the occurrence is on; false when it has none (yet). */
static bool pages_of(const struct layout *l, const struct occurrence *o, size_t *first, size_t *last)
{
	size_t end_first;
	if (!reference_pages(l->references, o->node->id, first, last))
		return false;
	if (o->node->kind != FO_INDEX_RANGE_BEGIN)
		return true;
	if (!o->end && document_pages(l) > 0)
		*last = document_pages(l) - 1;
	else if (!reference_pages(l->references, o->end, &end_first, last))
		*last = *first;
	return *last >= *first;
}

static int by_page(const void *a, const void *b)
{
	const struct index_item *x = a, *y = b;
	return (x->page > y->page) - (x->page < y->page);
}

/* The pages of those occurrences that are ranges, or of the others. */
static void add_pages(const struct layout *l, const struct fo_node *reference, bool ranges, struct items *items)
{
	const struct index_table *t = l->indexes;
	const char *key = fo_string(reference, PROP_REF_INDEX_KEY);
	for (size_t i = first_with(t, key); i < t->count && strcmp(t->occurrence[i].key, key) == 0; i++) {
		const struct occurrence *o = &t->occurrence[i];
		size_t first, last;
		if ((o->node->kind == FO_INDEX_RANGE_BEGIN) != ranges || !pages_of(l, o, &first, &last))
			continue;
		struct index_item item = {
		    .reference = reference, .class_name = fo_string(o->node, PROP_INDEX_CLASS), .destination = o->node->id};
		for (size_t page = first; page <= last; page++) {
			item.page = page;
			if (page == last && page > first && o->end)
				item.destination = o->end;
			add_item(items, item);
		}
	}
}

/* Of items for one page the first is kept. */
static size_t drop_same_pages(struct index_item *item, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || item[kept - 1].page != item[i].page)
			item[kept++] = item[i];
	return kept;
}

/* Sorting that keeps what is equal in its order. */
static void sort_items(struct index_item *item, size_t count, struct arena *a)
{
	if (count < 2)
		return;
	size_t half = count / 2;
	sort_items(item, half, a);
	sort_items(item + half, count - half, a);
	struct index_item *left = arena_array(a, half, sizeof *left);
	memcpy(left, item, half * sizeof *left);
	size_t i = 0, j = half;
	for (size_t out = 0; i < half; out++)
		item[out] = j < count && by_page(&item[j], &left[i]) < 0 ? item[j++] : left[i++];
}

/* Ranges go before what stands on one of their pages (XSL 6.10.5). */
static void add_reference(const struct layout *l, const struct fo_node *reference, struct items *all)
{
	struct items own = {.memory = all->memory};
	add_pages(l, reference, true, &own);
	add_pages(l, reference, false, &own);
	sort_items(own.item, own.count, own.memory);
	own.count = drop_same_pages(own.item, own.count);
	for (size_t i = 0; i < own.count; i++)
		add_item(all, own.item[i]);
}

/* ---- ranges ---- */

/* Items of consecutive pages, which may become a range. */
struct chain {
	size_t first, last; /* items */
	size_t pages;
};

struct chains {
	const struct index_item *item;
	struct chain *chain; /* [count], by their first item */
	size_t count;
	size_t *of;    /* [items]: the chain that an item is in */
	size_t oldest; /* that may still grow */
	bool across;   /* merge-ranges-across-index-key-references */
};

static bool goes_on(const struct chains *c, const struct chain *chain, size_t i)
{
	const struct index_item *last = &c->item[chain->last], *next = &c->item[i];
	bool consecutive = next->page == last->page + 1 || (c->across && next->page == last->page);
	return consecutive && (c->across || last->reference == next->reference) &&
	       strcmp(last->class_name, next->class_name) == 0;
}

static void take_item(struct chains *c, size_t i)
{
	while (c->oldest < c->count && c->item[c->chain[c->oldest].last].page + 1 < c->item[i].page)
		c->oldest++;
	for (size_t k = c->oldest; k < c->count; k++) {
		struct chain *chain = &c->chain[k];
		if (!goes_on(c, chain, i))
			continue;
		chain->pages += c->item[i].page != c->item[chain->last].page;
		chain->last = i;
		c->of[i] = k;
		return;
	}
	c->of[i] = c->count;
	c->chain[c->count++] = (struct chain){i, i, 1};
}

/* Three pages or more make a range (XSL 6.10.6, step B). */
static struct index_entries entries_of_chains(const struct chains *c, size_t count, struct arena *a)
{
	struct index_entries out = {.item = arena_array(a, count, sizeof *out.item)};
	for (size_t i = 0; i < count; i++) {
		const struct chain *chain = &c->chain[c->of[i]];
		bool is_range = chain->pages >= 3;
		if (is_range && chain->first != i)
			continue;
		out.item[out.count++] = (struct index_entry){c->item[i], c->item[is_range ? chain->last : i], is_range};
	}
	return out;
}

static struct index_entries merge(const struct fo_node *list, const struct items *items, struct arena *a)
{
	struct chains c = {.item = items->item,
	                   .chain = arena_array(a, items->count, sizeof *c.chain),
	                   .of = arena_array(a, items->count, sizeof *c.of),
	                   .across = fo_key(list, PROP_MERGE_RANGES_ACROSS_INDEX_KEY_REFERENCES) != KEY_LEAVE_SEPARATE};
	bool merges = fo_key(list, PROP_MERGE_SEQUENTIAL_PAGE_NUMBERS) != KEY_LEAVE_SEPARATE;
	for (size_t i = 0; i < items->count; i++) {
		if (merges) {
			take_item(&c, i);
			continue;
		}
		c.of[i] = c.count;
		c.chain[c.count++] = (struct chain){i, i, 1};
	}
	return entries_of_chains(&c, items->count, a);
}

struct index_entries index_entries_of(const struct layout *l, const struct fo_node *list, struct arena *a)
{
	struct items items = {.memory = a};
	for (const struct fo_node *child = list->first_child; child; child = child->next)
		if (child->kind == FO_INDEX_KEY_REFERENCE)
			add_reference(l, child, &items);
	sort_items(items.item, items.count, a);
	if (fo_key(list, PROP_MERGE_PAGES_ACROSS_INDEX_KEY_REFERENCES) != KEY_LEAVE_SEPARATE)
		items.count = drop_same_pages(items.item, items.count);
	struct index_entries entries = merge(list, &items, a);
	for (size_t i = 0; i < entries.count; i++) {
		entries.item[i].first.label = page_label(l, entries.item[i].first.page, a);
		entries.item[i].last.label = page_label(l, entries.item[i].last.page, a);
	}
	return entries;
}

/* ---- what was answered ---- */

static void put_item(struct buffer *b, const struct index_item *item)
{
	buffer_printf(b, "%s %s %u;", item->label, item->destination, (unsigned)item->reference->number);
}

static const char *label_of(const struct layout *l, const struct fo_node *list, const char *old, struct arena *memory)
{
	struct arena *scratch = arena_new();
	struct index_entries entries = index_entries_of(l, list, scratch);
	struct buffer b = {0};
	for (size_t i = 0; i < entries.count; i++) {
		put_item(&b, &entries.item[i].first);
		if (entries.item[i].is_range)
			put_item(&b, &entries.item[i].last);
	}
	const char *text = b.data ? b.data : "";
	bool same = old && strlen(old) == b.size && memcmp(old, text, b.size) == 0;
	const char *label = same ? old : arena_strndup(memory, text, b.size);
	buffer_free(&b);
	arena_free(scratch);
	return label;
}

static struct known_list *known_list_of(const struct index_table *t, const struct fo_node *list)
{
	size_t low = 0, high = t->list_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (t->list[middle].node->number < list->number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < t->list_count && t->list[low].node == list ? &t->list[low] : NULL;
}

const char *index_label(struct layout *l, const struct fo_node *list)
{
	struct known_list *known = known_list_of(l->indexes, list);
	/* A copy of a marker's content. */
	if (!known)
		return label_of(l, list, NULL, l->memory);
	size_t version = reference_version(l->references);
	if (!known->label || known->version != version)
		known->label = label_of(l, list, known->label, l->memory);
	known->version = version;
	return known->label;
}
