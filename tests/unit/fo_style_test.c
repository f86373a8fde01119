/* Inheritance (XSL 5.1.4), what styles share, and how large they are. */
#include "check.h"
#include "fo_document.h"

static const struct {
	const char *name, *flow;
	enum fo_property property;
	const char *want;
} cases[] = {
    {"an inherited property", "<fo:block color='red'><fo:block><fo:inline id='x'/></fo:block></fo:block>", PROP_COLOR,
     "rgb(255,0,0)"},
    {"one that is not", "<fo:block padding='1pt'><fo:block id='x'/></fo:block>", PROP_PADDING_START, "0pt"},
    {"unless it says inherit", "<fo:block padding='1pt'><fo:block id='x' padding-start='inherit'/></fo:block>",
     PROP_PADDING_START, "1pt"},
    {"computed values are inherited: 150% of 12, of which 2em are 36",
     "<fo:block font-size='150%'><fo:block text-indent='2em'><fo:block font-size='6pt' id='x'/></fo:block></fo:block>",
     PROP_TEXT_INDENT, "36pt"},
    {"a line-height that is a number is inherited as one",
     "<fo:block line-height='1.5'><fo:block font-size='6pt' id='x'/></fo:block>", PROP_LINE_HEIGHT, "1.5"},
    {"one in em is a length", "<fo:block line-height='1.5em'><fo:block font-size='6pt' id='x'/></fo:block>",
     PROP_LINE_HEIGHT, "18pt"},
    {"weights step from the parent's",
     "<fo:block font-weight='bold'><fo:block font-weight='lighter'><fo:block id='x' font-weight='lighter'/></fo:block>"
     "</fo:block>",
     PROP_FONT_WEIGHT, "100"},
    {"initial values", "<fo:block id='x'/>", PROP_FONT_SIZE, "12pt"},
    {"an initial line-height", "<fo:block id='x'/>", PROP_LINE_HEIGHT, "1.2"},
    {"an initial hyphen", "<fo:block id='x'/>", PROP_HYPHENATION_CHARACTER, "'\u2010'"},
    {"a border without a style has no width", "<fo:block id='x'/>", PROP_BORDER_START_WIDTH, "0pt"},
    {"em of the object's own size, whatever the order of attributes",
     "<fo:block id='x' start-indent='2em' font-size='20pt'/>", PROP_START_INDENT, "40pt"},
    {"space is a value where it is all there is", "<fo:block><fo:character id='x' character=' '/></fo:block>",
     PROP_CHARACTER, "' '"},
    {"white space in a value", "<fo:block id='x' start-indent='\n\t 3pt '/>", PROP_START_INDENT, "3pt"},
    {"an entity in a value", "<fo:block id='x' role='a&amp;b'/>", PROP_ROLE, "'a&b'"},
    {"an extension by its namespace", "<fo:block id='x' axf:punctuation-trim='start'/>", PROP_TEXT_SPACING_TRIM,
     "'start'"},
    {"an extension without one", "<fo:block id='x' text-autospace='none'/>", PROP_TEXT_AUTOSPACE, "none"},
};

static void check_case(size_t i)
{
	char got[200], messages[1000];
	struct document d = document_of_flow(cases[i].flow);
	check_str(cases[i].name, messages_of(&d, messages, sizeof messages), "");
	check_str(cases[i].name, text_of_property(node_with_id(d.tree->root, "x"), cases[i].property, got, sizeof got),
	          cases[i].want);
	document_free(&d);
}

static void check_specified(void)
{
	struct document d =
	    document_of_flow("<fo:block color='red'><fo:block id='x' border-top='1pt solid' margin-left='1pt' "
	                     "space-before='inherit'/></fo:block>");
	const struct fo_node *x = node_with_id(d.tree->root, "x");
	check_true("by a shorthand", fo_is_specified(x, PROP_BORDER_BEFORE_WIDTH));
	check_true("by a margin", fo_is_specified(x, PROP_START_INDENT));
	check_true("by inherit", fo_is_specified(x, PROP_SPACE_BEFORE_OPTIMUM));
	check_true("not another side", !fo_is_specified(x, PROP_BORDER_AFTER_WIDTH));
	check_true("not on an ancestor only", !fo_is_specified(x, PROP_COLOR));
	document_free(&d);
}

/* Rows alike are resolved once; what differs in an id or a source position only is alike. */
static void check_sharing(void)
{
	struct document d = document_of_flow("<fo:block id='a' color='red' c:src='a.xml:1'/><fo:block id='b' color='red'/>"
	                                     "<fo:block id='c' color='blue'/>");
	const struct fo_node *a = node_with_id(d.tree->root, "a");
	check_true("one style", a->style == node_with_id(d.tree->root, "b")->style);
	check_true("another", a->style != node_with_id(d.tree->root, "c")->style);
	document_free(&d);
}

#define ROWS 2000

/* A table whose rows all have ids, links and source positions of their own: no more than 300 bytes a node. */
static void check_size(void)
{
	size_t size = 400 * ROWS, used;
	char *flow = malloc(size);
	used = (size_t)snprintf(flow, size, "<fo:table><fo:table-body>");
	for (int i = 0; i < ROWS; i++)
		used += (size_t)snprintf(flow + used, size - used,
		                         "<fo:table-row id='r%d' c:src='a.xml:%d'><fo:table-cell padding='2pt'><fo:block "
		                         "color='red'>a <fo:basic-link internal-destination='r%d'>b</fo:basic-link></fo:block>"
		                         "</fo:table-cell></fo:table-row>",
		                         i, i, i);
	snprintf(flow + used, size - used, "</fo:table-body></fo:table>");
	struct document d = document_of_flow(flow);
	check_int("no errors", diag_errors(d.diag), 0);
	check_int("nodes", d.tree->node_count, 6 * ROWS + 8);
	size_t bytes = arena_bytes(d.tree->memory) / d.tree->node_count;
	if (bytes > 300)
		check_int("bytes a node", (long long)bytes, 300);
	document_free(&d);
	free(flow);
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(i);
	check_specified();
	check_sharing();
	check_size();
	return check_failed;
}
