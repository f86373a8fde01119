/* xml:id after XInclude: nodes that it brings in are not known by their ids to the document that they come into. */
#include <string.h>

#include "internal.h"

static bool is_id(const xmlAttr *attribute)
{
	return attribute->ns && strcmp((const char *)attribute->name, "id") == 0 &&
	       strcmp((const char *)attribute->ns->href, (const char *)XML_XML_NAMESPACE) == 0;
}

static void identify(xmlDoc *doc, const xmlNode *element)
{
	for (xmlAttr *a = element->properties; a; a = a->next)
		if (a->atype != XML_ATTRIBUTE_ID && is_id(a) && a->children && a->children->content &&
		    !xmlGetID(doc, a->children->content))
			xmlAddID(NULL, doc, a->children->content, a);
}

void load_identify(xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	for (const xmlNode *node = root; node;) {
		if (node->type == XML_ELEMENT_NODE)
			identify(doc, node);
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node && node != root && !node->next)
			node = node->parent;
		node = node && node != root ? node->next : NULL;
	}
}
