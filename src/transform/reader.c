/* The files that a template is made of or asks for: xsl:include, xsl:import, document(). Read whole and parsed from
 * memory, so that nothing is opened here that may_read has not allowed. */
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

static xmlDoc *parse_bytes(const struct buffer *bytes, const char *path, xmlDict *dict)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	if (!parser || bytes->size > INT_MAX)
		return NULL;
	if (dict) {
		xmlDictFree(parser->dict);
		parser->dict = dict;
		xmlDictReference(dict);
	}
	int options = XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_NONET | XML_PARSE_BIG_LINES;
	xmlDoc *doc = xmlCtxtReadMemory(parser, bytes->data ? bytes->data : "", (int)bytes->size, path, NULL, options);
	xmlFreeParserCtxt(parser);
	return doc;
}

xmlDoc *reader_parse(struct transform *t, const char *path, xmlDict *dict, struct loc where)
{
	if (t->options->may_read && !t->options->may_read(t->options->context, path)) {
		messages_fail(t, where, "'%s' lies outside the folders that may be read", path);
		return NULL;
	}
	struct buffer bytes = {0};
	xmlDoc *doc = NULL;
	if (file_read(path, 0, &bytes, t->d, where)) {
		int before = diag_errors(t->d);
		doc = parse_bytes(&bytes, path, dict);
		if (!doc && diag_errors(t->d) == before)
			messages_fail(t, (struct loc){path, 0}, "is not well-formed XML");
	} else {
		t->failed = true;
	}
	buffer_free(&bytes);
	return doc;
}

/* A URI as a path on this machine; NULL for other schemes. The caller frees. */
static char *path_of(const xmlChar *uri)
{
	const char *text = (const char *)uri;
	if (strncmp(text, "file://localhost/", 17) == 0)
		text += 16;
	else if (strncmp(text, "file:///", 8) == 0)
		text += 7;
	else if (strncmp(text, "file:/", 6) == 0)
		text += 5;
	else if (strstr(text, "://"))
		return NULL;
	return xmlURIUnescapeString(text, 0, NULL);
}

static struct transform *transform_of(void *context, xsltLoadType type)
{
	if (type == XSLT_LOAD_DOCUMENT)
		return ((xsltTransformContext *)context)->_private;
	xsltStylesheet *style = context;
	while (style && !style->_private)
		style = style->parent;
	return style ? style->_private : NULL;
}

static struct loc place_of(const struct transform *t, void *context, xsltLoadType type)
{
	const xmlNode *inst = t->context ? t->context->inst : NULL;
	if (inst && inst->doc)
		return (struct loc){(const char *)inst->doc->URL, (int)xmlGetLineNo(inst)};
	const xsltStylesheet *style = type == XSLT_LOAD_STYLESHEET ? context : NULL;
	if (style && style->doc && style->doc->URL)
		return (struct loc){(const char *)style->doc->URL, 0};
	return (struct loc){t->options->template_path, 0};
}

xmlDoc *reader_load(const xmlChar *uri, xmlDict *dict, int options, void *context, xsltLoadType type)
{
	(void)options;
	struct transform *t = context && type != XSLT_LOAD_START ? transform_of(context, type) : NULL;
	if (!t || !uri)
		return NULL;
	struct loc where = place_of(t, context, type);
	char *path = path_of(uri);
	xmlDoc *doc = NULL;
	if (path)
		doc = reader_parse(t, path, dict, where);
	else
		messages_fail(t, where, "'%s' is not read: no network", (const char *)uri);
	xmlFree(path);
	return doc;
}
