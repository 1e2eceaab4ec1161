#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calibrating from the command line. Poppler draws the pages and says where their crosses stand; the
printer and its inverse are plain trigonometry, apart from what the program computes."""
import json
import math
import os
import random
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from common import DONE, FAILED, REFUSED, USAGE, HOME, PROVINCE, Tap, make_office, must, nominations, path, row, run, same, write

tap = Tap()
DPI = 1200
PER_MM = DPI / 25.4
SIZES = ((420, 297), (297, 420), (297, 210), (210, 297), (483, 329), (210, 148), (90, 55), (50, 50), (700, 500))


def marks(width, height):
    """Where the crosses should stand: near the corners and in the middle."""
    inset = min(max(min(width, height) // 10, 8), 15)
    return {1: (inset, inset), 2: (width - inset, inset), 3: (inset, height - inset), 4: (width - inset, height - inset), 5: (width / 2, height / 2)}


class Printer:
    """Scales, leans, turns about the sheet's top left corner, shifts."""

    def __init__(self, shift_x=0, shift_y=0, scale_x=1, scale_y=1, rotation=0, skew=0):
        cosine, sine, lean = math.cos(math.radians(rotation)), math.sin(math.radians(rotation)), math.tan(math.radians(skew))
        self.xx, self.yx = scale_x * cosine, scale_x * sine
        self.xy, self.yy = scale_y * (lean * cosine - sine), scale_y * (lean * sine + cosine)
        self.x, self.y = shift_x, shift_y

    def put(self, place):
        x, y = place
        return self.xx * x + self.xy * y + self.x, self.yx * x + self.yy * y + self.y

    def back(self, place):
        x, y, det = place[0] - self.x, place[1] - self.y, self.xx * self.yy - self.xy * self.yx
        return (self.yy * x - self.xy * y) / det, (self.xx * y - self.yx * x) / det


PRINTERS = {
    "of the issue": Printer(2.3, 2.3, 1.004, 1.004, 0.3, 0),
    "of the issue, leaning": Printer(2.3, -1.7, 1.004, 1.004, 0, 0.3),
    "everything": Printer(-2.1, 1.4, 1.003, 0.996, -0.2, 0.15),
    "shifted": Printer(-1.2, 0.8),
}


def grey(pdf, left, top, width, height):
    """A part of the page as rows of darkness, 0 to 1; millimetres."""
    out = subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), "-x", str(round(left * PER_MM)), "-y", str(round(top * PER_MM)),
                          "-W", str(round(width * PER_MM)), "-H", str(round(height * PER_MM)), pdf], stdout=subprocess.PIPE, check=True).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", out)
    columns, rows = int(head[1]), int(head[2])
    pixels = out[head.end():]
    return [[1 - value / 255 for value in pixels[row * columns:(row + 1) * columns]] for row in range(rows)]


def centre(darkness):
    """The middle of what is dark along a line, in pixels."""
    total = sum(darkness)
    return sum((i + 0.5) * dark for i, dark in enumerate(darkness)) / total if total > 0.5 else None


def find_cross(pdf, near):
    """Where a cross stands, by its two arms between their ticks, where there is nothing else."""
    left, top = round((near[0] - 0.3) * PER_MM), round((near[1] - 0.3) * PER_MM)
    band = grey(pdf, left / PER_MM, (top + 0.46 * PER_MM) / PER_MM, 0.6, 0.1)
    x = centre([sum(column) for column in zip(*band)])
    band = grey(pdf, (left + 0.46 * PER_MM) / PER_MM, top / PER_MM, 0.1, 0.6)
    y = centre([sum(row) for row in band])
    return None if x is None or y is None else ((left + x) / PER_MM, (top + y) / PER_MM)


def page_size(pdf):
    info = subprocess.run(["pdfinfo", pdf], stdout=subprocess.PIPE, check=True, text=True).stdout
    match = re.search(r"Pages:\s+1\b.*Page size:\s+([\d.]+) x ([\d.]+) pts", info, re.DOTALL)
    return float(match[1]) * 25.4 / 72, float(match[2]) * 25.4 / 72


