/* Colours (XSL 5.9.9, 5.10.2): what each form is, and what is none. */
#include "check.h"
#include "fo_document.h"

static const struct {
	const char *text, *want; /* NULL: not a colour */
} cases[] = {
    {"black", "rgb(0,0,0)"},
    {"lightgoldenrodyellow", "rgb(250,250,210)"},
    {"Red", "rgb(255,0,0)"},
    {"#123", "rgb(17,34,51)"},
    {"#010203", "rgb(1,2,3)"},
    {"#01020380", "rgb(1,2,3)a"},
    {"transparent", "transparent"},
    {"rgb(255, 128, 0)", "rgb(255,128,0)"},
    {"rgb(100%, 50%, 0%)", "rgb(255,127,0)"},
    {"rgb( 300 , -5 ,0)", "rgb(255,0,0)"},
    {"cmyk(0, 0.5, 1, 0)", "cmyk(0,32768,65535,0)"},
    {"cmyk(0%,50%,100%,0%)", "cmyk(0,32768,65535,0)"},
    {"rgb-icc(1, 2, 3, #CMYK, 0, 0, 0, 1)", "cmyk(0,0,0,65535)"},
    {"rgb-icc(0.2, 0.2, 0.2, #Grayscale, 0.2)", "gray(13107)"},
    {"rgb-icc(255, 0, 0, 'sRGB', 1, 0, 0)", "rgb(255,0,0)"},
    {"gray(0.5)", "gray(32768)"},
    {"system-color('WindowText')", "rgb(0,0,0)"},
    {"reddish", NULL},
    {"#12", NULL},
    {"#12345g", NULL},
    {"rgb(1,2)", NULL},
    {"rgb(1,2,3", NULL},
    {"hsl(1,2,3)", NULL},
    {"", NULL},
};

static void check_case(size_t i)
{
	struct fo_color color;
	char got[100];
	if (!color_parse(cases[i].text, strlen(cases[i].text), &color)) {
		check_true(cases[i].text, !cases[i].want);
		return;
	}
	struct fo_value v = {.kind = FO_VALUE_COLOR, .color = color};
	check_str(cases[i].text, value_text(&v, got, sizeof got), cases[i].want);
}

/* A border without a colour has the color of its own object, also when that one changes below. */
static void check_current_color(void)
{
	struct document d = document_of_flow("<fo:block color='red' border='1pt solid' text-emphasis-style='dot'>"
	                                     "<fo:block id='x' color='blue' border='inherit'/><fo:block id='y' "
	                                     "color='lime' border='1pt solid'/></fo:block>");
	const struct fo_node *x = node_with_id(d.tree->root, "x"), *y = node_with_id(d.tree->root, "y");
	check_int("inherited: the parent's red", fo_color(x, PROP_BORDER_START_COLOR).channel[0], 65535);
	check_int("own: green", fo_color(y, PROP_BORDER_START_COLOR).channel[1], 65535);
	check_int("own: no red", fo_color(y, PROP_BORDER_START_COLOR).channel[0], 0);
	check_int("emphasis marks go with the text", fo_color(y, PROP_TEXT_EMPHASIS_COLOR).channel[1], 65535);
	check_int("no background", fo_color(y, PROP_BACKGROUND_COLOR).alpha, 0);
	document_free(&d);
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(i);
	check_current_color();
	return check_failed;
}
