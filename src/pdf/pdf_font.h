/* Fonts of the file: which glyphs of which faces are used and what they stand for. Text is written with the face's own
 * glyph ids as soon as a page is done; the subset is made at the end (DESIGN.md decision 1). */
#ifndef CBUA_PDF_FONT_H
#define CBUA_PDF_FONT_H

#include "pdf_file.h"

#include "page.h"

struct pdf_state;

/* Codes are of two bytes, and no OpenType face has more glyphs. */
#define PDF_GLYPHS 65536

/* What a font knows of one of its glyphs. */
struct pdf_glyph {
	uint32_t unicode; /* first scalar value it stands for; 0: none yet */
	uint32_t more;    /* where the rest of its text begins in pdf_font.text; 0: there is none */
	int32_t width;    /* thousandths of an em, as W says */
	bool used;
	bool upright;      /* used in vertical text: vx and vy are set */
	int16_t vx, vy;    /* thousandths of an em: from the vertical origin to the horizontal one, both negated */
	uint16_t alias_of; /* the glyph that this code draws, for codes above those of the face's own glyphs; else 0 */
};

struct pdf_font {
	const struct font_face *face;
	uint32_t number;          /* in the order of first use, for the resource name: F0, F1, ... */
	uint32_t object;          /* the Type0 dictionary */
	uint32_t vertical_object; /* the same in Identity-V; 0: not used */
	struct pdf_glyph *glyphs; /* [PDF_GLYPHS], by code: the glyph's id, or an alias */
	uint32_t *codes;          /* [code_count], in use; ascending once pdf_font_codes has been called */
	size_t code_count, code_capacity;
	uint32_t alias_count;
	struct buffer text;    /* UTF-8, NUL-terminated pieces, for glyphs that stand for several characters */
	struct pdf_font *next; /* in the order of first use */
};

struct pdf_fonts {
	struct pdf_font *first, *last;
	struct pdf_font **by_face; /* [capacity], by font_face.number */
	size_t capacity;
	uint32_t count;
};

/* The font for a face, made when first asked for. */
struct pdf_font *pdf_font_for(struct pdf_state *pdf, const struct font_face *face);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* The glyph, marked as used; NULL when the face has no such glyph. */
const struct pdf_glyph *pdf_font_use(struct pdf_font *font, uint32_t glyph);

/* What a glyph stands for, unless that is known already. */
void pdf_font_stand_for(struct pdf_font *font, uint32_t glyph, const char *text, size_t size);

/* Records what the cluster's glyphs stand for. False when a reader of the glyphs alone would not get the cluster's
 * text: then it must be written as ActualText. */
bool pdf_font_learn(struct pdf_font *font, const struct page_glyphs *run, const struct page_cluster *cluster);

/* Another code for a glyph that stands for something else already: the same drawing, its own text. 0 when the font's
 * format has no place for it (CFF names glyphs by its charset) or there are too many. */
uint32_t pdf_font_alias(struct pdf_font *font, uint32_t glyph, const char *text, size_t size);

/* Subsets and writes all fonts. Glyphs that only ever stood within ActualText are mapped to a zero-width space. */
void pdf_fonts_finish(struct pdf_state *pdf);

/* The codes in use, ascending, with what is known of each. */
struct pdf_codes {
	const struct pdf_glyph *glyphs; /* by code */
	const uint32_t *code;           /* [count] */
	size_t count;
};
struct pdf_codes pdf_font_codes(struct pdf_font *font);

/* The W array (ISO 32000-1, 9.7.4.3) of the codes whose width is not usual, runs of equal widths as ranges. */
void pdf_put_widths(struct buffer *out, const struct pdf_codes *codes, int32_t usual);

/* The width that most codes have. */
int32_t pdf_usual_width(const struct pdf_codes *codes);

/* The ToUnicode CMap (9.10.3); text as in pdf_font. */
void pdf_put_to_unicode(struct buffer *out, const struct pdf_codes *codes, const char *text);

#endif
