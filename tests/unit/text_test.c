/* Paragraphs to lines. Latin cases: Liberation Serif 10 pt; where a case says FOP, Apache FOP 2.8 ends its lines at the
 * same words. Chinese cases: Noto Serif CJK SC 10 pt, where every character is 10 pt wide, so that widths can be
 * counted. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "text_fixture.h"

static struct text_breaks broken(struct fixture *f, struct paragraph *p, mpt measure)
{
	paragraph_prepare(p);
	struct text_measure measures = {.width = measure};
	return paragraph_break(p, 0, &measures, 1, f->arena);
}

/* The lines' text with | between them. */
static const char *shown(struct fixture *f, struct paragraph *p, const struct text_breaks *breaks)
{
	struct buffer text = {0};
	for (size_t i = 0; i < breaks->count; i++) {
		size_t count;
		const struct text_piece *pieces = paragraph_line(p, breaks, i, &count, f->arena);
		if (i > 0)
			buffer_putc(&text, '|');
		for (size_t k = 0; k < count; k++) {
			buffer_append(&text, pieces[k].utf8, pieces[k].utf8_size);
			if (pieces[k].added_hyphen)
				buffer_putc(&text, '-');
		}
	}
	const char *copy = arena_strndup(f->arena, text.data ? text.data : "", text.size);
	buffer_free(&text);
	return copy;
}

#define ENGLISH                                                                                                        \
	"In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the "    \
	"youngest was so beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her "  \
	"face."

