/* The command line, and the only exit status. */
#define _GNU_SOURCE
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base.h"
#include "job.h"

#ifndef CBUA_VERSION
#define CBUA_VERSION "0.1.0"
#endif

enum { STATUS_USAGE = 2 };

enum {
	OPTION_THEME = 256,
	OPTION_FONT_DIR,
	OPTION_ALLOW,
	OPTION_PDF,
	OPTION_DUMP,
	OPTION_CHECK,
	OPTION_TIMINGS,
	OPTION_EACH,
	OPTION_SELECT,
	OPTION_RESUME,
	OPTION_MANIFEST,
	OPTION_SHARD,
	OPTION_HELP,
	OPTION_VERSION
};

/* The command line while it is read. The lists have room for every argument. */
struct arguments {
	struct job_options job;
	const char **parameters, **font_directories, **allowed;
	bool check;
	bool done; /* --help, --version: nothing is left to do */
	int status;
};

static const struct option options[] = {
    {"output", required_argument, NULL, 'o'},
    {"template", required_argument, NULL, 't'},
    {"lang", required_argument, NULL, 'l'},
    {"param", required_argument, NULL, 'p'},
    {"quiet", no_argument, NULL, 'q'},
    {"theme", required_argument, NULL, OPTION_THEME},
    {"font-dir", required_argument, NULL, OPTION_FONT_DIR},
    {"allow", required_argument, NULL, OPTION_ALLOW},
    {"pdf", required_argument, NULL, OPTION_PDF},
    {"dump", required_argument, NULL, OPTION_DUMP},
    {"check", no_argument, NULL, OPTION_CHECK},
    {"timings", no_argument, NULL, OPTION_TIMINGS},
    {"each", no_argument, NULL, OPTION_EACH},
    {"select", required_argument, NULL, OPTION_SELECT},
    {"jobs", required_argument, NULL, 'j'},
    {"resume", no_argument, NULL, OPTION_RESUME},
    {"manifest", required_argument, NULL, OPTION_MANIFEST},
    {"shard", required_argument, NULL, OPTION_SHARD},
    {"help", no_argument, NULL, OPTION_HELP},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

static const char help[] = "cbua-pdf INPUT.xml -o OUTPUT.pdf     conference data, through a template\n"
                           "cbua-pdf INPUT.fo -o OUTPUT.pdf      any XSL-FO 1.1 document\n"
                           "  -o, --output FILE     where to write; - for standard output\n"
                           "  -t, --template NAME   a template's name, or an XSLT file\n"
                           "  -l, --lang LIST       languages and their order: zh,ru\n"
                           "      --theme NAME      a theme's name, or a file\n"
                           "  -p, --param N=V       a parameter of the template; may be repeated\n"
                           "      --select XPATH    only these records of the input\n"
                           "      --each            a file for every page sequence: -o 'certs/{id}.pdf'\n"
                           "  -j, --jobs N, --resume, --shard K/N, --manifest FILE: for --each\n"
                           "      --pdf LEVEL       none, 1b, 2a 2b 2u, 3a 3b 3u; with ,ua1 PDF/UA-1 too\n"
                           "      --font-dir DIR    fonts beside the system's; may be repeated\n"
                           "      --allow DIR       pictures and parts may be read from there too\n"
                           "      --check           only say what is wrong with the input\n"
                           "      --dump WHAT       fo: the XSL-FO; pages: every item and its place\n"
                           "      --timings         how long each stage took\n"
                           "  -q, --quiet           errors only; --help, --version\n"
                           "Examples:\n"
                           "  cbua-pdf input/conference-2024.xml -o report.pdf --lang zh,ru\n"
                           "  cbua-pdf conference.xml -t certificate --each -o 'certs/{id}.pdf'\n"
                           "\n"
                           "Exit status: 0 fine, 1 something is wrong with the input, 2 with the command\n"
                           "line, 3 with the system. See also: man cbua-pdf\n";

__attribute__((format(printf, 2, 3))) static void usage_error(struct arguments *a, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("cbua-pdf: error: ", stderr);
	vfprintf(stderr, format, args);
	fputs("; see cbua-pdf --help\n", stderr);
	va_end(args);
	a->status = STATUS_USAGE;
	a->done = true;
}

/* "zh,ru-RU": letters, then more after hyphens, between commas. */
static bool is_language_list(const char *text)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	for (;;) {
		size_t size = strspn(text, letters);
		if (size < 2 || size > 8)
			return false;
		text += size;
		while (*text == '-') {
			size = strcspn(++text, "-,");
			if (size < 1 || size > 8 || strspn(text, letters) + strspn(text, "0123456789") < 1)
				return false;
			text += size;
		}
		if (!*text)
			return true;
		if (*text++ != ',')
			return false;
	}
}

