/* Text to lines: runs of one face, shaped; break points; lines chosen for the whole paragraph; glyphs in place.
 * Works along one inline axis from 0: knows nothing of blocks, pages, baselines' places or formatting objects.
 * Offsets into a paragraph count UTF-16 units of its text, where each object, edge and anchor takes one (U+FFFC). */
#ifndef CBUA_TEXT_H
#define CBUA_TEXT_H

#include "base.h"
#include "font.h"

/* Han-Latin space and punctuation, by the names of CSS Text 4. AUTO: what is best for the language. */
enum text_choice { TEXT_CHOICE_AUTO, TEXT_CHOICE_NO, TEXT_CHOICE_YES };
/* Where opening marks keep their blank half at a line's start (text-spacing-trim). */
enum text_start_space { TEXT_START_TRIMMED, TEXT_START_SPACE_FIRST, TEXT_START_SPACE_ALL };
enum text_line_break {
	TEXT_LINE_BREAK_AUTO,
	TEXT_LINE_BREAK_STRICT,
	TEXT_LINE_BREAK_NORMAL,
	TEXT_LINE_BREAK_LOOSE,
	TEXT_LINE_BREAK_ANYWHERE
};
enum text_transform {
	TEXT_TRANSFORM_NONE,
	TEXT_TRANSFORM_UPPERCASE,
	TEXT_TRANSFORM_LOWERCASE,
	TEXT_TRANSFORM_CAPITALIZE
};

/* How characters are set; shared by runs, which compare styles by pointer first. */
struct text_style {
	const struct font_set *fonts;
	mpt size;             /* font-size */
	double aspect;        /* font-size-adjust: x-height over size that every face is brought to; 0: none */
	const char *language; /* BCP 47; "" unknown */
	mpt letter_spacing, letter_spacing_minimum, letter_spacing_maximum; /* added to every character; 0 is normal */
	mpt word_spacing, word_spacing_minimum, word_spacing_maximum;       /* added to every word space */
	bool has_letter_spacing; /* the property is not 'normal': ligatures are off */
	const char *features;    /* OpenType features as in CSS font-feature-settings; "" for none */
	bool small_caps;
	bool kerning;
	enum text_transform transform;
	bool hyphenate;
	uint32_t hyphen;                          /* hyphenation-character */
	int hyphenation_remain, hyphenation_push; /* hyphenation-remain-character-count, -push-character-count */
	bool wrap;                                /* wrap-option: wrap */
	bool preserve_spaces; /* spaces keep their width at line ends and are not break candidates to be dropped */
	enum text_line_break line_break;
	enum text_choice autospace;        /* text-autospace: between Han and letters */
	enum text_choice autospace_digits; /* and between Han and digits */
	enum text_choice spacing_trim;     /* text-spacing-trim, axf:punctuation-trim */
	enum text_start_space start_space;
	enum text_choice hanging; /* hanging-punctuation, at line ends: NO unless asked */
	bool hanging_start;       /* and opening quotes and brackets at line starts */
	uint32_t emphasis;        /* the mark at each character; 0: none */
	bool emphasis_over;       /* marks above (before) instead of below (after) */
	bool upright;             /* vertical text: text-orientation upright */
	bool sideways;            /* vertical text: text-orientation sideways, Han turned as well */
	bool combine;             /* vertical text: digit pairs set upright in one square */
	int bidi_level; /* -1: from the text; from bidi-override and inline direction otherwise embed controls are added */
};

enum text_align { TEXT_ALIGN_START, TEXT_ALIGN_CENTER, TEXT_ALIGN_END, TEXT_ALIGN_JUSTIFY };

#define TEXT_LADDER_AUTO (-1)

struct paragraph_style {
	const char *language;
	bool right_to_left;
	bool vertical;                     /* tb-rl: the inline axis runs down, CJK glyphs stand upright */
	enum text_align align, align_last; /* align_last also holds before a forced line end */
	mpt indent;                        /* text-indent; for the first line */
	mpt last_line_end_indent;
	bool pretty;            /* text-wrap-style: pretty. Rivers and short last lines are avoided, for more time */
	int hyphenation_ladder; /* most consecutive hyphenated lines; 0: no limit; AUTO: few where that costs little */
	mpt character_grid;     /* Chinese characters and marks stand in cells so wide; 0: as wide as they are */
	mpt character_size;     /* with a grid: the font size of the paragraph itself */
	struct loc loc;
};

/* What is not text in a line. Zero-width, invisible to shaping and breaking: an anchor. */
enum text_object_kind {
	TEXT_OBJECT_BOX,     /* a picture, an inline container: breaks as U+FFFC does (UAX 14 CB) */
	TEXT_OBJECT_LEADER,  /* stretches from minimum to maximum; a line's slack goes to leaders first */
	TEXT_OBJECT_START,   /* start edge of an inline: sticks to what follows */
	TEXT_OBJECT_END,     /* end edge of an inline: sticks to what precedes */
	TEXT_OBJECT_ANCHOR,  /* footnote, id, marker, float: sticks to what precedes */
	TEXT_OBJECT_LINEFEED /* a preserved line feed: ends the line */
};

