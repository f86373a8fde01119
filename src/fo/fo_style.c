/* Styles: the values of all properties of an object, in groups that objects share; resolved once for each set of
 * attributes. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

/* ---- reading ---- */

const struct fo_value *style_value(const struct build *b, const struct fo_style *style, enum fo_property property)
{
	return &style->group[fo_property_rows[property].group][group_layout(b->names)->index[property]];
}

/* ---- the cache ---- */

struct cached {
	const struct fo_style *parent;
	const xmlNode *element; /* whose attributes made it; NULL: none */
	enum fo_kind kind;
	const struct fo_style *style;
	size_t hash;
};

struct style_cache {
	struct cached *slot;
	size_t slot_count, count;
	struct settings settings; /* used again and again */
};

struct style_cache *style_cache_new(void)
{
	struct style_cache *cache = xmalloc(sizeof *cache);
	*cache = (struct style_cache){.slot_count = 1024};
	cache->slot = xrealloc(NULL, cache->slot_count, sizeof *cache->slot);
	memset(cache->slot, 0, cache->slot_count * sizeof *cache->slot);
	return cache;
}

void style_cache_free(struct style_cache *cache)
{
	free(cache->slot);
	free(cache->settings.item);
	free(cache);
}

static const char *attribute_content(const xmlAttr *a)
{
	return a->children && a->children->type == XML_TEXT_NODE && !a->children->next ? (const char *)a->children->content
	                                                                               : NULL;
}

static size_t hash_bytes(size_t h, const char *text)
{
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return h;
}

/* 0: the attributes hold something that other attributes of the same text need not mean. */
static size_t hash_element(const struct fo_style *parent, enum fo_kind kind, const xmlNode *element)
{
	size_t h = (size_t)1469598103934665603u ^ (size_t)(uintptr_t)parent ^ ((size_t)kind << 48);
	for (const xmlAttr *a = element ? element->properties : NULL; a; a = a->next) {
		if (!build_is_property_attribute(a))
			continue;
		const char *text = attribute_content(a);
		if (!text || strstr(text, "from-"))
			return 0;
		h = hash_bytes(hash_bytes(h, (const char *)a->name), text);
	}
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
		const char *left_text = attribute_content(a), *right_text = attribute_content(b);
		if (!same_name || a->ns != b->ns || !left_text || !right_text || strcmp(left_text, right_text) != 0)
			return false;
		a = next_property(a->next);
		b = next_property(b->next);
	}
	return !a && !b;
}

static struct cached *cache_slot(const struct style_cache *cache, size_t hash, const struct fo_style *parent,
                                 enum fo_kind kind, const xmlNode *element)
{
	size_t i = hash % cache->slot_count;
	for (; cache->slot[i].style; i = (i + 1) % cache->slot_count) {
		const struct cached *c = &cache->slot[i];
		if (c->hash == hash && c->parent == parent && c->kind == kind && same_attributes(c->element, element))
			break;
	}
	return &cache->slot[i];
}

static void cache_grow(struct style_cache *cache)
{
	struct style_cache larger = *cache;
	larger.slot_count *= 2;
	larger.slot = xrealloc(NULL, larger.slot_count, sizeof *larger.slot);
	memset(larger.slot, 0, larger.slot_count * sizeof *larger.slot);
	for (size_t i = 0; i < cache->slot_count; i++) {
		if (!cache->slot[i].style)
			continue;
		size_t at = cache->slot[i].hash % larger.slot_count;
		while (larger.slot[at].style)
			at = (at + 1) % larger.slot_count;
		larger.slot[at] = cache->slot[i];
	}
	free(cache->slot);
	*cache = larger;
}

/* ---- resolving ---- */

static void copy_group(const struct build *b, const struct fo_style *style, int group, struct fo_value *own)
{
	const struct layout_of_groups *g = group_layout(b->names);
	for (int p = 0; p < PROP_COUNT; p++)
		if ((int)fo_property_rows[p].group == group)
			own[p] = style->group[group][g->index[p]];
}

static const struct fo_style *base_of(const struct build *b, const struct fo_style *parent, int group)
{
	return group < GROUP_SPACES_OWN_FIRST && parent ? parent : b->initial;
}

static bool same_group(const struct build *b, const struct fo_value *own, const struct fo_value *base, int group)
{
	const struct layout_of_groups *g = group_layout(b->names);
	for (int p = 0; p < PROP_COUNT; p++)
		if ((int)fo_property_rows[p].group == group && memcmp(&own[p], &base[g->index[p]], sizeof *own) != 0)
			return false;
	return true;
}

static const struct fo_value *store_group(const struct build *b, const struct fo_value *own, int group)
{
	const struct layout_of_groups *g = group_layout(b->names);
	struct fo_value *stored = arena_array(b->memory, g->size[group], sizeof *stored);
	for (int p = 0; p < PROP_COUNT; p++)
		if ((int)fo_property_rows[p].group == group)
			stored[g->index[p]] = own[p];
	return stored;
}

