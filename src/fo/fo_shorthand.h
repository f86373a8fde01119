/* What the shorthands' files share. */
#ifndef CBUA_FO_SHORTHAND_H
#define CBUA_FO_SHORTHAND_H

#include "fo_private.h"

#define WORDS_MOST 16

/* The words of a value, separated by white space outside brackets and quotes; each NUL-terminated in the tree's memory.
 * Words beside an operator are one. */
struct words {
	char *word[WORDS_MOST];
	int count;
	bool after_operator;
};
struct words words_split(const char *text, struct arena *a);
/* list: words with spaces between. */
bool word_is_one_of(const char *word, const char *list);
bool word_is_color(const char *word);

/* fo_shorthand_border.c */
void expand_sides(struct value_context *x, const char *name, const char *text, struct settings *out);
void expand_border(struct value_context *x, const char *name, const char *text, struct settings *out);
void expand_border_side(struct value_context *x, const char *name, const char *text, struct settings *out);
void expand_border_part(struct value_context *x, const char *name, const char *text, struct settings *out);
void expand_border_spacing(struct value_context *x, const char *name, const char *text, struct settings *out);
void expand_relative_radius(struct value_context *x, const char *name, const char *text, struct settings *out);
void expand_absolute_radius(struct value_context *x, const char *name, const char *text, struct settings *out);

/* fo_shorthand_text.c */
void expand_text_decoration(struct value_context *x, const char *name, const char *text, struct settings *out);
void expand_text_emphasis(struct value_context *x, const char *name, const char *text, struct settings *out);

#endif
