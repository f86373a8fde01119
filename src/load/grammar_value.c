/* Names and values that a schema allows. */
#include <libxml/xmlregexp.h>
#include <libxml/xmlschemastypes.h>
#include <stdlib.h>
#include <string.h>

#include "grammar_internal.h"

enum { DEPTH_AT_MOST = 200, VALUES_NAMED_AT_MOST = 24 };

static const char *namespace_of(const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		const char *ns = grammar_attribute(node, "ns");
		if (ns)
			return ns;
	}
	return "";
}

/* The name attribute of an attribute pattern does not inherit ns. */
static const char *namespace_of_name(const xmlNode *pattern, const char *name)
{
	const char *colon = strchr(name, ':');
	if (colon) {
		xmlChar *prefix = xmlStrndup((const xmlChar *)name, (int)(colon - name));
		const xmlNs *ns = xmlSearchNs(pattern->doc, (xmlNode *)pattern, prefix);
		xmlFree(prefix);
		return ns ? (const char *)ns->href : "";
	}
	if (grammar_is(pattern, "attribute")) {
		const char *own = grammar_attribute(pattern, "ns");
		return own ? own : "";
	}
	return namespace_of(pattern);
}

static const char *trimmed_content(const xmlNode *node)
{
	const xmlNode *text = node->children;
	const char *content = text && text->content ? (const char *)text->content : "";
	return content + strspn(content, " \t\r\n");
}

static bool is_local(const char *written, const char *name)
{
	const char *colon = strchr(written, ':');
	const char *local = colon ? colon + 1 : written;
	size_t size = strcspn(local, " \t\r\n");
	return strlen(name) == size && strncmp(local, name, size) == 0;
}

static bool class_holds(const xmlNode *class, const char *name, const char *ns)
{
	if (grammar_is(class, "anyName"))
		return true;
	if (grammar_is(class, "nsName"))
		return strcmp(namespace_of(class), ns) == 0;
	if (grammar_is(class, "name"))
		return is_local(trimmed_content(class), name) &&
		       strcmp(namespace_of_name(class, trimmed_content(class)), ns) == 0;
	if (!grammar_is(class, "choice"))
		return false;
	for (const xmlNode *child = class->children; child; child = child->next)
		if (class_holds(child, name, ns))
			return true;
	return false;
}

bool grammar_names(const xmlNode *pattern, const char *name, const char *ns)
{
	ns = ns ? ns : "";
	const char *written = grammar_attribute(pattern, "name");
	if (written)
		return is_local(written, name) && strcmp(namespace_of_name(pattern, written), ns) == 0;
	for (const xmlNode *child = pattern->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE && !grammar_is_content(child))
			return class_holds(child, name, ns);
	return false;
}

const char *grammar_name(const xmlNode *pattern, struct arena *a)
{
	const char *written = grammar_attribute(pattern, "name");
	if (written)
		return written;
	for (const xmlNode *child = pattern->children; child; child = child->next)
		if (grammar_is(child, "name"))
			return arena_strndup(a, trimmed_content(child), strcspn(trimmed_content(child), " \t\r\n"));
	return "*";
}

static const char *const blanks = " \t\r\n";

static bool equal_tokens(const char *a, const char *b)
{
	for (;;) {
		a += strspn(a, blanks);
		b += strspn(b, blanks);
		size_t size = strcspn(a, blanks);
		if (size != strcspn(b, blanks) || strncmp(a, b, size) != 0)
			return false;
		if (size == 0)
			return true;
		a += size;
		b += size;
	}
}

static bool fits_facet(const xmlNode *param, const char *text)
{
	const char *name = grammar_attribute(param, "name");
	const char *value = trimmed_content(param);
	if (!name)
		return true;
	if (strcmp(name, "pattern") == 0) {
		xmlRegexp *pattern = xmlRegexpCompile((const xmlChar *)value);
		bool fits = !pattern || xmlRegexpExec(pattern, (const xmlChar *)text) == 1;
		xmlRegFreeRegexp(pattern);
		return fits;
	}
	if (strcmp(name, "minLength") == 0)
		return xmlUTF8Strlen((const xmlChar *)text) >= atoi(value);
	if (strcmp(name, "maxLength") == 0)
		return xmlUTF8Strlen((const xmlChar *)text) <= atoi(value);
	if (strcmp(name, "minInclusive") == 0)
		return strtod(text, NULL) >= strtod(value, NULL) || strchr(value, '-');
	if (strcmp(name, "maxInclusive") == 0)
		return strtod(text, NULL) <= strtod(value, NULL) || strchr(value, '-');
	return true;
}

static bool fits_data(const xmlNode *data, const char *text)
{
	const char *name = grammar_attribute(data, "type");
	xmlSchemaType *type =
	    name ? xmlSchemaGetPredefinedType((const xmlChar *)name, (const xmlChar *)"http://www.w3.org/2001/XMLSchema")
	         : NULL;
	if (type && xmlSchemaValidatePredefinedType(type, (const xmlChar *)text, NULL) != 0)
		return false;
	for (const xmlNode *child = data->children; child; child = child->next)
		if (grammar_is(child, "param") && !fits_facet(child, text))
			return false;
	return true;
}

static bool accepts(struct grammar *g, const xmlNode *pattern, const char *text, int depth);

