/* The table of ids, and the answers given to citations. */
#include "reference.h"

#include <stdlib.h>
#include <string.h>

#include "index.h"

struct reference {
	const char *id;
	const struct fo_node *object; /* that has it; NULL: none in the tree */
	bool placed;
	size_t first_page, last_page;
	const char *first_label;
	const char *last_label[CITE_ALL + 1]; /* by strategy */
};

/* An answer that content was built on. */
struct answer {
	const struct fo_node *sequence;
	const struct fo_node *list; /* fo:index-page-citation-list; NULL: of one reference */
	size_t reference;
	bool last;
	enum citation_strategy strategy; /* of the last page */
	const char *label;
};

struct reference_table {
	struct arena *memory;
	struct reference *item;
	size_t count, capacity;
	size_t *slot; /* index + 1 in item; open addressing */
	size_t slot_count;
	struct answer *answer;
	size_t answer_count, answer_capacity;
	size_t version;
};

struct reference_table *reference_table_new(struct arena *a)
{
	struct reference_table *t = xmalloc(sizeof *t);
	*t = (struct reference_table){.memory = a};
	return t;
}

void reference_table_free(struct reference_table *t)
{
	if (!t)
		return;
	free(t->item);
	free(t->slot);
	free(t->answer);
	free(t);
}

static size_t hash(const char *text)
{
	uint64_t h = 1469598103934665603u;
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return (size_t)h;
}

static size_t *slot_of(const struct reference_table *t, const char *id)
{
	size_t i = hash(id) % t->slot_count;
	while (t->slot[i] && strcmp(t->item[t->slot[i] - 1].id, id) != 0)
		i = (i + 1) % t->slot_count;
	return &t->slot[i];
}

static void grow_slots(struct reference_table *t)
{
	t->slot_count = t->slot_count ? t->slot_count * 2 : 256;
	t->slot = xrealloc(t->slot, t->slot_count, sizeof *t->slot);
	memset(t->slot, 0, t->slot_count * sizeof *t->slot);
	for (size_t i = 0; i < t->count; i++)
		*slot_of(t, t->item[i].id) = i + 1;
}

static size_t reference_of(struct reference_table *t, const char *id)
{
	if ((t->count + 1) * 2 > t->slot_count)
		grow_slots(t);
	size_t *slot = slot_of(t, id);
	if (!*slot) {
		ARRAY_RESERVE(t->item, t->count, t->capacity);
		t->item[t->count++] = (struct reference){.id = arena_strdup(t->memory, id)};
		*slot = t->count;
	}
	return *slot - 1;
}

/* Labels repeat: the same text is kept once per reference. */
static const char *keep(struct reference_table *t, const char *old, const char *label)
{
	return old && strcmp(old, label) == 0 ? old : arena_strdup(t->memory, label);
}

void reference_declare(struct reference_table *t, const struct fo_node *node)
{
	/* The array may move while the reference is made. */
	size_t index = reference_of(t, node->id);
	t->item[index].object = node;
}

const struct fo_node *reference_object(const struct reference_table *t, const char *id)
{
	size_t slot = t->slot_count ? *slot_of(t, id) : 0;
	return slot ? t->item[slot - 1].object : NULL;
}

bool reference_is_declared(const struct reference_table *t, const char *id)
{
	return reference_object(t, id) != NULL;
}

void reference_note(struct reference_table *t, const char *id, size_t page_index, const char *label)
{
	size_t index = reference_of(t, id);
	struct reference *r = &t->item[index];
	t->version += !r->placed || r->last_page != page_index;
	if (!r->placed) {
		r->first_page = page_index;
		r->first_label = keep(t, r->first_label, label);
	}
	r->placed = true;
	r->last_page = page_index;
	for (int strategy = CITE_NORMAL; strategy <= CITE_ALL; strategy++)
		r->last_label[strategy] = keep(t, r->last_label[strategy], label);
}

void reference_note_beyond(struct reference_table *t, const char *id, enum citation_strategy least, const char *label)
{
	struct reference *r = &t->item[reference_of(t, id)];
	if (!r->placed)
		return;
	for (int strategy = (int)least; strategy <= CITE_ALL; strategy++)
		r->last_label[strategy] = keep(t, r->last_label[strategy], label);
}

