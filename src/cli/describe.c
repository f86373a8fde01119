/* cbua-pdf describe: what of XSL 1.1 is set. */
#include "cli.h"
#include "job.h"

static const char help[] =
    "cbua-pdf describe\n"
    "Every formatting object and property of XSL 1.1, and whether it is set: yes, partly or no;\n"
    "a table in Markdown.\n";

int cli_describe(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf describe"};
	int first = cli_read(&cli, argc, argv, NULL, 0, help);
	if (!cli.done && first != argc)
		cli_usage_error(&cli, "describe takes nothing, got '%s'", argv[first]);
	if (!cli.done)
		job_describe();
	return cli.status;
}
