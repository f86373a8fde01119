/* Haru dictionaries, arrays and numbers. Knows nothing of what the entries mean. */
#include "pdf_object.h"

#include <hpdf_doc.h>
#include <stdlib.h>
#include <string.h>

#include "pdf_string.h"

/* Memory that never runs out as far as Haru can tell: xmalloc ends the process. */
static void *take_memory(HPDF_UINT size)
{
	return xmalloc(size);
}

static void release_memory(void *memory)
{
	free(memory);
}

static void on_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
	(void)detail;
	pdf_objects_check(user, code);
}

void pdf_objects_check(struct pdf_objects *objects, HPDF_STATUS status)
{
	if (status != HPDF_OK && objects->first_error == HPDF_OK)
		objects->first_error = status;
}

bool pdf_objects_open(struct pdf_objects *objects)
{
	*objects = (struct pdf_objects){0};
	objects->haru = HPDF_NewEx(on_error, take_memory, release_memory, 0, objects);
	return objects->haru != NULL;
}

void pdf_objects_close(struct pdf_objects *objects)
{
	if (objects->haru)
		HPDF_Free(objects->haru);
	objects->haru = NULL;
}

HPDF_Dict pdf_dict(struct pdf_objects *objects)
{
	return HPDF_Dict_New(objects->haru->mmgr);
}

HPDF_Array pdf_array(struct pdf_objects *objects)
{
	return HPDF_Array_New(objects->haru->mmgr);
}

/* Haru's list grows by a fixed step; doubled, a document of any size stays linear. */
static void give_number(struct pdf_objects *objects, void *object)
{
	HPDF_Xref xref = objects->haru->xref;
	if (xref->entries->count >= xref->entries->block_siz)
		xref->entries->items_per_block = xref->entries->block_siz;
	pdf_objects_check(objects, HPDF_Xref_Add(xref, object));
}

HPDF_Dict pdf_indirect_dict(struct pdf_objects *objects)
{
	HPDF_Dict dict = pdf_dict(objects);
	give_number(objects, dict);
	return dict;
}

uint32_t pdf_reserve(struct pdf_objects *objects)
{
	HPDF_Null place = HPDF_Null_New(objects->haru->mmgr);
	uint32_t number = pdf_object_count(objects);
	give_number(objects, place);
	return objects->first_error == HPDF_OK ? number : 0;
}

uint32_t pdf_number_of(const void *object)
{
	const HPDF_Obj_Header *header = object;
	return header->obj_id & 0x00FFFFFFu;
}

uint32_t pdf_object_count(const struct pdf_objects *objects)
{
	return objects->haru->xref->entries->count;
}

static void *numbered(struct pdf_objects *objects, uint32_t number)
{
	HPDF_XrefEntry entry = HPDF_Xref_GetEntry(objects->haru->xref, number);
	return entry ? entry->obj : NULL;
}

void pdf_put(struct pdf_objects *objects, HPDF_Dict dict, const char *key, void *object)
{
	pdf_objects_check(objects, HPDF_Dict_Add(dict, key, object));
}

void pdf_objects_trailer(struct pdf_objects *objects, const char *key, void *object)
{
	pdf_put(objects, objects->haru->trailer, key, object);
}

void pdf_put_reference(struct pdf_objects *objects, HPDF_Dict dict, const char *key, uint32_t number)
{
	pdf_put(objects, dict, key, numbered(objects, number));
}

void pdf_put_name_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, const char *name)
{
	pdf_objects_check(objects, HPDF_Dict_AddName(dict, key, name));
}

static HPDF_INT32 limited(int64_t value)
{
	return (HPDF_INT32)(value > INT32_MAX ? INT32_MAX : value < INT32_MIN ? INT32_MIN : value);
}

void pdf_put_integer_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, int64_t value)
{
	pdf_objects_check(objects, HPDF_Dict_AddNumber(dict, key, limited(value)));
}

void pdf_put_real_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, double value)
{
	pdf_objects_check(objects, HPDF_Dict_AddReal(dict, key, (HPDF_REAL)value));
}

void pdf_put_boolean_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, bool value)
{
	pdf_objects_check(objects, HPDF_Dict_AddBoolean(dict, key, value ? HPDF_TRUE : HPDF_FALSE));
}

static HPDF_Binary new_bytes(struct pdf_objects *objects, const void *bytes, size_t size)
{
	if (size > HPDF_LIMIT_MAX_STRING_LEN)
		size = HPDF_LIMIT_MAX_STRING_LEN; /* also the limit of PDF/A; only metadata come here */
	return HPDF_Binary_New(objects->haru->mmgr, (HPDF_BYTE *)(uintptr_t)bytes, (HPDF_UINT)size);
}

void pdf_put_bytes_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, const void *bytes, size_t size)
{
	pdf_put(objects, dict, key, new_bytes(objects, bytes, size));
}

void pdf_put_text_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, const char *text)
{
	if (!text)
		return;
	struct buffer encoded = {0};
	pdf_encode_text(&encoded, text, strlen(text));
	pdf_put_bytes_value(objects, dict, key, encoded.data ? encoded.data : "", encoded.size);
	buffer_free(&encoded);
}

void pdf_put_box_value(struct pdf_objects *objects, HPDF_Dict dict, const char *key, const double box[4])
{
	HPDF_Array array = pdf_array(objects);
	for (int i = 0; i < 4; i++)
		pdf_add_real(objects, array, box[i]);
	pdf_put(objects, dict, key, array);
}

void pdf_add(struct pdf_objects *objects, HPDF_Array array, void *object)
{
	pdf_objects_check(objects, HPDF_Array_Add(array, object));
}

void pdf_add_reference(struct pdf_objects *objects, HPDF_Array array, uint32_t number)
{
	pdf_add(objects, array, numbered(objects, number));
}

void pdf_add_integer(struct pdf_objects *objects, HPDF_Array array, int64_t value)
{
	pdf_objects_check(objects, HPDF_Array_AddNumber(array, limited(value)));
}

void pdf_add_real(struct pdf_objects *objects, HPDF_Array array, double value)
{
	pdf_objects_check(objects, HPDF_Array_AddReal(array, (HPDF_REAL)value));
}

void pdf_add_name(struct pdf_objects *objects, HPDF_Array array, const char *name)
{
	pdf_objects_check(objects, HPDF_Array_AddName(array, name));
}

void pdf_add_bytes(struct pdf_objects *objects, HPDF_Array array, const void *bytes, size_t size)
{
	pdf_add(objects, array, new_bytes(objects, bytes, size));
}
