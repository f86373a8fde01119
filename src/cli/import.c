/* cbua-pdf import: a list of people from a spreadsheet as markup. */
#include <stdlib.h>

#include "cli.h"
#include "job.h"

static const char help[] = "cbua-pdf import LIST.csv -o attendance.xml     people from a spreadsheet\n"
                           "  -o, --output FILE       where to write who came; nothing is overwritten\n"
                           "      --persons FILE      where to write who they are; persons.xml beside it\n"
                           "      --conference FILE   where institutions are found, by any of their names\n"
                           "      --role ROLE         of those who have none: delegate, student, ...\n"
                           "Fields stand between commas, semicolons or tabs, in UTF-8, UTF-16 or GB 18030,\n"
                           "below headings in Chinese, Russian, Belarusian or English such as name, or\n"
                           "surname and given name, institution, country, role, mode, sex, post. What cannot\n"
                           "be matched is named, not guessed, and its row is left out.\n";

int cli_import(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf import"};
	struct job_import wanted = {0};
	const struct cli_option options[] = {{"output", 'o', &wanted.output, NULL},
	                                     {"persons", 0, &wanted.persons, NULL},
	                                     {"conference", 0, &wanted.conference, NULL},
	                                     {"role", 0, &wanted.role, NULL}};
	int first = cli_read(&cli, argc, argv, options, sizeof options / sizeof *options, help);
	if (!cli.done && argc - first != 1)
		cli_usage_error(&cli, "import takes one list");
	else if (!cli.done && !wanted.output)
		cli_usage_error(&cli, "import needs an output file: -o FILE");
	if (cli.done)
		return cli.status;
	char *folder = path_directory(wanted.output), *persons = path_join(folder, "persons.xml");
	wanted.list = argv[first];
	if (!wanted.persons)
		wanted.persons = persons;
	struct diag *d = diag_new(stderr);
	job_import(&wanted, d);
	cli_take_status(&cli, d);
	free(folder);
	free(persons);
	return cli.status;
}
