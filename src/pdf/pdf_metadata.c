/* Info and XMP. What stands in both must be equal (ISO 19005-1, 6.7.3): what the author's own packet has, Info leaves
 * out. */
#include "pdf_metadata.h"

#include <string.h>

#include "pdf_level.h"
#include "pdf_string.h"

/* XML has no place for the other control characters, and Info must say the same. */
static bool is_allowed(uint32_t c)
{
	return c >= 0x20 || c == '\t' || c == '\n';
}

static void put_escaped(struct buffer *out, const char *text)
{
	for (size_t at = 0, size = strlen(text); at < size;) {
		uint32_t c = utf8_next(text, size, &at);
		if (c == '&')
			buffer_puts(out, "&amp;");
		else if (c == '<')
			buffer_puts(out, "&lt;");
		else if (c == '>')
			buffer_puts(out, "&gt;");
		else if (is_allowed(c))
			buffer_put_codepoint(out, c);
	}
}

/* The author's packet says it already. */
static bool says(const struct page_document *document, const char *property)
{
	return document->xmp && strstr(document->xmp, property);
}

static void put_simple(struct buffer *out, const struct page_document *document, const char *property,
                       const char *value)
{
	if (!value || !*value || says(document, property))
		return;
	buffer_printf(out, "<%s>", property);
	put_escaped(out, value);
	buffer_printf(out, "</%s>\n", property);
}

/* dc:title and the like: an array of one. */
static void put_array(struct buffer *out, const struct page_document *document, const char *property, const char *kind,
                      const char *value)
{
	if (!value || !*value || says(document, property))
		return;
	const char *language = strcmp(kind, "Alt") == 0 ? " xml:lang=\"x-default\"" : "";
	buffer_printf(out, "<%s><rdf:%s><rdf:li%s>", property, kind, language);
	put_escaped(out, value);
	buffer_printf(out, "</rdf:li></rdf:%s></%s>\n", kind, property);
}

/* ISO 14289-1 is not one of the schemas that PDF/A knows, so it must be described (ISO 19005-2, 6.6.2.3). */
static const char ua_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

