/* Style sheets: simple CSS. Selectors of types, classes, ids and attributes, with descendants and children; what is
 * more than that matches nothing. At-rules are passed over. */
#include <stdlib.h>
#include <string.h>

#include "svg_style.h"

enum test_kind { TEST_TYPE, TEST_CLASS, TEST_ATTRIBUTE };

struct test {
	enum test_kind kind;
	const char *name;  /* type, class or attribute */
	const char *value; /* TEST_ATTRIBUTE: NULL when it need only be there */
};

/* What one element must be; first in the selector's order from right to left. */
struct compound {
	struct test test[8];
	size_t count;
	bool child; /* the next compound is its parent, else any ancestor */
};

struct rule {
	struct compound *compound;
	size_t count;
	unsigned specificity;
	size_t order;
	struct svg_declarations declarations;
};

struct svg_sheet {
	struct arena *memory;
	struct rule *rule;
	size_t count, capacity;
};

/* ---- declarations ---- */

/* The end of a value or a name: the first of stops outside quotes and parentheses. */
static const char *find(const char *at, const char *end, const char *stops)
{
	char quote = 0;
	int depth = 0;
	for (; at < end; at++) {
		if (*at == '\\' && at + 1 < end)
			at++;
		else if (quote)
			quote = *at == quote ? 0 : quote;
		else if (*at == '"' || *at == '\'')
			quote = *at;
		else if (*at == '(')
			depth++;
		else if (*at == ')')
			depth -= depth > 0;
		else if (depth == 0 && strchr(stops, *at))
			return at;
	}
	return end;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void trim(const char **from, const char **end)
{
	while (*from < *end && is_space(**from))
		++*from;
	while (*end > *from && is_space((*end)[-1]))
		--*end;
}

/* Takes "!important" off the end. */
static bool take_importance(const char *from, const char **end)
{
	static const char word[] = "important";
	size_t size = sizeof word - 1;
	if ((size_t)(*end - from) <= size || strncmp(*end - size, word, size) != 0)
		return false;
	const char *mark = *end - size;
	while (mark > from && is_space(mark[-1]))
		mark--;
	if (mark == from || mark[-1] != '!')
		return false;
	*end = mark - 1;
	trim(&from, end);
	return true;
}

static bool parse_declaration(struct arena *memory, const char *from, const char *end, struct svg_declaration *out)
{
	const char *colon = memchr(from, ':', (size_t)(end - from));
	if (!colon)
		return false;
	const char *name_end = colon, *value = colon + 1;
	trim(&from, &name_end);
	trim(&value, &end);
	out->property = svg_property_lookup(from, (size_t)(name_end - from));
	out->important = take_importance(value, &end);
	out->value = out->property ? arena_strndup(memory, value, (size_t)(end - value)) : NULL;
	return out->property != NULL;
}

struct svg_declarations svg_declarations_parse(struct arena *memory, const char *text, size_t size)
{
	const char *end = text + size;
	size_t most = 1;
	for (const char *p = text; p < end; p++)
		most += *p == ';';
	struct svg_declarations result = {.item = arena_array(memory, most, sizeof *result.item)};
	while (text < end) {
		const char *stop = find(text, end, ";");
		if (parse_declaration(memory, text, stop, &result.item[result.count]))
			result.count++;
		text = stop + 1;
	}
	return result;
}

/* ---- selectors ---- */

static size_t name_size(const char *at, const char *end)
{
	const char *p = at;
	while (p < end && ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || *p == '-' ||
	                   *p == '_' || (unsigned char)*p >= 0x80))
		p++;
	return (size_t)(p - at);
}

static bool add_test(struct compound *c, enum test_kind kind, const char *name, const char *value)
{
	if (c->count == sizeof c->test / sizeof *c->test)
		return false;
	c->test[c->count++] = (struct test){kind, name, value};
	return true;
}

/* [name] or [name=value] */
static const char *parse_attribute(struct arena *memory, struct compound *c, const char *at, const char *end)
{
	const char *close = memchr(at, ']', (size_t)(end - at));
	size_t size = close ? name_size(at, close) : 0;
	if (size == 0)
		return NULL;
	const char *name = arena_strndup(memory, at, size), *value = NULL;
	at += size;
	if (*at == '=') {
		const char *from = at + 1, *to = close;
		if (to - from >= 2 && (*from == '"' || *from == '\'') && to[-1] == *from) {
			from++;
			to--;
		}
		value = arena_strndup(memory, from, (size_t)(to - from));
	} else if (at != close) {
		return NULL;
	}
	return add_test(c, TEST_ATTRIBUTE, name, value) ? close + 1 : NULL;
}

