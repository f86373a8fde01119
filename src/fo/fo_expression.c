/* Expressions (XSL 5.9): numbers, lengths and percentages with operators and functions. A length is kept as a sum of an
 * absolute part and a percentage, since what the percentage refers to is known in layout only. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

#define DEPTH_MOST 100

struct parser {
	struct value_context *x;
	enum fo_property property;
	const char *at;
	const char *why; /* what is wrong; NULL: nothing yet, or not an expression */
	bool failed;
	int depth;
};

static struct operand fail(struct parser *p, const char *why)
{
	if (!p->failed)
		p->why = why;
	p->failed = true;
	return (struct operand){OPERAND_NUMBER, .number = 0};
}

static void skip_space(struct parser *p)
{
	while (*p->at == ' ' || *p->at == '\t' || *p->at == '\n' || *p->at == '\r')
		p->at++;
}

static struct operand number_operand(double number)
{
	return (struct operand){.kind = OPERAND_NUMBER, .number = number};
}

static struct operand length_operand(double length, double percent)
{
	return (struct operand){.kind = OPERAND_LENGTH, .length = length, .percent = percent, .power = 1};
}

/* ---- operands ---- */

static double root_font_size(const struct value_context *x)
{
	const struct fo_node *root = x->b->tree->root;
	const struct fo_style *style = root && root->style ? root->style : x->b->initial;
	return style ? (double)style_value(x->b, style, PROP_FONT_SIZE)->length : 12 * MPT_PER_POINT;
}

/* Millipoints in one of a unit; 0 for an unknown unit. A pixel is 1/72 inch, as at Apache FOP's default resolution. */
static double unit_size(const struct parser *p, const char *unit, size_t size)
{
	static const struct {
		const char *name;
		double mpt;
	} units[] = {{"pt", 1000}, {"mm", 72000 / 25.4}, {"cm", 720000 / 25.4}, {"in", 72000}, {"pc", 12000},
	             {"px", 1000}, {"mpt", 1},           {"q", 18000 / 25.4}};
	if (size == 2 && strncmp(unit, "em", 2) == 0)
		return (double)p->x->font_size;
	if (size == 2 && strncmp(unit, "ex", 2) == 0)
		return (double)p->x->font_size * 0.5;
	if (size == 3 && strncmp(unit, "rem", 3) == 0)
		return root_font_size(p->x);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strlen(units[i].name) == size && strncmp(units[i].name, unit, size) == 0)
			return units[i].mpt;
	return 0;
}

/* Degrees in one of a unit of angle; 0 for any other unit. */
static double degrees_of(const char *unit, size_t size)
{
	if (size == 3 && strncmp(unit, "deg", 3) == 0)
		return 1;
	if (size == 4 && strncmp(unit, "grad", 4) == 0)
		return 0.9;
	return size == 3 && strncmp(unit, "rad", 3) == 0 ? 57.295779513082321 : 0;
}

