/* Files inside the file (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8). */
#ifndef CBUA_PDF_ATTACHMENT_H
#define CBUA_PDF_ATTACHMENT_H

#include "pdf_state.h"

/* Writes the attachments of the options; AF in the catalog. The tree for Names, 0 when there are none. */
uint32_t pdf_attachments_finish(struct pdf_state *pdf, HPDF_Dict catalog);

#endif
