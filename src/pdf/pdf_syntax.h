/* PDF objects as text (ISO 32000-1, 7.3), for reading; private to pdf/. Every function takes the end and never passes
 * it. */
#ifndef CBUA_PDF_SYNTAX_H
#define CBUA_PDF_SYNTAX_H

#include "base.h"

/* Bytes from at up to end. */
struct pdf_span {
	const char *at, *end;
};

void pdf_skip_space(struct pdf_span *s);

/* The next object, s moved past it; empty when there is none or it does not end. A reference is three objects. */
struct pdf_span pdf_next_object(struct pdf_span *s);

/* The value of a key in a dictionary; empty when it is none or has no such key. */
struct pdf_span pdf_lookup(struct pdf_span dictionary, const char *key);

bool pdf_is_name(struct pdf_span object, const char *name);

/* A non-negative integer; false for anything else. */
bool pdf_read_integer(struct pdf_span object, size_t *value);

/* The number in "12 0 R"; 0 for anything else. */
size_t pdf_read_reference(struct pdf_span object);

/* A text string as UTF-8; a name without its slash. */
const char *pdf_read_text(struct pdf_span object, struct arena *a);

/* A string's bytes, appended. */
void pdf_read_string(struct pdf_span object, struct buffer *out);

#endif
