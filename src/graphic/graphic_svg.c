/* SVG as a picture: a file or an element to a box with page items in it. */
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "svg_private.h"

/* What a picture without a size of its own is, each way, in user units (as Apache FOP has it). */
#define DEFAULT_SIZE 100.0

/* ---- the document's size ---- */

static double extent(struct svg_context *c, const struct svg_state *state, const char *name, enum svg_axis axis)
{
	double value = svg_attribute_length(c, state, c->root, name, axis, -1);
	return value < 0 ? -1 : value;
}

/* Width and height: given, or from the other and the viewBox' proportions, or the viewBox' own. */
static void find_size(struct svg_context *c, struct svg_state *state, struct svg_box box)
{
	double width = extent(c, state, "width", SVG_HORIZONTAL), height = extent(c, state, "height", SVG_VERTICAL);
	if (box.width > 0 && width < 0)
		width = height < 0 ? box.width : height * box.width / box.height;
	if (box.width > 0 && height < 0)
		height = width * box.height / box.width;
	state->units.width = width < 0 ? DEFAULT_SIZE : width;
	state->units.height = height < 0 ? DEFAULT_SIZE : height;
}

static bool fits(const struct svg_context *c, mpt width, mpt height)
{
	const struct svg_box *b = &c->drawn;
	double slack = 1; /* mpt: rounding */
	return !c->may_overflow &&
	       (b->width < 0 || (b->x >= -slack && b->y >= -slack && b->x + b->width <= (double)width + slack &&
	                         b->y + b->height <= (double)height + slack));
}

static const struct page_path_segment *frame_of(struct svg_context *c, mpt width, mpt height)
{
	struct page_point corner[] = {{0, 0}, {width, 0}, {width, height}, {0, height}};
	struct page_path_segment *out = arena_array(c->memory, 5, sizeof *out);
	for (int i = 0; i < 4; i++)
		out[i] = (struct page_path_segment){i ? PAGE_LINE : PAGE_MOVE, {corner[i]}};
	out[4].verb = PAGE_CLOSE;
	return out;
}

/* The items, clipped to the box where some may lie outside. */
static void take_items(struct svg_context *c, struct graphic *graphic, bool clips)
{
	graphic->items = c->items.item + 1;
	graphic->item_count = c->items.count - 1;
	if (!clips || graphic->item_count == 0 || fits(c, graphic->width, graphic->height))
		return;
	/* Room for the first was left. */
	struct page_item *save = &c->items.item[0];
	save->save = (struct page_save){NULL, frame_of(c, graphic->width, graphic->height), 5, false, 1};
	svg_restore(c);
	graphic->items = c->items.item;
	graphic->item_count = c->items.count;
}

static const char *text_of_child(const struct svg_context *c, const char *name)
{
	for (const xmlNode *n = svg_element_from(c->root->children); n; n = svg_element_from(n->next)) {
		if (!svg_is(n, name))
			continue;
		xmlChar *text = xmlNodeGetContent(n);
		const char *copy = text && *text ? arena_strdup(c->memory, (const char *)text) : NULL;
		xmlFree(text);
		return copy;
	}
	return NULL;
}

static const struct graphic *draw(struct svg_context *c, mpt font_size)
{
	struct svg_state state = {.style = svg_style_initial(),
	                          .units = {(double)font_size / MPT_PER_POINT, DEFAULT_SIZE, DEFAULT_SIZE}};
	struct svg_box box = svg_view_box(c, c->root);
	struct svg_units page = state.units;
	state.style = svg_style_compute(&c->styler, c->root, &state.style, &page, svg_loc(c, c->root));
	find_size(c, &state, box);
	struct graphic *graphic = arena_alloc(c->memory, sizeof *graphic);
	*graphic = (struct graphic){.kind = GRAPHIC_VECTOR,
	                            .width = mpt_from_points(state.units.width),
	                            .height = mpt_from_points(state.units.height)};
	graphic->title = text_of_child(c, "title");
	if (!graphic->title)
		graphic->title = text_of_child(c, "desc");
	svg_save(c, NULL, NULL, 0, false, 1);
	state.matrix = svg_scaling(MPT_PER_POINT, MPT_PER_POINT);
	state.units.font_size = state.style.font_size;
	bool slices, shown = state.units.width > 0 && state.units.height > 0 && !state.style.display_none;
	bool fades = state.style.opacity < 1;
	if (box.width > 0 && shown) {
		const char *aspect = svg_attribute(c, c->root, "preserveAspectRatio");
		state.matrix = svg_multiply(state.matrix, svg_fit(box, state.units.width, state.units.height, aspect, &slices));
		state.units.width = box.width;
		state.units.height = box.height;
	}
	if (fades)
		svg_save(c, NULL, NULL, 0, false, state.style.opacity);
	if (shown)
		svg_draw_children(c, c->root, &state);
	if (fades)
		svg_restore(c);
	take_items(c, graphic, !state.style.overflow_visible);
	return graphic;
}

