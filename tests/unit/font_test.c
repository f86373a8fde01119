/* Choice of faces with the project's own fonts.conf. The families are those of the Debian packages that README names.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "check.h"
#include "font.h"

static const struct {
	const char *name, *families, *language;
	uint16_t weight;
	enum font_slant slant;
	uint32_t codepoint;
	const char *family;
	uint16_t got_weight;
} cases[] = {
    {"serif is PT Serif", "serif", "ru", 400, FONT_NORMAL, 0x416, "PT Serif", 400},
    {"bold from the bold file", "serif", "be", 700, FONT_NORMAL, 0x45E, "PT Serif", 700},
    {"semibold: no such file, bolder first", "serif", "en", 600, FONT_NORMAL, 'a', "PT Serif", 700},
    {"medium: regular is nearer than bold", "serif", "en", 500, FONT_NORMAL, 'a', "PT Serif", 400},
    {"Han in simplified Chinese", "serif", "zh", 400, FONT_NORMAL, 0x4E2D, "Noto Serif CJK SC", 400},
    {"Han in traditional Chinese", "serif", "zh-Hant", 400, FONT_NORMAL, 0x4E2D, "Noto Serif CJK TC", 400},
    {"Han in Hong Kong", "sans-serif", "zh-Hant-HK", 400, FONT_NORMAL, 0x4E2D, "Noto Sans CJK HK", 400},
    {"Han in Japanese", "serif", "ja", 400, FONT_NORMAL, 0x4E2D, "Noto Serif CJK JP", 400},
    {"Han in Russian text is simplified Chinese", "serif", "ru", 400, FONT_NORMAL, 0x4E2D, "Noto Serif CJK SC", 400},
    {"bold Han from the bold file", "serif", "zh", 700, FONT_NORMAL, 0x4E2D, "Noto Serif CJK SC", 700},
    {"italic Han is kai", "serif", "zh-Hans", 400, FONT_ITALIC, 0x4E2D, "AR PL UKai CN", 400},
    {"bold italic Han is bold, which kai is not", "serif", "zh-Hans", 700, FONT_ITALIC, 0x4E2D, "Noto Serif CJK SC",
     700},
    {"letters beside kai are light", "kai", "zh", 400, FONT_NORMAL, 'a', "Liberation Serif", 400},
    {"letters beside fangsong, too", "fangsong", "zh", 400, FONT_NORMAL, 0x45E, "Liberation Serif", 400},
    {"kai in Russian", "kai", "ru", 400, FONT_NORMAL, 0x416, "PT Serif", 400},
    {"bold kai is bold Song, which there is", "kai", "zh", 700, FONT_NORMAL, 0x4E2D, "Noto Serif CJK SC", 700},
    {"bold fangsong, too", "fangsong", "zh", 700, FONT_NORMAL, 0x4E2D, "Noto Serif CJK SC", 700},
    {"marks beside kai stand where simplified Chinese has them", "kai", "zh", 400, FONT_NORMAL, 0xFF0C,
     "Noto Serif CJK SC", 400},
    {"in traditional Chinese kai has its own", "kai", "zh-Hant", 400, FONT_NORMAL, 0xFF0C, "AR PL UKai TW", 400},
    {"a sign of both scripts from the Chinese face", "serif", "zh", 400, FONT_NORMAL, 0x2103, "Noto Serif CJK SC", 400},
    {"a letter of pinyin from a face of letters", "serif", "zh", 400, FONT_NORMAL, 0x1CE, "Noto Serif", 400},
    {"italic Latin beside it is italic", "serif", "zh-Hans", 400, FONT_ITALIC, 'a', "PT Serif", 400},
    {"a family that exists wins", "Liberation Serif, serif", "zh", 400, FONT_NORMAL, 'a', "Liberation Serif", 400},
    {"what it lacks comes from the next", "'Liberation Serif', serif", "zh", 400, FONT_NORMAL, 0x4E2D,
     "Noto Serif CJK SC", 400},
    {"what a lone family lacks comes from its kind", "\"PT Sans\"", "zh", 400, FONT_NORMAL, 0x4E2D, "Noto Sans CJK SC",
     400},
    {"case of a family name", "liberation SERIF", "en", 400, FONT_NORMAL, 'a', "Liberation Serif", 400},
    {"Times New Roman", "Times New Roman", "en", 400, FONT_NORMAL, 'a', "Liberation Serif", 400},
    {"Arial bold", "Arial", "en", 700, FONT_NORMAL, 'a', "Liberation Sans", 700},
    {"SimSun", "SimSun", "zh", 400, FONT_NORMAL, 0x4E2D, "Noto Serif CJK SC", 400},
    {"黑体", "黑体", "zh", 400, FONT_NORMAL, 0x4E2D, "Noto Sans CJK SC", 400},
    {"楷体", "楷体", "zh", 400, FONT_NORMAL, 0x4E2D, "AR PL UKai CN", 400},
    {"unknown family", "No Such Family", "en", 400, FONT_NORMAL, 'a', "PT Serif", 400},
    {"no family", "", "", 400, FONT_NORMAL, 'a', "PT Serif", 400},
    {"UMing by name", "AR PL UMing CN", "zh", 400, FONT_NORMAL, 0x4E2D, "AR PL UMing CN", 300},
    {"a script that no listed family has", "serif", "en", 400, FONT_NORMAL, 0x10D0, "DejaVu Serif", 400},
};

static void check_choices(struct font_library *library)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct font_request request = {.families = cases[i].families,
		                               .language = cases[i].language,
		                               .weight = cases[i].weight,
		                               .slant = cases[i].slant,
		                               .stretch = 100};
		const struct font_set *set = font_set(library, &request);
		const struct font_face *face = font_for_character(set, cases[i].codepoint, NULL);
		check_str(cases[i].name, face ? face->family : NULL, cases[i].family);
		check_int(cases[i].name, face ? face->weight : 0, cases[i].got_weight);
		check_true(cases[i].name, font_set(library, &request) == set);
	}
}

static const struct font_face *face_of(struct font_library *library, const char *family, uint16_t weight)
{
	struct font_request request = {.families = family, .language = "en", .weight = weight, .stretch = 100};
	return font_primary(font_set(library, &request));
}

static void check_metrics(struct font_library *library)
{
	const struct font_face *serif = face_of(library, "Liberation Serif", 400);
	check_int("units per em", serif->units_per_em, 2048);
	check_int("OS/2 ascender where it fits the em", serif->ascender, 1420);
	check_int("OS/2 descender", serif->descender, -442);
	check_str("PostScript name", serif->postscript_name, "LiberationSerif");
	check_int("outlines are glyf", serif->outline, FONT_GLYF);
	check_true("may be embedded", serif->may_embed);
	check_true("no Han", !serif->is_cjk);
	check_int("scaled", font_scale(serif, 1024, 10000), 5000);
	check_int("advance in thousandths, the fraction dropped: e is 909 of 2048", font_advance(serif, 72), 443);

	const struct font_face *han = face_of(library, "Noto Serif CJK SC", 700);
	check_int("CID-keyed CFF", han->outline, FONT_CFF_CID);
	check_true("Han", han->is_cjk);
	check_str("bold's own name", han->postscript_name, "NotoSerifCJKsc-Bold");

	const struct font_face *noto = face_of(library, "Noto Serif", 400);
	check_true("taller than the em: height of d", noto->ascender > 700 && noto->ascender < 800);
	check_true("and depth of p", noto->descender < -200 && noto->descender > -260);
}

/* fonts.conf makes the sizes of letters agree with the Han beside them, and with the face they help out. */
static void check_sizes(struct font_library *library)
{
	static const struct {
		const char *name, *families, *language;
		uint32_t codepoint;
		int want; /* thousandths */
	} sizes[] = {{"letters in Chinese", "serif", "zh", 'a', 1020},
	             {"sans-serif letters in Chinese", "sans-serif", "zh-Hant", 'a', 1040},
	             {"Han keeps its em", "serif", "zh", 0x4E2D, 1000},
	             {"letters in Russian", "serif", "ru", 'a', 1000},
	             {"who names a family gets it as it is", "PT Serif", "zh", 'a', 1000},
	             {"letters beside kai", "kai", "zh", 'a', 1060},
	             {"a letter lent", "serif", "en", 0x1CE, 950},
	             {"not lent", "Noto Serif", "en", 0x1CE, 1000}};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct font_request request = {
		    .families = sizes[i].families, .language = sizes[i].language, .weight = 400, .stretch = 100};
		const struct font_set *set = font_set(library, &request);
		const struct font_face *face = font_for_character(set, sizes[i].codepoint, NULL);
		check_int(sizes[i].name, (long long)(font_size_adjust(set, face) * 1000 + 0.5), sizes[i].want);
	}
}

