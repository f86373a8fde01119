/* The parts of SVG that are tables: numbers, path data, transforms, colours, style sheets. Places are worked out by
 * hand. */
#include <libxml/parser.h>
#include <stdlib.h>

#include "check.h"
#include "graphic.h"
#include "svg_geometry.h"
#include "svg_style.h"

/* 12.3400 -> "12.34", -0 -> "0" */
static void put_number(struct buffer *out, double value)
{
	char text[64];
	snprintf(text, sizeof text, "%.3f", value);
	size_t size = strlen(text);
	while (text[size - 1] == '0')
		size--;
	size -= text[size - 1] == '.';
	text[size] = '\0';
	buffer_puts(out, strcmp(text, "-0") == 0 ? "0" : text);
}

static void put_point(struct buffer *out, struct svg_point p)
{
	put_number(out, p.x);
	buffer_putc(out, ',');
	put_number(out, p.y);
}

static void put_path(struct buffer *out, const struct svg_path *path)
{
	for (size_t i = 0; i < path->count; i++) {
		const struct svg_segment *s = &path->segment[i];
		buffer_printf(out, "%s%c", i ? " " : "", "MLCZ"[s->verb]);
		int points = s->verb == PAGE_CURVE ? 3 : s->verb == PAGE_CLOSE ? 0 : 1;
		for (int k = 0; k < points; k++) {
			buffer_puts(out, k ? " " : "");
			put_point(out, s->point[k]);
		}
	}
}

static const struct {
	const char *name, *data, *want;
	bool malformed;
} paths[] = {
    {"lines, absolute", "M10 20L30 40H50V60Z", "M10,20 L30,40 L50,40 L50,60 Z", false},
    {"lines, relative", "m10 20l30 40h50v60z", "M10,20 L40,60 L90,60 L90,120 Z", false},
    {"more pairs after a move are lines", "M1,2 3,4 5,6", "M1,2 L3,4 L5,6", false},
    {"relative ones too", "m1,2 3,4 5,6", "M1,2 L4,6 L9,12", false},
    {"no space where none is needed", "M.5.5-1-1l1e1-1E-1", "M0.5,0.5 L-1,-1 L9,-1.1", false},
    {"after a close drawing goes on from the start", "M1 1h4v4zl2 2", "M1,1 L5,1 L5,5 Z M1,1 L3,3", false},
    {"a relative move after a close", "M1 1h4zm2 2h1", "M1,1 L5,1 Z M3,3 L4,3", false},
    {"cubic", "M0 0C1 2 3 4 5 6c1 1 2 2 3 3", "M0,0 C1,2 3,4 5,6 C6,7 7,8 8,9", false},
    {"smooth: the control is mirrored", "M0 0C0 5 5 10 10 10S20 5 20 0", "M0,0 C0,5 5,10 10,10 C15,10 20,5 20,0",
     false},
    {"smooth after a line: no control", "M0 0L10 10S20 5 20 0", "M0,0 L10,10 C10,10 20,5 20,0", false},
    /* a third of the way from the control to each end */
    {"quadratic", "M0 0Q6 6 12 0", "M0,0 C4,4 8,4 12,0", false},
    {"smooth quadratic", "M0 0Q6 6 12 0T24 0", "M0,0 C4,4 8,4 12,0 C16,-4 20,-4 24,0", false},
    /* a quarter: k = 4/3 tan(pi/8) = 0.5523 */
    {"quarter circle", "M10 0A10 10 0 0 1 0 10", "M10,0 C10,5.523 5.523,10 0,10", false},
    {"the other way round", "M10 0A10 10 0 0 0 0 -10", "M10,0 C10,-5.523 5.523,-10 0,-10", false},
    {"half an ellipse", "M0 0a20 10 0 0 1 40 0", "M0,0 C0,-5.523 8.954,-10 20,-10 C31.046,-10 40,-5.523 40,0", false},
    {"turned by a quarter, radii change places", "M0 0a10 20 90 0 1 40 0",
     "M0,0 C0,-5.523 8.954,-10 20,-10 C31.046,-10 40,-5.523 40,0", false},
    {"radii too small grow", "M0 0a1 .5 0 0 1 40 0", "M0,0 C0,-5.523 8.954,-10 20,-10 C31.046,-10 40,-5.523 40,0",
     false},
    {"flags need no space", "M10 0a10 10 0 01-10 10", "M10,0 C10,5.523 5.523,10 0,10", false},
    {"a radius of 0 is a line", "M0 0A0 5 0 0 1 9 9", "M0,0 L9,9", false},
    {"an arc to where it is, is nothing", "M5 5A1 1 0 0 1 5 5L6 6", "M5,5 L6,6", false},
    {"empty", "", "", false},
    {"none", "none", "", false},
    {"does not begin with a move", "L1 1", "", true},
    {"half a point", "M1 1L2 2 3", "M1,1 L2,2", true},
    {"a letter that is no command", "M1 1L2 2X", "M1,1 L2,2", true},
    {"a flag that is none", "M1 1a1 1 0 2 0 3 3", "M1,1", true},
    {"numbers after a close", "M1 1L2 2z3 3", "M1,1 L2,2 Z", true},
};