/* One test at *at into c; where it ends, or NULL when it is none that we know. */
static const char *parse_test(struct arena *memory, struct compound *c, const char *at, const char *end,
                              unsigned *specificity)
{
	char sign = *at;
	if (sign == '*')
		return at + 1;
	if (sign == '[') {
		*specificity += 0x100;
		return parse_attribute(memory, c, at + 1, end);
	}
	if (sign == '.' || sign == '#')
		at++;
	size_t size = name_size(at, end);
	if (size == 0)
		return NULL;
	const char *name = arena_strndup(memory, at, size);
	bool ok;
	if (sign == '#') {
		*specificity += 0x10000;
		ok = add_test(c, TEST_ATTRIBUTE, "id", name);
	} else if (sign == '.') {
		*specificity += 0x100;
		ok = add_test(c, TEST_CLASS, name, NULL);
	} else {
		*specificity += 1;
		ok = add_test(c, TEST_TYPE, name, NULL);
	}
	return ok ? at + size : NULL;
}

/* Compounds from left to right; false when there is something we do not know. */
static bool parse_selector(struct arena *memory, const char *at, const char *end, struct rule *rule)
{
	enum { MOST = 16 };
	struct compound *list = arena_array(memory, MOST, sizeof *list);
	size_t count = 0;
	trim(&at, &end);
	while (at < end) {
		if (count == MOST)
			return false;
		struct compound *c = &list[count++];
		while (at < end && !is_space(*at) && *at != '>')
			if (!(at = parse_test(memory, c, at, end, &rule->specificity)))
				return false;
		while (at < end && is_space(*at))
			at++;
		if (at < end && *at == '>') {
			list[count - 1].child = true; /* is the parent of what follows: moved over below */
			for (at++; at < end && is_space(*at);)
				at++;
		}
	}
	rule->compound = arena_array(memory, count ? count : 1, sizeof *rule->compound);
	rule->count = count;
	for (size_t i = 0; i < count; i++) {
		rule->compound[i] = list[count - 1 - i];
		rule->compound[i].child = i + 1 < count && list[count - 2 - i].child;
	}
	return count > 0;
}

/* ---- sheets ---- */

static void add_rule(struct svg_sheet *sheet, struct rule rule)
{
	if (sheet->count == sheet->capacity) {
		size_t capacity = sheet->capacity ? sheet->capacity * 2 : 16;
		sheet->rule = arena_grow(sheet->memory, sheet->rule, sheet->count, capacity, sizeof *sheet->rule);
		sheet->capacity = capacity;
	}
	rule.order = sheet->count;
	sheet->rule[sheet->count++] = rule;
}

static void add_rules(struct svg_sheet *sheet, const char *selectors, const char *open, const char *close)
{
	struct svg_declarations declarations = svg_declarations_parse(sheet->memory, open + 1, (size_t)(close - open - 1));
	while (selectors < open) {
		const char *stop = find(selectors, open, ",");
		struct rule rule = {.declarations = declarations};
		if (parse_selector(sheet->memory, selectors, stop, &rule))
			add_rule(sheet, rule);
		selectors = stop + 1;
	}
}

/* Comments, and the marks of HTML's, become spaces. */
static void blank_comments(char *text)
{
	for (char *p = text; (p = strstr(p, "/*"));) {
		char *end = strstr(p + 2, "*/");
		end = end ? end + 2 : p + strlen(p);
		memset(p, ' ', (size_t)(end - p));
	}
	for (char *p = text; (p = strstr(p, "<!--"));)
		memset(p, ' ', 4);
	for (char *p = text; (p = strstr(p, "-->"));)
		memset(p, ' ', 3);
}

/* Past "@name ...;" or "@name ... { ... }". */
static const char *skip_at_rule(const char *at, const char *end)
{
	at = find(at, end, ";{");
	if (at == end || *at == ';')
		return at == end ? end : at + 1;
	int depth = 0;
	do {
		depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
		at++;
	} while (at < end && depth > 0);
	return at;
}

