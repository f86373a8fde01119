/* Which form a character takes: by the language of its text (quotes, Cyrillic letters, Han by region) and by OpenType
 * features (figures, small capitals, kerning, ligatures). Glyphs are compared, since their numbers are the face's. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "text_fixture.h"

static struct text_style *slanted_style(struct fixture *f, const char *families, const char *language,
                                        enum font_slant slant)
{
	struct font_request request = {
	    .families = families, .language = language, .weight = 400, .slant = slant, .stretch = 100};
	struct text_style *style = arena_alloc(f->arena, sizeof *style);
	*style = style_for(f, families, language);
	style->fonts = font_set(f->fonts, &request);
	return style;
}

/* Lines of a measure; the pieces of the first one. */
static const struct text_piece *first_line(struct fixture *f, const char *text, const struct text_style *style,
                                           bool vertical, mpt measure, size_t *count)
{
	struct paragraph *p = paragraph_new(f->engine, f->arena,
	                                    &(struct paragraph_style){.language = style->language, .vertical = vertical});
	paragraph_add_text(p, text, strlen(text), style, NULL, (struct loc){NULL, 0});
	paragraph_prepare(p);
	struct text_measure measures = {.width = measure};
	struct text_breaks breaks = paragraph_break(p, 0, &measures, 1, f->arena);
	return paragraph_line(p, &breaks, 0, count, f->arena);
}

static uint32_t first_glyph(struct fixture *f, const char *text, const struct text_style *style)
{
	size_t count;
	const struct text_piece *pieces = first_line(f, text, style, false, 200000, &count);
	return count > 0 && pieces[0].glyph_count > 0 ? pieces[0].glyphs[0].id : 0;
}

/* ---- marks that Latin and Chinese share ---- */

static const struct {
	const char *name, *language, *text, *family; /* of the first character */
} marks[] = {
    {"a Chinese quote (CLREQ 3.1.1.2)", "zh", "“一”", "Noto Serif CJK SC"},
    {"around a Latin word in Chinese", "zh", "“yes”", "Noto Serif CJK SC"},
    {"a traditional one", "zh-Hant", "“一”", "Noto Serif CJK TC"},
    {"an English quote", "en", "“yes”", "PT Serif"},
    {"around Chinese in English", "en", "“一”", "PT Serif"},
    {"a Russian lower quote", "ru", "„да“", "PT Serif"},
    {"a Chinese dash (CLREQ 3.1.1.2)", "zh", "——一", "Noto Serif CJK SC"},
    {"a Russian dash", "ru", "— да", "PT Serif"},
    {"a Chinese ellipsis", "zh", "……一", "Noto Serif CJK SC"},
    {"an English ellipsis", "en", "… yes", "PT Serif"},
    {"an interpunct", "zh", "·一", "Noto Serif CJK SC"},
};

static void check_marks(struct fixture *f)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t count;
		const struct text_style *style = slanted_style(f, "serif", marks[i].language, FONT_NORMAL);
		const struct text_piece *pieces = first_line(f, marks[i].text, style, false, 200000, &count);
		check_str(marks[i].name, count > 0 ? pieces[0].face->family : NULL, marks[i].family);
	}
}

/* ---- glyphs by language and feature ---- */

static void check_languages(struct fixture *f)
{
	const struct text_style *russian = slanted_style(f, "Noto Serif", "ru", FONT_ITALIC);
	const struct text_style *belarusian = slanted_style(f, "Noto Serif", "be", FONT_ITALIC);
	const struct text_style *serbian = slanted_style(f, "Noto Serif", "sr", FONT_ITALIC);
	check_int("be has the Russian form", first_glyph(f, "т", belarusian), first_glyph(f, "т", russian));
	check_true("sr has its own", first_glyph(f, "т", serbian) != first_glyph(f, "т", russian));
	const struct text_style *simplified = slanted_style(f, "Noto Serif CJK SC", "zh-Hans", FONT_NORMAL);
	const struct text_style *traditional = slanted_style(f, "Noto Serif CJK SC", "zh-Hant", FONT_NORMAL);
	const struct text_style *japanese = slanted_style(f, "Noto Serif CJK SC", "ja", FONT_NORMAL);
	check_true("one face has the traditional form",
	           first_glyph(f, "骨", traditional) != first_glyph(f, "骨", simplified));
	check_true("and the Japanese", first_glyph(f, "直", japanese) != first_glyph(f, "直", simplified));
}

