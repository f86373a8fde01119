/* cbua-pdf verify: is it what it was? */
#include "cli.h"
#include "job.h"

static const char help[] =
    "cbua-pdf verify FILE.pdf      is the file unaltered since it was signed, and by whom? Is its certificate "
    "genuine?\n"
    "cbua-pdf verify FOLDER        is the record that cbua-pdf archive made whole and unaltered?\n"
    "cbua-pdf verify --qr TEXT     is the certificate genuine whose code says this?\n"
    "Whether the signer of a file is to be trusted is not asked. Exit status: 0 all is well, 1 not so.\n"
    "  -k, --key FILE.pub    who may sign certificates (cbua-pdf key)\n"
    "      --register FILE   certificates must be in this register, and not revoked\n";

int cli_verify(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf verify"};
	struct job_verification wanted = {0};
	const struct cli_option options[] = {{"key", 'k', &wanted.key_file, NULL},
	                                     {"register", 0, &wanted.register_file, NULL},
	                                     {"qr", 0, &wanted.qr, NULL}};
	int first = cli_read(&cli, argc, argv, options, 3, help);
	if (!cli.done && argc - first != (wanted.qr ? 0 : 1))
		cli_usage_error(&cli, "verify takes one file, or --qr TEXT");
	if (cli.done)
		return cli.status;
	if (!wanted.qr)
		wanted.input = argv[first];
	struct diag *d = diag_new(stderr);
	job_verify(&wanted, d);
	cli_take_status(&cli, d);
	return cli.status;
}
