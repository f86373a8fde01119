/* What libxml2's parser complains of, said so that the author of the file knows what to change. */
#include <libxml/xmlerror.h>
#include <string.h>

#include "internal.h"

/* %s is the error's own first word: a name, an entity, an encoding. */
static const struct {
	int code;
	const char *words;
} plain[] = {
    {XML_ERR_DOCUMENT_EMPTY, "the file is empty, or does not begin as XML"},
    {XML_ERR_DOCUMENT_END, "there is something after the end of the root element"},
    {XML_ERR_TAG_NOT_FINISHED, "the file ends before the element '%s' does"},
    {XML_ERR_UNDECLARED_ENTITY,
     "the entity '&%s;' is not declared; XML itself knows only &amp; &lt; &gt; &quot; and &apos;"},
    {XML_WAR_UNDECLARED_ENTITY,
     "the entity '&%s;' is not declared; XML itself knows only &amp; &lt; &gt; &quot; and &apos;"},
    {XML_ERR_NAME_REQUIRED, "expected a name here; a plain '&' is written '&amp;', a plain '<' is written '&lt;'"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, "';' is missing after an entity; a plain '&' is written '&amp;'"},
    {XML_ERR_INVALID_CHAR, "there is a character here that XML does not allow, or the text is not in the declared "
                           "encoding (UTF-8 where none is)"},
    {XML_ERR_INVALID_ENCODING, "there is a character here that XML does not allow, or the text is not in the declared "
                               "encoding (UTF-8 where none is)"},
    {XML_ERR_UNKNOWN_ENCODING, "the encoding '%s' is not known"},
    {XML_ERR_UNSUPPORTED_ENCODING, "the encoding '%s' is not known"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, "an attribute's value must stand in quotes"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "the quote that ends an attribute's value is missing"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "the attribute '%s' has no value"},
    {XML_ERR_ATTRIBUTE_REDEFINED, "the attribute '%s' is given twice"},
    {XML_ERR_LT_IN_ATTRIBUTE, "'<' in an attribute's value is written '&lt;'"},
    {XML_ERR_GT_REQUIRED, "the '>' that ends a tag is missing"},
    {XML_ERR_LTSLASH_REQUIRED, "an end tag is missing"},
    {XML_ERR_ENTITY_LOOP, "entities expand into each other without end, or far beyond the size of the file"},
    {XML_ERR_COMMENT_NOT_FINISHED, "a comment is not ended with '-->'"},
    {XML_ERR_HYPHEN_IN_COMMENT, "'--' must not stand within a comment"},
    {XML_ERR_CDATA_NOT_FINISHED, "a CDATA section is not ended with ']]>'"},
    {XML_ERR_MISPLACED_CDATA_END, "']]>' in text is written ']]&gt;'"},
    {XML_ERR_RESERVED_XML_NAME, "'<?xml' must be the very first thing in the file"},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, "the prefix '%s' is not declared: xmlns:%s=\"...\" is missing"},
    {XML_NS_ERR_ATTRIBUTE_REDEFINED, "the attribute '%s' is given twice"},
};

/* words with each %s replaced; no format of the C library, for the words come from a table and the name from the file.
 */
static void put_words(struct buffer *out, const char *words, const char *name)
{
	for (; *words; words++) {
		if (words[0] == '%' && words[1] == 's') {
			buffer_puts(out, name);
			words++;
		} else {
			buffer_putc(out, *words);
		}
	}
}

static void describe(const xmlError *error, struct buffer *out)
{
	if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 && error->str2) {
		buffer_printf(out, "expected </%s>, which was opened in line %d, got </%s>", error->str1, error->int1,
		              error->str2);
		return;
	}
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		if (plain[i].code == error->code && (error->str1 || !strstr(plain[i].words, "%s"))) {
			put_words(out, plain[i].words, error->str1 ? error->str1 : "");
			return;
		}
	}
	const char *message = error->message ? error->message : "is not well-formed XML";
	buffer_append(out, message, strcspn(message, "\n"));
}

void xml_error_report(void *data, xmlError *error)
{
	struct load_part *part = data;
	/* An xml:id that stands twice is found in the whole document, not in each part: reference.c. */
	if (part->failed || error->level == XML_ERR_WARNING || error->code == XML_DTD_ID_REDEFINED)
		return;
	part->failed = true;
	struct buffer words = {0};
	describe(error, &words);
	bool is_entity = error->file && strcmp(error->file, part->name) != 0;
	diag_error(part->load->d, (struct loc){is_entity ? error->file : part->name, error->line}, "%s", words.data);
	buffer_free(&words);
}
