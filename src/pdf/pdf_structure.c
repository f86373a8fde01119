/* What is collected while pages are drawn: marked content and annotations of each element. The tree is written
 * elsewhere. */
#include <stdlib.h>
#include <string.h>

#include "pdf_structure_tree.h"

struct pdf_structure *pdf_structure_new(void)
{
	struct pdf_structure *s = xcalloc(1, sizeof *s);
	ARRAY_RESERVE(s->kids, s->kid_count, s->kid_capacity);
	s->kids[s->kid_count++] = (struct pdf_kid){0}; /* so that 0 is none */
	return s;
}

void pdf_structure_free(struct pdf_structure *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->content_count; i++)
		free(s->contents[i].owners);
	for (size_t i = 0; i < s->element_count; i++)
		free(s->elements[i].box);
	free(s->contents);
	free(s->elements);
	free(s->kids);
	free(s->parents);
	free(s);
}

struct pdf_element *pdf_structure_element(struct pdf_structure *s, const struct page_structure *element)
{
	if (element->number >= s->element_count) {
		size_t count = (size_t)element->number * 2 + 256;
		s->elements = xrealloc(s->elements, count, sizeof *s->elements);
		memset(s->elements + s->element_count, 0, (count - s->element_count) * sizeof *s->elements);
		s->element_count = count;
	}
	return &s->elements[element->number];
}

static void add_kid(struct pdf_structure *s, const struct page_structure *element, struct pdf_kid kid)
{
	ARRAY_RESERVE(s->kids, s->kid_count, s->kid_capacity);
	s->kids[s->kid_count] = kid;
	struct pdf_element *e = pdf_structure_element(s, element);
	if (e->last_kid)
		s->kids[e->last_kid].next = (uint32_t)s->kid_count;
	else
		e->first_kid = (uint32_t)s->kid_count;
	e->last_kid = (uint32_t)s->kid_count++;
}

/* The first content below an element gives it its place among its parent's own content. */
static void attach(struct pdf_structure *s, const struct page_structure *element)
{
	for (; element; element = element->parent) {
		if (pdf_structure_element(s, element)->attached)
			return;
		pdf_structure_element(s, element)->attached = true;
		if (element->parent)
			add_kid(s, element->parent, (struct pdf_kid){.kind = PDF_KID_ELEMENT});
	}
}

uint32_t pdf_structure_content(struct pdf_structure *s, uint32_t page, uint32_t stream)
{
	ARRAY_RESERVE(s->contents, s->content_count, s->content_capacity);
	s->contents[s->content_count] = (struct pdf_structure_content){.page = page, .stream = stream, .key = -1};
	return (uint32_t)s->content_count++;
}

static uint32_t new_key(struct pdf_structure *s, struct pdf_parent parent)
{
	ARRAY_RESERVE(s->parents, s->parent_count, s->parent_capacity);
	s->parents[s->parent_count] = parent;
	return (uint32_t)s->parent_count++;
}

uint32_t pdf_structure_mark(struct pdf_structure *s, uint32_t content, const struct page_structure *element)
{
	struct pdf_structure_content *c = &s->contents[content];
	if (c->key < 0)
		c->key = new_key(s, (struct pdf_parent){.is_content = true, .index = content});
	attach(s, element);
	uint32_t id = (uint32_t)c->owner_count;
	add_kid(s, element, (struct pdf_kid){.kind = PDF_KID_MARK, .content = content, .value = id});
	ARRAY_RESERVE(c->owners, c->owner_count, c->owner_capacity);
	c->owners[c->owner_count++] = element->number;
	return id;
}

uint32_t pdf_structure_annotation(struct pdf_structure *s, uint32_t page, uint32_t annotation,
                                  const struct page_structure *element)
{
	attach(s, element);
	add_kid(s, element, (struct pdf_kid){.kind = PDF_KID_ANNOTATION, .content = page, .value = annotation});
	return new_key(s, (struct pdf_parent){.is_content = false, .index = element->number});
}

void pdf_structure_extend(struct pdf_structure *s, const struct page_structure *element, uint32_t page,
                          const mpt box[4])
{
	struct pdf_element *e = pdf_structure_element(s, element);
	if (!e->box) {
		e->box = xmalloc(sizeof *e->box);
		*e->box = (struct pdf_box){page, {box[0], box[1], box[2], box[3]}};
	}
	for (int i = 0; i < 4 && e->box->page == page; i++)
		e->box->edge[i] = i < 2 ? mpt_min(e->box->edge[i], box[i]) : mpt_max(e->box->edge[i], box[i]);
}

int64_t pdf_structure_key(struct pdf_structure *s, uint32_t content)
{
	return s->contents[content].key;
}
