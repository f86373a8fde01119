/* cbua-pdf stamp: a time stamp into a signed PDF. */
#include "cli.h"
#include "job.h"

static const char help[] =
    "cbua-pdf stamp FILE.pdf --response FILE.tsr [-o OUTPUT.pdf]\n"
    "Puts the response of a time stamp authority (RFC 3161) into the file's signature. The program uses no network:\n"
    "  cbua-pdf report.xml -o report.pdf --sign key.p12 --stamp-request report.tsq\n"
    "  curl -H 'Content-Type: application/timestamp-query' --data-binary @report.tsq AUTHORITY -o report.tsr\n"
    "  cbua-pdf stamp report.pdf --response report.tsr\n"
    "      --response FILE   what the authority has answered\n"
    "  -o, --output FILE     where to write; without it the file itself\n";

int cli_stamp(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf stamp"};
	const char *output = NULL, *response = NULL;
	const struct cli_option options[] = {{"output", 'o', &output, NULL}, {"response", 0, &response, NULL}};
	int first = cli_read(&cli, argc, argv, options, 2, help);
	if (!cli.done && (argc - first != 1 || !response))
		cli_usage_error(&cli, "stamp takes one signed PDF file and --response FILE");
	if (cli.done)
		return cli.status;
	struct diag *d = diag_new(stderr);
	job_stamp(argv[first], response, output ? output : argv[first], d);
	cli_take_status(&cli, d);
	return cli.status;
}
