/* What the files of text/ share. The way of a paragraph: added text and objects (text_paragraph.c) -> runs of one face,
 * style, script and level (text_run.c) -> atoms, the unbreakable pieces, shaped (text_atom.c, text_shape.c) -> gaps
 * between atoms (text_gap.c) -> places where a line may end (text_opportunity.c) -> lines (text_knuth.c, text_break.c)
 * -> glyphs in place (text_line.c). */
#ifndef CBUA_TEXT_PRIVATE_H
#define CBUA_TEXT_PRIVATE_H

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include "text.h"

#define TEXT_OBJECT_CHARACTER 0xFFFC

/* What a character is for breaking and spacing. From TEXT_HAN on: what stands in the Chinese square. */
enum text_class {
	TEXT_OTHER,  /* set in words, no space of its own to Han */
	TEXT_LETTER, /* of Latin, Greek, Cyrillic: a space to Han */
	TEXT_DIGIT,  /* European digits and what belongs to numbers: a space to Han */
	TEXT_MARK,   /* combines with the character before: takes its class */
	TEXT_SPACE,  /* a space that ends words */
	TEXT_NO_BREAK_SPACE,
	TEXT_FIXED_SPACE, /* en space and the like: its width never changes */
	TEXT_ZERO_SPACE,  /* ZERO WIDTH SPACE */
	TEXT_SOFT_HYPHEN,
	TEXT_LINE_END,  /* LINE SEPARATOR and the like: ends the line */
	TEXT_IGNORABLE, /* bidi controls, joiners standing alone: nothing to see */
	TEXT_OBJECT_CLASS,
	TEXT_QUOTE_OPEN, /* these four: Chinese or Latin by the language of the text around */
	TEXT_QUOTE_CLOSE,
	TEXT_DASH_EITHER,
	TEXT_MIDDLE_EITHER,
	TEXT_HAN,       /* ideographs, kana, full-width letters and symbols */
	TEXT_HAN_SIGN,  /* full-width signs and letters, ％ ￥: no space to Latin */
	TEXT_HAN_SPACE, /* IDEOGRAPHIC SPACE */
	TEXT_HAN_SMALL, /* small kana, iteration and prolonged sound marks: not at a line's start when strict */
	TEXT_CONNECT,   /* ～ ／: not at a line's start, no space beside */
	TEXT_OPEN,      /* opening brackets and quotes */
	TEXT_CLOSE,     /* closing brackets and quotes */
	TEXT_COMMA,     /* ， 、 ； ： */
	TEXT_STOP,      /* 。 ． */
	TEXT_EXCLAIM,   /* ！ ？ */
	TEXT_MIDDLE,    /* middle dots */
	TEXT_DASH       /* —— …… ～: two of them are never parted */
};

static inline bool text_class_is_han(uint8_t class)
{
	return class >= TEXT_HAN;
}

/* One glyph of a shaped piece, in thousandths of an em. */
struct shape_glyph {
	uint32_t id;
	int16_t advance, dx, dy;
	uint16_t cluster; /* offset in the shaped text */
};

/* A piece of text in one face, shaped once and kept. Size plays no part. */
struct shape {
	uint32_t hash;
	uint16_t length; /* units */
	uint16_t glyph_count;
	int16_t blank_before, blank_after; /* of a full-width mark: around its ink, a half or quarter em; else 0 */
	const UChar *text;
	struct shape_glyph *glyphs;
	struct shape *next;
	const uint8_t *hyphens;   /* [length]; 1 where a hyphen may stand before the unit; NULL: not looked up */
	const void *hyphens_of;   /* the dictionary they come from */
	int letters, letters_end; /* the word without marks around it, from and to; found with the hyphens */
};

#define SHAPE_BUCKETS 1024
#define SHAPE_PAGES   256

struct shape_page {
	const struct shape *one[256];
};

