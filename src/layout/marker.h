/* Markers of pages; see marker.c. */
#ifndef CBUA_MARKER_H
#define CBUA_MARKER_H

#include "page_sequence.h"

struct marker_state *marker_state_new(const struct fo_tree *tree, struct arena *a);
void marker_state_free(struct marker_state *m);

#endif
