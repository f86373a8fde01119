/* What objects must hold and name (XSL 1.1 chapter 6, "Contents" and "Constraints"): tables of what is required, then
 * one walk over the finished tree. Only reports; layout takes what there is. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

/* ---- properties that must be given ---- */

static const struct {
	enum fo_kind kind;
	enum fo_property property;
} required_properties[] = {{FO_PAGE_SEQUENCE, PROP_MASTER_REFERENCE},
                           {FO_SIMPLE_PAGE_MASTER, PROP_MASTER_NAME},
                           {FO_PAGE_SEQUENCE_MASTER, PROP_MASTER_NAME},
                           {FO_SINGLE_PAGE_MASTER_REFERENCE, PROP_MASTER_REFERENCE},
                           {FO_REPEATABLE_PAGE_MASTER_REFERENCE, PROP_MASTER_REFERENCE},
                           {FO_CONDITIONAL_PAGE_MASTER_REFERENCE, PROP_MASTER_REFERENCE},
                           {FO_FLOW, PROP_FLOW_NAME},
                           {FO_STATIC_CONTENT, PROP_FLOW_NAME},
                           {FO_FLOW_MAP, PROP_FLOW_MAP_NAME},
                           {FO_FLOW_NAME_SPECIFIER, PROP_FLOW_NAME_REFERENCE},
                           {FO_REGION_NAME_SPECIFIER, PROP_REGION_NAME_REFERENCE},
                           {FO_COLOR_PROFILE, PROP_COLOR_PROFILE_NAME},
                           {FO_COLOR_PROFILE, PROP_SRC},
                           {FO_CHARACTER, PROP_CHARACTER},
                           {FO_EXTERNAL_GRAPHIC, PROP_SRC},
                           {FO_PAGE_NUMBER_CITATION, PROP_REF_ID},
                           {FO_PAGE_NUMBER_CITATION_LAST, PROP_REF_ID},
                           {FO_SCALING_VALUE_CITATION, PROP_REF_ID},
                           {FO_INDEX_RANGE_END, PROP_REF_ID},
                           {FO_INDEX_RANGE_BEGIN, PROP_INDEX_KEY},
                           {FO_INDEX_KEY_REFERENCE, PROP_REF_INDEX_KEY},
                           {FO_MARKER, PROP_MARKER_CLASS_NAME},
                           {FO_RETRIEVE_MARKER, PROP_RETRIEVE_CLASS_NAME},
                           {FO_RETRIEVE_TABLE_MARKER, PROP_RETRIEVE_CLASS_NAME},
                           {FO_CHANGE_BAR_BEGIN, PROP_CHANGE_BAR_CLASS},
                           {FO_CHANGE_BAR_END, PROP_CHANGE_BAR_CLASS}};

static void check_properties(struct build *b, const struct fo_node *node)
{
	for (size_t i = 0; i < sizeof required_properties / sizeof *required_properties; i++) {
		enum fo_property property = required_properties[i].property;
		/* src on an ancestor does not count, nor does a value that was refused. */
		if (required_properties[i].kind == node->kind && !fo_is_specified(node, property))
			diag_error(b->diag, node->loc, "%s has no %s", fo_kind_name(node->kind), fo_property_name(property));
	}
}

/* ---- children that must be there, or come in an order ---- */

struct place {
	enum fo_kind parent, child;
	int rank;  /* a child of a lower rank does not come after one of a higher; 0: anywhere */
	bool must; /* at least one */
	bool once;
};