static const struct {
	const char *name, *language, *text;
	mpt measure;
	enum text_align align;
	bool hyphenate;
	const char *want;
} lines[] = {
    {"FOP: ragged", "", ENGLISH, 200000, TEXT_ALIGN_START, false,
     "In olden times when wishing still helped one,|there lived a king whose daughters were all|beautiful; and the "
     "youngest was so beautiful|that "
     "the sun itself, which has seen so much, was|astonished whenever it shone in her face."},
    {"FOP: justified", "", ENGLISH, 200000, TEXT_ALIGN_JUSTIFY, false,
     "In olden times when wishing still helped one, there|lived a king whose daughters were all beautiful;|and the "
     "youngest was so "
     "beautiful that the sun|itself, which has seen so much, was astonished|whenever it shone in her face."},
    {"a word wider than the measure has its own line", "", "a transformation b", 20000, TEXT_ALIGN_START, false,
     "a|transformation|b"},
    {"soft hyphens are honoured always", "", "methodo\u00ADlogical", 40000, TEXT_ALIGN_START, false,
     "methodo-|logical"},
    {"a soft hyphen inside a line leaves no trace", "", "method\u00ADology", 90000, TEXT_ALIGN_START, false,
     "methodology"},
    {"after a hyphen of the text", "", "well-known", 30000, TEXT_ALIGN_START, false, "well-|known"},
    {"zero width space", "", "aaaa\u200Bbbbb", 25000, TEXT_ALIGN_START, false, "aaaa|bbbb"},
    {"no-break space", "", "aa bb\u00A0cc", 30000, TEXT_ALIGN_START, false, "aa|bb\u00A0cc"},
    {"automatic hyphens in English", "en", "international collaboration", 60000, TEXT_ALIGN_JUSTIFY, true,
     "international|collaboration"},
    {"two letters may follow a hyphen", "en", "universities university", 39000, TEXT_ALIGN_JUSTIFY, true,
     "universi-|ties uni-|versity"},
    {"marks around a word are not its letters", "en", "iiii “university” i", 27000, TEXT_ALIGN_JUSTIFY, true,
     "iiii|“uni-|versi-|ty” i"},
    {"automatic hyphens in Russian", "ru", "сотрудничество университетов", 60000, TEXT_ALIGN_JUSTIFY, true,
     "сотрудниче-|ство универ-|ситетов"},
    {"automatic hyphens in Belarusian", "be", "супрацоўніцтва ўніверсітэтаў", 60000, TEXT_ALIGN_JUSTIFY, true,
     "супрацоўніц-|тва ўніверсі-|тэтаў"},
    {"spaces at both ends are dropped", "", " aa bb ", 100000, TEXT_ALIGN_START, false, "aa bb"},
    {"no text, no line", "", "", 100000, TEXT_ALIGN_START, false, ""},

    {"ru: no break after a one-letter preposition", "ru", "поехали в Минск", 42000, TEXT_ALIGN_START, false,
     "поехали|в Минск"},
    {"be: nor after ў", "be", "паехалі ў Менск", 42000, TEXT_ALIGN_START, false, "паехалі|ў Менск"},
    {"en: but after a", "en", "make a mistake", 35000, TEXT_ALIGN_START, false, "make a|mistake"},
    {"ru: no break before a dash", "ru", "Минск — столица", 38000, TEXT_ALIGN_START, false, "Минск —|столица"},
    {"ru: initials and surname", "ru", "ректор В. А. Богуш", 52000, TEXT_ALIGN_START, false, "ректор|В. А. Богуш"},
    {"ru: surname and initials", "ru", "ректор Богуш В. А.", 58000, TEXT_ALIGN_START, false, "ректор|Богуш В. А."},
    {"ru: initials without a space between them", "ru", "ректор И.И. Иванов", 56000, TEXT_ALIGN_START, false,
     "ректор|И.И. Иванов"},
    {"ru: and with a hyphen", "ru", "писатель Ж.-П. Сартр", 72000, TEXT_ALIGN_START, false, "писатель|Ж.-П. Сартр"},
    {"ru: a comma after initials", "ru", "ректор Богуш В. А., он", 62000, TEXT_ALIGN_START, false,
     "ректор|Богуш В. А.,|он"},
    {"be: surname and initials with a comma", "be", "рэктар Богуш У.А., ён", 60000, TEXT_ALIGN_START, false,
     "рэктар|Богуш У.А.,|ён"},
    {"ru: number and unit", "ru", "около 45 км", 38000, TEXT_ALIGN_START, false, "около|45 км"},
    {"ru: number mark", "ru", "приказ № 5", 48000, TEXT_ALIGN_START, false, "приказ|№ 5"},
    {"ru: number and unit at a sentence's end", "ru", "около 45 км.", 40000, TEXT_ALIGN_START, false, "около|45 км."},
    {"ru: no Western quote alone beside Chinese", "ru", "слово «大学»", 38000, TEXT_ALIGN_START, false, "слово|«大学»"},
    {"en: nor in English", "en", "the “大学”", 25000, TEXT_ALIGN_START, false, "the|“大|学”"},
    {"zh: an address parts at need", "zh", "网址https://www.dlut.edu.cn", 60000, TEXT_ALIGN_START, false,
     "网址https://|www.dlut|.edu.cn"},
    {"ru: groups of digits", "ru", "сумма 1 500 000", 50000, TEXT_ALIGN_START, false, "сумма|1 500 000"},
    {"ru: but a year and a number are two", "ru", "в 2024 500 лет", 42000, TEXT_ALIGN_START, false, "в 2024|500 лет"},
    {"ru: abbreviations of two words", "ru", "книги и т. д.", 50000, TEXT_ALIGN_START, false, "книги|и т. д."},
    {"ru: a title and a name part if need be", "ru", "жили в г. Минске", 58000, TEXT_ALIGN_START, false,
     "жили в г.|Минске"},
    {"ru: a year's end is none", "ru", "в 2024 г. Минск стал", 55000, TEXT_ALIGN_START, false, "в 2024 г.|Минск стал"},
    {"ru: what belongs together parts before a line is too wide", "ru", "В. А. Богушевич", 48000, TEXT_ALIGN_START,
     false, "В. А.|Богушевич"},
    {"en: number and unit", "en", "about 45 km", 38000, TEXT_ALIGN_START, false, "about|45 km"},

    {"CLREQ 3.1.4: no comma at a line's start", "zh", "一二三四，五六", 40000, TEXT_ALIGN_START, false,
     "一二三|四，五六"},
    {"CLREQ 3.1.4: no closing bracket at a line's start", "zh", "一二（四）五六七", 40000, TEXT_ALIGN_START, false,
     "一二|（四）五|六七"},
    {"CLREQ 3.1.4: no opening bracket at a line's end", "zh", "一二三（五六）七", 40000, TEXT_ALIGN_START, false,
     "一二三|（五六）|七"},
    {"CLREQ 3.1.4: no interpunct at a line's start", "zh", "一二列夫·托尔", 40000, TEXT_ALIGN_START, false,
     "一二列|夫·托尔"},
    {"CLREQ 3.1.4: closing quote", "zh", "一二三“五六”", 45000, TEXT_ALIGN_START, false, "一二三|“五六”"},
    {"CLREQ 3.1.5: two-em dash is one", "zh", "一二三——四五", 40000, TEXT_ALIGN_START, false, "一二三|——四五"},
    {"CLREQ 3.1.5: ellipsis is one", "zh", "一二三……四五", 40000, TEXT_ALIGN_START, false, "一二三|……四五"},
    {"CLREQ 3.1.5: number and unit", "zh", "在2024年五月", 32500, TEXT_ALIGN_START, false, "在|2024年|五月"},
    {"CLREQ 3.1.5: number and measure word", "zh", "共有86所高校", 32500, TEXT_ALIGN_START, false, "共有|86所|高校"},
    {"CLREQ 3.1.5: number and percent sign", "zh", "一二三50％五六", 42000, TEXT_ALIGN_START, false, "一二三|50％五六"},
    {"CLREQ 3.1.5: currency and number", "zh", "一二三￥50四", 42000, TEXT_ALIGN_START, false, "一二三|￥50四"},
    {"CLREQ 3.1.5: number and Latin unit", "zh", "一二45 km三四", 36000, TEXT_ALIGN_START, false, "一二|45 km|三四"},
    {"a number and its ordinal mark", "zh", "一二三第5章六", 43000, TEXT_ALIGN_START, false, "一二三|第5章六"},
    {"CLREQ 3.1.4: question and exclamation marks", "zh", "一二三四？！五", 45000, TEXT_ALIGN_START, false,
     "一二三|四？！五"},
    {"CLREQ 3.1.4: solidus at neither end", "zh", "一二三／四五", 40000, TEXT_ALIGN_START, false, "一二|三／四五"},
    {"CLREQ 3.1.4: colon, then quote", "zh", "一二说：“三四”", 45000, TEXT_ALIGN_START, false, "一二说：|“三四”"},
    {"a bracket after a closing quote and a space", "ru", "«аа» (бб)", 30000, TEXT_ALIGN_START, false, "«аа»|(бб)"},
    {"no break before Latin punctuation", "zh", "一二三四, 五六", 40000, TEXT_ALIGN_START, false, "一二三|四, 五六"},
    {"Latin word is whole", "zh", "一二China三四", 40000, TEXT_ALIGN_START, false, "一二|China|三四"},
    {"CLREQ 3.4.4: not one character alone on the last line", "zh", "一二三四五六七八九十一二三四五六七八九十一",
     100000, TEXT_ALIGN_JUSTIFY, false, "一二三四五六七八九|十一二三四五六七八九|十一"},
};

