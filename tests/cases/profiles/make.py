#!/usr/bin/env python3
"""Makes the ICC profiles of this folder: RGB of the sRGB primaries with a gamma of 1.8, gray with the same; and a file that is none."""
import pathlib
import struct


def fixed(value):
    return struct.pack('>i', round(value * 65536))


def text(words):
    return b'text' + bytes(4) + words + b'\0'


def description(words):
    return b'desc' + bytes(4) + struct.pack('>I', len(words) + 1) + words + b'\0' + bytes(78)


def xyz(x, y, z):
    return b'XYZ ' + bytes(4) + fixed(x) + fixed(y) + fixed(z)


CURVE = b'curv' + bytes(4) + struct.pack('>IH', 1, round(1.8 * 256))


def profile(space, tags):
    table, data = struct.pack('>I', len(tags)), b''
    for name, value in tags:
        value += bytes(-len(value) % 4)
        table += name + struct.pack('>II', 128 + 4 + 12 * len(tags) + len(data), len(value))
        data += value
    size = 128 + len(table) + len(data)
    head = struct.pack('>I', size) + bytes(4) + b'\2\x10\0\0' + b'mntr' + space + b'XYZ '
    head += struct.pack('>6H', 2024, 1, 1, 0, 0, 0) + b'acsp' + bytes(28) + fixed(0.9642) + fixed(1) + fixed(0.8249)
    return head + bytes(128 - len(head)) + table + data


HERE = pathlib.Path(__file__).parent
COMMON = [(b'desc', description(b'test')), (b'cprt', text(b'none')), (b'wtpt', xyz(0.9642, 1, 0.8249))]
RGB = COMMON + [(b'rXYZ', xyz(0.436, 0.2225, 0.0139)), (b'gXYZ', xyz(0.3851, 0.7169, 0.0971)),
                (b'bXYZ', xyz(0.1431, 0.0606, 0.7141)), (b'rTRC', CURVE), (b'gTRC', CURVE), (b'bTRC', CURVE)]
(HERE / 'rgb.icc').write_bytes(profile(b'RGB ', RGB))
(HERE / 'gray.icc').write_bytes(profile(b'GRAY', COMMON + [(b'kTRC', CURVE)]))
(HERE / 'none.icc').write_bytes(b'no profile')
