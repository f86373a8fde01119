/* A list of people, as a spreadsheet gives it, to persons and attendance. Nothing is guessed: what cannot be matched is
 * named with its line, and its row left out. */
#define _DEFAULT_SOURCE
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include "csv.h"
#include "internal.h"

enum field { FIELD_NONE, FIELD_NAME, FIELD_INSTITUTION, FIELD_COUNTRY, FIELD_ROLE, FIELD_POST, FIELD_IGNORED };

static const char *const languages[] = {"zh", "ru", "be", "en"};
enum { LANGUAGE_COUNT = sizeof languages / sizeof *languages };

/* Folded: small letters, no spaces. The language is that of names and posts in Cyrillic letters. */
static const struct heading {
	const char *text;
	enum field field;
	const char *language;
} headings[] = {
    {"姓名", FIELD_NAME, "zh"},
    {"中文姓名", FIELD_NAME, "zh"},
    {"俄文姓名", FIELD_NAME, "ru"},
    {"白俄文姓名", FIELD_NAME, "be"},
    {"英文姓名", FIELD_NAME, "en"},
    {"фио", FIELD_NAME, "ru"},
    {"ф.и.о.", FIELD_NAME, "ru"},
    {"имя", FIELD_NAME, "ru"},
    {"імя", FIELD_NAME, "be"},
    {"прозвішчаіімя", FIELD_NAME, "be"},
    {"name", FIELD_NAME, "en"},
    {"fullname", FIELD_NAME, "en"},
    {"chinesename", FIELD_NAME, "zh"},
    {"russianname", FIELD_NAME, "ru"},
    {"belarusianname", FIELD_NAME, "be"},
    {"englishname", FIELD_NAME, "en"},
    {"name(zh)", FIELD_NAME, "zh"},
    {"name(ru)", FIELD_NAME, "ru"},
    {"name(be)", FIELD_NAME, "be"},
    {"name(en)", FIELD_NAME, "en"},
    {"单位", FIELD_INSTITUTION, NULL},
    {"工作单位", FIELD_INSTITUTION, NULL},
    {"организация", FIELD_INSTITUTION, NULL},
    {"учреждение", FIELD_INSTITUTION, NULL},
    {"арганізацыя", FIELD_INSTITUTION, NULL},
    {"установа", FIELD_INSTITUTION, NULL},
    {"institution", FIELD_INSTITUTION, NULL},
    {"organisation", FIELD_INSTITUTION, NULL},
    {"organization", FIELD_INSTITUTION, NULL},
    {"国家", FIELD_COUNTRY, NULL},
    {"国别", FIELD_COUNTRY, NULL},
    {"страна", FIELD_COUNTRY, NULL},
    {"краіна", FIELD_COUNTRY, NULL},
    {"country", FIELD_COUNTRY, NULL},
    {"身份", FIELD_ROLE, NULL},
    {"роль", FIELD_ROLE, NULL},
    {"роля", FIELD_ROLE, NULL},
    {"role", FIELD_ROLE, NULL},
    {"职务", FIELD_POST, "zh"},
    {"должность", FIELD_POST, "ru"},
    {"пасада", FIELD_POST, "be"},
    {"post", FIELD_POST, "en"},
    {"position", FIELD_POST, "en"},
    {"邮箱", FIELD_IGNORED, NULL},
    {"电子邮箱", FIELD_IGNORED, NULL},
    {"电话", FIELD_IGNORED, NULL},
    {"序号", FIELD_IGNORED, NULL},
    {"e-mail", FIELD_IGNORED, NULL},
    {"email", FIELD_IGNORED, NULL},
    {"phone", FIELD_IGNORED, NULL},
    {"телефон", FIELD_IGNORED, NULL},
    {"тэлефон", FIELD_IGNORED, NULL},
    {"no.", FIELD_IGNORED, NULL},
    {"№", FIELD_IGNORED, NULL},
};

/* What a folded name stands for. */
struct word {
	const char *text, *value;
};

struct words {
	struct word *list;
	size_t count, capacity;
};

struct import {
	struct arena *arena;
	struct diag *d;
	const struct job_import *wanted;
	const struct heading **columns; /* [column_count] */
	size_t column_count;
	struct words institutions, roles, countries;
	xmlDoc *conference; /* NULL */
	xmlDoc *persons, *attendance;
	int number; /* of the last person */
	size_t left_out;
};

/* What one row says. */
struct entry {
	const char *names[LANGUAGE_COUNT], *posts[LANGUAGE_COUNT];
	const char *institution, *country, *role;
};

/* ---- words ---- */

