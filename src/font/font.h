/* Which face for which text: fontconfig chooses, HarfBuzz opens. Faces are opened when first used and kept. */
#ifndef CBUA_FONT_H
#define CBUA_FONT_H

#include <hb.h>

#include "base.h"

enum font_slant { FONT_NORMAL, FONT_ITALIC, FONT_OBLIQUE };

enum font_outline {
	FONT_GLYF,    /* TrueType outlines */
	FONT_CFF_CID, /* CID-keyed CFF */
	FONT_CFF_NAME /* name-keyed CFF */
};

/* A face in a file. Open struct; made by font_library only, lives as long as it. */
struct font_face {
	uint32_t number; /* from 0 in the order of first use in this library: stable for the same input */
	const char *file;
	unsigned index; /* in a collection */
	const char *postscript_name;
	const char *family;
	uint16_t weight; /* 100 to 900, of the file itself */
	enum font_slant slant;
	enum font_outline outline;
	bool may_embed; /* OS/2 fsType allows embedding and subsetting */
	bool is_cjk;    /* covers Han: its punctuation has the Chinese full-width form */
	unsigned units_per_em;
	unsigned glyph_count;
	/* In font units, y upwards: descender is negative. Chosen as Apache FOP's OpenFont.determineAscDesc does. */
	int ascender, descender;
	int x_height, cap_height;
	int underline_position, underline_thickness; /* position of its middle, negative below */
	int strikeout_position, strikeout_thickness;
	hb_face_t *hb_face;
	hb_font_t *hb_font; /* scale = units_per_em */
};

struct font_request {
	const char *families; /* as in font-family: a list, quotes allowed; generic names too */
	const char *language; /* BCP 47, "" when unknown: decides among CJK regions and generic families */
	uint16_t weight;      /* 100 to 900 */
	enum font_slant slant;
	uint16_t stretch; /* percent, 100 normal */
	bool small_caps;  /* reserved for faces that need another file for it */
};

struct font_library; /* one a thread: it opens faces and remembers choices as it is asked */
struct font_set;     /* what a request resolves to: an ordered list of faces, opened when first asked for */

struct font_options {
	const char *
	    config_file; /* the project's fonts.conf; NULL: fontconfig's default. FONTCONFIG_FILE in the environment wins */
	const char *const *directories; /* --font-dir, NULL-terminated; may be NULL */
};

/* NULL after reporting (system error) when no font is found at all. */
struct font_library *font_library_new(const struct font_options *options, struct diag *d);
void font_library_free(struct font_library *library);

/* Never NULL; the same pointer for an equal request, so that styles compare by pointer. */
const struct font_set *font_set(struct font_library *library, const struct font_request *request);

/* The first face of the set: its metrics decide line height and baseline whatever a character falls back to. */
const struct font_face *font_primary(const struct font_set *set);

/* The face for a character: by family list, then language, then coverage of all faces. NULL when no face has it: the
 * caller draws .notdef of font_primary and reports. after is the face of the character before, or NULL: kept for marks,
 * joiners and variation selectors. */
const struct font_face *font_for_character(const struct font_set *set, uint32_t codepoint,
                                           const struct font_face *after);

/* What a font size is times for this face in this set, by fonts.conf; 1 when it says nothing. */
double font_size_adjust(const struct font_set *set, const struct font_face *face);

/* The face for a mark that has a Chinese form beside the Latin one: the first of the list that has Han, too. NULL:
 * none. */
const struct font_face *font_for_han_mark(const struct font_set *set, uint32_t codepoint);

/* length in font units at size (mpt an em), rounded. */
mpt font_scale(const struct font_face *face, int units, mpt size);

/* A glyph's advance in thousandths of an em, the fraction dropped: as the W array of a PDF font holds it. Text is
 * measured with these same numbers, so that glyphs stand where a viewer puts them without being moved one by one. */
int font_advance(const struct font_face *face, uint32_t glyph);

/* In the order of number. */
size_t font_face_count(const struct font_library *library);
const struct font_face *font_face_at(const struct font_library *library, size_t number);

#endif
