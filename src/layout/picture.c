/* How large a picture is shown, and where in its viewport (XSL 6.6.5, 7.15.1 and following). */
#include <stdlib.h>
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

/* What a picture is shows in its content; content-type is only compared with it (XSL 7.30.7). */
static void check_content_type(struct layout *l, const struct fo_node *node, const struct graphic *graphic)
{
	static const char prefix[] = "content-type:";
	const char *given = fo_string(node, PROP_CONTENT_TYPE);
	if (!graphic || strncmp(given, prefix, strlen(prefix)) != 0)
		return;
	given += strlen(prefix);
	bool jpeg = graphic->kind == GRAPHIC_RASTER && graphic->image->format == PAGE_IMAGE_JPEG;
	const char *found = graphic->kind == GRAPHIC_VECTOR ? "image/svg+xml" : jpeg ? "image/jpeg" : "image/png";
	if (strcmp(given, found) != 0 && !(jpeg && strcmp(given, "image/jpg") == 0))
		diag_warning(l->diag, node->loc, "content-type: the picture is %s, got '%s'", found, given);
}

static const struct graphic *load_external(struct layout *l, const struct fo_node *node)
{
	const struct graphic *graphic = load_named(l, node, fo_string(node, PROP_SRC));
	check_content_type(l, node, graphic);
	return graphic;
}