static void take_checked(struct arguments *a, const char **field, const char *name, const char *value, bool ok,
                         const char *expected)
{
	*field = value;
	if (!ok)
		usage_error(a, "%s: expected %s, got '%s'", name, expected, value);
}

static void take_workers(struct arguments *a, const char *value)
{
	char *end;
	long workers = strtol(value, &end, 10);
	if (*end || end == value || workers < 1 || workers > 1024)
		usage_error(a, "--jobs: expected 1 to 1024, got '%s'", value);
	else
		a->job.workers = (int)workers;
}

/* "3/16" */
static void take_shard(struct arguments *a, const char *value)
{
	char *slash, *end = NULL;
	long shard = strtol(value, &slash, 10);
	long shards = *slash == '/' ? strtol(slash + 1, &end, 10) : 0;
	if (!end || *end || shard < 1 || shards < shard || shards > 1000000) {
		usage_error(a, "--shard: expected K/N such as 3/16, got '%s'", value);
		return;
	}
	a->job.shard = (int)shard;
	a->job.shards = (int)shards;
}

static void print_version(void)
{
	puts("cbua-pdf " CBUA_VERSION);
}

/* What is about --each. */
static void take_batch_option(struct arguments *a, int option, const char *value)
{
	struct job_options *job = &a->job;
	switch (option) {
	case OPTION_EACH:
		job->each = true;
		break;
	case OPTION_SELECT:
		job->select = value;
		break;
	case OPTION_RESUME:
		job->resume = true;
		break;
	case OPTION_MANIFEST:
		job->manifest = value;
		break;
	case 'j':
		take_workers(a, value);
		break;
	case OPTION_SHARD:
		take_shard(a, value);
		break;
	}
}

static void take_option(struct arguments *a, int option, const char *value)
{
	struct job_options *job = &a->job;
	switch (option) {
	case 'o':
		job->output = value;
		break;
	case 't':
		job->template_name = value;
		break;
	case 'l':
		take_checked(a, &job->languages, "--lang", value, is_language_list(value), "languages such as zh,ru,en");
		break;
	case 'p':
		take_checked(a, &a->parameters[job->parameter_count++], "--param", value, strchr(value, '=') && *value != '=',
		             "NAME=VALUE");
		break;
	case 'q':
		job->quiet = true;
		break;
	case OPTION_THEME:
		job->theme = value;
		break;
	case OPTION_FONT_DIR:
		a->font_directories[job->font_directory_count++] = value;
		break;
	case OPTION_ALLOW:
		a->allowed[job->allowed_directory_count++] = value;
		break;
	case OPTION_PDF:
		take_checked(a, &job->pdf_level, "--pdf", value, job_level_is_known(value),
		             "none, 1b, 2a, 2b, 2u, 3a, 3b or 3u, and perhaps ,ua1");
		break;
	case OPTION_DUMP:
		take_checked(a, &job->dump, "--dump", value, strcmp(value, "fo") == 0 || strcmp(value, "pages") == 0,
		             "fo or pages");
		break;
	case OPTION_CHECK:
		a->check = true;
		break;
	case OPTION_TIMINGS:
		job->timings = true;
		break;
	case OPTION_HELP:
		fputs(help, stdout);
		a->done = true;
		break;
	case OPTION_VERSION:
		print_version();
		a->done = true;
		break;
	default:
		take_batch_option(a, option, value);
		break;
	}
}

static void read_options(struct arguments *a, int argc, char **argv)
{
	opterr = 0;
	for (int option; !a->done && (option = getopt_long(argc, argv, ":o:t:l:p:qj:", options, NULL)) != -1;) {
		if (option == ':')
			usage_error(a, "'%s' needs a value", argv[optind - 1]);
		else if (option == '?' && optopt > 0 && optopt < 256)
			usage_error(a, "there is no option '-%c'", optopt);
		else if (option == '?' && optopt)
			usage_error(a, "'%s' takes no value", argv[optind - 1]);
		else if (option == '?')
			usage_error(a, "there is no option '%s'", argv[optind - 1]);
		else
			take_option(a, option, optarg);
	}
}

