/* cbua-pdf extract: what is attached to a PDF. */
#include "cli.h"
#include "job.h"

static const char help[] =
    "cbua-pdf extract FILE.pdf                 lists what is attached to the file\n"
    "cbua-pdf extract FILE.pdf -o FOLDER       writes it below the folder\n"
    "Prints the command line that makes the same file again from what was written, run in that folder.\n"
    "  -o, --output FOLDER   made when it is not there\n";

int cli_extract(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf extract"};
	const char *folder = NULL;
	const struct cli_option options[] = {{"output", 'o', &folder, NULL}};
	int first = cli_read(&cli, argc, argv, options, 1, help);
	if (!cli.done && argc - first != 1)
		cli_usage_error(&cli, "extract takes one PDF file");
	if (cli.done)
		return cli.status;
	struct diag *d = diag_new(stderr);
	job_extract(argv[first], folder, d);
	cli_take_status(&cli, d);
	return cli.status;
}
