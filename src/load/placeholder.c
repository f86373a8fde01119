/* replaced by the stage's sources */
typedef int load_placeholder;
