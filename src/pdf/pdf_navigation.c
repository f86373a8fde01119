/* Links, destinations, outline, page labels as objects. */
#include "pdf_navigation.h"

#include <stdlib.h>
#include <string.h>

#include "pdf_number.h"
#include "pdf_string.h"
#include "pdf_structure.h"
#include "pdf_tree.h"

/* An anchor where it is, and one as a link wants it to be shown: so far below the top of the view. */
struct place {
	const char *id;
	uint32_t page_object;
	mpt x, y, page_height;
};
struct placement {
	const char *id;
	mpt offset;
};

struct pdf_navigation {
	struct place *places; /* [place_count] */
	size_t place_count, place_capacity;
	struct placement *placements; /* [placement_count] */
	size_t placement_count, placement_capacity;
	struct pdf_tree_entry *anchors; /* [anchor_count] */
	size_t anchor_count, anchor_capacity;
	const char **labels; /* [label_count], by page */
	size_t label_count, label_capacity;
};

struct pdf_navigation *pdf_navigation_new(void)
{
	return xcalloc(1, sizeof(struct pdf_navigation));
}

void pdf_navigation_free(struct pdf_navigation *navigation)
{
	if (!navigation)
		return;
	free(navigation->anchors);
	free(navigation->places);
	free(navigation->placements);
	free(navigation->labels);
	free(navigation);
}

static void put_area(struct buffer *out, const struct page *page, struct page_rectangle area)
{
	const mpt numbers[] = {area.x, page->height - area.y - area.height, area.x + area.width, page->height - area.y};
	buffer_puts(out, "/Rect[");
	for (int i = 0; i < 4; i++) {
		if (i > 0)
			buffer_putc(out, ' ');
		pdf_put_length(out, numbers[i]);
	}
	buffer_putc(out, ']');
}

/* A URI is ASCII (ISO 32000-1, 12.6.4.7); what is not is escaped as RFC 3986 says. */
static void put_uri(struct buffer *out, const char *uri)
{
	struct buffer ascii = {0};
	for (const char *c = uri; *c; c++) {
		if ((unsigned char)*c <= 0x20 || (unsigned char)*c >= 0x7F)
			buffer_printf(&ascii, "%%%02X", (unsigned char)*c);
		else
			buffer_putc(&ascii, *c);
	}
	buffer_puts(out, "/A<</S/URI/URI");
	pdf_put_bytes(out, ascii.data ? ascii.data : "", ascii.size);
	buffer_puts(out, ">>");
	buffer_free(&ascii);
}

/* The name of a destination that is shown below the top of the view: no id has a space in it. */
static const char *placement_name(struct arena *a, const char *id, mpt offset)
{
	return arena_printf(a, "%s %lld", id, (long long)offset);
}

static const char *placed_destination(struct pdf_state *pdf, const struct page_link *link)
{
	if (!link->destination || link->placement_offset <= 0)
		return link->destination;
	struct pdf_navigation *n = pdf->navigation;
	ARRAY_RESERVE(n->placements, n->placement_count, n->placement_capacity);
	n->placements[n->placement_count++] =
	    (struct placement){arena_strdup(pdf->memory, link->destination), link->placement_offset};
	return placement_name(pdf->memory, link->destination, link->placement_offset);
}

static void put_target(struct buffer *out, const char *uri, const char *destination)
{
	if (uri) {
		put_uri(out, uri);
	} else if (destination) {
		buffer_puts(out, "/Dest");
		pdf_put_bytes(out, destination, strlen(destination));
	}
}

