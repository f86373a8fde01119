/* The tree: elements to nodes, content models, ids, source positions. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

/* Deeper documents are refused: the tree is walked by recursion. */
#define DEPTH_MOST 1000

/* ---- attributes ---- */

bool build_is_property_attribute(const xmlAttr *a)
{
	if (!a->ns)
		return !xmlStrEqual(a->name, BAD_CAST "id");
	const char *space = (const char *)a->ns->href;
	return strcmp(space, SOURCE_NAMESPACE) != 0;
}

const char *element_attribute(const xmlNode *element, const char *space, const char *name)
{
	for (const xmlAttr *a = element->properties; a; a = a->next) {
		bool same_space = space ? a->ns && strcmp((const char *)a->ns->href, space) == 0 : !a->ns;
		if (same_space && strcmp((const char *)a->name, name) == 0)
			return a->children ? (const char *)a->children->content : "";
	}
	return NULL;
}

/* ---- source positions ---- */

static struct loc line_of(const struct build *b, const xmlNode *element)
{
	long line = xmlGetLineNo((const xmlNode *)element);
	return (struct loc){b->file, line > 0 && line < INT32_MAX ? (int)line : 0};
}

/* "file:line" in the source's own words; without it the parent's, when that has one (DESIGN.md decision 6). */
static struct loc location(const struct build *b, const struct fo_node *parent, const xmlNode *element)
{
	const char *source = element_attribute(element, SOURCE_NAMESPACE, "src");
	const char *colon = source ? strrchr(source, ':') : NULL;
	if (colon && colon > source)
		return (struct loc){arena_strndup(b->memory, source, (size_t)(colon - source)),
		                    (int)strtol(colon + 1, NULL, 10)};
	if (parent && parent->loc.file && parent->loc.file != b->file)
		return parent->loc;
	return line_of(b, element);
}

/* ---- ids ---- */

struct id_set {
	const struct fo_node **slot;
	size_t slot_count, count;
};

static size_t hash(const char *text)
{
	uint64_t h = 1469598103934665603u;
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return (size_t)h;
}

static const struct fo_node **id_slot(const struct id_set *ids, const char *id)
{
	size_t i = hash(id) % ids->slot_count;
	while (ids->slot[i] && strcmp(ids->slot[i]->id, id) != 0)
		i = (i + 1) % ids->slot_count;
	return &ids->slot[i];
}

static void grow_ids(struct id_set *ids)
{
	struct id_set larger = {.slot_count = ids->slot_count ? ids->slot_count * 2 : 256, .count = ids->count};
	larger.slot = xrealloc(NULL, larger.slot_count, sizeof *larger.slot);
	memset(larger.slot, 0, larger.slot_count * sizeof *larger.slot);
	for (size_t i = 0; i < ids->slot_count; i++)
		if (ids->slot[i])
			*id_slot(&larger, ids->slot[i]->id) = ids->slot[i];
	free(ids->slot);
	*ids = larger;
}

