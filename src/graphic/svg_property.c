/* The properties, a row each: name, whether it is inherited, where its value lies, how it is read. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "svg_style.h"

/* What a reader of values may ask for. */
struct value {
	const char *at;
	const struct svg_styler *styler;
	const struct svg_style *parent;
	struct svg_units units;
};

struct keyword {
	const char *word;
	int value;
};

struct svg_property {
	const char *name;
	bool inherited;
	size_t offset, size;                        /* of its field in struct svg_style */
	const struct keyword *keywords;             /* ends with NULL; the field is an int */
	bool (*read)(struct value *v, void *field); /* where keywords do not do */
};

/* ---- readers ---- */

static bool read_color(struct value *v, void *field)
{
	if (svg_keyword(&v->at, "currentColor"))
		return true;
	return svg_color(&v->at, field);
}

static bool read_plain_paint(struct value *v, struct svg_paint *paint)
{
	if (svg_keyword(&v->at, "none")) {
		paint->kind = SVG_PAINT_NONE;
		return true;
	}
	if (svg_keyword(&v->at, "currentColor")) {
		paint->kind = SVG_PAINT_CURRENT;
		return true;
	}
	paint->kind = SVG_PAINT_COLOR;
	return svg_color(&v->at, &paint->color);
}

static bool read_paint(struct value *v, void *field)
{
	struct svg_paint paint = {.server = svg_local_url(&v->at, v->styler->memory)};
	if ((!paint.server || *v->at) && !read_plain_paint(v, &paint))
		return false;
	/* What follows a colour is its form in a profile (icc-color), which the colour stands for. */
	if (strncmp(v->at, "icc-color", 9) == 0)
		v->at += strlen(v->at);
	*(struct svg_paint *)field = paint;
	return true;
}

static bool read_stop_color(struct value *v, void *field)
{
	struct svg_paint paint = {0};
	if (!read_plain_paint(v, &paint) || paint.kind == SVG_PAINT_NONE)
		return false;
	*(struct svg_paint *)field = paint;
	return true;
}

static bool read_opacity(struct value *v, void *field)
{
	double value;
	if (!svg_number(&v->at, &value))
		return false;
	if (*v->at == '%') {
		v->at++;
		value /= 100;
	}
	*(double *)field = value < 0 ? 0 : value > 1 ? 1 : value;
	return true;
}

static bool read_number(struct value *v, void *field)
{
	return svg_number(&v->at, field);
}

static bool read_length(struct value *v, void *field)
{
	return svg_length(&v->at, &v->units, SVG_OTHER, field);
}

static bool read_size(struct value *v, void *field)
{
	return svg_length(&v->at, &v->units, SVG_OTHER, field) && *(double *)field >= 0;
}

static bool read_spacing(struct value *v, void *field)
{
	if (svg_keyword(&v->at, "normal")) {
		*(double *)field = 0;
		return true;
	}
	return read_length(v, field);
}

static const char *take_rest(struct value *v)
{
	const char *text = arena_strdup(v->styler->memory, v->at);
	v->at += strlen(v->at);
	return text;
}

static bool read_dashes(struct value *v, void *field)
{
	struct svg_dashes dashes = {0};
	double *length = NULL, sum = 0;
	size_t capacity = 0;
	bool none = svg_keyword(&v->at, "none");
	while (!none && *v->at) {
		if (dashes.count == capacity) {
			length = arena_grow(v->styler->memory, length, dashes.count, capacity ? capacity * 2 : 4, sizeof *length);
			capacity = capacity ? capacity * 2 : 4;
		}
		if (!svg_length(&v->at, &v->units, SVG_OTHER, &length[dashes.count]) || length[dashes.count] < 0)
			return false;
		sum += length[dashes.count++];
		svg_skip_comma(&v->at);
	}
	dashes.length = length;
	dashes.count = sum > 0 ? dashes.count : 0;
	*(struct svg_dashes *)field = dashes;
	return true;
}

static bool read_reference(struct value *v, void *field)
{
	const char *id = NULL;
	if (!svg_keyword(&v->at, "none") && !(id = svg_local_url(&v->at, v->styler->memory)))
		return false;
	*(const char **)field = id;
	return true;
}

