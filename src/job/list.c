/* What the program brings along: its templates with their parameters, and its themes, told from the files themselves.
 */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#define XSLT_NAMESPACE  "http://www.w3.org/1999/XSL/Transform"
#define THEME_NAMESPACE "urn:cbua:theme:1"

enum { LINE_WIDTH = 78, DEEPEST_INCLUDE = 8 };

/* ---- words ---- */

/* text's words, none past the line's end, every line after indent spaces; the first begins where out stands. */
static void put_wrapped(struct buffer *out, const char *text, int indent, int column)
{
	static const char blanks[] = " \t\r\n";
	const char *at = text + strspn(text, blanks);
	for (bool first = true; *at; first = false) {
		int size = (int)strcspn(at, blanks);
		if (!first && column + 1 + size > LINE_WIDTH) {
			buffer_printf(out, "\n%*s", indent, "");
			column = indent;
			first = true;
		}
		if (!first)
			buffer_putc(out, ' ');
		buffer_append(out, at, (size_t)size);
		column += size + (first ? 0 : 1);
		at += size;
		at += strspn(at, blanks);
	}
	buffer_putc(out, '\n');
}

static bool is_element(const xmlNode *node, const char *ns, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->ns->href, ns) == 0 &&
	       strcmp((const char *)node->name, name) == 0;
}

/* The comment right before node; NULL when something else stands there. */
static const char *comment_before(const xmlNode *node)
{
	for (node = node->prev; node && (node->type == XML_TEXT_NODE && xmlIsBlankNode(node));)
		node = node->prev;
	return node && node->type == XML_COMMENT_NODE ? (const char *)node->content : NULL;
}

/* Up to the full stop that ends its first sentence; the caller frees. */
static xmlChar *first_sentence(const char *text)
{
	size_t size = strlen(text);
	for (size_t i = 0; text[i] && i + 1 < size; i++)
		if (text[i] == '.' && strchr(" \t\r\n", text[i + 1]))
			size = i + 1;
	return xmlStrndup(BAD_CAST text, (int)size);
}

/* ---- templates ---- */

/* Set by options of their own, or by the program. */
static bool is_internal(const char *name)
{
	static const char *const names[] = {"languages", "theme-file", "record-first", "record-last"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* "'yes'" is yes; an expression stands as it is written. The caller frees. */
static xmlChar *default_of(const xmlNode *parameter)
{
	xmlChar *value = xmlGetNoNsProp(parameter, BAD_CAST "select");
	if (!value)
		return xmlNodeGetContent(parameter);
	int size = xmlStrlen(value);
	if (size >= 2 && (*value == '\'' || *value == '"') && value[size - 1] == *value) {
		memmove(value, value + 1, (size_t)size - 2);
		value[size - 2] = '\0';
	}
	return value;
}

static void put_parameter(const xmlNode *parameter, struct buffer *out)
{
	xmlChar *name = xmlGetNoNsProp(parameter, BAD_CAST "name");
	if (name && !is_internal((const char *)name)) {
		xmlChar *value = default_of(parameter);
		const char *comment = comment_before(parameter);
		size_t before = out->size;
		const char *quote = value && xmlStrchr(value, ' ') ? "'" : "";
		buffer_printf(out, "    -p %s=%s%s%s", (const char *)name, quote, value ? (const char *)value : "", quote);
		int column = (int)(out->size - before);
		if (comment)
			buffer_printf(out, "%*s", column < 30 ? 32 - column : 2, "");
		put_wrapped(out, comment ? comment : "", 32, column < 30 ? 32 : column + 2);
		xmlFree(value);
	}
	xmlFree(name);
}

static void put_parameters(const char *path, int depth, struct buffer *out)
{
	xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
	for (const xmlNode *node = root ? root->children : NULL; node; node = node->next) {
		if (is_element(node, XSLT_NAMESPACE, "param"))
			put_parameter(node, out);
		if (depth >= DEEPEST_INCLUDE || !is_element(node, XSLT_NAMESPACE, "include"))
			continue;
		xmlChar *href = xmlGetNoNsProp(node, BAD_CAST "href");
		char *folder = path_directory(path), *included = href ? path_join(folder, (const char *)href) : NULL;
		if (included)
			put_parameters(included, depth + 1, out);
		free(folder);
		free(included);
		xmlFree(href);
	}
	xmlFreeDoc(document);
}

static void put_template(const char *name, const char *path, struct buffer *out)
{
	xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
	const char *comment = root ? comment_before(root) : NULL;
	xmlChar *sentence = first_sentence(comment ? comment : "");
	buffer_printf(out, "%s\n    ", name);
	put_wrapped(out, (const char *)sentence, 4, 4);
	xmlFree(sentence);
	xmlFreeDoc(document);
	put_parameters(path, 0, out);
}

/* ---- themes ---- */

/* The language of the user's messages: "zh_CN.UTF-8". */
static const char *user_language(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return value;
	}
	return "en";
}

/* 2: in the user's language, 1: in English, 0: another. */
static int title_rank(const xmlNode *title)
{
	xmlChar *language = xmlNodeGetLang(title);
	int rank = !language                                                  ? 0
	           : strncmp((const char *)language, user_language(), 2) == 0 ? 2
	           : strncmp((const char *)language, "en", 2) == 0            ? 1
	                                                                      : 0;
	xmlFree(language);
	return rank;
}

static void put_theme(const char *name, const char *path, struct buffer *out)
{
	xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL, *title = NULL;
	for (const xmlNode *node = root ? root->children : NULL; node; node = node->next)
		if (is_element(node, THEME_NAMESPACE, "title") && (!title || title_rank(node) > title_rank(title)))
			title = node;
	xmlChar *text = title ? xmlNodeGetContent(title) : NULL;
	buffer_printf(out, "%-12s", name);
	put_wrapped(out, text ? (const char *)text : "", 12, 12);
	buffer_printf(out, "%12s%s\n", "", path);
	xmlFree(text);
	xmlFreeDoc(document);
}

/* ---- files of a folder ---- */

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void list(const char *folder, const char *extension, void (*put)(const char *, const char *, struct buffer *),
                 struct diag *d)
{
	char *data = job_data_directory(d);
	char *path = data ? path_join(data, folder) : NULL;
	struct dirent **entries = NULL;
	int count = path ? scandir(path, &entries, NULL, by_name) : 0;
	struct buffer out = {0};
	for (int i = 0; i < count; i++) {
		char *name = entries[i]->d_name;
		size_t size = strlen(name), tail = strlen(extension);
		if (size > tail && strcmp(name + size - tail, extension) == 0) {
			char *file = path_join(path, name);
			name[size - tail] = '\0';
			put(name, file, &out);
			free(file);
		}
		free(entries[i]);
	}
	free(entries);
	if (out.size && fwrite(out.data, 1, out.size, stdout) != out.size)
		diag_system(d, (struct loc){0}, "cannot write to standard output");
	buffer_free(&out);
	free(path);
	free(data);
}

void job_list_templates(struct diag *d)
{
	list("templates", ".xsl", put_template, d);
}

void job_list_themes(struct diag *d)
{
	list("templates/themes", ".xml", put_theme, d);
}
