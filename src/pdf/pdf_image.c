/* Pictures: JPEG as it is, samples filtered as in PNG and deflated. Knows nothing of picture files. */
#include "pdf_image.h"

#include <stdlib.h>
#include <string.h>

#include "pdf_level.h"

struct entry {
	const struct page_image *image; /* NULL: free */
	struct pdf_shared shared;
	bool left_out;
};

struct profile {
	const unsigned char *bytes;
	size_t size;
	uint32_t object;
	struct pdf_shared space; /* as a resource; object 0: not yet */
	struct profile *next;
};

/* Open addressing by the picture's address. */
struct pdf_images {
	struct entry *entries;
	size_t count, capacity;
	struct profile *profiles;
};

void pdf_images_free(struct pdf_images *images)
{
	if (!images)
		return;
	free(images->entries);
	free(images);
}

static struct entry *entry_of(const struct pdf_images *images, const struct page_image *image)
{
	size_t i = ((uintptr_t)image >> 4) * 0x9E3779B97F4A7C15u % images->capacity;
	while (images->entries[i].image && images->entries[i].image != image)
		i = (i + 1) % images->capacity;
	return &images->entries[i];
}

static void grow(struct pdf_images *images)
{
	struct pdf_images larger = {
	    .count = images->count, .capacity = images->capacity ? images->capacity * 2 : 64, .profiles = images->profiles};
	larger.entries = xcalloc(larger.capacity, sizeof *larger.entries);
	for (size_t i = 0; i < images->capacity; i++)
		if (images->entries[i].image)
			*entry_of(&larger, images->entries[i].image) = images->entries[i];
	free(images->entries);
	*images = larger;
}

static unsigned components(const struct page_image *image)
{
	if (image->palette)
		return 1;
	return image->space == PAGE_COLOR_CMYK ? 4 : image->space == PAGE_COLOR_GRAY ? 1 : 3;
}

static unsigned char paeth(int left, int above, int corner)
{
	int estimate = left + above - corner;
	int a = abs(estimate - left), b = abs(estimate - above), c = abs(estimate - corner);
	return (unsigned char)(a <= b && a <= c ? left : b <= c ? above : corner);
}

/* One row by one of PNG's five filters; the sum of what is left as signed numbers is the usual measure of how well it
 * fits. Always inlined with a constant filter, so that each gets a loop of its own. */
static inline uint64_t filter_row_by(const unsigned char *row, const unsigned char *above, size_t size, size_t pixel,
                                     int filter, unsigned char *out)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < size; i++) {
		int left = i >= pixel ? row[i - pixel] : 0, up = above ? above[i] : 0;
		int guess = 0;
		if (filter == 1)
			guess = left;
		else if (filter == 2)
			guess = up;
		else if (filter == 3)
			guess = (left + up) / 2;
		else if (filter == 4)
			guess = paeth(left, up, above && i >= pixel ? above[i - pixel] : 0);
		out[i] = (unsigned char)(row[i] - guess);
		sum += out[i] < 128 ? out[i] : 256u - out[i];
	}
	return sum;
}

static uint64_t filter_row(const unsigned char *row, const unsigned char *above, size_t size, size_t pixel, int filter,
                           unsigned char *out)
{
	switch (filter) {
	case 1:
		return filter_row_by(row, above, size, pixel, 1, out);
	case 2:
		return filter_row_by(row, above, size, pixel, 2, out);
	case 3:
		return filter_row_by(row, above, size, pixel, 3, out);
	case 4:
		return filter_row_by(row, above, size, pixel, 4, out);
	default:
		return filter_row_by(row, above, size, pixel, 0, out);
	}
}

void pdf_filter_rows(const unsigned char *rows, size_t row_size, size_t row_count, size_t pixel_size,
                     struct buffer *out)
{
	unsigned char *tried = xmalloc(row_size);
	for (size_t y = 0; y < row_count; y++) {
		const unsigned char *row = rows + y * row_size, *above = y > 0 ? row - row_size : NULL;
		int best = 0;
		uint64_t best_sum = UINT64_MAX;
		for (int filter = 0; filter < 5; filter++) {
			uint64_t sum = filter_row(row, above, row_size, pixel_size, filter, tried);
			if (sum < best_sum) {
				best_sum = sum;
				best = filter;
			}
		}
		char *to = buffer_room(out, row_size + 1);
		*to = (char)best;
		filter_row(row, above, row_size, pixel_size, best, (unsigned char *)to + 1);
		out->size += row_size + 1;
	}
	free(tried);
}

