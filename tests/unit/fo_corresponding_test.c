/* Absolute and relative properties in three writing modes, margins to spaces and indents (XSL 5.3). */
#include "check.h"
#include "fo_document.h"

static const struct {
	const char *name, *mode, *attributes;
	enum fo_property property;
	const char *want;
} cases[] = {
    {"left is start", "lr-tb", "padding-left='3pt'", PROP_PADDING_START, "3pt"},
    {"left is end from right to left", "rl-tb", "padding-left='3pt'", PROP_PADDING_END, "3pt"},
    {"left is after in vertical Chinese", "tb-rl", "padding-left='3pt'", PROP_PADDING_AFTER, "3pt"},
    {"left is before in vertical Mongolian", "tb-lr", "padding-left='3pt'", PROP_PADDING_BEFORE, "3pt"},
    {"top is start in vertical Chinese", "tb-rl", "border-top='2pt solid'", PROP_BORDER_START_WIDTH, "2pt"},
    {"right is before in vertical Chinese", "tb-rl", "border-right-color='red'", PROP_BORDER_BEFORE_COLOR,
     "rgb(255,0,0)"},
    {"width lies along lines", "lr-tb", "width='50pt'", PROP_INLINE_PROGRESSION_DIMENSION, "50pt"},
    {"width lies across vertical lines", "tb-rl", "width='50pt'", PROP_BLOCK_PROGRESSION_DIMENSION, "50pt"},
    {"height lies along vertical lines", "tb-rl", "height='50pt'", PROP_INLINE_PROGRESSION_DIMENSION, "50pt"},
    {"min-height", "lr-tb", "min-height='5pt'", PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM, "5pt"},
    {"max-width", "tb-rl", "max-width='5pt'", PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM, "5pt"},
    {"a size within its bounds", "lr-tb", "height='5pt' min-height='9pt'", PROP_BLOCK_PROGRESSION_DIMENSION, "9pt"},
    {"a size within its upper bound", "lr-tb", "height='20pt' max-height='9pt'", PROP_BLOCK_PROGRESSION_DIMENSION,
     "9pt"},
    {"width wins over the relative name", "lr-tb", "width='50pt' inline-progression-dimension='60pt'",
     PROP_INLINE_PROGRESSION_DIMENSION, "50pt"},
    /* Margins: 10 is inherited into start-indent, 4 into end-indent. */
    {"margin-left is added to the indent", "lr-tb", "margin-left='5pt'", PROP_START_INDENT, "15pt"},
    {"with padding and border", "lr-tb", "margin-left='5pt' padding='2pt' border='1pt solid'", PROP_START_INDENT,
     "18pt"},
    {"padding alone leaves the indent", "lr-tb", "padding='2pt'", PROP_START_INDENT, "10pt"},
    {"a border without style adds nothing", "lr-tb", "margin-left='5pt' border-width='3pt'", PROP_START_INDENT, "15pt"},
    {"margin-left from right to left", "rl-tb", "margin-left='5pt'", PROP_END_INDENT, "9pt"},
    {"margin-top in vertical Chinese", "tb-rl", "margin-top='5pt'", PROP_START_INDENT, "15pt"},
    {"margin-right in vertical Chinese", "tb-rl", "margin-right='5pt'", PROP_SPACE_BEFORE_OPTIMUM, "5pt"},
    {"percentages of what indents leave", "lr-tb", "margin-left='10%'", PROP_START_INDENT, "8.6pt+10%"},
    {"an automatic margin is none", "lr-tb", "margin-left='auto'", PROP_START_INDENT, "10pt"},
    {"the margin wins over the indent", "lr-tb", "margin-left='5pt' start-indent='40pt'", PROP_START_INDENT, "15pt"},
    {"but the shorthand does not", "lr-tb", "margin='5pt' start-indent='40pt'", PROP_START_INDENT, "40pt"},
    {"the shorthand's other side holds", "lr-tb", "margin='5pt' start-indent='40pt'", PROP_END_INDENT, "9pt"},
    {"margin-top is a space", "lr-tb", "margin-top='5pt'", PROP_SPACE_BEFORE_MINIMUM, "5pt"},
    {"that is retained", "lr-tb", "margin-top='5pt'", PROP_SPACE_BEFORE_CONDITIONALITY, "retain"},
    {"and not forced", "lr-tb", "margin-top='5pt'", PROP_SPACE_BEFORE_PRECEDENCE, "0"},
    {"margin-top wins over space-before", "lr-tb", "margin-top='5pt' space-before='7pt'", PROP_SPACE_BEFORE_OPTIMUM,
     "5pt"},
    {"space-before wins over margin", "lr-tb", "margin='5pt' space-before='7pt'", PROP_SPACE_BEFORE_OPTIMUM, "7pt"},
    {"and keeps its conditionality", "lr-tb", "margin='5pt' space-before='7pt'", PROP_SPACE_BEFORE_CONDITIONALITY,
     "discard"},
    /* Left and right in values. */
    {"left", "lr-tb", "text-align='left'", PROP_TEXT_ALIGN, "start"},
    {"left from right to left", "rl-tb", "text-align='left'", PROP_TEXT_ALIGN, "end"},
    {"right", "lr-tb", "text-align='right'", PROP_TEXT_ALIGN, "end"},
    {"left in vertical Chinese", "tb-rl", "text-align='left'", PROP_TEXT_ALIGN, "start"},
    {"last lines: left is start", "rl-tb", "text-align-last='left'", PROP_TEXT_ALIGN_LAST, "start"},
    {"inside is for the page to say", "lr-tb", "text-align='inside'", PROP_TEXT_ALIGN, "inside"},
    {"float", "rl-tb", "float='left'", PROP_FLOAT, "start"},
    {"clear", "lr-tb", "clear='right'", PROP_CLEAR, "end"},
    {"caption-side", "lr-tb", "caption-side='top'", PROP_CAPTION_SIDE, "before"},
    /* Corners. */
    {"top left", "lr-tb", "axf:border-top-left-radius='3pt 5pt'", PROP_FOX_BORDER_BEFORE_START_RADIUS, "3pt"},
    {"top left, its height", "lr-tb", "axf:border-top-left-radius='3pt 5pt'",
     PROP_FOX_BORDER_BEFORE_START_RADIUS_ACROSS, "5pt"},
    {"top right of vertical Chinese", "tb-rl", "axf:border-top-right-radius='3pt 5pt'",
     PROP_FOX_BORDER_BEFORE_START_RADIUS, "5pt"},
};

