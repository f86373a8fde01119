"""Universities, and the persons who come from them."""
import names
import words
from text import LANGUAGES, bind, element, lines

ATTENDEES = 2000


def pairs(table):
    """"王 wang 李 li" as [("王", "wang"), ("李", "li")]."""
    parts = table.split()
    return list(zip(parts[::2], parts[1::2]))


def belarusian(syllable):
    """Cyrillic after Palladius to Belarusian letters."""
    if syllable == "оуян":
        return "аўян"
    for russian, own in (("жи", "жы"), ("чи", "чы"), ("ши", "шы"), ("ди", "дзі"), ("ти", "ці"), ("дя", "дзя"), ("тя", "ця"), ("и", "і")):
        syllable = syllable.replace(russian, own)
    return syllable


def joined(syllables):
    """Syllables as one word: Cyrillic, Belarusian, Latin, with the sign that keeps them apart where they could run together."""
    russian = names.PALLADIUS[syllables[0]]
    own, latin = belarusian(russian), syllables[0]
    for syllable in syllables[1:]:
        second = names.PALLADIUS[syllable]
        apart = russian.endswith("н") and second[0] in "аоэеиуюя"
        russian, own = russian + ("ъ" if apart else "") + second, own + ("’" if apart else "") + belarusian(second)
        latin += ("’" if syllable[0] in "aoe" else "") + syllable
    return russian.capitalize(), own.capitalize(), latin.capitalize()


def chinese_name(dice, female):
    family, syllable = dice.weighted([(max(1, 40 - i), pair) for i, pair in enumerate(pairs(names.FAMILIES_CHINESE))])
    pool = pairs(names.GIVEN_WOMEN if female else names.GIVEN_MEN) + pairs(names.GIVEN_BOTH)
    given = [dice.pick(pool)] if dice.chance(30) else [dice.pick(pool), dice.pick(pool)]
    if dice.chance(3):
        given[-1] = dice.pick(pairs(names.GIVEN_RARE))
    families, firsts = joined([syllable]), joined([g[1] for g in given])
    full = tuple(f"{a} {b}" for a, b in zip(families, firsts))
    return (family + "".join(g[0] for g in given), *full), (None, None, None, None)


def slavic_name(dice, female):
    forms = dice.pick(names.FAMILIES_BELARUSIAN)
    family = forms[-1] if female else forms[0]
    return slavic_forms(family, dice.pick(names.FIRST_WOMEN if female else names.FIRST_MEN), dice.pick(names.PATRONYMICS), female)


def slavic_forms(family, first, patronymic, female):
    """The name in running text, and as lists sort it. Chinese and English go without the patronymic."""
    chinese = f"{first[0]}·{family[0]}" if family[0] else None
    middle = (patronymic[2:] if female else patronymic[:2]) if patronymic else ("", "")
    russian = f"{first[1]} {middle[0]} {family[1]}".replace("  ", " ") if family[1] else None
    own = f"{first[2]} {middle[1]} {family[2]}".replace("  ", " ") if family[2] else None
    english = f"{first[3]} {family[3]}" if family[3] else None
    order = (None, f"{family[1]} {first[1]} {middle[0]}".strip() if russian else None,
             f"{family[2]} {first[2]} {middle[1]}".strip() if own else None, f"{family[3]} {first[3]}" if english else None)
    return (chinese, russian, own, english), order


class Person:
    def __init__(self, number, country, institution, female, forms, post, rank=None):
        self.id = f"p{number:04}"
        self.country, self.institution, self.female = country, institution, female
        self.names, self.order = forms
        self.post, self.rank = post, rank

    def element(self):
        own_country = None if self.institution else self.country
        rows = []
        for language, name, order in zip(LANGUAGES, self.names, self.order):
            if name:
                rows.append(element("name", {"xml:lang": language, "sort": order}, name))
        # The language of the person's own name first: what is shown where another has none.
        if self.country != "CN":
            rows.sort(key=lambda row: {"be": 0, "ru": 1, "en": 2, "zh": 3}[row[1]["xml:lang"]])
        return element("person", {"xml:id": self.id, "institution": self.institution, "country": own_country,
                                  "sex": "female" if self.female else "male"},
                       rows, lines("rank", self.rank) if self.rank else [], lines("post", self.post))


