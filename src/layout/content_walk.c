/* From a node's children to items of lines and to block-level parts (XSL 4.7.2): objects without areas of their own are
 * looked through. */
#include <stdlib.h>
#include <string.h>

#include "content_builder.h"
#include "inline_state.h"
#include "page_master.h"
#include "reference.h"

struct inline_item *builder_add(struct content_builder *b, enum inline_item_kind kind, const struct fo_node *node)
{
	ARRAY_RESERVE(b->item, b->item_count, b->item_capacity);
	struct inline_item *item = &b->item[b->item_count++];
	*item = (struct inline_item){.kind = kind, .node = node, .level = b->level};
	return item;
}

/* ---- parts ---- */

static struct content_part *add_part(struct content_builder *b)
{
	ARRAY_RESERVE(b->part, b->part_count, b->part_capacity);
	struct content_part *part = &b->part[b->part_count++];
	*part = (struct content_part){0};
	return part;
}

/* Edges alone make no line, and neither does text that has come to nothing. */
static bool makes_line(const struct inline_item *item)
{
	return item->kind != ITEM_START && item->kind != ITEM_END && (item->kind != ITEM_TEXT || item->size > 0);
}

static bool collected_lines(const struct content_builder *b)
{
	for (size_t i = 0; i < b->item_count; i++)
		if (makes_line(&b->item[i]))
			return true;
	return false;
}

/* Any part of it that is a percentage is one of the measure; paragraphs depend on it rarely. */
static bool length_is_relative(const struct fo_node *node, enum fo_property property)
{
	const struct fo_value *value = fo_value(node, property);
	return value->kind == FO_VALUE_LENGTH && value->percent != 0;
}

static bool item_depends_on_measure(const struct inline_item *item)
{
	static const enum fo_property lengths[] = {
	    PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM,
	    PROP_INLINE_PROGRESSION_DIMENSION,
	    PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM,
	    PROP_PADDING_START,
	    PROP_PADDING_END,
	};
	if (item->kind == ITEM_CONTAINER || item->kind == ITEM_LEADER)
		return true;
	if (item->kind != ITEM_PICTURE)
		return false;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		if (length_is_relative(item->node, lengths[i]))
			return true;
	return false;
}

static bool depends_on_measure(const struct content_builder *b)
{
	if (length_is_relative(b->block, PROP_TEXT_INDENT) || length_is_relative(b->block, PROP_LAST_LINE_END_INDENT))
		return true;
	for (size_t i = 0; i < b->item_count; i++)
		if (item_depends_on_measure(&b->item[i]))
			return true;
	return false;
}

static bool has_boxes(const struct content_builder *b)
{
	for (size_t i = 0; i < b->item_count; i++)
		if (b->item[i].level->boxed)
			return true;
	return false;
}

static void add_lines(struct content_builder *b)
{
	struct inline_content *c = arena_alloc(b->memory, sizeof *c);
	c->l = b->l;
	c->memory = b->memory;
	c->block = b->block;
	c->page = b->page;
	c->root = b->root;
	c->first_in_block = b->part_count == 0;
	c->by_measure = depends_on_measure(b);
	c->boxed = has_boxes(b);
	c->count = b->item_count;
	c->item = arena_array(b->memory, c->count, sizeof *c->item);
	memcpy(c->item, b->item, c->count * sizeof *c->item);
	c->uniform = inline_is_uniform(c);
	add_part(b)->lines = c;
}

void builder_finish_lines(struct content_builder *b)
{
	builder_trim_end(b);
	if (collected_lines(b))
		add_lines(b);
	b->item_count = 0;
	b->in_space = false;
	b->after_linefeed = true;
}

static void add_block(struct content_builder *b, const struct fo_node *node)
{
	builder_finish_lines(b);
	add_part(b)->block = node;
}

/* ---- inline-level objects ---- */

static void add_id(struct content_builder *b, const struct fo_node *node)
{
	if (node->id)
		builder_add(b, ITEM_ID, node);
}

/* An index names all pages of what has a key. */
static void add_id_end(struct content_builder *b, const struct fo_node *node)
{
	if (node->id && *fo_string(node, PROP_INDEX_KEY) && node->first_child)
		builder_add(b, ITEM_ID_END, node);
}

static void walk_level(struct content_builder *b, const struct fo_node *node)
{
	builder_open_level(b, node);
	if (!content_begins_with_block(node))
		add_id(b, node);
	builder_walk(b, node->first_child);
	add_id_end(b, node);
	builder_close_level(b);
}

static void add_as_written(struct content_builder *b, const struct fo_node *node, const char *text, size_t size)
{
	struct inline_item *item = builder_add(b, ITEM_TEXT, node);
	item->text = text;
	item->size = size;
	builder_note_content(b);
}