static void check_lines(struct fixture *f)
{
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		bool han = strcmp(lines[i].language, "zh") == 0;
		struct text_style style = style_for(f, han ? "Noto Serif CJK SC" : "Liberation Serif", lines[i].language);
		style.hyphenate = lines[i].hyphenate;
		struct paragraph_style paragraph = {.language = lines[i].language, .align = lines[i].align};
		struct paragraph *p = paragraph_new(f->engine, f->arena, &paragraph);
		paragraph_add_text(p, lines[i].text, strlen(lines[i].text), &style, NULL, (struct loc){NULL, 0});
		struct text_breaks breaks = broken(f, p, lines[i].measure);
		check_str(lines[i].name, shown(f, p, &breaks), lines[i].want);
	}
}

/* Natural widths of one line; Chinese characters are 10 pt. */
static const struct {
	const char *name, *language, *text;
	mpt want;
} widths[] = {
    {"Han", "zh", "一二三", 30000},
    {"closing mark at a line's end is half wide (CLREQ 3.1.6.3)", "zh", "一二。", 25000},
    {"opening bracket at a line's start is half wide (CLREQ 3.1.6.3)", "zh", "（一二", 25000},
    {"inside the line a mark is full", "zh", "一，二", 30000},
    {"》《: an em and a half (CLREQ 3.1.6.2)", "zh", "《一》《二》", 45000},
    {"》，: no blank between", "zh", "《一》，二", 40000},
    {"。）: no blank between", "zh", "（一。）二", 40000},
    {"（《: no blank between", "zh", "一（《二", 35000},
    {"：“ half an em between", "zh", "一：“二", 35000},
    {"quotes are Chinese in Chinese", "zh", "一“二”三", 50000},
    {"two-em dash", "zh", "一——二", 40000},
    {"Han and letters: a quarter em (CLREQ 3.2.4)", "zh", "一A二", 30000 + 5000 - 10000},
    {"a typed space is the same quarter em", "zh", "一 A 二", 30000 + 5000 - 10000},
    {"none between a mark and letters", "zh", "A，A", 10000},
    {"nor where one is typed after a mark", "zh", "一， A", 20000},
    {"or before one", "zh", "A “一”", 25000},
    {"traditional marks stand in the middle: a quarter em less at the end", "zh-Hant", "一二。", 27500},
    {"so do narrow ones", "zh-Hant", "一二：", 27500},
    {"inside the line they are full", "zh-Hant", "一：二；三", 50000},
    {"」： a bracket's half and a quarter (CLREQ 3.1.6.2)", "zh-Hant", "「一」：二", 40000},
    {"a traditional exclamation mark is an em (CLREQ 3.1.6.1)", "zh-Hant", "一二！", 30000},
    {"a simplified one is half wide at the end", "zh", "一二！", 25000},
    {"an interpunct is half an em (CLREQ 3.1.1.2)", "zh", "夫·托", 25000},
    {"a traditional one an em", "zh-Hant", "夫·托", 30000},
};

