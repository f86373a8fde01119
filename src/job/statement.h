/* What a certificate's code says, signed (Ed25519): a printed certificate is checked without network.
 *     "CBUA1:" base32( key id, 4 bytes | serial \n name \n event \n date, UTF-8 | signature, 64 bytes )
 * Base32 (RFC 4648, 6) without padding: QR codes pack capital letters and digits best. The key id is the beginning of
 * the SHA-256 of the public key's 32 bytes; signed is "CBUA1:" and all before the signature. samples/verify.html reads
 * the same. */
#ifndef CBUA_JOB_STATEMENT_H
#define CBUA_JOB_STATEMENT_H

#include "base.h"

struct statement {
	const char *serial, *name, *event, *date;
};

/* A private key that signs, or a public one that checks. */
struct statement_key;

/* From a PEM file. NULL after reporting. */
struct statement_key *statement_key_read(const char *path, bool is_private, struct diag *d);
void statement_key_free(struct statement_key *key);
const char *statement_key_id(const struct statement_key *key); /* 8 hexadecimal digits */

/* The signed text appended to out. A line end in a part is written as a space. */
void statement_sign(const struct statement_key *key, const struct statement *s, struct buffer *out);

enum statement_verdict { STATEMENT_VALID, STATEMENT_ALTERED, STATEMENT_UNKNOWN_KEY, STATEMENT_NONE };

/* Checks text by the keys [count]. NONE: it is no statement at all. *s, in a, is set for VALID, and for UNKNOWN_KEY as
 * it stands there; key_id likewise. */
enum statement_verdict statement_check(const char *text, struct statement_key *const *keys, size_t count,
                                       struct arena *a, struct statement *s, const char **key_id);

/* A new pair: NAME.key, for nobody else to read, and NAME.pub. Files that are there are not written over. */
void job_make_key(const char *name, struct diag *d);

#endif
