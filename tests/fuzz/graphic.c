/* The fuzzer's way into graphic/: any bytes are a picture, named by a data: URI. */
#include "graphic.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void put_uri(struct buffer *out, const uint8_t *data, size_t size)
{
	buffer_puts(out, "data:,");
	for (size_t i = 0; i < size; i++) {
		char code[] = {'%', "0123456789ABCDEF"[data[i] >> 4], "0123456789ABCDEF"[data[i] & 15]};
		buffer_append(out, code, sizeof code);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* Fonts are the same for every picture, and slow to open. */
	static struct font_library *fonts;
	struct diag *d = diag_new(NULL);
	if (!fonts)
		fonts = font_library_new(&(struct font_options){0}, d);
	struct text_engine *text = text_engine_new(fonts, d);
	struct graphic_store *store = graphic_store_new(text, fonts, d);
	struct buffer uri = {0};
	put_uri(&uri, data, size);
	graphic_load(store, uri.data, (struct loc){"in.fo", 1});
	buffer_free(&uri);
	graphic_store_free(store);
	text_engine_free(text);
	diag_free(d);
	return 0;
}
