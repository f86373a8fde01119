/* Shorthands and which form wins (XSL 5.2, 5.3.1, 7.31): the attributes of one block, in an order that would mislead.
 */
#include "check.h"
#include "fo_document.h"

static const struct {
	const char *attributes;
	enum fo_property property;
	const char *want;
} cases[] = {
    /* border < border-width < border-top < border-before-width < border-top-width, whatever the order. */
    {"border='1pt solid red'", PROP_BORDER_BEFORE_WIDTH, "1pt"},
    {"border='1pt solid red'", PROP_BORDER_END_COLOR, "rgb(255,0,0)"},
    {"border='solid'", PROP_BORDER_AFTER_WIDTH, "1pt"},
    {"border='thick dotted'", PROP_BORDER_AFTER_WIDTH, "2pt"},
    {"border='thin dotted'", PROP_BORDER_AFTER_WIDTH, "0.5pt"},
    {"border='2pt'", PROP_BORDER_AFTER_WIDTH, "0pt"},
    {"border='hidden 2pt'", PROP_BORDER_AFTER_WIDTH, "0pt"},
    {"border-width='2pt' border='1pt solid'", PROP_BORDER_BEFORE_WIDTH, "2pt"},
    {"border='1pt solid' border-width='2pt'", PROP_BORDER_BEFORE_WIDTH, "2pt"},
    {"border-top='3pt solid' border-width='2pt' border-style='solid'", PROP_BORDER_BEFORE_WIDTH, "3pt"},
    {"border-width='2pt' border-style='solid' border-top='3pt solid'", PROP_BORDER_BEFORE_WIDTH, "3pt"},
    {"border-before-width='4pt' border-top='3pt solid'", PROP_BORDER_BEFORE_WIDTH, "4pt"},
    {"border-top-width='5pt' border-before-width='4pt' border='solid'", PROP_BORDER_BEFORE_WIDTH, "5pt"},
    {"border-before-width='4pt' border-top-width='5pt' border='solid'", PROP_BORDER_BEFORE_WIDTH, "5pt"},
    /* A side's shorthand resets what it does not name. */
    {"border='1pt solid red' border-top='2pt solid'", PROP_BORDER_BEFORE_COLOR, "currentcolor"},
    {"border-style='solid dashed dotted double'", PROP_BORDER_BEFORE_STYLE, "solid"},
    {"border-style='solid dashed dotted double'", PROP_BORDER_END_STYLE, "dashed"},
    {"border-style='solid dashed dotted double'", PROP_BORDER_AFTER_STYLE, "dotted"},
    {"border-style='solid dashed dotted double'", PROP_BORDER_START_STYLE, "double"},
    {"border-color='red blue'", PROP_BORDER_AFTER_COLOR, "rgb(255,0,0)"},
    {"border-color='red blue'", PROP_BORDER_START_COLOR, "rgb(0,0,255)"},
    {"border-left='rgb(1, 2, 3) 2pt + 1pt solid'", PROP_BORDER_START_WIDTH, "3pt"},
    {"border-left='rgb(1, 2, 3) 2pt + 1pt solid'", PROP_BORDER_START_COLOR, "rgb(1,2,3)"},
    {"border-before-width.conditionality='retain'", PROP_BORDER_BEFORE_WIDTH_CONDITIONALITY, "retain"},
    {"border-before-width.length='3pt' border-before-style='solid'", PROP_BORDER_BEFORE_WIDTH, "3pt"},
    /* Padding and margin. */
    {"padding='1pt 2pt 3pt 4pt'", PROP_PADDING_BEFORE, "1pt"},
    {"padding='1pt 2pt 3pt 4pt'", PROP_PADDING_END, "2pt"},
    {"padding='1pt 2pt 3pt 4pt'", PROP_PADDING_AFTER, "3pt"},
    {"padding='1pt 2pt 3pt 4pt'", PROP_PADDING_START, "4pt"},
    {"padding='3mm + 1mm 3mm'", PROP_PADDING_BEFORE, "11.339pt"},
    {"padding-start='5pt' padding='1pt'", PROP_PADDING_START, "5pt"},
    {"padding-left='6pt' padding-start='5pt'", PROP_PADDING_START, "6pt"},
    {"padding-before.conditionality='retain'", PROP_PADDING_BEFORE_CONDITIONALITY, "retain"},
    {"margin='1pt 2pt'", PROP_MARGIN_LEFT, "2pt"},
    {"margin-left='9pt' margin='1pt 2pt'", PROP_MARGIN_LEFT, "9pt"},
    /* font */
    {"font='italic small-caps bold 12pt/14pt Arial, \"X Y\"'", PROP_FONT_SIZE, "12pt"},
    {"font='italic small-caps bold 12pt/14pt Arial, \"X Y\"'", PROP_LINE_HEIGHT, "14pt"},
    {"font='italic small-caps bold 12pt/14pt Arial, \"X Y\"'", PROP_FONT_FAMILY, "'Arial, \"X Y\"'"},
    {"font='italic small-caps bold 12pt/14pt Arial, \"X Y\"'", PROP_FONT_STYLE, "italic"},
    {"font='italic small-caps bold 12pt/14pt Arial, \"X Y\"'", PROP_FONT_VARIANT, "small-caps"},
    {"font='italic small-caps bold 12pt/14pt Arial, \"X Y\"'", PROP_FONT_WEIGHT, "700"},
    {"font='12pt / 1.5 serif'", PROP_LINE_HEIGHT, "1.5"},
    {"font='12pt serif'", PROP_FONT_WEIGHT, "400"},
    {"font='12pt serif' font-size='9pt'", PROP_FONT_SIZE, "9pt"},
    {"font='larger serif'", PROP_FONT_SIZE, "12pt"},
    {"font='caption'", PROP_FONT_WEIGHT, "700"},
    /* background */
    {"background='red url(a.png) no-repeat fixed center'", PROP_BACKGROUND_COLOR, "rgb(255,0,0)"},
    {"background='red url(a.png) no-repeat fixed center'", PROP_BACKGROUND_IMAGE, "'a.png'"},
    {"background='red url(a.png) no-repeat fixed center'", PROP_BACKGROUND_REPEAT, "no-repeat"},
    {"background='red url(a.png) no-repeat fixed center'", PROP_BACKGROUND_ATTACHMENT, "fixed"},
    {"background='red url(a.png) no-repeat fixed center'", PROP_BACKGROUND_POSITION_VERTICAL, "50%"},
    {"background-color='blue' background='red'", PROP_BACKGROUND_COLOR, "rgb(0,0,255)"},
    {"background-position='10pt 20%'", PROP_BACKGROUND_POSITION_HORIZONTAL, "10pt"},
    {"background-position='10pt 20%'", PROP_BACKGROUND_POSITION_VERTICAL, "20%"},
    {"background-position='bottom right'", PROP_BACKGROUND_POSITION_HORIZONTAL, "100%"},
    {"background-position='bottom right'", PROP_BACKGROUND_POSITION_VERTICAL, "100%"},
    {"background-position='center left'", PROP_BACKGROUND_POSITION_HORIZONTAL, "0pt"},
    {"background-position='center left'", PROP_BACKGROUND_POSITION_VERTICAL, "50%"},
    {"background-position='right'", PROP_BACKGROUND_POSITION_VERTICAL, "50%"},
    {"background-position-vertical='5pt' background-position='center'", PROP_BACKGROUND_POSITION_VERTICAL, "5pt"},
    /* Lines and marks at text. */
    {"text-decoration='red underline dotted overline'", PROP_TEXT_DECORATION, "'underline overline'"},
    {"text-decoration='red underline dotted overline'", PROP_TEXT_DECORATION_STYLE, "dotted"},
    {"text-decoration='red underline dotted overline'", PROP_TEXT_DECORATION_COLOR, "rgb(255,0,0)"},
    {"text-decoration-style='wavy' text-decoration='underline'", PROP_TEXT_DECORATION_STYLE, "wavy"},
    {"text-decoration-line='overline' text-decoration='underline'", PROP_TEXT_DECORATION, "'overline'"},
    {"text-decoration='none'", PROP_TEXT_DECORATION, "none"},
    {"text-decoration='dashed'", PROP_TEXT_DECORATION, "none"},
    {"text-emphasis='rgb(1, 2, 3) open sesame'", PROP_TEXT_EMPHASIS_STYLE, "'open sesame'"},
    {"text-emphasis='rgb(1, 2, 3) open sesame'", PROP_TEXT_EMPHASIS_COLOR, "rgb(1,2,3)"},
    {"text-emphasis='\"x y\"'", PROP_TEXT_EMPHASIS_STYLE, "'\"x y\"'"},
    {"text-emphasis='none'", PROP_TEXT_EMPHASIS_STYLE, "none"},
    /* Pages and keeps. */
    {"page-break-before='always'", PROP_BREAK_BEFORE, "page"},
    {"page-break-before='right'", PROP_BREAK_BEFORE, "odd-page"},
    {"page-break-after='left'", PROP_BREAK_AFTER, "even-page"},
    {"page-break-after='avoid'", PROP_KEEP_WITH_NEXT_WITHIN_PAGE, "10000"},
    {"page-break-inside='avoid'", PROP_KEEP_TOGETHER_WITHIN_PAGE, "10000"},
    {"page-break-inside='avoid'", PROP_KEEP_TOGETHER_WITHIN_LINE, "0"},
    {"break-before='column' page-break-before='always'", PROP_BREAK_BEFORE, "column"},
    /* Compounds. */
    {"space-before='5pt'", PROP_SPACE_BEFORE_MINIMUM, "5pt"},
    {"space-before='5pt'", PROP_SPACE_BEFORE_MAXIMUM, "5pt"},
    {"space-before.maximum='8pt' space-before='5pt'", PROP_SPACE_BEFORE_MAXIMUM, "8pt"},
    {"space-before.precedence='force'", PROP_SPACE_BEFORE_PRECEDENCE, "force"},
    {"space-before.optimum='5pt'", PROP_SPACE_BEFORE_MINIMUM, "0pt"},
    {"space-before.optimum='5pt'", PROP_SPACE_BEFORE_MAXIMUM, "5pt"},
    {"space-before.minimum='5pt'", PROP_SPACE_BEFORE_OPTIMUM, "5pt"},
    {"keep-together='always'", PROP_KEEP_TOGETHER_WITHIN_LINE, "10000"},
    {"keep-with-next.within-page='3' keep-with-next='5'", PROP_KEEP_WITH_NEXT_WITHIN_PAGE, "3"},
    {"keep-with-next.within-page='3' keep-with-next='5'", PROP_KEEP_WITH_NEXT_WITHIN_COLUMN, "5"},
    {"line-height='14pt'", PROP_LINE_HEIGHT_MINIMUM, "14pt"},
    {"line-height.minimum='10pt' line-height='14pt'", PROP_LINE_HEIGHT_MINIMUM, "10pt"},
    {"line-height.optimum='15pt'", PROP_LINE_HEIGHT, "15pt"},
    {"letter-spacing='2pt'", PROP_LETTER_SPACING_MAXIMUM, "2pt"},
    {"letter-spacing.maximum='3pt' letter-spacing='2pt'", PROP_LETTER_SPACING_MAXIMUM, "3pt"},
    {"leader-length='3cm'", PROP_LEADER_LENGTH_MINIMUM, "85.039pt"},
    {"leader-length.maximum='100%'", PROP_LEADER_LENGTH_OPTIMUM, "12pt"},
    {"border-separation='2pt'", PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION, "2pt"},
    {"border-spacing='2pt 3pt'", PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION, "2pt"},
    {"border-spacing='2pt 3pt'", PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION, "3pt"},
    /* The rest. */
    {"white-space='pre'", PROP_WHITE_SPACE_COLLAPSE, "false"},
    {"white-space='pre'", PROP_LINEFEED_TREATMENT, "preserve"},
    {"white-space='pre' linefeed-treatment='ignore'", PROP_LINEFEED_TREATMENT, "ignore"},
    {"white-space='nowrap'", PROP_WRAP_OPTION, "no-wrap"},
    {"vertical-align='super'", PROP_BASELINE_SHIFT, "super"},
    {"vertical-align='text-top'", PROP_ALIGNMENT_BASELINE, "text-before-edge"},
    {"vertical-align='3pt'", PROP_ALIGNMENT_ADJUST, "3pt"},
    {"position='absolute'", PROP_ABSOLUTE_POSITION, "absolute"},
    {"position='relative'", PROP_RELATIVE_POSITION, "relative"},
    {"position='relative'", PROP_ABSOLUTE_POSITION, "auto"},
    {"xml:lang='zh-Hans-CN'", PROP_LANGUAGE, "'zh'"},
    {"xml:lang='zh-Hans-CN'", PROP_SCRIPT, "'Hans'"},
    {"xml:lang='zh-Hans-CN'", PROP_COUNTRY, "'CN'"},
    {"xml:lang='ZH_hant-tw'", PROP_SCRIPT, "'Hant'"},
    {"xml:lang='ZH_hant-tw'", PROP_COUNTRY, "'TW'"},
    {"xml:lang='rus'", PROP_LANGUAGE, "'ru'"},
    {"language='CHI'", PROP_LANGUAGE, "'zh'"},
    {"xml:lang='ru'", PROP_COUNTRY, "none"},
    {"xml:lang='ru' language='be'", PROP_LANGUAGE, "'be'"},
    {"fox:border-radius='4pt 6pt'", PROP_FOX_BORDER_BEFORE_START_RADIUS, "4pt"},
    {"fox:border-radius='4pt 6pt'", PROP_FOX_BORDER_AFTER_END_RADIUS_ACROSS, "6pt"},
    {"fox:border-before-end-radius='3pt' fox:border-radius='4pt'", PROP_FOX_BORDER_BEFORE_END_RADIUS, "3pt"},
    {"axf:border-radius='1pt 2pt 3pt 4pt'", PROP_FOX_BORDER_AFTER_END_RADIUS, "3pt"},
    {"axf:border-radius='1pt / 5pt'", PROP_FOX_BORDER_AFTER_START_RADIUS_ACROSS, "5pt"},
    {"axf:border-bottom-left-radius='7pt'", PROP_FOX_BORDER_AFTER_START_RADIUS, "7pt"},
    /* Inherited whole, whether the property is or not. */
    {"border='inherit'", PROP_BORDER_BEFORE_WIDTH, "6pt"},
    {"border='inherit'", PROP_BORDER_BEFORE_COLOR, "rgb(0,128,0)"},
    {"space-before='inherit'", PROP_SPACE_BEFORE_OPTIMUM, "11pt"},
    {"space-before='inherit'", PROP_SPACE_BEFORE_CONDITIONALITY, "retain"},
    {"space-before='from-parent(space-before)'", PROP_SPACE_BEFORE_CONDITIONALITY, "retain"},
    {"background='inherit'", PROP_BACKGROUND_COLOR, "rgb(255,255,0)"},
};

static void check_case(size_t i)
{
	char flow[1000], got[200], messages[1000];
	snprintf(flow, sizeof flow,
	         "<fo:block font-size='10pt' font-weight='bold' border='6pt solid' color='green' "
	         "background-color='yellow' space-before='11pt' space-before.conditionality='retain'>"
	         "<fo:block id='x' color='black' %s/></fo:block>",
	         cases[i].attributes);
	struct document d = document_of_flow(flow);
	check_str(cases[i].attributes, messages_of(&d, messages, sizeof messages), "");
	check_str(cases[i].attributes,
	          text_of_property(node_with_id(d.tree->root, "x"), cases[i].property, got, sizeof got), cases[i].want);
	document_free(&d);
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(i);
	return check_failed;
}
