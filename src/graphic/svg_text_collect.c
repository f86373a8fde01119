/* The characters of a text element, white space treated (SVG 1.1, 10.15), each with its place (10.4) and style. */
#include <string.h>

#include "svg_private.h"

/* Lists of places that an element gives to its characters; frames nest as elements do. */
enum { LIST_X, LIST_Y, LIST_DX, LIST_DY, LIST_ROTATE, LISTS };

struct list {
	double *value;
	size_t count;
};

struct frame {
	const struct frame *outer;
	struct list list[LISTS];
	size_t first; /* index of the element's first character */
	double shift; /* of the baseline, with all outer ones */
};

struct collector {
	struct svg_context *c;
	struct svg_characters out;
	bool after_space; /* white space that follows is dropped */
};

static struct list read_list(struct svg_context *c, const xmlNode *element, const char *name,
                             const struct svg_state *state, enum svg_axis axis)
{
	struct list list = {0};
	const char *text = svg_attribute(c, element, name);
	if (!text)
		return list;
	size_t capacity = strlen(text) / 2 + 1;
	list.value = arena_array(c->scratch, capacity, sizeof *list.value);
	svg_skip_space(&text);
	while (*text && list.count < capacity && svg_length(&text, &state->units, axis, &list.value[list.count])) {
		list.count++;
		svg_skip_comma(&text);
	}
	if (*text)
		diag_warning(c->store->d, svg_loc(c, element), "SVG: %s: expected lengths, got '%.20s'", name, text);
	return list;
}

static struct frame open_frame(struct collector *k, const xmlNode *element, const struct svg_state *state,
                               const struct frame *outer)
{
	struct svg_context *c = k->c;
	struct frame frame = {.outer = outer, .first = k->out.count};
	frame.list[LIST_X] = read_list(c, element, "x", state, SVG_HORIZONTAL);
	frame.list[LIST_Y] = read_list(c, element, "y", state, SVG_VERTICAL);
	frame.list[LIST_DX] = read_list(c, element, "dx", state, SVG_HORIZONTAL);
	frame.list[LIST_DY] = read_list(c, element, "dy", state, SVG_VERTICAL);
	frame.list[LIST_ROTATE] = read_list(c, element, "rotate", state, SVG_OTHER);
	frame.shift = (outer ? outer->shift : 0) + state->style.baseline_shift;
	return frame;
}

/* The innermost value for the next character; the last rotation goes on for all that follow. */
static bool find_value(const struct collector *k, const struct frame *frame, int which, double *out)
{
	for (; frame; frame = frame->outer) {
		const struct list *list = &frame->list[which];
		size_t i = k->out.count - frame->first;
		if (which == LIST_ROTATE && list->count > 0 && i >= list->count)
			i = list->count - 1;
		if (i < list->count) {
			*out = list->value[i];
			return true;
		}
	}
	return false;
}

static void add_character(struct collector *k, uint32_t codepoint, const xmlNode *node, const struct svg_state *state,
                          const struct frame *frame)
{
	struct svg_characters *out = &k->out;
	struct svg_character ch = {.codepoint = codepoint, .state = state, .node = node, .shift = frame->shift};
	ch.has_x = find_value(k, frame, LIST_X, &ch.x);
	ch.has_y = find_value(k, frame, LIST_Y, &ch.y);
	(void)find_value(k, frame, LIST_DX, &ch.dx);
	(void)find_value(k, frame, LIST_DY, &ch.dy);
	(void)find_value(k, frame, LIST_ROTATE, &ch.rotate);
	if (out->count == out->capacity) {
		size_t capacity = out->capacity ? out->capacity * 2 : 64;
		out->item = arena_grow(k->c->scratch, out->item, out->count, capacity, sizeof *out->item);
		out->capacity = capacity;
	}
	out->item[out->count++] = ch;
}

static void add_text(struct collector *k, const char *text, const xmlNode *node, const struct svg_state *state,
                     const struct frame *frame)
{
	size_t size = strlen(text), at = 0;
	bool preserve = state->style.preserve_space;
	while (at < size) {
		uint32_t c = utf8_next(text, size, &at);
		if (!preserve && (c == '\n' || c == '\r'))
			continue;
		/* Separators of lines and paragraphs have no meaning here. */
		if (c == '\n' || c == '\r' || c == '\t' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029)
			c = ' ';
		bool space = c == ' ' && !preserve;
		if (!(space && k->after_space))
			add_character(k, c, node, state, frame);
		k->after_space = space;
	}
}

static void collect(struct collector *k, const xmlNode *element, const struct svg_state *state,
                    const struct frame *outer);

static void collect_child(struct collector *k, const xmlNode *child, const struct svg_state *state,
                          const struct frame *frame)
{
	struct svg_context *c = k->c;
	if (svg_is(child, "title") || svg_is(child, "desc"))
		return;
	if (svg_is(child, "textPath"))
		svg_unsupported(c, child, "text along a path", "set straight");
	else if (!svg_is(child, "tspan") && !svg_is(child, "a")) {
		svg_unsupported(c, child, arena_printf(c->scratch, "element '%s' in text", (const char *)child->name),
		                "left out");
		return;
	}
	struct svg_state *inside = arena_alloc(c->scratch, sizeof *inside);
	*inside = *state;
	inside->style = svg_style_compute(&c->styler, child, &state->style, &state->units, svg_loc(c, child));
	inside->units.font_size = inside->style.font_size;
	if (!inside->style.display_none)
		collect(k, child, inside, frame);
}

static void collect(struct collector *k, const xmlNode *element, const struct svg_state *state,
                    const struct frame *outer)
{
	struct frame frame = open_frame(k, element, state, outer);
	for (const xmlNode *child = element->children; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE) {
			collect_child(k, child, state, &frame);
		} else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
			add_text(k, (const char *)child->content, element, state, &frame);
		} else if (child->type == XML_ENTITY_REF_NODE) {
			xmlChar *text = xmlNodeGetContent(child);
			add_text(k, text ? (const char *)text : "", element, state, &frame);
			xmlFree(text);
		}
	}
}

struct svg_characters svg_text_collect(struct svg_context *c, const xmlNode *text, const struct svg_state *state)
{
	struct collector k = {.c = c, .after_space = true};
	collect(&k, text, state, NULL);
	if (k.after_space && k.out.count > 0)
		k.out.count--;
	return k.out;
}
