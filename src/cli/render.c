/* cbua-pdf [render]: the options of setting a document, once or for every record. */
#define _GNU_SOURCE
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base.h"
#include "cli.h"
#include "job.h"

enum {
	OPTION_THEME = 256,
	OPTION_FONT_DIR,
	OPTION_ALLOW,
	OPTION_PDF,
	OPTION_SOURCE,
	OPTION_NO_SOURCE,
	OPTION_SIGN,
	OPTION_SIGN_PASSWORD,
	OPTION_SIGN_REASON,
	OPTION_SIGN_PLACE,
	OPTION_SIGN_CONTACT,
	OPTION_SIGN_BOX,
	OPTION_STAMP_REQUEST,
	OPTION_KEY,
	OPTION_REGISTER,
	OPTION_NUP,
	OPTION_SHEET,
	OPTION_CROP_MARKS,
	OPTION_DUPLEX,
	OPTION_BOOKLET,
	OPTION_DUMP,
	OPTION_CHECK,
	OPTION_TIMINGS,
	OPTION_WATCH,
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
	bool check, watch;
	struct cli cli;
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
    {"source", no_argument, NULL, OPTION_SOURCE},
    {"no-source", no_argument, NULL, OPTION_NO_SOURCE},
    {"sign", required_argument, NULL, OPTION_SIGN},
    {"sign-password", required_argument, NULL, OPTION_SIGN_PASSWORD},
    {"sign-reason", required_argument, NULL, OPTION_SIGN_REASON},
    {"sign-place", required_argument, NULL, OPTION_SIGN_PLACE},
    {"sign-contact", required_argument, NULL, OPTION_SIGN_CONTACT},
    {"sign-box", required_argument, NULL, OPTION_SIGN_BOX},
    {"key", required_argument, NULL, OPTION_KEY},
    {"register", required_argument, NULL, OPTION_REGISTER},
    {"stamp-request", required_argument, NULL, OPTION_STAMP_REQUEST},
    {"nup", required_argument, NULL, OPTION_NUP},
    {"sheet", required_argument, NULL, OPTION_SHEET},
    {"crop-marks", no_argument, NULL, OPTION_CROP_MARKS},
    {"duplex", no_argument, NULL, OPTION_DUPLEX},
    {"booklet", no_argument, NULL, OPTION_BOOKLET},
    {"dump", required_argument, NULL, OPTION_DUMP},
    {"check", no_argument, NULL, OPTION_CHECK},
    {"timings", no_argument, NULL, OPTION_TIMINGS},
    {"watch", no_argument, NULL, OPTION_WATCH},
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

static const char help[] =
    "cbua-pdf [render] INPUT -o OUTPUT.pdf     conference data through a template, or XSL-FO 1.1\n"
    "  -o, --output FILE     where to write; - for standard output\n"
    "  -t, --template NAME   a template's name, or an XSLT file; --theme NAME: a theme's name, or a file\n"
    "  -l, --lang LIST       languages and their order: zh,ru\n"
    "  -p, --param N=V       a parameter of the template; may be repeated\n"
    "      --select XPATH    only these records of the input\n"
    "      --each            a file for every page sequence: -o 'certs/{id}.pdf'\n"
    "  -j, --jobs N, --resume, --shard K/N, --manifest FILE: for --each\n"
    "      --nup 2x5         pages side by side on a sheet; --sheet A3, --crop-marks, --duplex\n"
    "      --booklet         two pages side by side, in the order of a book that is folded and stitched\n"
    "      --pdf LEVEL       none, 1b, 2a 2b 2u, 3a 3b 3u; with ,ua1 PDF/UA-1 too\n"
    "      --source, --no-source: attach what the file is made from, or not\n"
    "      --sign KEY.p12    sign; --sign-password FILE, --sign-reason, --sign-place and\n"
    "                        --sign-contact TEXT, --sign-box PAGE,X,Y,W,H, --stamp-request FILE\n"
    "      --key FILE.key    sign the codes of certificates; --register FILE: give them serial numbers\n"
    "      --font-dir DIR    fonts beside the system's; may be repeated\n"
    "      --allow DIR       pictures and parts may be read from there too; may be repeated\n"
    "      --check           only say what is wrong with the input\n"
    "      --dump WHAT       fo: the XSL-FO; pages: every item and its place\n"
    "      --timings         how long each stage took\n"
    "      --watch           again whenever input, template, theme or pictures change\n"
    "  -q, --quiet           errors only\n"
    "See also: man cbua-pdf\n";

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
		cli_usage_error(&a->cli, "%s: expected %s, got '%s'", name, expected, value);
}

