/* Runs a fuzzer's entry point over files, where libFuzzer is not there to do it. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int run_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f || fseek(f, 0, SEEK_END) != 0) {
		perror(path);
		return 1;
	}
	long end = ftell(f);
	rewind(f);
	size_t size = end > 0 ? (size_t)end : 0;
	uint8_t *bytes = malloc(size + 1);
	int failed = !bytes || fread(bytes, 1, size, f) != size;
	if (!failed)
		LLVMFuzzerTestOneInput(bytes, size);
	free(bytes);
	fclose(f);
	return failed;
}

int main(int argc, char **argv)
{
	int failed = 0;
	for (int i = 1; i < argc; i++)
		failed |= run_file(argv[i]);
	return failed;
}
