/* Colours: names, #RGB forms, rgb(), rgb-icc(), cmyk(), gray() (XSL 5.9.5, 5.10.2; CSS 2.1 4.3.6). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

static struct fo_color from_rgb8(unsigned r, unsigned g, unsigned b, unsigned alpha)
{
	return (struct fo_color){
	    FO_COLOR_RGB, (uint8_t)alpha, {(uint16_t)(r * 257), (uint16_t)(g * 257), (uint16_t)(b * 257), 0}, 0};
}

static bool parse_name(const char *text, size_t size, struct fo_color *out)
{
	if (size == 11 && strncmp(text, "transparent", 11) == 0) {
		*out = (struct fo_color){0};
		return true;
	}
	/* The names of SVG 1.1 hold those of XSL. */
	uint32_t rgb;
	if (!color_from_name(text, size, &rgb))
		return false;
	*out = from_rgb8(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF, 255);
	return true;
}

static bool parse_hex(const char *text, size_t size, struct fo_color *out)
{
	uint32_t rgba;
	if (!color_from_hex(text, size, &rgba))
		return false;
	*out = from_rgb8(rgba >> 24, rgba >> 16 & 0xFF, rgba >> 8 & 0xFF, rgba & 0xFF);
	return true;
}

/* The arguments of a function as numbers; names and profile identifiers give NaN. percent_base: what 100% is. */
static int parse_arguments(const char *text, const char *end, double *value, int most, double percent_base)
{
	int count = 0;
	while (text < end && count < most) {
		while (text < end && (*text == ' ' || *text == ',' || *text == '\t' || *text == '\n'))
			text++;
		if (text == end)
			break;
		char *stop;
		value[count] = strtod(text, &stop);
		if (stop == text || stop > end) {
			value[count] = NAN;
			while (text < end && *text != ',')
				text++;
		} else {
			text = stop;
			if (text < end && *text == '%') {
				value[count] = value[count] / 100 * percent_base;
				text++;
			}
		}
		count++;
	}
	return count;
}

static uint16_t channel16(double value, double full)
{
	double scaled = isnan(value) ? 0 : value / full * 65535;
	return (uint16_t)(scaled < 0 ? 0 : scaled > 65535 ? 65535 : scaled + 0.5);
}

static struct fo_color from_unit(enum fo_color_space space, const double *v, int count)
{
	struct fo_color c = {(uint8_t)space, 255, {0}, 0};
	for (int i = 0; i < count; i++)
		c.channel[i] = channel16(v[i], 1);
	return c;
}

/* rgb-icc(r, g, b, #CMYK | #Separation | name, values...): the process colours are taken as they are, for other
 * profiles the sRGB fallback. */
static bool parse_rgb_icc(const char *arguments, const char *end, struct fo_color *out)
{
	double v[16];
	int count = parse_arguments(arguments, end, v, 16, 1);
	if (count < 3)
		return false;
	const char *cmyk = strstr(arguments, "#CMYK");
	if (cmyk && cmyk < end && count >= 8) {
		*out = from_unit(FO_COLOR_CMYK, v + 4, 4);
		return true;
	}
	const char *gray = strstr(arguments, "#Grayscale");
	if (gray && gray < end && count >= 5) {
		*out = from_unit(FO_COLOR_GRAY, v + 4, 1);
		return true;
	}
	double full = v[0] > 1 || v[1] > 1 || v[2] > 1 ? 255 : 1;
	*out = (struct fo_color){
	    FO_COLOR_RGB, 255, {channel16(v[0], full), channel16(v[1], full), channel16(v[2], full), 0}, 0};
	return true;
}

static bool parse_function(const char *text, size_t size, struct fo_color *out)
{
	const char *open = memchr(text, '(', size);
	if (!open || text[size - 1] != ')')
		return false;
	size_t name = (size_t)(open - text);
	const char *end = text + size - 1;
	double v[8];
	if (name == 7 && strncmp(text, "rgb-icc", 7) == 0)
		return parse_rgb_icc(open + 1, end, out);
	if ((name == 3 && strncmp(text, "rgb", 3) == 0) || (name == 4 && strncmp(text, "rgba", 4) == 0)) {
		int count = parse_arguments(open + 1, end, v, 3, 255);
		if (count < 3)
			return false;
		*out = (struct fo_color){
		    FO_COLOR_RGB, 255, {channel16(v[0], 255), channel16(v[1], 255), channel16(v[2], 255), 0}, 0};
		if (name == 4 && parse_arguments(open + 1, end, v, 4, 1) == 4)
			out->alpha = (uint8_t)(channel16(v[3], 1) / 257);
		return true;
	}
	if (name == 4 && strncmp(text, "cmyk", 4) == 0 && parse_arguments(open + 1, end, v, 4, 1) == 4) {
		*out = from_unit(FO_COLOR_CMYK, v, 4);
		return true;
	}
	if (name == 4 && strncmp(text, "gray", 4) == 0 && parse_arguments(open + 1, end, v, 1, 1) == 1) {
		*out = from_unit(FO_COLOR_GRAY, v, 1);
		return true;
	}
	/* The system's colours are those of paper: black on white. */
	if (name == 12 && strncmp(text, "system-color", 12) == 0) {
		*out = from_rgb8(0, 0, 0, 255);
		return true;
	}
	return false;
}

bool color_parse(const char *text, size_t size, struct fo_color *out)
{
	if (size == 0)
		return false;
	if (text[0] == '#')
		return parse_hex(text, size, out);
	return parse_name(text, size, out) || parse_function(text, size, out);
}
