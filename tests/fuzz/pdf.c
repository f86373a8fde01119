/* The fuzzer's way into what reads PDF files: attachments and signatures of any bytes. */
#include "pdf_extract.h"
#include "pdf_sign.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct pdf_extracted files[4];
	struct pdf_verified signatures[4];
	pdf_extract(data, size, a, files, 4);
	pdf_verify(data, size, a, signatures, 4);
	arena_free(a);
	return 0;
}
