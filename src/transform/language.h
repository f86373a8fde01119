/* What depends on a language: the words of dates, the look of numbers, the order of words and the letters of an index.
 * All from ICU, opened when first asked for. Pure text in, text out: knows no XML.
 * tag is BCP 47 ("zh-Hans"); "" or an unknown one gives ICU's root rules, never those of the machine. */
#ifndef CBUA_LANGUAGE_H
#define CBUA_LANGUAGE_H

#include "base.h"

struct languages;
struct languages *languages_new(void);
void languages_free(struct languages *languages);

/* An ISO 8601 date appended to out as the language writes it: 2024-05-22, 2024-05 or 2024; what follows a "T" or a zone
 * is left out. False, and nothing appended, when iso is not a date. */
bool language_date(struct languages *languages, const char *iso, const char *tag, struct buffer *out);

/* Two dates of the same precision as a range: 22–24 May 2024. One date when both are the same. False as above, or when
 * the range ends before it starts. */
bool language_date_range(struct languages *languages, const char *from, const char *to, const char *tag,
                         struct buffer *out);

/* Digits grouped and decimals marked as the language does. */
void language_number(struct languages *languages, double number, const char *tag, struct buffer *out);

/* In words: 十二, двенадцать, twelve; digits where ICU has no words. */
void language_spelled_number(struct languages *languages, double number, const char *tag, struct buffer *out);

/* The name of a country, by its two letters of ISO 3166: CN, 中国, Китай. The letters themselves where ICU knows no
 * name. */
void language_country(struct languages *languages, const char *code, const char *tag, struct buffer *out);

/* Bytes whose order is that of the texts: pinyin, Cyrillic, Latin. */
void language_sort_key(struct languages *languages, const char *text, const char *tag, struct buffer *out);

/* The letter under which an index puts text, upper case: the pinyin initial for Chinese; "#" for what is no letter. */
void language_initial(struct languages *languages, const char *text, const char *tag, struct buffer *out);

#endif
