/* The records behind tagged PDF; private to pdf_structure*.c. */
#ifndef CBUA_PDF_STRUCTURE_TREE_H
#define CBUA_PDF_STRUCTURE_TREE_H

#include "pdf_structure.h"

enum pdf_kid_kind {
	PDF_KID_ELEMENT,   /* the place of a child; which one is decided by the children's own order */
	PDF_KID_MARK,      /* content: index of the stream, value: MCID */
	PDF_KID_ANNOTATION /* content: number of the page, value: number of the annotation */
};

struct pdf_kid {
	enum pdf_kid_kind kind;
	uint32_t content, value;
	uint32_t next; /* in pdf_structure.kids; 0: last */
};

/* What a figure covers: left bottom right top. */
struct pdf_box {
	uint32_t page; /* the first on which it is */
	mpt edge[4];
};

struct pdf_element {
	uint32_t first_kid, last_kid; /* 0: none */
	uint32_t object;
	bool attached;          /* it or something below it has content */
	uint32_t missing_cells; /* of a row */
	const char *id;         /* a header that cells name; NULL: the element's own, if any */
	const char *headers;    /* of a cell: ids as PDF strings; NULL: Scope tells them */
	struct pdf_box *box;    /* NULL: none */
};

struct pdf_structure_content {
	uint32_t page, stream; /* numbers; stream 0: the page's own */
	int64_t key;           /* in the parent tree; -1: none */
	uint32_t *owners;      /* [owner_count], element numbers by MCID */
	size_t owner_count, owner_capacity;
};

/* An entry of the parent tree. */
struct pdf_parent {
	bool is_content;
	uint32_t index; /* of the stream, or the element's number */
};

struct pdf_structure {
	struct pdf_element *elements; /* [element_count], by page_structure.number */
	size_t element_count;
	struct pdf_kid *kids; /* [kid_count] */
	size_t kid_count, kid_capacity;
	struct pdf_structure_content *contents;
	size_t content_count, content_capacity;
	struct pdf_parent *parents; /* by key */
	size_t parent_count, parent_capacity;
};

struct pdf_element *pdf_structure_element(struct pdf_structure *s, const struct page_structure *element);

/* Looks at every table below root once elements have numbers. */
void pdf_structure_read_tables(struct pdf_state *pdf, const struct page_structure *root);

#endif