static bool read_markers(struct value *v, void *field)
{
	const char **marker = field;
	if (!read_reference(v, &marker[0]))
		return false;
	marker[1] = marker[2] = marker[0];
	return true;
}

/* Text that names no size, as Apache FOP has it; SVG 1.1 leaves it to the user agent (10.10). */
#define MEDIUM 9.0

static bool read_font_size(struct value *v, void *field)
{
	static const struct {
		const char *word;
		double size;
	} sizes[] = {{"xx-small", MEDIUM / 1.728}, {"x-small", MEDIUM / 1.44}, {"small", MEDIUM / 1.2},
	             {"medium", MEDIUM},           {"large", MEDIUM * 1.2},    {"x-large", MEDIUM * 1.44},
	             {"xx-large", MEDIUM * 1.728}};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (svg_keyword(&v->at, sizes[i].word)) {
			*(double *)field = sizes[i].size;
			return true;
		}
	double parent = v->parent->font_size;
	if (svg_keyword(&v->at, "larger"))
		*(double *)field = parent * 1.2;
	else if (svg_keyword(&v->at, "smaller"))
		*(double *)field = parent / 1.2;
	else {
		/* A percentage is of the parent's size. */
		struct svg_units units = {parent, parent, parent};
		return svg_length(&v->at, &units, SVG_HORIZONTAL, field) && *(double *)field >= 0;
	}
	return true;
}

static bool read_weight(struct value *v, void *field)
{
	int *weight = field, parent = v->parent->weight;
	double number;
	if (svg_keyword(&v->at, "normal"))
		*weight = 400;
	else if (svg_keyword(&v->at, "bolder"))
		*weight = parent < 400 ? 400 : parent < 600 ? 700 : 900;
	else if (svg_keyword(&v->at, "bold"))
		*weight = 700;
	else if (svg_keyword(&v->at, "lighter"))
		*weight = parent < 600 ? 100 : parent < 800 ? 400 : 700;
	else if (svg_number(&v->at, &number) && number >= 1 && number <= 1000)
		*weight = number < 100 ? 100 : number > 900 ? 900 : (int)number;
	else
		return false;
	return true;
}

static bool read_family(struct value *v, void *field)
{
	*(const char **)field = take_rest(v);
	return true;
}

static bool read_decoration(struct value *v, void *field)
{
	int flags = 0;
	while (*v->at) {
		if (svg_keyword(&v->at, "underline"))
			flags |= SVG_UNDERLINE;
		else if (svg_keyword(&v->at, "overline"))
			flags |= SVG_OVERLINE;
		else if (svg_keyword(&v->at, "line-through"))
			flags |= SVG_LINE_THROUGH;
		else if (svg_keyword(&v->at, "none"))
			return true;
		else { /* blink, a colour, a style */
			v->at += strcspn(v->at, " \t\r\n");
			svg_skip_space(&v->at);
		}
	}
	*(int *)field |= flags;
	return true;
}

static bool read_baseline_shift(struct value *v, void *field)
{
	double size = v->units.font_size;
	struct svg_units units = {size, size, size};
	if (svg_keyword(&v->at, "baseline"))
		*(double *)field = 0;
	else if (svg_keyword(&v->at, "sub"))
		*(double *)field = -0.2 * size;
	else if (svg_keyword(&v->at, "super"))
		*(double *)field = 0.4 * size;
	else
		return svg_length(&v->at, &units, SVG_HORIZONTAL, field);
	return true;
}

static bool read_paint_order(struct value *v, void *field)
{
	const char *stroke = strstr(v->at, "stroke"), *fill = strstr(v->at, "fill");
	*(int *)field = stroke && (!fill || stroke < fill);
	v->at += strlen(v->at);
	return true;
}

/* font: [style || variant || weight || stretch] size[/line-height] family (CSS 2.1, 15.8) */
static bool read_font(struct value *v, void *field);

/* Something that is not drawn as it should be: named once. */
static bool read_unsupported(struct value *v, void *field)
{
	(void)field;
	if (!svg_keyword(&v->at, "none") && !svg_keyword(&v->at, "normal"))
		return false;
	return true;
}

