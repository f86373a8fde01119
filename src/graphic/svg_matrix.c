/* Matrices: products, transform attributes, viewBox to viewport. */
#include <math.h>
#include <string.h>

#include "svg_geometry.h"

struct svg_matrix svg_multiply(struct svg_matrix first, struct svg_matrix second)
{
	return (struct svg_matrix){
	    first.a * second.a + first.c * second.b,           first.b * second.a + first.d * second.b,
	    first.a * second.c + first.c * second.d,           first.b * second.c + first.d * second.d,
	    first.a * second.e + first.c * second.f + first.e, first.b * second.e + first.d * second.f + first.f};
}

struct svg_matrix svg_translation(double x, double y)
{
	return (struct svg_matrix){1, 0, 0, 1, x, y};
}

struct svg_matrix svg_scaling(double x, double y)
{
	return (struct svg_matrix){x, 0, 0, y, 0, 0};
}

struct svg_matrix svg_rotation(double degrees)
{
	/* Quarter turns are exact, so that what is upright stays so. */
	double quarters = degrees / 90;
	if (quarters == floor(quarters)) {
		static const double sine[] = {0, 1, 0, -1};
		int turn = (int)fmod(fmod(quarters, 4) + 4, 4);
		double s = sine[turn], c = sine[(turn + 1) % 4];
		return (struct svg_matrix){c, s, -s, c, 0, 0};
	}
	double angle = degrees * acos(-1) / 180;
	return (struct svg_matrix){cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0};
}

struct svg_point svg_apply(struct svg_matrix m, struct svg_point p)
{
	return (struct svg_point){m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f};
}

double svg_scale_of(struct svg_matrix m)
{
	return sqrt(fabs(m.a * m.d - m.b * m.c));
}

bool svg_invert(struct svg_matrix m, struct svg_matrix *out)
{
	double area = m.a * m.d - m.b * m.c;
	if (area == 0 || !isfinite(1 / area))
		return false;
	*out = (struct svg_matrix){m.d / area,
	                           -m.b / area,
	                           -m.c / area,
	                           m.a / area,
	                           (m.c * m.f - m.d * m.e) / area,
	                           (m.b * m.e - m.a * m.f) / area};
	return true;
}

bool svg_is_similarity(struct svg_matrix m)
{
	double slack = 1e-6 * (fabs(m.a) + fabs(m.b) + fabs(m.c) + fabs(m.d));
	bool turns = fabs(m.a - m.d) <= slack && fabs(m.b + m.c) <= slack;
	bool mirrors = fabs(m.a + m.d) <= slack && fabs(m.b - m.c) <= slack;
	return turns || mirrors;
}

static double tangent(double degrees)
{
	return tan(degrees * acos(-1) / 180);
}

enum transform { MATRIX, TRANSLATE, SCALE, ROTATE, SKEW_X, SKEW_Y, TRANSLATE_X, TRANSLATE_Y, SCALE_X, SCALE_Y };

static struct svg_matrix transform_matrix(enum transform kind, const double *v, size_t count)
{
	switch (kind) {
	case MATRIX:
		return (struct svg_matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
	case TRANSLATE:
		return svg_translation(v[0], count > 1 ? v[1] : 0);
	case SCALE:
		return svg_scaling(v[0], count > 1 ? v[1] : v[0]);
	case ROTATE: {
		struct svg_matrix turn = svg_rotation(v[0]);
		if (count == 1)
			return turn;
		return svg_multiply(svg_multiply(svg_translation(v[1], v[2]), turn), svg_translation(-v[1], -v[2]));
	}
	case SKEW_X:
		return (struct svg_matrix){1, 0, tangent(v[0]), 1, 0, 0};
	case SKEW_Y:
		return (struct svg_matrix){1, tangent(v[0]), 0, 1, 0, 0};
	case TRANSLATE_X:
		return svg_translation(v[0], 0);
	case TRANSLATE_Y:
		return svg_translation(0, v[0]);
	case SCALE_X:
		return svg_scaling(v[0], 1);
	case SCALE_Y:
		return svg_scaling(1, v[0]);
	}
	return SVG_IDENTITY;
}

static const struct {
	const char *name;
	enum transform kind;
	unsigned counts; /* bit n: n numbers are right */
} transforms[] = {{"matrix", MATRIX, 1u << 6},          {"translate", TRANSLATE, 1u << 1 | 1u << 2},
                  {"scale", SCALE, 1u << 1 | 1u << 2},  {"rotate", ROTATE, 1u << 1 | 1u << 3},
                  {"skewX", SKEW_X, 1u << 1},           {"skewY", SKEW_Y, 1u << 1},
                  {"translateX", TRANSLATE_X, 1u << 1}, {"translateY", TRANSLATE_Y, 1u << 1},
                  {"scaleX", SCALE_X, 1u << 1},         {"scaleY", SCALE_Y, 1u << 1}};

/* A number with its unit, if any: an angle's, or that of a length, which is the user unit. */
static bool read_argument(const char **at, double *out)
{
	if (!svg_angle(at, out))
		return false;
	(void)(svg_keyword(at, "px") || svg_keyword(at, "pt"));
	svg_skip_comma(at);
	return true;
}

static bool read_transform(const char **at, struct svg_matrix *out)
{
	size_t k = 0, count = sizeof transforms / sizeof *transforms;
	while (k < count && !svg_keyword(at, transforms[k].name))
		k++;
	if (k == count || **at != '(')
		return false;
	++*at;
	double v[6];
	size_t got = 0;
	while (got < 6 && read_argument(at, &v[got]))
		got++;
	if (**at != ')' || !(transforms[k].counts >> got & 1))
		return false;
	++*at;
	*out = transform_matrix(transforms[k].kind, v, got);
	return true;
}

bool svg_transform_parse(const char *text, struct svg_matrix *out)
{
	*out = SVG_IDENTITY;
	svg_skip_space(&text);
	if (svg_keyword(&text, "none"))
		return *text == '\0';
	while (*text) {
		struct svg_matrix next;
		if (!read_transform(&text, &next))
			return false;
		*out = svg_multiply(*out, next);
		svg_skip_comma(&text);
	}
	return true;
}

struct alignment {
	double x, y; /* share of the free space before the box */
	bool none, slice;
};

static struct alignment read_alignment(const char *text)
{
	struct alignment result = {.x = 0.5, .y = 0.5};
	if (!text)
		return result;
	svg_skip_space(&text);
	(void)svg_keyword(&text, "defer");
	if (svg_keyword(&text, "none")) {
		result.none = true;
		return result;
	}
	static const char *const places[] = {"Min", "Mid", "Max"};
	for (int i = 0; i < 3; i++)
		for (int k = 0; k < 3; k++) {
			char name[10] = {'x', places[i][0], places[i][1], places[i][2],
			                 'Y', places[k][0], places[k][1], places[k][2]};
			if (svg_keyword(&text, name)) {
				result.x = i / 2.0;
				result.y = k / 2.0;
			}
		}
	result.slice = svg_keyword(&text, "slice");
	return result;
}

struct svg_matrix svg_fit(struct svg_box view_box, double width, double height, const char *aspect, bool *slices)
{
	struct alignment align = read_alignment(aspect);
	double x = width / view_box.width, y = height / view_box.height;
	*slices = align.slice;
	if (!align.none)
		x = y = align.slice ? fmax(x, y) : fmin(x, y);
	double free_x = width - view_box.width * x, free_y = height - view_box.height * y;
	return (struct svg_matrix){x, 0, 0, y, align.x * free_x - view_box.x * x, align.y * free_y - view_box.y * y};
}
