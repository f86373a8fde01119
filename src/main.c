/* The commands, and the only exit status. */
#include <stdio.h>
#include <string.h>

#include "cli.h"

/* What the first argument may name; without a name it is the first. */
static const struct command {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *summary;
} commands[] = {
    {"render", cli_render, "set a document as PDF; what is done when no command is named"},
    {"new", cli_new, "a commented conference to begin with"},
    {"templates", cli_templates, "the templates there are, and their parameters"},
    {"themes", cli_themes, "the themes there are"},
    {"import", cli_import, "people from a spreadsheet (CSV) as markup"},
    {"archive", cli_archive, "documents, data and templates as a record for an archive (BagIt)"},
    {"extract", cli_extract, "what is attached to a PDF: the source that it was made from"},
    {"verify", cli_verify, "is a PDF, a certificate's code or a record unaltered?"},
    {"key", cli_key, "make a pair of keys for certificates"},
    {"register", cli_register, "which certificates were issued, and which are void"},
    {"stamp", cli_stamp, "put a time stamp authority's response into a signed PDF"},
    {"merge-manifest", cli_merge_manifest, "the manifests of shards as one"},
    {"describe", cli_describe, "which objects and properties of XSL 1.1 are set"},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_overview(void)
{
	puts("cbua-pdf INPUT.xml -o OUTPUT.pdf     conference data, through a template\n"
	     "cbua-pdf INPUT.fo -o OUTPUT.pdf      any XSL-FO 1.1 document\n"
	     "cbua-pdf COMMAND --help              what a command takes:");
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		printf("  %-16s%s\n", commands[i].name, commands[i].summary);
	puts("Examples:\n"
	     "  cbua-pdf input/conference-2024.xml -o report.pdf --lang zh,ru\n"
	     "  cbua-pdf conference.xml -t certificate --each -o 'certs/{id}.pdf'\n"
	     "  cbua-pdf archive conference.xml -o record/\n"
	     "\n"
	     "Exit status: 0 fine, 1 something is wrong with the input, 2 with the command\n"
	     "line, 3 with the system. See also: man cbua-pdf");
}

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		print_overview();
		return 0;
	}
	for (size_t i = 0; argc > 1 && i < COMMAND_COUNT; i++)
		if (strcmp(argv[1], commands[i].name) == 0)
			return commands[i].run(argc - 1, argv + 1);
	return commands[0].run(argc, argv);
}
