/* Filling one column of a reference area, from a break token to the next (DESIGN.md decision 12).
 * The column has a cursor that only moves on in block progression. Objects open fragments, place lines and boxes at the
 * cursor, and name the places where the column may end, each with a rank; when content does not fit, the column ends at
 * the last place of the lowest rank. If that is further back, the column is filled again from its start up to there:
 * what is measured is remembered in the content, so doing it again is cheap. */
#ifndef CBUA_COLUMN_H
#define CBUA_COLUMN_H

#include <limits.h>

#include "content.h"
#include "fragment.h"
#include "internal.h"

/* A space-specifier (XSL 4.3). */
struct space {
	mpt minimum, optimum, maximum;
	int precedence; /* SPACE_FORCE: force */
	bool retain;    /* conditionality */
};
#define SPACE_FORCE INT_MAX

/* Where one object stopped: which of its parts comes next and how far it is in it. */
struct break_step {
	const struct fo_node *node;
	uint32_t part;     /* of content_of(node); a row, a list item's side: the object's own count */
	uint32_t offset;   /* in the text of the part's lines */
	const void *state; /* the object's own: tokens of a row's cells */
};

/* What a column leaves of a side float to the one after it. */
struct float_rest {
	const struct fo_node *node;     /* fo:float */
	const struct fo_node *area;     /* what generates the reference area that it is in */
	const struct break_token *from; /* NULL: its beginning */
};

/* Where a column stopped: a step for each open object, outermost first. Immutable; depth 0: nothing laid out yet. */
struct break_token {
	const struct break_step *step;
	size_t depth;
	const struct float_rest *floats;
	size_t float_count;
	const struct fo_node **named; /* fo:float: they have been seen to, but the lines that name them are still to come */
	size_t named_count;
};

/* How bad it is to end a column at a place: 0 free, then keep strengths. */
enum { RANK_FREE = 0, RANK_LINES = FO_KEEP_ALWAYS - 1, RANK_ALWAYS = FO_KEEP_ALWAYS };

struct keeps {
	int column, page;
};

enum stacking_kind { STACKING_SPACE, STACKING_OPEN, STACKING_CLOSE };

/* What stands between the last content and the next: spaces, and edges of fragments that have neither border nor
 * padding there. */
struct stacking {
	enum stacking_kind kind;
	struct space space;
	struct fragment *fragment;
};

struct footnote {
	const struct fo_node *node;     /* fo:footnote, or a fo:float of the page's head */
	const struct break_token *from; /* rest of one that began on an earlier page; NULL: its beginning */
	struct fragment *area;
	mpt size;
	const struct break_token *rest; /* goes on on the next page; NULL: complete */
};

struct footnotes {
	struct footnote *item;
	size_t count, capacity;
	mpt size;           /* of all, without the footnotes' separator */
	mpt head;           /* of it before-floats, with their separator */
	bool float_put_off; /* a before-float waits for the next page: those after it, too */
};

/* What they take of the page when the footnotes have such a separator. */
static inline mpt footnotes_room(const struct footnotes *notes, mpt separator)
{
	return notes->size + (notes->size > notes->head ? separator : 0);
}

static inline void footnotes_add_sizes(struct footnotes *all, const struct footnotes *more)
{
	all->size += more->size;
	all->head += more->head;
	all->float_put_off = all->float_put_off || more->float_put_off;
}

/* The reference area that is being filled. */
struct reference {
	struct fragment *area;
	size_t first_float; /* of the column's side floats: those before it are in areas round this one */
	mpt origin;         /* where inline offsets are counted from: blocks displaced by floats have moved it */
};

/* How well a column ends at a place (column_end.c). */
struct column_fit {
	bool feasible;   /* its spaces can make it end exactly at the column's end */
	double ratio;    /* how far they go towards it: -1 all at their minimum, 0 optimum, 1 maximum */
	double demerits; /* of this column; less is better */
};

/* A place where a column may end so that its spaces fill it exactly. */
struct column_end_place {
	size_t ordinal; /* among the places to break of a column from the same beginning */
	struct column_fit fit;
	const struct break_token *at;
};

struct column_ends {
	struct column_end_place *item;
	size_t count, capacity;
	const struct break_token *beyond; /* what the column cannot hold even so; NULL: it holds all */
	struct arena *memory;
};

