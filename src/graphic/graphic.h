/* Pictures: PNG, JPEG and SVG to something that a page can hold. */
#ifndef CBUA_GRAPHIC_H
#define CBUA_GRAPHIC_H

#include <libxml/tree.h>

#include "base.h"
#include "page.h"
#include "text.h"

enum graphic_kind { GRAPHIC_RASTER, GRAPHIC_VECTOR };

struct graphic {
	enum graphic_kind kind;
	mpt width, height; /* intrinsic size (SVG px and PNG/JPEG without resolution: 1/72 inch, as Apache FOP's default of
	                      72 dpi) */
	const struct page_image *image; /* RASTER */
	const struct page_item *items;  /* VECTOR: drawn in a box from 0,0 to width,height */
	size_t item_count;
	bool once;         /* VECTOR: does not last as long as the store, and is hardly shown twice */
	const char *title; /* SVG title or desc, for alternative text; NULL */
};

struct graphic_store; /* every picture is read once */

/* resolve: the folder that relative names start from and the folders that may be read are the loader's business; here a
 * name is a path or a data: URI, resolved already. */
struct graphic_store *graphic_store_new(struct text_engine *text, struct font_library *fonts, struct diag *d);
/* The path that a URI in the file loc.file names, in a; NULL after reporting. For pictures that pictures refer to:
 * without a resolver only data: URIs are followed there. */
typedef const char *graphic_resolver(void *context, const char *uri, struct loc loc, struct arena *a);
void graphic_store_set_resolver(struct graphic_store *store, graphic_resolver *resolve, void *context);

void graphic_store_free(struct graphic_store *store);

/* The picture in a file or data: URI; NULL after reporting at loc (missing, broken, of an unknown kind, too large).
 * A second call for the same name gives the same pointer, or NULL without a second message. */
const struct graphic *graphic_load(struct graphic_store *store, const char *path, struct loc loc);

/* An SVG element of the FO document. base: folder for its references; "" for none. font_size: for em. */
const struct graphic *graphic_from_svg(struct graphic_store *store, const xmlNode *svg, const char *base, mpt font_size,
                                       struct loc loc);

/* A QR code of the text (ISO 18004), error correction level 'L', 'M', 'Q' or 'H', as a vector picture 1 pt a module
 * with a quiet zone of four; NULL when it does not fit a code, reported at loc. It lives in memory: unlike a picture
 * from a file, hardly a code is shown twice. */
const struct graphic *graphic_from_qr(struct graphic_store *store, struct arena *memory, const char *text, char level,
                                      struct loc loc);

/* A transform list as SVG writes it (SVG 1.1, 7.6), for fox:transform; lengths stay as written. False when it is
 * malformed: *out then holds what came before. */
bool graphic_parse_transform(const char *text, struct page_matrix *out);

#endif