static bool any_child_accepts(struct grammar *g, const xmlNode *parent, const char *text, int depth)
{
	for (const xmlNode *child = parent->children; child; child = child->next)
		if (grammar_is_content(child) && accepts(g, child, text, depth + 1))
			return true;
	return false;
}

static bool list_accepts(struct grammar *g, const xmlNode *list, const char *text, int depth)
{
	bool ok = true;
	for (text += strspn(text, blanks); *text && ok; text += strspn(text, blanks)) {
		size_t size = strcspn(text, blanks);
		xmlChar *token = xmlStrndup((const xmlChar *)text, (int)size);
		ok = any_child_accepts(g, list, (const char *)token, depth);
		xmlFree(token);
		text += size;
	}
	return ok;
}

static bool accepts(struct grammar *g, const xmlNode *pattern, const char *text, int depth)
{
	if (depth > DEPTH_AT_MOST || grammar_is(pattern, "text"))
		return true;
	if (grammar_is(pattern, "value"))
		return equal_tokens(trimmed_content(pattern), text);
	if (grammar_is(pattern, "data"))
		return fits_data(pattern, text);
	if (grammar_is(pattern, "list"))
		return list_accepts(g, pattern, text, depth);
	if (grammar_is(pattern, "empty") || grammar_is(pattern, "optional") || grammar_is(pattern, "zeroOrMore"))
		if (text[strspn(text, blanks)] == '\0')
			return true;
	if (grammar_is(pattern, "ref")) {
		for (const struct grammar_define *d = grammar_lookup(g, pattern); d; d = d->next)
			if (any_child_accepts(g, d->node, text, depth))
				return true;
		return false;
	}
	return grammar_has_children(pattern) && any_child_accepts(g, pattern, text, depth);
}

bool grammar_accepts(struct grammar *g, const xmlNode *pattern, const char *text)
{
	bool has_content = false;
	for (const xmlNode *child = pattern->children; child; child = child->next)
		has_content = has_content || grammar_is_content(child);
	return !has_content || any_child_accepts(g, pattern, text, 0);
}

static const char *type_words(const char *type)
{
	static const struct {
		const char *type, *words;
	} rows[] = {
	    {"date", "a date such as 2024-05-22"},
	    {"gYearMonth", "a month such as 2024-05"},
	    {"gYear", "a year such as 2024"},
	    {"dateTime", "a date and time such as 2024-05-22T09:30:00"},
	    {"time", "a time such as 09:30:00"},
	    {"integer", "a whole number"},
	    {"nonNegativeInteger", "a whole number, 0 or more"},
	    {"positiveInteger", "a whole number, 1 or more"},
	    {"decimal", "a number such as 12.5"},
	    {"boolean", "true or false"},
	    {"anyURI", "an address (URI)"},
	    {"language", "a language such as zh, ru, be or en"},
	    {"ID", "a name without spaces that does not begin with a digit"},
	    {"NCName", "a name without spaces that does not begin with a digit"},
	    {"IDREF", "the id of another element"},
	};
	for (size_t i = 0; type && i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].type, type) == 0)
			return rows[i].words;
	return NULL;
}

static void put_data(const xmlNode *data, struct buffer *out)
{
	const char *type = grammar_attribute(data, "type");
	const char *words = type_words(type);
	buffer_printf(out, "%s", words ? words : "text");
	for (const xmlNode *child = data->children; child; child = child->next) {
		const char *name = grammar_is(child, "param") ? grammar_attribute(child, "name") : NULL;
		if (!name)
			continue;
		bool is_pattern = strcmp(name, "pattern") == 0;
		buffer_printf(out, is_pattern ? " like %s" : ", %s ", is_pattern ? trimmed_content(child) : name);
		if (!is_pattern)
			buffer_puts(out, trimmed_content(child));
	}
}

static void put_expected(struct grammar *g, const xmlNode *pattern, struct buffer *out, int *count, int depth)
{
	bool is_leaf = grammar_is(pattern, "value") || grammar_is(pattern, "data");
	if (depth > DEPTH_AT_MOST || pattern->type != XML_ELEMENT_NODE)
		return;
	if (is_leaf && *count < VALUES_NAMED_AT_MOST) {
		buffer_puts(out, *count ? ", " : "");
		if (grammar_is(pattern, "data"))
			put_data(pattern, out);
		else
			buffer_puts(out, trimmed_content(pattern));
	}
	*count += is_leaf;
	if (grammar_is(pattern, "ref"))
		for (const struct grammar_define *d = grammar_lookup(g, pattern); d; d = d->next)
			put_expected(g, d->node, out, count, depth + 1);
	else if (!is_leaf)
		for (const xmlNode *child = pattern->children; child; child = child->next)
			put_expected(g, child, out, count, depth + 1);
}

void grammar_expected(struct grammar *g, const xmlNode *pattern, struct buffer *out)
{
	struct buffer list = {0};
	int count = 0;
	for (const xmlNode *child = pattern->children; child; child = child->next)
		if (grammar_is_content(child))
			put_expected(g, child, &list, &count, 0);
	if (count > 1)
		buffer_puts(out, "one of: ");
	buffer_puts(out, list.data ? list.data : "nothing");
	if (count > VALUES_NAMED_AT_MOST)
		buffer_printf(out, " (and %d more)", count - VALUES_NAMED_AT_MOST);
	buffer_free(&list);
}
