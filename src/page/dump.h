/* Pieces of the text form that pages and documents share; private to page/. */
#ifndef CBUA_PAGE_DUMP_H
#define CBUA_PAGE_DUMP_H

#include "page.h"

/* Two spaces a level. */
void dump_indent(struct buffer *out, int level);

void dump_length(struct buffer *out, mpt length);
void dump_point(struct buffer *out, struct page_point point);   /* x,y */
void dump_area(struct buffer *out, struct page_rectangle area); /* x,y widthxheight */

/* At most four decimals, none at the end that are zero. */
void dump_real(struct buffer *out, double value);

/* In quotes; what cannot be seen (control characters, odd spaces, joiners) as \u{A0}. */
void dump_text(struct buffer *out, const char *text, size_t size);

/* #rrggbb, gray(0.5) or cmyk(0,0,0,1), with /0.5 for an opacity below one. */
void dump_color(struct buffer *out, const struct page_color *color);

void dump_path(struct buffer *out, const struct page_path_segment *segments, size_t count);
void dump_matrix(struct buffer *out, const struct page_matrix *matrix);
void dump_gradient(struct buffer *out, const struct page_gradient *gradient);

#endif