static void parse_sheet(struct svg_sheet *sheet, char *text)
{
	blank_comments(text);
	const char *at = text, *end = text + strlen(text);
	for (;;) {
		while (at < end && is_space(*at))
			at++;
		if (at == end)
			return;
		if (*at == '@') {
			at = skip_at_rule(at, end);
			continue;
		}
		const char *open = find(at, end, "{");
		if (open == end)
			return;
		const char *close = find(open + 1, end, "}");
		add_rules(sheet, at, open, close);
		at = close == end ? end : close + 1;
	}
}

static int compare_rules(const void *a, const void *b)
{
	const struct rule *one = a, *two = b;
	if (one->specificity != two->specificity)
		return one->specificity < two->specificity ? -1 : 1;
	return one->order < two->order ? -1 : one->order > two->order;
}

static const xmlNode *next_node(const xmlNode *node, const xmlNode *root)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

struct svg_sheet *svg_sheet_read(const xmlNode *root, struct arena *memory)
{
	struct svg_sheet *sheet = arena_alloc(memory, sizeof *sheet);
	sheet->memory = memory;
	for (const xmlNode *node = root; node; node = next_node(node, root)) {
		if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "style") != 0)
			continue;
		xmlChar *text = xmlNodeGetContent(node);
		if (text)
			parse_sheet(sheet, arena_strdup(memory, (const char *)text));
		xmlFree(text);
	}
	if (sheet->count > 1)
		qsort(sheet->rule, sheet->count, sizeof *sheet->rule, compare_rules);
	return sheet;
}

/* ---- matching ---- */

static const char *attribute(const xmlNode *element, const char *name)
{
	const xmlAttr *a = xmlHasProp(element, (const xmlChar *)name);
	if (!a || a->type != XML_ATTRIBUTE_NODE || !a->children || a->children->next)
		return a ? "" : NULL;
	return (const char *)a->children->content;
}

static bool has_class(const char *classes, const char *name)
{
	size_t size = strlen(name);
	while (classes && *classes) {
		while (is_space(*classes))
			classes++;
		size_t word = strcspn(classes, " \t\r\n\f");
		if (word == size && strncmp(classes, name, size) == 0)
			return true;
		classes += word;
	}
	return false;
}

static bool passes(const struct test *test, const xmlNode *element)
{
	if (test->kind == TEST_TYPE)
		return strcmp((const char *)element->name, test->name) == 0;
	if (test->kind == TEST_CLASS)
		return has_class(attribute(element, "class"), test->name);
	const char *value = attribute(element, test->name);
	return value && (!test->value || strcmp(value, test->value) == 0);
}

static bool is_compound(const struct compound *c, const xmlNode *element)
{
	for (size_t i = 0; i < c->count; i++)
		if (!passes(&c->test[i], element))
			return false;
	return true;
}

static const xmlNode *parent_element(const xmlNode *element)
{
	return element->parent && element->parent->type == XML_ELEMENT_NODE ? element->parent : NULL;
}

enum outcome { MATCHES, FAILS, FAILS_FOR_ALL }; /* FAILS: an ancestor further up may do instead */

/* Do the compounds from i on match ancestors of element? Once the root is reached in vain nothing further up can help,
 * which keeps this linear in depth. */
static enum outcome match_above(const struct rule *rule, size_t i, const xmlNode *element)
{
	if (i == rule->count)
		return MATCHES;
	bool must_be_parent = rule->compound[i - 1].child;
	for (const xmlNode *p = parent_element(element); p; p = parent_element(p)) {
		bool fits = is_compound(&rule->compound[i], p);
		if (must_be_parent && !fits)
			return FAILS;
		enum outcome outcome = fits ? match_above(rule, i + 1, p) : FAILS;
		if (must_be_parent || outcome != FAILS)
			return outcome;
	}
	return FAILS_FOR_ALL;
}

void svg_sheet_match(const struct svg_sheet *sheet, const xmlNode *element,
                     void (*use)(void *context, const struct svg_declarations *), void *context)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (is_compound(&sheet->rule[i].compound[0], element) && match_above(&sheet->rule[i], 1, element) == MATCHES)
			use(context, &sheet->rule[i].declarations);
}
