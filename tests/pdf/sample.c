/* sample OUT LEVEL [tagged [KEY.p12]]: a document of two pages with everything that pdf/ can write, for
 * tests/pdf/check; signed if there is a key, whose password is "secret". LEVEL: none 1b 2b 2u 2a 3b 3u 3a. */
#include "sample.h"

#include <stdio.h>
#include <string.h>

#define DEBIAN_FONTS "/usr/share/fonts/"

static const struct page_color black = {PAGE_COLOR_RGB, {0, 0, 0, 0}, 1, NULL};
static const struct page_color red = {PAGE_COLOR_RGB, {0.8, 0, 0, 0}, 1, NULL};

struct faces {
	struct font_face latin, chinese, collection;
};

static bool open_faces(struct faces *f)
{
	return sample_face(&f->latin, 0, DEBIAN_FONTS "truetype/liberation/LiberationSerif-Regular.ttf", 0, FONT_GLYF,
	                   "LiberationSerif") &&
	       sample_face(&f->chinese, 1, DEBIAN_FONTS "opentype/noto/NotoSerifCJK-Regular.ttc", 2, FONT_CFF_CID,
	                   "NotoSerifCJKsc-Regular") &&
	       sample_face(&f->collection, 2, DEBIAN_FONTS "truetype/arphic/uming.ttc", 0, FONT_GLYF, "UMingCN");
}

static void free_faces(struct faces *f)
{
	sample_face_free(&f->latin);
	sample_face_free(&f->chinese);
	sample_face_free(&f->collection);
}

static void add_headings(struct sample *s, const struct faces *f)
{
	struct page_structure *heading = sample_element(s, s->root, "H1");
	heading->language = "zh";
	sample_text(s, heading, &f->chinese, 24000, 72000, 100000, "中俄大学联盟：会议 2024", 0);
	sample_rectangle(s, NULL, 72000, 110000, 200000, 500, red);
	struct page_structure *abstract = sample_element(s, s->root, "P");
	abstract->custom_role = "Abstract";
	sample_text(s, abstract, &f->latin, 12000, 72000, 130000, "Efficient office, affine: Минск и Москва. AVATAR", 0);
}

static void add_paragraph(struct sample *s, const struct faces *f, struct page_structure **link)
{
	struct page_structure *paragraph = sample_element(s, s->root, "P");
	*link = sample_element(s, paragraph, "Link");
	sample_text(s, paragraph, &f->latin, 12000, 72000, 150000, "Tracked out text, even further.", 500);
	sample_text(s, *link, &f->latin, 12000, 300000, 150000, "a link", 0)->glyphs.color = red;
	sample_text(s, paragraph, &f->latin, 12000, 72000, 165000, "hyphen-", 0)->glyphs.added_hyphen = true;
	s->items.item[s->items.count - 1].glyphs.text_size = strlen("hyphen");
	sample_text(s, paragraph, &f->latin, 12000, 72000, 180000, "ated", 0);
	struct page_structure *note = sample_element(s, paragraph, "Note");
	sample_text(s, note, &f->chinese, 10500, 72000, 200000, "汉字与拉丁字母混排，每一行都要对齐。", 87);
	sample_text(s, note, &f->collection, 10500, 72000, 220000, "明体字形来自集合文件", 33);
	sample_text(s, note, &f->latin, 12000, 72000, 240000, "missing 中 glyph", 0);
}

