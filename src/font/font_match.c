/* From a request to faces: fontconfig's rules widen the family list, the rules of CSS Fonts 4 choose within a family.
 */
#include <stdlib.h>
#include <string.h>

#include "font_private.h"

/* How far a weight is from the wanted one, by CSS Fonts 4, 5.2: lighter first for light ones, bolder first for bold
 * ones. */
static int weight_distance(int wanted, int weight)
{
	const int second = 1000, third = 2000;
	if (wanted >= 400 && wanted <= 500) {
		if (weight >= wanted && weight <= 500)
			return weight - wanted;
		return weight < wanted ? second + wanted - weight : third + weight - wanted;
	}
	if (wanted < 400)
		return weight <= wanted ? wanted - weight : second + weight - wanted;
	return weight >= wanted ? weight - wanted : second + wanted - weight;
}

static int slant_distance(enum font_slant wanted, enum font_slant slant)
{
	static const int distance[3][3] = {
	    [FONT_NORMAL] = {[FONT_NORMAL] = 0, [FONT_ITALIC] = 2, [FONT_OBLIQUE] = 1},
	    [FONT_ITALIC] = {[FONT_NORMAL] = 2, [FONT_ITALIC] = 0, [FONT_OBLIQUE] = 1},
	    [FONT_OBLIQUE] = {[FONT_NORMAL] = 2, [FONT_ITALIC] = 1, [FONT_OBLIQUE] = 0},
	};
	return distance[wanted][slant];
}

static int stretch_distance(int wanted, int stretch)
{
	const int second = 1000;
	if (wanted <= 100)
		return stretch <= wanted ? wanted - stretch : second + stretch - wanted;
	return stretch >= wanted ? stretch - wanted : second + wanted - stretch;
}

/* Small is near; stretch counts before slant, slant before weight. */
static int distance(const struct font_request *request, const struct font_entry *entry)
{
	int stretch = request->stretch ? request->stretch : 100, weight = request->weight ? request->weight : 400;
	return stretch_distance(stretch, entry->stretch) * 100000 + slant_distance(request->slant, entry->slant) * 10000 +
	       weight_distance(weight, entry->weight);
}

/* The index of the first name that is not less than folded. */
static size_t lower_bound(const struct font_library *library, const char *folded)
{
	size_t low = 0, high = library->name_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(library->names[middle].name, folded) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct font_entry *font_match_family(const struct font_library *library, const char *family,
                                     const struct font_request *request)
{
	struct arena_mark mark = arena_mark(library->arena);
	const char *folded = font_name_fold(library->arena, family);
	struct font_entry *best = NULL;
	for (size_t i = lower_bound(library, folded);
	     i < library->name_count && strcmp(library->names[i].name, folded) == 0; i++) {
		struct font_entry *entry = &library->entries[library->names[i].entry];
		if (!best || distance(request, entry) < distance(request, best))
			best = entry;
	}
	arena_reset(library->arena, mark);
	return best;
}

static bool starts_with_subtag(const char *language, const char *tag)
{
	size_t size = strlen(tag);
	for (size_t i = 0; i < size; i++)
		if ((language[i] | 0x20) != tag[i])
			return false;
	return language[size] == '\0' || language[size] == '-' || language[size] == '_';
}

/* True when one of the subtags after the first is tag (lower case). */
static bool has_subtag(const char *language, const char *tag)
{
	for (const char *rest = strpbrk(language, "-_"); rest; rest = strpbrk(rest + 1, "-_"))
		if (starts_with_subtag(rest + 1, tag))
			return true;
	return false;
}

/* The language as fonts.conf tests it. */
static const char *config_language(struct arena *a, const char *language)
{
	if (!language || !*language)
		return "und";
	if (starts_with_subtag(language, "zh") || starts_with_subtag(language, "yue") ||
	    starts_with_subtag(language, "cmn")) {
		if (has_subtag(language, "hk") || has_subtag(language, "mo"))
			return "zh-hk";
		return has_subtag(language, "hant") || has_subtag(language, "tw") ? "zh-tw" : "zh-cn";
	}
	char *primary = font_name_fold(a, language);
	primary[strcspn(primary, "-_")] = '\0';
	return primary;
}

static void pattern_add_families(FcPattern *pattern, struct arena *a, const char *families)
{
	for (const char *at = families ? families : ""; *at;) {
		at += strspn(at, " \t\r\n,");
		size_t size = 0;
		const char *start = at;
		if (*at == '"' || *at == '\'') {
			start = at + 1;
			size = strcspn(start, *at == '"' ? "\"" : "'");
			at = start + size + (start[size] != '\0');
			at += strcspn(at, ",");
		} else {
			size = strcspn(at, ",");
			at += size;
			while (size > 0 && strchr(" \t\r\n", start[size - 1]))
				size--;
		}
		if (size > 0)
			FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)arena_strndup(a, start, size));
	}
}

