/* Documents put together from parts: positions, attacks, folders, messages. Every case writes its files into a folder
 * of its own. */
#define _GNU_SOURCE
#include "load.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"

static const char *const names[] = {"main.xml",     "sub/one.xml", "sub/deep/two.xml",
                                    "sub/note.txt", "schema.rng",  "link.xml"};

static void write_file(const char *name, const char *text, size_t size)
{
	FILE *f = fopen(name, "wb");
	check_true(name, f && fwrite(text, 1, size, f) == size);
	if (f)
		fclose(f);
}

static void remove_files(void)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(names[i]);
}

/* Loads main.xml; *messages is what was said, for the caller to free. */
static xmlDoc *load_main(char **messages)
{
	size_t size;
	FILE *out = open_memstream(messages, &size);
	struct diag *d = diag_new(out);
	struct load_folders *folders = load_folders_new();
	load_folders_allow(folders, ".");
	xmlDoc *doc = load_document("main.xml", folders, d);
	load_folders_free(folders);
	check_int("a document or an error", doc != NULL, diag_status(d) == 0);
	diag_free(d);
	fclose(out);
	return doc;
}

static xmlNode *find(xmlNode *node, const char *name)
{
	for (; node; node = node->next) {
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
			return node;
		xmlNode *below = node->type == XML_ELEMENT_NODE ? find(node->children, name) : NULL;
		if (below)
			return below;
	}
	return NULL;
}

static void check_place(xmlDoc *doc, const char *element, const char *file, int line)
{
	xmlNode *node = find(doc->children, element);
	check_true(element, node != NULL);
	if (!node)
		return;
	struct loc loc = load_position(node);
	check_str(element, loc.file, file);
	check_int(element, loc.line, line);
}

#define XI "xmlns:xi=\"http://www.w3.org/2001/XInclude\""

static void check_positions(void)
{
	const char *outer = "<a " XI ">\n\n<b/>\n<xi:include href=\"sub/one.xml\"/>\n<c xml:lang=\"en\"/>\n</a>\n";
	const char *one =
	    "<one " XI
	    ">\n<xi:include href=\"deep/two.xml\"/>\n<xi:include href=\"note.txt\" parse=\"text\"/>\n\n<late/></one>\n";
	const char *two = "<!-- first -->\n\n<two\n xml:lang='zh'>\n<inner/></two>\n";
	write_file("main.xml", outer, strlen(outer));
	write_file("sub/one.xml", one, strlen(one));
	write_file("sub/deep/two.xml", two, strlen(two));
	write_file("sub/note.txt", "a < b", 5);
	char *messages;
	xmlDoc *doc = load_main(&messages);
	check_str("no message", messages, "");
	if (doc) {
		check_place(doc, "a", "main.xml", 1);
		check_place(doc, "b", "main.xml", 3);
		check_place(doc, "c", "main.xml", 5);
		check_place(doc, "one", "sub/one.xml", 1);
		check_place(doc, "late", "sub/one.xml", 5);
		check_place(doc, "two", "sub/deep/two.xml", 4);
		check_place(doc, "inner", "sub/deep/two.xml", 5);
		xmlChar *text = xmlNodeGetContent(find(doc->children, "one"));
		check_true("text is included as text", strstr((const char *)text, "a < b") != NULL);
		xmlFree(text);
		xmlChar *lang = xmlNodeGetLang(find(doc->children, "inner"));
		check_str("xml:lang of an included part", (const char *)lang, "zh");
		xmlFree(lang);
	}
	xmlFreeDoc(doc);
	free(messages);
}

/* libxml2 itself counts lines in 16 bits. */
static void check_many_lines(void)
{
	struct buffer text = {0};
	buffer_puts(&text, "<one>");
	for (int i = 0; i < 70000; i++)
		buffer_puts(&text, "\n");
	buffer_puts(&text, "<far><nested/>\n</far>\n<next/></one>");
	const char *outer = "<a " XI "><xi:include href=\"sub/one.xml\"/></a>";
	write_file("main.xml", outer, strlen(outer));
	write_file("sub/one.xml", text.data, text.size);
	char *messages;
	xmlDoc *doc = load_main(&messages);
	if (doc) {
		check_place(doc, "far", "sub/one.xml", 70001);
		check_place(doc, "nested", "sub/one.xml", 70001);
		check_place(doc, "next", "sub/one.xml", 70003);
	}
	xmlFreeDoc(doc);
	free(messages);
	buffer_free(&text);
}