static void take_workers(struct arguments *a, const char *value)
{
	char *end;
	long workers = strtol(value, &end, 10);
	if (*end || end == value || workers < 1 || workers > 1024)
		cli_usage_error(&a->cli, "--jobs: expected 1 to 1024, got '%s'", value);
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
		cli_usage_error(&a->cli, "--shard: expected K/N such as 3/16, got '%s'", value);
		return;
	}
	a->job.shard = (int)shard;
	a->job.shards = (int)shards;
}

/* What is about signatures. */
static void take_signing_option(struct arguments *a, int option, const char *value)
{
	struct job_signing *signing = &a->job.signing;
	switch (option) {
	case OPTION_SIGN:
		signing->key_file = value;
		break;
	case OPTION_SIGN_PASSWORD:
		signing->password_file = value;
		break;
	case OPTION_SIGN_REASON:
		signing->reason = value;
		break;
	case OPTION_SIGN_PLACE:
		signing->place = value;
		break;
	case OPTION_SIGN_CONTACT:
		signing->contact = value;
		break;
	case OPTION_SIGN_BOX:
		take_checked(a, &signing->box, "--sign-box", value, job_signature_box_is_good(value),
		             "PAGE,LEFT,TOP,WIDTH,HEIGHT in points");
		break;
	case OPTION_STAMP_REQUEST:
		signing->stamp_request = value;
		break;
	}
}

/* What is about the archive. */
static void take_archive_option(struct arguments *a, int option, const char *value)
{
	switch (option) {
	case OPTION_PDF:
		take_checked(a, &a->job.pdf_level, "--pdf", value, job_level_is_known(value),
		             "none, 1b, 2a, 2b, 2u, 3a, 3b or 3u, and perhaps ,ua1");
		break;
	case OPTION_SOURCE:
		a->job.attach = ATTACH_ALWAYS;
		break;
	case OPTION_KEY:
		a->job.key_file = value;
		break;
	case OPTION_REGISTER:
		a->job.register_file = value;
		break;
	case OPTION_NO_SOURCE:
		a->job.attach = ATTACH_NEVER;
		break;
	}
}

/* What is about sheets. */
static void take_sheet_option(struct arguments *a, int option, const char *value)
{
	switch (option) {
	case OPTION_NUP:
		take_checked(a, &a->job.nup, "--nup", value, job_grid_is_good(value),
		             "columns and rows such as 2x5, up to 64, or none");
		break;
	case OPTION_SHEET:
		take_checked(a, &a->job.sheet, "--sheet", value, job_sheet_is_good(value), "A3, SRA3, ... or 320x450mm");
		break;
	case OPTION_CROP_MARKS:
		a->job.crop_marks = true;
		break;
	case OPTION_DUPLEX:
		a->job.duplex = true;
		break;
	case OPTION_BOOKLET:
		a->job.booklet = true;
		break;
	}
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
	case OPTION_WATCH:
		a->watch = true;
		break;
	case OPTION_HELP:
		fputs(help, stdout);
		a->cli.done = true;
		break;
	case OPTION_VERSION:
		puts("cbua-pdf " CBUA_VERSION);
		a->cli.done = true;
		break;
	default:
		take_archive_option(a, option, value);
		take_sheet_option(a, option, value);
		take_signing_option(a, option, value);
		take_batch_option(a, option, value);
		break;
	}
}

