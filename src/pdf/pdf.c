/* The stage from its start to its end: pages are drawn as they come, all that needs the whole document is written last.
 */
#include "pdf.h"

#include <hpdf_doc.h>
#include <hpdf_pages.h>
#include <stdlib.h>

#include "pdf_attachment.h"
#include "pdf_content.h"
#include "pdf_image.h"
#include "pdf_level.h"
#include "pdf_metadata.h"
#include "pdf_navigation.h"
#include "pdf_signature.h"
#include "pdf_structure.h"
#include "pdf_ua.h"

/* Pages under one node of the page tree. */
#define NODE_PAGES 64

struct pdf {
	struct pdf_state state;
};

static bool fail(struct pdf_state *pdf, const char *what)
{
	if (!pdf->failed)
		diag_system(pdf->d, (struct loc){0}, "%s", what);
	pdf->failed = true;
	return false;
}

/* False, once reported, after Haru has said no to anything. */
static bool check(struct pdf_state *pdf)
{
	HPDF_STATUS status = pdf->objects.first_error;
	if (status == HPDF_OK)
		return !pdf->failed;
	char what[64];
	snprintf(what, sizeof what, "the PDF cannot be written: libharu error 0x%04lX", (unsigned long)status);
	return fail(pdf, what);
}

static bool is_tagged(const struct pdf_options *options)
{
	return options->tagged || options->ua1 || options->level == PDF_A2A || options->level == PDF_A3A;
}

struct pdf *pdf_new(const struct pdf_options *options, const struct page_document *document, struct diag *d)
{
	struct pdf *whole = xcalloc(1, sizeof *whole);
	struct pdf_state *pdf = &whole->state;
	pdf->options = *options;
	pdf->document = document;
	pdf->d = d;
	pdf->memory = arena_new();
	pdf->navigation = pdf_navigation_new();
	if (!pdf_objects_open(&pdf->objects)) {
		fail(pdf, "libharu cannot make a document");
		pdf_free(whole);
		return NULL;
	}
	bool first_part = pdf_archive_part(pdf) == 1; /* of PDF/A rests on PDF 1.4, which has no object streams */
	pdf_file_open(&pdf->file, &pdf->objects, first_part ? "1.4" : "1.7", !first_part);
	if (is_tagged(options))
		pdf->structure = pdf_structure_new();
	return whole;
}

void pdf_free(struct pdf *whole)
{
	if (!whole)
		return;
	struct pdf_state *pdf = &whole->state;
	pdf_file_close(&pdf->file);
	pdf_fonts_free(&pdf->fonts);
	pdf_images_free(pdf->images);
	pdf_structure_free(pdf->structure);
	pdf_navigation_free(pdf->navigation);
	pdf_objects_close(&pdf->objects);
	free(pdf->pages);
	free(pdf->page_heights);
	arena_free(pdf->memory);
	free(whole);
}

static void put_page_box(struct pdf_state *pdf, HPDF_Dict dict, const char *key, const struct page *page,
                         struct page_rectangle box)
{
	if (box.width == 0)
		return;
	mpt bottom = page->height - box.y - box.height;
	const double numbers[] = {(double)box.x / 1000, (double)bottom / 1000, (double)(box.x + box.width) / 1000,
	                          (double)(bottom + box.height) / 1000};
	pdf_put_box_value(&pdf->objects, dict, key, numbers);
}

static void put_transparency_group(struct pdf_state *pdf, HPDF_Dict dict)
{
	HPDF_Dict group = pdf_dict(&pdf->objects);
	pdf_put_name_value(&pdf->objects, group, "S", "Transparency");
	pdf_put_name_value(&pdf->objects, group, "CS", "DeviceRGB");
	pdf_put(&pdf->objects, dict, "Group", group);
}

static uint32_t write_contents(struct pdf_state *pdf, const struct pdf_content *content)
{
	uint32_t number = pdf_reserve(&pdf->objects);
	pdf_file_stream_text(&pdf->file, number, "", content->out.data ? content->out.data : "", content->out.size,
	                     PDF_FILTER_DEFLATE);
	return number;
}

static void describe_page(struct pdf_state *pdf, const struct page *page, struct pdf_content *content, HPDF_Dict dict)
{
	struct pdf_objects *objects = &pdf->objects;
	pdf_put_name_value(objects, dict, "Type", "Page");
	put_page_box(pdf, dict, "MediaBox", page, (struct page_rectangle){0, 0, page->width, page->height});
	put_page_box(pdf, dict, "BleedBox", page, page->bleed);
	put_page_box(pdf, dict, "TrimBox", page, page->trim);
	pdf_put(objects, dict, "Resources", pdf_content_resources(content));
	pdf_put_reference(objects, dict, "Contents", write_contents(pdf, content));
	if (content->transparency && pdf_archive_part(pdf) != 1)
		put_transparency_group(pdf, dict);
	if (!pdf->structure)
		return;
	pdf_put_name_value(objects, dict, "Tabs", "S");
	int64_t key = pdf_structure_key(pdf->structure, content->marks);
	if (key >= 0)
		pdf_put_integer_value(objects, dict, "StructParents", key);
}

