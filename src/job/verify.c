/* Is a file what it was when it was signed? */
#define _DEFAULT_SOURCE
#include <string.h>
#include <sys/stat.h>

#include "each.h"
#include "pdf_extract.h"
#include "pdf_sign.h"
#include "register.h"

/* What was looked at and found good, so that a file with nothing to look at is not called good. */
struct verifying {
	struct loc where;
	struct diag *d;
	struct arena *memory;
	size_t good;
	const struct job_verification *wanted;
	struct statement_key *key; /* NULL: none is known */
	struct registry *registry; /* NULL: none is asked */
};

/* "D:20240522000000Z" -> "2024-05-22 00:00:00"; what is not so stays. */
static const char *readable_time(const char *text, struct arena *a)
{
	const char *digits = strncmp(text, "D:", 2) == 0 ? text + 2 : text;
	if (strspn(digits, "0123456789") < 14)
		return text;
	return arena_printf(a, "%.4s-%.2s-%.2s %.2s:%.2s:%.2s UTC", digits, digits + 4, digits + 6, digits + 8, digits + 10,
	                    digits + 12);
}

static void tell_signature(struct verifying *v, const struct pdf_verified *signature)
{
	const char *signer = *signature->signer ? signature->signer : "someone without a name";
	if (!signature->intact) {
		diag_error(v->d, v->where, "altered since it was signed by %s", signer);
		return;
	}
	if (!signature->whole) {
		diag_error(v->d, v->where, "the signature by %s does not cover the whole file", signer);
		return;
	}
	v->good++;
	printf("%s: signed by %s, %s: unaltered, the whole file\n", v->where.file, signer,
	       readable_time(signature->date, v->memory));
	if (!*signature->stamped)
		return;
	if (signature->stamp_intact)
		printf("%s: time stamp %s: of this signature\n", v->where.file, readable_time(signature->stamped, v->memory));
	else
		diag_error(v->d, v->where, "the time stamp is not of this signature");
}

static void verify_signatures(struct verifying *v, const struct buffer *bytes)
{
	size_t count = pdf_verify(bytes->data, bytes->size, v->memory, NULL, 0);
	struct pdf_verified *signatures = arena_array(v->memory, count, sizeof *signatures);
	pdf_verify(bytes->data, bytes->size, v->memory, signatures, count);
	for (size_t i = 0; i < count; i++)
		tell_signature(v, &signatures[i]);
}

/* ---- certificates ---- */

static void tell_valid(struct verifying *v, const struct statement *s)
{
	const char *objection = v->registry ? registry_objection(v->registry, s, v->memory) : NULL;
	if (objection) {
		diag_error(v->d, v->where, "certificate %s %s", s->serial, objection);
		return;
	}
	v->good++;
	printf("certificate %s: %s; %s; %s: valid, signed by key %s\n", s->serial, s->name, s->event, s->date,
	       statement_key_id(v->key));
}

static void verify_statement(struct verifying *v, const char *text)
{
	struct statement s;
	const char *key_id;
	switch (statement_check(text, &v->key, v->key ? 1 : 0, v->memory, &s, &key_id)) {
	case STATEMENT_VALID:
		tell_valid(v, &s);
		break;
	case STATEMENT_ALTERED:
		diag_error(v->d, v->where, "the certificate's statement is altered");
		break;
	case STATEMENT_UNKNOWN_KEY:
		diag_error(v->d, v->where, "the certificate is signed by the unknown key %s; --key FILE.pub names known ones",
		           key_id);
		break;
	case STATEMENT_NONE:
		diag_error(v->d, v->where, "expected the text of a certificate's code, got '%s'", text);
		break;
	}
}

/* What each line says must also be what was signed. */
static void verify_line(struct verifying *v, const char *line)
{
	static const char *const names[] = {"serial", "name", "event", "date"};
	struct statement s;
	const char *key_id, *text = manifest_string(line, "statement", v->memory);
	if (!text) {
		diag_error(v->d, v->where, "the certificate's data have no statement");
		return;
	}
	statement_check(text, NULL, 0, v->memory, &s, &key_id);
	const char *const parts[] = {s.serial, s.name, s.event, s.date};
	for (int i = 0; i < 4; i++) {
		const char *said = manifest_string(line, names[i], v->memory);
		if (!said || strcmp(said, parts[i]) != 0) {
			diag_error(v->d, v->where, "the certificate's %s is altered", names[i]);
			return;
		}
	}
	verify_statement(v, text);
}

static void verify_certificates(struct verifying *v, const struct pdf_extracted *file)
{
	char *rest = arena_strndup(v->memory, file->bytes, file->size);
	for (char *line; (line = strsep(&rest, "\n"));)
		if (*line)
			verify_line(v, line);
}

static void verify_attachments(struct verifying *v, const struct buffer *bytes)
{
	size_t count = pdf_extract(bytes->data, bytes->size, v->memory, NULL, 0), intact = 0;
	struct pdf_extracted *files = arena_array(v->memory, count, sizeof *files);
	pdf_extract(bytes->data, bytes->size, v->memory, files, count);
	for (size_t i = 0; i < count; i++)
		if (files[i].bytes && files[i].intact) {
			intact++;
			if (strcmp(files[i].name, CERTIFIED_NAME) == 0)
				verify_certificates(v, &files[i]);
		} else {
			diag_error(v->d, v->where, "the attachment '%s' is damaged", files[i].name);
		}
	if (count && intact == count)
		printf("%s: %zu attached files: undamaged\n", v->where.file, count);
}

static void verify_pdf(struct verifying *v, const struct buffer *bytes)
{
	int before = diag_errors(v->d);
	verify_signatures(v, bytes);
	verify_attachments(v, bytes);
	if (v->good == 0 && diag_errors(v->d) == before)
		diag_error(v->d, v->where, "is not signed: nothing proves that it is unaltered");
}

static bool is_pdf(const struct buffer *bytes)
{
	return bytes->size > 5 && memcmp(bytes->data, "%PDF-", 5) == 0;
}

/* The key and the register that are named. False after reporting. */
static bool open_means(struct verifying *v)
{
	if (v->wanted->key_file)
		v->key = statement_key_read(v->wanted->key_file, false, v->d);
	if (v->wanted->register_file)
		v->registry = registry_open(v->wanted->register_file, true, v->d);
	return diag_status(v->d) == 0;
}

void job_verify(const struct job_verification *wanted, struct diag *d)
{
	struct verifying v = {.where = {wanted->input, 0}, .d = d, .memory = arena_new(), .wanted = wanted};
	struct buffer bytes = {0};
	if (!open_means(&v))
		;
	else if (wanted->qr)
		verify_statement(&v, wanted->qr);
	else if (bag_is_one(wanted->input))
		bag_verify(wanted->input, d);
	else if (file_read(wanted->input, 0, &bytes, d, (struct loc){0})) {
		if (is_pdf(&bytes))
			verify_pdf(&v, &bytes);
		else
			diag_error(d, v.where, "is no PDF file and no bag");
	}
	if (v.registry)
		registry_close(v.registry, false);
	statement_key_free(v.key);
	buffer_free(&bytes);
	arena_free(v.memory);
}
