/* The names of --pdf, and what is written when it is not given. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "pdf.h"

static const struct {
	const char *name;
	enum pdf_level level;
	bool tagged;
} levels[] = {
    {"none", PDF_PLAIN, false}, {"1b", PDF_A1B, false}, {"2a", PDF_A2A, true}, {"2b", PDF_A2B, true},
    {"2u", PDF_A2U, true},      {"3a", PDF_A3A, true},  {"3b", PDF_A3B, true}, {"3u", PDF_A3U, true},
};

static bool apply_one(const char *name, size_t size, struct pdf_options *options)
{
	if (size == 3 && strncmp(name, "ua1", 3) == 0) {
		options->ua1 = true;
		return true;
	}
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (strlen(levels[i].name) == size && strncmp(name, levels[i].name, size) == 0) {
			options->level = levels[i].level;
			options->tagged = levels[i].tagged;
			return true;
		}
	return false;
}

/* The next element in document order. */
static const xmlNode *next_element(const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node && node->type != XML_DOCUMENT_NODE && !node->next)
		node = node->parent;
	return node && node->type != XML_DOCUMENT_NODE ? node->next : NULL;
}

/* Does any object say what it is to a reader? */
static bool says_roles(const xmlDoc *fo)
{
	for (const xmlNode *node = xmlDocGetRootElement(fo); node; node = next_element(node))
		if (node->type == XML_ELEMENT_NODE && xmlHasNsProp((xmlNode *)node, (const xmlChar *)"role", NULL))
			return true;
	return false;
}

static bool is_own_template(struct source *s)
{
	char *templates = data_path(s, "templates/");
	bool own = templates && s->template_path && strncmp(s->template_path, templates, strlen(templates)) == 0;
	free(templates);
	return own;
}

const char *level_of_source(struct source *s, const xmlDoc *fo)
{
	if (s->options->pdf_level)
		return s->options->pdf_level;
	if (is_own_template(s))
		return "3a,ua1";
	return says_roles(fo) ? "3a" : "3u";
}

bool level_apply(const char *text, struct pdf_options *options)
{
	options->level = PDF_PLAIN;
	options->tagged = true;
	options->ua1 = false;
	for (const char *at = text;; at++) {
		size_t size = strcspn(at, ",");
		if (!apply_one(at, size, options))
			return false;
		at += size;
		if (!*at)
			return true;
	}
}

bool job_level_is_known(const char *text)
{
	struct pdf_options options = {0};
	return level_apply(text, &options);
}
