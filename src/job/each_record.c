/* Page sequences as records: taking them out of the document, telling them apart, making each a document of its own. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "each.h"

static bool is_fo(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->ns->href, FO_NAMESPACE) == 0 &&
	       strcmp((const char *)node->name, name) == 0;
}

static const char *attribute(const xmlNode *element, const char *name, const char *ns)
{
	for (const xmlAttr *a = element->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0 &&
		    (ns ? a->ns && strcmp((const char *)a->ns->href, ns) == 0 : !a->ns))
			return a->children && a->children->content ? (const char *)a->children->content : "";
	return NULL;
}

static const xmlNode *next_below(const xmlNode *node, const xmlNode *top)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

/* Where the record's data stand: the first position that the template gives. */
static struct loc place_of(const xmlNode *sequence, struct arena *a)
{
	for (const xmlNode *node = sequence; node; node = next_below(node, sequence)) {
		const char *src = node->type == XML_ELEMENT_NODE ? attribute(node, "src", FUNCTIONS_NAMESPACE) : NULL;
		const char *colon = src ? strrchr(src, ':') : NULL;
		if (colon)
			return (struct loc){arena_strndup(a, src, (size_t)(colon - src)), atoi(colon + 1)};
	}
	return (struct loc){0};
}

static const char *title_of(const xmlNode *sequence, struct arena *a)
{
	for (xmlNode *child = sequence->children; child; child = child->next)
		if (is_fo(child, "title")) {
			xmlChar *text = xmlNodeGetContent(child);
			const char *kept = arena_strdup(a, (const char *)text + strspn((const char *)text, " \t\r\n"));
			xmlFree(text);
			return kept;
		}
	return "";
}

static bool names_file(const xmlAttr *attribute)
{
	static const char *const names[] = {"src", "background-image", "href"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp((const char *)attribute->name, names[i]) == 0)
			return true;
	return false;
}

/* url('x') -> x. In the arena. */
static const char *bare_uri(const char *value, struct arena *a)
{
	value += strspn(value, " ");
	if (strncmp(value, "url(", 4) != 0)
		return value;
	value += 4 + strspn(value + 4, " '\"");
	return arena_strndup(a, value, strcspn(value, "'\")"));
}

/* What stands in the file that an attribute names; nothing when it names none, which formatting will report. */
static void digest_named_file(struct digest *g, const char *value, struct loc loc, struct source *s, struct arena *a)
{
	const char *uri = bare_uri(value, a);
	if (!*uri || *uri == '#' || strncmp(uri, "data:", 5) == 0)
		return;
	struct diag *former = s->d;
	s->d = diag_new(NULL);
	const char *path = resolve_uri(s, uri, loc, a);
	if (path)
		digest_add_file(g, path);
	diag_free(s->d);
	s->d = former;
}

/* Positions are left out: they move when another record is edited. */
static void digest_attributes(struct digest *g, const xmlNode *element, struct loc loc, struct source *s,
                              struct arena *a)
{
	for (const xmlAttr *attr = element->properties; attr; attr = attr->next) {
		if (attr->ns && strcmp((const char *)attr->ns->href, FUNCTIONS_NAMESPACE) == 0)
			continue;
		xmlChar *value = xmlNodeListGetString(attr->doc, attr->children, 1);
		digest_add_text(g, (const char *)attr->name);
		digest_add_text(g, value ? (const char *)value : "");
		if (value && names_file(attr))
			digest_named_file(g, (const char *)value, loc, s, a);
		xmlFree(value);
	}
}

