"""What the parts of the generator share: chance that is the same on every machine, texts in four languages, XML as text."""
import re
import zlib
from xml.sax.saxutils import escape, quoteattr

LANGUAGES = ("zh", "ru", "be", "en")
NAMESPACE = "urn:cbua:conference:1"


class Dice:
    """Chance from a seed and a name. Not Python's own, whose choices may differ from one version to the next."""

    def __init__(self, seed, name):
        self.state = (zlib.crc32(name.encode()) << 32 | seed & 0xFFFFFFFF) or 1

    def below(self, n):
        self.state ^= self.state << 13 & 0xFFFFFFFFFFFFFFFF
        self.state ^= self.state >> 7
        self.state ^= self.state << 17 & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 11) % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, pairs):
        rest = self.below(sum(weight for weight, _ in pairs))
        for weight, item in pairs:
            if rest < weight:
                return item
            rest -= weight

    def some(self, items, n):
        """n different items, in the order in which they stand."""
        places = list(range(len(items)))
        chosen = {places.pop(self.below(len(places))) for _ in range(min(n, len(items)))}
        return [items[i] for i in sorted(chosen)]


def bind(text, language):
    """Spaces where no line may end: after a number or a word of one letter, before a dash."""
    text = text.replace("~", "\u00a0")
    if language in ("ru", "be"):
        text = text.replace(" —", "\u00a0—")
        text = re.sub(r"(?<!\w)([авзикосуяіўАВЗИКОСУЯІЎ]) ", "\\1\u00a0", text)
        text = re.sub(r"(\d) (?=[\w%])", "\\1\u00a0", text)
    elif language == "en":
        text = re.sub(r"(\d) (?=September|January|November|per cent|yuan)", "\\1\u00a0", text)
    return text


def capital(text):
    return text[:1].upper() + text[1:]


def fill(texts, **values):
    """Each text with its {places} filled; a value is a tuple of four texts, or the same in all languages."""
    filled = []
    for i, text in enumerate(texts):
        for name, value in values.items():
            value = value[i] if isinstance(value, tuple) else str(value)
            text = text.replace("{" + name + "}", value).replace("{" + capital(name) + "}", capital(value))
        filled.append(text)
    return tuple(filled)


class Markup(str):
    """Text that is XML already."""


def element(name, attributes=None, *children):
    """Children are elements, texts, and lists of these; an attribute that is None is left out."""
    flat = []
    for child in children:
        flat.extend(child if isinstance(child, list) else [child])
    return name, {k: v for k, v in (attributes or {}).items() if v is not None}, flat


def lines(name, texts, capitalised=False):
    """<name xml:lang="zh">...</name> and so on, for each language that has a text."""
    return [element(name, {"xml:lang": language}, bind(capital(text) if capitalised else text, language))
            for language, text in zip(LANGUAGES, texts) if text]


def blocks(name, paragraphs):
    """The same for several paragraphs, each a tuple."""
    return [element(name, {"xml:lang": language}, [element("p", {}, bind(p[i], language)) for p in paragraphs])
            for i, language in enumerate(LANGUAGES)]


def write(node, out, depth=0):
    name, attributes, children = node
    start = "<" + name + "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    out.append("\t" * depth + start)
    write_children(name, children, out, depth)
    out.append("\n")


def write_children(name, children, out, depth):
    if not children:
        out.append("/>")
    elif any(isinstance(child, str) for child in children):
        out.append(">" + "".join(inline(child) for child in children) + f"</{name}>")
    else:
        out.append(">\n")
        for child in children:
            write(child, out, depth + 1)
        out.append("\t" * depth + f"</{name}>")


def inline(node):
    if isinstance(node, str):
        return node if isinstance(node, Markup) else escape(node)
    out = []
    name, attributes, children = node
    out.append("<" + name + "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items()))
    out.append(">" + "".join(inline(child) for child in children) + f"</{name}>" if children else "/>")
    return "".join(out)


def document(root, comment=None):
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n', f"<!-- {comment} -->\n" if comment else ""]
    write(root, out)
    return "".join(out).replace("\u00a0", "&#160;")