/* ---- the tree ---- */

static const xmlNode *next_node(const xmlNode *node, const xmlNode *root)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

/* The first element that has an id keeps it. */
static void index_ids(struct svg_context *c)
{
	for (const xmlNode *node = c->root; node; node = next_node(node, c->root)) {
		const char *id = node->type == XML_ELEMENT_NODE ? svg_attribute(c, node, "id") : NULL;
		if (id && *id)
			xmlHashAddEntry(c->ids, (const xmlChar *)id, (void *)(uintptr_t)node);
	}
}

static const struct graphic *draw_tree(struct graphic_store *store, const xmlNode *root, const char *file,
                                       mpt font_size, struct loc loc)
{
	struct svg_context c = {.store = store,
	                        .memory = store->memory,
	                        .scratch = arena_new(),
	                        .root = root,
	                        .ids = xmlHashCreate(64),
	                        .gradients = xmlHashCreate(16),
	                        .items = {.memory = store->memory},
	                        .file = file,
	                        .loc = loc,
	                        .drawn = {.width = -1}};
	struct arena *strings = arena_new();
	c.styler = (struct svg_styler){
	    .sheet = svg_sheet_read(root, c.scratch), .memory = c.scratch, .scratch = strings, .d = store->d};
	index_ids(&c);
	const struct graphic *graphic = draw(&c, font_size);
	xmlHashFree(c.gradients, NULL);
	xmlHashFree(c.ids, NULL);
	arena_free(strings);
	arena_free(c.scratch);
	return graphic;
}

const struct graphic *graphic_from_svg(struct graphic_store *store, const xmlNode *svg, const char *base, mpt font_size,
                                       struct loc loc)
{
	(void)base; /* the resolver starts from loc.file */
	if (!svg_is(svg, "svg")) {
		diag_error(store->d, loc, "picture: expected an svg element, got '%s'", (const char *)svg->name);
		return NULL;
	}
	return draw_tree(store, svg, NULL, font_size, loc);
}

/* ---- files ---- */

/* Does the document declare entities that would be read from elsewhere? They are left alone then. */
static bool has_external_entities(const xmlDoc *doc)
{
	for (const xmlNode *n = doc->intSubset ? doc->intSubset->children : NULL; n; n = n->next)
		if (n->type == XML_ENTITY_DECL && ((const xmlEntity *)(const void *)n)->etype != XML_INTERNAL_GENERAL_ENTITY)
			return true;
	return false;
}

static xmlDoc *parse(const struct graphic_source *source, int options, struct buffer *problem)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDoc *doc = NULL;
	if (parser)
		doc = xmlCtxtReadMemory(parser, (const char *)source->bytes, (int)source->size, source->name, NULL,
		                        options | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
		                            XML_PARSE_BIG_LINES);
	const xmlError *error = parser ? xmlCtxtGetLastError(parser) : NULL;
	if (!doc && error)
		buffer_printf(problem, "line %d: %s", error->line, error->message);
	while (problem->size > 0 && problem->data[problem->size - 1] == '\n')
		problem->data[--problem->size] = '\0';
	xmlFreeParserCtxt(parser);
	return doc;
}

static xmlDoc *read_document(struct graphic_store *store, const struct graphic_source *source)
{
	struct buffer problem = {0};
	xmlDoc *doc = parse(source, 0, &problem);
	/* Most documents have no entities and are read once. */
	if (doc && doc->intSubset && doc->intSubset->children && !has_external_entities(doc)) {
		xmlFreeDoc(doc);
		doc = parse(source, XML_PARSE_NOENT, &problem);
	}
	if (!doc)
		diag_error(store->d, source->loc, "picture '%s' is not well-formed: %s", source->name,
		           problem.size ? problem.data : "nothing could be read");
	buffer_free(&problem);
	return doc;
}

const struct graphic *graphic_read_svg(struct graphic_store *store, const struct graphic_source *source)
{
	xmlDoc *doc = read_document(store, source);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	const struct graphic *graphic = NULL;
	bool is_file = source->directory[0] != '\0';
	if (root && svg_is(root, "svg"))
		graphic = draw_tree(store, root, is_file ? source->name : NULL, 12 * MPT_PER_POINT, source->loc);
	else if (root)
		diag_error(store->d, source->loc, "picture '%s' is XML, but no SVG: its root is '%s'", source->name,
		           (const char *)root->name);
	xmlFreeDoc(doc);
	return graphic;
}
