/* replaced by the stage's sources */
typedef int layout_placeholder;
