/* What is missing of what only an author can give. */
#include "pdf_ua.h"

#include <string.h>

#include "pdf_structure_tree.h"

static bool is_empty(const char *text)
{
	return !text || !*text;
}

static void check_document(struct pdf_state *pdf)
{
	const struct page_document *document = pdf->document;
	if (is_empty(document->title) && !(document->xmp && strstr(document->xmp, "dc:title")))
		diag_error(pdf->d, (struct loc){0}, "PDF/UA-1: the document needs a title: dc:title in fo:declarations");
	if (is_empty(document->language))
		diag_error(pdf->d, (struct loc){0}, "PDF/UA-1: the document needs a language: xml:lang on fo:root");
}

static void check_element(struct pdf_state *pdf, const struct page_structure *e)
{
	if (strcmp(e->role, "Figure") != 0 && strcmp(e->role, "Formula") != 0)
		return;
	if (pdf_structure_element(pdf->structure, e)->attached && is_empty(e->alternative) && is_empty(e->actual_text))
		diag_warning(pdf->d, e->loc, "PDF/UA-1: a picture needs a text that stands for it (fox:alt-text; empty: none)");
}

void pdf_ua_check(struct pdf_state *pdf)
{
	const struct page_structure *root = pdf->document->structure;
	if (!pdf->options.ua1)
		return;
	check_document(pdf);
	for (const struct page_structure *e = root; e;) {
		check_element(pdf, e);
		if (e->first_child) {
			e = e->first_child;
			continue;
		}
		while (e && e != root && !e->next)
			e = e->parent;
		e = e && e != root ? e->next : NULL;
	}
}
