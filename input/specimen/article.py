"""Papers as JATS 1.3, with a figure each."""
import papers
import words
from text import LANGUAGES, Markup, bind, capital, document, element, fill, inline

COMPOUND = ("欧阳", "司马", "上官", "诸葛")
XLINK = {"xmlns:xlink": "http://www.w3.org/1999/xlink"}


def said(texts, i, **values):
    return bind(fill(texts, **values)[i], LANGUAGES[i])


def title_group(title, i):
    others = [element("trans-title-group", {"xml:lang": LANGUAGES[k]}, element("trans-title", {}, bind(capital(title[k]), LANGUAGES[k])))
              for k in range(4) if k != i]
    return element("title-group", {}, element("article-title", {}, bind(capital(title[i]), LANGUAGES[i])), others)


def author_name(person, language):
    name, order = person.names[language], person.order[language]
    if "·" in name:
        return element("string-name", {}, name)
    if language == 0:
        size = 2 if name[:2] in COMPOUND else 1
        family, given = name[:size], name[size:]
    else:
        family, given = (order or name).split(" ", 1)
    return element("name", {"name-style": "eastern" if person.country == "CN" else "western"}, element("surname", {}, family), element("given-names", {}, given))


def author(person, i, number):
    language = i if person.names[i] else 3
    return element("contrib", {"contrib-type": "author"}, author_name(person, language),
                   element("xref", {"ref-type": "aff", "rid": f"aff-{number}"}, element("sup", {}, str(number))))


def affiliation(institution, i, number):
    return element("aff", {"id": f"aff-{number}"}, element("label", {}, str(number)),
                   element("institution", {}, bind(institution.names[i], LANGUAGES[i])),
                   element("city", {}, institution.city[i]), element("country", {"country": institution.country}, institution.country))


def article_meta(number, cluster, topic, title, people, homes, i, dice):
    abstract = {"topic": topic, "n": dice.between(5, 20)}
    keywords = [topic, *papers.KEYWORDS]
    return element(
        "article-meta", {}, element("article-id", {"pub-id-type": "doi"}, f"10.5555/star-bridge.2031.{number:03}"),
        element("article-categories", {}, element("subj-group", {"subj-group-type": "heading"}, element("subject", {}, bind(cluster["title"][i], LANGUAGES[i])))),
        title_group(title, i), element("contrib-group", {}, [author(p, i, k + 1) for k, p in enumerate(people)]),
        [affiliation(homes[p.institution], i, k + 1) for k, p in enumerate(people)],
        element("pub-date", {"date-type": "pub", "iso-8601-date": "2031-09-10"}, element("day", {}, "10"), element("month", {}, "09"), element("year", {}, "2031")),
        element("permissions", {}, element("copyright-statement", {}, "© 2031"),
                element("license", {"license-type": "open-access", "xlink:href": "https://creativecommons.org/licenses/by/4.0/"}, element("license-p", {}, "CC BY 4.0"))),
        element("abstract", {}, element("p", {}, said(papers.ABSTRACT, i, **abstract))),
        [element("trans-abstract", {"xml:lang": LANGUAGES[k]}, element("p", {}, said(papers.ABSTRACT, k, **abstract))) for k in range(4) if k != i],
        [element("kwd-group", {"xml:lang": LANGUAGES[k]}, [element("kwd", {}, bind(word[k], LANGUAGES[k])) for word in keywords]) for k in range(4)])


def places(i):
    """What stands for the places in a sentence."""
    note = element("fn", {"id": "fn-1"}, element("p", {}, bind(papers.NOTE[i], LANGUAGES[i])))
    cite = element("xref", {"ref-type": "bibr", "rid": "ref-{k}"}, "[{k}]")
    return {"figure": inline(element("xref", {"ref-type": "fig", "rid": "fig-1"}, bind(papers.FIGURE_WORD[i], LANGUAGES[i]))),
            "table": inline(element("xref", {"ref-type": "table", "rid": "table-1"}, bind(papers.TABLE_WORD[i], LANGUAGES[i]))),
            "note": inline(note), "code": "<monospace>compare.py</monospace>", "cite": ("" if i == 0 else " ") + inline(cite)}


def paragraph(sentences, i, topic, dice):
    text = ("" if i == 0 else " ").join(said(s, i, topic=topic, n=dice.between(5, 20), m=dice.between(5, 20)) for s in sentences)
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    for name, markup in places(i).items():
        while "{" + name + "}" in text:
            text = text.replace("{" + name + "}", markup.replace("{k}", str(dice.between(1, 6))), 1)
    return "p", {}, [Markup(text)]


def figure(number, i):
    return element("fig", {"id": "fig-1"}, element("label", {}, bind(papers.FIGURE_LABEL[i], LANGUAGES[i])),
                   element("caption", {}, element("title", {}, bind(papers.FIGURE_CAPTION[i], LANGUAGES[i]))),
                   element("alt-text", {}, bind(papers.FIGURE_CAPTION[i], LANGUAGES[i])),
                   element("graphic", {"xlink:href": f"figures/paper-{number:03}.svg"}))


