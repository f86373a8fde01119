/* What is wrong with a document by its schema, in words and with a line. */
#define _GNU_SOURCE
#include "load.h"

#include <stdlib.h>
#include <unistd.h>

#include "check.h"

/* A list of persons: a title, then persons in any number, each with its names and perhaps a day. */
static const char schema[] =
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0' ns='urn:t' "
    "datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>"
    "<start><ref name='list'/></start>"
    "<define name='list'><element name='list'>"
    "  <attribute name='year'><data type='gYear'/></attribute>"
    "  <ref name='title'/><zeroOrMore><ref name='person'/></zeroOrMore></element></define>"
    "<define name='title'><element name='title'><text/></element></define>"
    "<define name='person'><element name='person'>"
    "  <attribute name='id'><data type='NCName'/></attribute>"
    "  <optional><attribute "
    "name='role'><choice><value>guest</value><value>speaker</value></choice></attribute></optional>"
    "  <interleave><oneOrMore><element name='name'><attribute name='xml:lang'><data "
    "type='language'/></attribute><text/></element></oneOrMore>"
    "  <optional><element name='day'><data type='date'/></element></optional>"
    "  <optional><element name='days'><list><oneOrMore><data "
    "type='date'/></oneOrMore></list></element></optional></interleave>"
    "</element></define>"
    "</grammar>";

#define PERSON "<person id='a'><name xml:lang='en'>A</name></person>"

static const struct {
	const char *name, *text, *want;
} cases[] = {
    {"valid", "<list xmlns='urn:t' year='2024'><title>T</title>" PERSON "</list>", ""},
    {"other root", "<person xmlns='urn:t'/>",
     "x.xml:1: error: the root element 'person' in namespace 'urn:t' is not one that the schema knows; expected: "
     "list\n"},
    {"unknown element", "<list xmlns='urn:t' year='2024'><title>T</title>\n<persons/></list>",
     "x.xml:2: error: element 'persons' is not allowed in 'list'; expected: title, person\n"},
    {"unknown attribute", "<list xmlns='urn:t' year='2024' years='1'><title>T</title></list>",
     "x.xml:1: error: attribute 'years' is not allowed on 'list'; expected: year\n"},
    {"missing attribute", "<list xmlns='urn:t'><title>T</title></list>",
     "x.xml:1: error: 'list' needs the attribute 'year'\n"},
    {"missing element", "<list xmlns='urn:t' year='2024'>\n" PERSON "</list>",
     "x.xml:1: error: 'list' needs the element 'title'\n"},
    {"value of a choice",
     "<list xmlns='urn:t' year='2024'><title>T</title>\n<person id='a' role='host'><name "
     "xml:lang='en'>A</name></person></list>",
     "x.xml:2: error: attribute 'role' of 'person': expected one of: guest, speaker, got 'host'\n"},
    {"value of a type", "<list xmlns='urn:t' year='last'><title>T</title></list>",
     "x.xml:1: error: attribute 'year' of 'list': expected a year such as 2024, got 'last'\n"},
    {"content of a type",
     "<list xmlns='urn:t' year='2024'><title>T</title><person id='a'><name xml:lang='en'>A</name>\n<day>22 "
     "May</day></person></list>",
     "x.xml:2: error: element 'day': expected a date such as 2024-05-22, got '22 May'\n"},
    {"content of a list",
     "<list xmlns='urn:t' year='2024'><title>T</title><person id='a'><name xml:lang='en'>A</name>\n<days>2024-05-22 "
     "x</days></person></list>",
     "x.xml:2: error: element 'days': expected a date such as 2024-05-22, got '2024-05-22 x'\n"},
    {"order", "<list xmlns='urn:t' year='2024'>" PERSON "\n<title>T</title></list>",
     "x.xml:2: error: element 'title' must stand before 'person'\n"},
    {"twice", "<list xmlns='urn:t' year='2024'><title>T</title>\n<title>T</title></list>",
     "x.xml:2: error: element 'title' stands twice in 'list', where one is allowed\n"},
    {"stray text", "<list xmlns='urn:t' year='2024'><title>T</title>some words</list>",
     "x.xml:1: error: text is not allowed directly in 'list', got 'some words'\n"},
    {"two errors", "<list xmlns='urn:t' year='2024'><title>T</title>\n<person/>\n<x/></list>",
     "x.xml:2: error: 'person' needs the attribute 'id'\nx.xml:2: error: 'person' needs the element 'name'\n"
     "x.xml:3: error: element 'x' is not allowed in 'list'; expected: title, person\n"},
    {"no namespace", "<list year='2024'><title>T</title></list>",
     "x.xml:1: error: the root element 'list' in namespace '' is not one that the schema knows; expected: list\n"},
};

static void write_file(const char *name, const char *text)
{
	FILE *f = fopen(name, "wb");
	check_true(name, f && fputs(text, f) >= 0);
	if (f)
		fclose(f);
}

static char *check(const char *text)
{
	write_file("x.xml", text);
	char *messages;
	size_t size;
	FILE *out = open_memstream(&messages, &size);
	struct diag *d = diag_new(out);
	struct load_folders *folders = load_folders_new();
	xmlDoc *doc = load_document("x.xml", folders, d);
	bool ok = load_check(doc, "schema.rng", d);
	check_int("false after reporting", ok, diag_errors(d) == 0);
	xmlFreeDoc(doc);
	load_folders_free(folders);
	diag_free(d);
	fclose(out);
	return messages;
}

int main(void)
{
	load_initialise();
	char folder[] = P_tmpdir "/schema_test.XXXXXX";
	if (!mkdtemp(folder) || chdir(folder) != 0)
		return 1;
	write_file("schema.rng", schema);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *messages = check(cases[i].text);
		check_str(cases[i].name, messages, cases[i].want);
		free(messages);
	}
	unlink("x.xml");
	unlink("schema.rng");
	if (chdir("/") != 0 || rmdir(folder) != 0)
		return 1;
	xmlCleanupParser();
	return check_failed;
}
