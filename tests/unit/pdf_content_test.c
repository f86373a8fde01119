/* Items to operators; expected streams by hand. A page is 100 pt high; glyphs are 500 thousandths wide, except glyph 9,
 * which is 1000. */
#include "pdf_content.h"

#include <hb.h>

#include "check.h"
#include "pdf_structure.h"

static hb_position_t advance_of(hb_font_t *font, void *data, hb_codepoint_t glyph, void *user)
{
	(void)font, (void)data, (void)user;
	return glyph == 9 ? 1000 : 500;
}

static struct font_face face = {.units_per_em = 1000, .glyph_count = 100, .outline = FONT_GLYF, .family = "Test"};

static void open_face(void)
{
	hb_font_funcs_t *functions = hb_font_funcs_create();
	hb_font_funcs_set_glyph_h_advance_func(functions, advance_of, NULL, NULL);
	face.hb_font = hb_font_create(hb_face_get_empty());
	hb_font_set_funcs(face.hb_font, functions, NULL, NULL);
	hb_font_funcs_destroy(functions);
}

/* A page's stream, with its state, ready for items. */
struct drawing {
	struct pdf_state state;
	struct pdf_content content;
};

static void begin(struct drawing *d, bool tagged)
{
	*d = (struct drawing){.state = {.memory = arena_new(), .d = diag_new(stderr)}};
	check_true("haru", pdf_objects_open(&d->state.objects));
	pdf_file_open(&d->state.file, &d->state.objects, "1.7", true);
	d->state.structure = tagged ? pdf_structure_new() : NULL;
	pdf_content_open(&d->content, &d->state, 100000, pdf_reserve(&d->state.objects), 0);
}

static void end(struct drawing *d, const char *name, const char *want)
{
	pdf_content_end(&d->content);
	check_str(name, d->content.out.data ? d->content.out.data : "", want);
	pdf_content_close(&d->content);
	pdf_file_close(&d->state.file);
	pdf_fonts_free(&d->state.fonts);
	pdf_structure_free(d->state.structure);
	pdf_objects_close(&d->state.objects);
	diag_free(d->state.d);
	arena_free(d->state.memory);
}

static const struct page_color black = {PAGE_COLOR_RGB, {0}, 1, NULL};
static const struct page_color red = {PAGE_COLOR_RGB, {1, 0, 0}, 1, NULL};

static struct page_item rectangle(mpt x, struct page_color color)
{
	struct page_item item = {.kind = PAGE_RECTANGLE};
	item.rectangle.area = (struct page_rectangle){x, 10000, 20000, 500};
	item.rectangle.color = color;
	return item;
}

/* Glyph ids are the letters' own codes; extra is added to each advance. */
static struct page_item text(struct arena *memory, const char *letters, mpt x, mpt y, mpt extra)
{
	size_t count = strlen(letters);
	struct page_glyph *glyphs = arena_array(memory, count, sizeof *glyphs);
	for (size_t i = 0; i < count; i++)
		glyphs[i] =
		    (struct page_glyph){.id = (uint32_t)(letters[i] - '0'), .text = (uint32_t)i, .advance = 5000 + extra};
	struct page_item item = {.kind = PAGE_GLYPHS};
	item.glyphs = (struct page_glyphs){.face = &face,
	                                   .size = 10000,
	                                   .color = black,
	                                   .x = x,
	                                   .y = y,
	                                   .glyph = glyphs,
	                                   .count = count,
	                                   .text = letters,
	                                   .text_size = count};
	return item;
}

static void check_rectangles(void)
{
	struct drawing d;
	begin(&d, false);
	struct page_item items[] = {rectangle(0, black), rectangle(30000, black), rectangle(0, red)};
	pdf_content_items(&d.content, items, 3);
	end(&d, "rectangles of one colour are one path",
	    "0 89.5 20 .5 re\n30 89.5 20 .5 re\nf\n1 0 0 rg\n0 89.5 20 .5 re\nf\n");
}

