/* A table of text fields, as spreadsheets write it. */
#ifndef CBUA_CSV_H
#define CBUA_CSV_H

#include "base.h"

struct csv_row {
	const char **cells; /* UTF-8, without blanks round it; "" where there is none */
	size_t count;
	int line; /* that the row begins on */
};

struct csv {
	struct csv_row *rows;
	size_t count;
};

/* Fields between commas, semicolons or tabs, whichever the first line has most of, "quoted" where they hold such; in
 * UTF-8, UTF-16 or GB 18030. Rows without any text are left out. False after reporting. Everything lives in a. */
bool csv_read(const char *path, struct csv *table, struct arena *a, struct diag *d);

#endif