static void check_paths(struct arena *memory)
{
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct svg_path path = {.memory = memory};
		struct buffer got = {0};
		check_int(paths[i].name, !svg_path_parse(&path, paths[i].data), paths[i].malformed);
		buffer_puts(&got, "");
		put_path(&got, &path);
		check_str(paths[i].name, got.data, paths[i].want);
		buffer_free(&got);
	}
}

static void check_bounds(struct arena *memory)
{
	static const struct {
		const char *data, *want;
	} cases[] = {
	    {"M10 20L30 5", "10,5 20,15"},
	    /* the curve reaches 3/4 of its controls' height: 7.5 of 10 */
	    {"M0 0C0 10 20 10 20 0", "0,0 20,7.5"},
	    {"M-10 0A10 10 0 0 1 10 0A10 10 0 0 1 -10 0", "-10,-10 20,20"},
	    {"M5 5", "5,5 0,0"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct svg_path path = {.memory = memory};
		struct buffer got = {0};
		svg_path_parse(&path, cases[i].data);
		struct svg_box box = svg_path_bounds(&path, SVG_IDENTITY);
		put_point(&got, (struct svg_point){box.x, box.y});
		buffer_putc(&got, ' ');
		put_point(&got, (struct svg_point){box.width, box.height});
		check_str(cases[i].data, got.data, cases[i].want);
		buffer_free(&got);
	}
	struct svg_path empty = {.memory = memory};
	check_true("nothing has no box", svg_path_bounds(&empty, SVG_IDENTITY).width < 0);
}

static void check_direction(struct arena *memory)
{
	struct svg_path path = {.memory = memory};
	struct buffer got = {0};
	svg_path_parse(&path, "M0 0H10V10ZM2 2C3 3 4 4 5 2");
	/* a triangle of 50, clockwise as y goes down; twice that, and the curve's hull */
	check_true("clockwise", svg_path_area(&path) > 90);
	svg_path_reverse(&path);
	put_path(&got, &path);
	check_str("backwards", got.data, "M10,10 L10,0 L0,0 Z M5,2 C4,4 3,3 2,2");
	check_true("the other way", svg_path_area(&path) < -90);
	buffer_free(&got);
}

static const struct {
	const char *text, *want; /* where 1,0 and 0,1 and 0,0 go; NULL: malformed */
} transforms[] = {
    {"", "1,0 0,1 0,0"},
    {"none", "1,0 0,1 0,0"},
    {"translate(10)", "11,0 10,1 10,0"},
    {"translate(10,20)", "11,20 10,21 10,20"},
    {"translate(10px, 20px)", "11,20 10,21 10,20"},
    {"scale(2)", "2,0 0,2 0,0"},
    {"scale(2 3)", "2,0 0,3 0,0"},
    {"rotate(90)", "0,1 -1,0 0,0"},
    {"rotate(90deg)", "0,1 -1,0 0,0"},
    {"rotate(-90)", "0,-1 1,0 0,0"},
    {"rotate(450)", "0,1 -1,0 0,0"},
    /* 1,0 is 9 left of 10,0: turned it is 9 above */
    {"rotate(90 10 0)", "10,-9 9,-10 10,-10"},
    {"rotate(45)", "0.707,0.707 -0.707,0.707 0,0"},
    {"skewX(45)", "1,0 1,1 0,0"},
    {"skewY(45)", "1,1 0,1 0,0"},
    {"matrix(1 2 3 4 5 6)", "6,8 8,10 5,6"},
    /* the last one is applied first */
    {"translate(10) scale(2)", "12,0 10,2 10,0"},
    {"scale(2),translate(10)", "22,0 20,2 20,0"},
    {" scale( 2 ) ", "2,0 0,2 0,0"},
    {"scale()", NULL},
    {"scale(1 2 3)", NULL},
    {"rotate(1 2)", NULL},
    {"matrix(1 2 3 4 5)", NULL},
    {"scale(2", NULL},
    {"turn(2)", NULL},
    {"scale(2) x", NULL},
};

static void put_image(struct buffer *out, struct svg_matrix m)
{
	put_point(out, svg_apply(m, (struct svg_point){1, 0}));
	buffer_putc(out, ' ');
	put_point(out, svg_apply(m, (struct svg_point){0, 1}));
	buffer_putc(out, ' ');
	put_point(out, svg_apply(m, (struct svg_point){0, 0}));
}

static void check_transforms(void)
{
	for (size_t i = 0; i < sizeof transforms / sizeof *transforms; i++) {
		struct svg_matrix m;
		struct buffer got = {0};
		bool ok = svg_transform_parse(transforms[i].text, &m);
		put_image(&got, m);
		if (transforms[i].want)
			check_str(transforms[i].text, ok ? got.data : "malformed", transforms[i].want);
		else
			check_true(transforms[i].text, !ok);
		buffer_free(&got);
	}
	check_true("a turn keeps angles", svg_is_similarity(svg_rotation(33)));
	check_true("so does a mirror", svg_is_similarity((struct svg_matrix){-2, 0, 0, 2, 5, 5}));
	check_true("two scales do not", !svg_is_similarity(svg_scaling(2, 2.01)));
	check_true("skewing does not", !svg_is_similarity((struct svg_matrix){1, 0, 0.1, 1, 0, 0}));
}

/* A box of 20 by 10 at 5,5 in a viewport of 100 by 100: its scale, and where its corner goes. */
static void check_fit(void)
{
	static const struct {
		const char *aspect, *want;
	} cases[] = {
	    {NULL, "5,5 0,25"},
	    {"xMidYMid", "5,5 0,25"},
	    {"xMidYMid meet", "5,5 0,25"},
	    {"xMinYMin", "5,5 0,0"},
	    {"xMaxYMax meet", "5,5 0,50"},
	    {"xMinYMid slice", "10,10 0,0"},
	    {"xMidYMid slice", "10,10 -50,0"},
	    {"xMaxYMin slice", "10,10 -100,0"},
	    {"none", "5,10 0,0"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool slices;
		struct buffer got = {0};
		struct svg_matrix m = svg_fit((struct svg_box){5, 5, 20, 10}, 100, 100, cases[i].aspect, &slices);
		put_point(&got, (struct svg_point){m.a, m.d});
		buffer_putc(&got, ' ');
		put_point(&got, svg_apply(m, (struct svg_point){5, 5}));
		check_str(cases[i].aspect ? cases[i].aspect : "absent", got.data, cases[i].want);
		check_int("slices", slices, cases[i].aspect && strstr(cases[i].aspect, "slice") != NULL);
		buffer_free(&got);
	}
}

static void check_numbers(void)
{
	static const struct {
		const char *text;
		double want;
		const char *rest; /* NULL: no number */
	} cases[] = {
	    {"12", 12, ""},       {"-1.5x", -1.5, "x"}, {"+.5", 0.5, ""},   {"1.", 1, ""},
	    {"1.5.5", 1.5, ".5"}, {"1-2", 1, "-2"},     {"2e3", 2000, ""},  {"2e-3", 0.002, ""},
	    {"2em", 2, "em"},     {"2ex", 2, "ex"},     {"0x10", 0, "x10"}, {"", 0, NULL},
	    {"-", 0, NULL},       {".", 0, NULL},       {"inf", 0, NULL},   {"e5", 0, NULL},
	    {"1e999", 1e12, ""},  {"1e-999", 0, ""},    {"00001", 1, ""},   {"123456789012345678", 1e12, ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *at = cases[i].text;
		double got = 0;
		bool ok = svg_number(&at, &got);
		check_int(cases[i].text, ok, cases[i].rest != NULL);
		check_true(cases[i].text, got == cases[i].want);
		check_str(cases[i].text, at, cases[i].rest ? cases[i].rest : cases[i].text);
	}
}

static void check_lengths(void)
{
	static const struct svg_units units = {.font_size = 10, .width = 300, .height = 400};
	static const struct {
		const char *text;
		enum svg_axis axis;
		double want;
	} cases[] = {
	    {"7", SVG_OTHER, 7},
	    {"7px", SVG_OTHER, 7},
	    {"7pt", SVG_OTHER, 7},
	    {"1in", SVG_OTHER, 72},
	    {"2.54cm", SVG_OTHER, 72},
	    {"25.4mm", SVG_OTHER, 72},
	    {"1pc", SVG_OTHER, 12},
	    {"2em", SVG_OTHER, 20},
	    {"2ex", SVG_OTHER, 10},
	    {"50%", SVG_HORIZONTAL, 150},
	    {"50%", SVG_VERTICAL, 200},
	    /* the root of (300^2 + 400^2) / 2 is 353.553 */
	    {"10%", SVG_OTHER, 35.355},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *at = cases[i].text;
		double got = 0;
		check_true(cases[i].text, svg_length(&at, &units, cases[i].axis, &got) && !*at);
		check_int(cases[i].text, (long long)(got * 1000 + 0.5), (long long)(cases[i].want * 1000 + 0.5));
	}
}

static void check_colors(void)
{
	static const struct {
		const char *text, *want; /* NULL: none */
	} cases[] = {
	    {"red", "255 0 0 1"},
	    {"#08f", "0 136 255 1"},
	    {"#0088FF80", "0 136 255 0.502"},
	    {"rgb(1, 2, 3)", "1 2 3 1"},
	    {"rgb(100%,0%,50%)", "255 0 127.5 1"},
	    {"rgba(1,2,3,.5)", "1 2 3 0.5"},
	    {"rgb(1 2 3 / 50%)", "1 2 3 0.5"},
	    {"rgb(300,-5,0)", "255 0 0 1"},
	    {"hsl(0, 100%, 50%)", "255 0 0 1"},
	    {"hsl(120, 100%, 25%)", "0 127.5 0 1"},
	    {"hsla(240, 100%, 50%, 0.25)", "0 0 255 0.25"},
	    {"hsl(60, 0%, 40%)", "102 102 102 1"},
	    {"transparent", "0 0 0 0"},
	    {"rgb(1,2)", NULL},
	    {"reddish", NULL},
	    {"#12", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *at = cases[i].text;
		struct page_color color = {0};
		struct buffer got = {0};
		bool ok = svg_color(&at, &color) && !*at;
		for (int k = 0; k < 3; k++) {
			put_number(&got, color.channel[k] * 255);
			buffer_putc(&got, ' ');
		}
		put_number(&got, color.opacity);
		check_str(cases[i].text, ok ? got.data : "none", cases[i].want ? cases[i].want : "none");
		buffer_free(&got);
	}
}

/* The fill of the element with id t, by the sheet and the attributes. */
static const struct {
	const char *name, *css, *attributes, *want;
} styles[] = {
    {"an attribute", "", "fill='red'", "red"},
    {"nothing: inherited", "", "", "gray"},
    {"a type", "rect{fill:red}", "", "red"},
    {"a rule beats an attribute", "rect{fill:red}", "fill='blue'", "red"},
    {"style beats a rule", "#t{fill:red}", "style='fill:blue'", "blue"},
    {"important beats style", "rect{fill:red !important}", "style='fill:blue'", "red"},
    {"important style beats that", "rect{fill:red!important}", "style='fill:blue ! important'", "blue"},
    {"a class", ".c{fill:red}", "class='b c'", "red"},
    {"not part of a class", ".c{fill:red}", "class='cc'", "gray"},
    {"two classes", ".b.c{fill:red}", "class='c b'", "red"},
    {"class beats type", ".c{fill:red} rect{fill:blue}", "class='c'", "red"},
    {"id beats class", "#t{fill:red} .c{fill:blue}", "class='c'", "red"},
    {"the later of two", "rect{fill:blue} rect{fill:red}", "", "red"},
    {"a list of selectors", "circle, rect , line{fill:red}", "", "red"},
    {"any element", "*{fill:red}", "", "red"},
    {"a descendant", "svg rect{fill:red}", "", "red"},
    {"a child", "g>rect{fill:red}", "", "red"},
    {"no child", "svg>rect{fill:red}", "", "gray"},
    {"child and descendant", "svg g > rect{fill:red}", "", "red"},
    {"child of a child", "svg > g > rect{fill:red}", "", "red"},
    {"no such ancestor", "defs rect{fill:red}", "", "gray"},
    {"an attribute that is there", "[width]{fill:red}", "width='1'", "red"},
    {"an attribute's value", "rect[width='1']{fill:red}", "width='1'", "red"},
    {"another value", "rect[width='2']{fill:red}", "width='1'", "gray"},
    {"a comment", "/* rect{fill:blue} */rect{/*a*/fill:red/*b*/}", "", "red"},
    {"in HTML's marks", "<![CDATA[<!-- rect{fill:red} -->]]>", "", "red"},
    {"an at-rule is passed over", "@import url(a.css); @media screen{rect{fill:blue}} rect{fill:red}", "", "red"},
    {"what is not known matches nothing", "rect:hover{fill:blue} rect + rect{fill:blue} rect{fill:red}", "", "red"},
    {"unknown properties are left out", "rect{foo:bar;fill:red;-x:y}", "", "red"},
    {"the last is not closed", "rect{fill:red", "", "red"},
    {"inherit", "rect{fill:inherit}", "fill='red'", "gray"},
    {"initial", "rect{fill:initial}", "fill='red'", "black"},
    {"current colour", "rect{fill:currentColor; color: red}", "", "red"},
};

static const xmlNode *element_with_id(const xmlNode *node, const char *id)
{
	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		xmlChar *value = xmlGetProp(node, BAD_CAST "id");
		bool found = value && strcmp((const char *)value, id) == 0;
		xmlFree(value);
		const xmlNode *inner = found ? node : element_with_id(node->children, id);
		if (inner)
			return inner;
	}
	return NULL;
}

static struct svg_style style_of(const struct svg_styler *styler, const xmlNode *element, const xmlNode *root)
{
	static const struct svg_units units = {12, 100, 100};
	struct svg_style parent = svg_style_initial();
	if (element != root)
		parent = style_of(styler, element->parent, root);
	return svg_style_compute(styler, element, &parent, &units, (struct loc){"a.svg", 1});
}

static void check_styles(struct arena *memory)
{
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		const char *text = arena_printf(memory, "<svg><style>%s</style><g fill='gray'><rect id='t' %s/></g></svg>",
		                                styles[i].css, styles[i].attributes);
		xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), "a.svg", NULL, XML_PARSE_NONET);
		struct arena *scratch = arena_new();
		struct diag *d = diag_new(stderr);
		const xmlNode *root = xmlDocGetRootElement(doc);
		struct svg_styler styler = {svg_sheet_read(root, memory), memory, scratch, d};
		struct svg_style style = style_of(&styler, element_with_id(root, "t"), root);
		struct page_color got = style.fill.kind == SVG_PAINT_CURRENT ? style.color : style.fill.color;
		uint32_t want = 0;
		color_from_name(styles[i].want, strlen(styles[i].want), &want);
		long long value = (long long)(got.channel[0] * 255 + 0.5) << 16 | (long long)(got.channel[1] * 255 + 0.5) << 8 |
		                  (long long)(got.channel[2] * 255 + 0.5);
		check_int(styles[i].name, value, want);
		check_int(styles[i].name, diag_warnings(d), 0);
		diag_free(d);
		arena_free(scratch);
		xmlFreeDoc(doc);
	}
}

