/* PNG through libpng: samples as the file has them (1 to 8 bits, a palette is kept), alpha apart. Gamma is ignored; 16
 * bits become 8. */
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "graphic_private.h"

/* All that lives across libpng's long jumps stands here, not in locals. */
struct reader {
	const struct graphic_source *source;
	size_t at;
	struct arena *memory;
	png_struct *png;
	png_info *info;
	struct page_image *image;
	double horizontal_dpi, vertical_dpi;
	size_t row_bytes;    /* of samples with their alpha */
	int channels;        /* alpha counted */
	unsigned char *rows; /* height * row_bytes; malloc */
	png_byte **row;      /* malloc */
	char problem[128];
};

static void take_error(png_struct *png, png_const_charp message)
{
	struct reader *r = png_get_error_ptr(png);
	snprintf(r->problem, sizeof r->problem, "%s", message);
	png_longjmp(png, 1);
}

static void ignore_warning(png_struct *png, png_const_charp message)
{
	(void)png;
	(void)message;
}

static void give_bytes(png_struct *png, png_byte *out, size_t size)
{
	struct reader *r = png_get_io_ptr(png);
	if (r->source->size - r->at < size)
		png_error(png, "the file is cut short");
	memcpy(out, r->source->bytes + r->at, size);
	r->at += size;
}

static void read_resolution(struct reader *r)
{
	png_uint_32 x = 0, y = 0;
	int unit = 0;
	if (png_get_pHYs(r->png, r->info, &x, &y, &unit) && unit == PNG_RESOLUTION_METER) {
		r->horizontal_dpi = x * 0.0254;
		r->vertical_dpi = y * 0.0254;
	}
}

static void read_profile(struct reader *r)
{
	png_charp name;
	png_bytep profile;
	png_uint_32 size;
	int compression;
	if (!png_get_iCCP(r->png, r->info, &name, &compression, &profile, &size) ||
	    !graphic_profile_fits(profile, size, r->image->space))
		return;
	unsigned char *copy = arena_alloc(r->memory, size);
	memcpy(copy, profile, size);
	r->image->icc = copy;
	r->image->icc_size = size;
}

static void read_palette(struct reader *r)
{
	png_colorp colors = NULL;
	int count = 0;
	png_get_PLTE(r->png, r->info, &colors, &count);
	if (count <= 0)
		png_error(r->png, "there is no palette");
	unsigned char *palette = arena_array(r->memory, (size_t)count, 3);
	for (int i = 0; i < count; i++) {
		palette[3 * i] = colors[i].red;
		palette[3 * i + 1] = colors[i].green;
		palette[3 * i + 2] = colors[i].blue;
	}
	r->image->palette = palette;
	r->image->palette_count = (unsigned)count;
}

/* What libpng shall turn into what; then how large a row is. */
static void choose_form(struct reader *r)
{
	int type = png_get_color_type(r->png, r->info);
	bool indexed = type == PNG_COLOR_TYPE_PALETTE;
	png_set_scale_16(r->png);
	if (!indexed && png_get_valid(r->png, r->info, PNG_INFO_tRNS))
		png_set_tRNS_to_alpha(r->png);
	png_set_interlace_handling(r->png);
	png_read_update_info(r->png, r->info);
	r->image->bits = png_get_bit_depth(r->png, r->info);
	r->image->space = type & PNG_COLOR_MASK_COLOR ? PAGE_COLOR_RGB : PAGE_COLOR_GRAY;
	r->channels = png_get_channels(r->png, r->info);
	r->row_bytes = png_get_rowbytes(r->png, r->info);
	if (indexed)
		read_palette(r);
}

static void read_rows(struct reader *r)
{
	size_t height = r->image->height;
	if (r->row_bytes > GRAPHIC_MAX_SAMPLE_BYTES / height)
		png_error(r->png, "it has too many pixels");
	r->rows = xcalloc(height, r->row_bytes);
	r->row = xcalloc(height, sizeof *r->row);
	for (size_t y = 0; y < height; y++)
		r->row[y] = r->rows + y * r->row_bytes;
	png_read_image(r->png, r->row);
	png_read_end(r->png, NULL);
}

