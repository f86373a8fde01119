/* The structure tree as objects (ISO 32000-1, 14.7.2). Compact: no object for a marked-content sequence, elements
 * without content left out. */
#include <stdlib.h>
#include <string.h>

#include "pdf_number.h"
#include "pdf_string.h"
#include "pdf_structure_tree.h"
#include "pdf_tree.h"

struct writing {
	struct pdf_state *pdf;
	struct pdf_structure *s;
	uint32_t root;              /* number of the StructTreeRoot */
	struct buffer text;         /* of the element that is being written */
	struct pdf_tree_entry *ids; /* of the IDTree */
	size_t id_count, id_capacity;
	const struct page_structure **mapped; /* elements whose role is the author's own, one of each name */
	size_t mapped_count, mapped_capacity;
};

static bool is_cell_or_row(const struct page_structure *element)
{
	return strcmp(element->role, "TD") == 0 || strcmp(element->role, "TH") == 0 || strcmp(element->role, "TR") == 0;
}

/* Empty elements say nothing, but a table without its empty cells would be another table. */
static bool is_kept(const struct writing *w, const struct page_structure *element)
{
	if (pdf_structure_element(w->s, element)->attached)
		return true;
	return is_cell_or_row(element) && element->parent && pdf_structure_element(w->s, element->parent)->object;
}

/* The next kept element in reading order below root; a child is asked about after its parent has got its number. */
static const struct page_structure *next_kept(const struct writing *w, const struct page_structure *root,
                                              const struct page_structure *element)
{
	bool descend = true;
	for (;;) {
		if (descend && element->first_child) {
			element = element->first_child;
		} else {
			while (element != root && !element->next)
				element = element->parent;
			if (element == root)
				return NULL;
			element = element->next;
		}
		if (is_kept(w, element))
			return element;
		descend = false;
	}
}

static void number_elements(struct writing *w, const struct page_structure *root)
{
	for (const struct page_structure *e = root; e; e = next_kept(w, root, e))
		pdf_structure_element(w->s, e)->object = pdf_reserve(&w->pdf->objects);
}

static void put_reference(struct buffer *out, uint32_t number)
{
	pdf_put_integer(out, number);
	buffer_puts(out, " 0 R");
}

static void put_key_reference(struct buffer *out, const char *key, uint32_t number)
{
	buffer_puts(out, key);
	pdf_put_integer(out, number);
	buffer_puts(out, " 0 R");
}

/* The page of the element's first own content: its marks there need only an integer. 0: none. */
static uint32_t page_of(const struct writing *w, const struct pdf_element *e)
{
	for (uint32_t k = e->first_kid; k; k = w->s->kids[k].next)
		if (w->s->kids[k].kind == PDF_KID_MARK && w->s->contents[w->s->kids[k].content].stream == 0)
			return w->s->contents[w->s->kids[k].content].page;
	return 0;
}

static void put_mark(struct writing *w, const struct pdf_kid *kid, uint32_t page)
{
	const struct pdf_structure_content *content = &w->s->contents[kid->content];
	if (content->stream == 0 && content->page == page) {
		pdf_put_integer(&w->text, kid->value);
		return;
	}
	put_key_reference(&w->text, "<</Type/MCR/Pg ", content->page);
	if (content->stream)
		put_key_reference(&w->text, "/Stm ", content->stream);
	buffer_puts(&w->text, "/MCID ");
	pdf_put_integer(&w->text, kid->value);
	buffer_puts(&w->text, ">>");
}

static void put_annotation(struct writing *w, const struct pdf_kid *kid)
{
	put_key_reference(&w->text, "<</Type/OBJR/Pg ", kid->content);
	put_key_reference(&w->text, "/Obj ", kid->value);
	buffer_puts(&w->text, ">>");
}

/* Children from *child on, up to and with the next that has content; all the rest when there is none. */
static void put_children(struct writing *w, const struct page_structure **child)
{
	bool done = false;
	for (; *child && !done; *child = (*child)->next) {
		const struct pdf_element *e = pdf_structure_element(w->s, *child);
		if (!e->object)
			continue;
		buffer_putc(&w->text, ' ');
		put_reference(&w->text, e->object);
		done = e->attached;
	}
}

