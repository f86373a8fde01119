/* A Chinese text of some 200 pages, invented with a seed, broken by total fit and by a greedy breaker: forbidden starts
 * and ends, lines opened beyond the limit, overfull lines, last lines of one character. Prints both columns; what must
 * be 0 is checked. With the argument "time" it also prints what both cost (tests/chinese). */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "check.h"
#include "text_private.h"

#define MEASURE    360000 /* 36 characters of 10 pt */
#define PARAGRAPHS 900

struct random {
	uint64_t state;
};

static uint32_t next_random(struct random *random, uint32_t below)
{
	random->state = random->state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(random->state >> 33) % below;
}

static void put_characters(struct buffer *text, struct random *random, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		buffer_put_codepoint(text, 0x4E00 + next_random(random, 3000));
}

/* A clause as texts of conferences have them: names in quotes, brackets with Latin, numbers, dashes. */
static void put_clause(struct buffer *text, struct random *random)
{
	static const char *const words[] = {
	    "Minsk", "Dalian University of Technology", "МГУ", "БГУ", "GPU", "2024", "5G", "Wi-Fi", "В. А. Богуш", "41"};
	static const char *const ends[] = {"，", "，", "，", "。", "、", "；", "：", "？", "！", "……", "——", "。”", "，"};
	put_characters(text, random, 3 + next_random(random, 12));
	switch (next_random(random, 7)) {
	case 0:
		buffer_puts(text, "“");
		put_characters(text, random, 2 + next_random(random, 6));
		buffer_puts(text, "”");
		break;
	case 1:
		buffer_puts(text, "《");
		put_characters(text, random, 4);
		buffer_puts(text, "》（");
		put_characters(text, random, 2);
		buffer_puts(text, "）");
		break;
	case 2:
		buffer_puts(text, words[next_random(random, sizeof words / sizeof *words)]);
		put_characters(text, random, 2);
		break;
	default:
		break;
	}
	buffer_puts(text, ends[next_random(random, sizeof ends / sizeof *ends)]);
}

struct counts {
	size_t lines, forbidden_start, forbidden_end, opened, closed, overfull, lonely;
};

static bool is_one_of(uint32_t c, const char *set)
{
	size_t size = strlen(set);
	for (size_t at = 0; at < size;)
		if (utf8_next(set, size, &at) == c)
			return true;
	return false;
}

/* One line from place from (SIZE_MAX: the start) to place to. */
static void count_line(const struct paragraph *p, const struct opportunities *places, size_t from, size_t to,
                       mpt indent, struct counts *counts)
{
	const struct opportunity *end = &places->list[to];
	bool first = from == SIZE_MAX;
	int64_t width = end->end_width - (first ? places->start_width - indent : places->list[from].start_width);
	int64_t stretch = end->end_stretch - (first ? places->start_stretch : places->list[from].start_stretch);
	int64_t shrink = end->end_shrink - (first ? places->start_shrink : places->list[from].start_shrink);
	uint32_t start = first ? 0 : places->list[from].next;
	counts->lines++;
	counts->forbidden_start += is_one_of(p->text[start], "，。、；：？！”’）》」』】·");
	counts->forbidden_end += is_one_of(p->text[end->end - 1], "“‘（《「『【");
	counts->overfull += width - shrink > MEASURE;
	counts->closed += width > MEASURE;
	counts->opened += !end->forced && MEASURE - width > stretch;
	counts->lonely += end->forced && !first && end->characters - places->list[from].characters <= 1;
}

/* As plain breakers do: each line takes what fits. */
static void count_greedy(const struct paragraph *p, const struct opportunities *places, mpt indent,
                         struct counts *counts)
{
	size_t from = SIZE_MAX;
	for (size_t at = 0; at < places->count;) {
		int64_t start = from == SIZE_MAX ? places->start_width - indent : places->list[from].start_width;
		size_t last = at;
		while (at < places->count && places->list[at].end_width - start <= MEASURE)
			last = at++;
		at = last + 1;
		count_line(p, places, from, last, indent, counts);
		from = last;
	}
}

static void count_total_fit(struct paragraph *p, const struct opportunities *places, mpt indent, struct counts *counts,
                            struct arena *a)
{
	struct text_measure measure = {.width = MEASURE};
	struct text_breaks breaks = paragraph_break(p, 0, &measure, 1, a);
	size_t from = SIZE_MAX, at = 0;
	for (size_t i = 0; i < breaks.count; i++) {
		while (places->list[at].end != breaks.line[i].end)
			at++;
		count_line(p, places, from, at, indent, counts);
		from = at;
	}
}

static void put_paragraph(struct buffer *text, struct random *random)
{
	for (uint32_t i = 0, clauses = 3 + next_random(random, 40); i < clauses; i++)
		put_clause(text, random);
}

static void count_paragraph(struct text_engine *engine, const struct text_style *style, struct random *random,
                            struct counts counts[2])
{
	struct arena *arena = arena_new();
	struct buffer text = {0};
	put_paragraph(&text, random);
	struct paragraph_style paragraph = {.language = "zh", .align = TEXT_ALIGN_JUSTIFY, .indent = 20000};
	struct paragraph *p = paragraph_new(engine, arena, &paragraph);
	paragraph_add_text(p, text.data, text.size, style, NULL, (struct loc){NULL, 0});
	paragraph_prepare(p);
	uint32_t after;
	struct opportunities places = opportunities_find(p, 0, false, &after, arena);
	count_total_fit(p, &places, 20000, &counts[0], arena);
	count_greedy(p, &places, 20000, &counts[1]);
	buffer_free(&text);
	arena_free(arena);
}

