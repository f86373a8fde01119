/* What tests of paragraphs share: the faces of fonts/fonts.conf, and a style of 10 pt in them. */
#ifndef TEXT_FIXTURE_H
#define TEXT_FIXTURE_H

#include "check.h"
#include "text.h"

struct fixture {
	struct diag *diag;
	struct font_library *fonts;
	struct text_engine *engine;
	struct arena *arena;
};

/* False: there are no fonts. */
static inline bool fixture_open(struct fixture *f)
{
	*f = (struct fixture){.diag = diag_new(stderr), .arena = arena_new()};
	f->fonts = font_library_new(&(struct font_options){.config_file = "fonts/fonts.conf"}, f->diag);
	if (f->fonts)
		f->engine = text_engine_new(f->fonts, f->diag);
	return f->fonts != NULL;
}

/* The exit status; a message that nothing asked for is a failure. */
static inline int fixture_close(struct fixture *f)
{
	check_int("no message", diag_errors(f->diag) + diag_warnings(f->diag), 0);
	text_engine_free(f->engine);
	font_library_free(f->fonts);
	arena_free(f->arena);
	diag_free(f->diag);
	return check_failed;
}

static inline struct text_style style_for(struct fixture *f, const char *families, const char *language)
{
	struct font_request request = {.families = families, .language = language, .weight = 400, .stretch = 100};
	return (struct text_style){.fonts = font_set(f->fonts, &request),
	                           .size = 10000,
	                           .language = language,
	                           .features = "",
	                           .kerning = true,
	                           .hyphen = '-',
	                           .hyphenation_remain = 2,
	                           .hyphenation_push = 2,
	                           .wrap = true,
	                           .bidi_level = -1};
}

#endif
