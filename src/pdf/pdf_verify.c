/* The signatures of a file that someone else may have made or changed: every number in it is doubted. */
#include <stdlib.h>
#include <string.h>

#include "pdf_cms.h"

/* A number after white space; false when there is none or it is larger than limit. */
static bool read_number(const char **at, const char *end, size_t limit, size_t *number)
{
	while (*at < end && (**at == ' ' || **at == '\n' || **at == '\r' || **at == '\t'))
		++*at;
	const char *first = *at;
	for (*number = 0; *at < end && **at >= '0' && **at <= '9'; ++*at) {
		*number = *number * 10 + (size_t)(**at - '0');
		if (*number > limit)
			return false;
	}
	return *at > first;
}

static const char *find(const char *from, const char *end, const char *word)
{
	size_t size = strlen(word);
	for (; (size_t)(end - from) >= size; from++) {
		from = memchr(from, word[0], (size_t)(end - from) - size + 1);
		if (!from)
			return NULL;
		if (memcmp(from, word, size) == 0)
			return from;
	}
	return NULL;
}

/* The string in angle brackets that fills the gap, as bytes; false when something else is there. */
static bool read_contents(const char *gap, size_t size, struct buffer *der)
{
	if (size < 2 || gap[0] != '<' || gap[size - 1] != '>')
		return false;
	for (size_t i = 1; i + 1 < size - 1; i += 2) {
		int high = hex_digit(gap[i]), low = hex_digit(gap[i + 1]);
		if (high < 0 || low < 0)
			return false;
		buffer_putc(der, (char)(high * 16 + low));
	}
	return der->size > 0;
}

/* The string after a key of the signature's dictionary, which stands around its ByteRange. */
static const char *date_near(const char *file, size_t size, const char *range, struct arena *a)
{
	const char *start = range - file > 1024 ? range - 1024 : file;
	const char *end = (size_t)(file + size - range) > 1024 ? range + 1024 : file + size;
	const char *key = NULL;
	for (const char *at = start; (at = find(at, end, "/M(D:")) != NULL; at++)
		key = at;
	const char *close = key ? memchr(key, ')', (size_t)(end - key)) : NULL;
	return close ? arena_strndup(a, key + 3, (size_t)(close - key) - 3) : "";
}

/* The ByteRange at range: two pieces, and a gap between them that the signature stands in. */
static bool read_range(const char *file, size_t size, const char *range, size_t numbers[4])
{
	const char *at = range + strlen("/ByteRange["), *end = file + size;
	for (int i = 0; i < 4; i++)
		if (!read_number(&at, end, size, &numbers[i]))
			return false;
	return numbers[0] + numbers[1] <= numbers[2] && numbers[2] <= size && numbers[3] <= size - numbers[2];
}

static bool verify_one(const char *file, size_t size, const char *range, struct arena *a, struct pdf_verified *result)
{
	size_t numbers[4];
	if (!read_range(file, size, range, numbers))
		return false;
	size_t gap = numbers[0] + numbers[1];
	struct buffer der = {0};
	const struct pdf_pieces pieces = {{file + numbers[0], file + numbers[2]}, {numbers[1], numbers[3]}};
	*result = (struct pdf_verified){.signer = "", .date = date_near(file, size, range, a), .stamped = ""};
	if (read_contents(file + gap, numbers[2] - gap, &der)) {
		result->intact = pdf_cms_verify(der.data, der.size, &pieces, a, &result->signer);
		result->stamped = pdf_cms_stamp_time(der.data, der.size, a, &result->stamp_intact);
	}
	result->whole = numbers[0] == 0 && numbers[2] + numbers[3] == size;
	buffer_free(&der);
	return true;
}

size_t pdf_verify(const void *bytes, size_t size, struct arena *a, struct pdf_verified *signatures, size_t count)
{
	const char *file = bytes, *end = file + size;
	size_t found = 0;
	for (const char *at = file; (at = find(at, end, "/ByteRange[")) != NULL; at++) {
		struct pdf_verified result;
		if (!verify_one(file, size, at, a, &result))
			continue;
		if (found < count)
			signatures[found] = result;
		found++;
	}
	return found;
}

/* The last signature's bytes to der, and the gap it stands in with its brackets. */
static bool last_signature(const char *file, size_t size, struct buffer *der, size_t *gap, size_t *gap_size)
{
	bool found = false;
	for (const char *at = file; (at = find(at, file + size, "/ByteRange[")) != NULL; at++) {
		size_t numbers[4];
		if (!read_range(file, size, at, numbers))
			continue;
		*gap = numbers[0] + numbers[1];
		*gap_size = numbers[2] - *gap;
		der->size = 0;
		found = read_contents(file + *gap, *gap_size, der);
	}
	return found;
}

bool pdf_stamp_request(const void *bytes, size_t size, struct buffer *out)
{
	struct buffer der = {0};
	size_t gap, gap_size;
	bool ok = last_signature(bytes, size, &der, &gap, &gap_size) && pdf_cms_stamp_request(der.data, der.size, out);
	buffer_free(&der);
	return ok;
}

static const char *insert(struct buffer *file, const void *response, size_t size)
{
	struct buffer der = {0}, stamped = {0};
	size_t gap, gap_size;
	const char *wrong = "the file has no signature";
	if (last_signature(file->data, file->size, &der, &gap, &gap_size))
		wrong = pdf_cms_stamp_add(der.data, der.size, response, size, &stamped);
	if (!wrong && stamped.size * 2 + 2 > gap_size)
		wrong = "the file was signed without room for a time stamp";
	static const char digits[] = "0123456789ABCDEF";
	for (size_t i = 0; !wrong && i < gap_size - 2; i++) {
		unsigned byte = i / 2 < stamped.size ? (unsigned char)stamped.data[i / 2] : 0;
		file->data[gap + 1 + i] = digits[i % 2 ? byte & 15 : byte >> 4];
	}
	buffer_free(&der);
	buffer_free(&stamped);
	return wrong;
}

bool pdf_stamp_insert(struct buffer *file, const void *response, size_t size, struct loc where, struct diag *d)
{
	const char *wrong = insert(file, response, size);
	if (wrong)
		diag_error(d, where, "%s", wrong);
	return !wrong;
}
