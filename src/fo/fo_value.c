/* One property's value from its text: keywords, colours, strings, expressions; what keywords of some properties stand
 * for. */
#include <math.h>
#include <string.h>

#include "fo_private.h"

struct fo_value value_keyword(enum fo_key key)
{
	return (struct fo_value){.kind = FO_VALUE_KEYWORD, .key = (uint16_t)key};
}

struct fo_value value_length(mpt length)
{
	return (struct fo_value){.kind = FO_VALUE_LENGTH, .length = length};
}

struct fo_value value_number(double number)
{
	return (struct fo_value){.kind = FO_VALUE_NUMBER, .number = number};
}

struct fo_value value_string(const char *string)
{
	return (struct fo_value){.kind = FO_VALUE_STRING, .string = string};
}

static struct fo_value value_color(struct fo_color color)
{
	return (struct fo_value){.kind = FO_VALUE_COLOR, .color = color};
}

/* ---- keywords ---- */

static bool has_keyword(const char *list, const char *text, size_t size)
{
	for (const char *at = list; *at;) {
		size_t length = strcspn(at, " ");
		if (length == size && strncmp(at, text, size) == 0)
			return true;
		at += length;
		at += strspn(at, " ");
	}
	return false;
}

/* CSS 2.1 15.7; medium is 12 pt and each step 1.2, as in Apache FOP. */
static mpt font_size_keyword(enum fo_key key, mpt parent)
{
	switch (key) {
	case KEY_XX_SMALL:
		return 6944;
	case KEY_X_SMALL:
		return 8333;
	case KEY_SMALL:
		return 10000;
	case KEY_LARGE:
		return 14400;
	case KEY_X_LARGE:
		return 17280;
	case KEY_XX_LARGE:
		return 20736;
	case KEY_LARGER:
		return mpt_scale(parent, 12, 10);
	case KEY_SMALLER:
		return mpt_scale(parent, 10, 12);
	default:
		return 12000;
	}
}

/* CSS Fonts 3, 3.2: bolder and lighter step from the inherited weight. */
static double font_weight_keyword(enum fo_key key, double parent)
{
	switch (key) {
	case KEY_BOLD:
		return 700;
	case KEY_BOLDER:
		return parent < 350 ? 400 : parent < 550 ? 700 : 900;
	case KEY_LIGHTER:
		return parent < 550 ? 100 : parent < 750 ? 400 : 700;
	default:
		return 400;
	}
}

static struct fo_value inherited(const struct value_context *x, enum fo_property property)
{
	const struct fo_style *style = x->parent_style ? x->parent_style : x->b->initial;
	return style ? *style_value(x->b, style, property) : (struct fo_value){0};
}

static bool is_border_width(enum fo_property property)
{
	return property == PROP_BORDER_BEFORE_WIDTH || property == PROP_BORDER_AFTER_WIDTH ||
	       property == PROP_BORDER_START_WIDTH || property == PROP_BORDER_END_WIDTH ||
	       property == PROP_CHANGE_BAR_WIDTH;
}

static bool is_keep(enum fo_property property)
{
	return strncmp(fo_property_rows[property].name, "keep-", 5) == 0;
}

/* Keywords that stand for a length or number. */
static struct fo_value meaning_of(const struct value_context *x, enum fo_property property, enum fo_key key)
{
	if (property == PROP_FONT_SIZE)
		return value_length(font_size_keyword(key, x->font_size));
	if (property == PROP_FONT_WEIGHT) {
		struct fo_value parent = inherited(x, PROP_FONT_WEIGHT);
		return value_number(font_weight_keyword(key, parent.kind == FO_VALUE_NUMBER ? parent.number : 400));
	}
	if (is_border_width(property))
		return value_length(key == KEY_THIN ? 500 : key == KEY_THICK ? 2000 : 1000);
	if (property == PROP_LINE_HEIGHT || property == PROP_LINE_HEIGHT_MINIMUM || property == PROP_LINE_HEIGHT_MAXIMUM)
		return value_number(1.2);
	if (property == PROP_BACKGROUND_POSITION_HORIZONTAL || property == PROP_BACKGROUND_POSITION_VERTICAL) {
		struct fo_value v = value_length(0);
		v.percent = key == KEY_CENTER ? 50 : key == KEY_RIGHT || key == KEY_BOTTOM ? 100 : 0;
		return v;
	}
	if (is_keep(property))
		return value_number(key == KEY_ALWAYS ? FO_KEEP_ALWAYS : 0);
	return value_keyword(key);
}

