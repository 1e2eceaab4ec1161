#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-template-places.py DRAW-CERTIFICATE TEMPLATES

Every shipped template is drawn with the hardest names there are, and Poppler says where the words stand: each in
its box, on its line, in the middle to a fifth of a millimetre. The boxes are read from the files here, not by the
program."""
import glob
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

DRAW, FOLDER = sys.argv[1], sys.argv[2]
NS = "{urn:x-thidua:template:1}"
MM = 25.4 / 72
NEAR = 0.2  # mm
# The border's width, for a frame 360 wide, with the double rule around the text.
BORDER = 18.6 / 360
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


class Box:
    def __init__(self, element):
        self.__dict__.update(element.attrib)
        self.x, self.y, self.width, self.height = (float(element.get(name)) for name in ("x", "y", "width", "height"))
        self.when = element.get("when")
        self.align = element.get("align", "center")
        self.valign = element.get("valign", "middle")
        self.optional = all("?}" in line.text for line in element)

    def holds(self, word):
        across, down = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
        return self.x <= across <= self.x + self.width and self.y <= down <= self.y + self.height

    def excludes(self, other):
        """Whether never both are printed."""
        return self.when and other.when and self.when.strip("!") == other.when.strip("!") and self.when != other.when

    def overlaps(self, other):
        return self.x < other.x + other.width and other.x < self.x + self.width and self.y < other.y + other.height and other.y < self.y + self.height


class Template:
    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self.id = root.get("id")
        self.sheet = [float(root.find(NS + "sheet").get(name)) for name in ("width", "height")]
        self.frame = [float(root.find(NS + "ornament").get(name)) for name in ("x", "y", "width", "height")]
        self.emblem = [float(root.find(NS + "emblem").get(name)) for name in ("x", "y", "width", "height")]
        self.boxes = [Box(element) for element in root.iter(NS + "box")]


def draw(template, *words):
    """The words of each page: left, top, right, bottom in millimetres, text."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "c.pdf")
        said = subprocess.run([DRAW, template.id, path, *words], check=True, stdout=subprocess.PIPE, text=True).stdout
        text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, stdout=subprocess.PIPE, text=True).stdout
    pages = text.split("<page ")[1:]
    return said, [[(*(float(m[i]) * MM for i in range(1, 5)), m[5]) for m in WORD.finditer(page)] for page in pages]


def lines_of(words):
    """Words on one height."""
    lines = []
    for word in sorted(words, key=lambda w: ((w[1] + w[3]) / 2, w[0])):
        if lines and abs((lines[-1][0][1] + lines[-1][0][3]) - (word[1] + word[3])) / 2 < 0.5:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def look_at_box(box, words):
    problems = []
    lines = lines_of(words)
    for line in lines:
        left, right = min(w[0] for w in line), max(w[2] for w in line)
        said = " ".join(w[4] for w in line)
        if left < box.x - NEAR or right > box.x + box.width + NEAR:
            problems.append(f"{box.id}: “{said}” is from {left:.2f} to {right:.2f}")
        if box.align == "left" and abs(left - box.x) > NEAR:
            problems.append(f"{box.id}: “{said}” begins at {left:.2f}")
        if box.align == "center" and abs((left + right) / 2 - box.x - box.width / 2) > NEAR:
            problems.append(f"{box.id}: the middle of “{said}” is at {(left + right) / 2:.2f}")
    top, bottom = lines[0][0][1], lines[-1][0][3]
    if box.valign == "top" and abs(top - box.y) > NEAR:
        problems.append(f"{box.id}: begins {top:.2f} from above")
    if box.valign == "middle" and abs((top + bottom) / 2 - box.y - box.height / 2) > NEAR:
        problems.append(f"{box.id}: its middle is {(top + bottom) / 2:.2f} from above")
    if top < box.y - NEAR or bottom > box.y + box.height + NEAR:
        problems.append(f"{box.id}: is from {top:.2f} to {bottom:.2f} from above")
    return problems


def look_at_page(template, n, words):
    problems = []
    # of the samples the third is a collective with nothing below its name
    boxes = [box for box in template.boxes if not box.when or box.when != ("post_line" if n == 3 else "!post_line")]
    for word in words:
        homes = [box.id for box in boxes if box.holds(word)]
        if len(homes) != 1:
            problems.append(f"“{word[4]}” is in {homes}")
    for box in boxes:
        own = [word for word in words if box.holds(word)]
        if own:
            problems += look_at_box(box, own)
        elif not box.optional:
            problems.append(f"{box.id} is empty")
    return problems


