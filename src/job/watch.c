/* --watch: a document made again whenever a file that it was made from has changed. Each time in a process of its own,
 * so that whatever happens to one, the next begins afresh. Files are looked at, not listened to: some hundred calls of
 * stat are nothing, and work on every file system. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

enum { PAUSE_MS = 200 };

/* What stat says of a file; all zero when it is not there. */
struct stamp {
	struct timespec changed;
	off_t size;
	ino_t number;
};

struct watched {
	char *path;
	struct stamp stamp;
};

struct watch {
	const struct job_options *options;
	bool check;           /* only say what is wrong */
	sigset_t signals;     /* blocked, and waited for: SIGCHLD and those that end us */
	struct watched *file; /* [count] */
	size_t count, capacity;
};

static struct stamp stamp_of(const char *path)
{
	struct stat found;
	if (stat(path, &found) != 0)
		return (struct stamp){0};
	return (struct stamp){found.st_mtim, found.st_size, found.st_ino};
}

static bool is_same(struct stamp a, struct stamp b)
{
	return a.changed.tv_sec == b.changed.tv_sec && a.changed.tv_nsec == b.changed.tv_nsec && a.size == b.size &&
	       a.number == b.number;
}

static bool is_later(struct timespec a, struct timespec b)
{
	return a.tv_sec > b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec > b.tv_nsec);
}

static bool is_output(const struct watch *w, const char *path)
{
	struct stat a, b;
	return !w->check && stat(path, &a) == 0 && stat(w->options->output, &b) == 0 && a.st_dev == b.st_dev &&
	       a.st_ino == b.st_ino;
}

/* ---- which files ---- */

static const struct watched *find(const struct watched *file, size_t count, const char *path)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(file[i].path, path) == 0)
			return &file[i];
	return NULL;
}

static void add(struct watch *w, const char *path, struct stamp stamp)
{
	if (is_output(w, path) || find(w->file, w->count, path))
		return;
	ARRAY_RESERVE(w->file, w->count, w->capacity);
	size_t size = strlen(path) + 1;
	w->file[w->count++] = (struct watched){memcpy(xmalloc(size), path, size), stamp};
}

/* A file that was known keeps what was seen before the run, and one that was saved since the run began counts as
 * changed: the run may not have seen it as it is now. */
static void add_used(struct watch *w, const char *path, const struct watched *before, struct timespec started)
{
	struct stamp stamp = before ? before->stamp : stamp_of(path);
	if (!before && is_later(stamp.changed, started))
		stamp = (struct stamp){0};
	add(w, path, stamp);
}

/* The list of the run that began at started, and what the command line names, there or not (a mere name of a template
 * is no file, and does no harm). After a run that failed the files of the one before stay: it may have read less. */
static void take_list(struct watch *w, FILE *list, bool failed, struct timespec started)
{
	const char *const named[] = {w->options->input, w->options->template_name, w->options->theme};
	struct watched *known = w->file;
	size_t known_count = w->count, room = 0;
	char *line = NULL;
	w->file = NULL;
	w->count = w->capacity = 0;
	rewind(list);
	for (ssize_t size; (size = getline(&line, &room, list)) > 0;) {
		line[size - 1] = '\0';
		add_used(w, line, find(known, known_count, line), started);
	}
	free(line);
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (named[i])
			add_used(w, named[i], find(known, known_count, named[i]), started);
	for (size_t i = 0; i < known_count; i++) {
		if (failed)
			add(w, known[i].path, known[i].stamp);
		free(known[i].path);
	}
	free(known);
}

/* True when a file is not as it was; then all are as they are now. */
static bool take_changes(struct watch *w)
{
	bool changed = false;
	for (size_t i = 0; i < w->count; i++) {
		struct stamp now = stamp_of(w->file[i].path);
		changed = changed || !is_same(now, w->file[i].stamp);
		w->file[i].stamp = now;
	}
	return changed;
}

/* ---- runs ---- */