/* ---- strings ---- */

/* url('x'), url(x), 'x' and x are all x. */
static const char *unwrap(const char *text, struct arena *a)
{
	size_t size = strlen(text);
	if (size > 5 && strncmp(text, "url(", 4) == 0 && text[size - 1] == ')') {
		text += 4;
		size -= 5;
		while (size > 0 && *text == ' ') {
			text++;
			size--;
		}
		while (size > 0 && text[size - 1] == ' ')
			size--;
	}
	if (size >= 2 && (text[0] == '"' || text[0] == '\'') && text[size - 1] == text[0] &&
	    !memchr(text + 1, text[0], size - 2)) {
		text++;
		size -= 2;
	}
	return arena_strndup(a, text, size);
}

static struct fo_value string_value(const struct value_context *x, enum fo_property property, const char *text)
{
	/* A family list and features keep their quotes, which tell names from each other. */
	bool whole =
	    property == PROP_FONT_FAMILY || property == PROP_FONT_FEATURE_SETTINGS || property == PROP_TEXT_EMPHASIS_STYLE;
	return value_string(whole ? arena_strdup(x->b->memory, text) : unwrap(text, x->b->memory));
}

/* ---- expressions ---- */

/* A percentage that refers to a font size is settled at once. */
static mpt settled_length(const struct value_context *x, const struct operand *o, mpt percent_base)
{
	(void)x;
	double length = o->length + o->percent / 100 * (double)percent_base;
	return mpt_from_points(length / MPT_PER_POINT);
}

static bool is_line_height(enum fo_property property)
{
	return property == PROP_LINE_HEIGHT || property == PROP_LINE_HEIGHT_MINIMUM || property == PROP_LINE_HEIGHT_MAXIMUM;
}

static bool from_operand(const struct value_context *x, enum fo_property property, const struct operand *o,
                         struct fo_value *out)
{
	unsigned accepts = fo_property_rows[property].accepts;
	switch (o->kind) {
	case OPERAND_COLOR:
		*out = value_color(o->color);
		return accepts & ACCEPT_COLOR;
	case OPERAND_VALUE:
		*out = o->value;
		return true;
	case OPERAND_SHARE:
		*out = (struct fo_value){.kind = FO_VALUE_COLUMN_SHARE, .number = o->number};
		return property == PROP_COLUMN_WIDTH;
	case OPERAND_NUMBER:
		if (accepts & ACCEPT_NUMBER) {
			*out = value_number(o->number);
			return true;
		}
		/* A length without a unit is taken as points, as other formatters take it. */
		*out = value_length(mpt_from_points(o->number));
		return accepts & ACCEPT_LENGTH;
	default:
		break;
	}
	if (o->percent != 0 && !(accepts & ACCEPT_PERCENT))
		return false;
	if (property == PROP_FONT_SIZE || is_line_height(property)) {
		*out = value_length(settled_length(x, o, x->font_size));
		return true;
	}
	*out = value_length(mpt_from_points(o->length / MPT_PER_POINT));
	out->percent = (float)o->percent;
	return accepts & (ACCEPT_LENGTH | ACCEPT_PERCENT);
}

/* ---- one value ---- */

