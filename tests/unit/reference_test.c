/* What RELAX NG cannot say, against the real schema. */
#define _GNU_SOURCE
#include "load.h"

#include <stdlib.h>
#include <unistd.h>

#include "check.h"

#define HEAD                                                                                                           \
	"<conference xmlns='urn:cbua:conference:1' xml:id='k' from='2024-05-22' to='2024-05-23'><title "                   \
	"xml:lang='en'>T</title>"
#define INSTITUTIONS                                                                                                   \
	"<institutions><institution xml:id='dut' country='CN'><name xml:lang='en'>D</name></institution></institutions>"
#define PERSONS  "<persons><person xml:id='li' institution='dut'><name xml:lang='en'>Li</name></person></persons>"
#define PERSONS2 "<persons><person xml:id='li'><name xml:lang='en'>Li</name></person></persons>"

static const struct {
	const char *name, *text, *want;
} cases[] = {
    {"fine",
     HEAD INSTITUTIONS PERSONS
     "<attendance><attendee xml:id='a1' person='li' role='guest' days='2024-05-22'/></attendance></conference>",
     ""},
    {"unknown institution", HEAD "<host institution='bsu'/>" INSTITUTIONS "</conference>",
     "x.xml:1: error: 'host': there is no institution with xml:id='bsu'\n"},
    {"unknown person",
     HEAD INSTITUTIONS PERSONS
     "<attendance>\n<attendee xml:id='a1' person='wang' role='guest'/></attendance></conference>",
     "x.xml:2: error: 'attendee': there is no person with xml:id='wang'\n"},
    {"person is an institution",
     HEAD INSTITUTIONS PERSONS
     "<attendance>\n<attendee xml:id='a1' person='dut' role='guest'/></attendance></conference>",
     "x.xml:2: error: 'attendee': person='dut' should be a person, but that is the institution in x.xml:1\n"},
    {"unknown cluster",
     HEAD "<outcomes>\n\n<outcome xml:id='o' cluster='c9' kind='project' status='signed'><title "
          "xml:lang='en'>O</title></outcome></outcomes></conference>",
     "x.xml:3: error: 'outcome': there is no cluster with xml:id='c9'\n"},
    {"session outside",
     HEAD "<programme>\n<session xml:id='s' kind='plenary' date='2024-05-24'><title "
          "xml:lang='en'>S</title></session></programme></conference>",
     "x.xml:2: error: 'session': the day 2024-05-24 lies outside the conference, which lasts from 2024-05-22 to "
     "2024-05-23\n"},
    {"one of several days outside",
     HEAD PERSONS2 "<attendance>\n<attendee xml:id='a1' person='li' role='guest' days='2024-05-22 "
                   "2024-05-21'/></attendance></conference>",
     "x.xml:2: error: 'attendee': the day 2024-05-21 lies outside the conference, which lasts from 2024-05-22 to "
     "2024-05-23\n"},
    {"id twice",
     HEAD INSTITUTIONS "<persons>\n<person xml:id='dut'><name xml:lang='en'>Li</name></person></persons></conference>",
     "x.xml:2: error: xml:id='dut' is taken already, by the institution in x.xml:1\n"},
    {"session list",
     HEAD PERSONS2
     "<programme><session xml:id='s1' kind='plenary' date='2024-05-22'><title "
     "xml:lang='en'>S</title></session></programme>"
     "<attendance>\n<attendee xml:id='a1' person='li' role='guest' sessions='s1 s2'/></attendance></conference>",
     "x.xml:2: error: 'attendee': there is no session with xml:id='s2'\n"},
    {"ends before it starts",
     HEAD "<programme>\n<session xml:id='s' kind='plenary' date='2024-05-22' start='10:00' end='09:30'><title "
          "xml:lang='en'>S</title></session></programme></conference>",
     "x.xml:2: error: 'session': start='10:00' is later than end='09:30'\n"},
    {"attendee twice",
     HEAD PERSONS2 "<attendance><attendee xml:id='a1' person='li' role='guest'/>\n<attendee xml:id='a2' person='li' "
                   "role='speaker'/></attendance></conference>",
     "x.xml:2: error: person='li' stands twice in 'attendance'; first in x.xml:1\n"},
    {"language twice", HEAD "\n<title xml:lang='en'>U</title></conference>",
     "x.xml:2: error: 'title' in the language 'en' stands twice in 'conference'\n"},
    {"a part alone",
     "<persons xmlns='urn:cbua:conference:1'><person xml:id='li' institution='dut'><name "
     "xml:lang='en'>Li</name></person></persons>",
     ""},
};

static char *check(const char *schema, const char *text)
{
	FILE *f = fopen("x.xml", "wb");
	check_true("written", f && fputs(text, f) >= 0 && fclose(f) == 0);
	char *messages;
	size_t size;
	FILE *out = open_memstream(&messages, &size);
	struct diag *d = diag_new(out);
	struct load_folders *folders = load_folders_new();
	xmlDoc *doc = load_document("x.xml", folders, d);
	load_check(doc, schema, d);
	xmlFreeDoc(doc);
	load_folders_free(folders);
	diag_free(d);
	fclose(out);
	return messages;
}

int main(void)
{
	load_initialise();
	char *schema = realpath("input/conference.rng", NULL);
	char folder[] = P_tmpdir "/reference_test.XXXXXX";
	if (!schema || !mkdtemp(folder) || chdir(folder) != 0)
		return 1;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *messages = check(schema, cases[i].text);
		check_str(cases[i].name, messages, cases[i].want);
		free(messages);
	}
	free(schema);
	unlink("x.xml");
	if (chdir("/") != 0 || rmdir(folder) != 0)
		return 1;
	xmlCleanupParser();
	return check_failed;
}
