/* The tree of formatting objects to pages (XSL 1.1, chapters 4 and 6). */
#ifndef CBUA_LAYOUT_H
#define CBUA_LAYOUT_H

#include "base.h"
#include "fo.h"
#include "graphic.h"
#include "page.h"
#include "text.h"

struct layout;

struct layout_options {
	struct font_library *fonts; /* the one that text was made with */
	/* The path for a URI in the document, checked against the folders that may be read; NULL after reporting. The
	 * result lives in a. */
	const char *(*resolve)(void *context, const char *uri, struct loc loc, struct arena *a);
	void *context;
};

/* tree, text and graphics must outlive the layout. */
struct layout *layout_open(struct fo_tree *tree, struct text_engine *text, struct graphic_store *graphics,
                           const struct layout_options *options, struct diag *d);

/* The next pages, all of one page sequence (fo:page-sequence), with every number in them settled; count 0 at the end.
 * A long sequence comes in several parts, so that not all of its pages are in memory. They are valid until the next
 * call, their structure elements until layout_close. */
struct page_list layout_next(struct layout *l);

/* The memory of the pages that layout_next gave last: it becomes the caller's, who frees it when done with them. */
struct arena *layout_take_pages(struct layout *l);

/* Metadata, bookmarks and structure: complete once layout_next has said that there is no more. */
const struct page_document *layout_document(const struct layout *l);

void layout_close(struct layout *l);

#endif
