/* A small document built by hand for the tests of pdf/: faces without a font library, text shaped as it comes. */
#ifndef CBUA_PDF_SAMPLE_H
#define CBUA_PDF_SAMPLE_H

#include <hb-ot.h>
#include <string.h>

#include "page.h"
#include "pdf.h"

/* A face straight from a file; hb_face and hb_font are freed by sample_face_free. False when the file is not there. */
static inline bool sample_face(struct font_face *face, uint32_t number, const char *file, unsigned index,
                               enum font_outline outline, const char *name)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
	if (!blob)
		return false;
	*face = (struct font_face){.number = number,
	                           .file = file,
	                           .index = index,
	                           .postscript_name = name,
	                           .family = name,
	                           .weight = 400,
	                           .outline = outline,
	                           .may_embed = true};
	face->hb_face = hb_face_create(blob, index);
	face->hb_font = hb_font_create(face->hb_face);
	hb_blob_destroy(blob);
	face->units_per_em = hb_face_get_upem(face->hb_face);
	face->glyph_count = hb_face_get_glyph_count(face->hb_face);
	face->ascender = (int)face->units_per_em * 9 / 10;
	face->descender = -(int)face->units_per_em / 5;
	face->cap_height = (int)face->units_per_em * 7 / 10;
	return true;
}

static inline void sample_face_free(struct font_face *face)
{
	hb_font_destroy(face->hb_font);
	hb_face_destroy(face->hb_face);
}

struct sample {
	struct arena *memory;
	struct page_items items;
	struct page_structure *root;
	uint32_t elements;
};

static inline struct page_structure *sample_element(struct sample *s, struct page_structure *parent, const char *role)
{
	struct page_structure *e = arena_alloc(s->memory, sizeof *e);
	*e = (struct page_structure){.role = role, .parent = parent, .number = s->elements++};
	if (parent && parent->last_child)
		parent->last_child->next = e;
	else if (parent)
		parent->first_child = e;
	if (parent)
		parent->last_child = e;
	return e;
}

/* extra is added after every glyph (justification). Gives the item, whose colour and the like may still be changed. */
static inline struct page_item *sample_text(struct sample *s, struct page_structure *owner,
                                            const struct font_face *face, mpt size, mpt x, mpt y, const char *text,
                                            mpt extra)
{
	hb_buffer_t *buffer = hb_buffer_create();
	hb_buffer_add_utf8(buffer, text, -1, 0, -1);
	hb_buffer_guess_segment_properties(buffer);
	hb_shape(face->hb_font, buffer, NULL, 0);
	unsigned count;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(buffer, &count);
	struct page_glyph *glyphs = arena_array(s->memory, count, sizeof *glyphs);
	for (unsigned i = 0; i < count; i++)
		glyphs[i] = (struct page_glyph){
		    .id = info[i].codepoint,
		    .text = info[i].cluster,
		    .advance = mpt_scale(size, font_advance(face, info[i].codepoint), 1000) +
		               mpt_scale(position[i].x_advance - hb_font_get_glyph_h_advance(face->hb_font, info[i].codepoint),
		                         size, face->units_per_em) +
		               extra,
		    .dx = mpt_scale(position[i].x_offset, size, face->units_per_em),
		    .dy = -mpt_scale(position[i].y_offset, size, face->units_per_em)};
	hb_buffer_destroy(buffer);
	struct page_item item = {.kind = PAGE_GLYPHS, .structure = owner};
	item.glyphs = (struct page_glyphs){.face = face,
	                                   .size = size,
	                                   .color = {PAGE_COLOR_RGB, {0}, 1, NULL},
	                                   .x = x,
	                                   .y = y,
	                                   .glyph = glyphs,
	                                   .count = count,
	                                   .text = text,
	                                   .text_size = strlen(text)};
	page_items_append(&s->items, &item);
	return &s->items.item[s->items.count - 1];
}

static inline void sample_rectangle(struct sample *s, struct page_structure *owner, mpt x, mpt y, mpt width, mpt height,
                                    struct page_color color)
{
	struct page_item item = {.kind = PAGE_RECTANGLE, .structure = owner};
	item.rectangle.area = (struct page_rectangle){x, y, width, height};
	item.rectangle.color = color;
	page_items_append(&s->items, &item);
}

#endif
