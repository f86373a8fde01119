/* The text form of one page: its items in drawing order, then its links and anchors. */
#include "dump.h"

#include <string.h>

/* What the dump of one page remembers from line to line. */
struct dump {
	struct buffer *out;
	bool clusters;                          /* a line for every cluster */
	int depth;                              /* of open PAGE_SAVE */
	bool any;                               /* an owner has been named at this depth */
	const struct page_structure *structure; /* the owner named last */
	enum page_artifact artifact;
};

static void dump_roles(struct buffer *out, const struct page_structure *element)
{
	if (element->parent) {
		dump_roles(out, element->parent);
		buffer_putc(out, '/');
	}
	buffer_puts(out, element->custom_role ? element->custom_role : element->role);
}

static void dump_owner(struct dump *dump, const struct page_item *item)
{
	static const char *const artifacts[] = {"artifact", "artifact header", "artifact footer", "artifact background"};
	bool same =
	    dump->any && dump->structure == item->structure && (item->structure || dump->artifact == item->artifact);
	if (same)
		return;
	dump->any = true;
	dump->structure = item->structure;
	dump->artifact = item->artifact;
	dump_indent(dump->out, 1 + dump->depth);
	if (item->structure)
		dump_roles(dump->out, item->structure);
	else
		buffer_puts(dump->out, artifacts[item->artifact]);
	buffer_putc(dump->out, '\n');
}

static void dump_face(struct buffer *out, const struct font_face *face)
{
	static const char *const slants[] = {"", "-italic", "-oblique"};
	if (face)
		buffer_printf(out, "%s-%u%s", face->family ? face->family : "?", (unsigned)face->weight, slants[face->slant]);
	else
		buffer_puts(out, "no face");
}

static bool is_black(const struct page_color *color)
{
	const double *c = color->channel;
	return color->space == PAGE_COLOR_RGB && c[0] <= 0 && c[1] <= 0 && c[2] <= 0 && color->opacity >= 1 && !color->icc;
}

static void dump_color_unless_black(struct buffer *out, const struct page_color *color)
{
	if (is_black(color))
		return;
	buffer_putc(out, ' ');
	dump_color(out, color);
}

static void dump_cluster(const struct dump *dump, const struct page_glyphs *run, const struct page_cluster *cluster)
{
	struct buffer *out = dump->out;
	mpt advance = 0;
	for (size_t i = 0; i < cluster->count; i++)
		advance += run->glyph[cluster->glyph + i].advance;
	dump_indent(out, 3 + dump->depth);
	dump_text(out, cluster->text, cluster->size);
	buffer_puts(out, " +");
	dump_length(out, advance);
	if (cluster->count > 1)
		buffer_printf(out, " %zug", cluster->count);
	for (size_t i = 0; i < cluster->count; i++) {
		const struct page_glyph *glyph = &run->glyph[cluster->glyph + i];
		if (!glyph->dx && !glyph->dy)
			continue;
		buffer_puts(out, " shift ");
		dump_point(out, (struct page_point){glyph->dx, glyph->dy});
	}
	buffer_putc(out, '\n');
}

static void dump_glyphs(const struct dump *dump, const struct page_glyphs *run)
{
	struct buffer *out = dump->out;
	mpt advance = 0;
	for (size_t i = 0; i < run->count; i++)
		advance += run->glyph[i].advance;
	buffer_puts(out, "text ");
	dump_point(out, (struct page_point){run->x, run->y});
	buffer_puts(out, " +");
	dump_length(out, advance);
	buffer_printf(out, " %zug ", run->count);
	dump_length(out, run->size);
	buffer_putc(out, ' ');
	dump_face(out, run->face);
	dump_color_unless_black(out, &run->color);
	if (run->rotation)
		buffer_printf(out, " turned %d", run->rotation);
	if (run->upright)
		buffer_puts(out, " upright");
	buffer_putc(out, ' ');
	dump_text(out, run->text, run->text_size);
	if (run->added_hyphen)
		buffer_puts(out, " hyphen");
	buffer_putc(out, '\n');
	if (!dump->clusters)
		return;
	struct page_cluster cluster = {0};
	while (page_next_cluster(run, &cluster))
		dump_cluster(dump, run, &cluster);
}

static void dump_paint(struct buffer *out, const char *word, const struct page_color *color,
                       const struct page_gradient *gradient)
{
	if (!gradient && color->opacity <= 0)
		return;
	buffer_puts(out, word);
	if (gradient)
		dump_gradient(out, gradient);
	else
		dump_color(out, color);
}

static void dump_pen(struct buffer *out, const struct page_path *path)
{
	static const char *const caps[] = {"", " round-cap", " square-cap"};
	static const char *const joins[] = {"", " round-join", " bevel"};
	buffer_putc(out, ' ');
	dump_length(out, path->line_width);
	buffer_puts(out, caps[path->cap]);
	buffer_puts(out, joins[path->join]);
	for (size_t i = 0; i < path->dash_count; i++) {
		buffer_puts(out, i ? "," : " dash ");
		dump_length(out, path->dash[i]);
	}
	if (path->dash_count && path->dash_offset) {
		buffer_puts(out, " from ");
		dump_length(out, path->dash_offset);
	}
}

static void dump_path_item(struct buffer *out, const struct page_path *path)
{
	buffer_puts(out, "path");
	dump_paint(out, " fill ", &path->fill, path->gradient);
	if (path->even_odd)
		buffer_puts(out, " even-odd");
	dump_paint(out, " stroke ", &path->stroke, path->stroke_gradient);
	if (path->stroke_gradient || path->stroke.opacity > 0)
		dump_pen(out, path);
	buffer_puts(out, ": ");
	dump_path(out, path->segment, path->count);
	buffer_putc(out, '\n');
}

