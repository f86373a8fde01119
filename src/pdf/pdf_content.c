/* The items of a page in order: who owns them, what state they need. How text and outlines are written is elsewhere. */
#include "pdf_content.h"

#include <stdlib.h>
#include <string.h>

#include "pdf_bounds.h"
#include "pdf_drawing.h"
#include "pdf_level.h"
#include "pdf_number.h"
#include "pdf_pattern.h"
#include "pdf_string.h"
#include "pdf_structure.h"

static const struct pdf_graphics initial_state = {
    .fill = {PAGE_COLOR_GRAY, {0}, 1, NULL},
    .stroke = {PAGE_COLOR_GRAY, {0}, 1, NULL},
    .line_width = MPT_PER_POINT,
    .miter_limit = 10,
    .matrix = {1, 0, 0, 1, 0, 0},
};

void pdf_content_open(struct pdf_content *c, struct pdf_state *pdf, mpt height, uint32_t page, uint32_t stream)
{
	*c = (struct pdf_content){.pdf = pdf,
	                          .height = height,
	                          .page = page,
	                          .in_group = stream != 0,
	                          .now = initial_state,
	                          .scratch = arena_new()};
	if (pdf->structure)
		c->marks = pdf_structure_content(pdf->structure, page, stream);
}

/* What the state is at the form's beginning is whatever it is where it is used: what matters is set. Colours are black
 * there (pdf_paint_reset_colors). */
void pdf_content_open_form(struct pdf_content *c, struct pdf_state *pdf, mpt height)
{
	*c = (struct pdf_content){
	    .pdf = pdf, .height = height, .in_group = true, .unmarked = true, .now = initial_state, .scratch = arena_new()};
	c->now.line_width = -1;
	c->now.miter_limit = 0;
	c->now.cap = (enum page_line_cap) - 1;
	c->now.join = (enum page_line_join) - 1;
	c->now.dash_count = SIZE_MAX;
}

void pdf_content_close(struct pdf_content *c)
{
	buffer_free(&c->out);
	free(c->resources);
	arena_free(c->scratch);
}

void pdf_content_use(struct pdf_content *c, char kind, uint32_t number, uint32_t object)
{
	for (size_t i = 0; i < c->resource_count; i++)
		if (c->resources[i].kind == kind && c->resources[i].number == number)
			return;
	ARRAY_RESERVE(c->resources, c->resource_count, c->resource_capacity);
	c->resources[c->resource_count++] = (struct pdf_resource){kind, number, object};
}

static void add_resources(struct pdf_content *c, HPDF_Dict all, const char *category, const char *kinds)
{
	struct pdf_objects *objects = &c->pdf->objects;
	HPDF_Dict dict = NULL;
	for (size_t i = 0; i < c->resource_count; i++) {
		if (!strchr(kinds, c->resources[i].kind))
			continue;
		if (!dict)
			dict = pdf_dict(objects);
		char name[16];
		snprintf(name, sizeof name, "%c%u", c->resources[i].kind, (unsigned)c->resources[i].number);
		pdf_put_reference(objects, dict, name, c->resources[i].object);
	}
	if (dict)
		pdf_put(objects, all, category, dict);
}

HPDF_Dict pdf_content_resources(struct pdf_content *c)
{
	HPDF_Dict all = pdf_dict(&c->pdf->objects);
	add_resources(c, all, "Font", "FV");
	add_resources(c, all, "XObject", "IX");
	add_resources(c, all, "ExtGState", "G");
	add_resources(c, all, "Pattern", "P");
	add_resources(c, all, "ColorSpace", "C");
	return all;
}

void pdf_content_flush(struct pdf_content *c)
{
	pdf_text_end(c);
	pdf_paint_flush(c);
}

void pdf_content_save(struct pdf_content *c)
{
	struct pdf_graphics *saved = arena_alloc(c->scratch, sizeof *saved);
	pdf_content_flush(c);
	*saved = c->now;
	c->now.saved = saved;
	buffer_puts(&c->out, "q\n");
}

void pdf_content_restore(struct pdf_content *c)
{
	pdf_content_flush(c);
	if (!c->now.saved)
		return;
	const struct pdf_graphics *saved = c->now.saved;
	c->now = *saved;
	buffer_puts(&c->out, "Q\n");
}

