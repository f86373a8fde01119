/* What the files of fo/ share: the tables, styles, and the state of one build. */
#ifndef CBUA_FO_PRIVATE_H
#define CBUA_FO_PRIVATE_H

#include "fo.h"

#define FO_NAMESPACE     "http://www.w3.org/1999/XSL/Format"
#define FOX_NAMESPACE    "http://xmlgraphics.apache.org/fop/extensions"
#define AXF_NAMESPACE    "http://www.antennahouse.com/names/XSL/Extensions"
#define SOURCE_NAMESPACE "urn:cbua:functions:1"

/* ---- tables ---- */

enum accept {
	ACCEPT_KEYWORDS = 0, /* nothing but keywords */
	ACCEPT_LENGTH = 1,
	ACCEPT_PERCENT = 2,
	ACCEPT_NUMBER = 4,
	ACCEPT_COLOR = 8,
	ACCEPT_STRING = 16
};

/* Properties that are stored together: inherited ones first. */
enum fo_group {
	GROUP_FONT,
	GROUP_PARAGRAPH,
	GROUP_LIST_TABLE,
	GROUP_AURAL,
	GROUP_OWN_FIRST, /* from here on: not inherited */
	GROUP_BORDER = GROUP_OWN_FIRST,
	GROUP_BACKGROUND,
	GROUP_STACKING,
	GROUP_INLINE,
	GROUP_AREA,
	GROUP_TABLE,
	GROUP_LINK,
	GROUP_REFERENCE, /* small, for what many objects have each of their own */
	GROUP_AURAL_OWN,
	GROUP_PAGE,
	GROUP_COUNT
};

/* What layout makes of an object or property; not on paper: for the ear, or for a screen that one clicks on. */
enum support { SUPPORT_NO, SUPPORT_NOT_ON_PAPER, SUPPORT_PARTLY, SUPPORT_YES };

struct property_row {
	const char *name;
	unsigned accepts;     /* enum accept */
	const char *keywords; /* separated by spaces */
	bool inherited;
	const char *initial;
	enum fo_group group;
	enum support support;
};
extern const struct property_row fo_property_rows[PROP_COUNT];
extern const char *const fo_keyword_names[KEY_COUNT];

/* A compound property: its rows stand one after the other, those that a plain value sets first. */
struct compound_row {
	const char *name;
	enum fo_property first;
	int values, components;
};
#define COMPOUND_COUNT 10
#define ABSOLUTE_COUNT 22
/* border-top-color and its like, width and height. */
extern const char *const fo_absolute_names[ABSOLUTE_COUNT];
extern const struct compound_row fo_compound_rows[COMPOUND_COUNT];

/* Classes of objects, for content models. */
enum {
	CLASS_ROOT_PART = 1 << 0,
	CLASS_DECLARATION = 1 << 1,
	CLASS_FOREIGN = 1 << 2,
	CLASS_SEQUENCE_PART = 1 << 3,
	CLASS_MASTER = 1 << 4,
	CLASS_MASTER_REFERENCE = 1 << 5,
	CLASS_ALTERNATIVE = 1 << 6,
	CLASS_REGION = 1 << 7,
	CLASS_BLOCK = 1 << 8,
	CLASS_INLINE = 1 << 9,
	CLASS_NEUTRAL = 1 << 10, /* block or inline, as its parent */
	CLASS_POINT = 1 << 11,   /* markers and the like, that make no area of their own */
	CLASS_TEXT = 1 << 12,
	CLASS_INITIAL = 1 << 13,
	CLASS_FLOW_MAP = 1 << 14,
	CLASS_FLOW_LIST = 1 << 15,
	CLASS_FLOW_SPECIFIER = 1 << 16,
	CLASS_CAPTION = 1 << 17,
	CLASS_TABLE = 1 << 18,
	CLASS_TABLE_PART = 1 << 19,
	CLASS_ROW = 1 << 20,
	CLASS_CELL = 1 << 21,
	CLASS_LIST_ITEM = 1 << 22,
	CLASS_LIST_SIDE = 1 << 23,
	CLASS_MULTI = 1 << 24,
	CLASS_INDEX = 1 << 25,
	CLASS_BOOKMARK = 1 << 26,
	CLASS_FOOTNOTE_BODY = 1 << 27,
	CLASS_RUBY = 1 << 28,
	CLASS_ANY_CONTENT = CLASS_TEXT | CLASS_INLINE | CLASS_BLOCK | CLASS_NEUTRAL | CLASS_POINT
};

struct object_row {
	const char *name; /* without prefix */
	unsigned object_class;
	unsigned children;
	enum support support;
};
extern const struct object_row fo_object_rows[FO_KIND_COUNT];

/* ---- styles ---- */

#define SPECIFIED_WORDS ((PROP_COUNT + 63) / 64)

struct layout_of_groups;

struct fo_style {
	const struct layout_of_groups *place; /* of properties in their groups: the same for all styles of a tree */
	const struct fo_value *group[GROUP_COUNT];
	uint64_t specified[SPECIFIED_WORDS];
};

