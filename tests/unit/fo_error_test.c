/* What is wrong with a document, in which words and on which line; what is kept of it. */
#include "check.h"
#include "fo_document.h"

#define BLOCK(attributes) "<fo:block " attributes "/>"

/* Flows begin on line 1 of t.fo; several messages have bars between. */
static const struct {
	const char *name, *flow, *want;
} cases[] = {
    {"nothing", "<fo:block/>", ""},
    /* Values. */
    {"length", BLOCK("font-size='foo'"),
     "t.fo:1: error: font-size: expected a length, a percentage or a keyword, got 'foo'"},
    {"unit", BLOCK("text-indent='3foo'"), "t.fo:1: error: text-indent: an unknown unit, got '3foo'"},
    {"keyword", BLOCK("font-style='slanted'"),
     "t.fo:1: error: font-style: expected one of normal italic oblique backslant, got 'slanted'"},
    {"colour", BLOCK("color='reddish'"), "t.fo:1: error: color: expected a colour, got 'reddish'"},
    {"number", BLOCK("orphans='many'"), "t.fo:1: error: orphans: expected a number, got 'many'"},
    {"negative", BLOCK("padding-left='-1pt'"), "t.fo:1: error: padding-left: may not be negative, got '-1pt'"},
    {"whole number", BLOCK("widows='0'"), "t.fo:1: error: widows: expected a whole number from 1, got '0'"},
    {"turned by an odd angle", "<fo:block-container reference-orientation='45'/>",
     "t.fo:1: error: reference-orientation: expected a multiple of 90, got '45'"},
    {"empty value", BLOCK("start-indent=''"), "t.fo:1: error: start-indent: expected a length or a percentage, got ''"},
    {"brackets", BLOCK("start-indent='(1pt'"), "t.fo:1: error: start-indent: a bracket that is not closed, got '(1pt'"},
    {"division by nothing", BLOCK("start-indent='1pt div 0'"),
     "t.fo:1: error: start-indent: a division by zero, got '1pt div 0'"},
    {"length and number", BLOCK("start-indent='1pt + 2'"),
     "t.fo:1: error: start-indent: a sum of a number and a length, got '1pt + 2'"},
    {"function", BLOCK("start-indent='foo(2)'"), "t.fo:1: error: start-indent: an unknown function, got 'foo(2)'"},
    {"function of nothing", BLOCK("start-indent='from-parent(foo)'"),
     "t.fo:1: error: start-indent: a function of an unknown property, got 'from-parent(foo)'"},
    {"body-start astray", BLOCK("start-indent='body-start()'"),
     "t.fo:1: error: start-indent: body-start() outside a list item, got 'body-start()'"},
    {"shorthand", BLOCK("border='1pt solidd'"), "t.fo:1: error: border: expected a length or a keyword, got 'solidd'"},
    {"too many", BLOCK("margin='1pt 2pt 3pt 4pt 5pt'"),
     "t.fo:1: error: margin: expected one to four values, got '1pt 2pt 3pt 4pt 5pt'"},
    {"font", BLOCK("font='12pt'"), "t.fo:1: error: font: expected a size and a family, got '12pt'"},
    {"page break", BLOCK("page-break-before='yes'"),
     "t.fo:1: error: page-break-before: expected one of auto always avoid left right, got 'yes'"},
    {"decoration", BLOCK("text-decoration='underlined'"),
     "t.fo:1: error: text-decoration: expected none or some of underline overline line-through blink, got "
     "'underlined'"},
    {"decoration with two colours", BLOCK("text-decoration='underline red blue'"),
     "t.fo:1: error: text-decoration: expected one style and one colour at most, got 'underline red blue'"},
    {"emphasis", BLOCK("text-emphasis='dots'"),
     "t.fo:1: error: text-emphasis: expected none, a string or one of dot circle double-circle triangle sesame, "
     "filled or open, got 'dots'"},
    {"place of emphasis", BLOCK("text-emphasis-position='above'"),
     "t.fo:1: error: text-emphasis-position: expected over or under, left or right, got 'above'"},
    {"alignment", BLOCK("text-align='centre'"),
     "t.fo:1: error: text-align: expected one of start center end justify inside outside left right, got 'centre'"},
    {"mode", BLOCK("writing-mode='bt-rl'"), "t.fo:1: warning: writing-mode: 'bt-rl' is not supported, 'tb-rl' is used"},
    {"one line, each mistake", "<fo:block color='a'/>\n<fo:block color='b'/>",
     "t.fo:1: error: color: expected a colour, got 'a'|t.fo:2: error: color: expected a colour, got 'b'"},
    /* Names. */
    {"property", BLOCK("colour='red'"), "t.fo:1: error: fo:block has no property 'colour'"},
    {"property, once", BLOCK("colour='red'") BLOCK("colour='blue'"),
     "t.fo:1: error: fo:block has no property 'colour'"},
    {"foreign attribute", BLOCK("xmlns:f='urn:f' f:colour='red'"), ""},
    {"extension", BLOCK("fox:foo='red'"), "t.fo:1: warning: the extension 'fox:foo' is not supported, it is left out"},
    {"object", "\n<fo:blokc>a</fo:blokc>",
     "t.fo:2: error: there is no formatting object 'fo:blokc', only its content is kept|"
     "t.fo:2: error: fo:flow may not hold text, got 'a'"},
    {"foreign element", "<f:x xmlns:f='urn:f'/><f:x xmlns:f='urn:f'/>",
     "t.fo:1: warning: element 'x' is not of XSL-FO, it is left out"},
    {"id", "<fo:block id='a'/>\n<fo:block id='a'/>",
     "t.fo:2: error: id: 'a' is the id of another object, too (line 1)"},
    /* Places. */
    {"text in a flow", "\nfoo\n\n", "t.fo:2: error: fo:flow may not hold text, got 'foo'"},
    {"text in a table", "<fo:table><fo:table-body>\nfoo</fo:table-body></fo:table>",
     "t.fo:2: error: fo:table-body may not hold text, got 'foo', it is left out"},
    {"inline in a flow", "<fo:inline/>", "t.fo:1: error: fo:flow may not hold fo:inline"},
    {"wrapper's content", "<fo:wrapper><fo:block/></fo:wrapper>", ""},
    {"wrapper's content astray", "<fo:wrapper>a</fo:wrapper>", "t.fo:1: error: fo:flow may not hold text, got 'a'"},
    {"row without a body", "<fo:table><fo:table-row/></fo:table>", "t.fo:1: error: fo:table may not hold fo:table-row"},
    {"item astray", "<fo:list-item/>", "t.fo:1: error: fo:flow may not hold fo:list-item, it is left out"},
    {"footnote in a footnote",
     "<fo:block><fo:footnote><fo:inline/><fo:footnote-body><fo:block><fo:footnote><fo:inline/><fo:footnote-body/>"
     "</fo:footnote></fo:block></fo:footnote-body></fo:footnote></fo:block>",
     "t.fo:1: error: fo:footnote may not stand inside fo:footnote-body"},
    {"marker too late", "<fo:block>a<fo:marker marker-class-name='m'/></fo:block>",
     "t.fo:1: warning: fo:marker must come before other content of fo:block"},
    {"header too late", "<fo:table><fo:table-body/><fo:table-header/></fo:table>",
     "t.fo:1: warning: fo:table-header must come before fo:table-body"},
    {"two labels",
     "<fo:list-block><fo:list-item><fo:list-item-label/><fo:list-item-label/><fo:list-item-body/></fo:list-item>"
     "</fo:list-block>",
     "t.fo:1: error: fo:list-item may hold fo:list-item-label only once"},
    /* What is missing. */
    {"body", "<fo:table/>", "t.fo:1: error: fo:table has no fo:table-body"},
    {"src", "<fo:block><fo:external-graphic/></fo:block>", "t.fo:1: error: fo:external-graphic has no src"},
    {"destination", "<fo:block><fo:basic-link>a</fo:basic-link></fo:block>",
     "t.fo:1: error: fo:basic-link has neither an internal-destination nor an external-destination"},
    {"referred to in vain", "<fo:block><fo:basic-link internal-destination='z'>a</fo:basic-link></fo:block>",
     "t.fo:1: error: fo:basic-link: no object has the id 'z'"},
    {"referred to ahead",
     "<fo:block><fo:basic-link internal-destination='z'>a</fo:basic-link></fo:block><fo:block id='z'/>", ""},
    {"bar without an end", "<fo:block><fo:change-bar-begin change-bar-class='b'/></fo:block>",
     "t.fo:1: error: fo:change-bar-begin: no fo:change-bar-end of the class 'b' is after it"},
    {"bars that cross",
     "<fo:block><fo:change-bar-begin change-bar-class='a'/><fo:change-bar-begin change-bar-class='b'/>"
     "<fo:change-bar-end change-bar-class='a'/><fo:change-bar-end change-bar-class='b'/></fo:block>",
     ""},
    /* Source positions: an object's own, inherited from its parent, and the file's. */
    {"source", "<fo:block c:src='data.xml:17' color='a'/>", "data.xml:17: error: color: expected a colour, got 'a'"},
    {"source of the parent", "<fo:block c:src='data.xml:17'>\n<fo:inline color='a'/></fo:block>",
     "data.xml:17: error: color: expected a colour, got 'a'"},
    {"source with a colon", "<fo:block c:src='C:/d.xml:17' color='a'/>",
     "C:/d.xml:17: error: color: expected a colour, got 'a'"},
};