struct text_object {
	enum text_object_kind kind;
	mpt width, minimum, maximum;          /* minimum and maximum are read for leaders only */
	bool no_break_before, no_break_after; /* keep-with-previous/next within-line */
	uint32_t character; /* a BOX that stands for text that begins so: breaks and spacing are as beside it; 0: none */
};

struct text_engine; /* shape cache, hyphenation dictionaries, ICU's iterators; one a thread */
struct text_engine *text_engine_new(struct font_library *fonts, struct diag *d);
void text_engine_free(struct text_engine *engine);

struct paragraph;

/* Everything of the paragraph lives in a; style is copied. */
struct paragraph *paragraph_new(struct text_engine *engine, struct arena *a, const struct paragraph_style *style);

/* Text after white space treatment. owner comes back in pieces; loc is for messages (a character no font has). style
 * must outlive the paragraph. */
/* How long the text is that has been added: offsets count so. */
uint32_t paragraph_length(const struct paragraph *p);
void paragraph_add_text(struct paragraph *p, const char *utf8, size_t size, const struct text_style *style, void *owner,
                        struct loc loc);
void paragraph_add_object(struct paragraph *p, const struct text_object *object, const struct text_style *style,
                          void *owner);

/* After the last addition, once: bidi, faces, shaping, break opportunities. */
void paragraph_prepare(struct paragraph *p);

/* Widest unbreakable part, and the width of the longest line when nothing but forced breaks end lines. Indent included.
 */
void paragraph_widths(const struct paragraph *p, mpt *min_content, mpt *max_content);

/* Places in the text where a justified line opens: word spaces, and between Chinese characters. */
size_t paragraph_openings(const struct paragraph *p);

/* The measure for the first lines, next lines, ...: what floats leave. The last entry holds for all lines that follow.
 */
struct text_measure {
	size_t lines; /* for so many lines; ignored in the last entry */
	mpt width;
};

struct text_break {
	uint32_t start, end; /* offsets; text that is dropped at the line's end lies between end and the next start */
	bool hyphen;         /* a hyphen is added */
	bool forced;         /* ended by a line feed, or the last one */
	bool overfull;       /* wider than its measure even when shrunk */
	mpt width;           /* the measure it was broken for */
	mpt natural;         /* its width unadjusted */
};

struct text_breaks {
	struct text_break *line; /* [count] */
	size_t count;
};

/* Lines from offset (0, or a former break's next start: no first-line indent then) to the paragraph's end, chosen by
 * total fit (Knuth-Plass). Lives in a. Always at least one line unless nothing is left. */
struct text_breaks paragraph_break(struct paragraph *p, uint32_t offset, const struct text_measure *measures,
                                   size_t measure_count, struct arena *a);

struct text_glyph {
	uint32_t id;
	uint32_t text;   /* offset in the piece's utf8 of the cluster's first byte */
	int32_t advance; /* mpt along the inline axis, with all spacing and adjustment */
	int32_t dx, dy;  /* mpt from the pen: along the inline axis, and up (away from the line's after edge) */
};

enum text_piece_kind { TEXT_PIECE_GLYPHS, TEXT_PIECE_OBJECT };
enum text_turn { TEXT_HORIZONTAL, TEXT_VERTICAL_UPRIGHT, TEXT_VERTICAL_TURNED };

/* A stretch of a line: glyphs of one face, style and owner, or an object. */
struct text_piece {
	enum text_piece_kind kind;
	void *owner;
	const struct text_style *style;
	mpt position, width;          /* along the inline axis from the line's start edge */
	mpt gap;                      /* of the width, at its end: space between Chinese text and what follows */
	const struct font_face *face; /* GLYPHS */
	mpt size;                     /* font size with the face's size adjust, small caps */
	const struct text_glyph *glyphs;
	size_t glyph_count;
	const char *utf8; /* the text they show, in logical order, without the hyphen that was added */
	size_t utf8_size;
	bool added_hyphen;  /* the last glyph is a hyphen that is not in the text */
	bool space_follows; /* a space of the text was dropped at the line's end, after this */
	bool emphasis;      /* emphasis marks of the piece before: drawn, but no text and of no width */
	int bidi_level;
	enum text_turn turn;
	struct loc loc;
	struct text_object object; /* OBJECT */
	uint32_t offset;           /* in the paragraph, for order */
};

/* Line i in its measure: aligned, justified, in visual order. start: what is inset before the line already, 0 normally.
 * Lives in a. */
struct text_piece *paragraph_line(struct paragraph *p, const struct text_breaks *breaks, size_t i, size_t *count,
                                  struct arena *a);

/* The text that the offsets cover, in UTF-8, for dumps and messages. Lives in a. */
const char *paragraph_text(const struct paragraph *p, uint32_t start, uint32_t end, struct arena *a);

/* The advance of text in one style on one line: for leaders' contents, list labels, fitting names. */
mpt text_width(struct text_engine *engine, const char *utf8, size_t size, const struct text_style *style);

#endif
