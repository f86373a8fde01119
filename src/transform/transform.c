/* One template over one document. */
#include "transform.h"

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uloc.h>

#include "internal.h"

void transform_initialise(void)
{
	xsltInit();
	exsltRegisterAll();
	/* A language that ICU does not know falls back on the process's default: never the machine's. */
	UErrorCode status = U_ZERO_ERROR;
	uloc_setDefault("en_GB", &status);
}

void transform_cleanup(void)
{
	xsltCleanupGlobals();
}

static xsltStylesheet *read_template(struct transform *t)
{
	const char *path = t->options->template_path;
	xmlDoc *doc = reader_parse(t, path, NULL, (struct loc){0});
	if (!doc)
		return NULL;
	xsltStylesheet *style = xsltNewStylesheet();
	style->_private = t;
	if (xsltParseStylesheetUser(style, doc) != 0)
		style->doc = doc; /* taken away on failure, and freed below */
	else if (!style->errors && !t->failed)
		return style;
	messages_finish(t);
	if (!t->failed)
		diag_error(t->d, (struct loc){path, 0}, "is not an XSLT 1.0 stylesheet");
	xsltFreeStylesheet(style);
	return NULL;
}

static const xmlChar *parameter_name(const xsltStackElem *element)
{
	const xsltStylePreComp *compiled = element->comp;
	return compiled && compiled->type == XSLT_FUNC_PARAM && !element->nameURI ? element->name : NULL;
}

/* Is name among the top-level xsl:param? With known, all their names are listed. */
static bool has_parameter(xsltStylesheet *style, const char *name, struct buffer *known)
{
	bool found = false;
	for (xsltStylesheet *s = style; s; s = xsltNextImport(s))
		for (const xsltStackElem *e = s->variables; e; e = e->next) {
			const xmlChar *declared = parameter_name(e);
			if (!declared)
				continue;
			found = found || strcmp((const char *)declared, name) == 0;
			if (known)
				buffer_printf(known, "%s%s", known->size ? ", " : "", (const char *)declared);
		}
	return found;
}

static void report_unknown(struct transform *t, xsltStylesheet *style, const char *name)
{
	struct buffer known = {0};
	has_parameter(style, name, &known);
	if (known.size)
		diag_error(t->d, (struct loc){t->options->template_path, 0}, "the template has no parameter '%s'; it has: %s",
		           name, known.data);
	else
		diag_error(t->d, (struct loc){t->options->template_path, 0}, "the template has no parameter '%s'; it has none",
		           name);
	buffer_free(&known);
}

static bool set_parameters(struct transform *t, xsltStylesheet *style)
{
	bool ok = true;
	for (size_t i = 0; i < t->options->parameter_count; i++) {
		const struct transform_parameter *p = &t->options->parameters[i];
		if (has_parameter(style, p->name, NULL)) {
			xsltQuoteOneUserParam(t->context, (const xmlChar *)p->name, (const xmlChar *)p->value);
		} else if (!p->optional) {
			report_unknown(t, style, p->name);
			ok = false;
		}
	}
	return ok;
}

/* Reading is checked in reader.c, for every way in. */
static xsltSecurityPrefs *new_security(void)
{
	xsltSecurityPrefs *security = xsltNewSecurityPrefs();
	xsltSetSecurityPrefs(security, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
	xsltSetSecurityPrefs(security, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
	xsltSetSecurityPrefs(security, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
	return security;
}

static xmlDoc *run(struct transform *t, xsltStylesheet *style, xmlDoc *source)
{
	t->context = xsltNewTransformContext(style, source);
	xsltSecurityPrefs *security = new_security();
	t->context->_private = t;
	xsltSetCtxtSecurityPrefs(security, t->context);
	xsltSetTransformErrorFunc(t->context, t, messages_receive);
	xsltSetCtxtSortFunc(t->context, sort_nodes);
	functions_register(t->context);
	xmlDoc *result = NULL;
	int before = diag_errors(t->d);
	if (set_parameters(t, style))
		result = xsltApplyStylesheetUser(style, source, NULL, NULL, NULL, t->context);
	messages_finish(t);
	if (result && (t->failed || t->context->state != XSLT_STATE_OK)) {
		xmlFreeDoc(result);
		result = NULL;
		if (!t->failed && diag_errors(t->d) == before)
			diag_error(t->d, (struct loc){t->options->template_path, 0}, "the template stopped");
	}
	xsltFreeTransformContext(t->context);
	t->context = NULL;
	xsltFreeSecurityPrefs(security);
	return result;
}

static xmlDoc *apply(struct transform *t, xmlDoc *source)
{
	xsltStylesheet *style = read_template(t);
	if (!style)
		return NULL;
	xmlDoc *result = run(t, style, source);
	if (result && !xmlDocGetRootElement(result)) {
		diag_error(t->d, (struct loc){t->options->template_path, 0}, "the template gave no element for this input");
		xmlFreeDoc(result);
		result = NULL;
	}
	xsltFreeStylesheet(style);
	return result;
}

xmlDoc *transform_apply(xmlDoc *source, const struct transform_options *options, struct diag *d)
{
	if (!source)
		return NULL;
	struct transform t = {.options = options, .d = d, .languages = languages_new()};
	xmlStructuredErrorFunc former = xmlStructuredError;
	void *former_context = xmlStructuredErrorContext;
	xmlSetStructuredErrorFunc(&t, messages_receive_xml);
	xmlSetGenericErrorFunc(&t, messages_receive_xpath);
	xsltSetGenericErrorFunc(&t, messages_receive);
	xsltSetLoaderFunc(reader_load);
	xmlDoc *result = apply(&t, source);
	messages_finish(&t);
	xsltSetLoaderFunc(NULL);
	xsltSetGenericErrorFunc(NULL, NULL);
	xmlSetGenericErrorFunc(NULL, NULL);
	xmlSetStructuredErrorFunc(former_context, former);
	languages_free(t.languages);
	return result;
}