static const struct place places[] = {
    {FO_ROOT, FO_LAYOUT_MASTER_SET, 1, true, true},
    {FO_ROOT, FO_DECLARATIONS, 2, false, true},
    {FO_ROOT, FO_BOOKMARK_TREE, 3, false, true},
    {FO_ROOT, FO_PAGE_SEQUENCE, 4, false, false},
    {FO_ROOT, FO_PAGE_SEQUENCE_WRAPPER, 4, false, false},
    {FO_PAGE_SEQUENCE, FO_TITLE, 1, false, true},
    {FO_PAGE_SEQUENCE, FO_FOLIO_PREFIX, 2, false, true},
    {FO_PAGE_SEQUENCE, FO_FOLIO_SUFFIX, 3, false, true},
    {FO_PAGE_SEQUENCE, FO_STATIC_CONTENT, 4, false, false},
    {FO_PAGE_SEQUENCE, FO_FLOW, 5, true, false},
    {FO_SIMPLE_PAGE_MASTER, FO_REGION_BODY, 0, true, false},
    {FO_FLOW_MAP, FO_FLOW_ASSIGNMENT, 0, true, false},
    {FO_FLOW_ASSIGNMENT, FO_FLOW_SOURCE_LIST, 1, true, true},
    {FO_FLOW_ASSIGNMENT, FO_FLOW_TARGET_LIST, 2, true, true},
    {FO_FLOW_SOURCE_LIST, FO_FLOW_NAME_SPECIFIER, 0, true, false},
    {FO_FLOW_TARGET_LIST, FO_REGION_NAME_SPECIFIER, 0, true, false},
    {FO_BLOCK, FO_INITIAL_PROPERTY_SET, 0, false, true},
    {FO_TABLE_AND_CAPTION, FO_TABLE_CAPTION, 1, false, true},
    {FO_TABLE_AND_CAPTION, FO_TABLE, 2, true, true},
    {FO_TABLE, FO_TABLE_COLUMN, 1, false, false},
    {FO_TABLE, FO_TABLE_HEADER, 2, false, true},
    {FO_TABLE, FO_TABLE_FOOTER, 3, false, true},
    {FO_TABLE, FO_TABLE_BODY, 4, true, false},
    {FO_LIST_BLOCK, FO_LIST_ITEM, 0, true, false},
    {FO_LIST_ITEM, FO_LIST_ITEM_LABEL, 1, true, true},
    {FO_LIST_ITEM, FO_LIST_ITEM_BODY, 2, true, true},
    {FO_MULTI_SWITCH, FO_MULTI_CASE, 0, true, false},
    {FO_BOOKMARK_TREE, FO_BOOKMARK, 0, true, false},
    {FO_BOOKMARK, FO_BOOKMARK_TITLE, 1, true, true},
    {FO_BOOKMARK, FO_BOOKMARK, 2, false, false},
    {FO_FOOTNOTE, FO_INLINE, 1, false, true},
    {FO_FOOTNOTE, FO_FOOTNOTE_BODY, 2, true, true},
    {FO_INSTREAM_FOREIGN_OBJECT, FO_FOREIGN, 0, true, true},
    {FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES, FO_CONDITIONAL_PAGE_MASTER_REFERENCE, 0, true, false},
    {FO_INDEX_PAGE_CITATION_LIST, FO_INDEX_KEY_REFERENCE, 0, true, false},
    {FO_RUBY, FO_RUBY_BASE, 0, true, false},
    {FO_RUBY, FO_RUBY_TEXT, 0, true, false}};

#define PLACE_COUNT (sizeof places / sizeof *places)

static const struct place *place_of(enum fo_kind parent, enum fo_kind child)
{
	for (size_t i = 0; i < PLACE_COUNT; i++)
		if (places[i].parent == parent && places[i].child == child)
			return &places[i];
	return NULL;
}

static bool has_child(const struct fo_node *node, enum fo_kind kind)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind == kind)
			return true;
	return false;
}

static void check_order(struct build *b, const struct fo_node *node)
{
	const struct place *highest = NULL;
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		const struct place *p = place_of(node->kind, child->kind);
		if (!p || !p->rank)
			continue;
		if (highest && p->rank < highest->rank)
			diag_warning(b->diag, child->loc, "%s must come before %s", fo_kind_name(child->kind),
			             fo_kind_name(highest->child));
		else
			highest = p;
	}
}

static void check_once(struct build *b, const struct fo_node *node, enum fo_kind kind)
{
	bool seen = false;
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind == kind && seen)
			diag_error(b->diag, child->loc, "%s may hold %s only once", fo_kind_name(node->kind), fo_kind_name(kind));
		seen |= child->kind == kind;
	}
}

