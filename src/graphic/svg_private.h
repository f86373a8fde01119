/* An SVG document while it is drawn: from its tree to page items. */
#ifndef CBUA_SVG_PRIVATE_H
#define CBUA_SVG_PRIVATE_H

#include "graphic_private.h"
#include "svg_style.h"

/* Elements shown through use, marker and the like; and how deep: what draws itself ends. */
enum { SVG_MAX_DRAWN = 1000000, SVG_MAX_REFERENCES = 24 };

struct svg_context {
	struct graphic_store *store;
	struct arena *memory;  /* of the picture: items, paths, glyphs */
	struct arena *scratch; /* of the drawing */
	struct svg_styler styler;
	const xmlNode *root;
	xmlHashTable *ids;       /* of xmlNode; borrowed */
	xmlHashTable *gradients; /* of struct svg_gradient, by id */
	struct page_items items;
	const char *file;     /* a file of its own; NULL: in the formatting objects */
	struct loc loc;       /* for what has no file of its own; of the element that shows the picture */
	struct svg_box drawn; /* what items cover, in mpt; only for what may be left unclipped */
	bool may_overflow;    /* something whose box is not known was drawn */
	size_t count;         /* elements drawn or measured */
	const xmlNode *shown[SVG_MAX_REFERENCES]; /* what is shown through a reference now, outermost first */
	int references;
};

/* What an element is drawn in. */
struct svg_state {
	struct svg_matrix matrix; /* user units to mpt */
	struct svg_style style;
	struct svg_units units; /* of the viewport and the style */
};

/* ---- svg_element.c ---- */

struct loc svg_loc(const struct svg_context *c, const xmlNode *node);
bool svg_is(const xmlNode *node, const char *name);
/* The next element from node on among siblings; NULL after the last. */
const xmlNode *svg_element_from(const xmlNode *node);
/* An attribute without namespace; NULL: absent. Lives in scratch or in the tree. */
const char *svg_attribute(const struct svg_context *c, const xmlNode *element, const char *name);
/* href or xlink:href */
const char *svg_href(const struct svg_context *c, const xmlNode *element);
/* The element with that id; NULL after reporting at node. */
const xmlNode *svg_target(struct svg_context *c, const char *id, const xmlNode *node);
/* A length attribute; fallback where it is absent or, after a message, makes no sense. */
double svg_attribute_length(struct svg_context *c, const struct svg_state *state, const xmlNode *element,
                            const char *name, enum svg_axis axis, double fallback);
/* viewBox; width < 0 when there is none that makes sense. */
struct svg_box svg_view_box(struct svg_context *c, const xmlNode *element);
/* The element's transform attribute (or gradientTransform, ...). */
struct svg_matrix svg_transform_of(struct svg_context *c, const xmlNode *element, const char *name);
/* A gradient or pattern and those it takes what it leaves open from, itself first. */
struct svg_chain {
	struct svg_context *c;
	const xmlNode *node[16];
	size_t count;
};
struct svg_chain svg_chain_from(struct svg_context *c, const xmlNode *node, bool (*accepts)(const xmlNode *));
/* The nearest element that has the attribute; of the first one's kind where only that kind has it. NULL: none. */
const xmlNode *svg_chain_holder(const struct svg_chain *chain, const char *name, bool same_kind);
/* Something that is drawn otherwise than it should be: a warning, the first time for what. */
void svg_unsupported(struct svg_context *c, const xmlNode *node, const char *what, const char *instead);

/* ---- svg_draw.c ---- */

/* The element's own style in state's place, and its transform. False when nothing is shown. */
bool svg_enter(struct svg_context *c, const xmlNode *element, const struct svg_state *outside,
               struct svg_state *inside);
/* The style an element has where it stands, through all its ancestors: for what is drawn elsewhere. */
struct svg_state svg_state_in_place(struct svg_context *c, const xmlNode *element, const struct svg_units *units);
/* False, after a message, when more elements were drawn or measured than a document may have. */
bool svg_count(struct svg_context *c, const xmlNode *element);
void svg_draw_element(struct svg_context *c, const xmlNode *element, const struct svg_state *outside);
void svg_draw_children(struct svg_context *c, const xmlNode *element, const struct svg_state *state);
/* A viewport of that size at 0,0: its viewBox, clipped unless overflow says otherwise; then the element's children.
 * Within svg_save and svg_restore of the caller's when needed. */
