/* A folder becomes a bag (RFC 8493): digests of all that is in it, what it is, and last the file that says that it is
 * one. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* Line ends in names are the only thing that a manifest cannot hold (2.1.3). */
static void put_name(struct buffer *out, const char *name)
{
	for (; *name; name++)
		if (*name == '%' || *name == '\n' || *name == '\r')
			buffer_printf(out, "%%%02X", (unsigned)*name);
		else
			buffer_putc(out, *name);
}

static bool put_digest(struct buffer *out, const char *folder, const char *name, struct arena *a, struct diag *d)
{
	char *path = path_join(folder, name);
	struct digest *g = digest_new_sha512();
	bool ok = digest_add_file(g, path);
	buffer_printf(out, "%s  ", digest_end(g, a));
	put_name(out, name);
	buffer_putc(out, '\n');
	if (!ok)
		diag_system(d, (struct loc){path, 0}, "cannot be read again");
	free(path);
	return ok;
}

static bool write_manifest(const char *folder, const struct tree *data, struct arena *a, struct diag *d)
{
	struct buffer manifest = {0};
	bool ok = true;
	for (size_t i = 0; i < data->count && ok; i++)
		ok = put_digest(&manifest, folder, arena_printf(a, "data/%s", data->path[i]), a, d);
	ok = ok && tree_write(folder, "manifest-sha512.txt", manifest.data ? manifest.data : "", manifest.size, d);
	buffer_free(&manifest);
	return ok;
}

static bool write_info(const char *folder, const struct buffer *info, const struct tree *data, struct diag *d)
{
	struct buffer text = {0};
	if (info->size)
		buffer_append(&text, info->data, info->size);
	buffer_printf(&text, "Payload-Oxum: %llu.%zu\n", (unsigned long long)data->bytes, data->count);
	bool ok = tree_write(folder, "bag-info.txt", text.data, text.size, d);
	buffer_free(&text);
	return ok;
}

bool bag_finish(const char *folder, const struct buffer *info, struct diag *d)
{
	static const char declaration[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
	struct arena *a = arena_new();
	struct tree data = {0};
	struct buffer tags = {0};
	char *payload = path_join(folder, "data");
	bool ok =
	    tree_read(&data, payload, a, d) && write_manifest(folder, &data, a, d) && write_info(folder, info, &data, d);
	/* The declaration's own digest is known before it is written. */
	struct digest *g = digest_new_sha512();
	digest_add(g, declaration, sizeof declaration - 1);
	ok =
	    ok && put_digest(&tags, folder, "bag-info.txt", a, d) && put_digest(&tags, folder, "manifest-sha512.txt", a, d);
	buffer_printf(&tags, "%s  bagit.txt\n", digest_end(g, a));
	ok = ok && tree_write(folder, "tagmanifest-sha512.txt", tags.data, tags.size, d) &&
	     tree_write(folder, "bagit.txt", declaration, sizeof declaration - 1, d);
	buffer_free(&tags);
	free(payload);
	free(data.path);
	arena_free(a);
	return ok;
}