static void add_page(struct pdf_state *pdf, const struct page *page)
{
	HPDF_Dict dict = pdf_indirect_dict(&pdf->objects);
	dict->header.obj_class |= HPDF_OSUBCLASS_PAGE; /* Haru counts pages by this */
	struct pdf_content content;
	pdf_content_open(&content, pdf, page->height, pdf_number_of(dict), 0);
	pdf_content_items(&content, page->items, page->item_count);
	pdf_content_end(&content);
	describe_page(pdf, page, &content, dict);
	pdf_content_close(&content);
	pdf_navigation_page(pdf, page, dict);
	if (pdf->page_count >= pdf->page_capacity)
		pdf->page_heights = xrealloc(pdf->page_heights, pdf->page_capacity * 2 + 16, sizeof *pdf->page_heights);
	ARRAY_RESERVE(pdf->pages, pdf->page_count, pdf->page_capacity);
	pdf->page_heights[pdf->page_count] = page->height;
	pdf->pages[pdf->page_count++] = dict;
}

bool pdf_add_pages(struct pdf *whole, const struct page_list *pages)
{
	if (!whole || whole->state.failed)
		return false;
	for (size_t i = 0; i < pages->count; i++)
		add_page(&whole->state, pages->pages[i]);
	return check(&whole->state);
}

void pdf_set_attachments(struct pdf *whole, const struct pdf_attachment *attachments, size_t count)
{
	whole->state.options.attachments = attachments;
	whole->state.options.attachment_count = count;
}

static void build_page_tree(struct pdf_state *pdf)
{
	HPDF_Doc haru = pdf->objects.haru;
	HPDF_Pages node = NULL;
	HPDF_Array kids = NULL;
	for (size_t i = 0; i < pdf->page_count; i++) {
		if (i % NODE_PAGES == 0) {
			node = pdf->page_count <= NODE_PAGES ? haru->root_pages
			                                     : HPDF_Pages_New(haru->mmgr, haru->root_pages, haru->xref);
			kids = node ? HPDF_Dict_GetItem(node, "Kids", HPDF_OCLASS_ARRAY) : NULL;
			if (!kids) {
				pdf_objects_check(&pdf->objects, HPDF_INVALID_PAGES);
				return;
			}
		}
		pdf_put(&pdf->objects, pdf->pages[i], "Parent", node);
		pdf_add(&pdf->objects, kids, pdf->pages[i]);
	}
}

static void put_names(struct pdf_state *pdf, HPDF_Dict catalog)
{
	uint32_t destinations = pdf_navigation_destinations(pdf);
	uint32_t files = pdf_attachments_finish(pdf, catalog);
	if (!destinations && !files)
		return;
	HPDF_Dict names = pdf_dict(&pdf->objects);
	if (destinations)
		pdf_put_reference(&pdf->objects, names, "Dests", destinations);
	if (files)
		pdf_put_reference(&pdf->objects, names, "EmbeddedFiles", files);
	pdf_put(&pdf->objects, catalog, "Names", names);
}

static void put_structure(struct pdf_state *pdf, HPDF_Dict catalog)
{
	if (!pdf->structure)
		return;
	HPDF_Dict mark_info = pdf_dict(&pdf->objects);
	pdf_put_boolean_value(&pdf->objects, mark_info, "Marked", true);
	pdf_put(&pdf->objects, catalog, "MarkInfo", mark_info);
	pdf_ua_check(pdf);
	if (pdf->document->structure)
		pdf_put_reference(&pdf->objects, catalog, "StructTreeRoot",
		                  pdf_structure_finish(pdf, pdf->document->structure));
}

static void describe_document(struct pdf_state *pdf, HPDF_Dict catalog)
{
	struct pdf_objects *objects = &pdf->objects;
	if (pdf->document->language && *pdf->document->language)
		pdf_put_text_value(objects, catalog, "Lang", pdf->document->language);
	HPDF_Dict preferences = pdf_dict(objects);
	pdf_put_boolean_value(objects, preferences, "DisplayDocTitle", true);
	pdf_put(objects, catalog, "ViewerPreferences", preferences);
	put_structure(pdf, catalog);
	pdf_navigation_finish(pdf, catalog);
	put_names(pdf, catalog);
	pdf_metadata_finish(pdf, catalog);
	if (pdf_is_archive(pdf))
		pdf_metadata_output_intent(pdf, catalog);
}

bool pdf_finish(struct pdf *whole, struct buffer *out)
{
	if (!whole || !check(&whole->state))
		return false;
	struct pdf_state *pdf = &whole->state;
	if (pdf->page_count == 0) {
		if (diag_errors(pdf->d) == 0) /* else it has been said why */
			diag_error(pdf->d, (struct loc){0}, "no page was made: there is nothing to write");
		return false;
	}
	HPDF_Dict catalog = pdf->objects.haru->catalog;
	pdf_objects_trailer(&pdf->objects, "Root", catalog);
	build_page_tree(pdf);
	describe_document(pdf, catalog);
	pdf_fonts_finish(pdf);
	if (!check(pdf))
		return false;
	pdf_signature_prepare(pdf, catalog);
	size_t before = out->size;
	pdf_file_finish(&pdf->file, out);
	if (!pdf->failed && !pdf_signature_complete(pdf, out, before))
		fail(pdf, "the PDF cannot be signed with this key");
	if (!check(pdf))
		out->size = before;
	return !pdf->failed;
}
