/* Page list to PDF file, through libharu's object layer (DESIGN.md decision 1). */
#ifndef CBUA_PDF_H
#define CBUA_PDF_H

#include <time.h>

#include "base.h"
#include "page.h"

enum pdf_level { PDF_PLAIN, PDF_A1B, PDF_A2B, PDF_A2U, PDF_A2A, PDF_A3B, PDF_A3U, PDF_A3A };

struct pdf_attachment {
	const char *name, *description, *media_type;
	const char *relationship; /* "Source", "Data", "Supplement", ... */
	const void *bytes;
	size_t size;
};

/* What the files of a batch share: for each face a small subset, from which each file's own is made in a fraction of
 * the time. The files' bytes are the same as without it. Used by one thread at a time; the faces must outlive it. */
struct pdf_font_cache;
struct pdf_font_cache *pdf_font_cache_new(void);
void pdf_font_cache_free(struct pdf_font_cache *cache);
/* UTF-8 that the files may show: glyphs that it does not lead to are added when they come, at the cost of a new subset.
 */
void pdf_font_cache_expect(struct pdf_font_cache *cache, const char *text, size_t size);

struct pdf_options {
	enum pdf_level level;
	bool ua1;             /* also PDF/UA-1 */
	bool tagged;          /* structure tree; implied by the a levels and ua1 */
	time_t date;          /* CreationDate and ModDate, UTC: SOURCE_DATE_EPOCH or the document's own */
	const char *producer; /* "cbua-pdf 0.1.0" */
	const struct pdf_attachment *attachments;
	size_t attachment_count;
	struct pdf_font_cache *font_cache; /* NULL: none */
};

struct pdf;

/* document is read at pdf_finish. NULL after reporting. */
struct pdf *pdf_new(const struct pdf_options *options, const struct page_document *document, struct diag *d);

/* Draws pages after those before; nothing of them is kept. False after reporting (once; later calls do nothing). */
bool pdf_add_pages(struct pdf *pdf, const struct page_list *pages);

/* Subsets fonts, writes tags, links, outline, metadata; the file's bytes are appended to out. False after reporting. */
bool pdf_finish(struct pdf *pdf, struct buffer *out);

void pdf_free(struct pdf *pdf);

#endif