static void take_id(struct build *b, struct fo_node *node, const xmlNode *element)
{
	const char *id = element_attribute(element, NULL, "id");
	if (!id || !*id)
		return;
	if (b->ids->count * 2 >= b->ids->slot_count)
		grow_ids(b->ids);
	node->id = arena_strdup(b->memory, id);
	const struct fo_node **slot = id_slot(b->ids, id);
	if (*slot) {
		diag_error(b->diag, node->loc, "id: '%s' is the id of another object, too (line %d)", id, (*slot)->loc.line);
		node->id = NULL;
		return;
	}
	*slot = node;
	b->ids->count++;
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

static enum fo_kind kind_of(const char *name)
{
	for (int k = 0; k < FO_KIND_COUNT; k++)
		if (strcmp(fo_object_rows[k].name, name) == 0)
			return (enum fo_kind)k;
	return FO_KIND_COUNT;
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\n\r")] == '\0';
}

static void add_foreign(struct build *b, struct fo_node *parent, const xmlNode *element)
{
	struct fo_node *node = append_node(b, parent, FO_FOREIGN);
	node->loc = location(b, parent, element);
	node->xml = node->foreign = element;
	node->style = style_resolve(b, node);
}

/* Content where only blocks may stand is kept, in a block of its own. */
static struct fo_node *anonymous_block(struct build *b, struct fo_node *parent)
{
	struct fo_node *block = append_node(b, parent, FO_BLOCK);
	block->loc = parent->loc;
	block->style = style_resolve(b, &(struct fo_node){.kind = FO_TEXT, .parent = parent});
	return block;
}

static void add_text(struct build *b, struct fo_node *parent, const xmlNode *text)
{
	const char *content = (const char *)text->content;
	unsigned allowed = fo_object_rows[parent->kind].children;
	if (!content || !*content || (!(allowed & CLASS_TEXT) && is_blank(content)))
		return;
	if (!(allowed & CLASS_TEXT)) {
		diag_error(b->diag, parent->loc, "%s may not hold text, got '%.40s'", fo_kind_name(parent->kind),
		           content + strspn(content, " \t\n\r"));
		if (!(allowed & CLASS_BLOCK))
			return;
		parent = anonymous_block(b, parent);
	}
	struct fo_node *node = append_node(b, parent, FO_TEXT);
	node->loc = parent->loc;
	node->text = content;
	node->text_size = strlen(content);
	node->style = style_resolve(b, node);
}

static int depth_of(const struct fo_node *node)
{
	int depth = 0;
	for (; node; node = node->parent)
		depth++;
	return depth;
}

static void add_object(struct build *b, struct fo_node *parent, const xmlNode *element, enum fo_kind kind)
{
	struct loc loc = location(b, parent, element);
	unsigned allowed = fo_object_rows[parent->kind].children, own = fo_object_rows[kind].object_class;
	if (!(allowed & own)) {
		diag_error(b->diag, loc, "%s may not hold %s", fo_kind_name(parent->kind), fo_kind_name(kind));
		if (!(allowed & CLASS_BLOCK) || !(own & (CLASS_INLINE | CLASS_NEUTRAL)))
			return;
		parent = anonymous_block(b, parent);
	}
	if (depth_of(parent) > DEPTH_MOST) {
		diag_error(b->diag, loc, "objects are nested more than %d deep; what is deeper is left out", DEPTH_MOST);
		return;
	}
	struct fo_node *node = append_node(b, parent, kind);
	node->loc = loc;
	node->xml = element;
	take_id(b, node, element);
	node->style = style_resolve(b, node);
	build_children(b, node, element);
}

static void add_element(struct build *b, struct fo_node *parent, const xmlNode *element)
{
	bool fo = element->ns && strcmp((const char *)element->ns->href, FO_NAMESPACE) == 0;
	const char *name = (const char *)element->name;
	if (!fo) {
		if (fo_object_rows[parent->kind].children & CLASS_FOREIGN)
			add_foreign(b, parent, element);
		else if (diag_first(b->diag, arena_printf(b->memory, "element %s", name)))
			diag_warning(b->diag, location(b, parent, element), "element '%s' is not of XSL-FO, it is left out", name);
		return;
	}
	enum fo_kind kind = kind_of(name);
	if (kind == FO_KIND_COUNT)
		diag_error(b->diag, location(b, parent, element), "there is no formatting object 'fo:%s'", name);
	else
		add_object(b, parent, element, kind);
}

void build_children(struct build *b, struct fo_node *parent, const xmlNode *element)
{
	for (const xmlNode *child = element->children; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE)
			add_element(b, parent, child);
		else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			add_text(b, parent, child);
		else if (child->type == XML_ENTITY_REF_NODE && child->children)
			build_children(b, parent, child->children);
	}
}

/* ---- the tree ---- */

static const char *root_language(const struct build *b)
{
	const char *language = fo_string(b->tree->root, PROP_LANGUAGE), *country = fo_string(b->tree->root, PROP_COUNTRY);
	if (!*language || !*country)
		return language;
	return arena_printf(b->memory, "%s-%s", language, country);
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
	b->tree->language = root_language(b);
	metadata_read(b);
	if (has_pages(root))
		return true;
	diag_error(b->diag, root->loc, "fo:root has no fo:page-sequence: there is nothing to lay out");
	return false;
}

struct fo_tree *fo_build(const xmlDoc *xml, const char *file, struct diag *d)
{
	const xmlNode *element = xml ? xmlDocGetRootElement((xmlDoc *)xml) : NULL;
	if (!element)
		return NULL;
	if (!element->ns || strcmp((const char *)element->ns->href, FO_NAMESPACE) != 0 ||
	    strcmp((const char *)element->name, "root") != 0) {
		diag_error(d, (struct loc){file, (int)xmlGetLineNo(element)}, "expected fo:root, got '%s'",
		           (const char *)element->name);
		return NULL;
	}
	struct arena *a = arena_new();
	struct fo_tree *tree = arena_alloc(a, sizeof *tree);
	tree->memory = a;
	struct id_set ids = {0};
	struct build b = {.tree = tree,
	                  .memory = a,
	                  .diag = d,
	                  .file = arena_strdup(a, file),
	                  .names = name_table_new(a),
	                  .cache = style_cache_new(),
	                  .ids = &ids};
	bool ok = build_root(&b, element);
	style_cache_free(b.cache);
	free(ids.slot);
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

struct fo_node *fo_retrieve(struct fo_tree *tree, const struct fo_node *marker, const struct fo_node *retrieve,
                            struct arena *a, struct diag *d)
{
	struct id_set ids = {0};
	struct fo_tree copies = {.memory = a, .node_count = tree->node_count};
	struct build b = {.tree = &copies,
	                  .memory = a,
	                  .diag = d,
	                  .file = tree->root->loc.file,
	                  .names = tree->names,
	                  .cache = style_cache_new(),
	                  .initial = tree->initial,
	                  .ids = &ids};
	/* Built under a stand-in, so that the tree itself is not touched. */
	struct fo_node stand_in = *retrieve;
	stand_in.kind = FO_MARKER;
	stand_in.first_child = stand_in.last_child = NULL;
	build_children(&b, &stand_in, marker->xml);
	tree->node_count = copies.node_count;
	for (struct fo_node *child = stand_in.first_child; child; child = child->next)
		child->parent = (struct fo_node *)retrieve;
	style_cache_free(b.cache);
	free(ids.slot);
	return stand_in.first_child;
}
