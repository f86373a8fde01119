/* Glyph runs as text objects. Positions are followed as a reader computes them, rounding included, so that nothing
 * drifts. */
#include <math.h>
#include <string.h>

#include "pdf_content.h"
#include "pdf_level.h"
#include "pdf_number.h"
#include "pdf_string.h"

/* A thousandth of an em and less is not corrected: no printer shows it. */
#define TOLERANCE 0.8e-3

/* From this size on whole thousandths of an em are too coarse. */
#define LARGE_SIZE ((mpt)24000)

#define SOFT_HYPHEN "\xC2\xAD"

void pdf_text_pause(struct pdf_content *c)
{
	struct pdf_text *text = &c->text;
	if (text->string)
		buffer_putc(&c->out, ')');
	if (text->array)
		buffer_puts(&c->out, "]TJ\n");
	text->string = text->array = false;
}

void pdf_text_end(struct pdf_content *c)
{
	if (!c->text.open)
		return;
	pdf_text_pause(c);
	buffer_puts(&c->out, "ET\n");
	c->text = (struct pdf_text){0};
}

static void begin_text(struct pdf_content *c)
{
	if (c->text.open)
		return;
	buffer_puts(&c->out, "BT\n");
	c->text = (struct pdf_text){.open = true};
}

static void set_font(struct pdf_content *c, const struct pdf_font *font, mpt size, bool vertical)
{
	struct pdf_graphics *now = &c->now;
	if (now->font == font && now->size == size && now->vertical == vertical)
		return;
	pdf_text_pause(c);
	pdf_content_use(c, vertical ? 'V' : 'F', font->number, vertical ? font->vertical_object : font->object);
	buffer_puts(&c->out, vertical ? "/V" : "/F");
	pdf_put_integer(&c->out, font->number);
	buffer_putc(&c->out, ' ');
	pdf_put_length(&c->out, size);
	buffer_puts(&c->out, " Tf\n");
	now->font = font;
	now->size = size;
	now->vertical = vertical;
}

static void set_length(struct pdf_content *c, mpt *current, mpt value, const char *operator)
{
	if (*current == value)
		return;
	pdf_text_pause(c);
	pdf_put_length(&c->out, value);
	buffer_puts(&c->out, operator);
	*current = value;
}

/* Along the baseline, in the direction of reading. */
static mpt along(const struct page_glyphs *run, mpt x, mpt y)
{
	if (run->upright || run->rotation == 90)
		return y;
	return run->rotation == 180 ? -x : run->rotation == 270 ? -y : x;
}

static mpt across(const struct page_glyphs *run, mpt x, mpt y)
{
	return run->upright || run->rotation == 90 || run->rotation == 270 ? x : y;
}

static void put_two(struct buffer *out, mpt a, mpt b, const char *operator)
{
	pdf_put_length(out, a);
	buffer_putc(out, ' ');
	pdf_put_length(out, b);
	buffer_puts(out, operator);
}

static void put_text_matrix(struct pdf_content *c, const struct page_glyphs *run)
{
	static const char *const turns[] = {"1 0 0 1 ", "0 -1 1 0 ", "-1 0 0 -1 ", "0 1 -1 0 "};
	buffer_puts(&c->out, turns[run->upright ? 0 : run->rotation / 90 & 3]);
	put_two(&c->out, run->x, c->height - run->y, " Tm\n");
}

/* From the start of the last line, in the axes of the text. */
static void put_text_move(struct pdf_content *c, const struct page_glyphs *run)
{
	mpt dx = run->x - c->text.x, dy = run->y - c->text.y;
	switch (run->upright ? 0 : run->rotation) {
	case 90:
		put_two(&c->out, dy, dx, " Td\n");
		break;
	case 180:
		put_two(&c->out, -dx, dy, " Td\n");
		break;
	case 270:
		put_two(&c->out, -dy, -dx, " Td\n");
		break;
	default:
		put_two(&c->out, dx, -dy, " Td\n");
	}
}

