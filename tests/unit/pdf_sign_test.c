/* A file signed with a key made here verifies; any change is found. */
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include "pdf.h"

#include "check.h"

static X509 *make_certificate(EVP_PKEY *key)
{
	X509 *certificate = X509_new();
	X509_NAME *name = X509_get_subject_name(certificate);
	X509_set_version(certificate, 2);
	ASN1_INTEGER_set(X509_get_serialNumber(certificate), 7);
	X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, (const unsigned char *)"Секретариат", -1, -1, 0);
	X509_set_issuer_name(certificate, name);
	X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
	X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
	X509_set_pubkey(certificate, key);
	X509_sign(certificate, key, EVP_sha256());
	return certificate;
}

static void make_pkcs12(struct buffer *out)
{
	EVP_PKEY *key = EVP_EC_gen("P-256");
	X509 *certificate = make_certificate(key);
	PKCS12 *file = PKCS12_create("secret", "test", key, certificate, NULL, 0, 0, 0, 0, 0);
	unsigned char *der = NULL;
	int size = i2d_PKCS12(file, &der);
	buffer_append(out, der, (size_t)size);
	OPENSSL_free(der);
	PKCS12_free(file);
	X509_free(certificate);
	EVP_PKEY_free(key);
}

static bool write_signed(const struct pdf_signer *signer, enum pdf_level level, struct diag *d, struct buffer *out)
{
	const struct page page = {.width = 100000, .height = 100000};
	const struct page *pages[] = {&page};
	const struct pdf_signature signature = {
	    .signer = signer, .reason = "Свидетельство", .area = {10000, 10000, 50000, 20000}};
	const struct pdf_options options = {
	    .level = level, .date = 1716336000, .producer = "test", .signature = &signature};
	const struct page_document document = {.title = "T"};
	struct pdf *pdf = pdf_new(&options, &document, d);
	bool good = pdf_add_pages(pdf, &(struct page_list){pages, 1}) && pdf_finish(pdf, out);
	pdf_free(pdf);
	return good;
}

static void check_signature(const char *name, const struct buffer *file, bool intact, bool whole)
{
	struct arena *a = arena_new();
	struct pdf_verified found[2];
	check_int(name, (long long)pdf_verify(file->data, file->size, a, found, 2), 1);
	check_int(name, found[0].intact, intact);
	check_int(name, found[0].whole, whole);
	if (intact) {
		check_str(name, found[0].signer, "Секретариат");
		check_str(name, found[0].date, "D:20240522000000Z");
	}
	arena_free(a);
}

static void check_level(const struct pdf_signer *signer, enum pdf_level level, struct diag *d)
{
	struct buffer file = {0};
	check_true("written", write_signed(signer, level, d, &file));
	check_signature("as it was", &file, true, true);
	char *title = strstr(file.data, "PDF-1.");
	title[6] ^= 1;
	check_signature("one byte changed", &file, false, true);
	title[6] ^= 1;
	buffer_puts(&file, "\n");
	check_signature("something added", &file, true, false);
	file.size -= 2;
	file.data[file.size] = '\0';
	struct arena *a = arena_new();
	struct pdf_verified found;
	check_int("cut: a range beyond the end is none", (long long)pdf_verify(file.data, file.size, a, &found, 1), 0);
	arena_free(a);
	buffer_free(&file);
}

static void check_keys(const struct buffer *pkcs12, struct diag *d)
{
	const struct loc where = {"key.p12", 0};
	check_true("wrong password", !pdf_signer_new(pkcs12->data, pkcs12->size, "other", where, d));
	check_true("no key file", !pdf_signer_new("x", 1, "secret", where, d));
	check_int("both reported", diag_errors(d), 2);
}

int main(void)
{
	struct diag *d = diag_new(NULL);
	struct buffer pkcs12 = {0};
	make_pkcs12(&pkcs12);
	struct pdf_signer *signer = pdf_signer_new(pkcs12.data, pkcs12.size, "secret", (struct loc){"key.p12", 0}, d);
	check_true("signer", signer != NULL);
	if (signer) {
		check_level(signer, PDF_PLAIN, d);
		check_level(signer, PDF_A1B, d);
		check_level(signer, PDF_A3B, d);
	}
	check_keys(&pkcs12, d);
	pdf_signer_free(signer);
	buffer_free(&pkcs12);
	diag_free(d);
	return check_failed;
}
