/* What inline-level layout remembers for the whole document: a map from one or two pointers to what was made of them.
 */
#include "inline_state.h"

struct inline_state *inline_state_of(struct layout *l)
{
	if (!l->inlines) {
		l->inlines = arena_alloc(l->memory, sizeof *l->inlines);
		l->inlines->node_limit = l->tree->node_count;
		l->inlines->dependence = arena_array(l->memory, l->tree->node_count, sizeof *l->inlines->dependence);
	}
	return l->inlines;
}

static size_t slot_of(const struct inline_map *m, const void *first, const void *second)
{
	uint64_t hash = (uint64_t)(uintptr_t)first * 0x9e3779b97f4a7c15u;
	hash ^= ((uint64_t)(uintptr_t)second + 0x7f4a7c15u) * 0xc2b2ae3d27d4eb4fu;
	hash ^= hash >> 32;
	return (size_t)hash & (m->capacity - 1);
}

static struct inline_map_entry *find(const struct inline_map *m, const void *first, const void *second)
{
	for (size_t i = slot_of(m, first, second);; i = (i + 1) & (m->capacity - 1)) {
		struct inline_map_entry *e = &m->entry[i];
		if (!e->used || (e->first == first && e->second == second))
			return e;
	}
}

static void map_grow(struct inline_map *m, struct arena *a)
{
	struct inline_map old = *m;
	m->capacity = old.capacity ? old.capacity * 2 : 64;
	m->entry = arena_array(a, m->capacity, sizeof *m->entry);
	for (size_t i = 0; i < old.capacity; i++)
		if (old.entry[i].used)
			*find(m, old.entry[i].first, old.entry[i].second) = old.entry[i];
}

struct inline_map_entry *inline_map_at(struct inline_map *m, struct arena *a, const void *first, const void *second)
{
	if (m->count * 2 >= m->capacity)
		map_grow(m, a);
	struct inline_map_entry *e = find(m, first, second);
	if (!e->used) {
		*e = (struct inline_map_entry){.used = true, .first = first, .second = second};
		m->count++;
	}
	return e;
}