static void add_turned(struct sample *s, const struct faces *f)
{
	struct page_structure *paragraph = sample_element(s, s->root, "P");
	sample_text(s, paragraph, &f->latin, 12000, 500000, 300000, "turned 90 down", 0)->glyphs.rotation = 90;
	sample_text(s, paragraph, &f->latin, 12000, 480000, 300000, "upside down", 0)->glyphs.rotation = 180;
	sample_text(s, paragraph, &f->latin, 12000, 520000, 300000, "turned 270 up", 0)->glyphs.rotation = 270;
	struct page_item *vertical = sample_text(s, paragraph, &f->chinese, 14000, 450000, 400000, "竖排文字标点", 0);
	vertical->glyphs.upright = true;
	for (size_t i = 0; i < vertical->glyphs.count; i++) {
		struct page_glyph *glyph = (struct page_glyph *)(uintptr_t)&vertical->glyphs.glyph[i];
		*glyph = (struct page_glyph){glyph->id, glyph->text, 14000, -7000, 12320};
	}
}

static void add_table(struct sample *s, const struct faces *f)
{
	static const char *const words[2][3] = {{"No.", "Name", "Place"}, {"1", "Анна", NULL}};
	struct page_structure *table = sample_element(s, s->root, "Table");
	for (int r = 0; r < 2; r++) {
		struct page_structure *row = sample_element(s, table, "TR");
		for (int c = 0; c < 3; c++) {
			struct page_structure *cell = sample_element(s, row, r == 0 ? "TH" : "TD");
			cell->scope = r == 0 ? "Column" : NULL;
			mpt x = 72000 + c * 80000, y = 700000 + r * 20000;
			if (words[r][c])
				sample_text(s, cell, &f->latin, 10000, x, y, words[r][c], 0);
			sample_rectangle(s, NULL, x, y + 4000, 78000, 250, black);
		}
	}
	struct page_structure *list = sample_element(s, s->root, "L");
	list->list_numbering = "Decimal";
	struct page_structure *item = sample_element(s, list, "LI");
	sample_text(s, sample_element(s, item, "Lbl"), &f->latin, 10000, 72000, 760000, "1.", 0);
	sample_text(s, sample_element(s, item, "LBody"), &f->latin, 10000, 90000, 760000, "An item", 0);
}

static void add_item(struct sample *s, struct page_item item)
{
	page_items_append(&s->items, &item);
}

/* A gradient that turns back, with a stop that lets the paper through; a dashed pen; a group of half opacity. */
static void add_drawing(struct sample *s, const struct faces *f, struct page_structure *figure)
{
	static const struct page_gradient_stop stops[] = {{0, {PAGE_COLOR_RGB, {1, 0, 0, 0}, 1, NULL}},
	                                                  {0.5, {PAGE_COLOR_GRAY, {1, 0, 0, 0}, 0.2, NULL}},
	                                                  {1, {PAGE_COLOR_CMYK, {1, 1, 0, 0}, 1, NULL}}};
	static const struct page_gradient linear = {.from = {100000, 300000},
	                                            .to = {150000, 300000},
	                                            .matrix = {1, 0, 0, 1, 0, 0},
	                                            .stop = stops,
	                                            .stop_count = 3,
	                                            .spread = 1};
	static const struct page_gradient radial = {.radial = true,
	                                            .from = {100000, 450000},
	                                            .to = {100000, 450000},
	                                            .to_radius = 30000,
	                                            .matrix = {1, 0, 0, 1, 0, 0},
	                                            .stop = stops,
	                                            .stop_count = 3,
	                                            .spread = 2};
	static const struct page_path_segment outline[] = {
	    {PAGE_MOVE, {{80000, 260000}}},
	    {PAGE_LINE, {{300000, 260000}}},
	    {PAGE_CURVE, {{320000, 300000}, {320000, 320000}, {300000, 360000}}},
	    {PAGE_LINE, {{80000, 360000}}},
	    {PAGE_CLOSE, {{0, 0}}}};
	static const mpt dash[] = {6000, 3000};
	static const struct page_path filled = {.segment = outline,
	                                        .count = 5,
	                                        .gradient = &linear,
	                                        .stroke = {PAGE_COLOR_RGB, {0, 0, 0, 0}, 1, NULL},
	                                        .line_width = 2000,
	                                        .dash = dash,
	                                        .dash_count = 2,
	                                        .miter_limit = 4};
	static const struct page_path_segment square[] = {{PAGE_MOVE, {{50000, 400000}}},
	                                                  {PAGE_LINE, {{200000, 400000}}},
	                                                  {PAGE_LINE, {{200000, 500000}}},
	                                                  {PAGE_LINE, {{50000, 500000}}},
	                                                  {PAGE_CLOSE, {{0, 0}}}};
	static const struct page_path rings = {.segment = square, .count = 5, .gradient = &radial};
	static const struct page_matrix skew = {1, 0.2, 0, 1, 0, 0};
	add_item(s, (struct page_item){.kind = PAGE_PATH, .structure = figure, .path = &filled});
	add_item(s, (struct page_item){.kind = PAGE_SAVE, .save = {&skew, square, 5, false, 0.5}});
	add_item(s, (struct page_item){.kind = PAGE_PATH, .structure = figure, .path = &rings});
	sample_text(s, figure, &f->latin, 12000, 72000, 450000, "in a group", 0);
	add_item(s, (struct page_item){.kind = PAGE_RESTORE});
	sample_rectangle(s, figure, 200000, 420000, 40000, 40000,
	                 (struct page_color){PAGE_COLOR_RGB, {0, 0.5, 0, 0}, 0.5, NULL});
}