class Institution:
    def __init__(self, country, city, kind, short):
        self.country, self.city = country, city
        self.names = tuple(form.replace("{city}", c) for form, c in zip(kind, self.adjectives()))
        self.short = self.short_names(short)
        self.id = f"{city[3]}-{short[3]}".lower()

    def adjectives(self):
        if self.country == "CN":
            return self.city
        return self.city[0], self.city[1] + "ий", self.city[2] + "і", self.city[3]

    def short_names(self, short):
        chinese, russian, own, english = self.city
        if self.country == "CN":
            return chinese + short[0], f"{short[1]} {russian}", f"{short[2]} {own}", f"{english} {short[3]}"
        return chinese + short[0], russian[:3] + short[1], own[:3] + short[2], english[:3] + short[3]

    def element(self, since, seats, lead):
        return element("institution", {"xml:id": self.id, "country": self.country}, lines("name", self.names), lines("short", self.short),
                       lines("city", self.city), element("membership", {"since": since, "role": "lead" if lead else None}), seats)


def chinese_cities():
    for characters, latin in pairs(names.CITIES_CHINESE):
        russian, own, english = joined(latin.split("-"))
        yield characters, russian, own, english


def universities():
    """45 of China and 41 of Belarus; the first of each leads."""
    chinese, belarusian_ones = [], []
    for i, city in enumerate(chinese_cities()):
        for k in range(3):
            kind = (i * 3 + k) % 8
            chinese.append(Institution("CN", city, names.KINDS_CHINESE[kind], names.SHORT_CHINESE[kind]))
    for i, city in enumerate(names.CITIES_BELARUSIAN):
        for k in range(3):
            kind = (7 + i * 3 + k) % 8
            belarusian_ones.append(Institution("BY", city, names.KINDS_BELARUSIAN[kind], names.SHORT_BELARUSIAN[kind]))
    return chinese[:45], belarusian_ones[:41]


class Crowd:
    """Makes persons, one by one, with names that do not come twice."""

    def __init__(self, dice):
        self.dice, self.persons, self.taken = dice, [], set()

    def add(self, institution, country, post=None, female=None, forms=None):
        dice = self.dice
        female = dice.chance(46) if female is None else female
        while forms is None:
            forms = (chinese_name if country == "CN" else slavic_name)(dice, female)
            forms = None if forms[0][3] in self.taken else forms
        self.taken.add(forms[0][3])
        post = post or dice.weighted(words.POSTS)
        rank = dice.pick(words.RANKS) if post[3] == "Professor" and dice.chance(20) else None
        person = Person(len(self.persons) + 1, country, institution, female, self.thinned(forms, country), post, rank)
        self.persons.append(person)
        return person

    def thinned(self, forms, country):
        """Now and then a language is missing, as in real lists."""
        shown, order = list(forms[0]), list(forms[1])
        if self.dice.chance(4):
            missing = 0 if country != "CN" and shown[1] else 2
            shown[missing] = order[missing] = None
        return tuple(shown), tuple(order)


def hard_cases(crowd, chinese, belarusian_ones):
    """What every template must survive."""
    people = []
    for i, (country, sex, family, first, patronymic) in enumerate(names.HARD):
        forms = slavic_forms(family, first, names.PATRONYMICS[patronymic] if patronymic is not None else None, sex == "female")
        institution = belarusian_ones[i % len(belarusian_ones)].id if country == "BY" else None
        people.append(crowd.add(institution, country, words.POSTS[1][1], sex == "female", forms))
    for i, (sex, forms) in enumerate(names.HARD_CHINESE):
        people.append(crowd.add(chinese[i].id, "CN", words.POSTS[0][1], sex == "女", (forms, (None,) * 4)))
    return people