static void end_mark(struct pdf_content *c)
{
	if (!c->marked)
		return;
	pdf_content_flush(c);
	buffer_puts(&c->out, "EMC\n");
	c->marked = false;
}

/* ISO 32000-1, 14.8.2.2 */
static void begin_artifact(struct pdf_content *c, enum page_artifact artifact)
{
	static const char *const marks[] = {
	    [PAGE_ARTIFACT_LAYOUT] = "/Artifact BMC\n",
	    [PAGE_ARTIFACT_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n",
	    [PAGE_ARTIFACT_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n",
	    [PAGE_ARTIFACT_BACKGROUND] = "/Artifact<</Type/Background>>BDC\n",
	};
	buffer_puts(&c->out, marks[artifact]);
}

/* text: what the sequence stands for; NULL: what its glyphs say. */
static void begin_element(struct pdf_content *c, const char *text, size_t size)
{
	uint32_t id = pdf_structure_mark(c->pdf->structure, c->marks, c->structure);
	pdf_put_name(&c->out, text ? "Span" : c->structure->role); /* some readers heed ActualText of Span alone */
	buffer_puts(&c->out, "<</MCID ");
	pdf_put_integer(&c->out, id);
	if (text) {
		buffer_puts(&c->out, "/ActualText");
		pdf_put_text_sized(&c->out, text, size);
	}
	buffer_puts(&c->out, ">>BDC\n");
	c->marked = true;
}

void pdf_content_mark_actual(struct pdf_content *c, const char *text, size_t size)
{
	end_mark(c);
	begin_element(c, text, size);
}

void pdf_content_mark_again(struct pdf_content *c)
{
	end_mark(c);
	begin_element(c, NULL, 0);
}

static void set_owner(struct pdf_content *c, const struct page_item *item)
{
	if (!c->pdf->structure || c->unmarked)
		return;
	bool same = c->structure == item->structure && (item->structure || c->artifact == item->artifact);
	if (c->marked && same)
		return;
	end_mark(c);
	pdf_content_flush(c);
	c->marked = true;
	c->structure = item->structure;
	c->artifact = item->artifact;
	if (item->structure)
		begin_element(c, NULL, 0);
	else
		begin_artifact(c, item->artifact);
}

/* Transform, then clip. */
static void apply_save(struct pdf_content *c, const struct page_save *save)
{
	pdf_content_save(c);
	if (save->matrix) {
		pdf_put_matrix(&c->out, save->matrix, c->height);
		buffer_puts(&c->out, " cm\n");
		c->now.matrix = pdf_matrix_multiply(save->matrix, &c->now.matrix);
	}
	if (save->clip && save->clip_count > 0) {
		pdf_paint_outline(c, save->clip, save->clip_count);
		buffer_puts(&c->out, save->clip_even_odd ? "W* n\n" : "W n\n");
	}
}

/* Items of the group that begins at items[0], its PAGE_RESTORE included when there is one. */
static size_t group_size(const struct page_item *items, size_t count)
{
	size_t depth = 0;
	for (size_t i = 0; i < count; i++) {
		depth += items[i].kind == PAGE_SAVE;
		depth -= items[i].kind == PAGE_RESTORE;
		if (depth == 0)
			return i + 1;
	}
	return count;
}

/* ISO 32000-1, 11.6.6 */
static void write_group(struct pdf_content *group, HPDF_Dict form)
{
	struct pdf_objects *objects = &group->pdf->objects;
	HPDF_Dict transparency = pdf_dict(objects);
	pdf_put_name_value(objects, transparency, "S", "Transparency");
	pdf_put_name_value(objects, transparency, "CS", "DeviceRGB");
	pdf_put_name_value(objects, form, "Type", "XObject");
	pdf_put_name_value(objects, form, "Subtype", "Form");
	pdf_put_box_value(objects, form, "BBox", (const double[]){-32000, -32000, 32000, 32000});
	pdf_put(objects, form, "Group", transparency);
	pdf_put(objects, form, "Resources", pdf_content_resources(group));
	int64_t key = group->pdf->structure ? pdf_structure_key(group->pdf->structure, group->marks) : -1;
	if (key >= 0)
		pdf_put_integer_value(objects, form, "StructParents", key);
	pdf_file_stream(&group->pdf->file, form, group->out.data ? group->out.data : "", group->out.size,
	                PDF_FILTER_DEFLATE);
}

/* What is to have one opacity as a whole is drawn as a form of its own. */
static void paint_group(struct pdf_content *c, const struct page_save *save, const struct page_item *items,
                        size_t count)
{
	struct pdf_state *pdf = c->pdf;
	end_mark(c);
	HPDF_Dict form = pdf_indirect_dict(&pdf->objects);
	uint32_t number = pdf->form_count++;
	struct pdf_content group;
	pdf_content_open(&group, pdf, c->height, c->page, pdf_number_of(form));
	pdf_content_items(&group, items, count);
	pdf_content_end(&group);
	write_group(&group, form);
	pdf_content_close(&group);

	apply_save(c, save);
	uint32_t thousandths = (uint32_t)(save->opacity > 0 ? save->opacity * 1000 + 0.5 : 0);
	const struct pdf_shared *state = pdf_opacity_state(pdf, thousandths, false);
	pdf_content_use(c, 'G', state->number, state->object);
	pdf_content_use(c, 'X', number, pdf_number_of(form));
	buffer_printf(&c->out, "/G%u gs /X%u Do\n", (unsigned)state->number, (unsigned)number);
	pdf_content_restore(c);
	c->transparency = true;
}

/* What a figure covers is told to those who cannot see it. Inside a group only the group's own space is known. */
static void note_figure(struct pdf_content *c, const struct page_item *item)
{
	if (!c->pdf->structure || c->in_group || !item->structure || strcmp(item->structure->role, "Figure") != 0)
		return;
	mpt box[4];
	if (pdf_bounds(item, &c->now.matrix, c->height, box))
		pdf_structure_extend(c->pdf->structure, item->structure, c->page, box);
}

/* As one form, or as if its items stood here. */
static void paint_drawing(struct pdf_content *c, const struct page_item *item)
{
	set_owner(c, item);
	if (pdf_drawing_paint(c, &item->drawing))
		return;
	struct page_item *parts = arena_array(c->scratch, item->drawing.count, sizeof *parts);
	for (size_t i = 0; i < item->drawing.count; i++) {
		parts[i] = item->drawing.items[i];
		parts[i].structure = item->structure;
		parts[i].artifact = item->artifact;
	}
	pdf_content_items(c, parts, item->drawing.count);
}

static void paint_item(struct pdf_content *c, const struct page_item *item)
{
	note_figure(c, item);
	switch (item->kind) {
	case PAGE_GLYPHS:
		set_owner(c, item);
		pdf_text_show(c, &item->glyphs);
		break;
	case PAGE_RECTANGLE:
		set_owner(c, item);
		pdf_paint_rectangle(c, item->rectangle.area, &item->rectangle.color);
		break;
	case PAGE_PATH:
		set_owner(c, item);
		pdf_paint_path(c, item->path);
		break;
	case PAGE_IMAGE:
		set_owner(c, item);
		pdf_paint_image(c, &item->image);
		break;
	case PAGE_DRAWING:
		paint_drawing(c, item);
		break;
	case PAGE_SAVE:
		apply_save(c, &item->save);
		break;
	case PAGE_RESTORE:
		pdf_content_restore(c);
		break;
	}
}

static bool is_group(struct pdf_content *c, const struct page_item *item)
{
	return item->kind == PAGE_SAVE && item->save.opacity < 1 &&
	       !pdf_level_forbids(c->pdf, PDF_RULE_TRANSPARENCY, c->pdf->page_count);
}

void pdf_content_items(struct pdf_content *c, const struct page_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		c->pdf->where = items[i].structure ? items[i].structure->loc : (struct loc){0};
		if (!is_group(c, &items[i])) {
			paint_item(c, &items[i]);
			continue;
		}
		size_t size = group_size(items + i, count - i);
		paint_group(c, &items[i].save, items + i + 1, size - 1);
		i += size - 1;
	}
}

void pdf_content_end(struct pdf_content *c)
{
	end_mark(c);
	pdf_content_flush(c);
	while (c->now.saved)
		pdf_content_restore(c);
}
