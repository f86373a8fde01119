/* Colours as XSL and SVG write them alike: names and hexadecimal forms. */
#ifndef CBUA_COLOR_H
#define CBUA_COLOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A colour keyword of SVG 1.1 (section 4.4), in any case, as 0xRRGGBB; false for any other text. */
bool color_from_name(const char *text, size_t size, uint32_t *rgb);

/* #RGB, #RGBA, #RRGGBB or #RRGGBBAA as 0xRRGGBBAA; false for any other text. */
bool color_from_hex(const char *text, size_t size, uint32_t *rgba);

/* The value of a hexadecimal digit; -1 for what is none. */
int hex_digit(char c);

#endif
