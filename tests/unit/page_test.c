/* The text form of pages: small lists by hand, read off the drawing. */
#include "page.h"

#include "check.h"

static struct page_structure document = {.role = "Document"};
static struct page_structure heading = {.role = "H1", .parent = &document, .language = "en"};
static struct page_structure first = {.role = "P", .parent = &document};
static struct page_structure second = {.role = "P", .custom_role = "Abstract", .parent = &document};

static void link_structure(void)
{
	document.first_child = &heading;
	heading.next = &first;
	first.next = &second;
	document.last_child = &second;
}

static const struct font_face face = {.family = "Liberation Serif", .weight = 700, .slant = FONT_ITALIC};
static const struct page_glyph glyphs[] = {
    {.id = 1, .text = 0, .advance = 6000},
    {.id = 2, .text = 1, .advance = 10000},
    {.id = 3, .text = 3, .advance = 2500, .dx = -100, .dy = 50},
    {.id = 4, .text = 3, .advance = 0},
};

static struct page_item text_item(struct page_structure *structure, const char *text)
{
	struct page_item item = {.kind = PAGE_GLYPHS, .structure = structure};
	item.glyphs = (struct page_glyphs){.face = &face,
	                                   .size = 12000,
	                                   .color = {PAGE_COLOR_RGB, {0.8, 0, 0, 0}, 1, NULL},
	                                   .x = 72000,
	                                   .y = 96500,
	                                   .glyph = glyphs,
	                                   .count = 4,
	                                   .text = text,
	                                   .text_size = strlen(text)};
	return item;
}

static struct page_item rectangle_item(struct page_structure *structure, enum page_artifact artifact)
{
	struct page_item item = {.kind = PAGE_RECTANGLE, .structure = structure, .artifact = artifact};
	item.rectangle.area = (struct page_rectangle){72000, 800000, 451276, 500};
	item.rectangle.color = (struct page_color){PAGE_COLOR_CMYK, {0, 0, 0, 1}, 0.5, NULL};
	return item;
}

static void check_page(void)
{
	static const struct page_matrix matrix = {0, 1, -1, 0, 100000, 0};
	struct page_path_segment line[] = {{PAGE_MOVE, {{0, 0}}},
	                                   {PAGE_LINE, {{1500, 0}}},
	                                   {PAGE_CURVE, {{1, 2}, {3, 4}, {5, 6}}},
	                                   {PAGE_CLOSE, {{0, 0}}}};
	static const mpt dash[] = {3000, 1500};
	struct page_path path = {.segment = line,
	                         .count = 4,
	                         .stroke = {PAGE_COLOR_GRAY, {0.25}, 1, NULL},
	                         .line_width = 500,
	                         .dash = dash,
	                         .dash_count = 2};
	struct page_item items[] = {text_item(&heading, "aé\"\u00A0"),
	                            text_item(&first, "aébc"),
	                            text_item(&second, "aébc"),
	                            rectangle_item(&second, 0),
	                            rectangle_item(NULL, PAGE_ARTIFACT_FOOTER),
	                            {.kind = PAGE_SAVE, .save = {&matrix, NULL, 0, false, 1}},
	                            {.kind = PAGE_PATH, .structure = &second, .path = &path},
	                            {.kind = PAGE_RESTORE},
	                            rectangle_item(&second, 0)};
	struct page_link links[] = {
	    {.area = {72000, 90000, 100000, 12000}, .destination = "c1", .structure = &first, .alternative = "see"},
	    {.area = {1, 2, 3, 4}, .uri = "https://example.org/", .new_window = true}};
	struct page_anchor anchors[] = {{"c1", {0, 90000}}};
	struct page page = {.width = 595276,
	                    .height = 841890,
	                    .label = "i",
	                    .items = items,
	                    .item_count = sizeof items / sizeof *items,
	                    .links = links,
	                    .link_count = 2,
	                    .anchors = anchors,
	                    .anchor_count = 1};
	struct buffer out = {0};
	page_dump(&page, &out);
	check_str("page", out.data,
	          "page 1 \"i\" 595.276x841.89\n"
	          "  Document/H1\n"
	          "    text 72,96.5 +18.5 4g 12 Liberation Serif-700-italic #cc0000 \"aé\\\"\\u{A0}\"\n"
	          "  Document/P\n"
	          "    text 72,96.5 +18.5 4g 12 Liberation Serif-700-italic #cc0000 \"aébc\"\n"
	          "  Document/Abstract\n"
	          "    text 72,96.5 +18.5 4g 12 Liberation Serif-700-italic #cc0000 \"aébc\"\n"
	          "    rectangle 72,800 451.276x0.5 cmyk(0,0,0,1)/0.5\n"
	          "  artifact footer\n"
	          "    rectangle 72,800 451.276x0.5 cmyk(0,0,0,1)/0.5\n"
	          "  save matrix 0 1 -1 0 100 0\n"
	          "    Document/Abstract\n"
	          "      path stroke gray(0.25) 0.5 dash 3,1.5: M0,0 L1.5,0 C0.001,0.002 0.003,0.004 0.005,0.006 Z\n"
	          "  Document/Abstract\n"
	          "    rectangle 72,800 451.276x0.5 cmyk(0,0,0,1)/0.5\n"
	          "  link 72,90 100x12 -> #c1 in Document/P \"see\"\n"
	          "  link 0.001,0.002 0.003x0.004 -> https://example.org/ new-window\n"
	          "  anchor c1 0,90\n");
	buffer_free(&out);
}

