/* Templates: our functions, sorting, messages, what is forbidden. Each case is the body of one template over one
 * document. */
#define _GNU_SOURCE
#include "transform.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "check.h"
#include "load.h"

static const char source[] = "<list>\n"
                             "<p n='10' xml:lang='zh'>王</p>\n"
                             "<p n='9' xml:lang='zh'>陈</p>\n"
                             "<p n='x' xml:lang='ru'>Жук</p>\n"
                             "<p n='9' xml:lang='ru'>Ёлкин</p>\n"
                             "<p n='1' xml:lang='ru'>Еремин</p>\n"
                             "<day>2024-13-40</day>\n"
                             "</list>\n";

#define FOR_EACH(set, sort) "<xsl:for-each select='" set "'>" sort "<xsl:value-of select='.'/>,</xsl:for-each>"

static const struct {
	const char *name, *body, *want, *messages; /* want NULL: no result */
} cases[] = {
    {"source position",
     "<xsl:value-of select='c:src(/list/p[3])'/> <xsl:value-of select='c:src(/list/p/@n)'/> <xsl:for-each "
     "select='//day'><xsl:value-of select='c:src()'/></xsl:for-each>",
     "in.xml:4in.xml:2in.xml:7", ""},
    {"no node, no position", "[<xsl:value-of select='c:src(/none)'/>]", "[]", ""},
    {"date", "<xsl:value-of select=\"c:date('2024-05-22','en')\"/>", "22 May 2024", ""},
    {"date range", "<xsl:value-of select=\"c:date-range('2024-05-22','2024-05-24','zh')\"/>", "2024年5月22日至24日",
     ""},
    {"bad date", "<xsl:for-each select='//day'><xsl:value-of select=\"c:date(.,'en')\"/></xsl:for-each>", "2024-13-40",
     "in.xml:7: error: expected a date such as 2024-05-22, got '2024-13-40'\n"},
    {"pinyin", FOR_EACH("//p[@xml:lang=\"zh\"]", "<xsl:sort lang='zh'/>"), "陈,王,", ""},
    {"Cyrillic, language in an expression",
     FOR_EACH("//p[@xml:lang=\"ru\"]", "<xsl:sort lang='{@xml:lang}' select='.'/>"), "Ёлкин,Еремин,Жук,", ""},
    {"descending", FOR_EACH("//p[@xml:lang=\"ru\"]", "<xsl:sort lang='ru' order='descending'/>"), "Жук,Еремин,Ёлкин,",
     ""},
    {"numbers, then names", FOR_EACH("//p", "<xsl:sort select='@n' data-type='number'/><xsl:sort lang='ru'/>"),
     "Жук,Еремин,Ёлкин,陈,王,", ""},
    {"equal keys keep their order", FOR_EACH("//p", "<xsl:sort select='\"same\"'/>"), "王,陈,Жук,Ёлкин,Еремин,", ""},
    {"sort key", FOR_EACH("//p[@xml:lang=\"zh\"]", "<xsl:sort select='c:sort-key(.,\"zh\")'/>"), "陈,王,", ""},
    {"EXSLT", "<xsl:value-of select=\"str:replace('a-b','-','+')\"/><xsl:value-of select='count(exsl:node-set(1))'/>",
     "a+b1", ""},

    {"message",
     "<xsl:for-each select='//day'><xsl:message>look  at\n <xsl:value-of select='.'/></xsl:message></xsl:for-each>", "",
     "in.xml:7: warning: look at 2024-13-40\n"},
    {"message that is an error", "<xsl:message>error: no such day</xsl:message>", "", "in.xml: error: no such day\n"},
    {"message that ends it", "<xsl:message terminate='yes'>cannot go on</xsl:message>", NULL,
     "in.xml: error: cannot go on\n"},
    {"unknown function", "<xsl:value-of select='c:none(1)'/>", NULL, "t.xsl:7: error: there is no function 'none'\n"},
    {"unknown variable", "<xsl:value-of select='$none'/>", NULL,
     "t.xsl:7: error: Variable 'none' has not been declared.\n"},
    {"bad expression", "<xsl:value-of select='a['/>", NULL, "t.xsl:7: error: Invalid expression in 'a['\n"},
    {"unknown template", "<xsl:call-template name='none'/>", NULL,
     "t.xsl:7: error: The called template 'none' was not found.\n"},
    {"unknown instruction", "<xsl:frob/>", NULL, "t.xsl:7: error: unknown xsl:frob\n"},
    {"endless recursion", "<xsl:call-template name='again'/>", NULL,
     "t.xsl:5: error: A potential infinite template recursion was detected.\n"},

    {"file outside", "<xsl:value-of select=\"document('/etc/passwd')\"/>", NULL,
     "t.xsl:7: error: '/etc/passwd' lies outside the folders that may be read\n"},
    {"file from the network", "<xsl:value-of select=\"document('http://127.0.0.1:1/x')\"/>", NULL,
     "t.xsl:7: error: 'http://127.0.0.1:1/x' is not read: no network\n"},
    {"file missing", "<xsl:value-of select=\"document('none.xml')\"/>", NULL,
     "t.xsl:7: error: cannot read 'none.xml': No such file or directory\n"},
    {"file malformed", "<xsl:value-of select=\"document('bad.xml')\"/>", NULL,
     "bad.xml:1: error: Opening and ending tag mismatch: a line 1 and b\n"},
    {"file inside", "<xsl:value-of select=\"document('in.xml')//day\"/>", "2024-13-40", ""},
    {"writing", "<exsl:document href='written.xml'><a/></exsl:document>", NULL,
     "t.xsl:7: error: File write for written.xml refused\n"},
    {"parameter", "<xsl:value-of select='$who'/>", "a 'quoted' \"name\"", ""},
};

