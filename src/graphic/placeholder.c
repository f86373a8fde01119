/* replaced by the stage's sources */
typedef int graphic_placeholder;