static void check_case(size_t i)
{
	char got[2000];
	struct document d = document_of_flow(cases[i].flow);
	check_str(cases[i].name, messages_of(&d, got, sizeof got), cases[i].want);
	check_true(cases[i].name, d.tree != NULL);
	document_free(&d);
}

/* ---- documents ---- */

#define SEQUENCE FO_FLOW_OPEN "<fo:block/>" FO_FLOW_CLOSE

static const struct {
	const char *name, *text, *want;
	bool built;
} documents[] = {
    {"another root", "\n<html/>", "t.fo:2: error: expected fo:root, got 'html'", false},
    {"no pages", FO_OPEN FO_MASTERS "</fo:root>",
     "t.fo:1: error: fo:root has no fo:page-sequence: there is nothing to lay out", false},
    {"no masters", FO_OPEN SEQUENCE,
     "t.fo:1: error: fo:root has no fo:layout-master-set|"
     "t.fo:1: error: fo:page-sequence: no fo:simple-page-master is named 'm'",
     true},
    {"a master twice",
     FO_OPEN
     "<fo:layout-master-set><fo:simple-page-master master-name='m'><fo:region-body/></fo:simple-page-master>"
     "<fo:simple-page-master master-name='m'><fo:region-body/></fo:simple-page-master></fo:layout-master-set>" SEQUENCE,
     "t.fo:1: error: master-name: 'm' is the name of another master, too (line 1)", true},
    {"no flow", FO_OPEN FO_MASTERS "<fo:page-sequence master-reference='m'/></fo:root>",
     "t.fo:1: error: fo:page-sequence has no fo:flow", true},
    {"no name", FO_OPEN FO_MASTERS "<fo:page-sequence><fo:flow><fo:block/>" FO_FLOW_CLOSE,
     "t.fo:1: error: fo:page-sequence has no master-reference|t.fo:1: error: fo:flow has no flow-name", true},
};

