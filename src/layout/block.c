/* Blocks: what all block-level objects share, the parts of a node one after the other, and lines. */
#include "side_float.h"

/* ---- lines ---- */

/* Ending after line i of count, a break would leave too few lines before or after it (XSL 7.20.6, 7.20.7). */
static bool splits_badly(const struct fo_node *block, size_t i, size_t count, bool resumed)
{
	bool orphans = !resumed && (double)i < fo_number(block, PROP_ORPHANS);
	return orphans || (double)(count - i) < fo_number(block, PROP_WIDOWS);
}

static void note_anchors(struct column *c, const struct line *line)
{
	for (size_t i = 0; i < line->anchor_count; i++)
		if (line->anchor[i].kind == LINE_ANCHOR_FLOAT)
			float_after_line(c, line->anchor[i].node);
}

/* Lines of a block in this column. */
struct line_run {
	struct block_lines lines;
	struct inline_content *content;
	const struct text_breaks *breaks;
	mpt start_indent;
	bool resumed;
	bool hyphen;               /* the line placed last ends with one */
	struct inline_extent left; /* beside floats: what breaks are for */
	mpt height;                /* of the line before, or what is known of this one's */
	mpt less, more;            /* than its optimum a line's height may be */
	size_t first, placed;      /* lines placed: before breaks begin, in all */
};

static mpt next_line_offset(const struct column *c)
{
	return c->cursor + stacking_size(c, false);
}

static struct inline_extent extent_here(const struct column *c, const struct line_run *run)
{
	mpt at = next_line_offset(c);
	return intrusion_extent(c, &run->lines, at, at + run->height);
}

/* Breaks the block's text from an offset on for the measure that floats leave at the cursor. */
static void break_lines(struct column *c, struct line_run *run, uint32_t offset)
{
	run->left = extent_here(c, run);
	run->breaks = inline_breaks(c->l, run->content, offset, mpt_max(0, run->left.end - run->left.start));
	run->first = run->placed;
}

/* Lines are broken again where a float begins or ends beside them. */
static bool extent_changes(const struct column *c, const struct line_run *run)
{
	struct inline_extent here = extent_here(c, run);
	return here.start != run->left.start || here.end != run->left.end;
}

/* Side floats that the line names for the first time stand no higher than it: true when there is one. */
static bool place_floats(struct column *c, const struct line *line)
{
	bool placed = false;
	for (size_t i = 0; i < line->anchor_count; i++)
		if (line->anchor[i].kind == LINE_ANCHOR_FLOAT)
			placed |= float_before_line(c, line->anchor[i].node, next_line_offset(c));
	return placed;
}

/* A line that is wider than what floats leave of it stands below the first of them. */
static bool pass_floats(struct column *c, const struct line_run *run)
{
	mpt at = next_line_offset(c), end = intrusion_first_end(c, at, at + run->height);
	bool beside = run->left.start > run->lines.own.start || run->left.end < run->lines.own.end;
	if (!run->breaks->line[run->placed - run->first].overfull || !beside || end == MPT_MAX)
		return false;
	intrusion_pass(c, end);
	return true;
}

/* The next line, broken for its place beside the floats. */
static struct fragment *fit_line(struct column *c, struct line_run *run)
{
	uint32_t offset = run->breaks->line[run->placed - run->first].start;
	/* Each turn passes a float or has one more to heed. */
	for (size_t turns = 2 * c->side_float_count + 8; turns > 0; turns--) {
		if (pass_floats(c, run)) {
			break_lines(c, run, offset);
			continue;
		}
		struct fragment *f = inline_line(c->l, run->content, run->breaks, run->placed - run->first, c->page);
		run->height = f->block_size;
		bool again = place_floats(c, f->line);
		if (!again && !extent_changes(c, run))
			return f;
		break_lines(c, run, offset);
	}
	return inline_line(c->l, run->content, run->breaks, run->placed - run->first, c->page);
}

/* A float that leaves no room in the column for the line that names it waits for the next one (6.12.2: it is on no page
 * before that line). */
static struct fragment *fit_line_or_floats(struct column *c, struct line_run *run)
{
	struct float_mark mark = float_mark(c);
	uint32_t offset = run->breaks->line[run->placed - run->first].start;
	struct fragment *f = fit_line(c, run);
	if (c->side_float_count == mark.floats || next_line_offset(c) + f->block_size <= column_limit(c) - c->closing)
		return f;
	float_put_off(c, &mark);
	break_lines(c, run, offset);
	return fit_line(c, run);
}

/* What a line's height has more, or less, than its optimum. */
static mpt leading_of(struct column *c, const struct line_run *run)
{
	struct space space = {.minimum = -run->less, .maximum = run->more};
	return run->less == 0 && run->more == 0 ? 0 : column_take_space(c, &space);
}