static const struct {
	const char *name, *text;
	enum text_line_break line_break;
	const char *want;
} strictness[] = {
    {"CLREQ 3.1.4, GB style: a dash may start a line", "一二三——四五", TEXT_LINE_BREAK_NORMAL, "一二三|——四五"},
    {"CLREQ 3.1.4, strict: a dash may not", "一二三——四五", TEXT_LINE_BREAK_STRICT, "一二|三——四|五"},
    {"CLREQ 3.1.4, strict: an ellipsis may not", "一二三……四五", TEXT_LINE_BREAK_STRICT, "一二|三……四|五"},
    {"loose: a small kana may start a line", "アイウエッオ", TEXT_LINE_BREAK_LOOSE, "アイウエ|ッオ"},
    {"strict: it may not", "アイウエッオ", TEXT_LINE_BREAK_STRICT, "アイウ|エッオ"},
    {"anywhere: not even words are whole", "一二Ch三", TEXT_LINE_BREAK_ANYWHERE, "一二Ch|三"},
    {"anywhere in a word", "internationalization", TEXT_LINE_BREAK_ANYWHERE, "internat|ionaliza|tion"},
};

static void check_strictness(struct fixture *f)
{
	for (size_t i = 0; i < sizeof strictness / sizeof *strictness; i++) {
		struct text_style style = style_for(f, "Noto Serif CJK SC", "zh");
		style.line_break = strictness[i].line_break;
		struct paragraph *p = paragraph_new(f->engine, f->arena, &(struct paragraph_style){.language = "zh"});
		paragraph_add_text(p, strictness[i].text, strlen(strictness[i].text), &style, NULL, (struct loc){NULL, 0});
		struct text_breaks breaks = broken(f, p, 42000);
		check_str(strictness[i].name, shown(f, p, &breaks), strictness[i].want);
	}
}

/* Two inlines meet within a word; a picture beside a word. */
static void check_seams(struct fixture *f)
{
	struct text_style style = style_for(f, "Liberation Serif", "");
	struct text_object start = {.kind = TEXT_OBJECT_START}, box = {.kind = TEXT_OBJECT_BOX, .width = 10000};
	struct paragraph *p = paragraph_new(f->engine, f->arena, &(struct paragraph_style){.language = ""});
	paragraph_add_text(p, "aa bb-", 6, &style, f, (struct loc){NULL, 0});
	paragraph_add_object(p, &start, &style, f->arena);
	paragraph_add_text(p, "cc", 2, &style, f->arena, (struct loc){NULL, 0});
	paragraph_add_object(p, &box, &style, f->arena);
	struct text_breaks breaks = broken(f, p, 35000);
	check_str("FOP: no line ends at the seam of two inlines without a space", shown(f, p, &breaks), "aa|bb-cc");
	struct text_breaks narrow = broken(f, p, 5000);
	check_int("a picture parts from a word only at need", (long long)narrow.count, 3);
}

static void check_widths(struct fixture *f)
{
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		bool traditional = strcmp(widths[i].language, "zh-Hant") == 0;
		struct text_style style =
		    style_for(f, traditional ? "Noto Serif CJK TC" : "Noto Serif CJK SC", widths[i].language);
		mpt letter = text_width(f->engine, "A", 1, &style), want = widths[i].want;
		for (const char *at = widths[i].text; (at = strchr(at, 'A')) != NULL; at++)
			want += letter;
		check_int(widths[i].name, text_width(f->engine, widths[i].text, strlen(widths[i].text), &style), want);
	}
}

