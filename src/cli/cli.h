/* The command line: what may be asked for, and the exit status. A command is a row of the table in main.c; its file
 * here reads its options and calls one function of job/. */
#ifndef CBUA_CLI_H
#define CBUA_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "base.h"

#ifndef CBUA_VERSION
#define CBUA_VERSION "0.1.0"
#endif

enum { STATUS_USAGE = 2 };

/* A command line while it is read. */
struct cli {
	const char *command; /* "cbua-pdf verify" */
	bool done;           /* --help, or a wrong option: nothing is left to do */
	int status;
};

/* An option of a small command: one that has a value sets *value, another *flag. */
struct cli_option {
	const char *name;
	char letter; /* 0: none */
	const char **value;
	bool *flag;
};

/* What is wrong with the command line, to stderr; then nothing is left to do. */
void cli_usage_error(struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Reads the options [count]; argv is put in order, and the number of the first argument that is no option is returned.
 * --help prints help. */
int cli_read(struct cli *cli, int argc, char **argv, const struct cli_option *options, size_t count, const char *help);

/* Frees d, whose messages make the exit status. */
void cli_take_status(struct cli *cli, struct diag *d);

/* The commands: argv[0] is the command's own name. Each returns the exit status. */
int cli_render(int argc, char **argv);
int cli_archive(int argc, char **argv);
int cli_extract(int argc, char **argv);
int cli_verify(int argc, char **argv);
int cli_key(int argc, char **argv);
int cli_register(int argc, char **argv);
int cli_stamp(int argc, char **argv);
int cli_merge_manifest(int argc, char **argv);
int cli_templates(int argc, char **argv);
int cli_themes(int argc, char **argv);
int cli_new(int argc, char **argv);
int cli_import(int argc, char **argv);
int cli_describe(int argc, char **argv);

#endif
