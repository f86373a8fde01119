/* The document's logical structure from the tree of formatting objects (PDF 32000-1, 14.8): what an object is to a
 * reader. Elements are made when something of them is first drawn and stand in document order, whatever the order of
 * drawing. */
#include <string.h>

#include "inline_private.h"
#include "inline_state.h"

/* An element with its place in the document's order. */
struct ordered {
	struct page_structure element; /* first: a page_structure made here is one of these */
	uint32_t order;
	const struct fo_node *node;
};

static bool is_standard(const char *role)
{
	static const char *const standard[] = {
	    "Document",  "Part",    "Art",   "Sect",    "Div",       "BlockQuote", "Caption", "TOC",     "TOCI",  "Index",
	    "NonStruct", "Private", "P",     "H",       "H1",        "H2",         "H3",      "H4",      "H5",    "H6",
	    "L",         "LI",      "Lbl",   "LBody",   "Table",     "TR",         "TH",      "TD",      "THead", "TBody",
	    "TFoot",     "Span",    "Quote", "Note",    "Reference", "BibEntry",   "Code",    "Link",    "Annot", "Ruby",
	    "RB",        "RT",      "RP",    "Warichu", "WT",        "WP",         "Figure",  "Formula", "Form",
	};
	for (size_t i = 0; i < sizeof standard / sizeof *standard; i++)
		if (strcmp(role, standard[i]) == 0)
			return true;
	return false;
}

/* ---- what an object is ---- */

static bool is_picture(const struct fo_node *node)
{
	return node->kind == FO_EXTERNAL_GRAPHIC || node->kind == FO_INSTREAM_FOREIGN_OBJECT;
}

static bool holds_blocks(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (content_is_block_level(child))
			return true;
		bool looked_through = child->kind == FO_WRAPPER || child->kind == FO_INLINE || child->kind == FO_BASIC_LINK;
		if (looked_through && holds_blocks(child))
			return true;
	}
	return false;
}

static const char *cell_role(const struct fo_node *cell)
{
	for (const struct fo_node *up = cell->parent; up && up->kind != FO_TABLE; up = up->parent)
		if (up->kind == FO_TABLE_HEADER)
			return "TH";
	return "TD";
}

/* Is the nearest object round the node that its author gave a role to one of those that hold text and no paragraphs? */
static bool is_in_heading(const struct fo_node *node)
{
	for (const struct fo_node *up = node->parent; up && up->kind == FO_BLOCK; up = up->parent) {
		const char *role = fo_string(up, PROP_ROLE);
		if (*role)
			return strcmp(role, "P") == 0 || strcmp(role, "Caption") == 0 || (role[0] == 'H' && strlen(role) <= 2);
	}
	return false;
}

/* The type of an object that always is an element; NULL: of none by itself. */
static const char *own_role(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_BLOCK:
		return is_in_heading(node) ? "Span" : holds_blocks(node) ? "Div" : "P";
	case FO_BLOCK_CONTAINER:
	case FO_TABLE_AND_CAPTION:
		return "Div";
	case FO_BASIC_LINK:
		return "Link";
	case FO_TABLE:
		return "Table";
	case FO_TABLE_CAPTION:
		return "Caption";
	case FO_TABLE_HEADER:
		return "THead";
	case FO_TABLE_BODY:
		return "TBody";
	case FO_TABLE_FOOTER:
		return "TFoot";
	case FO_TABLE_ROW:
		return "TR";
	case FO_TABLE_CELL:
		return cell_role(node);
	case FO_LIST_BLOCK:
		return "L";
	case FO_LIST_ITEM:
		return "LI";
	case FO_LIST_ITEM_LABEL:
		return "Lbl";
	case FO_LIST_ITEM_BODY:
		return "LBody";
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
		return "Figure";
	case FO_FOOTNOTE_BODY:
		return "Note";
	case FO_RUBY:
		return "Ruby";
	case FO_RUBY_BASE:
		return "RB";
	case FO_RUBY_TEXT:
		return "RT";
	default:
		return NULL;
	}
}

