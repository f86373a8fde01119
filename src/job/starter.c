/* A file to begin with. */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "internal.h"

void job_new(const char *path, struct diag *d)
{
	if (access(path, F_OK) == 0) {
		diag_error(d, (struct loc){path, 0}, "is there already, and stays as it is");
		return;
	}
	char *data = job_data_directory(d);
	char *starter = data ? path_join(data, "input/starter.xml") : NULL;
	struct buffer text = {0};
	if (starter && file_read(starter, 0, &text, d, (struct loc){starter, 0}) &&
	    file_write(path, text.data, text.size, d))
		printf("Now write what you know into %s; then\n"
		       "  cbua-pdf %s --check\n"
		       "  cbua-pdf %s -o report.pdf\n",
		       path, path, path);
	buffer_free(&text);
	free(starter);
	free(data);
}