/* A number or a name that stands for text. */
void builder_add_generated(struct content_builder *b, const struct fo_node *node, const char *text)
{
	builder_open_level(b, node);
	add_id(b, node);
	if (*text)
		add_as_written(b, node, text, strlen(text));
	builder_close_level(b);
}

/* What a page number is taken to be while only widths are asked for. */
#define UNKNOWN_NUMBER "00"

static const char *page_label(const struct content_builder *b)
{
	return b->page && b->page->label ? b->page->label : UNKNOWN_NUMBER;
}

/* The label outlives the pass that it is from. */
static const char *note_citation(struct content_builder *b, const struct fo_node *node)
{
	const char *label = reference_label(b->l, node);
	struct content_citation *citation = arena_alloc(b->memory, sizeof *citation);
	*citation = (struct content_citation){b->citation, node, arena_strdup(b->memory, label)};
	b->citation = citation;
	return citation->label;
}

/* How large a picture is shown, in percent of its own size (XSL 6.6.15). */
static const char *scaling_label(struct content_builder *b, const struct fo_node *node)
{
	const char *id = fo_string(node, PROP_REF_ID);
	const struct fo_node *cited = reference_object(b->l->references, id);
	if (!cited || (cited->kind != FO_EXTERNAL_GRAPHIC && cited->kind != FO_INSTREAM_FOREIGN_OBJECT)) {
		if (cited)
			diag_error(b->l->diag, node->loc, "fo:scaling-value-citation: '%s' is the id of %s, which is no picture",
			           id, fo_kind_name(cited->kind));
		return "";
	}
	struct picture picture = picture_of(b->l, cited, 0);
	bool by_height = fo_key(node, PROP_SCALE_OPTION) == KEY_HEIGHT;
	const struct graphic *graphic = picture.graphic;
	mpt own = !graphic ? 0 : by_height ? graphic->height : graphic->width;
	if (own <= 0)
		return "";
	mpt base = fo_length(node, PROP_INTRINSIC_SCALE_VALUE, 100);
	mpt scale = mpt_scale(by_height ? picture.content_height : picture.content_width, base, own);
	return number_label(node, (int)mpt_min(mpt_max(scale, 0), 1000000), b->memory);
}

static void add_character(struct content_builder *b, const struct fo_node *node)
{
	const char *text = fo_string(node, PROP_CHARACTER);
	bool in_space = b->in_space;
	builder_open_level(b, node);
	add_id(b, node);
	b->in_space = in_space;
	if (fo_key(node, PROP_SUPPRESS_AT_LINE_BREAK) == KEY_RETAIN)
		add_as_written(b, node, text, strlen(text));
	else
		builder_add_text(b, node, text, strlen(text));
	in_space = b->in_space;
	builder_close_level(b);
	b->in_space = in_space;
}

static void add_object(struct content_builder *b, enum inline_item_kind kind, const struct fo_node *node)
{
	add_id(b, node);
	struct inline_item *item = builder_add(b, kind, node);
	item->no_break_before = fo_keep(node, PROP_KEEP_WITH_PREVIOUS_WITHIN_LINE) == FO_KEEP_ALWAYS;
	item->no_break_after = fo_keep(node, PROP_KEEP_WITH_NEXT_WITHIN_LINE) == FO_KEEP_ALWAYS;
	builder_note_content(b);
}

/* The anchor sticks to the citation before it. */
static void add_footnote(struct content_builder *b, const struct fo_node *node)
{
	add_id(b, node);
	bool in_space = b->in_space;
	builder_walk(b, node->first_child);
	b->in_space = in_space && b->in_space;
	builder_add(b, ITEM_FOOTNOTE, node);
}

static void add_float(struct content_builder *b, const struct fo_node *node)
{
	builder_add(b, ITEM_FLOAT, node);
}

/* What is set elsewhere stands behind the ruby, whose area is of its own: the column looks for it in the line. */
static void add_anchors_in(struct content_builder *b, const struct fo_node *part)
{
	for (const struct fo_node *child = part->first_child; child; child = child->next) {
		if (child->kind == FO_FOOTNOTE)
			builder_add(b, ITEM_FOOTNOTE, child);
		else if (child->kind == FO_FLOAT)
			add_float(b, child);
		else
			add_anchors_in(b, child);
	}
}

