/* Formatting objects to pages to a file: fo, font, text, graphic, layout, pdf, in this order. */
#include <stdlib.h>
#include <string.h>

#include "font.h"
#include "graphic.h"
#include "internal.h"
#include "layout.h"
#include "pdf.h"
#include "sheet.h"
#include "text.h"

#ifndef CBUA_VERSION
#define CBUA_VERSION "0.1.0"
#endif

struct engine {
	struct source *source;
	struct font_library *fonts;
	struct text_engine *text;
	struct graphic_store *graphics;
	struct pdf_cache *cache; /* of pictures in graphics */
	struct signing *signing; /* NULL: not signed */
};

static struct font_library *open_fonts(struct source *s)
{
	char *config = data_path(s, "fonts/fonts.conf");
	if (!config)
		return NULL;
	size_t count = s->options->font_directory_count;
	const char **directories = xrealloc(NULL, count + 1, sizeof *directories);
	for (size_t i = 0; i < count; i++)
		directories[i] = s->options->font_directories[i];
	directories[count] = NULL;
	struct font_library *fonts = font_library_new(&(struct font_options){config, directories}, s->d);
	free(directories);
	free(config);
	return fonts;
}

static bool open_text(struct engine *e)
{
	e->text = text_engine_new(e->fonts, e->source->d);
	e->graphics = e->text ? graphic_store_new(e->text, e->fonts, e->source->d) : NULL;
	if (e->graphics)
		graphic_store_set_resolver(e->graphics, resolve_uri, e->source);
	e->cache = pdf_cache_new();
	return e->graphics != NULL;
}

static void close_text(struct engine *e)
{
	pdf_cache_free(e->cache);
	e->cache = NULL;
	if (e->graphics)
		graphic_store_free(e->graphics);
	if (e->text)
		text_engine_free(e->text);
	e->graphics = NULL;
	e->text = NULL;
}

struct engine *engine_open(struct source *s)
{
	struct engine *e = xmalloc(sizeof *e);
	*e = (struct engine){.source = s, .fonts = open_fonts(s)};
	bool ok = e->fonts && open_text(e);
	if (ok && s->options->signing.key_file) {
		e->signing = sign_open(&s->options->signing, s->d);
		ok = e->signing != NULL;
	}
	stopwatch_lap(&s->watch, "fonts");
	if (ok)
		return e;
	engine_close(e);
	return NULL;
}

bool engine_renew(struct engine *e)
{
	close_text(e);
	return open_text(e);
}

void engine_close(struct engine *e)
{
	if (!e)
		return;
	close_text(e);
	if (e->fonts)
		font_library_free(e->fonts);
	sign_close(e->signing);
	free(e);
}

static bool dump_pages(struct layout *layout, struct source *s, const xmlDoc *fo, struct buffer *out, size_t *count)
{
	struct page_stream stream;
	page_stream_open(&stream, layout, s, fo);
	for (struct page_list pages; (pages = page_stream_next(&stream)).count > 0; *count += pages.count)
		for (size_t i = 0; i < pages.count; i++)
			page_dump(pages.pages[i], out);
	page_dump_document(layout_document(layout), out);
	page_stream_close(&stream);
	stopwatch_lap(&s->watch, "layout");
	return true;
}

/* A record of --each is a small part of what it was made from. */
static bool wants_source(const struct source *s, const struct pdf_options *pdf)
{
	bool may = pdf->level == PDF_PLAIN || pdf->level >= PDF_A3B;
	if (s->options->attach != ATTACH_DEFAULT)
		return s->options->attach == ATTACH_ALWAYS;
	return may && pdf->level != PDF_PLAIN && s->template_path && !s->options->each;
}

static bool write_pdf(struct layout *layout, struct engine *e, const xmlDoc *fo, struct buffer *out, size_t *count)
{
	struct source *s = e->source;
	struct pdf_options options = {.date = source_date(s),
	                              .producer = "cbua-pdf " CBUA_VERSION,
	                              .signature = sign_signature(e->signing),
	                              .cache = e->cache};
	level_apply(level_of_source(s, fo), &options);
	struct pdf *pdf = pdf_new(&options, layout_document(layout), s->d);
	bool ok = pdf != NULL;
	struct page_stream stream;
	page_stream_open(&stream, layout, s, fo);
	for (struct page_list pages; ok && (pages = page_stream_next(&stream)).count > 0; *count += pages.count) {
		stopwatch_lap(&s->watch, "layout");
		ok = pdf_add_pages(pdf, &pages);
		stopwatch_lap(&s->watch, "pages");
	}
	page_stream_close(&stream);
	stopwatch_lap(&s->watch, "layout");
	struct arena *attached = arena_new();
	if (ok)
		ok = attach_source(s, pdf, fo, wants_source(s, &options), attached);
	ok = ok && pdf_finish(pdf, out);
	arena_free(attached);
	if (pdf)
		pdf_free(pdf);
	stopwatch_lap(&s->watch, "pdf");
	return ok;
}

bool format_document(struct engine *e, const xmlDoc *fo, struct buffer *out, size_t *pages)
{
	struct source *s = e->source;
	const char *file = s->template_path ? s->template_path : s->options->input;
	struct fo_tree *tree = fo_build(fo, file, s->d);
	stopwatch_lap(&s->watch, "fo");
	if (!tree)
		return false;
	struct layout_options options = {.fonts = e->fonts, .resolve = resolve_uri, .context = s};
	struct layout *layout = layout_open(tree, e->text, e->graphics, &options, s->d);
	bool ok = layout != NULL;
	if (ok && s->options->dump)
		ok = dump_pages(layout, s, fo, out, pages);
	else if (ok)
		ok = write_pdf(layout, e, fo, out, pages);
	if (layout)
		layout_close(layout);
	fo_free(tree);
	return ok;
}