/* A face with everything else that decides what glyphs a text gives. */
struct shaper {
	const struct font_face *face;
	hb_script_t script;
	hb_language_t language;
	hb_direction_t direction;
	const char *features_text;
	bool kerning, ligatures, small_caps;
	hb_feature_t *features;
	unsigned feature_count;
	struct shape **buckets; /* [bucket_count] words, by hash */
	size_t bucket_count, shape_count;
	struct shape_page **pages; /* [SHAPE_PAGES] single characters of the basic plane */
	struct shaper *next;
};

struct hyphenator; /* text_hyphen.c */
struct text_breaker {
	const char *locale;
	UBreakIterator *iterator;
	struct text_breaker *next;
};

struct text_engine {
	struct font_library *fonts;
	struct diag *diag;
	struct arena *arena;   /* lives as long as the engine: shapes */
	struct arena *scratch; /* taken back after each call */
	hb_buffer_t *buffer;
	struct shaper *shapers;
	char language_text[32]; /* the last language asked for, and HarfBuzz's for it */
	hb_language_t language;
	struct text_breaker *breakers;
	struct hyphenator *hyphenators;
	UBiDi *bidi;
	uint8_t *class_pages[256]; /* class of the characters of the basic plane, a page at a time */
};

/* The scalar value at text[*at], *at moved past it. */
static inline uint32_t utf16_next(const UChar *text, uint32_t *at, uint32_t end)
{
	uint32_t unit = text[(*at)++];
	if (!U16_IS_LEAD(unit) || *at >= end || !U16_IS_TRAIL(text[*at]))
		return unit;
	return 0x10000 + ((unit & 0x3FF) << 10) + (text[(*at)++] & 0x3FFu);
}

/* text_class.c */
uint8_t text_class_of(struct text_engine *engine, uint32_t codepoint);
bool text_language_is(const char *language, const char *primary);
bool text_language_is_han(const char *language); /* zh, ja: quotes and dashes take the full-width form */
bool text_language_is_traditional(const char *language);

/* Added text of one style and owner, or one object. */
struct text_span {
	uint32_t start, end;
	const struct text_style *style;
	void *owner;
	struct loc loc;
	const struct text_object *object; /* NULL: text */
};

/* Text of one span, face, script and level. */
struct text_run {
	uint32_t start, end;
	uint32_t span;
	const struct font_face *face;
	struct shaper *shaper;
	mpt size; /* of the style, with the face's size adjust */
	uint8_t level;
	bool han;      /* characters of the Chinese square */
	bool missing;  /* no face has these characters: .notdef */
	uint8_t turn;  /* enum text_turn */
	bool combined; /* vertical text: digits side by side in one square */
	bool small;    /* small capitals made of capitals, where the face has none */
};

enum atom_kind { ATOM_WORD, ATOM_SPACE, ATOM_NOTHING, ATOM_OBJECT };
enum atom_break {
	ATOM_NO_BREAK,
	ATOM_BREAK,
	ATOM_BREAK_HYPHEN,
	ATOM_BREAK_DEAR, /* between a title and a name */
	ATOM_BREAK_TIED, /* between words that belong together: only where a line would be too wide or too loose */
	ATOM_BREAK_EMERGENCY,
	ATOM_BREAK_FORCED
};

/* What lines are made of: a word or part of one without a place to break, a Chinese character, a space, an object. */
struct text_atom {
	uint32_t start;            /* ends where the next one starts */
	uint32_t run;              /* an object's: its span */
	const struct shape *shape; /* WORD, SPACE */
	int32_t width;             /* mpt; with letter spacing after each character */
	uint8_t kind, break_after; /* enum atom_kind, enum atom_break */
	uint8_t first, last;       /* classes of its first and last character */
};

struct paragraph {
	struct text_engine *engine;
	struct arena *arena;
	struct paragraph_style style;
	UChar *text; /* [length] */
	uint32_t length, capacity;
	struct text_span *spans;
	uint32_t span_count, span_capacity;
	struct text_run *runs;
	uint32_t run_count, run_capacity;
	struct text_atom *atoms; /* [atom_count + 1]: the last one ends the text */
	uint32_t atom_count, atom_capacity;
	uint8_t *classes;         /* [length] */
	const UBiDiLevel *levels; /* [length]; NULL: all 0 */
	bool has_han;             /* characters of the Chinese square: our own model, else Apache FOP's */
	bool has_hanging;         /* some style lets marks hang */
	bool has_loose_letters;   /* some style's letter spacing may change */
	bool has_hyphenation;     /* some style hyphenates */
};