/* Without case and without spaces. */
static const char *fold(const char *text, struct arena *a)
{
	UErrorCode status = U_ZERO_ERROR;
	UCaseMap *map = ucasemap_open("", U_FOLD_CASE_DEFAULT, &status);
	int32_t capacity = (int32_t)strlen(text) * 3 + 1;
	struct buffer folded = {0}, out = {0};
	char *room = buffer_room(&folded, (size_t)capacity);
	int32_t size = ucasemap_utf8FoldCase(map, room, capacity, text, -1, &status);
	ucasemap_close(map);
	if (U_FAILURE(status))
		size = 0;
	for (size_t at = 0; at < (size_t)size;) {
		uint32_t c = utf8_next(room, (size_t)size, &at);
		if (!u_isUWhiteSpace((UChar32)c))
			buffer_put_codepoint(&out, c);
	}
	const char *kept = arena_strndup(a, out.data ? out.data : "", out.size);
	buffer_free(&folded);
	buffer_free(&out);
	return kept;
}

static void words_add(struct words *words, const char *text, const char *value, struct arena *a)
{
	ARRAY_RESERVE(words->list, words->count, words->capacity);
	words->list[words->count++] = (struct word){fold(text, a), arena_strndup(a, value, strlen(value))};
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct word *)a)->text, ((const struct word *)b)->text);
}

static void words_sort(struct words *words)
{
	if (words->count)
		qsort(words->list, words->count, sizeof *words->list, by_text);
}

/* NULL when it is unknown, or two things are called so. */
static const char *words_lookup(const struct words *words, const char *text, struct arena *a)
{
	struct word key = {fold(text, a), NULL};
	if (!words->count)
		return NULL;
	const struct word *found = bsearch(&key, words->list, words->count, sizeof key, by_text);
	const struct word *end = words->list + words->count;
	if (!found)
		return NULL;
	while (found > words->list && strcmp(found[-1].text, key.text) == 0)
		found--;
	for (const struct word *same = found; same < end && strcmp(same->text, key.text) == 0; same++)
		if (strcmp(same->value, found->value) != 0)
			return NULL;
	return found->value;
}

static bool is_named(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* ---- what names stand for ---- */

static void add_institution(struct import *im, const xmlNode *institution)
{
	xmlChar *id = xmlGetNsProp(institution, BAD_CAST "id", XML_XML_NAMESPACE);
	for (const xmlNode *node = institution->children; id && node; node = node->next)
		if (is_named(node, "name") || is_named(node, "short")) {
			xmlChar *text = xmlNodeGetContent(node);
			words_add(&im->institutions, (const char *)text, (const char *)id, im->arena);
			xmlFree(text);
		}
	xmlFree(id);
}

static bool read_conference(struct import *im)
{
	if (!im->wanted->conference)
		return true;
	struct load_folders *folders = load_folders_new();
	char *folder = path_directory(im->wanted->conference);
	load_folders_allow(folders, folder);
	load_initialise();
	im->conference = load_document(im->wanted->conference, folders, im->d);
	free(folder);
	load_folders_free(folders);
	const xmlNode *root = im->conference ? xmlDocGetRootElement(im->conference) : NULL;
	for (const xmlNode *part = root ? root->children : NULL; part; part = part->next)
		for (const xmlNode *node = is_named(part, "institutions") ? part->children : NULL; node; node = node->next)
			if (is_named(node, "institution"))
				add_institution(im, node);
	words_sort(&im->institutions);
	return im->conference;
}

static void read_labels(struct import *im, const char *path)
{
	static const char prefix[] = "role.";
	xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
	for (const xmlNode *node = root ? root->children : NULL; node; node = node->next) {
		xmlChar *name = is_named(node, "label") ? xmlGetNoNsProp(node, BAD_CAST "name") : NULL;
		if (name && strncmp((const char *)name, prefix, sizeof prefix - 1) == 0) {
			const char *role = (const char *)name + sizeof prefix - 1;
			xmlChar *text = xmlNodeGetContent(node);
			words_add(&im->roles, (const char *)text, role, im->arena);
			words_add(&im->roles, role, role, im->arena);
			xmlFree(text);
		}
		xmlFree(name);
	}
	xmlFreeDoc(document);
}

static bool read_roles(struct import *im)
{
	char *data = job_data_directory(im->d);
	for (size_t i = 0; data && i < LANGUAGE_COUNT; i++) {
		char name[32];
		snprintf(name, sizeof name, "templates/labels/%s.xml", languages[i]);
		char *path = path_join(data, name);
		read_labels(im, path);
		free(path);
	}
	words_sort(&im->roles);
	free(data);
	return data;
}

static void read_countries(struct import *im)
{
	for (const char *const *code = uloc_getISOCountries(); *code; code++) {
		words_add(&im->countries, *code, *code, im->arena);
		for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
			UErrorCode status = U_ZERO_ERROR;
			char locale[16], text[512];
			UChar name[128];
			snprintf(locale, sizeof locale, "und_%s", *code);
			int32_t size = uloc_getDisplayCountry(locale, languages[i], name, 128, &status);
			u_strToUTF8(text, sizeof text, NULL, name, size, &status);
			if (U_SUCCESS(status) && size < 128)
				words_add(&im->countries, text, *code, im->arena);
		}
	}
	words_sort(&im->countries);
}

