/* The XPath functions of urn:cbua:functions:1: thin, the work is in language.h. */
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <string.h>

#include "color.h"
#include "internal.h"

static struct transform *transform_of(xmlXPathParserContext *xpath)
{
	return xsltXPathGetTransformContext(xpath)->_private;
}

static bool has_arguments(xmlXPathParserContext *xpath, int count, int least, int most)
{
	if (count >= least && count <= most)
		return true;
	xmlXPathSetArityError(xpath);
	return false;
}

/* "" when the stack holds something that has no string value. The caller frees with xmlFree. */
static char *pop_string(xmlXPathParserContext *xpath)
{
	xmlChar *text = xmlXPathPopString(xpath);
	return (char *)(text ? text : xmlStrdup((const xmlChar *)""));
}

static void return_buffer(xmlXPathParserContext *xpath, struct buffer *b)
{
	xmlXPathReturnString(xpath, xmlStrdup((const xmlChar *)(b->data ? b->data : "")));
	buffer_free(b);
}

/* c:src(nodes?): where the first node, or the context node, stands. */
static void function_src(xmlXPathParserContext *xpath, int count)
{
	if (!has_arguments(xpath, count, 0, 1))
		return;
	const xmlNode *node = xpath->context->node;
	xmlXPathObject *argument = NULL;
	if (count == 1) {
		argument = valuePop(xpath);
		bool is_set = argument && (argument->type == XPATH_NODESET || argument->type == XPATH_XSLT_TREE);
		node = is_set && argument->nodesetval && argument->nodesetval->nodeNr > 0 ? argument->nodesetval->nodeTab[0]
		                                                                          : NULL;
	}
	struct buffer text = {0};
	struct loc loc = transform_position(transform_of(xpath), node);
	if (loc.file)
		buffer_printf(&text, "%s:%d", loc.file, loc.line);
	xmlXPathFreeObject(argument);
	return_buffer(xpath, &text);
}

static void function_date(xmlXPathParserContext *xpath, int count)
{
	if (!has_arguments(xpath, count, 2, 2))
		return;
	struct transform *t = transform_of(xpath);
	char *tag = pop_string(xpath), *iso = pop_string(xpath);
	struct buffer text = {0};
	if (*iso && !language_date(t->languages, iso, tag, &text)) {
		diag_error(t->d, transform_position(t, xpath->context->node), "expected a date such as 2024-05-22, got '%s'",
		           iso);
		buffer_puts(&text, iso);
	}
	xmlFree(tag);
	xmlFree(iso);
	return_buffer(xpath, &text);
}

/* Without an end it is one date. */
static void function_date_range(xmlXPathParserContext *xpath, int count)
{
	if (!has_arguments(xpath, count, 3, 3))
		return;
	struct transform *t = transform_of(xpath);
	char *tag = pop_string(xpath), *to = pop_string(xpath), *from = pop_string(xpath);
	struct buffer text = {0};
	bool ok = !*from || (*to ? language_date_range(t->languages, from, to, tag, &text)
	                         : language_date(t->languages, from, tag, &text));
	if (!ok) {
		diag_error(t->d, transform_position(t, xpath->context->node),
		           "expected two dates in order, such as 2024-05-22, got '%s' and '%s'", from, to);
		buffer_printf(&text, "%s–%s", from, to);
	}
	xmlFree(tag);
	xmlFree(to);
	xmlFree(from);
	return_buffer(xpath, &text);
}

static void return_number(xmlXPathParserContext *xpath, int count,
                          void (*write)(struct languages *, double, const char *, struct buffer *))
{
	if (!has_arguments(xpath, count, 2, 2))
		return;
	char *tag = pop_string(xpath);
	double number = xmlXPathPopNumber(xpath);
	struct buffer text = {0};
	write(transform_of(xpath)->languages, number, tag, &text);
	xmlFree(tag);
	return_buffer(xpath, &text);
}

static void function_number(xmlXPathParserContext *xpath, int count)
{
	return_number(xpath, count, language_number);
}

