/* --sign: the key, and where the signature stands. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "pdf_sign.h"

enum { KEY_FILE_MAX = 1 << 20 };

struct signing {
	struct pdf_signer *signer;
	struct pdf_signature signature;
};

/* "2,100,700,200,50": page from 1, left, top, width, height in points; "" or NULL: no place. */
bool sign_read_box(const char *text, struct pdf_signature *signature)
{
	double number[5];
	if (!text)
		return true;
	for (int i = 0; i < 5; i++) {
		char *end;
		number[i] = strtod(text, &end);
		if (end == text || *end != (i < 4 ? ',' : '\0') || !(number[i] >= 0 && number[i] <= 1e6))
			return false;
		text = end + 1;
	}
	if (number[0] < 1 || number[3] < 1 || number[4] < 1)
		return false;
	signature->page = (size_t)number[0] - 1;
	signature->area = (struct page_rectangle){(mpt)(number[1] * 1000), (mpt)(number[2] * 1000), (mpt)(number[3] * 1000),
	                                          (mpt)(number[4] * 1000)};
	return true;
}

bool job_signature_box_is_good(const char *text)
{
	struct pdf_signature signature = {0};
	return sign_read_box(text, &signature);
}

/* The first line of the file, or CBUA_SIGN_PASSWORD, so that it never stands on a command line. False after reporting.
 */
static bool read_password(const struct job_signing *wanted, struct buffer *password, struct diag *d)
{
	const char *given = getenv("CBUA_SIGN_PASSWORD");
	if (!wanted->password_file) {
		buffer_puts(password, given ? given : "");
		return true;
	}
	if (!file_read(wanted->password_file, 4096, password, d, (struct loc){0}))
		return false;
	password->size = password->data ? strcspn(password->data, "\r\n") : 0;
	if (password->data)
		password->data[password->size] = '\0';
	return true;
}

struct signing *sign_open(const struct job_signing *wanted, struct diag *d)
{
	struct buffer key = {0}, password = {0};
	struct signing *s = xcalloc(1, sizeof *s);
	if (file_read(wanted->key_file, KEY_FILE_MAX, &key, d, (struct loc){0}) && read_password(wanted, &password, d))
		s->signer = pdf_signer_new(key.data, key.size, password.data ? password.data : "",
		                           (struct loc){wanted->key_file, 0}, d);
	if (password.data)
		memset(password.data, 0, password.size);
	buffer_free(&key);
	buffer_free(&password);
	s->signature = (struct pdf_signature){.signer = s->signer,
	                                      .reason = wanted->reason,
	                                      .place = wanted->place,
	                                      .contact = wanted->contact,
	                                      .may_be_stamped = wanted->stamp_request != NULL};
	sign_read_box(wanted->box, &s->signature);
	if (s->signer)
		return s;
	sign_close(s);
	return NULL;
}

const struct pdf_signature *sign_signature(const struct signing *s)
{
	return s ? &s->signature : NULL;
}

void sign_close(struct signing *s)
{
	if (!s)
		return;
	pdf_signer_free(s->signer);
	free(s);
}

bool sign_write_request(const struct job_signing *wanted, const struct buffer *file, struct diag *d)
{
	struct buffer request = {0};
	if (!wanted->stamp_request)
		return true;
	bool ok = pdf_stamp_request(file->data, file->size, &request);
	if (!ok)
		diag_system(d, (struct loc){0}, "OpenSSL cannot make a request for a time stamp");
	ok = ok && file_write(wanted->stamp_request, request.data, request.size, d);
	buffer_free(&request);
	return ok;
}

void job_stamp(const char *file, const char *response, const char *output, struct diag *d)
{
	struct buffer pdf = {0}, answer = {0};
	if (file_read(file, 0, &pdf, d, (struct loc){0}) &&
	    file_read(response, KEY_FILE_MAX, &answer, d, (struct loc){0}) &&
	    pdf_stamp_insert(&pdf, answer.data, answer.size, (struct loc){response, 0}, d))
		file_write(output, pdf.data, pdf.size, d);
	buffer_free(&pdf);
	buffer_free(&answer);
}