/* libxml2 builds no deeper trees than the stack holds. */
static void digest_subtree(struct digest *g, const xmlNode *node, struct loc loc, struct source *s, struct arena *a)
{
	if (node->type != XML_ELEMENT_NODE) {
		digest_add_text(g, node->content ? (const char *)node->content : "");
		return;
	}
	const char *src = attribute(node, "src", FUNCTIONS_NAMESPACE);
	const char *colon = src ? strrchr(src, ':') : NULL;
	if (colon)
		loc.file = arena_strndup(a, src, (size_t)(colon - src));
	digest_add_text(g, "<");
	digest_add_text(g, (const char *)node->name);
	digest_attributes(g, node, loc, s, a);
	for (const xmlNode *child = node->children; child; child = child->next)
		digest_subtree(g, child, loc, s, a);
	digest_add_text(g, ">");
}

static void take_sequences(struct records *r)
{
	for (xmlNode *child = r->root->children, *next; child; child = next) {
		next = child->next;
		bool is_sequence = is_fo(child, "page-sequence");
		/* An outline leads from one record to another; white space is as much as there are records. */
		if (!is_sequence && !is_fo(child, "bookmark-tree") && child->type != XML_TEXT_NODE)
			continue;
		xmlUnlinkNode(child);
		if (!is_sequence) {
			xmlFreeNode(child);
			continue;
		}
		ARRAY_RESERVE(r->record, r->count, r->capacity);
		r->record[r->count++].sequence = child;
	}
}

/* The document's sequences become r's, and what is left of it their common head. */
static void take_document(struct records *r)
{
	struct source *s = &r->each->source;
	r->root = xmlDocGetRootElement(s->fo);
	take_sequences(r);
	struct digest *g = digest_new();
	digest_add_text(g, r->each->base_digest);
	digest_subtree(g, r->root, (struct loc){0}, s, r->memory);
	r->head_digest = digest_end(g, r->memory);
}

static void free_sequences(struct records *r)
{
	for (size_t i = 0; i < r->count; i++)
		xmlFreeNode(r->record[i].sequence);
	r->count = 0;
}

void records_open(struct records *r, struct each *each)
{
	*r = (struct records){.each = each, .memory = arena_new()};
	if (each->windowed)
		return;
	take_document(r);
	r->total = r->count;
}

void records_close(struct records *r)
{
	free_sequences(r);
	free(r->record);
	arena_free(r->memory);
}

static bool load_window(struct records *r, uint64_t first)
{
	struct source *s = &r->each->source;
	char from[24], to[24];
	snprintf(from, sizeof from, "%llu", (unsigned long long)first);
	snprintf(to, sizeof to, "%llu", (unsigned long long)first + EACH_CHUNK - 1);
	const struct transform_parameter window[] = {{"record-first", from, true}, {"record-last", to, true}};
	free_sequences(r);
	if (!source_transform(s, window, 2))
		return false;
	take_document(r);
	const char *total = attribute(r->root, "records", FUNCTIONS_NAMESPACE);
	if (!total)
		diag_error(s->d, (struct loc){s->template_path, 0},
		           "the template has the parameter record-first but gives fo:root no c:records");
	r->total = total ? strtoull(total, NULL, 10) : 0;
	return total != NULL;
}

bool records_load(struct records *r, size_t chunk)
{
	r->first = (uint64_t)chunk * EACH_CHUNK + 1;
	if (r->each->windowed) {
		r->begin = 0;
		bool ok = load_window(r, r->first);
		r->end = ok ? r->count : 0;
		return ok;
	}
	r->begin = chunk * EACH_CHUNK < r->count ? chunk * EACH_CHUNK : r->count;
	r->end = r->begin + EACH_CHUNK < r->count ? r->begin + EACH_CHUNK : r->count;
	return true;
}

static bool write_file(int folder, const char *name, const struct buffer *bytes)
{
	int fd = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	size_t done = 0;
	while (done < bytes->size) {
		ssize_t n = write(fd, bytes->data + done, bytes->size - done);
		if (n < 0 && errno != EINTR)
			break;
		done += n > 0 ? (size_t)n : 0;
	}
	int reason = errno;
	if (close(fd) == 0 && done == bytes->size)
		return true;
	if (done == bytes->size)
		reason = errno;
	unlinkat(folder, name, 0);
	errno = reason;
	return false;
}

