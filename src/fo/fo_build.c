/* The tree: elements to nodes, source positions, which object may stand in which, and what is kept of content that
 * stands where it may not. What objects must hold besides and refer to is looked at afterwards, in fo_check.c. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

/* Deeper documents are refused: the tree is walked by recursion. */
#define DEPTH_MOST 1000

/* ---- attributes ---- */

static bool is_source_namespace(const xmlNs *ns)
{
	return strcmp((const char *)ns->href, SOURCE_NAMESPACE) == 0;
}

bool build_is_property_attribute(const xmlAttr *a)
{
	if (!a->ns)
		return strcmp((const char *)a->name, "id") != 0;
	return !is_source_namespace(a->ns);
}

static const char *text_of(const xmlAttr *a)
{
	return a->children && a->children->content ? (const char *)a->children->content : "";
}

const char *element_attribute(const xmlNode *element, const char *space, const char *name)
{
	for (const xmlAttr *a = element->properties; a; a = a->next) {
		bool same_space = space ? a->ns && strcmp((const char *)a->ns->href, space) == 0 : !a->ns;
		if (same_space && strcmp((const char *)a->name, name) == 0)
			return text_of(a);
	}
	return NULL;
}

/* ---- source positions ---- */

static struct loc line_of(const struct build *b, const xmlNode *node)
{
	long line = xmlGetLineNo((const xmlNode *)node);
	return (struct loc){b->file, line > 0 && line < INT32_MAX ? (int)line : 0};
}

/* Most sources are the one before again: its name is kept once. */
static const char *source_file(struct build *b, const char *name, size_t size)
{
	if (!b->source_file || strlen(b->source_file) != size || memcmp(b->source_file, name, size) != 0)
		b->source_file = arena_strndup(b->memory, name, size);
	return b->source_file;
}

static bool has_source(const struct build *b, const struct fo_node *node)
{
	return node && node->loc.file && node->loc.file != b->file;
}

/* "file:line" in the source's own words; without it the parent's, when that has one (DESIGN.md decision 6). */
static struct loc location(struct build *b, const struct fo_node *parent, const xmlNode *element)
{
	for (const xmlAttr *a = element->properties; a; a = a->next) {
		if (!a->ns || strcmp((const char *)a->name, "src") != 0 || !is_source_namespace(a->ns))
			continue;
		const char *source = text_of(a), *colon = strrchr(source, ':');
		if (colon && colon > source)
			return (struct loc){source_file(b, source, (size_t)(colon - source)), (int)strtol(colon + 1, NULL, 10)};
	}
	return has_source(b, parent) ? parent->loc : line_of(b, element);
}

/* ---- nodes ---- */

static struct fo_node *append_node(struct build *b, struct fo_node *parent, enum fo_kind kind)
{
	struct fo_node *node = arena_alloc(b->memory, sizeof *node);
	node->kind = kind;
	node->number = b->tree->node_count++;
	node->parent = parent;
	if (!parent)
		return node;
	node->previous = parent->last_child;
	if (parent->last_child)
		parent->last_child->next = node;
	else
		parent->first_child = node;
	parent->last_child = node;
	return node;
}

static void take_id(struct build *b, struct fo_node *node, const xmlNode *element)
{
	node->id = element_attribute(element, NULL, "id");
	if (!node->id)
		return;
	const struct fo_node *other = *node->id ? id_add(b->ids, node) : NULL;
	if (other)
		diag_error(b->diag, node->loc, "id: '%s' is the id of another object, too (line %d)", node->id,
		           other->loc.line);
	if (other || !*node->id)
		node->id = NULL;
}

/* An index finds its pages by ids that nobody needs to give: no name that a document can give looks like them. */
static void take_index_id(struct build *b, struct fo_node *node)
{
	if (!node->id && (node->kind == FO_INDEX_RANGE_END || *fo_string(node, PROP_INDEX_KEY)))
		node->id = arena_printf(b->memory, "#%u", (unsigned)node->number);
}

/* Content that stands where only other objects may is kept in one of those, which has no element of its own. */
static struct fo_node *anonymous(struct build *b, struct fo_node *parent, enum fo_kind kind)
{
	struct fo_node *last = parent->last_child;
	if (last && last->kind == kind && !last->xml)
		return last;
	struct fo_node *node = append_node(b, parent, kind);
	node->loc = parent->loc;
	node->style = style_resolve(b, node);
	return node;
}

