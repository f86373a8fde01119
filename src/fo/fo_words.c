/* The words of a shorthand's value. */
#include <string.h>

#include "fo_shorthand.h"

static size_t word_size(const char *text)
{
	int brackets = 0;
	char quote = '\0';
	size_t i = 0;
	for (; text[i]; i++) {
		if (quote)
			quote = text[i] == quote ? '\0' : quote;
		else if (text[i] == '"' || text[i] == '\'')
			quote = text[i];
		else if (text[i] == '(')
			brackets++;
		else if (text[i] == ')')
			brackets--;
		else if (text[i] == ' ' && brackets <= 0)
			break;
	}
	return i;
}

static bool is_operator(const char *word)
{
	return list_has_word("+ - * div mod", word, strlen(word));
}

/* "3mm + 1mm 3mm" is two values: what stands beside an operator belongs to it. */
static void add_word(struct words *w, const char *text, size_t size, struct arena *a)
{
	char *word = arena_strndup(a, text, size);
	bool joined = w->count > 0 && (is_operator(word) || w->after_operator);
	if (joined)
		w->word[w->count - 1] = arena_printf(a, "%s %s", w->word[w->count - 1], word);
	else
		w->word[w->count++] = word;
	w->after_operator = is_operator(word);
}

struct words words_split(const char *text, struct arena *a)
{
	struct words w = {.count = 0};
	while (*text && w.count < WORDS_MOST) {
		text += strspn(text, " ");
		size_t size = word_size(text);
		if (size > 0)
			add_word(&w, text, size, a);
		text += size;
	}
	return w;
}

bool word_is_one_of(const char *word, const char *list)
{
	return list_has_word(list, word, strlen(word));
}

bool word_is_color(const char *word)
{
	struct fo_color color;
	return color_parse(word, strlen(word), &color);
}
