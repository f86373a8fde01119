/* Putting files in place, in the order of records: so that the folder and the manifest are the same however many
 * workers there are, and after any interruption the start of what they would have been. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "each.h"

enum { PENDING_AT_MOST = 256 };

struct pending {
	char *file, *temporary; /* temporary NULL: nothing to rename */
	struct buffer line;     /* of the manifest */
};

struct commit {
	struct each *each;
	struct diag *d;
	int folder, manifest;
	off_t offset;       /* of the manifest up to which it is this run's */
	struct buffer rest; /* what a former run wrote after that; empty once it differed */
	size_t rest_at;
	xmlHashTable *names; /* file -> number of the record, as a pointer */
	struct pending pending[PENDING_AT_MOST];
	size_t pending_count;
	struct commit_count count;
};

static struct loc place(const struct commit *c, const char *file)
{
	(void)c;
	return (struct loc){file, 0};
}

static void report_manifest(struct commit *c)
{
	diag_system(c->d, place(c, c->each->folder.manifest), "cannot write: %s", strerror(errno));
	atomic_store(&c->each->shared->stop, true);
}

static bool open_manifest(struct commit *c)
{
	const char *path = c->each->folder.manifest;
	int flags = O_RDWR | O_CREAT | O_CLOEXEC | (c->each->options->resume ? 0 : O_TRUNC);
	c->manifest = open(path, flags, 0666);
	if (c->manifest < 0) {
		report_manifest(c);
		return false;
	}
	return !c->each->options->resume || file_read(path, 0, &c->rest, c->d, place(c, path));
}

struct commit *commit_open(struct each *each, struct diag *d)
{
	struct commit *c = xmalloc(sizeof *c);
	*c = (struct commit){.each = each, .d = d, .folder = -1, .manifest = -1, .names = xmlHashCreate(1024)};
	const char *slash = strrchr(each->folder.manifest, '/');
	xmlHashAddEntry(c->names, (const xmlChar *)(slash ? slash + 1 : each->folder.manifest), c);
	c->folder = open(each->folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (c->folder < 0)
		diag_system(d, place(c, each->folder.path), "cannot open the folder: %s", strerror(errno));
	else if (open_manifest(c))
		return c;
	commit_close(c);
	return NULL;
}

static bool append(struct commit *c, const struct buffer *line)
{
	if (pwrite(c->manifest, line->data, line->size, c->offset) == (ssize_t)line->size)
		return true;
	int reason = errno;
	if (ftruncate(c->manifest, c->offset) != 0)
		reason = errno;
	errno = reason;
	report_manifest(c);
	return false;
}

/* A line that a former run wrote too stays; from the first that differs on, the manifest is written anew. */
static void put_line(struct commit *c, const struct buffer *line)
{
	size_t left = c->rest.size - c->rest_at;
	if (left >= line->size && memcmp(c->rest.data + c->rest_at, line->data, line->size) == 0) {
		c->rest_at += line->size;
		c->offset += (off_t)line->size;
		return;
	}
	if (left > 0 && ftruncate(c->manifest, c->offset) != 0) {
		report_manifest(c);
		return;
	}
	c->rest_at = c->rest.size;
	if (append(c, line))
		c->offset += (off_t)line->size;
}

static bool put_in_place(struct commit *c, const struct pending *p)
{
	if (!p->temporary || renameat(c->folder, p->temporary, c->folder, p->file) == 0)
		return true;
	diag_system(c->d, place(c, p->file), "cannot write: %s", strerror(errno));
	atomic_store(&c->each->shared->stop, true);
	return false;
}

/* One flush for many files: their bytes are on the disk before any has its name. */
void commit_flush(struct commit *c)
{
	bool any = false;
	for (size_t i = 0; i < c->pending_count; i++)
		any = any || c->pending[i].temporary;
	if (any)
		syncfs(c->folder);
	bool ok = true;
	for (size_t i = 0; i < c->pending_count; i++) {
		struct pending *p = &c->pending[i];
		ok = ok && put_in_place(c, p);
		if (ok)
			put_line(c, &p->line);
		free(p->file);
		free(p->temporary);
		buffer_free(&p->line);
	}
	c->pending_count = 0;
}

static char *copy(const char *text)
{
	size_t size = strlen(text) + 1;
	return memcpy(xmalloc(size), text, size);
}

static void add_pending(struct commit *c, const struct outcome *o)
{
	struct pending *p = &c->pending[c->pending_count++];
	*p = (struct pending){.file = copy(o->file)};
	if (o->kind == OUTCOME_MADE)
		p->temporary = copy(o->temporary);
	manifest_put_line(o, &p->line);
	if (c->pending_count == PENDING_AT_MOST)
		commit_flush(c);
}

/* The first record of a name has it. */
static void refuse_double(struct commit *c, struct outcome *o)
{
	if (o->kind == OUTCOME_FAILED || xmlHashAddEntry(c->names, (const xmlChar *)o->file, c) == 0)
		return;
	if (o->kind == OUTCOME_MADE)
		unlinkat(c->folder, o->temporary, 0);
	struct buffer line = {0};
	buffer_printf(&line, "cbua-pdf: error: record %llu%s%s: the name '%s' is taken already", (unsigned long long)o->n,
	              *o->id ? " " : "", o->id, o->file);
	diag_add(c->d, SEVERITY_ERROR, line.data);
	o->message = arena_array(c->each->memory, 1, sizeof *o->message);
	*o->message = (struct outcome_message){SEVERITY_ERROR, arena_strdup(c->each->memory, line.data)};
	o->message_count = 1;
	o->kind = OUTCOME_FAILED;
	buffer_free(&line);
}

static void count_outcome(struct commit *c, const struct outcome *o)
{
	c->count.made += o->kind == OUTCOME_MADE;
	c->count.kept += o->kind == OUTCOME_KEPT;
	c->count.failed += o->kind == OUTCOME_FAILED;
}

void commit_outcome(struct commit *c, const struct outcome *outcome)
{
	struct outcome o = *outcome;
	for (size_t i = 0; i < o.message_count; i++)
		diag_add(c->d, o.message[i].severity, o.message[i].line);
	if (o.n == 0)
		return;
	refuse_double(c, &o);
	count_outcome(c, &o);
	add_pending(c, &o);
}

struct commit_count commit_count(const struct commit *c)
{
	return c->count;
}

/* Lines of a former run that had more records. */
static void cut_manifest(struct commit *c)
{
	if (c->rest_at < c->rest.size && !atomic_load(&c->each->shared->stop) && ftruncate(c->manifest, c->offset) != 0)
		report_manifest(c);
	fsync(c->manifest);
}

void commit_close(struct commit *c)
{
	if (!c)
		return;
	commit_flush(c);
	if (c->manifest >= 0) {
		cut_manifest(c);
		close(c->manifest);
	}
	if (c->folder >= 0)
		close(c->folder);
	xmlHashFree(c->names, NULL);
	buffer_free(&c->rest);
	free(c);
}
