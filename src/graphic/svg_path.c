/* Path data to segments; boxes and directions of paths. */
#include <math.h>
#include <string.h>

#include "svg_geometry.h"

static struct svg_segment *add_segment(struct svg_path *path, enum page_path_verb verb)
{
	if (path->count == path->capacity) {
		size_t capacity = path->capacity ? path->capacity * 2 : 8;
		path->segment = arena_grow(path->memory, path->segment, path->count, capacity, sizeof *path->segment);
		path->capacity = capacity;
	}
	struct svg_segment *segment = &path->segment[path->count++];
	segment->verb = verb;
	return segment;
}

void svg_move(struct svg_path *path, double x, double y)
{
	path->start = path->at = add_segment(path, PAGE_MOVE)->point[0] = (struct svg_point){x, y};
}

/* After a close, and before the first move, drawing goes on from the start of the subpath. */
static void begin_subpath(struct svg_path *path)
{
	if (path->count == 0 || path->segment[path->count - 1].verb == PAGE_CLOSE)
		svg_move(path, path->at.x, path->at.y);
}

void svg_line(struct svg_path *path, double x, double y)
{
	begin_subpath(path);
	path->at = add_segment(path, PAGE_LINE)->point[0] = (struct svg_point){x, y};
}

void svg_curve(struct svg_path *path, struct svg_point first, struct svg_point second, struct svg_point end)
{
	begin_subpath(path);
	struct svg_segment *segment = add_segment(path, PAGE_CURVE);
	segment->point[0] = first;
	segment->point[1] = second;
	segment->point[2] = path->at = end;
}

void svg_close(struct svg_path *path)
{
	begin_subpath(path);
	add_segment(path, PAGE_CLOSE);
	path->at = path->start;
}

/* ---- path data ---- */

struct reader {
	struct svg_path *path;
	const char *at;
	char command, before; /* the one being read, and the one before it; upper case */
	bool relative;
	struct svg_point control; /* last control point, for S and T */
};

static struct svg_point absolute(const struct reader *r, double x, double y)
{
	if (!r->relative)
		return (struct svg_point){x, y};
	return (struct svg_point){r->path->at.x + x, r->path->at.y + y};
}

/* The control point that mirrors the last curve's, if that was one of these commands. */
static struct svg_point mirrored(const struct reader *r, const char *commands)
{
	struct svg_point at = r->path->at;
	if (!strchr(commands, r->before))
		return at;
	return (struct svg_point){2 * at.x - r->control.x, 2 * at.y - r->control.y};
}

static void add_quadratic(struct reader *r, struct svg_point control, struct svg_point end)
{
	struct svg_point at = r->path->at;
	struct svg_point first = {at.x + (control.x - at.x) * 2 / 3, at.y + (control.y - at.y) * 2 / 3};
	struct svg_point second = {end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3};
	svg_curve(r->path, first, second, end);
	r->control = control;
}

static void add_cubic(struct reader *r, struct svg_point first, struct svg_point second, struct svg_point end)
{
	svg_curve(r->path, first, second, end);
	r->control = second;
}

static bool read_arc(struct reader *r)
{
	double v[5];
	bool large, sweep;
	if (svg_numbers(&r->at, v, 3) < 3 || !svg_flag(&r->at, &large) || !svg_flag(&r->at, &sweep) ||
	    svg_numbers(&r->at, v + 3, 2) < 2)
		return false;
	struct svg_point end = absolute(r, v[3], v[4]);
	begin_subpath(r->path);
	svg_arc(r->path, v[0], v[1], v[2], large, sweep, end.x, end.y);
	return true;
}

static size_t argument_count(char command)
{
	switch (command) {
	case 'M':
	case 'L':
	case 'T':
		return 2;
	case 'H':
	case 'V':
		return 1;
	case 'C':
		return 6;
	case 'S':
	case 'Q':
		return 4;
	default:
		return 0;
	}
}

static void draw(struct reader *r, const double *v)
{
	struct svg_path *path = r->path;
	struct svg_point p[3];
	for (size_t i = 0; i < 3; i++)
		p[i] = absolute(r, v[2 * i], v[2 * i + 1]);
	switch (r->command) {
	case 'M':
		svg_move(path, p[0].x, p[0].y);
		break;
	case 'L':
		svg_line(path, p[0].x, p[0].y);
		break;
	case 'H':
		svg_line(path, p[0].x, path->at.y);
		break;
	case 'V':
		svg_line(path, path->at.x, absolute(r, 0, v[0]).y);
		break;
	case 'C':
		add_cubic(r, p[0], p[1], p[2]);
		break;
	case 'S':
		add_cubic(r, mirrored(r, "CS"), p[0], p[1]);
		break;
	case 'Q':
		add_quadratic(r, p[0], p[1]);
		break;
	case 'T':
		add_quadratic(r, mirrored(r, "QT"), p[0]);
		break;
	}
}

/* One command with one set of arguments. */
static bool read_step(struct reader *r)
{
	double v[6] = {0};
	if (r->command == 'Z')
		svg_close(r->path);
	else if (r->command == 'A') {
		if (!read_arc(r))
			return false;
	} else {
		size_t count = argument_count(r->command);
		if (svg_numbers(&r->at, v, count) < count)
			return false;
		draw(r, v);
	}
	r->before = r->command;
	return true;
}