static void write_file(const char *name, const char *text)
{
	FILE *f = fopen(name, "wb");
	check_true(name, f && fputs(text, f) >= 0 && fclose(f) == 0);
}

static void write_template(const char *body)
{
	struct buffer text = {0};
	buffer_printf(&text,
	              "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
	              "xmlns:c='urn:cbua:functions:1'\n"
	              "  xmlns:exsl='http://exslt.org/common' xmlns:str='http://exslt.org/strings' "
	              "extension-element-prefixes='exsl str'\n"
	              "  exclude-result-prefixes='c'>\n"
	              "<xsl:param name='who'/>\n"
	              "<xsl:template name='again'><xsl:call-template name='again'/></xsl:template>\n"
	              "<xsl:template match='/'><out>\n"
	              "%s</out></xsl:template></xsl:stylesheet>",
	              body);
	write_file("t.xsl", text.data);
	buffer_free(&text);
}

static bool may_read(void *folders, const char *path)
{
	return load_may_read(folders, path);
}

/* The result's text, without what only lays the template out; NULL when there is none. */
static char *apply(const struct transform_parameter *parameters, size_t count, char **messages)
{
	size_t size;
	FILE *out = open_memstream(messages, &size);
	struct diag *d = diag_new(out);
	struct load_folders *folders = load_folders_new();
	load_folders_allow(folders, ".");
	xmlDoc *doc = load_document("in.xml", folders, d);
	struct transform_options options = {.template_path = "t.xsl",
	                                    .parameters = parameters,
	                                    .parameter_count = count,
	                                    .position = load_position,
	                                    .may_read = may_read,
	                                    .context = folders};
	xmlDoc *result = transform_apply(doc, &options, d);
	char *text = result ? (char *)xmlNodeGetContent(xmlDocGetRootElement(result)) : NULL;
	if (text) {
		size_t before = strspn(text, "\n");
		memmove(text, text + before, strlen(text + before) + 1);
	}
	check_true("a result or an error", result || diag_errors(d) > 0);
	xmlFreeDoc(result);
	xmlFreeDoc(doc);
	load_folders_free(folders);
	diag_free(d);
	fclose(out);
	return text;
}

static void check_cases(void)
{
	const struct transform_parameter who = {"who", "a 'quoted' \"name\"", false};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		write_template(cases[i].body);
		char *messages;
		char *text = apply(&who, 1, &messages);
		if (cases[i].want)
			check_str(cases[i].name, text, cases[i].want);
		else
			check_true(cases[i].name, text == NULL);
		if (cases[i].want || *cases[i].messages)
			check_str(cases[i].name, messages, cases[i].messages);
		if (getenv("VERBOSE"))
			printf("%s\n%s", cases[i].name, messages);
		xmlFree(text);
		free(messages);
	}
	check_true("nothing was written", access("written.xml", F_OK) != 0);
}

static void check_parameters(void)
{
	write_template("x");
	const struct transform_parameter parameters[] = {{"whom", "x", false}, {"languages", "zh", true}};
	char *messages;
	char *text = apply(parameters, 2, &messages);
	check_true("unknown parameter", text == NULL);
	check_str("unknown parameter", messages, "t.xsl: error: the template has no parameter 'whom'; it has: who\n");
	xmlFree(text);
	free(messages);
}

/* Sorting 20,000 names by pinyin: each key is made once. */
static void check_speed(void)
{
	FILE *f = fopen("in.xml", "wb");
	fputs("<list>", f);
	for (unsigned i = 0, x = 1; i < 20000; i++) {
		x = x * 1103515245u + 12345u;
		struct buffer name = {0};
		buffer_put_codepoint(&name, 0x4E00 + (x >> 8) % 0x5000);
		buffer_put_codepoint(&name, 0x4E00 + (x >> 4) % 0x5000);
		fprintf(f, "<p>%s</p>", name.data);
		buffer_free(&name);
	}
	fputs("</list>", f);
	fclose(f);
	write_template("<xsl:for-each select='//p'><xsl:sort lang='zh'/><xsl:value-of select='.'/></xsl:for-each>");
	clock_t start = clock();
	char *messages;
	char *text = apply(NULL, 0, &messages);
	double ms = (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
	if (getenv("VERBOSE"))
		printf("%.1f ms\n", ms);
	check_true("20,000 names in reasonable time, sanitizers and all", ms < 3000);
	xmlFree(text);
	free(messages);
}

int main(void)
{
	load_initialise();
	transform_initialise();
	char folder[] = P_tmpdir "/transform_test.XXXXXX";
	if (!mkdtemp(folder) || chdir(folder) != 0)
		return 1;
	write_file("in.xml", source);
	write_file("bad.xml", "<a></b>");
	check_cases();
	check_parameters();
	check_speed();
	unlink("in.xml");
	unlink("bad.xml");
	unlink("t.xsl");
	if (chdir("/") != 0 || rmdir(folder) != 0)
		return 1;
	transform_cleanup();
	xmlCleanupParser();
	return check_failed;
}