static void place_line(struct pdf_content *c, const struct page_glyphs *run)
{
	struct pdf_text *text = &c->text;
	bool turned = !text->placed || text->rotation != run->rotation || text->upright != run->upright;
	if (!turned && across(run, text->x, text->y) == across(run, run->x, run->y))
		return; /* the same line: a number in the array moves there */
	pdf_text_pause(c);
	/* After BT the matrix is the identity: a move from the origin is the shorter form. */
	if (!text->placed && (run->rotation == 0 || run->upright))
		put_two(&c->out, run->x, c->height - run->y, " Td\n");
	else if (turned)
		put_text_matrix(c, run);
	else
		put_text_move(c, run);
	text->placed = true;
	text->rotation = run->rotation;
	text->upright = run->upright;
	text->x = run->x;
	text->y = run->y;
	text->pen = (double)along(run, run->x, run->y);
}

/* How far a reader's pen moves for the glyph, without character space. */
static double nominal_advance(const struct page_glyphs *run, const struct pdf_glyph *glyph)
{
	return run->upright ? (double)run->size : (double)glyph->width * (double)run->size / 1e3;
}

static mpt nearest(double value)
{
	return (mpt)(value < 0 ? value - 0.5 : value + 0.5);
}

/* How many glyphs would need a number of their own with this character space. */
static size_t count_misfits(const struct page_glyphs *run, const struct pdf_font *font, mpt space)
{
	size_t misfits = 0;
	double tolerance = (double)run->size * TOLERANCE;
	for (size_t i = 0; i < run->count; i++) {
		double advance = nominal_advance(run, &font->glyphs[(uint16_t)run->glyph[i].id]) + (double)space;
		misfits += fabs((double)run->glyph[i].advance - advance) > tolerance;
	}
	return misfits;
}

/* The addition that most glyphs share, by Boyer and Moore's vote; neighbours of a thousandth or two count as one, since
 * justification hands out remainders so. */
static mpt common_space(const struct page_glyphs *run, const struct pdf_font *font)
{
	mpt candidate = 0;
	size_t votes = 0;
	for (size_t i = 0; i < run->count; i++) {
		double advance = nominal_advance(run, &font->glyphs[(uint16_t)run->glyph[i].id]);
		mpt extra = nearest((double)run->glyph[i].advance - advance);
		if (votes == 0)
			candidate = extra;
		if (extra >= candidate - 2 && extra <= candidate + 2)
			votes++;
		else
			votes--;
	}
	return fabs((double)candidate) > (double)run->size * TOLERANCE ? candidate : 0;
}

/* Bytes, about: of a number between two strings, and of a change of character space. */
enum { NUMBER_COST = 5, SPACE_COST = 14 };

/* Character space (Tc) when it saves numbers: justified and tracked text have the same addition after every glyph. */
static mpt choose_space(const struct pdf_content *c, const struct page_glyphs *run, const struct pdf_font *font)
{
	mpt current = run->upright ? -c->now.character_space : c->now.character_space;
	size_t best_cost = count_misfits(run, font, current) * NUMBER_COST;
	if (best_cost == 0)
		return current;
	mpt best = current;
	const mpt candidates[] = {0, common_space(run, font)};
	for (int i = 0; i < 2; i++) {
		if (candidates[i] == current)
			continue;
		size_t cost = count_misfits(run, font, candidates[i]) * NUMBER_COST + SPACE_COST;
		if (cost < best_cost) {
			best_cost = cost;
			best = candidates[i];
		}
	}
	return best;
}

/* A number in the array, which moves the pen to where it should be if that is worth it. */
static char *write_adjustment(struct pdf_content *c, const struct page_glyphs *run, double target, char *to)
{
	struct pdf_text *text = &c->text;
	double miss = target - text->pen;
	if (fabs(miss) <= (double)run->size * TOLERANCE)
		return to;
	double unit = run->size >= LARGE_SIZE ? 0.1 : 1;
	double number = round(miss * 1000 / (double)run->size / unit) * unit;
	if (text->string)
		*to++ = ')';
	text->string = false;
	to = pdf_write_real(to, run->upright ? number : -number, 1);
	text->pen += number * (double)run->size / 1000;
	return to;
}

/* Room that one glyph may need: brackets, a number, two escaped bytes. */
#define GLYPH_ROOM (PDF_NUMBER_SIZE + 16)

