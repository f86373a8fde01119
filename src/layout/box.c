/* Border and padding of a node as lengths (XSL 7.8). Knows nothing of breaks, which may take some of them away. */
#include "internal.h"

/* A border without a style has no width (XSL 7.8.20). */
static mpt border_width(const struct fo_node *node, enum fo_property style, enum fo_property width)
{
	enum fo_key key = fo_key(node, style);
	return key == KEY_NONE || key == KEY_HIDDEN ? 0 : mpt_max(0, fo_length(node, width, 0));
}

struct edges box_border(const struct fo_node *node)
{
	return (struct edges){
	    .before = border_width(node, PROP_BORDER_BEFORE_STYLE, PROP_BORDER_BEFORE_WIDTH),
	    .after = border_width(node, PROP_BORDER_AFTER_STYLE, PROP_BORDER_AFTER_WIDTH),
	    .start = border_width(node, PROP_BORDER_START_STYLE, PROP_BORDER_START_WIDTH),
	    .end = border_width(node, PROP_BORDER_END_STYLE, PROP_BORDER_END_WIDTH),
	};
}

struct edges box_padding(const struct fo_node *node, mpt base)
{
	return (struct edges){
	    .before = mpt_max(0, fo_length(node, PROP_PADDING_BEFORE, base)),
	    .after = mpt_max(0, fo_length(node, PROP_PADDING_AFTER, base)),
	    .start = mpt_max(0, fo_length(node, PROP_PADDING_START, base)),
	    .end = mpt_max(0, fo_length(node, PROP_PADDING_END, base)),
	};
}
