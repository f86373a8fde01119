/* The outline; see bookmark.c. */
#ifndef CBUA_BOOKMARK_H
#define CBUA_BOOKMARK_H

#include "internal.h"

/* The first of the top level; NULL: none. In the document's memory. */
struct page_bookmark *bookmarks_of(struct layout *l);

#endif
