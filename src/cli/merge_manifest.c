/* cbua-pdf merge-manifest: the manifests of shards as one. */
#include "cli.h"
#include "job.h"

static const char help[] = "cbua-pdf merge-manifest -o OUTPUT MANIFEST...\n"
                           "Joins the manifests of shards, in the order of the records, and says which records are\n"
                           "missing, failed or double.\n"
                           "  -o, --output FILE     where to write; - for standard output\n";

int cli_merge_manifest(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf merge-manifest"};
	const char *output = NULL;
	const struct cli_option options[] = {{"output", 'o', &output, NULL}};
	int first = cli_read(&cli, argc, argv, options, 1, help);
	if (!cli.done && (!output || first == argc))
		cli_usage_error(&cli, "merge-manifest needs -o OUTPUT and the manifests to join");
	if (cli.done)
		return cli.status;
	struct diag *d = diag_new(stderr);
	job_merge_manifest(output, (const char *const *)argv + first, (size_t)(argc - first), d);
	cli_take_status(&cli, d);
	return cli.status;
}
