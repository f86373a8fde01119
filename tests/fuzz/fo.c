/* The fuzzer's way into fo/: any well-formed document is XSL-FO until fo/ says otherwise. */
#include <libxml/parser.h>

#include "fo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
	xmlDoc *doc = size < (1u << 20) ? xmlReadMemory((const char *)data, (int)size, "in.fo", NULL, options) : NULL;
	if (!doc)
		return 0;
	struct diag *d = diag_new(NULL);
	fo_free(fo_build(doc, "in.fo", d));
	diag_free(d);
	xmlFreeDoc(doc);
	return 0;
}
