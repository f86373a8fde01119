/* Why a document is not valid: what libxml2 says of RELAX NG ("Invalid sequence in interleave") helps nobody. Walks
 * document and schema side by side; milder than the schema where the context leaves more than one reading, so all it
 * says is true. */
#include <stdlib.h>
#include <string.h>

#include "grammar.h"
#include "internal.h"

enum { ERRORS_AT_MOST = 50, DEPTH_AT_MOST = 250, NAMES_AT_MOST = 12 };

struct explanation {
	struct grammar *grammar;
	struct arena *memory;
	struct diag *d;
	int errors;
};

/* The readings of one element: patterns that its name and place allow. */
struct reading {
	const xmlNode *pattern;
};
struct readings {
	struct reading *at; /* [count] */
	size_t count;
};

static void explain(struct explanation *e, const xmlNode *element, struct readings readings, int depth);

static const char *name_of(const xmlNode *node)
{
	return (const char *)node->name;
}

static const char *namespace_of(const xmlNode *node)
{
	return node->ns ? (const char *)node->ns->href : NULL;
}

static struct loc place(struct explanation *e, const xmlNode *node)
{
	e->errors++;
	return load_position(node);
}

/* "; expected: a, b, c" */
static void put_names(struct explanation *e, const struct grammar_entry *entries, size_t count, struct buffer *out)
{
	int named = 0;
	struct buffer seen = {0};
	for (size_t i = 0; i < count; i++) {
		const char *name = grammar_name(entries[i].pattern, e->memory);
		struct buffer key = {0};
		buffer_printf(&key, " %s ", name);
		if (!seen.data || !strstr(seen.data, key.data)) {
			buffer_puts(&seen, key.data);
			if (named < NAMES_AT_MOST)
				buffer_printf(out, "%s%s", named ? ", " : "; expected: ", name);
			named++;
		}
		buffer_free(&key);
	}
	if (named > NAMES_AT_MOST)
		buffer_puts(out, ", ...");
	if (!named)
		buffer_puts(out, "; none is allowed there");
	buffer_free(&seen);
}

static char *attribute_value(const xmlAttr *attribute)
{
	xmlChar *value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
	return (char *)(value ? value : xmlStrdup((const xmlChar *)""));
}

static const xmlNode *find_entry(const struct grammar_entry *entries, size_t count, const char *name, const char *ns)
{
	for (size_t i = 0; i < count; i++)
		if (grammar_names(entries[i].pattern, name, ns))
			return entries[i].pattern;
	return NULL;
}

static void report_value(struct explanation *e, const xmlNode *element, const xmlNode *pattern, const char *what,
                         const char *got)
{
	struct buffer expected = {0};
	grammar_expected(e->grammar, pattern, &expected);
	diag_error(e->d, place(e, element), "%s: expected %s, got '%s'", what, expected.data, got);
	buffer_free(&expected);
}

static void explain_value(struct explanation *e, const xmlNode *element, const xmlAttr *attribute,
                          struct readings readings)
{
	const char *name = (const char *)attribute->name, *ns = attribute->ns ? (const char *)attribute->ns->href : NULL;
	const xmlNode *last = NULL;
	char *value = attribute_value(attribute);
	bool ok = false;
	for (size_t i = 0; i < readings.count && !ok; i++) {
		const struct grammar_model *m = grammar_content(e->grammar, readings.at[i].pattern);
		for (size_t k = 0; k < m->attribute_count && !ok; k++) {
			if (!grammar_names(m->attribute[k].pattern, name, ns))
				continue;
			last = m->attribute[k].pattern;
			ok = grammar_accepts(e->grammar, last, value);
		}
	}
	if (last && !ok) {
		struct buffer what = {0};
		buffer_printf(&what, "attribute '%s' of '%s'", name, name_of(element));
		report_value(e, element, last, what.data, value);
		buffer_free(&what);
	} else if (!last) {
		const struct grammar_model *m = grammar_content(e->grammar, readings.at[0].pattern);
		struct buffer names = {0};
		put_names(e, m->attribute, m->attribute_count, &names);
		diag_error(e->d, place(e, element), "attribute '%s' is not allowed on '%s'%s", name, name_of(element),
		           names.data);
		buffer_free(&names);
	}
	xmlFree(value);
}

