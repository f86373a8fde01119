/* The tree of formatting objects with their properties resolved (XSL 1.1, chapters 4.6 to 7).
 * What a shorthand, an expression, a corresponding property or a unit means is settled here, once:
 * layout sees relative properties (before, after, start, end) only, in millipoints or percentages. */
#ifndef CBUA_FO_H
#define CBUA_FO_H

#include <libxml/tree.h>

#include "base.h"

/* FO_BLOCK, FO_TABLE_CELL, ...: every formatting object of XSL 1.1 in the specification's order, from fo_objects.def,
 * and beside them FO_TEXT (character data) and FO_FOREIGN (the foreign root element in fo:instream-foreign-object). */
enum fo_kind {
#define OBJECT(kind, name, object_class, children, support) kind,
#include "fo_objects.def"
#undef OBJECT
	FO_KIND_COUNT
};

/* PROP_SPACE_BEFORE_OPTIMUM, PROP_KEEP_TOGETHER_WITHIN_COLUMN, PROP_PADDING_START, ...: the rows of the property table,
 * fo_properties.def. Shorthands and absolute (top, left, ...) names have no rows of their own where a relative one
 * exists. Of a compound the plain name is its optimum or length where it has a row (PROP_LINE_HEIGHT); the minimum and
 * maximum of the two dimensions are auto unless they are given themselves. Borders, padding, margins and dimensions of
 * an object that sets another writing mode lie along the axes outside it, as layout places it. text-decoration is a
 * string of words; colours may be KEY_CURRENTCOLOR, which fo_color resolves. */
enum fo_property {
#define PROPERTY(property, name, accepts, keywords, inherited, initial, group, support) property,
#include "fo_properties.def"
#undef PROPERTY
	PROP_COUNT
};

/* KEY_AUTO, KEY_ALWAYS, ...: every keyword that a property value can be, from fo_keywords.def. */
enum fo_key {
	KEY_NONE_GIVEN,
#define KEYWORD(key, name) key,
#include "fo_keywords.def"
#undef KEYWORD
	KEY_COUNT
};

enum fo_value_kind {
	FO_VALUE_KEYWORD,     /* .key */
	FO_VALUE_LENGTH,      /* .length + .percent of the base that the property names */
	FO_VALUE_NUMBER,      /* .number: also keep strengths, counts, line-height without unit is a FO_VALUE_NUMBER */
	FO_VALUE_COLOR,       /* .color */
	FO_VALUE_STRING,      /* .string: names, ids, families, URIs (unwrapped), format, characters */
	FO_VALUE_COLUMN_SHARE /* proportional-column-width(), perhaps with a length or percentage added: .share */
};

enum fo_color_space { FO_COLOR_RGB, FO_COLOR_CMYK, FO_COLOR_GRAY };

struct fo_color {
	uint8_t space;       /* enum fo_color_space */
	uint8_t alpha;       /* 0: transparent */
	uint16_t channel[4]; /* 0 to 65535 */
	uint16_t icc;        /* number in the tree's icc colours, from 1, which the channels are in sRGB; 0: none */
};

/* A colour of a profile (rgb-icc, XSL 5.10.2). */
struct fo_icc_color {
	const char *profile; /* color-profile-name */
	double value[4];
	int count;
};

struct fo_icc_colors {
	struct fo_icc_color *item; /* [count] */
	size_t count, capacity;
};

struct fo_value {
	uint8_t kind;  /* enum fo_value_kind */
	uint16_t key;  /* enum fo_key */
	float percent; /* of the base; 0 for most lengths */
	union {
		mpt length;
		double number;
		const char *string;
		struct fo_color color;
		struct {
			double shares;
			mpt length;
		} share;
	};
};

struct fo_style; /* resolved properties; shared by all nodes that have the same */

struct fo_node {
	enum fo_kind kind;
	uint32_t number; /* in document order from 0: an index for tables that a stage keeps beside the tree */
	struct fo_node *parent, *first_child, *last_child, *next, *previous;
	const struct fo_style *style;
	struct loc loc;   /* in the user's own XML (DESIGN.md decision 6) */
	const char *id;   /* NULL when absent; unique in the tree */
	const char *text; /* FO_TEXT: UTF-8 as written; white space is treated in layout */
	size_t text_size;
	const xmlNode *xml; /* where it comes from, alive as long as the xmlDoc; FO_FOREIGN: the foreign element itself */
	const xmlNode *foreign; /* FO_FOREIGN: the same as xml */
};