static FcPattern *request_pattern(struct arena *a, const struct font_request *request)
{
	FcPattern *pattern = FcPatternCreate();
	if (!pattern)
		return NULL;
	pattern_add_families(pattern, a, request->families);
	FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)config_language(a, request->language));
	FcPatternAddInteger(pattern, FC_SLANT,
	                    request->slant == FONT_NORMAL   ? FC_SLANT_ROMAN
	                    : request->slant == FONT_ITALIC ? FC_SLANT_ITALIC
	                                                    : FC_SLANT_OBLIQUE);
	FcPatternAddInteger(pattern, FC_WEIGHT, FcWeightFromOpenType(request->weight ? request->weight : 400));
	FcPatternAddInteger(pattern, FC_WIDTH, request->stretch ? request->stretch : FC_WIDTH_NORMAL);
	return pattern;
}

static bool contains(struct font_entry *const *list, size_t count, const struct font_entry *entry)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == entry)
			return true;
	return false;
}

/* A size adjust is a matrix that scales; characters may be taken from a face that has them in another form. */
static struct font_terms terms_of(const struct font_library *library, const struct font_entry *entry,
                                  FcPattern *request)
{
	struct font_terms terms = {.size_adjust = 1};
	FcPattern *pattern = FcPatternDuplicate(entry->pattern);
	if (!pattern)
		return terms;
	FcMatrix *matrix;
	FcConfigSubstituteWithPat(library->config, pattern, request, FcMatchFont);
	if (FcPatternGetMatrix(pattern, FC_MATRIX, 0, &matrix) == FcResultMatch && matrix->yy > 0.1 && matrix->yy < 10)
		terms.size_adjust = matrix->yy;
	FcCharSet *charset;
	if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &charset) == FcResultMatch &&
	    !FcCharSetEqual(charset, entry->charset))
		terms.charset = FcCharSetCopy(charset);
	FcPatternDestroy(pattern);
	return terms;
}

static bool is_generic(const FcPattern *pattern)
{
	FcBool generic;
	return FcPatternGetBool(pattern, "cbuageneric", 0, &generic) == FcResultMatch && generic;
}

void font_match_set(struct font_set *set)
{
	struct font_library *library = set->library;
	FcPattern *pattern = request_pattern(library->arena, &set->request);
	if (!pattern)
		return;
	FcConfigSubstitute(library->config, pattern, FcMatchPattern);
	FcChar8 *family;
	int count = 0;
	while (FcPatternGetString(pattern, FC_FAMILY, count, &family) == FcResultMatch)
		count++;
	set->chosen = arena_array(library->arena, (size_t)count, sizeof *set->chosen);
	set->terms = arena_array(library->arena, (size_t)count, sizeof *set->terms);
	set->generic = is_generic(pattern);
	for (int i = 0; i < count && FcPatternGetString(pattern, FC_FAMILY, i, &family) == FcResultMatch; i++) {
		struct font_entry *entry = font_match_family(library, (const char *)family, &set->request);
		if (!entry || contains(set->chosen, set->chosen_count, entry))
			continue;
		set->terms[set->chosen_count] = terms_of(library, entry, pattern);
		set->chosen[set->chosen_count++] = entry;
	}
	FcPatternDestroy(pattern);
}

/* The class of a family in the order of fallback: the kind of the set's own face, then text faces, then the others. */
static int family_class(const struct font_entry *entry, bool serif)
{
	if (strncmp(entry->family, "Noto Serif", 10) == 0)
		return serif ? 0 : 1;
	if (strncmp(entry->family, "Noto Sans", 9) == 0)
		return serif ? 1 : 0;
	return 2;
}

struct rest_order {
	struct font_entry *entry;
	int class;
};

static int compare_rest(const void *a, const void *b)
{
	const struct rest_order *x = a, *y = b;
	if (x->class != y->class)
		return x->class - y->class;
	int order = strcmp(x->entry->family, y->entry->family);
	return order ? order : (x->entry > y->entry) - (x->entry < y->entry);
}

void font_match_rest(struct font_set *set)
{
	const struct font_library *library = set->library;
	bool serif = set->chosen_count == 0 || !strstr(set->chosen[0]->family, "Sans");
	struct rest_order *order = xmalloc(library->entry_count * sizeof *order);
	size_t count = 0;
	for (size_t i = 0; i < library->entry_count; i++) {
		struct font_entry *entry = font_match_family(library, library->entries[i].family, &set->request);
		if (entry && entry == &library->entries[i])
			order[count++] = (struct rest_order){entry, family_class(entry, serif)};
	}
	qsort(order, count, sizeof *order, compare_rest);
	set->rest = arena_array(library->arena, count, sizeof *set->rest);
	for (size_t i = 0; i < count; i++)
		set->rest[i] = order[i].entry;
	set->rest_count = count;
	free(order);
}