static bool place_line(struct column *c, struct line_run *run)
{
	struct fragment *f = fit_line_or_floats(c, run);
	f->inline_offset = run->start_indent + run->left.start - run->lines.own.start;
	struct footnotes notes = footnotes_of_line(c, f->line, f->block_size);
	mpt after;
	line_grid_place(c, run->lines.block, f, &after);
	mpt leading = leading_of(c, run), before = f->block_offset += leading / 2;
	after += leading - leading / 2;
	if (!column_make_room(c, before + f->block_size, &notes))
		return false;
	column_place(c, f);
	intrusion_note_line(c, &run->lines, c->cursor - f->block_size, c->cursor);
	c->cursor += before + after;
	footnotes_append(c, &notes);
	note_anchors(c, f->line);
	return true;
}

/* What keeps a break from before the next line: too few lines, or half a word (hyphenation-keep, XSL 7.16.2). */
static struct keeps line_keeps(const struct line_run *run, size_t count)
{
	if (run->placed > 0 && splits_badly(run->lines.block, run->placed, count, run->resumed))
		return (struct keeps){RANK_LINES, RANK_LINES};
	enum fo_key keep = run->hyphen ? fo_key(run->lines.block, PROP_HYPHENATION_KEEP) : KEY_AUTO;
	return (struct keeps){keep == KEY_COLUMN ? RANK_LINES : RANK_FREE, keep != KEY_AUTO ? RANK_LINES : RANK_FREE};
}

static bool layout_lines(struct column *c, const struct fo_node *block, struct inline_content *content)
{
	mpt start = fo_length(block, PROP_START_INDENT, c->inline_size);
	mpt end = fo_length(block, PROP_END_INDENT, c->inline_size);
	mpt measure = mpt_max(0, c->inline_size - start - end);
	uint32_t offset = inline_offset_of(content, column_step(c)->offset, measure);
	mpt origin = c->reference.origin + start;
	struct line_run run = {
	    .lines = {block, {origin, origin + measure}}, .content = content, .start_indent = start, .resumed = offset > 0};
	line_height_range(block, &run.less, &run.more);
	break_lines(c, &run, offset);
	for (; run.placed - run.first < run.breaks->count; run.placed++) {
		offset = run.breaks->line[run.placed - run.first].start;
		if (extent_changes(c, &run))
			break_lines(c, &run, offset);
		column_step(c)->offset = inline_kept_offset(content, offset);
		size_t count = run.first + run.breaks->count;
		bool begins = run.placed == 0 && !(run.resumed && float_begins_column(c));
		if (!begins && !column_may_break(c, column_rank(c, line_keeps(&run, count))))
			return false;
		run.hyphen = run.breaks->line[run.placed - run.first].hyphen;
		if (!place_line(c, &run))
			return false;
		c->keep_next = (struct keeps){0, 0};
	}
	return true;
}

/* ---- parts ---- */

static enum fo_key part_span(const struct content_part *part)
{
	return part->block && fo_key(part->block, PROP_SPAN) == KEY_ALL ? KEY_ALL : KEY_NONE;
}

/* The break that is asked for between what was placed and this part. The first part's own break-before has been seen to
 * by whoever asked for the object that it begins. */
static enum fo_key break_between(struct column *c, const struct content_part *part, bool first)
{
	enum fo_key kind = c->break_after;
	if (part->block && !first)
		kind = break_stronger(kind, break_before(c->l, part->block, c->page));
	return kind;
}

/* Everything that may happen between two parts: forced breaks, a change of span, a place to end. */
static bool pass_between(struct column *c, const struct fo_node *node, const struct content_part *part, bool first)
{
	bool flow = node->kind == FO_FLOW;
	enum fo_key kind = break_between(c, part, first && !flow);
	if (c->size != MPT_MAX && column_needs_break(c, kind))
		return column_end(c, kind);
	c->break_after = KEY_AUTO;
	if (flow && c->span != KEY_NONE_GIVEN && part_span(part) != c->span)
		return column_end(c, KEY_ALL);
	if (first)
		return true;
	struct keeps previous = part->block ? keep_with_previous(c->l, part->block, c->page) : (struct keeps){0, 0};
	return column_may_break(c, column_rank(c, previous));
}

static bool layout_part(struct column *c, const struct fo_node *node, const struct content_part *part)
{
	return part->block ? column_layout_node(c, part->block) : layout_lines(c, node, part->lines);
}

static bool is_out_of_line(const struct content_part *part)
{
	if (!part->block || part->block->kind != FO_BLOCK_CONTAINER)
		return false;
	enum fo_key position = fo_key(part->block, PROP_ABSOLUTE_POSITION);
	return position == KEY_ABSOLUTE || position == KEY_FIXED;
}

static bool layout_parts(struct column *c, const struct fo_node *node, bool resumed)
{
	const struct content *content = content_of(c->l, node, c->page);
	uint32_t first = column_step(c)->part;
	for (uint32_t i = first; i < content->count; i++) {
		const struct content_part *part = &content->part[i];
		if (i > first || !resumed) {
			*column_step(c) = (struct break_step){.node = node, .part = i};
			if (c->held == node && i >= c->held_part)
				c->keep = (struct keeps){FO_KEEP_ALWAYS, FO_KEEP_ALWAYS};
			if (!is_out_of_line(part) && !pass_between(c, node, part, i == 0))
				return false;
		}
		if (!layout_part(c, node, part))
			return false;
	}
	return true;
}

