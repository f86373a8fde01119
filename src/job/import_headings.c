/* The headings of a list of people, in four languages. Knows nothing of rows. */
#include <string.h>

#include "import.h"

static const struct heading headings[] = {
    {"姓名", FIELD_NAME, "zh"},
    {"中文姓名", FIELD_NAME, "zh"},
    {"俄文姓名", FIELD_NAME, "ru"},
    {"白俄文姓名", FIELD_NAME, "be"},
    {"英文姓名", FIELD_NAME, "en"},
    {"фио", FIELD_NAME, "ru"},
    {"ф.и.о.", FIELD_NAME, "ru"},
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
    {"имя", FIELD_FIRST_NAME, "ru"},
    {"імя", FIELD_FIRST_NAME, "be"},
    {"姓", FIELD_FAMILY, "zh"},
    {"фамилия", FIELD_FAMILY, "ru"},
    {"прозвішча", FIELD_FAMILY, "be"},
    {"surname", FIELD_FAMILY, "en"},
    {"lastname", FIELD_FAMILY, "en"},
    {"familyname", FIELD_FAMILY, "en"},
    {"名", FIELD_GIVEN, "zh"},
    {"givenname", FIELD_GIVEN, "en"},
    {"givennames", FIELD_GIVEN, "en"},
    {"firstname", FIELD_GIVEN, "en"},
    {"отчество", FIELD_PATRONYMIC, "ru"},
    {"імяпабацьку", FIELD_PATRONYMIC, "be"},
    {"patronymic", FIELD_PATRONYMIC, "en"},
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
    {"参会方式", FIELD_MODE, NULL},
    {"форматучастия", FIELD_MODE, NULL},
    {"формаучастия", FIELD_MODE, NULL},
    {"фарматудзелу", FIELD_MODE, NULL},
    {"формаўдзелу", FIELD_MODE, NULL},
    {"формаудзелу", FIELD_MODE, NULL},
    {"mode", FIELD_MODE, NULL},
    {"modeofattendance", FIELD_MODE, NULL},
    {"性别", FIELD_SEX, NULL},
    {"пол", FIELD_SEX, NULL},
    {"sex", FIELD_SEX, NULL},
    {"gender", FIELD_SEX, NULL},
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

static const struct {
	const char *text, *value;
} sexes[] = {
    {"男", "male"},       {"女", "female"},      {"м", "male"},         {"ж", "female"},      {"муж", "male"},
    {"жен", "female"},    {"жан", "female"},     {"муж.", "male"},      {"жен.", "female"},   {"жан.", "female"},
    {"мужской", "male"},  {"женский", "female"}, {"мужчынскі", "male"}, {"жаночы", "female"}, {"male", "male"},
    {"female", "female"}, {"m", "male"},         {"f", "female"},
};

const struct heading *heading_lookup(const char *folded)
{
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
		if (strcmp(headings[i].text, folded) == 0)
			return &headings[i];
	return NULL;
}

const char *sex_lookup(const char *folded)
{
	for (size_t i = 0; i < sizeof sexes / sizeof *sexes; i++)
		if (strcmp(sexes[i].text, folded) == 0)
			return sexes[i].value;
	return NULL;
}
