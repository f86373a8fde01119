/* Choosing page masters and placing their regions. */
#include "page_master.h"

#include <string.h>

static const struct fo_node *master_set(const struct layout *l)
{
	for (const struct fo_node *child = l->tree->root->first_child; child; child = child->next)
		if (child->kind == FO_LAYOUT_MASTER_SET)
			return child;
	return NULL;
}

/* The simple-page-master or page-sequence-master of that name. */
static const struct fo_node *master_named(const struct layout *l, const char *name)
{
	const struct fo_node *set = master_set(l);
	for (const struct fo_node *child = set ? set->first_child : NULL; child; child = child->next)
		if ((child->kind == FO_SIMPLE_PAGE_MASTER || child->kind == FO_PAGE_SEQUENCE_MASTER) &&
		    strcmp(fo_string(child, PROP_MASTER_NAME), name) == 0)
			return child;
	return NULL;
}

/* ---- choosing ---- */

static bool position_holds(const struct fo_node *alternative, struct page_traits t)
{
	switch (fo_key(alternative, PROP_PAGE_POSITION)) {
	case KEY_FIRST:
		return t.ordinal == 0;
	case KEY_LAST:
		return t.last;
	case KEY_REST:
		return t.ordinal > 0 && !t.last;
	case KEY_ONLY:
		return t.ordinal == 0 && t.last;
	default:
		return true;
	}
}

static bool condition_holds(const struct fo_node *alternative, struct page_traits t)
{
	enum fo_key parity = fo_key(alternative, PROP_ODD_OR_EVEN);
	enum fo_key blank = fo_key(alternative, PROP_BLANK_OR_NOT_BLANK);
	bool odd = t.number % 2 != 0;
	return position_holds(alternative, t) && (parity != KEY_ODD || odd) && (parity != KEY_EVEN || !odd) &&
	       (blank != KEY_BLANK || t.blank) && (blank != KEY_NOT_BLANK || !t.blank);
}

static const struct fo_node *first_that_holds(const struct fo_node *alternatives, struct page_traits t)
{
	for (const struct fo_node *child = alternatives->first_child; child; child = child->next)
		if (child->kind == FO_CONDITIONAL_PAGE_MASTER_REFERENCE && condition_holds(child, t))
			return child;
	return NULL;
}

/* How many pages a sub-sequence-specifier gives; INT_MAX: no limit. */
static int most_pages(const struct fo_node *specifier)
{
	if (specifier->kind == FO_SINGLE_PAGE_MASTER_REFERENCE)
		return 1;
	if (fo_key(specifier, PROP_MAXIMUM_REPEATS) == KEY_NO_LIMIT)
		return INT32_MAX;
	return (int)fo_number(specifier, PROP_MAXIMUM_REPEATS);
}

/* The reference to a simple-page-master that a specifier gives for this page; NULL: it gives none. */
static const struct fo_node *reference_in(const struct fo_node *specifier, struct page_traits t)
{
	return specifier->kind == FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES ? first_that_holds(specifier, t) : specifier;
}

static const struct fo_node *next_reference(const struct fo_node *sequence_master, struct master_state *state,
                                            struct page_traits t)
{
	if (!state->alternative)
		*state = (struct master_state){sequence_master->first_child, 0};
	while (state->alternative) {
		const struct fo_node *reference =
		    state->used < most_pages(state->alternative) ? reference_in(state->alternative, t) : NULL;
		if (reference) {
			state->used++;
			return reference;
		}
		if (!state->alternative->next)
			break;
		*state = (struct master_state){state->alternative->next, 0};
	}
	return NULL;
}

/* After the last specifier has been used up the standard calls for an error; formatters go on with the last one. */
static const struct fo_node *exhausted(struct layout *l, const struct fo_node *sequence_master, struct page_traits t)
{
	const struct fo_node *last = sequence_master->last_child;
	if (!last)
		return NULL;
	diag_warning(l->diag, sequence_master->loc,
	             "the page-sequence-master '%s' has no more pages to give, its last one is used again",
	             fo_string(sequence_master, PROP_MASTER_NAME));
	const struct fo_node *reference = reference_in(last, t);
	return reference ? reference : last->last_child;
}

const struct fo_node *page_master_choose(struct layout *l, const struct fo_node *sequence, struct master_state *state,
                                         struct page_traits traits)
{
	const char *name = fo_string(sequence, PROP_MASTER_REFERENCE);
	const struct fo_node *master = master_named(l, name);
	if (master && master->kind == FO_PAGE_SEQUENCE_MASTER) {
		const struct fo_node *reference = next_reference(master, state, traits);
		if (!reference)
			reference = exhausted(l, master, traits);
		name = reference ? fo_string(reference, PROP_MASTER_REFERENCE) : "";
		master = master_named(l, name);
	}
	if (!master || master->kind != FO_SIMPLE_PAGE_MASTER) {
		diag_error(l->diag, sequence->loc, "fo:page-sequence: no fo:simple-page-master is named '%s'", name);
		return NULL;
	}
	return master;
}

