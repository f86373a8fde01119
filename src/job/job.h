/* What a command does: each reads like a list of calls to the stages. */
#ifndef CBUA_JOB_H
#define CBUA_JOB_H

#include "base.h"

/* --sign. */
struct job_signing {
	const char *key_file;                 /* PKCS #12; NULL: not signed */
	const char *password_file;            /* NULL: CBUA_SIGN_PASSWORD of the environment, or none */
	const char *reason, *place, *contact; /* NULL: not said */
	const char *box;                      /* "PAGE,LEFT,TOP,WIDTH,HEIGHT" in points; NULL: nothing to be seen */
	const char *stamp_request;            /* where a request for a time stamp is written; NULL */
};

/* The command line, understood. Strings are argv's. */
struct job_options {
	const char *input;             /* "-" is not allowed: messages need a file */
	const char *output;            /* "-": standard output */
	const char *template_name;     /* a name under templates/ or a file; NULL: chosen by the input's root element */
	const char *languages;         /* "zh,ru,en"; NULL: the input's own order */
	const char *theme;             /* a name or a file; NULL: the template's default */
	const char *const *parameters; /* "name=value" */
	size_t parameter_count;
	const char *const *font_directories;
	size_t font_directory_count;
	const char *const *allowed_directories; /* --allow DIR: resources that may be read */
	size_t allowed_directory_count;
	const char *dump;                                            /* "fo", "pages", "areas" or NULL */
	const char *pdf_level;                                       /* --pdf; NULL: default */
	enum { ATTACH_DEFAULT, ATTACH_ALWAYS, ATTACH_NEVER } attach; /* the source; by default what a template was given */
	struct job_signing signing;
	const char *key_file;      /* signs certificates' statements, PEM; NULL: there are none */
	const char *register_file; /* of serial numbers; NULL: those of the data */
	/* Pages on sheets; NULL, false: as the template wants them. */
	const char *nup;         /* "2x5"; "none": single pages */
	const char *sheet;       /* "A3", "320x450mm" */
	bool crop_marks, duplex; /* marks where to cut; pages are fronts and backs */
	bool booklet;            /* pages of a book to be folded and stitched; not with nup */
	bool quiet;
	bool timings;
	FILE *files_read; /* gets the path of every file that was read or looked for in vain, a line each; NULL */

	const char *select; /* XPath: only these records of the input; NULL: all */
	/* A PDF for each page sequence: output is then a pattern with {id}, {n} or {title}. */
	bool each;
	int workers;          /* 0: as many as there are processors */
	bool resume;          /* what the manifest says is there already, and is, is not made again */
	const char *manifest; /* NULL: manifest.jsonl beside the files */
	int shard, shards;    /* part shard of shards, from 1; 0: the whole */
};

/* Reports into d; the caller makes the exit status of diag_status(d). */
void job_render(const struct job_options *options, struct diag *d);
/* A template that takes the parameters record-first and record-last and makes page sequences only for the records from
 * the one to the other, and gives fo:root the attribute c:records (how many there are in all), is run for some at a
 * time. */
void job_each(const struct job_options *options, struct diag *d);
void job_check(const struct job_options *options, struct diag *d);
/* One of these two, then again whenever a file that was read has changed, until SIGINT, SIGTERM or SIGHUP. Messages and
 * a line for each time go to stderr; d gets only what keeps it from watching. */
void job_watch(const struct job_options *options, bool check, struct diag *d);

/* The manifests of shards joined and put in order; reports records that are missing, failed or double. output may be
 * "-". */
void job_merge_manifest(const char *output, const char *const *inputs, size_t count, struct diag *d);

/* Is text something that --nup takes: 2x5 or none? And --sheet: A3 and the like, or 320x450mm? */
bool job_grid_is_good(const char *text);
bool job_sheet_is_good(const char *text);

/* Is text a place for a signature? */
bool job_signature_box_is_good(const char *text);

/* The time stamp authority's response put into the signature of file, written to output, which may be file. */
void job_stamp(const char *file, const char *response, const char *output, struct diag *d);

/* The attachments of a PDF, written below folder; the command line that makes the file again is printed. Without a
 * folder they are listed. */
void job_extract(const char *input, const char *folder, struct diag *d);

/* A bag (RFC 8493) of documents with what they are made from. */
struct job_archive {
	struct job_options options; /* of all documents; output is the bag's folder */
	const char *reports, *each; /* names of templates with commas between; NULL: none, but not both */
};
void job_archive(const struct job_archive *wanted, struct diag *d);

struct job_verification {
	const char *input;         /* a PDF, or a bag's folder; NULL: qr */
	const char *qr;            /* what a certificate's code says */
	const char *key_file;      /* public, PEM; NULL: none is known */
	const char *register_file; /* NULL */
};
/* What is good is printed, what is not is an error. */
void job_verify(const struct job_verification *wanted, struct diag *d);

/* day NULL: today. */
struct job_revocation {
	const char *serial, *reason, *day;
};
void job_revoke(const char *register_file, const struct job_revocation *revocation, struct diag *d);
void job_list_register(const char *register_file, struct diag *d);

/* What the program brings along, printed: templates with their parameters, themes with their files. */
void job_list_templates(struct diag *d);
void job_list_themes(struct diag *d);
/* A commented conference to begin with, written to path, where nothing may be yet. */
void job_new(const char *path, struct diag *d);

/* People of a list in CSV as two parts of a conference. Nothing is overwritten. */
struct job_import {
	const char *list;
	const char *output, *persons; /* where attendance and persons are written */
	const char *conference;       /* its institutions are looked up by their names; NULL: none are known */
	const char *role;             /* of those who have none; NULL: they are left out */
};
/* A row that has something that cannot be matched is an error, and left out. */
void job_import(const struct job_import *wanted, struct diag *d);

/* Is text a pattern for names of files that stays in its folder? If not, *why says what is wrong with it. */
bool job_pattern_is_good(const char *text, const char **why);

/* Is text something that --pdf takes: 1b, 2a, 2b, 2u, 3a, 3b, 3u or none, and after a comma ua1? */
bool job_level_is_known(const char *text);

/* Where the program's own data are (templates/, fonts/fonts.conf, input/): CBUA_DATA of the environment, or
 * ../share/cbua-pdf from the program, or the source tree that it was built from, or the folder it was to be installed
 * in. NULL after reporting. The caller frees. */
char *job_data_directory(struct diag *d);

/* The table of formatting objects and properties, to standard output. */
void job_describe(void);

#endif
