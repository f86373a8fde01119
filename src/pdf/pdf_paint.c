/* Colours, rectangles, paths and pictures as operators. */
#include <math.h>
#include <string.h>

#include "pdf_content.h"
#include "pdf_image.h"
#include "pdf_level.h"
#include "pdf_number.h"
#include "pdf_pattern.h"

static void put_number(struct pdf_content *c, double value, int decimals)
{
	pdf_put_real(&c->out, value, decimals);
	buffer_putc(&c->out, ' ');
}

static void put_length(struct pdf_content *c, mpt length)
{
	pdf_put_length(&c->out, length);
	buffer_putc(&c->out, ' ');
}

void pdf_paint_point(struct pdf_content *c, struct page_point point)
{
	put_length(c, point.x);
	put_length(c, c->height - point.y);
}

void pdf_paint_flush(struct pdf_content *c)
{
	if (c->filling)
		buffer_puts(&c->out, "f\n");
	c->filling = false;
}

static bool same_channels(const struct page_color *a, const struct page_color *b)
{
	if (a->space != b->space || a->icc != b->icc)
		return false;
	if (a->icc)
		return true;
	int count = a->space == PAGE_COLOR_CMYK ? 4 : a->space == PAGE_COLOR_GRAY ? 1 : 3;
	for (int i = 0; i < count; i++)
		if (fabs(a->channel[i] - b->channel[i]) > 0.0005)
			return false;
	return true;
}

static bool same_opacity(const struct page_color *a, const struct page_color *b)
{
	return fabs(a->opacity - b->opacity) < 0.0005;
}

/* The colour as this level may have it: RGB instead of CMYK under PDF/A, whose output intent is RGB. Grey RGB is
 * written as grey: it is shorter, and a printer takes black ink alone for it. */
static struct page_color allowed_color(struct pdf_content *c, const struct page_color *color)
{
	struct page_color result = *color;
	if (color->icc &&
	    pdf_profile_space(c->pdf, color->icc->profile, color->icc->profile_size, (unsigned)color->icc->count))
		return result;
	result.icc = NULL;
	if (color->space == PAGE_COLOR_CMYK && pdf_level_forbids(c->pdf, PDF_RULE_CMYK_COLOR, c->pdf->page_count)) {
		result.space = PAGE_COLOR_RGB;
		for (int i = 0; i < 3; i++)
			result.channel[i] = (1 - color->channel[i]) * (1 - color->channel[3]);
	}
	const double *v = result.channel;
	if (result.space == PAGE_COLOR_RGB && fabs(v[0] - v[1]) < 0.0005 && fabs(v[0] - v[2]) < 0.0005)
		result.space = PAGE_COLOR_GRAY;
	return result;
}

/* ISO 32000-1, 8.6.5.8: it holds until another is set; without one it is the relative one. */
static void put_intent(struct pdf_content *c, enum page_intent intent)
{
	static const char *const names[] = {"", "Perceptual", "RelativeColorimetric", "Saturation", "AbsoluteColorimetric"};
	if (intent == PAGE_INTENT_AUTO)
		intent = PAGE_INTENT_RELATIVE;
	enum page_intent now = c->now.intent == PAGE_INTENT_AUTO ? PAGE_INTENT_RELATIVE : c->now.intent;
	if (intent != now)
		buffer_printf(&c->out, "/%s ri\n", names[intent]);
	c->now.intent = intent;
}

static void put_icc_color(struct pdf_content *c, const struct page_icc_color *color, bool stroke)
{
	const struct pdf_shared *space =
	    pdf_profile_space(c->pdf, color->profile, color->profile_size, (unsigned)color->count);
	pdf_content_use(c, 'C', space->number, space->object);
	put_intent(c, color->intent);
	buffer_printf(&c->out, "/C%u %s\n", (unsigned)space->number, stroke ? "CS" : "cs");
	for (int i = 0; i < color->count; i++)
		put_number(c, color->value[i], 3);
	buffer_puts(&c->out, stroke ? "SCN\n" : "scn\n");
}

static void put_color(struct pdf_content *c, const struct page_color *color, bool stroke)
{
	if (color->icc) {
		put_icc_color(c, color->icc, stroke);
		return;
	}
	static const char *const operators[][2] = {{"rg\n", "RG\n"}, {"k\n", "K\n"}, {"g\n", "G\n"}};
	int count = color->space == PAGE_COLOR_CMYK ? 4 : color->space == PAGE_COLOR_GRAY ? 1 : 3;
	for (int i = 0; i < count; i++)
		put_number(c, fmin(fmax(color->channel[i], 0), 1), 3);
	buffer_puts(&c->out, operators[color->space][stroke]);
}