static const char *expectation(unsigned accepts, const char *keywords)
{
	if (accepts & ACCEPT_COLOR)
		return "a colour";
	if ((accepts & ACCEPT_LENGTH) && (accepts & ACCEPT_PERCENT))
		return *keywords ? "a length, a percentage or a keyword" : "a length or a percentage";
	if (accepts & ACCEPT_LENGTH)
		return *keywords ? "a length or a keyword" : "a length";
	if (accepts & ACCEPT_NUMBER)
		return *keywords ? "a number or a keyword" : "a number";
	return "a keyword";
}

static bool report(const struct value_context *x, enum fo_property property, const char *text, const char *why)
{
	const struct property_row *row = &fo_property_rows[property];
	const char *name = x->attribute ? x->attribute : row->name;
	if (why)
		diag_error(x->b->diag, x->loc, "%s: %s, got '%s'", name, why, text);
	else if (row->accepts == ACCEPT_KEYWORDS)
		diag_error(x->b->diag, x->loc, "%s: expected one of %s, got '%s'", name, row->keywords, text);
	else
		diag_error(x->b->diag, x->loc, "%s: expected %s, got '%s'", name, expectation(row->accepts, row->keywords),
		           text);
	return false;
}

static bool in_range(enum fo_property property, const struct fo_value *v)
{
	switch (property) {
	case PROP_FONT_SIZE:
		return v->kind == FO_VALUE_LENGTH && v->length >= 0;
	case PROP_PADDING_BEFORE:
	case PROP_PADDING_AFTER:
	case PROP_PADDING_START:
	case PROP_PADDING_END:
	case PROP_BORDER_BEFORE_WIDTH:
	case PROP_BORDER_AFTER_WIDTH:
	case PROP_BORDER_START_WIDTH:
	case PROP_BORDER_END_WIDTH:
	case PROP_PAGE_WIDTH:
	case PROP_PAGE_HEIGHT:
	case PROP_RULE_THICKNESS:
		return v->kind != FO_VALUE_LENGTH || (v->length >= 0 && v->percent >= 0);
	case PROP_COLUMN_COUNT:
	case PROP_NUMBER_COLUMNS_SPANNED:
	case PROP_NUMBER_ROWS_SPANNED:
	case PROP_NUMBER_COLUMNS_REPEATED:
	case PROP_COLUMN_NUMBER:
		return v->kind != FO_VALUE_NUMBER || (v->number >= 1 && v->number <= 1e6);
	default:
		return true;
	}
}

static bool parse_numeric(struct value_context *x, enum fo_property property, const char *text, struct fo_value *out)
{
	const char *why = NULL;
	struct operand o;
	if (!expression_evaluate(x, property, text, &o, &why))
		return report(x, property, text, why);
	if (!from_operand(x, property, &o, out) || !in_range(property, out))
		return report(x, property, text, NULL);
	return true;
}

static bool looks_like_function(const char *text)
{
	return strncmp(text, "from-", 5) == 0 || strncmp(text, "inherited-property-value(", 25) == 0 ||
	       strncmp(text, "merge-property-values(", 22) == 0;
}

bool value_parse(struct value_context *x, enum fo_property property, const char *text, struct fo_value *out)
{
	const struct property_row *row = &fo_property_rows[property];
	size_t size = strlen(text);
	if (size == 7 && strcmp(text, "inherit") == 0) {
		*out = inherited(x, property);
		return true;
	}
	if (has_keyword(row->keywords, text, size)) {
		*out = meaning_of(x, property, fo_keyword_lookup(text, size));
		return true;
	}
	if (strcmp(text, "currentcolor") == 0 && (row->accepts & ACCEPT_COLOR)) {
		*out = x->own ? x->own[PROP_COLOR] : value_color((struct fo_color){FO_COLOR_RGB, 255, {0}});
		return true;
	}
	if (looks_like_function(text))
		return parse_numeric(x, property, text, out);
	if (row->accepts & ACCEPT_STRING) {
		*out = string_value(x, property, text);
		return true;
	}
	if (row->accepts == ACCEPT_KEYWORDS)
		return report(x, property, text, NULL);
	return parse_numeric(x, property, text, out);
}
