/* Rivers through justified English, words drawn with a seed: text-wrap-style="pretty" leaves hardly any, and no last
 * line that hardly begins. */
#include <stdlib.h>

#include "check.h"
#include "text_cost.h"
#include "text_private.h"

#define MEASURE    180000
#define PARAGRAPHS 200

static uint32_t next_random(uint64_t *state, uint32_t below)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*state >> 33) % below;
}

static void put_words(struct buffer *text, uint64_t *state)
{
	static const char *const words[] = {"the",       "of",     "conference", "union",   "at",        "same",
	                                    "time",      "marine", "took",       "part",    "milestone", "adopted",
	                                    "agreement", "will",   "meet",       "again",   "cluster",   "joint",
	                                    "work",      "year",   "report",     "science", "in",        "a"};
	for (uint32_t i = 0, count = 40 + next_random(state, 60); i < count; i++) {
		buffer_puts(text, words[next_random(state, sizeof words / sizeof *words)]);
		buffer_putc(text, ' ');
	}
	buffer_puts(text, "end.");
}

struct counts {
	size_t lines, in_rivers, short_last_lines, overfull;
};

static void count_paragraph(struct text_engine *engine, const struct text_style *style, const struct buffer *text,
                            bool pretty, struct counts *counts)
{
	struct arena *arena = arena_new();
	struct paragraph_style paragraph = {.language = "en", .align = TEXT_ALIGN_JUSTIFY, .pretty = pretty};
	struct paragraph *p = paragraph_new(engine, arena, &paragraph);
	paragraph_add_text(p, text->data, text->size, style, NULL, (struct loc){NULL, 0});
	paragraph_prepare(p);
	struct text_measure measure = {.width = MEASURE};
	struct text_breaks breaks = paragraph_break(p, 0, &measure, 1, arena);
	bool *river = arena_array(arena, breaks.count, sizeof *river);
	counts->lines += breaks.count;
	counts->in_rivers += rivers_find(p, &breaks, 0, river);
	for (size_t i = 0; i < breaks.count; i++)
		counts->overfull += breaks.line[i].overfull;
	counts->short_last_lines += breaks.line[breaks.count - 1].natural * 100 < MEASURE * SHORT_LAST_LINE_PERCENT;
	arena_free(arena);
}

int main(void)
{
	struct diag *d = diag_new(stderr);
	struct font_library *fonts = font_library_new(&(struct font_options){.config_file = "fonts/fonts.conf"}, d);
	struct text_engine *engine = text_engine_new(fonts, d);
	struct font_request request = {.families = "PT Serif", .language = "en", .weight = 400};
	struct text_style style = {.fonts = font_set(fonts, &request),
	                           .size = 10000,
	                           .language = "en",
	                           .features = "",
	                           .kerning = true,
	                           .wrap = true};
	style.hyphenate = true;
	style.hyphen = '-';
	style.hyphenation_remain = style.hyphenation_push = 2;
	style.bidi_level = -1;
	struct counts plain = {0}, pretty = {0};
	uint64_t state = 7;
	for (int i = 0; i < PARAGRAPHS; i++) {
		struct buffer text = {0};
		put_words(&text, &state);
		count_paragraph(engine, &style, &text, false, &plain);
		count_paragraph(engine, &style, &text, true, &pretty);
		buffer_free(&text);
	}
	printf("lines %zu %zu, in rivers %zu %zu, short last lines %zu %zu\n", plain.lines, pretty.lines, plain.in_rivers,
	       pretty.in_rivers, plain.short_last_lines, pretty.short_last_lines);
	check_true("rivers as such", plain.in_rivers > 50);
	check_true("hardly any are left", pretty.in_rivers * 4 < plain.in_rivers);
	check_true("under 2 lines of 100", pretty.in_rivers * 50 < pretty.lines);
	check_true("fewer short last lines", pretty.short_last_lines < plain.short_last_lines);
	check_int("no overfull line", (long long)pretty.overfull, 0);
	text_engine_free(engine);
	font_library_free(fonts);
	diag_free(d);
	return check_failed;
}
