/* What the file says about itself: Info, XMP, output intent (ISO 32000-1, 14.3; ISO 19005; ISO 14289-1). */
#ifndef CBUA_PDF_METADATA_H
#define CBUA_PDF_METADATA_H

#include "pdf_state.h"

/* Info and Metadata, in step with each other. */
void pdf_metadata_finish(struct pdf_state *pdf, HPDF_Dict catalog);

/* The sRGB output intent of PDF/A. */
void pdf_metadata_output_intent(struct pdf_state *pdf, HPDF_Dict catalog);

/* The packet: the author's own, or a new one, with what the file's level asks for. For tests. */
void pdf_put_xmp(struct buffer *out, const struct pdf_options *options, const struct page_document *document);

/* A small sRGB display profile, ICC version 2.1 (IEC 61966-2-1, ICC.1:2001-04): the same bytes always. */
void pdf_put_srgb_profile(struct buffer *out);

#endif