/* The samples of a row with interleaved alpha go to two places. */
static void split_row(const unsigned char *from, unsigned width, unsigned colors, unsigned char *samples,
                      unsigned char *alpha)
{
	for (unsigned x = 0; x < width; x++) {
		memcpy(samples, from, colors);
		samples += colors;
		*alpha++ = from[colors];
		from += colors + 1;
	}
}

static void take_samples(struct reader *r)
{
	struct page_image *image = r->image;
	bool has_alpha = !image->palette && (r->channels == 2 || r->channels == 4);
	unsigned colors = (unsigned)(has_alpha ? r->channels - 1 : r->channels);
	size_t row_bytes = has_alpha ? (size_t)image->width * colors : r->row_bytes;
	unsigned char *samples = arena_array(r->memory, image->height, row_bytes);
	unsigned char *alpha = has_alpha ? arena_array(r->memory, image->height, image->width) : NULL;
	if (!has_alpha)
		memcpy(samples, r->rows, row_bytes * image->height);
	for (size_t y = 0; has_alpha && y < image->height; y++)
		split_row(r->row[y], image->width, colors, samples + y * row_bytes, alpha + y * image->width);
	image->bytes = samples;
	image->size = row_bytes * image->height;
	image->alpha = alpha;
}

static unsigned index_at(const unsigned char *row, unsigned x, unsigned bits)
{
	unsigned per_byte = 8 / bits;
	unsigned shift = 8 - bits * (x % per_byte + 1);
	return (unsigned)row[x / per_byte] >> shift & ((1u << bits) - 1);
}

/* Alpha of the palette's entries becomes alpha of the samples. */
static void take_palette_alpha(struct reader *r)
{
	struct page_image *image = r->image;
	png_bytep transparency = NULL;
	int count = 0;
	if (!image->palette || !png_get_tRNS(r->png, r->info, &transparency, &count, NULL) || !transparency)
		return;
	unsigned char *alpha = arena_array(r->memory, image->height, image->width);
	image->alpha = alpha;
	for (size_t y = 0; y < image->height; y++) {
		for (unsigned x = 0; x < image->width; x++) {
			unsigned entry = index_at(r->row[y], x, image->bits);
			*alpha++ = entry < (unsigned)count ? transparency[entry] : 255;
		}
	}
}

static void drop_opaque_alpha(struct page_image *image)
{
	size_t count = image->alpha ? (size_t)image->width * image->height : 0;
	for (size_t i = 0; i < count; i++)
		if (image->alpha[i] != 255)
			return;
	image->alpha = NULL;
}

static bool read_all(struct reader *r)
{
	if (setjmp(png_jmpbuf(r->png)))
		return false;
	png_set_user_limits(r->png, 1000000, 1000000);
	png_set_crc_action(r->png, PNG_CRC_DEFAULT, PNG_CRC_WARN_DISCARD);
	png_set_read_fn(r->png, r, give_bytes);
	png_read_info(r->png, r->info);
	r->image->width = png_get_image_width(r->png, r->info);
	r->image->height = png_get_image_height(r->png, r->info);
	choose_form(r);
	read_resolution(r);
	read_profile(r);
	read_rows(r);
	take_samples(r);
	take_palette_alpha(r);
	drop_opaque_alpha(r->image);
	return true;
}

const struct graphic *graphic_read_png(struct graphic_store *store, const struct graphic_source *source)
{
	struct reader r = {.source = source, .memory = store->memory};
	r.image = arena_alloc(store->memory, sizeof *r.image);
	r.image->format = PAGE_IMAGE_SAMPLES;
	r.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &r, take_error, ignore_warning);
	r.info = r.png ? png_create_info_struct(r.png) : NULL;
	bool ok = r.info && read_all(&r);
	png_destroy_read_struct(&r.png, &r.info, NULL);
	free(r.rows);
	free(r.row);
	if (ok)
		return graphic_from_image(store, r.image, r.horizontal_dpi, r.vertical_dpi);
	diag_error(store->d, source->loc, "PNG picture '%s' is broken: %s", source->name, r.problem);
	return NULL;
}
