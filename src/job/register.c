/* The register as tables of SQLite. What is written in a run is kept as a whole or not at all. */
#include "register.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { WAIT_MS = 2000 };

struct registry {
	sqlite3 *database;
	const char *path;
	struct diag *d;
	bool failed; /* and reported */
	bool read_only;
	sqlite3_stmt *find, *next, *owner, *give, *last, *issue; /* prepared when first needed */
};

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS certificate(serial TEXT PRIMARY KEY, event TEXT NOT NULL, key TEXT NOT NULL,"
    "  number INTEGER, UNIQUE(event, key));"
    "CREATE INDEX IF NOT EXISTS certificate_number ON certificate(event, number);"
    "CREATE TABLE IF NOT EXISTS issue(serial TEXT NOT NULL REFERENCES certificate, issue INTEGER NOT NULL,"
    "  name TEXT NOT NULL, event TEXT NOT NULL, date TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY(serial, issue));"
    "CREATE TABLE IF NOT EXISTS revocation(serial TEXT NOT NULL REFERENCES certificate, day TEXT NOT NULL,"
    "  reason TEXT NOT NULL);"
    "CREATE TRIGGER IF NOT EXISTS keep_certificate BEFORE DELETE ON certificate BEGIN"
    "  SELECT RAISE(ABORT, 'nothing is deleted'); END;"
    "CREATE TRIGGER IF NOT EXISTS keep_certificate_as_is BEFORE UPDATE ON certificate BEGIN"
    "  SELECT RAISE(ABORT, 'nothing is changed'); END;"
    "CREATE TRIGGER IF NOT EXISTS keep_issue BEFORE DELETE ON issue BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); "
    "END;"
    "CREATE TRIGGER IF NOT EXISTS keep_issue_as_is BEFORE UPDATE ON issue BEGIN"
    "  SELECT RAISE(ABORT, 'nothing is changed'); END;"
    "CREATE TRIGGER IF NOT EXISTS keep_revocation BEFORE DELETE ON revocation BEGIN"
    "  SELECT RAISE(ABORT, 'nothing is deleted'); END;"
    "CREATE TRIGGER IF NOT EXISTS keep_revocation_as_is BEFORE UPDATE ON revocation BEGIN"
    "  SELECT RAISE(ABORT, 'nothing is changed'); END;";

static void fail(struct registry *r, int status)
{
	struct loc where = {r->path, 0};
	if (!r->failed && (status & 0xFF) == SQLITE_BUSY)
		diag_error(r->d, where, "the register is in use by another run; start this one again when that has ended");
	else if (!r->failed && (status & 0xFF) == SQLITE_NOTADB)
		diag_error(r->d, where, "is no register");
	else if (!r->failed)
		diag_system(r->d, where, "the register cannot be used: %s", sqlite3_errmsg(r->database));
	r->failed = true;
}

static bool execute(struct registry *r, const char *sql)
{
	int status = r->failed ? SQLITE_ABORT : sqlite3_exec(r->database, sql, NULL, NULL, NULL);
	if (status != SQLITE_OK)
		fail(r, status);
	return status == SQLITE_OK;
}

/* The statement with its texts [count] bound from the first parameter on; NULL after reporting. */
static sqlite3_stmt *bind(struct registry *r, sqlite3_stmt **kept, const char *sql, size_t count, ...)
{
	if (!r->failed && !*kept) {
		int status = sqlite3_prepare_v2(r->database, sql, -1, kept, NULL);
		if (status != SQLITE_OK)
			fail(r, status);
	}
	if (r->failed)
		return NULL;
	va_list texts;
	va_start(texts, count);
	sqlite3_reset(*kept);
	for (size_t i = 0; i < count; i++)
		sqlite3_bind_text(*kept, (int)i + 1, va_arg(texts, const char *), -1, SQLITE_TRANSIENT);
	va_end(texts);
	return *kept;
}

/* True when there is a row. */
static bool step(struct registry *r, sqlite3_stmt *statement)
{
	int status = statement ? sqlite3_step(statement) : SQLITE_DONE;
	if (status != SQLITE_ROW && status != SQLITE_DONE)
		fail(r, status);
	return status == SQLITE_ROW;
}

static const char *column(sqlite3_stmt *statement, int i, struct arena *a)
{
	const unsigned char *text = sqlite3_column_text(statement, i);
	return arena_strdup(a, text ? (const char *)text : "");
}

struct registry *registry_open(const char *path, bool read_only, struct diag *d)
{
	struct registry *r = xcalloc(1, sizeof *r);
	*r = (struct registry){.path = path, .d = d, .read_only = read_only};
	int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	int status = sqlite3_open_v2(path, &r->database, flags, NULL);
	if (status != SQLITE_OK) {
		fail(r, status);
	} else {
		sqlite3_busy_timeout(r->database, WAIT_MS);
		if (read_only)
			execute(r, "BEGIN; SELECT count(*) FROM certificate;");
		else if (execute(r, "BEGIN IMMEDIATE"))
			execute(r, schema);
	}
	if (!r->failed)
		return r;
	registry_close(r, false);
	return NULL;
}

/* ---- serial numbers ---- */

/* "cbua-2024" and 17 -> "CBUA-2024-000017" */
static const char *make_serial(const char *event, long long number, struct arena *a)
{
	char *serial = arena_printf(a, "%s-%06lld", event, number);
	for (char *at = serial; *at; at++)
		if (*at >= 'a' && *at <= 'z')
			*at = (char)(*at - 'a' + 'A');
	return serial;
}

static bool is_taken(struct registry *r, const char *serial)
{
	return step(r, bind(r, &r->owner, "SELECT key FROM certificate WHERE serial = ?", 1, serial));
}

static void give(struct registry *r, const char *serial, const char *event, const char *key, long long number)
{
	sqlite3_stmt *statement = bind(
	    r, &r->give, "INSERT INTO certificate(serial, event, key, number) VALUES(?, ?, ?, ?)", 3, serial, event, key);
	if (!statement)
		return;
	if (number)
		sqlite3_bind_int64(statement, 4, number);
	else
		sqlite3_bind_null(statement, 4);
	step(r, statement);
}

static const char *give_next(struct registry *r, const char *event, const char *key, struct arena *a)
{
	sqlite3_stmt *next = bind(r, &r->next, "SELECT max(number) FROM certificate WHERE event = ?", 1, event);
	long long number = step(r, next) ? sqlite3_column_int64(next, 0) : 0;
	const char *serial;
	do
		serial = make_serial(event, ++number, a);
	while (!r->failed && is_taken(r, serial));
	give(r, serial, event, key, number);
	return r->failed ? NULL : serial;
}

const char *registry_serial(struct registry *r, const char *event, const char *key, const char *given, struct arena *a)
{
	sqlite3_stmt *find = bind(r, &r->find, "SELECT serial FROM certificate WHERE event = ? AND key = ?", 2, event, key);
	if (step(r, find)) {
		const char *serial = column(find, 0, a);
		if (!*given || strcmp(given, serial) == 0)
			return serial;
		diag_error(r->d, (struct loc){r->path, 0}, "'%s' has the serial number %s, the data say '%s'", key, serial,
		           given);
		return NULL;
	}
	if (r->failed)
		return NULL;
	if (!*given)
		return give_next(r, event, key, a);
	if (is_taken(r, given)) {
		diag_error(r->d, (struct loc){r->path, 0}, "the serial number %s of '%s' was given to '%s'", given, key,
		           column(r->owner, 0, a));
		return NULL;
	}
	give(r, given, event, key, 0);
	return r->failed ? NULL : arena_strdup(a, given);
}

/* ---- what was certified ---- */

static bool find_last(struct registry *r, const char *serial)
{
	return step(r, bind(r, &r->last,
	                    "SELECT issue, name, event, date, day FROM issue WHERE serial = ? ORDER BY issue DESC LIMIT 1",
	                    1, serial));
}

static bool is_same(sqlite3_stmt *last, const struct statement *s)
{
	return strcmp((const char *)sqlite3_column_text(last, 1), s->name) == 0 &&
	       strcmp((const char *)sqlite3_column_text(last, 2), s->event) == 0 &&
	       strcmp((const char *)sqlite3_column_text(last, 3), s->date) == 0;
}

void registry_issue(struct registry *r, const struct statement *s, const char *day)
{
	long long issue = 1;
	if (find_last(r, s->serial)) {
		if (is_same(r->last, s))
			return;
		issue = sqlite3_column_int64(r->last, 0) + 1;
	}
	sqlite3_stmt *insert =
	    bind(r, &r->issue, "INSERT INTO issue(serial, name, event, date, day, issue) VALUES(?, ?, ?, ?, ?, ?)", 5,
	         s->serial, s->name, s->event, s->date, day);
	if (!insert)
		return;
	sqlite3_bind_int64(insert, 6, issue);
	step(r, insert);
}

static const char *revoked(struct registry *r, const char *serial, struct arena *a)
{
	sqlite3_stmt *find = NULL;
	const char *text = NULL;
	if (step(r, bind(r, &find, "SELECT day, reason FROM revocation WHERE serial = ?", 1, serial)))
		text = arena_printf(a, "was revoked on %s: %s", column(find, 0, a), column(find, 1, a));
	sqlite3_finalize(find);
	return text;
}

const char *registry_objection(struct registry *r, const struct statement *s, struct arena *a)
{
	const char *why = revoked(r, s->serial, a);
	if (why)
		return why;
	if (!find_last(r, s->serial))
		return "is not in the register";
	if (is_same(r->last, s))
		return NULL;
	return arena_printf(a, "was reissued on %s for %s", column(r->last, 4, a), column(r->last, 1, a));
}

bool registry_revoke(struct registry *r, const char *serial, const char *reason, const char *day)
{
	sqlite3_stmt *insert = NULL;
	if (!is_taken(r, serial)) {
		if (!r->failed)
			diag_error(r->d, (struct loc){r->path, 0}, "there is no serial number '%s'", serial);
		return false;
	}
	step(r, bind(r, &insert, "INSERT INTO revocation(serial, day, reason) VALUES(?, ?, ?)", 3, serial, day, reason));
	sqlite3_finalize(insert);
	return !r->failed;
}

void registry_list(struct registry *r)
{
	sqlite3_stmt *all = NULL;
	struct arena *a = arena_new();
	sqlite3_stmt *rows =
	    bind(r, &all,
	         "SELECT i.serial, i.issue, i.name, i.event, i.date, i.day FROM issue i JOIN certificate c USING(serial)"
	         " ORDER BY c.rowid, i.issue",
	         0);
	while (step(r, rows)) {
		for (int i = 0; i < 6; i++)
			printf("%s%s", column(rows, i, a), i < 5 ? "\t" : "");
		const char *why = revoked(r, column(rows, 0, a), a);
		printf("%s%s\n", why ? "\t" : "", why ? why : "");
	}
	sqlite3_finalize(all);
	arena_free(a);
}

bool registry_close(struct registry *r, bool keep)
{
	if (keep && !r->failed)
		execute(r, "COMMIT");
	sqlite3_stmt *const statements[] = {r->find, r->next, r->owner, r->give, r->last, r->issue};
	for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
		sqlite3_finalize(statements[i]);
	bool ok = !r->failed;
	sqlite3_close(r->database);
	free(r);
	return ok;
}