/* ---- what may stand where ---- */

/* Objects that are no more than a bracket round what their parent may hold. */
static bool is_transparent(enum fo_kind kind)
{
	return kind == FO_WRAPPER || kind == FO_MULTI_SWITCH || kind == FO_MULTI_CASE || kind == FO_MULTI_PROPERTIES;
}

/* The object whose content model decides what node may hold. */
static const struct fo_node *model_of(const struct fo_node *node)
{
	while (is_transparent(node->kind) && node->parent)
		node = node->parent;
	return node;
}

static unsigned allowed_in(const struct fo_node *node)
{
	unsigned own = fo_object_rows[node->kind].children;
	if (!is_transparent(node->kind))
		return own;
	unsigned around = fo_object_rows[model_of(node)->kind].children;
	return (own & ~(unsigned)CLASS_ANY_CONTENT) | (own & around);
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\n\r")] == '\0';
}

/* The first words of a text, for a message. */
static const char *excerpt(struct build *b, const char *text)
{
	text += strspn(text, " \t\n\r");
	size_t size = strcspn(text, "\t\n\r");
	if (size > 40)
		for (size = 40; size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80; size--)
			;
	while (size > 0 && text[size - 1] == ' ')
		size--;
	return arena_strndup(b->memory, text, size);
}

/* Where the words of a text begin: libxml2 knows the line of its end. */
static struct loc text_location(const struct build *b, const struct fo_node *parent, const xmlNode *text)
{
	if (has_source(b, parent))
		return parent->loc;
	struct loc loc = line_of(b, text);
	const char *content = (const char *)text->content;
	for (content += strspn(content, " \t\n\r"); *content; content++)
		loc.line -= *content == '\n' && loc.line > 1;
	return loc;
}

/* What may hold stray text of parent, which may hold none: NULL when it is lost, after a message. */
static struct fo_node *place_of_stray(struct build *b, struct fo_node *parent, const xmlNode *text)
{
	const char *content = (const char *)text->content;
	bool kept = allowed_in(parent) & CLASS_BLOCK;
	/* White space between stray words is theirs. */
	if (is_blank(content))
		return kept && parent->last_child && !parent->last_child->xml ? parent->last_child : NULL;
	diag_error(b->diag, text_location(b, parent, text), "%s may not hold text, got '%s'%s",
	           fo_kind_name(model_of(parent)->kind), excerpt(b, content), kept ? "" : ", it is left out");
	return kept ? anonymous(b, parent, FO_BLOCK) : NULL;
}

static void add_text(struct build *b, struct fo_node *parent, const xmlNode *text)
{
	const char *content = (const char *)text->content;
	if (!content || !*content)
		return;
	if (!(allowed_in(parent) & CLASS_TEXT))
		parent = place_of_stray(b, parent, text);
	if (!parent)
		return;
	struct fo_node *node = append_node(b, parent, FO_TEXT);
	node->loc = parent->loc;
	node->text = content;
	node->text_size = strlen(content);
	node->style = style_resolve(b, node);
}

static void add_foreign(struct build *b, struct fo_node *parent, const xmlNode *element)
{
	struct fo_node *node = append_node(b, parent, FO_FOREIGN);
	node->loc = location(b, parent, element);
	node->xml = node->foreign = element;
	node->style = style_resolve(b, node);
}

/* Where an object that parent may not hold is kept: in an object between the two, or NULL when there is no such. */
static struct fo_node *place_between(struct build *b, struct fo_node *parent, unsigned own)
{
	unsigned allowed = allowed_in(parent);
	if ((allowed & CLASS_BLOCK) && (own & (CLASS_INLINE | CLASS_NEUTRAL)))
		return anonymous(b, parent, FO_BLOCK);
	if ((allowed & CLASS_TABLE_PART) && (own & (CLASS_ROW | CLASS_CELL)))
		return anonymous(b, parent, FO_TABLE_BODY);
	return NULL;
}