/* Glyph ids 1 to 3 are bytes that need no escape. */
static void check_show(const char *name, const char *want, struct page_item *items, size_t count, struct drawing *d)
{
	pdf_content_items(&d->content, items, count);
	struct buffer *out = &d->content.out;
	for (size_t i = 0; i < out->size; i++) /* so that strings can be compared: byte 0 as "." and the id as a digit */
		out->data[i] = out->data[i] == 0                           ? '.'
		               : out->data[i] < 10 && out->data[i] != '\n' ? (char)(out->data[i] + '0')
		                                                           : out->data[i];
	end(d, name, want);
}

static void check_text(void)
{
	struct drawing d;
	begin(&d, false);
	struct arena *a = arena_new();
	struct page_item one[] = {text(a, "123", 10000, 20000, 0), text(a, "12", 10000, 35000, 0)};
	check_show("two lines", "BT\n/F0 10 Tf\n10 80 Td\n[(.1.2.3)]TJ\n0 -15 Td\n[(.1.2)]TJ\nET\n", one, 2, &d);

	begin(&d, false);
	struct page_item kerned[] = {text(a, "123", 10000, 20000, 0)};
	((struct page_glyph *)(uintptr_t)kerned[0].glyphs.glyph)[0].advance = 4500;
	check_show("kerning", "BT\n/F0 10 Tf\n10 80 Td\n[(.1)50(.2.3)]TJ\nET\n", kerned, 1, &d);

	begin(&d, false);
	struct page_item tracked[] = {text(a, "12312312", 10000, 20000, 250), text(a, "12", 60000, 20000, 0)};
	check_show("tracking by Tc", "BT\n/F0 10 Tf\n.25 Tc\n10 80 Td\n[(.1.2.3.1.2.3.1.2)-800(.1)25(.2)]TJ\nET\n", tracked,
	           2, &d);

	begin(&d, false);
	struct page_item drift[] = {text(a, "12312312", 10000, 20000, 3)};
	check_show("a thousandth now and then, no drift", "BT\n/F0 10 Tf\n10 80 Td\n[(.1.2.3)-1(.1.2.3.1)-1(.2)]TJ\nET\n",
	           drift, 1, &d);

	begin(&d, false);
	struct page_item joined[] = {text(a, "12", 10000, 20000, 0), text(a, "31", 20000, 20000, 0),
	                             text(a, "2", 40000, 20000, 0)};
	check_show("runs of a line are one array", "BT\n/F0 10 Tf\n10 80 Td\n[(.1.2.3.1)-1000(.2)]TJ\nET\n", joined, 3, &d);
	arena_free(a);
}

static void check_turned(void)
{
	static const struct {
		const char *name;
		int rotation;
		const char *want;
	} cases[] = {
	    {"down", 90, "BT\n/F0 10 Tf\n0 -1 1 0 10 80 Tm\n[(.1.2)]TJ\n0 15 Td\n[(.3)]TJ\nET\n"},
	    {"upside down", 180, "BT\n/F0 10 Tf\n-1 0 0 -1 10 80 Tm\n[(.1.2)-2500(.3)]TJ\nET\n"},
	    {"up", 270, "BT\n/F0 10 Tf\n0 1 -1 0 10 80 Tm\n[(.1.2)]TJ\n0 -15 Td\n[(.3)]TJ\nET\n"},
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < 3; i++) {
		struct drawing d;
		struct page_item items[] = {text(a, "12", 10000, 20000, 0),
		                            text(a, "3", cases[i].rotation == 180 ? -25000 : 25000, 20000, 0)};
		items[0].glyphs.rotation = items[1].glyphs.rotation = cases[i].rotation;
		begin(&d, false);
		check_show(cases[i].name, cases[i].want, items, 2, &d);
	}
	arena_free(a);
}

