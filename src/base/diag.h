/* Messages to the user: `file:line: error: what is wrong, got 'x'`. Collected, printed in order, counted. */
#ifndef CBUA_DIAG_H
#define CBUA_DIAG_H

#include <stdbool.h>
#include <stdio.h>

/* A place in the user's own input. file NULL: no place; line 0: the file as a whole. */
struct loc {
	const char *file;
	int line;
};

enum severity {
	SEVERITY_NOTE,    /* belongs to the message before it */
	SEVERITY_WARNING, /* the output is what was asked, but look at it */
	SEVERITY_ERROR,   /* bad input: exit status 1 */
	SEVERITY_SYSTEM   /* disk full, no font at all: exit status 3 */
};

struct diag;

/* Messages go to out as they come; with out NULL they are kept for diag_replay. Not shared between threads. */
struct diag *diag_new(FILE *out);
void diag_free(struct diag *d);

/* From now on warnings and notes are counted but not written to out. */
void diag_only_errors(struct diag *d);

/* A message that has come before with the same place and words is dropped. The text of loc is not kept. */
void diag_error(struct diag *d, struct loc loc, const char *format, ...) __attribute__((format(printf, 3, 4)));
void diag_warning(struct diag *d, struct loc loc, const char *format, ...) __attribute__((format(printf, 3, 4)));
void diag_note(struct diag *d, struct loc loc, const char *format, ...) __attribute__((format(printf, 3, 4)));
void diag_system(struct diag *d, struct loc loc, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* True the first time that key comes: for what is to be named once in a document. */
bool diag_first(struct diag *d, const char *key);

int diag_errors(const struct diag *d); /* errors and system errors so far */
int diag_warnings(const struct diag *d);
/* 0, 1 after an error, 3 after a system error. */
int diag_status(const struct diag *d);

/* Appends what from has collected to into, in order. */
void diag_replay(const struct diag *from, struct diag *into);

/* The messages so far, from 0, as printed; false past the last. The text is d's, until diag_clear. */
bool diag_message(const struct diag *d, size_t i, enum severity *severity, const char **line);
/* Adds a line that another diag has made. */
void diag_add(struct diag *d, enum severity severity, const char *line);
/* As new: nothing said, nothing counted, nothing seen. */
void diag_clear(struct diag *d);

#endif