static void add_object(struct build *b, struct fo_node *parent, const xmlNode *element, enum fo_kind kind)
{
	struct loc loc = location(b, parent, element);
	unsigned own = fo_object_rows[kind].object_class;
	if (!(allowed_in(parent) & own)) {
		struct fo_node *between = place_between(b, parent, own);
		diag_error(b->diag, loc, "%s may not hold %s%s", fo_kind_name(model_of(parent)->kind), fo_kind_name(kind),
		           between ? "" : ", it is left out");
		if (!between)
			return;
		parent = between;
	}
	if (b->depth >= DEPTH_MOST) {
		diag_error(b->diag, loc, "objects are nested more than %d deep; what is deeper is left out", DEPTH_MOST);
		return;
	}
	struct fo_node *node = append_node(b, parent, kind);
	node->loc = loc;
	node->xml = element;
	take_id(b, node, element);
	node->style = style_resolve(b, node);
	take_index_id(b, node);
	b->depth++;
	build_children(b, node, element);
	b->depth--;
}

/* An object that XSL does not know is a wrapper, so that its content is not lost. */
static void add_unknown(struct build *b, struct fo_node *parent, const xmlNode *element)
{
	bool kept = allowed_in(parent) & CLASS_NEUTRAL;
	diag_error(b->diag, location(b, parent, element), "there is no formatting object 'fo:%s'%s",
	           (const char *)element->name, kept ? ", only its content is kept" : ", it is left out");
	if (kept)
		add_object(b, parent, element, FO_WRAPPER);
}

static bool is_fo_namespace(struct build *b, const xmlNs *ns)
{
	if (!ns || ns == b->fo_namespace)
		return ns != NULL;
	if (strcmp((const char *)ns->href, FO_NAMESPACE) != 0)
		return false;
	b->fo_namespace = ns;
	return true;
}

/* An object of Antenna House's namespace; FO_KIND_COUNT: none that is known. */
static enum fo_kind antenna_house_kind(const struct build *b, const xmlNode *element)
{
	if (!element->ns || strcmp((const char *)element->ns->href, AXF_NAMESPACE) != 0)
		return FO_KIND_COUNT;
	return kind_lookup(b->names, arena_printf(b->memory, "axf:%s", (const char *)element->name));
}

static void add_element(struct build *b, struct fo_node *parent, const xmlNode *element)
{
	const char *name = (const char *)element->name;
	enum fo_kind axf_kind = antenna_house_kind(b, element);
	if (is_fo_namespace(b, element->ns)) {
		enum fo_kind kind = kind_lookup(b->names, name);
		if (kind == FO_KIND_COUNT)
			add_unknown(b, parent, element);
		else
			add_object(b, parent, element, kind);
	} else if (axf_kind != FO_KIND_COUNT) {
		add_object(b, parent, element, axf_kind);
	} else if (fo_object_rows[parent->kind].children & CLASS_FOREIGN) {
		add_foreign(b, parent, element);
	} else if (!metadata_is_about_document(element) &&
	           diag_first(b->diag, arena_printf(b->memory, "element %s", name))) {
		diag_warning(b->diag, location(b, parent, element), "element '%s' is not of XSL-FO, it is left out", name);
	}
}

static void build_siblings(struct build *b, struct fo_node *parent, const xmlNode *first)
{
	for (const xmlNode *child = first; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE)
			add_element(b, parent, child);
		else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			add_text(b, parent, child);
		else if (child->type == XML_ENTITY_REF_NODE && child->children && b->depth < DEPTH_MOST) {
			/* What stands in an entity is its declaration's. */
			b->depth++;
			build_siblings(b, parent, child->children->children);
			b->depth--;
		}
	}
}

void build_children(struct build *b, struct fo_node *parent, const xmlNode *element)
{
	build_siblings(b, parent, element->children);
}

/* ---- the tree ---- */

static const char *language_of(const struct build *b, const struct fo_node *node)
{
	const char *language = fo_string(node, PROP_LANGUAGE), *script = fo_string(node, PROP_SCRIPT),
	           *country = fo_string(node, PROP_COUNTRY);
	return !*language ? ""
	                  : arena_printf(b->memory, "%s%s%s%s%s", language, *script ? "-" : "", script, *country ? "-" : "",
	                                 country);
}

/* The root's, or that of the first page sequence with one. */
static const char *document_language(const struct build *b)
{
	const char *language = language_of(b, b->tree->root);
	for (const struct fo_node *child = b->tree->root->first_child; child && !*language; child = child->next)
		if (child->kind == FO_PAGE_SEQUENCE || child->kind == FO_PAGE_SEQUENCE_WRAPPER)
			language = language_of(b, child);
	return language;
}

static bool has_pages(const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind == FO_PAGE_SEQUENCE || (child->kind == FO_PAGE_SEQUENCE_WRAPPER && has_pages(child)))
			return true;
	return false;
}

