/* JPEG: the header is read with libjpeg, the bytes are handed on as they are (PDF 32000-1, 7.4.8). */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "graphic_private.h"

struct reader {
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;
	jmp_buf failed;
	JOCTET *profile; /* malloc; NULL: none */
	unsigned profile_size;
	char problem[JMSG_LENGTH_MAX];
};

static void take_error(j_common_ptr jpeg)
{
	struct reader *r = jpeg->client_data;
	jpeg->err->format_message(jpeg, r->problem);
	longjmp(r->failed, 1);
}

static void ignore_message(j_common_ptr jpeg, int level)
{
	(void)jpeg;
	(void)level;
}

static bool read_header(struct reader *r, const struct graphic_source *source)
{
	r->jpeg.err = jpeg_std_error(&r->errors);
	r->jpeg.client_data = r;
	r->errors.error_exit = take_error;
	r->errors.emit_message = ignore_message;
	if (setjmp(r->failed))
		return false;
	jpeg_create_decompress(&r->jpeg);
	jpeg_mem_src(&r->jpeg, source->bytes, (unsigned long)source->size);
	jpeg_save_markers(&r->jpeg, JPEG_APP0 + 2, 0xFFFF);
	jpeg_read_header(&r->jpeg, TRUE);
	jpeg_read_icc_profile(&r->jpeg, &r->profile, &r->profile_size);
	return true;
}

static const char *unusable(const struct jpeg_decompress_struct *jpeg)
{
	if (jpeg->data_precision != 8)
		return "it does not have 8 bits a sample";
	if (jpeg->arith_code)
		return "it is arithmetic-coded, which PDF cannot hold";
	if (jpeg->num_components != 1 && jpeg->num_components != 3 && jpeg->num_components != 4)
		return "it is neither gray nor RGB nor CMYK";
	return NULL;
}

/* The end marker, perhaps with a little rubbish after it. */
static bool has_end(const struct graphic_source *source)
{
	size_t from = source->size > 4096 ? source->size - 4096 : 0;
	for (size_t i = source->size - 1; i > from; i--)
		if (source->bytes[i] == 0xD9 && source->bytes[i - 1] == 0xFF)
			return true;
	return false;
}

static struct page_image *make_image(struct arena *memory, const struct reader *r, const struct graphic_source *source)
{
	const struct jpeg_decompress_struct *jpeg = &r->jpeg;
	unsigned char *bytes = arena_alloc(memory, source->size);
	memcpy(bytes, source->bytes, source->size);
	struct page_image *image = arena_alloc(memory, sizeof *image);
	*image = (struct page_image){.format = PAGE_IMAGE_JPEG,
	                             .width = jpeg->image_width,
	                             .height = jpeg->image_height,
	                             .bits = 8,
	                             .bytes = bytes,
	                             .size = source->size};
	image->space = jpeg->num_components == 1   ? PAGE_COLOR_GRAY
	               : jpeg->num_components == 3 ? PAGE_COLOR_RGB
	                                           : PAGE_COLOR_CMYK;
	image->inverted = jpeg->num_components == 4 && jpeg->saw_Adobe_marker;
	if (r->profile && graphic_profile_fits(r->profile, r->profile_size, image->space)) {
		unsigned char *profile = arena_alloc(memory, r->profile_size);
		image->icc = memcpy(profile, r->profile, r->profile_size);
		image->icc_size = r->profile_size;
	}
	return image;
}

/* Units a density may be given in (JFIF 1.02): 0 a ratio only, 1 an inch, 2 a centimetre. */
static double dots_per_inch(const struct jpeg_decompress_struct *jpeg, UINT16 density)
{
	if (!jpeg->saw_JFIF_marker || jpeg->density_unit == 0)
		return 0;
	return jpeg->density_unit == 2 ? density * 2.54 : density;
}

const struct graphic *graphic_read_jpeg(struct graphic_store *store, const struct graphic_source *source)
{
	struct reader r = {0};
	const struct graphic *graphic = NULL;
	const char *problem = read_header(&r, source) ? unusable(&r.jpeg) : r.problem;
	if (problem) {
		diag_error(store->d, source->loc, "JPEG picture '%s' cannot be used: %s", source->name, problem);
	} else {
		if (!has_end(source))
			diag_warning(store->d, source->loc, "JPEG picture '%s' is cut short: a part of it will be missing",
			             source->name);
		graphic =
		    graphic_from_image(store, make_image(store->memory, &r, source), dots_per_inch(&r.jpeg, r.jpeg.X_density),
		                       dots_per_inch(&r.jpeg, r.jpeg.Y_density));
	}
	free(r.profile);
	jpeg_destroy_decompress(&r.jpeg);
	return graphic;
}
