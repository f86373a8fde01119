/* How far it is: one line that is written over, on a terminal only; and one line at the end. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "each.h"

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void progress_start(struct progress *p, bool wanted)
{
	*p = (struct progress){.wanted = wanted, .started = now()};
}

void progress_show(struct progress *p, uint64_t done, uint64_t total)
{
	double at = now(), elapsed = at - p->started;
	if (!p->wanted || !isatty(STDERR_FILENO) || at - p->last < 100 || elapsed < 300)
		return;
	double rate = (double)done * 1e3 / elapsed;
	fprintf(stderr, "\r%llu", (unsigned long long)done);
	if (total)
		fprintf(stderr, " of %llu", (unsigned long long)total);
	fprintf(stderr, ", %.0f a second", rate);
	if (total > done && rate > 0)
		fprintf(stderr, ", %.0f s left", (double)(total - done) / rate);
	fputs("\033[K", stderr);
	p->last = at;
	p->shown = true;
}

void progress_clear(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}

void progress_summarise(struct progress *p, struct commit_count count)
{
	progress_clear(p);
	if (!p->wanted)
		return;
	fprintf(stderr, "cbua-pdf: %llu made", (unsigned long long)count.made);
	if (count.kept)
		fprintf(stderr, ", %llu kept", (unsigned long long)count.kept);
	if (count.failed)
		fprintf(stderr, ", %llu not made", (unsigned long long)count.failed);
	fprintf(stderr, ", in %.1f s\n", (now() - p->started) / 1e3);
}
