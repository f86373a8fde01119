/* What the parts of this stage share while a file is made; private to pdf/. */
#ifndef CBUA_PDF_STATE_H
#define CBUA_PDF_STATE_H

#include "pdf.h"
#include "pdf_file.h"
#include "pdf_font.h"
#include "pdf_object.h"

/* An object that pages share under a name of a letter and this number. */
struct pdf_shared {
	uint32_t number, object;
};

struct pdf_drawing;
struct pdf_images;
struct pdf_opacity;
struct pdf_structure;
struct pdf_navigation;

struct pdf_state {
	struct pdf_options options;
	const struct page_document *document;
	struct diag *d;
	struct arena *memory; /* until pdf_free */
	struct pdf_objects objects;
	struct pdf_file file;
	bool failed;      /* and reported */
	struct loc where; /* of what is being drawn; file NULL: not known */
	HPDF_Dict *pages; /* [page_count], drawn; written at the end */
	size_t page_count, page_capacity;
	mpt *page_heights;                                          /* [page_capacity] */
	size_t signature_range, signature_contents, signature_room; /* in the file; room 0: not signed */
	struct pdf_fonts fonts;
	struct pdf_images *images;     /* made when first needed */
	struct pdf_drawing *drawings;  /* a list */
	struct pdf_opacity *opacities; /* graphics states, a list */
	uint32_t opacity_count, pattern_count, form_count;
	struct pdf_structure *structure; /* NULL: not tagged */
	struct pdf_navigation *navigation;
};

/* pdf_cache.c: the bytes kept for a key, empty when they are not known yet; NULL: they are not to be kept. */
struct buffer *pdf_cache_bytes(struct pdf_cache *cache, const void *key);

#endif
