/* The signature dictionary and its field (ISO 32000-1, 12.8.1 and 12.7.4.5). Knows nothing of keys. */
#include "pdf_signature.h"

#include <string.h>

#include "pdf_cms.h"
#include "pdf_number.h"
#include "pdf_string.h"

/* Filled with the real ranges later, in the same room. */
#define RANGE_ROOM "[0 0000000000 0000000000 0000000000]"

/* A time stamp with its authority's certificates. */
#define STAMP_ROOM 12288

static void put_optional(struct buffer *out, const char *key, const char *text)
{
	if (!text || !*text)
		return;
	buffer_puts(out, key);
	pdf_put_text(out, text);
}

/* Stands in the file by itself, uncompressed, so that its bytes can be filled in. */
static uint32_t write_value(struct pdf_state *pdf)
{
	const struct pdf_signature *signature = pdf->options.signature;
	size_t stamp = signature->may_be_stamped ? STAMP_ROOM : 0,
	       room = (pdf_cms_size_limit(signature->signer) + stamp) * 2;
	struct buffer text = {0};
	buffer_puts(&text, "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M");
	pdf_put_time(&text, pdf->options.date, "(D:%Y%m%d%H%M%SZ)");
	put_optional(&text, "/Reason", signature->reason);
	put_optional(&text, "/Location", signature->place);
	put_optional(&text, "/ContactInfo", signature->contact);
	size_t range = text.size + strlen("/ByteRange");
	buffer_puts(&text, "/ByteRange" RANGE_ROOM "/Contents<");
	size_t contents = text.size;
	memset(buffer_room(&text, room), '0', room);
	text.size += room;
	buffer_puts(&text, ">>>");
	uint32_t number = pdf_reserve(&pdf->objects);
	size_t at = pdf_file_plain_text(&pdf->file, number, text.data, text.size);
	pdf->signature_range = at + range;
	pdf->signature_contents = at + contents;
	pdf->signature_room = room;
	buffer_free(&text);
	return number;
}

/* PDF/A wants a look for every box on a page: a frame, without words, since fonts are the pages' own. */
static uint32_t write_look(struct pdf_state *pdf, struct page_rectangle area)
{
	struct buffer entries = {0};
	buffer_puts(&entries, "/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 ");
	pdf_put_length(&entries, area.width);
	buffer_putc(&entries, ' ');
	pdf_put_length(&entries, area.height);
	buffer_putc(&entries, ']');
	struct buffer frame = {0};
	buffer_puts(&frame, "0.4 G 0.5 w 0.25 0.25 ");
	pdf_put_length(&frame, area.width - 500);
	buffer_putc(&frame, ' ');
	pdf_put_length(&frame, area.height - 500);
	buffer_puts(&frame, " re S\n");
	uint32_t number = pdf_reserve(&pdf->objects);
	pdf_file_stream_text(&pdf->file, number, entries.data, frame.data, frame.size, PDF_FILTER_NONE);
	buffer_free(&frame);
	buffer_free(&entries);
	return number;
}

static void put_place(struct pdf_state *pdf, struct buffer *out, size_t page)
{
	struct page_rectangle area = pdf->options.signature->area;
	if (area.width <= 0) {
		/* Beside the page, so that no reader stops there (ISO 14289-1, 7.18.1). */
		buffer_puts(out, "/Rect[-1 -1 -1 -1]");
		return;
	}
	mpt height = pdf->page_heights[page];
	const mpt numbers[] = {area.x, height - area.y - area.height, area.x + area.width, height - area.y};
	buffer_puts(out, "/Rect[");
	for (int i = 0; i < 4; i++) {
		pdf_put_length(out, numbers[i]);
		buffer_putc(out, i < 3 ? ' ' : ']');
	}
	buffer_printf(out, "/AP<</N %u 0 R>>", (unsigned)write_look(pdf, area));
}

static void add_to_page(struct pdf_state *pdf, size_t page, uint32_t widget)
{
	HPDF_Array annotations = HPDF_Dict_GetItem(pdf->pages[page], "Annots", HPDF_OCLASS_ARRAY);
	if (!annotations) {
		annotations = pdf_array(&pdf->objects);
		pdf_put(&pdf->objects, pdf->pages[page], "Annots", annotations);
	}
	pdf_add_reference(&pdf->objects, annotations, widget);
}

void pdf_signature_prepare(struct pdf_state *pdf, HPDF_Dict catalog)
{
	const struct pdf_signature *signature = pdf->options.signature;
	if (!signature || pdf->page_count == 0)
		return;
	size_t page = signature->page < pdf->page_count ? signature->page : pdf->page_count - 1;
	uint32_t value = write_value(pdf), widget = pdf_reserve(&pdf->objects);
	struct buffer text = {0};
	buffer_puts(&text, "<</Type/Annot/Subtype/Widget/FT/Sig/F 132/T(Signature)/TU(Signature)");
	buffer_printf(&text, "/V %u 0 R/P %u 0 R", (unsigned)value, (unsigned)pdf_number_of(pdf->pages[page]));
	put_place(pdf, &text, page);
	buffer_puts(&text, ">>");
	pdf_file_text(&pdf->file, widget, text.data, text.size);
	buffer_free(&text);
	add_to_page(pdf, page, widget);
	HPDF_Dict form = pdf_dict(&pdf->objects);
	HPDF_Array fields = pdf_array(&pdf->objects);
	pdf_add_reference(&pdf->objects, fields, widget);
	pdf_put(&pdf->objects, form, "Fields", fields);
	pdf_put_integer_value(&pdf->objects, form, "SigFlags", 3); /* there are signatures; only append to this file */
	pdf_put(&pdf->objects, catalog, "AcroForm", form);
}

static void fill_range(struct pdf_state *pdf, char *file, size_t size)
{
	size_t before = pdf->signature_contents - 1, after = pdf->signature_contents + pdf->signature_room + 1;
	char text[sizeof RANGE_ROOM];
	int used = snprintf(text, sizeof text, "[0 %zu %zu %zu", before, after, size - after);
	memset(file + pdf->signature_range, ' ', sizeof RANGE_ROOM - 1);
	if (used > 0 && (size_t)used < sizeof RANGE_ROOM - 1)
		memcpy(file + pdf->signature_range, text, (size_t)used);
	file[pdf->signature_range + sizeof RANGE_ROOM - 2] = ']';
}

bool pdf_signature_complete(struct pdf_state *pdf, struct buffer *bytes, size_t start)
{
	if (pdf->signature_room == 0)
		return true;
	char *file = bytes->data + start;
	size_t size = bytes->size - start;
	fill_range(pdf, file, size);
	size_t after = pdf->signature_contents + pdf->signature_room + 1;
	const struct pdf_pieces pieces = {{file, file + after}, {pdf->signature_contents - 1, size - after}};
	struct buffer der = {0};
	bool good = pdf_cms_sign(pdf->options.signature->signer, &pieces, &der) && der.size * 2 <= pdf->signature_room;
	static const char digits[] = "0123456789ABCDEF";
	for (size_t i = 0; good && i < der.size; i++) {
		file[pdf->signature_contents + 2 * i] = digits[(unsigned char)der.data[i] >> 4];
		file[pdf->signature_contents + 2 * i + 1] = digits[der.data[i] & 15];
	}
	buffer_free(&der);
	return good;
}
