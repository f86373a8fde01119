/* Fonts into the file: subset by HarfBuzz, described, with widths and ToUnicode (ISO 32000-1, 9.7 and 9.8). */
#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf_number.h"
#include "pdf_state.h"
#include "pdf_string.h"

/* A font on its way into the file. */
struct embedding {
	struct pdf_state *pdf;
	struct pdf_font *font;
	struct pdf_codes codes;
	hb_set_t *used; /* glyphs */
	hb_subset_plan_t *plan;
	hb_face_t *subset;
	char name[HPDF_LIMIT_MAX_NAME_LEN + 1]; /* with the tag */
	uint32_t file;                          /* number of the font program's stream */
	uint32_t descriptor, descendant, to_unicode;
};

static void collect_used(struct embedding *e)
{
	e->used = hb_set_create();
	hb_set_add(e->used, 0);
	for (size_t i = 0; i < e->codes.count; i++) {
		uint32_t code = e->codes.code[i];
		struct pdf_glyph *glyph = &e->font->glyphs[code];
		hb_set_add(e->used, glyph->alias_of ? glyph->alias_of : code);
		if (!glyph->unicode) /* every code must have a character (ISO 19005-2, 6.2.11.7.2) */
			glyph->unicode = 0x200B;
	}
}

/* Six letters that say which subset this is (9.6.4), from the face and its glyphs. */
static void make_name(struct embedding *e)
{
	uint64_t hash = 1469598103934665603u;
	const char *name = e->font->face->postscript_name ? e->font->face->postscript_name : "Font";
	for (const char *c = name; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 1099511628211u;
	for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(e->used, &glyph);)
		hash = ((hash ^ (glyph & 0xFF)) * 1099511628211u ^ glyph >> 8) * 1099511628211u;
	hash ^= hash >> 32;
	char tag[8] = "AAAAAA+";
	for (int i = 0; i < 6; i++, hash /= 26)
		tag[i] = (char)('A' + hash % 26);
	snprintf(e->name, sizeof e->name, "%s%s", tag, name);
}

/* What a font program in a PDF needs. */
static bool is_needed(hb_tag_t tag)
{
	static const hb_tag_t needed[] = {
	    HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
	    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('C', 'F', 'F', ' ')};
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (tag == needed[i])
			return true;
	return false;
}

static hb_blob_t *needed_table(hb_face_t *face, hb_tag_t tag, void *whole)
{
	(void)face;
	return is_needed(tag) ? hb_face_reference_table(whole, tag) : NULL;
}

/* The face as if it had no other tables: HarfBuzz would add what its cmap and GSUB lead to, and read all of them for
 * it. */
static hb_face_t *bare_face(hb_face_t *whole)
{
	hb_face_t *bare = hb_face_create_for_tables(needed_table, whole, NULL);
	hb_face_set_glyph_count(bare, hb_face_get_glyph_count(whole));
	hb_face_set_upem(bare, hb_face_get_upem(whole));
	return bare;
}

static hb_subset_plan_t *plan_subset(hb_face_t *face, enum font_outline outline, const hb_set_t *glyphs)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	if (!input)
		return NULL;
	hb_set_union(hb_subset_input_glyph_set(input), glyphs);
	/* Without subroutines a few hundred glyphs are smaller, and a subset of a subset is the same as one of the whole.
	 */
	unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
	if (outline == FONT_CFF_NAME)
		flags |= HB_SUBSET_FLAGS_RETAIN_GIDS; /* there is no charset of CIDs to go by */
	hb_subset_input_set_flags(input, flags);
	hb_face_t *bare = bare_face(face);
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(bare, input);
	hb_face_destroy(bare);
	hb_subset_input_destroy(input);
	return plan;
}

static bool make_subset(struct embedding *e)
{
	e->plan = plan_subset(e->font->face->hb_face, e->font->face->outline, e->used);
	e->subset = e->plan ? hb_subset_plan_execute_or_fail(e->plan) : NULL;
	return e->subset != NULL;
}

static void write_program(struct embedding *e)
{
	bool glyf = e->font->face->outline == FONT_GLYF;
	hb_blob_t *blob =
	    glyf ? hb_face_reference_blob(e->subset) : hb_face_reference_table(e->subset, HB_TAG('C', 'F', 'F', ' '));
	unsigned size;
	const char *bytes = hb_blob_get_data(blob, &size);
	char entries[64] = "/Subtype/CIDFontType0C";
	if (glyf)
		snprintf(entries, sizeof entries, "/Length1 %u", size);
	e->file = pdf_reserve(&e->pdf->objects);
	pdf_file_stream_text(&e->pdf->file, e->file, entries, bytes, size, PDF_FILTER_DEFLATE);
	hb_blob_destroy(blob);
}

