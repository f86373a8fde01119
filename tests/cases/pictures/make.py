#!/usr/bin/env python3
"""Writes the small PNG and JPEG pictures of the tests beside itself (python3-pil; the suite does not need it).

PNG is written chunk by chunk, so that every form PIL cannot write is here too. Every PNG is 4 samples wide and 2 high unless its
name says otherwise.
"""
import os
import struct
import zlib

from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def packed(samples, bits):
    """Samples of a row as bytes."""
    if bits == 16:
        return b"".join(struct.pack(">H", s) for s in samples)
    text = "".join(format(s, "0%db" % bits) for s in samples)
    text += "0" * (-len(text) % 8)
    return bytes(int(text[i:i + 8], 2) for i in range(0, len(text), 8))


def png(name, color, bits, rows, extra=b"", interlaced=False):
    """rows: lists of pixels, each a tuple of samples."""
    width, height = len(rows[0]), len(rows)
    raw = b""
    for x0, y0, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        for y in range(y0, height, dy):
            samples = [s for x in range(x0, width, dx) for s in rows[y][x]]
            if samples:
                raw += b"\0" + packed(samples, bits)
    header = struct.pack(">IIBBBBB", width, height, bits, color, 0, 0, int(interlaced))
    data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))
    with open(os.path.join(HERE, name), "wb") as f:
        f.write(data)
    return data


def gray(*rows):
    return [[(s,) for s in row] for row in rows]


RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
COLORS = [[RED, GREEN, BLUE, WHITE], [WHITE, BLUE, GREEN, RED]]
PALETTE = chunk(b"PLTE", bytes(RED + GREEN + BLUE))
PER_METRE = lambda x, y: chunk(b"pHYs", struct.pack(">IIB", x, y, 1))

rgb = png("rgb.png", 2, 8, COLORS)
png("rgb-300dpi.png", 2, 8, COLORS, PER_METRE(11811, 11811))
png("rgb-ratio.png", 2, 8, COLORS, chunk(b"pHYs", struct.pack(">IIB", 2, 1, 0)))
png("rgb-two-resolutions.png", 2, 8, COLORS, PER_METRE(2835, 5669))
png("rgb-gamma.png", 2, 8, COLORS, chunk(b"gAMA", struct.pack(">I", 100000)))
png("rgb16.png", 2, 16, [[(0xFFFF, 0x8080, 0)] * 4] * 2)
png("rgb-interlaced.png", 2, 8, COLORS, interlaced=True)
png("rgb-key.png", 2, 8, COLORS, chunk(b"tRNS", struct.pack(">HHH", 0, 255, 0)))
png("rgba.png", 6, 8, [[c + (a,) for c, a in zip(row, (255, 128, 0, 255))] for row in COLORS])
png("rgba-opaque.png", 6, 8, [[c + (255,) for c in row] for row in COLORS])
png("gray1.png", 0, 1, gray([1, 0, 1, 1], [0, 0, 0, 1]))
png("gray2.png", 0, 2, gray([0, 1, 2, 3], [3, 2, 1, 0]))
png("gray4-key.png", 0, 4, gray([0, 5, 10, 15], [15, 10, 5, 0]), chunk(b"tRNS", struct.pack(">H", 5)))
png("gray16.png", 0, 16, gray([0, 0xFFFF, 0x8080, 0x0101], [0, 0, 0, 0]))
png("gray-alpha.png", 4, 8, [[(10, 255), (20, 0), (30, 255), (40, 1)]] * 2)
png("gray-alpha16.png", 4, 16, [[(0x1010, 0xFFFF)] * 4, [(0x2020, 0)] * 4])
png("palette2.png", 3, 2, gray([0, 1, 2, 0], [2, 2, 1, 0]), PALETTE)
png("palette2-alpha.png", 3, 2, gray([0, 1, 2, 0], [2, 2, 1, 0]), PALETTE + chunk(b"tRNS", bytes([255, 64])))
png("palette2-interlaced.png", 3, 2, gray([0, 1, 2, 0], [2, 2, 1, 0]), PALETTE, interlaced=True)
for name, data in {
        "broken-short.png": rgb[:60],
        "broken-crc.png": rgb[:-13] + bytes([rgb[-13] ^ 1]) + rgb[-12:],
        "broken-huge.png": rgb[:8] + chunk(b"IHDR", struct.pack(">IIBBBBB", 900000, 900000, 8, 6, 0, 0, 0)) + rgb[33:],
}.items():
    with open(os.path.join(HERE, name), "wb") as f:
        f.write(data)


def jpeg(name, mode, color, **options):
    Image.new(mode, (8, 4), color).save(os.path.join(HERE, name), "JPEG", quality=50, **options)


def edited(name, source, change):
    with open(os.path.join(HERE, source), "rb") as f:
        data = bytearray(f.read())
    change(data)
    with open(os.path.join(HERE, name), "wb") as f:
        f.write(data)


def per_centimetre(data):
    at = data.index(b"JFIF\0") + 7
    data[at:at + 5] = struct.pack(">BHH", 2, 100, 50)


jpeg("gray.jpg", "L", 128)
jpeg("rgb.jpg", "RGB", (200, 30, 30))
jpeg("rgb-96dpi.jpg", "RGB", (200, 30, 30), dpi=(96, 96))
jpeg("rgb-progressive.jpg", "RGB", (200, 30, 30), progressive=True)
jpeg("cmyk.jpg", "CMYK", (0, 255, 255, 0))
edited("rgb-percentimetre.jpg", "rgb.jpg", per_centimetre)
edited("broken-short.jpg", "rgb.jpg", lambda data: data.__delitem__(slice(len(data) - 10, None)))
edited("broken-header.jpg", "rgb.jpg", lambda data: data.__delitem__(slice(30, None)))
