/* Functions in expressions that ask for values of other properties and objects (XSL 5.10.4). */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

struct question {
	struct value_context *x;
	enum fo_property assigned; /* the property that is being set */
	enum fo_property property; /* the one asked for */
	struct operand *answer;
};

/* Each answers, or says what is wrong. */
typedef const char *function(const struct question *q);

static const char *answer_value(const struct question *q, const struct fo_style *style, enum fo_property property)
{
	const struct fo_value *v = style_value(q->x->b, style, property);
	if (v->kind == FO_VALUE_KEYWORD && v->key == KEY_CURRENTCOLOR)
		v = style_value(q->x->b, style, PROP_COLOR);
	if (v->kind == FO_VALUE_LENGTH)
		*q->answer = (struct operand){
		    .kind = OPERAND_LENGTH, .length = (double)v->length, .percent = (double)v->percent, .power = 1};
	else if (v->kind == FO_VALUE_NUMBER)
		*q->answer = (struct operand){.kind = OPERAND_NUMBER, .number = v->number};
	else
		*q->answer = (struct operand){.kind = OPERAND_VALUE, .value = *v};
	return NULL;
}

static const char *from_parent(const struct question *q)
{
	const struct fo_style *style = q->x->parent_style ? q->x->parent_style : q->x->b->initial;
	const char *wrong = answer_value(q, style, q->property);
	/* Percentages of a column are of the table's width, the table's own of what is round it. */
	if (q->assigned == PROP_COLUMN_WIDTH && q->property == PROP_INLINE_PROGRESSION_DIMENSION &&
	    q->answer->kind == OPERAND_LENGTH && q->answer->percent != 0) {
		q->answer->length = 0;
		q->answer->percent = 100;
	}
	return wrong;
}

static const char *from_nearest_specified(const struct question *q)
{
	for (const struct fo_node *node = q->x->parent; node; node = node->parent)
		if (fo_is_specified(node, q->property))
			return answer_value(q, node->style, q->property);
	return answer_value(q, q->x->b->initial, q->property);
}

/* Nothing is known of the system's fonts on paper. */
static const char *system_font(const struct question *q)
{
	return answer_value(q, q->x->b->initial, q->property);
}

static const struct fo_node *ancestor_of_kind(const struct fo_node *node, enum fo_kind kind)
{
	while (node && node->kind != kind)
		node = node->parent;
	return node;
}

static const char *from_master_region(const struct question *q)
{
	if (q->assigned != PROP_WRITING_MODE && q->assigned != PROP_REFERENCE_ORIENTATION)
		return "from-page-master-region() is for writing-mode and reference-orientation only";
	const struct fo_value *v = master_region_value(q->x, q->assigned);
	if (!v)
		return answer_value(q, q->x->b->initial, q->assigned);
	*q->answer = (struct operand){.kind = OPERAND_VALUE, .value = *v};
	return NULL;
}

/* ---- lists ---- */

/* XSL 7.30.11: the item's start-indent and the distance between starts; percentages of both are kept. */
static const char *body_start(const struct question *q)
{
	const struct fo_node *item = ancestor_of_kind(q->x->parent, FO_LIST_ITEM);
	if (!item)
		return "body-start() outside a list item";
	const struct fo_value *distance = fo_value(item, PROP_PROVISIONAL_DISTANCE_BETWEEN_STARTS),
	                      *start = fo_value(item, PROP_START_INDENT);
	*q->answer = (struct operand){.kind = OPERAND_LENGTH,
	                              .length = (double)(distance->length + start->length),
	                              .percent = (double)(distance->percent + start->percent),
	                              .power = 1};
	return NULL;
}

/* XSL 7.30.12: what the reference area's width leaves beside the body and the separation. */
static const char *label_end(const struct question *q)
{
	if (body_start(q))
		return "label-end() outside a list item";
	const struct fo_node *item = ancestor_of_kind(q->x->parent, FO_LIST_ITEM);
	const struct fo_value *separation = fo_value(item, PROP_PROVISIONAL_LABEL_SEPARATION);
	q->answer->length = (double)separation->length - q->answer->length;
	q->answer->percent = 100 + (double)separation->percent - q->answer->percent;
	return NULL;
}

/* ---- table columns ---- */

static int count_of(const struct fo_node *node, enum fo_property property)
{
	double n = fo_number(node, property);
	return n < 1 || n > COLUMNS_MOST ? 1 : (int)n;
}

