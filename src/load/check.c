/* Is the document what the schema says? libxml2 decides; explain.c finds the words. */
#include <libxml/relaxng.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

static xmlDoc *read_schema(const char *path, struct diag *d)
{
	struct load_folders *folders = load_folders_new();
	char *directory = path_directory(path);
	load_folders_allow(folders, directory);
	xmlDoc *schema = load_document(path, folders, d);
	load_folders_free(folders);
	free(directory);
	return schema;
}

/* What the schema itself is wrong in. */
struct schema_reader {
	const char *path;
	struct diag *d;
};

static void report_schema(void *data, xmlError *error)
{
	const struct schema_reader *reader = data;
	const char *message = error->message ? error->message : "is not RELAX NG";
	struct loc where = {reader->path, error->node ? load_position(error->node).line : error->line};
	diag_error(reader->d, where, "%.*s", (int)strcspn(message, "\n"), message);
}

static xmlRelaxNG *compile_schema(xmlDoc *schema, const char *path, struct diag *d)
{
	struct schema_reader reader = {path, d};
	int before = diag_errors(d);
	xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewDocParserCtxt(schema);
	xmlRelaxNGSetParserStructuredErrors(parser, report_schema, &reader);
	xmlRelaxNG *compiled = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	if (!compiled && diag_errors(d) == before)
		diag_error(d, (struct loc){path, 0}, "is not a RELAX NG schema");
	return compiled;
}

/* libxml2's own words, for what explain.c does not see: the last error, for those before are attempts. */
struct last_error {
	struct loc loc;
	char words[400];
};

static void keep_error(void *data, xmlError *error)
{
	struct last_error *last = data;
	const char *message = error->message ? error->message : "is not valid";
	snprintf(last->words, sizeof last->words, "%.*s", (int)strcspn(message, "\n"), message);
	last->loc = error->node ? load_position(error->node) : (struct loc){error->file, error->line};
}

static bool is_valid(xmlDoc *doc, xmlRelaxNG *compiled, struct last_error *last)
{
	xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt(compiled);
	xmlRelaxNGSetValidStructuredErrors(validator, keep_error, last);
	int result = xmlRelaxNGValidateDoc(validator, doc);
	xmlRelaxNGFreeValidCtxt(validator);
	return result == 0;
}

static bool check_schema(xmlDoc *doc, const char *path, struct diag *d)
{
	xmlDoc *schema = read_schema(path, d);
	xmlRelaxNG *compiled = schema ? compile_schema(schema, path, d) : NULL;
	struct last_error last = {.words = "is not valid"};
	bool ok = compiled && is_valid(doc, compiled, &last);
	if (compiled && !ok && !explain_invalid(doc, schema, d))
		diag_error(d, last.loc, "%s", last.words);
	xmlRelaxNGFree(compiled);
	xmlFreeDoc(schema);
	return ok;
}

bool load_check(xmlDoc *doc, const char *schema_path, struct diag *d)
{
	if (!doc || !xmlDocGetRootElement(doc) || !check_schema(doc, schema_path, d))
		return false;
	return reference_check(doc, d);
}
