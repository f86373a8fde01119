/* The fuzzer's way into fo/: any XML that libxml2 lets through is a document; what comes out is walked once. */
#include <libxml/parser.h>
#include <stdint.h>

#include "fo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void silent(void *context, const char *format, ...)
{
	(void)context;
	(void)format;
}

static double sum_of(const struct fo_node *node)
{
	double sum = 0;
	for (; node; node = node->next) {
		for (int p = 0; p < PROP_COUNT; p++)
			sum += (double)fo_length(node, (enum fo_property)p, 1000) + fo_number(node, (enum fo_property)p);
		sum += fo_color(node, PROP_COLOR).alpha + sum_of(node->first_child);
	}
	return sum;
}

/* Markers are copied to where they are retrieved. */
static void retrieve_all(struct fo_tree *tree, const struct fo_node *node, struct diag *d)
{
	for (; node; node = node->next) {
		if (node->kind == FO_MARKER)
			(void)sum_of(fo_retrieve(tree, node, tree->root->first_child, tree->memory, d));
		retrieve_all(tree, node->first_child, d);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 1 << 20)
		return 0;
	xmlSetGenericErrorFunc(NULL, silent);
	xmlDoc *xml = xmlReadMemory((const char *)data, (int)size, "input.fo", NULL,
	                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER);
	struct diag *d = diag_new(NULL);
	struct fo_tree *tree = fo_build(xml, "input.fo", d);
	if (tree) {
		volatile double sum = sum_of(tree->root);
		(void)sum;
		retrieve_all(tree, tree->root->first_child, d);
	}
	fo_free(tree);
	diag_free(d);
	xmlFreeDoc(xml);
	return 0;
}
