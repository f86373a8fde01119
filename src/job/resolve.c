/* A URI in the formatting objects to a file that may be read. */
#define _XOPEN_SOURCE 700
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

/* Relative to the file that names it; else to the input, the theme or the template, whose pictures a template names. */
static const char *base_of(const struct source *s, const char *uri, struct loc loc)
{
	const char *bases[] = {loc.file, s->options->input, s->theme_path, s->template_path};
	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
		char *path = bases[i] ? load_path(uri, bases[i]) : NULL;
		bool exists = path && access(path, F_OK) == 0;
		free(path);
		if (exists)
			return bases[i];
	}
	return loc.file ? loc.file : s->options->input;
}

const char *resolve_uri(void *source, const char *uri, struct loc loc, struct arena *a)
{
	struct source *s = source;
	char *path = load_resolve(s->folders, uri, base_of(s, uri, loc), loc, s->d);
	const char *kept = path ? arena_strdup(a, path) : NULL;
	free(path);
	return kept;
}
