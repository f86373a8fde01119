/* For tests of fo/: small documents, values as text. The object under test bears the id "x". */
#ifndef CBUA_FO_DOCUMENT_H
#define CBUA_FO_DOCUMENT_H

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fo.h"

#define FO_OPEN                                                                                                        \
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:c='urn:cbua:functions:1' "                            \
	"xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' "                                                        \
	"xmlns:axf='http://www.antennahouse.com/names/XSL/Extensions'>"
#define FO_MASTERS                                                                                                     \
	"<fo:layout-master-set><fo:simple-page-master master-name='m'><fo:region-body/></fo:simple-page-master>"           \
	"</fo:layout-master-set>"
#define FO_FLOW_OPEN  "<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>"
#define FO_FLOW_CLOSE "</fo:flow></fo:page-sequence></fo:root>"

struct document {
	xmlDoc *xml;
	struct diag *diag;
	struct fo_tree *tree;
};

/* A whole document, from fo:root on; messages name it t.fo. */
static struct document document_parse(const char *text)
{
	struct document d = {.xml = xmlReadMemory(text, (int)strlen(text), "t.fo", NULL, 0), .diag = diag_new(NULL)};
	d.tree = fo_build(d.xml, "t.fo", d.diag);
	return d;
}

/* What stands in the flow of a small document. */
static inline struct document document_of_flow(const char *flow)
{
	size_t size = strlen(flow) + 2000;
	char *text = malloc(size);
	snprintf(text, size, "%s%s%s%s%s", FO_OPEN, FO_MASTERS, FO_FLOW_OPEN, flow, FO_FLOW_CLOSE);
	struct document d = document_parse(text);
	free(text);
	return d;
}

static inline void document_free(struct document *d)
{
	fo_free(d->tree);
	diag_free(d->diag);
	xmlFreeDoc(d->xml);
}

static inline const struct fo_node *node_with_id(const struct fo_node *node, const char *id)
{
	const struct fo_node *found = NULL;
	for (; node && !found; node = node->next)
		found = node->id && strcmp(node->id, id) == 0 ? node : node_with_id(node->first_child, id);
	return found;
}

/* "12pt", "1pt+50%", "50%", "2" for a number, "auto", "'text'", "rgb(255,0,0)", "cmyk(0,0,0,65535)", "3*". */
static inline const char *value_text(const struct fo_value *v, char *out, size_t size)
{
	char points[MPT_TEXT_SIZE];
	const uint16_t *c = v->color.channel;
	switch (v->kind) {
	case FO_VALUE_KEYWORD:
		snprintf(out, size, "%s", fo_key_name((enum fo_key)v->key));
		break;
	case FO_VALUE_LENGTH:
		mpt_write(points, v->length);
		if (v->percent == 0)
			snprintf(out, size, "%spt", points);
		else if (v->length == 0)
			snprintf(out, size, "%g%%", (double)v->percent);
		else
			snprintf(out, size, "%spt+%g%%", points, (double)v->percent);
		break;
	case FO_VALUE_NUMBER:
		snprintf(out, size, "%g", v->number);
		break;
	case FO_VALUE_STRING:
		snprintf(out, size, "'%s'", v->string);
		break;
	case FO_VALUE_COLUMN_SHARE:
		snprintf(out, size, "%g*", v->share.shares);
		break;
	default:
		if (v->color.alpha == 0)
			snprintf(out, size, "transparent");
		else if (v->color.space == FO_COLOR_RGB)
			snprintf(out, size, "rgb(%d,%d,%d)%s", c[0] / 257, c[1] / 257, c[2] / 257, v->color.alpha < 255 ? "a" : "");
		else if (v->color.space == FO_COLOR_CMYK)
			snprintf(out, size, "cmyk(%d,%d,%d,%d)", c[0], c[1], c[2], c[3]);
		else
			snprintf(out, size, "gray(%d)", c[0]);
	}
	return out;
}

static inline const char *text_of_property(const struct fo_node *node, enum fo_property property, char *out,
                                           size_t size)
{
	return value_text(fo_value(node, property), out, size);
}

/* What layout makes of a value is not the matter of a test that asks how it is read. */
static inline bool is_about_support(const char *line)
{
	return strstr(line, " is not supported, it is left out, got ") || strstr(line, " means nothing on paper, got ");
}

/* All messages but those, a line each. */
static inline const char *messages_of(const struct document *d, char *out, size_t size)
{
	enum severity severity;
	const char *line;
	out[0] = '\0';
	for (size_t i = 0; diag_message(d->diag, i, &severity, &line); i++) {
		if (is_about_support(line))
			continue;
		size_t used = strlen(out);
		snprintf(out + used, size - used, "%s%s", used ? "|" : "", line);
	}
	char *end = out + strlen(out);
	while (end > out && end[-1] == '\n')
		*--end = '\0';
	return out;
}

#endif