static uint32_t write_link(struct pdf_state *pdf, const struct page *page, const struct page_link *link,
                           uint32_t page_object)
{
	uint32_t number = pdf_reserve(&pdf->objects);
	struct buffer text = {0};
	buffer_puts(&text, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
	put_area(&text, page, link->area);
	put_target(&text, link->uri, placed_destination(pdf, link));
	if (pdf->structure && link->structure) {
		buffer_puts(&text, "/StructParent ");
		pdf_put_integer(&text, pdf_structure_annotation(pdf->structure, page_object, number, link->structure));
	}
	const char *contents = link->alternative ? link->alternative : link->uri ? link->uri : link->destination;
	if (pdf->structure && contents) { /* PDF/UA-1, 7.18.5 */
		buffer_puts(&text, "/Contents");
		pdf_put_text(&text, contents);
	}
	buffer_puts(&text, ">>");
	pdf_file_text(&pdf->file, number, text.data, text.size);
	buffer_free(&text);
	return number;
}

static void add_destination(struct pdf_state *pdf, const char *name, const struct place *place, mpt y)
{
	struct pdf_navigation *n = pdf->navigation;
	struct buffer text = {0};
	buffer_printf(&text, "[%u 0 R/XYZ ", (unsigned)place->page_object);
	pdf_put_length(&text, place->x);
	buffer_putc(&text, ' ');
	pdf_put_length(&text, place->page_height - y);
	buffer_puts(&text, " null]");
	ARRAY_RESERVE(n->anchors, n->anchor_count, n->anchor_capacity);
	n->anchors[n->anchor_count++] =
	    (struct pdf_tree_entry){.name = name, .value = arena_strndup(pdf->memory, text.data, text.size)};
	buffer_free(&text);
}

static void add_anchor(struct pdf_state *pdf, const struct page *page, const struct page_anchor *anchor,
                       uint32_t page_object)
{
	struct pdf_navigation *n = pdf->navigation;
	struct place place = {arena_strdup(pdf->memory, anchor->id), page_object, anchor->point.x, anchor->point.y,
	                      page->height};
	ARRAY_RESERVE(n->places, n->place_count, n->place_capacity);
	n->places[n->place_count++] = place;
	add_destination(pdf, place.id, &place, place.y);
}

void pdf_navigation_page(struct pdf_state *pdf, const struct page *page, HPDF_Dict dict)
{
	struct pdf_navigation *n = pdf->navigation;
	ARRAY_RESERVE(n->labels, n->label_count, n->label_capacity);
	n->labels[n->label_count++] = page->label ? arena_strdup(pdf->memory, page->label) : NULL;
	for (size_t i = 0; i < page->anchor_count; i++)
		add_anchor(pdf, page, &page->anchors[i], pdf_number_of(dict));
	if (page->link_count == 0)
		return;
	HPDF_Array annotations = pdf_array(&pdf->objects);
	for (size_t i = 0; i < page->link_count; i++)
		pdf_add_reference(&pdf->objects, annotations, write_link(pdf, page, &page->links[i], pdf_number_of(dict)));
	pdf_put(&pdf->objects, dict, "Annots", annotations);
}

static int by_id(const void *a, const void *b)
{
	const struct placement *left = a, *right = b;
	return strcmp(left->id, right->id);
}

/* Links may come before what they lead to, so once all is known. XSL 7.22.3: no further up than the page reaches. */
static void add_placements(struct pdf_state *pdf)
{
	struct pdf_navigation *n = pdf->navigation;
	if (n->placement_count == 0)
		return;
	qsort(n->placements, n->placement_count, sizeof *n->placements, by_id);
	const struct placement *end = n->placements + n->placement_count;
	for (size_t i = 0; i < n->place_count; i++) {
		struct placement key = {.id = n->places[i].id};
		const struct placement *found = bsearch(&key, n->placements, n->placement_count, sizeof key, by_id);
		while (found && found > n->placements && strcmp(found[-1].id, key.id) == 0)
			found--;
		for (; found && found < end && strcmp(found->id, key.id) == 0; found++)
			add_destination(pdf, placement_name(pdf->memory, key.id, found->offset), &n->places[i],
			                mpt_max(0, n->places[i].y - found->offset));
	}
}

uint32_t pdf_navigation_destinations(struct pdf_state *pdf)
{
	struct pdf_navigation *n = pdf->navigation;
	add_placements(pdf);
	return n->anchor_count > 0 ? pdf_tree_write(pdf, n->anchors, n->anchor_count) : 0;
}

/* The items of one level, with what is open below it: the number that Count wants. */
static int64_t count_open(const struct page_bookmark *first)
{
	int64_t count = 0;
	for (const struct page_bookmark *b = first; b; b = b->next)
		count += 1 + (b->open ? count_open(b->first_child) : 0);
	return count;
}

struct level {
	uint32_t first, last;
};

static struct level write_level(struct pdf_state *pdf, const struct page_bookmark *first, uint32_t parent);

static void put_entry(struct buffer *out, const char *key, uint32_t number)
{
	if (number)
		buffer_printf(out, "/%s %u 0 R", key, (unsigned)number);
}

static void put_look(struct buffer *out, const struct page_bookmark *bookmark)
{
	if (bookmark->bold || bookmark->italic)
		buffer_printf(out, "/F %d", (bookmark->italic ? 1 : 0) + (bookmark->bold ? 2 : 0));
	if (bookmark->color.opacity <= 0 || bookmark->color.space != PAGE_COLOR_RGB)
		return;
	buffer_puts(out, "/C[");
	for (int i = 0; i < 3; i++) {
		pdf_put_real(out, bookmark->color.channel[i], 3);
		buffer_putc(out, i < 2 ? ' ' : ']');
	}
}

static void write_bookmark(struct pdf_state *pdf, const struct page_bookmark *bookmark, uint32_t number,
                           uint32_t parent, uint32_t previous, uint32_t next)
{
	struct level below = write_level(pdf, bookmark->first_child, number);
	struct buffer text = {0};
	buffer_puts(&text, "<</Title");
	pdf_put_text(&text, bookmark->title ? bookmark->title : "");
	put_entry(&text, "Parent", parent);
	put_entry(&text, "Prev", previous);
	put_entry(&text, "Next", next);
	put_entry(&text, "First", below.first);
	put_entry(&text, "Last", below.last);
	if (below.first) {
		int64_t count = count_open(bookmark->first_child);
		buffer_printf(&text, "/Count %lld", (long long)(bookmark->open ? count : -count));
	}
	put_target(&text, bookmark->uri, bookmark->destination);
	put_look(&text, bookmark);
	buffer_puts(&text, ">>");
	pdf_file_text(&pdf->file, number, text.data, text.size);
	buffer_free(&text);
}

static struct level write_level(struct pdf_state *pdf, const struct page_bookmark *first, uint32_t parent)
{
	struct level level = {0};
	uint32_t previous = 0, number = first ? pdf_reserve(&pdf->objects) : 0;
	for (const struct page_bookmark *b = first; b; b = b->next) {
		uint32_t next = b->next ? pdf_reserve(&pdf->objects) : 0;
		write_bookmark(pdf, b, number, parent, previous, next);
		level.first = level.first ? level.first : number;
		level.last = previous = number;
		number = next;
	}
	return level;
}

static void write_outline(struct pdf_state *pdf, HPDF_Dict catalog)
{
	const struct page_bookmark *first = pdf->document->bookmarks;
	if (!first)
		return;
	uint32_t root = pdf_reserve(&pdf->objects);
	struct level top = write_level(pdf, first, root);
	char text[96];
	snprintf(text, sizeof text, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %lld>>", (unsigned)top.first,
	         (unsigned)top.last, (long long)count_open(first));
	pdf_file_text(&pdf->file, root, text, strlen(text));
	pdf_put_reference(&pdf->objects, catalog, "Outlines", root);
	pdf_put_name_value(&pdf->objects, catalog, "PageMode", "UseOutlines");
}

static const char *label_entry(struct pdf_state *pdf, const struct pdf_label_range *range)
{
	struct buffer text = {0};
	buffer_puts(&text, "<<");
	if (range->style)
		buffer_printf(&text, "/S/%c", range->style);
	if (range->prefix_size) {
		buffer_puts(&text, "/P");
		pdf_put_text_hexadecimal(&text, range->prefix, range->prefix_size);
	}
	if (range->style && range->start != 1)
		buffer_printf(&text, "/St %u", (unsigned)range->start);
	buffer_puts(&text, ">>");
	const char *kept = arena_strndup(pdf->memory, text.data, text.size);
	buffer_free(&text);
	return kept;
}

static void write_labels(struct pdf_state *pdf, HPDF_Dict catalog)
{
	const struct pdf_navigation *n = pdf->navigation;
	struct pdf_label_range *ranges = xcalloc(n->label_count, sizeof *ranges);
	size_t count = pdf_label_ranges(n->labels, n->label_count, ranges);
	/* 1, 2, 3 is what a reader counts by itself. */
	bool usual = count == 0 || (count == 1 && ranges[0].style == 'D' && !ranges[0].prefix_size && ranges[0].start == 1);
	if (!usual) {
		struct pdf_tree_entry *entries = xcalloc(count, sizeof *entries);
		for (size_t i = 0; i < count; i++)
			entries[i] =
			    (struct pdf_tree_entry){.number = (int64_t)ranges[i].page, .value = label_entry(pdf, &ranges[i])};
		pdf_put_reference(&pdf->objects, catalog, "PageLabels", pdf_tree_write(pdf, entries, count));
		free(entries);
	}
	free(ranges);
}

void pdf_navigation_finish(struct pdf_state *pdf, HPDF_Dict catalog)
{
	write_outline(pdf, catalog);
	write_labels(pdf, catalog);
}
