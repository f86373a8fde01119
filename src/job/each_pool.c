/* Worker processes: a crash in one of them costs its chunk, not the run. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "each.h"

/* What is known of a chunk until it is its turn. */
struct chunk {
	struct arena *memory;
	struct outcome *outcome; /* [count] */
	size_t count, capacity;
	size_t committed;
	bool ended;
};

struct worker_process {
	pid_t pid;
	int fd;              /* -1: it has ended */
	struct buffer bytes; /* not yet understood */
	size_t chunk;        /* that it is at */
	bool in_chunk;
};

struct pool {
	struct each *each;
	struct commit *commit;
	struct diag *d;
	struct worker_process *worker; /* [workers] */
	int workers;
	struct chunk *chunk; /* [chunks]; those not heard of are empty */
	size_t chunks, chunk_capacity;
	size_t next; /* to commit */
	uint64_t total, done;
	struct arena *scratch; /* for what no chunk says */
	struct progress progress;
};

static struct chunk *chunk_at(struct pool *p, size_t i)
{
	while (p->chunks <= i) {
		ARRAY_RESERVE(p->chunk, p->chunks, p->chunk_capacity);
		p->chunk[p->chunks++] = (struct chunk){0};
	}
	return &p->chunk[i];
}

static void commit_chunk(struct pool *p, struct chunk *chunk)
{
	for (; chunk->committed < chunk->count; chunk->committed++) {
		if (chunk->outcome[chunk->committed].message_count)
			progress_clear(&p->progress);
		commit_outcome(p->commit, &chunk->outcome[chunk->committed]);
	}
}

static void free_chunk(struct chunk *chunk)
{
	if (chunk->memory)
		arena_free(chunk->memory);
	chunk->memory = NULL;
	chunk->outcome = NULL;
	chunk->count = chunk->committed = 0;
}

static void commit_ready(struct pool *p)
{
	while (p->next < p->chunks) {
		struct chunk *chunk = &p->chunk[p->next];
		commit_chunk(p, chunk);
		if (!chunk->ended)
			return;
		free_chunk(chunk);
		p->next++;
	}
}

static void take_outcome(struct pool *p, struct worker_process *w, const struct outcome *outcome)
{
	if (!w->in_chunk) {
		commit_outcome(p->commit, outcome);
		return;
	}
	struct chunk *chunk = chunk_at(p, w->chunk);
	if (chunk->count == chunk->capacity || !chunk->outcome) {
		chunk->capacity = chunk->count ? chunk->count * 2 : EACH_CHUNK + 1;
		chunk->outcome =
		    arena_grow(chunk->memory, chunk->outcome, chunk->count, chunk->capacity, sizeof *chunk->outcome);
	}
	chunk->outcome[chunk->count++] = *outcome;
	p->done += outcome->n > 0;
}

static void take_frame(struct pool *p, struct worker_process *w, const struct frame *frame)
{
	if (frame->kind == FRAME_OUTCOME) {
		take_outcome(p, w, &frame->outcome);
		return;
	}
	struct chunk *chunk = chunk_at(p, (size_t)frame->chunk);
	w->chunk = (size_t)frame->chunk;
	w->in_chunk = frame->kind == FRAME_CHUNK;
	chunk->ended = !w->in_chunk;
	p->total = frame->total;
}

/* Outcomes are kept in the memory of the chunk that the worker is at. */
static struct arena *memory_of(struct pool *p, const struct worker_process *w)
{
	if (!w->in_chunk)
		return p->scratch;
	struct chunk *chunk = chunk_at(p, w->chunk);
	if (!chunk->memory)
		chunk->memory = arena_new();
	return chunk->memory;
}

static void take_frames(struct pool *p, struct worker_process *w)
{
	size_t at = 0;
	struct frame frame;
	while (frame_take(&w->bytes, &at, &frame, memory_of(p, w)))
		take_frame(p, w, &frame);
	memmove(w->bytes.data, w->bytes.data + at, w->bytes.size - at);
	w->bytes.size -= at;
	commit_ready(p);
}

