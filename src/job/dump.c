/* --dump=fo: what the template made, for reading and for other formatters. */
#include <libxml/tree.h>
#include <string.h>

#include "internal.h"

static bool is_ours(const xmlNs *ns)
{
	return ns && strcmp((const char *)ns->href, FUNCTIONS_NAMESPACE) == 0;
}

/* What we say to ourselves (positions, counts) means nothing to other formatters, and some refuse attributes of a
 * namespace that they do not know. */
static void remove_ours(xmlNode *element)
{
	for (xmlAttr *a = element->properties, *next; a; a = next) {
		next = a->next;
		if (is_ours(a->ns))
			xmlRemoveProp(a);
	}
	for (xmlNode *child = element->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			remove_ours(child);
}

static bool is_used(const xmlNode *element, const xmlNs *ns)
{
	if (element->ns == ns)
		return true;
	for (const xmlAttr *a = element->properties; a; a = a->next)
		if (a->ns == ns)
			return true;
	for (const xmlNode *child = element->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE && is_used(child, ns))
			return true;
	return false;
}

static void remove_declarations(xmlNode *element)
{
	for (xmlNs **link = &element->nsDef; *link;) {
		xmlNs *ns = *link;
		if (is_ours(ns) && !is_used(element, ns)) {
			*link = ns->next;
			xmlFreeNs(ns);
		} else {
			link = &ns->next;
		}
	}
	for (xmlNode *child = element->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			remove_declarations(child);
}

void dump_fo(xmlDoc *fo, struct buffer *out)
{
	xmlNode *root = xmlDocGetRootElement(fo);
	remove_ours(root);
	remove_declarations(root);
	xmlChar *text = NULL;
	int size = 0;
	xmlDocDumpFormatMemoryEnc(fo, &text, &size, "UTF-8", 1);
	buffer_append(out, text, (size_t)size);
	xmlFree(text);
}
