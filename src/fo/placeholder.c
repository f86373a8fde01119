/* replaced by the stage's sources */
typedef int fo_placeholder;