struct fo_tree {
	struct arena *memory;
	struct fo_node *root; /* FO_ROOT */
	uint32_t node_count;
	const char *xmp;                                 /* x:xmpmeta of fo:declarations, serialised; NULL when absent */
	const char *title, *author, *subject, *keywords; /* from xmp's dc:/pdf: properties where present, else NULL */
	struct fo_icc_colors *icc;                       /* all that the document uses */
	const struct name_table *names;                  /* fo/'s own */
	const struct fo_style *initial;                  /* fo/'s own */
	const char *language; /* BCP 47 of the root's language and country (or xml:lang); "" when not given */
};

/* The tree for an XSL-FO document. Reports what is wrong with file and line and goes on with defaults; NULL when the
 * root is not fo:root, or nothing can be laid out. xml must outlive the tree (foreign elements are not copied).
 * file: the document's name for messages where no cbua source position says another. */
struct fo_tree *fo_build(const xmlDoc *xml, const char *file, struct diag *d);
void fo_free(struct fo_tree *tree);

/* The children of a fo:marker as children of the fo:retrieve-marker (or fo:retrieve-table-marker) that shows them:
 * copied into a, with properties inherited from there (XSL 6.13.5), ids left out, numbers from tree->node_count on
 * (which grows). Returns the first of the copied siblings; their parent is retrieve. NULL when the marker is empty. */
struct fo_node *fo_retrieve(struct fo_tree *tree, const struct fo_node *marker, const struct fo_node *retrieve,
                            struct arena *a, struct diag *d);

/* The look of a block's first line (fo:initial-property-set, XSL 6.6.4): an fo:inline with the set's traits in the
 * block, and in it a copy of the block's children, whose properties are inherited from it. For looking properties up,
 * not for layout: ids are left out, numbers are from tree->node_count on (which grows). Lives in a. */
const struct fo_node *fo_first_line(struct fo_tree *tree, const struct fo_node *block, const struct fo_node *set,
                                    struct arena *a);

/* The value of a property: specified, inherited or initial; never NULL. */
const struct fo_value *fo_value(const struct fo_node *node, enum fo_property property);

/* Whether the property was specified on this very node (in any of its forms). */
bool fo_is_specified(const struct fo_node *node, enum fo_property property);

/* The first child of a kind; NULL: there is none, or no node. */
const struct fo_node *fo_child_of_kind(const struct fo_node *node, enum fo_kind kind);

/* A length with its percentage taken of base. Keywords give 0: test them with fo_key first where they mean something.
 */
mpt fo_length(const struct fo_node *node, enum fo_property property, mpt base);
/* The keyword, or KEY_NONE_GIVEN when the value is of another kind. */
enum fo_key fo_key(const struct fo_node *node, enum fo_property property);
double fo_number(const struct fo_node *node, enum fo_property property);
const char *fo_string(const struct fo_node *node, enum fo_property property);    /* "" for other kinds */
struct fo_color fo_color(const struct fo_node *node, enum fo_property property); /* alpha 0 for transparent */

/* A keep property as a strength: 0 auto, 1 to FO_KEEP_ALWAYS - 1 for integers, FO_KEEP_ALWAYS for always. */
#define FO_KEEP_ALWAYS 10000
int fo_keep(const struct fo_node *node, enum fo_property property);

const char *fo_kind_name(enum fo_kind kind);             /* "fo:block" */
const char *fo_property_name(enum fo_property property); /* "space-before.optimum" */
const char *fo_key_name(enum fo_key key);

/* Appends the documentation's tables of formatting objects and properties, as Markdown: what each is and whether layout
 * supports it. */
void fo_describe(struct buffer *out);

/* The nearest ancestor-or-self that is a reference area's object decides these; one place to ask. */
enum fo_key fo_writing_mode(const struct fo_node *node); /* KEY_LR_TB, KEY_RL_TB, KEY_TB_RL, KEY_TB_LR */

/* A colour as any colour property takes it, for those that hold one among other things; false when text is none. */
bool color_parse(const char *text, size_t size, struct fo_color *out);

/* Element content that only white space separates: is this text node nothing but XML white space? */
bool fo_is_blank_text(const struct fo_node *node);

#endif
