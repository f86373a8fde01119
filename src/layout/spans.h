/* What the files that make a page's body share: the body so far, and a set of columns below it. */
#ifndef CBUA_SPANS_H
#define CBUA_SPANS_H

#include "page_sequence.h"

struct body {
	struct layout *l;
	const struct fo_node *flow;
	struct page_context *page;
	const struct region *region;
	struct fragment *area;
	mpt inline_size, block_size; /* of the content rectangle */
	int columns;
	mpt gap;
	mpt separator; /* of footnotes: size of its static content */
	struct fragment *separator_area, *float_separator_area;
	bool floats_alone; /* nothing but before-floats has room on this page */
	bool has_side_floats;
	struct footnotes footnotes; /* all of this page, carried ones first */
	size_t carried;             /* how many of them were found on earlier pages */
	const struct break_token *from;
	mpt at; /* where the next span begins */
	bool blank;
	enum fo_key reason;
	struct column_choice end; /* of the last column */
	const struct page_start *start;
	size_t span;     /* number of the one that is being filled */
	bool unexplored; /* footnotes of all columns decide where each one ends: nothing is chosen */
	struct column_ends *ends;
	size_t explored_columns;
};

#define COLUMNS_MAX 64

/* Several columns filled one after the other from a token. */
struct set {
	struct fragment *column[COLUMNS_MAX];
	int used;
	const struct break_token *rest;
	enum fo_key reason;
	bool blank;
	struct column_choice end; /* of the last one */
	mpt tallest;
	struct footnotes footnotes; /* found in them */
	bool has_side_floats;
};

/* What one of so many columns of the span is asked to hold from where the body is. */
struct column_request body_column_request(const struct body *b, int columns, mpt size, enum fo_key span);

/* The columns of a span that ends on this page, set anew so that they are about equally high (XSL 4.2.5). whole: as
 * they were filled, which is what is given back when that cannot be had. */
struct set body_balance(const struct body *b, int columns, mpt size, enum fo_key span, struct set whole);

#endif
