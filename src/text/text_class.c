/* Classes of characters, from Unicode's properties and CLREQ 3.1's lists of Chinese marks. Context is text_run.c's
 * business. */
#include <string.h>
#include <unicode/uscript.h>

#include "text_private.h"

struct class_list {
	uint8_t class;
	const uint16_t *members; /* ends with 0 */
};

static const uint16_t open_marks[] = {0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018,
                                      0x301A, 0x301D, 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0};
static const uint16_t close_marks[] = {0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019,
                                       0x301B, 0x301E, 0x301F, 0xFF09, 0xFF3D, 0xFF5D, 0xFF60, 0};
static const uint16_t comma_marks[] = {0x3001, 0xFF0C, 0xFF1A, 0xFF1B, 0};
static const uint16_t stop_marks[] = {0x3002, 0xFF0E, 0};
static const uint16_t exclaim_marks[] = {0xFF01, 0xFF1F, 0};
static const uint16_t middle_marks[] = {0x30FB, 0};
static const uint16_t dash_marks[] = {0x2E3A, 0x22EF, 0};
/* Marks that connect or repeat, and small kana: not at the start of a line (CLREQ 3.1.4, UAX 14 class NS, CJ). */
static const uint16_t small_marks[] = {0x3005, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085,
                                       0x3087, 0x308E, 0x3095, 0x3096, 0x309B, 0x309C, 0x309D, 0x309E, 0x30A0,
                                       0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7,
                                       0x30EE, 0x30F5, 0x30F6, 0x30FC, 0x30FD, 0x30FE, 0x303B, 0};
static const uint16_t connect_marks[] = {0x301C, 0xFF0F, 0xFF5E, 0};
static const uint16_t number_signs[] = {'%',    '+',    '$',    0xA3,   0xA5,   0xB0,   0xB1,
                                        0x2030, 0x20AC, 0x20BD, 0x2116, 0x2032, 0x2033, 0};
static const uint16_t quote_open[] = {0x2018, 0x201C, 0};
static const uint16_t quote_close[] = {0x2019, 0x201D, 0};
static const uint16_t dash_either[] = {0x2014, 0x2026, 0};
static const uint16_t middle_either[] = {0xB7, 0x2027, 0};

static const struct class_list lists[] = {
    {TEXT_OPEN, open_marks},         {TEXT_CLOSE, close_marks},           {TEXT_COMMA, comma_marks},
    {TEXT_STOP, stop_marks},         {TEXT_EXCLAIM, exclaim_marks},       {TEXT_MIDDLE, middle_marks},
    {TEXT_DASH, dash_marks},         {TEXT_HAN_SMALL, small_marks},       {TEXT_CONNECT, connect_marks},
    {TEXT_DIGIT, number_signs},      {TEXT_QUOTE_OPEN, quote_open},       {TEXT_QUOTE_CLOSE, quote_close},
    {TEXT_DASH_EITHER, dash_either}, {TEXT_MIDDLE_EITHER, middle_either},
};

static bool listed_class(uint32_t codepoint, uint8_t *class)
{
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		for (const uint16_t *member = lists[i].members; *member; member++)
			if (*member == codepoint) {
				*class = lists[i].class;
				return true;
			}
	return false;
}

static uint8_t space_class(uint32_t codepoint)
{
	if (codepoint == 0xA0 || codepoint == 0x202F)
		return TEXT_NO_BREAK_SPACE;
	if (codepoint == 0x3000)
		return TEXT_HAN_SPACE;
	return codepoint == ' ' || codepoint == '\t' ? TEXT_SPACE : TEXT_FIXED_SPACE;
}

static bool is_square(uint32_t codepoint)
{
	UChar32 c = (UChar32)codepoint;
	if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC))
		return true;
	int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
	if (width != U_EA_WIDE && width != U_EA_FULLWIDTH)
		return false;
	/* Korean is set in words; emoji and the like come from any face. */
	return u_getIntPropertyValue(c, UCHAR_SCRIPT) != USCRIPT_HANGUL && codepoint < 0x1F000;
}

static bool takes_autospace(uint32_t codepoint)
{
	int script = u_getIntPropertyValue((UChar32)codepoint, UCHAR_SCRIPT);
	return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
}

static uint8_t class_by_property(uint32_t codepoint)
{
	uint8_t listed;
	if (listed_class(codepoint, &listed))
		return listed;
	if (codepoint == 0xAD)
		return TEXT_SOFT_HYPHEN;
	if (codepoint == 0x200B)
		return TEXT_ZERO_SPACE;
	if (codepoint == TEXT_OBJECT_CHARACTER)
		return TEXT_OBJECT_CLASS;
	UChar32 c = (UChar32)codepoint;
	int8_t category = u_charType(c);
	uint32_t mask = U_MASK(category);
	if (codepoint == '\n' || codepoint == '\v' || codepoint == '\f' || codepoint == '\r' || codepoint == 0x85 ||
	    mask & (U_GC_ZL_MASK | U_GC_ZP_MASK))
		return TEXT_LINE_END;
	if (codepoint == ' ' || codepoint == '\t' || mask & U_GC_ZS_MASK)
		return space_class(codepoint);
	if (mask & U_GC_M_MASK)
		return TEXT_MARK;
	if (mask & (U_GC_CC_MASK | U_GC_CF_MASK))
		return TEXT_IGNORABLE;
	if (is_square(codepoint))
		return mask & (U_GC_S_MASK | U_GC_P_MASK) || (codepoint >= 0xFF00 && codepoint <= 0xFFEF) ? TEXT_HAN_SIGN
		                                                                                          : TEXT_HAN;
	if (codepoint >= '0' && codepoint <= '9')
		return TEXT_DIGIT;
	return mask & U_GC_L_MASK && takes_autospace(codepoint) ? TEXT_LETTER : TEXT_OTHER;
}

static uint8_t *class_page(struct text_engine *engine, uint32_t page)
{
	uint8_t *classes = arena_alloc(engine->arena, 256);
	for (uint32_t i = 0; i < 256; i++)
		classes[i] = class_by_property(page << 8 | i);
	return engine->class_pages[page] = classes;
}

uint8_t text_class_of(struct text_engine *engine, uint32_t codepoint)
{
	if (codepoint > 0xFFFF)
		return class_by_property(codepoint);
	const uint8_t *page = engine->class_pages[codepoint >> 8];
	if (!page)
		page = class_page(engine, codepoint >> 8);
	return page[codepoint & 0xFF];
}

bool text_language_is(const char *language, const char *primary)
{
	size_t size = strlen(primary);
	for (size_t i = 0; i < size; i++)
		if ((language[i] | 0x20) != primary[i])
			return false;
	return language[size] == '\0' || language[size] == '-' || language[size] == '_';
}

bool text_language_is_han(const char *language)
{
	return text_language_is(language, "zh") || text_language_is(language, "ja") || text_language_is(language, "yue");
}

bool text_language_is_traditional(const char *language)
{
	static const char *const subtags[] = {"Hant", "hant", "TW", "tw", "HK", "hk", "MO", "mo"};
	if (!text_language_is(language, "zh") || strstr(language, "Hans") || strstr(language, "hans"))
		return false;
	for (size_t i = 0; i < sizeof subtags / sizeof *subtags; i++)
		if (strstr(language, subtags[i]))
			return true;
	return false;
}
