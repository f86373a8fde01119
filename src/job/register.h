/* The register of certificates (SQLite): serial numbers given once, what was certified under each, what was revoked.
 * Nothing is ever deleted or changed: the file itself refuses. */
#ifndef CBUA_JOB_REGISTER_H
#define CBUA_JOB_REGISTER_H

#include "statement.h"

struct registry;

/* Opened, made when it is not there (unless read_only), and held against other runs until it is closed. NULL after
 * reporting: also when another run holds it. */
struct registry *registry_open(const char *path, bool read_only, struct diag *d);

/* The serial number of what has this key in this event: the one it has; else given, or the next of the event when given
 * is "". NULL after reporting: given is someone else's. In a. */
const char *registry_serial(struct registry *r, const char *event, const char *key, const char *given, struct arena *a);

/* What is certified under the serial: recorded when it is new, and as a reissue when it differs from the last. day: of
 * the record, "2024-05-22". */
void registry_issue(struct registry *r, const struct statement *s, const char *day);

/* Is it there, as it was issued last? why: "is not in the register", "was revoked on ...: ...", "was reissued ...";
 * NULL when all is well. In a. */
const char *registry_objection(struct registry *r, const struct statement *s, struct arena *a);

/* False after reporting. */
bool registry_revoke(struct registry *r, const char *serial, const char *reason, const char *day);
void registry_list(struct registry *r);

/* Keeps what was recorded if keep, and closes. False after reporting. */
bool registry_close(struct registry *r, bool keep);

#endif