static const struct page_image *make_image(struct sample *s, bool palette)
{
	static const unsigned char colors[] = {255, 255, 255, 200, 0, 0};
	struct page_image *image = arena_alloc(s->memory, sizeof *image);
	unsigned char *samples = arena_alloc(s->memory, 16 * 16 * 3), *alpha = arena_alloc(s->memory, 16 * 16);
	for (unsigned i = 0; i < 16 * 16; i++) {
		samples[i * 3] = (unsigned char)i;
		samples[i * 3 + 1] = (unsigned char)(255 - i);
		samples[i * 3 + 2] = 128;
		alpha[i] = (unsigned char)(i % 16 * 16);
	}
	*image = (struct page_image){.width = 16,
	                             .height = 16,
	                             .space = PAGE_COLOR_RGB,
	                             .bits = 8,
	                             .bytes = samples,
	                             .size = 768,
	                             .alpha = alpha,
	                             .format = PAGE_IMAGE_SAMPLES,
	                             .interpolate = true};
	if (palette)
		*image = (struct page_image){.width = 16,
		                             .height = 16,
		                             .space = PAGE_COLOR_RGB,
		                             .bits = 1,
		                             .bytes = samples,
		                             .size = 32,
		                             .palette = colors,
		                             .palette_count = 2,
		                             .format = PAGE_IMAGE_SAMPLES};
	return image;
}

static void add_figure(struct sample *s, const struct faces *f)
{
	struct page_structure *figure = sample_element(s, s->root, "Figure");
	figure->alternative = "Samples and gradients";
	add_drawing(s, f, figure);
	add_item(s, (struct page_item){.kind = PAGE_IMAGE,
	                               .structure = figure,
	                               .image = {make_image(s, false), {300000, 600000, 80000, 80000}}});
	add_item(s, (struct page_item){.kind = PAGE_IMAGE,
	                               .structure = figure,
	                               .image = {make_image(s, true), {400000, 600000, 80000, 80000}}});
}

static enum pdf_level level_of(const char *name)
{
	static const char *const names[] = {"none", "1b", "2b", "2u", "2a", "3b", "3u", "3a"};
	for (int i = 0; i < 8; i++)
		if (strcmp(name, names[i]) == 0)
			return (enum pdf_level)i;
	return PDF_PLAIN;
}