/* The place that was chosen for a column's end, when not the column itself chooses. */
struct column_choice {
	size_t ordinal; /* 0: none; COLUMN_TO_THE_END: the end of its content or a forced break */
	double ratio;
};
#define COLUMN_TO_THE_END SIZE_MAX

struct break_candidate {
	bool set;
	int rank;
	size_t ordinal;
	struct column_fit fit;
	struct break_step *step;
	size_t depth, capacity;
};

/* A place where an endless column might have ended. */
struct column_break {
	mpt end;   /* of the content before it */
	mpt begin; /* of the content after it: the spaces between are left out at a break */
	int rank;
};

struct column_breaks {
	struct column_break *item; /* [count], on the heap: the taker's to free */
	size_t count, capacity;
	bool open; /* what follows the last one has not been placed yet */
};

struct column {
	struct layout *l;
	const struct page_context *page;
	struct arena *memory;
	struct fragment *root; /* FRAGMENT_AREA */
	struct fragment *open; /* new fragments go into this one */
	mpt inline_size;
	mpt size;      /* MPT_MAX: without end */
	mpt area_size; /* block size of the reference area, for percentages and absolute areas; MPT_MAX: not known */
	mpt cursor;
	mpt closing;       /* what open objects will add when the column ends here: borders, repeated footers */
	bool blank;        /* nothing has been placed */
	bool area_start;   /* nothing since a reference area (or a list item's side) began: conditional spaces vanish */
	bool page_blank;   /* nor in former columns of the page */
	bool ends_page;    /* the end of this column is the end of its page: keeps within page count */
	bool unbreakable;  /* size is not a limit for breaking: only measured */
	struct keeps keep; /* of open objects' keep-together */
	mpt held_until;    /* up to there ending is as bad as a keep of always (fox:widow-content-limit) */
	const struct fo_node *held; /* a list of which the parts from held_part on are kept together */
	uint32_t held_part;
	struct keeps keep_next;  /* of what was placed last, keep-with-next */
	enum fo_key break_after; /* a forced break that waits for the next content; KEY_AUTO: none */
	enum fo_key span;        /* of the flow's children in this column: KEY_NONE, KEY_ALL; KEY_NONE_GIVEN: any */
	struct stacking *stacking;
	size_t stacking_count, stacking_capacity;
	struct break_step *path; /* of open objects */
	size_t depth, path_capacity;
	const struct break_token *from; /* where this column started */
	size_t ordinal, stop_at;        /* of break places; stop_at 0: none */
	struct break_candidate best;
	struct column_ends *ends;     /* NULL: nobody asks */
	size_t matched;               /* steps of from that open objects have taken up; SIZE_MAX: no more to match */
	bool placed;                  /* something since the best place was named */
	bool ended;                   /* at path (ordinal best or forced): the objects are closing */
	bool may_skip;                /* what cannot begin well here is left to a column with more room */
	bool skipped;                 /* it has been */
	struct column_breaks *breaks; /* all places to end are put down here; NULL: not wanted */
	bool again;                   /* must be filled again with stop_at */
	bool refill;        /* must be filled again: an object has learnt from its end what it needs at its beginning */
	enum fo_key reason; /* why it ended: KEY_AUTO full, KEY_COLUMN, KEY_PAGE, KEY_EVEN_PAGE, KEY_ODD_PAGE, KEY_ALL: a
	                       span change */
	const struct break_token *rest;
	mpt shrinkable, stretchable; /* of the resolved spaces together */
	mpt adjusted;                /* what their adjustment has added so far */
	double ratio;                /* how far each space is adjusted: -1 to its minimum, 1 to its maximum */
	bool rigid; /* in a list item or cell, beside others: spaces do not count for the ratio, and only give */
	struct footnotes footnotes;
	mpt footnote_separator; /* taken when there is a footnote */
	mpt footnote_reserve;   /* least that is kept for footnotes, with separator: they stand below all columns */
	struct reference reference;
	bool has_side_floats;           /* so that it may end elsewhere when its spaces are adjusted */
	struct side_float *side_floats; /* side_float.h */
	size_t side_float_count, side_float_capacity;
	struct float_rest *float_rests; /* what the column leaves of floats so far */
	size_t float_rest_count, float_rest_capacity;
	const struct fo_node **float_named; /* floats seen to before the line that names them stands */
	size_t float_named_count, float_named_capacity;
};

