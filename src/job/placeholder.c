/* replaced by the stage's sources */
typedef int job_placeholder;