static void put_missing_cells(struct writing *w, const struct page_structure *row)
{
	const struct pdf_element *e = pdf_structure_element(w->s, row);
	for (uint32_t i = 0; i < e->missing_cells; i++) {
		uint32_t number = pdf_reserve(&w->pdf->objects);
		char cell[40];
		int size = snprintf(cell, sizeof cell, "<</S/TD/P %u 0 R>>", (unsigned)e->object);
		pdf_file_text(&w->pdf->file, number, cell, (size_t)size);
		put_key_reference(&w->text, " ", number);
	}
}

/* Content and children: where children stand is where their content was drawn first, which of them stands there is told
 * by their order of reading (a footnote is drawn late, a table's header once more on every page). */
static void put_kids(struct writing *w, const struct page_structure *element, uint32_t page)
{
	const struct page_structure *child = element->first_child;
	const struct pdf_element *e = pdf_structure_element(w->s, element);
	buffer_puts(&w->text, "/K[");
	size_t start = w->text.size, count = 0;
	for (uint32_t k = e->first_kid; k; k = w->s->kids[k].next, count++) {
		const struct pdf_kid *kid = &w->s->kids[k];
		if (kid->kind != PDF_KID_ELEMENT)
			buffer_putc(&w->text, ' ');
		if (kid->kind == PDF_KID_ELEMENT)
			put_children(w, &child);
		else if (kid->kind == PDF_KID_MARK)
			put_mark(w, kid, page);
		else
			put_annotation(w, kid);
	}
	while (child)
		put_children(w, &child);
	put_missing_cells(w, element);
	if (w->text.size > start) { /* the space before the first */
		memmove(w->text.data + start, w->text.data + start + 1, w->text.size - start);
		w->text.size--;
	}
	buffer_putc(&w->text, ']');
}

static void put_text_entry(struct writing *w, const char *key, const char *text)
{
	if (!text || !*text)
		return;
	buffer_puts(&w->text, key);
	pdf_put_text(&w->text, text);
}

/* ISO 32000-1, 14.8.5.4.3 */
static void put_box(struct buffer *out, const struct pdf_box *box)
{
	buffer_puts(out, "/A<</O/Layout/BBox[");
	for (int i = 0; i < 4; i++) {
		pdf_put_length(out, box->edge[i]);
		buffer_puts(out, i < 3 ? " " : "]>>");
	}
}

static void put_attributes(struct writing *w, const struct page_structure *element)
{
	struct buffer *out = &w->text;
	const struct pdf_element *e = pdf_structure_element(w->s, element);
	if (e->box) { /* a figure: it has no others */
		put_box(out, e->box);
		return;
	}
	if (element->list_numbering) {
		buffer_puts(out, "/A<</O/List/ListNumbering");
		pdf_put_name(out, element->list_numbering);
		buffer_puts(out, ">>");
	}
	if (!element->scope && !e->headers && element->column_span <= 1 && element->row_span <= 1)
		return;
	buffer_puts(out, "/A<</O/Table");
	if (element->scope) {
		buffer_puts(out, "/Scope");
		pdf_put_name(out, element->scope);
	}
	if (e->headers)
		buffer_printf(out, "/Headers[%s]", e->headers);
	if (element->column_span > 1)
		buffer_printf(out, "/ColSpan %d", element->column_span);
	if (element->row_span > 1)
		buffer_printf(out, "/RowSpan %d", element->row_span);
	buffer_puts(out, ">>");
}

static void put_id(struct writing *w, const struct page_structure *element)
{
	const char *given = pdf_structure_element(w->s, element)->id, *id = given ? given : element->id;
	if (!id && strcmp(element->role, "Note") == 0) /* PDF/UA-1, 7.9 */
		id = arena_printf(w->pdf->memory, "note-%u", (unsigned)element->number);
	if (!id)
		return;
	buffer_puts(&w->text, "/ID");
	pdf_put_bytes(&w->text, id, strlen(id));
	ARRAY_RESERVE(w->ids, w->id_count, w->id_capacity);
	const char *reference =
	    arena_printf(w->pdf->memory, "%u 0 R", (unsigned)pdf_structure_element(w->s, element)->object);
	w->ids[w->id_count++] = (struct pdf_tree_entry){.name = id, .value = reference};
}

static void remember_role(struct writing *w, const struct page_structure *element)
{
	for (size_t i = 0; i < w->mapped_count; i++)
		if (strcmp(w->mapped[i]->custom_role, element->custom_role) == 0)
			return;
	ARRAY_RESERVE(w->mapped, w->mapped_count, w->mapped_capacity);
	w->mapped[w->mapped_count++] = element;
}

