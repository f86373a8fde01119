/* cbua-pdf archive: a conference's record. */
#include "cli.h"
#include "job.h"

static const char help[] =
    "cbua-pdf archive INPUT.xml -o FOLDER\n"
    "Makes a BagIt bag (RFC 8493) of the documents, the data they are made from, and the schema and templates that "
    "make\n"
    "them. The folder must not be there yet. cbua-pdf verify FOLDER checks it.\n"
    "  -o, --output FOLDER   the bag\n"
    "      --reports LIST    templates, with commas between; report without this and --each\n"
    "      --each LIST       templates that give a file for every record: certificate\n"
    "  -l, --lang LIST, --theme NAME, --allow DIR, --sign KEY.p12, --sign-password FILE: as for render\n";

int cli_archive(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf archive"};
	struct job_archive wanted = {0};
	struct job_options *job = &wanted.options;
	const char *allowed = NULL;
	const struct cli_option options[] = {
	    {"output", 'o', &job->output, NULL},       {"reports", 0, &wanted.reports, NULL},
	    {"each", 0, &wanted.each, NULL},           {"lang", 'l', &job->languages, NULL},
	    {"theme", 0, &job->theme, NULL},           {"allow", 0, &allowed, NULL},
	    {"sign", 0, &job->signing.key_file, NULL}, {"sign-password", 0, &job->signing.password_file, NULL},
	};
	int first = cli_read(&cli, argc, argv, options, sizeof options / sizeof *options, help);
	if (!cli.done && (argc - first != 1 || !job->output))
		cli_usage_error(&cli, "archive takes one input file and -o FOLDER");
	if (cli.done)
		return cli.status;
	job->input = argv[first];
	job->allowed_directories = &allowed;
	job->allowed_directory_count = allowed ? 1 : 0;
	if (!wanted.reports && !wanted.each)
		wanted.reports = "report";
	struct diag *d = diag_new(stderr);
	job_archive(&wanted, d);
	cli_take_status(&cli, d);
	return cli.status;
}