static void dump_image(struct buffer *out, const struct page_image_place *place)
{
	static const char *const spaces[] = {"rgb", "cmyk", "gray"};
	const struct page_image *image = place->image;
	buffer_puts(out, "image ");
	dump_area(out, place->area);
	buffer_printf(out, " %s %ux%u %s %u", image->format == PAGE_IMAGE_JPEG ? "jpeg" : "samples", image->width,
	              image->height, image->palette ? "palette" : spaces[image->space], image->bits);
	buffer_puts(out, image->inverted ? " inverted" : "");
	buffer_puts(out, image->alpha ? " alpha" : "");
	buffer_puts(out, image->icc ? " icc" : "");
	buffer_puts(out, image->interpolate ? " interpolate\n" : "\n");
}

static void dump_save(struct buffer *out, const struct page_save *save)
{
	buffer_puts(out, "save");
	if (save->matrix) {
		buffer_puts(out, " matrix ");
		dump_matrix(out, save->matrix);
	}
	if (save->opacity < 1) {
		buffer_puts(out, " opacity ");
		dump_real(out, save->opacity);
	}
	if (save->clip) {
		buffer_puts(out, save->clip_even_odd ? " clip even-odd: " : " clip: ");
		dump_path(out, save->clip, save->clip_count);
	}
	buffer_putc(out, '\n');
}

static void dump_rectangle(struct buffer *out, const struct page_item *item)
{
	buffer_puts(out, "rectangle ");
	dump_area(out, item->rectangle.area);
	dump_color_unless_black(out, &item->rectangle.color);
	buffer_putc(out, '\n');
}

static void dump_item(struct dump *dump, const struct page_item *item);

/* As if its items stood here. */
static void dump_drawing(struct dump *dump, const struct page_item *item)
{
	for (size_t i = 0; i < item->drawing.count; i++) {
		struct page_item part = item->drawing.items[i];
		part.structure = item->structure;
		part.artifact = item->artifact;
		dump_item(dump, &part);
	}
}

static void dump_item(struct dump *dump, const struct page_item *item)
{
	if (item->kind == PAGE_DRAWING) {
		dump_drawing(dump, item);
		return;
	}
	if (item->kind == PAGE_RESTORE) {
		dump->depth -= dump->depth > 0;
		dump->any = false;
		return;
	}
	if (item->kind != PAGE_SAVE)
		dump_owner(dump, item);
	dump_indent(dump->out, (item->kind == PAGE_SAVE ? 1 : 2) + dump->depth);
	switch (item->kind) {
	case PAGE_GLYPHS:
		dump_glyphs(dump, &item->glyphs);
		break;
	case PAGE_RECTANGLE:
		dump_rectangle(dump->out, item);
		break;
	case PAGE_PATH:
		dump_path_item(dump->out, item->path);
		break;
	case PAGE_IMAGE:
		dump_image(dump->out, &item->image);
		break;
	case PAGE_SAVE:
		dump_save(dump->out, &item->save);
		dump->depth++;
		dump->any = false;
		break;
	case PAGE_DRAWING:
	case PAGE_RESTORE:
		break;
	}
}

static void dump_link(struct buffer *out, const struct page_link *link)
{
	buffer_puts(out, "  link ");
	dump_area(out, link->area);
	buffer_puts(out, link->uri ? " -> " : " -> #");
	buffer_puts(out, link->uri ? link->uri : link->destination ? link->destination : "");
	if (link->placement_offset) {
		buffer_puts(out, " offset ");
		dump_length(out, link->placement_offset);
	}
	if (link->new_window)
		buffer_puts(out, " new-window");
	if (link->structure) {
		buffer_puts(out, " in ");
		dump_roles(out, link->structure);
	}
	if (link->alternative) {
		buffer_putc(out, ' ');
		dump_text(out, link->alternative, strlen(link->alternative));
	}
	buffer_putc(out, '\n');
}

static void dump_box(struct buffer *out, const char *word, struct page_rectangle box)
{
	if (box.width == 0)
		return;
	buffer_puts(out, word);
	dump_area(out, box);
}

static void dump_page_line(const struct page *page, struct buffer *out)
{
	buffer_printf(out, "page %zu ", page->number + 1);
	if (page->label) {
		dump_text(out, page->label, strlen(page->label));
		buffer_putc(out, ' ');
	}
	dump_length(out, page->width);
	buffer_putc(out, 'x');
	dump_length(out, page->height);
	dump_box(out, " trim ", page->trim);
	dump_box(out, " bleed ", page->bleed);
	buffer_putc(out, '\n');
}

static void dump_page(const struct page *page, bool clusters, struct buffer *out)
{
	dump_page_line(page, out);
	struct dump dump = {.out = out, .clusters = clusters};
	for (size_t i = 0; i < page->item_count; i++)
		dump_item(&dump, &page->items[i]);
	for (size_t i = 0; i < page->link_count; i++)
		dump_link(out, &page->links[i]);
	for (size_t i = 0; i < page->anchor_count; i++) {
		buffer_printf(out, "  anchor %s ", page->anchors[i].id);
		dump_point(out, page->anchors[i].point);
		buffer_putc(out, '\n');
	}
}

void page_dump(const struct page *page, struct buffer *out)
{
	dump_page(page, false, out);
}

void page_dump_glyphs(const struct page *page, struct buffer *out)
{
	dump_page(page, true, out);
}
