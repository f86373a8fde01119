"""Drawings in place of photographs, and signatures. SVG as text; PNG without compression, so that the bytes are the same everywhere."""
import struct
import zlib

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400">\n'


def heads(rows):
    return "".join(f'<circle cx="{30 + 36 * k + 18 * (row % 2)}" cy="{300 + 34 * row}" r="12"/>' for row in range(rows) for k in range(16))


def opening():
    return (HEAD + '\t<rect width="600" height="400" fill="#2b3a55"/>\n\t<rect x="60" y="40" width="480" height="150" fill="#c8d3e6"/>\n'
            '\t<rect x="40" y="200" width="520" height="40" fill="#8a5a44"/>\n\t<rect x="120" y="160" width="34" height="44" fill="#5c3a2c"/>\n'
            '\t<path d="M180 160H420" stroke="#2b3a55" stroke-width="8"/>\n\t<path d="M220 120H380" stroke="#2b3a55" stroke-width="5"/>\n'
            f'\t<g fill="#10192b">{heads(3)}</g>\n</svg>\n')


def signing():
    people = "".join(f'<circle cx="{x}" cy="150" r="22"/><path d="M{x - 34} 250V205a34 30 0 0 1 68 0V250Z"/>' for x in (150, 250, 350, 450))
    return (HEAD + '\t<rect width="600" height="400" fill="#efe9df"/>\n'
            f'\t<g fill="#2b3a55">{people}</g>\n\t<rect x="60" y="250" width="480" height="70" fill="#8a1f2b"/>\n'
            '\t<g fill="#fff" stroke="#333"><rect x="180" y="256" width="70" height="22"/><rect x="350" y="256" width="70" height="22"/></g>\n</svg>\n')


def bridge(dice):
    stars = "".join(f'<circle cx="{dice.between(10, 590)}" cy="{dice.between(10, 210)}" r="{dice.between(1, 3)}"/>' for _ in range(60))
    cables = "".join(f'<path d="M{x} {130 + (x - 300) * (x - 300) // 450}V300"/>' for x in range(60, 541, 30))
    return (HEAD + f'\t<rect width="600" height="400" fill="#10192b"/>\n\t<g fill="#f3e6a8">{stars}</g>\n'
            f'\t<g fill="none" stroke="#c8d3e6" stroke-width="2"><path d="M0 330Q300 -70 600 330" stroke-width="5"/>{cables}</g>\n'
            '\t<rect y="300" width="600" height="14" fill="#c8d3e6"/>\n\t<rect y="360" width="600" height="40" fill="#1f4e79"/>\n</svg>\n')


def signature_svg():
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80" viewBox="0 0 240 80">\n'
            '\t<path d="M12 58C30 8 52 6 44 44S20 70 40 60 84 18 78 40 60 66 84 52 106 26 104 44 112 60 128 48 150 20 148 40 158 62 178 46 214 30 230 34"'
            ' fill="none" stroke="#15306b" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>\n</svg>\n')


def signature_png(width=480, height=160):
    """A pen's stroke in two bits a pixel: clear, light, half, full."""
    rows = [bytearray(width) for _ in range(height)]
    points = [(30 + t * 7, 80 + (40 - t // 3) * (1 if t // 6 % 2 else -1) * (3 - abs(t % 6 - 3)) // 3 - t // 2) for t in range(61)]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        for step in range(16):
            stamp(rows, x0 * 16 + (x1 - x0) * step, y0 * 16 + (y1 - y0) * step)
    data = b"".join(b"\0" + bytes(row[x] << 6 | row[x + 1] << 4 | row[x + 2] << 2 | row[x + 3] for x in range(0, width, 4)) for row in rows)
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 2, 3, 0, 0, 0)), (b"PLTE", bytes((21, 48, 107)) * 4),
              (b"tRNS", bytes((0, 85, 170, 255))), (b"IDAT", stored(data)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks)


def stamp(rows, x16, y16, radius=52):
    """The pen at a point, in sixteenths of a pixel."""
    for y in range(y16 // 16 - 4, y16 // 16 + 5):
        for x in range(x16 // 16 - 4, x16 // 16 + 5):
            distance = (x * 16 - x16) ** 2 + (y * 16 - y16) ** 2
            shade = 3 if distance < radius**2 else 2 if distance < (radius + 8) ** 2 else 1 if distance < (radius + 16) ** 2 else 0
            if 0 <= y < len(rows) and 0 <= x < len(rows[0]):
                rows[y][x] = max(rows[y][x], shade)


def stored(data):
    """A zlib stream of stored blocks."""
    out = bytearray(b"\x78\x01")
    for at in range(0, len(data), 65535):
        part = data[at:at + 65535]
        out += struct.pack("<BHH", at + 65535 >= len(data), len(part), len(part) ^ 0xFFFF) + part
    return bytes(out) + struct.pack(">I", zlib.adler32(data))
