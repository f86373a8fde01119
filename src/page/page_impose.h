/* Imposition: pages side by side on sheets, for printing and cutting. Page list in, page list out; decides where pages
 * lie on a sheet, nothing in them. */
#ifndef CBUA_PAGE_IMPOSE_H
#define CBUA_PAGE_IMPOSE_H

#include "page.h"

struct page_imposition {
	int columns, rows;             /* pages on a sheet */
	mpt sheet_width, sheet_height; /* turned where that fits better; 0: as large as the first page */
	bool crop_marks;               /* outside the pages, where they are to be cut */
	bool duplex;  /* pages are fronts and backs in turn, and so are sheets, turned over about an upright edge */
	bool booklet; /* two columns, one row: sheets, printed on both sides, laid into each other and folded, make a book;
	                 a sheet is then as large as two pages where no size is given */
};

struct page_imposer;

/* imposition must outlive it. */
struct page_imposer *page_imposer_new(const struct page_imposition *imposition);

/* Pages that come next; they live in memory, which the imposer frees when their sheets are done. */
void page_imposer_add(struct page_imposer *m, const struct page_list *pages, struct arena *memory);

/* A sheet (with duplex, its two sides) when enough pages are there, or at the end, with all of them there, when any is
 * left; else an empty list. A booklet's sheets, fronts and backs from the outermost inwards, come all at the end,
 * filled up with empty pages at the back. Valid until the next call. */
struct page_list page_imposer_take(struct page_imposer *m, bool end);

void page_imposer_free(struct page_imposer *m);

#endif
