/* Checks for unit tests: a table of cases, a name each, what we got and what we want. main returns check_failed. */
#ifndef CBUA_CHECK_H
#define CBUA_CHECK_H

#include <stdio.h>
#include <string.h>

static int check_failed; /* 1 after the first failure: the exit status */

static inline void check_int(const char *name, long long got, long long want)
{
	if (got == want)
		return;
	fprintf(stderr, "FAIL %s: got %lld, want %lld\n", name, got, want);
	check_failed = 1;
}

static inline void check_str(const char *name, const char *got, const char *want)
{
	if (got && want && strcmp(got, want) == 0)
		return;
	fprintf(stderr, "FAIL %s:\n  got  '%s'\n  want '%s'\n", name, got ? got : "(null)", want ? want : "(null)");
	check_failed = 1;
}

static inline void check_true(const char *name, int condition)
{
	check_int(name, condition != 0, 1);
}

#endif
