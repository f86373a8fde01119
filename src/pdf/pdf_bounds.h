/* The box that an item covers. */
#ifndef CBUA_PDF_BOUNDS_H
#define CBUA_PDF_BOUNDS_H

#include "page.h"

/* left bottom right top of what the item covers, through matrix (in the page's own axes), on a page so high. Of text,
 * the em box. False when it covers nothing that is known. */
bool pdf_bounds(const struct page_item *item, const struct page_matrix *matrix, mpt height, mpt box[4]);

#endif