/* text_paragraph.c */
const struct text_style *paragraph_span_style(const struct paragraph *p, uint32_t span);
static inline const struct text_style *atom_style(const struct paragraph *p, const struct text_atom *atom)
{
	uint32_t span = atom->kind == ATOM_OBJECT ? atom->run : p->runs[atom->run].span;
	return p->spans[span].style;
}
static inline const struct text_object *atom_object(const struct paragraph *p, const struct text_atom *atom)
{
	return p->spans[atom->run].object;
}
/* The atom that offset lies in; atom_count at the end. */
uint32_t paragraph_atom_at(const struct paragraph *p, uint32_t offset);

/* text_run.c */
void paragraph_find_runs(struct paragraph *p);

/* text_atom.c */
void paragraph_find_atoms(struct paragraph *p, const uint8_t *breaks);

/* text_linebreak.c: breaks[i] is an atom_break for the place before unit i; breaks has length + 1. In scratch. */
uint8_t *paragraph_find_breaks(struct paragraph *p);

/* text_shape.c */
struct shaper *shaper_for(struct text_engine *engine, const struct font_face *face, const struct text_style *style,
                          hb_script_t script, bool right_to_left, bool vertical);
const struct shape *shape_text(struct text_engine *engine, struct shaper *shaper, const UChar *text, uint32_t length);
static inline mpt shape_mpt(int thousandths, mpt size)
{
	return thousandths * size / 1000;
}
/* Advances added up, with letter spacing after each cluster. */
mpt shape_width(const struct shape *shape, mpt size, mpt letter_spacing);
/* The glyphs of the run's text from start to end. */
const struct shape *shape_part(const struct paragraph *p, const struct text_run *run, uint32_t start, uint32_t end);
/* Whether the face itself has small capitals. */
bool face_has_small_caps(const struct font_face *face);
/* The hyphen that a broken word of the run ends with. */
const struct shape *hyphen_shape(const struct paragraph *p, const struct text_run *run);

/* text_hyphen.c: where hyphens may stand in a word; NULL where the language has no dictionary, which is named once. */
const uint8_t *hyphen_points(struct text_engine *engine, const char *language, struct shape *shape);
void hyphenators_free(struct text_engine *engine);

/* Space between two atoms, or a word space's own: what a line's justification works on. */
enum gap_kind {
	GAP_NONE,
	GAP_WORD,      /* a word space */
	GAP_AUTOSPACE, /* between Han and Latin */
	GAP_MIDDLE,    /* the blank of a Chinese mark, from here on: around a middle dot */
	GAP_BRACKET,
	GAP_COMMA,
	GAP_STOP,
	GAP_CHARACTER, /* between Chinese characters: 0 wide, stretches last */
	GAP_LEADER,
	GAP_LETTER /* between the letters of a word whose letter spacing may change */
};
struct text_gap {
	uint8_t kind;
	int32_t width, stretch, shrink; /* mpt */
};
/* text_gap.c: between atoms i and i + 1; and of atom i itself when it is a space or a leader. */
struct text_gap gap_after(const struct paragraph *p, uint32_t i);
struct text_gap gap_of_space(const struct paragraph *p, uint32_t i);
bool gap_may_open(const struct text_atom *left, const struct text_atom *right);
/* text_grid.c: the same with a character grid; false: the space is one between Western words. */
struct text_gap grid_gap_after(const struct paragraph *p, uint32_t i);
bool grid_gap_of_space(const struct paragraph *p, uint32_t i, struct text_gap *gap);
/* What the first character of a line leaves free of its cell before it, and the last one behind it; 0 without a grid.
 */
