/* replaced by the stage's sources */
typedef int transform_placeholder;