static void read_options(struct arguments *a, int argc, char **argv)
{
	opterr = 0;
	for (int option; !a->cli.done && (option = getopt_long(argc, argv, ":o:t:l:p:qj:", options, NULL)) != -1;) {
		if (option == ':')
			cli_usage_error(&a->cli, "'%s' needs a value", argv[optind - 1]);
		else if (option == '?' && optopt > 0 && optopt < 256)
			cli_usage_error(&a->cli, "there is no option '-%c'", optopt);
		else if (option == '?' && optopt)
			cli_usage_error(&a->cli, "'%s' takes no value", argv[optind - 1]);
		else if (option == '?')
			cli_usage_error(&a->cli, "there is no option '%s'", argv[optind - 1]);
		else
			take_option(a, option, optarg);
	}
}

static void read_names(struct arguments *a, int argc, char **argv)
{
	if (a->cli.done)
		return;
	if (optind == argc)
		cli_usage_error(&a->cli, "no input file");
	else if (argc - optind > 1)
		cli_usage_error(&a->cli, "one input file at a time, got '%s' and '%s'", argv[optind], argv[optind + 1]);
	else if (strcmp(argv[optind], "-") == 0)
		cli_usage_error(&a->cli, "the input must be a file: messages name its lines");
	else
		a->job.input = argv[optind];
}

static void settle_output(struct arguments *a)
{
	if (!a->cli.done && a->watch && a->job.each)
		cli_usage_error(&a->cli, "--watch and --each do not go together");
	if (a->cli.done || a->check)
		return;
	if (!a->job.output && a->job.dump && !a->job.each)
		a->job.output = "-";
	const char *why;
	if (!a->job.output)
		cli_usage_error(&a->cli, a->job.each ? "no output files: -o 'FOLDER/{id}.pdf'" : "no output file: -o FILE");
	else if (a->job.each && a->job.dump)
		cli_usage_error(&a->cli, "--each and --dump do not go together");
	else if (!a->job.each && (a->job.resume || a->job.shards || a->job.manifest || a->job.workers))
		cli_usage_error(&a->cli, "--resume, --shard, --manifest and --jobs are for --each");
	else if (a->job.each && !job_pattern_is_good(a->job.output, &why))
		cli_usage_error(&a->cli, "-o '%s' is no pattern for names: %s", a->job.output, why);
	else if (a->job.booklet && a->job.nup)
		cli_usage_error(&a->cli, "--booklet and --nup do not go together");
	else if (a->job.signing.stamp_request && (!a->job.signing.key_file || a->job.each))
		cli_usage_error(&a->cli, "--stamp-request is for one file that is signed: --sign KEY.p12");
	else if (a->watch && strcmp(a->job.output, "-") == 0)
		cli_usage_error(&a->cli, "--watch writes a file: -o FILE");
	else if (strcmp(a->job.output, "-") == 0 && !a->job.dump && isatty(STDOUT_FILENO))
		cli_usage_error(&a->cli, "a PDF file is not for a terminal: -o FILE");
}

static struct arguments read_arguments(int argc, char **argv)
{
	struct arguments a = {.cli = {.command = "cbua-pdf"}};
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

int cli_render(int argc, char **argv)
{
	struct arguments a = read_arguments(argc, argv);
	if (!a.cli.done) {
		struct diag *d = diag_new(stderr);
		if (a.job.quiet)
			diag_only_errors(d);
		if (a.watch)
			job_watch(&a.job, a.check, d);
		else if (a.check)
			job_check(&a.job, d);
		else if (a.job.each)
			job_each(&a.job, d);
		else
			job_render(&a.job, d);
		cli_take_status(&a.cli, d);
	}
	free(a.parameters);
	free(a.font_directories);
	free(a.allowed);
	return a.cli.status;
}
