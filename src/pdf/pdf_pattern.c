/* Gradients and opacity. The colours of a gradient are always RGB: its stops may come from different spaces. */
#include "pdf_pattern.h"

#include <math.h>

#include "pdf_level.h"
#include "pdf_number.h"

/* More turns of a repeated gradient are finer than anyone sees. */
#define TURNS_MAX 64

struct pdf_opacity {
	struct pdf_shared shared;
	uint32_t thousandths;
	bool stroke;
	struct pdf_opacity *next;
};

const struct pdf_shared *pdf_opacity_state(struct pdf_state *pdf, uint32_t thousandths, bool stroke)
{
	for (const struct pdf_opacity *known = pdf->opacities; known; known = known->next)
		if (known->thousandths == thousandths && known->stroke == stroke)
			return &known->shared;
	struct pdf_opacity *made = arena_alloc(pdf->memory, sizeof *made);
	uint32_t object = pdf_reserve(&pdf->objects);
	*made = (struct pdf_opacity){{pdf->opacity_count++, object}, thousandths, stroke, pdf->opacities};
	pdf->opacities = made;
	struct buffer text = {0};
	buffer_puts(&text, stroke ? "<</CA " : "<</ca ");
	pdf_put_real(&text, thousandths / 1000.0, 3);
	buffer_puts(&text, ">>");
	pdf_file_text(&pdf->file, object, text.data, text.size);
	buffer_free(&text);
	return &made->shared;
}

struct page_matrix pdf_matrix_multiply(const struct page_matrix *m, const struct page_matrix *n)
{
	return (struct page_matrix){m->a * n->a + m->b * n->c,        m->a * n->b + m->b * n->d,
	                            m->c * n->a + m->d * n->c,        m->c * n->b + m->d * n->d,
	                            m->e * n->a + m->f * n->c + n->e, m->e * n->b + m->f * n->d + n->f};
}

static void put_six(struct buffer *out, const double numbers[6])
{
	for (int i = 0; i < 6; i++) {
		if (i > 0)
			buffer_putc(out, ' ');
		pdf_put_real(out, numbers[i], i < 4 ? 6 : 3);
	}
}

void pdf_put_matrix(struct buffer *out, const struct page_matrix *m, mpt height)
{
	double h = (double)height;
	const double numbers[] = {
	    m->a, -m->b, -m->c, m->d, (m->c * h + m->e) / MPT_PER_POINT, (h - m->d * h - m->f) / MPT_PER_POINT};
	put_six(out, numbers);
}

/* The same for a space whose own y goes down: a gradient's. */
static void put_gradient_matrix(struct buffer *out, const struct page_matrix *m, mpt height)
{
	const double numbers[] = {m->a, -m->b, m->c, -m->d, m->e / MPT_PER_POINT, ((double)height - m->f) / MPT_PER_POINT};
	put_six(out, numbers);
}

/* How often the gradient is drawn before (negative) and after its own place. */
struct turns {
	int first, end;
};

/* Where a page point lies in the gradient's space; false when that has no extent. */
static bool to_gradient_space(const struct page_matrix *m, double x, double y, double *u, double *v)
{
	double determinant = m->a * m->d - m->b * m->c;
	if (fabs(determinant) < 1e-12)
		return false;
	double dx = x - m->e, dy = y - m->f;
	*u = (m->d * dx - m->c * dy) / determinant;
	*v = (m->a * dy - m->b * dx) / determinant;
	return true;
}

static double turn_at(const struct page_gradient *g, double u, double v)
{
	double x = u - (double)g->from.x, y = v - (double)g->from.y;
	double ax = (double)(g->to.x - g->from.x), ay = (double)(g->to.y - g->from.y);
	if (g->radial) {
		double grown = (double)(g->to_radius - g->from_radius);
		double reach = hypot(x, y) + hypot(ax, ay);
		return grown > 0 ? (reach - (double)g->from_radius) / grown : 0;
	}
	double length = ax * ax + ay * ay;
	return length > 0 ? (x * ax + y * ay) / length : 0;
}

