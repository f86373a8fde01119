/* Attachments, associated with the document as a whole. */
#include "pdf_attachment.h"

#include <hpdf_encrypt.h>
#include <stdlib.h>
#include <string.h>

#include "pdf_level.h"
#include "pdf_string.h"
#include "pdf_tree.h"

/* Compressed by its own format already. */
static bool is_packed(const char *media_type)
{
	return media_type && (strcmp(media_type, "image/png") == 0 || strcmp(media_type, "image/jpeg") == 0);
}

static uint32_t write_embedded_file(struct pdf_state *pdf, const struct pdf_attachment *attachment)
{
	HPDF_MD5_CTX context;
	HPDF_BYTE sum[16];
	HPDF_MD5Init(&context);
	HPDF_MD5Update(&context, attachment->bytes, (HPDF_UINT32)attachment->size);
	HPDF_MD5Final(sum, &context);
	struct buffer entries = {0};
	buffer_puts(&entries, "/Type/EmbeddedFile/Subtype");
	pdf_put_name(&entries, attachment->media_type ? attachment->media_type : "application/octet-stream");
	buffer_printf(&entries, "/Params<</Size %zu", attachment->size);
	buffer_puts(&entries, "/ModDate");
	pdf_put_time(&entries, pdf->options.date, "(D:%Y%m%d%H%M%SZ)");
	buffer_puts(&entries, "/CheckSum<");
	for (int i = 0; i < 16; i++)
		buffer_printf(&entries, "%02X", sum[i]);
	buffer_puts(&entries, ">>>");
	uint32_t number = pdf_reserve(&pdf->objects);
	pdf_file_stream_text(&pdf->file, number, entries.data, attachment->bytes, attachment->size,
	                     is_packed(attachment->media_type) ? PDF_FILTER_NONE : PDF_FILTER_DEFLATE);
	buffer_free(&entries);
	return number;
}

static uint32_t write_file_specification(struct pdf_state *pdf, const struct pdf_attachment *attachment)
{
	uint32_t file = write_embedded_file(pdf, attachment), number = pdf_reserve(&pdf->objects);
	struct buffer text = {0};
	buffer_puts(&text, "<</Type/Filespec/F");
	pdf_put_text(&text, attachment->name);
	buffer_puts(&text, "/UF");
	pdf_put_text(&text, attachment->name);
	if (attachment->description) {
		buffer_puts(&text, "/Desc");
		pdf_put_text(&text, attachment->description);
	}
	buffer_puts(&text, "/AFRelationship");
	pdf_put_name(&text, attachment->relationship ? attachment->relationship : "Unspecified");
	buffer_printf(&text, "/EF<</F %u 0 R/UF %u 0 R>>>>", (unsigned)file, (unsigned)file);
	pdf_file_text(&pdf->file, number, text.data, text.size);
	buffer_free(&text);
	return number;
}

uint32_t pdf_attachments_finish(struct pdf_state *pdf, HPDF_Dict catalog)
{
	size_t count = pdf->options.attachment_count;
	int part = pdf_archive_part(pdf);
	if (count == 0)
		return 0;
	if (part == 1 || part == 2) {
		diag_error(pdf->d, (struct loc){0}, "PDF/A-%d: an attachment is not allowed, left out: '%s'", part,
		           pdf->options.attachments[0].name);
		return 0;
	}
	struct pdf_tree_entry *entries = xcalloc(count, sizeof *entries);
	HPDF_Array associated = pdf_array(&pdf->objects);
	for (size_t i = 0; i < count; i++) {
		const struct pdf_attachment *attachment = &pdf->options.attachments[i];
		uint32_t number = write_file_specification(pdf, attachment);
		entries[i].name = attachment->name;
		entries[i].value = arena_printf(pdf->memory, "%u 0 R", (unsigned)number);
		pdf_add_reference(&pdf->objects, associated, number);
	}
	pdf_put(&pdf->objects, catalog, "AF", associated);
	uint32_t tree = pdf_tree_write(pdf, entries, count);
	free(entries);
	return tree;
}