static const struct {
	const char *name, *main, *one, *want; /* want: the messages; NULL: none, and a document */
} cases[] = {
    {"empty", "", NULL, "main.xml:1: error: the file is empty, or does not begin as XML\n"},
    {"text only", "hello", NULL, "main.xml:1: error: the file is empty, or does not begin as XML\n"},
    {"wrong end tag", "<a>\n<b>\n</c>\n</a>", NULL,
     "main.xml:3: error: expected </b>, which was opened in line 2, got </c>\n"},
    {"plain ampersand", "<a>\nA & B</a>", NULL,
     "main.xml:2: error: expected a name here; a plain '&' is written '&amp;', a plain '<' is written '&lt;'\n"},
    {"entity of HTML", "<a>&nbsp;</a>", NULL,
     "main.xml:1: error: the entity '&nbsp;' is not declared; XML itself knows only &amp; &lt; &gt; &quot; and "
     "&apos;\n"},
    {"no quotes", "<a b=c/>", NULL, "main.xml:1: error: an attribute's value must stand in quotes\n"},
    {"attribute twice", "<a b='1'\n b='2'/>", NULL, "main.xml:2: error: the attribute 'b' is given twice\n"},
    {"prefix", "<a><x:b/></a>", NULL,
     "main.xml:1: error: the prefix 'x' is not declared: xmlns:x=\"...\" is missing\n"},
    {"bytes", "<a>\xFF</a>", NULL,
     "main.xml:1: error: there is a character here that XML does not allow, or the text is not in the declared "
     "encoding (UTF-8 where none "
     "is)\n"},
    {"two roots", "<a/><b/>", NULL, "main.xml:1: error: there is something after the end of the root element\n"},
    {"not ended", "<a>\n<b>", NULL, "main.xml:2: error: the file ends before the element 'b' does\n"},

    {"external entity outside", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<a>&e;</a>", NULL,
     "main.xml:2: error: 'file:///etc/passwd' lies outside the folders that may be read; --allow DIR adds one\n"},
    {"external entity from the network", "<!DOCTYPE a [<!ENTITY e SYSTEM 'http://127.0.0.1:1/e'>]>\n<a>&e;</a>", NULL,
     "main.xml:2: error: 'http://127.0.0.1:1/e' is not read: only files are, nothing from the network\n"},
    {"external subset is not read", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a/>", NULL, NULL},
    {"entity of HTML, with a document type kept elsewhere", "<!DOCTYPE a SYSTEM 'a.dtd'>\n<a>&nbsp;&mdash;</a>", NULL,
     NULL},
    {"own entity", "<!DOCTYPE a [<!ENTITY e 'text'>]>\n<a>&e;</a>", NULL, NULL},

    {"include missing", "<a " XI ">\n<xi:include href='none.xml'/></a>", NULL,
     "main.xml:2: error: cannot read 'none.xml': No such file or directory\n"},
    {"include malformed", "<a " XI ">\n<xi:include href='sub/one.xml'/></a>", "<one>\n<b></one>",
     "sub/one.xml:2: error: expected </b>, which was opened in line 2, got </one>\n"},
    {"include outside", "<a " XI ">\n<xi:include href='/etc/passwd' parse='text'/></a>", NULL,
     "main.xml:2: error: '/etc/passwd' lies outside the folders that may be read; --allow DIR adds one\n"},
    {"include by dots", "<a " XI ">\n<xi:include href='sub/../../../../../../../../../etc/passwd' parse='text'/></a>",
     NULL,
     "main.xml:2: error: 'sub/../../../../../../../../../etc/passwd' lies outside the folders that may be read; "
     "--allow DIR adds one\n"},
    {"include through a link", "<a " XI ">\n<xi:include href='link.xml' parse='text'/></a>", NULL,
     "main.xml:2: error: 'link.xml' lies outside the folders that may be read; --allow DIR adds one\n"},
    {"include from the network", "<a " XI "><xi:include href='https://example.org/x.xml'/></a>", NULL,
     "main.xml:1: error: 'https://example.org/x.xml' is not read: only files are, nothing from the network\n"},
    {"include itself", "<a " XI ">\n<xi:include href='main.xml'/></a>", NULL,
     "main.xml:2: error: 'main.xml' includes itself\n"},
    {"include in a circle", "<a " XI ">\n<xi:include href='sub/one.xml'/></a>",
     "<one " XI ">\n\n<xi:include href='../main.xml'/></one>", "sub/one.xml:3: error: '../main.xml' includes itself\n"},
    {"include a folder", "<a " XI "><xi:include href='sub'/></a>", NULL, "main.xml:1: error: 'sub' is not a file\n"},
    {"no href", "<a " XI "><xi:include/></a>", NULL, "main.xml:1: error: xi:include needs an href\n"},
    {"fallback", "<a " XI "><xi:include href='none.xml'><xi:fallback><b/></xi:fallback></xi:include></a>", NULL, NULL},
    {"the root is an include", "<xi:include " XI " href='sub/one.xml'/>", "<one/>", NULL},
    {"xpointer", "<a " XI "><xi:include href='sub/one.xml' xpointer='xpointer(//x)'/></a>", "<one><x/><y/><x/></one>",
     NULL},
    {"xpointer to nothing", "<a " XI "><xi:include href='sub/one.xml' xpointer='xpointer(//z)'/></a>",
     "<one><x/></one>", "main.xml:1: error: xpointer='xpointer(//z)' finds no element in 'sub/one.xml'\n"},
    {"space in a name", "<a " XI "><xi:include href='sub%2Fone.xml'/></a>", "<one/>", NULL},
};

static void check_messages(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		remove_files();
		check_int("link", symlink("/etc/passwd", "link.xml"), 0);
		write_file("main.xml", cases[i].main, strlen(cases[i].main));
		if (cases[i].one)
			write_file("sub/one.xml", cases[i].one, strlen(cases[i].one));
		char *messages;
		xmlDoc *doc = load_main(&messages);
		check_str(cases[i].name, messages, cases[i].want ? cases[i].want : "");
		xmlFreeDoc(doc);
		free(messages);
	}
}

