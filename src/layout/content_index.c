/* A fo:index-page-citation-list as items of lines (XSL 6.10.6, step C): page numbers, their prefixes and suffixes, and
 * what separates them. Which pages those are is index.c's. */
#include <string.h>

#include "content_builder.h"
#include "index.h"

#define EN_DASH "\xe2\x80\x93"

static void add_text(struct content_builder *b, const char *text)
{
	struct inline_item *item = builder_add(b, ITEM_TEXT, b->level->node);
	item->text = text;
	item->size = strlen(text);
	builder_note_content(b);
}

/* The author's own words of that kind, else these (NULL: none). */
static void add_words(struct content_builder *b, const struct fo_node *parent, enum fo_kind kind, const char *otherwise)
{
	const struct fo_node *words = fo_child_of_kind(parent, kind);
	if (words) {
		builder_open_level(b, words);
		builder_walk(b, words->first_child);
		builder_close_level(b);
	} else if (otherwise) {
		add_text(b, otherwise);
	}
}

static void add_number(struct content_builder *b, const struct index_item *item)
{
	const char *label = arena_strdup(b->memory, item->label);
	if (fo_key(item->reference, PROP_PAGE_NUMBER_TREATMENT) == KEY_LINK)
		builder_open_link(b, item->reference, item->destination, label);
	else
		builder_open_level(b, item->reference);
	add_text(b, label);
	builder_close_level(b);
}

static void add_item(struct content_builder *b, const struct index_item *item)
{
	add_words(b, item->reference, FO_INDEX_PAGE_NUMBER_PREFIX, NULL);
	add_number(b, item);
	add_words(b, item->reference, FO_INDEX_PAGE_NUMBER_SUFFIX, NULL);
}

static void add_entry(struct content_builder *b, const struct fo_node *list, const struct index_entry *entry)
{
	builder_open_together(b);
	add_item(b, &entry->first);
	if (entry->is_range) {
		add_words(b, list, FO_INDEX_PAGE_CITATION_RANGE_SEPARATOR, EN_DASH);
		add_item(b, &entry->last);
	}
	builder_close_level(b);
}

void builder_add_index(struct content_builder *b, const struct fo_node *list)
{
	struct arena *scratch = arena_new();
	struct index_entries entries = index_entries_of(b->l, list, scratch);
	builder_open_level(b, list);
	if (list->id)
		builder_add(b, ITEM_ID, list);
	for (size_t i = 0; i < entries.count; i++) {
		if (i > 0)
			add_words(b, list, FO_INDEX_PAGE_CITATION_LIST_SEPARATOR, ", ");
		add_entry(b, list, &entries.item[i]);
	}
	builder_close_level(b);
	arena_free(scratch);
}