/* What one is that is an element only when its author says something about it. */
static const char *role_when_asked(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_INLINE:
	case FO_BIDI_OVERRIDE:
	case FO_CHARACTER:
	case FO_INLINE_CONTAINER:
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		return "Span";
	case FO_WRAPPER:
		return holds_blocks(node) ? "Div" : "Span";
	case FO_PAGE_SEQUENCE:
		return "Part";
	case FO_FLOW:
		return "Sect";
	case FO_FLOAT:
	case FO_FOOTNOTE:
		return "Div";
	default:
		return NULL;
	}
}

static bool says_language(const struct fo_node *node)
{
	return fo_is_specified(node, PROP_LANGUAGE) || fo_is_specified(node, PROP_COUNTRY) ||
	       fo_is_specified(node, PROP_SCRIPT);
}

/* The standard type of the node's element; NULL: it has none. */
static const char *role_of(const struct fo_node *node)
{
	const char *role = own_role(node);
	if (role)
		return role;
	bool asked = *fo_string(node, PROP_ROLE) != '\0' || *alternative_text(node) != '\0';
	bool is_text = node->kind == FO_INLINE || node->kind == FO_BIDI_OVERRIDE || node->kind == FO_WRAPPER;
	return asked || (is_text && says_language(node)) ? role_when_asked(node) : NULL;
}

/* ---- making an element ---- */

static bool same_language(const struct fo_node *a, const struct fo_node *b)
{
	static const enum fo_property parts[] = {PROP_LANGUAGE, PROP_COUNTRY, PROP_SCRIPT};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *x = fo_string(a, parts[i]), *y = fo_string(b, parts[i]);
		if (x != y && strcmp(x, y) != 0)
			return false;
	}
	return true;
}

static void set_language(struct layout *l, struct ordered *o, const struct ordered *parent)
{
	const struct fo_node *outer = parent->node ? parent->node : l->tree->root;
	if (o->node->style == outer->style || same_language(o->node, outer))
		return;
	const char *language = language_of(o->node, l->memory);
	o->element.language = *language ? language : NULL;
}

static void set_cell(struct ordered *o)
{
	struct page_structure *s = &o->element;
	if (o->node->kind != FO_TABLE_CELL)
		return;
	s->column_span = (int)fo_number(o->node, PROP_NUMBER_COLUMNS_SPANNED);
	s->row_span = (int)fo_number(o->node, PROP_NUMBER_ROWS_SPANNED);
	if (strcmp(s->role, "TH") == 0)
		s->scope = cell_role(o->node)[1] == 'H' ? "Column" : "Row";
}

/* A picture's own title is better than nothing. */
static const char *figure_text(struct layout *l, const struct fo_node *node)
{
	struct picture picture = picture_of(l, node, 0);
	return picture.graphic ? picture.graphic->title : NULL;
}

static void collect_text(const struct fo_node *node, struct buffer *out)
{
	if (node->kind == FO_TEXT)
		buffer_append(out, node->text, node->text_size);
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		collect_text(child, out);
}

/* What stands in a formula is what is said of it, where its author says nothing else (ISO 14289-1, 7.7). */
static const char *formula_text(struct layout *l, const struct fo_node *node)
{
	struct buffer text = {0};
	collect_text(node, &text);
	const char *kept = text.size ? arena_strndup(l->memory, text.data, text.size) : NULL;
	buffer_free(&text);
	return kept;
}

static void set_alternative(struct layout *l, struct ordered *o)
{
	const char *text = alternative_text(o->node);
	if (*text)
		o->element.alternative = text;
	else if (is_picture(o->node))
		o->element.alternative = figure_text(l, o->node);
	else if (strcmp(o->element.role, "Formula") == 0)
		o->element.alternative = formula_text(l, o->node);
}

static void set_role(struct ordered *o, const char *standard)
{
	const char *asked = fo_string(o->node, PROP_ROLE);
	o->element.role = standard;
	if (*asked == '\0')
		return;
	if (is_standard(asked))
		o->element.role = asked;
	else
		o->element.custom_role = asked;
}

/* Most often behind the last one; content that was held back (footnotes, floats) goes where it is written. */
static void insert(struct page_structure *parent, struct ordered *o)
{
	struct page_structure *s = &o->element;
	s->parent = parent;
	struct ordered *last = (struct ordered *)parent->last_child;
	if (!last || last->order <= o->order) {
		if (last)
			last->element.next = s;
		else
			parent->first_child = s;
		parent->last_child = s;
		return;
	}
	struct page_structure **link = &parent->first_child;
	while (((struct ordered *)*link)->order <= o->order)
		link = &(*link)->next;
	s->next = *link;
	*link = s;
}