static void report_death(struct pool *p, const struct worker_process *w, int status)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return;
	size_t first = w->chunk * EACH_CHUNK + 1;
	progress_clear(&p->progress);
	diag_system(p->d, (struct loc){0},
	            "a worker ended unexpectedly (%s %d): of the records %zu to %zu some were not made",
	            WIFSIGNALED(status) ? "signal" : "status", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status),
	            first, first + EACH_CHUNK - 1);
	chunk_at(p, w->chunk)->ended = true;
	commit_ready(p);
}

static void end_worker(struct pool *p, struct worker_process *w)
{
	int status = 0;
	close(w->fd);
	w->fd = -1;
	while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
		;
	report_death(p, w, status);
	buffer_free(&w->bytes);
}

static void read_worker(struct pool *p, struct worker_process *w)
{
	char bytes[65536];
	ssize_t size = read(w->fd, bytes, sizeof bytes);
	if (size > 0) {
		buffer_append(&w->bytes, bytes, (size_t)size);
		take_frames(p, w);
	} else if (size == 0 || errno != EINTR) {
		end_worker(p, w);
	}
}

/* The worker's process ends here, not in main: what main has yet to do is the other process's. */
static _Noreturn void be_worker(struct pool *p, int fd)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (int i = 0; i < p->workers; i++)
		if (p->worker[i].fd >= 0)
			close(p->worker[i].fd);
	worker_run(p->each, fd);
	_exit(0);
}

static bool start_worker(struct pool *p, struct worker_process *w)
{
	int ends[2];
	*w = (struct worker_process){.fd = -1};
	if (pipe(ends) != 0)
		return false;
	pid_t pid = fork();
	if (pid == 0) {
		close(ends[0]);
		be_worker(p, ends[1]);
	}
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return false;
	}
	w->pid = pid;
	w->fd = ends[0];
	return true;
}

static void start_workers(struct pool *p)
{
	int started = 0;
	for (int i = 0; i < p->workers; i++)
		p->worker[i].fd = -1;
	for (int i = 0; i < p->workers; i++)
		started += start_worker(p, &p->worker[i]);
	if (!started)
		diag_system(p->d, (struct loc){0}, "cannot start a worker: %s", strerror(errno));
}

static bool wait_for_workers(struct pool *p, struct pollfd *polls)
{
	nfds_t count = 0;
	for (int i = 0; i < p->workers; i++)
		if (p->worker[i].fd >= 0)
			polls[count++] = (struct pollfd){.fd = p->worker[i].fd, .events = POLLIN};
	if (count == 0)
		return false;
	(void)poll(polls, count, 200);
	for (nfds_t k = 0; k < count; k++)
		for (int i = 0; i < p->workers; i++)
			if (polls[k].revents && p->worker[i].fd == polls[k].fd)
				read_worker(p, &p->worker[i]);
	return true;
}

/* Chunks that a dead worker had taken and not spoken of are holes. */
static void commit_rest(struct pool *p)
{
	for (; p->next < p->chunks; p->next++) {
		commit_chunk(p, &p->chunk[p->next]);
		free_chunk(&p->chunk[p->next]);
	}
}

void pool_run(struct each *each, int workers, struct commit *commit, struct diag *d)
{
	struct pool p = {.each = each, .commit = commit, .d = d, .workers = workers, .scratch = arena_new()};
	p.worker = xrealloc(NULL, (size_t)workers, sizeof *p.worker);
	struct pollfd *polls = xrealloc(NULL, (size_t)workers, sizeof *polls);
	progress_start(&p.progress, !each->options->quiet);
	start_workers(&p);
	while (wait_for_workers(&p, polls))
		progress_show(&p.progress, p.done, each->options->shards ? 0 : p.total);
	commit_rest(&p);
	commit_flush(commit);
	progress_summarise(&p.progress, commit_count(commit));
	free(polls);
	free(p.worker);
	free(p.chunk);
	arena_free(p.scratch);
}
