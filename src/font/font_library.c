/* The library: fontconfig's configuration read, an index of its faces by family name. Opens no font file. */
#define _XOPEN_SOURCE 700
#include <stdlib.h>
#include <string.h>

#include "font_private.h"

static const struct loc nowhere = {NULL, 0};

/* fontconfig looks for a relative name in its own folders: it is given an absolute one. */
static FcConfig *config_from_file(const char *file, struct diag *d)
{
	FcConfig *config = FcConfigCreate();
	if (!config)
		return NULL;
	char *absolute = realpath(file, NULL);
	bool loaded = absolute && FcConfigParseAndLoad(config, (const FcChar8 *)absolute, FcTrue);
	free(absolute);
	if (!loaded) {
		diag_warning(d, nowhere, "font configuration: cannot use '%s'; the system's is used", file);
		FcConfigDestroy(config);
		return NULL;
	}
	return config;
}

/* The folder of the project's configuration first: faces that come with it. A <dir prefix="relative"> there would say
 * the same, but leaks in fontconfig 2.14. */
static void add_directories(FcConfig *config, const struct font_options *options, struct diag *d)
{
	if (options->config_file) {
		char *own = path_directory(options->config_file);
		FcConfigAppFontAddDir(config, (const FcChar8 *)own);
		free(own);
	}
	for (const char *const *directory = options->directories; directory && *directory; directory++)
		if (!FcConfigAppFontAddDir(config, (const FcChar8 *)*directory))
			diag_error(d, nowhere, "font folder: cannot read '%s'", *directory);
}

static FcConfig *config_load(const struct font_options *options, struct diag *d)
{
	const char *environment = getenv("FONTCONFIG_FILE");
	FcConfig *config = NULL;
	if (options->config_file && !(environment && *environment))
		config = config_from_file(options->config_file, d);
	if (!config)
		config = FcInitLoadConfig();
	if (!config)
		return NULL;
	if (!FcConfigBuildFonts(config)) {
		FcConfigDestroy(config);
		return NULL;
	}
	add_directories(config, options, d);
	return config;
}

