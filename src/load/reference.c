/* What RELAX NG cannot say about urn:cbua:conference:1: that what is referred to exists, that days lie within the
 * conference, that nothing stands twice. The vocabulary's own rules, in tables: a new attribute that refers is a new
 * row. */
#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#define CONFERENCE_NAMESPACE "urn:cbua:conference:1"

/* An attribute that refers, by xml:id, to an element of one of these names. With list, to several, with spaces between.
 */
static const struct reference {
	const char *attribute;
	const char *target[2];
	bool list;
} references[] = {
    {"institution", {"institution"}, false}, {"person", {"person"}, false},   {"cluster", {"cluster"}, false},
    {"session", {"session"}, false},         {"sessions", {"session"}, true}, {"room", {"room"}, false},
    {"talk", {"talk", "speech"}, false},     {"paper", {"paper"}, false},
};

/* Days that must lie within those of the conference. */
static const struct {
	const char *element, *attribute;
} days[] = {
    {"session", "date"},
    {"attendee", "days"},
};

/* Two attributes of one element, the first never later than the second. */
static const struct {
	const char *first, *second;
} orders[] = {
    {"from", "to"},
    {"start", "end"},
    {"since", "until"},
    {"date", "until"},
};

/* Children of one parent whose attribute must differ. */
static const struct {
	const char *parent, *child, *attribute;
} uniques[] = {
    {"attendance", "attendee", "person"},
    {"cluster", "lead", "institution"},
    {"cluster", "member", "institution"},
    {"outcome", "party", "institution"},
};

struct checker {
	struct diag *d;
	xmlHashTable *ids;     /* xml:id -> the element */
	const char *from, *to; /* the conference's days; NULL: it has none */
	bool complete;         /* a whole conference: what is not there is missing */
};

static bool is_ours(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, CONFERENCE_NAMESPACE) == 0;
}

static bool is_named(const xmlNode *node, const char *name)
{
	return strcmp((const char *)node->name, name) == 0;
}

/* NULL when absent. Valid attributes of ours hold one text. */
static const char *attribute(const xmlNode *element, const char *name, bool of_xml)
{
	for (const xmlAttr *a = element->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0 && (a->ns != NULL) == of_xml)
			return a->children && a->children->content ? (const char *)a->children->content : "";
	return NULL;
}

/* The next word of *text, as the arena's; NULL at the end. */
static xmlChar *next_word(const char **text)
{
	*text += strspn(*text, " \t\r\n");
	size_t size = strcspn(*text, " \t\r\n");
	xmlChar *word = size ? xmlStrndup((const xmlChar *)*text, (int)size) : NULL;
	*text += size;
	return word;
}

/* The element after this one, in document order, not leaving top; elements of other vocabularies are passed over whole.
 */
static const xmlNode *next_element(const xmlNode *node, const xmlNode *top)
{
	const xmlNode *next = is_ours(node) ? node->children : NULL;
	for (;;) {
		while (!next && node != top) {
			next = node->next;
			node = node->parent;
		}
		if (!next || is_ours(next))
			return next;
		node = next;
		next = NULL;
	}
}

static void collect_ids(struct checker *c, const xmlNode *root)
{
	for (const xmlNode *node = root; node; node = next_element(node, root)) {
		const char *id = attribute(node, "id", true);
		if (!id)
			continue;
		const xmlNode *former = xmlHashLookup(c->ids, (const xmlChar *)id);
		if (former) {
			struct loc loc = load_position(former);
			diag_error(c->d, load_position(node), "xml:id='%s' is taken already, by the %s in %s:%d", id,
			           (const char *)former->name, loc.file, loc.line);
		} else {
			xmlHashAddEntry(c->ids, (const xmlChar *)id, (void *)node);
		}
	}
}

static bool is_target(const struct reference *reference, const xmlNode *element)
{
	for (size_t i = 0; i < sizeof reference->target / sizeof *reference->target; i++)
		if (reference->target[i] && is_named(element, reference->target[i]))
			return true;
	return false;
}

static void check_target(struct checker *c, const xmlNode *node, const struct reference *reference, const char *id)
{
	const xmlNode *target = xmlHashLookup(c->ids, (const xmlChar *)id);
	if (!target)
		diag_error(c->d, load_position(node), "'%s': there is no %s with xml:id='%s'", (const char *)node->name,
		           reference->target[0], id);
	else if (!is_target(reference, target))
		diag_error(c->d, load_position(node), "'%s': %s='%s' should be a %s, but that is the %s in %s:%d",
		           (const char *)node->name, reference->attribute, id, reference->target[0], (const char *)target->name,
		           load_position(target).file, load_position(target).line);
}

