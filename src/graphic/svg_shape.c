/* Basic shapes as paths (SVG 1.1, 9). */
#include <math.h>
#include <string.h>

#include "svg_private.h"

struct shape {
	struct svg_context *c;
	const xmlNode *element;
	const struct svg_state *state;
	struct svg_path *path;
};

static double length(const struct shape *s, const char *name, enum svg_axis axis, double fallback)
{
	return svg_attribute_length(s->c, s->state, s->element, name, axis, fallback);
}

/* A radius or extent below zero is an error, and draws nothing. */
static bool is_bad(const struct shape *s, const char *name, double value)
{
	if (value < 0)
		diag_warning(s->c->store->d, svg_loc(s->c, s->element), "SVG: %s is negative, got '%s'", name,
		             svg_attribute(s->c, s->element, name));
	return value < 0;
}

static void add_rectangle(struct svg_path *path, double x, double y, double width, double height)
{
	svg_move(path, x, y);
	svg_line(path, x + width, y);
	svg_line(path, x + width, y + height);
	svg_line(path, x, y + height);
	svg_close(path);
}

static void add_round_rectangle(struct svg_path *path, struct svg_box b, double rx, double ry)
{
	double right = b.x + b.width, bottom = b.y + b.height;
	svg_move(path, b.x + rx, b.y);
	svg_line(path, right - rx, b.y);
	svg_arc(path, rx, ry, 0, false, true, right, b.y + ry);
	svg_line(path, right, bottom - ry);
	svg_arc(path, rx, ry, 0, false, true, right - rx, bottom);
	svg_line(path, b.x + rx, bottom);
	svg_arc(path, rx, ry, 0, false, true, b.x, bottom - ry);
	svg_line(path, b.x, b.y + ry);
	svg_arc(path, rx, ry, 0, false, true, b.x + rx, b.y);
	svg_close(path);
}

static void read_rectangle(const struct shape *s)
{
	struct svg_box b = {length(s, "x", SVG_HORIZONTAL, 0), length(s, "y", SVG_VERTICAL, 0),
	                    length(s, "width", SVG_HORIZONTAL, 0), length(s, "height", SVG_VERTICAL, 0)};
	if (is_bad(s, "width", b.width) || is_bad(s, "height", b.height) || b.width == 0 || b.height == 0)
		return;
	double rx = length(s, "rx", SVG_HORIZONTAL, -1), ry = length(s, "ry", SVG_VERTICAL, -1);
	if (rx < 0)
		rx = ry < 0 ? 0 : ry;
	if (ry < 0)
		ry = rx;
	rx = fmin(rx, b.width / 2);
	ry = fmin(ry, b.height / 2);
	if (rx > 0 && ry > 0)
		add_round_rectangle(s->path, b, rx, ry);
	else
		add_rectangle(s->path, b.x, b.y, b.width, b.height);
}

static void add_ellipse(struct svg_path *path, double cx, double cy, double rx, double ry)
{
	svg_move(path, cx + rx, cy);
	svg_arc(path, rx, ry, 0, false, true, cx, cy + ry);
	svg_arc(path, rx, ry, 0, false, true, cx - rx, cy);
	svg_arc(path, rx, ry, 0, false, true, cx, cy - ry);
	svg_arc(path, rx, ry, 0, false, true, cx + rx, cy);
	svg_close(path);
}

static void read_circle(const struct shape *s)
{
	double r = length(s, "r", SVG_OTHER, 0);
	if (!is_bad(s, "r", r) && r > 0)
		add_ellipse(s->path, length(s, "cx", SVG_HORIZONTAL, 0), length(s, "cy", SVG_VERTICAL, 0), r, r);
}

static void read_ellipse(const struct shape *s)
{
	double rx = length(s, "rx", SVG_HORIZONTAL, -1), ry = length(s, "ry", SVG_VERTICAL, -1);
	/* An absent radius is as the other (SVG 2). */
	if (rx < 0 && !svg_attribute(s->c, s->element, "rx"))
		rx = ry;
	if (ry < 0 && !svg_attribute(s->c, s->element, "ry"))
		ry = rx;
	if (rx > 0 && ry > 0)
		add_ellipse(s->path, length(s, "cx", SVG_HORIZONTAL, 0), length(s, "cy", SVG_VERTICAL, 0), rx, ry);
}

static void read_line(const struct shape *s)
{
	svg_move(s->path, length(s, "x1", SVG_HORIZONTAL, 0), length(s, "y1", SVG_VERTICAL, 0));
	svg_line(s->path, length(s, "x2", SVG_HORIZONTAL, 0), length(s, "y2", SVG_VERTICAL, 0));
}

static void read_points(const struct shape *s, bool close)
{
	const char *text = svg_attribute(s->c, s->element, "points"), *at = text ? text : "";
	double p[2];
	size_t got;
	while ((got = svg_numbers(&at, p, 2)) == 2) {
		if (s->path->count == 0)
			svg_move(s->path, p[0], p[1]);
		else
			svg_line(s->path, p[0], p[1]);
	}
	if (got == 1 || *at)
		diag_warning(s->c->store->d, svg_loc(s->c, s->element),
		             "SVG: points: drawn up to what makes no sense, at '%.20s'", at);
	if (close && s->path->count > 0)
		svg_close(s->path);
}

static void read_path(const struct shape *s)
{
	const char *text = svg_attribute(s->c, s->element, "d");
	if (text && !svg_path_parse(s->path, text))
		diag_warning(s->c->store->d, svg_loc(s->c, s->element),
		             "SVG: path data: drawn up to what makes no sense, after %zu segments, got '%.40s'", s->path->count,
		             text);
}

bool svg_shape(struct svg_context *c, const xmlNode *element, const struct svg_state *state, struct svg_path *path)
{
	static const struct {
		const char *name;
		void (*read)(const struct shape *);
	} shapes[] = {{"rect", read_rectangle},
	              {"circle", read_circle},
	              {"ellipse", read_ellipse},
	              {"line", read_line},
	              {"path", read_path}};
	struct shape s = {c, element, state, path};
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (svg_is(element, shapes[i].name)) {
			shapes[i].read(&s);
			return true;
		}
	bool polygon = svg_is(element, "polygon");
	if (!polygon && !svg_is(element, "polyline"))
		return false;
	read_points(&s, polygon);
	return true;
}