/* ---- rows ---- */

/* The number of a text's language: by its letters, Cyrillic ones by the heading; LANGUAGE_COUNT where that says
 * nothing. */
static size_t language_of(const char *text, const char *heading_language)
{
	const char *language = NULL;
	for (size_t at = 0, size = strlen(text); at < size && !language;) {
		UErrorCode status = U_ZERO_ERROR;
		UScriptCode script = uscript_getScript((UChar32)utf8_next(text, size, &at), &status);
		bool heading_is_cyrillic = strcmp(heading_language, "ru") == 0 || strcmp(heading_language, "be") == 0;
		if (script == USCRIPT_HAN)
			language = "zh";
		else if (script == USCRIPT_LATIN)
			language = "en";
		else if (script == USCRIPT_CYRILLIC)
			language = heading_is_cyrillic ? heading_language : "";
	}
	size_t i = 0;
	while (i < LANGUAGE_COUNT && (!language || strcmp(language, languages[i]) != 0))
		i++;
	return i;
}

static void read_columns(struct import *im, const struct csv_row *row)
{
	struct loc where = {im->wanted->list, row->line};
	im->columns = arena_array(im->arena, row->count, sizeof *im->columns);
	im->column_count = row->count;
	for (size_t i = 0; i < row->count; i++) {
		const char *folded = fold(row->cells[i], im->arena);
		im->columns[i] = NULL;
		for (size_t k = 0; k < sizeof headings / sizeof *headings && !im->columns[i]; k++)
			if (strcmp(headings[k].text, folded) == 0)
				im->columns[i] = &headings[k];
		if (!im->columns[i])
			diag_warning(im->d, where, "the column '%s' is not known and is left out", row->cells[i]);
	}
}

static bool match(struct import *im, const struct words *words, const char *what, const char *text, struct loc where,
                  const char **value)
{
	if (*value) {
		diag_error(im->d, where, "a second column has a %s, '%s'", what, text);
		return false;
	}
	*value = words_lookup(words, text, im->arena);
	if (!*value)
		diag_error(im->d, where, "there is no one %s called '%s'", what, text);
	return *value;
}

static bool read_text_cell(struct import *im, const struct heading *column, const char *text, const char **texts,
                           struct loc where)
{
	size_t i = language_of(text, column->language);
	if (i == LANGUAGE_COUNT)
		diag_error(im->d, where, "'%s': the column '%s' does not say in which language", text, column->text);
	else if (texts[i])
		diag_error(im->d, where, "two texts in one language, got '%s' and '%s'", texts[i], text);
	else
		texts[i] = text;
	return i < LANGUAGE_COUNT && texts[i] == text;
}

static bool is_plain(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < ' ')
			return false;
	return true;
}

static bool read_cell(struct import *im, const struct heading *column, const char *text, struct entry *entry,
                      struct loc where)
{
	if (!*text || !column || column->field == FIELD_IGNORED)
		return true;
	if (!is_plain(text)) {
		diag_error(im->d, where, "a field of the column '%s' has several lines or control characters", column->text);
		return false;
	}
	switch (column->field) {
	case FIELD_NAME:
		return read_text_cell(im, column, text, entry->names, where);
	case FIELD_POST:
		return read_text_cell(im, column, text, entry->posts, where);
	case FIELD_INSTITUTION:
		return match(im, &im->institutions, "institution", text, where, &entry->institution);
	case FIELD_COUNTRY:
		return match(im, &im->countries, "country", text, where, &entry->country);
	case FIELD_ROLE:
		return match(im, &im->roles, "role", text, where, &entry->role);
	default:
		return true;
	}
}

static bool has_name(const struct entry *entry)
{
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (entry->names[i])
			return true;
	return false;
}

