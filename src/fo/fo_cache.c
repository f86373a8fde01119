/* What one build finds again instead of working it out anew: styles by their attributes, groups of values by content.
 */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

struct cached {
	size_t hash; /* 0: the slot is free */
	const struct fo_style *parent;
	const xmlNode *element; /* whose attributes made it; NULL: none */
	enum fo_kind kind;
	const struct fo_style *style;
};

struct kept_group {
	size_t hash;
	const struct fo_value *group; /* NULL: the slot is free */
	int which;
};

struct style_cache {
	struct cached *style;
	size_t style_slots, style_count;
	struct kept_group *kept;
	size_t kept_slots, kept_count;
	struct settings settings; /* used again and again */
	struct fo_value *scratch[GROUP_COUNT];
};

struct style_cache *style_cache_new(void)
{
	struct style_cache *cache = xcalloc(1, sizeof *cache);
	cache->style_slots = cache->kept_slots = 256;
	cache->style = xcalloc(cache->style_slots, sizeof *cache->style);
	cache->kept = xcalloc(cache->kept_slots, sizeof *cache->kept);
	return cache;
}

void style_cache_free(struct style_cache *cache)
{
	for (int group = 0; group < GROUP_COUNT; group++)
		free(cache->scratch[group]);
	free(cache->style);
	free(cache->kept);
	free(cache->settings.item);
	free(cache);
}

struct settings *style_settings(struct style_cache *cache)
{
	cache->settings.count = 0;
	return &cache->settings;
}

struct fo_value *style_scratch(struct style_cache *cache, int group, size_t size)
{
	if (!cache->scratch[group])
		cache->scratch[group] = xcalloc(size, sizeof *cache->scratch[group]);
	return cache->scratch[group];
}

/* ---- attributes ---- */

static const char *attribute_content(const xmlAttr *a)
{
	if (!a->children)
		return "";
	return a->children->type == XML_TEXT_NODE && !a->children->next ? (const char *)a->children->content : NULL;
}

static size_t hash_bytes(size_t h, const char *text)
{
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return h;
}

/* Does the text hold a function whose value hangs on more than the parent's style? */
static bool hangs_on_place(enum fo_kind kind, const char *text)
{
	if (!strchr(text, '('))
		return false;
	if (strstr(text, "from-"))
		return true;
	/* In a list item's own parts these ask the parent. */
	bool part = kind == FO_LIST_ITEM_BODY || kind == FO_LIST_ITEM_LABEL;
	return !part && (strstr(text, "body-start") || strstr(text, "label-end"));
}

/* 0: the attributes hold something that other attributes of the same text need not mean. */
static size_t hash_element(const struct fo_style *parent, enum fo_kind kind, const xmlNode *element)
{
	size_t h = (size_t)1469598103934665603u ^ (size_t)(uintptr_t)parent ^ ((size_t)kind << 48);
	for (const xmlAttr *a = element ? element->properties : NULL; a; a = a->next) {
		if (!build_is_property_attribute(a))
			continue;
		const char *text = attribute_content(a);
		if (!text || hangs_on_place(kind, text))
			return 0;
		h = hash_bytes(hash_bytes(h, (const char *)a->name), text);
	}
	h ^= h >> 32;
	return h ? h : 1;
}

static const xmlAttr *next_property(const xmlAttr *a)
{
	while (a && !build_is_property_attribute(a))
		a = a->next;
	return a;
}

static bool same_attributes(const xmlNode *left, const xmlNode *right)
{
	const xmlAttr *a = next_property(left ? left->properties : NULL),
	              *b = next_property(right ? right->properties : NULL);
	while (a && b) {
		/* Names come from the document's dictionary, so that equal ones are mostly the same pointer. */
		bool same_name = a->name == b->name || xmlStrEqual(a->name, b->name);
		bool same_space = a->ns == b->ns || (a->ns && b->ns && xmlStrEqual(a->ns->href, b->ns->href));
		const char *left_text = attribute_content(a), *right_text = attribute_content(b);
		if (!same_name || !same_space || !left_text || !right_text || strcmp(left_text, right_text) != 0)
			return false;
		a = next_property(a->next);
		b = next_property(b->next);
	}
	return !a && !b;
}

/* ---- styles ---- */

static void grow_styles(struct style_cache *cache)
{
	struct cached *old = cache->style;
	size_t old_slots = cache->style_slots;
	cache->style_slots *= 2;
	cache->style = xcalloc(cache->style_slots, sizeof *cache->style);
	for (size_t i = 0; i < old_slots; i++) {
		size_t at = old[i].hash % cache->style_slots;
		while (old[i].hash && cache->style[at].hash)
			at = (at + 1) % cache->style_slots;
		if (old[i].hash)
			cache->style[at] = old[i];
	}
	free(old);
}

