/* What paragraphs share: shapes, ICU's iterators, dictionaries. One engine a thread. */
#include <string.h>

#include "text_private.h"

struct text_engine *text_engine_new(struct font_library *fonts, struct diag *d)
{
	struct arena *arena = arena_new();
	struct text_engine *engine = arena_alloc(arena, sizeof *engine);
	engine->fonts = fonts;
	engine->diag = d;
	engine->arena = arena;
	engine->scratch = arena_new();
	engine->buffer = hb_buffer_create();
	return engine;
}

void text_engine_free(struct text_engine *engine)
{
	if (!engine)
		return;
	for (struct text_breaker *breaker = engine->breakers; breaker; breaker = breaker->next)
		ubrk_close(breaker->iterator);
	hyphenators_free(engine);
	if (engine->bidi)
		ubidi_close(engine->bidi);
	hb_buffer_destroy(engine->buffer);
	arena_free(engine->scratch);
	arena_free(engine->arena);
}

mpt text_width(struct text_engine *engine, const char *utf8, size_t size, const struct text_style *style)
{
	struct arena *arena = arena_new();
	struct paragraph *p = paragraph_new(engine, arena, &(struct paragraph_style){.language = style->language});
	paragraph_add_text(p, utf8, size, style, NULL, (struct loc){NULL, 0});
	paragraph_prepare(p);
	mpt least, most;
	paragraph_widths(p, &least, &most);
	arena_free(arena);
	return most;
}