static bool has_attribute(const xmlNode *element, const xmlNode *pattern)
{
	for (const xmlAttr *a = element->properties; a; a = a->next)
		if (grammar_names(pattern, (const char *)a->name, a->ns ? (const char *)a->ns->href : NULL))
			return true;
	return false;
}

static void explain_attributes(struct explanation *e, const xmlNode *element, struct readings readings)
{
	for (const xmlAttr *a = element->properties; a; a = a->next)
		explain_value(e, element, a, readings);
	if (readings.count != 1)
		return;
	const struct grammar_model *m = grammar_content(e->grammar, readings.at[0].pattern);
	for (size_t i = 0; i < m->attribute_count; i++)
		if (m->attribute[i].required && !has_attribute(element, m->attribute[i].pattern))
			diag_error(e->d, place(e, element), "'%s' needs the attribute '%s'", name_of(element),
			           grammar_name(m->attribute[i].pattern, e->memory));
}

static struct readings readings_of(struct explanation *e, const xmlNode *child, struct readings parents)
{
	struct readings found = {0};
	size_t capacity = 0;
	for (size_t i = 0; i < parents.count; i++) {
		const struct grammar_model *m = grammar_content(e->grammar, parents.at[i].pattern);
		for (size_t k = 0; k < m->element_count; k++) {
			if (!grammar_names(m->element[k].pattern, name_of(child), namespace_of(child)))
				continue;
			if (found.count == capacity) {
				capacity = capacity ? capacity * 2 : 4;
				found.at = arena_grow(e->memory, found.at, found.count, capacity, sizeof *found.at);
			}
			found.at[found.count++].pattern = m->element[k].pattern;
		}
	}
	return found;
}

static void report_unexpected(struct explanation *e, const xmlNode *child, struct readings parents)
{
	const struct grammar_model *m = grammar_content(e->grammar, parents.at[0].pattern);
	const xmlNode *namesake = find_entry(m->element, m->element_count, name_of(child), "urn:cbua:conference:1");
	struct buffer names = {0};
	put_names(e, m->element, m->element_count, &names);
	if (namesake && !namespace_of(child))
		diag_error(e->d, place(e, child), "element '%s' is in no namespace; xmlns=\"urn:cbua:conference:1\" is missing",
		           name_of(child));
	else
		diag_error(e->d, place(e, child), "element '%s' is not allowed in '%s'%s", name_of(child),
		           name_of(child->parent), names.data);
	buffer_free(&names);
}

/* The first child that a pattern names, from a child on. */
static const xmlNode *child_of(const xmlNode *from, const xmlNode *pattern)
{
	for (const xmlNode *child = from; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE && grammar_names(pattern, name_of(child), namespace_of(child)))
			return child;
	return NULL;
}

static size_t entries_like(const struct grammar_model *m, const xmlNode *child)
{
	size_t count = 0;
	for (size_t i = 0; i < m->element_count; i++)
		count += grammar_names(m->element[i].pattern, name_of(child), namespace_of(child));
	return count;
}

static void explain_count(struct explanation *e, const xmlNode *element, const struct grammar_model *m)
{
	for (size_t i = 0; i < m->element_count; i++) {
		const struct grammar_entry *entry = &m->element[i];
		const xmlNode *first = child_of(element->children, entry->pattern);
		if (!first && entry->required)
			diag_error(e->d, place(e, element), "'%s' needs the element '%s'", name_of(element),
			           grammar_name(entry->pattern, e->memory));
		const xmlNode *second = first && !entry->many ? child_of(first->next, entry->pattern) : NULL;
		if (second && entries_like(m, second) == 1)
			diag_error(e->d, place(e, second), "element '%s' stands twice in '%s', where one is allowed",
			           name_of(second), name_of(element));
	}
}

static void explain_order(struct explanation *e, const xmlNode *element, const struct grammar_model *m)
{
	const xmlNode *latest = NULL;
	int order = 0;
	for (const xmlNode *child = element->children; child; child = child->next) {
		if (child->type != XML_ELEMENT_NODE || entries_like(m, child) != 1)
			continue;
		for (size_t i = 0; i < m->element_count; i++) {
			if (!grammar_names(m->element[i].pattern, name_of(child), namespace_of(child)))
				continue;
			if (latest && m->element[i].order < order) {
				diag_error(e->d, place(e, child), "element '%s' must stand before '%s'", name_of(child),
				           name_of(latest));
				return;
			}
			latest = child;
			order = m->element[i].order;
		}
	}
}