static bool read_entry(struct import *im, const struct csv_row *row, struct entry *entry)
{
	struct loc where = {im->wanted->list, row->line};
	bool good = true;
	*entry = (struct entry){0};
	for (size_t i = 0; i < row->count; i++)
		if (i < im->column_count)
			good &= read_cell(im, im->columns[i], row->cells[i], entry, where);
		else if (*row->cells[i]) {
			diag_error(im->d, where, "there are more fields than headings, got '%s'", row->cells[i]);
			good = false;
		}
	if (!entry->role && good && im->wanted->role)
		good = match(im, &im->roles, "role", im->wanted->role, where, &entry->role);
	if (good && !has_name(entry))
		diag_error(im->d, where, "there is no name");
	else if (good && !entry->role)
		diag_error(im->d, where, "there is no role; --role gives one to all that have none");
	return good && has_name(entry) && entry->role;
}

/* ---- what is written ---- */

static xmlDoc *new_part(const char *name)
{
	xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlNewDocNode(document, NULL, BAD_CAST name, NULL);
	xmlSetNs(root, xmlNewNs(root, BAD_CAST CONFERENCE_NAMESPACE, NULL));
	xmlDocSetRootElement(document, root);
	return document;
}

static xmlNode *add_element(xmlDoc *part, const char *name, const char *id)
{
	xmlNode *root = xmlDocGetRootElement(part);
	xmlNode *node = xmlNewChild(root, root->ns, BAD_CAST name, NULL);
	xmlSetNsProp(node, xmlSearchNsByHref(part, node, XML_XML_NAMESPACE), BAD_CAST "id", BAD_CAST id);
	return node;
}

static void add_texts(xmlNode *person, const char *name, const char *const *texts)
{
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (texts[i])
			xmlNodeSetLang(xmlNewTextChild(person, person->ns, BAD_CAST name, BAD_CAST texts[i]),
			               BAD_CAST languages[i]);
}

static void add_attribute(xmlNode *node, const char *name, const char *value)
{
	if (value)
		xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

static void add_entry(struct import *im, const struct entry *entry)
{
	char person_id[24], attendee_id[24];
	do {
		im->number++;
		snprintf(person_id, sizeof person_id, "p%04d", im->number);
		snprintf(attendee_id, sizeof attendee_id, "a%04d", im->number);
	} while (im->conference &&
	         (xmlGetID(im->conference, BAD_CAST person_id) || xmlGetID(im->conference, BAD_CAST attendee_id)));
	xmlNode *person = add_element(im->persons, "person", person_id);
	add_attribute(person, "institution", entry->institution);
	add_attribute(person, "country", entry->country);
	add_texts(person, "name", entry->names);
	add_texts(person, "post", entry->posts);
	xmlNode *attendee = add_element(im->attendance, "attendee", attendee_id);
	add_attribute(attendee, "person", person_id);
	add_attribute(attendee, "role", entry->role);
}

static void write_part(xmlDoc *part, const char *path, struct diag *d)
{
	xmlChar *text = NULL;
	int size = 0;
	xmlDocDumpFormatMemoryEnc(part, &text, &size, "UTF-8", 1);
	if (text)
		file_write(path, text, (size_t)size, d);
	xmlFree(text);
}

static void import_rows(struct import *im, const struct csv *table)
{
	struct entry entry;
	size_t count = 0;
	for (size_t i = 1; i < table->count; i++)
		if (read_entry(im, &table->rows[i], &entry)) {
			add_entry(im, &entry);
			count++;
		} else
			im->left_out++;
	write_part(im->attendance, im->wanted->output, im->d);
	write_part(im->persons, im->wanted->persons, im->d);
	printf("%zu rows taken, %zu left out\n", count, im->left_out);
}

static bool is_free(const char *path, struct diag *d)
{
	if (access(path, F_OK) == 0)
		diag_error(d, (struct loc){path, 0}, "is there already, and stays as it is");
	return access(path, F_OK) != 0;
}

void job_import(const struct job_import *wanted, struct diag *d)
{
	struct import im = {.arena = arena_new(), .d = d, .wanted = wanted};
	struct csv table;
	/* The labels first: what load_document may read holds for all later reading. */
	bool good = is_free(wanted->output, d) && is_free(wanted->persons, d) &&
	            csv_read(wanted->list, &table, im.arena, d) && read_roles(&im) && read_conference(&im);
	if (good && table.count == 0)
		diag_error(d, (struct loc){wanted->list, 0}, "there is no line of headings");
	else if (good) {
		read_countries(&im);
		im.persons = new_part("persons");
		im.attendance = new_part("attendance");
		read_columns(&im, &table.rows[0]);
		import_rows(&im, &table);
	}
	xmlFreeDoc(im.persons);
	xmlFreeDoc(im.attendance);
	xmlFreeDoc(im.conference);
	free(im.institutions.list);
	free(im.roles.list);
	free(im.countries.list);
	arena_free(im.arena);
}
