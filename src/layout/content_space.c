/* White space treatment (XSL 7.16.7, 7.16.8, 7.16.12): which characters of text make areas at all. Only XML white space
 * counts. Like Apache FOP it collapses within one object's text, not over the edges of inlines: the flow object before
 * is then not a character. */
#include <string.h>

#include "content_builder.h"

#define ZERO_WIDTH_SPACE "\xe2\x80\x8b"

struct space_treatment space_treatment_of(const struct fo_node *block)
{
	enum fo_key treatment = fo_key(block, PROP_WHITE_SPACE_TREATMENT);
	/* A leader's content stands in a line: its ends are not the line's. */
	if (block->kind == FO_LEADER && treatment != KEY_IGNORE)
		treatment = KEY_PRESERVE;
	return (struct space_treatment){
	    .linefeed = fo_key(block, PROP_LINEFEED_TREATMENT),
	    .collapse = fo_key(block, PROP_WHITE_SPACE_COLLAPSE) != KEY_FALSE,
	    .ignore = treatment == KEY_IGNORE,
	    .ignore_after_linefeed =
	        treatment == KEY_IGNORE_IF_SURROUNDING_LINEFEED || treatment == KEY_IGNORE_IF_AFTER_LINEFEED,
	    .ignore_before_linefeed =
	        treatment == KEY_IGNORE_IF_SURROUNDING_LINEFEED || treatment == KEY_IGNORE_IF_BEFORE_LINEFEED,
	};
}

/* Characters that are kept. They stay where they were written until one is left out or changed amid them. */
struct kept {
	struct arena *memory;
	const char *source; /* [source_size] */
	size_t source_size;
	char *copy; /* NULL: the kept are source[start .. start + size) */
	size_t start, size;
};

static void kept_copy(struct kept *k, size_t at)
{
	/* A line feed may grow to three bytes. */
	k->copy = arena_alloc(k->memory, k->size + 3 * (k->source_size - at));
	memcpy(k->copy, k->source + k->start, k->size);
}

/* source[at .. at + size) is kept as it is. */
static void keep_run(struct kept *k, size_t at, size_t size)
{
	if (k->size == 0 && !k->copy)
		k->start = at;
	if (!k->copy && k->start + k->size != at)
		kept_copy(k, at);
	if (k->copy)
		memcpy(k->copy + k->size, k->source + at, size);
	k->size += size;
}

/* Instead of source[at] this is kept. */
static void keep_other(struct kept *k, size_t at, const char *bytes, size_t size)
{
	if (!k->copy)
		kept_copy(k, at);
	memcpy(k->copy + k->size, bytes, size);
	k->size += size;
}

static void flush(struct content_builder *b, const struct fo_node *node, struct kept *k)
{
	if (k->size > 0) {
		struct inline_item *item = builder_add(b, ITEM_TEXT, node);
		item->text = k->copy ? k->copy : k->source + k->start;
		item->size = k->size;
	}
	k->copy = NULL;
	k->size = 0;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void add_space(struct content_builder *b, struct kept *k, size_t at)
{
	const struct space_treatment *t = &b->treatment;
	bool dropped = (t->collapse && b->in_space) || t->ignore || (t->ignore_after_linefeed && b->after_linefeed);
	if (dropped)
		return;
	b->in_space = true;
	if (k->source[at] == ' ')
		keep_run(k, at, 1);
	else
		keep_other(k, at, " ", 1);
}

static void add_linefeed(struct content_builder *b, const struct fo_node *node, struct kept *k, size_t at)
{
	switch (b->treatment.linefeed) {
	case KEY_IGNORE:
		break;
	case KEY_TREAT_AS_ZERO_WIDTH_SPACE:
		keep_other(k, at, ZERO_WIDTH_SPACE, strlen(ZERO_WIDTH_SPACE));
		b->in_space = false;
		break;
	case KEY_PRESERVE:
		flush(b, node, k);
		builder_trim_end(b);
		builder_add(b, ITEM_LINEFEED, node);
		b->in_space = false;
		b->after_linefeed = true;
		break;
	default:
		add_space(b, k, at);
		break;
	}
}

void builder_add_text(struct content_builder *b, const struct fo_node *node, const char *text, size_t size)
{
	struct kept k = {.memory = b->memory, .source = text, .source_size = size};
	size_t at = 0;
	while (at < size) {
		size_t end = at;
		while (end < size && !is_space(text[end]))
			end++;
		if (end > at) {
			keep_run(&k, at, end - at);
			builder_note_content(b);
		}
		for (at = end; at < size && is_space(text[at]); at++) {
			if (text[at] == '\n')
				add_linefeed(b, node, &k, at);
			else
				add_space(b, &k, at);
		}
	}
	flush(b, node, &k);
}

/* Items that take no room of their own do not keep white space from the line's end. */
static bool is_transparent(const struct inline_item *item)
{
	switch (item->kind) {
	case ITEM_START:
	case ITEM_END:
	case ITEM_ID:
	case ITEM_ID_END:
	case ITEM_FOOTNOTE:
	case ITEM_FLOAT:
		return true;
	case ITEM_TEXT:
		return item->size == 0;
	default:
		return false;
	}
}

void builder_trim_end(struct content_builder *b)
{
	if (!b->treatment.ignore_before_linefeed)
		return;
	for (size_t i = b->item_count; i-- > 0;) {
		struct inline_item *item = &b->item[i];
		/* suppress-at-line-break="retain" */
		if (item->kind == ITEM_TEXT && item->level->style->preserve_spaces)
			break;
		while (item->kind == ITEM_TEXT && item->size > 0 && item->text[item->size - 1] == ' ')
			item->size--;
		if (!is_transparent(item))
			break;
	}
}