void reference_forget_sequence(struct reference_table *t, size_t first_page, size_t page_count,
                               const struct fo_node *sequence)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->item[i].placed && t->item[i].first_page >= first_page && t->item[i].first_page < first_page + page_count)
			t->item[i].placed = false;
	t->version++;
	size_t kept = 0;
	for (size_t i = 0; i < t->answer_count; i++)
		if (t->answer[i].sequence != sequence)
			t->answer[kept++] = t->answer[i];
	t->answer_count = kept;
}

static const char *answer_from(const struct reference *r, bool last, enum citation_strategy strategy)
{
	return last ? r->last_label[strategy] : r->first_label;
}

static bool answer_holds(struct layout *l, const struct answer *a)
{
	if (a->list)
		return strcmp(a->label, index_label(l, a->list)) == 0;
	const struct reference *r = &l->references->item[a->reference];
	return !r->placed || strcmp(a->label, answer_from(r, a->last, a->strategy)) == 0;
}

bool reference_is_stale(struct layout *l, const struct fo_node *sequence)
{
	const struct reference_table *t = l->references;
	for (size_t i = 0; i < t->answer_count; i++)
		if (t->answer[i].sequence == sequence && !answer_holds(l, &t->answer[i]))
			return true;
	return false;
}

bool reference_is_used(const struct reference_table *t, const struct fo_node *sequence)
{
	for (size_t i = 0; i < t->answer_count; i++)
		if (t->answer[i].sequence == sequence)
			return true;
	return false;
}

size_t reference_version(const struct reference_table *t)
{
	return t->version;
}

bool reference_pages(const struct reference_table *t, const char *id, size_t *first, size_t *last)
{
	if (t->slot_count == 0)
		return false;
	size_t slot = *slot_of(t, id);
	if (!slot || !t->item[slot - 1].placed)
		return false;
	*first = t->item[slot - 1].first_page;
	*last = t->item[slot - 1].last_page;
	return true;
}

static const struct fo_node *sequence_of(const struct fo_node *node)
{
	while (node->parent && node->kind != FO_PAGE_SEQUENCE)
		node = node->parent;
	return node;
}

/* A guess for a folio that is not known yet: most documents have pages of two digits. */
#define GUESS "00"

static void note_answer(struct reference_table *t, struct answer answer)
{
	ARRAY_RESERVE(t->answer, t->answer_count, t->answer_capacity);
	t->answer[t->answer_count++] = answer;
}

static const char *list_label(struct layout *l, const struct fo_node *list)
{
	const char *label = index_label(l, list);
	note_answer(l->references, (struct answer){.sequence = sequence_of(list), .list = list, .label = label});
	return label;
}

static enum citation_strategy strategy_of(const struct fo_node *citation)
{
	switch (fo_key(citation, PROP_PAGE_CITATION_STRATEGY)) {
	case KEY_NORMAL:
		return CITE_NORMAL;
	case KEY_NON_BLANK:
		return CITE_NON_BLANK;
	default:
		return CITE_ALL;
	}
}

const char *reference_label(struct layout *l, const struct fo_node *citation)
{
	if (citation->kind == FO_INDEX_PAGE_CITATION_LIST)
		return list_label(l, citation);
	struct reference_table *t = l->references;
	const char *id = fo_string(citation, PROP_REF_ID);
	bool last = citation->kind == FO_PAGE_NUMBER_CITATION_LAST;
	size_t index = reference_of(t, id);
	const struct reference *r = &t->item[index];
	if (!r->object) {
		diag_error(l->diag, citation->loc, "%s: no object has the id '%s'", fo_kind_name(citation->kind), id);
		return "";
	}
	enum citation_strategy strategy = strategy_of(citation);
	const char *label = !r->first_label ? GUESS : answer_from(r, last, strategy);
	note_answer(
	    t,
	    (struct answer){
	        .sequence = sequence_of(citation), .reference = index, .last = last, .strategy = strategy, .label = label});
	return label;
}
