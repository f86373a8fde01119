/* Attachments of a file, found by reading it from its start to its end: a later object with a number takes the place of
 * an earlier one, as after an update. The cross-reference is not needed for that, so it cannot lead astray. */
#include "pdf_extract.h"

#include <hpdf_encrypt.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "pdf_syntax.h"

/* No attachment may grow beyond this when it is unpacked. */
#define UNPACKED_MAX ((size_t)1 << 30)

struct object {
	struct pdf_span value;
	struct pdf_span stream; /* its bytes; empty when it has none */
};

struct reader {
	struct arena *a;
	size_t limit;           /* of object numbers: no file has more objects than bytes, and each costs memory */
	struct object *objects; /* [count], by number */
	size_t count;
	size_t *order; /* [ordered]: numbers as they come */
	size_t ordered, order_capacity;
};

static void remember(struct reader *r, size_t number, struct object object)
{
	if (number == 0 || number > r->limit)
		return;
	if (number >= r->count) {
		size_t count = number * 2 + 64;
		r->objects = xrealloc(r->objects, count, sizeof *r->objects);
		memset(r->objects + r->count, 0, (count - r->count) * sizeof *r->objects);
		r->count = count;
	}
	if (!r->objects[number].value.at) {
		ARRAY_RESERVE(r->order, r->ordered, r->order_capacity);
		r->order[r->ordered++] = number;
	}
	r->objects[number] = object;
}

static bool inflate_into(const struct pdf_span *packed, size_t room, char *out, size_t *size, bool *small)
{
	struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
	if (!decompressor)
		return false;
	enum libdeflate_result result =
	    libdeflate_zlib_decompress(decompressor, packed->at, (size_t)(packed->end - packed->at), out, room, size);
	libdeflate_free_decompressor(decompressor);
	*small = result == LIBDEFLATE_INSUFFICIENT_SPACE;
	return result == LIBDEFLATE_SUCCESS;
}

static bool unpack(const struct pdf_span *packed, struct buffer *out)
{
	bool small = true;
	for (size_t room = (size_t)(packed->end - packed->at) * 4 + 1024; small && room <= UNPACKED_MAX; room *= 4) {
		size_t size = 0;
		if (inflate_into(packed, room, buffer_room(out, room), &size, &small)) {
			out->size += size;
			return true;
		}
	}
	return false;
}

/* The stream's own bytes; false when they are packed in a way that is not known here. */
static bool read_stream(const struct object *object, struct buffer *out)
{
	struct pdf_span filter = pdf_lookup(object->value, "Filter");
	if (object->stream.at == NULL)
		return false;
	if (filter.at == NULL) {
		buffer_append(out, object->stream.at, (size_t)(object->stream.end - object->stream.at));
		return true;
	}
	return pdf_is_name(filter, "FlateDecode") && pdf_lookup(object->value, "DecodeParms").at == NULL &&
	       unpack(&object->stream, out);
}

/* After "stream" and its line end: so many bytes as Length says, or to "endstream" when it says it elsewhere. */
static struct pdf_span stream_after(struct pdf_span dictionary, struct pdf_span *s)
{
	struct pdf_span rest = *s, word;
	pdf_skip_space(&rest);
	word = pdf_next_object(&rest);
	if (word.end - word.at != 6 || memcmp(word.at, "stream", 6) != 0)
		return (struct pdf_span){0};
	rest.at += rest.at < rest.end && *rest.at == '\r';
	rest.at += rest.at < rest.end && *rest.at == '\n';
	size_t length;
	if (pdf_read_integer(pdf_lookup(dictionary, "Length"), &length) && length <= (size_t)(rest.end - rest.at)) {
		*s = (struct pdf_span){rest.at + length, rest.end};
		return (struct pdf_span){rest.at, rest.at + length};
	}
	for (const char *at = rest.at; rest.end - at >= 9; at++)
		if (memcmp(at, "endstream", 9) == 0) {
			*s = (struct pdf_span){at, rest.end};
			return (struct pdf_span){rest.at, at};
		}
	return (struct pdf_span){0};
}

