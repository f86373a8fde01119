/* Tagged PDF (ISO 32000-1, 14.7 and 14.8): which marked content belongs to which element, and the tree at the end. */
#ifndef CBUA_PDF_STRUCTURE_H
#define CBUA_PDF_STRUCTURE_H

#include "pdf_state.h"

struct pdf_structure *pdf_structure_new(void);
void pdf_structure_free(struct pdf_structure *structure);

/* A content stream that will hold marked content; stream is 0 when it is the page's own. */
uint32_t pdf_structure_content(struct pdf_structure *s, uint32_t page, uint32_t stream);

/* A marked-content sequence of the element in that stream: its MCID. */
uint32_t pdf_structure_mark(struct pdf_structure *s, uint32_t content, const struct page_structure *element);

/* An annotation of the element: its key in the parent tree (StructParent). */
uint32_t pdf_structure_annotation(struct pdf_structure *s, uint32_t page, uint32_t annotation,
                                  const struct page_structure *element);

/* The element, a figure, also covers this box on that page, in PDF's own axes. */
void pdf_structure_extend(struct pdf_structure *s, const struct page_structure *element, uint32_t page,
                          const mpt box[4]);

/* The stream's key in the parent tree (StructParents); -1 when it has no marked content. */
int64_t pdf_structure_key(struct pdf_structure *s, uint32_t content);

/* Writes the tree below root; the number of the StructTreeRoot. */
uint32_t pdf_structure_finish(struct pdf_state *pdf, const struct page_structure *root);

#endif
