/* The tables of properties, keywords and objects, and finding rows by name. */
#include <string.h>

#include "fo_private.h"

const struct property_row fo_property_rows[PROP_COUNT] = {
#define PROPERTY(property, name, accepts, keywords, inherited, initial, group, support)                                \
	{name, accepts, keywords, inherited, initial, group, support},
#include "fo_properties.def"
#undef PROPERTY
};

const char *const fo_keyword_names[KEY_COUNT] = {
    "",
#define KEYWORD(key, name) name,
#include "fo_keywords.def"
#undef KEYWORD
};

const struct object_row fo_object_rows[FO_KIND_COUNT] = {
#define OBJECT(kind, name, object_class, children, support) {name, object_class, children, support},
#include "fo_objects.def"
#undef OBJECT
};

/* ---- names that are not rows ---- */

const char *const fo_absolute_names[ABSOLUTE_COUNT] = {"border-top-color",
                                                       "border-right-color",
                                                       "border-bottom-color",
                                                       "border-left-color",
                                                       "border-top-style",
                                                       "border-right-style",
                                                       "border-bottom-style",
                                                       "border-left-style",
                                                       "border-top-width",
                                                       "border-right-width",
                                                       "border-bottom-width",
                                                       "border-left-width",
                                                       "padding-top",
                                                       "padding-right",
                                                       "padding-bottom",
                                                       "padding-left",
                                                       "width",
                                                       "height",
                                                       "min-width",
                                                       "max-width",
                                                       "min-height",
                                                       "max-height"};

const struct compound_row fo_compound_rows[COMPOUND_COUNT] = {
    {"space-before", PROP_SPACE_BEFORE_MINIMUM, 3, 5},
    {"space-after", PROP_SPACE_AFTER_MINIMUM, 3, 5},
    {"space-start", PROP_SPACE_START_MINIMUM, 3, 5},
    {"space-end", PROP_SPACE_END_MINIMUM, 3, 5},
    {"leader-length", PROP_LEADER_LENGTH_MINIMUM, 3, 3},
    /* Without a component a keep holds in every context (XSL 7.20.3). */
    {"keep-together", PROP_KEEP_TOGETHER_WITHIN_LINE, 3, 3},
    {"keep-with-next", PROP_KEEP_WITH_NEXT_WITHIN_LINE, 3, 3},
    {"keep-with-previous", PROP_KEEP_WITH_PREVIOUS_WITHIN_LINE, 3, 3},
    {"border-separation", PROP_BORDER_SEPARATION_INLINE_PROGRESSION_DIRECTION, 2, 2},
    {"clip", PROP_CLIP_TOP, 4, 4}};

/* ---- the table of names ---- */

struct name_entry {
	const char *name;
	struct property_name what;
};

struct name_table {
	struct name_entry *slot;
	size_t slot_count;
	uint8_t kind[256]; /* of objects, by hash; FO_KIND_COUNT: the slot is free */
	struct layout_of_groups groups;
};

static size_t hash(const char *text)
{
	uint32_t h = 2166136261u;
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 16777619u;
	return h;
}

static struct name_entry *entry_of(const struct name_table *t, const char *name)
{
	size_t i = hash(name) % t->slot_count;
	while (t->slot[i].name && strcmp(t->slot[i].name, name) != 0)
		i = (i + 1) % t->slot_count;
	return &t->slot[i];
}

static void place_in_groups(struct layout_of_groups *g)
{
	for (int p = 0; p < PROP_COUNT; p++)
		g->index[p] = g->size[fo_property_rows[p].group]++;
}

static uint8_t *kind_slot(const struct name_table *t, const char *name)
{
	size_t i = hash(name) % sizeof t->kind;
	while (t->kind[i] != FO_KIND_COUNT && strcmp(fo_object_rows[t->kind[i]].name, name) != 0)
		i = (i + 1) % sizeof t->kind;
	return (uint8_t *)&t->kind[i];
}