/* Enough turns to cover the path: its points' extent, curves' controls included. */
static struct turns turns_of(const struct page_gradient *g, const struct page_path *path)
{
	struct turns turns = {0, 1};
	if (g->spread == 0)
		return turns;
	double low = 0, high = 1;
	for (size_t i = 0; i < path->count; i++) {
		int points = path->segment[i].verb == PAGE_CLOSE ? 0 : path->segment[i].verb == PAGE_CURVE ? 3 : 1;
		for (int k = 0; k < points; k++) {
			double u, v;
			struct page_point p = path->segment[i].point[k];
			if (!to_gradient_space(&g->matrix, (double)p.x, (double)p.y, &u, &v))
				return turns;
			double t = turn_at(g, u, v);
			low = fmin(low, t);
			high = fmax(high, t);
		}
	}
	turns.first = g->radial ? 0 : (int)fmax(floor(low), -TURNS_MAX);
	turns.end = (int)fmin(ceil(high) + (g->radial ? 1 : 0), TURNS_MAX);
	return turns;
}

static void put_channels(struct buffer *out, const struct page_color *color, bool alpha)
{
	const double *c = color->channel;
	double rgb[3] = {c[0], c[1], c[2]};
	if (color->space == PAGE_COLOR_GRAY)
		rgb[1] = rgb[2] = c[0];
	for (int i = 0; color->space == PAGE_COLOR_CMYK && i < 3; i++)
		rgb[i] = (1 - c[i]) * (1 - c[3]);
	buffer_putc(out, '[');
	for (int i = 0; i < (alpha ? 1 : 3); i++) {
		if (i > 0)
			buffer_putc(out, ' ');
		pdf_put_real(out, fmin(fmax(alpha ? color->opacity : rgb[i], 0), 1), 3);
	}
	buffer_putc(out, ']');
}

static void put_between(struct buffer *out, const struct page_color *from, const struct page_color *to, bool alpha)
{
	buffer_puts(out, "<</FunctionType 2/Domain[0 1]/N 1/C0");
	put_channels(out, from, alpha);
	buffer_puts(out, "/C1");
	put_channels(out, to, alpha);
	buffer_puts(out, ">>");
}

/* The pieces of one turn: functions, bounds between them, or directions, told by what. A reflected turn runs backwards.
 */
enum piece { PIECE_FUNCTION, PIECE_BOUND, PIECE_ENCODE };

static double stop_offset(const struct page_gradient *g, size_t i)
{
	double offset = fmin(fmax(g->stop[i].offset, 0), 1);
	for (size_t k = 0; k < i; k++)
		offset = fmax(offset, fmin(g->stop[k].offset, 1));
	return offset;
}

static void put_turn(struct buffer *out, const struct page_gradient *g, int turn, enum piece what, bool alpha)
{
	bool backwards = g->spread == 1 && (turn & 1);
	size_t n = g->stop_count;
	/* n + 1 pieces: before the first stop, between each pair, after the last; those of no length are allowed. */
	for (size_t i = 0; i <= n; i++) {
		size_t piece = backwards ? n - i : i;
		size_t from = piece == 0 ? 0 : piece - 1, to = piece == n ? n - 1 : piece;
		double end = piece == n ? 1 : stop_offset(g, piece), start = piece == 0 ? 0 : stop_offset(g, piece - 1);
		if (what == PIECE_FUNCTION) {
			put_between(out, &g->stop[from].color, &g->stop[to].color, alpha);
		} else if (what == PIECE_ENCODE) {
			buffer_puts(out, backwards ? "1 0 " : "0 1 ");
		} else {
			pdf_put_real(out, turn + (backwards ? 1 - start : end), 4);
			buffer_putc(out, ' ');
		}
	}
}

static void drop_last_number(struct buffer *out)
{
	while (out->size > 0 && out->data[out->size - 1] == ' ')
		out->size--;
	while (out->size > 0 && out->data[out->size - 1] != ' ' && out->data[out->size - 1] != '[')
		out->size--;
}

static void put_function(struct buffer *out, const struct page_gradient *g, struct turns turns, bool alpha)
{
	buffer_printf(out, "<</FunctionType 3/Domain[%d %d]/Functions[", turns.first, turns.end);
	for (int t = turns.first; t < turns.end; t++)
		put_turn(out, g, t, PIECE_FUNCTION, alpha);
	buffer_puts(out, "]/Bounds[");
	for (int t = turns.first; t < turns.end; t++)
		put_turn(out, g, t, PIECE_BOUND, alpha);
	drop_last_number(out);
	buffer_puts(out, "]/Encode[");
	for (int t = turns.first; t < turns.end; t++)
		put_turn(out, g, t, PIECE_ENCODE, alpha);
	buffer_puts(out, "]>>");
}

