/* Outcomes as bytes: from worker processes to the one that puts files in place. Both are the same program. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "each.h"

static void put_number(struct buffer *out, uint64_t number)
{
	buffer_append(out, &number, sizeof number);
}

static void put_text(struct buffer *out, const char *text)
{
	put_number(out, strlen(text));
	buffer_puts(out, text);
}

static void put_outcome(struct buffer *out, const struct outcome *o)
{
	put_number(out, o->kind);
	put_number(out, o->n);
	put_number(out, o->pages);
	put_text(out, o->id);
	put_text(out, o->file);
	put_text(out, o->temporary);
	put_text(out, o->sha256);
	put_text(out, o->digest);
	put_number(out, o->message_count);
	for (size_t i = 0; i < o->message_count; i++) {
		put_number(out, o->message[i].severity);
		put_text(out, o->message[i].line);
	}
}

static bool write_all(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = write(fd, bytes, size);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			bytes += n;
			size -= (size_t)n;
		}
	}
	return true;
}

bool frame_write(int fd, const struct frame *frame)
{
	struct buffer body = {0}, whole = {0};
	put_number(&body, frame->kind);
	if (frame->kind == FRAME_OUTCOME) {
		put_outcome(&body, &frame->outcome);
	} else {
		put_number(&body, frame->chunk);
		put_number(&body, frame->total);
	}
	put_number(&whole, body.size);
	buffer_append(&whole, body.data, body.size);
	bool ok = write_all(fd, whole.data, whole.size);
	buffer_free(&body);
	buffer_free(&whole);
	return ok;
}

static uint64_t take_number(const struct buffer *bytes, size_t *at)
{
	uint64_t number = 0;
	if (bytes->size - *at >= sizeof number)
		memcpy(&number, bytes->data + *at, sizeof number);
	*at += sizeof number;
	return number;
}

static const char *take_text(const struct buffer *bytes, size_t *at, struct arena *a)
{
	size_t size = (size_t)take_number(bytes, at);
	const char *text = arena_strndup(a, bytes->data + *at, size);
	*at += size;
	return text;
}

static struct outcome take_outcome(const struct buffer *bytes, size_t *at, struct arena *a)
{
	struct outcome o = {.kind = (enum outcome_kind)take_number(bytes, at)};
	o.n = take_number(bytes, at);
	o.pages = take_number(bytes, at);
	o.id = take_text(bytes, at, a);
	o.file = take_text(bytes, at, a);
	o.temporary = take_text(bytes, at, a);
	o.sha256 = take_text(bytes, at, a);
	o.digest = take_text(bytes, at, a);
	o.message_count = (size_t)take_number(bytes, at);
	o.message = arena_array(a, o.message_count, sizeof *o.message);
	for (size_t i = 0; i < o.message_count; i++) {
		o.message[i].severity = (enum severity)take_number(bytes, at);
		o.message[i].line = take_text(bytes, at, a);
	}
	return o;
}

bool frame_take(const struct buffer *bytes, size_t *at, struct frame *frame, struct arena *a)
{
	size_t start = *at;
	if (bytes->size - start < sizeof(uint64_t))
		return false;
	uint64_t size = take_number(bytes, &start);
	if (bytes->size - start < size)
		return false;
	*at = start + (size_t)size;
	*frame = (struct frame){.kind = (enum frame_kind)take_number(bytes, &start)};
	if (frame->kind == FRAME_OUTCOME) {
		frame->outcome = take_outcome(bytes, &start, a);
	} else {
		frame->chunk = take_number(bytes, &start);
		frame->total = take_number(bytes, &start);
	}
	return true;
}
