/* One file to an XML tree whose elements know where they stand. */
#include "load.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { PARTS_AT_MOST = 10000, SAX_LINE_LIMIT = 65535 };
#define BYTES_AT_MOST ((size_t)1 << 30)

/* External entities come through here, and nothing else does: documents are parsed from memory. A parser that is not
 * load's gets none. */
static xmlParserInput *load_entity(const char *url, const char *id, xmlParserCtxt *parser)
{
	(void)id;
	struct load_part *part = parser ? parser->_private : NULL;
	if (!part || !url)
		return NULL;
	struct loc where = {part->name, part->parser->input ? part->parser->input->line : 0};
	char *real = load_resolve(part->load->folders, url, NULL, where, part->load->d);
	if (!real) {
		part->failed = true;
		return NULL;
	}
	xmlParserInput *input = xmlNewInputFromFile(parser, real);
	free(real);
	return input;
}

void load_initialise(void)
{
	xmlInitParser();
	xmlSetExternalEntityLoader(load_entity);
}

/* "LINE:FILE" in the dictionary, LINE 0 where the node's own 16 bits hold it: then one string serves a whole file. */
static const char *position_text(const struct load_part *part, int line)
{
	if (line < SAX_LINE_LIMIT)
		return part->position;
	struct buffer text = {0};
	buffer_printf(&text, "%d:%s", line, part->name);
	const xmlChar *kept = xmlDictLookup(part->load->dict, (const xmlChar *)text.data, (int)text.size);
	buffer_free(&text);
	return (const char *)kept;
}

bool load_is_xinclude(const char *uri)
{
	return strcmp(uri, "http://www.w3.org/2001/XInclude") == 0 || strcmp(uri, "http://www.w3.org/2003/XInclude") == 0;
}

/* An element from an entity keeps no position: the place of the reference, its parent's, is what the user can find. */
static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                          const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute)
{
	xmlSAX2StartElementNs(context, name, prefix, uri, namespaces, namespace, attributes, defaulted, attribute);
	xmlParserCtxt *parser = context;
	const struct load_part *part = parser->_private;
	const char *file = parser->input ? parser->input->filename : NULL;
	if (parser->node && file && strcmp(file, part->name) == 0)
		parser->node->_private = (void *)position_text(part, parser->input->line);
	if (uri && load_is_xinclude((const char *)uri))
		part->load->includes = true;
}

/* An entity that a document type kept elsewhere may declare, which is not read: those of HTML have the same names in
 * every such file. Without a document type the reference stays the error that it is. */
static xmlEntity *find_entity(void *context, const xmlChar *name)
{
	xmlParserCtxt *parser = context;
	xmlEntity *found = xmlSAX2GetEntity(context, name);
	const htmlEntityDesc *known = found || !parser->hasExternalSubset ? NULL : htmlEntityLookup(name);
	if (!known || !parser->myDoc)
		return found;
	xmlChar text[8] = {0};
	xmlCopyCharMultiByte(text, (int)known->value);
	return xmlAddDocEntity(parser->myDoc, name, XML_INTERNAL_GENERAL_ENTITY, NULL, NULL, text);
}

static xmlDoc *parse_bytes(struct load_part *part, const struct buffer *bytes)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDictFree(parser->dict);
	parser->dict = part->load->dict;
	xmlDictReference(parser->dict);
	parser->_private = part;
	part->parser = parser;
	parser->sax->startElementNs = start_element;
	parser->sax->getEntity = find_entity;
	int options = XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_NONET | XML_PARSE_BIG_LINES;
	xmlDoc *doc =
	    xmlCtxtReadMemory(parser, bytes->data ? bytes->data : "", (int)bytes->size, part->name, NULL, options);
	xmlFreeParserCtxt(parser);
	if (doc && part->failed) {
		xmlFreeDoc(doc);
		return NULL;
	}
	return doc;
}

static const char *intern(struct load *load, const char *before, const char *name)
{
	struct buffer text = {0};
	buffer_printf(&text, "%s%s", before, name);
	const xmlChar *kept = xmlDictLookup(load->dict, (const xmlChar *)text.data, (int)text.size);
	buffer_free(&text);
	return (const char *)kept;
}

xmlDoc *load_part(struct load *load, const char *path, const char *name, struct loc where)
{
	struct load_part part = {.load = load, .name = intern(load, "", name), .position = intern(load, "0:", name)};
	struct buffer bytes = {0};
	xmlDoc *doc = NULL;
	/* For file_read, 0 is no limit. */
	size_t limit = load->bytes_left < INT_MAX ? load->bytes_left + 1 : INT_MAX;
	if (file_read(path, limit, &bytes, load->d, where)) {
		load->bytes_left -= bytes.size < load->bytes_left ? bytes.size : load->bytes_left;
		load->includes = false;
		xmlStructuredErrorFunc former = xmlStructuredError;
		void *former_context = xmlStructuredErrorContext;
		xmlSetStructuredErrorFunc(&part, xml_error_report);
		doc = parse_bytes(&part, &bytes);
		xmlSetStructuredErrorFunc(former_context, former);
		if (!doc && !part.failed)
			diag_error(load->d, (struct loc){part.name, 0}, "is not XML");
	}
	buffer_free(&bytes);
	return doc;
}

xmlDoc *load_document(const char *path, const struct load_folders *folders, struct diag *d)
{
	struct load load = {folders, d, xmlDictCreate(), PARTS_AT_MOST, BYTES_AT_MOST, false};
	xmlDoc *doc = load_part(&load, path, path, (struct loc){0});
	if (doc && !include_process(&load, doc, path, path)) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (doc)
		load_identify(doc);
	xmlDictFree(load.dict);
	return doc;
}

struct loc load_position(const xmlNode *node)
{
	const xmlNode *element = NULL;
	while (node && node->type != XML_DOCUMENT_NODE && !(node->type == XML_ELEMENT_NODE && node->_private)) {
		if (!element && node->type == XML_ELEMENT_NODE)
			element = node;
		node = node->type == XML_NAMESPACE_DECL ? NULL : node->parent;
	}
	if (!node)
		return (struct loc){0};
	/* A document that was not loaded here, as a theme: its elements say their line themselves. */
	if (node->type == XML_DOCUMENT_NODE)
		return (struct loc){(const char *)((const xmlDoc *)node)->URL, element ? (int)xmlGetLineNo(element) : 0};
	const char *text = node->_private;
	int line = atoi(text);
	return (struct loc){strchr(text, ':') + 1, line ? line : node->line};
}
