/* Where each object stands in the file. Knows nothing of what the objects mean. */
#include "pdf_file.h"

#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_streams.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "pdf_number.h"

/* Large enough to compress well, small enough that a reader who wants one object is not held up. */
#define GROUP_BYTES   ((size_t)48 * 1024)
#define GROUP_OBJECTS 800

/* libdeflate at 6 packs pages a little better than zlib at 6 in half its time. */
#define COMPRESSION 6

struct pdf_file_place {
	uint64_t offset; /* of the object, or the number of its object stream */
	uint32_t index;  /* in the object stream */
	enum { UNWRITTEN, AT_OFFSET, IN_GROUP } kind;
};

void pdf_file_open(struct pdf_file *file, struct pdf_objects *objects, const char *version, bool compact)
{
	*file = (struct pdf_file){.objects = objects, .compact = compact};
	/* Four bytes above 127 tell transfer programs that this is not text. */
	buffer_printf(&file->bytes, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", version);
}

void pdf_file_close(struct pdf_file *file)
{
	libdeflate_free_compressor(file->compressor);
	buffer_free(&file->bytes);
	buffer_free(&file->group_index);
	buffer_free(&file->group_text);
	free(file->places);
	*file = (struct pdf_file){0};
}

static struct pdf_file_place *place_of(struct pdf_file *file, uint32_t number)
{
	if (number >= file->place_count) {
		uint32_t count = number < 512 ? 1024 : number * 2;
		file->places = xrealloc(file->places, count, sizeof *file->places);
		memset(file->places + file->place_count, 0, (count - file->place_count) * sizeof *file->places);
		file->place_count = count;
	}
	return &file->places[number];
}

void pdf_file_deflate(struct pdf_file *file, const void *bytes, size_t size, struct buffer *out)
{
	if (!file->compressor)
		file->compressor = libdeflate_alloc_compressor(COMPRESSION);
	if (!file->compressor) {
		pdf_objects_check(file->objects, HPDF_ZLIB_ERROR);
		return;
	}
	size_t room = libdeflate_zlib_compress_bound(file->compressor, size);
	char *to = buffer_room(out, room);
	out->size += libdeflate_zlib_compress(file->compressor, bytes, size, to, room);
}

static HPDF_STATUS write_to_buffer(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
	buffer_append(stream->attr, bytes, size);
	return HPDF_OK;
}

/* The object as Haru writes it. */
static void put_object(struct pdf_file *file, void *object, struct buffer *out)
{
	HPDF_Stream stream = HPDF_CallbackWriter_New(file->objects->haru->mmgr, write_to_buffer, out);
	if (!stream) {
		pdf_objects_check(file->objects, HPDF_FAILD_TO_ALLOC_MEM);
		return;
	}
	pdf_objects_check(file->objects, HPDF_Obj_WriteValue(object, stream, NULL));
	HPDF_Stream_Free(stream);
}

static void begin_object(struct pdf_file *file, uint32_t number)
{
	struct pdf_file_place *place = place_of(file, number);
	*place = (struct pdf_file_place){.kind = AT_OFFSET, .offset = file->bytes.size};
	pdf_put_integer(&file->bytes, number);
	buffer_puts(&file->bytes, " 0 obj\n");
}

static void end_object(struct pdf_file *file)
{
	buffer_puts(&file->bytes, "\nendobj\n");
}

void pdf_file_stream_text(struct pdf_file *file, uint32_t number, const char *entries, const void *bytes, size_t size,
                          enum pdf_filter filter)
{
	struct buffer compressed = {0};
	if (filter == PDF_FILTER_DEFLATE)
		pdf_file_deflate(file, bytes, size, &compressed);
	begin_object(file, number);
	buffer_printf(&file->bytes, "<<%s/Length %zu%s>>\nstream\r\n", entries,
	              filter == PDF_FILTER_DEFLATE ? compressed.size : size,
	              filter == PDF_FILTER_DEFLATE ? "/Filter/FlateDecode" : "");
	if (filter == PDF_FILTER_DEFLATE)
		buffer_append(&file->bytes, compressed.data, compressed.size);
	else
		buffer_append(&file->bytes, bytes, size);
	buffer_puts(&file->bytes, "\nendstream");
	end_object(file);
	buffer_free(&compressed);
}

/* Without the "<<" and ">>" that Haru puts around a dictionary. */
static void strip_brackets(struct buffer *text)
{
	size_t from = text->size >= 2 && strncmp(text->data, "<<", 2) == 0 ? 2 : 0;
	size_t to =
	    text->size - from >= 2 && strncmp(text->data + text->size - 2, ">>", 2) == 0 ? text->size - 2 : text->size;
	memmove(text->data, text->data + from, to - from);
	text->size = to - from;
	text->data[text->size] = '\0';
}

void pdf_file_stream(struct pdf_file *file, HPDF_Dict dict, const void *bytes, size_t size, enum pdf_filter filter)
{
	struct buffer entries = {0};
	put_object(file, dict, &entries);
	if (entries.size)
		strip_brackets(&entries);
	pdf_file_stream_text(file, pdf_number_of(dict), entries.data ? entries.data : "", bytes, size, filter);
	buffer_free(&entries);
}

static void end_group(struct pdf_file *file)
{
	if (!file->group)
		return;
	char entries[64];
	snprintf(entries, sizeof entries, "/Type/ObjStm/N %u/First %zu", (unsigned)file->group_count,
	         file->group_index.size);
	buffer_append(&file->group_index, file->group_text.data, file->group_text.size);
	uint32_t number = file->group;
	file->group = 0;
	pdf_file_stream_text(file, number, entries, file->group_index.data, file->group_index.size, PDF_FILTER_DEFLATE);
	file->group_count = 0;
	file->group_index.size = file->group_text.size = 0;
}

static void add_to_group(struct pdf_file *file, uint32_t number, const char *text, size_t size)
{
	if (file->group_text.size + size > GROUP_BYTES || file->group_count >= GROUP_OBJECTS)
		end_group(file);
	if (!file->group)
		file->group = pdf_reserve(file->objects);
	*place_of(file, number) =
	    (struct pdf_file_place){.kind = IN_GROUP, .offset = file->group, .index = file->group_count++};
	pdf_put_integer(&file->group_index, number);
	buffer_putc(&file->group_index, ' ');
	pdf_put_integer(&file->group_index, (int64_t)file->group_text.size);
	buffer_putc(&file->group_index, ' ');
	buffer_append(&file->group_text, text, size);
	buffer_putc(&file->group_text, '\n');
}

size_t pdf_file_plain_text(struct pdf_file *file, uint32_t number, const char *text, size_t size)
{
	begin_object(file, number);
	size_t place = file->bytes.size;
	buffer_append(&file->bytes, text, size);
	end_object(file);
	return place;
}

void pdf_file_text(struct pdf_file *file, uint32_t number, const char *text, size_t size)
{
	if (file->compact)
		add_to_group(file, number, text, size);
	else
		pdf_file_plain_text(file, number, text, size);
}

static void write_rest(struct pdf_file *file)
{
	struct buffer text = {0};
	uint32_t count = pdf_object_count(file->objects); /* groups that are added from here are written by themselves */
	for (uint32_t number = 1; number < count; number++) {
		if (place_of(file, number)->kind != UNWRITTEN || number == file->group)
			continue;
		text.size = 0;
		put_object(file, HPDF_Xref_GetEntry(file->objects->haru->xref, number)->obj, &text);
		pdf_file_text(file, number, text.data, text.size);
	}
	end_group(file);
	buffer_free(&text);
}

/* From what is written so far, so that the same content has the same ID and any change another (ISO 32000-1, 14.4). */
static void put_id(const struct pdf_file *file, struct buffer *out)
{
	HPDF_MD5_CTX context;
	HPDF_MD5Init(&context);
	const size_t block = 4096;
	for (size_t at = 0; at < file->bytes.size; at += block) {
		size_t size = file->bytes.size - at < block ? file->bytes.size - at : block;
		uint32_t sum = libdeflate_crc32(0, file->bytes.data + at, size);
		const HPDF_BYTE digest[] = {(HPDF_BYTE)(sum >> 24), (HPDF_BYTE)(sum >> 16), (HPDF_BYTE)(sum >> 8),
		                            (HPDF_BYTE)sum};
		HPDF_MD5Update(&context, digest, sizeof digest);
	}
	HPDF_BYTE id[16];
	HPDF_MD5Final(id, &context);
	char text[33];
	for (int i = 0; i < 16; i++)
		snprintf(text + 2 * i, 3, "%02X", id[i]);
	buffer_printf(out, "/ID[<%s><%s>]", text, text);
}

/* Root, Info and what else Haru's trailer holds; then Size and ID. */
static void put_trailer_entries(struct pdf_file *file, struct buffer *out)
{
	struct buffer text = {0};
	put_object(file, file->objects->haru->trailer, &text);
	strip_brackets(&text);
	buffer_append(out, text.data, text.size);
	buffer_free(&text);
	buffer_printf(out, "/Size %u", (unsigned)pdf_object_count(file->objects));
	put_id(file, out);
}

static void put_big_endian(struct buffer *out, uint64_t value, int width)
{
	while (width-- > 0)
		buffer_putc(out, (char)(value >> (8 * width) & 0xFF));
}

/* Each row as the difference to the one above (PNG's "up", ISO 32000-1, 7.4.4.4): rows differ little, so this packs
 * well. */
static void put_rows(struct pdf_file *file, uint32_t count, int width, struct buffer *out)
{
	struct buffer row = {0}, last = {0};
	for (uint32_t number = 0; number < count; number++) {
		const struct pdf_file_place *place = place_of(file, number);
		row.size = 0;
		put_big_endian(&row, place->kind == UNWRITTEN ? 0 : place->kind == AT_OFFSET ? 1 : 2, 1);
		put_big_endian(&row, place->offset, width);
		put_big_endian(&row, number == 0 ? 0xFFFF : place->index, 2);
		buffer_putc(out, 2);
		for (size_t i = 0; i < row.size; i++)
			buffer_putc(out, (char)(row.data[i] - (number > 0 ? last.data[i] : 0)));
		last.size = 0;
		buffer_append(&last, row.data, row.size);
	}
	buffer_free(&row);
	buffer_free(&last);
}

/* ISO 32000-1, 7.5.8 */
static void put_reference_stream(struct pdf_file *file)
{
	uint32_t number = pdf_reserve(file->objects);
	size_t start = file->bytes.size;
	*place_of(file, number) = (struct pdf_file_place){.kind = AT_OFFSET, .offset = start};
	int width = start > 0xFFFFFFFFu ? 8 : start > 0xFFFFFF ? 4 : 3;
	struct buffer rows = {0}, entries = {0};
	put_rows(file, pdf_object_count(file->objects), width, &rows);
	buffer_printf(&entries, "/Type/XRef/W[1 %d 2]/DecodeParms<</Predictor 12/Columns %d>>", width, width + 3);
	put_trailer_entries(file, &entries);
	pdf_file_stream_text(file, number, entries.data, rows.data, rows.size, PDF_FILTER_DEFLATE);
	buffer_printf(&file->bytes, "startxref\n%zu\n%%%%EOF\n", start);
	buffer_free(&rows);
	buffer_free(&entries);
}

/* ISO 32000-1, 7.5.4 */
static void put_reference_table(struct pdf_file *file)
{
	size_t start = file->bytes.size;
	uint32_t count = pdf_object_count(file->objects);
	buffer_printf(&file->bytes, "xref\n0 %u\n0000000000 65535 f \n", (unsigned)count);
	for (uint32_t number = 1; number < count; number++)
		buffer_printf(&file->bytes, "%010llu 00000 n \n", (unsigned long long)place_of(file, number)->offset);
	struct buffer entries = {0};
	put_trailer_entries(file, &entries);
	buffer_printf(&file->bytes, "trailer\n<<%s>>\nstartxref\n%zu\n%%%%EOF\n", entries.data, start);
	buffer_free(&entries);
}

void pdf_file_finish(struct pdf_file *file, struct buffer *out)
{
	write_rest(file);
	if (file->compact)
		put_reference_stream(file);
	else
		put_reference_table(file);
	if (out->size == 0) { /* the usual case: handed over without a copy */
		buffer_free(out);
		*out = file->bytes;
		file->bytes = (struct buffer){0};
		return;
	}
	buffer_append(out, file->bytes.data, file->bytes.size);
}
