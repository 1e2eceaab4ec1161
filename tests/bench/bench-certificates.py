#!/usr/bin/env python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-certificates.py DRAW-CERTIFICATE DRAW-HARD-BATCH: 10,000 certificates to PDF, on stock, with every text fitted anew, with
ornament and with bookmarks, beside bare cairo drawing the same strings at the same sizes; and 1,000 of the hardest
names beside gLabels' batch program and LibreOffice. Pages a second; a ratio over 1 is quicker than what it stands beside."""
import collections
import csv
import html
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TEMPLATE = "bang-khen-tinh-a3"
PAGES = 10000
SAME_NAMES = 1000  # LibreOffice and gLabels need their time
RUNS = 3
POINT = 72 / 25.4


def draw(program, path, *words, pages=PAGES):
    """The rate the program tells: drawing and writing, for ours with all fitting, and its peak memory."""
    told = subprocess.run([program, TEMPLATE, path, f"pages={pages}", *words], check=True, capture_output=True, text=True).stdout
    memory = re.search(r"(\d+) MiB", told)
    return float(re.search(r"([\d.]+) pages/s", told)[1]), int(memory[1]) if memory else 0


def seconds(*words, **options):
    begin = time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.monotonic() - begin


def read_boxes(name):
    """Page by page: box → what it says; and the boxes in their order with their places."""
    pages, places = collections.OrderedDict(), collections.OrderedDict()
    with open(name, encoding="utf-8") as file:
        for row in file:
            page, box, x, y, width, height, _side, text = row.rstrip("\n").split("\t")
            pages.setdefault(page, {})[box] = text
            places.setdefault(box, tuple(float(v) * POINT for v in (x, y, width, height)))
    return pages.values(), places


def run_glabels(folder, pages, places):
    """A label as large as the sheet, merged from a CSV; no fitting, one size a box."""
    names, label = os.path.join(folder, "names.csv"), os.path.join(folder, "sheet.glabels")
    with open(names, "w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, places, restval="")
        rows.writeheader()
        rows.writerows(pages)
    objects = "".join(
        f'<Object-text x="{x:.2f}pt" y="{y:.2f}pt" w="{w:.2f}pt" h="{h:.2f}pt" justify="Center" valign="Center" auto_shrink="False" a0="1" a1="0" '
        f'a2="0" a3="1" a4="0" a5="0"><Span color="0x000000ff" font_family="Liberation Serif" font_size="14" font_weight="Regular" '
        f'font_italic="False" font_underline="False" line_spacing="1" justify="Center"><Field name="{box}"/></Span></Object-text>'
        for box, (x, y, w, h) in places.items())
    with open(label, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?><Glabels-document xmlns="http://glabels.org/xmlns/3.0/"><Template brand="A" part="A3" size="Other" '
                   'width="1190.55pt" height="841.89pt" description="A3"><Label-rectangle id="0" width="1190.55pt" height="841.89pt" round="0pt" '
                   'x_waste="0pt" y_waste="0pt"><Layout nx="1" ny="1" x0="0pt" y0="0pt" dx="0pt" dy="0pt"/></Label-rectangle></Template>'
                   f'<Objects id="0" rotate="False">{objects}</Objects><Merge type="Text/Comma/Line1Keys" src="{names}"/><Data/></Glabels-document>')
    return seconds("glabels-3-batch", "-i", names, "-o", os.path.join(folder, "labels.pdf"), label)


def run_libreoffice(folder, pages):
    """One document with a page for each, its best case: no mail merge, a start for all."""
    body = "".join(f'<text:p text:style-name="{"B" if n == 0 else "P"}">{html.escape(text)}</text:p>' for page in pages for n, text in enumerate(page.values()))
    source = os.path.join(folder, "pages.fodt")
    with open(source, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                   'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
                   'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" '
                   'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles><style:style style:name="P" style:family="paragraph">'
                   '<style:paragraph-properties fo:text-align="center"/></style:style><style:style style:name="B" style:family="paragraph">'
                   '<style:paragraph-properties fo:break-before="page" fo:text-align="center"/></style:style></office:automatic-styles>'
                   f'<office:body><office:text>{body}</office:text></office:body></office:document>')
    return seconds("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, source,
                   env={**os.environ, "HOME": folder})


def beside_others(program, folder):
    boxes = os.path.join(folder, "boxes.txt")
    words = (program, TEMPLATE, str(SAME_NAMES), os.path.join(folder, "ours.pdf"), boxes)
    ours = SAME_NAMES / statistics.median(seconds(*words) for _ in range(RUNS))
    pages, places = read_boxes(boxes)
    pages = list(pages)
    for name, needs, run in (("gLabels", "glabels-3-batch", lambda: run_glabels(folder, pages, places)), ("LibreOffice", "soffice", lambda: run_libreoffice(folder, pages))):
        if shutil.which(needs) is None:
            print(f"{needs} is not here: nothing stands beside the hardest names", file=sys.stderr)
            continue
        other = SAME_NAMES / run()
        print(f"{SAME_NAMES} of the hardest names with checks and fitting: {ours:.0f} pages/s, {name} {other:.0f} pages/s, {ours / other:.2f}")


def main():
    rates, sizes, memory = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "c.pdf")
        for name, words in (("bare", ("bare",)), ("stock", ()), ("fitted", ("unique",)), ("ornament", ("ornament",)), ("bookmarks", ("bookmarks",))):
            runs = [draw(sys.argv[1], path, *words) for _ in range(RUNS)]
            rates[name] = statistics.median(rate for rate, _memory in runs)
            memory[name] = max(used for _rate, used in runs)
            sizes[name] = os.path.getsize(path)
        memory["few"] = draw(sys.argv[1], path, "unique", pages=1000)[1]
        beside_others(sys.argv[2], folder)
    print(f"10000 certificates on stock: {rates['stock']:.0f} pages/s, bare cairo {rates['bare']:.0f} pages/s, "
          f"{rates['stock'] / rates['bare']:.2f}")
    print(f"10000 certificates with every text fitted anew: {rates['fitted']:.0f} pages/s, bare cairo {rates['bare']:.0f} pages/s, "
          f"{rates['fitted'] / rates['bare']:.2f}")
    for name in ("ornament", "bookmarks"):
        print(f"10000 certificates with {name}: {rates[name]:.0f} pages/s, on stock {rates['stock']:.0f} pages/s, {rates[name] / rates['stock']:.2f}")
        print(f"10000 certificates with {name} as a file: {sizes[name] / 1000:.0f} kB, on stock {sizes['stock'] / 1000:.0f} kB, "
              f"{sizes[name] / sizes['stock']:.2f}")
    print(f"10000 certificates peak memory: {memory['fitted']} MiB, 1000 certificates {memory['few']} MiB, {memory['fitted'] / memory['few']:.2f}")


main()