static bool has_position(const struct fo_node *alternatives, enum fo_key position)
{
	for (const struct fo_node *child = alternatives->first_child; child; child = child->next)
		if (child->kind == FO_CONDITIONAL_PAGE_MASTER_REFERENCE && fo_key(child, PROP_PAGE_POSITION) == position)
			return true;
	return false;
}

static bool master_has_position(struct layout *l, const struct fo_node *sequence, enum fo_key position)
{
	const struct fo_node *master = master_named(l, fo_string(sequence, PROP_MASTER_REFERENCE));
	if (!master || master->kind != FO_PAGE_SEQUENCE_MASTER)
		return false;
	for (const struct fo_node *child = master->first_child; child; child = child->next)
		if (child->kind == FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES && has_position(child, position))
			return true;
	return false;
}

bool page_master_has_only(struct layout *l, const struct fo_node *sequence)
{
	return master_has_position(l, sequence, KEY_ONLY);
}

bool page_master_has_last(struct layout *l, const struct fo_node *sequence)
{
	return master_has_position(l, sequence, KEY_LAST) || master_has_position(l, sequence, KEY_REST) ||
	       page_master_has_only(l, sequence);
}

/* ---- geometry ---- */

const char *region_name(const struct fo_node *region)
{
	const char *given = fo_string(region, PROP_REGION_NAME);
	if (*given)
		return given;
	switch (region->kind) {
	case FO_REGION_BODY:
		return "xsl-region-body";
	case FO_REGION_BEFORE:
		return "xsl-region-before";
	case FO_REGION_AFTER:
		return "xsl-region-after";
	case FO_REGION_START:
		return "xsl-region-start";
	default:
		return "xsl-region-end";
	}
}

/* For sizes that the document leaves to the formatter: 8.26in by 11in, which fits on A4 and on letter paper alike, and
 * which other formatters take. */
#define AUTO_WIDTH  594720
#define AUTO_HEIGHT 792000

/* growing: for 'indefinite'; 0: not known. */
static mpt paper_size(const struct fo_node *master, enum fo_property property, mpt standard, mpt growing)
{
	if (growing > 0 && fo_key(master, property) == KEY_INDEFINITE)
		return growing;
	if (fo_value(master, property)->kind != FO_VALUE_LENGTH)
		return standard;
	mpt size = fo_length(master, property, standard);
	return size > 0 ? size : standard;
}

static mpt extent_of(const struct fo_node *master, enum fo_kind kind, mpt base)
{
	const struct fo_node *region = fo_child_of_kind(master, kind);
	return region ? fo_length(region, PROP_EXTENT, base) : 0;
}

static bool has_precedence(const struct fo_node *master, enum fo_kind kind)
{
	const struct fo_node *region = fo_child_of_kind(master, kind);
	return region && fo_key(region, PROP_PRECEDENCE) == KEY_TRUE;
}

static bool is_vertical(enum fo_key writing_mode)
{
	return writing_mode == KEY_TB_RL || writing_mode == KEY_TB_LR;
}

static int orientation_of(const struct fo_node *node)
{
	int degrees = (int)fo_number(node, PROP_REFERENCE_ORIENTATION) % 360;
	return degrees < 0 ? degrees + 360 : degrees;
}

static bool is_sideways(const struct fo_node *node)
{
	int degrees = orientation_of(node);
	return degrees == 90 || degrees == 270;
}

/* The page's lines run down the paper. */
static bool lines_run_down(const struct fo_node *master)
{
	return is_sideways(master) != is_vertical(fo_writing_mode(master));
}

bool page_master_grows_along_block(const struct fo_node *master)
{
	return fo_key(master, lines_run_down(master) ? PROP_PAGE_WIDTH : PROP_PAGE_HEIGHT) == KEY_INDEFINITE;
}

bool page_master_grows_along_inline(const struct fo_node *master)
{
	bool other = fo_key(master, lines_run_down(master) ? PROP_PAGE_HEIGHT : PROP_PAGE_WIDTH) == KEY_INDEFINITE;
	return other && !page_master_grows_along_block(master);
}

bool page_master_has_growing(const struct layout *l)
{
	const struct fo_node *set = master_set(l);
	for (const struct fo_node *master = set ? set->first_child : NULL; master; master = master->next)
		if (master->kind == FO_SIMPLE_PAGE_MASTER && page_master_grows_along_inline(master))
			return true;
	return false;
}

bool region_is_across(const struct region *r)
{
	return is_sideways(r->node) != (is_vertical(fo_writing_mode(r->node)) != r->page_is_vertical);
}

void region_set_area(struct fragment *f, const struct region *r)
{
	f->inline_offset = r->inline_offset;
	f->block_offset = r->block_offset;
	f->inline_size = r->inline_size;
	f->block_size = r->block_size;
	f->border = box_border(r->node);
	f->padding = box_padding(r->node, r->inline_size);
	f->first = f->last = true;
	struct area *a = f->area;
	a->writing_mode = fo_writing_mode(r->node);
	a->orientation = orientation_of(r->node);
	bool across = region_is_across(r);
	mpt inline_size = mpt_max(0, fragment_content_inline(f)), block_size = mpt_max(0, fragment_content_block(f));
	a->inline_size = across ? block_size : inline_size;
	a->block_size = across ? inline_size : block_size;
}