/* An item for each base; a text without one before it has a base of its own kind, so that it is not lost. */
static void walk_ruby(struct content_builder *b, const struct fo_node *node)
{
	builder_open_level(b, node);
	add_id(b, node);
	const struct fo_node *before = NULL;
	for (const struct fo_node *child = node->first_child; child; before = child, child = child->next) {
		if (child->kind == FO_RUBY_BASE || !before || before->kind != FO_RUBY_BASE)
			add_object(b, ITEM_RUBY, child);
		add_anchors_in(b, child);
	}
	builder_close_level(b);
}

/* ---- objects that show others ---- */

static void walk_retrieved(struct content_builder *b, const struct fo_node *node)
{
	const struct fo_node *marker = b->page ? page_retrieve_marker(b->l, b->page, node) : NULL;
	if (!marker)
		return;
	struct inline_state *state = inline_state_of(b->l);
	struct inline_map_entry *entry = inline_map_at(&state->retrieved, b->l->memory, marker, node);
	if (!entry->done) {
		entry->value = fo_retrieve(b->l->tree, marker, node, b->l->memory, b->l->diag);
		entry->done = true;
	}
	builder_walk(b, entry->value);
}

/* The case that shows at first: the first whose starting-state says so (XSL 6.9.3). */
static const struct fo_node *initial_case(const struct fo_node *multi_switch)
{
	for (const struct fo_node *child = multi_switch->first_child; child; child = child->next)
		if (child->kind == FO_MULTI_CASE && fo_key(child, PROP_STARTING_STATE) != KEY_HIDE)
			return child;
	return NULL;
}

static void walk_switch(struct content_builder *b, const struct fo_node *node)
{
	const struct fo_node *shown = initial_case(node);
	if (shown)
		walk_level(b, shown);
}

/* ---- the walk ---- */

static bool walk_out_of_line(struct content_builder *b, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_FOOTNOTE:
		add_footnote(b, node);
		return true;
	case FO_FLOAT:
		add_float(b, node);
		return true;
	case FO_INDEX_RANGE_BEGIN:
		if (!content_goes_with_next_block(node))
			add_id(b, node);
		return true;
	case FO_INDEX_RANGE_END:
		builder_add(b, ITEM_ID_END, node);
		return true;
	default:
		return false;
	}
}

static bool walk_object(struct content_builder *b, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
		add_object(b, ITEM_PICTURE, node);
		return true;
	case FO_INLINE_CONTAINER:
		add_object(b, ITEM_CONTAINER, node);
		return true;
	case FO_LEADER:
		builder_open_level(b, node);
		add_object(b, ITEM_LEADER, node);
		builder_close_level(b);
		return true;
	case FO_CHARACTER:
		add_character(b, node);
		return true;
	case FO_PAGE_NUMBER:
		builder_add_generated(b, node, page_label(b));
		return true;
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		builder_add_generated(b, node, note_citation(b, node));
		return true;
	case FO_SCALING_VALUE_CITATION:
		builder_add_generated(b, node, scaling_label(b, node));
		return true;
	case FO_INDEX_PAGE_CITATION_LIST:
		note_citation(b, node);
		builder_add_index(b, node);
		return true;
	default:
		return false;
	}
}

static bool walk_through(struct content_builder *b, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_BIDI_OVERRIDE:
	case FO_WRAPPER:
	case FO_MULTI_TOGGLE:
	case FO_MULTI_PROPERTIES:
		walk_level(b, node);
		return true;
	case FO_MULTI_SWITCH:
		walk_switch(b, node);
		return true;
	case FO_RUBY:
		walk_ruby(b, node);
		return true;
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		walk_retrieved(b, node);
		return true;
	default:
		return false;
	}
}

/* What has no area where it stands. */
static bool is_elsewhere(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_MARKER:
	case FO_FOOTNOTE_BODY:
	case FO_MULTI_PROPERTY_SET:
	case FO_INITIAL_PROPERTY_SET:
	case FO_CHANGE_BAR_BEGIN:
	case FO_CHANGE_BAR_END:
	case FO_TITLE:
		return true;
	default:
		return false;
	}
}

static void walk_node(struct content_builder *b, const struct fo_node *node)
{
	if (node->kind == FO_TEXT)
		builder_add_text(b, node, node->text, node->text_size);
	else if (content_is_block_level(node))
		add_block(b, node);
	else if (!is_elsewhere(node) && !walk_through(b, node) && !walk_object(b, node) && !walk_out_of_line(b, node) &&
	         diag_first(b->l->diag, fo_kind_name(node->kind)))
		diag_warning(b->l->diag, node->loc, "%s is not supported here, it is left out", fo_kind_name(node->kind));
}

void builder_walk(struct content_builder *b, const struct fo_node *first_child)
{
	for (const struct fo_node *child = first_child; child; child = child->next)
		walk_node(b, child);
}