/* Where a property lies in its group. */
struct layout_of_groups {
	uint16_t index[PROP_COUNT];
	uint16_t size[GROUP_COUNT];
};

/* The values of an object while they are found: a group is copied when something in it is first changed. */
struct resolution {
	const struct fo_value *group[GROUP_COUNT];
	struct fo_value *changed[GROUP_COUNT]; /* NULL: nothing in the group has changed */
	uint64_t set[SPECIFIED_WORDS];         /* specified, in any form */
	uint64_t exact[SPECIFIED_WORDS];       /* by its own attribute, not by a shorthand */
};

struct style_cache;

/* One build of a tree. */
struct build {
	struct fo_tree *tree;
	struct arena *memory;
	struct diag *diag;
	const char *file;
	const struct name_table *names;
	struct style_cache *cache;
	const struct fo_style *initial;
	struct id_set *ids;
	const xmlNs *fo_namespace; /* the declaration that was met last */
	const char *source_file;   /* the last one that a source position named */
	struct column_walk *columns;
	int depth;
};

/* What a value is resolved against. */
struct value_context {
	struct build *b;
	enum fo_kind kind;
	struct loc loc;
	const struct fo_node *node;          /* NULL when there is none yet (initial values) */
	const struct fo_node *parent;        /* NULL for the root */
	const struct fo_style *parent_style; /* never NULL but for initial values */
	struct resolution *own;              /* what is resolved so far, for em and color */
	mpt font_size;                       /* of the object itself (of the parent while font-size is resolved) */
	enum fo_key writing_mode;            /* of the object itself */
	enum fo_key outer_writing_mode;      /* of its parent: margins and sizes go by it */
	const char *attribute;               /* as the user wrote its name, for messages */
};

/* fo_property.c: names. A name is a row, a shorthand, or an absolute or compound form. */
struct name_table *name_table_new(struct arena *a);
enum name_kind { NAME_NONE, NAME_PROPERTY, NAME_COMPOUND, NAME_POSITION, NAME_ABSOLUTE, NAME_SHORTHAND };
struct property_name {
	enum name_kind kind;
	int index; /* enum fo_property, or of the kind's own table */
};
struct property_name name_lookup(const struct name_table *t, const char *name);
enum fo_key fo_keyword_lookup(const char *text, size_t size);
enum fo_kind kind_lookup(const struct name_table *t, const char *name); /* FO_KIND_COUNT: there is no such object */
/* Is a word one of a list with spaces between? */
bool list_has_word(const char *list, const char *word, size_t size);
const struct layout_of_groups *group_layout(const struct name_table *t);

/* fo_value.c: the value of a property in text. False after reporting. */
bool value_parse(struct value_context *x, enum fo_property property, const char *text, struct fo_value *out);
struct fo_value value_keyword(enum fo_key key);
struct fo_value value_length(mpt length);
struct fo_value value_number(double number);
struct fo_value value_string(const char *string);
const struct fo_value *style_value(const struct build *b, const struct fo_style *style, enum fo_property property);

/* fo_region.c: the value on the region of the page master that the object's content goes into; NULL when there is none
 * (XSL 5.10.4, from-page-master-region). */
const struct fo_value *master_region_value(const struct value_context *x, enum fo_property property);

/* fo_color.c: false when text is no colour. */
bool color_parse(const char *text, size_t size, struct fo_color *out);
/* fo_icc.c: the number of what rgb-icc(...) names in the tree's icc colours; 0 for any other text, and for process
 * colours (#CMYK). */
uint16_t icc_color_number(struct build *b, const char *text, size_t size);

/* fo_expression.c: XSL 5.9. */
enum operand_kind { OPERAND_NUMBER, OPERAND_LENGTH, OPERAND_COLOR, OPERAND_VALUE, OPERAND_SHARE };
struct operand {
	enum operand_kind kind;
	double number;          /* NUMBER; SHARE: shares */
	double length, percent; /* LENGTH: mpt and percent */
	int power;              /* LENGTH: of the unit; 1 but for products of lengths on their way to a quotient */
	struct fo_color color;
	struct fo_value value; /* VALUE: of another property or object */
};
/* False when text is no expression; *why says what is wrong, NULL when it is not an expression at all. */
bool expression_evaluate(struct value_context *x, enum fo_property property, const char *text, struct operand *out,
                         const char **why);

/* fo_function.c: functions of other properties and objects (XSL 5.10.4). False, and *why, when that cannot be; *why is
 * left alone when there is no such function. argument: the name of a property, or NULL. */
bool function_evaluate(struct value_context *x, enum fo_property assigned, const char *name, size_t name_size,
                       const char *argument, size_t argument_size, struct operand *out, const char **why);

/* fo_column.c: from 1. Cells are best asked for in document order. */
#define COLUMNS_MOST 10000
int column_of_cell(struct build *b, const struct fo_node *cell);
struct column_walk;
void column_walk_free(struct column_walk *walk);

