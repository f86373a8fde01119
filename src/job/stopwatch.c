/* --timings. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "internal.h"

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void stopwatch_start(struct stopwatch *watch)
{
	*watch = (struct stopwatch){0};
	watch->started = now();
}

void stopwatch_lap(struct stopwatch *watch, const char *stage)
{
	double at = now();
	size_t i = 0;
	while (i < watch->count && strcmp(watch->lap[i].stage, stage) != 0)
		i++;
	if (i < sizeof watch->lap / sizeof *watch->lap) {
		watch->count = i < watch->count ? watch->count : i + 1;
		watch->lap[i].stage = stage;
		watch->lap[i].ms += at - watch->started;
	}
	watch->started = at;
}

void stopwatch_print(const struct stopwatch *watch, size_t pages)
{
	double total = 0;
	for (size_t i = 0; i < watch->count; i++) {
		fprintf(stderr, "%-10s %9.1f ms\n", watch->lap[i].stage, watch->lap[i].ms);
		total += watch->lap[i].ms;
	}
	fprintf(stderr, "%-10s %9.1f ms", "total", total);
	if (pages)
		fprintf(stderr, ", %zu pages", pages);
	fputc('\n', stderr);
}
