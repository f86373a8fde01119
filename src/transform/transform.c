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

/* Is name among the top-level xsl:param? */
static bool has_parameter(xsltStylesheet *style, const char *name)
{
	for (xsltStylesheet *s = style; s; s = xsltNextImport(s))
		for (const xsltStackElem *e = s->variables; e; e = e->next) {
			const xmlChar *declared = parameter_name(e);
			if (declared && strcmp((const char *)declared, name) == 0)
				return true;
		}
	return false;
}

/* What a file includes has parameters of its own, which the command line sets in another way: --lang, --theme. */
static void list_parameters(xsltStylesheet *style, struct buffer *list)
{
	for (xsltStylesheet *s = style; s; s = xsltNextImport(s))
		for (const xsltStackElem *e = s->variables; e; e = e->next) {
			const xmlChar *declared = parameter_name(e);
			if (declared && e->comp->inst->doc == s->doc)
				buffer_printf(list, "%s%s", list->size ? ", " : "", (const char *)declared);
		}
}

static void report_unknown(struct transform *t, const char *name)
{
	struct buffer known = {0};
	list_parameters(t->style, &known);
	if (known.size)
		diag_error(t->d, (struct loc){t->options->template_path, 0}, "the template has no parameter '%s'; it has: %s",
		           name, known.data);
	else
		diag_error(t->d, (struct loc){t->options->template_path, 0}, "the template has no parameter '%s'; it has none",
		           name);
	buffer_free(&known);
}

static bool set_parameters(struct transform *t, const struct transform_parameter *list, size_t count)
{
	bool ok = true;
	for (size_t i = 0; i < count; i++) {
		const struct transform_parameter *p = &list[i];
		if (has_parameter(t->style, p->name)) {
			xsltQuoteOneUserParam(t->context, (const xmlChar *)p->name, (const xmlChar *)p->value);
		} else if (!p->optional) {
			report_unknown(t, p->name);
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

static xmlDoc *run(struct transform *t, xmlDoc *source, const struct transform_parameter *more, size_t count)
{
	t->context = xsltNewTransformContext(t->style, source);
	xsltSecurityPrefs *security = new_security();
	t->context->_private = t;
	xsltSetCtxtSecurityPrefs(security, t->context);
	xsltSetTransformErrorFunc(t->context, t, messages_receive);
	xsltSetCtxtSortFunc(t->context, sort_nodes);
	functions_register(t->context);
	xmlDoc *result = NULL;
	int before = diag_errors(t->d);
	if (set_parameters(t, t->options->parameters, t->options->parameter_count) && set_parameters(t, more, count))
		result = xsltApplyStylesheetUser(t->style, source, NULL, NULL, NULL, t->context);
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

/* libxslt's and libxml2's hooks, ours for as long as a template is read or applied. */
struct hooks {
	xmlStructuredErrorFunc former;
	void *former_context;
};

static struct hooks set_hooks(struct transform *t)
{
	struct hooks hooks = {xmlStructuredError, xmlStructuredErrorContext};
	xmlSetStructuredErrorFunc(t, messages_receive_xml);
	xmlSetGenericErrorFunc(t, messages_receive_xpath);
	xsltSetGenericErrorFunc(t, messages_receive);
	xsltSetLoaderFunc(reader_load);
	return hooks;
}

static void restore_hooks(struct transform *t, struct hooks hooks)
{
	messages_finish(t);
	xsltSetLoaderFunc(NULL);
	xsltSetGenericErrorFunc(NULL, NULL);
	xmlSetGenericErrorFunc(NULL, NULL);
	xmlSetStructuredErrorFunc(hooks.former_context, hooks.former);
}

struct transform *transform_open(const struct transform_options *options, struct diag *d)
{
	struct transform *t = xmalloc(sizeof *t);
	*t = (struct transform){.options = options, .d = d, .languages = languages_new()};
	struct hooks hooks = set_hooks(t);
	t->style = read_template(t);
	restore_hooks(t, hooks);
	if (t->style)
		return t;
	transform_close(t);
	return NULL;
}

bool transform_takes(const struct transform *t, const char *name)
{
	return has_parameter(t->style, name);
}

xmlDoc *transform_run(struct transform *t, xmlDoc *source, const struct transform_parameter *more, size_t count,
                      struct diag *d)
{
	if (!t || !source)
		return NULL;
	t->d = d;
	t->failed = false;
	struct hooks hooks = set_hooks(t);
	xmlDoc *result = run(t, source, more, count);
	restore_hooks(t, hooks);
	if (result && !xmlDocGetRootElement(result)) {
		diag_error(t->d, (struct loc){t->options->template_path, 0}, "the template gave no element for this input");
		xmlFreeDoc(result);
		result = NULL;
	}
	return result;
}

void transform_close(struct transform *t)
{
	if (!t)
		return;
	xsltFreeStylesheet(t->style);
	languages_free(t->languages);
	free(t);
}

xmlDoc *transform_apply(xmlDoc *source, const struct transform_options *options, struct diag *d)
{
	struct transform *t = source ? transform_open(options, d) : NULL;
	xmlDoc *result = transform_run(t, source, NULL, 0, d);
	transform_close(t);
	return result;
}
