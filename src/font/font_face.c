/* A face's file opened: mapped into memory, its metrics read from the OpenType tables. Knows nothing of requests. */
#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#include "font_private.h"

/* A table's bytes; reading outside gives 0, so that a short table is as good as none. */
struct table {
	hb_blob_t *blob;
	const uint8_t *data;
	unsigned size;
};

static struct table table_open(hb_face_t *face, hb_tag_t tag)
{
	struct table table = {.blob = hb_face_reference_table(face, tag)};
	table.data = (const uint8_t *)hb_blob_get_data(table.blob, &table.size);
	return table;
}

static void table_close(struct table *table)
{
	hb_blob_destroy(table->blob);
}

static unsigned table_u8(const struct table *table, size_t at)
{
	return at < table->size ? table->data[at] : 0;
}

static unsigned table_u16(const struct table *table, size_t at)
{
	return table_u8(table, at) << 8 | table_u8(table, at + 1);
}

static int table_s16(const struct table *table, size_t at)
{
	return (int16_t)table_u16(table, at);
}

/* The end of a CFF INDEX that starts at; 0 when it does not fit. first receives the start of its first object. */
static size_t cff_index_end(const struct table *cff, size_t at, size_t *first, size_t *first_end)
{
	size_t count = table_u16(cff, at), offset_size = table_u8(cff, at + 2);
	if (count == 0)
		return at + 2;
	if (offset_size < 1 || offset_size > 4)
		return 0;
	size_t offset[3] = {0, 0, 0}, wanted[3] = {0, 1, count};
	for (int i = 0; i < 3; i++)
		for (size_t byte = 0; byte < offset_size; byte++)
			offset[i] = offset[i] << 8 | table_u8(cff, at + 3 + wanted[i] * offset_size + byte);
	size_t base = at + 2 + (count + 1) * offset_size;
	*first = base + offset[0];
	*first_end = base + offset[1];
	size_t end = base + offset[2];
	return end <= cff->size && *first_end <= end ? end : 0;
}

/* The size of a DICT operand that starts with byte; 0 when byte is an operator. Technical Note 5176, table 3. */
static size_t dict_operand_size(const struct table *cff, size_t at)
{
	unsigned byte = table_u8(cff, at);
	if (byte == 28)
		return 3;
	if (byte == 29)
		return 5;
	if (byte == 30) {
		size_t size = 1;
		while (at + size < cff->size && (table_u8(cff, at + size) & 0xF) != 0xF)
			size++;
		return size + 1;
	}
	if (byte >= 32 && byte <= 246)
		return 1;
	return byte >= 247 && byte <= 254 ? 2 : 0;
}

/* CID-keyed CFF has the operator ROS (12 30) in its Top DICT. */
static bool cff_is_cid(const struct table *cff)
{
	size_t start = 0, end = 0, ignored;
	size_t names_end = cff_index_end(cff, table_u8(cff, 2), &ignored, &ignored);
	if (names_end == 0 || cff_index_end(cff, names_end, &start, &end) == 0)
		return false;
	for (size_t at = start; at < end;) {
		size_t operand = dict_operand_size(cff, at);
		if (operand == 0 && table_u8(cff, at) == 12 && table_u8(cff, at + 1) == 30)
			return true;
		at += operand ? operand : table_u8(cff, at) == 12 ? 2 : 1;
	}
	return false;
}

static enum font_outline read_outline(hb_face_t *face)
{
	struct table cff = table_open(face, HB_TAG('C', 'F', 'F', ' '));
	enum font_outline outline = cff.size == 0 ? FONT_GLYF : cff_is_cid(&cff) ? FONT_CFF_CID : FONT_CFF_NAME;
	table_close(&cff);
	return outline;
}

/* The top (or bottom) of a character's outline in font units; 0 when the face has none. */
static int outline_edge(const struct font_face *face, uint32_t codepoint, bool top)
{
	hb_codepoint_t glyph;
	hb_glyph_extents_t extents;
	if (!hb_font_get_nominal_glyph(face->hb_font, codepoint, &glyph) ||
	    !hb_font_get_glyph_extents(face->hb_font, glyph, &extents))
		return 0;
	return top ? extents.y_bearing : extents.y_bearing + extents.height;
}

/* As Apache FOP 2.8 does, so that baselines agree: OS/2's typographic values where they fit an em or hhea's do not, and
 * where the chosen pair is taller than an em, the letters d and p. */
static void read_ascender(struct font_face *face, const struct table *os2, const struct table *hhea)
{
	int em = (int)face->units_per_em;
	int os2_ascender = table_s16(os2, 68), os2_descender = table_s16(os2, 70);
	int hhea_ascender = table_s16(hhea, 4), hhea_descender = table_s16(hhea, 6);
	bool os2_fits = os2_ascender > 0 && os2_ascender - os2_descender <= em;
	bool hhea_fits = hhea_ascender > 0 && hhea_ascender - hhea_descender <= em;
	bool use_os2 = os2_fits || (!hhea_fits && os2_ascender > 0);
	face->ascender = use_os2 ? os2_ascender : hhea_ascender;
	face->descender = use_os2 ? os2_descender : hhea_descender;
	int d_top = outline_edge(face, 'd', true), p_bottom = outline_edge(face, 'p', false);
	if (face->ascender - face->descender > em && d_top > 0) {
		face->ascender = d_top;
		face->descender = p_bottom;
	}
	if (face->ascender == 0 && face->descender == 0) {
		face->ascender = em * 4 / 5;
		face->descender = -(em / 5);
	}
}

