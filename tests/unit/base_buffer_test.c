/* Growing bytes; UTF-8 both ways, its ill-formed sequences as in the Unicode Standard, table 3-7. */
#include "buffer.h"

#include "check.h"

static const struct {
	const char *name, *bytes;
	uint32_t want[5]; /* ends with 0 */
} sequences[] = {
    {"ASCII", "a~", {'a', '~'}},
    {"two bytes, least and most", "\xC2\x80\xDF\xBF", {0x80, 0x7FF}},
    {"three bytes, least and most", "\xE0\xA0\x80\xEF\xBF\xBF", {0x800, 0xFFFF}},
    {"Han", "中白", {0x4E2D, 0x767D}},
    {"four bytes, least and most", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", {0x10000, 0x10FFFF}},
    {"a byte that follows nothing",
     "\x80"
     "a",
     {0xFFFD, 'a'}},
    {"too long for a slash", "\xC0\xAF", {0xFFFD, 0xFFFD}},
    {"too long, three bytes", "\xE0\x9F\xBF", {0xFFFD, 0xFFFD, 0xFFFD}},
    {"too long, four bytes", "\xF0\x8F\xBF\xBF", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}},
    {"a surrogate", "\xED\xA0\x80", {0xFFFD, 0xFFFD, 0xFFFD}},
    {"past the last plane", "\xF4\x90\x80\x80", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}},
    {"F5 starts nothing",
     "\xF5"
     "a",
     {0xFFFD, 'a'}},
    {"cut short at the end", "a\xE4\xB8", {'a', 0xFFFD, 0xFFFD}},
    {"cut short by a letter",
     "\xE4\xB8"
     "a",
     {0xFFFD, 0xFFFD, 'a'}},
};

static void check_decoding(void)
{
	for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
		size_t size = strlen(sequences[i].bytes), at = 0, k = 0;
		while (at < size && k < 5)
			check_int(sequences[i].name, utf8_next(sequences[i].bytes, size, &at), sequences[i].want[k++]);
		check_int(sequences[i].name, k < 5 ? sequences[i].want[k] : 0, 0);
	}
}

static void check_encoding(void)
{
	static const struct {
		uint32_t codepoint;
		const char *want;
	} cases[] = {{'a', "a"},
	             {0x7F, "\x7F"},
	             {0x80, "\xC2\x80"},
	             {0x7FF, "\xDF\xBF"},
	             {0x800, "\xE0\xA0\x80"},
	             {0x4E2D, "中"},
	             {0xFFFF, "\xEF\xBF\xBF"},
	             {0x10000, "\xF0\x90\x80\x80"},
	             {0x10FFFF, "\xF4\x8F\xBF\xBF"},
	             {0x110000, "\uFFFD"},
	             {0xD800, "\uFFFD"},
	             {0xDFFF, "\uFFFD"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buffer b = {0};
		buffer_put_codepoint(&b, cases[i].codepoint);
		check_str("as UTF-8", b.data, cases[i].want);
		buffer_free(&b);
	}
}

static void check_growth(void)
{
	struct buffer b = {0};
	for (int i = 0; i < 1000; i++)
		buffer_printf(&b, "%03d,", i);
	check_int("size", (long long)b.size, 4000);
	check_true("its start", strncmp(b.data, "000,001,", 8) == 0);
	check_str("its end, with a NUL", b.data + b.size - 4, "999,");
	buffer_free(&b);
	check_true("free leaves an empty one", !b.data && b.size == 0);

	buffer_append(&b, "", 0);
	check_str("nothing appended is the empty string", b.data, "");
	buffer_append(&b, "a\0b", 3);
	buffer_putc(&b, '\0');
	check_int("NULs count", (long long)b.size, 4);
	memcpy(buffer_room(&b, 100000), "xyz", 3);
	b.size += 3;
	check_true("written in place", memcmp(b.data, "a\0b\0xyz", 7) == 0);
	buffer_free(&b);
}

int main(void)
{
	check_decoding();
	check_encoding();
	check_growth();
	return check_failed;
}
