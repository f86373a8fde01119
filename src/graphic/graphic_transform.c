/* Transform lists of documents that are not SVG. */
#include "graphic.h"
#include "svg_private.h"

bool graphic_parse_transform(const char *text, struct page_matrix *out)
{
	struct svg_matrix matrix;
	bool good = svg_transform_parse(text, &matrix);
	*out = svg_page_matrix(matrix);
	return good;
}
