/* What the kinds of pictures share. */
#ifndef CBUA_GRAPHIC_PRIVATE_H
#define CBUA_GRAPHIC_PRIVATE_H

#include <libxml/hash.h>

#include "graphic.h"

/* A file, or a data: URI decoded, is no larger. */
#define GRAPHIC_MAX_BYTES ((size_t)256 * 1024 * 1024)

/* A PNG's samples take no more memory than this, whatever its header says. */
#define GRAPHIC_MAX_SAMPLE_BYTES ((size_t)512 * 1024 * 1024)

struct graphic_store {
	struct arena *memory;  /* all pictures */
	xmlHashTable *by_name; /* of struct graphic_entry; entries live in memory */
	struct text_engine *text;
	struct font_library *fonts;
	struct diag *d;
	graphic_resolver *resolve; /* NULL: no other files */
	void *resolve_context;
	int depth; /* of pictures within pictures: an SVG that shows itself ends */
};

struct graphic_entry {
	const struct graphic *graphic; /* NULL: tried and reported */
};

/* A picture's bytes while it is read. */
struct graphic_source {
	const unsigned char *bytes;
	size_t size;
	const char *name;      /* for messages: a path, or the start of a data: URI */
	const char *directory; /* for references of an SVG */
	struct loc loc;
};

/* Bytes of a data: URI (RFC 2397), appended to out; false when it is none or malformed. */
bool graphic_decode_data_uri(const char *uri, struct buffer *out);

/* The picture, allocated in the store's memory; NULL after reporting. */
const struct graphic *graphic_read_png(struct graphic_store *store, const struct graphic_source *source);
const struct graphic *graphic_read_jpeg(struct graphic_store *store, const struct graphic_source *source);
const struct graphic *graphic_read_svg(struct graphic_store *store, const struct graphic_source *source);

/* A raster graphic of image at so many samples an inch; a resolution that makes no sense counts as 72. */
const struct graphic *graphic_from_image(struct graphic_store *store, const struct page_image *image,
                                         double horizontal_dpi, double vertical_dpi);

/* Is this an ICC profile for pictures of that colour space (ICC.1, 7.2)? */
bool graphic_profile_fits(const unsigned char *profile, size_t size, enum page_color_space space);

#endif