mpt grid_inset(const struct paragraph *p);
/* The room between the letters of a word of the run, shaped so: in all. */
struct text_gap gap_of_letters(const struct paragraph *p, const struct text_run *run, const struct shape *shape);
/* The blank before and after the ink of a Chinese mark, part of its glyph's advance: mpt. */
void mark_blanks(const struct paragraph *p, const struct text_atom *atom, mpt *before, mpt *after);
/* How far atom i hangs over a line's end that follows it; 0 unless its style asks for hanging marks. */
mpt hang_of(const struct paragraph *p, uint32_t i);
/* How far its first character hangs over the start of a line that it begins; negative: an opening mark's blank half
 * that stays there. */
mpt hang_of_start(const struct paragraph *p, uint32_t i, bool first_line);
/* The same for the hyphen that is added to a broken word of the run. */
mpt hang_of_hyphen(const struct paragraph *p, const struct text_run *run);
/* True when i is a space that a line's end drops. */
bool atom_is_dropped_space(const struct paragraph *p, uint32_t i);

/* A place where a line may end. Sums run from the paragraph's start. */
struct opportunity {
	int64_t end_width, end_stretch, end_shrink;       /* up to here, when a line ends here; with the hyphen */
	int64_t start_width, start_stretch, start_shrink; /* from here, when a line starts after it */
	uint32_t end, next;                               /* offsets: as in text_break */
	uint32_t characters;                              /* seen so far, for the shortest last line */
	int16_t penalty;
	bool flagged;   /* an automatic hyphen */
	bool emergency; /* only where no other places give lines */
	bool tied;      /* only where a line would be too wide or too loose */
	bool hyphen, forced;
};

struct opportunities {
	struct opportunity *list;
	size_t count, capacity;
	int64_t start_width, start_stretch, start_shrink; /* where the first line starts */
};

/* text_opportunity.c: from offset to the next forced line end; *after receives the offset behind it. hyphenate: with
 * the dictionary's. */
struct opportunities opportunities_find(const struct paragraph *p, uint32_t offset, bool hyphenate, uint32_t *after,
                                        struct arena *scratch);
/* The advance of the atom's glyphs before its unit at, with letter spacing; -1 when that is within a cluster. */
mpt atom_prefix_width(const struct paragraph *p, const struct text_atom *atom, uint32_t at);

/* text_knuth.c: total fit. */
struct knuth_rules {
	const struct text_measure *measures;
	size_t measure_count;
	size_t first_line; /* lines before these, for measures */
	mpt indent;        /* of the first line */
	mpt last_end_indent;
	mpt line_stretch; /* of every line besides its gaps */
	bool gaps_stretch, gaps_shrink;
	bool last_line_fills; /* the last line may be short */
	bool han, pretty;
	int ladder;
};
struct knuth_line {
	size_t opportunity;
	int64_t difference; /* measure - natural width */
	int64_t shrink;     /* available */
	double ratio;
};
/* How total fit is asked. */
struct knuth_pass {
	double tolerance;
	bool hyphens; /* of the dictionary */
	bool wrap;    /* lines end at other than forced places */
	bool force;   /* the least bad lines where none are within tolerance */
	bool tied;    /* also between words that belong together */
};
/* NULL when no line breaks within tolerance exist, and force is off. Lives in scratch. */
struct knuth_line *knuth_break(const struct opportunities *places, const struct knuth_rules *rules,
                               const struct knuth_pass *pass, size_t *count, struct arena *scratch);

/* text_line.c: the word spaces of line i, from the line's start edge; how many, at most room. */
struct word_space {
	mpt start, end;
};
size_t line_word_spaces(struct paragraph *p, const struct text_breaks *breaks, size_t i, struct word_space *spaces,
                        size_t room);

/* text_river.c: which of the lines from first on rivers run through: river[i] for line first + i. How many they are. */
size_t rivers_find(struct paragraph *p, const struct text_breaks *breaks, size_t first, bool *river);

/* The measure of a line, counted from 0. */
mpt measure_of_line(const struct text_measure *measures, size_t count, size_t line);

#endif
