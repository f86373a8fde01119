/* Memory: alignment, zeroes, going back to a mark. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "check.h"

static void check_allocation(struct arena *a)
{
	static const size_t sizes[] = {0, 1, 7, 16, 100, 65536, 200000, 3};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		char *p = arena_alloc(a, sizes[i]);
		check_int("aligned for any type", (long long)((uintptr_t)p % alignof(max_align_t)), 0);
		size_t zero = 0;
		while (zero < sizes[i] && p[zero] == 0)
			zero++;
		check_int("zeroed", (long long)zero, (long long)sizes[i]);
		memset(p, 0x55, sizes[i]);
	}
}

static void check_strings(struct arena *a)
{
	char *copy = arena_strndup(a, "Dalian 2024", 6);
	check_str("strndup", copy, "Dalian");
	check_str("strdup", arena_strdup(a, copy), "Dalian");
	check_str("printf", arena_printf(a, "%s %d", copy, 2024), "Dalian 2024");
	check_str("empty printf", arena_printf(a, "%s", ""), "");
	char longer[5000];
	memset(longer, 'x', sizeof longer - 1);
	longer[sizeof longer - 1] = '\0';
	check_str("long printf", arena_printf(a, "%s", longer), longer);
}

static void check_grow(struct arena *a)
{
	int *old = arena_array(a, 2, sizeof *old);
	old[0] = 1;
	old[1] = 2;
	int *larger = arena_grow(a, old, 2, 4, sizeof *larger);
	check_int("kept", larger[0] * 10 + larger[1], 12);
	check_int("new ones are zero", larger[2] + larger[3], 0);
	larger[0] = 9;
	check_int("the old array is untouched", old[0], 1);
	check_true("from nothing", arena_grow(a, NULL, 0, 4, sizeof *larger) != NULL);
}

static void check_marks(void)
{
	struct arena *a = arena_new();
	check_int("nothing held at first", (long long)arena_bytes(a), 0);
	struct arena_mark start = arena_mark(a);
	char *kept = arena_strdup(a, "kept");
	struct arena_mark mark = arena_mark(a);
	size_t bytes = arena_bytes(a);
	char *first = arena_alloc(a, 10);
	for (int i = 0; i < 10; i++)
		arena_alloc(a, 100000);
	arena_reset(a, mark);
	check_int("blocks given back", (long long)arena_bytes(a), (long long)bytes);
	check_str("what was there before stays", kept, "kept");
	check_true("the place is used again", arena_alloc(a, 10) == first);
	arena_reset(a, start);
	check_int("back to empty", (long long)arena_bytes(a), 0);
	arena_free(a);
	arena_free(NULL);
}

static void check_array_reserve(void)
{
	int *list = NULL;
	size_t count = 0, capacity = 0;
	for (int i = 0; i < 1000; i++) {
		ARRAY_RESERVE(list, count, capacity);
		list[count++] = i;
	}
	check_true("room for all", capacity >= 1000);
	check_int("first", list[0], 0);
	check_int("last", list[999], 999);
	free(list);
}

int main(void)
{
	struct arena *a = arena_new();
	check_allocation(a);
	check_strings(a);
	check_grow(a);
	arena_free(a);
	check_marks();
	check_array_reserve();
	return check_failed;
}
