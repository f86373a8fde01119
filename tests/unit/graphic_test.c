/* PNG, JPEG, data: URIs and QR codes: the pictures of tests/cases/pictures, whose samples make.py says. */
#define _POSIX_C_SOURCE 200809L
#include "graphic.h"

#include <stdlib.h>

#include "check.h"

#define FOLDER "tests/cases/pictures/"

static const struct loc place = {"doc.fo", 7};

static struct graphic_store *store_new(struct diag *d)
{
	return graphic_store_new(NULL, NULL, d);
}

static const struct {
	const char *name;
	unsigned width, height;
	enum page_color_space space;
	unsigned bits;
	mpt width_mpt, height_mpt;
	const char *samples, *palette, *alpha; /* in hexadecimal; NULL: none */
} pngs[] = {
    {"rgb.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 2000, "ff000000ff000000ffffffffffffff0000ff00ff00ff0000", NULL, NULL},
    {"rgb-interlaced.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 2000, "ff000000ff000000ffffffffffffff0000ff00ff00ff0000",
     NULL, NULL},
    {"rgb-gamma.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 2000, "ff000000ff000000ffffffffffffff0000ff00ff00ff0000", NULL,
     NULL},
    /* 4 * 72 / (11811 * 0.0254) = 0.960 */
    {"rgb-300dpi.png", 4, 2, PAGE_COLOR_RGB, 8, 960, 480, NULL, NULL, NULL},
    {"rgb-ratio.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 2000, NULL, NULL, NULL},
    {"rgb-two-resolutions.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 1000, NULL, NULL, NULL},
    /* 0x8080 of 0xFFFF is 0x80 of 0xFF */
    {"rgb16.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 2000, "ff8000ff8000ff8000ff8000ff8000ff8000ff8000ff8000", NULL, NULL},
    {"rgb-key.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 2000, "ff000000ff000000ffffffffffffff0000ff00ff00ff0000", NULL,
     "ff00ffffffff00ff"},
    {"rgba.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 2000, "ff000000ff000000ffffffffffffff0000ff00ff00ff0000", NULL,
     "ff8000ffff8000ff"},
    {"rgba-opaque.png", 4, 2, PAGE_COLOR_RGB, 8, 4000, 2000, "ff000000ff000000ffffffffffffff0000ff00ff00ff0000", NULL,
     NULL},
    /* 1011 0000, 0001 0000 */
    {"gray1.png", 4, 2, PAGE_COLOR_GRAY, 1, 4000, 2000, "b010", NULL, NULL},
    /* 00 01 10 11, 11 10 01 00 */
    {"gray2.png", 4, 2, PAGE_COLOR_GRAY, 2, 4000, 2000, "1be4", NULL, NULL},
    /* made 8 bits, so that alpha has a place: 5 of 15 is 0x55 */
    {"gray4-key.png", 4, 2, PAGE_COLOR_GRAY, 8, 4000, 2000, "0055aaffffaa5500", NULL, "ff00ffffffff00ff"},
    {"gray16.png", 4, 2, PAGE_COLOR_GRAY, 8, 4000, 2000, "00ff800100000000", NULL, NULL},
    {"gray-alpha.png", 4, 2, PAGE_COLOR_GRAY, 8, 4000, 2000, "0a141e280a141e28", NULL, "ff00ff01ff00ff01"},
    {"gray-alpha16.png", 4, 2, PAGE_COLOR_GRAY, 8, 4000, 2000, "1010101020202020", NULL, "ffffffff00000000"},
    /* 00 01 10 00, 10 10 01 00 */
    {"palette2.png", 4, 2, PAGE_COLOR_RGB, 2, 4000, 2000, "18a4", "ff000000ff000000ff", NULL},
    {"palette2-interlaced.png", 4, 2, PAGE_COLOR_RGB, 2, 4000, 2000, "18a4", "ff000000ff000000ff", NULL},
    /* the third entry has no alpha of its own: opaque */
    {"palette2-alpha.png", 4, 2, PAGE_COLOR_RGB, 2, 4000, 2000, "18a4", "ff000000ff000000ff", "ff40ffffffff40ff"},
};

static void check_hex(const char *name, const unsigned char *bytes, size_t size, const char *want)
{
	char hex[256] = "";
	for (size_t i = 0; bytes && i < size && i < 100; i++)
		snprintf(hex + 2 * i, sizeof hex - 2 * i, "%02x", bytes[i]);
	check_str(name, hex, want ? want : "");
}

static void check_png(struct graphic_store *store)
{
	for (size_t i = 0; i < sizeof pngs / sizeof *pngs; i++) {
		char path[100];
		snprintf(path, sizeof path, FOLDER "%s", pngs[i].name);
		const struct graphic *g = graphic_load(store, path, place);
		check_true(path, g && g->kind == GRAPHIC_RASTER);
		if (!g)
			continue;
		const struct page_image *image = g->image;
		check_int(path, image->width, pngs[i].width);
		check_int(path, image->height, pngs[i].height);
		check_int(path, image->space, pngs[i].space);
		check_int(path, image->bits, pngs[i].bits);
		check_int(path, image->format, PAGE_IMAGE_SAMPLES);
		check_int(path, g->width, pngs[i].width_mpt);
		check_int(path, g->height, pngs[i].height_mpt);
		if (pngs[i].samples)
			check_hex(path, image->bytes, image->size, pngs[i].samples);
		check_hex(path, image->palette, image->palette_count * 3u, pngs[i].palette);
		check_hex(path, image->alpha, (size_t)image->width * image->height, pngs[i].alpha);
	}
}

static void check_jpeg(struct graphic_store *store)
{
	static const struct {
		const char *name;
		enum page_color_space space;
		bool inverted;
		mpt width, height; /* of 8 by 4 samples */
	} cases[] = {
	    {"gray.jpg", PAGE_COLOR_GRAY, false, 8000, 4000},
	    {"rgb.jpg", PAGE_COLOR_RGB, false, 8000, 4000},
	    {"rgb-96dpi.jpg", PAGE_COLOR_RGB, false, 6000, 3000},
	    /* 100 and 50 a centimetre: 8 * 28.346 / 100, 4 * 28.346 / 50 */
	    {"rgb-percentimetre.jpg", PAGE_COLOR_RGB, false, 2268, 2268},
	    {"rgb-progressive.jpg", PAGE_COLOR_RGB, false, 8000, 4000},
	    {"cmyk.jpg", PAGE_COLOR_CMYK, true, 8000, 4000},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char path[100];
		snprintf(path, sizeof path, FOLDER "%s", cases[i].name);
		const struct graphic *g = graphic_load(store, path, place);
		check_true(path, g != NULL);
		if (!g)
			continue;
		check_int(path, g->image->format, PAGE_IMAGE_JPEG);
		check_int(path, g->image->space, cases[i].space);
		check_int(path, g->image->inverted, cases[i].inverted);
		check_int(path, g->image->width * 100 + g->image->height, 804);
		check_int(path, g->width, cases[i].width);
		check_int(path, g->height, cases[i].height);
		check_true("the file as it is",
		           g->image->size > 300 && g->image->bytes[0] == 0xFF && g->image->bytes[1] == 0xD8);
	}
}

/* Each must give a message that holds these words, and, where it is an error, no picture. */
static const struct {
	const char *name, *words;
	bool is_warning;
} broken[] = {
    {FOLDER "missing.png", "doc.fo:7: error: cannot read 'tests/cases/pictures/missing.png': No such file", false},
    {FOLDER "broken-short.png",
     "doc.fo:7: error: PNG picture 'tests/cases/pictures/broken-short.png' is broken: the file is cut short", false},
    {FOLDER "broken-crc.png", "is broken: IDAT: CRC error", false},
    {FOLDER "broken-huge.png", "is broken: it has too many pixels", false},
    {FOLDER "broken-header.jpg", "JPEG picture 'tests/cases/pictures/broken-header.jpg' cannot be used: ", false},
    {FOLDER "broken-short.jpg", "doc.fo:7: warning: JPEG picture 'tests/cases/pictures/broken-short.jpg' is cut short",
     true},
    {FOLDER "make.py", "is of an unknown kind, and not PNG, JPEG or SVG", false},
    {"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5",
     "picture 'data:image/gif;base64,R0lGODlhAQABAIAAAA...' is a GIF picture, and not", false},
    {"data:image/png;base64,iVBO*", "malformed data: URI, got 'data:image/png;base64,iVBO*...'", false},
    {"data:image/png;base64,iVBOR", "malformed data: URI", false},
    {"data:image/png;base64", "malformed data: URI", false},
    {"data:,", "is empty", false},
};

static void check_broken(void)
{
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		char *text = NULL;
		size_t size = 0;
		FILE *out = open_memstream(&text, &size);
		struct diag *d = diag_new(out);
		struct graphic_store *store = store_new(d);
		const struct graphic *g = graphic_load(store, broken[i].name, place);
		check_true(broken[i].name, (g != NULL) == broken[i].is_warning);
		check_true("the same again", graphic_load(store, broken[i].name, place) == g);
		check_int("one message", diag_errors(d) + diag_warnings(d), 1);
		fflush(out);
		if (!strstr(text, broken[i].words))
			check_str(broken[i].name, text, broken[i].words);
		graphic_store_free(store);
		diag_free(d);
		fclose(out);
		free(text);
	}
}

/* One white sample: plain, with white space and percent signs in between, and without its padding. */
static const char *const uris[] = {
    "data:image/"
    "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA "
    "AAEAAAABCAAAAAA6fptVAAAACklEQVR4\n2mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg%3D%3D",
    "DATA:;BASE64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg",
};

static void check_data_uris(struct graphic_store *store)
{
	for (size_t i = 0; i < sizeof uris / sizeof *uris; i++) {
		const struct graphic *g = graphic_load(store, uris[i], place);
		check_true(uris[i], g && g->image->width == 1 && g->image->space == PAGE_COLOR_GRAY);
		check_hex(uris[i], g ? g->image->bytes : NULL, 1, "ff");
	}
}

/* Counts the dark modules of a row by the rectangles that cover its middle. */
static mpt dark_in_row(const struct page_path *path, int row)
{
	mpt dark = 0, middle = row * 1000 + 500;
	for (size_t i = 0; i + 4 < path->count; i += 5)
		if (path->segment[i].point[0].y < middle && path->segment[i + 2].point[0].y > middle)
			dark += path->segment[i + 2].point[0].x - path->segment[i].point[0].x;
	return dark / 1000;
}

static void check_qr(struct graphic_store *store, struct diag *d)
{
	struct arena *memory = arena_new();
	const struct graphic *g = graphic_from_qr(store, memory, "CBUA", 'M', place);
	check_true("a code", g && g->kind == GRAPHIC_VECTOR && g->item_count == 2);
	if (!g) {
		arena_free(memory);
		return;
	}
	/* version 1 has 21 modules a side, and four quiet ones around */
	check_int("side", g->width, 29000);
	check_int("square", g->height, 29000);
	check_int("white under it", g->items[0].rectangle.area.width, 29000);
	check_int("the quiet zone is quiet", dark_in_row(g->items[1].path, 3), 0);
	/* row 5 and 7 of a finder pattern are 7 and 1+1 dark; row 6 is the timing pattern: 7 + 3 of 5 + 7 */
	check_true("finder patterns", dark_in_row(g->items[1].path, 4) >= 14);
	check_int("timing pattern", dark_in_row(g->items[1].path, 4 + 6), 17);
	check_int("another level has more modules",
	          graphic_from_qr(store, memory, "conference", 'H', place)->width > g->width, 1);
	check_int("no message", diag_errors(d), 0);

	char *text = xmalloc(4000);
	memset(text, 'a', 3999);
	text[3999] = '\0';
	check_true("too long", !graphic_from_qr(store, memory, text, 'L', place));
	check_true("no text", !graphic_from_qr(store, memory, "", 'L', place));
	check_int("two messages", diag_errors(d), 2);
	free(text);
	arena_free(memory);
}

int main(void)
{
	struct diag *d = diag_new(stderr);
	struct graphic_store *store = store_new(d);
	check_png(store);
	check_jpeg(store);
	check_data_uris(store);
	check_int("no message", diag_errors(d) + diag_warnings(d), 0);
	diag_free(d);
	graphic_store_free(store);

	check_broken();
	d = diag_new(NULL);
	store = store_new(d);
	check_qr(store, d);
	graphic_store_free(store);
	diag_free(d);
	return check_failed;
}
