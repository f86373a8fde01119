/* XInclude 1.0. libxml2's own copies what it includes, and a copy forgets its file and every line after 65535; here the
 * parsed part itself is moved into place. */
#define _XOPEN_SOURCE 700
#include <libxml/parserInternals.h>
#include <libxml/xpath.h>
#include <libxml/xpointer.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { DEPTH_AT_MOST = 40 };

/* The files being read, from the innermost outwards. */
struct chain {
	const struct chain *outer;
	const char *name, *real;
	int depth;
};

struct include {
	xmlNode *element;
	struct loc loc;
	xmlChar *href, *parse, *xpointer, *encoding;
	xmlNode *fallback;
};

static bool process(struct load *load, xmlNode *from, const struct chain *chain);

static bool is_xinclude(const xmlNode *node, const char *name)
{
	if (node->type != XML_ELEMENT_NODE || !node->ns || strcmp((const char *)node->name, name) != 0)
		return false;
	return load_is_xinclude((const char *)node->ns->href);
}

static void open_include(struct include *include, xmlNode *element)
{
	*include = (struct include){.element = element, .loc = load_position(element)};
	include->href = xmlGetNoNsProp(element, (const xmlChar *)"href");
	include->parse = xmlGetNoNsProp(element, (const xmlChar *)"parse");
	include->xpointer = xmlGetNoNsProp(element, (const xmlChar *)"xpointer");
	include->encoding = xmlGetNoNsProp(element, (const xmlChar *)"encoding");
	for (xmlNode *child = element->children; child; child = child->next)
		if (is_xinclude(child, "fallback"))
			include->fallback = child;
}

static void close_include(struct include *include)
{
	xmlFree(include->href);
	xmlFree(include->parse);
	xmlFree(include->xpointer);
	xmlFree(include->encoding);
	xmlUnlinkNode(include->element);
	xmlFreeNode(include->element);
}

/* Both documents share one dictionary, so names stay where they are; namespaces may have been declared outside the
 * node. */
static bool move_before(xmlNode *place, xmlNode *node)
{
	xmlUnlinkNode(node);
	if (!xmlAddPrevSibling(place, node))
		return false;
	xmlReconciliateNs(place->doc, node);
	return true;
}

static bool use_fallback(struct load *load, const struct include *include, const struct chain *chain)
{
	if (include->fallback->children && !process(load, include->fallback->children, chain))
		return false;
	for (xmlNode *child = include->fallback->children, *next; child; child = next) {
		next = child->next;
		xmlUnlinkNode(child);
		xmlAddPrevSibling(include->element, child);
	}
	return true;
}

static char *in_utf8(const struct buffer *bytes, const xmlChar *encoding)
{
	xmlCharEncodingHandler *handler = xmlFindCharEncodingHandler((const char *)encoding);
	if (!handler)
		return NULL;
	xmlBuffer *in = xmlBufferCreateSize(bytes->size + 1), *out = xmlBufferCreateSize(bytes->size + 1);
	xmlBufferAdd(in, (const xmlChar *)bytes->data, (int)bytes->size);
	int read = bytes->size ? xmlCharEncInFunc(handler, out, in) : 0;
	char *text = read >= 0 ? (char *)xmlBufferDetach(out) : NULL;
	xmlBufferFree(in);
	xmlBufferFree(out);
	xmlCharEncCloseFunc(handler);
	return text;
}

static bool is_xml_text(const char *text)
{
	size_t size = strlen(text);
	if (!xmlCheckUTF8((const xmlChar *)text))
		return false;
	for (size_t at = 0; at < size;) {
		unsigned c = utf8_next(text, size, &at);
		if (!IS_CHAR(c))
			return false;
	}
	return true;
}

static bool include_text(struct load *load, const struct include *include, const char *real)
{
	struct buffer bytes = {0};
	bool ok = file_read(real, load->bytes_left + 1, &bytes, load->d, include->loc);
	if (ok) {
		load->bytes_left -= bytes.size < load->bytes_left ? bytes.size : load->bytes_left;
		const char *encoding = include->encoding ? (const char *)include->encoding : "UTF-8";
		char *text = bytes.size ? in_utf8(&bytes, (const xmlChar *)encoding) : NULL;
		ok = !bytes.size || (text && strlen(text) > 0 && is_xml_text(text));
		if (!ok)
			diag_error(load->d, include->loc, "'%s' is not text in the encoding %s", (const char *)include->href,
			           encoding);
		else if (text)
			xmlAddPrevSibling(include->element, xmlNewDocText(include->element->doc, (const xmlChar *)text));
		xmlFree(text);
	}
	buffer_free(&bytes);
	return ok;
}

