/* replaced by the stage's sources */
typedef int pdf_placeholder;
