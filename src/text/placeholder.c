/* replaced by the stage's sources */
typedef int text_placeholder;
