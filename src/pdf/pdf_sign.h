/* Signatures of whole files (ISO 32000-1, 12.8; ETSI EN 319 142-1, PAdES baseline B-B): CMS through OpenSSL. */
#ifndef CBUA_PDF_SIGN_H
#define CBUA_PDF_SIGN_H

#include <time.h>

#include "base.h"
#include "page.h"

/* A key and the certificates that go with it. */
struct pdf_signer;

/* From a PKCS #12 file's bytes; password NULL: none. NULL after reporting at where. */
struct pdf_signer *pdf_signer_new(const void *bytes, size_t size, const char *password, struct loc where,
                                  struct diag *d);
void pdf_signer_free(struct pdf_signer *signer);

/* How a document is signed. The field's box is a thin frame: what else is seen there, the page draws. */
struct pdf_signature {
	const struct pdf_signer *signer;
	const char *reason, *place, *contact; /* NULL: not said */
	size_t page;                          /* from 0 */
	struct page_rectangle area;           /* zero width: the signature has no place on the page */
	bool may_be_stamped;                  /* room is kept for a time stamp */
};

/* What one signature of a file says. Strings live in the arena that pdf_verify was given. */
struct pdf_verified {
	const char *signer;  /* the certificate's common name; "" when there is none */
	const char *date;    /* as the file says it, "D:20240522..."; "" when it does not */
	bool intact;         /* the bytes it covers are those that were signed */
	bool whole;          /* it covers every byte of the file but itself */
	const char *stamped; /* the time of its time stamp, "20240522101500Z"; "" when it has none */
	bool stamp_intact;   /* the time stamp is of this signature */
};

/* The signatures of a file in the order in which they stand in it, written to signatures [at most count]; the number
 * there are. Whether a signer is to be trusted is not asked. */
size_t pdf_verify(const void *bytes, size_t size, struct arena *a, struct pdf_verified *signatures, size_t count);

/* What a time stamp authority is to be asked about the file's last signature (RFC 3161, a TimeStampReq), appended to
 * out. False when the file has none. */
bool pdf_stamp_request(const void *bytes, size_t size, struct buffer *out);

/* Puts the authority's answer (a TimeStampResp) into the last signature of the file, whose other bytes stay as they are
 * (ETSI EN 319 142-1, PAdES baseline B-T). False after reporting at where, the answer's place. */
bool pdf_stamp_insert(struct buffer *file, const void *response, size_t size, struct loc where, struct diag *d);

#endif