/* Samples of a picture or of its mask. */
struct samples {
	const unsigned char *bytes;
	unsigned width, height, colors, bits;
	bool lasting; /* bytes are the picture's own */
};

/* Indexes and bilevel pictures do not follow their neighbours. */
static bool is_predicted(const struct samples *s)
{
	return s->bits == 8;
}

static void pack(struct pdf_state *pdf, const struct samples *s, struct buffer *out)
{
	size_t row = ((size_t)s->width * s->colors * s->bits + 7) / 8;
	struct buffer filtered = {0};
	if (is_predicted(s)) {
		pdf_filter_rows(s->bytes, row, s->height, s->colors, &filtered);
		pdf_file_deflate(&pdf->file, filtered.data, filtered.size, out);
	} else {
		pdf_file_deflate(&pdf->file, s->bytes, row * s->height, out);
	}
	buffer_free(&filtered);
}

static uint32_t write_samples(struct pdf_state *pdf, const char *entries, const struct samples *s)
{
	struct buffer all = {0}, own = {0};
	struct buffer *packed = s->lasting ? pdf_cache_bytes(pdf->options.cache, s->bytes) : NULL;
	if (!packed)
		packed = &own;
	if (packed->size == 0)
		pack(pdf, s, packed);
	buffer_puts(&all, entries);
	if (is_predicted(s))
		buffer_printf(&all, "/DecodeParms<</Predictor 15/Colors %u/Columns %u>>", s->colors, s->width);
	buffer_puts(&all, "/Filter/FlateDecode");
	uint32_t number = pdf_reserve(&pdf->objects);
	pdf_file_stream_text(&pdf->file, number, all.data, packed->data, packed->size, PDF_FILTER_NONE);
	buffer_free(&all);
	buffer_free(&own);
	return number;
}

