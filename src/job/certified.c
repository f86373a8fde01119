/* The data of certificates, attached to the PDF that shows them: a line of JSON for each. */
#include <string.h>

#include "internal.h"
#include "pdf.h"
#include "statement.h"

static void put_string(struct buffer *out, const char *text)
{
	buffer_putc(out, '"');
	for (; *text; text++)
		if (*text == '"' || *text == '\\')
			buffer_printf(out, "\\%c", *text);
		else if ((unsigned char)*text < ' ')
			buffer_printf(out, "\\u%04x", (unsigned)*text);
		else
			buffer_putc(out, *text);
	buffer_putc(out, '"');
}

static void put_line(struct buffer *out, const char *text, struct arena *a)
{
	struct statement s;
	const char *key_id;
	if (statement_check(text, NULL, 0, a, &s, &key_id) != STATEMENT_UNKNOWN_KEY)
		return;
	const char *const fields[][2] = {{"serial", s.serial}, {"name", s.name}, {"event", s.event},
	                                 {"date", s.date},     {"key", key_id},  {"statement", text}};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		buffer_printf(out, "%s\"%s\":", i ? "," : "{", fields[i][0]);
		put_string(out, fields[i][1]);
	}
	buffer_puts(out, "}\n");
}

const char *certified_lines(const xmlDoc *fo, struct arena *a)
{
	struct buffer lines = {0};
	for (const xmlNode *node = xmlDocGetRootElement(fo)->children; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		xmlChar *text =
		    xmlGetNsProp((xmlNode *)node, (const xmlChar *)"statement", (const xmlChar *)FUNCTIONS_NAMESPACE);
		if (text && *text)
			put_line(&lines, (const char *)text, a);
		xmlFree(text);
	}
	const char *kept = lines.size ? arena_strndup(a, lines.data, lines.size) : NULL;
	buffer_free(&lines);
	return kept;
}