static void put_level(struct buffer *out, const struct pdf_options *options, const struct page_document *document)
{
	const struct pdf_state level = {.options = *options};
	if (pdf_is_archive(&level) && !says(document, "pdfaid:part"))
		buffer_printf(out,
		              "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
		              "<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>%s</pdfaid:conformance>\n</rdf:Description>\n",
		              pdf_archive_part(&level), pdf_archive_conformance(&level));
	if (!options->ua1 || says(document, "pdfuaid:part"))
		return;
	buffer_puts(out, "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
	                 "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
	if (pdf_is_archive(&level) && !says(document, "pdfaExtension:schemas"))
		buffer_puts(out, ua_schema);
}

static void put_descriptions(struct buffer *out, const struct pdf_options *options,
                             const struct page_document *document)
{
	struct buffer date = {0};
	pdf_put_time(&date, options->date, "%Y-%m-%dT%H:%M:%SZ");
	buffer_puts(out, "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
	                 "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
	put_simple(out, document, "dc:format", "application/pdf");
	put_array(out, document, "dc:title", "Alt", document->title);
	put_array(out, document, "dc:creator", "Seq", document->author);
	put_array(out, document, "dc:description", "Alt", document->subject);
	put_array(out, document, "dc:language", "Bag", document->language);
	put_simple(out, document, "pdf:Keywords", document->keywords);
	put_simple(out, document, "pdf:Producer", options->producer);
	put_simple(out, document, "xmp:CreateDate", date.data);
	put_simple(out, document, "xmp:ModifyDate", date.data);
	buffer_free(&date);
	buffer_puts(out, "</rdf:Description>\n");
	put_level(out, options, document);
}

void pdf_put_xmp(struct buffer *out, const struct pdf_options *options, const struct page_document *document)
{
	const char *end = document->xmp ? strstr(document->xmp, "</rdf:RDF>") : NULL;
	buffer_puts(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
	if (end) {
		const char *start = strstr(document->xmp, "<x:xmpmeta");
		if (!start || start > end)
			start = strstr(document->xmp, "<rdf:RDF");
		if (start && start < end)
			buffer_append(out, start, (size_t)(end - start));
		put_descriptions(out, options, document);
		buffer_puts(out, "</rdf:RDF>\n");
		if (start && strncmp(start, "<x:xmpmeta", 10) == 0)
			buffer_puts(out, "</x:xmpmeta>\n");
	} else {
		buffer_puts(out, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
		                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
		put_descriptions(out, options, document);
		buffer_puts(out, "</rdf:RDF>\n</x:xmpmeta>\n");
	}
	buffer_puts(out, "<?xpacket end=\"w\"?>");
}

/* What the author's packet says of title, author, subject and keywords is what document holds: Info repeats it. PDF/A-1
 * alone asks that the two agree to the letter (ISO 19005-1, 6.7.3), so there the packet stands by itself. */
static bool may_repeat(const struct pdf_state *pdf, const char *property)
{
	return pdf->options.level != PDF_A1B && (strncmp(property, "dc:", 3) == 0 || strcmp(property, "pdf:Keywords") == 0);
}

static void put_info(struct pdf_state *pdf, HPDF_Dict info, const char *key, const char *property, const char *value)
{
	if (!value || !*value || (says(pdf->document, property) && !may_repeat(pdf, property)))
		return;
	struct buffer text = {0};
	for (size_t at = 0, size = strlen(value); at < size;) {
		uint32_t c = utf8_next(value, size, &at);
		if (is_allowed(c))
			buffer_put_codepoint(&text, c);
	}
	pdf_put_text_value(&pdf->objects, info, key, text.data ? text.data : "");
	buffer_free(&text);
}

static void write_info(struct pdf_state *pdf)
{
	const struct page_document *document = pdf->document;
	HPDF_Dict info = pdf_indirect_dict(&pdf->objects);
	struct buffer date = {0};
	pdf_put_time(&date, pdf->options.date, "D:%Y%m%d%H%M%SZ");
	put_info(pdf, info, "Title", "dc:title", document->title);
	put_info(pdf, info, "Author", "dc:creator", document->author);
	put_info(pdf, info, "Subject", "dc:description", document->subject);
	put_info(pdf, info, "Keywords", "pdf:Keywords", document->keywords);
	put_info(pdf, info, "Producer", "pdf:Producer", pdf->options.producer);
	put_info(pdf, info, "CreationDate", "xmp:CreateDate", date.data);
	put_info(pdf, info, "ModDate", "xmp:ModifyDate", date.data);
	buffer_free(&date);
	pdf_objects_trailer(&pdf->objects, "Info", info);
}

void pdf_metadata_finish(struct pdf_state *pdf, HPDF_Dict catalog)
{
	write_info(pdf);
	if (pdf->document->xmp && !strstr(pdf->document->xmp, "</rdf:RDF>"))
		diag_warning(pdf->d, (struct loc){0}, "the document's own XMP has no rdf:RDF and is left out");
	struct buffer packet = {0};
	pdf_put_xmp(&packet, &pdf->options, pdf->document);
	uint32_t number = pdf_reserve(&pdf->objects);
	/* Not compressed, so that any program finds it (ISO 19005-1, 6.7.2). */
	pdf_file_stream_text(&pdf->file, number, "/Type/Metadata/Subtype/XML", packet.data, packet.size, PDF_FILTER_NONE);
	pdf_put_reference(&pdf->objects, catalog, "Metadata", number);
	buffer_free(&packet);
}

void pdf_metadata_output_intent(struct pdf_state *pdf, HPDF_Dict catalog)
{
	struct pdf_objects *objects = &pdf->objects;
	struct buffer profile = {0};
	pdf_put_srgb_profile(&profile);
	uint32_t number = pdf_reserve(objects);
	pdf_file_stream_text(&pdf->file, number, "/N 3", profile.data, profile.size, PDF_FILTER_DEFLATE);
	buffer_free(&profile);
	HPDF_Dict intent = pdf_dict(objects);
	pdf_put_name_value(objects, intent, "Type", "OutputIntent");
	pdf_put_name_value(objects, intent, "S", "GTS_PDFA1");
	pdf_put_text_value(objects, intent, "OutputConditionIdentifier", "sRGB");
	pdf_put_text_value(objects, intent, "Info", "sRGB IEC61966-2.1");
	pdf_put_reference(objects, intent, "DestOutputProfile", number);
	HPDF_Array intents = pdf_array(objects);
	pdf_add(objects, intents, intent);
	pdf_put(objects, catalog, "OutputIntents", intents);
}
