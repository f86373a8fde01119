/* A worker process: takes a chunk of records, makes them, tells what became of each, until no chunk is left. Has diag
 * and fonts of its own; writes temporary files only. */
#include <malloc.h>
#include <string.h>

#include "each.h"

/* A record takes and gives back some megabytes: without this they would go to the system and be asked for again, which
 * costs more than filling them. */
static void keep_memory(void)
{
	mallopt(M_TRIM_THRESHOLD, 64 << 20);
	mallopt(M_MMAP_THRESHOLD, 64 << 20);
}

struct worker {
	struct each *each;
	struct records records;
	struct engine *engine;
	int fd;
	bool lost; /* nobody listens */
};

static void tell(struct worker *w, const struct frame *frame)
{
	w->lost = w->lost || !frame_write(w->fd, frame);
}

/* A fault that is not a record's. */
static void tell_messages(struct worker *w)
{
	struct arena *a = arena_new();
	struct frame frame = {.kind = FRAME_OUTCOME, .outcome = {OUTCOME_FAILED, 0, 0, "", "", "", "", "", NULL, 0}};
	outcome_take_messages(&frame.outcome, w->each->source.d, a);
	if (frame.outcome.message_count)
		tell(w, &frame);
	arena_free(a);
}

static bool is_in_shard(const struct job_options *options, uint64_t n)
{
	return !options->shards || (n - 1) % (uint64_t)options->shards == (uint64_t)options->shard - 1;
}

static void make_record(struct worker *w, size_t i)
{
	struct arena *a = arena_new();
	struct frame frame = {.kind = FRAME_OUTCOME, .outcome = record_make(&w->records, i, w->engine, a)};
	tell(w, &frame);
	if (diag_status(w->each->source.d) == 3)
		atomic_store(&w->each->shared->stop, true);
	else if (diag_errors(w->each->source.d) && !engine_renew(w->engine))
		w->lost = true;
	arena_free(a);
}

static void make_chunk(struct worker *w, size_t chunk)
{
	const struct job_options *options = w->each->options;
	diag_clear(w->each->source.d);
	bool ok = records_load(&w->records, chunk);
	tell(w, &(struct frame){.kind = FRAME_CHUNK, .chunk = chunk, .total = w->records.total});
	tell_messages(w);
	if (!ok)
		atomic_store(&w->each->shared->stop, true);
	for (size_t i = 0; ok && i < w->records.end - w->records.begin; i++) {
		if (w->lost || atomic_load(&w->each->shared->stop))
			return;
		if (is_in_shard(options, w->records.first + i))
			make_record(w, i);
	}
	tell(w, &(struct frame){.kind = FRAME_CHUNK_END, .chunk = chunk, .total = w->records.total});
}

void worker_run(struct each *each, int fd)
{
	struct worker w = {.each = each, .fd = fd};
	keep_memory();
	each->source.d = diag_new(NULL);
	w.engine = engine_open(&each->source);
	if (!w.engine) {
		tell_messages(&w);
		atomic_store(&each->shared->stop, true);
		return;
	}
	records_open(&w.records, each);
	while (!w.lost && !atomic_load(&each->shared->stop)) {
		size_t chunk = atomic_fetch_add(&each->shared->next_chunk, 1);
		if (chunk > 0 && w.records.total && (uint64_t)chunk * EACH_CHUNK >= w.records.total)
			break;
		make_chunk(&w, chunk);
		if (w.records.total <= (uint64_t)chunk * EACH_CHUNK)
			break;
	}
	records_close(&w.records);
	engine_close(w.engine);
	diag_free(each->source.d);
}
