/* The text form of what a document has beside its pages: metadata, bookmarks, structure. */
#include "dump.h"

#include <string.h>

static void dump_field(struct buffer *out, int level, const char *name, const char *text)
{
	if (!text)
		return;
	dump_indent(out, level);
	buffer_puts(out, name);
	buffer_putc(out, ' ');
	dump_text(out, text, strlen(text));
	buffer_putc(out, '\n');
}

static void dump_bookmarks(struct buffer *out, const struct page_bookmark *bookmark, int level)
{
	for (; bookmark; bookmark = bookmark->next) {
		dump_indent(out, level);
		buffer_puts(out, "bookmark ");
		dump_text(out, bookmark->title ? bookmark->title : "", bookmark->title ? strlen(bookmark->title) : 0);
		if (bookmark->uri)
			buffer_printf(out, " -> %s", bookmark->uri);
		else if (bookmark->destination)
			buffer_printf(out, " -> #%s", bookmark->destination);
		if (bookmark->first_child && !bookmark->open)
			buffer_puts(out, " closed");
		buffer_puts(out, bookmark->bold ? " bold" : "");
		buffer_puts(out, bookmark->italic ? " italic" : "");
		if (bookmark->color.opacity > 0) {
			buffer_putc(out, ' ');
			dump_color(out, &bookmark->color);
		}
		buffer_putc(out, '\n');
		dump_bookmarks(out, bookmark->first_child, level + 1);
	}
}

static void put_word(struct buffer *out, const char *name, const char *value)
{
	if (value)
		buffer_printf(out, " %s %s", name, value);
}

static void put_quoted(struct buffer *out, const char *name, const char *value)
{
	if (!value)
		return;
	buffer_printf(out, " %s ", name);
	dump_text(out, value, strlen(value));
}

static void dump_element_line(struct buffer *out, const struct page_structure *element, int level)
{
	dump_indent(out, level);
	buffer_puts(out, element->custom_role ? element->custom_role : element->role);
	if (element->custom_role)
		buffer_printf(out, " as %s", element->role);
	put_word(out, "language", element->language);
	put_word(out, "id", element->id);
	put_word(out, "scope", element->scope);
	put_word(out, "numbering", element->list_numbering);
	if (element->column_span > 1)
		buffer_printf(out, " columns %d", element->column_span);
	if (element->row_span > 1)
		buffer_printf(out, " rows %d", element->row_span);
	put_quoted(out, "alternative", element->alternative);
	put_quoted(out, "actual", element->actual_text);
	buffer_putc(out, '\n');
}

/* In reading order, without recursion: documents nest as deep as their author likes. */
static void dump_structure(struct buffer *out, const struct page_structure *root, int level)
{
	const struct page_structure *element = root;
	while (element) {
		dump_element_line(out, element, level);
		if (element->first_child) {
			element = element->first_child;
			level++;
			continue;
		}
		while (element != root && !element->next) {
			element = element->parent;
			level--;
		}
		element = element == root ? NULL : element->next;
	}
}

void page_dump_document(const struct page_document *document, struct buffer *out)
{
	buffer_puts(out, "document\n");
	dump_field(out, 1, "title", document->title);
	dump_field(out, 1, "author", document->author);
	dump_field(out, 1, "subject", document->subject);
	dump_field(out, 1, "keywords", document->keywords);
	dump_field(out, 1, "language", document->language);
	dump_field(out, 1, "xmp", document->xmp);
	dump_bookmarks(out, document->bookmarks, 1);
	if (document->structure) {
		buffer_puts(out, "  structure\n");
		dump_structure(out, document->structure, 2);
	}
}
