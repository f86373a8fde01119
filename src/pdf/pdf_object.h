/* Objects of the file (ISO 32000-1, 7.3) through Haru's object layer. Haru's status codes are gathered here: the first
 * is kept, whatever comes after it is a consequence. Each function may be called after a failure and does nothing
 * harmful. */
#ifndef CBUA_PDF_OBJECT_H
#define CBUA_PDF_OBJECT_H

#include <hpdf.h>
#include <hpdf_objects.h>

#include "base.h"

struct pdf_objects {
	HPDF_Doc haru;
	HPDF_STATUS first_error; /* HPDF_OK: none */
};

/* False when Haru cannot make a document. */
bool pdf_objects_open(struct pdf_objects *objects);
void pdf_objects_close(struct pdf_objects *objects);

/* Keeps a status that is not HPDF_OK. */
void pdf_objects_check(struct pdf_objects *objects, HPDF_STATUS status);

/* Direct objects; they belong to what they are put into. */
HPDF_Dict pdf_dict(struct pdf_objects *objects);
HPDF_Array pdf_array(struct pdf_objects *objects);

/* A dictionary with a number of its own. */
HPDF_Dict pdf_indirect_dict(struct pdf_objects *objects);

/* A number for an object that is written as text later (pdf_file_text). 0 after a failure. */
uint32_t pdf_reserve(struct pdf_objects *objects);

uint32_t pdf_number_of(const void *object);

/* Numbers given so far, 0 included. */
uint32_t pdf_object_count(const struct pdf_objects *objects);

/* An entry of the trailer: a reference to an object with a number. */
void pdf_objects_trailer(struct pdf_objects *objects, const char *key, void *object);

/* An entry: object is taken over, or referred to when it has a number. */
void pdf_put(struct pdf_objects *objects, HPDF_Dict dict, const char *key, void *object);
void pdf_put_reference(struct pdf_objects *objects, HPDF_Dict dict, const char *key, uint32_t number);
void pdf_put_name_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, const char *name);
void pdf_put_integer_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, int64_t value);
void pdf_put_real_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, double value);
void pdf_put_boolean_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, bool value);
/* UTF-8; left out when NULL. */
void pdf_put_text_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, const char *text);
void pdf_put_bytes_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, const void *bytes, size_t size);
/* left bottom right top, in points. */
void pdf_put_box_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, const double box[4]);

void pdf_add(struct pdf_objects *objects, HPDF_Array array, void *object);
void pdf_add_reference(struct pdf_objects *objects, HPDF_Array array, uint32_t number);
void pdf_add_integer(struct pdf_objects *objects, HPDF_Array array, int64_t value);
void pdf_add_real(struct pdf_objects *objects, HPDF_Array array, double value);
void pdf_add_name(struct pdf_objects *objects, HPDF_Array array, const char *name);
void pdf_add_bytes(struct pdf_objects *objects, HPDF_Array array, const void *bytes, size_t size);

#endif