static void put_role(struct writing *w, const struct page_structure *element)
{
	bool own = element->custom_role && strcmp(element->custom_role, element->role) != 0;
	buffer_puts(&w->text, "<</S");
	pdf_put_name(&w->text, own ? element->custom_role : element->role);
	if (own)
		remember_role(w, element);
}

static void write_element(struct writing *w, const struct page_structure *element)
{
	const struct pdf_element *e = pdf_structure_element(w->s, element);
	uint32_t page = page_of(w, e);
	w->text.size = 0;
	put_role(w, element);
	put_key_reference(&w->text, "/P ",
	                  element->parent ? pdf_structure_element(w->s, element->parent)->object : w->root);
	if (page)
		put_key_reference(&w->text, "/Pg ", page);
	put_kids(w, element, page);
	put_text_entry(w, "/Lang", element->language);
	put_text_entry(w, "/Alt", element->alternative);
	put_text_entry(w, "/ActualText", element->actual_text);
	put_attributes(w, element);
	put_id(w, element);
	buffer_puts(&w->text, ">>");
	pdf_file_text(&w->pdf->file, e->object, w->text.data, w->text.size);
}

static const char *element_reference(struct writing *w, uint32_t number)
{
	uint32_t object = number < w->s->element_count ? w->s->elements[number].object : 0;
	return object ? arena_printf(w->pdf->memory, "%u 0 R", (unsigned)object) : "null";
}

static const char *parents_of_content(struct writing *w, const struct pdf_structure_content *content)
{
	struct buffer text = {0};
	buffer_putc(&text, '[');
	for (size_t i = 0; i < content->owner_count; i++) {
		uint32_t object = w->s->elements[content->owners[i]].object;
		if (i > 0)
			buffer_putc(&text, ' ');
		if (object)
			put_reference(&text, object);
		else
			buffer_puts(&text, "null");
	}
	buffer_putc(&text, ']');
	const char *kept = arena_strndup(w->pdf->memory, text.data, text.size);
	buffer_free(&text);
	return kept;
}

/* From the marked content of a page back to its elements (14.7.4.4). */
static uint32_t write_parent_tree(struct writing *w)
{
	struct pdf_tree_entry *entries = xcalloc(w->s->parent_count, sizeof *entries);
	for (size_t i = 0; i < w->s->parent_count; i++) {
		const struct pdf_parent *parent = &w->s->parents[i];
		entries[i].number = (int64_t)i;
		entries[i].value = parent->is_content ? parents_of_content(w, &w->s->contents[parent->index])
		                                      : element_reference(w, parent->index);
	}
	uint32_t number = pdf_tree_write(w->pdf, entries, w->s->parent_count);
	free(entries);
	return number;
}

static void put_role_map(struct writing *w)
{
	if (w->mapped_count == 0)
		return;
	buffer_puts(&w->text, "/RoleMap<<");
	for (size_t i = 0; i < w->mapped_count; i++) {
		pdf_put_name(&w->text, w->mapped[i]->custom_role);
		pdf_put_name(&w->text, w->mapped[i]->role);
	}
	buffer_puts(&w->text, ">>");
}

static void write_root(struct writing *w, const struct page_structure *root)
{
	uint32_t parents = write_parent_tree(w);
	uint32_t ids = w->id_count > 0 ? pdf_tree_write(w->pdf, w->ids, w->id_count) : 0;
	w->text.size = 0;
	put_key_reference(&w->text, "<</Type/StructTreeRoot/K ", pdf_structure_element(w->s, root)->object);
	put_key_reference(&w->text, "/ParentTree ", parents);
	buffer_printf(&w->text, "/ParentTreeNextKey %zu", w->s->parent_count);
	if (ids)
		put_key_reference(&w->text, "/IDTree ", ids);
	put_role_map(w);
	buffer_puts(&w->text, ">>");
	pdf_file_text(&w->pdf->file, w->root, w->text.data, w->text.size);
}

uint32_t pdf_structure_finish(struct pdf_state *pdf, const struct page_structure *root)
{
	struct writing w = {.pdf = pdf, .s = pdf->structure, .root = pdf_reserve(&pdf->objects)};
	number_elements(&w, root);
	pdf_structure_read_tables(pdf, root);
	for (const struct page_structure *e = root; e; e = next_kept(&w, root, e))
		write_element(&w, e);
	write_root(&w, root);
	buffer_free(&w.text);
	free(w.ids);
	free(w.mapped);
	return w.root;
}