static const struct graphic *load_qr(struct layout *l, const xmlNode *element, struct loc loc)
{
	xmlChar *text = xmlNodeGetContent(element);
	xmlChar *level = xmlGetNoNsProp(element, BAD_CAST "level");
	const struct graphic *graphic = graphic_from_qr(l->graphics, l->memory, text ? (const char *)text : "",
	                                                level && *level ? (char)*level : 'M', loc);
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
		entry->value = node->kind == FO_EXTERNAL_GRAPHIC ? load_external(l, node) : load_foreign(l, node);
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

/* Along the inline and the block axis. */
struct size {
	mpt along, across;
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

/* Along the inline and the block axis. In vertical text the picture's height lies along the inline axis. */
struct extents {
	struct extent along, across;
	bool vertical;
};

static struct extents extents_of(const struct fo_node *node)
{
	enum fo_key mode = fo_writing_mode(node);
	bool vertical = mode == KEY_TB_RL || mode == KEY_TB_LR;
	return (struct extents){
	    .along = {PROP_INLINE_PROGRESSION_DIMENSION_MINIMUM, PROP_INLINE_PROGRESSION_DIMENSION,
	              PROP_INLINE_PROGRESSION_DIMENSION_MAXIMUM, vertical ? PROP_CONTENT_HEIGHT : PROP_CONTENT_WIDTH},
	    .across = {PROP_BLOCK_PROGRESSION_DIMENSION_MINIMUM, PROP_BLOCK_PROGRESSION_DIMENSION,
	               PROP_BLOCK_PROGRESSION_DIMENSION_MAXIMUM, vertical ? PROP_CONTENT_WIDTH : PROP_CONTENT_HEIGHT},
	    .vertical = vertical,
	};
}

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
static struct size fit(struct size shape, mpt along, mpt across)
{
	if (shape.along <= 0 || shape.across <= 0)
		return (struct size){0, 0};
	mpt across_at_along = mpt_scale(shape.across, along, shape.along);
	if (across_at_along <= across)
		return (struct size){along, across_at_along};
	return (struct size){mpt_scale(shape.along, across, shape.across), across};
}

static bool is_uniform(const struct fo_node *node)
{
	return fo_key(node, PROP_SCALING) != KEY_NON_UNIFORM;
}

/* The intrinsic size within the limits of the viewport, for content that is to fit it. */
static struct size fitted_intrinsic(const struct fo_node *node, const struct extents *e, struct size intrinsic,
                                    mpt base)
{
	mpt along = constrained(node, &e->along, intrinsic.along, base);
	mpt across = constrained(node, &e->across, intrinsic.across, UNSET);
	return is_uniform(node) ? fit(intrinsic, along, across) : (struct size){along, across};
}

/* The content's size from what was asked of each extent, and the other one's from its proportions. */
static struct size content_size(const struct fo_node *node, mpt along, mpt across, struct size shape)
{
	if (along == UNSET && across == UNSET)
		return shape;
	if (along == UNSET)
		return (struct size){proportional(shape.along, across, shape.across), across};
	if (across == UNSET)
		return (struct size){along, proportional(shape.across, along, shape.along)};
	return is_uniform(node) ? fit(shape, along, across) : (struct size){along, across};
}

static struct size turned(struct size s, bool vertical)
{
	return vertical ? (struct size){s.across, s.along} : s;
}

/* The scale, in percent, that the list allows next to this one: the greatest that is no greater; else, unless any other
 * is allowed, the least (XSL 7.15.1, 7.15.2). */
static double allowed_scale(const struct fo_node *node, enum fo_property property, double scale)
{
	const char *list = fo_string(node, property);
	double below = 0, least = 0;
	for (const char *at = list; *at;) {
		char *end;
		double allowed = strtod(at, &end);
		if (end > at && *end == '%' && allowed > 0) {
			below = allowed <= scale + 1e-6 && allowed > below ? allowed : below;
			least = least <= 0 || allowed < least ? allowed : least;
		}
		at += strcspn(at, " ");
		at += strspn(at, " ");
	}
	bool any = strstr(list, "any") != NULL || least <= 0;
	return below > 0 ? below : any ? scale : least;
}

static mpt allowed_extent(const struct fo_node *node, enum fo_property property, mpt size, mpt intrinsic)
{
	if (intrinsic <= 0 || *fo_string(node, property) == '\0')
		return size;
	double scale = 100.0 * (double)size / (double)intrinsic, allowed = allowed_scale(node, property, scale);
	return mpt_from_points(allowed / 100 * (double)intrinsic / MPT_PER_POINT);
}

/* In the picture's own directions. Proportions that are kept bind one direction to the other's scale. */
static struct size allowed_size(const struct fo_node *node, struct size content, struct size intrinsic)
{
	mpt width = allowed_extent(node, PROP_ALLOWED_WIDTH_SCALE, content.along, intrinsic.along);
	if (width != content.along && is_uniform(node))
		content.across = proportional(content.across, width, content.along);
	content.along = width;
	mpt height = allowed_extent(node, PROP_ALLOWED_HEIGHT_SCALE, content.across, intrinsic.across);
	if (height != content.across && is_uniform(node))
		content.along = proportional(content.along, height, content.across);
	content.across = height;
	return content;
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

static void place(struct picture *p, const struct fo_node *node, struct size viewport, struct size content)
{
	p->content_offset_inline = inline_shift(node, viewport.along - content.along);
	p->content_offset_block = block_shift(node, viewport.across - content.across);
	p->inline_size = viewport.along + p->border.start + p->border.end + p->padding.start + p->padding.end;
	p->block_size = viewport.across + p->border.before + p->border.after + p->padding.before + p->padding.after;
	enum fo_key overflow = fo_key(node, PROP_OVERFLOW);
	bool cuts = overflow == KEY_HIDDEN || overflow == KEY_ERROR_IF_OVERFLOW;
	p->clip = cuts && (content.along > viewport.along || content.across > viewport.across);
}

static struct size intrinsic_size(const struct graphic *graphic, bool vertical)
{
	if (!graphic)
		return (struct size){0, 0};
	return turned((struct size){graphic->width, graphic->height}, vertical);
}

struct picture picture_of(struct layout *l, const struct fo_node *node, mpt base)
{
	struct picture p = {.graphic = graphic_of(l, node), .border = box_border(node), .padding = box_padding(node, base)};
	struct extents e = extents_of(node);
	struct size intrinsic = intrinsic_size(p.graphic, e.vertical);
	struct size viewport = {
	    given_extent(node, e.along.optimum, e.along.minimum, base),
	    given_extent(node, e.across.optimum, e.across.minimum, UNSET),
	};
	bool fits = scales_to_fit(fo_key(node, PROP_CONTENT_WIDTH)) || scales_to_fit(fo_key(node, PROP_CONTENT_HEIGHT));
	struct size shape = fits ? fitted_intrinsic(node, &e, intrinsic, base) : intrinsic;
	mpt along = content_extent(node, e.along.content, intrinsic.along, viewport.along);
	mpt across = content_extent(node, e.across.content, intrinsic.across, viewport.across);
	struct size content = content_size(node, along, across, shape);
	content = turned(allowed_size(node, turned(content, e.vertical), turned(intrinsic, e.vertical)), e.vertical);
	if (viewport.along == UNSET)
		viewport.along = constrained(node, &e.along, content.along, base);
	if (viewport.across == UNSET)
		viewport.across = constrained(node, &e.across, content.across, UNSET);
	place(&p, node, viewport, content);
	struct size physical = turned(content, e.vertical);
	p.content_width = physical.along;
	p.content_height = physical.across;
	return p;
}
