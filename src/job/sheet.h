/* Pages as they are laid out, or on the sheets that are asked for. */
#ifndef CBUA_JOB_SHEET_H
#define CBUA_JOB_SHEET_H

#include "internal.h"
#include "layout.h"
#include "page_impose.h"

/* Are sheets asked for, and how? Reports what makes no sense. */
bool sheet_wanted(struct source *s, const xmlDoc *fo, struct page_imposition *out);

struct page_stream {
	struct layout *layout;
	struct page_imposition how;
	struct page_imposer *imposer; /* NULL: pages stay as they are */
	bool ended;
};

/* p must stay where it is until it is closed. */
void page_stream_open(struct page_stream *p, struct layout *layout, struct source *s, const xmlDoc *fo);
/* The next pages or sheets, valid until the next call; an empty list at the end. */
struct page_list page_stream_next(struct page_stream *p);
void page_stream_close(struct page_stream *p);

#endif
