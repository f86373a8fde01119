/* Lengths, colours and references in property values. */
#include <math.h>
#include <string.h>

#include "svg_style.h"

static const struct {
	const char *unit;
	double size;
} length_units[] = {{"px", 1},         {"pt", 1},         {"pc", 12},       {"in", 72},
                    {"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"q", 72 / 101.6}};

static double percentage_base(const struct svg_units *units, enum svg_axis axis)
{
	switch (axis) {
	case SVG_HORIZONTAL:
		return units->width;
	case SVG_VERTICAL:
		return units->height;
	default:
		return sqrt((units->width * units->width + units->height * units->height) / 2);
	}
}

bool svg_length(const char **at, const struct svg_units *units, enum svg_axis axis, double *out)
{
	svg_skip_space(at);
	if (!svg_number(at, out))
		return false;
	if (**at == '%') {
		++*at;
		*out *= percentage_base(units, axis) / 100;
	} else if (svg_keyword(at, "em") || svg_keyword(at, "rem")) {
		*out *= units->font_size;
	} else if (svg_keyword(at, "ex") || svg_keyword(at, "ch")) {
		*out *= units->font_size / 2;
	} else {
		for (size_t i = 0; i < sizeof length_units / sizeof *length_units; i++)
			if (svg_keyword(at, length_units[i].unit)) {
				*out *= length_units[i].size;
				break;
			}
	}
	svg_skip_space(at);
	return true;
}

static double unit_clamp(double value)
{
	return value < 0 ? 0 : value > 1 ? 1 : value;
}

/* A channel: a number of which full is all, or a percentage. */
static bool read_channel(const char **at, double full, double *out)
{
	svg_skip_space(at);
	if (!svg_number(at, out))
		return false;
	if (**at == '%') {
		++*at;
		full = 100;
	}
	*out = unit_clamp(*out / full);
	svg_skip_comma(at);
	return true;
}

/* The rest of "rgba(r, g, b, a)" and "rgb(r g b / a)": an alpha or none, and the parenthesis. */
static bool read_end(const char **at, struct page_color *color)
{
	color->opacity = 1;
	if (**at == '/')
		++*at;
	if (**at != ')' && !read_channel(at, 1, &color->opacity))
		return false;
	if (**at != ')')
		return false;
	++*at;
	svg_skip_space(at);
	return true;
}

static bool read_rgb(const char **at, struct page_color *color)
{
	for (int i = 0; i < 3; i++)
		if (!read_channel(at, 255, &color->channel[i]))
			return false;
	return read_end(at, color);
}

static double hue_to_channel(double low, double high, double hue)
{
	hue -= floor(hue);
	if (hue < 1.0 / 6)
		return low + (high - low) * 6 * hue;
	if (hue < 0.5)
		return high;
	return hue < 2.0 / 3 ? low + (high - low) * (2.0 / 3 - hue) * 6 : low;
}

/* CSS Color 3, 4.2.4 */
static bool read_hsl(const char **at, struct page_color *color)
{
	double hue, saturation, lightness;
	if (!svg_angle(at, &hue))
		return false;
	svg_skip_comma(at);
	if (!read_channel(at, 100, &saturation) || !read_channel(at, 100, &lightness))
		return false;
	double high = lightness <= 0.5 ? lightness * (1 + saturation) : lightness + saturation - lightness * saturation;
	double low = 2 * lightness - high;
	for (int i = 0; i < 3; i++)
		color->channel[i] = hue_to_channel(low, high, hue / 360 + (1 - i) / 3.0);
	return read_end(at, color);
}

static bool open_function(const char **at, const char *name)
{
	const char *p = *at;
	if (!svg_keyword(&p, name) || *p != '(')
		return false;
	*at = p + 1;
	return true;
}

static struct page_color from_rgba(uint32_t rgba)
{
	return (struct page_color){PAGE_COLOR_RGB,
	                           {(rgba >> 24) / 255.0, (rgba >> 16 & 0xFF) / 255.0, (rgba >> 8 & 0xFF) / 255.0},
	                           (rgba & 0xFF) / 255.0,
	                           NULL};
}

bool svg_color(const char **at, struct page_color *out)
{
	svg_skip_space(at);
	struct page_color color = {.space = PAGE_COLOR_RGB};
	if (open_function(at, "rgb") || open_function(at, "rgba")) {
		*out = color;
		return read_rgb(at, out);
	}
	if (open_function(at, "hsl") || open_function(at, "hsla")) {
		*out = color;
		return read_hsl(at, out);
	}
	size_t size = strcspn(*at, " \t\r\n\f;,)(");
	uint32_t value;
	if (color_from_hex(*at, size, &value))
		*out = from_rgba(value);
	else if (color_from_name(*at, size, &value))
		*out = from_rgba(value << 8 | 0xFF);
	else if (svg_keyword(at, "transparent")) {
		*out = color;
		return true;
	} else
		return false;
	*at += size;
	svg_skip_space(at);
	return true;
}

const char *svg_local_url(const char **at, struct arena *memory)
{
	const char *p = *at;
	if (strncmp(p, "url(", 4) != 0)
		return NULL;
	p += 4;
	p += strspn(p, " \t\r\n'\"");
	const char *end = strchr(p, ')');
	if (*p != '#' || !end)
		return NULL;
	size_t size = strcspn(++p, " \t\r\n'\")");
	*at = end + 1;
	svg_skip_space(at);
	return arena_strndup(memory, p, size);
}
