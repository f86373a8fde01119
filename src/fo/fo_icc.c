/* Colours of a profile that fo:color-profile declares: rgb-icc(r, g, b, name, values...) (XSL 5.10.2). Whether there is
 * such a profile, and one that can be read, is not asked here. */
#include <stdlib.h>
#include <string.h>

#include "fo_private.h"

static const char separators[] = " \t\n,";

/* The name, without quotes, that stands fourth; *after: what follows it. NULL: none, or one of a process colour. */
static const char *profile_name(struct build *b, const char *at, const char *end, const char **after)
{
	for (int i = 0; i < 3 && at < end; i++) {
		at += strspn(at, separators);
		at += strcspn(at, separators);
	}
	at += strspn(at, separators);
	size_t size = strcspn(at, separators);
	if (at + size >= end || size == 0 || *at == '#')
		return NULL;
	*after = at + size;
	bool quoted = size > 2 && (*at == '\'' || *at == '"') && at[size - 1] == *at;
	return quoted ? arena_strndup(b->memory, at + 1, size - 2) : arena_strndup(b->memory, at, size);
}

static bool read_values(const char *at, const char *end, struct fo_icc_color *color)
{
	while ((at += strspn(at, separators)) < end) {
		char *stop;
		double value = strtod(at, &stop);
		if (stop == at || stop > end || color->count == 4)
			return false;
		if (stop < end && *stop == '%') {
			value /= 100;
			stop++;
		}
		color->value[color->count++] = value < 0 ? 0 : value > 1 ? 1 : value;
		at = stop;
	}
	return color->count > 0;
}

static bool same_color(const struct fo_icc_color *a, const struct fo_icc_color *b)
{
	return a->count == b->count && memcmp(a->value, b->value, sizeof a->value) == 0 &&
	       strcmp(a->profile, b->profile) == 0;
}

uint16_t icc_color_number(struct build *b, const char *text, size_t size)
{
	static const char function[] = "rgb-icc(";
	struct fo_icc_color color = {0};
	struct fo_icc_colors *all = b->tree->icc;
	if (size <= strlen(function) || strncmp(text, function, strlen(function)) != 0)
		return 0;
	const char *end = text + size - 1, *after = NULL;
	color.profile = profile_name(b, text + strlen(function), end, &after);
	if (!color.profile || !read_values(after, end, &color))
		return 0;
	for (size_t i = 0; i < all->count; i++)
		if (same_color(&all->item[i], &color))
			return (uint16_t)(i + 1);
	if (all->count == UINT16_MAX)
		return 0;
	if (all->count == all->capacity) {
		size_t capacity = all->capacity ? all->capacity * 2 : 8;
		all->item = arena_grow(b->memory, all->item, all->count, capacity, sizeof *all->item);
		all->capacity = capacity;
	}
	all->item[all->count++] = color;
	return (uint16_t)all->count;
}