static int run(const struct watch *w, FILE *list)
{
	struct job_options options = *w->options;
	options.files_read = list;
	struct diag *d = diag_new(stderr);
	if (options.quiet)
		diag_only_errors(d);
	if (w->check)
		job_check(&options, d);
	else
		job_render(&options, d);
	int status = diag_status(d);
	diag_free(d);
	return status;
}

static pid_t start(const struct watch *w, FILE *list)
{
	fflush(NULL);
	pid_t child = fork();
	if (child != 0)
		return child;
	signal(SIGINT, SIG_DFL);
	sigprocmask(SIG_UNBLOCK, &w->signals, NULL);
	int status = run(w, list);
	fflush(NULL);
	_exit(status);
}

/* False when we are to end; then the child has ended, too. */
static bool wait_for(const struct watch *w, pid_t child, int *status)
{
	for (;;) {
		bool ends = sigwaitinfo(&w->signals, NULL) != SIGCHLD;
		if (ends)
			kill(child, SIGTERM);
		if (waitpid(child, status, ends ? 0 : WNOHANG) == child)
			return !ends;
	}
}

static void say(const struct watch *w, bool good, bool written, double ms)
{
	time_t now = time(NULL);
	struct tm broken;
	char clock[16];
	strftime(clock, sizeof clock, "%H:%M:%S", localtime_r(&now, &broken));
	fprintf(stderr, "cbua-pdf: %s ", clock);
	if (w->check)
		fprintf(stderr, "checked, %s", good ? "nothing is wrong" : "something is wrong");
	else if (written)
		fprintf(stderr, "written in %.0f ms%s", ms, good ? "" : ", something is wrong");
	else
		fprintf(stderr, "not written");
	fprintf(stderr, "; waiting for changes (Ctrl-C ends)\n");
}

/* False when we are to end. */
static bool run_once(struct watch *w, struct diag *d)
{
	FILE *list = tmpfile();
	struct timespec started, ended;
	clock_gettime(CLOCK_REALTIME, &started);
	struct stamp before = w->check ? (struct stamp){0} : stamp_of(w->options->output);
	pid_t child = list ? start(w, list) : -1;
	int status = 0;
	bool goes_on = child > 0 && wait_for(w, child, &status);
	clock_gettime(CLOCK_REALTIME, &ended);
	bool good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
	if (child < 0)
		diag_system(d, (struct loc){0}, "cannot watch: %s", strerror(errno));
	if (goes_on) {
		take_list(w, list, !good, started);
		say(w, good, !w->check && !is_same(before, stamp_of(w->options->output)),
		    (double)(ended.tv_sec - started.tv_sec) * 1e3 + (double)(ended.tv_nsec - started.tv_nsec) / 1e6);
	}
	if (list)
		fclose(list);
	return goes_on;
}

/* False when we are to end. */
static bool pause_briefly(const struct watch *w)
{
	struct timespec pause = {.tv_nsec = PAUSE_MS * 1000000L};
	int got = sigtimedwait(&w->signals, NULL, &pause);
	return got < 0 || got == SIGCHLD;
}

/* Until a file has changed, and then no more for a while: it may be in the middle of being saved. False when we are to
 * end. */
static bool wait_for_changes(struct watch *w)
{
	for (bool changed = false;;) {
		if (!pause_briefly(w))
			return false;
		bool again = take_changes(w);
		if (changed && !again)
			return true;
		changed = changed || again;
	}
}

void job_watch(const struct job_options *options, bool check, struct diag *d)
{
	static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
	struct watch w = {.options = options, .check = check};
	sigset_t before;
	sigemptyset(&w.signals);
	sigaddset(&w.signals, SIGCHLD);
	for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
		sigaddset(&w.signals, ending[i]);
	sigprocmask(SIG_BLOCK, &w.signals, &before);
	while (run_once(&w, d) && wait_for_changes(&w)) {
	}
	for (size_t i = 0; i < w.count; i++)
		free(w.file[i].path);
	free(w.file);
	sigprocmask(SIG_SETMASK, &before, NULL);
}