static void place_kinds(struct name_table *t)
{
	memset(t->kind, FO_KIND_COUNT, sizeof t->kind);
	for (int kind = 0; kind < FO_KIND_COUNT; kind++)
		*kind_slot(t, fo_object_rows[kind].name) = (uint8_t)kind;
}

enum fo_kind kind_lookup(const struct name_table *t, const char *name)
{
	return (enum fo_kind) * kind_slot(t, name);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct name_table *name_table_new(struct arena *a)
{
	struct name_table *t = arena_alloc(a, sizeof *t);
	t->slot_count = 1024;
	t->slot = arena_array(a, t->slot_count, sizeof *t->slot);
	for (int p = 0; p < PROP_COUNT; p++)
		*entry_of(t, fo_property_rows[p].name) = (struct name_entry){fo_property_rows[p].name, {NAME_PROPERTY, p}};
	for (size_t i = 0; i < ABSOLUTE_COUNT; i++)
		*entry_of(t, fo_absolute_names[i]) = (struct name_entry){fo_absolute_names[i], {NAME_ABSOLUTE, (int)i}};
	for (int i = 0; i < COMPOUND_COUNT; i++)
		*entry_of(t, fo_compound_rows[i].name) = (struct name_entry){fo_compound_rows[i].name, {NAME_COMPOUND, i}};
	*entry_of(t, "background-position") = (struct name_entry){"background-position", {NAME_POSITION, 0}};
	for (int i = 0; i < SHORTHAND_COUNT; i++)
		*entry_of(t, fo_shorthand_rows[i].name) = (struct name_entry){fo_shorthand_rows[i].name, {NAME_SHORTHAND, i}};
	place_in_groups(&t->groups);
	place_kinds(t);
	return t;
}

const struct layout_of_groups *group_layout(const struct name_table *t)
{
	return &t->groups;
}

/* A component that says the same as the compound's plain name: "line-height.optimum" is the row "line-height". */
static const char *const plain_components[] = {".optimum", ".length"};

struct property_name name_lookup(const struct name_table *t, const char *name)
{
	const struct name_entry *e = entry_of(t, name);
	if (e->name)
		return e->what;
	size_t size = strlen(name);
	for (size_t i = 0; i < COUNT(plain_components); i++) {
		size_t tail = strlen(plain_components[i]);
		char stem[64];
		if (size <= tail || size - tail >= sizeof stem || strcmp(name + size - tail, plain_components[i]) != 0)
			continue;
		memcpy(stem, name, size - tail);
		stem[size - tail] = '\0';
		e = entry_of(t, stem);
		if (e->name)
			return e->what;
	}
	return (struct property_name){NAME_NONE, 0};
}

bool list_has_word(const char *list, const char *word, size_t size)
{
	for (const char *at = list; *at; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");
		if (length == size && strncmp(at, word, size) == 0)
			return true;
		at += length;
	}
	return false;
}

enum fo_key fo_keyword_lookup(const char *text, size_t size)
{
	/* The names stand in alphabetical order, as strcmp sees it. */
	int low = 1, high = KEY_COUNT - 1;
	while (low <= high) {
		int middle = (low + high) / 2;
		int order = strncmp(text, fo_keyword_names[middle], size);
		if (order == 0 && fo_keyword_names[middle][size] != '\0')
			order = -1;
		if (order == 0)
			return (enum fo_key)middle;
		if (order < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return KEY_NONE_GIVEN;
}

const char *fo_kind_name(enum fo_kind kind)
{
	static const char *const names[FO_KIND_COUNT] = {
#define OBJECT(kind, name, object_class, children, support) "fo:" name,
#include "fo_objects.def"
#undef OBJECT
	};
	/* Objects of other namespaces are listed with their own prefix. */
	const char *after = names[kind] + 3;
	return strchr(after, ':') ? after : names[kind];
}

const char *fo_property_name(enum fo_property property)
{
	return fo_property_rows[property].name;
}

const char *fo_key_name(enum fo_key key)
{
	return fo_keyword_names[key];
}
