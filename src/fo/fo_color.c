/* Colours: names, #RGB forms, rgb(), rgb-icc(), cmyk(), gray() (XSL 5.9.5, 5.10.2; CSS 2.1 4.3.6). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

struct named {
	const char *name;
	uint32_t rgb;
};

/* The names of SVG 1.1, which hold those of XSL; in alphabetical order. */
static const struct named names[] = {{"aliceblue", 0xF0F8FF},
                                     {"antiquewhite", 0xFAEBD7},
                                     {"aqua", 0x00FFFF},
                                     {"aquamarine", 0x7FFFD4},
                                     {"azure", 0xF0FFFF},
                                     {"beige", 0xF5F5DC},
                                     {"bisque", 0xFFE4C4},
                                     {"black", 0x000000},
                                     {"blanchedalmond", 0xFFEBCD},
                                     {"blue", 0x0000FF},
                                     {"blueviolet", 0x8A2BE2},
                                     {"brown", 0xA52A2A},
                                     {"burlywood", 0xDEB887},
                                     {"cadetblue", 0x5F9EA0},
                                     {"chartreuse", 0x7FFF00},
                                     {"chocolate", 0xD2691E},
                                     {"coral", 0xFF7F50},
                                     {"cornflowerblue", 0x6495ED},
                                     {"cornsilk", 0xFFF8DC},
                                     {"crimson", 0xDC143C},
                                     {"cyan", 0x00FFFF},
                                     {"darkblue", 0x00008B},
                                     {"darkcyan", 0x008B8B},
                                     {"darkgoldenrod", 0xB8860B},
                                     {"darkgray", 0xA9A9A9},
                                     {"darkgreen", 0x006400},
                                     {"darkgrey", 0xA9A9A9},
                                     {"darkkhaki", 0xBDB76B},
                                     {"darkmagenta", 0x8B008B},
                                     {"darkolivegreen", 0x556B2F},
                                     {"darkorange", 0xFF8C00},
                                     {"darkorchid", 0x9932CC},
                                     {"darkred", 0x8B0000},
                                     {"darksalmon", 0xE9967A},
                                     {"darkseagreen", 0x8FBC8F},
                                     {"darkslateblue", 0x483D8B},
                                     {"darkslategray", 0x2F4F4F},
                                     {"darkslategrey", 0x2F4F4F},
                                     {"darkturquoise", 0x00CED1},
                                     {"darkviolet", 0x9400D3},
                                     {"deeppink", 0xFF1493},
                                     {"deepskyblue", 0x00BFFF},
                                     {"dimgray", 0x696969},
                                     {"dimgrey", 0x696969},
                                     {"dodgerblue", 0x1E90FF},
                                     {"firebrick", 0xB22222},
                                     {"floralwhite", 0xFFFAF0},
                                     {"forestgreen", 0x228B22},
                                     {"fuchsia", 0xFF00FF},
                                     {"gainsboro", 0xDCDCDC},
                                     {"ghostwhite", 0xF8F8FF},
                                     {"gold", 0xFFD700},
                                     {"goldenrod", 0xDAA520},
                                     {"gray", 0x808080},
                                     {"green", 0x008000},
                                     {"greenyellow", 0xADFF2F},
                                     {"grey", 0x808080},
                                     {"honeydew", 0xF0FFF0},
                                     {"hotpink", 0xFF69B4},
                                     {"indianred", 0xCD5C5C},
                                     {"indigo", 0x4B0082},
                                     {"ivory", 0xFFFFF0},
                                     {"khaki", 0xF0E68C},
                                     {"lavender", 0xE6E6FA},
                                     {"lavenderblush", 0xFFF0F5},
                                     {"lawngreen", 0x7CFC00},
                                     {"lemonchiffon", 0xFFFACD},
                                     {"lightblue", 0xADD8E6},
                                     {"lightcoral", 0xF08080},
                                     {"lightcyan", 0xE0FFFF},
                                     {"lightgoldenrodyellow", 0xFAFAD2},
                                     {"lightgray", 0xD3D3D3},
                                     {"lightgreen", 0x90EE90},
                                     {"lightgrey", 0xD3D3D3},
                                     {"lightpink", 0xFFB6C1},
                                     {"lightsalmon", 0xFFA07A},
                                     {"lightseagreen", 0x20B2AA},
                                     {"lightskyblue", 0x87CEFA},
                                     {"lightslategray", 0x778899},
                                     {"lightslategrey", 0x778899},
                                     {"lightsteelblue", 0xB0C4DE},
                                     {"lightyellow", 0xFFFFE0},
                                     {"lime", 0x00FF00},
                                     {"limegreen", 0x32CD32},
                                     {"linen", 0xFAF0E6},
                                     {"magenta", 0xFF00FF},
                                     {"maroon", 0x800000},
                                     {"mediumaquamarine", 0x66CDAA},
                                     {"mediumblue", 0x0000CD},
                                     {"mediumorchid", 0xBA55D3},
                                     {"mediumpurple", 0x9370DB},
                                     {"mediumseagreen", 0x3CB371},
                                     {"mediumslateblue", 0x7B68EE},
                                     {"mediumspringgreen", 0x00FA9A},
                                     {"mediumturquoise", 0x48D1CC},
                                     {"mediumvioletred", 0xC71585},
                                     {"midnightblue", 0x191970},
                                     {"mintcream", 0xF5FFFA},
                                     {"mistyrose", 0xFFE4E1},
                                     {"moccasin", 0xFFE4B5},
                                     {"navajowhite", 0xFFDEAD},
                                     {"navy", 0x000080},
                                     {"oldlace", 0xFDF5E6},
                                     {"olive", 0x808000},
                                     {"olivedrab", 0x6B8E23},
                                     {"orange", 0xFFA500},
                                     {"orangered", 0xFF4500},
                                     {"orchid", 0xDA70D6},
                                     {"palegoldenrod", 0xEEE8AA},
                                     {"palegreen", 0x98FB98},
                                     {"paleturquoise", 0xAFEEEE},
                                     {"palevioletred", 0xDB7093},
                                     {"papayawhip", 0xFFEFD5},
                                     {"peachpuff", 0xFFDAB9},
                                     {"peru", 0xCD853F},
                                     {"pink", 0xFFC0CB},
                                     {"plum", 0xDDA0DD},
                                     {"powderblue", 0xB0E0E6},
                                     {"purple", 0x800080},
                                     {"red", 0xFF0000},
                                     {"rosybrown", 0xBC8F8F},
                                     {"royalblue", 0x4169E1},
                                     {"saddlebrown", 0x8B4513},
                                     {"salmon", 0xFA8072},
                                     {"sandybrown", 0xF4A460},
                                     {"seagreen", 0x2E8B57},
                                     {"seashell", 0xFFF5EE},
                                     {"sienna", 0xA0522D},
                                     {"silver", 0xC0C0C0},
                                     {"skyblue", 0x87CEEB},
                                     {"slateblue", 0x6A5ACD},
                                     {"slategray", 0x708090},
                                     {"slategrey", 0x708090},
                                     {"snow", 0xFFFAFA},
                                     {"springgreen", 0x00FF7F},
                                     {"steelblue", 0x4682B4},
                                     {"tan", 0xD2B48C},
                                     {"teal", 0x008080},
                                     {"thistle", 0xD8BFD8},
                                     {"tomato", 0xFF6347},
                                     {"turquoise", 0x40E0D0},
                                     {"violet", 0xEE82EE},
                                     {"wheat", 0xF5DEB3},
                                     {"white", 0xFFFFFF},
                                     {"whitesmoke", 0xF5F5F5},
                                     {"yellow", 0xFFFF00},
                                     {"yellowgreen", 0x9ACD32}};

