/* Messages: their form, each once, counted, kept and told again. */
#define _POSIX_C_SOURCE 200809L
#include "diag.h"

#include <stdlib.h>

#include "check.h"

static const struct loc nowhere = {0};

static void report_all(struct diag *d)
{
	diag_error(d, (struct loc){"a.xml", 12}, "width: expected a length, got '%s'", "wide");
	diag_warning(d, (struct loc){"a.xml", 0}, "has no title");
	diag_note(d, nowhere, "add a title");
	diag_system(d, nowhere, "no font");
}

static const char all[] = "a.xml:12: error: width: expected a length, got 'wide'\n"
                          "a.xml: warning: has no title\n"
                          "cbua-pdf: note: add a title\n"
                          "cbua-pdf: error: no font\n";

static void check_form(void)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	struct diag *d = diag_new(out);
	report_all(d);
	report_all(d);
	fflush(out);
	check_str("form, and the second time nothing", text, all);
	check_int("errors", diag_errors(d), 2);
	check_int("warnings", diag_warnings(d), 1);
	diag_free(d);
	fclose(out);
	free(text);
}

static void check_status(void)
{
	struct diag *d = diag_new(NULL);
	check_int("fine", diag_status(d), 0);
	diag_warning(d, nowhere, "w");
	check_int("a warning is fine", diag_status(d), 0);
	diag_error(d, nowhere, "e");
	check_int("bad input", diag_status(d), 1);
	diag_system(d, nowhere, "s");
	check_int("system", diag_status(d), 3);
	diag_error(d, nowhere, "e2");
	check_int("system stays", diag_status(d), 3);
	diag_free(d);
	diag_free(NULL);
}

static void check_replay(void)
{
	struct diag *kept = diag_new(NULL);
	report_all(kept);
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	struct diag *d = diag_new(out);
	diag_replay(kept, d);
	diag_free(kept);
	diag_replay(d, d);
	fflush(out);
	check_str("told again, once", text, all);
	check_int("status comes along", diag_status(d), 3);
	diag_free(d);
	fclose(out);
	free(text);
}

static void check_first(void)
{
	struct diag *d = diag_new(NULL);
	check_true("first", diag_first(d, "fo:float"));
	check_true("second", !diag_first(d, "fo:float"));
	char key[16];
	int fresh = 0;
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < 1000; i++) {
			snprintf(key, sizeof key, "key %d", i);
			fresh += diag_first(d, key);
		}
	}
	check_int("a thousand keys", fresh, 1000);
	diag_free(d);
}

int main(void)
{
	check_form();
	check_status();
	check_replay();
	check_first();
	return check_failed;
}
