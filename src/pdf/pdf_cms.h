/* Detached CMS signatures of bytes (RFC 5652), private to pdf/. */
#ifndef CBUA_PDF_CMS_H
#define CBUA_PDF_CMS_H

#include "pdf_sign.h"

/* Two pieces of a file with a gap between them. */
struct pdf_pieces {
	const char *piece[2];
	size_t size[2];
};

/* No signature of this signer is larger, in bytes. */
size_t pdf_cms_size_limit(const struct pdf_signer *signer);

/* A signature of the pieces, DER, appended to out. False when OpenSSL fails. */
bool pdf_cms_sign(const struct pdf_signer *signer, const struct pdf_pieces *pieces, struct buffer *out);

/* True when the DER signature is of these pieces; *name is its certificate's common name, "" when there is none. */
bool pdf_cms_verify(const void *der, size_t size, const struct pdf_pieces *pieces, struct arena *a, const char **name);

/* The time of the signature's time stamp, *intact when it is of this signature; "" when there is none. */
const char *pdf_cms_stamp_time(const void *der, size_t size, struct arena *a, bool *intact);

/* A TimeStampReq for the signature, appended to out. */
bool pdf_cms_stamp_request(const void *der, size_t size, struct buffer *out);

/* The signature with the response's token as unsigned attribute, appended to out. NULL, or what is wrong. */
const char *pdf_cms_stamp_add(const void *der, size_t size, const void *response, size_t response_size,
                              struct buffer *out);

#endif
