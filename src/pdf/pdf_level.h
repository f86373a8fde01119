/* What the level of PDF/A (ISO 19005) asked for allows. */
#ifndef CBUA_PDF_LEVEL_H
#define CBUA_PDF_LEVEL_H

#include "pdf_state.h"

enum pdf_rule {
	PDF_RULE_TRANSPARENCY, /* not in PDF/A-1 */
	PDF_RULE_CMYK_COLOR,   /* not beside an sRGB output intent */
	PDF_RULE_CMYK_IMAGE    /* the same, but it may bring a profile */
};

bool pdf_is_archive(const struct pdf_state *pdf);

/* 1 to 3; 0 for a plain PDF. */
int pdf_archive_part(const struct pdf_state *pdf);

/* "A", "B" or "U". */
const char *pdf_archive_conformance(const struct pdf_state *pdf);

/* Is the file to be read by its tags: an accessible level of PDF/A, or PDF/UA? */
bool pdf_claims_structure(const struct pdf_state *pdf);

/* True when the level forbids it; then that is reported, once in a document, at the line of what is drawn
 * or, where that is not known, for the page (from 0) where it is seen first. */
bool pdf_level_forbids(struct pdf_state *pdf, enum pdf_rule rule, size_t page);

#endif
