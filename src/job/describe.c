/* What the formatter sets of XSL 1.1, as a document. */
#include <stdio.h>

#include "fo.h"
#include "job.h"

void job_describe(void)
{
	struct buffer out = {0};
	fo_describe(&out);
	fwrite(out.data, 1, out.size, stdout);
	buffer_free(&out);
}