static bool is_blank(const xmlChar *text)
{
	return !text || text[strspn((const char *)text, " \t\r\n")] == '\0';
}

static const xmlNode *stray_text(const xmlNode *element)
{
	for (const xmlNode *child = element->children; child; child = child->next)
		if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && !is_blank(child->content))
			return child;
	return NULL;
}

static void explain_text(struct explanation *e, const xmlNode *element, struct readings readings)
{
	bool text = false, data = false, accepted = false;
	xmlChar *content = xmlNodeGetContent(element);
	for (size_t i = 0; i < readings.count; i++) {
		const struct grammar_model *m = grammar_content(e->grammar, readings.at[i].pattern);
		text = text || m->text;
		data = data || m->data;
		if (m->data)
			accepted = accepted || grammar_accepts(e->grammar, readings.at[i].pattern, (const char *)content);
	}
	const xmlNode *stray = stray_text(element);
	if (!text && data && !accepted) {
		struct buffer what = {0};
		buffer_printf(&what, "element '%s'", name_of(element));
		report_value(e, element, readings.at[0].pattern, what.data, (const char *)content);
		buffer_free(&what);
	} else if (!text && !data && stray) {
		const char *words = (const char *)stray->content + strspn((const char *)stray->content, " \t\r\n");
		diag_error(e->d, place(e, element), "text is not allowed directly in '%s', got '%.*s'", name_of(element),
		           xmlUTF8Strsize((const xmlChar *)words, 40), words);
	}
	xmlFree(content);
}

static void explain_children(struct explanation *e, const xmlNode *element, struct readings readings, int depth)
{
	int before = e->errors;
	for (const xmlNode *child = element->children; child && e->errors < ERRORS_AT_MOST; child = child->next) {
		if (child->type != XML_ELEMENT_NODE)
			continue;
		struct readings inner = readings_of(e, child, readings);
		if (inner.count == 0)
			report_unexpected(e, child, readings);
		else
			explain(e, child, inner, depth + 1);
	}
	if (readings.count != 1)
		return;
	const struct grammar_model *m = grammar_content(e->grammar, readings.at[0].pattern);
	explain_count(e, element, m);
	if (e->errors == before)
		explain_order(e, element, m);
}

static void explain(struct explanation *e, const xmlNode *element, struct readings readings, int depth)
{
	if (e->errors >= ERRORS_AT_MOST || depth > DEPTH_AT_MOST)
		return;
	explain_attributes(e, element, readings);
	explain_text(e, element, readings);
	explain_children(e, element, readings, depth);
}

static void explain_root(struct explanation *e, const xmlNode *root)
{
	const struct grammar_model *start = grammar_start(e->grammar);
	struct readings readings = {arena_array(e->memory, start->element_count + 1, sizeof *readings.at), 0};
	for (size_t i = 0; i < start->element_count; i++)
		if (grammar_names(start->element[i].pattern, name_of(root), namespace_of(root)))
			readings.at[readings.count++].pattern = start->element[i].pattern;
	if (readings.count > 0) {
		explain(e, root, readings, 0);
		return;
	}
	struct buffer names = {0};
	put_names(e, start->element, start->element_count, &names);
	diag_error(e->d, place(e, root), "the root element '%s' in namespace '%s' is not one that the schema knows%s",
	           name_of(root), namespace_of(root) ? namespace_of(root) : "", names.data);
	buffer_free(&names);
}

bool explain_invalid(const xmlDoc *doc, const xmlDoc *schema, struct diag *d)
{
	struct arena *memory = arena_new();
	struct explanation e = {grammar_new(schema, memory), memory, d, 0};
	explain_root(&e, xmlDocGetRootElement(doc));
	if (e.errors >= ERRORS_AT_MOST)
		diag_note(d, (struct loc){0}, "there may be more; the first %d are named", ERRORS_AT_MOST);
	grammar_free(e.grammar);
	arena_free(memory);
	return e.errors > 0;
}
