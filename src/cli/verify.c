/* cbua-pdf verify: is it what it was? */
#include "cli.h"
#include "job.h"

static const char help[] =
    "cbua-pdf verify FILE.pdf      is the file unaltered since it was signed, and by whom?\n"
    "cbua-pdf verify FOLDER        is the record that cbua-pdf archive made whole and unaltered?\n"
    "Whether the signer is to be trusted is not asked. Exit status: 0 unaltered, 1 not so.\n";

int cli_verify(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf verify"};
	int first = cli_read(&cli, argc, argv, NULL, 0, help);
	if (!cli.done && argc - first != 1)
		cli_usage_error(&cli, "verify takes one file");
	if (cli.done)
		return cli.status;
	struct diag *d = diag_new(stderr);
	job_verify(&(struct job_verification){.input = argv[first]}, d);
	cli_take_status(&cli, d);
	return cli.status;
}
