/* Where a font's subset is cut from: the face itself, or in a batch a small subset of it. */
#ifndef CBUA_PDF_FONT_SOURCE_H
#define CBUA_PDF_FONT_SOURCE_H

#include <hb-subset.h>

#include "pdf.h"

struct pdf_font_source {
	hb_face_t *face;        /* borrowed */
	const hb_map_t *glyphs; /* the font's glyph ids to this face's; NULL: the same */
};

/* A source that has these glyphs. cache may be NULL. */
struct pdf_font_source pdf_font_source(struct pdf_font_cache *cache, const struct font_face *face,
                                       const hb_set_t *used);

/* The id in the source of one of those glyphs. */
hb_codepoint_t pdf_font_source_glyph(const struct pdf_font_source *source, hb_codepoint_t glyph);

/* How glyphs are cut out of a face for a PDF: without hints, layout and naming. NULL on failure. */
hb_subset_plan_t *pdf_subset_plan(hb_face_t *face, enum font_outline outline, const hb_set_t *glyphs);

#endif