static void read_names(struct arguments *a, int argc, char **argv)
{
	if (a->done)
		return;
	if (optind == argc)
		usage_error(a, "no input file");
	else if (argc - optind > 1)
		usage_error(a, "one input file at a time, got '%s' and '%s'", argv[optind], argv[optind + 1]);
	else if (strcmp(argv[optind], "-") == 0)
		usage_error(a, "the input must be a file: messages name its lines");
	else
		a->job.input = argv[optind];
}

static void settle_output(struct arguments *a)
{
	if (a->done || a->check)
		return;
	if (!a->job.output && a->job.dump && !a->job.each)
		a->job.output = "-";
	const char *why;
	if (!a->job.output)
		usage_error(a, a->job.each ? "no output files: -o 'FOLDER/{id}.pdf'" : "no output file: -o FILE");
	else if (a->job.each && a->job.dump)
		usage_error(a, "--each and --dump do not go together");
	else if (!a->job.each && (a->job.resume || a->job.shards || a->job.manifest || a->job.workers))
		usage_error(a, "--resume, --shard, --manifest and --jobs are for --each");
	else if (a->job.each && !job_pattern_is_good(a->job.output, &why))
		usage_error(a, "-o '%s' is no pattern for names: %s", a->job.output, why);
	else if (strcmp(a->job.output, "-") == 0 && !a->job.dump && isatty(STDOUT_FILENO))
		usage_error(a, "a PDF file is not for a terminal: -o FILE");
}

static struct arguments read_arguments(int argc, char **argv)
{
	struct arguments a = {0};
	a.parameters = xrealloc(NULL, (size_t)argc, sizeof *a.parameters);
	a.font_directories = xrealloc(NULL, (size_t)argc, sizeof *a.font_directories);
	a.allowed = xrealloc(NULL, (size_t)argc, sizeof *a.allowed);
	read_options(&a, argc, argv);
	read_names(&a, argc, argv);
	settle_output(&a);
	a.job.parameters = a.parameters;
	a.job.font_directories = a.font_directories;
	a.job.allowed_directories = a.allowed;
	return a;
}

static int run_render(int argc, char **argv)
{
	struct arguments a = read_arguments(argc, argv);
	if (!a.done) {
		struct diag *d = diag_new(stderr);
		if (a.job.quiet)
			diag_only_errors(d);
		if (a.check)
			job_check(&a.job, d);
		else if (a.job.each)
			job_each(&a.job, d);
		else
			job_render(&a.job, d);
		a.status = diag_status(d);
		diag_free(d);
	}
	free(a.parameters);
	free(a.font_directories);
	free(a.allowed);
	return a.status;
}

/* merge-manifest -o OUTPUT MANIFEST... */
static int run_merge_manifest(int argc, char **argv)
{
	struct arguments a = {0};
	const char *output = NULL;
	opterr = 0;
	for (int option; !a.done && (option = getopt(argc, argv, ":o:")) != -1;) {
		if (option == 'o')
			output = optarg;
		else
			usage_error(&a, "merge-manifest -o OUTPUT MANIFEST...: got '%s'", argv[optind - 1]);
	}
	if (!a.done && (!output || optind == argc))
		usage_error(&a, "merge-manifest needs -o OUTPUT and the manifests to join");
	if (a.done)
		return a.status;
	struct diag *d = diag_new(stderr);
	job_merge_manifest(output, (const char *const *)argv + optind, (size_t)(argc - optind), d);
	int status = diag_status(d);
	diag_free(d);
	return status;
}

/* What the first argument may name; without a name it is the first. */
static const struct command {
	const char *name;
	int (*run)(int argc, char **argv);
} commands[] = {
    {"render", run_render},
    {"merge-manifest", run_merge_manifest},
};

int main(int argc, char **argv)
{
	for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
		if (strcmp(argv[1], commands[i].name) == 0)
			return commands[i].run(argc - 1, argv + 1);
	return commands[0].run(argc, argv);
}