static void check_references(struct checker *c, const xmlNode *node)
{
	for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
		const char *value = attribute(node, references[i].attribute, false);
		for (xmlChar *id; value && (id = next_word(&value)); xmlFree(id))
			check_target(c, node, &references[i], (const char *)id);
	}
}

static void check_days(struct checker *c, const xmlNode *node)
{
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		const char *value = is_named(node, days[i].element) ? attribute(node, days[i].attribute, false) : NULL;
		for (xmlChar *day; value && (day = next_word(&value)); xmlFree(day))
			if (strcmp((const char *)day, c->from) < 0 || strcmp((const char *)day, c->to) > 0)
				diag_error(c->d, load_position(node),
				           "'%s': the day %s lies outside the conference, which lasts from %s to %s",
				           (const char *)node->name, (const char *)day, c->from, c->to);
	}
}

/* Days, months and years are compared as far as both go. */
static bool is_later(const char *first, const char *second)
{
	size_t size = strlen(first) < strlen(second) ? strlen(first) : strlen(second);
	return strncmp(first, second, size) > 0;
}

static void check_orders(struct checker *c, const xmlNode *node)
{
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		const char *first = attribute(node, orders[i].first, false), *second = attribute(node, orders[i].second, false);
		if (first && second && is_later(first, second))
			diag_error(c->d, load_position(node), "'%s': %s='%s' is later than %s='%s'", (const char *)node->name,
			           orders[i].first, first, orders[i].second, second);
	}
}

static void check_unique(struct checker *c, const xmlNode *parent, const char *child, const char *name)
{
	xmlHashTable *seen = xmlHashCreate(64);
	for (const xmlNode *node = parent->children; node; node = node->next) {
		const char *value = is_ours(node) && is_named(node, child) ? attribute(node, name, false) : NULL;
		if (!value)
			continue;
		const xmlNode *former = xmlHashLookup(seen, (const xmlChar *)value);
		if (former)
			diag_error(c->d, load_position(node), "%s='%s' stands twice in '%s'; first in %s:%d", name, value,
			           (const char *)parent->name, load_position(former).file, load_position(former).line);
		else
			xmlHashAddEntry(seen, (const xmlChar *)value, (void *)node);
	}
	xmlHashFree(seen, NULL);
}

static void check_uniques(struct checker *c, const xmlNode *node)
{
	for (size_t i = 0; i < sizeof uniques / sizeof *uniques; i++)
		if (is_named(node, uniques[i].parent))
			check_unique(c, node, uniques[i].child, uniques[i].attribute);
}

/* A text stands once in a language. In running text (phrase) a language may come again. */
static void check_languages(struct checker *c, const xmlNode *node)
{
	const char *language = attribute(node, "lang", true);
	if (!language || is_named(node, "phrase"))
		return;
	for (const xmlNode *former = node->prev; former; former = former->prev) {
		const char *other =
		    is_ours(former) && is_named(former, (const char *)node->name) ? attribute(former, "lang", true) : NULL;
		if (other && strcmp(other, language) == 0) {
			diag_error(c->d, load_position(node), "'%s' in the language '%s' stands twice in '%s'",
			           (const char *)node->name, language, (const char *)node->parent->name);
			return;
		}
	}
}

static void check_element(struct checker *c, const xmlNode *node)
{
	if (c->complete)
		check_references(c, node);
	if (c->from && c->to)
		check_days(c, node);
	check_orders(c, node);
	check_uniques(c, node);
	check_languages(c, node);
}

bool reference_check(xmlDoc *doc, struct diag *d)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	if (!is_ours(root))
		return true;
	struct checker c = {.d = d, .ids = xmlHashCreate(1024), .complete = is_named(root, "conference")};
	c.from = attribute(root, "from", false);
	c.to = attribute(root, "to", false);
	int before = diag_errors(d);
	collect_ids(&c, root);
	for (const xmlNode *node = root; node; node = next_element(node, root))
		check_element(&c, node);
	xmlHashFree(c.ids, NULL);
	return diag_errors(d) == before;
}