static int pattern_int(const FcPattern *pattern, const char *object, int otherwise)
{
	int value;
	return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

static uint16_t pattern_weight(const FcPattern *pattern)
{
	int weight = FcWeightToOpenType(pattern_int(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR));
	return (uint16_t)(weight < 1 ? 400 : weight > 1000 ? 1000 : weight);
}

static enum font_slant pattern_slant(const FcPattern *pattern)
{
	int slant = pattern_int(pattern, FC_SLANT, FC_SLANT_ROMAN);
	return slant == FC_SLANT_ROMAN ? FONT_NORMAL : slant == FC_SLANT_OBLIQUE ? FONT_OBLIQUE : FONT_ITALIC;
}

/* A face that can be embedded whole: outlines in an OpenType file, no variable font, no bitmaps, no colour. */
static bool pattern_usable(const FcPattern *pattern)
{
	FcBool variable = FcFalse, outline = FcTrue, colour = FcFalse;
	FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
	FcPatternGetBool(pattern, FC_OUTLINE, 0, &outline);
	FcPatternGetBool(pattern, FC_COLOR, 0, &colour);
	FcChar8 *format;
	if (FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch)
		return false;
	bool sfnt = strcmp((const char *)format, "TrueType") == 0 || strcmp((const char *)format, "CFF") == 0;
	return sfnt && outline && !variable && !colour && pattern_int(pattern, FC_INDEX, 0) <= 0xFFFF;
}

static bool entry_from_pattern(struct font_entry *entry, const FcPattern *pattern, bool application)
{
	FcChar8 *file, *family;
	FcCharSet *charset;
	if (!pattern_usable(pattern) || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
	    FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch ||
	    FcPatternGetCharSet(pattern, FC_CHARSET, 0, &charset) != FcResultMatch)
		return false;
	*entry = (struct font_entry){
	    .pattern = pattern,
	    .charset = charset,
	    .file = (const char *)file,
	    .index = pattern_int(pattern, FC_INDEX, 0),
	    .application = application,
	    .weight = pattern_weight(pattern),
	    .stretch = (uint16_t)pattern_int(pattern, FC_WIDTH, FC_WIDTH_NORMAL),
	    .slant = pattern_slant(pattern),
	    .family = (const char *)family,
	};
	return true;
}

static void add_fonts(struct font_library *library, FcSetName name)
{
	const FcFontSet *fonts = FcConfigGetFonts(library->config, name);
	if (!fonts || fonts->nfont <= 0)
		return;
	size_t more = (size_t)fonts->nfont;
	library->entries = arena_grow(library->arena, library->entries, library->entry_count, library->entry_count + more,
	                              sizeof *library->entries);
	for (size_t i = 0; i < more; i++)
		if (entry_from_pattern(&library->entries[library->entry_count], fonts->fonts[i], name == FcSetApplication))
			library->entry_count++;
}

static int compare_entries(const void *a, const void *b)
{
	const struct font_entry *x = a, *y = b;
	if (x->application != y->application)
		return x->application ? -1 : 1;
	int order = strcmp(x->file, y->file);
	return order ? order : (x->index > y->index) - (x->index < y->index);
}

static int compare_names(const void *a, const void *b)
{
	const struct font_name *x = a, *y = b;
	int order = strcmp(x->name, y->name);
	return order ? order : (x->entry > y->entry) - (x->entry < y->entry);
}

char *font_name_fold(struct arena *a, const char *name)
{
	char *folded = arena_strdup(a, name);
	for (char *c = folded; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return folded;
}

static size_t count_names(const struct font_library *library)
{
	size_t count = 0;
	FcChar8 *name;
	for (size_t i = 0; i < library->entry_count; i++)
		for (int n = 0; FcPatternGetString(library->entries[i].pattern, FC_FAMILY, n, &name) == FcResultMatch; n++)
			count++;
	return count;
}

static void index_names(struct font_library *library)
{
	library->names = arena_array(library->arena, count_names(library), sizeof *library->names);
	FcChar8 *name;
	for (size_t i = 0; i < library->entry_count; i++)
		for (int n = 0; FcPatternGetString(library->entries[i].pattern, FC_FAMILY, n, &name) == FcResultMatch; n++)
			library->names[library->name_count++] =
			    (struct font_name){font_name_fold(library->arena, (const char *)name), (uint32_t)i};
	qsort(library->names, library->name_count, sizeof *library->names, compare_names);
}

struct font_library *font_library_new(const struct font_options *options, struct diag *d)
{
	struct arena *arena = arena_new();
	struct font_library *library = arena_alloc(arena, sizeof *library);
	library->arena = arena;
	library->diag = d;
	library->config = config_load(options, d);
	if (library->config) {
		add_fonts(library, FcSetSystem);
		add_fonts(library, FcSetApplication);
	}
	if (library->entry_count == 0) {
		diag_system(d, nowhere,
		            "no font found: install fonts-noto-cjk and fonts-paratype, or name a folder with --font-dir");
		font_library_free(library);
		return NULL;
	}
	qsort(library->entries, library->entry_count, sizeof *library->entries, compare_entries);
	index_names(library);
	return library;
}

static void free_sets(struct font_set *const *sets)
{
	for (size_t i = 0; i < FONT_BUCKETS; i++)
		for (struct font_set *set = sets[i]; set; set = set->next)
			for (size_t k = 0; k < set->chosen_count; k++)
				if (set->terms[k].charset)
					FcCharSetDestroy(set->terms[k].charset);
}

void font_library_free(struct font_library *library)
{
	if (!library)
		return;
	for (size_t i = 0; i < library->face_count; i++)
		font_face_close(library->faces[i]);
	free(library->faces);
	free_sets(library->sets);
	if (library->config)
		FcConfigDestroy(library->config);
	arena_free(library->arena);
}

size_t font_face_count(const struct font_library *library)
{
	return library->face_count;
}

const struct font_face *font_face_at(const struct font_library *library, size_t number)
{
	return library->faces[number];
}
