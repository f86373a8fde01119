/* fo:bookmark-tree to the document's outline (XSL 6.11). */
#include "bookmark.h"

#include "reference.h"

static const char *title_of(const struct fo_node *bookmark, struct arena *a)
{
	struct buffer b = {0};
	for (const struct fo_node *child = bookmark->first_child; child; child = child->next) {
		if (child->kind != FO_BOOKMARK_TITLE)
			continue;
		for (const struct fo_node *text = child->first_child; text; text = text->next)
			if (text->kind == FO_TEXT)
				buffer_append(&b, text->text, text->text_size);
	}
	char *title = arena_strndup(a, b.data ? b.data : "", b.size);
	buffer_free(&b);
	return title;
}

static void set_target(struct layout *l, const struct fo_node *node, struct page_bookmark *b)
{
	const char *inside = fo_string(node, PROP_INTERNAL_DESTINATION),
	           *outside = fo_string(node, PROP_EXTERNAL_DESTINATION);
	if (*inside && !reference_is_declared(l->references, inside))
		diag_error(l->diag, node->loc, "fo:bookmark: no object has the id '%s'", inside);
	else if (*inside)
		b->destination = inside;
	else if (*outside)
		b->uri = outside;
}

static const struct fo_node *title_node(const struct fo_node *bookmark)
{
	for (const struct fo_node *child = bookmark->first_child; child; child = child->next)
		if (child->kind == FO_BOOKMARK_TITLE)
			return child;
	return NULL;
}

static struct page_bookmark *bookmark_of(struct layout *l, const struct fo_node *node)
{
	struct page_bookmark *b = arena_alloc(l->memory, sizeof *b);
	const struct fo_node *title = title_node(node);
	b->title = title_of(node, l->memory);
	b->open = fo_key(node, PROP_STARTING_STATE) != KEY_HIDE;
	b->bold = title && fo_number(title, PROP_FONT_WEIGHT) >= 600;
	b->italic = title && fo_key(title, PROP_FONT_STYLE) == KEY_ITALIC;
	set_target(l, node, b);
	return b;
}

static struct page_bookmark *bookmarks_in(struct layout *l, const struct fo_node *parent)
{
	struct page_bookmark *first = NULL, **link = &first;
	for (const struct fo_node *child = parent->first_child; child; child = child->next) {
		if (child->kind != FO_BOOKMARK)
			continue;
		*link = bookmark_of(l, child);
		(*link)->first_child = bookmarks_in(l, child);
		link = &(*link)->next;
	}
	return first;
}

struct page_bookmark *bookmarks_of(struct layout *l)
{
	for (const struct fo_node *child = l->tree->root->first_child; child; child = child->next)
		if (child->kind == FO_BOOKMARK_TREE)
			return bookmarks_in(l, child);
	return NULL;
}
