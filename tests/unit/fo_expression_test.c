/* Expressions and units (XSL 5.9): one attribute of a block of 20 pt in a block of 10 pt. */
#include "check.h"
#include "fo_document.h"

static const struct {
	const char *attribute, *text;
	enum fo_property property;
	const char *want;
} cases[] = {
    /* Units: 1 in = 72 pt = 2.54 cm = 6 pc; a pixel is a point. */
    {"start-indent", "10pt", PROP_START_INDENT, "10pt"},
    {"start-indent", "1in", PROP_START_INDENT, "72pt"},
    {"start-indent", "2.54cm", PROP_START_INDENT, "72pt"},
    {"start-indent", "25.4mm", PROP_START_INDENT, "72pt"},
    {"start-indent", "6pc", PROP_START_INDENT, "72pt"},
    {"start-indent", "10px", PROP_START_INDENT, "10pt"},
    {"start-indent", "1.5em", PROP_START_INDENT, "30pt"},
    {"start-indent", "1rem", PROP_START_INDENT, "12pt"},
    {"start-indent", ".5pt", PROP_START_INDENT, "0.5pt"},
    {"start-indent", "-3pt", PROP_START_INDENT, "-3pt"},
    {"start-indent", "0", PROP_START_INDENT, "0pt"},
    {"start-indent", "  7pt\n", PROP_START_INDENT, "7pt"},
    {"start-indent", "25%", PROP_START_INDENT, "25%"},
    /* Operators. */
    {"start-indent", "1pt + 2pt", PROP_START_INDENT, "3pt"},
    {"start-indent", "10pt - 2pt - 3pt", PROP_START_INDENT, "5pt"},
    {"start-indent", "10pt * 3", PROP_START_INDENT, "30pt"},
    {"start-indent", "3 * 10pt", PROP_START_INDENT, "30pt"},
    {"start-indent", "10pt div 4", PROP_START_INDENT, "2.5pt"},
    {"start-indent", "2pt + 3pt * 4", PROP_START_INDENT, "14pt"},
    {"start-indent", "(2pt + 3pt) * 4", PROP_START_INDENT, "20pt"},
    {"start-indent", "-(2pt + 3pt)", PROP_START_INDENT, "-5pt"},
    {"start-indent", "- -5pt", PROP_START_INDENT, "5pt"},
    {"start-indent", "100% - 2cm + 10%", PROP_START_INDENT, "-56.693pt+110%"},
    {"start-indent", "(100% - 10pt) div 2", PROP_START_INDENT, "-5pt+50%"},
    {"start-indent", "1in div 1pt * 1pt", PROP_START_INDENT, "72pt"},
    {"start-indent", "floor(1.4in div 1.0in)*1.0in", PROP_START_INDENT, "72pt"},
    {"orphans", "5 mod 3", PROP_ORPHANS, "2"},
    {"orphans", "2*3 + 4 div 4", PROP_ORPHANS, "7"},
    /* XSL 5.9.6: mod truncates. */
    {"z-index", "-5 mod 2", PROP_Z_INDEX, "-1"},
    {"z-index", "5 mod -2", PROP_Z_INDEX, "1"},
    /* Functions. */
    {"start-indent", "max(1pt, 2pt)", PROP_START_INDENT, "2pt"},
    {"start-indent", "min(1cm, 2in)", PROP_START_INDENT, "28.346pt"},
    {"start-indent", "abs(3pt - 5pt)", PROP_START_INDENT, "2pt"},
    {"z-index", "round(2.5)", PROP_Z_INDEX, "3"},
    {"z-index", "round(-2.5)", PROP_Z_INDEX, "-2"},
    {"z-index", "floor(-2.5)", PROP_Z_INDEX, "-3"},
    {"z-index", "ceiling(2.1)", PROP_Z_INDEX, "3"},
    {"start-indent", "from-parent(start-indent) + 1pt", PROP_START_INDENT, "8pt"},
    {"start-indent", "from-parent()", PROP_START_INDENT, "7pt"},
    {"start-indent", "inherited-property-value('start-indent') * 2", PROP_START_INDENT, "14pt"},
    {"start-indent", "from-parent(font-size)", PROP_START_INDENT, "10pt"},
    {"start-indent", "from-nearest-specified-value(end-indent)", PROP_START_INDENT, "3pt"},
    {"start-indent", "from-parent(padding-left)", PROP_START_INDENT, "2pt"},
    {"background-color", "from-parent(color)", PROP_BACKGROUND_COLOR, "rgb(255,0,0)"},
    {"color", "from-parent(border-before-color)", PROP_COLOR, "rgb(255,0,0)"},
    {"text-align", "from-parent()", PROP_TEXT_ALIGN, "center"},
    /* Sizes that refer to the parent's font size or the object's own. */
    {"font-size", "150%", PROP_FONT_SIZE, "15pt"},
    {"font-size", "1.5em", PROP_FONT_SIZE, "15pt"},
    {"font-size", "larger", PROP_FONT_SIZE, "12pt"},
    {"font-size", "smaller", PROP_FONT_SIZE, "8.333pt"},
    {"font-size", "xx-large", PROP_FONT_SIZE, "20.736pt"},
    {"font-size", "from-parent() + 1pt", PROP_FONT_SIZE, "11pt"},
    {"line-height", "1.5", PROP_LINE_HEIGHT, "1.5"},
    {"line-height", "normal", PROP_LINE_HEIGHT, "1.2"},
    {"line-height", "150%", PROP_LINE_HEIGHT, "30pt"},
    {"line-height", "1.5em", PROP_LINE_HEIGHT, "30pt"},
    {"line-height", "14pt", PROP_LINE_HEIGHT, "14pt"},
    {"font-weight", "bolder", PROP_FONT_WEIGHT, "700"},
    {"font-weight", "lighter", PROP_FONT_WEIGHT, "100"},
    {"font-weight", "bold", PROP_FONT_WEIGHT, "700"},
    {"font-weight", "600", PROP_FONT_WEIGHT, "600"},
    {"font-stretch", "wider", PROP_FONT_STRETCH, "semi-expanded"},
    {"font-stretch", "narrower", PROP_FONT_STRETCH, "semi-condensed"},
    /* Others. */
    {"visibility", "collapse", PROP_VISIBILITY, "collapse"},
    {"content-type", "content-type:image/png", PROP_CONTENT_TYPE, "'content-type:image/png'"},
    {"opacity", "50%", PROP_OPACITY, "0.5"},
    {"glyph-orientation-vertical", "90deg", PROP_GLYPH_ORIENTATION_VERTICAL, "90"},
    {"glyph-orientation-vertical", "100grad", PROP_GLYPH_ORIENTATION_VERTICAL, "90"},
    {"reference-orientation", "-90", PROP_REFERENCE_ORIENTATION, "270"},
    {"keep-together.within-page", "always", PROP_KEEP_TOGETHER_WITHIN_PAGE, "10000"},
    {"keep-together.within-page", "7", PROP_KEEP_TOGETHER_WITHIN_PAGE, "7"},
    {"column-count", "2.6", PROP_COLUMN_COUNT, "3"},
    {"external-destination", "url('a b.pdf')", PROP_EXTERNAL_DESTINATION, "'a b.pdf'"},
    {"external-destination", "url( a.pdf )", PROP_EXTERNAL_DESTINATION, "'a.pdf'"},
    {"external-destination", "\"a.pdf\"", PROP_EXTERNAL_DESTINATION, "'a.pdf'"},
    {"external-destination", "a.pdf", PROP_EXTERNAL_DESTINATION, "'a.pdf'"},
    {"font-family", "\"A B\", serif", PROP_FONT_FAMILY, "'\"A B\", serif'"},
};