static bool build_root(struct build *b, const xmlNode *element)
{
	struct fo_node *root = append_node(b, NULL, FO_ROOT);
	b->tree->root = root;
	root->xml = element;
	root->loc = location(b, NULL, element);
	take_id(b, root, element);
	b->initial = style_initial(b);
	root->style = style_resolve(b, root);
	build_children(b, root, element);
	b->tree->language = document_language(b);
	metadata_read(b);
	if (!has_pages(root)) {
		diag_error(b->diag, root->loc, "fo:root has no fo:page-sequence: there is nothing to lay out");
		return false;
	}
	check_tree(b);
	return true;
}

static bool is_root(const xmlNode *element)
{
	return element->ns && strcmp((const char *)element->ns->href, FO_NAMESPACE) == 0 &&
	       strcmp((const char *)element->name, "root") == 0;
}

struct fo_tree *fo_build(const xmlDoc *xml, const char *file, struct diag *d)
{
	const xmlNode *element = xml ? xmlDocGetRootElement((xmlDoc *)xml) : NULL;
	if (!element)
		return NULL;
	if (!is_root(element)) {
		diag_error(d, (struct loc){file, (int)xmlGetLineNo(element)}, "expected fo:root, got '%s'",
		           (const char *)element->name);
		return NULL;
	}
	struct arena *a = arena_new();
	struct fo_tree *tree = arena_alloc(a, sizeof *tree);
	tree->memory = a;
	tree->icc = arena_alloc(a, sizeof *tree->icc);
	struct build b = {.tree = tree,
	                  .memory = a,
	                  .diag = d,
	                  .file = arena_strdup(a, file),
	                  .names = name_table_new(a),
	                  .cache = style_cache_new(),
	                  .ids = id_set_new()};
	bool ok = build_root(&b, element);
	column_walk_free(b.columns);
	style_cache_free(b.cache);
	id_set_free(b.ids);
	tree->names = b.names;
	tree->initial = b.initial;
	if (!ok) {
		fo_free(tree);
		return NULL;
	}
	return tree;
}

void fo_free(struct fo_tree *tree)
{
	if (tree)
		arena_free(tree->memory);
}

/* ---- markers ---- */

/* Objects in a copy of a marker's content bear no ids: the marker's own do. */
static void clear_ids(struct fo_node *node)
{
	for (; node; node = node->next) {
		node->id = NULL;
		clear_ids(node->first_child);
	}
}

/* Children of an element built under a node that is in no tree. */
static void build_apart(struct fo_tree *tree, struct fo_node *stand_in, const xmlNode *element, struct arena *a,
                        struct diag *d)
{
	struct fo_tree copies = {.memory = a, .root = tree->root, .node_count = tree->node_count, .icc = tree->icc};
	struct build b = {.tree = &copies,
	                  .memory = a,
	                  .diag = d,
	                  .file = tree->root->loc.file,
	                  .names = tree->names,
	                  .cache = style_cache_new(),
	                  .initial = tree->initial,
	                  .ids = id_set_new()};
	stand_in->first_child = stand_in->last_child = NULL;
	build_children(&b, stand_in, element);
	tree->node_count = copies.node_count;
	clear_ids(stand_in->first_child);
	column_walk_free(b.columns);
	style_cache_free(b.cache);
	id_set_free(b.ids);
}

struct fo_node *fo_retrieve(struct fo_tree *tree, const struct fo_node *marker, const struct fo_node *retrieve,
                            struct arena *a, struct diag *d)
{
	/* Built under a stand-in, so that the tree itself is not touched. */
	struct fo_node stand_in = *retrieve;
	stand_in.kind = FO_MARKER;
	build_apart(tree, &stand_in, marker->xml, a, d);
	for (struct fo_node *child = stand_in.first_child; child; child = child->next)
		child->parent = (struct fo_node *)retrieve;
	return stand_in.first_child;
}

const struct fo_node *fo_first_line(struct fo_tree *tree, const struct fo_node *block, const struct fo_node *set,
                                    struct arena *a)
{
	struct fo_node *line = arena_alloc(a, sizeof *line);
	*line = *set;
	line->kind = FO_INLINE;
	line->id = NULL;
	/* What is wrong has been said of the children themselves. */
	struct diag *silent = diag_new(NULL);
	build_apart(tree, line, block->xml, a, silent);
	diag_free(silent);
	return line;
}