def check_crosses(pdf, expected, tolerance=0.05):
    problems = []
    for number, place in expected.items():
        found = find_cross(pdf, place)
        if found is None or math.dist(found, place) > tolerance:
            problems.append(f"cross {number} stands at {found}, not at {place}")
    return problems


def words(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], stdout=subprocess.PIPE, check=True, text=True).stdout


def target(width, height):
    pdf = path("target.pdf")
    result = must("printer", "calibrate", "--target", pdf, "--size", f"{width}x{height}", "--printer", "Máy in A3 phòng TĐKT", "--tray", "Khay tay")
    problems = same("prints", result.out.strip(), pdf)
    size = page_size(pdf)
    if abs(size[0] - width) > 0.02 or abs(size[1] - height) > 0.02:
        problems.append(f"the page measures {size}")
    problems += check_crosses(pdf, marks(width, height))
    text = words(pdf)
    if width >= 148:
        problems += [f"the page does not say {word}" for word in ("TRANG CĂN CHỈNH MÁY IN", "Máy in A3 phòng TĐKT", "Khay tay", "100 %", "PHÍA TRÊN") if word not in text]
    fonts = subprocess.run(["pdffonts", pdf], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()[2:]
    problems += [f"a font is not embedded: {font}" for font in fonts if font.split()[-5] != "yes"]
    return problems


for width, height in SIZES:
    tap.check(f"the target page of {width} × {height} mm", lambda w=width, h=height: target(w, h))


def read(printer, width, height, error, rng, edges=False):
    """What a person types: offsets, or distances from the nearest edges."""
    lines = ["mark,from_left,from_right,from_top,from_bottom" if edges else "mark,right,down"]
    for number, place in marks(width, height).items():
        x, y = (value + rng.uniform(-error, error) for value in printer.put(place))
        if edges:
            cells = [f"{x:.2f}" if place[0] <= width / 2 else "", f"{width - x:.2f}" if place[0] > width / 2 else "",
                     f"{y:.2f}" if place[1] <= height / 2 else "", f"{height - y:.2f}" if place[1] > height / 2 else ""]
        else:
            cells = [f"{x - place[0]:.2f}", f"{y - place[1]:.2f}"]
        lines.append(",".join([str(number)] + cells))
    return "\n".join(lines) + "\n"


def prove(name, width, height, error, edges):
    """From typed readings to the proof page, printed by the simulated printer."""
    printer, proof = PRINTERS[name], path("proof.pdf")
    readings = write("readings.csv", read(printer, width, height, error, random.Random(5), edges))
    found = must("printer", "calibrate", "--readings", readings, "--size", f"{width}x{height}", "--proof", proof, "--json").json()
    learnt = Printer(found["shift_x"] / 1e3, found["shift_y"] / 1e3, 1 + found["scale_x"] / 1e6, 1 + found["scale_y"] / 1e6,
                     math.degrees(found["rotation"] / 1e6), math.degrees(math.atan(found["skew"] / 1e6)))
    problems = check_crosses(proof, {number: learnt.back(place) for number, place in marks(width, height).items()})
    for number, place in marks(width, height).items():
        cross = find_cross(proof, learnt.back(place))
        if cross is None or math.dist(printer.put(cross), place) > 0.5:
            problems.append(f"cross {number} is printed at {cross and printer.put(cross)}, not at {place}")
    size = page_size(proof)
    if abs(size[0] - width) > 0.02 or abs(size[1] - height) > 0.02:
        problems.append(f"the page measures {size}")
    if found["residual"] > 500:
        problems.append(f"residual of {found['residual']} µm")
    problems += same("findings", found["findings"], [])
    return problems


for name in PRINTERS:
    for width, height in ((420, 297), (210, 297)):
        for error in (0, 0.1, 0.25) if width > 400 else (0.25,):
            tap.check(f"a printer {name}, {width} × {height} mm, ±{error} mm", lambda n=name, w=width, h=height, e=error: prove(n, w, h, e, e == 0.1))


def in_json():
    """The same from JSON, which knows its sheet; and twice the same bytes."""
    readings = write("readings.json", json.dumps({"width": 297, "height": 210, "accuracy": 0.1, "readings": [
        {"mark": n, "right": 1.5, "down": -0.7} for n in range(1, 6)]}))
    first = must("printer", "calibrate", "--readings", readings, "--json")
    found = first.json()
    problems = same("values", [found[key] for key in ("width", "height", "shift_x", "shift_y", "scale_x", "rotation")], [297000, 210000, 1500, -700, 0, 0])
    problems += same("again", must("printer", "calibrate", "--readings", readings, "--json").out, first.out)
    problems += same("no id without an office", "id" in found, False)
    return problems


def in_vietnamese():
    """A table as an office writes it, with decimal commas, blanks about and a row for a cross of its own."""
    readings = write("vn.csv", "\ufeffDấu;Cách mép trái;Cách mép trên;x;y\n1;17,3;14,2;;\n2;284,3 mm;14,2;;\n3;17,3;194,2;;\n7;102,3;59,2;100;60\n")
    found = must("printer", "calibrate", "--readings", readings, "--size", "297x210", "--json").json()
    return same("values", [found["shift_x"], found["shift_y"], found["n_readings"]], [2300, -800, 4])


def kept():
    office = make_office("kept.thidua")
    readings = write("readings.csv", read(PRINTERS["shifted"], 420, 297, 0, random.Random(1)))
    proof = path("kept.pdf")
    words_of = ("--office", office, "--actor", "Trần Văn Đo", "printer", "calibrate", "--readings", readings)
    problems = same("without a printer", run(*words_of).code, USAGE)
    found = must(*words_of, "--printer", "Máy in A3", "--tray", "Khay tay", "--proof", proof, "--json").json()
    problems += same("proof", os.path.exists(proof), True)
    log = must("--office", office, "office", "log", "--json").json()
    problems += same("the log says so", "Máy in A3" in json.dumps(log[0], ensure_ascii=False) and found["id"] > 0, True)
    problems += same("an unknown stock", run(*words_of, "--printer", "Máy", "--stock", 99).code in (REFUSED, FAILED), True)
    must("--office", office, "office", "undo")
    return problems


def named():
    """A slip is named with its cross, on stderr, and nothing is printed or made."""
    text = read(PRINTERS["of the issue"], 420, 297, 0.1, random.Random(2)).splitlines()
    number, right, down = text[4].split(",")
    text[4] = f"{number},{-float(right)},{down}"
    result = run("printer", "calibrate", "--readings", write("slip.csv", "\n".join(text) + "\n"), "--proof", path("slip.pdf"))
    problems = same("exit", result.code, REFUSED) + same("prints", result.out, "") + same("proof", os.path.exists(path("slip.pdf")), False)
    return problems + same("names the cross", "4" in result.err.split(":")[0] and len(result.err.strip().splitlines()) == 1, True)


def usage():
    good = write("readings.csv", read(PRINTERS["shifted"], 420, 297, 0, random.Random(1)))
    problems = []
    for words_of in ((), ("--target", path("a.pdf"), "--readings", good), ("--target", path("a.pdf"), "--size", "A3"),
                     ("--target", path("a.pdf"), "--size", "420"), ("--target", path("a.pdf"), "--size", "420x"),
                     ("--target", path("a.pdf"), "--size", "420x297x1"), ("--target", path("a.pdf"), "--size", "nanx297"),
                     ("--target", path("a.pdf"), "--size", "0x0"), ("--target", path("a.pdf"), "--size", "-420x297"),
                     ("--target", path("a.pdf"), "--size", "10000000000000000x297"), ("--target", path("a.pdf"), "--size", b"\xff420x297"),
                     ("--target", path("a.pdf"), "--printer", b"\xff\xfe"), ("--readings", good, "--tray", b"\xc3\x28")):
        result = run("printer", "calibrate", *words_of)
        problems += [f"{p}: {result}" for p in same("exit", result.code, USAGE) + result.faults()]
    problems += same("pages made", os.path.exists(path("a.pdf")), False)
    for name in ("x" * 5000, "‮ngược 😀 \n\t\x01", "Ủy".encode().decode() + "\u0301" * 200):
        result = run("printer", "calibrate", "--target", path("b.pdf"), "--printer", name, "--tray", name)
        problems += [f"{p}: {result}" for p in same("exit", result.code, DONE) + result.faults()]
        problems += check_crosses(path("b.pdf"), marks(420, 297))
    return problems


def words_at(pdf):
    """The middle of each word of the first page, in millimetres."""
    out = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, text=True, stdout=subprocess.PIPE).stdout
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', out)
    return [(text, ((float(a) + float(c)) / 2 / 72 * 25.4, (float(b) + float(d)) / 2 / 72 * 25.4)) for a, b, c, d, text in found]


