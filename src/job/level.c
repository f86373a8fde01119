/* The names of --pdf. */
#include <string.h>

#include "internal.h"
#include "pdf.h"

static const struct {
	const char *name;
	enum pdf_level level;
	bool tagged;
} levels[] = {
    {"none", PDF_PLAIN, true}, {"1b", PDF_A1B, false}, {"2a", PDF_A2A, true}, {"2b", PDF_A2B, true},
    {"2u", PDF_A2U, true},     {"3a", PDF_A3A, true},  {"3b", PDF_A3B, true}, {"3u", PDF_A3U, true},
};

static bool apply_one(const char *name, size_t size, struct pdf_options *options)
{
	if (size == 3 && strncmp(name, "ua1", 3) == 0) {
		options->ua1 = true;
		return true;
	}
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (strlen(levels[i].name) == size && strncmp(name, levels[i].name, size) == 0) {
			options->level = levels[i].level;
			options->tagged = levels[i].tagged;
			return true;
		}
	return false;
}

bool level_apply(const char *text, struct pdf_options *options)
{
	options->level = PDF_PLAIN;
	options->tagged = true;
	options->ua1 = false;
	for (const char *at = text ? text : "none";; at++) {
		size_t size = strcspn(at, ",");
		if (!apply_one(at, size, options))
			return false;
		at += size;
		if (!*at)
			return true;
	}
}

bool job_level_is_known(const char *text)
{
	struct pdf_options options = {0};
	return level_apply(text, &options);
}