static void check_document(size_t i)
{
	char got[2000];
	struct document d = document_parse(documents[i].text);
	check_str(documents[i].name, messages_of(&d, got, sizeof got), documents[i].want);
	check_int(documents[i].name, d.tree != NULL, documents[i].built);
	document_free(&d);
}

/* ---- what is kept ---- */

static void put_outline(const struct fo_node *node, char *out)
{
	for (; node; node = node->next) {
		if (node->kind == FO_TEXT)
			sprintf(out + strlen(out), "'%.*s'", (int)node->text_size, node->text);
		else
			sprintf(out + strlen(out), "%s(", fo_kind_name(node->kind) + 3);
		put_outline(node->first_child, out);
		if (node->kind != FO_TEXT)
			strcat(out, ")");
	}
}

static const struct {
	const char *flow, *want;
} kept[] = {
    {"<fo:block>a <fo:inline>b</fo:inline> c</fo:block>", "block('a 'inline('b')' c')"},
    {"a <fo:inline>b</fo:inline> <fo:inline>c</fo:inline>\n<fo:block/>",
     "block('a 'inline('b')' 'inline('c')'\n')block()"},
    {"<fo:blokc><fo:block>a</fo:block></fo:blokc>", "wrapper(block('a'))"},
    {"<fo:table><fo:table-row/><fo:table-row/></fo:table>", "table(table-body(table-row()table-row()))"},
    {"<fo:block><![CDATA[a]]></fo:block>", "block('a')"},
    {"<fo:wrapper color='red'>a</fo:wrapper>", "wrapper(block('a'))"},
};

static void check_kept(size_t i)
{
	char got[2000] = "";
	struct document d = document_of_flow(kept[i].flow);
	const struct fo_node *flow = d.tree->root->last_child->first_child;
	put_outline(flow->first_child, got);
	check_str(kept[i].flow, got, kept[i].want);
	document_free(&d);
}

/* Deeper than any stack would bear, were it all walked. */
static void check_depth(void)
{
	enum { DEPTH = 5000 };
	char *flow = malloc(DEPTH * 24), *at = flow, got[500];
	for (int i = 0; i < DEPTH; i++)
		at += sprintf(at, "<fo:block>");
	for (int i = 0; i < DEPTH; i++)
		at += sprintf(at, "</fo:block>");
	char *text = malloc((size_t)(at - flow) + 2000);
	sprintf(text, "%s%s%s%s%s", FO_OPEN, FO_MASTERS, FO_FLOW_OPEN, flow, FO_FLOW_CLOSE);
	struct document d = {.xml = xmlReadMemory(text, (int)strlen(text), "t.fo", NULL, XML_PARSE_HUGE),
	                     .diag = diag_new(NULL)};
	d.tree = fo_build(d.xml, "t.fo", d.diag);
	check_str("depth", messages_of(&d, got, sizeof got),
	          "t.fo:1: error: objects are nested more than 1000 deep; what is deeper is left out");
	document_free(&d);
	free(text);
	free(flow);
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(i);
	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
		check_document(i);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		check_kept(i);
	check_depth();
	return check_failed;
}
