/* Gradients as shading patterns (ISO 32000-1, 8.7.4.5), opacity as graphics states (11.6.4). */
#ifndef CBUA_PDF_PATTERN_H
#define CBUA_PDF_PATTERN_H

#include "pdf_content.h"

/* Makes the path's gradient (of the stroke or of the fill) the current colour, soft mask included: inside "q", "Q". */
void pdf_pattern_set(struct pdf_content *c, const struct page_path *path, bool stroke);

/* The graphics state that sets the opacity of fills or strokes. */
const struct pdf_shared *pdf_opacity_state(struct pdf_state *pdf, uint32_t thousandths, bool stroke);

/* first, then second. */
struct page_matrix pdf_matrix_multiply(const struct page_matrix *first, const struct page_matrix *second);

/* The six numbers of a matrix given in the page's own axes, for a space whose y is turned over at height on both sides.
 */
void pdf_put_matrix(struct buffer *out, const struct page_matrix *m, mpt height);

#endif
