/* Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7). */
#ifndef CBUA_PDF_TREE_H
#define CBUA_PDF_TREE_H

#include "pdf_state.h"

struct pdf_tree_entry {
	const char *name; /* NULL in a number tree */
	int64_t number;
	const char *value; /* as text */
};

/* The number of the root. All entries have names or none has. Names are sorted here, of equal ones the first stays;
 * numbers must rise. */
uint32_t pdf_tree_write(struct pdf_state *pdf, struct pdf_tree_entry *entries, size_t count);

#endif
