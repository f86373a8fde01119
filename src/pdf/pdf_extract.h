/* What is attached to a file (ISO 32000-1, 7.11.4), to get back the source that it was made from. */
#ifndef CBUA_PDF_EXTRACT_H
#define CBUA_PDF_EXTRACT_H

#include "base.h"

/* Strings and bytes live in the arena that pdf_extract was given. */
struct pdf_extracted {
	const char *name;         /* UTF-8, as the file says it: not to be trusted as a path */
	const char *relationship; /* "Source", ...; "" when the file does not say */
	const char *bytes;        /* [size]; NULL when they cannot be read */
	size_t size;
	bool intact; /* of the size and checksum that the file says, if it says them */
};

/* The attachments of a PDF in the order in which they stand in it, written to files [at most count]; the number there
 * are. Reads what pdf/ writes and other files that use no encryption and no filter but Flate. */
size_t pdf_extract(const void *bytes, size_t size, struct arena *a, struct pdf_extracted *files, size_t count);

#endif