static void put_opacity(struct pdf_content *c, double opacity, bool stroke)
{
	uint32_t thousandths = (uint32_t)lround(fmin(fmax(opacity, 0), 1) * 1000);
	const struct pdf_shared *state = pdf_opacity_state(c->pdf, thousandths, stroke);
	c->transparency |= thousandths < 1000;
	pdf_content_use(c, 'G', state->number, state->object);
	buffer_puts(&c->out, "/G");
	pdf_put_integer(&c->out, state->number);
	buffer_puts(&c->out, " gs\n");
}

static void set_color(struct pdf_content *c, struct page_color *current, const struct page_color *color, bool stroke)
{
	struct page_color wanted = allowed_color(c, color);
	if (!(wanted.opacity < 1))
		wanted.opacity = 1; /* also for what is not a number */
	if (wanted.opacity < 1 && pdf_level_forbids(c->pdf, PDF_RULE_TRANSPARENCY, c->pdf->page_count))
		wanted.opacity = 1;
	bool channels = !same_channels(current, &wanted), opacity = !same_opacity(current, &wanted);
	if (!channels && !opacity)
		return;
	pdf_paint_flush(c);
	pdf_text_pause(c);
	if (channels)
		put_color(c, &wanted, stroke);
	if (opacity)
		put_opacity(c, wanted.opacity, stroke);
	*current = wanted;
}

void pdf_paint_reset_colors(struct pdf_content *c)
{
	static const struct page_color black = {PAGE_COLOR_GRAY, {0}, 1, NULL};
	set_color(c, &c->now.fill, &black, false);
	set_color(c, &c->now.stroke, &black, true);
}

void pdf_paint_fill_color(struct pdf_content *c, const struct page_color *color)
{
	set_color(c, &c->now.fill, color, false);
}

void pdf_paint_rectangle(struct pdf_content *c, struct page_rectangle area, const struct page_color *color)
{
	if (color->opacity <= 0 || area.width == 0 || area.height == 0)
		return;
	pdf_text_end(c);
	/* Where rectangles overlap, one path would paint once what two would paint twice. */
	if (color->opacity < 1)
		pdf_paint_flush(c);
	pdf_paint_fill_color(c, color);
	put_length(c, area.x);
	put_length(c, c->height - area.y - area.height);
	put_length(c, area.width);
	pdf_put_length(&c->out, area.height);
	buffer_puts(&c->out, " re\n");
	c->filling = true;
}

/* Four straight sides along the axes, from the corner that "re" begins with: half as long to say so. */
static bool is_rectangle(const struct page_path_segment *s, size_t count)
{
	if (count < 5 || s[0].verb != PAGE_MOVE || s[1].verb != PAGE_LINE || s[2].verb != PAGE_LINE ||
	    s[3].verb != PAGE_LINE || s[4].verb != PAGE_CLOSE)
		return false;
	return s[0].point[0].y == s[1].point[0].y && s[1].point[0].x == s[2].point[0].x &&
	       s[2].point[0].y == s[3].point[0].y && s[3].point[0].x == s[0].point[0].x;
}

static void put_rectangle(struct pdf_content *c, const struct page_path_segment *s)
{
	pdf_paint_point(c, s[0].point[0]);
	put_length(c, s[2].point[0].x - s[0].point[0].x);
	pdf_put_length(&c->out, s[0].point[0].y - s[2].point[0].y);
	buffer_puts(&c->out, " re\n");
}

void pdf_paint_outline(struct pdf_content *c, const struct page_path_segment *segments, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct page_path_segment *s = &segments[i];
		if (is_rectangle(s, count - i)) {
			put_rectangle(c, s);
			i += 4;
			continue;
		}
		switch (s->verb) {
		case PAGE_MOVE:
			pdf_paint_point(c, s->point[0]);
			buffer_puts(&c->out, "m\n");
			break;
		case PAGE_LINE:
			pdf_paint_point(c, s->point[0]);
			buffer_puts(&c->out, "l\n");
			break;
		case PAGE_CURVE:
			for (int k = 0; k < 3; k++)
				pdf_paint_point(c, s->point[k]);
			buffer_puts(&c->out, "c\n");
			break;
		case PAGE_CLOSE:
			buffer_puts(&c->out, "h\n");
			break;
		}
	}
}