static bool write_file(const struct page_list *pages, const struct page_document *document, enum pdf_level level,
                       bool tagged, const struct pdf_signature *signature, struct diag *d, struct buffer *out)
{
	static const struct pdf_attachment source = {"source.xml", "the source", "application/xml", "Source", "<a/>", 4};
	struct pdf_options options = {.level = level,
	                              .ua1 = tagged,
	                              .tagged = tagged,
	                              .date = 1716336000,
	                              .producer = "cbua-pdf test",
	                              .attachments = &source,
	                              .attachment_count = level == PDF_PLAIN || level >= PDF_A3B,
	                              .signature = signature};
	struct pdf *pdf = pdf_new(&options, document, d);
	bool good = pdf_add_pages(pdf, pages) && pdf_finish(pdf, out);
	pdf_free(pdf);
	return good;
}

static bool make_document(const char *path, enum pdf_level level, bool tagged, const struct pdf_signature *signature,
                          struct diag *d)
{
	struct sample s = {.memory = arena_new()};
	struct faces faces;
	struct page_structure *link;
	s.items.memory = s.memory;
	s.root = sample_element(&s, NULL, "Document");
	if (!open_faces(&faces))
		return false;
	add_headings(&s, &faces);
	add_paragraph(&s, &faces, &link);
	add_turned(&s, &faces);
	add_figure(&s, &faces);
	add_table(&s, &faces);
	struct page_link links[] = {
	    {.area = {300000, 140000, 40000, 12000}, .destination = "c1", .structure = link, .alternative = "a link"},
	    {.area = {300000, 160000, 40000, 12000}, .uri = "https://example.org/ä b", .structure = link}};
	struct page_anchor anchors[] = {{"c1", {72000, 90000}}, {"b", {0, 0}}};
	struct page first = {.width = 595276,
	                     .height = 841890,
	                     .label = "i",
	                     .items = s.items.item,
	                     .item_count = s.items.count,
	                     .links = links,
	                     .link_count = 2,
	                     .anchors = anchors,
	                     .anchor_count = 2,
	                     .trim = {10000, 10000, 575276, 821890}};
	struct page second = {
	    .width = 841890, .height = 595276, .label = "ii", .items = s.items.item, .item_count = 4, .number = 1};
	struct page_bookmark child = {.title = "Child", .destination = "b", .color = red},
	                     top = {.title = "中文 title", .destination = "c1", .first_child = &child, .bold = true};
	struct page_document document = {.title = "Проба (test)",
	                                 .author = "A & B",
	                                 .subject = "S",
	                                 .keywords = "k",
	                                 .language = "en",
	                                 .structure = s.root,
	                                 .bookmarks = &top};
	const struct page *pages[] = {&first, &second};
	struct buffer bytes = {0}, again = {0};
	bool good = write_file(&(struct page_list){pages, 2}, &document, level, tagged, signature, d, &bytes) &&
	            write_file(&(struct page_list){pages, 2}, &document, level, tagged, signature, d, &again);
	if (good && (bytes.size != again.size || memcmp(bytes.data, again.data, bytes.size) != 0)) {
		fputs("the second time the bytes are others\n", stderr);
		good = false;
	}
	good = good && file_write(path, bytes.data, bytes.size, d);
	buffer_free(&bytes);
	buffer_free(&again);
	free_faces(&faces);
	arena_free(s.memory);
	return good;
}

static struct pdf_signer *read_signer(const char *path, struct diag *d)
{
	struct buffer key = {0};
	struct pdf_signer *signer = NULL;
	if (file_read(path, 0, &key, d, (struct loc){path, 0}))
		signer = pdf_signer_new(key.data, key.size, "secret", (struct loc){path, 0}, d);
	buffer_free(&key);
	return signer;
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	struct diag *d = diag_new(stderr);
	struct pdf_signature signature = {.signer = argc > 4 ? read_signer(argv[4], d) : NULL, .reason = "Свидетельство"};
	bool good = make_document(argv[1], level_of(argv[2]), argc > 3, signature.signer ? &signature : NULL, d);
	pdf_signer_free((struct pdf_signer *)(uintptr_t)signature.signer);
	diag_free(d);
	return good ? 0 : 1;
}
