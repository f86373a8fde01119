/* --select: of the records that it speaks of, only those that it finds stay in the input. A record's like are its
 * siblings of the same name: //c:attendee[@role='speaker'] takes the other attendees away, and nothing else. */
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

struct chosen {
	xmlNode *node;
};

static int compare_nodes(const void *a, const void *b)
{
	const xmlNode *x = ((const struct chosen *)a)->node, *y = ((const struct chosen *)b)->node;
	return (x > y) - (x < y);
}

static bool is_chosen(const struct chosen *list, size_t count, xmlNode *node)
{
	return bsearch(&(struct chosen){node}, list, count, sizeof *list, compare_nodes) != NULL;
}

static bool is_like(const xmlNode *a, const xmlNode *b)
{
	const char *x = a->ns ? (const char *)a->ns->href : "", *y = b->ns ? (const char *)b->ns->href : "";
	return a->type == XML_ELEMENT_NODE && strcmp((const char *)a->name, (const char *)b->name) == 0 &&
	       strcmp(x, y) == 0;
}

static int compare_families(const void *a, const void *b)
{
	const xmlNode *x = ((const struct chosen *)a)->node, *y = ((const struct chosen *)b)->node;
	if (x->parent != y->parent)
		return x->parent > y->parent ? 1 : -1;
	return strcmp((const char *)x->name, (const char *)y->name);
}

static void remove_others(const struct chosen *list, size_t count, const xmlNode *chosen)
{
	for (xmlNode *node = chosen->parent->children, *next; node; node = next) {
		next = node->next;
		if (is_like(node, chosen) && !is_chosen(list, count, node)) {
			xmlUnlinkNode(node);
			xmlFreeNode(node);
		}
	}
}

static void keep_chosen(const xmlNodeSet *found)
{
	struct arena *a = arena_new();
	size_t count = (size_t)found->nodeNr;
	struct chosen *list = arena_array(a, count, sizeof *list), *families = arena_array(a, count, sizeof *families);
	for (size_t i = 0; i < count; i++)
		list[i].node = families[i].node = found->nodeTab[i];
	qsort(list, count, sizeof *list, compare_nodes);
	qsort(families, count, sizeof *families, compare_families);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || compare_families(&families[i - 1], &families[i]) != 0)
			remove_others(list, count, families[i].node);
	arena_free(a);
}

/* The prefixes of the root, and c and fo whatever it has. */
static void register_prefixes(xmlXPathContext *context, const xmlDoc *document)
{
	xmlXPathRegisterNs(context, (const xmlChar *)"c", (const xmlChar *)CONFERENCE_NAMESPACE);
	xmlXPathRegisterNs(context, (const xmlChar *)"fo", (const xmlChar *)FO_NAMESPACE);
	for (const xmlNs *ns = xmlDocGetRootElement(document)->nsDef; ns; ns = ns->next)
		if (ns->prefix)
			xmlXPathRegisterNs(context, ns->prefix, ns->href);
}

static void say_nothing(void *context, xmlError *error)
{
	(void)context;
	(void)error;
}

static bool check_found(struct source *s, const xmlXPathObject *found)
{
	const struct loc nowhere = {0};
	const char *select = s->options->select;
	if (!found)
		diag_error(s->d, nowhere, "--select: '%s' is not an XPath expression", select);
	else if (found->type != XPATH_NODESET)
		diag_error(s->d, nowhere, "--select: '%s' finds no elements but a value", select);
	else if (!found->nodesetval || found->nodesetval->nodeNr == 0)
		diag_error(s->d, nowhere, "--select: '%s' finds nothing in %s", select, s->options->input);
	else {
		for (int i = 0; i < found->nodesetval->nodeNr; i++)
			if (found->nodesetval->nodeTab[i]->type != XML_ELEMENT_NODE) {
				diag_error(s->d, nowhere, "--select: '%s' finds what is not an element", select);
				return false;
			}
		return true;
	}
	return false;
}

bool select_records(struct source *s)
{
	xmlStructuredErrorFunc former = xmlStructuredError;
	void *former_context = xmlStructuredErrorContext;
	xmlSetStructuredErrorFunc(NULL, say_nothing);
	xmlXPathContext *context = xmlXPathNewContext(s->document);
	register_prefixes(context, s->document);
	xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)s->options->select, context);
	xmlSetStructuredErrorFunc(former_context, former);
	bool ok = check_found(s, found);
	if (ok)
		keep_chosen(found->nodesetval);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	stopwatch_lap(&s->watch, "select");
	return ok;
}
