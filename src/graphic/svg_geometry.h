/* Points, matrices and paths of an SVG in double precision, and the numbers they are written with.
 * Knows nothing of elements, style or pages. */
#ifndef CBUA_SVG_GEOMETRY_H
#define CBUA_SVG_GEOMETRY_H

#include "base.h"
#include "page.h"

struct svg_point {
	double x, y;
};

/* x' = a x + c y + e, y' = b x + d y + f */
struct svg_matrix {
	double a, b, c, d, e, f;
};

#define SVG_IDENTITY ((struct svg_matrix){1, 0, 0, 1, 0, 0})

struct svg_box {
	double x, y, width, height; /* width < 0: holds nothing */
};

struct svg_segment {
	enum page_path_verb verb;
	struct svg_point point[3]; /* as in page_path_segment */
	bool inner;                /* ends within an arc: no vertex for markers */
};

/* Grows in memory; a path that closes goes on from its start. */
struct svg_path {
	struct arena *memory;
	struct svg_segment *segment;
	size_t count, capacity;
	struct svg_point start, at; /* of the subpath; the current point */
};

/* ---- svg_number.c: text is read from *at, which moves past what was taken, white space after it included ---- */

void svg_skip_space(const char **at);
/* White space with at most one comma. */
void svg_skip_comma(const char **at);
/* A finite number, as SVG 1.1 (8.3.9) writes it: "1-2" and "1.5.5" are two. */
bool svg_number(const char **at, double *out);
/* Number and separator; false at the end or at what is no number. */
bool svg_list_number(const char **at, double *out);
/* 0 or 1, which need no separator. */
bool svg_flag(const char **at, bool *out);
/* Up to count numbers; how many there were. */
size_t svg_numbers(const char **at, double *out, size_t count);
/* An angle in degrees: deg, grad, rad, turn, or no unit. */
bool svg_angle(const char **at, double *out);
/* True when *at begins with word and no letter follows, in any case; moved past it and space. */
bool svg_keyword(const char **at, const char *word);

/* ---- svg_matrix.c ---- */

/* The product that applies second first, then first. */
struct svg_matrix svg_multiply(struct svg_matrix first, struct svg_matrix second);
struct svg_matrix svg_translation(double x, double y);
struct svg_matrix svg_scaling(double x, double y);
struct svg_matrix svg_rotation(double degrees);
struct svg_point svg_apply(struct svg_matrix m, struct svg_point p);
/* How long a unit becomes on average: the root of the determinant. */
double svg_scale_of(struct svg_matrix m);
/* What undoes it; false when nothing does. */
bool svg_invert(struct svg_matrix m, struct svg_matrix *out);
/* Does it keep angles: turns, mirrors, scales evenly, moves? */
bool svg_is_similarity(struct svg_matrix m);

/* A transform attribute (SVG 1.1, 7.6; CSS forms with units too); false when malformed, *out then holds what came
 * before. */
bool svg_transform_parse(const char *text, struct svg_matrix *out);

/* What a viewBox becomes in a viewport of width and height at 0,0 (SVG 1.1, 7.8); aspect: the preserveAspectRatio
 * attribute or NULL. *slices: parts of the box may lie outside. */
struct svg_matrix svg_fit(struct svg_box view_box, double width, double height, const char *aspect, bool *slices);

/* ---- svg_path.c, svg_arc.c ---- */

void svg_move(struct svg_path *path, double x, double y);
void svg_line(struct svg_path *path, double x, double y);
void svg_curve(struct svg_path *path, struct svg_point first, struct svg_point second, struct svg_point end);
void svg_close(struct svg_path *path);
/* From the current point to x,y (SVG 1.1, F.6). */
void svg_arc(struct svg_path *path, double rx, double ry, double rotation, bool large, bool sweep, double x, double y);
/* Path data; false when malformed: what came before is kept (SVG 1.1, F.2). */
bool svg_path_parse(struct svg_path *path, const char *text);
/* The smallest box round the curves themselves, after m. */
struct svg_box svg_path_bounds(const struct svg_path *path, struct svg_matrix m);
/* Twice the signed area inside; for choosing a direction. */
double svg_path_area(const struct svg_path *path);
/* Each subpath backwards. */
void svg_path_reverse(struct svg_path *path);

#endif
