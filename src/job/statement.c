/* Keys, base32 and signatures of statements, through OpenSSL. */
#define _DEFAULT_SOURCE
#include "statement.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "job.h"

#define MARK "CBUA1:"

enum { ID_SIZE = 4, PUBLIC_SIZE = 32, SIGNATURE_SIZE = 64, STATEMENT_MAX = 4096 };

struct statement_key {
	EVP_PKEY *key;
	unsigned char id[ID_SIZE];
	char id_text[2 * ID_SIZE + 1];
};

/* ---- keys ---- */

static bool set_id(struct statement_key *key)
{
	unsigned char public[PUBLIC_SIZE], digest[EVP_MAX_MD_SIZE];
	size_t size = sizeof public;
	unsigned length;
	if (EVP_PKEY_get_raw_public_key(key->key, public, &size) != 1 ||
	    EVP_Digest(public, size, digest, &length, EVP_sha256(), NULL) != 1)
		return false;
	memcpy(key->id, digest, ID_SIZE);
	for (int i = 0; i < ID_SIZE; i++)
		snprintf(key->id_text + 2 * i, 3, "%02X", key->id[i]);
	return true;
}

struct statement_key *statement_key_read(const char *path, bool is_private, struct diag *d)
{
	struct buffer text = {0};
	if (!file_read(path, 1 << 16, &text, d, (struct loc){0}))
		return NULL;
	BIO *bio = BIO_new_mem_buf(text.data ? text.data : "", (int)text.size);
	struct statement_key *key = xcalloc(1, sizeof *key);
	char none[] = "";
	key->key = is_private ? PEM_read_bio_PrivateKey(bio, NULL, NULL, none) : PEM_read_bio_PUBKEY(bio, NULL, NULL, none);
	BIO_free(bio);
	OPENSSL_cleanse(text.data, text.size);
	buffer_free(&text);
	if (key->key && EVP_PKEY_is_a(key->key, "ED25519") && set_id(key))
		return key;
	diag_error(d, (struct loc){path, 0}, "is no %s Ed25519 key in PEM; cbua-pdf key makes one",
	           is_private ? "private" : "public");
	statement_key_free(key);
	return NULL;
}

void statement_key_free(struct statement_key *key)
{
	if (!key)
		return;
	EVP_PKEY_free(key->key);
	free(key);
}

const char *statement_key_id(const struct statement_key *key)
{
	return key->id_text;
}

/* ---- base32 ---- */

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

static void put_base32(struct buffer *out, const char *bytes, size_t size)
{
	unsigned bits = 0, count = 0;
	for (size_t i = 0; i < size; i++) {
		bits = bits << 8 | (unsigned char)bytes[i];
		for (count += 8; count >= 5; count -= 5)
			buffer_putc(out, digits[bits >> (count - 5) & 31]);
	}
	if (count)
		buffer_putc(out, digits[bits << (5 - count) & 31]);
}

/* False for a foreign letter, or bits after the end: there is one text for the same bytes. */
static bool read_base32(const char *text, struct buffer *out)
{
	unsigned bits = 0, count = 0;
	for (; *text; text++) {
		const char *digit = strchr(digits, *text);
		if (!digit)
			return false;
		bits = bits << 5 | (unsigned)(digit - digits);
		count += 5;
		if (count >= 8) {
			count -= 8;
			buffer_putc(out, (char)(bits >> count & 255));
		}
	}
	return count < 5 && (bits & ((1u << count) - 1)) == 0;
}

/* ---- statements ---- */

static void put_part(struct buffer *out, const char *text)
{
	for (; *text; text++)
		buffer_putc(out, (unsigned char)*text < ' ' ? ' ' : *text);
}

static void sign(const struct statement_key *key, struct buffer *payload)
{
	struct buffer message = {0};
	unsigned char signature[SIGNATURE_SIZE] = {0};
	size_t size = sizeof signature;
	buffer_puts(&message, MARK);
	buffer_append(&message, payload->data, payload->size);
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	if (EVP_DigestSignInit(context, NULL, NULL, NULL, key->key) == 1)
		EVP_DigestSign(context, signature, &size, (const unsigned char *)message.data, message.size);
	EVP_MD_CTX_free(context);
	buffer_free(&message);
	buffer_append(payload, signature, sizeof signature);
}

void statement_sign(const struct statement_key *key, const struct statement *s, struct buffer *out)
{
	struct buffer payload = {0};
	const char *const parts[] = {s->serial, s->name, s->event, s->date};
	buffer_append(&payload, key->id, ID_SIZE);
	for (int i = 0; i < 4; i++) {
		if (i)
			buffer_putc(&payload, '\n');
		put_part(&payload, parts[i]);
	}
	sign(key, &payload);
	buffer_puts(out, MARK);
	put_base32(out, payload.data, payload.size);
	buffer_free(&payload);
}