static mpt line_end(const struct text_piece *pieces, size_t count)
{
	return count ? pieces[count - 1].position + pieces[count - 1].width : 0;
}

static const char chinese[] = "2024年5月22日，中国—俄罗斯“高校联盟”全体大会在大连理工大学（Dalian University of "
                              "Technology）召开。会议宣布成立六个"
                              "专业集群，涵盖人工智能、新材料、海洋工程等领域；来自45所中方高校与41所俄方高校的代表参加"
                              "了会议……“这是一个里程碑”，主席"
                              "В. А. Богуш说：“我们将共同推进《合作协议》（第一阶段），并在2025年举行下一届大会。”";

/* Every full line ends at the measure, to the millipoint, and glyphs' advances add up to their piece. */
static void check_justified(struct fixture *f, const char *name, const char *families, const char *language,
                            const char *text)
{
	struct text_style style = style_for(f, families, language);
	for (mpt measure = 120000; measure < 400000; measure += 7001) {
		struct paragraph_style paragraph = {.language = language, .align = TEXT_ALIGN_JUSTIFY, .indent = 20000};
		struct paragraph *p = paragraph_new(f->engine, f->arena, &paragraph);
		paragraph_add_text(p, text, strlen(text), &style, NULL, (struct loc){NULL, 0});
		struct text_breaks breaks = broken(f, p, measure);
		for (size_t i = 0; i < breaks.count; i++) {
			size_t count;
			const struct text_piece *pieces = paragraph_line(p, &breaks, i, &count, f->arena);
			check_int(name, pieces[0].position, i == 0 ? 20000 : 0);
			if (i + 1 < breaks.count)
				check_int(name, line_end(pieces, count), measure);
			for (size_t k = 0; k < count; k++) {
				mpt sum = 0;
				for (size_t g = 0; g < pieces[k].glyph_count; g++)
					sum += pieces[k].glyphs[g].advance;
				check_int(name, sum, pieces[k].width);
			}
		}
	}
}

/* CLREQ 3.5.4: where nothing else can open, the place between a mark and a word does. */
static void check_mark_opens(struct fixture *f)
{
	static const char *const texts[] = {"24，2", "24（2"};
	struct text_style style = style_for(f, "Noto Serif CJK SC", "zh");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct paragraph *p = paragraph_new(
		    f->engine, f->arena,
		    &(struct paragraph_style){.language = "zh", .align = TEXT_ALIGN_JUSTIFY, .align_last = TEXT_ALIGN_JUSTIFY});
		paragraph_add_text(p, texts[i], strlen(texts[i]), &style, NULL, (struct loc){NULL, 0});
		struct text_breaks breaks = broken(f, p, 40000);
		size_t count;
		const struct text_piece *pieces = paragraph_line(p, &breaks, 0, &count, f->arena);
		check_int(texts[i], line_end(pieces, count), 40000);
	}
}

/* CLREQ 3.5.3: a mark in the middle of its square closes on both sides alike. */
static void check_middle_closes(struct fixture *f)
{
	struct text_style style = style_for(f, "Noto Serif CJK TC", "zh-Hant");
	static const char *const texts[] = {"一·二", "一，二"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct paragraph *p =
		    paragraph_new(f->engine, f->arena,
		                  &(struct paragraph_style){
		                      .language = "zh-Hant", .align = TEXT_ALIGN_JUSTIFY, .align_last = TEXT_ALIGN_JUSTIFY});
		paragraph_add_text(p, texts[i], strlen(texts[i]), &style, NULL, (struct loc){NULL, 0});
		struct text_breaks breaks = broken(f, p, 28000);
		size_t count;
		const struct text_piece *pieces = paragraph_line(p, &breaks, 0, &count, f->arena);
		check_int("2.5 pt before it become 1.5", pieces[0].glyphs[0].advance, 11500);
		check_int("and those after it", pieces[0].glyphs[1].advance, 6500);
	}
}