static void put_glyph(struct pdf_content *c, const struct page_glyphs *run, uint32_t id, double target, double advance)
{
	struct pdf_text *text = &c->text;
	char *start = buffer_room(&c->out, GLYPH_ROOM), *to = start;
	if (!text->array)
		*to++ = '[';
	text->array = true;
	to = write_adjustment(c, run, target, to);
	if (!text->string)
		*to++ = '(';
	text->string = true;
	to = pdf_write_string_byte(to, (unsigned char)(id >> 8));
	to = pdf_write_string_byte(to, (unsigned char)id);
	c->out.size += (size_t)(to - start);
	text->pen += advance;
}

static void move_line(struct pdf_content *c, const struct page_glyphs *run, mpt x, mpt y)
{
	struct page_glyphs moved = *run;
	moved.x = x;
	moved.y = y;
	pdf_text_pause(c);
	put_text_move(c, &moved);
	c->text.x = x;
	c->text.y = y;
	c->text.pen = (double)along(run, x, y);
}

static int16_t thousandths(mpt length, mpt size)
{
	return (int16_t)mpt_max(mpt_min(mpt_scale(length, 1000, size), INT16_MAX), INT16_MIN);
}

/* Glyphs of vertical text stand where W2 says; the first use of a glyph decides that. One that is elsewhere is moved
 * there. */
static void put_upright_glyph(struct pdf_content *c, const struct page_glyphs *run, const struct page_glyph *glyph,
                              uint32_t code, struct pdf_glyph *known, mpt pen, double advance)
{
	if (!known->upright) {
		known->upright = true;
		known->vx = thousandths(-glyph->dx, run->size);
		known->vy = thousandths(glyph->dy, run->size);
	}
	mpt dx = glyph->dx + mpt_scale(run->size, known->vx, 1000), dy = glyph->dy - mpt_scale(run->size, known->vy, 1000);
	bool off = dx > run->size / 100 || dx < -run->size / 100 || dy > run->size / 100 || dy < -run->size / 100;
	if (off)
		move_line(c, run, run->x + dx, pen + dy);
	put_glyph(c, run, code, (double)(off ? pen + dy : pen), advance);
	if (off)
		move_line(c, run, run->x, pen + glyph->advance);
}

/* Where a missing glyph's frame stands: as high as a capital, as wide as the advance but a margin. */
static struct page_rectangle missing_box(const struct page_glyphs *run, mpt pen, mpt advance)
{
	mpt margin = run->size / 20, height = run->size * 7 / 10, width = mpt_max(advance - 2 * margin, margin);
	mpt from = pen + margin;
	if (run->upright)
		return (struct page_rectangle){run->x - height / 2, from, height, width};
	switch (run->rotation) {
	case 90:
		return (struct page_rectangle){run->x, from, height, width};
	case 180:
		return (struct page_rectangle){-from - width, run->y, width, height};
	case 270:
		return (struct page_rectangle){run->x - height, -from - width, height, width};
	default:
		return (struct page_rectangle){from, run->y - height, width, height};
	}
}

/* A frame: PDF/A forbids to show glyph 0 (ISO 19005-2, 6.2.11.8), and a reader should see that something is missing. */
static void paint_missing(struct pdf_content *c, const struct page_glyphs *run, mpt pen, mpt advance)
{
	pdf_text_end(c);
	struct page_rectangle box = missing_box(run, pen, advance);
	mpt line = mpt_max(run->size / 25, 1);
	for (int i = 0; i < 2; i++) {
		put_two(&c->out, box.x, c->height - box.y - box.height, " ");
		put_two(&c->out, box.width, box.height, " re\n");
		box = (struct page_rectangle){box.x + line, box.y + line, mpt_max(box.width - 2 * line, 0),
		                              mpt_max(box.height - 2 * line, 0)};
	}
	buffer_puts(&c->out, "f*\n");
}

static void resume_text(struct pdf_content *c, const struct page_glyphs *run, mpt pen)
{
	struct page_glyphs rest = *run;
	if (run->upright || run->rotation == 90)
		rest.y = pen;
	else if (run->rotation == 180)
		rest.x = -pen;
	else if (run->rotation == 270)
		rest.y = -pen;
	else
		rest.x = pen;
	begin_text(c);
	place_line(c, &rest);
}