static bool same_dash(const struct pdf_graphics *now, const struct page_path *path)
{
	if (now->dash_count != path->dash_count || (path->dash_count && now->dash_offset != path->dash_offset))
		return false;
	return path->dash_count == 0 || memcmp(now->dash, path->dash, path->dash_count * sizeof *path->dash) == 0;
}

static void set_dash(struct pdf_content *c, const struct page_path *path)
{
	struct pdf_graphics *now = &c->now;
	if (same_dash(now, path))
		return;
	buffer_putc(&c->out, '[');
	for (size_t i = 0; i < path->dash_count; i++) {
		if (i > 0)
			buffer_putc(&c->out, ' ');
		pdf_put_length(&c->out, path->dash[i]);
	}
	buffer_puts(&c->out, "] ");
	put_length(c, path->dash_count ? path->dash_offset : 0);
	buffer_puts(&c->out, "d\n");
	now->dash = path->dash;
	now->dash_count = path->dash_count;
	now->dash_offset = path->dash_offset;
}

static void set_pen(struct pdf_content *c, const struct page_path *path)
{
	struct pdf_graphics *now = &c->now;
	if (now->line_width != path->line_width) {
		put_length(c, path->line_width);
		buffer_puts(&c->out, "w\n");
		now->line_width = path->line_width;
	}
	if (now->cap != path->cap)
		buffer_printf(&c->out, "%d J\n", (int)path->cap);
	now->cap = path->cap;
	if (now->join != path->join)
		buffer_printf(&c->out, "%d j\n", (int)path->join);
	now->join = path->join;
	if (path->miter_limit >= 1 && fabs(now->miter_limit - path->miter_limit) > 1e-4) {
		put_number(c, path->miter_limit, 3);
		buffer_puts(&c->out, "M\n");
		now->miter_limit = path->miter_limit;
	}
	set_dash(c, path);
}

static void put_paint_operator(struct pdf_content *c, const struct page_path *path, bool fill, bool stroke)
{
	pdf_paint_outline(c, path->segment, path->count);
	buffer_puts(&c->out, !fill ? "S" : stroke ? "B" : "f");
	buffer_puts(&c->out, fill && path->even_odd ? "*\n" : "\n");
}

static void paint_plain(struct pdf_content *c, const struct page_path *path, bool fill, bool stroke)
{
	fill = fill && path->fill.opacity > 0;
	stroke = stroke && path->stroke.opacity > 0;
	if (!fill && !stroke)
		return;
	if (fill)
		set_color(c, &c->now.fill, &path->fill, false);
	if (stroke) {
		set_color(c, &c->now.stroke, &path->stroke, true);
		set_pen(c, path);
	}
	put_paint_operator(c, path, fill, stroke);
}

static void paint_gradient(struct pdf_content *c, const struct page_path *path, bool stroke)
{
	pdf_content_save(c);
	pdf_pattern_set(c, path, stroke);
	if (stroke)
		set_pen(c, path);
	put_paint_operator(c, path, !stroke, stroke);
	pdf_content_restore(c);
}

void pdf_paint_path(struct pdf_content *c, const struct page_path *path)
{
	bool fill_gradient = path->gradient && path->gradient->stop_count > 0;
	bool stroke_gradient = path->stroke_gradient && path->stroke_gradient->stop_count > 0;
	pdf_content_flush(c);
	if (path->count == 0)
		return;
	if (!fill_gradient && !stroke_gradient) {
		paint_plain(c, path, true, true);
		return;
	}
	if (fill_gradient)
		paint_gradient(c, path, false);
	else
		paint_plain(c, path, true, false);
	if (stroke_gradient)
		paint_gradient(c, path, true);
	else
		paint_plain(c, path, false, true);
}

void pdf_paint_image(struct pdf_content *c, const struct page_image_place *place)
{
	const struct pdf_shared *image = pdf_image_for(c->pdf, place->image);
	pdf_content_flush(c);
	if (!image)
		return;
	c->transparency |= place->image->alpha != NULL;
	pdf_content_use(c, 'I', image->number, image->object);
	buffer_puts(&c->out, "q ");
	put_length(c, place->area.width);
	buffer_puts(&c->out, "0 0 ");
	put_length(c, place->area.height);
	put_length(c, place->area.x);
	put_length(c, c->height - place->area.y - place->area.height);
	buffer_puts(&c->out, "cm /I");
	pdf_put_integer(&c->out, image->number);
	buffer_puts(&c->out, " Do Q\n");
}
