/* cbua-pdf templates, themes, new: small commands that make no PDF. */
#include <stdio.h>

#include "cli.h"
#include "job.h"

static const char templates_help[] =
    "cbua-pdf templates        the templates there are, and what parameters each takes, with defaults\n";
static const char themes_help[] = "cbua-pdf themes           the themes there are\n";
static const char new_help[] =
    "cbua-pdf new FILE.xml     a commented conference to begin with; nothing is overwritten\n";

static int list(int argc, char **argv, const char *command, const char *help, void (*run)(struct diag *d))
{
	struct cli cli = {.command = command};
	int first = cli_read(&cli, argc, argv, NULL, 0, help);
	if (!cli.done && first != argc)
		cli_usage_error(&cli, "%s takes no arguments", argv[0]);
	if (cli.done)
		return cli.status;
	struct diag *d = diag_new(stderr);
	run(d);
	cli_take_status(&cli, d);
	return cli.status;
}

int cli_templates(int argc, char **argv)
{
	return list(argc, argv, "cbua-pdf templates", templates_help, job_list_templates);
}

int cli_themes(int argc, char **argv)
{
	return list(argc, argv, "cbua-pdf themes", themes_help, job_list_themes);
}

int cli_new(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf new"};
	int first = cli_read(&cli, argc, argv, NULL, 0, new_help);
	if (!cli.done && argc - first != 1)
		cli_usage_error(&cli, "new takes the name of one file");
	if (cli.done)
		return cli.status;
	struct diag *d = diag_new(stderr);
	job_new(argv[first], d);
	cli_take_status(&cli, d);
	return cli.status;
}
