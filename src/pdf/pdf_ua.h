/* What PDF/UA-1 (ISO 14289-1) wants and no writer can make up. */
#ifndef CBUA_PDF_UA_H
#define CBUA_PDF_UA_H

#include "pdf_state.h"

/* Reports a document without title or language, and pictures that say nothing, at their lines. Before the structure is
 * written. */
void pdf_ua_check(struct pdf_state *pdf);

#endif