/* ---- the table, sorted by name ---- */

#define FIELD(name) offsetof(struct svg_style, name), sizeof((struct svg_style *)0)->name

static const struct keyword anchors[] = {
    {"start", SVG_ANCHOR_START}, {"middle", SVG_ANCHOR_MIDDLE}, {"end", SVG_ANCHOR_END}, {NULL, 0}};
static const struct keyword baselines[] = {{"auto", SVG_BASELINE_ALPHABETIC},
                                           {"baseline", SVG_BASELINE_ALPHABETIC},
                                           {"alphabetic", SVG_BASELINE_ALPHABETIC},
                                           {"no-change", SVG_BASELINE_ALPHABETIC},
                                           {"reset-size", SVG_BASELINE_ALPHABETIC},
                                           {"use-script", SVG_BASELINE_ALPHABETIC},
                                           {"middle", SVG_BASELINE_MIDDLE},
                                           {"central", SVG_BASELINE_CENTRAL},
                                           {"center", SVG_BASELINE_CENTRAL},
                                           {"hanging", SVG_BASELINE_HANGING},
                                           {"mathematical", SVG_BASELINE_MATHEMATICAL},
                                           {"text-before-edge", SVG_BASELINE_BEFORE},
                                           {"before-edge", SVG_BASELINE_BEFORE},
                                           {"text-top", SVG_BASELINE_BEFORE},
                                           {"top", SVG_BASELINE_BEFORE},
                                           {"text-after-edge", SVG_BASELINE_AFTER},
                                           {"after-edge", SVG_BASELINE_AFTER},
                                           {"text-bottom", SVG_BASELINE_AFTER},
                                           {"bottom", SVG_BASELINE_AFTER},
                                           {"ideographic", SVG_BASELINE_AFTER},
                                           {NULL, 0}};
static const struct keyword rules[] = {{"nonzero", 0}, {"evenodd", 1}, {NULL, 0}};
static const struct keyword directions[] = {{"ltr", 0}, {"rtl", 1}, {NULL, 0}};
static const struct keyword slants[] = {
    {"normal", FONT_NORMAL}, {"italic", FONT_ITALIC}, {"oblique", FONT_OBLIQUE}, {NULL, 0}};
static const struct keyword stretches[] = {{"normal", 100},   {"ultra-condensed", 50}, {"extra-condensed", 62},
                                           {"condensed", 75}, {"semi-condensed", 87},  {"semi-expanded", 112},
                                           {"expanded", 125}, {"extra-expanded", 150}, {"ultra-expanded", 200},
                                           {"narrower", 75},  {"wider", 125},          {NULL, 0}};
static const struct keyword variants[] = {{"normal", 0}, {"small-caps", 1}, {NULL, 0}};
static const struct keyword overflows[] = {{"visible", 1}, {"auto", 1}, {"hidden", 0}, {"scroll", 0}, {NULL, 0}};
static const struct keyword caps[] = {
    {"butt", PAGE_CAP_BUTT}, {"round", PAGE_CAP_ROUND}, {"square", PAGE_CAP_SQUARE}, {NULL, 0}};
static const struct keyword joins[] = {{"miter", PAGE_JOIN_MITER}, {"round", PAGE_JOIN_ROUND},
                                       {"bevel", PAGE_JOIN_BEVEL}, {"miter-clip", PAGE_JOIN_MITER},
                                       {"arcs", PAGE_JOIN_MITER},  {NULL, 0}};
static const struct keyword effects[] = {{"none", 0}, {"non-scaling-stroke", 1}, {NULL, 0}};
static const struct keyword visibilities[] = {{"visible", 0}, {"hidden", 1}, {"collapse", 1}, {NULL, 0}};
static const struct keyword writing_modes[] = {{"lr-tb", 0},         {"lr", 0},    {"rl-tb", 0}, {"rl", 0},
                                               {"horizontal-tb", 0}, {"tb-rl", 1}, {"tb", 1},    {"vertical-rl", 1},
                                               {"vertical-lr", 1},   {NULL, 0}};

static bool read_display(struct value *v, void *field)
{
	*(int *)field = svg_keyword(&v->at, "none");
	v->at += strlen(v->at);
	return true;
}

