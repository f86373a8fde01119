/* Widths and ToUnicode as tables: what is written for which glyphs. */
#include "pdf_font.h"

#include "check.h"

static struct pdf_codes codes_of(const struct pdf_glyph *glyphs, uint32_t count)
{
	static uint32_t used[512];
	struct pdf_codes codes = {.glyphs = glyphs, .code = used};
	for (uint32_t i = 0; i < count; i++)
		if (glyphs[i].used)
			used[codes.count++] = i;
	return codes;
}

static void check_widths(const char *name, const char *shape, const char *want)
{
	/* A digit is a used glyph of so many tenths of an em, a dot one that is not used. */
	struct pdf_glyph glyphs[32] = {0};
	uint32_t count = (uint32_t)strlen(shape);
	for (uint32_t i = 0; i < count; i++)
		if (shape[i] != '.')
			glyphs[i] = (struct pdf_glyph){.used = true, .width = (shape[i] - '0') * 100};
	struct buffer out = {0};
	struct pdf_codes codes = codes_of(glyphs, count);
	pdf_put_widths(&out, &codes, pdf_usual_width(&codes));
	check_str(name, out.data, want);
	buffer_free(&out);
}

static const char *between(struct buffer *out, const char *from, const char *to)
{
	char *start = strstr(out->data, from), *end = start ? strstr(start, to) : NULL;
	if (end)
		*end = '\0';
	return start;
}

static void check_to_unicode(void)
{
	struct pdf_glyph glyphs[300] = {0};
	glyphs[3] = (struct pdf_glyph){.used = true, .unicode = 'A'};
	glyphs[4] = (struct pdf_glyph){.used = true, .unicode = 'B'};
	glyphs[5] = (struct pdf_glyph){.used = true, .unicode = 'C'};
	glyphs[7] = (struct pdf_glyph){.used = true, .unicode = 'f', .more = 1};
	glyphs[8] = (struct pdf_glyph){.unicode = 'x'}; /* not used */
	glyphs[9] = (struct pdf_glyph){.used = true, .unicode = 0x20000};
	glyphs[255] = (struct pdf_glyph){.used = true, .unicode = 0x4E00};
	glyphs[256] = (struct pdf_glyph){.used = true, .unicode = 0x4E01}; /* another high byte: no range */
	struct pdf_codes codes = codes_of(glyphs, 300);
	struct buffer out = {0};
	pdf_put_to_unicode(&out, &codes, "\0fi");
	check_str("single characters", between(&out, "4 beginbfchar", "endbfchar"),
	          "4 beginbfchar\n<0007><006600660069>\n<0009><D840DC00>\n<00FF><4E00>\n<0100><4E01>\n");
	out.size = 0;
	pdf_put_to_unicode(&out, &codes, "\0fi");
	check_str("ranges", between(&out, "1 beginbfrange", "endbfrange"), "1 beginbfrange\n<0003><0005><0041>\n");
	buffer_free(&out);
}

static void check_learning(void)
{
	static struct pdf_glyph glyphs[PDF_GLYPHS];
	static const struct font_face face = {.glyph_count = 100};
	struct pdf_font font = {.face = &face, .glyphs = glyphs};
	buffer_append(&font.text, "", 1);
	static const struct page_glyph ids[] = {{.id = 5}, {.id = 6}, {.id = 7}, {.id = 8}};
	static const struct {
		const char *name;
		size_t glyph, count;
		const char *text;
		bool want;
	} cases[] = {
	    {"a new glyph", 0, 1, "a", true},
	    {"the same again", 0, 1, "a", true},
	    {"the glyph for another character", 0, 1, "b", false},
	    {"a ligature", 1, 1, "ffi", true},
	    {"another ligature of the glyph", 1, 1, "ff", false},
	    {"base and mark", 2, 2, "x\xCC\x81", true},
	    {"two glyphs for one character", 2, 2, "y", false},
	    {"known glyphs, other text", 0, 2, "affi", true},
	    {"no text", 0, 1, "", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct page_glyphs run = {
		    .face = &face, .glyph = ids, .count = 4, .text = cases[i].text, .text_size = strlen(cases[i].text)};
		struct page_cluster cluster = {cases[i].glyph, cases[i].count, run.text, run.text_size};
		check_int(cases[i].name, pdf_font_learn(&font, &run, &cluster), cases[i].want);
	}
	check_int("the mark's own character", glyphs[8].unicode, 0x301);
	buffer_free(&font.text);
}

int main(void)
{
	check_widths("nothing used", "....", "[]");
	check_widths("all usual", "5555", "[]");
	check_widths("a list", "555512.35", "[4[100 200]7[300]]");
	check_widths("a range", "5555511115", "[5 8 100]");
	check_widths("three equal stay in the list", "5555511125", "[5[100 100 100 200]]");
	check_widths("a list, then a range", "555555521111", "[7[200]8 11 100]");
	check_widths("two ranges", "55555522221111", "[6 9 200 10 13 100]");
	check_to_unicode();
	check_learning();
	return check_failed;
}