/* What is shown until pdf_text_end_actual stands for text. Real content gets a sequence of its own for it: programs
 * that read by structure stumble over sequences inside sequences. */
static void begin_actual_text(struct pdf_content *c, const struct page_glyphs *run, mpt pen, const char *text,
                              size_t size)
{
	if (c->marked && c->structure) {
		pdf_content_mark_actual(c, text, size);
		resume_text(c, run, pen);
		return;
	}
	pdf_text_pause(c);
	buffer_puts(&c->out, "/Span<</ActualText");
	pdf_put_text_sized(&c->out, text, size);
	buffer_puts(&c->out, ">>BDC\n");
}

static void end_actual_text(struct pdf_content *c, const struct page_glyphs *run, mpt pen)
{
	if (c->marked && c->structure) {
		pdf_content_mark_again(c);
		resume_text(c, run, pen);
		return;
	}
	pdf_text_pause(c);
	buffer_puts(&c->out, "EMC\n");
}

/* The glyphs of one cluster; *pen is where the layout has its pen. alias: the code for its only glyph, 0: its own. */
static void put_cluster_glyphs(struct pdf_content *c, const struct page_glyphs *run, const struct page_cluster *cluster,
                               struct pdf_font *font, uint32_t alias, mpt *pen)
{
	double space = (double)(run->upright ? -c->now.character_space : c->now.character_space);
	for (size_t i = cluster->glyph; i < cluster->glyph + cluster->count; i++) {
		const struct page_glyph *glyph = &run->glyph[i];
		uint32_t code = alias ? alias : glyph->id;
		struct pdf_glyph *known = &font->glyphs[code];
		double advance = nominal_advance(run, known) + space;
		if (run->upright) {
			put_upright_glyph(c, run, glyph, code, known, *pen, advance);
		} else {
			set_length(c, &c->now.rise, -glyph->dy, " Ts\n");
			put_glyph(c, run, code, (double)(*pen + glyph->dx), advance);
		}
		*pen += glyph->advance;
	}
}

/* Readers give ActualText only where a glyph is shown: a space stands under the frame. */
static void put_missing_text(struct pdf_content *c, const struct page_glyphs *run, const struct page_cluster *cluster,
                             struct pdf_font *font, mpt pen, mpt advance)
{
	hb_codepoint_t space;
	if (cluster->size == 0 || !hb_font_get_nominal_glyph(run->face->hb_font, ' ', &space))
		return;
	const struct pdf_glyph *known = pdf_font_use(font, space);
	if (!known)
		return;
	pdf_font_stand_for(font, space, " ", 1);
	double extra = (double)(run->upright ? -c->now.character_space : c->now.character_space);
	begin_actual_text(c, run, pen, cluster->text, cluster->size);
	put_glyph(c, run, space, (double)pen, nominal_advance(run, known) + extra);
	end_actual_text(c, run, pen + advance);
}

static void put_missing_cluster(struct pdf_content *c, const struct page_glyphs *run,
                                const struct page_cluster *cluster, struct pdf_font *font, mpt *pen)
{
	mpt advance = 0;
	for (size_t i = cluster->glyph; i < cluster->glyph + cluster->count; i++)
		advance += run->glyph[i].advance;
	paint_missing(c, run, *pen, advance);
	resume_text(c, run, *pen);
	put_missing_text(c, run, cluster, font, *pen, advance);
	*pen += advance;
}

static bool is_missing(const struct page_glyphs *run, const struct page_cluster *cluster)
{
	for (size_t i = cluster->glyph; i < cluster->glyph + cluster->count; i++)
		if (run->glyph[i].id == 0 || run->glyph[i].id >= run->face->glyph_count)
			return true;
	return false;
}

/* The text of a cluster: its own, or that of a hyphen that the layout has added. Where the file claims its structure
 * to be that of the text, this is a soft hyphen (ISO 32000-1, 14.8.2.2.3); elsewhere it reads as it looks, since
 * programs that know nothing of tags take "-" at a line's end for a divided word and a soft hyphen for nothing. */
