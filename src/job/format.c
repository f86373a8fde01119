/* Formatting objects to pages to a file. */
#include <stdlib.h>
#include <string.h>

#include "font.h"
#include "graphic.h"
#include "internal.h"
#include "layout.h"
#include "pdf.h"
#include "text.h"

#ifndef CBUA_VERSION
#define CBUA_VERSION "0.1.0"
#endif

/* What the stages need of each other, opened in order and closed backwards. */
struct formatter {
	struct source *source;
	struct fo_tree *tree;
	struct font_library *fonts;
	struct text_engine *text;
	struct graphic_store *graphics;
	struct layout *layout;
};

static struct font_library *open_fonts(struct source *s)
{
	char *config = data_path(s, "fonts/fonts.conf");
	if (!config)
		return NULL;
	size_t count = s->options->font_directory_count;
	const char **directories = xmalloc((count + 1) * sizeof *directories);
	for (size_t i = 0; i < count; i++)
		directories[i] = s->options->font_directories[i];
	directories[count] = NULL;
	struct font_library *fonts = font_library_new(&(struct font_options){config, directories}, s->d);
	free(directories);
	free(config);
	return fonts;
}

static bool formatter_open(struct formatter *f, struct source *s)
{
	*f = (struct formatter){.source = s};
	struct layout_options options = {.resolve = resolve_uri, .context = s};
	const char *file = s->template_path ? s->template_path : s->options->input;
	f->tree = fo_build(s->fo, file, s->d);
	stopwatch_lap(&s->watch, "fo");
	if (!f->tree || !(f->fonts = open_fonts(s)))
		return false;
	f->text = text_engine_new(f->fonts, s->d);
	f->graphics = f->text ? graphic_store_new(f->text, f->fonts, s->d) : NULL;
	stopwatch_lap(&s->watch, "fonts");
	options.fonts = f->fonts;
	f->layout = f->graphics ? layout_open(f->tree, f->text, f->graphics, &options, s->d) : NULL;
	return f->layout != NULL;
}

static void formatter_close(struct formatter *f)
{
	if (f->layout)
		layout_close(f->layout);
	if (f->graphics)
		graphic_store_free(f->graphics);
	if (f->text)
		text_engine_free(f->text);
	if (f->fonts)
		font_library_free(f->fonts);
	if (f->tree)
		fo_free(f->tree);
}

static bool dump_pages(struct formatter *f, struct buffer *out)
{
	for (struct page_list pages; (pages = layout_next(f->layout)).count > 0;)
		for (size_t i = 0; i < pages.count; i++) {
			page_dump(pages.pages[i], out);
			f->source->page_count++;
		}
	page_dump_document(layout_document(f->layout), out);
	stopwatch_lap(&f->source->watch, "layout");
	return true;
}

static bool write_pdf(struct formatter *f, struct buffer *out)
{
	struct source *s = f->source;
	struct pdf_options options = {.date = source_date(s), .producer = "cbua-pdf " CBUA_VERSION};
	level_apply(s->options->pdf_level, &options);
	struct pdf *pdf = pdf_new(&options, layout_document(f->layout), s->d);
	bool ok = pdf != NULL;
	for (struct page_list pages; ok && (pages = layout_next(f->layout)).count > 0;) {
		stopwatch_lap(&s->watch, "layout");
		ok = pdf_add_pages(pdf, &pages);
		s->page_count += pages.count;
		stopwatch_lap(&s->watch, "pages");
	}
	ok = ok && pdf_finish(pdf, out);
	if (pdf)
		pdf_free(pdf);
	stopwatch_lap(&s->watch, "pdf");
	return ok;
}

bool format_document(struct source *s, struct buffer *out)
{
	struct formatter f;
	bool ok = formatter_open(&f, s);
	if (ok && s->options->dump)
		ok = dump_pages(&f, out);
	else if (ok)
		ok = write_pdf(&f, out);
	formatter_close(&f);
	return ok;
}
