/* libxslt speaks through a printf-like function, in pieces; libxml2 beneath it through structured errors. Here both
 * become messages with file and line, in one voice. */
#include <libxml/xpath.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

struct loc transform_position(const struct transform *t, const xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE && node->type != XML_DOCUMENT_NODE)
		node = node->type == XML_NAMESPACE_DECL ? NULL : node->parent;
	if (!node || !node->doc)
		return (struct loc){0};
	if (t->options->position)
		return t->options->position(node);
	int line = node->type == XML_ELEMENT_NODE ? (int)xmlGetLineNo(node) : 0;
	return (struct loc){(const char *)node->doc->URL, line};
}

static struct loc template_place(const struct transform *t)
{
	if (t->place_file)
		return (struct loc){t->place_file, t->place_line};
	const xmlNode *inst = t->context ? t->context->inst : NULL;
	if (inst && inst->doc)
		return (struct loc){(const char *)inst->doc->URL, (int)xmlGetLineNo(inst)};
	return (struct loc){t->options->template_path, 0};
}

static void forget_place(struct transform *t)
{
	free(t->place_file);
	t->place_file = NULL;
	t->place_line = 0;
}

void messages_fail(struct transform *t, struct loc loc, const char *format, ...)
{
	char text[1024];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	diag_error(t->d, loc, "%s", text);
	t->failed = true;
}

/* "runtime error: file F line N element E" comes before the words. */
static bool take_place(struct transform *t, const char *line)
{
	const char *file = strstr(line, "error: file ");
	if (!file)
		return false;
	file += strlen("error: file ");
	const char *number = NULL;
	for (const char *hit = strstr(file, " line "); hit; hit = strstr(hit + 1, " line "))
		number = hit;
	forget_place(t);
	size_t size = number ? (size_t)(number - file) : strcspn(file, " ");
	t->place_file = xmalloc(size + 1);
	memcpy(t->place_file, file, size);
	t->place_file[size] = '\0';
	t->place_line = number ? atoi(number + strlen(" line ")) : 0;
	return true;
}