static bool write_temporary(struct records *r, struct outcome *o, const struct buffer *bytes, struct arena *a)
{
	const char *path = r->each->folder.path;
	const char *name = arena_printf(a, "%s.%llu.part", o->file, (unsigned long long)o->n);
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = folder >= 0 && write_file(folder, name, bytes);
	if (!ok)
		diag_system(r->each->source.d, (struct loc){arena_printf(a, "%s/%s", path, o->file), 0}, "cannot write: %s",
		            strerror(errno));
	if (folder >= 0)
		close(folder);
	if (ok)
		o->temporary = name;
	return ok;
}

/* Is the file of a former run there, made from the same and unharmed since? */
static bool is_there(struct records *r, struct outcome *o, struct arena *a)
{
	const struct manifest_entry *entry = manifest_lookup(&r->each->former, o->n);
	if (!entry || strcmp(entry->digest, o->digest) != 0 || strcmp(entry->file, o->file) != 0)
		return false;
	char *path = path_join(r->each->folder.path, o->file);
	const char *sha256 = digest_of_file(path, a);
	free(path);
	if (!sha256 || strcmp(sha256, entry->sha256) != 0)
		return false;
	o->sha256 = sha256;
	o->pages = entry->pages;
	return true;
}

static void make(struct records *r, xmlNode *sequence, struct outcome *o, struct engine *engine, struct arena *a)
{
	struct source *s = &r->each->source;
	struct buffer bytes = {0};
	size_t pages = 0;
	xmlAddChild(r->root, sequence);
	bool ok = format_document(engine, s->fo, &bytes, &pages);
	xmlUnlinkNode(sequence);
	/* A certificate with a fault is none: unlike a report, nobody looks at it before it is handed over. */
	if (ok && diag_errors(s->d) == 0 && write_temporary(r, o, &bytes, a)) {
		struct digest *g = digest_new();
		digest_add(g, bytes.data, bytes.size);
		o->sha256 = digest_end(g, a);
		o->pages = pages;
		o->kind = OUTCOME_MADE;
	}
	buffer_free(&bytes);
}

void outcome_take_messages(struct outcome *o, const struct diag *d, struct arena *a)
{
	enum severity severity;
	const char *line;
	while (diag_message(d, o->message_count, &severity, &line))
		o->message_count++;
	o->message = arena_array(a, o->message_count, sizeof *o->message);
	for (size_t i = 0; i < o->message_count; i++) {
		diag_message(d, i, &severity, &line);
		o->message[i] = (struct outcome_message){severity, arena_strdup(a, line)};
	}
}

static const char *digest_of(struct records *r, const xmlNode *sequence, struct loc loc, struct arena *a)
{
	struct digest *g = digest_new();
	digest_add_text(g, r->head_digest);
	digest_subtree(g, sequence, loc, &r->each->source, a);
	return digest_end(g, a);
}

struct outcome record_make(struct records *r, size_t i, struct engine *engine, struct arena *a)
{
	struct source *s = &r->each->source;
	xmlNode *sequence = r->record[r->begin + i].sequence;
	struct outcome o = {OUTCOME_FAILED, r->first + i, 0, "", "", "", "", "", NULL, 0};
	const char *why, *id = attribute(sequence, "id", NULL);
	struct loc loc = place_of(sequence, a);
	diag_clear(s->d);
	if (id)
		o.id = id;
	const char *name = name_of_record(r->each->folder.pattern, o.id, title_of(sequence, a), o.n, a, &why);
	if (name) {
		o.file = name;
		o.digest = digest_of(r, sequence, loc, a);
		if (is_there(r, &o, a))
			o.kind = OUTCOME_KEPT;
		else
			make(r, sequence, &o, engine, a);
	} else {
		diag_error(s->d, loc, "page sequence %llu has not %s to be named by", (unsigned long long)o.n, why);
	}
	outcome_take_messages(&o, s->d, a);
	return o;
}
