/* Items of a page: rectangles, paths, nested states, links, anchors. Knows where they belong in the document's
 * structure. */
#include <math.h>
#include <string.h>

#include "index.h"
#include "inline_private.h"
#include "paint_private.h"

struct page_color page_color_of(struct layout *l, struct fo_color c)
{
	struct page_color out = {.opacity = c.alpha / 255.0};
	switch (c.space) {
	case FO_COLOR_CMYK:
		out.space = PAGE_COLOR_CMYK;
		break;
	case FO_COLOR_GRAY:
		out.space = PAGE_COLOR_GRAY;
		break;
	default:
		out.space = PAGE_COLOR_RGB;
		break;
	}
	for (size_t i = 0; i < 4; i++)
		out.channel[i] = c.channel[i] / 65535.0;
	out.icc = l && c.icc ? icc_color_of(l, c.icc) : NULL;
	return out;
}

bool color_is_same(const struct page_color *a, const struct page_color *b)
{
	return a->space == b->space && a->icc == b->icc && memcmp(a->channel, b->channel, sizeof a->channel) == 0 &&
	       memcmp(&a->opacity, &b->opacity, sizeof a->opacity) == 0;
}

struct page_structure *paint_structure(const struct painter *p, const struct fo_node *node)
{
	return p->target->is_static || p->target->is_repeated ? NULL : structure_of(p->l, node);
}

void paint_item(const struct painter *p, struct page_item *item, struct page_structure *structure)
{
	item->structure = structure;
	if (!structure && p->target->is_static)
		item->artifact = p->target->artifact;
	page_items_append(p->target->items, item);
}

static void add_rectangle(const struct painter *p, struct logical_rectangle r, const struct page_color *color,
                          struct page_structure *structure, enum page_artifact artifact)
{
	if (color->opacity <= 0 || r.inline_size <= 0 || r.block_size <= 0)
		return;
	struct page_item item = {.kind = PAGE_RECTANGLE, .artifact = artifact};
	item.rectangle.area = axes_rectangle(&p->axes, r);
	item.rectangle.color = *color;
	paint_item(p, &item, structure);
}

void paint_rectangle(const struct painter *p, struct logical_rectangle r, const struct page_color *color,
                     enum page_artifact artifact)
{
	add_rectangle(p, r, color, NULL, artifact);
}

void paint_colored_rectangle(const struct painter *p, struct logical_rectangle r, const struct page_color *color,
                             struct page_structure *structure)
{
	add_rectangle(p, r, color, structure, PAGE_ARTIFACT_LAYOUT);
}

void paint_path(const struct painter *p, const struct page_path *path, enum page_artifact artifact)
{
	struct page_path *copy = arena_alloc(p->target->memory, sizeof *copy);
	*copy = *path;
	struct page_item item = {.kind = PAGE_PATH, .artifact = artifact, .path = copy};
	paint_item(p, &item, NULL);
}

/* ---- nested states ---- */

static void add_save(const struct painter *p, const struct page_save *save)
{
	struct page_item item = {.kind = PAGE_SAVE, .save = *save};
	paint_item(p, &item, NULL);
}

void paint_clip(const struct painter *p, struct logical_rectangle r)
{
	struct corners none = {0};
	size_t count;
	const struct page_path_segment *outline = rounded_outline(p, r, &none, &count);
	struct page_save save = {.clip = outline, .clip_count = count, .opacity = 1};
	add_save(p, &save);
}

void paint_save(const struct painter *p, const struct page_matrix *matrix, double opacity)
{
	struct page_save save = {.opacity = opacity};
	if (matrix) {
		struct page_matrix *copy = arena_alloc(p->target->memory, sizeof *copy);
		*copy = *matrix;
		save.matrix = copy;
	}
	add_save(p, &save);
}

void paint_restore(const struct painter *p)
{
	struct page_item item = {.kind = PAGE_RESTORE};
	paint_item(p, &item, NULL);
}

/* ---- places that can be gone to, and from ---- */

/* These stand outside the nested states that draw what is condensed. */
static mpt on_page(const struct painter *p, mpt length)
{
	return p->scale >= 1 ? length : (mpt)llround((double)length * p->scale);
}

