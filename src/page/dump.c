/* How lengths, text, colours and outlines look in the text form. Knows nothing of pages. */
#include "dump.h"

#include <math.h>

/* Longer outlines are cut: the rest is a count and a hash, enough to see a change. */
#define SEGMENTS_SHOWN 48

void dump_indent(struct buffer *out, int level)
{
	for (int i = 0; i < level; i++)
		buffer_append(out, "  ", 2);
}

void dump_length(struct buffer *out, mpt length)
{
	char text[MPT_TEXT_SIZE];
	buffer_append(out, text, (size_t)(mpt_write(text, length) - text));
}

void dump_point(struct buffer *out, struct page_point point)
{
	dump_length(out, point.x);
	buffer_putc(out, ',');
	dump_length(out, point.y);
}

void dump_area(struct buffer *out, struct page_rectangle area)
{
	dump_point(out, (struct page_point){area.x, area.y});
	buffer_putc(out, ' ');
	dump_length(out, area.width);
	buffer_putc(out, 'x');
	dump_length(out, area.height);
}

void dump_real(struct buffer *out, double value)
{
	if (fabs(value) < 0.00005)
		value = 0; /* also for -0 */
	buffer_printf(out, "%.4f", value);
	while (out->data[out->size - 1] == '0')
		out->data[--out->size] = '\0';
	if (out->data[out->size - 1] == '.')
		out->data[--out->size] = '\0';
}

static bool is_unseen(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
	       (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 ||
	       (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFD) ||
	       (c >= 0xE0000 && c <= 0xE0FFF);
}

void dump_text(struct buffer *out, const char *text, size_t size)
{
	buffer_putc(out, '"');
	for (size_t at = 0; at < size;) {
		uint32_t c = utf8_next(text, size, &at);
		if (c == '"' || c == '\\')
			buffer_putc(out, '\\');
		if (is_unseen(c))
			buffer_printf(out, "\\u{%X}", (unsigned)c);
		else
			buffer_put_codepoint(out, c);
	}
	buffer_putc(out, '"');
}

static unsigned channel_byte(double value)
{
	return value <= 0 ? 0 : value >= 1 ? 255 : (unsigned)(value * 255 + 0.5);
}

void dump_color(struct buffer *out, const struct page_color *color)
{
	const double *c = color->channel;
	if (color->space == PAGE_COLOR_RGB)
		buffer_printf(out, "#%02x%02x%02x", channel_byte(c[0]), channel_byte(c[1]), channel_byte(c[2]));
	int count = color->space == PAGE_COLOR_CMYK ? 4 : color->space == PAGE_COLOR_GRAY ? 1 : 0;
	if (count)
		buffer_puts(out, count == 4 ? "cmyk(" : "gray(");
	for (int i = 0; i < count; i++) {
		dump_real(out, c[i]);
		buffer_putc(out, i + 1 < count ? ',' : ')');
	}
	if (color->opacity < 1) {
		buffer_putc(out, '/');
		dump_real(out, color->opacity);
	}
	for (int i = 0; color->icc && i < color->icc->count; i++) {
		if (i == 0)
			buffer_printf(out, " %s", color->icc->name);
		buffer_putc(out, i == 0 ? '(' : ',');
		dump_real(out, color->icc->value[i]);
		buffer_puts(out, i + 1 == color->icc->count ? ")" : "");
	}
}

static void dump_segment(struct buffer *out, const struct page_path_segment *segment)
{
	static const char letters[] = {'M', 'L', 'C', 'Z'};
	buffer_putc(out, letters[segment->verb]);
	int points = segment->verb == PAGE_CLOSE ? 0 : segment->verb == PAGE_CURVE ? 3 : 1;
	for (int i = 0; i < points; i++) {
		if (i > 0)
			buffer_putc(out, ' ');
		dump_point(out, segment->point[i]);
	}
}

void dump_path(struct buffer *out, const struct page_path_segment *segments, size_t count)
{
	for (size_t i = 0; i < count && i < SEGMENTS_SHOWN; i++) {
		if (i > 0)
			buffer_putc(out, ' ');
		dump_segment(out, &segments[i]);
	}
	if (count <= SEGMENTS_SHOWN)
		return;
	struct buffer rest = {0};
	for (size_t i = SEGMENTS_SHOWN; i < count; i++)
		dump_segment(&rest, &segments[i]);
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < rest.size; i++)
		hash = (hash ^ (unsigned char)rest.data[i]) * 16777619u;
	buffer_printf(out, " and %zu more (%08x)", count - SEGMENTS_SHOWN, (unsigned)hash);
	buffer_free(&rest);
}

void dump_matrix(struct buffer *out, const struct page_matrix *matrix)
{
	const double numbers[] = {
	    matrix->a, matrix->b, matrix->c, matrix->d, matrix->e / MPT_PER_POINT, matrix->f / MPT_PER_POINT};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		if (i > 0)
			buffer_putc(out, ' ');
		dump_real(out, numbers[i]);
	}
}

static bool is_identity(const struct page_matrix *m)
{
	return fabs(m->a - 1) < 1e-9 && fabs(m->b) < 1e-9 && fabs(m->c) < 1e-9 && fabs(m->d - 1) < 1e-9 &&
	       fabs(m->e) < 1e-9 && fabs(m->f) < 1e-9;
}

static void dump_radius(struct buffer *out, const struct page_gradient *gradient, mpt radius)
{
	if (!gradient->radial)
		return;
	buffer_puts(out, " r ");
	dump_length(out, radius);
}

void dump_gradient(struct buffer *out, const struct page_gradient *gradient)
{
	static const char *const spreads[] = {"", " reflect", " repeat"};
	buffer_puts(out, gradient->radial ? "radial(" : "linear(");
	dump_point(out, gradient->from);
	dump_radius(out, gradient, gradient->from_radius);
	buffer_puts(out, " to ");
	dump_point(out, gradient->to);
	dump_radius(out, gradient, gradient->to_radius);
	for (size_t i = 0; i < gradient->stop_count; i++) {
		buffer_puts(out, i > 0 ? ", " : "; ");
		dump_real(out, gradient->stop[i].offset);
		buffer_putc(out, ' ');
		dump_color(out, &gradient->stop[i].color);
	}
	if (gradient->spread > 0 && gradient->spread < 3)
		buffer_puts(out, spreads[gradient->spread]);
	if (!is_identity(&gradient->matrix)) {
		buffer_puts(out, "; ");
		dump_matrix(out, &gradient->matrix);
	}
	buffer_putc(out, ')');
}