static void check_clusters(void)
{
	struct page_item item = text_item(&heading, "aébc");
	struct page page = {.width = 1000, .height = 1000, .items = &item, .item_count = 1};
	struct buffer out = {0};
	page_dump_glyphs(&page, &out);
	check_str("clusters", out.data,
	          "page 1 1x1\n"
	          "  Document/H1\n"
	          "    text 72,96.5 +18.5 4g 12 Liberation Serif-700-italic #cc0000 \"aébc\"\n"
	          "      \"a\" +6\n"
	          "      \"é\" +10\n"
	          "      \"bc\" +2.5 2g shift -0.1,0.05\n");
	buffer_free(&out);

	static const struct page_glyph reversed[] = {{.text = 4}, {.text = 2}, {.text = 0}, {.text = 6}};
	struct page_glyphs run = {.glyph = reversed, .count = 4, .text = "אבג", .text_size = 6, .added_hyphen = true};
	static const char *const want[] = {"ג", "ב", "א", ""};
	struct page_cluster cluster = {0};
	for (int i = 0; i < 4; i++) {
		char text[8] = "";
		check_true("right to left: there is a cluster", page_next_cluster(&run, &cluster));
		memcpy(text, cluster.text, cluster.size);
		check_str("right to left", text, want[i]);
	}
	check_true("right to left: end", !page_next_cluster(&run, &cluster));
}

static void check_document(void)
{
	struct page_bookmark child = {.title = "One", .destination = "c1", .bold = true};
	struct page_bookmark top = {.title = "All", .uri = "https://example.org/", .first_child = &child};
	struct page_document whole = {.title = "T \"q\"", .language = "zh", .bookmarks = &top, .structure = &document};
	struct buffer out = {0};
	page_dump_document(&whole, &out);
	check_str("document", out.data,
	          "document\n"
	          "  title \"T \\\"q\\\"\"\n"
	          "  language \"zh\"\n"
	          "  bookmark \"All\" -> https://example.org/ closed\n"
	          "    bookmark \"One\" -> #c1 bold\n"
	          "  structure\n"
	          "    Document\n"
	          "      H1 language en\n"
	          "      P\n"
	          "      Abstract as P\n");
	buffer_free(&out);
}

static void check_items(void)
{
	struct arena *memory = arena_new();
	struct page_items list = {.memory = memory};
	for (int i = 0; i < 100; i++) {
		struct page_item item = rectangle_item(NULL, PAGE_ARTIFACT_LAYOUT);
		item.rectangle.area.x = i;
		page_items_append(&list, &item);
	}
	check_int("items", (long long)list.count, 100);
	check_int("first item", list.item[0].rectangle.area.x, 0);
	check_int("last item", list.item[99].rectangle.area.x, 99);
	arena_free(memory);
}

static void check_lengths(void)
{
	static const struct {
		mpt length;
		const char *want;
	} cases[] = {{0, "0"},
	             {1, "0.001"},
	             {-1, "-0.001"},
	             {10, "0.01"},
	             {100, "0.1"},
	             {1000, "1"},
	             {72500, "72.5"},
	             {-841890, "-841.89"},
	             {MPT_MAX, "1000000000"},
	             {INT64_MIN, "-9223372036854775.808"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[MPT_TEXT_SIZE];
		char *end = mpt_write(text, cases[i].length);
		check_str("length", text, cases[i].want);
		check_int("end", end - text, (long long)strlen(cases[i].want));
	}
}

int main(void)
{
	link_structure();
	check_lengths();
	check_page();
	check_clusters();
	check_document();
	check_items();
	return check_failed;
}