def table(i, dice):
    head = element("tr", {}, [element("th", {}, word[i]) for word in papers.TABLE_HEAD])
    mark = "." if i in (0, 3) else ","
    rows = [element("tr", {}, element("td", {}, group[i]), element("td", {"align": "right"}, str(dice.between(40, 260))),
                    element("td", {"align": "right"}, f"{dice.between(60, 89)}{mark}{dice.below(10)}"),
                    element("td", {"align": "right"}, f"{dice.between(3, 9)}{mark}{dice.below(10)}")) for group in papers.GROUPS]
    return element("table-wrap", {"id": "table-1"}, element("label", {}, bind(papers.TABLE_LABEL[i], LANGUAGES[i])),
                   element("caption", {}, element("title", {}, bind(papers.TABLE_CAPTION[i], LANGUAGES[i]))),
                   element("table", {}, element("thead", {}, head), element("tbody", {}, rows)))


def body(number, topic, i, dice):
    sections = []
    for k, (title, sentences) in enumerate(papers.SECTIONS):
        half = (len(sentences) + 1) // 2
        content = [paragraph(part, i, topic, dice) for part in (sentences[:half], sentences[half:])]
        if k == 0:
            questions = [element("list-item", {}, element("p", {}, bind(q[i], LANGUAGES[i]))) for q in papers.QUESTIONS]
            content += [element("p", {}, bind(papers.AIMS[i], LANGUAGES[i])), element("list", {"list-type": "order"}, questions)]
        if k == 1:
            formula = element("disp-formula", {"id": "formula-1"}, element("label", {}, "(1)"), element("graphic", {"xlink:href": "figures/formula.svg"}))
            content += [formula, table(i, dice)]
        if k == 2:
            content.insert(1, figure(number, i))
        sections.append(element("sec", {"id": f"section-{k + 1}"}, element("label", {}, str(k + 1)), element("title", {}, bind(title[i], LANGUAGES[i])), content))
    return element("body", {}, sections)


def reference(k, people, topics, dice):
    person, language = people[k % len(people)], dice.pick((0, 1, 3))
    language = language if person.names[language] else 3
    name = person.order[language] or person.names[language]
    title = capital(topics[k % len(topics)][language]) + ("：" if language == 0 else ": ") + dice.pick(words.ANGLES)[language]
    journal = papers.JOURNAL[language]
    first = dice.between(1, 90)
    return element("ref", {"id": f"ref-{k + 1}"}, element("label", {}, str(k + 1)),
                   element("mixed-citation", {"publication-type": "journal", "xml:lang": LANGUAGES[language]}, f"{name}. {bind(title, LANGUAGES[language])} // ",
                           element("source", {}, journal), ". ", element("year", {}, str(dice.between(2021, 2030))), ". ",
                           element("fpage", {}, str(first)), "–", element("lpage", {}, str(first + dice.between(4, 14))), "."))


def back(people, cluster, i, dice):
    references = [reference(k, people, cluster["topics"], dice) for k in range(6)]
    return element("back", {}, element("ack", {}, element("title", {}, papers.ACKNOWLEDGEMENT_TITLE[i]), element("p", {}, bind(papers.ACKNOWLEDGEMENT[i], LANGUAGES[i]))),
                   element("ref-list", {}, element("title", {}, papers.REFERENCES_TITLE[i]), references))


def article(number, cluster, topic, title, people, everybody, homes, language, dice):
    """The text of a file: one paper in one language, with abstracts in the others."""
    i = LANGUAGES.index(language)
    journal = element("journal-meta", {}, element("journal-id", {"journal-id-type": "publisher-id"}, "star-bridge"),
                      element("journal-title-group", {}, element("journal-title", {}, papers.JOURNAL[i])), element("issn", {}, "0000-0000"),
                      element("publisher", {}, element("publisher-name", {}, papers.JOURNAL[i])))
    front = element("front", {}, journal, article_meta(number, cluster, topic, title, people, homes, i, dice))
    root = element("article", {**XLINK, "article-type": "research-article", "dtd-version": "1.3", "xml:lang": language},
                   front, body(number, topic, i, dice), back(everybody, cluster, i, dice))
    return document(root, "Invented, as all of the specimen.")


def chart(dice):
    """A line over twelve weeks and its band, as SVG."""
    value, points = 40, []
    for week in range(12):
        value += dice.between(-3, 9) if week < 7 else dice.between(-3, 3)
        points.append((40 + week * 30, 180 - value))
    line = " ".join(f"{x},{y}" for x, y in points)
    band = " ".join(f"{x},{y - 12}" for x, y in points) + " " + " ".join(f"{x},{y + 12}" for x, y in reversed(points))
    ticks = "".join(f'<path d="M{x} 190v4"/>' for x, _ in points) + "".join(f'<path d="M36 {y}h4"/>' for y in (40, 90, 140))
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in points)
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="210" viewBox="0 0 400 210">\n'
            f'\t<polygon points="{band}" fill="#d9e2ec"/>\n'
            f'\t<polyline points="{line}" fill="none" stroke="#1f4e79" stroke-width="2"/>\n'
            f'\t<g fill="#1f4e79">{dots}</g>\n'
            f'\t<g fill="none" stroke="#333" stroke-width="1"><path d="M40 20V190H390"/>{ticks}</g>\n</svg>\n')


FORMULA = ('<svg xmlns="http://www.w3.org/2000/svg" width="150" height="48" viewBox="0 0 150 48" font-family="serif" font-size="18">\n'
           '\t<text x="8" y="30"><tspan font-style="italic">S</tspan> =</text>\n'
           '\t<text x="64" y="18"><tspan font-style="italic">x</tspan> − <tspan font-style="italic">μ</tspan></text>\n'
           '\t<path d="M56 25H118" stroke="#000" stroke-width="1"/>\n'
           '\t<text x="82" y="43" font-style="italic">σ</text>\n</svg>\n')