/* CLREQ 3.1.7: with hanging marks ten characters and a comma fit a measure of ten; the comma lies outside. */
static void check_hanging(struct fixture *f)
{
	struct text_style style = style_for(f, "Noto Serif CJK SC", "zh");
	style.hanging = TEXT_CHOICE_YES;
	struct paragraph *p =
	    paragraph_new(f->engine, f->arena, &(struct paragraph_style){.language = "zh", .align = TEXT_ALIGN_JUSTIFY});
	const char *text = "一二三四五六七八九十，一二三四";
	paragraph_add_text(p, text, strlen(text), &style, NULL, (struct loc){NULL, 0});
	struct text_breaks breaks = broken(f, p, 100000);
	check_str("the comma hangs", shown(f, p, &breaks), "一二三四五六七八九十，|一二三四");
	check_int("and takes no room", breaks.line[0].natural, 100000);
	size_t count;
	const struct text_piece *pieces = paragraph_line(p, &breaks, 0, &count, f->arena);
	check_int("the line is full", line_end(pieces, count), 100000);
	check_int("nothing is squeezed", pieces[0].glyphs[1].advance, 10000);
}

/* Vertical: 22 stands in one square as a Han character does; 2024 is turned. */
static void check_vertical(struct fixture *f)
{
	struct text_style style = style_for(f, "Noto Serif CJK SC", "zh");
	style.combine = true;
	struct paragraph *p =
	    paragraph_new(f->engine, f->arena, &(struct paragraph_style){.language = "zh", .vertical = true});
	const char *text = "月22日（2024）";
	paragraph_add_text(p, text, strlen(text), &style, NULL, (struct loc){NULL, 0});
	struct text_breaks breaks = broken(f, p, 200000);
	size_t count;
	const struct text_piece *pieces = paragraph_line(p, &breaks, 0, &count, f->arena);
	check_str("pieces: han, pair, han and bracket, turned digits, bracket", count == 5 ? pieces[1].utf8 : "", "22");
	check_int("the pair takes one square", pieces[1].width, 10000);
	check_int("its first digit leaves the pen", pieces[1].glyphs[0].advance, 0);
	check_int("Han stands upright", pieces[0].turn, TEXT_VERTICAL_UPRIGHT);
	check_int("a long number is turned", pieces[3].turn, TEXT_VERTICAL_TURNED);
	/* CLREQ 3.2.3: so is one that is more than its digits. */
	static const char *const whole[] = {"1,500", "15%", "5G", "3.5", "9:30"};
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		p = paragraph_new(f->engine, f->arena, &(struct paragraph_style){.language = "zh", .vertical = true});
		paragraph_add_text(p, whole[i], strlen(whole[i]), &style, NULL, (struct loc){NULL, 0});
		breaks = broken(f, p, 200000);
		pieces = paragraph_line(p, &breaks, 0, &count, f->arena);
		check_int(whole[i], count == 1 && pieces[0].turn == TEXT_VERTICAL_TURNED, true);
	}
	/* CLREQ 3.1.6.1: a colon of vertical text is an em, a comma half at the line's end. */
	static const char *const ends[] = {"一：", "一；", "一，"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		p = paragraph_new(f->engine, f->arena, &(struct paragraph_style){.language = "zh", .vertical = true});
		paragraph_add_text(p, ends[i], strlen(ends[i]), &style, NULL, (struct loc){NULL, 0});
		breaks = broken(f, p, 200000);
		check_int(ends[i], breaks.line[0].natural, i < 2 ? 20000 : 15000);
	}
}

static void check_objects(struct fixture *f)
{
	struct text_style style = style_for(f, "Liberation Serif", "en");
	struct paragraph_style paragraph = {.language = "en", .align = TEXT_ALIGN_START, .align_last = TEXT_ALIGN_JUSTIFY};
	struct paragraph *p = paragraph_new(f->engine, f->arena, &paragraph);
	struct text_object leader = {.kind = TEXT_OBJECT_LEADER, .width = 12000, .minimum = 0, .maximum = 100000};
	struct text_object edge = {.kind = TEXT_OBJECT_START, .width = 3000},
	                   end = {.kind = TEXT_OBJECT_END, .width = 4000};
	struct text_object feed = {.kind = TEXT_OBJECT_LINEFEED};
	paragraph_add_text(p, "Contents", 8, &style, NULL, (struct loc){NULL, 0});
	paragraph_add_object(p, &leader, &style, NULL);
	paragraph_add_text(p, "12", 2, &style, NULL, (struct loc){NULL, 0});
	paragraph_add_object(p, &feed, &style, NULL);
	paragraph_add_object(p, &edge, &style, NULL);
	paragraph_add_text(p, "x", 1, &style, NULL, (struct loc){NULL, 0});
	paragraph_add_object(p, &end, &style, NULL);
	struct text_breaks breaks = broken(f, p, 100000);
	check_int("a line feed ends the line", (long long)breaks.count, 2);
	size_t count;
	const struct text_piece *first = paragraph_line(p, &breaks, 0, &count, f->arena);
	check_int("text, leader, text", (long long)count, 3);
	check_int("the leader fills the line", line_end(first, count), 100000);
	const struct text_piece *second = paragraph_line(p, &breaks, 1, &count, f->arena);
	check_int("edges take their width", second[1].position, 3000);
	check_int("and stand around the text", second[2].position - second[1].position, 5000);
}