static struct ordered *element_new(struct layout *l, const struct fo_node *node, const char *role,
                                   struct page_structure *parent)
{
	struct inline_state *state = inline_state_of(l);
	struct ordered *o = arena_alloc(l->memory, sizeof *o);
	o->order = node->number;
	o->node = node;
	o->element.number = ++state->element_count;
	o->element.loc = node->loc;
	set_role(o, role);
	insert(parent, o);
	return o;
}

/* ---- where an element belongs ---- */

/* An alternative text that is given and empty: the picture says nothing. */
static bool is_ornament(const struct fo_node *node)
{
	return is_picture(node) && fo_is_specified(node, PROP_FOX_ALT_TEXT) && *alternative_text(node) == '\0';
}

static bool is_artifact(const struct fo_node *node)
{
	return is_ornament(node) || node->kind == FO_STATIC_CONTENT || node->kind == FO_LEADER ||
	       strcmp(fo_string(node, PROP_ROLE), "artifact") == 0;
}

/* The first cell of the row that a cell without an fo:table-row is in (XSL 6.7.7, starts-row and ends-row). */
static const struct fo_node *first_of_row(const struct fo_node *cell)
{
	while (fo_key(cell, PROP_STARTS_ROW) != KEY_TRUE) {
		const struct fo_node *before = cell->previous;
		while (before && before->kind != FO_TABLE_CELL)
			before = before->previous;
		if (!before || fo_key(before, PROP_ENDS_ROW) == KEY_TRUE)
			break;
		cell = before;
	}
	return cell;
}

static struct page_structure *row_round_cell(struct layout *l, const struct fo_node *cell, struct page_structure *body)
{
	const struct fo_node *first = first_of_row(cell);
	struct inline_state *state = inline_state_of(l);
	struct inline_map_entry *entry = inline_map_at(&state->rows, l->memory, first, NULL);
	if (!entry->value) {
		struct ordered *row = arena_alloc(l->memory, sizeof *row);
		row->order = first->number;
		row->node = first->parent;
		row->element.number = ++state->element_count;
		row->element.role = "TR";
		insert(body, row);
		entry->value = row;
	}
	return (struct page_structure *)entry->value;
}

static struct page_structure *root_element(struct layout *l)
{
	if (!l->document.structure) {
		struct ordered *root = arena_alloc(l->memory, sizeof *root);
		root->element.role = "Document";
		root->node = l->tree->root;
		l->document.structure = &root->element;
	}
	return l->document.structure;
}

static struct page_structure *find_or_make(struct layout *l, const struct fo_node *node)
{
	if (!node->parent)
		return root_element(l);
	if (is_artifact(node))
		return NULL;
	struct page_structure *parent = structure_of(l, node->parent);
	bool is_copy = node->number >= inline_state_of(l)->node_limit;
	const char *role = is_copy || node->kind == FO_TEXT ? NULL : role_of(node);
	if (!role || !parent)
		return parent;
	if (node->kind == FO_TABLE_CELL && node->parent->kind != FO_TABLE_ROW)
		parent = row_round_cell(l, node, parent);
	struct ordered *o = element_new(l, node, role, parent);
	set_language(l, o, (struct ordered *)parent);
	set_cell(o);
	set_alternative(l, o);
	if (node->kind == FO_FOOTNOTE_BODY)
		o->element.id = arena_printf(l->memory, "note-%u", (unsigned)o->element.number);
	return &o->element;
}

struct page_structure *structure_of(struct layout *l, const struct fo_node *node)
{
	if (node->number >= inline_state_of(l)->node_limit)
		return find_or_make(l, node);
	/* That a node's content is an artifact is remembered, too. */
	struct page_structure *artifact = &inline_state_of(l)->artifact;
	struct page_structure **known = &l->structure[node->number];
	if (!*known) {
		struct page_structure *found = find_or_make(l, node);
		*known = found ? found : artifact;
	}
	return *known == artifact ? NULL : *known;
}

struct page_structure *structure_of_link(struct layout *l, const struct fo_node *node)
{
	struct page_structure *parent = structure_of(l, node);
	return parent ? &element_new(l, node, "Link", parent)->element : NULL;
}