void svg_draw_viewport(struct svg_context *c, const xmlNode *element, struct svg_state *state, double width,
                       double height);
/* From node to target, which is shown by it until svg_leave_reference. False, after a message, when target is shown
 * already, or too many are one in the other. */
bool svg_enter_reference(struct svg_context *c, const xmlNode *node, const xmlNode *target);
void svg_leave_reference(struct svg_context *c);

/* ---- svg_emit.c ---- */

void svg_save(struct svg_context *c, const struct page_matrix *matrix, const struct page_path_segment *clip,
              size_t clip_count, bool clip_even_odd, double opacity);
void svg_restore(struct svg_context *c);
/* Fill and stroke of a path, by the style. */
void svg_emit_path(struct svg_context *c, const xmlNode *node, const struct svg_state *state,
                   const struct svg_path *path);
/* The path in mpt after m. */
struct page_path_segment *svg_page_segments(struct arena *memory, const struct svg_path *path, struct svg_matrix m);
/* A matrix between mpt and mpt. */
struct page_matrix svg_page_matrix(struct svg_matrix m);
/* Where a similarity does not do: mpt-sized axes in which a unit is as long as on average in state's, and the matrix
 * from them to the page. */
struct svg_matrix svg_even_axes(struct svg_matrix matrix, struct page_matrix *to_page);
/* Colour, or none (opacity 0), that the paint has when it is no gradient. */
struct page_color svg_plain_color(const struct svg_paint *paint, const struct svg_style *style, double opacity);
void svg_include_drawn(struct svg_context *c, struct svg_box box);

/* ---- svg_gradient.c ---- */

/* The gradient of that id for a path of box (user units), its matrix ending in axes; NULL when the id names none, after
 * reporting; when it paints nothing (*none); and when it comes to one colour (*plain). */
const struct page_gradient *svg_gradient_for(struct svg_context *c, const xmlNode *node, const char *id,
                                             const struct svg_state *state, struct svg_box box, struct svg_matrix axes,
                                             double opacity, bool *none, struct page_color *plain);

/* ---- svg_pattern.c ---- */

/* Is that the id of a pattern? */
bool svg_is_pattern(const struct svg_context *c, const char *id);
/* Fills the path with it. */
void svg_fill_with_pattern(struct svg_context *c, const xmlNode *node, const struct svg_state *state,
                           const struct svg_path *path);

/* ---- svg_shape.c ---- */

/* The outline of a basic shape or path element; false for other elements. An empty path draws nothing. */
bool svg_shape(struct svg_context *c, const xmlNode *element, const struct svg_state *state, struct svg_path *path);

/* ---- svg_clip.c ---- */

/* Opens a group clipped by the clipPath of that id: how many svg_restore end it; -1: all is clipped away. */
int svg_clip_begin(struct svg_context *c, const xmlNode *element, const char *id, const struct svg_state *state);

/* ---- svg_box.c ---- */

/* The box round what an element draws, in its own user units, without strokes. */
struct svg_box svg_bounding_box(struct svg_context *c, const xmlNode *element, const struct svg_state *state);

/* ---- svg_image.c ---- */

void svg_draw_image(struct svg_context *c, const xmlNode *element, struct svg_state *state);

/* ---- svg_marker.c ---- */

void svg_draw_markers(struct svg_context *c, const xmlNode *node, const struct svg_state *state,
                      const struct svg_path *path);

/* ---- svg_text.c ---- */

void svg_draw_text(struct svg_context *c, const xmlNode *text, const struct svg_state *state);

/* ---- svg_text_collect.c: characters with their places and styles ---- */

struct svg_character {
	uint32_t codepoint;
	const struct svg_state *state;
	const xmlNode *node; /* for messages */
	double x, y, dx, dy, rotate;
	bool has_x, has_y;
	double shift; /* of the baseline, upwards */
};

struct svg_characters {
	struct svg_character *item;
	size_t count, capacity;
};

struct svg_characters svg_text_collect(struct svg_context *c, const xmlNode *text, const struct svg_state *state);

/* ---- svg_text_outline.c ---- */

struct text_piece;
/* The outlines of a piece's glyphs; scale: from mpt to the path's units, which origin is in. */
void svg_glyph_outlines(struct svg_path *path, const struct text_piece *piece, struct svg_point origin, double scale);

#endif
