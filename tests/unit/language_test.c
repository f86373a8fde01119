/* Dates, numbers, order and index letters in the four languages. */
#include "language.h"

#include <stdlib.h>

#include "check.h"

/* The space before "г." is a no-break space. */
static const struct {
	const char *name, *from, *to, *tag, *want;
} dates[] = {
    {"Chinese", "2024-05-22", NULL, "zh", "2024年5月22日"},
    {"Russian", "2024-05-22", NULL, "ru", "22 мая 2024 г."},
    {"Belarusian", "2024-05-22", NULL, "be", "22 траўня 2024 г."},
    {"English", "2024-05-22", NULL, "en", "22 May 2024"},
    {"tag with script", "2024-05-22", NULL, "zh-Hans", "2024年5月22日"},
    {"tag with country", "2024-05-22", NULL, "ru-RU", "22 мая 2024 г."},
    {"time is left out", "2024-05-22T09:30:00+08:00", NULL, "en", "22 May 2024"},
    {"leap day", "2024-02-29", NULL, "en", "29 February 2024"},
    {"no leap day", "2023-02-29", NULL, "en", NULL},
    {"month 13", "2024-13-01", NULL, "en", NULL},
    {"words", "yesterday", NULL, "en", NULL},
    {"empty", "", NULL, "en", NULL},
    {"trailing rubbish", "2024-05-22x", NULL, "en", NULL},
    {"month, Chinese", "2024-05", NULL, "zh", "2024年5月"},
    {"month, Russian", "2024-05", NULL, "ru", "май 2024 г."},
    {"month, Belarusian", "2024-05", NULL, "be", "травень 2024 г."},
    {"month, English", "2024-05", NULL, "en", "May 2024"},
    {"year, Chinese", "2024", NULL, "zh", "2024年"},
    {"year, English", "2024", NULL, "en", "2024"},
    {"days, Chinese", "2024-05-22", "2024-05-24", "zh", "2024年5月22日至24日"},
    {"days, Russian", "2024-05-22", "2024-05-24", "ru", "22–24 мая 2024 г."},
    {"days, Belarusian", "2024-05-22", "2024-05-24", "be", "22–24 траўня 2024 г."},
    {"days, English", "2024-05-22", "2024-05-24", "en", "22–24 May 2024"},
    {"months, Chinese", "2024-05-30", "2024-06-02", "zh", "2024年5月30日至6月2日"},
    {"months, Belarusian", "2024-05-30", "2024-06-02", "be", "30 траўня – 2 чэрвеня 2024 г."},
    {"months, English", "2024-05-30", "2024-06-02", "en", "30 May – 2 June 2024"},
    {"years, Russian", "2024-12-30", "2025-01-02", "ru", "30 декабря 2024 г. – 2 января 2025 г."},
    {"no language", "2024-05-22T10:00", NULL, "", "2024-05-22"},
    {"unknown language", "2024-05", NULL, "tlh-x-none", "2024-05"},
    {"days, no language", "2024-05-22", "2024-05-24", "", "2024-05-22/2024-05-24"},
    {"one day twice", "2024-05-22", "2024-05-22", "en", "22 May 2024"},
    {"ends before it starts", "2024-05-24", "2024-05-22", "en", NULL},
    {"two precisions", "2024", "2024-05-22", "en", NULL},
};

static void check_dates(struct languages *languages)
{
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		struct buffer out = {0};
		bool ok = dates[i].to ? language_date_range(languages, dates[i].from, dates[i].to, dates[i].tag, &out)
		                      : language_date(languages, dates[i].from, dates[i].tag, &out);
		if (dates[i].want)
			check_str(dates[i].name, out.data, dates[i].want);
		else
			check_true(dates[i].name, !ok && out.size == 0);
		buffer_free(&out);
	}
}

/* Each list stands in its right order. Pinyin: Bai, Chen, Li, Sun, Wang, Zhang; Russian Ё with Е, Belarusian after it;
 * Ў after У; І before Й. */
