/* The commands, and the only exit status. */
#include <string.h>

#include "cli.h"

/* What the first argument may name; without a name it is the first. */
static const struct command {
	const char *name;
	int (*run)(int argc, char **argv);
} commands[] = {
    {"render", cli_render},   {"archive", cli_archive},
    {"extract", cli_extract}, {"verify", cli_verify},
    {"key", cli_key},         {"register", cli_register},
    {"stamp", cli_stamp},     {"merge-manifest", cli_merge_manifest},
};

int main(int argc, char **argv)
{
	for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
		if (strcmp(argv[1], commands[i].name) == 0)
			return commands[i].run(argc - 1, argv + 1);
	return commands[0].run(argc, argv);
}
