/* Style of SVG elements: properties from presentation attributes, style sheets and style attributes (SVG 1.1, 6;
 * CSS 2.1). Knows nothing of drawing. */
#ifndef CBUA_SVG_STYLE_H
#define CBUA_SVG_STYLE_H

#include <libxml/tree.h>

#include "svg_geometry.h"

enum svg_paint_kind { SVG_PAINT_NONE, SVG_PAINT_COLOR, SVG_PAINT_CURRENT };

struct svg_paint {
	enum svg_paint_kind kind; /* of what is used when there is no server */
	struct page_color color;
	const char *server; /* id of a gradient; NULL: none */
};

struct svg_dashes {
	const double *length; /* [count] */
	size_t count;         /* 0: solid */
};

enum svg_anchor { SVG_ANCHOR_START, SVG_ANCHOR_MIDDLE, SVG_ANCHOR_END };
enum svg_baseline {
	SVG_BASELINE_ALPHABETIC,
	SVG_BASELINE_MIDDLE,
	SVG_BASELINE_CENTRAL,
	SVG_BASELINE_HANGING,
	SVG_BASELINE_MATHEMATICAL,
	SVG_BASELINE_BEFORE,
	SVG_BASELINE_AFTER
};
enum { SVG_UNDERLINE = 1, SVG_OVERLINE = 2, SVG_LINE_THROUGH = 4 };
enum { SVG_MARKER_START, SVG_MARKER_MID, SVG_MARKER_END, SVG_MARKERS };

/* Lengths are in user units. Keywords are ints, so that one table can hold them. */
struct svg_style {
	/* inherited */
	struct page_color color;
	struct svg_paint fill, stroke;
	double fill_opacity, stroke_opacity;
	int fill_even_odd, clip_even_odd;
	double stroke_width, miter_limit, dash_offset;
	int cap, join; /* page_line_cap, page_line_join */
	struct svg_dashes dash;
	int stroke_first;                /* paint-order */
	int hidden;                      /* visibility */
	const char *marker[SVG_MARKERS]; /* ids; NULL: none */
	const char *font_family;
	double font_size;
	int weight, slant, stretch;
	int small_caps;
	int anchor; /* svg_anchor */
	int right_to_left;
	int vertical;
	double letter_spacing, word_spacing;
	int decoration;       /* flags; of ancestors too */
	const char *language; /* xml:lang */
	int preserve_space;   /* xml:space */
	/* not inherited */
	int display_none;
	int overflow_visible;
	int non_scaling_stroke;
	double opacity;
	const char *clip_path; /* id; NULL: none */
	struct svg_paint stop_color;
	double stop_opacity;
	int baseline;          /* svg_baseline: dominant-baseline or alignment-baseline */
	double baseline_shift; /* upwards */
};

/* What lengths are relative to. */
struct svg_units {
	double font_size;
	double width, height; /* of the viewport */
};

enum svg_axis { SVG_HORIZONTAL, SVG_VERTICAL, SVG_OTHER };

/* A length in user units; px and pt are one, an inch is 72. False when it is none. */
bool svg_length(const char **at, const struct svg_units *units, enum svg_axis axis, double *out);

/* A colour; alpha goes to opacity. False when it is none. svg_color.c */
bool svg_color(const char **at, struct page_color *out);

/* The id in "url(#id)"; NULL for others. *at is moved past it. */
const char *svg_local_url(const char **at, struct arena *memory);

struct svg_sheet; /* the document's style sheets */

/* Of all style elements below root. Lives in memory. */
struct svg_sheet *svg_sheet_read(const xmlNode *root, struct arena *memory);

/* One declaration. value lives in the sheet's or the caller's memory. */
struct svg_declaration {
	const struct svg_property *property;
	const char *value;
	bool important;
};
struct svg_declarations {
	struct svg_declaration *item;
	size_t count;
};

/* "name: value; ..." Unknown properties are left out, as CSS demands. */
struct svg_declarations svg_declarations_parse(struct arena *memory, const char *text, size_t size);

/* Calls use for the declarations of every rule that matches, weakest first. */
void svg_sheet_match(const struct svg_sheet *sheet, const xmlNode *element,
                     void (*use)(void *context, const struct svg_declarations *), void *context);

/* svg_property.c */
const struct svg_property *svg_property_lookup(const char *name, size_t size);

/* What computing a style needs. */
struct svg_styler {
	const struct svg_sheet *sheet;
	struct arena *memory; /* for values that styles point to */
	struct arena *scratch;
	struct diag *d;
};

/* The initial values of all properties. */
struct svg_style svg_style_initial(void);

/* The element's style; parent's where that is inherited. units: of the viewport; its font size is the parent's. */
struct svg_style svg_style_compute(const struct svg_styler *styler, const xmlNode *element,
                                   const struct svg_style *parent, const struct svg_units *viewport, struct loc loc);

/* The property's value from text into style; false when it makes no sense. */
bool svg_property_apply(const struct svg_property *property, const struct svg_styler *styler, const char *text,
                        const struct svg_style *parent, const struct svg_units *viewport, struct svg_style *style);
/* False for what is known but not drawn: filters, masks, blending. */
bool svg_property_is_supported(const struct svg_property *property);
/* Is it to be known before lengths in em are? */
bool svg_property_is_font_size(const struct svg_property *property);
const char *svg_property_name(const struct svg_property *property);
/* Those that are not inherited get their initial values. */
void svg_style_begin(struct svg_style *style);

#endif