static bool is_signed_by(const struct buffer *payload, const struct statement_key *key)
{
	struct buffer message = {0};
	size_t size = payload->size - SIGNATURE_SIZE;
	buffer_puts(&message, MARK);
	buffer_append(&message, payload->data, size);
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	bool ok = EVP_DigestVerifyInit(context, NULL, NULL, NULL, key->key) == 1 &&
	          EVP_DigestVerify(context, (const unsigned char *)payload->data + size, SIGNATURE_SIZE,
	                           (const unsigned char *)message.data, message.size) == 1;
	EVP_MD_CTX_free(context);
	buffer_free(&message);
	return ok;
}

static bool read_parts(const struct buffer *payload, struct arena *a, struct statement *s)
{
	const char **parts[] = {&s->serial, &s->name, &s->event, &s->date};
	char *rest = arena_strndup(a, payload->data + ID_SIZE, payload->size - ID_SIZE - SIGNATURE_SIZE);
	for (int i = 0; i < 4; i++) {
		char *end = strchr(rest, '\n');
		*parts[i] = rest;
		if (i == 3)
			return !end;
		if (!end)
			return false;
		*end = '\0';
		rest = end + 1;
	}
	return false;
}

static enum statement_verdict check_payload(const struct buffer *payload, struct statement_key *const *keys,
                                            size_t count, struct arena *a, struct statement *s, const char **key_id)
{
	if (payload->size < ID_SIZE + 3 + SIGNATURE_SIZE || !read_parts(payload, a, s))
		return STATEMENT_ALTERED;
	*key_id = arena_printf(a, "%02X%02X%02X%02X", (unsigned char)payload->data[0], (unsigned char)payload->data[1],
	                       (unsigned char)payload->data[2], (unsigned char)payload->data[3]);
	bool known = false;
	for (size_t i = 0; i < count; i++) {
		if (memcmp(keys[i]->id, payload->data, ID_SIZE) != 0)
			continue;
		known = true;
		if (is_signed_by(payload, keys[i]))
			return STATEMENT_VALID;
	}
	return known ? STATEMENT_ALTERED : STATEMENT_UNKNOWN_KEY;
}

enum statement_verdict statement_check(const char *text, struct statement_key *const *keys, size_t count,
                                       struct arena *a, struct statement *s, const char **key_id)
{
	struct buffer payload = {0};
	size_t size = strlen(text);
	while (size > 0 && strchr(" \t\r\n", text[size - 1]))
		size--;
	const char *kept = arena_strndup(a, text, size);
	*s = (struct statement){"", "", "", ""};
	*key_id = "";
	if (strncmp(kept, MARK, strlen(MARK)) != 0 || size > STATEMENT_MAX)
		return STATEMENT_NONE;
	enum statement_verdict verdict = STATEMENT_ALTERED;
	if (read_base32(kept + strlen(MARK), &payload))
		verdict = check_payload(&payload, keys, count, a, s, key_id);
	buffer_free(&payload);
	return verdict;
}

/* ---- a new pair ---- */

static bool write_new(const char *path, const char *bytes, size_t size, mode_t mode, struct diag *d)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	bool ok = fd >= 0 && write(fd, bytes, size) == (ssize_t)size && fsync(fd) == 0;
	if (!ok)
		diag_system(d, (struct loc){path, 0}, "cannot be made: %s", strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

static bool write_pem(EVP_PKEY *key, const char *path, bool is_private, struct diag *d)
{
	BIO *bio = BIO_new(BIO_s_mem());
	bool ok = is_private ? PEM_write_bio_PrivateKey(bio, key, NULL, NULL, 0, NULL, NULL) == 1
	                     : PEM_write_bio_PUBKEY(bio, key) == 1;
	char *text;
	long size = BIO_get_mem_data(bio, &text);
	ok = ok && size > 0 && write_new(path, text, (size_t)size, is_private ? 0600 : 0644, d);
	BIO_free(bio);
	return ok;
}

void job_make_key(const char *name, struct diag *d)
{
	struct statement_key key = {.key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519")};
	struct arena *a = arena_new();
	const char *private = arena_printf(a, "%s.key", name), *public = arena_printf(a, "%s.pub", name);
	if (!key.key || !set_id(&key))
		diag_system(d, (struct loc){0}, "OpenSSL cannot make a key");
	else if (write_pem(key.key, private, true, d) && write_pem(key.key, public, false, d))
		printf("key %s: %s signs, keep it secret; %s checks, give it to everybody\n", key.id_text, private, public);
	EVP_PKEY_free(key.key);
	arena_free(a);
}
