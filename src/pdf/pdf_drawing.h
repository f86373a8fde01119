/* Vector pictures as forms. Private to pdf/. */
#ifndef CBUA_PDF_DRAWING_H
#define CBUA_PDF_DRAWING_H

#include "pdf_content.h"

struct pdf_drawing {
	const struct page_item *items; /* whose form it is */
	struct pdf_shared form;        /* object 0: drawn in place each time */
	struct pdf_drawing *next;
};

/* Shows the drawing's form; false when it is to be drawn in place. */
bool pdf_drawing_paint(struct pdf_content *c, const struct page_drawing *drawing);

#endif
