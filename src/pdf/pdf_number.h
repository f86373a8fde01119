/* Numbers as PDF writes them (ISO 32000-1, 7.3.3): no exponent, no zeros that say nothing. */
#ifndef CBUA_PDF_NUMBER_H
#define CBUA_PDF_NUMBER_H

#include "base.h"

/* Bytes that any of the functions below may need. */
#define PDF_NUMBER_SIZE 40

/* Not NUL-terminated; the place after the last byte is returned. */
char *pdf_write_integer(char *out, int64_t value);

/* Points, three decimals at most. */
char *pdf_write_length(char *out, mpt length);

/* Rounded to so many decimals, 0 to 6. What is not a number is 0; clamped to +-1e9. */
char *pdf_write_real(char *out, double value, int decimals);

void pdf_put_integer(struct buffer *out, int64_t value);
void pdf_put_length(struct buffer *out, mpt length);
void pdf_put_real(struct buffer *out, double value, int decimals);

#endif
