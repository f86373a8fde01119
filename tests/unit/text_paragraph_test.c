/* What a paragraph's style asks for beyond line ends: ladders of hyphens, emphasis marks, last lines; letters with
 * marks. Noto Serif CJK SC has its characters 10 pt wide at 10 pt. */
#include "text_fixture.h"

static struct paragraph *paragraph_of(struct fixture *f, const char *text, const struct text_style *style,
                                      const struct paragraph_style *rules)
{
	struct paragraph *p = paragraph_new(f->engine, f->arena, rules);
	paragraph_add_text(p, text, strlen(text), style, NULL, (struct loc){NULL, 0});
	paragraph_prepare(p);
	return p;
}

/* ---- ladders ---- */

static const char russian[] =
    "Участники конференции обсудили, как университеты двух стран будут вместе готовить специалистов, вести "
    "исследования и принимать у себя преподавателей и студентов. По словам председателя, за минувший год было открыто "
    "шесть совместных лабораторий, а число программ, которые признают обе стороны, выросло почти вдвое. Особое "
    "внимание уделили подготовке переводчиков, обмену библиотечными фондами и публикации результатов в изданиях на "
    "трёх языках. Следующая встреча состоится в Минске, и к ней решено подготовить сборник докладов, предварительно "
    "рассмотренных обоими советами.";

/* The most lines in a row that end with a hyphen of our own. */
static int longest_ladder(struct fixture *f, int rule, mpt measure)
{
	struct text_style style = style_for(f, "Liberation Serif", "ru");
	style.hyphenate = true;
	struct paragraph_style rules = {.language = "ru", .align = TEXT_ALIGN_JUSTIFY, .hyphenation_ladder = rule};
	struct paragraph *p = paragraph_of(f, russian, &style, &rules);
	struct text_measure measures = {.width = measure};
	struct text_breaks breaks = paragraph_break(p, 0, &measures, 1, f->arena);
	int most = 0, row = 0;
	for (size_t i = 0; i < breaks.count; i++) {
		row = breaks.line[i].hyphen ? row + 1 : 0;
		most = row > most ? row : most;
	}
	return most;
}

static void check_ladders(struct fixture *f)
{
	int longer = 0;
	for (mpt measure = 124000; measure <= 400000; measure += 4000) {
		int free = longest_ladder(f, 0, measure);
		longer += free > 3;
		check_true("no more than three where nothing is said", longest_ladder(f, TEXT_LADDER_AUTO, measure) <= 3);
		check_true("nor more than two where two are said", longest_ladder(f, 2, measure) <= 2);
	}
	check_true("more where there is no limit", longer > 0);
}

/* ---- emphasis marks ---- */

/* The first mark of a character whose text is text. */
static const struct text_piece *mark_of(struct fixture *f, const char *text, uint32_t mark, bool over, bool vertical)
{
	struct text_style *style = arena_alloc(f->arena, sizeof *style);
	*style = style_for(f, "CBUA Square", "zh");
	style->emphasis = mark;
	style->emphasis_over = over;
	struct paragraph *p =
	    paragraph_of(f, text, style, &(struct paragraph_style){.language = "zh", .vertical = vertical});
	struct text_measure measures = {.width = 100000};
	struct text_breaks breaks = paragraph_break(p, 0, &measures, 1, f->arena);
	size_t count;
	const struct text_piece *pieces = paragraph_line(p, &breaks, 0, &count, f->arena);
	return count == 2 && pieces[1].emphasis ? &pieces[1] : NULL;
}

/* CLREQ 3.3.2. Every glyph of CBUA Square is one em wide, 0.8 em above the baseline and 0.2 below: of a mark of 5 pt
 * the middle is 2.5 pt from its pen and 1.5 above. */
static void check_emphasis(struct fixture *f)
{
	const struct text_piece *mark = mark_of(f, "中，文", 0x2022, false, false);
	if (!mark) {
		check_true("marks are a piece after their text", false);
		return;
	}
	check_int("none at the comma", (long long)mark->glyph_count, 2);
	check_int("half as large", mark->size, 5000);
	check_int("the pen is at the middle of the character", mark->position, 5000);
	check_int("and the mark's middle there", mark->glyphs[0].dx, -2500);
	check_int("0.32 em below the baseline", mark->glyphs[0].dy, -3200 - 1500);
	mark = mark_of(f, "中", 0x2022, true, false);
	check_int("above: at 1.1 em", mark ? mark->glyphs[0].dy : 0, 11000 - 1500);
	mark = mark_of(f, "中", 0x2022, true, true);
	check_int("vertical: 0.7 em to the right of the line's middle", mark ? mark->glyphs[0].dy : 0, 7000 - 2500);
}

/* ---- last lines ---- */

/* CLREQ 3.4.4: 21 characters of 12 pt in ragged lines of 10 are not set as 10, 10 and 1. */
static void check_last_line(struct fixture *f)
{
	struct text_style style = style_for(f, "Noto Serif CJK SC", "zh");
	style.size = 12000;
	struct paragraph *p = paragraph_of(f, "一二三四五六七八九十一二三四五六七八九十一", &style,
	                                   &(struct paragraph_style){.language = "zh"});
	struct text_measure measures = {.width = 121000};
	struct text_breaks breaks = paragraph_break(p, 0, &measures, 1, f->arena);
	check_int("three lines", (long long)breaks.count, 3);
	const struct text_break *last = &breaks.line[breaks.count - 1];
	check_true("the last is not one character", last->end - last->start >= 2);
}

/* ---- letters with marks ---- */

/* PT Serif has neither a caron nor a with one: both come from the face that has a with one, marks in their places. */
static void check_clusters(struct fixture *f)
{
	struct text_style style = style_for(f, "serif", "zh");
	static const char *const pairs[][2] = {{"h\u01CEi", "ha\u030Ci"},
	                                       {"l\u01DA", "lu\u0308\u030C"},
	                                       {"\u043C\u043E\u0439", "\u043C\u043E\u0438\u0306"},
	                                       {"h\u00E1i", "ha\u0301i"}};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		check_int("as wide as its composed form", text_width(f->engine, pairs[i][1], strlen(pairs[i][1]), &style),
		          text_width(f->engine, pairs[i][0], strlen(pairs[i][0]), &style));
}

int main(void)
{
	struct fixture f;
	if (!fixture_open(&f))
		return 1;
	check_ladders(&f);
	check_emphasis(&f);
	check_last_line(&f);
	check_clusters(&f);
	return fixture_close(&f);
}