/* Ten levels of ten: a thousand million words from a kilobyte. */
static void check_billion_laughs(void)
{
	struct buffer text = {0};
	buffer_puts(&text, "<!DOCTYPE a [<!ENTITY e0 'ha'>\n");
	for (int i = 1; i < 10; i++) {
		buffer_printf(&text, "<!ENTITY e%d '", i);
		for (int k = 0; k < 10; k++)
			buffer_printf(&text, "&e%d;", i - 1);
		buffer_puts(&text, "'>\n");
	}
	buffer_puts(&text, "]>\n<a>&e9;</a>");
	write_file("main.xml", text.data, text.size);
	char *messages;
	xmlDoc *doc = load_main(&messages);
	check_true("billion laughs are refused", doc == NULL);
	check_true("and named", strstr(messages, "entities expand") != NULL);
	xmlFreeDoc(doc);
	free(messages);
	buffer_free(&text);
}

/* Fourteen files' worth of doubling, by one file that includes the next twice, would be 2^n parts. */
static void check_doubling(void)
{
	for (int i = 0; i < 20; i++) {
		struct buffer name = {0}, text = {0};
		buffer_printf(&name, i ? "sub/n%d.xml" : "main.xml", i);
		const char *folder = i ? "" : "sub/";
		buffer_printf(&text, "<n " XI "><xi:include href='%sn%d.xml'/><xi:include href='%sn%d.xml'/></n>", folder,
		              i + 1, folder, i + 1);
		write_file(name.data, text.data, text.size);
		buffer_free(&name);
		buffer_free(&text);
	}
	write_file("sub/n20.xml", "<end/>", 6);
	char *messages;
	xmlDoc *doc = load_main(&messages);
	check_true("doubling is refused", doc == NULL);
	check_true("doubling is named", strstr(messages, "too many files include each other") != NULL);
	xmlFreeDoc(doc);
	free(messages);
	for (int i = 1; i <= 20; i++) {
		char name[32];
		snprintf(name, sizeof name, "sub/n%d.xml", i);
		unlink(name);
	}
}

int main(void)
{
	load_initialise();
	char folder[] = P_tmpdir "/load_test.XXXXXX";
	if (!mkdtemp(folder) || chdir(folder) != 0)
		return 1;
	mkdir("sub", 0777);
	mkdir("sub/deep", 0777);
	check_positions();
	check_many_lines();
	check_messages();
	check_billion_laughs();
	check_doubling();
	remove_files();
	rmdir("sub/deep");
	rmdir("sub");
	if (chdir("/") != 0 || rmdir(folder) != 0)
		return 1;
	xmlCleanupParser();
	return check_failed;
}
