/* Numbers, strings and names as PDF writes them; expected values by hand from ISO 32000-1, 7.3. */
#include <math.h>

#include "pdf_number.h"
#include "pdf_string.h"

#include "check.h"

static const struct {
	double value;
	int decimals;
	const char *want;
} reals[] = {
    {0, 3, "0"},
    {-0.0, 3, "0"},
    {0.0004, 3, "0"},
    {0.0005, 3, ".001"},
    {-0.5, 3, "-.5"},
    {1, 0, "1"},
    {1.5, 0, "2"},
    {12.3456, 2, "12.35"},
    {100, 3, "100"},
    {-1234.5, 1, "-1234.5"},
    {0.333333333, 6, ".333333"},
    {1e30, 3, "1000000000"},
    {-1e30, 3, "-1000000000"},
    {10.01, 3, "10.01"},
};

static void check_numbers(void)
{
	struct buffer out = {0};
	for (size_t i = 0; i < sizeof reals / sizeof *reals; i++) {
		out.size = 0;
		pdf_put_real(&out, reals[i].value, reals[i].decimals);
		check_str("real", out.data, reals[i].want);
	}
	out.size = 0;
	pdf_put_real(&out, NAN, 3);
	check_str("not a number", out.data, "0");
	out.size = 0;
	pdf_put_length(&out, -72500);
	check_str("length", out.data, "-72.5");
	out.size = 0;
	pdf_put_length(&out, 1);
	check_str("smallest length", out.data, ".001");
	out.size = 0;
	pdf_put_integer(&out, INT64_MIN);
	check_str("integer", out.data, "-9223372036854775808");
	buffer_free(&out);
}

static void check_text(const char *name, const char *text, const char *want, size_t size)
{
	struct buffer out = {0};
	pdf_put_text(&out, text);
	check_int(name, (long long)out.size, (long long)size);
	check_true(name, out.size == size && memcmp(out.data, want, size) == 0);
	buffer_free(&out);
}

static void check_name(const char *name, const char *want)
{
	struct buffer out = {0};
	pdf_put_name(&out, name);
	check_str("name", out.data, want);
	buffer_free(&out);
}

int main(void)
{
	check_numbers();
	check_text("plain", "a(b)\\c", "(a\\(b\\)\\\\c)", 11);
	check_text("utf-16", "é", "(\xFE\xFF\0\xE9)", 6);
	/* U+0428 U+005C: low bytes 28 and 5C are "(" and "\". */
	check_text("utf-16, escaped", "Ш\\", "(\xFE\xFF\x04\\(\0\\\\)", 10);
	check_text("beyond the plane", "\xF0\xA0\x80\x80", "(\xFE\xFF\xD8\x40\xDC\0)", 8);
	/* U+010D: a bare CR would be read as LF. */
	check_text("carriage return", "č", "(\xFE\xFF\x01\\r)", 7);
	check_name("P", "/P");
	check_name("a b#/", "/a#20b#23#2F");
	check_name("é", "/#C3#A9");
	return check_failed;
}
