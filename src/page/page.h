/* The page list: what stands where. Absolute positions in millipoints from the page's upper left corner, x to the
 * right, y downwards; no decision is left to whoever draws it. Open structs; only layout and graphic make them. */
#ifndef CBUA_PAGE_H
#define CBUA_PAGE_H

#include "base.h"
#include "font.h"

enum page_color_space { PAGE_COLOR_RGB, PAGE_COLOR_CMYK, PAGE_COLOR_GRAY };

/* A colour in the space of an ICC profile; known by pointer. */
enum page_intent {
	PAGE_INTENT_AUTO,
	PAGE_INTENT_PERCEPTUAL,
	PAGE_INTENT_RELATIVE,
	PAGE_INTENT_SATURATION,
	PAGE_INTENT_ABSOLUTE
};
struct page_icc_color {
	const char *name; /* of the profile */
	const unsigned char *profile;
	size_t profile_size;
	double value[4]; /* [count], 0 to 1 */
	int count;
	enum page_intent intent;
};

struct page_color {
	enum page_color_space space;
	double channel[4];                /* 0 to 1 */
	double opacity;                   /* 0: nothing is drawn */
	const struct page_icc_color *icc; /* what the channels stand in for; NULL: nothing */
};

struct page_point {
	mpt x, y;
};

/* x' = a x + c y + e, y' = b x + d y + f, in the page's own (downward) axes; e and f in mpt. */
struct page_matrix {
	double a, b, c, d;
	double e, f;
};

struct page_rectangle {
	mpt x, y, width, height;
};

/* A node of the document's structure (PDF 32000-1, 14.7): page items that belong to one are real content. */
struct page_structure {
	const char *role;           /* a standard structure type of PDF 1.7: "P", "H1", "Table", "TD", "Figure", ... */
	const char *custom_role;    /* the author's own name, mapped to role; NULL when the same */
	const char *language;       /* BCP 47, NULL: as the parent's */
	const char *alternative;    /* NULL: none */
	const char *actual_text;    /* NULL: none */
	const char *id;             /* NULL: none */
	const char *scope;          /* TH: "Row", "Column", "Both"; NULL */
	int column_span, row_span;  /* TD, TH; 1 or 0: none */
	const char *list_numbering; /* L: "Decimal", "Disc", ..., NULL */
	struct page_structure *parent, *first_child, *last_child, *next; /* in reading order */
	uint32_t number;                                                 /* in order of creation, from 0 */
	struct loc loc; /* of what it was made from; file NULL: not known */
	void *writer;   /* the pdf stage's own */
};

enum page_artifact { PAGE_ARTIFACT_LAYOUT, PAGE_ARTIFACT_HEADER, PAGE_ARTIFACT_FOOTER, PAGE_ARTIFACT_BACKGROUND };

struct page_glyph {
	uint32_t id;
	uint32_t text; /* first byte of its cluster in the run's text */
	mpt advance;
	mpt dx, dy; /* shift of this glyph from the pen, in page axes (dy downwards), before turning */
};

/* Glyphs of one face along a straight baseline. */
struct page_glyphs {
	const struct font_face *face;
	mpt size;
	struct page_color color;
	mpt x, y;                       /* origin of the first glyph on the baseline */
	int rotation;                   /* of the baseline, degrees clockwise: 0, 90, 180, 270 */
	bool upright;                   /* vertical text of upright glyphs: the pen moves down, glyphs stand with dx, dy */
	const struct page_glyph *glyph; /* [count] */
	size_t count;
	const char *text; /* UTF-8, what the glyphs stand for, logical order */
	size_t text_size;
	bool space_follows; /* the text goes on after a space that the line's end has taken */
	bool added_hyphen;  /* the last glyph is a hyphen that the text does not have (soft) */
	const char *hyphen; /* how that reads where it is another character, UTF-8; NULL: as a hyphen */
};

enum page_path_verb { PAGE_MOVE, PAGE_LINE, PAGE_CURVE, PAGE_CLOSE };

struct page_path_segment {
	enum page_path_verb verb;
	struct page_point point[3]; /* MOVE, LINE: [0]; CURVE: two controls and the end */
};

enum page_line_cap { PAGE_CAP_BUTT, PAGE_CAP_ROUND, PAGE_CAP_SQUARE };
enum page_line_join { PAGE_JOIN_MITER, PAGE_JOIN_ROUND, PAGE_JOIN_BEVEL };

struct page_gradient_stop {
	double offset;
	struct page_color color;
};

struct page_gradient {
	bool radial;
	struct page_point from, to; /* axis, or the two circles' centres */
	mpt from_radius, to_radius;
	struct page_matrix matrix; /* gradient space to page */
	const struct page_gradient_stop *stop;
	size_t stop_count;
	int spread; /* 0 pad, 1 reflect, 2 repeat */
};

struct page_path {
	const struct page_path_segment *segment;
	size_t count;
	bool even_odd;
	struct page_color fill;               /* opacity 0: not filled */
	const struct page_gradient *gradient; /* instead of fill; NULL: none */
	struct page_color stroke;             /* opacity 0: not stroked */
	const struct page_gradient *stroke_gradient;
	mpt line_width;
	enum page_line_cap cap;
	enum page_line_join join;
	double miter_limit;
	const mpt *dash;
	size_t dash_count;
	mpt dash_offset;
};

/* A raster picture; shared by all places that show it, known by pointer. Made by graphic/. */
enum page_image_format { PAGE_IMAGE_JPEG, PAGE_IMAGE_SAMPLES };

