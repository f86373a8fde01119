/* An sRGB profile made from the standard's own numbers, so that no file outside the program is needed. */
#include <math.h>

#include "pdf_metadata.h"

/* Of the tone curve: one for each value of eight bits; between them a reader interpolates. */
#define CURVE_POINTS 256

enum { HEADER_SIZE = 128, TAG_COUNT = 9, TABLE_SIZE = 4 + 12 * TAG_COUNT };

static void put_16(struct buffer *out, unsigned value)
{
	buffer_putc(out, (char)(value >> 8 & 0xFF));
	buffer_putc(out, (char)(value & 0xFF));
}

static void put_32(struct buffer *out, uint32_t value)
{
	put_16(out, value >> 16);
	put_16(out, value & 0xFFFF);
}

static void put_zeros(struct buffer *out, size_t count)
{
	while (count-- > 0)
		buffer_putc(out, '\0');
}

static void align(struct buffer *out)
{
	put_zeros(out, (4 - out->size % 4) % 4);
}

/* s15Fixed16 */
static void put_fixed(struct buffer *out, double value)
{
	put_32(out, (uint32_t)(int32_t)lround(value * 65536));
}

static void put_xyz(struct buffer *out, double x, double y, double z)
{
	buffer_puts(out, "XYZ ");
	put_32(out, 0);
	put_fixed(out, x);
	put_fixed(out, y);
	put_fixed(out, z);
}

static void put_description(struct buffer *out, const char *text)
{
	size_t size = 0;
	while (text[size])
		size++;
	buffer_puts(out, "desc");
	put_32(out, 0);
	put_32(out, (uint32_t)size + 1);
	buffer_append(out, text, size + 1);
	put_zeros(out, 4 + 4 + 2 + 1 + 67); /* no Unicode, no Macintosh description */
	align(out);
}

static void put_curve(struct buffer *out)
{
	buffer_puts(out, "curv");
	put_32(out, 0);
	put_32(out, CURVE_POINTS);
	for (int i = 0; i < CURVE_POINTS; i++) {
		double v = (double)i / (CURVE_POINTS - 1);
		double linear = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
		put_16(out, (unsigned)lround(linear * 65535));
	}
	align(out);
}

static void put_header(struct buffer *out, uint32_t size)
{
	put_32(out, size);
	put_32(out, 0);
	put_32(out, 0x02100000);
	buffer_puts(out, "mntrRGB XYZ ");
	const unsigned date[] = {2024, 1, 1, 0, 0, 0};
	for (int i = 0; i < 6; i++)
		put_16(out, date[i]);
	buffer_puts(out, "acsp");
	put_zeros(out, 24);
	put_32(out, 0);         /* perceptual */
	put_fixed(out, 0.9642); /* D50 */
	put_fixed(out, 1);
	put_fixed(out, 0.8249);
	put_zeros(out, HEADER_SIZE - 80);
}

static void put_tag(struct buffer *out, const char *signature, size_t from, size_t to)
{
	buffer_append(out, signature, 4);
	put_32(out, (uint32_t)(HEADER_SIZE + TABLE_SIZE + from));
	put_32(out, (uint32_t)(to - from));
}

/* The primaries and the white point of IEC 61966-2-1, adapted to D50 with the Bradford matrix. */
static void put_data(struct buffer *data, size_t starts[8])
{
	starts[0] = data->size;
	put_description(data, "sRGB");
	starts[1] = data->size;
	buffer_append(data, "text\0\0\0\0No copyright", 8 + 13);
	buffer_putc(data, '\0');
	align(data);
	starts[2] = data->size;
	put_xyz(data, 0.95045, 1, 1.08905);
	starts[3] = data->size;
	put_xyz(data, 0.436066, 0.222488, 0.013916);
	starts[4] = data->size;
	put_xyz(data, 0.385147, 0.716873, 0.097076);
	starts[5] = data->size;
	put_xyz(data, 0.143066, 0.060608, 0.714096);
	starts[6] = data->size;
	put_curve(data);
	starts[7] = data->size;
}

void pdf_put_srgb_profile(struct buffer *out)
{
	static const char signatures[][5] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ"};
	struct buffer data = {0};
	size_t starts[8];
	put_data(&data, starts);
	put_header(out, (uint32_t)(HEADER_SIZE + TABLE_SIZE + data.size));
	put_32(out, TAG_COUNT);
	for (size_t i = 0; i < 6; i++)
		put_tag(out, signatures[i], starts[i], starts[i + 1]);
	put_tag(out, "rTRC", starts[6], starts[7]);
	put_tag(out, "gTRC", starts[6], starts[7]);
	put_tag(out, "bTRC", starts[6], starts[7]);
	buffer_append(out, data.data, data.size);
	buffer_free(&data);
}
