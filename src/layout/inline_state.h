/* What inline-level layout remembers for the whole document. */
#ifndef CBUA_INLINE_STATE_H
#define CBUA_INLINE_STATE_H

#include "internal.h"

struct inline_map_entry {
	bool used;
	const void *first, *second;
	const void *value; /* NULL: nothing made yet */
	bool done;         /* the value holds, also when it is NULL */
};

struct inline_map {
	struct inline_map_entry *entry;
	size_t count, capacity;
};

/* The entry for a pair of pointers, made when it is not there. Valid until the next call. */
struct inline_map_entry *inline_map_at(struct inline_map *m, struct arena *a, const void *first, const void *second);

struct inline_state {
	struct inline_map styles;       /* (fo_style, flags) to text_style */
	struct inline_map graphics;     /* node to graphic */
	struct inline_map first_lines;  /* block to its fo_first_line */
	struct inline_map aligned;      /* table cell to what stands before its column's string (string_align.c) */
	struct inline_map retrieved;    /* (marker, retrieving node) to the first copied child */
	struct inline_map rows;         /* first cell of a row without fo:table-row to its TR element */
	struct page_structure artifact; /* stands for no element */
	uint32_t element_count;         /* of the structure made so far */
	const struct text_style **interned;
	size_t interned_count, interned_capacity; /* open addressing, by contents */
	uint32_t node_limit; /* nodes from this number on are copies made by fo_retrieve: nothing is kept by their number */
	uint8_t *dependence; /* [node_limit]: of its content on the page (content.c); 0 not asked yet */
};

struct inline_state *inline_state_of(struct layout *l);

#endif
