/* Elliptical arcs as curves. */
#include <math.h>

#include "svg_geometry.h"

/* An ellipse with its turn, and the angles an arc on it has. */
struct ellipse {
	struct svg_point centre;
	double rx, ry, cosine, sine;
	double start, sweep; /* radians */
};

static struct svg_point on_ellipse(const struct ellipse *e, double x, double y)
{
	x *= e->rx;
	y *= e->ry;
	return (struct svg_point){e->centre.x + e->cosine * x - e->sine * y, e->centre.y + e->sine * x + e->cosine * y};
}

/* From end points to a centre (SVG 1.1, F.6.5), radii made large enough (F.6.6). from and to differ, radii are
 * positive. */
static void find_centre(struct ellipse *e, struct svg_point from, struct svg_point to, bool large, bool sweep)
{
	double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
	double x = e->cosine * dx + e->sine * dy, y = e->cosine * dy - e->sine * dx;
	double need = x * x / (e->rx * e->rx) + y * y / (e->ry * e->ry);
	if (need > 1) {
		e->rx *= sqrt(need);
		e->ry *= sqrt(need);
	}
	/* In units of the radii the two ends lie on a circle of radius 1, at (x, y) and its opposite from their middle. */
	x /= e->rx;
	y /= e->ry;
	double distance = x * x + y * y;
	double factor = distance > 0 ? sqrt(fmax(0, 1 / distance - 1)) : 0;
	if (large == sweep)
		factor = -factor;
	double cx = factor * y, cy = -factor * x;
	e->centre = (struct svg_point){(from.x + to.x) / 2, (from.y + to.y) / 2};
	e->centre = on_ellipse(e, cx, cy);
	e->start = atan2(y - cy, x - cx);
	e->sweep = atan2(-y - cy, -x - cx) - e->start;
	double turn = 2 * acos(-1);
	if (sweep && e->sweep < 0)
		e->sweep += turn;
	if (!sweep && e->sweep > 0)
		e->sweep -= turn;
}

/* A part of at most a quarter, from angle a on. */
static void add_part(struct svg_path *path, const struct ellipse *e, double a, double part)
{
	double k = 4.0 / 3 * tan(part / 4), b = a + part;
	svg_curve(path, on_ellipse(e, cos(a) - k * sin(a), sin(a) + k * cos(a)),
	          on_ellipse(e, cos(b) + k * sin(b), sin(b) - k * cos(b)), on_ellipse(e, cos(b), sin(b)));
}

void svg_arc(struct svg_path *path, double rx, double ry, double rotation, bool large, bool sweep, double x, double y)
{
	struct svg_point from = path->at, to = {x, y};
	if (from.x == x && from.y == y)
		return;
	if (rx == 0 || ry == 0) {
		svg_line(path, x, y);
		return;
	}
	struct svg_matrix turn = svg_rotation(rotation);
	struct ellipse e = {.rx = fabs(rx), .ry = fabs(ry), .cosine = turn.a, .sine = turn.b};
	find_centre(&e, from, to, large, sweep);
	int parts = (int)ceil(fabs(e.sweep) / (acos(-1) / 2) - 1e-9);
	if (!(parts >= 1 && parts <= 4)) {
		svg_line(path, x, y);
		return;
	}
	for (int i = 0; i < parts; i++)
		add_part(path, &e, e.start + e.sweep * i / parts, e.sweep / parts);
	for (size_t i = path->count - (size_t)parts; i + 1 < path->count; i++)
		path->segment[i].inner = true;
	/* The end is where it was asked for, to the last bit. */
	path->segment[path->count - 1].point[2] = path->at = to;
}