static const struct {
	const char *tag, *words[8];
} orders[] = {
    {"zh", {"白", "陈", "李", "孙", "王", "张"}},
    {"ru", {"Ежов", "Ёлкин", "Еремин", "Жуков", "Яшин"}},
    {"be", {"Еўтух", "Ёлкін", "Жук", "Ільін", "Йосіф", "Уласаў", "Ўсход"}},
    {"en", {"adams", "Baker", "baxter", "Clark"}},
    {"", {"adams", "Baker", "Жуков", "王"}},
};

static void check_orders(struct languages *languages)
{
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		for (size_t k = 1; orders[i].words[k]; k++) {
			struct buffer before = {0}, after = {0};
			language_sort_key(languages, orders[i].words[k - 1], orders[i].tag, &before);
			language_sort_key(languages, orders[i].words[k], orders[i].tag, &after);
			check_true(orders[i].words[k], strcmp(before.data, after.data) < 0);
			buffer_free(&before);
			buffer_free(&after);
		}
	}
}

static const struct {
	const char *text, *tag, *want;
} initials[] = {
    {"张伟", "zh", "Z"},  {"陈", "zh", "C"},    {"啊", "zh", "A"},    {"白", "en", "B"},  {"Smith", "zh", "S"},
    {"émile", "en", "E"}, {"Ёлкин", "ru", "Е"}, {"Ёлкін", "be", "Ё"}, {"жук", "be", "Ж"}, {"Яшин", "zh", "Я"},
    {"Adams", "ru", "A"}, {"“Ким", "ru", "К"},  {"2024", "en", "#"},  {"", "zh", "#"},    {"αβγ", "en", "Α"},
};

static void check_initials(struct languages *languages)
{
	for (size_t i = 0; i < sizeof initials / sizeof *initials; i++) {
		struct buffer out = {0};
		language_initial(languages, initials[i].text, initials[i].tag, &out);
		check_str(initials[i].text, out.data, initials[i].want);
		buffer_free(&out);
	}
}

static const struct {
	double number;
	const char *tag, *want;
} numbers[] = {
    {1234567, "en", "1,234,567"},
    {1234567, "ru",
     "1\xC2\xA0"
     "234\xC2\xA0"
     "567"},
    {1234567, "zh", "1,234,567"},
    {0.5, "be", "0,5"},
    {-12, "en", "-12"},
};

static void check_numbers(struct languages *languages)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct buffer out = {0};
		language_number(languages, numbers[i].number, numbers[i].tag, &out);
		check_str(numbers[i].want, out.data, numbers[i].want);
		buffer_free(&out);
	}
}

static const struct {
	double number;
	const char *tag, *want;
} spelled[] = {
    {1, "zh", "一"},         {10, "zh", "十"},         {12, "zh", "十二"}, {20, "zh", "二十"},
    {105, "zh", "一百零五"}, {12, "ru", "двенадцать"}, {3, "be", "тры"},   {12, "en", "twelve"},
};

static void check_spelled(struct languages *languages)
{
	for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++) {
		struct buffer out = {0};
		language_spelled_number(languages, spelled[i].number, spelled[i].tag, &out);
		check_str(spelled[i].want, out.data, spelled[i].want);
		buffer_free(&out);
	}
}

static const struct {
	const char *code, *tag, *want;
} countries[] = {
    {"CN", "zh-CN", "中国"},  {"BY", "ru", "Беларусь"}, {"CN", "be", "Кітай"},
    {"PT", "en", "Portugal"}, {"QQ", "en", "QQ"},       {"Narnia", "en", "Narnia"},
};

static void check_countries(struct languages *languages)
{
	for (size_t i = 0; i < sizeof countries / sizeof *countries; i++) {
		struct buffer out = {0};
		language_country(languages, countries[i].code, countries[i].tag, &out);
		check_str(countries[i].want, out.data, countries[i].want);
		buffer_free(&out);
	}
}

int main(void)
{
	struct languages *languages = languages_new();
	check_dates(languages);
	check_orders(languages);
	check_initials(languages);
	check_numbers(languages);
	check_spelled(languages);
	check_countries(languages);
	languages_free(languages);
	return check_failed;
}