/* What a column is asked to hold. */
struct column_request {
	const struct fo_node *node;     /* whose content: a flow, cell, container, footnote body, static content */
	const struct break_token *from; /* NULL: the beginning */
	mpt inline_size, size;          /* size MPT_MAX: without end */
	mpt area_size;                  /* of the reference area's content; 0: not known */
	const struct page_context *page;
	bool page_blank, ends_page;
	enum fo_key span;
	const struct footnotes *footnotes; /* of former columns and pages, that take their room already; NULL */
	mpt footnote_separator, footnote_reserve;
	mpt taken;     /* by footnotes elsewhere on the page: not this column's to use */
	bool rigid;    /* spaces stay at their optimum: it stands beside others in a row */
	bool may_skip; /* later columns have more room than this one: nothing needs to be placed that does not fit */
	struct column_breaks *breaks; /* filled with all places to end; NULL: not wanted */
	struct column_choice choice;
	struct column_ends
	    *ends; /* all places that fit go here; then only rest and footnotes are sure in the result; NULL */
};

struct column_result {
	struct fragment *area;          /* FRAGMENT_AREA of node; area->block_size is what the content takes */
	const struct break_token *rest; /* NULL: all is laid out */
	enum fo_key reason;
	int rank;                    /* of the break; RANK_FREE when nothing is left */
	struct column_choice choice; /* asked for again, this is how it ends without being filled twice */
	bool blank;                  /* nothing was placed */
	struct footnotes footnotes;  /* found in it, the request's not included */
	bool has_side_floats;
};

struct column_result column_fill(struct layout *l, const struct column_request *request);
/* All content of a node without a break, for the page of c. */
struct column_result column_fill_whole(const struct column *c, const struct fo_node *node, mpt inline_size);

/* For the objects (block.c, list.c, table.c, container.c), which lay themselves out in a column.
 * Each returns true when it is done and false when the column has ended inside it: its caller returns at once, too,
 * closing its fragment. */
bool column_layout_node(struct column *c, const struct fo_node *node); /* any block-level object */
bool column_layout_content(struct column *c,
                           const struct fo_node *node); /* the parts of a node, in a step of its own */

/* The parts of the object whose step is on top, from where that stopped. */
bool column_layout_parts(struct column *c, const struct fo_node *node, bool resumed);

/* The step of the object that is being laid out: push at its beginning (when the column resumes in it, part, offset and
 * state are set from the token), pop at its end. column_resumes: whether this object has begun in an earlier column. */
bool column_push(struct column *c, const struct fo_node *node);
void column_pop(struct column *c);
struct break_step *column_step(struct column *c);

/* A place to end before what the path points to. False: the column ends here. */
bool column_may_break(struct column *c, int rank);
int column_rank(const struct column *c, struct keeps between);
/* Content stands at the cursor: the one after the place to end that was named last. */
void column_begin_content(struct column *c);
/* Ends the column here, for a forced break. Always false. */
bool column_end(struct column *c, enum fo_key reason);
/* True when a break-before of this kind is needed before more content can be placed. */
bool column_needs_break(const struct column *c, enum fo_key kind);

void column_add_space(struct column *c, struct space space);
/* stacking.c: fragments whose edges wait for the spaces round them; what the pending spaces will take; the end of a
 * column. */
void stacking_open(struct column *c, struct fragment *f);
void stacking_close(struct column *c, struct fragment *f);
bool stacking_has_opening(const struct column *c, const struct fragment *f);
mpt stacking_size(const struct column *c, bool at_end);
mpt stacking_shrinkable(const struct column *c);
/* What a space takes in the column as it is adjusted; it counts for the adjustment from now on. */
mpt column_take_space(struct column *c, const struct space *space);
void stacking_settle_end(struct column *c);
/* Resolves what has stacked up since the last content: the cursor is where the next content begins. */
void column_settle(struct column *c);
/* Whether block_size more (with footnotes' room) fits after what is pending; if not, the column has ended (unless it
 * must be placed all the same, because nothing would ever fit). */
bool column_make_room(struct column *c, mpt block_size, const struct footnotes *footnotes);
/* How well it would end where content is over its size (below 0: short of it) by so much. column_end.c */
struct column_fit column_fit_of(const struct column *c, mpt over);
/* Whether a is a better end than b, which comes before it. */
bool column_fit_better(const struct column_fit *a, const struct column_fit *b);
/* Where content has to end; MPT_MAX: nowhere. */
mpt column_limit(const struct column *c);
/* Puts a fragment at the cursor and moves on by its size. Room must have been made. */
void column_place(struct column *c, struct fragment *f);
/* Opens and closes a fragment round what comes; border and padding are set by box_open. */
struct fragment *column_open_box(struct column *c, const struct fo_node *node, enum fragment_kind kind,
                                 mpt inline_offset, mpt inline_size, bool resumed);