static void check_children(struct build *b, const struct fo_node *node)
{
	bool any = false;
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		if (places[i].parent != node->kind)
			continue;
		any = true;
		if (places[i].must && !has_child(node, places[i].child))
			diag_error(b->diag, node->loc, "%s has no %s", fo_kind_name(node->kind), fo_kind_name(places[i].child));
		if (places[i].once)
			check_once(b, node, places[i].child);
	}
	if (any)
		check_order(b, node);
}

/* Markers come first in what they mark (XSL 6.13.5), initial properties before the text they are for (6.6.4). */
static void check_leading(struct build *b, const struct fo_node *node)
{
	bool content = false;
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		bool leading = child->kind == FO_MARKER || child->kind == FO_INITIAL_PROPERTY_SET;
		if (leading && content)
			diag_warning(b->diag, child->loc, "%s must come before other content of %s", fo_kind_name(child->kind),
			             fo_kind_name(node->kind));
		content |= !leading && !(child->kind == FO_TEXT && fo_is_blank_text(child));
	}
}

/* ---- where an object may not stand, however deep ---- */

static const struct {
	enum fo_kind kind, inside;
} forbidden[] = {{FO_FOOTNOTE, FO_STATIC_CONTENT},
                 {FO_FOOTNOTE, FO_FOOTNOTE_BODY},
                 {FO_FOOTNOTE, FO_FLOAT},
                 {FO_FOOTNOTE, FO_MARKER},
                 {FO_FLOAT, FO_STATIC_CONTENT},
                 {FO_FLOAT, FO_FOOTNOTE_BODY},
                 {FO_FLOAT, FO_FLOAT},
                 {FO_FLOAT, FO_MARKER},
                 {FO_MARKER, FO_STATIC_CONTENT},
                 {FO_MARKER, FO_MARKER},
                 {FO_RETRIEVE_MARKER, FO_MARKER},
                 {FO_RETRIEVE_MARKER, FO_FLOW}};

static void check_surroundings(struct build *b, const struct fo_node *node)
{
	for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
		if (forbidden[i].kind != node->kind)
			continue;
		for (const struct fo_node *outer = node->parent; outer; outer = outer->parent)
			if (outer->kind == forbidden[i].inside) {
				diag_error(b->diag, node->loc, "%s may not stand inside %s", fo_kind_name(node->kind),
				           fo_kind_name(outer->kind));
				break;
			}
	}
}

/* ---- references ---- */

static void check_id(struct build *b, const struct fo_node *node, enum fo_property property)
{
	const char *id = fo_string(node, property);
	if (*id && !id_lookup(b->ids, id))
		diag_error(b->diag, node->loc, "%s: no object has the id '%s'", fo_kind_name(node->kind), id);
}

static void check_destination(struct build *b, const struct fo_node *node)
{
	const char *inside = fo_string(node, PROP_INTERNAL_DESTINATION),
	           *outside = fo_string(node, PROP_EXTERNAL_DESTINATION);
	if (!*inside && !*outside)
		diag_error(b->diag, node->loc, "%s has neither an internal-destination nor an external-destination",
		           fo_kind_name(node->kind));
	check_id(b, node, PROP_INTERNAL_DESTINATION);
}

static bool is_master(const struct fo_node *node)
{
	return node->kind == FO_SIMPLE_PAGE_MASTER || node->kind == FO_PAGE_SEQUENCE_MASTER;
}

static const struct fo_node *master_named(const struct fo_node *set, const char *name, bool simple)
{
	for (const struct fo_node *child = set ? set->first_child : NULL; child; child = child->next)
		if ((simple ? child->kind == FO_SIMPLE_PAGE_MASTER : is_master(child)) &&
		    strcmp(fo_string(child, PROP_MASTER_NAME), name) == 0)
			return child;
	return NULL;
}

static const struct fo_node *master_set(const struct build *b)
{
	const struct fo_node *child = b->tree->root->first_child;
	while (child && child->kind != FO_LAYOUT_MASTER_SET)
		child = child->next;
	return child;
}

