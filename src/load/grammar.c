/* Reading a schema: patterns to what they allow. */
#include "grammar.h"

#include <libxml/hash.h>
#include <string.h>

#include "grammar_internal.h"

enum { DEPTH_AT_MOST = 200 };

struct grammar {
	struct arena *memory;
	xmlHashTable *defines; /* name -> struct define */
	const xmlNode *start;
	xmlHashTable *models; /* address of the pattern -> struct grammar_model */
};

/* Where a pattern stands within the content that is being read. */
struct place {
	bool required, many;
	bool ordered; /* in a group: each child of it has an order of its own */
	int *order;
	int depth;
};

bool grammar_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->name, name) == 0 &&
	       strcmp((const char *)node->ns->href, "http://relaxng.org/ns/structure/1.0") == 0;
}

const char *grammar_attribute(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!a->ns && strcmp((const char *)a->name, name) == 0)
			return a->children && a->children->content ? (const char *)a->children->content : "";
	return NULL;
}

static void add_define(struct grammar *g, const xmlNode *define)
{
	const char *name = grammar_attribute(define, "name");
	if (!name)
		return;
	struct grammar_define *entry = arena_alloc(g->memory, sizeof *entry);
	entry->node = define;
	entry->next = xmlHashLookup(g->defines, (const xmlChar *)name);
	xmlHashUpdateEntry(g->defines, (const xmlChar *)name, entry, NULL);
}

static void read_definitions(struct grammar *g, const xmlNode *parent)
{
	for (const xmlNode *child = parent->children; child; child = child->next) {
		if (grammar_is(child, "define"))
			add_define(g, child);
		else if (grammar_is(child, "start"))
			g->start = child;
		else if (grammar_is(child, "div"))
			read_definitions(g, child);
	}
}

struct grammar *grammar_new(const xmlDoc *schema, struct arena *a)
{
	struct grammar *g = arena_alloc(a, sizeof *g);
	g->memory = a;
	g->defines = xmlHashCreate(64);
	g->models = xmlHashCreate(64);
	const xmlNode *root = xmlDocGetRootElement(schema);
	g->start = root;
	if (root && grammar_is(root, "grammar"))
		read_definitions(g, root);
	return g;
}

void grammar_free(struct grammar *g)
{
	xmlHashFree(g->defines, NULL);
	xmlHashFree(g->models, NULL);
}

const struct grammar_define *grammar_lookup(const struct grammar *g, const xmlNode *ref)
{
	const char *name = grammar_attribute(ref, "name");
	return name ? xmlHashLookup(g->defines, (const xmlChar *)name) : NULL;
}

static struct grammar_entry *grow(struct arena *a, struct grammar_entry *old, size_t count, size_t *capacity)
{
	if (count < *capacity)
		return old;
	*capacity = *capacity ? *capacity * 2 : 8;
	return arena_grow(a, old, count, *capacity, sizeof *old);
}

static void add_attribute(struct grammar *g, struct grammar_model *m, const xmlNode *pattern, const struct place *at)
{
	m->attribute = grow(g->memory, m->attribute, m->attribute_count, &m->attribute_capacity);
	m->attribute[m->attribute_count++] = (struct grammar_entry){pattern, at->required, at->many, 0};
}

static void add_element(struct grammar *g, struct grammar_model *m, const xmlNode *pattern, const struct place *at)
{
	m->element = grow(g->memory, m->element, m->element_count, &m->element_capacity);
	m->element[m->element_count++] = (struct grammar_entry){pattern, at->required, at->many, *at->order};
}

static void read_pattern(struct grammar *g, struct grammar_model *m, const xmlNode *pattern, struct place at);

static void read_children(struct grammar *g, struct grammar_model *m, const xmlNode *parent, struct place at)
{
	for (const xmlNode *child = parent->children; child; child = child->next) {
		read_pattern(g, m, child, at);
		if (at.ordered)
			++*at.order;
	}
}