static void function_spelled_number(xmlXPathParserContext *xpath, int count)
{
	return_number(xpath, count, language_spelled_number);
}

static void function_is_color(xmlXPathParserContext *xpath, int count)
{
	if (!has_arguments(xpath, count, 1, 1))
		return;
	char *text = pop_string(xpath);
	uint32_t color;
	bool is = color_from_hex(text, strlen(text), &color) || color_from_name(text, strlen(text), &color);
	xmlFree(text);
	xmlXPathReturnBoolean(xpath, is);
}

static void function_country(xmlXPathParserContext *xpath, int count)
{
	if (!has_arguments(xpath, count, 2, 2))
		return;
	char *tag = pop_string(xpath), *code = pop_string(xpath);
	struct buffer text = {0};
	language_country(transform_of(xpath)->languages, code, tag, &text);
	xmlFree(tag);
	xmlFree(code);
	return_buffer(xpath, &text);
}

/* Two hexadecimal digits a byte, so that a plain comparison keeps the order. */
static void function_sort_key(xmlXPathParserContext *xpath, int count)
{
	static const char hex[] = "0123456789abcdef";
	if (!has_arguments(xpath, count, 2, 2))
		return;
	char *tag = pop_string(xpath), *text = pop_string(xpath);
	struct buffer key = {0}, digits = {0};
	language_sort_key(transform_of(xpath)->languages, text, tag, &key);
	for (size_t i = 0; i < key.size; i++) {
		buffer_putc(&digits, hex[(unsigned char)key.data[i] >> 4]);
		buffer_putc(&digits, hex[(unsigned char)key.data[i] & 15]);
	}
	buffer_free(&key);
	xmlFree(tag);
	xmlFree(text);
	return_buffer(xpath, &digits);
}

static void function_initial(xmlXPathParserContext *xpath, int count)
{
	if (!has_arguments(xpath, count, 2, 2))
		return;
	char *tag = pop_string(xpath), *text = pop_string(xpath);
	struct buffer letter = {0};
	language_initial(transform_of(xpath)->languages, text, tag, &letter);
	xmlFree(tag);
	xmlFree(text);
	return_buffer(xpath, &letter);
}

static void function_serial(xmlXPathParserContext *xpath, int count)
{
	if (!has_arguments(xpath, count, 1, 2))
		return;
	const struct transform_options *options = transform_of(xpath)->options;
	char *given = count == 2 ? pop_string(xpath) : NULL, *key = pop_string(xpath);
	struct buffer text = {0};
	if (options->serial)
		options->serial(options->certifying, key, given ? given : "", &text);
	else if (given)
		buffer_puts(&text, given);
	xmlFree(given);
	xmlFree(key);
	return_buffer(xpath, &text);
}

static void function_statement(xmlXPathParserContext *xpath, int count)
{
	if (!has_arguments(xpath, count, 4, 4))
		return;
	const struct transform_options *options = transform_of(xpath)->options;
	char *parts[4];
	for (int i = 3; i >= 0; i--)
		parts[i] = pop_string(xpath);
	struct buffer text = {0};
	if (options->statement)
		options->statement(options->certifying, (const char *const *)parts, &text);
	for (int i = 0; i < 4; i++)
		xmlFree(parts[i]);
	return_buffer(xpath, &text);
}

void functions_register(xsltTransformContext *context)
{
	static const struct {
		const char *name;
		xmlXPathFunction function;
	} rows[] = {
	    {"src", function_src},
	    {"date", function_date},
	    {"date-range", function_date_range},
	    {"number", function_number},
	    {"spelled-number", function_spelled_number},
	    {"sort-key", function_sort_key},
	    {"initial", function_initial},
	    {"country", function_country},
	    {"serial", function_serial},
	    {"statement", function_statement},
	    {"is-color", function_is_color},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		xsltRegisterExtFunction(context, (const xmlChar *)rows[i].name, (const xmlChar *)FUNCTIONS_NAMESPACE,
		                        rows[i].function);
}