static struct fo_color from_rgb8(unsigned r, unsigned g, unsigned b, unsigned alpha)
{
	return (struct fo_color){
	    FO_COLOR_RGB, (uint8_t)alpha, {(uint16_t)(r * 257), (uint16_t)(g * 257), (uint16_t)(b * 257), 0}};
}

static bool parse_name(const char *text, size_t size, struct fo_color *out)
{
	if (size == 11 && strncmp(text, "transparent", 11) == 0) {
		*out = (struct fo_color){0};
		return true;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i].name) == size && strncmp(names[i].name, text, size) == 0) {
			*out = from_rgb8(names[i].rgb >> 16, names[i].rgb >> 8 & 0xFF, names[i].rgb & 0xFF, 255);
			return true;
		}
	return false;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* #RGB, #RGBA, #RRGGBB, #RRGGBBAA */
static bool parse_hex(const char *text, size_t size, struct fo_color *out)
{
	unsigned digit[8];
	size_t count = size - 1;
	if (count != 3 && count != 4 && count != 6 && count != 8)
		return false;
	for (size_t i = 0; i < count; i++) {
		int d = hex_digit(text[i + 1]);
		if (d < 0)
			return false;
		digit[i] = (unsigned)d;
	}
	unsigned channel[4] = {0, 0, 0, 255};
	for (size_t i = 0; i < (count <= 4 ? count : count / 2); i++)
		channel[i] = count <= 4 ? digit[i] * 17 : digit[i * 2] * 16 + digit[i * 2 + 1];
	*out = from_rgb8(channel[0], channel[1], channel[2], channel[3]);
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
	struct fo_color c = {(uint8_t)space, 255, {0}};
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
	*out =
	    (struct fo_color){FO_COLOR_RGB, 255, {channel16(v[0], full), channel16(v[1], full), channel16(v[2], full), 0}};
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
		*out =
		    (struct fo_color){FO_COLOR_RGB, 255, {channel16(v[0], 255), channel16(v[1], 255), channel16(v[2], 255), 0}};
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