static struct place within(struct place at, const xmlNode *pattern)
{
	at.depth++;
	if (grammar_is(pattern, "optional") || grammar_is(pattern, "zeroOrMore") || grammar_is(pattern, "choice"))
		at.required = false;
	if (grammar_is(pattern, "zeroOrMore") || grammar_is(pattern, "oneOrMore"))
		at.many = true;
	if (at.many || grammar_is(pattern, "choice") || grammar_is(pattern, "interleave") || grammar_is(pattern, "mixed"))
		at.ordered = false;
	return at;
}

static void read_ref(struct grammar *g, struct grammar_model *m, const xmlNode *ref, struct place at)
{
	for (const struct grammar_define *d = grammar_lookup(g, ref); d; d = d->next) {
		struct place inner = at;
		inner.depth++;
		const char *combine = grammar_attribute(d->node, "combine");
		if (combine && strcmp(combine, "choice") == 0)
			inner.required = false;
		if (d->next || combine)
			inner.ordered = false;
		read_children(g, m, d->node, inner);
	}
}

static void read_pattern(struct grammar *g, struct grammar_model *m, const xmlNode *pattern, struct place at)
{
	if (at.depth > DEPTH_AT_MOST || pattern->type != XML_ELEMENT_NODE)
		return;
	if (grammar_is(pattern, "attribute"))
		add_attribute(g, m, pattern, &at);
	else if (grammar_is(pattern, "element"))
		add_element(g, m, pattern, &at);
	else if (grammar_is(pattern, "ref"))
		read_ref(g, m, pattern, at);
	else if (grammar_is(pattern, "data") || grammar_is(pattern, "value") || grammar_is(pattern, "list"))
		m->data = true;
	else if (grammar_is(pattern, "text"))
		m->text = true;
	else if (grammar_has_children(pattern)) {
		m->text = m->text || grammar_is(pattern, "mixed");
		read_children(g, m, pattern, within(at, pattern));
	}
}

bool grammar_has_children(const xmlNode *pattern)
{
	static const char *const names[] = {"group",      "interleave", "choice", "optional",
	                                    "zeroOrMore", "oneOrMore",  "mixed",  "start"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (grammar_is(pattern, names[i]))
			return true;
	return false;
}

/* A name class comes first in an element or attribute pattern that has no name attribute; it is no pattern. */
static bool is_name_class(const xmlNode *node)
{
	return grammar_is(node, "name") || grammar_is(node, "anyName") || grammar_is(node, "nsName");
}

bool grammar_is_content(const xmlNode *child)
{
	if (child->type != XML_ELEMENT_NODE || is_name_class(child))
		return false;
	const xmlNode *first = child->children;
	while (first && first->type != XML_ELEMENT_NODE)
		first = first->next;
	return !(grammar_is(child, "choice") && first && is_name_class(first));
}

static struct grammar_model *read_model(struct grammar *g, const xmlNode *pattern)
{
	struct grammar_model *m = arena_alloc(g->memory, sizeof *m);
	int order = 0;
	struct place at = {.required = true, .ordered = true, .order = &order};
	for (const xmlNode *child = pattern->children; child; child = child->next) {
		if (grammar_is_content(child))
			read_pattern(g, m, child, at);
		order++;
	}
	return m;
}

const struct grammar_model *grammar_content(struct grammar *g, const xmlNode *pattern)
{
	char key[32];
	snprintf(key, sizeof key, "%p", (const void *)pattern);
	struct grammar_model *m = xmlHashLookup(g->models, (const xmlChar *)key);
	if (!m) {
		m = read_model(g, pattern);
		xmlHashAddEntry(g->models, (const xmlChar *)key, m);
	}
	return m;
}

const struct grammar_model *grammar_start(struct grammar *g)
{
	if (grammar_is(g->start, "element")) {
		struct grammar_model *m = arena_alloc(g->memory, sizeof *m);
		int order = 0;
		add_element(g, m, g->start, &(struct place){.order = &order});
		return m;
	}
	return grammar_content(g, g->start);
}