static const struct svg_property properties[] = {
    {"alignment-baseline", false, FIELD(baseline), baselines, NULL},
    {"baseline-shift", false, FIELD(baseline_shift), NULL, read_baseline_shift},
    {"clip-path", false, FIELD(clip_path), NULL, read_reference},
    {"clip-rule", true, FIELD(clip_even_odd), rules, NULL},
    {"color", true, FIELD(color), NULL, read_color},
    {"direction", true, FIELD(right_to_left), directions, NULL},
    {"display", false, FIELD(display_none), NULL, read_display},
    {"dominant-baseline", true, FIELD(baseline), baselines, NULL},
    {"fill", true, FIELD(fill), NULL, read_paint},
    {"fill-opacity", true, FIELD(fill_opacity), NULL, read_opacity},
    {"fill-rule", true, FIELD(fill_even_odd), rules, NULL},
    {"filter", false, 0, 0, NULL, read_unsupported},
    {"font", true, FIELD(font_size), NULL, read_font},
    {"font-family", true, FIELD(font_family), NULL, read_family},
    {"font-size", true, FIELD(font_size), NULL, read_font_size},
    {"font-stretch", true, FIELD(stretch), stretches, NULL},
    {"font-style", true, FIELD(slant), slants, NULL},
    {"font-variant", true, FIELD(small_caps), variants, NULL},
    {"font-weight", true, FIELD(weight), NULL, read_weight},
    {"letter-spacing", true, FIELD(letter_spacing), NULL, read_spacing},
    {"marker", true, FIELD(marker), NULL, read_markers},
    {"marker-end", true, FIELD(marker[SVG_MARKER_END]), NULL, read_reference},
    {"marker-mid", true, FIELD(marker[SVG_MARKER_MID]), NULL, read_reference},
    {"marker-start", true, FIELD(marker[SVG_MARKER_START]), NULL, read_reference},
    {"mask", false, 0, 0, NULL, read_unsupported},
    {"mix-blend-mode", false, 0, 0, NULL, read_unsupported},
    {"opacity", false, FIELD(opacity), NULL, read_opacity},
    {"overflow", false, FIELD(overflow_visible), overflows, NULL},
    {"paint-order", true, FIELD(stroke_first), NULL, read_paint_order},
    {"stop-color", false, FIELD(stop_color), NULL, read_stop_color},
    {"stop-opacity", false, FIELD(stop_opacity), NULL, read_opacity},
    {"stroke", true, FIELD(stroke), NULL, read_paint},
    {"stroke-dasharray", true, FIELD(dash), NULL, read_dashes},
    {"stroke-dashoffset", true, FIELD(dash_offset), NULL, read_length},
    {"stroke-linecap", true, FIELD(cap), caps, NULL},
    {"stroke-linejoin", true, FIELD(join), joins, NULL},
    {"stroke-miterlimit", true, FIELD(miter_limit), NULL, read_number},
    {"stroke-opacity", true, FIELD(stroke_opacity), NULL, read_opacity},
    {"stroke-width", true, FIELD(stroke_width), NULL, read_size},
    {"text-anchor", true, FIELD(anchor), anchors, NULL},
    {"text-decoration", true, FIELD(decoration), NULL, read_decoration},
    {"text-decoration-line", true, FIELD(decoration), NULL, read_decoration},
    {"vector-effect", false, FIELD(non_scaling_stroke), effects, NULL},
    {"visibility", true, FIELD(hidden), visibilities, NULL},
    {"word-spacing", true, FIELD(word_spacing), NULL, read_spacing},
    {"writing-mode", true, FIELD(vertical), writing_modes, NULL},
};

struct name {
	const char *text;
	size_t size;
};

static int compare_name(const void *key, const void *row)
{
	const struct name *name = key;
	const char *other = ((const struct svg_property *)row)->name;
	int order = strncmp(name->text, other, name->size);
	return order ? order : -(other[name->size] != '\0');
}

const struct svg_property *svg_property_lookup(const char *name, size_t size)
{
	struct name key = {name, size};
	return bsearch(&key, properties, sizeof properties / sizeof *properties, sizeof *properties, compare_name);
}