void paint_anchor(const struct painter *p, const char *id, mpt inline_offset, mpt block_offset)
{
	const struct paint_target *t = p->target;
	if (t->is_static || !index_leads_to(p->l->indexes, id))
		return;
	if (*t->anchor_count == *t->anchor_capacity) {
		size_t capacity = *t->anchor_capacity ? *t->anchor_capacity * 2 : 8;
		*t->anchors = arena_grow(t->memory, *t->anchors, *t->anchor_count, capacity, sizeof **t->anchors);
		*t->anchor_capacity = capacity;
	}
	struct page_point point = axes_point(&p->axes, inline_offset, block_offset);
	(*t->anchors)[(*t->anchor_count)++] = (struct page_anchor){
	    .id = id,
	    .point = {on_page(p, point.x), on_page(p, point.y)},
	};
}

static struct page_link *link_new(const struct paint_target *t)
{
	if (*t->link_count == *t->link_capacity) {
		size_t capacity = *t->link_capacity ? *t->link_capacity * 2 : 8;
		*t->links = arena_grow(t->memory, *t->links, *t->link_count, capacity, sizeof **t->links);
		*t->link_capacity = capacity;
	}
	struct page_link *link = &(*t->links)[(*t->link_count)++];
	*link = (struct page_link){0};
	return link;
}

enum { LINK_TEXT_AT_MOST = 120 };

/* The words of a node, white space collapsed. False when there is no more room. */
static bool gather_words(const struct fo_node *node, struct buffer *out)
{
	for (size_t i = 0; node->kind == FO_TEXT && i < node->text_size; i++) {
		char c = node->text[i];
		bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
		bool boundary = (c & 0xc0) != 0x80;
		if (out->size >= LINK_TEXT_AT_MOST && boundary)
			return false;
		if (!space)
			buffer_putc(out, c);
		else if (out->size > 0 && out->data[out->size - 1] != ' ')
			buffer_putc(out, ' ');
	}
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (!gather_words(child, out))
			return false;
	return true;
}

/* What a link says to who does not see it: its own words, unless its author gave others. NULL: nothing. */
static const char *link_words(const struct painter *p, const struct fo_node *node)
{
	const char *given = alternative_text(node);
	if (*given)
		return given;
	struct buffer words = {0};
	gather_words(node, &words);
	while (words.size > 0 && words.data[words.size - 1] == ' ')
		words.size--;
	const char *kept = words.size > 0 ? arena_strndup(p->target->memory, words.data, words.size) : NULL;
	buffer_free(&words);
	return kept;
}

static struct page_link *link_at(const struct painter *p, struct logical_rectangle r)
{
	struct page_link *link = link_new(p->target);
	struct page_rectangle area = axes_rectangle(&p->axes, r);
	link->area = (struct page_rectangle){on_page(p, area.x), on_page(p, area.y), on_page(p, area.width),
	                                     on_page(p, area.height)};
	return link;
}

void paint_link(const struct painter *p, const struct fo_node *node, struct logical_rectangle r)
{
	const char *inside = fo_string(node, PROP_INTERNAL_DESTINATION),
	           *outside = fo_string(node, PROP_EXTERNAL_DESTINATION);
	if (r.inline_size <= 0 || r.block_size <= 0 || (*inside == '\0' && *outside == '\0'))
		return;
	struct page_link *link = link_at(p, r);
	if (*inside)
		link->destination = inside;
	else
		link->uri = outside;
	link->placement_offset = mpt_max(0, fo_length(node, PROP_DESTINATION_PLACEMENT_OFFSET, 0));
	link->new_window = fo_key(node, PROP_SHOW_DESTINATION) == KEY_NEW;
	link->structure = paint_structure(p, node);
	link->alternative = link_words(p, node);
}

struct page_structure *paint_index_structure(const struct painter *p, const struct fo_node *node,
                                             struct index_link *link)
{
	if (p->target->is_static || p->target->is_repeated)
		return NULL;
	if (!link->structure)
		link->structure = structure_of_link(p->l, node);
	return link->structure;
}

void paint_index_link(const struct painter *p, const struct fo_node *node, struct index_link *link,
                      struct logical_rectangle r)
{
	if (r.inline_size <= 0 || r.block_size <= 0)
		return;
	struct page_link *on_page = link_at(p, r);
	on_page->destination = link->destination;
	on_page->structure = paint_index_structure(p, node, link);
	on_page->alternative = link->label;
}