static void put_size(struct buffer *out, unsigned width, unsigned height, unsigned bits)
{
	buffer_printf(out, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent %u", width, height, bits);
}

static uint32_t write_alpha(struct pdf_state *pdf, const struct page_image *image)
{
	struct buffer entries = {0};
	put_size(&entries, image->width, image->height, 8);
	buffer_puts(&entries, "/ColorSpace/DeviceGray");
	struct samples mask = {image->alpha, image->width, image->height, 1, 8, true};
	uint32_t number = write_samples(pdf, entries.data, &mask);
	buffer_free(&entries);
	return number;
}

/* ICC.1, 7.2: the version is at 8, the colour space's signature at 16. */
static bool is_usable(const struct pdf_state *pdf, const unsigned char *icc, size_t size, unsigned colors)
{
	static const char *const signatures[] = {"", "GRAY", "", "RGB ", "CMYK"};
	if (!icc || size < 128 || memcmp(icc + 16, signatures[colors], 4) != 0)
		return false;
	return pdf_archive_part(pdf) != 1 || icc[8] <= 2; /* PDF 1.4 knows no later one */
}

static bool is_usable_profile(const struct pdf_state *pdf, const struct page_image *image, unsigned colors)
{
	return is_usable(pdf, image->icc, image->icc_size, colors);
}

/* Photos of one camera share a profile: each is written once. */
static struct profile *profile_of(struct pdf_state *pdf, const unsigned char *icc, size_t size, unsigned colors)
{
	static const char *const alternates[] = {"", "DeviceGray", "", "DeviceRGB", "DeviceCMYK"};
	for (struct profile *known = pdf->images->profiles; known; known = known->next)
		if (known->size == size && memcmp(known->bytes, icc, size) == 0)
			return known;
	struct profile *made = arena_alloc(pdf->memory, sizeof *made);
	*made = (struct profile){
	    .bytes = icc, .size = size, .object = pdf_reserve(&pdf->objects), .next = pdf->images->profiles};
	pdf->images->profiles = made;
	char entries[64];
	snprintf(entries, sizeof entries, "/N %u/Alternate/%s", colors, alternates[colors]);
	pdf_file_stream_text(&pdf->file, made->object, entries, icc, size, PDF_FILTER_DEFLATE);
	return made;
}

const struct pdf_shared *pdf_profile_space(struct pdf_state *pdf, const unsigned char *profile, size_t size,
                                           unsigned colors)
{
	if (!is_usable(pdf, profile, size, colors))
		return NULL;
	if (!pdf->images)
		pdf->images = xcalloc(1, sizeof *pdf->images);
	struct profile *made = profile_of(pdf, profile, size, colors);
	if (made->space.object)
		return &made->space;
	/* It outlives whoever read it. */
	unsigned char *kept = arena_alloc(pdf->memory, size);
	made->bytes = memcpy(kept, profile, size);
	made->space = (struct pdf_shared){made->object, pdf_reserve(&pdf->objects)};
	char text[48];
	int length = snprintf(text, sizeof text, "[/ICCBased %u 0 R]", (unsigned)made->object);
	pdf_file_text(&pdf->file, made->space.object, text, (size_t)length);
	return &made->space;
}

static void put_palette(struct buffer *out, const struct page_image *image, const char *base)
{
	buffer_printf(out, "[/Indexed%s %u<", base, image->palette_count > 0 ? image->palette_count - 1 : 0);
	for (unsigned i = 0; i < image->palette_count * 3; i++)
		buffer_printf(out, "%02X", image->palette[i]);
	buffer_puts(out, ">]");
}

static void put_color_space(struct pdf_state *pdf, const struct page_image *image, struct buffer *out)
{
	static const char *const device[] = {"/DeviceRGB", "/DeviceCMYK", "/DeviceGray"};
	char base[48];
	unsigned colors = image->palette ? 3 : components(image);
	snprintf(base, sizeof base, "%s", image->palette ? device[0] : device[image->space]);
	if (is_usable_profile(pdf, image, colors))
		snprintf(base, sizeof base, "[/ICCBased %u 0 R]",
		         (unsigned)profile_of(pdf, image->icc, image->icc_size, colors)->object);
	buffer_puts(out, "/ColorSpace");
	if (image->palette)
		put_palette(out, image, base);
	else
		buffer_puts(out, base);
}

/* For PDF/A-1, which has no soft masks: on white paper. NULL when the samples cannot be mixed. */
static unsigned char *flatten(const struct page_image *image)
{
	if (image->format != PAGE_IMAGE_SAMPLES || image->bits != 8 || image->palette || image->space == PAGE_COLOR_CMYK)
		return NULL;
	unsigned colors = components(image);
	size_t pixels = (size_t)image->width * image->height;
	unsigned char *flat = xmalloc(pixels * colors);
	for (size_t i = 0; i < pixels * colors; i++) {
		unsigned alpha = image->alpha[i / colors];
		flat[i] = (unsigned char)((image->bytes[i] * alpha + 255 * (255 - alpha) + 127) / 255);
	}
	return flat;
}

static uint32_t write_image(struct pdf_state *pdf, const struct page_image *image)
{
	struct buffer entries = {0};
	put_size(&entries, image->width, image->height, image->bits);
	put_color_space(pdf, image, &entries);
	if (image->inverted)
		buffer_puts(&entries, "/Decode[1 0 1 0 1 0 1 0]");
	if (image->interpolate && !pdf_is_archive(pdf))
		buffer_puts(&entries, "/Interpolate true");
	unsigned char *flat = NULL;
	if (image->alpha && !pdf_level_forbids(pdf, PDF_RULE_TRANSPARENCY, pdf->page_count))
		buffer_printf(&entries, "/SMask %u 0 R", (unsigned)write_alpha(pdf, image));
	else if (image->alpha)
		flat = flatten(image);
	uint32_t number;
	if (image->format == PAGE_IMAGE_JPEG) {
		number = pdf_reserve(&pdf->objects);
		buffer_puts(&entries, "/Filter/DCTDecode");
		pdf_file_stream_text(&pdf->file, number, entries.data, image->bytes, image->size, PDF_FILTER_NONE);
	} else {
		struct samples samples = {flat ? flat : image->bytes, image->width, image->height,
		                          components(image),          image->bits,  !flat};
		number = write_samples(pdf, entries.data, &samples);
	}
	free(flat);
	buffer_free(&entries);
	return number;
}

const struct pdf_shared *pdf_image_for(struct pdf_state *pdf, const struct page_image *image)
{
	if (!pdf->images)
		pdf->images = xcalloc(1, sizeof *pdf->images);
	if (pdf->images->count * 2 >= pdf->images->capacity)
		grow(pdf->images);
	struct entry *entry = entry_of(pdf->images, image);
	if (!entry->image) {
		entry->image = image;
		entry->shared.number = (uint32_t)pdf->images->count++;
		entry->left_out = image->space == PAGE_COLOR_CMYK && !is_usable_profile(pdf, image, 4) &&
		                  pdf_level_forbids(pdf, PDF_RULE_CMYK_IMAGE, pdf->page_count);
		if (!entry->left_out)
			entry->shared.object = write_image(pdf, image);
	}
	return entry->left_out ? NULL : &entry->shared;
}
