/* From the input file to formatting objects: load, check, transform. */
#define _GNU_SOURCE
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#define FO_NAMESPACE        "http://www.w3.org/1999/XSL/Format"
#define FUNCTIONS_NAMESPACE "urn:cbua:functions:1"

/* What an input of a kind is set with when no template is asked for. */
static const struct {
	const char *ns, *root, *template;
} defaults[] = {
    {CONFERENCE_NAMESPACE, "conference", "report"},
    {"", "article", "article"},
};

/* A namespace that has a schema of ours. */
static const struct {
	const char *ns, *schema;
} schemas[] = {
    {CONFERENCE_NAMESPACE, "input/conference.rng"},
};

static const char *root_namespace(const xmlDoc *document)
{
	const xmlNode *root = xmlDocGetRootElement(document);
	return root->ns ? (const char *)root->ns->href : "";
}

static bool is_fo(const xmlDoc *document)
{
	return strcmp(root_namespace(document), FO_NAMESPACE) == 0;
}

static void allow_folder_of(struct source *s, const char *file)
{
	char *directory = path_directory(file);
	load_folders_allow(s->folders, directory);
	free(directory);
}

static void allow_folders(struct source *s)
{
	allow_folder_of(s, s->options->input);
	for (size_t i = 0; i < s->options->allowed_directory_count; i++)
		load_folders_allow(s->folders, s->options->allowed_directories[i]);
}

static bool check(struct source *s)
{
	for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++) {
		if (strcmp(root_namespace(s->document), schemas[i].ns) != 0)
			continue;
		char *schema = data_path(s, schemas[i].schema);
		bool ok = schema && load_check(s->document, schema, s->d);
		free(schema);
		stopwatch_lap(&s->watch, "check");
		return ok;
	}
	return true;
}

bool source_load(struct source *s, const struct job_options *options, struct diag *d)
{
	*s = (struct source){.options = options, .d = d, .folders = load_folders_new()};
	stopwatch_start(&s->watch);
	load_initialise();
	allow_folders(s);
	s->input_path = realpath(options->input, NULL);
	s->document = load_document(options->input, s->folders, d);
	load_folders_used(s->folders, &s->loaded_files);
	stopwatch_lap(&s->watch, "load");
	return s->document && check(s);
}

static const char *default_template(struct source *s)
{
	const xmlNode *root = xmlDocGetRootElement(s->document);
	for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
		if (strcmp(defaults[i].ns, root_namespace(s->document)) == 0 &&
		    strcmp(defaults[i].root, (const char *)root->name) == 0)
			return defaults[i].template;
	diag_error(s->d, load_position(root), "there is no template for the root element '%s'; --template names one",
	           (const char *)root->name);
	return NULL;
}

static bool find_template(struct source *s)
{
	const char *name = s->options->template_name ? s->options->template_name : default_template(s);
	if (!name)
		return false;
	s->template_path = data_find(s, "template", "templates", ".xsl", name);
	if (s->template_path && s->options->theme)
		s->theme_path = data_find(s, "theme", "templates/themes", ".xml", s->options->theme);
	return s->template_path && (s->theme_path || !s->options->theme);
}

/* A template may read what lies beside it, its theme and the program's own templates. */
static void allow_template_folders(struct source *s)
{
	allow_folder_of(s, s->template_path);
	if (s->theme_path)
		allow_folder_of(s, s->theme_path);
	char *templates = data_path(s, "templates");
	if (templates)
		load_folders_allow(s->folders, templates);
	free(templates);
}

static bool may_read(void *folders, const char *path)
{
	return load_may_read(folders, path);
}

/* "zh,ru en" -> "zh ru en" */
static const char *spaced(const char *languages, struct arena *a)
{
	char *result = arena_strdup(a, languages ? languages : "");
	for (char *at = result; *at; at++)
		if (*at == ',')
			*at = ' ';
	return result;
}

static struct transform_parameter *parameters(const struct source *s, struct arena *a, size_t *count)
{
	struct transform_parameter *list = arena_array(a, s->options->parameter_count + 2, sizeof *list);
	list[0] = (struct transform_parameter){"languages", spaced(s->options->languages, a), !s->options->languages};
	list[1] = (struct transform_parameter){"theme-file", s->theme_path ? s->theme_path : "", !s->theme_path};
	*count = 2;
	for (size_t i = 0; i < s->options->parameter_count; i++) {
		const char *given = s->options->parameters[i];
		size_t name = strcspn(given, "=");
		const char *value = given[name] ? given + name + 1 : "";
		list[(*count)++] = (struct transform_parameter){arena_strndup(a, given, name), value, false};
	}
	return list;
}

