/* replaced by the stage's sources */
typedef int font_placeholder;
