/* What content_of makes of a block's children: which white space is kept (XSL 7.16), what is looked through, which
 * parts come out. */
#include <libxml/parser.h>
#include <string.h>

#include "check.h"
#include "content.h"
#include "inline_private.h"

#define BEFORE                                                                                                         \
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>"                                     \
	"<fo:simple-page-master master-name='a' page-width='200pt' "                                                       \
	"page-height='200pt'><fo:region-body/></fo:simple-page-master>"                                                    \
	"</fo:layout-master-set><fo:page-sequence master-reference='a'><fo:flow flow-name='xsl-region-body'>"
#define AFTER "</fo:flow></fo:page-sequence></fo:root>"

/* The flow's first block as parts: text as kept, ( ) edges of inlines, | a preserved line feed, # an id, * a footnote,
 * P a picture, L a leader, [block] a block-level object, / between parts. */
static const struct {
	const char *name, *block, *want;
} cases[] = {
    {"white space only makes no line", "<fo:block> \n </fo:block>", ""},
    {"an empty block", "<fo:block/>", ""},
    {"ends are trimmed, runs collapse", "<fo:block>  a \n  b\t c  </fo:block>", "a b c"},
    {"a no-break space is text", "<fo:block>&#xA0;</fo:block>", "\xc2\xa0"},
    {"inside an inline the ends of the block are trimmed, too", "<fo:block> <fo:inline> a </fo:inline> </fo:block>",
     "a"},
    {"runs do not collapse over the edge of an inline", "<fo:block>a <fo:inline> b</fo:inline></fo:block>", "a  b"},
    {"around a block", "<fo:block>a <fo:block>x</fo:block> b</fo:block>", "a/[block]/b"},
    {"white space between blocks", "<fo:block> <fo:block/> <fo:block/> </fo:block>", "[block]/[block]"},
    {"a block in an inline", "<fo:block>a<fo:inline padding='1pt'>b <fo:block/> c</fo:inline>d</fo:block>",
     "a(b/[block]/c)d"},
    {"blocks in a wrapper", "<fo:block><fo:wrapper> <fo:block/> </fo:wrapper></fo:block>", "[block]"},
    {"edges alone make no line", "<fo:block><fo:inline padding='1pt'> </fo:inline></fo:block>", ""},
    {"an id makes a line", "<fo:block><fo:inline id='x'/></fo:block>", "#"},
    {"line feeds preserved", "<fo:block linefeed-treatment='preserve'>a \n b\n\nc</fo:block>", "a|b||c"},
    {"line feeds ignored", "<fo:block linefeed-treatment='ignore'>a\nb</fo:block>", "ab"},
    {"line feeds as zero width space", "<fo:block linefeed-treatment='treat-as-zero-width-space'>a\nb</fo:block>",
     "a\xe2\x80\x8b"
     "b"},
    {"nothing is collapsed", "<fo:block white-space-collapse='false'>a  b</fo:block>", "a  b"},
    {"all is preserved",
     "<fo:block white-space-collapse='false' white-space-treatment='preserve' linefeed-treatment='preserve'> a \n\tb "
     "</fo:block>",
     " a | b "},
    {"all is ignored", "<fo:block white-space-treatment='ignore'> a b </fo:block>", "ab"},
    {"ignored before a line feed only", "<fo:block white-space-treatment='ignore-if-before-linefeed'> a </fo:block>",
     " a"},
    {"ignored after a line feed only", "<fo:block white-space-treatment='ignore-if-after-linefeed'> a </fo:block>",
     "a "},
    {"a character is text", "<fo:block>a<fo:character character='b'/>c</fo:block>", "abc"},
    {"a space as character collapses", "<fo:block>a <fo:character character=' '/> b</fo:block>", "a b"},
    {"a leader and white space", "<fo:block> <fo:leader/> </fo:block>", "L"},
    {"a footnote",
     "<fo:block>a<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body><fo:block>n</fo:block></fo:footnote-body></"
     "fo:footnote> b</fo:block>",
     "a1* b"},
    {"the first case that shows",
     "<fo:block><fo:multi-switch><fo:multi-case starting-state='hide'><fo:block>no</fo:block></fo:multi-case>"
     "<fo:multi-case starting-state='show'>yes</fo:multi-case></fo:multi-switch></fo:block>",
     "yes"},
};

static void write_item(struct buffer *out, const struct inline_item *item)
{
	static const char marks[] = {
	    [ITEM_LINEFEED] = '|', [ITEM_START] = '(',   [ITEM_END] = ')',       [ITEM_ID] = '#',    [ITEM_FOOTNOTE] = '*',
	    [ITEM_FLOAT] = '~',    [ITEM_PICTURE] = 'P', [ITEM_CONTAINER] = 'C', [ITEM_LEADER] = 'L'};
	if (item->kind == ITEM_TEXT)
		buffer_append(out, item->text, item->size);
	else
		buffer_putc(out, marks[item->kind]);
}

static void write_parts(struct buffer *out, const struct content *content)
{
	for (size_t i = 0; i < content->count; i++) {
		if (i > 0)
			buffer_putc(out, '/');
		const struct content_part *part = &content->part[i];
		if (part->block)
			buffer_puts(out, "[block]");
		for (size_t k = 0; part->lines && k < part->lines->count; k++)
			write_item(out, &part->lines->item[k]);
	}
}

static const struct fo_node *find(const struct fo_node *node, enum fo_kind kind)
{
	if (!node || node->kind == kind)
		return node;
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		const struct fo_node *found = find(child, kind);
		if (found)
			return found;
	}
	return NULL;
}

struct stages {
	struct diag *d;
	struct font_library *fonts;
	struct text_engine *text;
};

static void check_case(const struct stages *s, const char *name, const char *block, const char *want)
{
	struct buffer xml = {0}, out = {0};
	buffer_printf(&xml, "%s%s%s", BEFORE, block, AFTER);
	xmlDoc *doc = xmlReadMemory(xml.data, (int)xml.size, "case.fo", NULL, 0);
	struct fo_tree *tree = fo_build(doc, "case.fo", s->d);
	struct layout_options options = {.fonts = s->fonts};
	struct layout *l = layout_open(tree, s->text, NULL, &options, s->d);
	struct page_context page = {.memory = arena_new(), .number = 1, .label = "1"};
	const struct fo_node *node = find(tree ? tree->root : NULL, FO_BLOCK);
	if (l && node)
		write_parts(&out, content_of(l, node, &page));
	check_str(name, out.data ? out.data : "", want);
	arena_free(page.memory);
	layout_close(l);
	fo_free(tree);
	xmlFreeDoc(doc);
	buffer_free(&xml);
	buffer_free(&out);
}

int main(void)
{
	struct font_options options = {.config_file = "fonts/fonts.conf"};
	struct stages s = {.d = diag_new(stderr)};
	s.fonts = font_library_new(&options, s.d);
	s.text = text_engine_new(s.fonts, s.d);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_case(&s, cases[i].name, cases[i].block, cases[i].want);
	text_engine_free(s.text);
	font_library_free(s.fonts);
	diag_free(s.d);
	xmlCleanupParser();
	return check_failed;
}