/* ---- time ---- */

/* Lines as a plain breaker has them: each takes what fits. */
static struct text_breaks greedy_breaks(const struct opportunities *places, mpt indent, struct arena *a)
{
	struct text_breaks breaks = {.line = arena_array(a, places->count, sizeof *breaks.line)};
	int64_t start = places->start_width - indent;
	uint32_t from = 0;
	for (size_t at = 0; at < places->count;) {
		size_t last = at;
		while (at < places->count && places->list[at].end_width - start <= MEASURE)
			last = at++;
		at = last + 1;
		const struct opportunity *end = &places->list[last];
		breaks.line[breaks.count++] = (struct text_break){
		    .start = from, .end = end->end, .forced = end->forced, .width = MEASURE, .natural = end->end_width - start};
		start = end->start_width;
		from = end->next;
	}
	return breaks;
}

/* From text to glyphs in place. plain: no spacing of our own, greedy lines. */
static size_t set_paragraph(struct text_engine *engine, const struct text_style *style, const struct buffer *text,
                            bool plain)
{
	struct arena *arena = arena_new();
	struct paragraph_style paragraph = {.language = "zh", .align = TEXT_ALIGN_JUSTIFY, .indent = 20000};
	struct paragraph *p = paragraph_new(engine, arena, &paragraph);
	paragraph_add_text(p, text->data, text->size, style, NULL, (struct loc){NULL, 0});
	paragraph_prepare(p);
	struct text_breaks breaks;
	if (plain) {
		uint32_t after;
		struct arena_mark mark = arena_mark(engine->scratch);
		struct opportunities places = opportunities_find(p, 0, false, &after, engine->scratch);
		breaks = greedy_breaks(&places, 20000, arena);
		arena_reset(engine->scratch, mark);
	} else {
		struct text_measure measure = {.width = MEASURE};
		breaks = paragraph_break(p, 0, &measure, 1, arena);
	}
	size_t pieces = 0;
	for (size_t i = 0; i < breaks.count; i++) {
		size_t count;
		paragraph_line(p, &breaks, i, &count, arena);
		pieces += count;
	}
	arena_free(arena);
	return pieces;
}

static double milliseconds(struct text_engine *engine, const struct text_style *style, bool plain)
{
	struct random random = {2024};
	double spent = 0;
	for (int i = 0; i < PARAGRAPHS; i++) {
		struct buffer text = {0};
		put_paragraph(&text, &random);
		clock_t start = clock();
		set_paragraph(engine, style, &text, plain);
		spent += (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
		buffer_free(&text);
	}
	return spent;
}

/* The least of several runs: the first one also shapes. */
static void print_time(struct text_engine *engine, const struct text_style *style)
{
	struct text_style plain_style = *style;
	plain_style.autospace = plain_style.autospace_digits = plain_style.spacing_trim = TEXT_CHOICE_NO;
	double full = INFINITY, plain = INFINITY;
	for (int i = 0; i < 5; i++) {
		double one = milliseconds(engine, style, false), other = milliseconds(engine, &plain_style, true);
		full = one < full ? one : full;
		plain = other < plain ? other : plain;
	}
	printf("%-44s %8.1f %8.1f\n%-44s %8.2f\n", "milliseconds", full, plain, "times as long", full / plain);
}

static void print_row(const char *name, size_t total_fit, size_t greedy)
{
	printf("%-44s %8zu %8zu\n", name, total_fit, greedy);
}

int main(int argc, char **argv)
{
	unsetenv("FONTCONFIG_FILE");
	struct diag *d = diag_new(stderr);
	struct font_library *fonts = font_library_new(&(struct font_options){.config_file = "fonts/fonts.conf"}, d);
	if (!fonts)
		return 1;
	struct text_engine *engine = text_engine_new(fonts, d);
	struct font_request request = {.families = "serif", .language = "zh", .weight = 400, .stretch = 100};
	struct text_style style = {.fonts = font_set(fonts, &request),
	                           .size = 10000,
	                           .language = "zh",
	                           .features = "",
	                           .kerning = true,
	                           .hyphen = '-',
	                           .wrap = true,
	                           .bidi_level = -1};
	struct counts counts[2] = {{0}, {0}};
	struct random random = {2024};
	for (int i = 0; i < PARAGRAPHS; i++)
		count_paragraph(engine, &style, &random, counts);
	printf("%-44s %8s %8s\n", "", "total fit", "greedy");
	print_row("lines", counts[0].lines, counts[1].lines);
	print_row("forbidden at a line's start", counts[0].forbidden_start, counts[1].forbidden_start);
	print_row("forbidden at a line's end", counts[0].forbidden_end, counts[1].forbidden_end);
	print_row("overfull", counts[0].overfull, counts[1].overfull);
	print_row("closed, within the limit", counts[0].closed, counts[1].closed);
	print_row("opened beyond the limit", counts[0].opened, counts[1].opened);
	print_row("last lines of one character", counts[0].lonely, counts[1].lonely);
	if (argc > 1 && strcmp(argv[1], "time") == 0)
		print_time(engine, &style);
	check_int("no forbidden start", (long long)counts[0].forbidden_start, 0);
	check_int("no forbidden end", (long long)counts[0].forbidden_end, 0);
	check_int("no overfull line", (long long)counts[0].overfull, 0);
	check_true("fewer loose lines than greedy", counts[0].opened * 5 <= counts[1].opened || counts[0].opened == 0);
	check_int("no lonely character", (long long)counts[0].lonely, 0);
	text_engine_free(engine);
	font_library_free(fonts);
	diag_free(d);
	return check_failed;
}
