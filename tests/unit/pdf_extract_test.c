/* What pdf/ attaches comes back; other writers' forms are read; broken files do no harm. */
#include "pdf_extract.h"

#include "check.h"
#include "pdf.h"

static void write_pdf(enum pdf_level level, struct diag *d, struct buffer *out)
{
	static const struct pdf_attachment attachments[] = {
	    {"источник (1).xml", "the source", "application/xml", "Source", "<a>text text text text</a>", 26},
	    {"empty", NULL, NULL, "Data", "", 0}};
	const struct page page = {.width = 100000, .height = 100000};
	const struct page *pages[] = {&page};
	const struct pdf_options options = {
	    .level = level, .date = 1716336000, .producer = "test", .attachments = attachments, .attachment_count = 2};
	const struct page_document document = {.title = "T"};
	struct pdf *pdf = pdf_new(&options, &document, d);
	check_true("written", pdf_add_pages(pdf, &(struct page_list){pages, 1}) && pdf_finish(pdf, out));
	pdf_free(pdf);
}

static void check_round(struct diag *d)
{
	struct buffer file = {0};
	struct arena *a = arena_new();
	struct pdf_extracted files[2];
	write_pdf(PDF_A3B, d, &file);
	check_int("count", (long long)pdf_extract(file.data, file.size, a, files, 2), 2);
	check_str("name", files[0].name, "источник (1).xml");
	check_str("relationship", files[0].relationship, "Source");
	check_str("bytes", files[0].bytes, "<a>text text text text</a>");
	check_true("intact", files[0].intact);
	check_int("empty", (long long)files[1].size, 0);
	check_true("empty is intact", files[1].bytes && files[1].intact);
	/* Every cut and every changed byte: no crash, no endless loop. */
	for (size_t cut = 0; cut < file.size; cut += 7)
		pdf_extract(file.data, cut, a, files, 2);
	for (size_t at = 0; at < file.size; at += 3) {
		file.data[at] ^= 0x15;
		pdf_extract(file.data, file.size, a, files, 2);
		file.data[at] ^= 0x15;
	}
	arena_free(a);
	buffer_free(&file);
}

static void check_form(const char *name, const char *text, const char *want_name, const char *want_bytes, bool intact)
{
	struct arena *a = arena_new();
	struct pdf_extracted file = {.name = "", .relationship = ""};
	check_int(name, (long long)pdf_extract(text, strlen(text), a, &file, 1), 1);
	check_str(name, file.name, want_name);
	check_str(name, file.bytes ? file.bytes : "(none)", want_bytes);
	check_int(name, file.intact, intact);
	arena_free(a);
}

int main(void)
{
	struct diag *d = diag_new(stderr);
	check_round(d);
	check_form(
	    "plain",
	    "1 0 obj<</EF<</F 2 0 R>>/F(a\\(\\142\\).txt)>>endobj 2 0 obj <</Length 3>> stream\nabc\nendstream endobj",
	    "a(b).txt", "abc", true);
	check_form("a hexadecimal name, the length elsewhere",
	           "%PDF-1.4\n1 0 obj << /F <61 62 6> /EF << /F 2 0 R >> >> endobj\n2 0 obj << /Length 3 0 R >> "
	           "stream\r\nxyz\nendstream endobj 3 0 obj 3 endobj",
	           "ab`", "xyz\n", true);
	check_form(
	    "a wrong size",
	    "1 0 obj<</EF<</F 2 0 R>>/F(a)>>endobj 2 0 obj<</Length 3/Params<</Size 4>>>>stream\nabc\nendstream endobj",
	    "a", "abc", false);
	check_form("a later object takes its place",
	           "2 0 obj<</Length 3>>stream\nold\nendstream endobj 1 0 obj<</EF<</F 2 0 R>>/F(a)>>endobj 2 0 "
	           "obj<</Length 3>>stream\nnew\nendstream endobj",
	           "a", "new", true);
	check_form("no such stream", "1 0 obj<</EF<</F 9 0 R>>/F(a)>>endobj", "a", "(none)", false);
	check_form("an unknown filter",
	           "1 0 obj<</EF<</F 2 0 R>>/F(a)>>endobj 2 0 obj<</Filter/LZWDecode/Length 1>>stream\na\nendstream", "a",
	           "(none)", false);
	diag_free(d);
	return check_failed;
}