/* The same without border and padding, whatever the node says: a table of collapsed borders. */
struct fragment *column_open_plain(struct column *c, const struct fo_node *node, enum fragment_kind kind,
                                   mpt inline_offset, mpt inline_size, bool resumed);
void column_close_box(struct column *c, struct fragment *f, bool complete);

void footnotes_append(struct column *c, const struct footnotes *more);

/* Something stands at the cursor now: the column and the reference area are no longer blank. */
void column_mark_placed(struct column *c);

/* A footnote's body (or the rest of it) in a room of size; what does not fit is .rest. footnote.c */
struct footnote footnote_fill(struct layout *l, const struct fo_node *footnote, const struct break_token *from,
                              mpt size, const struct page_context *page);

/* line_grid.c: sets f, a line about to be placed, off from the cursor to where the block's line grid has it; *after
 * receives what it takes besides behind itself. */
void line_grid_place(const struct column *c, const struct fo_node *block, struct fragment *f, mpt *after);

/* The footnotes and before-floats that a line calls for, laid out; what the page has no room for is put off. footnote.c
 */
struct footnotes footnotes_of_line(struct column *c, const struct line *line, mpt line_size);

/* What every block-level object of the flow has in common: its step, spaces, keeps and breaks; inner lays out what is
 * special. block.c */
bool column_layout_object(struct column *c, const struct fo_node *node,
                          bool (*inner)(struct column *c, const struct fo_node *node, bool resumed));
/* Where a block-level object's border rectangle lies in the reference area (XSL 5.3.2: indents count from there). */
void box_inline_place(const struct column *c, const struct fo_node *node, mpt *offset, mpt *size);

/* The inline size of the containing block: what percentages of a block-level object are taken of (XSL 7.2, 7.3.1). */
mpt containing_inline_size(const struct column *c, const struct fo_node *node);

bool list_block_layout(struct column *c, const struct fo_node *node, bool resumed);
bool list_item_layout(struct column *c, const struct fo_node *node, bool resumed);
bool container_layout(struct column *c, const struct fo_node *node, bool resumed);
bool table_layout(struct column *c, const struct fo_node *node, bool resumed);
bool table_and_caption_layout(struct column *c, const struct fo_node *node, bool resumed);
/* axf:overflow-condense: the content of request->node, laid out in *result as if its room of inline_size by area_size
 * were larger, and how much smaller it is to be drawn so that it fits, in (0, 1); 1 when it is not to be condensed,
 * with *result not set. What cannot be drawn at the smallest font size allowed is reported, and drawn smaller.
 * condense.c */
double container_condense(struct layout *l, const struct column_request *request, struct column_result *result);
/* An absolutely positioned fo:block-container: placed in the reference area round it, takes no room in the column. */
void container_place_absolute(struct column *c, const struct fo_node *node);

/* Extent of keeps of an object, its first or last child's looked into (XSL 4.8). keep.c */
struct keeps keep_together(const struct fo_node *node);
struct keeps keep_with_next(const struct fo_node *node);
struct keeps keep_with_previous(struct layout *l, const struct fo_node *node, const struct page_context *page);
/* Of the block that a block or a table cell ends with. */
struct keeps keep_with_next_of_last(struct layout *l, const struct fo_node *node, const struct page_context *page);
enum fo_key break_after_of_last(struct layout *l, const struct fo_node *node, const struct page_context *page);
/* The break-before of an object or, when it begins with a block-level object, of that one: the strongest. KEY_AUTO:
 * none. */
enum fo_key break_before(struct layout *l, const struct fo_node *node, const struct page_context *page);
enum fo_key break_stronger(enum fo_key a, enum fo_key b);
/* The space before (minimum PROP_SPACE_BEFORE_MINIMUM) or after (PROP_SPACE_AFTER_MINIMUM) an object. */
struct space space_of(const struct fo_node *node, enum fo_property minimum, mpt base);
static inline struct keeps keeps_max(struct keeps a, struct keeps b)
{
	return (struct keeps){a.column > b.column ? a.column : b.column, a.page > b.page ? a.page : b.page};
}

#endif
