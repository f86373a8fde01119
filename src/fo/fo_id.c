/* Ids of a document's objects: each is unique, references find them. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

struct id_set {
	const struct fo_node **slot;
	size_t slot_count, count;
};

struct id_set *id_set_new(void)
{
	struct id_set *ids = xcalloc(1, sizeof *ids);
	ids->slot_count = 256;
	ids->slot = xcalloc(ids->slot_count, sizeof *ids->slot);
	return ids;
}

void id_set_free(struct id_set *ids)
{
	free(ids->slot);
	free(ids);
}

static size_t hash(const char *text)
{
	uint64_t h = 1469598103934665603u;
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return (size_t)(h ^ h >> 32);
}

static const struct fo_node **slot_of(const struct id_set *ids, const char *id)
{
	size_t i = hash(id) % ids->slot_count;
	while (ids->slot[i] && strcmp(ids->slot[i]->id, id) != 0)
		i = (i + 1) % ids->slot_count;
	return &ids->slot[i];
}

static void grow(struct id_set *ids)
{
	struct id_set larger = {.slot_count = ids->slot_count * 2, .count = ids->count};
	larger.slot = xcalloc(larger.slot_count, sizeof *larger.slot);
	for (size_t i = 0; i < ids->slot_count; i++)
		if (ids->slot[i])
			*slot_of(&larger, ids->slot[i]->id) = ids->slot[i];
	free(ids->slot);
	*ids = larger;
}

const struct fo_node *id_lookup(const struct id_set *ids, const char *id)
{
	return *slot_of(ids, id);
}

const struct fo_node *id_add(struct id_set *ids, const struct fo_node *node)
{
	if (ids->count * 2 >= ids->slot_count)
		grow(ids);
	const struct fo_node **slot = slot_of(ids, node->id);
	if (*slot)
		return *slot;
	*slot = node;
	ids->count++;
	return NULL;
}