static void add_region(struct page_geometry *g, const struct fo_node *node, mpt inline_offset, mpt block_offset,
                       mpt inline_size, mpt block_size)
{
	if (node && g->region_count < REGIONS_MAX)
		g->region[g->region_count++] = (struct region){node,
		                                               inline_offset,
		                                               block_offset,
		                                               mpt_max(0, inline_size),
		                                               mpt_max(0, block_size),
		                                               is_vertical(g->writing_mode)};
}

static void place_body(struct page_geometry *g, const struct fo_node *body)
{
	mpt start = fo_length(body, PROP_START_INDENT, g->inline_size),
	    end = fo_length(body, PROP_END_INDENT, g->inline_size);
	mpt before = fo_length(body, PROP_SPACE_BEFORE_OPTIMUM, g->inline_size),
	    after = fo_length(body, PROP_SPACE_AFTER_OPTIMUM, g->inline_size);
	add_region(g, body, start, before, g->inline_size - start - end, g->block_size - before - after);
}

static void place_bodies(struct page_geometry *g)
{
	for (const struct fo_node *child = g->master->first_child; child; child = child->next)
		if (child->kind == FO_REGION_BODY)
			place_body(g, child);
}

static void add_side(struct page_geometry *g, enum fo_kind kind, mpt inline_offset, mpt block_offset, mpt inline_size,
                     mpt block_size)
{
	add_region(g, fo_child_of_kind(g->master, kind), inline_offset, block_offset, inline_size, block_size);
}

/* The side regions lie at the edges of the page's reference area; where two meet, precedence decides who has the corner
 * (XSL 6.4.14). */
static void place_sides(struct page_geometry *g)
{
	const struct fo_node *m = g->master;
	mpt before = extent_of(m, FO_REGION_BEFORE, g->block_size), after = extent_of(m, FO_REGION_AFTER, g->block_size);
	mpt start = extent_of(m, FO_REGION_START, g->inline_size), end = extent_of(m, FO_REGION_END, g->inline_size);
	bool before_wide = has_precedence(m, FO_REGION_BEFORE), after_wide = has_precedence(m, FO_REGION_AFTER);
	mpt before_start = before_wide ? 0 : start, before_end = before_wide ? 0 : end;
	mpt after_start = after_wide ? 0 : start, after_end = after_wide ? 0 : end;
	add_side(g, FO_REGION_BEFORE, before_start, 0, g->inline_size - before_start - before_end, before);
	add_side(g, FO_REGION_AFTER, after_start, g->block_size - after, g->inline_size - after_start - after_end, after);
	mpt side_before = before_wide ? before : 0, side_after = after_wide ? after : 0;
	add_side(g, FO_REGION_START, 0, side_before, start, g->block_size - side_before - side_after);
	add_side(g, FO_REGION_END, g->inline_size - end, side_before, end, g->block_size - side_before - side_after);
}

struct page_geometry page_geometry_of(const struct fo_node *master, struct page_extent extent)
{
	struct page_geometry g = {.master = master, .writing_mode = fo_writing_mode(master)};
	bool down = lines_run_down(master);
	mpt growing_width = down ? extent.block_size : extent.inline_size;
	mpt growing_height = down ? extent.inline_size : extent.block_size;
	/* Of two dimensions that are indefinite only one grows (XSL 7.27.13). */
	bool one = !page_master_grows_along_block(master);
	g.width = paper_size(master, PROP_PAGE_WIDTH, AUTO_WIDTH, down || one ? growing_width : 0);
	g.height = paper_size(master, PROP_PAGE_HEIGHT, AUTO_HEIGHT, !down || one ? growing_height : 0);
	mpt top = fo_length(master, PROP_MARGIN_TOP, g.height), bottom = fo_length(master, PROP_MARGIN_BOTTOM, g.height);
	mpt left = fo_length(master, PROP_MARGIN_LEFT, g.width), right = fo_length(master, PROP_MARGIN_RIGHT, g.width);
	g.content =
	    (struct page_rectangle){left, top, mpt_max(0, g.width - left - right), mpt_max(0, g.height - top - bottom)};
	g.orientation = orientation_of(master);
	g.inline_size = down ? g.content.height : g.content.width;
	g.block_size = down ? g.content.width : g.content.height;
	g.paper_inline_size = down ? g.height : g.width;
	g.paper_block_size = down ? g.width : g.height;
	place_bodies(&g);
	place_sides(&g);
	return g;
}

bool page_master_has_region(const struct layout *l, const char *flow_name)
{
	if (strcmp(flow_name, "xsl-footnote-separator") == 0 || strcmp(flow_name, "xsl-before-float-separator") == 0)
		return true;
	const struct fo_node *set = master_set(l);
	for (const struct fo_node *master = set ? set->first_child : NULL; master; master = master->next) {
		if (master->kind != FO_SIMPLE_PAGE_MASTER)
			continue;
		for (const struct fo_node *region = master->first_child; region; region = region->next)
			if (strcmp(region_name(region), flow_name) == 0)
				return true;
	}
	return false;
}
