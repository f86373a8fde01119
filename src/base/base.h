/* What every stage shares: memory, messages, units, growing text, files, time.
 * Knows nothing of documents. */
#ifndef CBUA_BASE_H
#define CBUA_BASE_H

#include "arena.h"
#include "buffer.h"
#include "color.h"
#include "diag.h"
#include "file.h"
#include "unit.h"

#endif