const struct fo_style **style_cached(struct style_cache *cache, const struct fo_style *parent, enum fo_kind kind,
                                     const xmlNode *element)
{
	size_t hash = hash_element(parent, kind, element);
	if (!hash)
		return NULL;
	if (cache->style_count * 2 >= cache->style_slots)
		grow_styles(cache);
	size_t at = hash % cache->style_slots;
	for (; cache->style[at].hash; at = (at + 1) % cache->style_slots) {
		const struct cached *c = &cache->style[at];
		if (c->hash == hash && c->parent == parent && c->kind == kind && same_attributes(c->element, element))
			return &cache->style[at].style;
	}
	cache->style_count++;
	cache->style[at] = (struct cached){hash, parent, element, kind, NULL};
	return &cache->style[at].style;
}

/* ---- groups ---- */

static bool same_text(const struct fo_value *a, const struct fo_value *b)
{
	return a->string == b->string || strcmp(a->string, b->string) == 0;
}

bool same_value(const struct fo_value *a, const struct fo_value *b)
{
	if (a->kind != b->kind || a->key != b->key || a->percent != b->percent)
		return false;
	switch (a->kind) {
	case FO_VALUE_LENGTH:
		return a->length == b->length;
	case FO_VALUE_NUMBER:
		return a->number == b->number;
	case FO_VALUE_COLUMN_SHARE:
		return a->share.shares == b->share.shares && a->share.length == b->share.length;
	case FO_VALUE_STRING:
		return same_text(a, b);
	case FO_VALUE_COLOR:
		return memcmp(&a->color, &b->color, sizeof a->color) == 0;
	default:
		return true;
	}
}

static uint64_t bits_of(const struct fo_value *v)
{
	uint64_t bits = 0;
	switch (v->kind) {
	case FO_VALUE_LENGTH:
		memcpy(&bits, &v->percent, sizeof v->percent);
		return bits << 20 ^ (uint64_t)v->length;
	case FO_VALUE_NUMBER:
		memcpy(&bits, &v->number, sizeof bits);
		return bits;
	case FO_VALUE_COLUMN_SHARE:
		memcpy(&bits, &v->share.shares, sizeof bits);
		return bits ^ (uint64_t)v->share.length;
	case FO_VALUE_STRING:
		return hash_bytes(1469598103934665603u, v->string);
	case FO_VALUE_COLOR:
		memcpy(&bits, v->color.channel, sizeof bits);
		return bits + v->color.alpha + v->color.space * 256u;
	default:
		return v->key;
	}
}

static size_t hash_group(const struct fo_value *group, size_t size, int which)
{
	uint64_t h = (uint64_t)which + 1;
	for (size_t i = 0; i < size; i++)
		h = ((h << 5 | h >> 59) ^ (bits_of(&group[i]) + group[i].kind)) * 0x9E3779B97F4A7C15u;
	return (size_t)(h ^ h >> 32);
}

static bool same_group(const struct fo_value *a, const struct fo_value *b, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (!same_value(&a[i], &b[i]))
			return false;
	return true;
}

static void grow_kept(struct style_cache *cache)
{
	struct kept_group *old = cache->kept;
	size_t old_slots = cache->kept_slots;
	cache->kept_slots *= 2;
	cache->kept = xcalloc(cache->kept_slots, sizeof *cache->kept);
	for (size_t i = 0; i < old_slots; i++) {
		size_t at = old[i].hash % cache->kept_slots;
		while (old[i].group && cache->kept[at].group)
			at = (at + 1) % cache->kept_slots;
		if (old[i].group)
			cache->kept[at] = old[i];
	}
	free(old);
}

const struct fo_value *style_keep_group(struct build *b, const struct fo_value *group, int which)
{
	struct style_cache *cache = b->cache;
	size_t size = group_layout(b->names)->size[which], hash = hash_group(group, size, which);
	if (cache->kept_count * 2 >= cache->kept_slots)
		grow_kept(cache);
	size_t at = hash % cache->kept_slots;
	for (; cache->kept[at].group; at = (at + 1) % cache->kept_slots) {
		const struct kept_group *k = &cache->kept[at];
		if (k->hash == hash && k->which == which && same_group(k->group, group, size))
			return k->group;
	}
	struct fo_value *kept = arena_array(b->memory, size, sizeof *kept);
	memcpy(kept, group, size * sizeof *kept);
	cache->kept[at] = (struct kept_group){hash, kept, which};
	cache->kept_count++;
	return kept;
}
