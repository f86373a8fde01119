/* The file's bytes (ISO 32000-1, 7.5): streams are written as soon as they are made, other objects in object streams,
 * at the end a cross-reference stream. Haru writes each object's own text; what it lacks is the compact form: in its
 * own one a document's structure would be larger than its pages. PDF 1.4 (PDF/A-1) gets the plain form. */
#ifndef CBUA_PDF_FILE_H
#define CBUA_PDF_FILE_H

#include "pdf_object.h"

enum pdf_filter { PDF_FILTER_NONE, PDF_FILTER_DEFLATE };

struct pdf_file_place; /* where an object stands */

struct pdf_file {
	struct pdf_objects *objects;
	struct buffer bytes; /* the file so far */
	bool compact;
	struct pdf_file_place *places; /* [place_count], by object number */
	uint32_t place_count;
	uint32_t group; /* number of the object stream that is being filled; 0: none */
	uint32_t group_count;
	struct buffer group_index, group_text;
	struct libdeflate_compressor *compressor; /* made when first needed */
};

/* Writes the header. */
void pdf_file_open(struct pdf_file *file, struct pdf_objects *objects, const char *version, bool compact);
void pdf_file_close(struct pdf_file *file);

/* dict becomes a stream object with these bytes, written now; its Length and Filter are set here. dict must be indirect
 * and complete. */
void pdf_file_stream(struct pdf_file *file, HPDF_Dict dict, const void *bytes, size_t size, enum pdf_filter filter);

/* The same for a number from pdf_reserve; entries are the dictionary's own as text ("" for none). */
void pdf_file_stream_text(struct pdf_file *file, uint32_t number, const char *entries, const void *bytes, size_t size,
                          enum pdf_filter filter);

/* The object with a number from pdf_reserve. */
void pdf_file_text(struct pdf_file *file, uint32_t number, const char *text, size_t size);

/* The same outside object streams, uncompressed; the place of the text's first byte in the file. */
size_t pdf_file_plain_text(struct pdf_file *file, uint32_t number, const char *text, size_t size);

/* Objects not yet written, the cross-reference and the trailer. All is appended to out. */
void pdf_file_finish(struct pdf_file *file, struct buffer *out);

/* Compressed bytes appended to out. */
void pdf_file_deflate(struct pdf_file *file, const void *bytes, size_t size, struct buffer *out);

#endif
