/* Tables of fields between commas, semicolons or tabs: their encoding, their rows. Knows nothing of what they mean. */
#include "csv.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>

enum { LARGEST_FILE = 256 << 20 };

/* ---- encoding ---- */

static bool is_utf8(const char *text, size_t size)
{
	for (size_t at = 0; at < size;) {
		size_t start = at;
		if (utf8_next(text, size, &at) == 0xFFFD &&
		    !(size - start >= 3 && memcmp(text + start, "\xEF\xBF\xBD", 3) == 0))
			return false;
	}
	return true;
}

static bool convert(const char *encoding, const struct buffer *from, struct buffer *to, struct diag *d,
                    struct loc where)
{
	UErrorCode status = U_ZERO_ERROR;
	if (from->size > INT32_MAX / 4) {
		diag_error(d, where, "is too large for a list");
		return false;
	}
	int32_t capacity = (int32_t)from->size * 3 + 16;
	int32_t size = ucnv_convert("UTF-8", encoding, buffer_room(to, (size_t)capacity), capacity, from->data,
	                            (int32_t)from->size, &status);
	if (U_FAILURE(status) || size > capacity) {
		diag_error(d, where, "cannot be read as %s: %s", encoding, u_errorName(status));
		return false;
	}
	to->size += (size_t)size;
	buffer_puts(to, "");
	for (size_t at = 0; at < to->size;)
		if (utf8_next(to->data, to->size, &at) == 0xFFFD) {
			diag_error(d, where, "is neither UTF-8 nor %s", encoding);
			return false;
		}
	return true;
}

/* The file's text as UTF-8, without a byte order mark. */
static bool read_text(const char *path, struct buffer *text, struct diag *d)
{
	struct loc where = {path, 0};
	struct buffer bytes = {0};
	bool ok = file_read(path, LARGEST_FILE, &bytes, d, where);
	if (ok && bytes.size >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0)
		buffer_append(text, bytes.data + 3, bytes.size - 3);
	else if (ok && bytes.size >= 2 &&
	         (memcmp(bytes.data, "\xFF\xFE", 2) == 0 || memcmp(bytes.data, "\xFE\xFF", 2) == 0))
		ok = convert("UTF-16", &bytes, text, d, where);
	else if (ok && is_utf8(bytes.data, bytes.size))
		buffer_append(text, bytes.data, bytes.size);
	else if (ok)
		ok = convert("GB18030", &bytes, text, d, where);
	buffer_free(&bytes);
	if (ok && text->size && memchr(text->data, '\0', text->size)) {
		diag_error(d, where, "holds a zero byte: this is no text");
		return false;
	}
	return ok;
}

/* ---- rows ---- */

/* What stands between fields: the candidate that the first line has most of. */
static char separator_of(const char *text)
{
	static const char candidates[] = "\t;,";
	size_t most = 0;
	char best = ',';
	for (const char *c = candidates; *c; c++) {
		size_t count = 0;
		bool quoted = false;
		for (const char *at = text; *at && *at != '\n' && *at != '\r'; at++) {
			quoted = *at == '"' ? !quoted : quoted;
			count += *at == *c && !quoted;
		}
		if (count > most) {
			most = count;
			best = *c;
		}
	}
	return best;
}

static const char *trimmed(struct buffer *field, struct arena *a)
{
	static const char blanks[] = " \t\r\n";
	const char *text = field->data ? field->data : "";
	text += strspn(text, blanks);
	size_t size = strlen(text);
	while (size && strchr(blanks, text[size - 1]))
		size--;
	const char *kept = arena_strndup(a, text, size);
	field->size = 0;
	buffer_puts(field, "");
	return kept;
}

struct reader {
	const char *at;
	char separator;
	int line;
	bool unclosed; /* a quotation mark, at the end of the text */
	struct buffer field;
};

/* One field, and what ended it: the separator, '\n' or '\0'. */
static char read_field(struct reader *r)
{
	bool quoted = false;
	for (;; r->at++) {
		char c = *r->at;
		r->line += c == '\n';
		if (c == '"' && quoted && r->at[1] == '"')
			buffer_putc(&r->field, *++r->at);
		else if (c == '"' && (quoted || r->field.size == 0))
			quoted = !quoted;
		else if (c == '\0') {
			r->unclosed |= quoted;
			return '\0';
		} else if (!quoted && (c == r->separator || c == '\n')) {
			r->at++;
			return c;
		} else
			buffer_putc(&r->field, c);
	}
}

/* False at the end of the text. */
static bool read_row(struct reader *r, struct csv_row *row, struct arena *a)
{
	const char **cells = NULL;
	size_t count = 0, capacity = 0;
	*row = (struct csv_row){.line = r->line};
	if (!*r->at)
		return false;
	for (char end = r->separator; end == r->separator;) {
		end = read_field(r);
		ARRAY_RESERVE(cells, count, capacity);
		cells[count++] = trimmed(&r->field, a);
	}
	row->cells = arena_array(a, count, sizeof *row->cells);
	memcpy(row->cells, cells, count * sizeof *cells);
	row->count = count;
	free(cells);
	return true;
}

static bool has_text(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (*row->cells[i])
			return true;
	return false;
}

bool csv_read(const char *path, struct csv *table, struct arena *a, struct diag *d)
{
	struct buffer text = {0};
	struct csv_row *rows = NULL, row;
	size_t count = 0, capacity = 0;
	*table = (struct csv){0};
	bool ok = read_text(path, &text, d);
	struct reader reader = {.at = text.data ? text.data : "", .line = 1};
	reader.separator = separator_of(reader.at);
	while (ok && read_row(&reader, &row, a))
		if (has_text(&row)) {
			ARRAY_RESERVE(rows, count, capacity);
			rows[count++] = row;
		}
	if (reader.unclosed) {
		diag_error(d, (struct loc){path, rows && count ? rows[count - 1].line : 1}, "a quotation mark is not closed");
		ok = false;
	}
	if (count) {
		table->rows = arena_array(a, count, sizeof *rows);
		memcpy(table->rows, rows, count * sizeof *rows);
		table->count = count;
	}
	free(rows);
	buffer_free(&reader.field);
	buffer_free(&text);
	return ok;
}