/* Every property is found by its name, and no other name is. */
static void check_lookup(void)
{
	static const char *const names[] = {"alignment-baseline",
	                                    "clip-path",
	                                    "clip-rule",
	                                    "color",
	                                    "direction",
	                                    "display",
	                                    "fill",
	                                    "fill-opacity",
	                                    "fill-rule",
	                                    "filter",
	                                    "font",
	                                    "font-family",
	                                    "font-size",
	                                    "font-stretch",
	                                    "font-style",
	                                    "font-variant",
	                                    "font-weight",
	                                    "letter-spacing",
	                                    "marker",
	                                    "marker-end",
	                                    "marker-mid",
	                                    "marker-start",
	                                    "mask",
	                                    "mix-blend-mode",
	                                    "opacity",
	                                    "overflow",
	                                    "paint-order",
	                                    "stop-color",
	                                    "stop-opacity",
	                                    "stroke",
	                                    "stroke-dasharray",
	                                    "stroke-dashoffset",
	                                    "stroke-linecap",
	                                    "stroke-linejoin",
	                                    "stroke-miterlimit",
	                                    "stroke-opacity",
	                                    "stroke-width",
	                                    "text-anchor",
	                                    "text-decoration",
	                                    "vector-effect",
	                                    "visibility",
	                                    "word-spacing",
	                                    "writing-mode"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct svg_property *property = svg_property_lookup(names[i], strlen(names[i]));
		check_str(names[i], property ? svg_property_name(property) : "not found", names[i]);
	}
	check_true("a part of a name", !svg_property_lookup("fil", 3));
	check_true("more than a name", !svg_property_lookup("fills", 5));
	check_true("no name", !svg_property_lookup("", 0));
}

int main(void)
{
	struct arena *memory = arena_new();
	check_numbers();
	check_lengths();
	check_colors();
	check_paths(memory);
	check_bounds(memory);
	check_direction(memory);
	check_transforms();
	check_fit();
	check_lookup();
	check_styles(memory);
	arena_free(memory);
	xmlCleanupParser();
	return check_failed;
}