static bool read_command(struct reader *r)
{
	char letter = *r->at;
	char upper = (char)(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
	if (!letter || !strchr("MLHVCSQTAZ", upper) || (r->path->count == 0 && upper != 'M'))
		return false;
	r->at++;
	r->command = upper;
	r->relative = letter != upper;
	svg_skip_space(&r->at);
	return read_step(r);
}

static bool starts_number(char c)
{
	return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
}

bool svg_path_parse(struct svg_path *path, const char *text)
{
	struct reader r = {.path = path, .at = text, .before = 'M'};
	svg_skip_space(&r.at);
	if (svg_keyword(&r.at, "none"))
		return *r.at == '\0';
	while (*r.at) {
		if (!read_command(&r))
			return false;
		while (r.command != 'Z' && starts_number(*r.at)) {
			/* More pairs after a move are lines. */
			if (r.command == 'M')
				r.command = 'L';
			if (!read_step(&r))
				return false;
		}
		svg_skip_space(&r.at);
	}
	return true;
}

/* ---- boxes ---- */

struct bounds {
	struct svg_point low, high;
	bool any;
};

static void include(struct bounds *b, struct svg_point p)
{
	if (!b->any)
		b->low = b->high = p;
	b->any = true;
	b->low = (struct svg_point){fmin(b->low.x, p.x), fmin(b->low.y, p.y)};
	b->high = (struct svg_point){fmax(b->high.x, p.x), fmax(b->high.y, p.y)};
}

static double bezier(double a, double b, double c, double d, double t)
{
	double s = 1 - t;
	return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/* Where a curve turns back in one axis: the roots of its derivative inside (0, 1). */
static int turning_points(double a, double b, double c, double d, double *t)
{
	double p = 3 * (d - 3 * c + 3 * b - a), q = 6 * (c - 2 * b + a), r = 3 * (b - a);
	double roots[2];
	int count = 0, kept = 0;
	if (fabs(p) < 1e-12) {
		if (fabs(q) > 1e-12)
			roots[count++] = -r / q;
	} else {
		double under = q * q - 4 * p * r;
		if (under >= 0) {
			roots[count++] = (-q + sqrt(under)) / (2 * p);
			roots[count++] = (-q - sqrt(under)) / (2 * p);
		}
	}
	for (int i = 0; i < count; i++)
		if (roots[i] > 0 && roots[i] < 1)
			t[kept++] = roots[i];
	return kept;
}

static void include_curve(struct bounds *b, struct svg_point from, const struct svg_point p[3])
{
	double t[4];
	int count = turning_points(from.x, p[0].x, p[1].x, p[2].x, t);
	count += turning_points(from.y, p[0].y, p[1].y, p[2].y, t + count);
	include(b, p[2]);
	for (int i = 0; i < count; i++)
		include(b, (struct svg_point){bezier(from.x, p[0].x, p[1].x, p[2].x, t[i]),
		                              bezier(from.y, p[0].y, p[1].y, p[2].y, t[i])});
}

struct svg_box svg_path_bounds(const struct svg_path *path, struct svg_matrix m)
{
	struct bounds b = {0};
	struct svg_point at = {0, 0};
	for (size_t i = 0; i < path->count; i++) {
		const struct svg_segment *s = &path->segment[i];
		struct svg_point p[3];
		for (int k = 0; k < 3; k++)
			p[k] = svg_apply(m, s->point[k]);
		if (s->verb == PAGE_CURVE)
			include_curve(&b, at, p);
		else if (s->verb != PAGE_CLOSE)
			include(&b, p[0]);
		if (s->verb != PAGE_CLOSE)
			at = p[s->verb == PAGE_CURVE ? 2 : 0];
	}
	if (!b.any)
		return (struct svg_box){.width = -1};
	return (struct svg_box){b.low.x, b.low.y, b.high.x - b.low.x, b.high.y - b.low.y};
}

/* ---- direction ---- */

static double cross(struct svg_point a, struct svg_point b)
{
	return a.x * b.y - a.y * b.x;
}

double svg_path_area(const struct svg_path *path)
{
	double area = 0;
	struct svg_point at = {0, 0}, start = {0, 0};
	for (size_t i = 0; i < path->count; i++) {
		const struct svg_segment *s = &path->segment[i];
		int points = s->verb == PAGE_CURVE ? 3 : s->verb == PAGE_LINE ? 1 : 0;
		if (s->verb == PAGE_MOVE || s->verb == PAGE_CLOSE)
			area += cross(at, start);
		if (s->verb == PAGE_MOVE)
			start = s->point[0];
		if (points == 0)
			at = start;
		for (int k = 0; k < points; k++) {
			area += cross(at, s->point[k]);
			at = s->point[k];
		}
	}
	return area + cross(at, start);
}

/* The segments first to end, a move and what it draws, backwards into out. */
static void reverse_subpath(struct svg_path *out, const struct svg_segment *first, const struct svg_segment *end)
{
	bool closed = end[-1].verb == PAGE_CLOSE;
	if (closed)
		end--;
	struct svg_point last = end[-1].point[end[-1].verb == PAGE_CURVE ? 2 : 0];
	svg_move(out, last.x, last.y);
	for (const struct svg_segment *s = end - 1; s > first; s--) {
		struct svg_point to = s[-1].point[s[-1].verb == PAGE_CURVE ? 2 : 0];
		if (s->verb == PAGE_CURVE)
			svg_curve(out, s->point[1], s->point[0], to);
		else
			svg_line(out, to.x, to.y);
	}
	if (closed)
		svg_close(out);
}

void svg_path_reverse(struct svg_path *path)
{
	struct svg_path out = {.memory = path->memory};
	for (size_t i = 0; i < path->count;) {
		size_t end = i + 1;
		while (end < path->count && path->segment[end].verb != PAGE_MOVE)
			end++;
		reverse_subpath(&out, path->segment + i, path->segment + end);
		i = end;
	}
	*path = out;
}