struct page_image {
	enum page_image_format format;
	unsigned width, height; /* samples */
	enum page_color_space space;
	unsigned bits;              /* per component: 1, 2, 4, 8 (16 is reduced to 8) */
	bool inverted;              /* CMYK as Adobe writes it in JPEG */
	const unsigned char *bytes; /* JPEG: the file; SAMPLES: rows from the top, each padded to bytes */
	size_t size;
	const unsigned char *palette; /* RGB triples, for indexed samples; NULL: none */
	unsigned palette_count;
	const unsigned char *alpha; /* 8 bits a sample; NULL: opaque */
	const unsigned char *icc;   /* embedded profile; NULL */
	size_t icc_size;
	bool interpolate;
};

struct page_image_place {
	const struct page_image *image;
	struct page_rectangle area;
};

enum page_item_kind {
	PAGE_GLYPHS,
	PAGE_RECTANGLE, /* filled */
	PAGE_PATH,
	PAGE_IMAGE,
	PAGE_DRAWING,
	PAGE_SAVE, /* a nested state: transform, then clip, then opacity for the whole group; ends at its PAGE_RESTORE */
	PAGE_RESTORE
};

struct page_save {
	const struct page_matrix *matrix;     /* NULL: none */
	const struct page_path_segment *clip; /* NULL: none; in the new axes */
	size_t clip_count;
	bool clip_even_odd;
	double opacity; /* 1: none */
};

/* A vector picture's items, which may be shown many times: known by their address. They belong to whom the item that
 * shows them belongs. */
struct page_drawing {
	const struct page_item *items;
	size_t count;
	mpt width, height; /* the items are drawn from 0,0 */
};

struct page_item {
	enum page_item_kind kind;
	struct page_structure *structure; /* NULL: an artifact */
	enum page_artifact artifact;      /* where structure is NULL */
	union {
		struct page_glyphs glyphs;
		struct {
			struct page_rectangle area;
			struct page_color color;
		} rectangle;
		const struct page_path *path;
		struct page_image_place image;
		struct page_drawing drawing;
		struct page_save save;
	};
};

struct page_link {
	struct page_rectangle area;
	const char *uri;         /* outside; NULL when inside */
	const char *destination; /* id inside the document */
	mpt placement_offset;    /* how far below the top of the view the destination is to stand */
	bool new_window;
	struct page_structure *structure; /* its Link element; NULL: none */
	const char *alternative;          /* what the link says, for a reader */
};

/* An id on this page. */
struct page_anchor {
	const char *id;
	struct page_point point;
};

struct page {
	mpt width, height;
	struct page_rectangle trim, bleed; /* zero width: the whole page */
	const char *label;                 /* the folio as printed, with prefix and suffix */
	struct page_item *items;           /* in drawing order */
	size_t item_count;
	struct page_link *links;
	size_t link_count;
	struct page_anchor *anchors;
	size_t anchor_count;
	size_t number;   /* in the document, from 0 */
	size_t sequence; /* fo:page-sequence it belongs to, from 0 */
};

struct page_bookmark {
	const char *title;
	const char *destination; /* id inside; NULL when uri is set, or neither */
	const char *uri;
	bool open; /* shows its children */
	bool bold, italic;
	struct page_color color; /* opacity 0: none */
	struct page_bookmark *first_child, *next;
};

/* What a document has beside its pages. */
struct page_document {
	const char *title, *author, *subject, *keywords, *language; /* NULL: not known */
	const char *xmp;                                            /* the author's own metadata packet; NULL */
	struct page_bookmark *bookmarks;                            /* first of the top level */
	struct page_structure *structure;                           /* root "Document"; grows while pages are made */
};

/* Pages that are ready to be drawn, in order. */
struct page_list {
	const struct page *const *pages;
	size_t count;
};

/* The text form for tests: every page, item, link and anchor on a line. The same on every machine. Lengths are in
 * points, as many of three decimals as needed; what is as usual (black, upright, no rotation) is left out.
 *
 *     page 1 "i" 595.276x841.89
 *       Document/H1                                        the element (or artifact) that the lines below belong to
 *         text 72,96.5 +24.512 5g 12 Liberation Serif-700-italic #cc0000 "Title"
 *       artifact footer
 *         rectangle 72,800 451x0.5
 *       link 72,90 100x12 -> #chapter1
 *       anchor chapter1 72,90
 *
 * text: origin, sum of advances, count of glyphs, size, face as family-weight-slant. Every change of element gives a
 * new line for it, so that two paragraphs of one kind can be told apart. */
void page_dump_document(const struct page_document *document, struct buffer *out);
void page_dump(const struct page *page, struct buffer *out);

/* The same with a line for every cluster of every run: its text, advance and shift. */
void page_dump_glyphs(const struct page *page, struct buffer *out);

/* A cluster of a run: glyphs that stand together for some text. Zero-initialised before the first call. */
struct page_cluster {
	size_t glyph, count; /* glyph[glyph] and those after it */
	const char *text;    /* [size], in the run's text; size 0: stands for nothing of it, as an added hyphen */
	size_t size;
};

/* The next cluster in order of glyphs; false after the last. */
bool page_next_cluster(const struct page_glyphs *run, struct page_cluster *cluster);

/* A list of items that grows; for layout and graphic. Items live in the arena. */
struct page_items {
	struct arena *memory;
	struct page_item *item;
	size_t count, capacity;
};
void page_items_append(struct page_items *items, const struct page_item *item);

#endif
