/* Page list to PDF file, through libharu's object layer (DESIGN.md decision 1). */
#ifndef CBUA_PDF_H
#define CBUA_PDF_H

#include <time.h>

#include "base.h"
#include "page.h"
#include "pdf_sign.h"

enum pdf_level { PDF_PLAIN, PDF_A1B, PDF_A2B, PDF_A2U, PDF_A2A, PDF_A3B, PDF_A3U, PDF_A3A };

struct pdf_attachment {
	const char *name, *description, *media_type;
	const char *relationship; /* "Source", "Data", "Supplement", ... */
	const void *bytes;
	size_t size;
};

struct pdf_options {
	enum pdf_level level;
	bool ua1;             /* also PDF/UA-1 */
	bool tagged;          /* structure tree; implied by the a levels and ua1 */
	time_t date;          /* CreationDate and ModDate, UTC: SOURCE_DATE_EPOCH or the document's own */
	const char *producer; /* "cbua-pdf 0.1.0" */
	const struct pdf_attachment *attachments;
	size_t attachment_count;
	const struct pdf_signature *signature; /* NULL: not signed */
	struct pdf_cache *cache;               /* NULL: none */
};

/* What files made one after the other share: pictures, compressed. For files with the same options whose pictures last
 * longer than the cache. */
struct pdf_cache *pdf_cache_new(void);
void pdf_cache_free(struct pdf_cache *cache);

struct pdf;

/* document is read at pdf_finish. NULL after reporting. */
struct pdf *pdf_new(const struct pdf_options *options, const struct page_document *document, struct diag *d);

/* Draws pages after those before; nothing of them is kept. False after reporting (once; later calls do nothing). */
bool pdf_add_pages(struct pdf *pdf, const struct page_list *pages);

/* Subsets fonts, writes tags, links, outline, metadata; the file's bytes are appended to out. False after reporting. */
bool pdf_finish(struct pdf *pdf, struct buffer *out);

/* Attachments instead of those of the options, for what is known late; they are read at pdf_finish. */
void pdf_set_attachments(struct pdf *pdf, const struct pdf_attachment *attachments, size_t count);

void pdf_free(struct pdf *pdf);

#endif
