/* A bag as someone else may have made or changed it (RFC 8493, 3). SHA-512 and SHA-256. */
#define _DEFAULT_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "internal.h"

enum { TAG_FILE_MAX = 1 << 28 };

struct checking {
	const char *folder;
	struct diag *d;
	struct arena *memory;
	struct tree data;
	bool *listed; /* [data.count] */
	size_t checked;
};

bool bag_is_one(const char *folder)
{
	struct stat found;
	return stat(folder, &found) == 0 && S_ISDIR(found.st_mode);
}

static bool has_file(const struct checking *c, const char *name)
{
	struct stat found;
	char *path = path_join(c->folder, name);
	bool has = stat(path, &found) == 0 && S_ISREG(found.st_mode);
	free(path);
	return has;
}

static struct loc place(const struct checking *c, const char *name)
{
	return (struct loc){arena_printf(c->memory, "%s/%s", c->folder, name), 0};
}

/* "%0A" and the like, in place. */
static void decode_name(char *name)
{
	char *to = name;
	for (const char *at = name; *at; to++) {
		unsigned code;
		if (*at == '%' && sscanf(at + 1, "%2x", &code) == 1 && at[1] && at[2]) {
			*to = (char)code;
			at += 3;
		} else {
			*to = *at++;
		}
	}
	*to = '\0';
}

static bool leads_out(const char *name)
{
	return *name == '/' || *name == '~' || strncmp(name, "../", 3) == 0 || strstr(name, "/../");
}

static int compare_path(const void *key, const void *path)
{
	return strcmp(key, *(const char *const *)path);
}

static void note_listed(struct checking *c, const char *name)
{
	const char **at = c->data.count && strncmp(name, "data/", 5) == 0
	                      ? bsearch(name + 5, c->data.path, c->data.count, sizeof *c->data.path, compare_path)
	                      : NULL;
	if (at)
		c->listed[at - c->data.path] = true;
}

static void check_file(struct checking *c, const char *digest, const char *name, bool sha512)
{
	struct digest *g = sha512 ? digest_new_sha512() : digest_new();
	char *path = path_join(c->folder, name);
	bool read = !leads_out(name) && digest_add_file(g, path);
	const char *found = digest_end(g, c->memory);
	free(path);
	note_listed(c, name);
	c->checked++;
	if (leads_out(name))
		diag_error(c->d, place(c, name), "leads out of the bag");
	else if (!read)
		diag_error(c->d, place(c, name), "is missing");
	else if (strcasecmp(found, digest) != 0)
		diag_error(c->d, place(c, name), "altered since the bag was made");
}

/* Lines of a digest, white space and a name. */
static bool check_manifest(struct checking *c, const char *manifest, bool sha512)
{
	struct buffer text = {0};
	if (!has_file(c, manifest))
		return false;
	if (file_read(place(c, manifest).file, TAG_FILE_MAX, &text, c->d, (struct loc){0}) && text.data) {
		char *rest = text.data;
		for (char *line; (line = strsep(&rest, "\r\n"));) {
			size_t digest = strcspn(line, " \t");
			size_t name = digest + strspn(line + digest, " \t*");
			if (!line[name])
				continue;
			line[digest] = '\0';
			decode_name(line + name);
			check_file(c, line, line + name, sha512);
		}
	}
	buffer_free(&text);
	return true;
}

static void check_payload(struct checking *c)
{
	char *data = path_join(c->folder, "data");
	tree_read(&c->data, data, c->memory, c->d);
	free(data);
	c->listed = arena_array(c->memory, c->data.count, sizeof *c->listed);
	bool any = check_manifest(c, "manifest-sha512.txt", true);
	any = check_manifest(c, "manifest-sha256.txt", false) || any;
	if (!any)
		diag_error(c->d, place(c, "manifest-sha512.txt"), "is missing, and so is manifest-sha256.txt");
	for (size_t i = 0; any && i < c->data.count; i++)
		if (!c->listed[i])
			diag_error(c->d, place(c, arena_printf(c->memory, "data/%s", c->data.path[i])),
			           "is in no manifest: it was added later");
}

static void check_sum(struct checking *c)
{
	struct buffer text = {0};
	if (has_file(c, "bag-info.txt") &&
	    file_read(place(c, "bag-info.txt").file, TAG_FILE_MAX, &text, c->d, (struct loc){0}) && text.data) {
		const char *sum = strstr(text.data, "Payload-Oxum: ");
		unsigned long long bytes;
		size_t count;
		if (sum && sscanf(sum, "Payload-Oxum: %llu.%zu", &bytes, &count) == 2 &&
		    (bytes != c->data.bytes || count != c->data.count))
			diag_error(c->d, place(c, "bag-info.txt"), "expected %llu bytes in %zu files, got %llu in %zu", bytes,
			           count, (unsigned long long)c->data.bytes, c->data.count);
	}
	buffer_free(&text);
}

void bag_verify(const char *folder, struct diag *d)
{
	struct checking c = {.folder = folder, .d = d, .memory = arena_new()};
	int before = diag_errors(d);
	if (!has_file(&c, "bagit.txt")) {
		diag_error(d, (struct loc){folder, 0}, "is no bag: it has no bagit.txt");
	} else {
		check_payload(&c);
		check_manifest(&c, "tagmanifest-sha512.txt", true);
		check_manifest(&c, "tagmanifest-sha256.txt", false);
		check_sum(&c);
	}
	if (diag_errors(d) == before)
		printf("%s: a bag of %zu files: whole and unaltered\n", folder, c.data.count);
	free(c.data.path);
	arena_free(c.memory);
}