static void check_characters(struct font_library *library)
{
	struct font_request request = {.families = "serif", .language = "ru", .weight = 400, .stretch = 100};
	const struct font_set *set = font_set(library, &request);
	const struct font_face *base = font_for_character(set, 0x430, NULL);
	const struct font_face *dash = font_for_han_mark(set, 0x2014);
	check_str("a dash that has a Chinese form", dash ? dash->family : NULL, "Noto Serif CJK SC");
	check_true("a mark stays with its letter's face", font_for_character(set, 0x301, base) == base);
	check_true("so does a variation selector", font_for_character(set, 0xFE00, base) == base);
	check_true("an unassigned character has no face", !font_for_character(set, 0xE0080, NULL));
	check_true("nor has what is no character", !font_for_character(set, 0x110000, NULL));
	for (size_t i = 0; i < font_face_count(library); i++)
		check_int("numbers follow the order of opening", font_face_at(library, i)->number, (long long)i);
}

int main(void)
{
	unsetenv("FONTCONFIG_FILE");
	struct diag *d = diag_new(stderr);
	struct font_options options = {.config_file = "fonts/fonts.conf"};
	struct font_library *library = font_library_new(&options, d);
	check_true("a library", library != NULL);
	if (library) {
		check_choices(library);
		check_metrics(library);
		check_sizes(library);
		check_characters(library);
	}
	check_int("no message", diag_errors(d) + diag_warnings(d), 0);
	font_library_free(library);
	diag_free(d);
	return check_failed;
}
