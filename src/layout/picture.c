/* How large a picture is shown, and where in its viewport (XSL 6.6.5, 7.15.1 and following). */
#include <string.h>

#include "inline_private.h"
#include "inline_state.h"

/* ---- which picture ---- */

#define QR_NAMESPACE "urn:cbua:qr"

static const struct graphic *load_named(struct layout *l, const struct fo_node *node, const char *source)
{
	const char *path = source;
	if (l->options.resolve)
		path = l->options.resolve(l->options.context, source, node->loc, l->memory);
	return path ? graphic_load(l->graphics, path, node->loc) : NULL;
}

static const struct graphic *load_qr(struct layout *l, const xmlNode *element, struct loc loc)
{
	xmlChar *text = xmlNodeGetContent(element);
	xmlChar *level = xmlGetNoNsProp(element, BAD_CAST "level");
	const struct graphic *graphic =
	    graphic_from_qr(l->graphics, text ? (const char *)text : "", level && *level ? (char)*level : 'M', loc);
	xmlFree(text);
	xmlFree(level);
	return graphic;
}

static const struct graphic *load_foreign(struct layout *l, const struct fo_node *node)
{
	const struct fo_node *child = node->first_child;
	while (child && child->kind != FO_FOREIGN)
		child = child->next;
	if (!child || !child->foreign)
		return NULL;
	const xmlNode *element = child->foreign;
	if (element->ns && strncmp((const char *)element->ns->href, QR_NAMESPACE, strlen(QR_NAMESPACE)) == 0)
		return load_qr(l, element, child->loc);
	return graphic_from_svg(l->graphics, element, "", font_size_of(node), child->loc);
}

static const struct graphic *graphic_of(struct layout *l, const struct fo_node *node)
{
	struct inline_map_entry *entry = inline_map_at(&inline_state_of(l)->graphics, l->memory, node, NULL);
	if (!entry->done) {
		entry->value =
		    node->kind == FO_EXTERNAL_GRAPHIC ? load_named(l, node, fo_string(node, PROP_SRC)) : load_foreign(l, node);
		entry->done = true;
	}
	return entry->value;
}

const struct graphic *background_graphic(struct layout *l, const struct fo_node *node)
{
	const char *source = fo_string(node, PROP_BACKGROUND_IMAGE);
	/* By style: rows and cells share one. */
	struct inline_map_entry *entry = inline_map_at(&inline_state_of(l)->graphics, l->memory, node->style, source);
	if (!entry->done) {
		const struct graphic *graphic = load_named(l, node, source);
		/* Loading may have made other entries. */
		entry = inline_map_at(&inline_state_of(l)->graphics, l->memory, node->style, source);
		entry->value = graphic;
		entry->done = true;
	}
	return entry->value;
}

/* ---- sizes ---- */

#define UNSET ((mpt)-1)

struct size {
	mpt width, height;
};

/* A dimension of the viewport as asked for: its optimum, else its minimum; UNSET for auto. base: UNSET where it is not
 * known. */
static mpt given_extent(const struct fo_node *node, enum fo_property optimum, enum fo_property minimum, mpt base)
{
	const enum fo_property order[] = {optimum, minimum};
	for (size_t i = 0; i < 2; i++) {
		const struct fo_value *value = fo_value(node, order[i]);
		if (value->kind == FO_VALUE_LENGTH && (value->percent == 0 || base != UNSET))
			return mpt_max(0, fo_length(node, order[i], base));
	}
	return UNSET;
}

struct extent {
	enum fo_property minimum, optimum, maximum, content;
};

static const struct extent inline_extent = {PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM,
                                            PROP_INLINE_PROGRESSION_DIMENSION,
                                            PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM, PROP_CONTENT_WIDTH};
static const struct extent block_extent = {PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM, PROP_BLOCK_PROGRESSION_DIMENSION,
                                           PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM, PROP_CONTENT_HEIGHT};

static bool scales_to_fit(enum fo_key key)
{
	return key == KEY_SCALE_TO_FIT || key == KEY_SCALE_DOWN_TO_FIT || key == KEY_SCALE_UP_TO_FIT;
}

/* The size that content-width or content-height asks for; UNSET: it follows from the other. */
static mpt content_extent(const struct fo_node *node, enum fo_property property, mpt intrinsic, mpt viewport)
{
	switch (fo_key(node, property)) {
	case KEY_NONE_GIVEN:
		return mpt_max(0, fo_length(node, property, intrinsic));
	case KEY_SCALE_TO_FIT:
		return viewport;
	case KEY_SCALE_DOWN_TO_FIT:
		return viewport != UNSET && intrinsic > viewport ? viewport : UNSET;
	case KEY_SCALE_UP_TO_FIT:
		return viewport != UNSET && intrinsic < viewport ? viewport : UNSET;
	default:
		return UNSET;
	}
}

