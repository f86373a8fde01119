/* Keys, certificates and CMS through OpenSSL. Knows nothing of PDF but what PAdES wants of a signature: the signing
 * certificate among the signed attributes, and no time there, since the file's own M entry has it. */
#include "pdf_cms.h"

#include <openssl/asn1t.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

struct pdf_signer {
	EVP_PKEY *key;
	X509 *certificate;
	STACK_OF(X509) * chain; /* others that the file holds; may be NULL */
};

#define CMS_OPTIONS (CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES)

/* The signed attributes as they are signed: a SET OF in DER's order (RFC 5652, 5.4). */
typedef STACK_OF(X509_ATTRIBUTE) SIGNED_ATTRIBUTES;
DECLARE_ASN1_ITEM(SIGNED_ATTRIBUTES)
ASN1_ITEM_TEMPLATE(SIGNED_ATTRIBUTES) = ASN1_EX_TEMPLATE_TYPE(ASN1_TFLG_SET_OF, 0, attributes, X509_ATTRIBUTE)
                                            ASN1_ITEM_TEMPLATE_END(SIGNED_ATTRIBUTES)

                                                struct pdf_signer
                                        * pdf_signer_new(const void *bytes, size_t size, const char *password,
                                                         struct loc where, struct diag *d)
{
	const unsigned char *at = bytes;
	PKCS12 *file = size <= INT32_MAX ? d2i_PKCS12(NULL, &at, (long)size) : NULL;
	struct pdf_signer *signer = xcalloc(1, sizeof *signer);
	bool good = file && PKCS12_parse(file, password, &signer->key, &signer->certificate, &signer->chain);
	PKCS12_free(file);
	ERR_clear_error();
	if (good && signer->key && signer->certificate)
		return signer;
	diag_error(d, where,
	           !file  ? "not a PKCS #12 file"
	           : good ? "no key with a certificate in this file"
	                  : "wrong password");
	pdf_signer_free(signer);
	return NULL;
}

void pdf_signer_free(struct pdf_signer *signer)
{
	if (!signer)
		return;
	EVP_PKEY_free(signer->key);
	X509_free(signer->certificate);
	sk_X509_pop_free(signer->chain, X509_free);
	free(signer);
}

size_t pdf_cms_size_limit(const struct pdf_signer *signer)
{
	/* Attributes and what frames them are well below 2 KiB. */
	size_t size = 2048 + (size_t)EVP_PKEY_get_size(signer->key) + (size_t)i2d_X509(signer->certificate, NULL);
	for (int i = 0; i < sk_X509_num(signer->chain); i++)
		size += (size_t)i2d_X509(sk_X509_value(signer->chain, i), NULL);
	return size;
}

static BIO *open_pieces(const struct pdf_pieces *pieces)
{
	BIO *bio = BIO_new(BIO_s_mem());
	for (int i = 0; bio && i < 2; i++)
		if (pieces->size[i] > INT32_MAX ||
		    BIO_write(bio, pieces->piece[i], (int)pieces->size[i]) != (int)pieces->size[i]) {
			BIO_free(bio);
			return NULL;
		}
	return bio;
}

/* The attributes in the form that is signed; *der is freed with OPENSSL_free. */
static int encode_attributes(CMS_SignerInfo *info, unsigned char **der)
{
	SIGNED_ATTRIBUTES *attributes = sk_X509_ATTRIBUTE_new_null();
	for (int i = 0; i < CMS_signed_get_attr_count(info); i++)
		sk_X509_ATTRIBUTE_push(attributes, CMS_signed_get_attr(info, i));
	int size = ASN1_item_i2d((ASN1_VALUE *)attributes, der, ASN1_ITEM_rptr(SIGNED_ATTRIBUTES));
	sk_X509_ATTRIBUTE_free(attributes);
	return size;
}

/* OpenSSL always adds the signing time: taken out, and what is left is signed again. */
static bool sign_without_time(CMS_SignerInfo *info, EVP_PKEY *key)
{
	int place = CMS_signed_get_attr_by_NID(info, NID_pkcs9_signingTime, -1);
	if (place >= 0)
		X509_ATTRIBUTE_free(CMS_signed_delete_attr(info, place));
	unsigned char *der = NULL, signature[4096];
	int size = encode_attributes(info, &der);
	size_t length = sizeof signature;
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	bool good = size > 0 && context && EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
	            EVP_DigestSign(context, signature, &length, der, (size_t)size) == 1 &&
	            ASN1_STRING_set(CMS_SignerInfo_get0_signature(info), signature, (int)length) == 1;
	EVP_MD_CTX_free(context);
	OPENSSL_free(der);
	return good;
}

static CMS_ContentInfo *make_signature(const struct pdf_signer *signer, BIO *data)
{
	CMS_ContentInfo *cms = CMS_sign(NULL, NULL, signer->chain, NULL, CMS_OPTIONS | CMS_PARTIAL);
	CMS_SignerInfo *info =
	    cms ? CMS_add1_signer(cms, signer->certificate, signer->key, EVP_sha256(), CMS_OPTIONS | CMS_PARTIAL) : NULL;
	if (info && CMS_final(cms, data, NULL, CMS_OPTIONS) && sign_without_time(info, signer->key))
		return cms;
	CMS_ContentInfo_free(cms);
	return NULL;
}

bool pdf_cms_sign(const struct pdf_signer *signer, const struct pdf_pieces *pieces, struct buffer *out)
{
	BIO *data = open_pieces(pieces);
	CMS_ContentInfo *cms = data ? make_signature(signer, data) : NULL;
	unsigned char *der = NULL;
	int size = cms ? i2d_CMS_ContentInfo(cms, &der) : 0;
	if (size > 0)
		buffer_append(out, der, (size_t)size);
	OPENSSL_free(der);
	CMS_ContentInfo_free(cms);
	BIO_free(data);
	ERR_clear_error();
	return size > 0;
}

static const char *common_name(CMS_ContentInfo *cms, struct arena *a)
{
	STACK_OF(X509) *signers = CMS_get0_signers(cms);
	const char *name = "";
	if (sk_X509_num(signers) > 0) {
		X509_NAME *subject = X509_get_subject_name(sk_X509_value(signers, 0));
		int place = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
		unsigned char *utf8 = NULL;
		int size =
		    place < 0 ? -1 : ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, place)));
		if (size >= 0)
			name = arena_strndup(a, (const char *)utf8, (size_t)size);
		OPENSSL_free(utf8);
	}
	sk_X509_free(signers);
	return name;
}

bool pdf_cms_verify(const void *der, size_t size, const struct pdf_pieces *pieces, struct arena *a, const char **name)
{
	const unsigned char *at = der;
	CMS_ContentInfo *cms = size <= INT32_MAX ? d2i_CMS_ContentInfo(NULL, &at, (long)size) : NULL;
	BIO *data = open_pieces(pieces);
	bool good = cms && data && CMS_verify(cms, NULL, NULL, data, NULL, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
	*name = cms ? common_name(cms, a) : "";
	BIO_free(data);
	CMS_ContentInfo_free(cms);
	ERR_clear_error();
	return good;
}
