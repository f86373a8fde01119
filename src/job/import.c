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
#include "import.h"
#include "internal.h"

static const char *const languages[] = {"zh", "ru", "be", "en"};
enum { LANGUAGE_COUNT = sizeof languages / sizeof *languages };

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
	struct heading *columns; /* [column_count]; FIELD_NONE where the heading is not known */
	size_t column_count;
	struct words institutions, roles, modes, countries;
	struct words homes; /* the countries of institutions by their id */
	xmlDoc *conference; /* NULL */
	xmlDoc *persons, *attendance;
	int number; /* of the last person */
	size_t left_out;
};

/* What one row says. */
struct entry {
	const char *names[LANGUAGE_COUNT], *sorts[LANGUAGE_COUNT], *posts[LANGUAGE_COUNT];
	const char *families[LANGUAGE_COUNT], *givens[LANGUAGE_COUNT], *patronymics[LANGUAGE_COUNT];
	const char *institution, *country, *role, *mode, *sex;
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
	xmlChar *country = xmlGetNoNsProp(institution, BAD_CAST "country");
	if (id && country)
		words_add(&im->homes, (const char *)id, (const char *)country, im->arena);
	xmlFree(country);
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
	words_sort(&im->homes);
	return im->conference;
}

/* The words for what begins with prefix, such as role.guest, and the value itself. */
static void read_label(struct import *im, const xmlNode *label, const char *prefix, struct words *words)
{
	xmlChar *name = xmlGetNoNsProp(label, BAD_CAST "name");
	if (name && strncmp((const char *)name, prefix, strlen(prefix)) == 0) {
		const char *value = (const char *)name + strlen(prefix);
		xmlChar *text = xmlNodeGetContent(label);
		words_add(words, (const char *)text, value, im->arena);
		words_add(words, value, value, im->arena);
		xmlFree(text);
	}
	xmlFree(name);
}