/* An extent held within the least and greatest that the viewport may have. */
static mpt constrained(const struct fo_node *node, const struct extent *e, mpt size, mpt base)
{
	enum fo_key scale = fo_key(node, e->content);
	mpt most = given_extent(node, e->maximum, e->maximum, base),
	    least = given_extent(node, e->minimum, e->minimum, base);
	if (most != UNSET && scale != KEY_SCALE_UP_TO_FIT)
		size = mpt_min(size, most);
	if (least != UNSET && scale != KEY_SCALE_DOWN_TO_FIT)
		size = mpt_max(size, least);
	return size;
}

static mpt proportional(mpt of, mpt part, mpt whole)
{
	return whole > 0 ? mpt_scale(of, part, whole) : 0;
}

/* The greatest size with the proportions of shape in width and height. */
static struct size fit(struct size shape, mpt width, mpt height)
{
	if (shape.width <= 0 || shape.height <= 0)
		return (struct size){0, 0};
	mpt height_at_width = mpt_scale(shape.height, width, shape.width);
	if (height_at_width <= height)
		return (struct size){width, height_at_width};
	return (struct size){mpt_scale(shape.width, height, shape.height), height};
}

static bool is_uniform(const struct fo_node *node)
{
	return fo_key(node, PROP_SCALING) != KEY_NON_UNIFORM;
}

/* The intrinsic size within the limits of the viewport, for content that is to fit it. */
static struct size fitted_intrinsic(const struct fo_node *node, struct size intrinsic, mpt base)
{
	mpt width = constrained(node, &inline_extent, intrinsic.width, base);
	mpt height = constrained(node, &block_extent, intrinsic.height, UNSET);
	return is_uniform(node) ? fit(intrinsic, width, height) : (struct size){width, height};
}

/* The content's size from what was asked of each extent, and the other one's from its proportions. */
static struct size content_size(const struct fo_node *node, mpt width, mpt height, struct size shape)
{
	if (width == UNSET && height == UNSET)
		return shape;
	if (width == UNSET)
		return (struct size){proportional(shape.width, height, shape.height), height};
	if (height == UNSET)
		return (struct size){width, proportional(shape.height, width, shape.width)};
	return is_uniform(node) ? fit(shape, width, height) : (struct size){width, height};
}

/* ---- the picture in its place ---- */

static mpt inline_shift(const struct fo_node *node, mpt room)
{
	switch (fo_key(node, PROP_TEXT_ALIGN)) {
	case KEY_CENTER:
		return room / 2;
	case KEY_END:
	case KEY_RIGHT:
		return room;
	default:
		return 0;
	}
}

static mpt block_shift(const struct fo_node *node, mpt room)
{
	switch (fo_key(node, PROP_DISPLAY_ALIGN)) {
	case KEY_CENTER:
		return room / 2;
	case KEY_AFTER:
		return room;
	default:
		return 0;
	}
}

static void place(struct picture *p, const struct fo_node *node, struct size viewport)
{
	p->content_offset_inline = inline_shift(node, viewport.width - p->content_width);
	p->content_offset_block = block_shift(node, viewport.height - p->content_height);
	p->inline_size = viewport.width + p->border.start + p->border.end + p->padding.start + p->padding.end;
	p->block_size = viewport.height + p->border.before + p->border.after + p->padding.before + p->padding.after;
	enum fo_key overflow = fo_key(node, PROP_OVERFLOW);
	p->clip = overflow == KEY_HIDDEN || overflow == KEY_ERROR_IF_OVERFLOW;
	bool too_large = p->content_width > viewport.width || p->content_height > viewport.height;
	p->clip = p->clip && too_large;
}

struct picture picture_of(struct layout *l, const struct fo_node *node, mpt base)
{
	struct picture p = {
	    .graphic = graphic_of(l, node),
	    .border = box_border(node),
	    .padding = box_padding(node, base),
	};
	struct size intrinsic = p.graphic ? (struct size){p.graphic->width, p.graphic->height} : (struct size){0, 0};
	struct size viewport = {
	    given_extent(node, inline_extent.optimum, inline_extent.minimum, base),
	    given_extent(node, block_extent.optimum, block_extent.minimum, UNSET),
	};
	bool fits = scales_to_fit(fo_key(node, PROP_CONTENT_WIDTH)) || scales_to_fit(fo_key(node, PROP_CONTENT_HEIGHT));
	struct size shape = fits ? fitted_intrinsic(node, intrinsic, base) : intrinsic;
	mpt width = content_extent(node, PROP_CONTENT_WIDTH, intrinsic.width, viewport.width);
	mpt height = content_extent(node, PROP_CONTENT_HEIGHT, intrinsic.height, viewport.height);
	struct size content = content_size(node, width, height, shape);
	p.content_width = content.width;
	p.content_height = content.height;
	if (viewport.width == UNSET)
		viewport.width = constrained(node, &inline_extent, content.width, base);
	if (viewport.height == UNSET)
		viewport.height = constrained(node, &block_extent, content.height, UNSET);
	place(&p, node, viewport);
	return p;
}
