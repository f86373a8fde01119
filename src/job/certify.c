/* c:serial() and c:statement() of a run: where serial numbers come from and who signs. With a register, the template is
 * run once before everything else only to hear what it will ask for: numbers are then given in the order of the
 * records, whatever the number of workers and however the records are shared out, and workers need no register. */
#define _DEFAULT_SOURCE
#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "register.h"

/* What stands for a serial number until there is one: its place in the list. */
#define PLACEHOLDER "\x7F#"

/* A certificate that the template asks a number for. */
struct asked {
	const char *key, *given;
	struct statement statement; /* name NULL: none was made */
};

struct certifying {
	struct source *source;
	struct statement_key *key; /* NULL: nothing is signed */
	bool listening;            /* the run before the others */
	struct asked *asked;       /* [count], in the order of the records */
	size_t count, capacity;
	xmlHashTable *serials; /* by key: while listening the place in asked + 1, then the serial number */
	struct arena *memory;
};

static void answer_serial(void *context, const char *key, const char *given, struct buffer *out)
{
	struct certifying *c = context;
	if (!c->serials) { /* without a register */
		buffer_puts(out, given);
		return;
	}
	void *known = xmlHashLookup(c->serials, (const xmlChar *)key);
	if (!c->listening) {
		buffer_puts(out, known ? known : given);
		return;
	}
	if (!known) {
		ARRAY_RESERVE(c->asked, c->count, c->capacity);
		c->asked[c->count++] =
		    (struct asked){.key = arena_strdup(c->memory, key), .given = arena_strdup(c->memory, given)};
		known = (void *)(uintptr_t)c->count;
		xmlHashAddEntry(c->serials, (const xmlChar *)key, known);
	}
	buffer_printf(out, PLACEHOLDER "%zu", (size_t)(uintptr_t)known);
}

static void note_statement(struct certifying *c, const struct statement *s)
{
	if (strncmp(s->serial, PLACEHOLDER, strlen(PLACEHOLDER)) != 0)
		return;
	size_t place = strtoull(s->serial + strlen(PLACEHOLDER), NULL, 10);
	if (place < 1 || place > c->count)
		return;
	struct statement *kept = &c->asked[place - 1].statement;
	kept->name = arena_strdup(c->memory, s->name);
	kept->event = arena_strdup(c->memory, s->event);
	kept->date = arena_strdup(c->memory, s->date);
}

static void answer_statement(void *context, const char *const parts[4], struct buffer *out)
{
	struct certifying *c = context;
	const struct statement s = {parts[0], parts[1], parts[2], parts[3]};
	if (c->listening)
		note_statement(c, &s);
	else if (c->key && *s.serial)
		statement_sign(c->key, &s, out);
}

static const char *event_of(const struct source *s, struct arena *a)
{
	xmlNode *root = xmlDocGetRootElement(s->document);
	xmlChar *id = xmlGetNsProp(root, (const xmlChar *)"id", XML_XML_NAMESPACE);
	const char *event = arena_strdup(a, id ? (const char *)id : (const char *)root->name);
	xmlFree(id);
	return event;
}

/* Numbers for all that was asked for, in one step that other runs see whole or not at all. */
static bool give_numbers(struct certifying *c, struct registry *r)
{
	const char *event = event_of(c->source, c->memory);
	char day[16];
	time_t date = source_date(c->source);
	struct tm parts;
	strftime(day, sizeof day, "%Y-%m-%d", gmtime_r(&date, &parts));
	int before = diag_errors(c->source->d);
	for (size_t i = 0; i < c->count; i++) {
		struct asked *asked = &c->asked[i];
		const char *serial = registry_serial(r, event, asked->key, asked->given, c->memory);
		if (!serial)
			continue;
		asked->statement.serial = serial;
		xmlHashUpdateEntry(c->serials, (const xmlChar *)asked->key, (void *)serial, NULL);
		if (asked->statement.name)
			registry_issue(r, &asked->statement, day);
	}
	return diag_errors(c->source->d) == before;
}

static bool listen(struct certifying *c)
{
	static const struct transform_parameter all[] = {{"record-first", "1", true}, {"record-last", "1000000000", true}};
	struct source *s = c->source;
	c->serials = xmlHashCreate(1024);
	c->listening = true;
	bool ok = source_transform(s, all, 2);
	c->listening = false;
	xmlFreeDoc(s->fo);
	s->fo = NULL;
	return ok;
}

static bool use_register(struct certifying *c, const char *path)
{
	if (!listen(c))
		return false;
	struct registry *r = registry_open(path, false, c->source->d);
	bool ok = r && give_numbers(c, r);
	return r && registry_close(r, ok) && ok;
}

struct certifying *certify_new(struct source *s)
{
	struct certifying *c = xcalloc(1, sizeof *c);
	*c = (struct certifying){.source = s, .memory = arena_new()};
	s->transform_options.serial = answer_serial;
	s->transform_options.statement = answer_statement;
	s->transform_options.certifying = c;
	return c;
}

bool certify_prepare(struct certifying *c)
{
	const struct job_options *options = c->source->options;
	if (options->key_file) {
		c->key = statement_key_read(options->key_file, true, c->source->d);
		if (!c->key)
			return false;
	}
	return !options->register_file || use_register(c, options->register_file);
}

void certify_free(struct certifying *c)
{
	if (!c)
		return;
	statement_key_free(c->key);
	xmlHashFree(c->serials, NULL);
	free(c->asked);
	arena_free(c->memory);
	free(c);
}
