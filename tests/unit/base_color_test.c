/* Colour names and hexadecimal colours. */
#include "color.h"

#include "check.h"

int main(void)
{
	static const struct {
		const char *text;
		long long want; /* -1: none */
	} names[] = {{"aliceblue", 0xF0F8FF},
	             {"yellowgreen", 0x9ACD32},
	             {"DarkSlateGrey", 0x2F4F4F},
	             {"red", 0xFF0000},
	             {"re", -1},
	             {"redd", -1},
	             {"", -1},
	             {"none", -1}},
	  hex[] = {{"#f80", 0xFF8800FF},
	           {"#f808", 0xFF880088},
	           {"#0A1b2C", 0x0A1B2CFF},
	           {"#0a1b2c7f", 0x0A1B2C7F},
	           {"#", -1},
	           {"#ff", -1},
	           {"#fffff", -1},
	           {"#ggg", -1},
	           {"fff", -1},
	           {"ffff", -1}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		uint32_t rgb = 0;
		bool ok = color_from_name(names[i].text, strlen(names[i].text), &rgb);
		check_int(names[i].text, ok ? (long long)rgb : -1, names[i].want);
	}
	for (size_t i = 0; i < sizeof hex / sizeof *hex; i++) {
		uint32_t rgba = 0;
		bool ok = color_from_hex(hex[i].text, strlen(hex[i].text), &rgba);
		check_int(hex[i].text, ok ? (long long)rgba : -1, hex[i].want);
	}
	return check_failed;
}
