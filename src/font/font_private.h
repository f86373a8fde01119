/* What the files of font/ share: the library's index of faces and a request's cache. Nothing outside font/ sees it. */
#ifndef CBUA_FONT_PRIVATE_H
#define CBUA_FONT_PRIVATE_H

#include <fontconfig/fontconfig.h>

#include "font.h"

/* A face that fontconfig knows: what is needed to choose it, without opening its file. */
struct font_entry {
	const FcPattern *pattern; /* owned by the configuration */
	const FcCharSet *charset;
	const char *file;
	int index;
	bool application; /* from --font-dir: wins over the system's of the same name */
	uint16_t weight;  /* 100 to 900 */
	uint16_t stretch; /* percent */
	enum font_slant slant;
	const char *family;     /* its first name */
	struct font_face *face; /* once opened */
	bool broken;            /* the file could not be used */
};

/* One of a face's family names, in lower case: localised names too. */
struct font_name {
	const char *name;
	uint32_t entry;
};

/* Choice of a face by character, kept in pages of 256: entry number + 1, 0 not looked up, FONT_NO_FACE none. */
#define FONT_NO_FACE   UINT16_MAX
#define FONT_PAGE_SIZE 256
struct font_page {
	uint16_t choice[FONT_PAGE_SIZE];
};
struct font_plane {
	struct font_page *page[0x10000 / FONT_PAGE_SIZE];
};
#define FONT_PLANES 17

/* What fonts.conf makes of a face for one request, in its matches with target="font". */
struct font_terms {
	double size_adjust;
	FcCharSet *charset; /* the characters that it may be asked for; owned */
};

struct font_set {
	struct font_library *library;
	struct font_request request; /* strings copied */
	struct font_entry **chosen;  /* [chosen_count]; by family list and generic families, in order */
	struct font_terms *terms;    /* [chosen_count] */
	size_t chosen_count;
	bool generic; /* no family was named: fonts.conf has made the list */
	struct font_entry *
	    *rest; /* [rest_count]; every other family's best, looked up when nothing chosen has a character */
	size_t rest_count;
	struct font_plane **planes; /* [FONT_PLANES] */
	const struct font_face *primary;
	struct font_set *next; /* of the same hash */
};

#define FONT_BUCKETS 64

struct font_library {
	struct arena *arena;
	struct diag *diag;
	FcConfig *config;
	struct font_entry *entries; /* in the order of preference among equals: application first, then file, index */
	size_t entry_count;
	struct font_name *names; /* sorted by name, then entry */
	size_t name_count;
	struct font_face **faces; /* [face_count] by number */
	size_t face_count, face_capacity;
	struct font_set *sets[FONT_BUCKETS];
};

/* font_face.c: opens the file. NULL when it cannot be used, reported once. */
struct font_face *font_face_open(struct font_library *library, struct font_entry *entry);
void font_face_close(struct font_face *face);

/* font_match.c: the face of a family (any of its names, any case) nearest to the request by the rules of CSS Fonts
 * 4, 5.2: stretch, then slant, then weight. NULL when there is no such family. */
struct font_entry *font_match_family(const struct font_library *library, const char *family,
                                     const struct font_request *request);
/* Fills set->chosen, and set->rest when first needed. */
void font_match_set(struct font_set *set);
void font_match_rest(struct font_set *set);

/* Lower case for ASCII; other scripts' family names have no case that matters. Lives in a. */
char *font_name_fold(struct arena *a, const char *name);

#endif