bool column_layout_parts(struct column *c, const struct fo_node *node, bool resumed)
{
	/* A break before a part is a break between parts when it is taken up again: the part's own span and the page's
	 * parity still count. */
	bool inside = resumed && (c->matched < c->from->depth || column_step(c)->offset > 0);
	return layout_parts(c, node, inside);
}

bool column_layout_content(struct column *c, const struct fo_node *node)
{
	bool resumed = column_push(c, node);
	bool done = column_layout_parts(c, node, resumed);
	column_pop(c);
	return done;
}

/* ---- objects ---- */

mpt containing_inline_size(const struct column *c, const struct fo_node *node)
{
	for (const struct fo_node *round = node->parent; round; round = round->parent)
		switch (round->kind) {
		case FO_WRAPPER:
		case FO_INLINE:
		case FO_BASIC_LINK:
		case FO_TABLE_AND_CAPTION:
		case FO_LIST_ITEM_LABEL:
		case FO_LIST_ITEM_BODY:
		case FO_RETRIEVE_MARKER:
		case FO_RETRIEVE_TABLE_MARKER:
		case FO_MULTI_SWITCH:
		case FO_MULTI_CASE:
			continue;
		case FO_BLOCK:
		case FO_LIST_BLOCK:
		case FO_LIST_ITEM:
			return mpt_max(0, c->inline_size - fo_length(round, PROP_START_INDENT, c->inline_size) -
			                      fo_length(round, PROP_END_INDENT, c->inline_size));
		default:
			return c->inline_size;
		}
	return c->inline_size;
}

void box_inline_place(const struct column *c, const struct fo_node *node, mpt *offset, mpt *size)
{
	struct edges border = box_border(node), padding = box_padding(node, c->inline_size);
	mpt start = fo_length(node, PROP_START_INDENT, c->inline_size);
	mpt end = fo_length(node, PROP_END_INDENT, c->inline_size);
	*offset = start - border.start - padding.start;
	*size = mpt_max(0, c->inline_size - end + border.end + padding.end - *offset);
}

/* A block without content has an area all the same, if of no size: spaces before and after it are not one sequence
 * (XSL 4.2.5). */
static bool place_empty(struct column *c, const struct fragment *f)
{
	if (!stacking_has_opening(c, f))
		return true;
	if (!column_make_room(c, 0, NULL))
		return false;
	column_settle(c);
	/* It makes no page of its own. */
	c->area_start = false;
	c->placed = true;
	c->keep_next = (struct keeps){0, 0};
	return true;
}

static bool block_layout(struct column *c, const struct fo_node *node, bool resumed)
{
	mpt offset, size;
	box_inline_place(c, node, &offset, &size);
	struct fragment *f = column_open_box(c, node, FRAGMENT_BLOCK, offset, size, resumed);
	bool done = column_layout_parts(c, node, resumed) && (resumed || place_empty(c, f));
	column_close_box(c, f, done);
	return done && !c->ended;
}

bool column_layout_object(struct column *c, const struct fo_node *node,
                          bool (*inner)(struct column *c, const struct fo_node *node, bool resumed))
{
	struct keeps outer = c->keep;
	bool resumed = column_push(c, node);
	if (!resumed)
		column_add_space(c, space_of(node, PROP_SPACE_BEFORE_MINIMUM, c->inline_size));
	if (!resumed && !intrusion_clear(c, node)) {
		column_pop(c);
		return false;
	}
	c->keep = keeps_max(c->keep, keep_together(node));
	struct displacement displacement = intrusion_open_block(c, node);
	bool done = inner(c, node, resumed);
	intrusion_close_block(c, &displacement);
	c->keep = outer;
	column_pop(c);
	if (!done)
		return false;
	column_add_space(c, space_of(node, PROP_SPACE_AFTER_MINIMUM, c->inline_size));
	c->keep_next = keeps_max(c->keep_next, keep_with_next(node));
	c->break_after = break_stronger(c->break_after, fo_key(node, PROP_BREAK_AFTER));
	return true;
}

bool column_layout_node(struct column *c, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_BLOCK:
		return column_layout_object(c, node, block_layout);
	case FO_BLOCK_CONTAINER:
		switch (fo_key(node, PROP_ABSOLUTE_POSITION)) {
		case KEY_ABSOLUTE:
		case KEY_FIXED:
			container_place_absolute(c, node);
			return true;
		default:
			return column_layout_object(c, node, container_layout);
		}
	case FO_LIST_BLOCK:
		return column_layout_object(c, node, list_block_layout);
	case FO_LIST_ITEM:
		return column_layout_object(c, node, list_item_layout);
	case FO_TABLE:
		return column_layout_object(c, node, table_layout);
	case FO_TABLE_AND_CAPTION:
		return column_layout_object(c, node, table_and_caption_layout);
	default:
		if (diag_first(c->l->diag, fo_kind_name(node->kind)))
			diag_warning(c->l->diag, node->loc, "%s is not supported here, it is left out", fo_kind_name(node->kind));
		return true;
	}
}
