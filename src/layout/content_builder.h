/* How a node's children become parts: shared by content.c, content_walk.c and content_space.c. */
#ifndef CBUA_CONTENT_BUILDER_H
#define CBUA_CONTENT_BUILDER_H

#include "inline_private.h"
#include "inline_state.h"

/* What is done to white space: the block's properties (XSL 7.16). */
struct space_treatment {
	enum fo_key linefeed;
	bool collapse;
	bool ignore; /* all of it */
	bool ignore_after_linefeed, ignore_before_linefeed;
};

struct content_builder {
	struct layout *l;
	const struct page_context *page;
	struct arena *memory; /* the product's */
	const struct fo_node *block;
	struct content_part *part; /* on the heap while it grows */
	size_t part_count, part_capacity;
	struct inline_item *item; /* of the lines being collected; on the heap while they grow */
	size_t item_count, item_capacity;
	const struct content_citation *citation; /* the last one noted */
	const struct inline_level *root, *level;
	const struct fo_node *first_line; /* fo_first_line: all is built as that shows it; NULL: as it is */
	struct inline_map looks;          /* with a first_line: node to its copy */
	struct space_treatment treatment;
	bool in_space;       /* the last character was white space that is kept */
	bool after_linefeed; /* nothing but white space since a line feed, the block's start or a block */
};

struct inline_item *builder_add(struct content_builder *b, enum inline_item_kind kind, const struct fo_node *node);

/* content_space.c */
struct space_treatment space_treatment_of(const struct fo_node *block);
/* Text as written; what of it is kept becomes items. */
void builder_add_text(struct content_builder *b, const struct fo_node *node, const char *text, size_t size);
/* Takes away the white space that the lines' end has no use for. */
void builder_trim_end(struct content_builder *b);
/* Something that is not white space has been added. */
static inline void builder_note_content(struct content_builder *b)
{
	b->in_space = false;
	b->after_linefeed = false;
}

/* content_walk.c */
void builder_walk(struct content_builder *b, const struct fo_node *first_child);
/* Text that is not the document's own, as a level of the node. */
void builder_add_generated(struct content_builder *b, const struct fo_node *node, const char *text);
/* What has been collected for lines becomes a part. */
void builder_finish_lines(struct content_builder *b);

/* content_level.c */
const struct inline_level *level_of_block(struct content_builder *b);
void builder_open_level(struct content_builder *b, const struct fo_node *node);
void builder_close_level(struct content_builder *b);
/* Inside the block, round all that its first line may show. */
void builder_open_first_line(struct content_builder *b);
/* A level of the same object once more, whose content stays on one line. */
void builder_open_together(struct content_builder *b);
/* A level from which a link leads to an id; label: what stands in it. */
void builder_open_link(struct content_builder *b, const struct fo_node *node, const char *destination,
                       const char *label);

/* content_index.c: a fo:index-page-citation-list */
void builder_add_index(struct content_builder *b, const struct fo_node *list);

#endif
