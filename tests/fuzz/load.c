/* The fuzzer's way into load/: any bytes are a document, with the real schema's checks behind it. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = memfd_create("document", 0);
	if (fd < 0 || write(fd, data, size) != (ssize_t)size)
		return 0;
	char path[64];
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	load_initialise();
	struct diag *d = diag_new(NULL);
	struct load_folders *folders = load_folders_new();
	xmlDoc *doc = load_document(path, folders, d);
	if (doc)
		load_check(doc, SCHEMA, d);
	xmlFreeDoc(doc);
	load_folders_free(folders);
	diag_free(d);
	close(fd);
	return 0;
}
