/* Time stamps of signatures (RFC 3161) through OpenSSL. No network: the request goes out as a file and the response
 * comes back as one. */
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ts.h>
#include <string.h>

#include "pdf_cms.h"

static CMS_ContentInfo *read_cms(const void *der, size_t size)
{
	const unsigned char *at = der;
	return size <= INT32_MAX ? d2i_CMS_ContentInfo(NULL, &at, (long)size) : NULL;
}

static CMS_SignerInfo *first_signer(CMS_ContentInfo *cms)
{
	STACK_OF(CMS_SignerInfo) *signers = cms ? CMS_get0_SignerInfos(cms) : NULL;
	return sk_CMS_SignerInfo_num(signers) > 0 ? sk_CMS_SignerInfo_value(signers, 0) : NULL;
}

static bool digest_signature(CMS_SignerInfo *signer, unsigned char digest[32])
{
	const ASN1_OCTET_STRING *value = signer ? CMS_SignerInfo_get0_signature(signer) : NULL;
	unsigned size = 0;
	return value && EVP_Digest(ASN1_STRING_get0_data(value), (size_t)ASN1_STRING_length(value), digest, &size,
	                           EVP_sha256(), NULL) == 1;
}

/* Is the token's imprint that of the signature? */
static bool is_of(TS_TST_INFO *info, CMS_SignerInfo *signer)
{
	unsigned char digest[32];
	TS_MSG_IMPRINT *imprint = info ? TS_TST_INFO_get_msg_imprint(info) : NULL;
	const ASN1_OCTET_STRING *value = imprint ? TS_MSG_IMPRINT_get_msg(imprint) : NULL;
	return value && digest_signature(signer, digest) && ASN1_STRING_length(value) == 32 &&
	       memcmp(ASN1_STRING_get0_data(value), digest, 32) == 0;
}

/* Does the authority's own signature of the token hold? Whether it is to be trusted is not asked. */
static bool is_signed(PKCS7 *token)
{
	BIO *content = PKCS7_dataInit(token, NULL);
	bool ok = content && PKCS7_verify(token, NULL, NULL, NULL, NULL, PKCS7_NOVERIFY) == 1;
	BIO_free_all(content);
	return ok;
}

const char *pdf_cms_stamp_time(const void *der, size_t size, struct arena *a, bool *intact)
{
	const char *time = "";
	CMS_ContentInfo *cms = read_cms(der, size);
	CMS_SignerInfo *signer = first_signer(cms);
	int place = signer ? CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1) : -1;
	ASN1_STRING *value =
	    place < 0 ? NULL : X509_ATTRIBUTE_get0_data(CMS_unsigned_get_attr(signer, place), 0, V_ASN1_SEQUENCE, NULL);
	const unsigned char *at = value ? ASN1_STRING_get0_data(value) : NULL;
	PKCS7 *token = value ? d2i_PKCS7(NULL, &at, ASN1_STRING_length(value)) : NULL;
	TS_TST_INFO *info = token ? PKCS7_to_TS_TST_INFO(token) : NULL;
	const ASN1_GENERALIZEDTIME *when = info ? TS_TST_INFO_get_time(info) : NULL;
	*intact = is_of(info, signer) && is_signed(token);
	if (when)
		time = arena_strndup(a, (const char *)ASN1_STRING_get0_data(when), (size_t)ASN1_STRING_length(when));
	TS_TST_INFO_free(info);
	PKCS7_free(token);
	CMS_ContentInfo_free(cms);
	ERR_clear_error();
	return time;
}

static TS_REQ *make_request(const unsigned char digest[32])
{
	TS_REQ *request = TS_REQ_new();
	TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new();
	X509_ALGOR *algorithm = X509_ALGOR_new();
	X509_ALGOR_set_md(algorithm, EVP_sha256());
	unsigned char bytes[32];
	memcpy(bytes, digest, sizeof bytes);
	/* The certificates come with the answer: in fifty years nobody will have them otherwise. */
	bool ok = TS_MSG_IMPRINT_set_algo(imprint, algorithm) && TS_MSG_IMPRINT_set_msg(imprint, bytes, 32) &&
	          TS_REQ_set_version(request, 1) && TS_REQ_set_msg_imprint(request, imprint) &&
	          TS_REQ_set_cert_req(request, 1);
	X509_ALGOR_free(algorithm);
	TS_MSG_IMPRINT_free(imprint);
	if (ok)
		return request;
	TS_REQ_free(request);
	return NULL;
}

bool pdf_cms_stamp_request(const void *der, size_t size, struct buffer *out)
{
	unsigned char digest[32], *bytes = NULL;
	CMS_ContentInfo *cms = read_cms(der, size);
	TS_REQ *request = digest_signature(first_signer(cms), digest) ? make_request(digest) : NULL;
	int length = request ? i2d_TS_REQ(request, &bytes) : 0;
	if (length > 0)
		buffer_append(out, bytes, (size_t)length);
	OPENSSL_free(bytes);
	TS_REQ_free(request);
	CMS_ContentInfo_free(cms);
	ERR_clear_error();
	return length > 0;
}

static bool add_token(CMS_SignerInfo *signer, PKCS7 *token)
{
	unsigned char *bytes = NULL;
	int length = i2d_PKCS7(token, &bytes);
	bool ok = length > 0 && CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
	                                                      bytes, length) == 1;
	OPENSSL_free(bytes);
	return ok;
}

static const char *stamp(CMS_ContentInfo *cms, TS_RESP *response, struct buffer *out)
{
	CMS_SignerInfo *signer = first_signer(cms);
	PKCS7 *token = response ? TS_RESP_get_token(response) : NULL;
	if (!response)
		return "is not a time stamp authority's response";
	if (!token)
		return "the authority has refused the request";
	if (!is_of(TS_RESP_get_tst_info(response), signer))
		return "is a time stamp of something else";
	if (CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1) >= 0)
		return "the signature has a time stamp already";
	unsigned char *bytes = NULL;
	int length = add_token(signer, token) ? i2d_CMS_ContentInfo(cms, &bytes) : 0;
	if (length > 0)
		buffer_append(out, bytes, (size_t)length);
	OPENSSL_free(bytes);
	return length > 0 ? NULL : "cannot be put into the signature";
}

const char *pdf_cms_stamp_add(const void *der, size_t size, const void *response, size_t response_size,
                              struct buffer *out)
{
	const unsigned char *at = response;
	CMS_ContentInfo *cms = read_cms(der, size);
	TS_RESP *answer = response_size <= INT32_MAX ? d2i_TS_RESP(NULL, &at, (long)response_size) : NULL;
	const char *wrong = stamp(cms, answer, out);
	TS_RESP_free(answer);
	CMS_ContentInfo_free(cms);
	ERR_clear_error();
	return wrong;
}