static bool is_name_character(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	       c == '.' || (unsigned char)c >= 0x80;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Digits with a point; strtod would take "inf", "0x" and exponents ("1em" is not 1e). */
static double scan_number(struct parser *p)
{
	double value = 0, scale = 1;
	while (*p->at >= '0' && *p->at <= '9')
		value = value * 10 + (*p->at++ - '0');
	if (*p->at == '.') {
		p->at++;
		while (*p->at >= '0' && *p->at <= '9') {
			scale /= 10;
			value += (*p->at++ - '0') * scale;
		}
	}
	return value;
}

static struct operand parse_number(struct parser *p)
{
	double value = scan_number(p);
	if (*p->at == '%') {
		p->at++;
		return length_operand(0, value);
	}
	const char *unit = p->at;
	while (is_letter(*p->at))
		p->at++;
	if (p->at == unit)
		return number_operand(value);
	double degrees = degrees_of(unit, (size_t)(p->at - unit));
	if (degrees > 0)
		return number_operand(value * degrees);
	double size = unit_size(p, unit, (size_t)(p->at - unit));
	return size > 0 ? length_operand(value * size, 0) : fail(p, "an unknown unit");
}

/* ---- functions ---- */

struct call {
	struct operand argument[8];
	const char *name[8]; /* an argument that is a bare name; NULL: an expression */
	size_t name_size[8];
	int count;
};

static struct operand parse_sum(struct parser *p);

/* A name may stand in quotes (XSL 5.10.4 shows both). */
static bool is_quote(char c)
{
	return c == '\'' || c == '"';
}

static bool is_bare_name(const struct parser *p)
{
	const char *c = p->at;
	if (is_quote(*c))
		return true;
	if (!is_letter(*c))
		return false;
	while (is_name_character(*c))
		c++;
	while (*c == ' ')
		c++;
	return *c == ',' || *c == ')';
}

static void parse_argument(struct parser *p, struct call *call)
{
	int i = call->count++;
	if (is_bare_name(p)) {
		p->at += is_quote(*p->at);
		call->name[i] = p->at;
		while (is_name_character(*p->at))
			p->at++;
		call->name_size[i] = (size_t)(p->at - call->name[i]);
		p->at += is_quote(*p->at);
	} else {
		call->argument[i] = parse_sum(p);
	}
	skip_space(p);
}

static struct call parse_call(struct parser *p)
{
	struct call call = {.count = 0};
	skip_space(p);
	while (!p->failed && *p->at != ')') {
		if (call.count == 8 || *p->at == '\0') {
			fail(p, "a function that is not closed");
			break;
		}
		parse_argument(p, &call);
		if (*p->at == ',')
			p->at++;
		skip_space(p);
	}
	if (*p->at == ')')
		p->at++;
	return call;
}

static bool comparable(const struct operand *a, const struct operand *b)
{
	return a->kind == b->kind && (a->kind == OPERAND_NUMBER || (a->kind == OPERAND_LENGTH && a->percent == b->percent));
}

static double magnitude(const struct operand *o)
{
	return o->kind == OPERAND_NUMBER ? o->number : o->length;
}

static struct operand extreme(struct parser *p, const struct call *call, bool larger)
{
	if (call->count < 1)
		return fail(p, "min() or max() without arguments");
	struct operand best = call->argument[0];
	for (int i = 1; i < call->count; i++) {
		if (!comparable(&best, &call->argument[i]))
			return fail(p, "min() or max() of values that cannot be compared");
		if ((magnitude(&call->argument[i]) > magnitude(&best)) == larger)
			best = call->argument[i];
	}
	return best;
}

static struct operand rounded(struct parser *p, const struct call *call, double (*round_it)(double))
{
	if (call->count != 1 || call->argument[0].kind == OPERAND_COLOR)
		return fail(p, "a function that takes one number");
	struct operand o = call->argument[0];
	if (o.kind == OPERAND_NUMBER)
		o.number = round_it(o.number);
	else
		o.length = round_it(o.length / MPT_PER_POINT) * MPT_PER_POINT;
	return o;
}

/* Halves go up (XSL 5.10.1). */
static double round_up(double number)
{
	return floor(number + 0.5);
}

/* A share of what other columns leave; none at all is no share. */
static struct operand column_share(struct parser *p, const struct call *call)
{
	struct operand share = {.kind = OPERAND_SHARE, .number = call->count > 0 ? call->argument[0].number : 1};
	bool number = call->count == 0 || (call->argument[0].kind == OPERAND_NUMBER && !call->name[0]);
	return number && share.number >= 0 ? share : fail(p, "proportional-column-width() takes a number");
}

/* Functions of other properties and objects take the name of a property, or none. */
static struct operand call_property_function(struct parser *p, const char *name, size_t size, const struct call *call)
{
	struct operand o = {.kind = OPERAND_NUMBER};
	const char *why = "an unknown function";
	bool named = call->count > 0 && call->name[0];
	bool ok = function_evaluate(p->x, p->property, name, size, named ? call->name[0] : NULL,
	                            named ? call->name_size[0] : 0, &o, &why);
	return ok ? o : fail(p, why);
}

static bool is_named(const char *name, size_t size, const char *want)
{
	return strlen(want) == size && strncmp(name, want, size) == 0;
}

static struct operand call_function(struct parser *p, const char *name, size_t size)
{
	struct call call = parse_call(p);
	if (p->failed)
		return fail(p, NULL);
	if (is_named(name, size, "proportional-column-width"))
		return column_share(p, &call);
	if (is_named(name, size, "min") || is_named(name, size, "max"))
		return extreme(p, &call, name[1] == 'a');
	if (is_named(name, size, "abs"))
		return rounded(p, &call, fabs);
	if (is_named(name, size, "floor"))
		return rounded(p, &call, floor);
	if (is_named(name, size, "ceiling"))
		return rounded(p, &call, ceil);
	if (is_named(name, size, "round"))
		return rounded(p, &call, round_up);
	return call_property_function(p, name, size, &call);
}

/* A colour of a profile is noted beside its sRGB form. */
static bool parse_color(const struct parser *p, const char *text, size_t size, struct fo_color *out)
{
	if (!color_parse(text, size, out))
		return false;
	out->icc = icc_color_number(p->x->b, text, size);
	return true;
}

/* rgb() and its like are left to the colour parser, whole. */
static bool parse_color_call(struct parser *p, const char *start, struct operand *out)
{
	const char *end = start;
	while (*end && *end != ')')
		end++;
	if (*end != ')')
		return false;
	out->kind = OPERAND_COLOR;
	if (!parse_color(p, start, (size_t)(end - start) + 1, &out->color))
		return false;
	p->at = end + 1;
	return true;
}

/* ---- operators ---- */

static struct operand parse_name(struct parser *p)
{
	const char *name = p->at;
	while (is_name_character(*p->at))
		p->at++;
	size_t size = (size_t)(p->at - name);
	struct operand color = {.kind = OPERAND_COLOR};
	if (*p->at != '(')
		return parse_color(p, name, size, &color.color) ? color : fail(p, NULL);
	if (parse_color_call(p, name, &color))
		return color;
	p->at++;
	return call_function(p, name, size);
}

static struct operand parse_primary(struct parser *p)
{
	skip_space(p);
	if (p->depth++ > DEPTH_MOST)
		return fail(p, "an expression nested too deeply");
	struct operand o;
	if (*p->at == '(') {
		p->at++;
		o = parse_sum(p);
		skip_space(p);
		if (*p->at == ')')
			p->at++;
		else
			fail(p, "a bracket that is not closed");
	} else if (*p->at == '#') {
		const char *start = p->at++;
		while (is_name_character(*p->at))
			p->at++;
		o = (struct operand){.kind = OPERAND_COLOR};
		if (!parse_color(p, start, (size_t)(p->at - start), &o.color))
			fail(p, NULL);
	} else if ((*p->at >= '0' && *p->at <= '9') || *p->at == '.') {
		o = parse_number(p);
	} else {
		o = is_letter(*p->at) ? parse_name(p) : fail(p, NULL);
	}
	p->depth--;
	return o;
}

static struct operand scaled(struct parser *p, struct operand o, double factor)
{
	if (o.kind == OPERAND_COLOR || o.kind == OPERAND_VALUE)
		return fail(p, "arithmetic with what is not a number");
	o.number *= factor;
	o.length *= factor;
	o.percent *= factor;
	return o;
}

static struct operand parse_unary(struct parser *p)
{
	skip_space(p);
	if (*p->at == '+') {
		p->at++;
		return parse_unary(p);
	}
	if (*p->at != '-')
		return parse_primary(p);
	p->at++;
	if (p->depth++ > DEPTH_MOST)
		return fail(p, "an expression nested too deeply");
	struct operand o = scaled(p, parse_unary(p), -1);
	p->depth--;
	return o;
}

static struct operand multiply(struct parser *p, struct operand a, struct operand b)
{
	if (a.kind == OPERAND_NUMBER)
		return scaled(p, b, a.number);
	if (b.kind == OPERAND_NUMBER)
		return scaled(p, a, b.number);
	if (a.kind != OPERAND_LENGTH || b.kind != OPERAND_LENGTH || a.percent != 0 || b.percent != 0)
		return fail(p, "a product of percentages");
	a.length *= b.length;
	a.power += b.power;
	return a;
}

static struct operand divide(struct parser *p, struct operand a, struct operand b)
{
	if (b.kind == OPERAND_NUMBER)
		return b.number != 0 ? scaled(p, a, 1 / b.number) : fail(p, "a division by zero");
	if (a.kind != OPERAND_LENGTH || b.kind != OPERAND_LENGTH || b.length == 0 || b.percent != 0 || a.percent != 0 ||
	    a.power < b.power)
		return fail(p, "a division by a length");
	a.length /= b.length;
	a.power -= b.power;
	return a.power == 0 ? number_operand(a.length) : a;
}

static struct operand modulo(struct parser *p, struct operand a, struct operand b)
{
	if (a.kind == OPERAND_NUMBER && b.kind == OPERAND_NUMBER && b.number != 0)
		return number_operand(fmod(a.number, b.number));
	return fail(p, "mod of what is not two numbers");
}

static bool take_word(struct parser *p, const char *word)
{
	size_t size = strlen(word);
	if (strncmp(p->at, word, size) != 0 || is_name_character(p->at[size]))
		return false;
	p->at += size;
	return true;
}

static struct operand parse_product(struct parser *p)
{
	struct operand o = parse_unary(p);
	while (!p->failed) {
		skip_space(p);
		if (*p->at == '*') {
			p->at++;
			o = multiply(p, o, parse_unary(p));
		} else if (take_word(p, "div")) {
			o = divide(p, o, parse_unary(p));
		} else if (take_word(p, "mod")) {
			o = modulo(p, o, parse_unary(p));
		} else {
			break;
		}
	}
	return o;
}

static struct operand add(struct parser *p, struct operand a, struct operand b)
{
	if (a.kind == OPERAND_SHARE || b.kind == OPERAND_SHARE) {
		struct operand o = {.kind = OPERAND_SHARE, .length = a.length + b.length, .percent = a.percent + b.percent};
		o.number = (a.kind == OPERAND_SHARE ? a.number : 0) + (b.kind == OPERAND_SHARE ? b.number : 0);
		return o;
	}
	if (a.kind == OPERAND_NUMBER && b.kind == OPERAND_NUMBER)
		return number_operand(a.number + b.number);
	/* 0 has any unit. */
	if (a.kind == OPERAND_NUMBER && a.number == 0)
		return b;
	if (b.kind == OPERAND_NUMBER && b.number == 0)
		return a;
	if (a.kind != OPERAND_LENGTH || b.kind != OPERAND_LENGTH || a.power != b.power)
		return fail(p, "a sum of a number and a length");
	return length_operand(a.length + b.length, a.percent + b.percent);
}

static struct operand parse_sum(struct parser *p)
{
	struct operand o = parse_product(p);
	while (!p->failed) {
		skip_space(p);
		if (*p->at == '+') {
			p->at++;
			o = add(p, o, parse_product(p));
		} else if (*p->at == '-') {
			p->at++;
			o = add(p, o, scaled(p, parse_product(p), -1));
		} else {
			break;
		}
	}
	return o;
}

bool expression_evaluate(struct value_context *x, enum fo_property property, const char *text, struct operand *out,
                         const char **why)
{
	struct parser p = {.x = x, .property = property, .at = text};
	*out = parse_sum(&p);
	skip_space(&p);
	if (!p.failed && *p.at != '\0')
		fail(&p, NULL);
	if (!p.failed && out->kind == OPERAND_LENGTH && out->power != 1)
		fail(&p, "a power of a length");
	*why = p.why;
	return !p.failed;
}