static void apply(struct value_context *x, const struct setting *s, struct fo_value *own, bool *set)
{
	struct fo_value v;
	/* Padding bytes are compared, too. */
	memset(&v, 0, sizeof v);
	x->attribute = s->attribute;
	if (!value_parse(x, s->property, s->text, &v))
		return;
	own[s->property] = v;
	set[s->property] = true;
}

/* em and percentages of others refer to the font size, borders and backgrounds to the colour: these come first. */
static void apply_all(struct value_context *x, const struct settings *s, struct fo_value *own, bool *set)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->item[i].property == PROP_FONT_SIZE)
			apply(x, &s->item[i], own, set);
	x->font_size = own[PROP_FONT_SIZE].length;
	for (size_t i = 0; i < s->count; i++)
		if (s->item[i].property == PROP_COLOR)
			apply(x, &s->item[i], own, set);
	for (size_t i = 0; i < s->count; i++)
		if (s->item[i].property != PROP_FONT_SIZE && s->item[i].property != PROP_COLOR)
			apply(x, &s->item[i], own, set);
}

static enum fo_key specified_writing_mode(const xmlNode *element, enum fo_key inherited)
{
	for (const xmlAttr *a = element ? element->properties : NULL; a; a = a->next)
		if (!a->ns && xmlStrEqual(a->name, BAD_CAST "writing-mode")) {
			const char *text = attribute_content(a);
			enum fo_key key = text ? fo_keyword_lookup(text, strlen(text)) : KEY_NONE_GIVEN;
			return key == KEY_NONE_GIVEN ? inherited : key;
		}
	return inherited;
}

static struct fo_style *style_make(struct build *b, const struct fo_style *parent, const struct fo_value *own,
                                   const bool *set)
{
	struct fo_style *style = arena_alloc(b->memory, sizeof *style);
	style->place = group_layout(b->names);
	for (int group = 0; group < GROUP_COUNT; group++) {
		const struct fo_style *base = base_of(b, parent, group);
		bool shared = base && same_group(b, own, base->group[group], group);
		style->group[group] = shared ? base->group[group] : store_group(b, own, group);
	}
	for (int p = 0; p < PROP_COUNT; p++)
		if (set[p])
			style->specified[p / 64] |= (uint64_t)1 << (p % 64);
	return style;
}

static const struct fo_style *style_compute(struct build *b, const struct fo_node *node, const struct fo_style *parent,
                                            const xmlNode *element)
{
	struct fo_value own[PROP_COUNT];
	bool set[PROP_COUNT] = {false};
	for (int group = 0; group < GROUP_COUNT; group++)
		copy_group(b, base_of(b, parent, group), group, own);
	enum fo_key outer = (enum fo_key)own[PROP_WRITING_MODE].key;
	struct value_context x = {.b = b,
	                          .kind = node->kind,
	                          .loc = node->loc,
	                          .node = node,
	                          .parent = node->parent,
	                          .parent_style = parent,
	                          .own = own,
	                          .font_size = own[PROP_FONT_SIZE].length,
	                          .writing_mode = specified_writing_mode(element, outer),
	                          .outer_writing_mode = outer};
	struct settings *settings = &b->cache->settings;
	settings->count = 0;
	if (element)
		settings_collect(&x, element, settings);
	apply_all(&x, settings, own, set);
	if (settings->count > 0)
		corresponding_resolve(&x, own, set);
	return style_make(b, parent, own, set);
}

const struct fo_style *style_resolve(struct build *b, const struct fo_node *node)
{
	const struct fo_style *parent = node->parent ? node->parent->style : NULL;
	const xmlNode *element = node->kind == FO_TEXT || node->kind == FO_FOREIGN ? NULL : node->xml;
	size_t hash = hash_element(parent, node->kind, element);
	if (!hash)
		return style_compute(b, node, parent, element);
	if (b->cache->count * 2 >= b->cache->slot_count)
		cache_grow(b->cache);
	struct cached *slot = cache_slot(b->cache, hash, parent, node->kind, element);
	if (!slot->style) {
		const struct fo_style *style = style_compute(b, node, parent, element);
		*slot = (struct cached){parent, element, node->kind, style, hash};
		b->cache->count++;
	}
	return slot->style;
}

const struct fo_style *style_initial(struct build *b)
{
	struct fo_value own[PROP_COUNT];
	bool set[PROP_COUNT] = {false};
	memset(own, 0, sizeof own);
	struct value_context x = {.b = b,
	                          .kind = FO_ROOT,
	                          .own = own,
	                          .font_size = 12000,
	                          .writing_mode = KEY_LR_TB,
	                          .outer_writing_mode = KEY_LR_TB};
	for (int p = 0; p < PROP_COUNT; p++) {
		struct setting s = {.property = (enum fo_property)p,
		                    .text = fo_property_rows[p].initial,
		                    .attribute = fo_property_rows[p].name};
		apply(&x, &s, own, set);
		set[p] = false;
	}
	return style_make(b, NULL, own, set);
}