static bool is_column(const struct fo_node *column, int *number, int wanted)
{
	if (fo_is_specified(column, PROP_COLUMN_NUMBER))
		*number = count_of(column, PROP_COLUMN_NUMBER);
	int first = *number;
	*number += count_of(column, PROP_NUMBER_COLUMNS_REPEATED);
	return wanted >= first && wanted < *number;
}

/* The column of that number with that span; without one, the column with a span of 1. */
static const struct fo_node *table_column(const struct fo_node *table, int wanted, int span)
{
	const struct fo_node *single = NULL;
	int number = 1;
	for (const struct fo_node *c = table->first_child; c; c = c->next) {
		if (c->kind != FO_TABLE_COLUMN || !is_column(c, &number, wanted))
			continue;
		int own = count_of(c, PROP_NUMBER_COLUMNS_SPANNED);
		if (own == span)
			return c;
		if (own == 1)
			single = c;
	}
	return single;
}

/* The attribute of a cell whose properties are only just being resolved; 0 when it is absent or bad. */
static int own_count(const struct fo_node *cell, const char *name)
{
	const char *text = cell->xml ? element_attribute(cell->xml, NULL, name) : NULL;
	long n = text ? strtol(text, NULL, 10) : 0;
	return n < 1 || n > COLUMNS_MOST ? 0 : (int)n;
}

static const char *from_table_column(const struct question *q)
{
	const struct fo_node *cell = ancestor_of_kind(q->x->node, FO_TABLE_CELL);
	const struct fo_node *table = ancestor_of_kind(cell, FO_TABLE);
	if (!table)
		return "from-table-column() outside a table cell";
	int number = own_count(cell, "column-number"), span = own_count(cell, "number-columns-spanned");
	if (number == 0)
		number = column_of_cell(q->x->b, cell);
	const struct fo_node *column = table_column(table, number, span ? span : 1);
	return answer_value(q, column ? column->style : q->x->b->initial, q->property);
}

/* ---- by name ---- */

static const struct {
	const char *name;
	function *call;
} functions[] = {{"from-parent", from_parent},
                 {"inherited-property-value", from_parent},
                 {"from-nearest-specified-value", from_nearest_specified},
                 {"from-table-column", from_table_column},
                 {"from-page-master-region", from_master_region},
                 /* The initial state of fo:multi-properties is that of the parent: paper is never hovered over. */
                 {"merge-property-values", from_parent},
                 {"system-font", system_font},
                 {"body-start", body_start},
                 {"label-end", label_end}};

/* Which of its compound's rows a property is; of one that is none, the optimum, or the second of two. */
static int component_of(enum fo_property assigned)
{
	for (int i = 0; i < COMPOUND_COUNT; i++) {
		int component = (int)assigned - (int)fo_compound_rows[i].first;
		if (component >= 0 && component < fo_compound_rows[i].components)
			return component;
	}
	return 1;
}

/* The row that a name stands for where assigned is being set: shorthands and compounds stand for what they set. */
static int property_named(const struct value_context *x, enum fo_property assigned, const char *text, size_t size)
{
	char name[64];
	if (size >= sizeof name)
		return -1;
	memcpy(name, text, size);
	name[size] = '\0';
	struct property_name what = name_lookup(x->b->names, name);
	switch (what.kind) {
	case NAME_NONE:
		return -1;
	case NAME_PROPERTY:
		return what.index;
	case NAME_ABSOLUTE:
		return (int)absolute_property(x, what.index);
	case NAME_COMPOUND: {
		const struct compound_row *row = &fo_compound_rows[what.index];
		int component = component_of(assigned);
		return (int)row->first + (component < row->components ? component : row->components - 1);
	}
	default:
		return (int)assigned;
	}
}

bool function_evaluate(struct value_context *x, enum fo_property assigned, const char *name, size_t name_size,
                       const char *argument, size_t argument_size, struct operand *out, const char **why)
{
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		if (strlen(functions[i].name) != name_size || strncmp(functions[i].name, name, name_size) != 0)
			continue;
		bool named = argument && functions[i].call != system_font;
		int property = named ? property_named(x, assigned, argument, argument_size) : (int)assigned;
		*why = property < 0 ? "a function of an unknown property"
		                    : functions[i].call(&(struct question){x, assigned, (enum fo_property)property, out});
		return !*why;
	}
	return false;
}
