/* Ways through the document: links, destinations, outline, page labels (ISO 32000-1, 12.3 to 12.5 and 12.4.2). */
#ifndef CBUA_PDF_NAVIGATION_H
#define CBUA_PDF_NAVIGATION_H

#include "pdf_state.h"

struct pdf_navigation *pdf_navigation_new(void);
void pdf_navigation_free(struct pdf_navigation *navigation);

/* The page's links become annotations of its dictionary; its anchors and label are remembered. */
void pdf_navigation_page(struct pdf_state *pdf, const struct page *page, HPDF_Dict dict);

/* Entries of the catalog: outline, page labels. */
void pdf_navigation_finish(struct pdf_state *pdf, HPDF_Dict catalog);

/* The tree of named destinations, 0 when there are none. */
uint32_t pdf_navigation_destinations(struct pdf_state *pdf);

/* Pages whose labels follow one from the other. */
struct pdf_label_range {
	size_t page;        /* the first, from 0 */
	char style;         /* 'D', 'r', 'R', 'a', 'A'; 0: the prefix alone */
	const char *prefix; /* [prefix_size], in the page's label */
	size_t prefix_size;
	uint32_t start; /* number of the first page */
};

/* Ranges for these labels (NULL as ""), at most count of them; the number made. As few as can be found by taking at
 * each page the reading ("i": the letter or the Roman one?) that carries furthest. */
size_t pdf_label_ranges(const char *const *labels, size_t count, struct pdf_label_range *ranges);

#endif
