/* replaced by the stage's sources */
typedef int page_placeholder;
