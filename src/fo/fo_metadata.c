/* Metadata: the XMP packet in fo:declarations and what it says of title, author, subject, keywords (XMP part 1;
 * PDF 14.3). */
#include <string.h>

#include "fo_private.h"

static bool is_named(const xmlNode *node, const char *space, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->ns->href, space) == 0 &&
	       strcmp((const char *)node->name, name) == 0;
}

/* The first element of that name, in document order. */
static const xmlNode *find(const xmlNode *node, const char *space, const char *name)
{
	for (; node; node = node->next) {
		if (is_named(node, space, name))
			return node;
		const xmlNode *inside = node->type == XML_ELEMENT_NODE ? find(node->children, space, name) : NULL;
		if (inside)
			return inside;
	}
	return NULL;
}

static const char *trimmed(const char *text, struct arena *a)
{
	text += strspn(text, " \t\n\r");
	size_t size = strlen(text);
	while (size > 0 && strchr(" \t\n\r", text[size - 1]))
		size--;
	return arena_strndup(a, text, size);
}

/* A property's text: of its first rdf:li when it is an array. */
static const char *property_text(struct build *b, const xmlNode *meta, const char *space, const char *name)
{
	const xmlNode *element = find(meta, space, name);
	if (!element)
		return NULL;
	const xmlNode *item = find(element->children, "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "li");
	xmlChar *text = xmlNodeGetContent(item ? item : element);
	const char *result = trimmed(text ? (const char *)text : "", b->memory);
	xmlFree(text);
	return *result ? result : NULL;
}

static void serialise(struct build *b, const xmlNode *meta)
{
	xmlBuffer *buffer = xmlBufferCreate();
	if (!buffer)
		return;
	if (xmlNodeDump(buffer, meta->doc, (xmlNode *)meta, 0, 0) > 0)
		b->tree->xmp = arena_strdup(b->memory, (const char *)xmlBufferContent(buffer));
	xmlBufferFree(buffer);
}

static void read_xmp(struct build *b, const xmlNode *meta)
{
	static const char dc[] = "http://purl.org/dc/elements/1.1/", pdf[] = "http://ns.adobe.com/pdf/1.3/";
	serialise(b, meta);
	b->tree->title = property_text(b, meta, dc, "title");
	b->tree->author = property_text(b, meta, dc, "creator");
	b->tree->subject = property_text(b, meta, dc, "description");
	b->tree->keywords = property_text(b, meta, pdf, "Keywords");
}

static bool is_document_info(const xmlNode *element)
{
	return is_named(element, AXF_NAMESPACE, "document-info");
}

/* Antenna House's <axf:document-info name="title" value="..."/>; Apache FOP's <fox:destination/>, for every id is a
 * destination of the file anyway. */
bool metadata_is_about_document(const xmlNode *element)
{
	return is_document_info(element) || is_named(element, FOX_NAMESPACE, "destination");
}

static void read_document_info(struct build *b, const xmlNode *element)
{
	const char *name = element_attribute(element, NULL, "name"), *value = element_attribute(element, NULL, "value");
	struct {
		const char *name, **field;
	} fields[] = {{"title", &b->tree->title},
	              {"document-title", &b->tree->title},
	              {"author", &b->tree->author},
	              {"subject", &b->tree->subject},
	              {"keywords", &b->tree->keywords}};
	for (size_t i = 0; name && value && i < sizeof fields / sizeof *fields; i++)
		if (strcmp(name, fields[i].name) == 0 && !*fields[i].field)
			*fields[i].field = arena_strdup(b->memory, value);
}

static void read_document_infos(struct build *b, const xmlNode *parent)
{
	for (const xmlNode *child = parent->children; child; child = child->next)
		if (is_document_info(child))
			read_document_info(b, child);
}

/* fo:title of the first page sequence, where no packet has one. */
static const char *sequence_title(struct build *b)
{
	const struct fo_node *sequence = fo_child_of_kind(b->tree->root, FO_PAGE_SEQUENCE);
	const struct fo_node *title = sequence ? fo_child_of_kind(sequence, FO_TITLE) : NULL;
	if (!title)
		return NULL;
	xmlChar *text = xmlNodeGetContent(title->xml);
	const char *result = trimmed(text ? (const char *)text : "", b->memory);
	xmlFree(text);
	return *result ? result : NULL;
}

void metadata_read(struct build *b)
{
	const struct fo_node *declarations = fo_child_of_kind(b->tree->root, FO_DECLARATIONS);
	for (const struct fo_node *child = declarations ? declarations->first_child : NULL; child; child = child->next)
		if (child->kind == FO_FOREIGN && strcmp((const char *)child->xml->name, "xmpmeta") == 0)
			read_xmp(b, child->xml);
	read_document_infos(b, b->tree->root->xml);
	if (declarations)
		read_document_infos(b, declarations->xml);
	if (!b->tree->title)
		b->tree->title = sequence_title(b);
}