static void check_states(void)
{
	static const struct page_matrix matrix = {1, 0, 0, 1, 5000, 7000};
	static const struct page_path_segment clip[] = {
	    {PAGE_MOVE, {{0, 0}}}, {PAGE_LINE, {{10000, 0}}}, {PAGE_CLOSE, {{0, 0}}}};
	struct page_item items[] = {{.kind = PAGE_SAVE, .save = {&matrix, clip, 3, true, 1}},
	                            rectangle(0, red),
	                            {.kind = PAGE_RESTORE},
	                            rectangle(0, red),
	                            {.kind = PAGE_SAVE, .save = {.opacity = 1}},
	                            rectangle(0, black)};
	struct drawing d;
	begin(&d, false);
	pdf_content_items(&d.content, items, 6);
	end(&d, "state",
	    "q\n1 0 0 1 5 -7 cm\n0 100 m\n10 100 l\nh\nW* n\n1 0 0 rg\n0 89.5 20 .5 re\nf\nQ\n"
	    "1 0 0 rg\n0 89.5 20 .5 re\nf\nq\n0 g\n0 89.5 20 .5 re\nf\nQ\n");
}

static void check_paths(void)
{
	static const struct page_path_segment outline[] = {{PAGE_MOVE, {{0, 0}}},
	                                                   {PAGE_CURVE, {{1000, 2000}, {3000, 4000}, {5000, 6000}}}};
	static const mpt dash[] = {3000, 1500};
	const struct page_path stroked = {.segment = outline,
	                                  .count = 2,
	                                  .stroke = red,
	                                  .line_width = 500,
	                                  .dash = dash,
	                                  .dash_count = 2,
	                                  .dash_offset = 1000,
	                                  .cap = PAGE_CAP_ROUND,
	                                  .miter_limit = 10};
	const struct page_path both = {.segment = outline,
	                               .count = 2,
	                               .stroke = red,
	                               .fill = red,
	                               .even_odd = true,
	                               .line_width = 500,
	                               .cap = PAGE_CAP_ROUND,
	                               .miter_limit = 10};
	struct page_item items[] = {{.kind = PAGE_PATH, .path = &stroked}, {.kind = PAGE_PATH, .path = &both}};
	struct drawing d;
	begin(&d, false);
	pdf_content_items(&d.content, items, 2);
	end(&d, "paths",
	    "1 0 0 RG\n.5 w\n1 J\n[3 1.5] 1 d\n0 100 m\n1 98 3 96 5 94 c\nS\n"
	    "1 0 0 rg\n[] 0 d\n0 100 m\n1 98 3 96 5 94 c\nB*\n");
}

static void check_marks(void)
{
	struct page_structure root = {.role = "Document"}, first = {.role = "P", .parent = &root, .number = 1},
	                      second = {.role = "H1", .parent = &root, .number = 2};
	struct page_item items[] = {rectangle(0, black), rectangle(0, black), rectangle(0, black), rectangle(0, black),
	                            rectangle(0, black)};
	items[0].structure = items[1].structure = items[4].structure = &first;
	items[2].structure = &second;
	items[3].artifact = PAGE_ARTIFACT_FOOTER;
	struct drawing d;
	begin(&d, true);
	pdf_content_items(&d.content, items, 5);
	end(&d, "marks",
	    "/P<</MCID 0>>BDC\n0 89.5 20 .5 re\n0 89.5 20 .5 re\nf\nEMC\n/H1<</MCID 1>>BDC\n0 89.5 20 .5 re\nf\nEMC\n"
	    "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n0 89.5 20 .5 re\nf\nEMC\n"
	    "/P<</MCID 2>>BDC\n0 89.5 20 .5 re\nf\nEMC\n");
}

int main(void)
{
	open_face();
	check_rectangles();
	check_text();
	check_turned();
	check_states();
	check_paths();
	check_marks();
	hb_font_destroy(face.hb_font);
	return check_failed;
}
