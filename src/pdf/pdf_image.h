/* Pictures as image XObjects (ISO 32000-1, 8.9.5), each written once. */
#ifndef CBUA_PDF_IMAGE_H
#define CBUA_PDF_IMAGE_H

#include "pdf_state.h"

/* The picture, written when first asked for; NULL after reporting when the level forbids it. */
const struct pdf_shared *pdf_image_for(struct pdf_state *pdf, const struct page_image *image);
/* The colour space of an ICC profile for so many components, written when first asked for; NULL: it is none, or not for
 * this level. */
const struct pdf_shared *pdf_profile_space(struct pdf_state *pdf, const unsigned char *profile, size_t size,
                                           unsigned colors);
void pdf_images_free(struct pdf_images *images);

/* Rows of samples with the PNG filter that fits each best, a byte before each row that names it (RFC 2083, chapter 6).
 */
void pdf_filter_rows(const unsigned char *rows, size_t row_size, size_t row_count, size_t pixel_size,
                     struct buffer *out);

#endif
