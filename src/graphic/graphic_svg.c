/* SVG documents. */
#include "graphic_private.h"

const struct graphic *graphic_read_svg(struct graphic_store *store, const struct graphic_source *source)
{
	diag_error(store->d, source->loc, "picture '%s': SVG is not supported yet", source->name);
	return NULL;
}

const struct graphic *graphic_from_svg(struct graphic_store *store, const xmlNode *svg, const char *base, mpt font_size,
                                       struct loc loc)
{
	(void)svg;
	(void)base;
	(void)font_size;
	diag_error(store->d, loc, "SVG is not supported yet");
	return NULL;
}
