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

#endif
