/* Collecting and printing messages. */
#include "diag.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"

struct message {
	enum severity severity;
	const char *line; /* as printed, without newline */
};

/* Open addressing; slots are NULL or a text in memory. */
struct text_set {
	const char **slots;
	size_t capacity;
	size_t count;
};

struct diag {
	FILE *out;
	struct arena *memory;
	struct message *messages;
	size_t count, capacity;
	struct text_set seen;
	int by_severity[SEVERITY_SYSTEM + 1];
	bool last_dropped; /* its notes are dropped too */
	bool only_errors;
};

struct diag *diag_new(FILE *out)
{
	struct diag *d = xmalloc(sizeof *d);
	*d = (struct diag){.out = out, .memory = arena_new()};
	return d;
}

void diag_free(struct diag *d)
{
	if (!d)
		return;
	arena_free(d->memory);
	free(d->messages);
	free(d->seen.slots);
	free(d);
}

void diag_only_errors(struct diag *d)
{
	d->only_errors = true;
}

static size_t hash(const char *text)
{
	uint64_t h = 1469598103934665603u;
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return (size_t)h;
}

static const char **slot_of(struct text_set *set, const char *text)
{
	size_t i = hash(text) % set->capacity;
	while (set->slots[i] && strcmp(set->slots[i], text) != 0)
		i = (i + 1) % set->capacity;
	return &set->slots[i];
}

static void grow_set(struct text_set *set)
{
	struct text_set larger = {.capacity = set->capacity ? set->capacity * 2 : 64, .count = set->count};
	larger.slots = xrealloc(NULL, larger.capacity, sizeof *larger.slots);
	memset(larger.slots, 0, larger.capacity * sizeof *larger.slots);
	for (size_t i = 0; i < set->capacity; i++)
		if (set->slots[i])
			*slot_of(&larger, set->slots[i]) = set->slots[i];
	free(set->slots);
	*set = larger;
}

bool diag_first(struct diag *d, const char *key)
{
	if (d->seen.count * 2 >= d->seen.capacity)
		grow_set(&d->seen);
	const char **slot = slot_of(&d->seen, key);
	if (*slot)
		return false;
	*slot = arena_strdup(d->memory, key);
	d->seen.count++;
	return true;
}

void diag_add(struct diag *d, enum severity severity, const char *line)
{
	if (severity == SEVERITY_NOTE ? d->last_dropped : !diag_first(d, line)) {
		d->last_dropped = true;
		return;
	}
	d->last_dropped = false;
	d->by_severity[severity]++;
	ARRAY_RESERVE(d->messages, d->count, d->capacity);
	d->messages[d->count++] = (struct message){severity, arena_strdup(d->memory, line)};
	if (d->out && (severity >= SEVERITY_ERROR || !d->only_errors))
		fprintf(d->out, "%s\n", line);
}

static void report(struct diag *d, enum severity severity, struct loc loc, const char *format, va_list args)
{
	static const char *const words[] = {"note", "warning", "error", "error"};
	struct buffer line = {0};
	if (loc.file)
		buffer_puts(&line, loc.file);
	else
		buffer_puts(&line, "cbua-pdf");
	if (loc.file && loc.line > 0)
		buffer_printf(&line, ":%d", loc.line);
	buffer_printf(&line, ": %s: ", words[severity]);
	char text[2048];
	vsnprintf(text, sizeof text, format, args);
	buffer_puts(&line, text);
	diag_add(d, severity, line.data);
	buffer_free(&line);
}

#define DEFINE_REPORT(name, severity)                                                                                  \
	void name(struct diag *d, struct loc loc, const char *format, ...)                                                 \
	{                                                                                                                  \
		va_list args;                                                                                                  \
		va_start(args, format);                                                                                        \
		report(d, severity, loc, format, args);                                                                        \
		va_end(args);                                                                                                  \
	}

DEFINE_REPORT(diag_error, SEVERITY_ERROR)
DEFINE_REPORT(diag_warning, SEVERITY_WARNING)
DEFINE_REPORT(diag_note, SEVERITY_NOTE)
DEFINE_REPORT(diag_system, SEVERITY_SYSTEM)

int diag_errors(const struct diag *d)
{
	return d->by_severity[SEVERITY_ERROR] + d->by_severity[SEVERITY_SYSTEM];
}

int diag_warnings(const struct diag *d)
{
	return d->by_severity[SEVERITY_WARNING];
}

int diag_status(const struct diag *d)
{
	if (d->by_severity[SEVERITY_SYSTEM])
		return 3;
	return d->by_severity[SEVERITY_ERROR] ? 1 : 0;
}

void diag_replay(const struct diag *from, struct diag *into)
{
	for (size_t i = 0; i < from->count; i++)
		diag_add(into, from->messages[i].severity, from->messages[i].line);
}

bool diag_message(const struct diag *d, size_t i, enum severity *severity, const char **line)
{
	if (i >= d->count)
		return false;
	*severity = d->messages[i].severity;
	*line = d->messages[i].line;
	return true;
}

void diag_clear(struct diag *d)
{
	arena_free(d->memory);
	free(d->messages);
	free(d->seen.slots);
	*d = (struct diag){.out = d->out, .memory = arena_new(), .only_errors = d->only_errors};
}