static uint32_t glyph_with(struct fixture *f, const char *text, const char *features)
{
	struct text_style *style = slanted_style(f, "Noto Serif", "en", FONT_NORMAL);
	style->features = features;
	return first_glyph(f, text, style);
}

static void check_features(struct fixture *f)
{
	check_true("old style figures", glyph_with(f, "3", "'onum'") != glyph_with(f, "3", ""));
	check_int("lining ones are those that come", glyph_with(f, "3", "'lnum'"), glyph_with(f, "3", ""));
	check_int("off is off", glyph_with(f, "3", "'onum' 0"), glyph_with(f, "3", ""));
	check_true("small capitals", glyph_with(f, "a", "'smcp'") != glyph_with(f, "a", ""));
	struct text_style *small = slanted_style(f, "Noto Serif", "en", FONT_NORMAL);
	small->small_caps = true;
	check_int("font-variant takes the face's own", first_glyph(f, "a", small), glyph_with(f, "a", "'smcp'"));
	size_t count;
	const struct text_piece *cyrillic = first_line(f, "а", small, false, 200000, &count);
	check_true("smaller capitals where it has none", count == 1 && cyrillic[0].size < 10000);
	check_true("a ligature", glyph_with(f, "fi", "") != glyph_with(f, "f", ""));
	check_int("none where it is off", glyph_with(f, "fi", "'liga' 0"), glyph_with(f, "f", ""));
	struct text_style *kerned = slanted_style(f, "PT Serif", "ru", FONT_NORMAL),
	                  *plain = slanted_style(f, "PT Serif", "ru", FONT_NORMAL);
	plain->kerning = false;
	check_true("kerning", text_width(f->engine, "ГА", 4, kerned) < text_width(f->engine, "ГА", 4, plain));
}

/* ---- ends of lines ---- */

/* CLREQ 3.2.4: the quarter em between Han and letters is within the line alone. */
static void check_line_ends(struct fixture *f)
{
	static const char *const texts[] = {"一二三China", "一二三 China"};
	const struct text_style *style = slanted_style(f, "Noto Serif CJK SC", "zh", FONT_NORMAL);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		size_t count;
		const struct text_piece *pieces = first_line(f, texts[i], style, false, 34000, &count);
		check_int(texts[i], count == 1 ? pieces[0].width : 0, 30000);
	}
}

/* CLREQ 3.1.2: marks of vertical text stand in the corner that their region has. */
static void check_vertical_marks(struct fixture *f)
{
	const struct text_style *style = slanted_style(f, "Noto Serif CJK SC", "zh", FONT_NORMAL);
	static const char *const turned[] = {"（", "《", "—", "…", "“"};
	for (size_t i = 0; i < sizeof turned / sizeof *turned; i++) {
		size_t count;
		const struct text_piece *down = first_line(f, turned[i], style, true, 200000, &count);
		check_int("upright", down[0].turn, TEXT_VERTICAL_UPRIGHT);
		check_true(turned[i], down[0].glyphs[0].id != first_glyph(f, turned[i], style));
	}
}

int main(void)
{
	unsetenv("FONTCONFIG_FILE");
	struct fixture f;
	if (!fixture_open(&f))
		return 1;
	check_marks(&f);
	check_languages(&f);
	check_features(&f);
	check_line_ends(&f);
	check_vertical_marks(&f);
	return fixture_close(&f);
}
