/* xsl:sort, collated by ICU. Every key is computed once, then compared as bytes. */
#include <libxml/xpathInternals.h>
#include <libxslt/templates.h>
#include <libxslt/xsltlocale.h>
#include <libxslt/xsltutils.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

struct sort_key {
	const char *bytes; /* NULL for a number */
	double number;
};

struct sort_row {
	xmlNode *node;
	int position;               /* in document order: equal rows keep it */
	const struct sort_key *key; /* [count] */
	const bool *descending;     /* [count]; the same for every row */
	int count;
};

static int compare_keys(const struct sort_key *a, const struct sort_key *b)
{
	if (a->bytes && b->bytes)
		return strcmp(a->bytes, b->bytes);
	/* XSLT 1.0, 10: NaN comes first. */
	if (isnan(a->number) || isnan(b->number))
		return !isnan(a->number) - !isnan(b->number);
	return (a->number > b->number) - (a->number < b->number);
}

static int compare_rows(const void *a, const void *b)
{
	const struct sort_row *x = a, *y = b;
	for (int i = 0; i < x->count; i++) {
		int order = compare_keys(&x->key[i], &y->key[i]);
		if (order)
			return x->descending[i] ? -order : order;
	}
	return x->position - y->position;
}

/* The value of an attribute of xsl:sort, which may hold an expression in braces; "" when absent. In the arena. */
static const char *attribute(xsltTransformContext *context, xmlNode *sort, const char *name, struct arena *a)
{
	xmlChar *value = xsltEvalAttrValueTemplate(context, sort, (const xmlChar *)name, NULL);
	const char *kept = arena_strdup(a, value ? (const char *)value : "");
	xmlFree(value);
	return kept;
}

/* libxslt would collate by the locales installed on the machine. */
static void forget_machine_locale(xmlNode *sort)
{
	xsltStylePreComp *compiled = sort->psvi;
	if (compiled && compiled->locale) {
		xsltFreeLocale(compiled->locale);
		compiled->locale = (xsltLocale)0;
	}
}

static struct sort_key key_of(struct transform *t, const xmlXPathObject *value, bool number, const char *tag,
                              struct arena *a)
{
	if (number) {
		double as_number = value && value->type == XPATH_NUMBER ? value->floatval
		                   : value                              ? xmlXPathCastStringToNumber(value->stringval)
		                                                        : NAN;
		return (struct sort_key){NULL, as_number};
	}
	struct buffer bytes = {0};
	if (value && value->stringval)
		language_sort_key(t->languages, (const char *)value->stringval, tag, &bytes);
	struct sort_key key = {arena_strndup(a, bytes.data ? bytes.data : "", bytes.size), 0};
	buffer_free(&bytes);
	return key;
}

static void compute_keys(xsltTransformContext *context, xmlNode *sort, struct sort_key *keys, int stride,
                         bool *descending, struct arena *a)
{
	forget_machine_locale(sort);
	bool number = strcmp(attribute(context, sort, "data-type", a), "number") == 0;
	const char *tag = attribute(context, sort, "lang", a);
	*descending = strcmp(attribute(context, sort, "order", a), "descending") == 0;
	xmlXPathObject **values = xsltComputeSortResult(context, sort);
	for (int i = 0; i < context->nodeList->nodeNr; i++) {
		keys[i * stride] = key_of(context->_private, values ? values[i] : NULL, number, tag, a);
		if (values)
			xmlXPathFreeObject(values[i]);
	}
	xmlFree(values);
}

void sort_nodes(xsltTransformContext *context, xmlNode **sorts, int count)
{
	xmlNodeSet *list = context->nodeList;
	if (!list || list->nodeNr < 2 || count < 1)
		return;
	struct arena *a = arena_new();
	size_t nodes = (size_t)list->nodeNr;
	struct sort_key *keys = arena_array(a, nodes * (size_t)count, sizeof *keys);
	bool *descending = arena_array(a, (size_t)count, sizeof *descending);
	for (int i = 0; i < count; i++)
		compute_keys(context, sorts[i], keys + i, count, &descending[i], a);
	struct sort_row *rows = arena_array(a, nodes, sizeof *rows);
	for (int i = 0; i < list->nodeNr; i++)
		rows[i] = (struct sort_row){list->nodeTab[i], i, keys + i * count, descending, count};
	qsort(rows, nodes, sizeof *rows, compare_rows);
	for (size_t i = 0; i < nodes; i++)
		list->nodeTab[i] = rows[i].node;
	arena_free(a);
}