static void escape(const char *text, char *out)
{
	for (; *text; text++)
		out += sprintf(out, *text == '\'' ? "&apos;" : "%c", *text);
	*out = '\0';
}

/* font-size is the object's own only where it is not what the case is about. */
static struct document document_of_case(size_t i)
{
	char value[200], flow[1000];
	escape(cases[i].text, value);
	bool size = strcmp(cases[i].attribute, "font-size") == 0;
	snprintf(flow, sizeof flow,
	         "<fo:block end-indent='3pt'><fo:block font-size='10pt' start-indent='7pt' padding='2pt' color='red' "
	         "border-style='solid' text-align='center' text-align-last='left'>"
	         "<fo:block id='x' %s %s='%s'/></fo:block></fo:block>",
	         size ? "" : "font-size='20pt'", cases[i].attribute, value);
	return document_of_flow(flow);
}

static void check_case(size_t i)
{
	char name[200], got[200], messages[1000];
	snprintf(name, sizeof name, "%s='%s'", cases[i].attribute, cases[i].text);
	struct document d = document_of_case(i);
	check_str(name, messages_of(&d, messages, sizeof messages), "");
	check_str(name, text_of_property(node_with_id(d.tree->root, "x"), cases[i].property, got, sizeof got),
	          cases[i].want);
	document_free(&d);
}

