/* What the commands share. */
#define _GNU_SOURCE
#include "cli.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRST_OPTION = 256 };

void cli_usage_error(struct cli *cli, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("cbua-pdf: error: ", stderr);
	vfprintf(stderr, format, args);
	fprintf(stderr, "; see %s --help\n", cli->command);
	va_end(args);
	cli->status = STATUS_USAGE;
	cli->done = true;
}

static void refuse(struct cli *cli, int option, char **argv)
{
	if (option == ':')
		cli_usage_error(cli, "'%s' needs a value", argv[optind - 1]);
	else if (optopt > 0 && optopt < FIRST_OPTION)
		cli_usage_error(cli, "there is no option '-%c'", optopt);
	else if (optopt)
		cli_usage_error(cli, "'%s' takes no value", argv[optind - 1]);
	else
		cli_usage_error(cli, "there is no option '%s'", argv[optind - 1]);
}

/* getopt's own form of the table: rows by number, letters, and --help as the last row. */
static struct option *long_options(const struct cli_option *options, size_t count, struct buffer *letters)
{
	struct option *rows = xcalloc(count + 2, sizeof *rows);
	buffer_puts(letters, ":");
	for (size_t i = 0; i < count; i++) {
		int argument = options[i].value ? required_argument : no_argument;
		rows[i] = (struct option){options[i].name, argument, NULL, FIRST_OPTION + (int)i};
		if (options[i].letter)
			buffer_printf(letters, "%c%s", options[i].letter, options[i].value ? ":" : "");
	}
	rows[count] = (struct option){"help", no_argument, NULL, FIRST_OPTION + (int)count};
	return rows;
}

/* The row of what getopt returned; count for --help, more for what is none. */
static size_t row_of(int option, const struct cli_option *options, size_t count)
{
	if (option >= FIRST_OPTION)
		return (size_t)(option - FIRST_OPTION);
	for (size_t i = 0; i < count; i++)
		if (options[i].letter == option)
			return i;
	return count + 1;
}

int cli_read(struct cli *cli, int argc, char **argv, const struct cli_option *options, size_t count, const char *help)
{
	struct buffer letters = {0};
	struct option *rows = long_options(options, count, &letters);
	opterr = 0;
	for (int option; !cli->done && (option = getopt_long(argc, argv, letters.data, rows, NULL)) != -1;) {
		size_t row = row_of(option, options, count);
		if (row > count) {
			refuse(cli, option, argv);
		} else if (row == count) {
			fputs(help, stdout);
			cli->done = true;
		} else if (options[row].value) {
			*options[row].value = optarg;
		} else {
			*options[row].flag = true;
		}
	}
	free(rows);
	buffer_free(&letters);
	return optind;
}

void cli_take_status(struct cli *cli, struct diag *d)
{
	cli->status = diag_status(d);
	diag_free(d);
}