/* fo_specified.c: attributes to property settings, in the order in which they apply. */
struct setting {
	enum fo_property property;
	const char *text;
	const char *attribute;
	int rank;
	size_t order;
};
struct settings {
	struct setting *item;
	size_t count, capacity;
};
/* Relative sides, in the order of the rows that go by side. */
enum fo_side { SIDE_BEFORE, SIDE_AFTER, SIDE_START, SIDE_END };
extern const enum fo_property fo_border_color[4], fo_border_style[4], fo_border_width[4], fo_padding[4];
/* The relative side at top (0), right (1), bottom (2), left (3). */
enum fo_side side_at(enum fo_key writing_mode, int absolute);

/* The row that an absolute name stands for; absolute: its place in the table of such names. */
enum fo_property absolute_property(const struct value_context *x, int absolute);

void settings_collect(struct value_context *x, const xmlNode *element, struct settings *out);
void settings_add(struct settings *s, enum fo_property property, const char *text, const char *attribute, int rank);
/* A name of any kind; false when there is no such name. */
bool settings_add_named(struct value_context *x, struct settings *s, const char *name, const char *text,
                        const char *attribute, int rank);
/* How specific a form is (XSL 5.2, 5.3): what applies later wins. */
enum {
	RANK_SHORTHAND = 0,
	RANK_BORDER_PART = 10,
	RANK_BORDER_SIDE = 20,
	RANK_COMPOUND = 40,
	RANK_PLAIN = 50,
	RANK_ABSOLUTE = 60
};

/* fo_shorthand.c: shorthands, and what each sets. */
struct shorthand_row {
	const char *name;
	void (*expand)(struct value_context *x, const char *name, const char *text, struct settings *out);
};
#define SHORTHAND_COUNT 39
extern const struct shorthand_row fo_shorthand_rows[SHORTHAND_COUNT];

/* fo_corresponding.c: what follows from other properties of the same object, once those are resolved (XSL 5.3). */
void corresponding_resolve(struct value_context *x);
/* Objects that generate reference areas: indents start anew in them, their writing mode may differ from outside. */
bool makes_reference_area(enum fo_kind kind);
bool is_vertical(enum fo_key writing_mode);

/* fo_style.c: the values found so far of the object that x is about; storing copies what is shared. */
const struct fo_value *own_value(const struct value_context *x, enum fo_property property);
void own_store(struct value_context *x, enum fo_property property, const struct fo_value *v);
bool own_is_set(const struct value_context *x, enum fo_property property);
bool own_is_exact(const struct value_context *x, enum fo_property property);
void own_mark_set(struct value_context *x, enum fo_property property);
const struct fo_style *style_initial(struct build *b);
const struct fo_style *style_resolve(struct build *b, const struct fo_node *node);

/* fo_cache.c */
struct style_cache *style_cache_new(void);
void style_cache_free(struct style_cache *cache);
/* The place of the style that these attributes give under that parent: NULL in it when it is new, and the caller fills
 * it in at once. NULL when nothing can be kept, for the attributes mean something else in each place. */
const struct fo_style **style_cached(struct style_cache *cache, const struct fo_style *parent, enum fo_kind kind,
                                     const xmlNode *element);
/* The same values as were kept before, or a copy that is kept from now on. */
const struct fo_value *style_keep_group(struct build *b, const struct fo_value *group, int which);
/* Room for size values of a group and for settings, for one style at a time. */
struct fo_value *style_scratch(struct style_cache *cache, int group, size_t size);
struct settings *style_settings(struct style_cache *cache);
bool same_value(const struct fo_value *a, const struct fo_value *b);

/* fo_build.c: a node and what is below it, under parent. */
void build_children(struct build *b, struct fo_node *parent, const xmlNode *element);
bool build_is_property_attribute(const xmlAttr *a);
/* An attribute as written; space NULL: in no namespace. NULL when absent. */
const char *element_attribute(const xmlNode *element, const char *space, const char *name);

/* fo_id.c */
struct id_set *id_set_new(void);
void id_set_free(struct id_set *ids);
/* NULL when no object has that id. */
const struct fo_node *id_lookup(const struct id_set *ids, const char *id);
/* The node that has this one's id already, else NULL, and the set holds it. */
const struct fo_node *id_add(struct id_set *ids, const struct fo_node *node);

/* fo_check.c: reports what objects lack, have too much of or refer to in vain, once the tree stands. */
void check_tree(struct build *b);

/* fo_check_flow.c */
void check_flows(struct build *b, const struct fo_node *node);
/* fo_check_index.c: index ranges that have begun and not ended. */
struct open_ranges {
	const struct fo_node **range;
	size_t count, capacity;
};
void check_range(struct build *b, struct open_ranges *open, const struct fo_node *node);
/* At the end of the document; frees. */
void check_open_ranges(struct build *b, struct open_ranges *open);

/* fo_metadata.c */
void metadata_read(struct build *b);
/* Is a foreign element one that metadata_read understands wherever it stands? */
bool metadata_is_about_document(const xmlNode *element);

#endif