static void check_case(size_t i)
{
	char flow[1000], got[200], messages[1000];
	snprintf(flow, sizeof flow,
	         "<fo:block-container writing-mode='%s'><fo:block start-indent='10pt' end-indent='4pt'>"
	         "<fo:block id='x' %s/></fo:block></fo:block-container>",
	         cases[i].mode, cases[i].attributes);
	struct document d = document_of_flow(flow);
	check_str(cases[i].name, messages_of(&d, messages, sizeof messages), "");
	check_str(cases[i].name, text_of_property(node_with_id(d.tree->root, "x"), cases[i].property, got, sizeof got),
	          cases[i].want);
	document_free(&d);
}

/* ---- objects that begin anew ---- */

static const struct {
	const char *name, *flow;
	enum fo_property property;
	const char *want;
} flows[] = {
    {"indents are inherited into cells, as Apache FOP inherits them",
     "<fo:block start-indent='30pt'><fo:table><fo:table-body><fo:table-row><fo:table-cell><fo:block id='x'/>"
     "</fo:table-cell></fo:table-row></fo:table-body></fo:table></fo:block>",
     PROP_START_INDENT, "30pt"},
    {"a margin of a container adds to nothing that is inherited",
     "<fo:block margin-left='10pt'><fo:block-container margin-left='5pt'><fo:block id='x'/></fo:block-container>"
     "</fo:block>",
     PROP_START_INDENT, "5pt"},
    {"a margin of a cell takes in its padding",
     "<fo:table><fo:table-body><fo:table-row><fo:table-cell id='x' padding='10pt' margin-left='0pt'/></fo:table-row>"
     "</fo:table-body></fo:table>",
     PROP_START_INDENT, "10pt"},
    {"margins of an inline are spaces beside it",
     "<fo:block start-indent='9pt'><fo:inline id='x' margin-left='3pt'/></fo:block>", PROP_SPACE_START_OPTIMUM, "3pt"},
    {"and leave its indent", "<fo:block start-indent='9pt'><fo:inline id='x' margin-left='3pt'/></fo:block>",
     PROP_START_INDENT, "9pt"},
    {"a turned container's border goes by what is outside it",
     "<fo:block-container id='x' writing-mode='tb-rl' border-top='2pt solid'/>", PROP_BORDER_BEFORE_WIDTH, "2pt"},
    {"and so does its width", "<fo:block-container id='x' writing-mode='tb-rl' width='50pt'/>",
     PROP_INLINE_PROGRESSION_DIMENSION, "50pt"},
    {"its relative size lies along its own lines",
     "<fo:block-container id='x' writing-mode='tb-rl' inline-progression-dimension='50pt'/>",
     PROP_BLOCK_PROGRESSION_DIMENSION, "50pt"},
    {"alignment goes by its own mode", "<fo:block-container id='x' writing-mode='rl-tb' text-align='left'/>",
     PROP_TEXT_ALIGN, "end"},
    {"short names of modes", "<fo:block-container id='x' writing-mode='tb'/>", PROP_WRITING_MODE, "tb-rl"},
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

/* XSL 5.10.4: the region that the content goes into decides, where the page sequence asks for that. */
static void check_region(void)
{
	static const char text[] = FO_OPEN
	    "<fo:layout-master-set><fo:simple-page-master master-name='p' margin-left='20pt'>"
	    "<fo:region-body margin='5pt' writing-mode='tb-rl'/><fo:region-before extent='9pt'/></fo:simple-page-master>"
	    "<fo:page-sequence-master master-name='m'><fo:repeatable-page-master-alternatives>"
	    "<fo:conditional-page-master-reference master-reference='p'/></fo:repeatable-page-master-alternatives>"
	    "</fo:page-sequence-master></fo:layout-master-set>"
	    "<fo:page-sequence master-reference='m' writing-mode='from-page-master-region()'>"
	    "<fo:static-content flow-name='xsl-region-before' writing-mode='from-page-master-region()'>"
	    "<fo:block id='y'/></fo:static-content>"
	    "<fo:flow flow-name='xsl-region-body'><fo:block id='x'/></fo:flow></fo:page-sequence></fo:root>";
	char messages[1000];
	struct document d = document_parse(text);
	check_str("region: messages", messages_of(&d, messages, sizeof messages), "");
	check_int("region body", fo_writing_mode(node_with_id(d.tree->root, "x")), KEY_TB_RL);
	check_int("region before", fo_writing_mode(node_with_id(d.tree->root, "y")), KEY_LR_TB);
	document_free(&d);
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(i);
	for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
		check_flow(i);
	check_region();
	return check_failed;
}
