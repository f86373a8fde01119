/* What a line may do and what it costs: every number that decides where lines end. Inside text/ only.
 *
 * A line's ratio is how much of its room it uses up: 0 set as it comes, 1 opened to the limit, -1 closed to the limit.
 * Its badness is 1 + 100 |ratio|^3 and the penalty of the place where it ends; its demerits are the square of that. A
 * paragraph takes the lines with the fewest demerits in all (Knuth and Plass 1981). The numbers marked FOP are Apache
 * FOP's, so that Latin line ends agree. */
#ifndef CBUA_TEXT_COST_H
#define CBUA_TEXT_COST_H

/* Ratios that are taken, pass by pass: without hyphens; then with them, or more loosely where there are none; then
 * anything, the least bad lines first (FOP). */
#define TOLERANCE_STRICT 1.0
#define TOLERANCE_LOOSE  5.0
#define TOLERANCE_FORCED 20.0

/* Penalties of places: after a hyphen or slash of the text, or a soft hyphen (FOP); at an automatic hyphen (FOP);
 * beside a picture without a space, which only the last pass may do; between a title and a name; between words that
 * belong together, where a line would be too wide or looser than so. */
#define PENALTY_NO_SPACE  1
#define PENALTY_HYPHEN    50
#define PENALTY_EMERGENCY 1000
#define PENALTY_DEAR      1000
#define PENALTY_TIED      30000
#define TOLERANCE_TIED    20.0
#define PENALTY_FORCED    (-1000)

/* Demerits of neighbours: two automatic hyphens in a row; a tight line beside a loose one (FOP). */
#define FLAGGED_DEMERITS 50.0
#define FITNESS_DEMERITS 50.0
/* A Chinese paragraph should not end with one character alone (CLREQ 3.4.4): worth a line opened well beyond its limit.
 */
#define LONELY_CHARACTER_DEMERITS 20000.0
/* Ragged lines of fewer characters are not made shorter for it. */
#define NARROW_MEASURE 8

/* More automatic hyphens in a row than so many are avoided where hyphenation-ladder-count says nothing: three are the
 * most that Russian printers allow; two, in any language, where text-wrap-style="pretty" asks for more care. Lines with
 * fewer may be so loose; where there are none such, as in a narrow column, hyphens it is. Other languages have shorter
 * words, and end their lines where Apache FOP does. */
#define LADDER_MOST      3
#define LADDER_PRETTY    2
#define TOLERANCE_LADDER 4.0

/* Only where text-wrap-style="pretty" asks for it, so that other paragraphs end their lines where Apache FOP does: the
 * ratios that are taken with hyphens; an automatic hyphen; one in a word of less than six letters, or that leaves less
 * than three before or after it; two hyphens in a row (TeX); each in a row beyond the second; a last line shorter than
 * so much of the measure; word spaces that stand under each other in so many lines are a river, and ending a line of it
 * where it ends costs so much more in the next of so many attempts. */
#define TOLERANCE_PRETTY         2.0
#define PENALTY_HYPHEN_PRETTY    250
#define PENALTY_HYPHEN_SHORT     600
#define FLAGGED_DEMERITS_PRETTY  10000.0
#define LADDER_DEMERITS          4000000.0
#define SHORT_LAST_LINE_PERCENT  12
#define SHORT_LAST_LINE_DEMERITS 1000000.0
#define RIVER_LINES              4
#define RIVER_PENALTY            1000
#define RIVER_ATTEMPTS           10

/* Room of a ragged line, whatever stands in it: three spaces of 3.336 pt, centred twice that (FOP). */
#define RAGGED_STRETCH 10008

/* Room of a word space: it opens by a half of its width and closes by a third (FOP). In Chinese text it is between a
 * quarter and a half of an em (CLREQ 3.5.3, 3.5.4). */
#define WORD_STRETCH_DIVISOR 2
#define WORD_SHRINK_DIVISOR  3

/* Divisors of an em: space between Han and Latin as it comes, at least, at most (CLREQ 3.2.4, 3.5.3, 3.5.4); how far
 * the space between two characters of the square opens before other lines are preferred. */
#define AUTOSPACE_DIVISOR         4
#define AUTOSPACE_LEAST_DIVISOR   8
#define AUTOSPACE_MOST_DIVISOR    3
#define CHARACTER_STRETCH_DIVISOR 8

/* Ways through the paragraph that are kept in mind at once: more than any paragraph of a book needs, and a bound for
 * those of thousands of lines. Chinese, which can break nearly anywhere, needs fewer. */
#define MOST_ACTIVE     96
#define MOST_ACTIVE_HAN 20

#endif
