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

/* The size nearest to one among those that are a number of steps from medium: XSL 7.9.4 lets relative sizes go from
 * there. */
static mpt nearest_font_size(mpt size)
{
	mpt last = 12000, next = last;
	bool larger = size >= last;
	for (int i = 0; i < 64 && (larger ? next < size : next > size); i++) {
		last = next;
		next = larger ? mpt_scale(last, 12, 10) : mpt_scale(last, 10, 12);
	}
	return llabs(last - size) <= llabs(next - size) ? last : next;
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
		return mpt_scale(nearest_font_size(parent), 12, 10);
	case KEY_SMALLER:
		return mpt_scale(nearest_font_size(parent), 10, 12);
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

/* From the inherited width to the next one, and no further than the last (XSL 7.9.5). */
static enum fo_key font_stretch_keyword(enum fo_key key, enum fo_key parent)
{
	static const enum fo_key widths[] = {KEY_ULTRA_CONDENSED, KEY_EXTRA_CONDENSED, KEY_CONDENSED,
	                                     KEY_SEMI_CONDENSED,  KEY_NORMAL,          KEY_SEMI_EXPANDED,
	                                     KEY_EXPANDED,        KEY_EXTRA_EXPANDED,  KEY_ULTRA_EXPANDED};
	size_t last = sizeof widths / sizeof *widths - 1, at = 0;
	if (key != KEY_WIDER && key != KEY_NARROWER)
		return key;
	while (at < last && widths[at] != parent)
		at++;
	if (key == KEY_WIDER)
		return widths[at < last ? at + 1 : last];
	return widths[at > 0 ? at - 1 : 0];
}

/* The parent's computed value: a colour that goes by the parent's color is that colour. */
static struct fo_value inherited(const struct value_context *x, enum fo_property property)
{
	const struct fo_style *style = x->parent_style ? x->parent_style : x->b->initial;
	if (!style)
		return (struct fo_value){0};
	const struct fo_value *v = style_value(x->b, style, property);
	bool by_color = v->kind == FO_VALUE_KEYWORD && v->key == KEY_CURRENTCOLOR;
	return by_color ? *style_value(x->b, style, PROP_COLOR) : *v;
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

/* What cannot be set (lines from bottom to top, upwards or in turns) is set in the nearest mode that can. */
static struct fo_value writing_mode(const struct value_context *x, enum fo_key key)
{
	static const struct {
		enum fo_key key, used;
		bool same;
	} modes[] = {{KEY_LR, KEY_LR_TB, true},
	             {KEY_RL, KEY_RL_TB, true},
	             {KEY_TB, KEY_TB_RL, true},
	             {KEY_RL_BT, KEY_RL_TB, false},
	             {KEY_BT_RL, KEY_TB_RL, false},
	             {KEY_BT_LR, KEY_TB_LR, false},
	             {KEY_TB_LR_IN_LR_PAIRS, KEY_TB_LR, false}};
	enum fo_key used = key == KEY_RL_TB || key == KEY_TB_RL || key == KEY_TB_LR ? key : KEY_LR_TB;
	bool same = key == KEY_LR_TB || used != KEY_LR_TB;
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
		if (modes[i].key == key) {
			used = modes[i].used;
			same = modes[i].same;
		}
	if (!same)
		diag_warning(x->b->diag, x->loc, "writing-mode: '%s' is not supported, '%s' is used", fo_key_name(key),
		             fo_key_name(used));
	return value_keyword(used);
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
	if (property == PROP_FONT_STRETCH)
		return value_keyword(font_stretch_keyword(key, (enum fo_key)inherited(x, PROP_FONT_STRETCH).key));
	/* Pages are what a PDF has anyway. */
	if (property == PROP_MEDIA_USAGE && key == KEY_PAGINATE)
		return value_keyword(KEY_AUTO);
	if (is_border_width(property))
		return value_length(key == KEY_THIN ? 500 : key == KEY_THICK ? 2000 : 1000);
	if (property == PROP_LINE_HEIGHT || property == PROP_LINE_HEIGHT_MINIMUM || property == PROP_LINE_HEIGHT_MAXIMUM)
		return value_number(1.2);
	if (property == PROP_BACKGROUND_POSITION_HORIZONTAL || property == PROP_BACKGROUND_POSITION_VERTICAL) {
		struct fo_value v = value_length(0);
		v.percent = key == KEY_CENTER ? 50 : key == KEY_RIGHT || key == KEY_BOTTOM ? 100 : 0;
		return v;
	}
	if (property == PROP_WRITING_MODE)
		return writing_mode(x, key);
	if (is_keep(property))
		return value_number(key == KEY_ALWAYS ? FO_KEEP_ALWAYS : 0);
	return value_keyword(key);
}

/* ---- strings ---- */

static const char *without_quotes(const char *text, size_t size, struct arena *a)
{
	bool quoted = size >= 2 && (text[0] == '"' || text[0] == '\'') && text[size - 1] == text[0] &&
	              !memchr(text + 1, text[0], size - 2);
	return quoted ? arena_strndup(a, text + 1, size - 2) : arena_strndup(a, text, size);
}

/* url('x'), url(x), 'x' and x are all x. Values' texts live as long as the tree, so that most need no copy. */
static const char *unwrap(const char *text, struct arena *a)
{
	size_t size = strlen(text);
	if (size > 5 && strncmp(text, "url(", 4) == 0 && text[size - 1] == ')') {
		size_t lead = 4 + strspn(text + 4, " ");
		size--;
		while (size > lead && text[size - 1] == ' ')
			size--;
		return without_quotes(text + lead, size - lead, a);
	}
	return text[0] == '"' || text[0] == '\'' ? without_quotes(text, size, a) : text;
}

/* Codes have one spelling: "zh" also for "ZH", "zho" and "chi" (ISO 639), "Hans" for "hans", "CN" for "cn". */
static const char *code_value(enum fo_property property, const char *text, struct arena *a)
{
	static const struct {
		const char *three, *two;
	} languages[] = {{"bel", "be"}, {"chi", "zh"}, {"deu", "de"}, {"eng", "en"}, {"fra", "fr"}, {"fre", "fr"},
	                 {"ger", "de"}, {"jpn", "ja"}, {"kor", "ko"}, {"rus", "ru"}, {"ukr", "uk"}, {"zho", "zh"}};
	char *code = arena_strdup(a, text);
	for (char *c = code; *c; c++) {
		bool upper = property == PROP_COUNTRY || (property == PROP_SCRIPT && c == code);
		if (upper && *c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
		else if (!upper && *c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	}
	for (size_t i = 0; property == PROP_LANGUAGE && i < sizeof languages / sizeof *languages; i++)
		if (strcmp(code, languages[i].three) == 0)
			return languages[i].two;
	return code;
}

static struct fo_value string_value(const struct value_context *x, enum fo_property property, const char *text)
{
	if (property == PROP_LANGUAGE || property == PROP_COUNTRY || property == PROP_SCRIPT)
		return value_string(code_value(property, text, x->b->memory));
	/* A family list and features keep their quotes, which tell names from each other. */
	bool whole =
	    property == PROP_FONT_FAMILY || property == PROP_FONT_FEATURE_SETTINGS || property == PROP_TEXT_EMPHASIS_STYLE;
	return value_string(whole ? text : unwrap(text, x->b->memory));
}

static bool is_list_of(const char *text, const char *words)
{
	while (*text) {
		text += strspn(text, " ");
		size_t size = strcspn(text, " ");
		if (size > 0 && !list_has_word(words, text, size))
			return false;
		text += size;
	}
	return true;
}

/* One shape, filled or open, or a string of whose letters the first is the mark (CSS Text Decoration 3, 3.1). */
static bool is_emphasis_style(const char *text)
{
	static const char shapes[] = "dot circle double-circle triangle sesame";
	size_t size = strlen(text);
	if (size > 2 && (text[0] == '"' || text[0] == '\''))
		return text[size - 1] == text[0];
	size_t first = strcspn(text, " "), next = first + strspn(text + first, " ");
	bool fill = list_has_word("filled open", text, first), shape = list_has_word(shapes, text, first);
	if (!text[next])
		return fill || shape;
	return (fill && list_has_word(shapes, text + next, size - next)) ||
	       (shape && list_has_word("filled open", text + next, size - next));
}

/* Is this a string that the property can be? Most can be any. */
static bool is_string_of(enum fo_property property, const char *text)
{
	switch (property) {
	case PROP_TEXT_DECORATION:
		return *text && is_list_of(text, "underline no-underline overline no-overline line-through no-line-through "
		                                 "blink no-blink");
	case PROP_TEXT_EMPHASIS_STYLE:
		return is_emphasis_style(text);
	case PROP_TEXT_EMPHASIS_POSITION:
		return *text && is_list_of(text, "over under left right");
	case PROP_TEXT_ALIGN: {
		/* The character that cells are aligned by; a word is a mistake (XSL 7.16.9). */
		size_t at = 0, size = strlen(text);
		if (size > 2 && (text[0] == '"' || text[0] == '\''))
			return true;
		return size > 0 && utf8_next(text, size, &at) && at == size;
	}
	default:
		return true;
	}
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

static struct fo_value column_share(const struct operand *o)
{
	struct fo_value v = {.kind = FO_VALUE_COLUMN_SHARE, .percent = (float)o->percent};
	v.share.shares = o->number;
	v.share.length = mpt_from_points(o->length / MPT_PER_POINT);
	return v;
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
		*out = column_share(o);
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
	/* 50% is 0.5 where a number is due (as of opacity). */
	if (o->percent != 0 && o->length == 0 && (accepts & ACCEPT_NUMBER) && !(accepts & ACCEPT_LENGTH)) {
		*out = value_number(o->percent / 100);
		return true;
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

/* Of strings only these are looked at; NULL for other properties. */
static const char *string_expectation(enum fo_property property)
{
	switch (property) {
	case PROP_TEXT_DECORATION:
		return "none or some of underline overline line-through blink";
	case PROP_TEXT_EMPHASIS_STYLE:
		return "none, a string or one of dot circle double-circle triangle sesame, filled or open";
	case PROP_TEXT_EMPHASIS_POSITION:
		return "over or under, left or right";
	default:
		return NULL;
	}
}

static bool report(const struct value_context *x, enum fo_property property, const char *text, const char *why)
{
	const struct property_row *row = &fo_property_rows[property];
	const char *name = x->attribute ? x->attribute : row->name;
	if (why)
		diag_error(x->b->diag, x->loc, "%s: %s, got '%s'", name, why, text);
	else if (row->accepts == ACCEPT_KEYWORDS || property == PROP_TEXT_ALIGN)
		diag_error(x->b->diag, x->loc, "%s: expected one of %s, got '%s'", name, row->keywords, text);
	else {
		const char *expected = string_expectation(property);
		diag_error(x->b->diag, x->loc, "%s: expected %s, got '%s'", name,
		           expected ? expected : expectation(row->accepts, row->keywords), text);
	}
	return false;
}

/* Whole numbers and the least that each can be (XSL says for each: rounded, then not below that). */
static const struct {
	enum fo_property property;
	double least;
} whole_numbers[] = {{PROP_COLUMN_COUNT, 1},
                     {PROP_NUMBER_COLUMNS_SPANNED, 1},
                     {PROP_NUMBER_ROWS_SPANNED, 1},
                     {PROP_NUMBER_COLUMNS_REPEATED, 1},
                     {PROP_COLUMN_NUMBER, 1},
                     {PROP_INITIAL_PAGE_NUMBER, 1},
                     {PROP_ORPHANS, 1},
                     {PROP_WIDOWS, 1},
                     {PROP_HYPHENATION_PUSH_CHARACTER_COUNT, 1},
                     {PROP_HYPHENATION_REMAIN_CHARACTER_COUNT, 1},
                     {PROP_HYPHENATION_LADDER_COUNT, 0},
                     {PROP_MAXIMUM_REPEATS, 0},
                     {PROP_GROUPING_SIZE, 0}};

#define WHOLE_MOST 1e6

static const char *check_number(enum fo_property property, struct fo_value *v)
{
	if (property == PROP_REFERENCE_ORIENTATION) {
		double degrees = fmod(v->number, 360);
		v->number = degrees < 0 ? degrees + 360 : degrees;
		return fmod(v->number, 90) == 0 ? NULL : "expected a multiple of 90";
	}
	for (size_t i = 0; i < sizeof whole_numbers / sizeof *whole_numbers; i++)
		if (whole_numbers[i].property == property) {
			v->number = floor(v->number + 0.5);
			if (v->number > WHOLE_MOST)
				return "expected a number up to a million";
			if (v->number < whole_numbers[i].least)
				return whole_numbers[i].least > 0 ? "expected a whole number from 1" : "expected a whole number from 0";
		}
	return NULL;
}

static bool is_never_negative(enum fo_property property)
{
	switch (property) {
	case PROP_FONT_SIZE:
	case PROP_LINE_HEIGHT:
	case PROP_LINE_HEIGHT_MINIMUM:
	case PROP_LINE_HEIGHT_MAXIMUM:
	case PROP_PADDING_BEFORE:
	case PROP_PADDING_AFTER:
	case PROP_PADDING_START:
	case PROP_PADDING_END:
	case PROP_BORDER_BEFORE_WIDTH:
	case PROP_BORDER_AFTER_WIDTH:
	case PROP_BORDER_START_WIDTH:
	case PROP_BORDER_END_WIDTH:
	case PROP_CHANGE_BAR_WIDTH:
	case PROP_INLINE_PROGRESSION_DIMENSION:
	case PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM:
	case PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM:
	case PROP_BLOCK_PROGRESSION_DIMENSION:
	case PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM:
	case PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM:
	case PROP_CONTENT_WIDTH:
	case PROP_CONTENT_HEIGHT:
	case PROP_COLUMN_WIDTH:
	case PROP_COLUMN_GAP:
	case PROP_EXTENT:
	case PROP_PAGE_WIDTH:
	case PROP_PAGE_HEIGHT:
	case PROP_LEADER_LENGTH_MINIMUM:
	case PROP_LEADER_LENGTH_OPTIMUM:
	case PROP_LEADER_LENGTH_MAXIMUM:
	case PROP_LEADER_PATTERN_WIDTH:
	case PROP_RULE_THICKNESS:
	case PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION:
	case PROP_BORDER_SEPARATION_BLOCK_PROGRESSION_DIRECTION:
	case PROP_LINE_GRID:
	case PROP_LAYOUT_GRID_CHAR:
		return true;
	default:
		return false;
	}
}

/* So that sums and conversions of them stay far from overflow. */
#define NUMBER_MOST 1e9

static bool is_too_large(const struct fo_value *v)
{
	double number = v->kind == FO_VALUE_LENGTH         ? (double)v->percent
	                : v->kind == FO_VALUE_COLUMN_SHARE ? v->share.shares
	                                                   : v->number;
	return !(fabs(number) <= NUMBER_MOST);
}

/* What is wrong with a value of the right kind; NULL when nothing is. */
static const char *check_value(enum fo_property property, struct fo_value *v)
{
	bool number = v->kind == FO_VALUE_NUMBER || v->kind == FO_VALUE_COLUMN_SHARE;
	if ((number || v->kind == FO_VALUE_LENGTH) && is_too_large(v))
		return "too large a number";
	if (v->kind == FO_VALUE_NUMBER) {
		const char *wrong = check_number(property, v);
		if (wrong)
			return wrong;
	}
	bool negative = (v->kind == FO_VALUE_LENGTH && (v->length < 0 || (v->percent < 0 && v->length == 0))) ||
	                (v->kind == FO_VALUE_NUMBER && v->number < 0);
	return negative && is_never_negative(property) ? "may not be negative" : NULL;
}

static bool parse_numeric(struct value_context *x, enum fo_property property, const char *text, struct fo_value *out)
{
	const char *why = NULL;
	struct operand o;
	if (!expression_evaluate(x, property, text, &o, &why))
		return report(x, property, text, why);
	if (!from_operand(x, property, &o, out))
		return report(x, property, text, NULL);
	why = check_value(property, out);
	return !why || report(x, property, text, why);
}

static bool looks_like_function(const char *text)
{
	return strncmp(text, "from-", 5) == 0 || strncmp(text, "inherited-property-value(", 25) == 0 ||
	       strncmp(text, "merge-property-values(", 22) == 0;
}

/* One side of clip's rect(top, right, bottom, left), with or without commas; NULL: it is no such shape. */
static const char *clip_side(enum fo_property property, const char *text, struct arena *a)
{
	static const char separators[] = ", ";
	size_t size = strlen(text);
	if (property < PROP_CLIP_TOP || property > PROP_CLIP_LEFT || strncmp(text, "rect(", 5) != 0 ||
	    text[size - 1] != ')')
		return NULL;
	const char *side = NULL, *end = text + size - 1;
	int count = 0;
	for (const char *at = text + 5; (at += strspn(at, separators)) < end; count++) {
		size_t word = strcspn(at, ", )");
		if (count == (int)property - (int)PROP_CLIP_TOP)
			side = arena_strndup(a, at, word);
		at += word;
	}
	return count == 4 ? side : NULL;
}

bool value_parse(struct value_context *x, enum fo_property property, const char *text, struct fo_value *out)
{
	const char *part = clip_side(property, text, x->b->memory);
	if (part)
		text = part;
	const struct property_row *row = &fo_property_rows[property];
	size_t size = strlen(text);
	if (size == 7 && strcmp(text, "inherit") == 0) {
		*out = inherited(x, property);
		return true;
	}
	if (list_has_word(row->keywords, text, size)) {
		*out = meaning_of(x, property, fo_keyword_lookup(text, size));
		return true;
	}
	if (strcmp(text, "currentcolor") == 0 && (row->accepts & ACCEPT_COLOR)) {
		*out = property == PROP_COLOR ? inherited(x, property) : value_keyword(KEY_CURRENTCOLOR);
		return true;
	}
	if (looks_like_function(text))
		return parse_numeric(x, property, text, out);
	if (row->accepts & ACCEPT_STRING) {
		if (!is_string_of(property, text))
			return report(x, property, text, NULL);
		*out = string_value(x, property, text);
		return true;
	}
	if (row->accepts == ACCEPT_KEYWORDS)
		return report(x, property, text, NULL);
	return parse_numeric(x, property, text, out);
}
