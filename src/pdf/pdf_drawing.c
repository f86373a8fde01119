/* Vector pictures that may be shown more than once, as forms (ISO 32000-1, 8.10): drawn once a file and, with a cache,
 * compressed once for many files. */
#include "pdf_drawing.h"

#include "pdf_number.h"
#include "pdf_pattern.h"

/* Of fewer segments a form would be no shorter. */
enum { SEGMENTS_WORTH_A_FORM = 60 };

static bool is_opaque(const struct page_color *color)
{
	return color->opacity >= 1 || color->opacity <= 0;
}

static bool is_plain(const struct page_item *item)
{
	const struct page_path *path = item->path;
	switch (item->kind) {
	case PAGE_RECTANGLE:
		return is_opaque(&item->rectangle.color);
	case PAGE_PATH:
		return !path->gradient && !path->stroke_gradient && is_opaque(&path->fill) && is_opaque(&path->stroke);
	case PAGE_SAVE:
		return item->save.opacity >= 1;
	default:
		return item->kind == PAGE_RESTORE;
	}
}

/* Text, pictures and transparency would need resources; marks inside a form would need parents. */
static bool is_worth_a_form(const struct page_drawing *drawing)
{
	size_t segments = 0;
	for (size_t i = 0; i < drawing->count; i++) {
		if (!is_plain(&drawing->items[i]))
			return false;
		segments += drawing->items[i].kind == PAGE_PATH ? drawing->items[i].path->count : 4;
	}
	return segments >= SEGMENTS_WORTH_A_FORM;
}

static void draw(struct pdf_state *pdf, const struct page_drawing *drawing, struct buffer *packed)
{
	struct pdf_content form;
	pdf_content_open_form(&form, pdf, drawing->height);
	pdf_content_items(&form, drawing->items, drawing->count);
	pdf_content_end(&form);
	pdf_file_deflate(&pdf->file, form.out.data ? form.out.data : "", form.out.size, packed);
	pdf_content_close(&form);
}

static uint32_t write_form(struct pdf_state *pdf, const struct page_drawing *drawing)
{
	struct buffer own = {0}, entries = {0};
	struct buffer *packed = pdf_cache_bytes(pdf->options.cache, drawing->items);
	if (!packed)
		packed = &own;
	if (packed->size == 0)
		draw(pdf, drawing, packed);
	buffer_puts(&entries, "/Type/XObject/Subtype/Form/Resources<<>>/Filter/FlateDecode/BBox[0 0 ");
	pdf_put_length(&entries, drawing->width);
	buffer_putc(&entries, ' ');
	pdf_put_length(&entries, drawing->height);
	buffer_putc(&entries, ']');
	uint32_t number = pdf_reserve(&pdf->objects);
	pdf_file_stream_text(&pdf->file, number, entries.data, packed->data, packed->size, PDF_FILTER_NONE);
	buffer_free(&entries);
	buffer_free(&own);
	return number;
}

static const struct pdf_drawing *drawing_for(struct pdf_state *pdf, const struct page_drawing *drawing)
{
	for (const struct pdf_drawing *known = pdf->drawings; known; known = known->next)
		if (known->items == drawing->items)
			return known;
	struct pdf_drawing *made = arena_alloc(pdf->memory, sizeof *made);
	*made = (struct pdf_drawing){.items = drawing->items, .next = pdf->drawings};
	if (is_worth_a_form(drawing)) {
		made->form = (struct pdf_shared){pdf->form_count++, 0};
		made->form.object = write_form(pdf, drawing);
	}
	pdf->drawings = made;
	return made;
}

/* The form's own axes run up from its lower edge, the page's down from its upper one. */
static void put_matrix(struct pdf_content *c, mpt height)
{
	struct page_matrix flip = {.a = 1, .d = 1, .f = (double)(height - c->height)};
	pdf_put_matrix(&c->out, &flip, 0);
	buffer_puts(&c->out, " cm\n");
}

bool pdf_drawing_paint(struct pdf_content *c, const struct page_drawing *drawing)
{
	const struct pdf_drawing *made = drawing_for(c->pdf, drawing);
	if (!made->form.object)
		return false;
	pdf_content_flush(c);
	pdf_content_use(c, 'X', made->form.number, made->form.object);
	pdf_content_save(c);
	pdf_paint_reset_colors(c);
	put_matrix(c, drawing->height);
	buffer_printf(&c->out, "/X%u Do\n", (unsigned)made->form.number);
	pdf_content_restore(c);
	return true;
}