static struct page_cluster reading_of(const struct pdf_state *pdf, const struct page_glyphs *run,
                                      const struct page_cluster *cluster)
{
	struct page_cluster reading = *cluster;
	if (run->added_hyphen && cluster->glyph == run->count - 1) {
		reading.text = pdf_claims_structure(pdf) ? SOFT_HYPHEN : run->hyphen ? run->hyphen : "-";
		reading.size = strlen(reading.text);
	}
	return reading;
}

static void put_cluster(struct pdf_content *c, const struct page_glyphs *run, const struct page_cluster *cluster,
                        struct pdf_font *font, mpt *pen)
{
	struct page_cluster reading = reading_of(c->pdf, run, cluster);
	uint32_t glyph = run->glyph[cluster->glyph].id;
	bool added = reading.text != cluster->text;
	if (!added && pdf_font_learn(font, run, cluster)) {
		put_cluster_glyphs(c, run, cluster, font, 0, pen);
		return;
	}
	uint32_t alias = cluster->count == 1 ? pdf_font_alias(font, glyph, reading.text, reading.size) : 0;
	if (added && !alias) /* not worth a sequence of its own */
		pdf_font_stand_for(font, glyph, "-", 1);
	if (alias || added || reading.size == 0) {
		put_cluster_glyphs(c, run, cluster, font, alias, pen);
		return;
	}
	begin_actual_text(c, run, *pen, reading.text, reading.size);
	put_cluster_glyphs(c, run, cluster, font, 0, pen);
	end_actual_text(c, run, *pen);
}

static void put_clusters(struct pdf_content *c, const struct page_glyphs *run, struct pdf_font *font)
{
	mpt pen = along(run, run->x, run->y);
	struct page_cluster cluster = {0};
	while (page_next_cluster(run, &cluster)) {
		if (is_missing(run, &cluster))
			put_missing_cluster(c, run, &cluster, font, &pen);
		else
			put_cluster(c, run, &cluster, font, &pen);
	}
}

static void use_glyphs(struct pdf_font *font, const struct page_glyphs *run)
{
	for (size_t i = 0; i < run->count; i++)
		if (run->glyph[i].id != 0)
			pdf_font_use(font, run->glyph[i].id);
}

/* A space to be read, not seen, where a line's end parts two words of one element (ISO 14289-1, 7.2; ISO 32000-1,
 * 14.8.2.5). */
static void put_line_end_space(struct pdf_content *c, const struct page_glyphs *run, struct pdf_font *font)
{
	hb_codepoint_t space;
	mpt pen = along(run, run->x, run->y);
	if (run->upright || !hb_font_get_nominal_glyph(run->face->hb_font, ' ', &space))
		return;
	const struct pdf_glyph *known = pdf_font_use(font, space);
	if (!known)
		return;
	pdf_font_stand_for(font, space, " ", 1);
	for (size_t i = 0; i < run->count; i++)
		pen += run->glyph[i].advance;
	/* As narrow as can be: extractors that sort by place must not find it inside a word of the next table cell. */
	pdf_text_pause(c);
	buffer_puts(&c->out, "1 Tz\n");
	put_glyph(c, run, space, (double)pen, nominal_advance(run, known) / 100);
	pdf_text_pause(c);
	buffer_puts(&c->out, "100 Tz\n");
}

void pdf_text_show(struct pdf_content *c, const struct page_glyphs *run)
{
	if (run->count == 0 || run->size <= 0 || run->color.opacity <= 0 || !run->face)
		return;
	pdf_paint_flush(c);
	struct pdf_font *font = pdf_font_for(c->pdf, run->face);
	if (run->upright && !font->vertical_object)
		font->vertical_object = pdf_reserve(&c->pdf->objects);
	use_glyphs(font, run);
	pdf_paint_fill_color(c, &run->color);
	begin_text(c);
	set_font(c, font, run->size, run->upright);
	mpt space = choose_space(c, run, font);
	set_length(c, &c->now.character_space, run->upright ? -space : space, " Tc\n");
	set_length(c, &c->now.rise, 0, " Ts\n");
	place_line(c, run);
	put_clusters(c, run, font);
	if (run->space_follows && c->marked && c->structure)
		put_line_end_space(c, run, font);
}