def certificates():
    """What a printer misses by is taken back before it prints: the sheet comes out as the page on the screen."""
    office, printer = make_office("printed.thidua"), PRINTERS["everything"]
    at = ("--office", office)
    must(*at, "nomination", "import", write("one.csv", nominations(row("Nguyễn Thị Mẫu", form="Bằng khen", giver=PROVINCE))), "--plan", 1)
    must(*at, "decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
    must(*at, "decision", "issue", 1, "--number", "87/QĐ-UBND", "--date", "2026-02-10")
    readings = write("readings.csv", read(printer, 420, 297, 0.1, random.Random(3)))
    kept = must(*at, "printer", "calibrate", "--readings", readings, "--printer", "Máy in A3", "--json").json()
    small = must(*at, "printer", "calibrate", "--readings", write("small.csv", read(printer, 297, 210, 0.1, random.Random(3))), "--size", "297x210",
                 "--printer", "Máy in A3", "--json").json()
    print_to = (*at, "certificate", "print", "--decision", 1, "--output")
    must(*print_to, path("screen.pdf"))
    must(*print_to, path("sheet.pdf"), "--calibration", kept["id"])
    problems = same("of another size", run(*print_to, path("other.pdf"), "--calibration", small["id"]).code, REFUSED)
    problems += same("none", run(*print_to, path("other.pdf"), "--calibration", 99).code, FAILED)
    problems += same("nothing made", os.path.exists(path("other.pdf")), False)
    screen, sheet = words_at(path("screen.pdf")), words_at(path("sheet.pdf"))
    problems += same("words", sorted(text for text, _ in sheet), sorted(text for text, _ in screen)) + same("size", page_size(path("sheet.pdf")), page_size(path("screen.pdf")))
    for (text, meant), (other, place) in zip(screen, sheet):
        if text != other or math.dist(printer.put(place), meant) > 0.5:
            problems.append(f"“{text}” is printed at {printer.put(place)}, not at {meant}")
    missed = max(math.dist(printer.put(meant), meant) for _, meant in screen)
    return problems + ([] if missed > 0.5 else [f"this printer needs no calibration: {missed}"])


def reminder():
    at = ("--office", make_office("reminder.thidua"))
    problems = same("as it comes", must(*at, "printer", "reminder", "--json").json(), {"days": 30})
    problems += same("set", must(*at, "printer", "reminder", 60).out.strip(), "60")
    problems += same("kept", must(*at, "printer", "reminder").out.strip(), "60")
    problems += same("too long", run(*at, "printer", "reminder", 4000).code, REFUSED)
    problems += [p for word in ("-1", "mai", "1.5", "9" * 30) for p in same(word, run(*at, "printer", "reminder", "--", word).code, USAGE)]
    problems += same("again as it comes", must(*at, "printer", "reminder", 0).out.strip(), "30")
    must(*at, "office", "undo")
    return problems + same("undone", must(*at, "printer", "reminder").out.strip(), "60")


tap.check("when to calibrate again", reminder)
tap.check("readings in JSON", in_json)
tap.check("readings in a Vietnamese table", in_vietnamese)
tap.check("kept in the office", kept)
tap.check("certificates come out where they should", certificates)
tap.check("a slip is named", named)
tap.check("wrong usage, strange names", usage)
tap.end()
