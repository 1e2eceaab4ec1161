#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-hard-batch.py DRAW-HARD-BATCH [PAGES]: a batch of the hardest names on every shipped template, each page measured by
poppler: no text leaves its box, none lies on another, lines stand in the middle, all of it is found again and composed, all
fonts are in the file. Nobody in it exists."""
import collections
import html
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

MM = 25.4 / 72
LEAVES = 0.15   # so far may a line stick out of its box, in millimetres: the bearings of its first and last letter
CENTRED = 0.2   # so far may its middle be off
OVERLAP = 0.05  # so far may the rooms of two lines run into each other

Line = collections.namedtuple("Line", "left top right bottom words")


def read_boxes(name):
    pages = collections.defaultdict(list)
    with open(name, encoding="utf-8") as file:
        for row in file:
            page, box, x, y, width, height, side, text = row.rstrip("\n").split("\t")
            pages[int(page)].append((box, float(x), float(y), float(width), float(height), side, text))
    return pages


WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def read_words(pdf, first, last):
    """Words of each page in millimetres, page by page."""
    told = subprocess.run(["pdftotext", "-bbox", "-f", str(first), "-l", str(last), pdf, "-"], check=True, capture_output=True, text=True).stdout
    for page in told.split("<page ")[1:]:
        yield [tuple(float(v) * MM for v in match[:4]) + (html.unescape(match[4]),) for match in WORD.findall(page)]


def home(word, boxes):
    """The box a word stands in: that which holds its middle; the narrowest, where several do."""
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    inside = [n for n, (_box, left, top, width, height, _side, _text) in enumerate(boxes)
              if left <= x <= left + width and top - 0.5 <= y <= top + height + 0.5]
    return min(inside, key=lambda n: abs(y - boxes[n][2] - boxes[n][4] / 2), default=None)


def lines_of(words):
    lines = []
    for word in sorted(words, key=lambda w: (w[1], w[0])):
        if lines and abs(lines[-1][0][1] - word[1]) < 0.6 * (word[3] - word[1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    lines = [sorted(line) for line in lines]
    return [Line(line[0][0], min(w[1] for w in line), line[-1][2], max(w[3] for w in line), [w[4] for w in line]) for line in lines]


def measure_box(box, lines):
    name, left, top, width, height, side, text = box
    said = [word for line in lines for word in line.words]
    if said != text.split():
        yield f"{name} says {' '.join(said)!r}, not {text!r}"
    for line in lines:
        tell = " ".join(line.words)
        if line.left < left - LEAVES or line.right > left + width + LEAVES or line.top < top - LEAVES or line.bottom > top + height + LEAVES:
            yield f"{name} is left by {tell!r}: {line[:4]}, box {left, top, left + width, top + height}"
        off = {"center": (line.left + line.right) / 2 - left - width / 2, "start": line.left - left, "end": line.right - left - width}[side]
        if abs(off) > CENTRED:
            yield f"{name} has {tell!r} {off:.3f} mm off"
        if any(not unicodedata.is_normalized("NFC", word) for word in line.words):
            yield f"{name} is not composed: {tell!r}"


def measure_page(boxes, words):
    homes = collections.defaultdict(list)
    for word in words:
        place = home(word, boxes)
        if place is None:
            yield f"{word} is in no box"
        else:
            homes[place].append(word)
    every = []
    for n, box in enumerate(boxes):
        lines = lines_of(homes[n])
        yield from measure_box(box, lines)
        every += lines
    for n, one in enumerate(every):
        for other in every[n + 1:]:
            if min(one.right, other.right) - max(one.left, other.left) > OVERLAP and min(one.bottom, other.bottom) - max(one.top, other.top) > OVERLAP:
                yield f"{' '.join(one.words)!r} lies on {' '.join(other.words)!r}"


def measure(program, template, n_pages, folder):
    pdf, boxes = os.path.join(folder, "batch.pdf"), os.path.join(folder, "boxes.txt")
    told = subprocess.run([program, template, str(n_pages), pdf, boxes], check=True, capture_output=True, text=True).stdout
    problems = told.splitlines()
    pages = read_boxes(boxes)
    seen = 0
    for first in range(1, n_pages + 1, 500):
        for number, words in enumerate(read_words(pdf, first, min(first + 499, n_pages)), first):
            problems += [f"page {number}: {problem}" for problem in measure_page(pages[number], words)]
            seen += 1
    problems += [] if seen == n_pages else [f"{seen} pages, not {n_pages}"]
    fonts = subprocess.run(["pdffonts", "-l", "50", pdf], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    problems += [] if fonts else ["no fonts"]
    return problems + [f"not embedded: {font}" for font in fonts if font.split()[-5] != "yes"]


def main():
    program = sys.argv[1]
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    failed = 0
    templates = subprocess.run([program, "list"], check=True, capture_output=True, text=True).stdout.split()
    for number, template in enumerate(templates, 1):
        # The whole batch on one of them; the hard cases come again every few hundred pages.
        n_pages = every or (3000 if number == 1 else 330)
        with tempfile.TemporaryDirectory() as folder:
            problems = measure(program, template, n_pages, folder)
        for problem in problems[:30]:
            print("# " + problem)
        failed += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {number} - {n_pages} pages on {template}", flush=True)
    print(f"1..{len(templates)}")
    sys.exit(1 if failed else 0)


main()
