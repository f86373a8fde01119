/* Page labels to ranges; "page:prefix:style:start" for each. */
#include "pdf_navigation.h"

#include "check.h"

static const struct {
	const char *name, *labels, *want; /* labels are separated by spaces, "-" is none */
} cases[] = {
    {"plain numbers", "1 2 3 4", "0::D:1"},
    {"Roman, then Arabic", "i ii iii iv 1 2 3", "0::r:1 4::D:1"},
    {"letters, not Roman", "a b c d", "0::a:1"},
    {"i by itself is Roman", "i", "0::r:1"},
    {"h i j are letters", "h i j", "0::a:8"},
    {"upper case", "I II III A B", "0::R:1 3::A:1"},
    {"a prefix", "A-1 A-2 B-1", "0:A-:D:1 2:B-:D:1"},
    {"starts elsewhere", "7 8 9", "0::D:7"},
    {"a gap", "1 2 5 6", "0::D:1 2::D:5"},
    {"a suffix has no range", "第1页 第2页", "0:第1页:0:0 1:第2页:0:0"},
    {"the same label", "x1y x1y x1y 4", "0:x1y:0:0 3::D:4"},
    {"no label", "- - 1", "0::0:0 2::D:1"},
    {"zeros belong to the prefix", "007 008", "0:00:D:7"},
    {"ten after nine", "9 10 11", "0::D:9"},
    {"bad Roman", "iiv v", "0:iiv:0:0 1::r:5"},
    {"beyond any number", "99999999999", "0:99999999999:0:0"},
};

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[128];
		const char *labels[16];
		size_t count = 0;
		snprintf(text, sizeof text, "%s", cases[i].labels);
		for (char *word = strtok(text, " "); word; word = strtok(NULL, " "))
			labels[count++] = strcmp(word, "-") == 0 ? NULL : word;
		struct pdf_label_range ranges[16];
		size_t made = pdf_label_ranges(labels, count, ranges);
		struct buffer out = {0};
		for (size_t k = 0; k < made; k++) {
			buffer_printf(&out, k > 0 ? " %zu:" : "%zu:", ranges[k].page);
			buffer_append(&out, ranges[k].prefix, ranges[k].prefix_size);
			buffer_printf(&out, ":%c:%u", ranges[k].style ? ranges[k].style : '0', (unsigned)ranges[k].start);
		}
		check_str(cases[i].name, out.data, cases[i].want);
		buffer_free(&out);
	}
	return check_failed;
}
