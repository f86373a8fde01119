#!/usr/bin/env python3
"""Writes the faces of "CBUA Square", whose widths are counted by hand: every glyph is one em wide, 0.8 em above the
baseline and 0.2 em below; marks have no width. The files are committed: this needs python3-fonttools, the suite does not.

    tests/fonts/make.py     writes beside itself; the same bytes every time
"""
import os
import sys

os.environ["SOURCE_DATE_EPOCH"] = "0"
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

RANGES = [
    (0x20, 0x7E), (0xA0, 0xFF), (0x400, 0x45F), (0x490, 0x491),   # ASCII, Latin-1, Cyrillic
    (0x5D0, 0x5EA), (0x627, 0x627), (0x644, 0x645),               # Hebrew for right to left, three Arabic letters
    (0x2010, 0x2015), (0x2018, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030),
    (0x2116, 0x2116), (0x2190, 0x2193), (0x2212, 0x2212), (0x25A0, 0x25A1),
    (0x3000, 0x3002), (0x3008, 0x3011), (0x3014, 0x3017),         # full-width punctuation
    (0xFF01, 0xFF0F), (0xFF1A, 0xFF1F), (0xFF3B, 0xFF3D), (0xFF5B, 0xFF5E),
]
HAN = "一二三四五六七八九十百千中国白俄罗斯大学联盟会议年月日人文字的是在有和不了"
MARKS = [0x301, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]

FACES = [
    ("CBUA Square", "Regular", 400, False, "ttf"),
    ("CBUA Square", "Bold", 700, False, "ttf"),
    ("CBUA Square", "Italic", 400, True, "ttf"),
    ("CBUA Square", "Bold Italic", 700, True, "ttf"),
    ("CBUA Square CFF", "Regular", 400, False, "otf"),
]


def code_points():
    listed = [c for first, last in RANGES for c in range(first, last + 1)]
    return sorted(set(listed) | {ord(c) for c in HAN} | set(MARKS))


def is_drawn(name):
    return name not in ("uni0020", "uni00A0", "uni3000", "uni00AD") and int(name[3:], 16) not in MARKS


def draw(pen, name):
    """The whole cell, so that a picture shows every em."""
    if name == ".notdef" or is_drawn(name):
        pen.moveTo((0, -200))
        pen.lineTo((0, 800))
        pen.lineTo((1000, 800))
        pen.lineTo((1000, -200))
        pen.closePath()


def glyph(name, kind):
    pen = TTGlyphPen(None) if kind == "ttf" else T2CharStringPen(advance(name), None)
    draw(pen, name)
    return pen.glyph() if kind == "ttf" else pen.getCharString()


def advance(name):
    return 0 if name != ".notdef" and int(name[3:], 16) in MARKS else 1000


def build(family, style, weight, italic, kind):
    names = {c: "uni%04X" % c for c in code_points()}
    order = [".notdef"] + list(names.values())
    font = FontBuilder(1000, isTTF=kind == "ttf")
    font.setupGlyphOrder(order)
    font.setupCharacterMap(names)
    glyphs = {name: glyph(name, kind) for name in order}
    postscript = family.replace(" ", "") + "-" + style.replace(" ", "")
    if kind == "ttf":
        font.setupGlyf(glyphs)
    else:
        font.setupCFF(postscript, {"FullName": family, "FamilyName": family, "Weight": style}, glyphs, {})
    font.setupHorizontalMetrics({n: (advance(n), 0) for n in order})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupVerticalHeader(ascent=500, descent=-500)
    font.setupVerticalMetrics({n: (1000, 0) for n in order})
    font.setupNameTable({"familyName": family, "styleName": style, "uniqueFontIdentifier": postscript,
                         "fullName": family + " " + style, "psName": postscript, "version": "Version 1.0"})
    selection = (0x20 if weight == 700 else 0) | (0x01 if italic else 0) or 0x40
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, sTypoLineGap=0, usWinAscent=800, usWinDescent=200,
                  sxHeight=500, sCapHeight=800, usWeightClass=weight, fsSelection=selection, fsType=0,
                  yStrikeoutPosition=300, yStrikeoutSize=50)
    font.setupPost(keepGlyphNames=False, underlinePosition=-75, underlineThickness=50, italicAngle=-10 if italic else 0)
    font.font["head"].macStyle = (1 if weight == 700 else 0) | (2 if italic else 0)
    font.font.recalcTimestamp = False
    font.font["head"].created = font.font["head"].modified = 0
    font.save(os.path.join(os.path.dirname(os.path.abspath(sys.argv[0])), postscript + "." + kind))


for face in FACES:
    build(*face)
