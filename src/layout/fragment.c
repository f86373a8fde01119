/* The tree of fragments. Knows nothing of what they hold. */
#include "fragment.h"

struct fragment *fragment_new(struct arena *a, enum fragment_kind kind, const struct fo_node *node)
{
	struct fragment *f = arena_alloc(a, sizeof *f);
	f->kind = kind;
	f->node = node;
	return f;
}

void fragment_append(struct fragment *parent, struct fragment *child)
{
	child->parent = parent;
	child->next = NULL;
	if (parent->last_child)
		parent->last_child->next = child;
	else
		parent->first_child = child;
	parent->last_child = child;
}

/* The one after f in the tree below root, not going into areas: their children's offsets start from them. */
static struct fragment *next_in_area(const struct fragment *root, struct fragment *f)
{
	if (f->kind != FRAGMENT_AREA && f->first_child)
		return f->first_child;
	while (f != root && !f->next)
		f = f->parent;
	return f == root ? NULL : f->next;
}

void fragment_move(struct fragment *f, mpt inline_by, mpt block_by)
{
	for (struct fragment *each = f; each; each = next_in_area(f, each)) {
		each->inline_offset += inline_by;
		each->block_offset += block_by;
	}
}

bool fragment_first_baseline(const struct fragment *f, mpt *baseline)
{
	if (f->kind == FRAGMENT_LINE) {
		*baseline = f->block_offset + f->line->baseline;
		return true;
	}
	for (const struct fragment *child = f->first_child; child; child = child->next) {
		if (!fragment_first_baseline(child, baseline))
			continue;
		/* What is in an area counts from its own content rectangle. */
		if (f->kind == FRAGMENT_AREA)
			*baseline += f->block_offset + f->border.before + f->padding.before + f->area->block_shift;
		return true;
	}
	return false;
}
