/* The documentation's tables of objects and properties, from the tables themselves. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

static const char *const support_words[] = {
    [SUPPORT_NO] = "no", [SUPPORT_NOT_ON_PAPER] = "not on paper", [SUPPORT_PARTLY] = "partly", [SUPPORT_YES] = "yes"};

static void describe_objects(struct buffer *out)
{
	buffer_puts(out, "| Formatting object | Supported |\n|---|---|\n");
	for (int kind = 0; kind < FO_KIND_COUNT; kind++)
		if (kind != FO_TEXT && kind != FO_FOREIGN)
			buffer_printf(out, "| %s | %s |\n", fo_kind_name((enum fo_kind)kind),
			              support_words[fo_object_rows[kind].support]);
}

/* A line of the table: a property, or all components of one. */
struct line {
	const char *name;
	size_t size;
	enum support support;
	bool inherited;
	const char *initial, *note;
};

static bool is_same_property(const char *row, const struct line *line)
{
	return strncmp(row, line->name, line->size) == 0 && (row[line->size] == '\0' || row[line->size] == '.');
}

static int by_name(const void *a, const void *b)
{
	const struct line *left = a, *right = b;
	size_t size = left->size < right->size ? left->size : right->size;
	int order = memcmp(left->name, right->name, size);
	return order ? order : (left->size > right->size) - (left->size < right->size);
}

/* Of a property some of whose components are supported and others not. */
static enum support support_of_both(enum support one, enum support other)
{
	return one == other ? one : SUPPORT_PARTLY;
}

/* Components stand one after the other in the table; the property is supported as far as all of them are. */
static size_t property_lines(struct line *line)
{
	size_t count = 0;
	for (int p = 0; p < PROP_COUNT; p++) {
		const struct property_row *row = &fo_property_rows[p];
		if (count == 0 || !is_same_property(row->name, &line[count - 1]))
			line[count++] = (struct line){.name = row->name,
			                              .size = strcspn(row->name, "."),
			                              .support = row->support,
			                              .inherited = row->inherited,
			                              .initial = row->initial,
			                              .note = ""};
		line[count - 1].support = support_of_both(line[count - 1].support, row->support);
		if (strchr(row->name, '.') && !line[count - 1].note[0])
			line[count - 1].note = "by component";
	}
	return count;
}

static size_t other_lines(struct line *line)
{
	size_t count = 0;
	for (size_t i = 0; i < ABSOLUTE_COUNT; i++)
		line[count++] =
		    (struct line){.name = fo_absolute_names[i], .support = SUPPORT_YES, .note = "the relative property's"};
	for (size_t i = 0; i < SHORTHAND_COUNT; i++) {
		const char *name = fo_shorthand_rows[i].name;
		/* For the ear alone. */
		bool aural = strcmp(name, "cue") == 0 || strcmp(name, "pause") == 0;
		line[count++] =
		    (struct line){.name = name, .support = aural ? SUPPORT_NOT_ON_PAPER : SUPPORT_YES, .note = "shorthand"};
	}
	line[count++] = (struct line){.name = "background-position", .support = SUPPORT_YES, .note = "shorthand"};
	line[count++] = (struct line){.name = "id", .support = SUPPORT_YES, .note = "unique in the document"};
	for (size_t i = 0; i < count; i++)
		line[i].size = strlen(line[i].name);
	return count;
}

static void describe_properties(struct buffer *out)
{
	struct line *line = xcalloc(PROP_COUNT + ABSOLUTE_COUNT + SHORTHAND_COUNT + 2, sizeof *line);
	size_t count = property_lines(line);
	count += other_lines(line + count);
	qsort(line, count, sizeof *line, by_name);
	buffer_puts(out, "| Property | Initial value | Inherited | Supported |\n|---|---|---|---|\n");
	for (size_t i = 0; i < count; i++) {
		const struct line *l = &line[i];
		buffer_printf(out, "| %.*s | %s | %s | %s |\n", (int)l->size, l->name, l->initial ? l->initial : l->note,
		              l->inherited ? "yes" : "no", support_words[l->support]);
	}
	free(line);
}

void fo_describe(struct buffer *out)
{
	buffer_puts(out, "# What is set of XSL 1.1\n\n"
	                 "Made by `cbua-pdf describe` from the tables in this folder; a test compares. What is not "
	                 "supported is named once\n"
	                 "with its line where a document asks for it; what can mean nothing on paper (speech, what happens "
	                 "after a click)\n"
	                 "gets one note for all, and so do the pixels of a device (scaling-method). A PDF has pages, so "
	                 "media-usage is no "
	                 "choice;\n"
	                 "it does not show which document it was made from (source-document). Where Apache FOP differs: "
	                 "[DIFFERENCES.md](DIFFERENCES.md).\n\n");
	describe_objects(out);
	buffer_puts(out, "\n");
	describe_properties(out);
}
