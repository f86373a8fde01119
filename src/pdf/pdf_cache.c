/* Bytes that files made one after the other share. Keys are addresses of what lasts longer than the cache. */
#include <stdlib.h>

#include "pdf_state.h"

struct pdf_cache_entry {
	const void *key;
	struct buffer bytes;
};

struct pdf_cache {
	struct pdf_cache_entry **entry; /* [count] */
	size_t count, capacity;
};

/* A batch of certificates has a handful; more would be searched too slowly. */
enum { ENTRIES_AT_MOST = 64 };

struct pdf_cache *pdf_cache_new(void)
{
	return xcalloc(1, sizeof(struct pdf_cache));
}

void pdf_cache_free(struct pdf_cache *cache)
{
	if (!cache)
		return;
	for (size_t i = 0; i < cache->count; i++) {
		buffer_free(&cache->entry[i]->bytes);
		free(cache->entry[i]);
	}
	free(cache->entry);
	free(cache);
}

struct buffer *pdf_cache_bytes(struct pdf_cache *cache, const void *key)
{
	if (!cache)
		return NULL;
	for (size_t i = 0; i < cache->count; i++)
		if (cache->entry[i]->key == key)
			return &cache->entry[i]->bytes;
	if (cache->count == ENTRIES_AT_MOST)
		return NULL;
	ARRAY_RESERVE(cache->entry, cache->count, cache->capacity);
	struct pdf_cache_entry *made = xcalloc(1, sizeof *made);
	made->key = key;
	cache->entry[cache->count++] = made;
	return &made->bytes;
}