/* ---- lists and tables ---- */

static const struct {
	const char *name, *flow;
	enum fo_property property;
	const char *want;
} flows[] = {
    {"body-start() is the item's indent and the distance (XSL 7.30.11)",
     "<fo:list-block start-indent='5pt' provisional-distance-between-starts='30pt'><fo:list-item>"
     "<fo:list-item-label end-indent='label-end()'/><fo:list-item-body id='x' start-indent='body-start()'/>"
     "</fo:list-item></fo:list-block>",
     PROP_START_INDENT, "35pt"},
    {"label-end() leaves the separation (XSL 7.30.12): 100% - 30 - 5 + 4",
     "<fo:list-block start-indent='5pt' provisional-distance-between-starts='30pt' provisional-label-separation='4pt'>"
     "<fo:list-item><fo:list-item-label id='x' end-indent='label-end()'/><fo:list-item-body/></fo:list-item>"
     "</fo:list-block>",
     PROP_END_INDENT, "-31pt+100%"},
    {"body-start() in a list within a list counts from the inner item",
     "<fo:list-block provisional-distance-between-starts='20pt'><fo:list-item><fo:list-item-label/>"
     "<fo:list-item-body start-indent='body-start()'><fo:list-block><fo:list-item><fo:list-item-label/>"
     "<fo:list-item-body id='x' start-indent='body-start()'/></fo:list-item></fo:list-block></fo:list-item-body>"
     "</fo:list-item></fo:list-block>",
     PROP_START_INDENT, "40pt"},
    {"from-table-column() asks the column that the cell begins in",
     "<fo:table><fo:table-column text-align='start'/><fo:table-column text-align='center' number-columns-repeated='2'/>"
     "<fo:table-column text-align='end'/><fo:table-body><fo:table-row><fo:table-cell number-columns-spanned='2'/>"
     "<fo:table-cell/><fo:table-cell id='x' "
     "text-align='from-table-column()'/></fo:table-row></fo:table-body></fo:table>",
     PROP_TEXT_ALIGN, "end"},
    {"from-table-column() sees cells that reach in from rows above",
     "<fo:table><fo:table-column text-align='start'/><fo:table-column text-align='center'/>"
     "<fo:table-column text-align='end'/><fo:table-body><fo:table-row><fo:table-cell number-rows-spanned='2'/>"
     "<fo:table-cell/><fo:table-cell/></fo:table-row><fo:table-row><fo:table-cell/>"
     "<fo:table-cell id='x' text-align='from-table-column()'/></fo:table-row></fo:table-body></fo:table>",
     PROP_TEXT_ALIGN, "end"},
    {"from-table-column() below the cell",
     "<fo:table><fo:table-column/><fo:table-column color='blue'/><fo:table-body><fo:table-row><fo:table-cell/>"
     "<fo:table-cell><fo:block id='x' color='from-table-column()'/></fo:table-cell></fo:table-row></fo:table-body>"
     "</fo:table>",
     PROP_COLOR, "rgb(0,0,255)"},
    {"proportional-column-width()",
     "<fo:table><fo:table-column id='x' column-width='proportional-column-width(2.5)'/><fo:table-body/></fo:table>",
     PROP_COLUMN_WIDTH, "2.5*"},
};

static void check_flow(size_t i)
{
	char got[200], messages[1000];
	struct document d = document_of_flow(flows[i].flow);
	check_str(flows[i].name, messages_of(&d, messages, sizeof messages), "");
	check_str(flows[i].name, text_of_property(node_with_id(d.tree->root, "x"), flows[i].property, got, sizeof got),
	          flows[i].want);
	document_free(&d);
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(i);
	for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
		check_flow(i);
	return check_failed;
}
