/* cbua-pdf key: who signs certificates. */
#include "cli.h"
#include "statement.h"

static const char help[] =
    "cbua-pdf key -o NAME\n"
    "Makes a pair of Ed25519 keys for certificates: NAME.key signs (render --key NAME.key), and is\n"
    "for nobody else to have; NAME.pub checks (verify --key NAME.pub, samples/verify.html).\n"
    "  -o, --output NAME     files that are there are not written over\n";

int cli_key(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf key"};
	const char *name = NULL;
	const struct cli_option options[] = {{"output", 'o', &name, NULL}};
	int first = cli_read(&cli, argc, argv, options, 1, help);
	if (!cli.done && (!name || first != argc))
		cli_usage_error(&cli, "key needs -o NAME and nothing else");
	if (cli.done)
		return cli.status;
	struct diag *d = diag_new(stderr);
	job_make_key(name, d);
	cli_take_status(&cli, d);
	return cli.status;
}
