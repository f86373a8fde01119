/* --each: a PDF for every page sequence (a record), made by several processes, put in place in order by one.
 * Shared by the files each*.c. */
#ifndef CBUA_JOB_EACH_H
#define CBUA_JOB_EACH_H

#include <stdatomic.h>
#include <stdint.h>

#include "internal.h"

/* How many records a worker takes at a time. */
enum { EACH_CHUNK = 128 };

/* What became of a record. */
enum outcome_kind {
	OUTCOME_MADE,  /* stands in temporary, to be renamed to file */
	OUTCOME_KEPT,  /* file is there already, from a former run over the same data */
	OUTCOME_FAILED /* messages say why */
};

struct outcome_message {
	enum severity severity;
	const char *line;
};

struct outcome {
	enum outcome_kind kind;
	uint64_t n; /* of the record, from 1; 0: the messages are about none */
	uint64_t pages;
	const char *id;                  /* of the page sequence; "" for none */
	const char *file;                /* name in the folder; "" when it could not be told */
	const char *temporary;           /* name in the folder; "" when nothing was written */
	const char *sha256;              /* of the file, in hexadecimal digits */
	const char *digest;              /* of all that the file is made from */
	struct outcome_message *message; /* [count] */
	size_t message_count;
};

/* Where the files go. */
struct each_folder {
	char *path;          /* the pattern's folder */
	const char *pattern; /* of the names in it */
	char *manifest;      /* path of the manifest */
};

/* A line of a manifest. */
struct manifest_entry {
	uint64_t n, pages;
	const char *file, *sha256, *digest;
};
struct manifest {
	struct arena *memory;
	struct manifest_entry *entry; /* [count]; by n */
	size_t count, capacity;
};

/* What all processes see. */
struct each_shared {
	atomic_size_t next_chunk;
	atomic_bool stop; /* the system failed: no more records */
};

/* A run of --each. */
struct each {
	const struct job_options *options;
	struct source source;
	struct each_folder folder;
	struct manifest former; /* with --resume, else empty */
	struct each_shared *shared;
	bool windowed;           /* the template makes a chunk of records at a time */
	const char *base_digest; /* of what all records share beside the document */
	struct arena *memory;
};

/* each_name.c: a record's file name by the pattern, safe in any folder; NULL with *why when the record lacks what the
 * pattern wants. */
const char *name_of_record(const char *pattern, const char *id, const char *title, uint64_t n, struct arena *a,
                           const char **why);

/* each_manifest.c */
void manifest_read(struct manifest *m, const char *path);
const struct manifest_entry *manifest_lookup(const struct manifest *m, uint64_t n);
void manifest_put_line(const struct outcome *outcome, struct buffer *out);
/* A field of one line; 0 or NULL when it has none. */
uint64_t manifest_number(const char *line, const char *name);
const char *manifest_string(const char *line, const char *name, struct arena *a);
void manifest_free(struct manifest *m);

/* each_record.c: page sequences, a chunk at a time. */
struct record {
	xmlNode *sequence; /* fo:page-sequence, in no tree */
};
struct records {
	struct each *each;
	struct arena *memory;
	xmlNode *root;         /* fo:root without page sequences */
	struct record *record; /* [count] */
	size_t count, capacity;
	size_t begin, end;       /* of the chunk in record */
	uint64_t first;          /* number of record[begin] */
	uint64_t total;          /* records in all chunks */
	const char *head_digest; /* of what the sequences share */
};
void records_open(struct records *r, struct each *each);
/* A chunk of all sequences; or the template is run for it. False after reporting. */
bool records_load(struct records *r, size_t chunk);
void records_close(struct records *r);
/* Makes record i of the chunk and tells what became of it; all in a. */
struct outcome record_make(struct records *r, size_t i, struct engine *engine, struct arena *a);
void outcome_take_messages(struct outcome *o, const struct diag *d, struct arena *a);

/* each_wire.c: outcomes through a pipe. */
enum frame_kind { FRAME_CHUNK, FRAME_OUTCOME, FRAME_CHUNK_END };
struct frame {
	enum frame_kind kind;
	uint64_t chunk, total;  /* CHUNK, CHUNK_END */
	struct outcome outcome; /* OUTCOME */
};
bool frame_write(int fd, const struct frame *frame);
/* The next whole frame at *at of bytes; false when there is none yet. Texts live in a. */
bool frame_take(const struct buffer *bytes, size_t *at, struct frame *frame, struct arena *a);

/* each_worker.c: what a worker process does until no chunk is left. */
void worker_run(struct each *each, int fd);

/* each_commit.c: outcomes in order: names that differ, files in place, lines in the manifest, messages. */
struct commit;
struct commit *commit_open(struct each *each, struct diag *d);
void commit_outcome(struct commit *c, const struct outcome *outcome);
/* Puts in place what has been collected. */
void commit_flush(struct commit *c);
void commit_close(struct commit *c);
/* Made, kept and failed so far. */
struct commit_count {
	uint64_t made, kept, failed;
};
struct commit_count commit_count(const struct commit *c);

/* each_pool.c: forks workers and hands what they say to the commit, in the order of chunks. */
void pool_run(struct each *each, int workers, struct commit *commit, struct diag *d);

/* each_progress.c: one line on a terminal. */
struct progress {
	bool shown, wanted;
	double started, last; /* ms */
};
void progress_start(struct progress *p, bool wanted);
void progress_show(struct progress *p, uint64_t done, uint64_t total);
void progress_clear(struct progress *p);
void progress_summarise(struct progress *p, struct commit_count count);

#endif
