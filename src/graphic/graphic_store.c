/* Every picture is read once: names to pictures, and which reader a file is for. Knows no kind from inside. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "graphic_private.h"

enum { MAX_DEPTH = 8 };

struct graphic_store *graphic_store_new(struct text_engine *text, struct font_library *fonts, struct diag *d)
{
	struct graphic_store *store = xmalloc(sizeof *store);
	*store = (struct graphic_store){
	    .memory = arena_new(), .by_name = xmlHashCreate(64), .text = text, .fonts = fonts, .d = d};
	return store;
}

void graphic_store_set_resolver(struct graphic_store *store, graphic_resolver *resolve, void *context)
{
	store->resolve = resolve;
	store->resolve_context = context;
}

void graphic_store_free(struct graphic_store *store)
{
	if (!store)
		return;
	xmlHashFree(store->by_name, NULL);
	arena_free(store->memory);
	free(store);
}

static bool starts_with(const struct graphic_source *source, const char *magic, size_t size)
{
	return source->size >= size && memcmp(source->bytes, magic, size) == 0;
}

/* Markup: a '<' after a byte order mark and white space; or UTF-16. */
static bool looks_like_xml(const struct graphic_source *source)
{
	size_t at = starts_with(source, "\xEF\xBB\xBF", 3) ? 3 : 0;
	while (at < source->size && strchr(" \t\r\n", source->bytes[at]) && source->bytes[at])
		at++;
	return (at < source->size && source->bytes[at] == '<') || starts_with(source, "\xFF\xFE<", 3) ||
	       starts_with(source, "\xFE\xFF\0<", 4);
}

/* What a file is that we cannot show; NULL: no idea. */
static const char *foreign_kind(const struct graphic_source *source)
{
	static const struct {
		const char *magic;
		size_t size;
		const char *kind;
	} kinds[] = {
	    {"GIF8", 4, "a GIF picture"},
	    {"BM", 2, "a BMP picture"},
	    {"II*\0", 4, "a TIFF picture"},
	    {"MM\0*", 4, "a TIFF picture"},
	    {"RIFF", 4, "a WebP picture"},
	    {"%PDF", 4, "a PDF file"},
	    {"%!PS", 4, "PostScript"},
	    {"\x1F\x8B", 2, "a compressed file"},
	    {"\0\0\0\x0CjP", 6, "a JPEG 2000 picture"},
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (starts_with(source, kinds[i].magic, kinds[i].size))
			return kinds[i].kind;
	return NULL;
}

static const struct graphic *read_source(struct graphic_store *store, const struct graphic_source *source)
{
	if (starts_with(source, "\x89PNG", 4))
		return graphic_read_png(store, source);
	if (starts_with(source, "\xFF\xD8\xFF", 3))
		return graphic_read_jpeg(store, source);
	if (looks_like_xml(source))
		return graphic_read_svg(store, source);
	const char *kind = foreign_kind(source);
	if (source->size == 0)
		diag_error(store->d, source->loc, "picture '%s' is empty", source->name);
	else
		diag_error(store->d, source->loc, "picture '%s' is %s, and not PNG, JPEG or SVG", source->name,
		           kind ? kind : "of an unknown kind");
	return NULL;
}

static bool is_data_uri(const char *name)
{
	return strncasecmp(name, "data:", 5) == 0;
}

static bool read_bytes(struct graphic_store *store, const char *name, struct buffer *bytes, struct loc loc)
{
	if (!is_data_uri(name))
		return file_read(name, GRAPHIC_MAX_BYTES, bytes, store->d, loc);
	if (graphic_decode_data_uri(name, bytes))
		return true;
	diag_error(store->d, loc, "picture: malformed data: URI, got '%.40s...'", name);
	return false;
}

static const struct graphic *load(struct graphic_store *store, const char *name, struct loc loc)
{
	struct buffer bytes = {0};
	const struct graphic *graphic = NULL;
	char *directory = is_data_uri(name) ? NULL : path_directory(name);
	if (read_bytes(store, name, &bytes, loc)) {
		struct graphic_source source = {.bytes = (const unsigned char *)bytes.data,
		                                .size = bytes.size,
		                                .name =
		                                    is_data_uri(name) ? arena_printf(store->memory, "%.40s...", name) : name,
		                                .directory = directory ? directory : "",
		                                .loc = loc};
		graphic = read_source(store, &source);
	}
	free(directory);
	buffer_free(&bytes);
	return graphic;
}

const struct graphic *graphic_load(struct graphic_store *store, const char *path, struct loc loc)
{
	const struct graphic_entry *known = xmlHashLookup(store->by_name, (const xmlChar *)path);
	if (known)
		return known->graphic;
	if (store->depth >= MAX_DEPTH) {
		diag_error(store->d, loc, "picture '%s' is too deep in pictures that show each other", path);
		return NULL;
	}
	store->depth++;
	struct graphic_entry *entry = arena_alloc(store->memory, sizeof *entry);
	entry->graphic = load(store, path, loc);
	xmlHashUpdateEntry(store->by_name, (const xmlChar *)path, entry, NULL);
	store->depth--;
	return entry->graphic;
}

/* Resolutions that make no sense, zero above all, count as none. */
static double sane_dpi(double dpi)
{
	return dpi >= 1 && dpi <= 100000 ? dpi : 72;
}

const struct graphic *graphic_from_image(struct graphic_store *store, const struct page_image *image,
                                         double horizontal_dpi, double vertical_dpi)
{
	struct graphic *graphic = arena_alloc(store->memory, sizeof *graphic);
	*graphic = (struct graphic){.kind = GRAPHIC_RASTER,
	                            .width = mpt_from_points(image->width * 72.0 / sane_dpi(horizontal_dpi)),
	                            .height = mpt_from_points(image->height * 72.0 / sane_dpi(vertical_dpi)),
	                            .image = image};
	return graphic;
}

bool graphic_profile_fits(const unsigned char *profile, size_t size, enum page_color_space space)
{
	static const char *const signatures[] = {
	    [PAGE_COLOR_RGB] = "RGB ", [PAGE_COLOR_CMYK] = "CMYK", [PAGE_COLOR_GRAY] = "GRAY"};
	return size >= 128 && memcmp(profile + 16, signatures[space], 4) == 0 && memcmp(profile + 36, "acsp", 4) == 0;
}