static void read_object_stream(struct reader *r, const struct object *object)
{
	struct buffer text = {0};
	size_t count, first;
	if (!pdf_read_integer(pdf_lookup(object->value, "N"), &count) ||
	    !pdf_read_integer(pdf_lookup(object->value, "First"), &first) || !read_stream(object, &text) ||
	    first > text.size) {
		buffer_free(&text);
		return;
	}
	const char *kept = arena_strndup(r->a, text.data, text.size);
	struct pdf_span index = {kept, kept + first};
	for (size_t i = 0, number, offset; i < count; i++) {
		if (!pdf_read_integer(pdf_next_object(&index), &number) ||
		    !pdf_read_integer(pdf_next_object(&index), &offset) || offset > text.size - first)
			break;
		struct pdf_span s = {kept + first + offset, kept + text.size};
		remember(r, number, (struct object){.value = pdf_next_object(&s)});
	}
	buffer_free(&text);
}

/* "12 0 obj" at s: the object, s moved past it. False, s moved on by a token, when there is none. */
static bool read_object(struct reader *r, struct pdf_span *s)
{
	struct pdf_span rest = *s;
	size_t number, generation;
	bool numbers = pdf_read_integer(pdf_next_object(&rest), &number);
	struct pdf_span after_first = rest;
	numbers = numbers && pdf_read_integer(pdf_next_object(&rest), &generation);
	struct pdf_span word = pdf_next_object(&rest);
	if (!numbers || word.end - word.at != 3 || memcmp(word.at, "obj", 3) != 0) {
		*s = after_first;
		return false;
	}
	struct object object = {.value = pdf_next_object(&rest)};
	object.stream = stream_after(object.value, &rest);
	remember(r, number, object);
	if (object.stream.at && pdf_is_name(pdf_lookup(object.value, "Type"), "ObjStm"))
		read_object_stream(r, &object);
	*s = rest;
	return true;
}

static bool is_intact(struct pdf_span parameters, const struct buffer *bytes)
{
	size_t size;
	if (pdf_read_integer(pdf_lookup(parameters, "Size"), &size) && size != bytes->size)
		return false;
	struct buffer wanted = {0};
	pdf_read_string(pdf_lookup(parameters, "CheckSum"), &wanted);
	HPDF_MD5_CTX context;
	HPDF_BYTE sum[16];
	HPDF_MD5Init(&context);
	HPDF_MD5Update(&context, (const HPDF_BYTE *)bytes->data, (HPDF_UINT32)bytes->size);
	HPDF_MD5Final(sum, &context);
	bool good = wanted.size == 0 || (wanted.size == 16 && memcmp(wanted.data, sum, 16) == 0);
	buffer_free(&wanted);
	return good;
}

static struct pdf_extracted extract_one(struct reader *r, struct pdf_span specification)
{
	struct pdf_span name = pdf_lookup(specification, "UF"), files = pdf_lookup(specification, "EF");
	struct pdf_extracted result = {.name = pdf_read_text(name.at ? name : pdf_lookup(specification, "F"), r->a),
	                               .relationship = pdf_read_text(pdf_lookup(specification, "AFRelationship"), r->a)};
	size_t number = pdf_read_reference(pdf_lookup(files, "F"));
	struct buffer bytes = {0};
	if (number > 0 && number < r->count && read_stream(&r->objects[number], &bytes)) {
		result.bytes = arena_strndup(r->a, bytes.size ? bytes.data : "", bytes.size);
		result.size = bytes.size;
		result.intact = is_intact(pdf_lookup(r->objects[number].value, "Params"), &bytes);
	}
	buffer_free(&bytes);
	return result;
}

size_t pdf_extract(const void *bytes, size_t size, struct arena *a, struct pdf_extracted *files, size_t count)
{
	struct reader r = {.a = a, .limit = size};
	struct pdf_span s = {bytes, (const char *)bytes + size};
	while (s.at < s.end)
		read_object(&r, &s);
	size_t found = 0;
	for (size_t i = 0; i < r.ordered; i++) {
		struct pdf_span value = r.objects[r.order[i]].value;
		if (!pdf_lookup(value, "EF").at)
			continue;
		if (found < count)
			files[found] = extract_one(&r, value);
		found++;
	}
	free(r.objects);
	free(r.order);
	return found;
}
