/* Colours of ICC profiles that fo:declarations names (fo:color-profile, XSL 6.4.4): the profiles are read when first
 * asked for. What cannot be read is said once, and the sRGB form is drawn. */
#include <string.h>

#include "paint_private.h"

/* No profile of a few colours is larger: some for printing have tables of megabytes. */
#define PROFILE_LARGEST (16u << 20)

struct icc_profile {
	const struct fo_node *node;
	const unsigned char *bytes; /* NULL: it cannot be used */
	size_t size;
	int components;
	struct icc_profile *next;
};

struct icc_state {
	struct icc_profile *profiles;
	const struct page_icc_color **color; /* [count], by number - 1; NULL: not yet asked for, or none */
	size_t count;
};

static struct icc_state *state_of(struct layout *l)
{
	if (!l->icc)
		l->icc = arena_alloc(l->memory, sizeof *l->icc);
	struct icc_state *s = l->icc;
	if (s->count < l->tree->icc->count) {
		s->color = arena_grow(l->memory, s->color, s->count, l->tree->icc->count, sizeof *s->color);
		memset(s->color + s->count, 0, (l->tree->icc->count - s->count) * sizeof *s->color);
		s->count = l->tree->icc->count;
	}
	return s;
}

static const struct fo_node *declaration_of(const struct layout *l, const char *name)
{
	for (const struct fo_node *part = l->tree->root->first_child; part; part = part->next)
		for (const struct fo_node *child = part->first_child; child && part->kind == FO_DECLARATIONS;
		     child = child->next)
			if (child->kind == FO_COLOR_PROFILE && strcmp(fo_string(child, PROP_COLOR_PROFILE_NAME), name) == 0)
				return child;
	return NULL;
}

/* ICC.1, 7.2: 'acsp' is at 36, the colour space's signature at 16. 0: it is no profile, or of another kind. */
static int components_of(const char *bytes, size_t size)
{
	if (size < 128 || memcmp(bytes + 36, "acsp", 4) != 0)
		return 0;
	const char *space = bytes + 16;
	return memcmp(space, "GRAY", 4) == 0   ? 1
	       : memcmp(space, "RGB ", 4) == 0 ? 3
	       : memcmp(space, "CMYK", 4) == 0 ? 4
	                                       : 0;
}

static void read_profile(struct layout *l, struct icc_profile *p)
{
	const char *source = fo_string(p->node, PROP_SRC), *path = source;
	if (l->options.resolve)
		path = l->options.resolve(l->options.context, source, p->node->loc, l->memory);
	struct buffer file = {0};
	if (path && file_read(path, PROFILE_LARGEST, &file, l->diag, p->node->loc)) {
		p->components = components_of(file.data, file.size);
		p->size = file.size;
		if (p->components > 0)
			p->bytes = (const unsigned char *)arena_strndup(l->memory, file.data, file.size);
		else
			diag_warning(l->diag, p->node->loc, "fo:color-profile: '%s' is no ICC profile of gray, RGB or CMYK",
			             source);
	}
	buffer_free(&file);
}

static const struct icc_profile *profile_named(struct layout *l, const char *name)
{
	struct icc_state *s = state_of(l);
	const struct fo_node *node = declaration_of(l, name);
	if (!node) {
		if (diag_first(l->diag, arena_printf(l->memory, "icc %s", name)))
			diag_warning(l->diag, l->tree->root->loc,
			             "rgb-icc: no fo:color-profile is named '%s', the sRGB colour is used", name);
		return NULL;
	}
	for (const struct icc_profile *p = s->profiles; p; p = p->next)
		if (p->node == node)
			return p;
	struct icc_profile *made = arena_alloc(l->memory, sizeof *made);
	*made = (struct icc_profile){.node = node, .next = s->profiles};
	s->profiles = made;
	read_profile(l, made);
	return made;
}

static enum page_intent intent_of(const struct fo_node *profile)
{
	switch (fo_key(profile, PROP_RENDERING_INTENT)) {
	case KEY_PERCEPTUAL:
		return PAGE_INTENT_PERCEPTUAL;
	case KEY_RELATIVE_COLORIMETRIC:
		return PAGE_INTENT_RELATIVE;
	case KEY_SATURATION:
		return PAGE_INTENT_SATURATION;
	case KEY_ABSOLUTE_COLORIMETRIC:
		return PAGE_INTENT_ABSOLUTE;
	default:
		return PAGE_INTENT_AUTO;
	}
}

static const struct page_icc_color *make_color(struct layout *l, const struct fo_icc_color *from)
{
	const struct icc_profile *p = profile_named(l, from->profile);
	if (!p || !p->bytes)
		return NULL;
	if (p->components != from->count) {
		if (diag_first(l->diag, arena_printf(l->memory, "icc values %s %d", from->profile, from->count)))
			diag_error(l->diag, p->node->loc, "rgb-icc: a colour of the profile '%s' has %d values, got %d",
			           from->profile, p->components, from->count);
		return NULL;
	}
	struct page_icc_color *c = arena_alloc(l->memory, sizeof *c);
	*c = (struct page_icc_color){.name = from->profile,
	                             .profile = p->bytes,
	                             .profile_size = p->size,
	                             .count = from->count,
	                             .intent = intent_of(p->node)};
	memcpy(c->value, from->value, sizeof c->value);
	return c;
}

const struct page_icc_color *icc_color_of(struct layout *l, uint16_t number)
{
	struct icc_state *s = state_of(l);
	if (number == 0 || number > s->count)
		return NULL;
	if (!s->color[number - 1])
		s->color[number - 1] = make_color(l, &l->tree->icc->item[number - 1]);
	return s->color[number - 1];
}
