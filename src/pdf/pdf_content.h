/* Content streams (ISO 32000-1, chapter 8 and 9.4): the items of a page as operators. Only what changes is written. */
#ifndef CBUA_PDF_CONTENT_H
#define CBUA_PDF_CONTENT_H

#include "pdf_state.h"

/* What "q" saves and "Q" brings back, as the stream has set it. */
struct pdf_graphics {
	struct page_color fill, stroke; /* opacity included */
	enum page_intent intent;
	const struct pdf_font *font;
	bool vertical; /* font in Identity-V */
	mpt size, character_space, rise;
	mpt line_width;
	enum page_line_cap cap;
	enum page_line_join join;
	double miter_limit;
	const mpt *dash;
	size_t dash_count;
	mpt dash_offset;
	struct page_matrix matrix; /* in the page's own axes, from here to the start of the stream */
	struct pdf_graphics *saved;
};

/* A text object that is being written. */
struct pdf_text {
	bool open;          /* between BT and ET */
	bool placed;        /* the text matrix has been set */
	bool array, string; /* inside [ ]TJ, inside ( ) */
	int rotation;
	bool upright;
	mpt x, y;   /* where the line begins, page axes */
	double pen; /* where a reader's pen is, along the baseline, mpt */
};

struct pdf_resource {
	char kind;       /* letter of the name */
	uint32_t number; /* /F3 is 'F', 3 */
	uint32_t object;
};

struct pdf_content {
	struct pdf_state *pdf;
	struct buffer out;
	mpt height;    /* of the page: y is turned over */
	uint32_t page; /* number of the page's dictionary */
	bool in_group; /* the stream is a form, not a page */
	bool unmarked; /* it belongs to whoever uses it */
	struct pdf_graphics now;
	struct pdf_text text;
	bool filling;                           /* rectangles are waiting for their "f" */
	bool marked;                            /* a marked-content sequence is open */
	const struct page_structure *structure; /* its owner */
	enum page_artifact artifact;
	uint32_t marks;                 /* the structure's number for this stream */
	struct pdf_resource *resources; /* [resource_count] */
	size_t resource_count, resource_capacity;
	struct arena *scratch; /* saved states */
	bool transparency;     /* something is not opaque */
};

/* stream: the form's number, 0 for a page. */
void pdf_content_open(struct pdf_content *c, struct pdf_state *pdf, mpt height, uint32_t page, uint32_t stream);
/* A form that is drawn wherever it is used, in whatever state: nothing in it is marked. */
void pdf_content_open_form(struct pdf_content *c, struct pdf_state *pdf, mpt height);
void pdf_content_items(struct pdf_content *c, const struct page_item *items, size_t count);
/* Ends what is open; out is complete. */
void pdf_content_end(struct pdf_content *c);
void pdf_content_close(struct pdf_content *c);

/* The Resources dictionary. */
HPDF_Dict pdf_content_resources(struct pdf_content *c);

/* Makes the object usable under kind and number. */
void pdf_content_use(struct pdf_content *c, char kind, uint32_t number, uint32_t object);

/* Writes what is waiting, so that other operators may follow: text is ended, rectangles are filled. */
void pdf_content_flush(struct pdf_content *c);

/* Ends the open sequence of real content and opens one of the same element that stands for text; and then one that does
 * not. */
void pdf_content_mark_actual(struct pdf_content *c, const char *text, size_t size);
void pdf_content_mark_again(struct pdf_content *c);

/* "q" and "Q". */
void pdf_content_save(struct pdf_content *c);
void pdf_content_restore(struct pdf_content *c);

/* pdf_text.c */
void pdf_text_show(struct pdf_content *c, const struct page_glyphs *run);
void pdf_text_end(struct pdf_content *c);
/* Ends only the array, so that operators that may stand in a text object can follow. */
void pdf_text_pause(struct pdf_content *c);

/* pdf_paint.c */
/* Fills the rectangles that are waiting. */
void pdf_paint_flush(struct pdf_content *c);
void pdf_paint_fill_color(struct pdf_content *c, const struct page_color *color);
/* Black and opaque, for what counts on it. */
void pdf_paint_reset_colors(struct pdf_content *c);
void pdf_paint_rectangle(struct pdf_content *c, struct page_rectangle area, const struct page_color *color);
void pdf_paint_path(struct pdf_content *c, const struct page_path *path);
void pdf_paint_image(struct pdf_content *c, const struct page_image_place *place);
void pdf_paint_outline(struct pdf_content *c, const struct page_path_segment *segments, size_t count);
/* x y of a point in the page's axes, with a space after each. */
void pdf_paint_point(struct pdf_content *c, struct page_point point);

#endif