static void check_restart(struct fixture *f)
{
	struct text_style style = style_for(f, "Liberation Serif", "ru");
	style.hyphenate = true;
	struct paragraph *p =
	    paragraph_new(f->engine, f->arena, &(struct paragraph_style){.language = "ru", .align = TEXT_ALIGN_JUSTIFY});
	const char *text = "сотрудничество университетов";
	paragraph_add_text(p, text, strlen(text), &style, NULL, (struct loc){NULL, 0});
	struct text_breaks breaks = broken(f, p, 60000);
	struct text_measure wide = {.width = 200000};
	struct text_breaks rest = paragraph_break(p, breaks.line[1].start, &wide, 1, f->arena);
	check_str("lines go on within a hyphenated word", shown(f, p, &rest), "ство университетов");
}

static void check_bidi(struct fixture *f)
{
	struct text_style style = style_for(f, "DejaVu Sans", "he");
	struct paragraph *p = paragraph_new(f->engine, f->arena, &(struct paragraph_style){.language = "en"});
	const char *text = "abc \u05D0\u05D1 12 \u05D2";
	paragraph_add_text(p, text, strlen(text), &style, NULL, (struct loc){NULL, 0});
	struct text_breaks breaks = broken(f, p, 200000);
	check_str("Hebrew pieces from right to left (UAX 9, L2), the text of each as it is read", shown(f, p, &breaks),
	          "abc  \u05D212\u05D0\u05D1 ");
}

/* One word and no space: the letters take it all, as many parts as there are places between them. */
static void check_letters(struct fixture *f)
{
	struct text_style style = style_for(f, "Liberation Serif", "en");
	style.has_letter_spacing = true;
	style.letter_spacing_maximum = 2000;
	struct paragraph_style paragraph = {
	    .language = "en", .align = TEXT_ALIGN_JUSTIFY, .align_last = TEXT_ALIGN_JUSTIFY};
	struct paragraph *p = paragraph_new(f->engine, f->arena, &paragraph);
	paragraph_add_text(p, "xxxxx", 5, &style, NULL, (struct loc){NULL, 0});
	struct text_breaks breaks = broken(f, p, 29000);
	size_t count;
	const struct text_piece *pieces = paragraph_line(p, &breaks, 0, &count, f->arena);
	check_int("x is 5 pt wide: 4 pt in 4 places", pieces[0].glyphs[0].advance, 6000);
	check_int("none after the last", pieces[0].glyphs[4].advance, 5000);
}

static void check_missing(struct fixture *f)
{
	struct text_style style = style_for(f, "serif", "en");
	struct diag *quiet = diag_new(NULL);
	struct text_engine *engine = text_engine_new(f->fonts, quiet);
	text_width(engine, "\U000E0080", 4, &style);
	text_width(engine, "\U000E0080", 4, &style);
	check_int("a character that no font has is named once", diag_warnings(quiet), 1);
	text_engine_free(engine);
	diag_free(quiet);
}

int main(void)
{
	unsetenv("FONTCONFIG_FILE");
	struct fixture f;
	if (!fixture_open(&f))
		return 1;
	check_lines(&f);
	check_strictness(&f);
	check_seams(&f);
	check_widths(&f);
	check_justified(&f, "Latin ends at the measure", "Liberation Serif", "en", ENGLISH);
	check_justified(&f, "Chinese ends at the measure", "serif", "zh", chinese);
	check_mark_opens(&f);
	check_middle_closes(&f);
	check_hanging(&f);
	check_vertical(&f);
	check_objects(&f);
	check_restart(&f);
	check_bidi(&f);
	check_letters(&f);
	check_missing(&f);
	return fixture_close(&f);
}