static void put_point_at(struct buffer *out, const struct page_gradient *g, int turn)
{
	mpt x = g->from.x + (g->to.x - g->from.x) * turn, y = g->from.y + (g->to.y - g->from.y) * turn;
	pdf_put_length(out, x);
	buffer_putc(out, ' ');
	pdf_put_length(out, y);
	buffer_putc(out, ' ');
	if (g->radial) {
		pdf_put_length(out, mpt_max(g->from_radius + (g->to_radius - g->from_radius) * turn, 0));
		buffer_putc(out, ' ');
	}
}

static void put_shading(struct buffer *out, const struct page_gradient *g, struct turns turns, bool alpha)
{
	buffer_printf(out, "<</ShadingType %d/ColorSpace/%s/Extend[true true]/Domain[%d %d]/Coords[", g->radial ? 3 : 2,
	              alpha ? "DeviceGray" : "DeviceRGB", turns.first, turns.end);
	put_point_at(out, g, turns.first);
	put_point_at(out, g, turns.end);
	buffer_puts(out, "]/Function");
	put_function(out, g, turns, alpha);
	buffer_puts(out, ">>");
}

static bool is_opaque(const struct page_gradient *g)
{
	for (size_t i = 0; i < g->stop_count; i++)
		if (g->stop[i].color.opacity < 1)
			return false;
	return true;
}

/* A soft mask (ISO 32000-1, 11.6.5.3): the gradient's opacity as luminosity, in the space that is current now. */
static void set_soft_mask(struct pdf_content *c, const struct page_gradient *g, struct turns turns)
{
	struct pdf_state *pdf = c->pdf;
	struct buffer text = {0}, entries = {0};
	uint32_t form = pdf_reserve(&pdf->objects), state = pdf_reserve(&pdf->objects), number = pdf->opacity_count++;
	put_gradient_matrix(&text, &g->matrix, c->height);
	buffer_puts(&text, " cm /S sh");
	buffer_puts(&entries, "/Type/XObject/Subtype/Form/BBox[-32000 -32000 32000 32000]"
	                      "/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Shading<</S");
	put_shading(&entries, g, turns, true);
	buffer_puts(&entries, ">>>>");
	pdf_file_stream_text(&pdf->file, form, entries.data, text.data, text.size, PDF_FILTER_DEFLATE);
	text.size = 0;
	buffer_printf(&text, "<</SMask<</S/Luminosity/G %u 0 R>>>>", (unsigned)form);
	pdf_file_text(&pdf->file, state, text.data, text.size);
	pdf_content_use(c, 'G', number, state);
	buffer_printf(&c->out, "/G%u gs\n", (unsigned)number);
	c->transparency = true;
	buffer_free(&text);
	buffer_free(&entries);
}

void pdf_pattern_set(struct pdf_content *c, const struct page_path *path, bool stroke)
{
	const struct page_gradient *g = stroke ? path->stroke_gradient : path->gradient;
	struct turns turns = turns_of(g, path);
	if (!is_opaque(g) && !pdf_level_forbids(c->pdf, PDF_RULE_TRANSPARENCY, c->pdf->page_count))
		set_soft_mask(c, g, turns);
	struct buffer text = {0};
	struct page_matrix matrix = pdf_matrix_multiply(&g->matrix, &c->now.matrix);
	buffer_puts(&text, "<</PatternType 2/Matrix[");
	put_gradient_matrix(&text, &matrix, c->height);
	buffer_puts(&text, "]/Shading");
	put_shading(&text, g, turns, false);
	buffer_puts(&text, ">>");
	uint32_t object = pdf_reserve(&c->pdf->objects), number = c->pdf->pattern_count++;
	pdf_file_text(&c->pdf->file, object, text.data, text.size);
	buffer_free(&text);
	pdf_content_use(c, 'P', number, object);
	buffer_printf(&c->out, "/Pattern %s /P%u %s\n", stroke ? "CS" : "cs", (unsigned)number, stroke ? "SCN" : "scn");
}
