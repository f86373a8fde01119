/* The register by itself: what it holds, and what is void. */
#include <time.h>

#include "job.h"
#include "register.h"

void job_revoke(const char *register_file, const struct job_revocation *revocation, struct diag *d)
{
	/* The one place that asks the clock: a revocation is an act, not a product. */
	char today[16];
	time_t now = time(NULL);
	strftime(today, sizeof today, "%Y-%m-%d", gmtime(&now));
	struct registry *r = registry_open(register_file, false, d);
	if (!r)
		return;
	const char *day = revocation->day ? revocation->day : today;
	bool ok = registry_revoke(r, revocation->serial, revocation->reason, day);
	registry_close(r, ok);
}

void job_list_register(const char *register_file, struct diag *d)
{
	struct registry *r = registry_open(register_file, true, d);
	if (!r)
		return;
	registry_list(r);
	registry_close(r, false);
}
