/* What a block holds: block-level objects and, between them, lines of inline-level content (XSL 4.7).
 * Wrappers, inlines and links that hold blocks are looked through, so that a caller sees one flat list. */
#ifndef CBUA_CONTENT_H
#define CBUA_CONTENT_H

#include "fragment.h"
#include "internal.h"

struct inline_content;

struct content_part {
	const struct fo_node *block; /* a block-level object; NULL: lines */
	struct inline_content *lines;
};

/* A page number that is cited, as it was when the content was made. */
struct content_citation {
	const struct content_citation *next;
	const struct fo_node *node;
	const char *label;
};

struct content {
	struct content_part *part;
	size_t count;
	const struct content_citation *citation; /* all that it shows; NULL: none */
	/* Out-of-line children that stand between parts are found in parts too: a fo:float or a fo:footnote between blocks
	 * is in the lines of an inline_content of its own; absolutely positioned fo:block-containers are parts with .block.
	 */
};

/* Cached by node, and made anew only when a number that it cites has changed; unless something in it depends on the
 * page (page numbers, markers): that is made anew in page->memory for every page. fo:marker children are left out;
 * fo:retrieve-marker children are replaced by what they retrieve. */
const struct content *content_of(struct layout *l, const struct fo_node *node, const struct page_context *page);

/* How much less and how much more than its optimum a line's height may be (XSL 7.16.4): half of that before the line
 * and half after it is space like any (4.5). */
void line_height_range(const struct fo_node *block, mpt *less, mpt *more);

/* Lines of this content as they fall in a measure that is the same for all lines, from a text offset on (0: the
 * beginning). Remembered for the measure it was last asked for. */
const struct text_breaks *inline_breaks(struct layout *l, struct inline_content *c, uint32_t offset, mpt measure);

/* A text offset as it is kept in a break token, and back: page numbers before it do not count, since they have another
 * length on another page. */
uint32_t inline_kept_offset(const struct inline_content *c, uint32_t offset);
uint32_t inline_offset_of(struct inline_content *c, uint32_t kept, mpt measure);

/* Line i as a fragment: inline_offset and block_offset 0, inline_size the measure, block_size the line's height by
 * line-stacking-strategy. Lives in page->memory. The node is the block. */
struct fragment *inline_line(struct layout *l, struct inline_content *c, const struct text_breaks *breaks, size_t i,
                             const struct page_context *page);

/* Widest unbreakable part and widest line without breaking. */
void inline_widths(struct layout *l, struct inline_content *c, mpt *min_content, mpt *max_content);

/* The size at which a picture is shown, with border and padding: content-width/height, scaling, width/height
 * (XSL 6.6.5, 7.15). base: what percentages refer to. NULL graphic: a missing picture, which has no size. */
struct picture {
	const struct graphic *graphic;
	mpt inline_size, block_size; /* border rectangle */
	struct edges border, padding;
	mpt content_offset_inline, content_offset_block; /* of the picture in the content rectangle */
	mpt content_width, content_height;
	bool clip;
};
struct picture picture_of(struct layout *l, const struct fo_node *node, mpt base);

#endif
