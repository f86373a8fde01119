/* Numbers to text without printf, which is too slow for page contents and depends on the locale. */
#include "pdf_number.h"

#include <math.h>

#define REAL_MAX 1e9

static char *write_unsigned(char *out, uint64_t value)
{
	char digits[20];
	size_t count = 0;
	do
		digits[count++] = (char)('0' + value % 10);
	while ((value /= 10) > 0);
	while (count > 0)
		*out++ = digits[--count];
	return out;
}

char *pdf_write_integer(char *out, int64_t value)
{
	if (value < 0)
		*out++ = '-';
	return write_unsigned(out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

/* value is scaled by unit, a power of ten. */
static char *write_scaled(char *out, int64_t value, uint64_t unit)
{
	if (value < 0)
		*out++ = '-';
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	uint64_t rest = size % unit;
	if (size >= unit || rest == 0)
		out = write_unsigned(out, size / unit);
	if (rest)
		*out++ = '.';
	for (uint64_t place = unit / 10; rest; place /= 10) {
		*out++ = (char)('0' + rest / place);
		rest %= place;
	}
	return out;
}

char *pdf_write_length(char *out, mpt length)
{
	return write_scaled(out, length, MPT_PER_POINT);
}

char *pdf_write_real(char *out, double value, int decimals)
{
	static const int64_t units[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
	int64_t unit = units[decimals];
	if (isnan(value))
		value = 0;
	value = fmin(fmax(value, -REAL_MAX), REAL_MAX);
	return write_scaled(out, llround(value * (double)unit), (uint64_t)unit);
}

void pdf_put_integer(struct buffer *out, int64_t value)
{
	char text[PDF_NUMBER_SIZE];
	buffer_append(out, text, (size_t)(pdf_write_integer(text, value) - text));
}

void pdf_put_length(struct buffer *out, mpt length)
{
	char text[PDF_NUMBER_SIZE];
	buffer_append(out, text, (size_t)(pdf_write_length(text, length) - text));
}

void pdf_put_real(struct buffer *out, double value, int decimals)
{
	char text[PDF_NUMBER_SIZE];
	buffer_append(out, text, (size_t)(pdf_write_real(text, value, decimals) - text));
}