/* Font units as thousandths of an em. */
static int thousandths(const struct font_face *face, int units)
{
	return (int)mpt_scale(units, 1000, face->units_per_em > 0 ? face->units_per_em : 1000);
}

static int big_endian(const char *bytes)
{
	return (int16_t)((unsigned char)bytes[0] << 8 | (unsigned char)bytes[1]);
}

/* xMin yMin xMax yMax of the table 'head'. */
static void put_font_box(struct embedding *e, HPDF_Dict descriptor)
{
	const struct font_face *face = e->font->face;
	struct pdf_objects *objects = &e->pdf->objects;
	hb_blob_t *head = hb_face_reference_table(face->hb_face, HB_TAG('h', 'e', 'a', 'd'));
	unsigned size;
	const char *bytes = hb_blob_get_data(head, &size);
	HPDF_Array box = pdf_array(objects);
	for (int i = 0; i < 4; i++)
		pdf_add_integer(objects, box, size >= 44 ? thousandths(face, big_endian(bytes + 36 + 2 * i)) : 0);
	pdf_put(objects, descriptor, "FontBBox", box);
	hb_blob_destroy(head);
}

enum { FLAG_FIXED_PITCH = 1, FLAG_SERIF = 2, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

static int descriptor_flags(const struct font_face *face)
{
	hb_blob_t *os2 = hb_face_reference_table(face->hb_face, HB_TAG('O', 'S', '/', '2'));
	unsigned size;
	const char *bytes = hb_blob_get_data(os2, &size);
	int flags = FLAG_SYMBOLIC;
	/* PANOSE (OpenType, OS/2): family kind 2 is Latin text, whose serif styles are 2 to 10; proportion 9 is monospaced.
	 */
	if (size >= 42 && bytes[32] == 2) {
		flags |= bytes[33] >= 2 && bytes[33] <= 10 ? FLAG_SERIF : 0;
		flags |= bytes[35] == 9 ? FLAG_FIXED_PITCH : 0;
	}
	hb_blob_destroy(os2);
	return flags | (face->slant != FONT_NORMAL ? FLAG_ITALIC : 0);
}

static uint32_t end_of_codes(const struct embedding *e)
{
	return e->codes.count > 0 ? e->codes.code[e->codes.count - 1] + 1 : 1;
}

/* The codes of the subset as a bit string by CID, most significant bit first (9.8.3.2); PDF/A-1 asks for it. */
static void put_cid_set(struct embedding *e, HPDF_Dict descriptor)
{
	size_t size = end_of_codes(e) / 8 + 1u;
	unsigned char *bits = xcalloc(size, 1);
	bits[0] = 0x80; /* .notdef is always there */
	for (size_t i = 0; i < e->codes.count; i++)
		bits[e->codes.code[i] / 8] |= (unsigned char)(0x80 >> e->codes.code[i] % 8);
	uint32_t number = pdf_reserve(&e->pdf->objects);
	pdf_file_stream_text(&e->pdf->file, number, "", bits, size, PDF_FILTER_DEFLATE);
	pdf_put_reference(&e->pdf->objects, descriptor, "CIDSet", number);
	free(bits);
}

static void write_descriptor(struct embedding *e)
{
	const struct font_face *face = e->font->face;
	struct pdf_objects *objects = &e->pdf->objects;
	HPDF_Dict d = pdf_indirect_dict(objects);
	e->descriptor = pdf_number_of(d);
	pdf_put_name_value(objects, d, "Type", "FontDescriptor");
	pdf_put_name_value(objects, d, "FontName", e->name);
	pdf_put_integer_value(objects, d, "Flags", descriptor_flags(face));
	put_font_box(e, d);
	pdf_put_real_value(objects, d, "ItalicAngle", (double)hb_style_get_value(face->hb_font, HB_STYLE_TAG_SLANT_ANGLE));
	pdf_put_integer_value(objects, d, "Ascent", thousandths(face, face->ascender));
	pdf_put_integer_value(objects, d, "Descent", thousandths(face, face->descender));
	pdf_put_integer_value(objects, d, "CapHeight", thousandths(face, face->cap_height));
	/* The table has no stem width; this is the usual estimate from the weight. */
	pdf_put_integer_value(objects, d, "StemV", 50 + (int)lround(pow(face->weight / 65.0, 2)));
	pdf_put_reference(objects, d, face->outline == FONT_GLYF ? "FontFile2" : "FontFile3", e->file);
	if (e->pdf->options.level == PDF_A1B)
		put_cid_set(e, d);
}

/* Text is written with the face's own ids: the map to those of the subset. */
static uint32_t write_cid_to_gid(struct embedding *e)
{
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(e->plan);
	size_t size = (size_t)end_of_codes(e) * 2;
	unsigned char *bytes = xcalloc(size, 1);
	for (size_t i = 0; i < e->codes.count; i++) {
		uint32_t code = e->codes.code[i], glyph = e->codes.glyphs[code].alias_of;
		hb_codepoint_t to = hb_map_get(map, glyph ? glyph : code);
		bytes[code * 2] = (unsigned char)(to >> 8);
		bytes[code * 2 + 1] = (unsigned char)to;
	}
	uint32_t number = pdf_reserve(&e->pdf->objects);
	pdf_file_stream_text(&e->pdf->file, number, "", bytes, size, PDF_FILTER_DEFLATE);
	free(bytes);
	return number;
}

/* Metrics for vertical writing (9.7.4.3): the usual ones unless the layout placed a glyph otherwise. */
static void put_vertical_metrics(const struct embedding *e, struct buffer *out)
{
	size_t start = out->size;
	for (size_t i = 0; i < e->codes.count; i++) {
		const struct pdf_glyph *glyph = &e->codes.glyphs[e->codes.code[i]];
		if (!glyph->upright || (abs(glyph->vx - glyph->width / 2) <= 1 && abs(glyph->vy - 880) <= 1))
			continue;
		buffer_puts(out, out->size == start ? "/W2[" : " ");
		buffer_printf(out, "%u[-1000 %d %d]", (unsigned)e->codes.code[i], glyph->vx, glyph->vy);
	}
	if (out->size > start)
		buffer_putc(out, ']');
}

static void write_descendant(struct embedding *e)
{
	const struct pdf_font *font = e->font;
	bool glyf = font->face->outline == FONT_GLYF;
	uint32_t map = glyf ? write_cid_to_gid(e) : 0;
	int32_t usual = pdf_usual_width(&e->codes);
	struct buffer text = {0};
	buffer_puts(&text, "<</Type/Font/Subtype");
	buffer_puts(&text, glyf ? "/CIDFontType2/BaseFont" : "/CIDFontType0/BaseFont");
	pdf_put_name(&text, e->name);
	buffer_printf(&text, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %u 0 R/DW ",
	              (unsigned)e->descriptor);
	pdf_put_integer(&text, usual);
	buffer_puts(&text, "/W");
	pdf_put_widths(&text, &e->codes, usual);
	put_vertical_metrics(e, &text);
	if (map)
		buffer_printf(&text, "/CIDToGIDMap %u 0 R", (unsigned)map);
	buffer_puts(&text, ">>");
	e->descendant = pdf_reserve(&e->pdf->objects);
	pdf_file_text(&e->pdf->file, e->descendant, text.data, text.size);
	buffer_free(&text);
}

static void write_to_unicode(struct embedding *e)
{
	struct buffer text = {0};
	pdf_put_to_unicode(&text, &e->codes, e->font->text.data);
	e->to_unicode = pdf_reserve(&e->pdf->objects);
	pdf_file_stream_text(&e->pdf->file, e->to_unicode, "", text.data, text.size, PDF_FILTER_DEFLATE);
	buffer_free(&text);
}

static void write_composite(const struct embedding *e, uint32_t number, const char *encoding)
{
	if (!number)
		return;
	struct buffer text = {0};
	buffer_puts(&text, "<</Type/Font/Subtype/Type0/BaseFont");
	pdf_put_name(&text, e->name);
	buffer_printf(&text, "/Encoding/%s/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>", encoding, (unsigned)e->descendant,
	              (unsigned)e->to_unicode);
	pdf_file_text(&e->pdf->file, number, text.data, text.size);
	buffer_free(&text);
}

static void write_font(struct pdf_state *pdf, struct pdf_font *font)
{
	struct embedding e = {.pdf = pdf, .font = font, .codes = pdf_font_codes(font)};
	if (!font->face->may_embed)
		diag_error(pdf->d, (struct loc){font->face->file, 0},
		           "this font's licence bits do not allow it to be embedded");
	collect_used(&e);
	make_name(&e);
	if (make_subset(&e)) {
		write_program(&e);
		write_descriptor(&e);
		write_descendant(&e);
		write_to_unicode(&e);
		write_composite(&e, font->object, "Identity-H");
		write_composite(&e, font->vertical_object, "Identity-V");
	} else {
		diag_error(pdf->d, (struct loc){font->face->file, 0}, "this font cannot be subset, so its text is missing");
		pdf->failed = true;
	}
	hb_face_destroy(e.subset);
	hb_subset_plan_destroy(e.plan);
	hb_set_destroy(e.used);
}

void pdf_fonts_finish(struct pdf_state *pdf)
{
	for (struct pdf_font *font = pdf->fonts.first; font; font = font->next)
		write_font(pdf, font);
}