static xmlNodeSet *pointed(xmlXPathObject *found)
{
	return found && found->type == XPATH_NODESET ? found->nodesetval : NULL;
}

static bool include_pointed(struct load *load, const struct include *include, xmlDoc *part)
{
	xmlXPathContext *context = xmlXPtrNewContext(part, NULL, NULL);
	xmlXPathObject *found = xmlXPtrEval(include->xpointer, context);
	xmlNodeSet *nodes = pointed(found);
	bool any = false;
	for (int i = 0; nodes && i < nodes->nodeNr; i++)
		if (nodes->nodeTab[i]->type == XML_ELEMENT_NODE && nodes->nodeTab[i]->doc == part)
			any = move_before(include->element, nodes->nodeTab[i]) || any;
	if (!any)
		diag_error(load->d, include->loc, "xpointer='%s' finds no element in '%s'", (const char *)include->xpointer,
		           (const char *)include->href);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	return any;
}

static bool include_xml(struct load *load, const struct include *include, const char *name, const char *real,
                        const struct chain *chain)
{
	xmlDoc *part = load_part(load, real, name, include->loc);
	if (!part)
		return false;
	struct chain inner = {chain, name, real, chain->depth + 1};
	bool ok = !load->includes || process(load, xmlDocGetRootElement(part), &inner);
	if (ok && include->xpointer)
		ok = include_pointed(load, include, part);
	else if (ok)
		ok = move_before(include->element, xmlDocGetRootElement(part));
	xmlFreeDoc(part);
	return ok;
}

static bool may_include(struct load *load, const struct include *include, const char *real, const struct chain *chain)
{
	for (const struct chain *c = chain; c; c = c->outer)
		if (strcmp(c->real, real) == 0) {
			diag_error(load->d, include->loc, "'%s' includes itself", (const char *)include->href);
			return false;
		}
	if (chain->depth >= DEPTH_AT_MOST || load->parts_left == 0) {
		diag_error(load->d, include->loc, "too many files include each other");
		return false;
	}
	load->parts_left--;
	return true;
}

static bool include_resolved(struct load *load, const struct include *include, const char *real,
                             const struct chain *chain)
{
	const char *parse = include->parse ? (const char *)include->parse : "xml";
	if (strcmp(parse, "text") == 0)
		return include_text(load, include, real);
	if (strcmp(parse, "xml") != 0) {
		diag_error(load->d, include->loc, "parse: expected 'xml' or 'text', got '%s'", parse);
		return false;
	}
	if (!may_include(load, include, real, chain))
		return false;
	char *name = load_path((const char *)include->href, chain->name);
	bool ok = include_xml(load, include, name, real, chain);
	free(name);
	return ok;
}

static bool include_one(struct load *load, const struct include *include, const struct chain *chain)
{
	if (!include->href || !*include->href) {
		diag_error(load->d, include->loc, "xi:include needs an href");
		return false;
	}
	struct diag *quiet = diag_new(NULL);
	char *real = load_resolve(load->folders, (const char *)include->href, chain->name, include->loc, quiet);
	bool ok;
	if (real) {
		ok = include_resolved(load, include, real, chain);
	} else if (include->fallback) {
		ok = use_fallback(load, include, chain);
	} else {
		diag_replay(quiet, load->d);
		ok = false;
	}
	diag_free(quiet);
	free(real);
	return ok;
}

/* The node after this one and all it holds, in document order, below top. */
static xmlNode *after(xmlNode *node, const xmlNode *top)
{
	while (node && node != top && !node->next)
		node = node->parent;
	return node && node != top ? node->next : NULL;
}

/* from and its later siblings, and all below them. Parts moved in are complete already. */
static bool process(struct load *load, xmlNode *from, const struct chain *chain)
{
	bool ok = true;
	const xmlNode *top = from->parent;
	for (xmlNode *node = from, *next; node; node = next) {
		if (is_xinclude(node, "include")) {
			next = after(node, top);
			struct include include;
			open_include(&include, node);
			ok = include_one(load, &include, chain) && ok;
			close_include(&include);
		} else {
			next = node->type == XML_ELEMENT_NODE && node->children ? node->children : after(node, top);
		}
	}
	return ok;
}

bool include_process(struct load *load, xmlDoc *doc, const char *name, const char *real)
{
	char *resolved = realpath(real, NULL);
	struct chain outermost = {NULL, name, resolved ? resolved : real, 0};
	xmlNode *root = xmlDocGetRootElement(doc);
	bool ok = root && (!load->includes || process(load, root, &outermost));
	free(resolved);
	return ok;
}
