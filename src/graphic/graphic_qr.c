/* QR codes (ISO/IEC 18004) through libqrencode, drawn as one path on white. */
#include <errno.h>
#include <qrencode.h>
#include <string.h>

#include "graphic_private.h"

enum { QUIET_ZONE = 4 }; /* modules */

static QRecLevel level_of(char letter)
{
	switch (letter) {
	case 'L':
		return QR_ECLEVEL_L;
	case 'Q':
		return QR_ECLEVEL_Q;
	case 'H':
		return QR_ECLEVEL_H;
	default:
		return QR_ECLEVEL_M;
	}
}

static bool is_dark(const QRcode *code, int x, int y)
{
	return x < code->width && code->data[y * code->width + x] & 1;
}

static mpt place(int module)
{
	return (mpt)(module + QUIET_ZONE) * MPT_PER_POINT;
}

/* The dark modules from x to end of row y, as a rectangle. Returns the next free segment. */
static struct page_path_segment *add_run(struct page_path_segment *out, int x, int end, int y)
{
	struct page_point corner[] = {
	    {place(x), place(y)}, {place(end), place(y)}, {place(end), place(y + 1)}, {place(x), place(y + 1)}};
	for (int i = 0; i < 4; i++)
		*out++ = (struct page_path_segment){i == 0 ? PAGE_MOVE : PAGE_LINE, {corner[i]}};
	*out++ = (struct page_path_segment){.verb = PAGE_CLOSE};
	return out;
}

static size_t count_runs(const QRcode *code)
{
	size_t count = 0;
	for (int y = 0; y < code->width; y++)
		for (int x = 0; x < code->width; x++)
			count += is_dark(code, x, y) && !is_dark(code, x + 1, y);
	return count;
}

static struct page_path *trace(struct arena *memory, const QRcode *code)
{
	struct page_path_segment *segment = arena_array(memory, count_runs(code) * 5, sizeof *segment), *out = segment;
	for (int y = 0; y < code->width; y++) {
		for (int x = 0; x < code->width; x++) {
			int start = x;
			while (is_dark(code, x, y))
				x++;
			if (x > start)
				out = add_run(out, start, x, y);
		}
	}
	struct page_path *path = arena_alloc(memory, sizeof *path);
	*path = (struct page_path){
	    .segment = segment, .count = (size_t)(out - segment), .fill = {PAGE_COLOR_RGB, {0}, 1, NULL}};
	return path;
}

static const struct graphic *draw(struct arena *memory, const QRcode *code)
{
	mpt side = (mpt)(code->width + 2 * QUIET_ZONE) * MPT_PER_POINT;
	struct page_item *items = arena_array(memory, 2, sizeof *items);
	items[0].kind = PAGE_RECTANGLE;
	items[0].rectangle.area = (struct page_rectangle){0, 0, side, side};
	items[0].rectangle.color = (struct page_color){PAGE_COLOR_RGB, {1, 1, 1}, 1, NULL};
	items[1].kind = PAGE_PATH;
	items[1].path = trace(memory, code);
	struct graphic *graphic = arena_alloc(memory, sizeof *graphic);
	*graphic =
	    (struct graphic){GRAPHIC_VECTOR, .width = side, .height = side, .items = items, .item_count = 2, .once = true};
	return graphic;
}

const struct graphic *graphic_from_qr(struct graphic_store *store, struct arena *memory, const char *text, char level,
                                      struct loc loc)
{
	QRcode *code = QRcode_encodeString(text, 0, level_of(level), QR_MODE_8, 1);
	if (!code) {
		diag_error(store->d, loc, "QR code: %s",
		           !*text            ? "there is no text"
		           : errno == ERANGE ? "the text is too long for one code"
		                             : strerror(errno));
		return NULL;
	}
	const struct graphic *graphic = draw(memory, code);
	QRcode_free(code);
	return graphic;
}
