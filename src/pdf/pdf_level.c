/* The levels of PDF/A and what they forbid. */
#include "pdf_level.h"

bool pdf_is_archive(const struct pdf_state *pdf)
{
	return pdf->options.level != PDF_PLAIN;
}

int pdf_archive_part(const struct pdf_state *pdf)
{
	static const int parts[] = {[PDF_PLAIN] = 0, [PDF_A1B] = 1, [PDF_A2B] = 2, [PDF_A2U] = 2,
	                            [PDF_A2A] = 2,   [PDF_A3B] = 3, [PDF_A3U] = 3, [PDF_A3A] = 3};
	return parts[pdf->options.level];
}

const char *pdf_archive_conformance(const struct pdf_state *pdf)
{
	static const char *const letters[] = {[PDF_PLAIN] = "", [PDF_A1B] = "B", [PDF_A2B] = "B", [PDF_A2U] = "U",
	                                      [PDF_A2A] = "A",  [PDF_A3B] = "B", [PDF_A3U] = "U", [PDF_A3A] = "A"};
	return letters[pdf->options.level];
}

bool pdf_claims_structure(const struct pdf_state *pdf)
{
	return pdf->options.ua1 || *pdf_archive_conformance(pdf) == 'A';
}

bool pdf_level_forbids(struct pdf_state *pdf, enum pdf_rule rule, size_t page)
{
	static const struct {
		int first_part, last_part; /* of PDF/A that forbid it */
		bool repaired;             /* what is drawn instead looks the same, or nearly */
		const char *message;
	} rules[] = {
	    [PDF_RULE_TRANSPARENCY] = {1, 1, false, "transparency is not allowed, drawn opaque"},
	    [PDF_RULE_CMYK_COLOR] = {1, 3, true,
	                             "a CMYK colour is not allowed beside an RGB output intent, turned into RGB"},
	    [PDF_RULE_CMYK_IMAGE] = {1, 3, false, "a CMYK picture without a profile is not allowed, left out"},
	};
	int part = pdf_archive_part(pdf);
	if (part < rules[rule].first_part || part > rules[rule].last_part)
		return false;
	char key[48];
	snprintf(key, sizeof key, "pdf level %d rule %d", part, (int)rule);
	if (!diag_first(pdf->d, key))
		return true;
	void (*report)(struct diag *, struct loc, const char *, ...) = rules[rule].repaired ? diag_warning : diag_error;
	if (pdf->where.file)
		report(pdf->d, pdf->where, "PDF/A-%d: %s", part, rules[rule].message);
	else
		report(pdf->d, (struct loc){0}, "page %zu: PDF/A-%d: %s", page + 1, part, rules[rule].message);
	return true;
}