const char *svg_property_name(const struct svg_property *property)
{
	return property->name;
}

bool svg_property_is_supported(const struct svg_property *property)
{
	return property->read != read_unsupported;
}

bool svg_property_is_font_size(const struct svg_property *property)
{
	return property->read == read_font_size || property->read == read_font;
}

static bool read_keyword(struct value *v, const struct keyword *keywords, void *field)
{
	for (; keywords->word; keywords++)
		if (svg_keyword(&v->at, keywords->word)) {
			*(int *)field = keywords->value;
			return true;
		}
	return false;
}

static bool read_part_of_font(struct value *v, struct svg_style *style)
{
	return svg_keyword(&v->at, "normal") || read_keyword(v, slants, &style->slant) ||
	       read_keyword(v, variants, &style->small_caps) || read_keyword(v, stretches, &style->stretch);
}

static bool is_weight(const char *text)
{
	double number;
	const char *at = text;
	if (svg_keyword(&at, "bold") || svg_keyword(&at, "bolder") || svg_keyword(&at, "lighter"))
		return true;
	return svg_number(&at, &number) && number >= 100 && (*at == ' ' || *at == '\t');
}

static bool read_font(struct value *v, void *field)
{
	struct svg_style *style = (struct svg_style *)(void *)((char *)field - offsetof(struct svg_style, font_size));
	style->slant = FONT_NORMAL;
	style->weight = 400;
	style->stretch = 100;
	style->small_caps = 0;
	for (;;) {
		svg_skip_space(&v->at);
		if (is_weight(v->at) ? !read_weight(v, &style->weight) : !read_part_of_font(v, style))
			break;
	}
	if (!read_font_size(v, &style->font_size))
		return false;
	if (*v->at == '/')
		v->at += strcspn(v->at, " \t\r\n");
	svg_skip_space(&v->at);
	style->font_family = take_rest(v);
	return *style->font_family != '\0';
}

bool svg_property_apply(const struct svg_property *property, const struct svg_styler *styler, const char *text,
                        const struct svg_style *parent, const struct svg_units *viewport, struct svg_style *style)
{
	struct value v = {.at = text, .styler = styler, .parent = parent, .units = *viewport};
	v.units.font_size = style->font_size;
	char *field = (char *)style + property->offset;
	svg_skip_space(&v.at);
	if (svg_keyword(&v.at, "inherit") || (property->inherited && svg_keyword(&v.at, "unset"))) {
		memcpy(field, (const char *)parent + property->offset, property->size);
		return true;
	}
	if (svg_keyword(&v.at, "initial") || svg_keyword(&v.at, "unset")) {
		struct svg_style initial = svg_style_initial();
		memcpy(field, (const char *)&initial + property->offset, property->size);
		return true;
	}
	/* What cannot be read leaves the style as it was. */
	struct svg_style before = *style;
	bool ok = property->keywords ? read_keyword(&v, property->keywords, field) : property->read(&v, field);
	svg_skip_space(&v.at);
	if (!ok || *v.at)
		*style = before;
	return ok && !*v.at;
}

struct svg_style svg_style_initial(void)
{
	const struct page_color black = {PAGE_COLOR_RGB, {0}, 1, NULL};
	return (struct svg_style){.color = black,
	                          .fill = {SVG_PAINT_COLOR, black, NULL},
	                          .fill_opacity = 1,
	                          .stroke_opacity = 1,
	                          .stroke_width = 1,
	                          .miter_limit = 4,
	                          .font_family = "Arial, Helvetica, sans-serif",
	                          .font_size = MEDIUM,
	                          .weight = 400,
	                          .stretch = 100,
	                          .language = "",
	                          .opacity = 1,
	                          .stop_color = {SVG_PAINT_COLOR, black, NULL},
	                          .stop_opacity = 1};
}

void svg_style_begin(struct svg_style *style)
{
	struct svg_style initial = svg_style_initial();
	/* The dominant baseline is inherited, and an alignment replaces it. */
	for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
		if (!properties[i].inherited && properties[i].offset != offsetof(struct svg_style, baseline))
			memcpy((char *)style + properties[i].offset, (const char *)&initial + properties[i].offset,
			       properties[i].size);
}