def test_rules(template):
    """What can be said of the file alone."""
    problems = []
    left, top, wide, high = template.frame
    edge = wide * BORDER
    inner = (left + edge, top + edge, left + wide - edge, top + high - edge)
    for i, box in enumerate(template.boxes):
        if box.x < inner[0] or box.y < inner[1] or box.x + box.width > inner[2] or box.y + box.height > inner[3]:
            problems.append(f"{box.id} reaches over the border")
        problems += [f"{box.id} and {other.id} overlap" for other in template.boxes[i + 1:] if box.overlaps(other) and not box.excludes(other)]
        if box.y < template.emblem[1] + template.emblem[3] and box.x < template.emblem[0] + template.emblem[2] and template.emblem[0] < box.x + box.width and box.y + box.height > template.emblem[1]:
            problems.append(f"{box.id} is over the emblem")
    if abs(template.emblem[0] + template.emblem[2] / 2 - template.sheet[0] / 2) > 0.01 or template.emblem[1] < inner[1]:
        problems.append("the emblem is not in the middle")
    if abs(left + wide / 2 - template.sheet[0] / 2) > 0.01 or abs(top + high / 2 - template.sheet[1] / 2) > 0.01:
        problems.append("the border is not in the middle")
    named = {box.id: box for box in template.boxes}
    blank = named["signer-name"].y - named["signer-post"].y - named["signer-post"].height
    if blank < (35 if template.sheet[0] >= 400 else 30) - 1e-6:
        problems.append(f"{blank:.1f} mm are left for signature and seal")
    return problems


def test_places(template):
    """On white paper, with long and with short names."""
    said, pages = draw(template, "ornament")
    # what is wrong with a text is told by the program; an emblem it has none of
    problems = [line for line in said.splitlines()[1:] if not line.startswith("certificate-emblem-missing")]
    if len(pages) < 7:
        problems.append(f"{len(pages)} pages")
    for n, words in enumerate(pages, 1):
        problems += [f"page {n}: {problem}" for problem in look_at_page(template, n, words)]
    return problems


def test_dots(template):
    """On a blank that has the words, what is written stands where it does among them."""
    _, full = draw(template, "ornament")
    _, dots = draw(template, "carries=ornament;emblem;decision;register=SỐ SỔ VÀNG: .....;place-date")
    problems = []
    for n, (words, some) in enumerate(zip(full, dots), 1):
        kept = {"1287/QĐ-UBND", "25", "8", "2026", str(1250 + n)}
        for word in some:
            twins = [w for w in words if w[4].rstrip(',') == word[4].rstrip(',') and abs(w[0] - word[0]) < 0.05 and abs(w[1] - word[1]) < 0.05]
            if not twins:
                problems.append(f"page {n}: “{word[4]}” has moved to {word[0]:.2f}, {word[1]:.2f}")
        boxes = [box for box in template.boxes if box.id in ("decision", "register")]
        said = {w[4] for w in some for box in boxes if box.holds(w)}
        if said != kept:
            problems.append(f"page {n}: {sorted(said)} is on the dots")
        place = [w[4] for w in some for box in template.boxes if box.id == "place-date" and box.holds(w)]
        if {"ngày", "tháng", "năm"} & set(place) or not {"25", "8", "2026"} <= set(place):
            problems.append(f"page {n}: {place} is on the dots of place and date")
    return problems


def test_measured(template):
    """Or where its dots were measured, on the same line."""
    _, full = draw(template, "ornament", "pages=2")
    left = template.frame[0] + 40
    places = [left, left + 30, left + 50, left + 70.5]
    _, dots = draw(template, "pages=2", f"carries=decision=Quyết định số … ngày … tháng … năm …@{' '.join(str(p).replace('.', ',') for p in places)}")
    problems = []
    box = next(box for box in template.boxes if box.id == "decision")
    for words, some in zip(full, dots):
        height = [w[1] for w in words if box.holds(w)][0]
        found = [w for w in some if w[4] in ("1287/QĐ-UBND", "25", "8", "2026") and abs(w[1] - height) < 0.05]
        if [w[4] for w in found] != ["1287/QĐ-UBND", "25", "8", "2026"] or max(abs(w[0] - p) for w, p in zip(found, places)) > NEAR:
            problems.append(f"{[(w[4], round(w[0], 2)) for w in found]} instead of {places}")
    return problems


def main():
    templates = [Template(path) for path in sorted(glob.glob(os.path.join(FOLDER, "*.xml")))]
    tests = (test_rules, test_places, test_dots, test_measured)
    print(f"1..{len(templates) * len(tests)}")
    n, bad = 0, 0
    for template in templates:
        for test in tests:
            n += 1
            problems = test(template)
            bad += bool(problems)
            for problem in problems[:20]:
                print("#", problem)
            print(f"{'not ok' if problems else 'ok'} {n} {template.id}: {test.__doc__.splitlines()[0]}")
    return 1 if bad else 0


sys.exit(main())
