/* Widths and ToUnicode of a font, from what is known of its glyphs. */
#include <stdlib.h>
#include <string.h>

#include "pdf_font.h"
#include "pdf_number.h"
#include "pdf_string.h"

/* A CMap block holds no more (ISO 32000-1, 9.7.5.4 and Adobe's CMap specification). */
#define BLOCK_MAX 100

static int compare_widths(const void *a, const void *b)
{
	const int32_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

int32_t pdf_usual_width(const struct pdf_codes *codes)
{
	int32_t *widths = xcalloc(codes->count, sizeof *widths);
	for (size_t i = 0; i < codes->count; i++)
		widths[i] = codes->glyphs[codes->code[i]].width;
	qsort(widths, codes->count, sizeof *widths, compare_widths);
	int32_t usual = 1000;
	size_t best = 0;
	for (size_t i = 0, start = 0; i < codes->count; i++) {
		if (widths[i] != widths[start])
			start = i;
		if (i - start + 1 > best) {
			best = i - start + 1;
			usual = widths[i];
		}
	}
	free(widths);
	return usual;
}

/* A code whose width W must tell. */
struct listed {
	uint32_t code;
	int32_t width;
};

/* One past the items from start whose codes follow each other, of one width if equal. */
static size_t end_of_run(const struct listed *items, size_t count, size_t start, bool equal)
{
	size_t end = start + 1;
	while (end < count && items[end].code == items[end - 1].code + 1 &&
	       (!equal || items[end].width == items[start].width))
		end++;
	return end;
}

/* Equal widths are worth a range from four on: before that the list is shorter. */
#define RANGE_MIN 4

static size_t put_width_list(struct buffer *out, const struct listed *items, size_t count, size_t start)
{
	size_t end = end_of_run(items, count, start, false), at = start;
	pdf_put_integer(out, items[start].code);
	buffer_putc(out, '[');
	while (at < end && (at == start || end_of_run(items, end, at, true) - at < RANGE_MIN)) {
		if (at > start)
			buffer_putc(out, ' ');
		pdf_put_integer(out, items[at++].width);
	}
	buffer_putc(out, ']');
	return at;
}

static size_t put_width_range(struct buffer *out, const struct listed *items, size_t start, size_t end)
{
	pdf_put_integer(out, items[start].code);
	buffer_putc(out, ' ');
	pdf_put_integer(out, items[end - 1].code);
	buffer_putc(out, ' ');
	pdf_put_integer(out, items[start].width);
	return end;
}

void pdf_put_widths(struct buffer *out, const struct pdf_codes *codes, int32_t usual)
{
	struct listed *items = xcalloc(codes->count, sizeof *items);
	size_t count = 0;
	for (size_t i = 0; i < codes->count; i++) {
		int32_t width = codes->glyphs[codes->code[i]].width;
		if (width != usual)
			items[count++] = (struct listed){codes->code[i], width};
	}
	buffer_putc(out, '[');
	for (size_t at = 0; at < count;) {
		if (out->data[out->size - 1] != '[' && out->data[out->size - 1] != ']')
			buffer_putc(out, ' ');
		size_t end = end_of_run(items, count, at, true);
		at = end - at >= RANGE_MIN ? put_width_range(out, items, at, end) : put_width_list(out, items, count, at);
	}
	buffer_putc(out, ']');
	free(items);
}

/* One line of bfchar or bfrange: glyphs from first to last stand for characters that follow each other. */
struct mapping {
	uint32_t first, last;
};

static bool follows(const struct pdf_glyph *last, const struct pdf_glyph *glyph, uint32_t code)
{
	/* A range may not cross a change of the high byte of either side. */
	return (code & 0xFF) != 0 && !glyph->more && !last->more && glyph->unicode == last->unicode + 1 &&
	       glyph->unicode < 0x10000 && (glyph->unicode & 0xFF) != 0;
}

static size_t collect_mappings(const struct pdf_codes *codes, struct mapping *mappings)
{
	size_t found = 0;
	for (size_t i = 0; i < codes->count; i++) {
		uint32_t code = codes->code[i];
		const struct pdf_glyph *glyph = &codes->glyphs[code];
		if (!glyph->unicode)
			continue;
		if (found > 0 && mappings[found - 1].last + 1 == code && follows(&codes->glyphs[code - 1], glyph, code))
			mappings[found - 1].last = code;
		else
			mappings[found++] = (struct mapping){code, code};
	}
	return found;
}

static void put_unicode(struct buffer *out, const struct pdf_glyph *glyph, const char *text)
{
	struct buffer utf8 = {0}, utf16 = {0};
	buffer_put_codepoint(&utf8, glyph->unicode);
	if (glyph->more)
		buffer_puts(&utf8, text + glyph->more);
	pdf_encode_utf16(&utf16, utf8.data, utf8.size);
	buffer_putc(out, '<');
	for (size_t i = 0; i < utf16.size; i++)
		buffer_printf(out, "%02X", (unsigned char)utf16.data[i]);
	buffer_putc(out, '>');
	buffer_free(&utf8);
	buffer_free(&utf16);
}

static void put_mapping(struct buffer *out, const struct mapping *mapping, const struct pdf_glyph *glyphs,
                        const char *text)
{
	buffer_printf(out, "<%04X>", (unsigned)mapping->first);
	if (mapping->last > mapping->first)
		buffer_printf(out, "<%04X>", (unsigned)mapping->last);
	put_unicode(out, &glyphs[mapping->first], text);
	buffer_putc(out, '\n');
}

static void put_blocks(struct buffer *out, const struct mapping *mappings, size_t count, bool ranges,
                       const struct pdf_glyph *glyphs, const char *text)
{
	const char *word = ranges ? "bfrange" : "bfchar";
	size_t total = 0, written = 0;
	for (size_t i = 0; i < count; i++)
		total += (mappings[i].last > mappings[i].first) == ranges;
	for (size_t i = 0; i < count; i++) {
		if ((mappings[i].last > mappings[i].first) != ranges)
			continue;
		if (written % BLOCK_MAX == 0)
			buffer_printf(out, "%zu begin%s\n", total - written < BLOCK_MAX ? total - written : BLOCK_MAX, word);
		put_mapping(out, &mappings[i], glyphs, text);
		if (++written % BLOCK_MAX == 0 || written == total)
			buffer_printf(out, "end%s\n", word);
	}
}

void pdf_put_to_unicode(struct buffer *out, const struct pdf_codes *codes, const char *text)
{
	struct mapping *mappings = xcalloc(codes->count, sizeof *mappings);
	size_t found = collect_mappings(codes, mappings);
	buffer_puts(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	                 "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
	                 "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	                 "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	put_blocks(out, mappings, found, false, codes->glyphs, text);
	put_blocks(out, mappings, found, true, codes->glyphs, text);
	buffer_puts(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	free(mappings);
}