static bool starts_with(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

/* An undefined variable libxslt has named already. */
static void put_xpath(struct transform *t)
{
	if (t->xpath && !starts_with(t->xpath, "Undefined variable"))
		messages_fail(t, t->place_file ? template_place(t) : t->xpath_place, "%s", t->xpath);
	free(t->xpath);
	t->xpath = NULL;
}

/* What follows from the message before it, or is about libxslt's inside. */
static bool is_noise(const char *line)
{
	return !*line || starts_with(line, "You can adjust") || strstr(line, " rights for ") ||
	       strstr(line, "was not compiled");
}

/* "xsltForEach: words" -> "words" */
static const char *without_function(const char *line)
{
	const char *colon = starts_with(line, "xslt") ? strstr(line, ": ") : NULL;
	return colon && strcspn(line, " ") >= (size_t)(colon - line) ? colon + 2 : line;
}

static void take_line(struct transform *t, const char *line)
{
	if (take_place(t, line)) {
		t->muted = false;
		return;
	}
	if (starts_with(line, "Templates:") || starts_with(line, "Variables:"))
		t->muted = true;
	if (t->muted || is_noise(line))
		return;
	if (t->xpath)
		put_xpath(t);
	else
		messages_fail(t, template_place(t), "%s", without_function(line));
	forget_place(t);
}

static void take_pieces(struct transform *t)
{
	char *at = t->line.data, *end;
	while (at && (end = strchr(at, '\n'))) {
		*end = '\0';
		take_line(t, at);
		at = end + 1;
	}
	size_t rest = at ? strlen(at) : 0;
	if (rest)
		memmove(t->line.data, at, rest);
	t->line.size = rest;
	if (t->line.data)
		t->line.data[rest] = '\0';
}

static bool is_message(const struct transform *t, const char *format)
{
	const xmlNode *inst = t->context ? t->context->inst : NULL;
	return inst && strcmp(format, "%s") == 0 && t->line.size == 0 && !t->place_file && inst->ns &&
	       strcmp((const char *)inst->name, "message") == 0 &&
	       strcmp((const char *)inst->ns->href, (const char *)XSLT_NAMESPACE) == 0;
}

/* xsl:message is about the data, so it stands at the source's line. The template says how bad it is by a first word. */
static void put_message(struct transform *t, const char *text)
{
	xmlChar *clean = xmlStrdup((const xmlChar *)text);
	char *to = (char *)clean;
	for (const char *from = text + strspn(text, " \t\r\n"); *from;) {
		size_t word = strcspn(from, " \t\r\n");
		memcpy(to, from, word);
		to += word;
		from += word + strspn(from + word, " \t\r\n");
		if (*from)
			*to++ = ' ';
	}
	*to = '\0';
	const char *words = (const char *)clean;
	struct loc where = transform_position(t, t->context->node);
	xmlChar *terminate = xmlGetNoNsProp(t->context->inst, (const xmlChar *)"terminate");
	if (starts_with(words, "note: "))
		diag_note(t->d, where, "%s", words + strlen("note: "));
	else if (starts_with(words, "error: "))
		diag_error(t->d, where, "%s", words + strlen("error: "));
	else if (terminate && strcmp((const char *)terminate, "yes") == 0)
		diag_error(t->d, where, "%s", words);
	else if (*words)
		diag_warning(t->d, where, "%s", starts_with(words, "warning: ") ? words + strlen("warning: ") : words);
	xmlFree(terminate);
	xmlFree(clean);
}

void messages_receive(void *transform, const char *format, ...)
{
	struct transform *t = transform;
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *text = xmalloc(size > 0 ? (size_t)size + 1 : 1);
	text[0] = '\0';
	if (size > 0)
		vsnprintf(text, (size_t)size + 1, format, again);
	va_end(again);
	if (is_message(t, format)) {
		put_message(t, text);
	} else {
		buffer_puts(&t->line, text);
		take_pieces(t);
	}
	free(text);
}

/* libxml2 prints the name of a function that it does not find, and raises the error without it. */
void messages_receive_xpath(void *transform, const char *format, ...)
{
	struct transform *t = transform;
	char text[256];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	const char *name = strstr(text, "function ");
	if (!name || !strstr(text, " not found"))
		return;
	name += strlen("function ");
	free(t->function);
	size_t size = strcspn(name, " ");
	t->function = xmalloc(size + 1);
	memcpy(t->function, name, size);
	t->function[size] = '\0';
}

static char *xpath_words(const struct transform *t, const xmlError *error)
{
	struct buffer words = {0};
	const char *message = error->message ? error->message : "XPath error";
	if (t->function) {
		buffer_printf(&words, "there is no function '%s'", t->function);
		return words.data;
	}
	buffer_append(&words, message, strcspn(message, "\n"));
	if (error->str1 && *error->str1)
		buffer_printf(&words, " in '%s'", error->str1);
	return words.data;
}

static void receive_xpath_error(struct transform *t, const xmlError *error)
{
	put_xpath(t);
	t->xpath = xpath_words(t, error);
	t->xpath_place = template_place(t);
	free(t->function);
	t->function = NULL;
}

void messages_receive_xml(void *transform, xmlError *error)
{
	struct transform *t = transform;
	if (error->domain == XML_FROM_XPATH) {
		receive_xpath_error(t, error);
		return;
	}
	const char *message = error->message ? error->message : "cannot be read";
	struct loc where = error->file ? (struct loc){error->file, error->line} : template_place(t);
	int size = (int)strcspn(message, "\n");
	if (error->level != XML_ERR_WARNING)
		messages_fail(t, where, "%.*s", size, message);
}

void messages_finish(struct transform *t)
{
	if (t->line.size)
		take_line(t, t->line.data);
	put_xpath(t);
	forget_place(t);
	free(t->function);
	t->function = NULL;
	buffer_free(&t->line);
}