static void read_heights(struct font_face *face, const struct table *os2)
{
	int em = (int)face->units_per_em;
	face->x_height = outline_edge(face, 'x', true);
	face->cap_height = outline_edge(face, 'H', true);
	bool has_heights = table_u16(os2, 0) >= 2;
	if (face->x_height <= 0)
		face->x_height = has_heights && table_s16(os2, 86) > 0 ? table_s16(os2, 86) : em / 2;
	if (face->cap_height <= 0)
		face->cap_height = has_heights && table_s16(os2, 88) > 0 ? table_s16(os2, 88) : em * 7 / 10;
}

/* Both tables give a line's upper edge; font.h its middle. */
static void read_lines(struct font_face *face, const struct table *os2, const struct table *post)
{
	int em = (int)face->units_per_em;
	face->underline_thickness = table_s16(post, 10) > 0 ? table_s16(post, 10) : em / 20;
	int underline = table_s16(post, 8) < 0 ? table_s16(post, 8) : -em / 10;
	face->underline_position = underline - face->underline_thickness / 2;
	face->strikeout_thickness = table_s16(os2, 26) > 0 ? table_s16(os2, 26) : em / 20;
	int strikeout = table_s16(os2, 28) > 0 ? table_s16(os2, 28) : face->x_height * 3 / 5;
	face->strikeout_position = strikeout - face->strikeout_thickness / 2;
}

/* OS/2 fsType: 2 alone is restricted, 0x100 forbids subsetting, 0x200 allows bitmaps only. */
static bool read_may_embed(const struct table *os2)
{
	unsigned type = table_u16(os2, 8);
	return (type & 0xF) != 2 && (type & 0x300) == 0;
}

static void read_tables(struct font_face *face)
{
	struct table os2 = table_open(face->hb_face, HB_TAG('O', 'S', '/', '2'));
	struct table hhea = table_open(face->hb_face, HB_TAG('h', 'h', 'e', 'a'));
	struct table post = table_open(face->hb_face, HB_TAG('p', 'o', 's', 't'));
	read_ascender(face, &os2, &hhea);
	read_heights(face, &os2);
	read_lines(face, &os2, &post);
	face->may_embed = read_may_embed(&os2);
	table_close(&os2);
	table_close(&hhea);
	table_close(&post);
}

/* The PostScript name, from fontconfig or made from the family: PDF needs one without spaces. */
static const char *postscript_name(struct arena *a, const struct font_entry *entry)
{
	FcChar8 *name;
	bool known = FcPatternGetString(entry->pattern, FC_POSTSCRIPT_NAME, 0, &name) == FcResultMatch && *name;
	char *copy = arena_strdup(a, known ? (const char *)name : entry->family);
	char *to = copy;
	for (const char *from = copy; *from; from++)
		if (*from > ' ' && *from < 0x7F && !strchr("[](){}<>/%#", *from))
			*to++ = *from;
	*to = '\0';
	return *copy ? copy : arena_printf(a, "Font%d", entry->index);
}

static hb_face_t *map_file(const struct font_entry *entry)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(entry->file);
	if (!blob)
		return NULL;
	hb_face_t *hb_face = NULL;
	if ((unsigned)entry->index < hb_face_count(blob))
		hb_face = hb_face_create(blob, (unsigned)entry->index);
	hb_blob_destroy(blob);
	if (hb_face && hb_face_get_glyph_count(hb_face) == 0) {
		hb_face_destroy(hb_face);
		return NULL;
	}
	return hb_face;
}

static struct font_face *face_new(struct font_library *library, const struct font_entry *entry, hb_face_t *hb_face)
{
	struct font_face *face = arena_alloc(library->arena, sizeof *face);
	*face = (struct font_face){
	    .number = (uint32_t)library->face_count,
	    .file = entry->file,
	    .index = (unsigned)entry->index,
	    .postscript_name = postscript_name(library->arena, entry),
	    .family = entry->family,
	    .weight = entry->weight,
	    .slant = entry->slant,
	    .outline = read_outline(hb_face),
	    .is_cjk = FcCharSetHasChar(entry->charset, 0x4E00),
	    .units_per_em = hb_face_get_upem(hb_face),
	    .glyph_count = hb_face_get_glyph_count(hb_face),
	    .hb_face = hb_face,
	    .hb_font = hb_font_create(hb_face),
	};
	hb_font_set_scale(face->hb_font, (int)face->units_per_em, (int)face->units_per_em);
	read_tables(face);
	hb_face_make_immutable(hb_face);
	hb_font_make_immutable(face->hb_font);
	return face;
}

struct font_face *font_face_open(struct font_library *library, struct font_entry *entry)
{
	if (entry->face || entry->broken)
		return entry->face;
	hb_face_t *hb_face = map_file(entry);
	if (!hb_face) {
		entry->broken = true;
		diag_warning(library->diag, (struct loc){entry->file, 0},
		             "cannot use this font file; another face takes its place");
		return NULL;
	}
	entry->face = face_new(library, entry, hb_face);
	ARRAY_RESERVE(library->faces, library->face_count, library->face_capacity);
	library->faces[library->face_count++] = entry->face;
	return entry->face;
}

void font_face_close(struct font_face *face)
{
	hb_font_destroy(face->hb_font);
	hb_face_destroy(face->hb_face);
}
