/* The place of a signature in the file, private to pdf/. */
#ifndef CBUA_PDF_SIGNATURE_H
#define CBUA_PDF_SIGNATURE_H

#include "pdf_state.h"

/* Before the file is finished: field, widget and a signature dictionary whose value has its place left free. */
void pdf_signature_prepare(struct pdf_state *pdf, HPDF_Dict catalog);

/* In the finished file, which begins at bytes->data[start]: the ranges and the signature. False when it cannot be made.
 */
bool pdf_signature_complete(struct pdf_state *pdf, struct buffer *bytes, size_t start);

#endif
