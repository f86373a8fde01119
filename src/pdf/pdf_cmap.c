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

int32_t pdf_usual_width(const struct pdf_glyph *glyphs, uint32_t count)
{
	int32_t *widths = xmalloc(((size_t)count + 1) * sizeof *widths);
	size_t used = 0;
	for (uint32_t i = 0; i < count; i++)
		if (glyphs[i].used)
			widths[used++] = glyphs[i].width;
	qsort(widths, used, sizeof *widths, compare_widths);
	int32_t usual = 1000;
	size_t best = 0;
	for (size_t i = 0, start = 0; i < used; i++) {
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

static void put_width(struct buffer *out, int32_t width)
{
	pdf_put_integer(out, width);
}

static bool is_listed(const struct pdf_glyph *glyph, int32_t usual)
{
	return glyph->used && glyph->width != usual;
}

/* One past the glyphs from start that are listed with one width. */
static uint32_t end_of_equal(const struct pdf_glyph *glyphs, uint32_t count, uint32_t start, int32_t usual)
{
	uint32_t end = start + 1;
	while (end < count && is_listed(&glyphs[end], usual) && glyphs[end].width == glyphs[start].width)
		end++;
	return end;
}

/* Equal widths are worth a range from four on: before that the list is shorter. */
#define RANGE_MIN 4

static uint32_t put_width_list(struct buffer *out, const struct pdf_glyph *glyphs, uint32_t count, uint32_t start,
                               int32_t usual)
{
	pdf_put_integer(out, start);
	buffer_putc(out, '[');
	uint32_t at = start;
	while (at < count && is_listed(&glyphs[at], usual) &&
	       (at == start || end_of_equal(glyphs, count, at, usual) - at < RANGE_MIN)) {
		if (at > start)
			buffer_putc(out, ' ');
		put_width(out, glyphs[at++].width);
	}
	buffer_putc(out, ']');
	return at;
}

void pdf_put_widths(struct buffer *out, const struct pdf_glyph *glyphs, uint32_t count, int32_t usual)
{
	buffer_putc(out, '[');
	for (uint32_t at = 0; at < count;) {
		if (!is_listed(&glyphs[at], usual)) {
			at++;
			continue;
		}
		if (out->data[out->size - 1] != '[' && out->data[out->size - 1] != ']')
			buffer_putc(out, ' ');
		uint32_t end = end_of_equal(glyphs, count, at, usual);
		if (end - at < RANGE_MIN) {
			at = put_width_list(out, glyphs, count, at, usual);
			continue;
		}
		buffer_printf(out, "%u %u ", (unsigned)at, (unsigned)(end - 1));
		put_width(out, glyphs[at].width);
		at = end;
	}
	buffer_putc(out, ']');
}

/* One line of bfchar or bfrange: glyphs from first to last stand for characters that follow each other. */
struct mapping {
	uint32_t first, last;
};

static bool follows(const struct pdf_glyph *glyphs, uint32_t glyph)
{
	/* A range may not cross a change of the high byte of either side. */
	return (glyph & 0xFF) != 0 && !glyphs[glyph].more && !glyphs[glyph - 1].more && glyphs[glyph].used &&
	       glyphs[glyph].unicode == glyphs[glyph - 1].unicode + 1 && glyphs[glyph].unicode < 0x10000 &&
	       (glyphs[glyph].unicode & 0xFF) != 0;
}

static size_t collect_mappings(const struct pdf_glyph *glyphs, uint32_t count, struct mapping *mappings)
{
	size_t found = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (!glyphs[i].used || !glyphs[i].unicode)
			continue;
		if (found > 0 && mappings[found - 1].last + 1 == i && follows(glyphs, i))
			mappings[found - 1].last = i;
		else
			mappings[found++] = (struct mapping){i, i};
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

void pdf_put_to_unicode(struct buffer *out, const struct pdf_glyph *glyphs, uint32_t count, const char *text)
{
	struct mapping *mappings = xmalloc(((size_t)count + 1) * sizeof *mappings);
	size_t found = collect_mappings(glyphs, count, mappings);
	buffer_puts(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	                 "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
	                 "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	                 "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	put_blocks(out, mappings, found, false, glyphs, text);
	put_blocks(out, mappings, found, true, glyphs, text);
	buffer_puts(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	free(mappings);
}