static void read_labels(struct import *im, const char *path)
{
	xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
	for (const xmlNode *node = root ? root->children : NULL; node; node = node->next)
		if (is_named(node, "label")) {
			read_label(im, node, "role.", &im->roles);
			read_label(im, node, "mode.", &im->modes);
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
	static const struct word shorter[] = {
	    {"现场", "in-person"},      {"线下", "in-person"},     {"线上", "online"},
	    {"дистанционно", "online"}, {"дыстанцыйна", "online"},
	};
	for (size_t i = 0; i < sizeof shorter / sizeof *shorter; i++)
		words_add(&im->modes, shorter[i].text, shorter[i].value, im->arena);
	words_sort(&im->roles);
	words_sort(&im->modes);
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

static bool has_column(const struct import *im, enum field field)
{
	for (size_t i = 0; i < im->column_count; i++)
		if (im->columns[i].field == field)
			return true;
	return false;
}

static void read_columns(struct import *im, const struct csv_row *row)
{
	struct loc where = {im->wanted->list, row->line};
	im->columns = arena_array(im->arena, row->count, sizeof *im->columns);
	im->column_count = row->count;
	for (size_t i = 0; i < row->count; i++) {
		const struct heading *known = heading_lookup(fold(row->cells[i], im->arena));
		im->columns[i] = known ? *known : (struct heading){row->cells[i], FIELD_NONE, NULL};
		if (!known)
			diag_warning(im->d, where, "the column '%s' is not known and is left out", row->cells[i]);
	}
	enum field first = has_column(im, FIELD_FAMILY) ? FIELD_GIVEN : FIELD_NAME;
	for (size_t i = 0; i < row->count; i++)
		if (im->columns[i].field == FIELD_FIRST_NAME)
			im->columns[i].field = first;
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

static bool read_sex(struct import *im, const char *text, struct entry *entry, struct loc where)
{
	entry->sex = sex_lookup(fold(text, im->arena));
	if (!entry->sex)
		diag_error(im->d, where, "the sex is expected as female or male in one of the four languages, got '%s'", text);
	return entry->sex;
}

static bool read_cell(struct import *im, const struct heading *column, const char *text, struct entry *entry,
                      struct loc where)
{
	if (!*text || column->field == FIELD_NONE || column->field == FIELD_IGNORED)
		return true;
	if (!is_plain(text)) {
		diag_error(im->d, where, "a field of the column '%s' has several lines or control characters", column->text);
		return false;
	}
	switch (column->field) {
	case FIELD_NAME:
		return read_text_cell(im, column, text, entry->names, where);
	case FIELD_FAMILY:
		return read_text_cell(im, column, text, entry->families, where);
	case FIELD_GIVEN:
		return read_text_cell(im, column, text, entry->givens, where);
	case FIELD_PATRONYMIC:
		return read_text_cell(im, column, text, entry->patronymics, where);
	case FIELD_POST:
		return read_text_cell(im, column, text, entry->posts, where);
	case FIELD_INSTITUTION:
		return match(im, &im->institutions, "institution", text, where, &entry->institution);
	case FIELD_COUNTRY:
		return match(im, &im->countries, "country", text, where, &entry->country);
	case FIELD_ROLE:
		return match(im, &im->roles, "role", text, where, &entry->role);
	case FIELD_MODE:
		return match(im, &im->modes, "way to take part", text, where, &entry->mode);
	case FIELD_SEX:
		return read_sex(im, text, entry, where);
	default:
		return true;
	}
}

/* Chinese writes the family name first, in every script. */
static bool is_chinese(const struct import *im, const struct entry *entry)
{
	const char *home = entry->institution ? words_lookup(&im->homes, entry->institution, im->arena) : NULL;
	const char *country = entry->country ? entry->country : home;
	return country && strcmp(country, "CN") == 0;
}

/* The name in a language of which the parts stand in columns of their own. */
static void join_name(struct import *im, struct entry *entry, size_t i)
{
	const char *family = entry->families[i], *given = entry->givens[i] ? entry->givens[i] : "";
	const char *middle = entry->patronymics[i] ? entry->patronymics[i] : "";
	bool han = strcmp(languages[i], "zh") == 0;
	struct buffer sorted = {0}, name = {0};
	buffer_printf(&sorted, "%s%s%s", family, han || !*given ? "" : " ", given);
	if (*middle)
		buffer_printf(&sorted, " %s", middle);
	if (han || !*given || is_chinese(im, entry)) {
		entry->names[i] = arena_strndup(im->arena, sorted.data, sorted.size);
	} else {
		buffer_printf(&name, "%s %s%s%s", given, middle, *middle ? " " : "", family);
		entry->names[i] = arena_strndup(im->arena, name.data, name.size);
		entry->sorts[i] = arena_strndup(im->arena, sorted.data, sorted.size);
	}
	buffer_free(&sorted);
	buffer_free(&name);
}

static bool join_names(struct import *im, struct entry *entry, struct loc where)
{
	bool good = true;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		const char *part = entry->givens[i] ? entry->givens[i] : entry->patronymics[i];
		if (entry->families[i] && entry->names[i]) {
			diag_error(im->d, where, "two texts in one language, got '%s' and '%s'", entry->names[i],
			           entry->families[i]);
			good = false;
		} else if (entry->families[i]) {
			join_name(im, entry, i);
		} else if (part) {
			diag_error(im->d, where, "'%s' stands without a family name in the same language", part);
			good = false;
		}
	}
	return good;
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
			good &= read_cell(im, &im->columns[i], row->cells[i], entry, where);
		else if (*row->cells[i]) {
			diag_error(im->d, where, "there are more fields than headings, got '%s'", row->cells[i]);
			good = false;
		}
	good &= join_names(im, entry, where);
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

static void add_attribute(xmlNode *node, const char *name, const char *value)
{
	if (value)
		xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

/* sorts: NULL, or for some of the texts as lists have them. */
static void add_texts(xmlNode *person, const char *name, const char *const *texts, const char *const *sorts)
{
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (texts[i]) {
			xmlNode *text = xmlNewTextChild(person, person->ns, BAD_CAST name, BAD_CAST texts[i]);
			xmlNodeSetLang(text, BAD_CAST languages[i]);
			add_attribute(text, "sort", sorts ? sorts[i] : NULL);
		}
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
	add_attribute(person, "sex", entry->sex);
	add_texts(person, "name", entry->names, entry->sorts);
	add_texts(person, "post", entry->posts, NULL);
	xmlNode *attendee = add_element(im->attendance, "attendee", attendee_id);
	add_attribute(attendee, "person", person_id);
	add_attribute(attendee, "role", entry->role);
	add_attribute(attendee, "mode", entry->mode);
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
	free(im.modes.list);
	free(im.homes.list);
	free(im.countries.list);
	arena_free(im.arena);
}