static bool read_template(struct source *s)
{
	s->memory = arena_new();
	s->transform_options = (struct transform_options){
	    .template_path = s->template_path, .position = load_position, .may_read = may_read, .context = s->folders};
	s->transform_options.parameters = parameters(s, s->memory, &s->transform_options.parameter_count);
	transform_initialise();
	s->certifying = certify_new(s);
	s->transform = transform_open(&s->transform_options, s->d);
	stopwatch_lap(&s->watch, "template");
	return s->transform && certify_prepare(s->certifying);
}

bool source_transform(struct source *s, const struct transform_parameter *more, size_t count)
{
	if (!s->transform)
		return s->fo != NULL;
	xmlFreeDoc(s->fo);
	s->fo = transform_run(s->transform, s->document, more, count, s->d);
	stopwatch_lap(&s->watch, "transform");
	return s->fo != NULL;
}

/* fo/ sees lines of 16 bits and one file; where an element of XSL-FO input stands elsewhere, it is told as templates
 * do. */
static void mark_positions(struct source *s)
{
	const xmlNode *root = xmlDocGetRootElement(s->document);
	xmlNs *ns = NULL;
	for (xmlNode *node = (xmlNode *)root; node;) {
		struct loc loc = load_position(node);
		if (node->type == XML_ELEMENT_NODE && (loc.line != node->line || strcmp(loc.file, s->options->input) != 0)) {
			struct buffer text = {0};
			buffer_printf(&text, "%s:%d", loc.file, loc.line);
			if (!ns)
				ns = xmlNewNs((xmlNode *)root, (const xmlChar *)FUNCTIONS_NAMESPACE, (const xmlChar *)"cbua-position");
			xmlNewNsProp(node, ns, (const xmlChar *)"src", (const xmlChar *)text.data);
			buffer_free(&text);
		}
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node && node != root && !node->next)
			node = node->parent;
		node = node && node != root ? node->next : NULL;
	}
}

static bool use_as_fo(struct source *s)
{
	if (s->options->template_name)
		diag_warning(s->d, (struct loc){s->options->input, 0}, "is XSL-FO already: --template is not used");
	mark_positions(s);
	s->fo = s->document;
	return true;
}

bool source_is_fo(const struct source *s)
{
	return is_fo(s->document);
}

bool source_prepare(struct source *s)
{
	if (s->options->select && !select_records(s))
		return false;
	if (is_fo(s->document))
		return use_as_fo(s);
	if (!find_template(s))
		return false;
	allow_template_folders(s);
	return read_template(s);
}

bool source_open(struct source *s, const struct job_options *options, struct diag *d)
{
	return source_load(s, options, d) && source_prepare(s) && source_transform(s, NULL, 0);
}

void source_close(struct source *s)
{
	if (s->fo != s->document)
		xmlFreeDoc(s->fo);
	transform_close(s->transform);
	certify_free(s->certifying);
	xmlFreeDoc(s->document);
	load_folders_free(s->folders);
	free(s->template_path);
	free(s->theme_path);
	free(s->input_path);
	free(s->data);
	if (s->memory)
		arena_free(s->memory);
}

static bool parse_day(const char *text, time_t *date)
{
	struct tm day = {0};
	if (sscanf(text, "%4d-%2d-%2d", &day.tm_year, &day.tm_mon, &day.tm_mday) != 3 || day.tm_year < 1970 ||
	    day.tm_year > 9999)
		return false;
	day.tm_year -= 1900;
	day.tm_mon--;
	*date = timegm(&day);
	return *date != (time_t)-1;
}

time_t source_date(const struct source *s)
{
	static const char *const names[] = {"date", "end", "to", "start", "from"};
	time_t date = 946684800;
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;
	long long seconds = epoch ? strtoll(epoch, &end, 10) : -1;
	if (epoch && *epoch && !*end && seconds >= 0)
		return (time_t)seconds;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		xmlChar *text = xmlGetNoNsProp(xmlDocGetRootElement(s->document), (const xmlChar *)names[i]);
		bool found = text && parse_day((const char *)text, &date);
		xmlFree(text);
		if (found)
			break;
	}
	return date;
}
