/* cbua-pdf register: what the register of certificates holds. */
#include "cli.h"
#include "job.h"

static const char help[] =
    "cbua-pdf register FILE                                    lists what was issued, a line each:\n"
    "    serial number, issue, name, event, date, day of issue, and whether it was revoked\n"
    "cbua-pdf register FILE --revoke SERIAL --reason TEXT      records that a certificate is void\n"
    "Certificates get into the register by render --register FILE. Nothing is ever deleted from it.\n"
    "      --day DATE        of the revocation: 2024-05-22; without it today\n";

int cli_register(int argc, char **argv)
{
	struct cli cli = {.command = "cbua-pdf register"};
	struct job_revocation revocation = {0};
	const struct cli_option options[] = {{"revoke", 0, &revocation.serial, NULL},
	                                     {"reason", 0, &revocation.reason, NULL},
	                                     {"day", 0, &revocation.day, NULL}};
	int first = cli_read(&cli, argc, argv, options, 3, help);
	if (!cli.done && argc - first != 1)
		cli_usage_error(&cli, "register takes one register file");
	else if (!cli.done && !revocation.serial != !revocation.reason)
		cli_usage_error(&cli, "--revoke and --reason go together");
	if (cli.done)
		return cli.status;
	struct diag *d = diag_new(stderr);
	if (revocation.serial)
		job_revoke(argv[first], &revocation, d);
	else
		job_list_register(argv[first], d);
	cli_take_status(&cli, d);
	return cli.status;
}
