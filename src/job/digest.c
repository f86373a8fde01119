/* SHA-256 and SHA-512, by OpenSSL. */
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

struct digest {
	EVP_MD_CTX *context;
};

static struct digest *new_of_kind(const EVP_MD *kind)
{
	struct digest *g = xmalloc(sizeof *g);
	g->context = EVP_MD_CTX_new();
	EVP_DigestInit_ex(g->context, kind, NULL);
	return g;
}

struct digest *digest_new(void)
{
	return new_of_kind(EVP_sha256());
}

struct digest *digest_new_sha512(void)
{
	return new_of_kind(EVP_sha512());
}

void digest_add(struct digest *g, const void *bytes, size_t size)
{
	if (size)
		EVP_DigestUpdate(g->context, bytes, size);
}

void digest_add_text(struct digest *g, const char *text)
{
	digest_add(g, text, strlen(text) + 1);
}

bool digest_add_file(struct digest *g, const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return false;
	char chunk[65536];
	for (size_t got; (got = fread(chunk, 1, sizeof chunk, f)) > 0;)
		digest_add(g, chunk, got);
	bool ok = !ferror(f);
	fclose(f);
	return ok;
}

const char *digest_end(struct digest *g, struct arena *a)
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned size = 0;
	EVP_DigestFinal_ex(g->context, bytes, &size);
	EVP_MD_CTX_free(g->context);
	free(g);
	char *text = arena_alloc(a, size * 2 + 1);
	for (unsigned i = 0; i < size; i++)
		snprintf(text + i * 2, 3, "%02x", bytes[i]);
	return text;
}

const char *digest_of_file(const char *path, struct arena *a)
{
	struct digest *g = digest_new();
	bool ok = digest_add_file(g, path);
	const char *text = digest_end(g, a);
	return ok ? text : NULL;
}