static void check_master(struct build *b, const struct fo_node *node)
{
	const char *name = fo_string(node, PROP_MASTER_REFERENCE);
	bool simple = node->kind != FO_PAGE_SEQUENCE;
	if (*name && !master_named(master_set(b), name, simple))
		diag_error(b->diag, node->loc, "%s: no fo:simple-page-master is named '%s'", fo_kind_name(node->kind), name);
}

static void check_master_name(struct build *b, const struct fo_node *node)
{
	const char *name = fo_string(node, PROP_MASTER_NAME);
	const struct fo_node *first = master_named(node->parent, name, false);
	if (*name && first != node)
		diag_error(b->diag, node->loc, "master-name: '%s' is the name of another master, too (line %d)", name,
		           first->loc.line);
}

static void check_references(struct build *b, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_BASIC_LINK:
	case FO_BOOKMARK:
		check_destination(b, node);
		break;
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
	case FO_SCALING_VALUE_CITATION:
		check_id(b, node, PROP_REF_ID);
		break;
	case FO_PAGE_SEQUENCE:
	case FO_SINGLE_PAGE_MASTER_REFERENCE:
	case FO_REPEATABLE_PAGE_MASTER_REFERENCE:
	case FO_CONDITIONAL_PAGE_MASTER_REFERENCE:
		check_master(b, node);
		break;
	case FO_SIMPLE_PAGE_MASTER:
	case FO_PAGE_SEQUENCE_MASTER:
		check_master_name(b, node);
		break;
	default:
		break;
	}
}

/* ---- change bars ---- */

/* Those that have begun and not ended. */
struct open_bars {
	const struct fo_node **bar;
	size_t count, capacity;
};

static void close_bar(struct build *b, struct open_bars *open, const struct fo_node *end)
{
	const char *class_name = fo_string(end, PROP_CHANGE_BAR_CLASS);
	for (size_t i = open->count; i-- > 0;)
		if (strcmp(fo_string(open->bar[i], PROP_CHANGE_BAR_CLASS), class_name) == 0) {
			memmove(&open->bar[i], &open->bar[i + 1], (open->count - i - 1) * sizeof *open->bar);
			open->count--;
			return;
		}
	diag_error(b->diag, end->loc, "fo:change-bar-end: no fo:change-bar-begin of the class '%s' is before it",
	           class_name);
}

/* Both ends of a bar stand in one page sequence. */
static void report_open_bars(struct build *b, struct open_bars *open)
{
	for (size_t i = 0; i < open->count; i++)
		diag_error(b->diag, open->bar[i]->loc,
		           "fo:change-bar-begin: no fo:change-bar-end of the class '%s' is after it",
		           fo_string(open->bar[i], PROP_CHANGE_BAR_CLASS));
	open->count = 0;
}

static void check_bars(struct build *b, struct open_bars *open, const struct fo_node *node)
{
	if (node->kind == FO_PAGE_SEQUENCE)
		report_open_bars(b, open);
	if (node->kind == FO_CHANGE_BAR_END)
		close_bar(b, open, node);
	if (node->kind != FO_CHANGE_BAR_BEGIN)
		return;
	ARRAY_RESERVE(open->bar, open->count, open->capacity);
	open->bar[open->count++] = node;
}

/* ---- the walk ---- */

static const struct fo_node *next_node(const struct fo_node *node)
{
	if (node->first_child)
		return node->first_child;
	while (node && !node->next)
		node = node->parent;
	return node ? node->next : NULL;
}

static void check_node(struct build *b, const struct fo_node *node)
{
	/* What stands for stray content is no object of the document. */
	if (node->xml && node->kind != FO_FOREIGN) {
		check_properties(b, node);
		check_children(b, node);
	}
	check_leading(b, node);
	check_surroundings(b, node);
	check_references(b, node);
	check_flows(b, node);
}

void check_tree(struct build *b)
{
	struct open_bars open = {0};
	struct open_ranges ranges = {0};
	for (const struct fo_node *node = b->tree->root; node; node = next_node(node)) {
		if (node->kind == FO_TEXT)
			continue;
		check_node(b, node);
		check_bars(b, &open, node);
		check_range(b, &ranges, node);
	}
	check_open_ranges(b, &ranges);
	report_open_bars(b, &open);
	free(open.bar);
}
