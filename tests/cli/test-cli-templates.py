#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates of the office from the command line: out, changed, in, used by certificates, and one certificate arranged
otherwise; poppler tells what stands on the pages. Nobody in it exists."""
import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from common import DONE, FAILED, REFUSED, USAGE, PROVINCE, Tap, dump, make_office, must, nominations, path, row, run, same, write

tap = Tap()
office = make_office("templates.thidua")
A3 = "bang-khen-tinh-a3"
A4 = "giay-khen-a4"
SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "schema", "template.rng")


def do(*words):
    return must("--office", office, *words)


def told(*words):
    return do(*words, "--json").json()


def at(*words):
    return run("--office", office, *words)


def item(name):
    return {entry["name"]: entry for entry in told("template", "list")}.get(name)


def read(name):
    with open(path(name), encoding="utf-8") as file:
        return file.read()


def words(pdf):
    """Every page: word → where it stands, in millimetres."""
    out = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True, timeout=60).stdout.decode()
    pages = []
    for page in out.split("<page ")[1:]:
        found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page)
        pages.append({word: tuple(float(v) * 25.4 / 72 for v in place) for *place, word in found})
    return pages


def print_all(*options):
    do("certificate", "print", "--decision", 1, "--output", path("out.pdf"), *options)
    return words(path("out.pdf"))


def changed_by_hand():
    """A shipped template goes out, is changed in an editor of text, comes in and is used in its place."""
    must("--office", office, "nomination", "import", write("three.csv", nominations(*(row(f"Nguyễn Thị Mẫu{n}", form="Bằng khen", giver=PROVINCE) for n in "ABC"))), "--plan", 1)
    do("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
    do("template", "export", A3, "--output", path("out.xml"))
    problems = same("valid", subprocess.run(["xmllint", "--noout", "--relaxng", SCHEMA, path("out.xml")], capture_output=True, timeout=60).returncode, 0)
    before = print_all()
    text = read("out.xml").replace('title="Bằng khen tỉnh, A3 420 × 297"', 'title="Bằng khen của tỉnh ta"')
    place = re.search(r'<box id="signer-name".*?x="(\S+)" y="(\S+)"', text)
    text = text.replace(place.group(0), place.group(0).replace(f'y="{place.group(2)}"', f'y="{float(place.group(2)) + 3}"'))
    write("in.xml", text)
    do("template", "import", path("in.xml"))
    own = item(A3)
    problems += same("listed", (own["title"], own["own"], own["shipped"], own["based_on"]), ("Bằng khen của tỉnh ta", True, True, A3))
    after = print_all()
    moved = [round(b["X"][1] - a["X"][1], 2) for a, b in zip(before, after)]
    problems += same("the signer moved", moved, [3.0] * 3)
    problems += same("by title", print_all("--template", "Bằng khen của tỉnh ta") == after, True)
    problems += same("again", at("template", "import", path("in.xml")).code, REFUSED)
    problems += same("replaced", at("template", "import", path("in.xml"), "--replace").code, DONE)
    do("template", "remove", A3)
    return problems + same("as shipped", print_all(), before)


tap.check("a shipped template is changed by hand, used and taken back", changed_by_hand)


def another():
    """A template of another name: offered first, then no longer."""
    text = read("in.xml").replace(f'id="{A3}"', 'id="mau-tinh"')
    do("template", "import", write("mau.xml", text))
    problems = same("listed", (item("mau-tinh")["own"], item("mau-tinh")["shipped"]), (True, False))
    shipped = print_all("--template", A3)
    problems += same("chosen", print_all() != shipped, True)
    do("template", "retire", "mau-tinh")
    problems += same("retired", (item("mau-tinh")["retired"], print_all() == shipped), (True, True))
    problems += same("printed again", print_all("--template", "mau-tinh") != shipped, True)
    do("template", "retire", "mau-tinh", "--take-back")
    problems += same("refused", [at("template", verb, A4).code for verb in ("retire", "remove")], [REFUSED] * 2)
    problems += same("unknown", [at("template", verb, "khong-co").code for verb in ("retire", "remove", "show", "check")], [FAILED] * 4)
    do("template", "remove", "mau-tinh")
    return problems + same("gone", item("mau-tinh"), None)


tap.check("a template of the office's own", another)


def judged():
    """What is wrong is told, and nothing of it is kept."""
    good = read("out.xml")
    cases = [
        ("no such field", good.replace("{achievement}", "{thanh_tich}"), REFUSED, "thanh_tich"),
        ("no such font", good.replace('id="achievement"', 'id="achievement" family="Không Có Phông"'), DONE, "Không Có Phông"),
        ("small type", good.replace('min-size="12.5"', 'min-size="5"'), DONE, "5"),
        ("nobody's", good.replace("{subject_line}", "Ai"), REFUSED, "receives"),
        ("beyond the sheet", good.replace('<sheet width="420"', '<sheet width="210"'), FAILED, "beyond"),
        ("of a newer version", good.replace("template:1", "template:9"), FAILED, "newer version"),
    ]
    problems = []
    state = dump(office)
    for name, text, code, says in cases:
        file = write("judged.xml", text)
        result = at("template", "check", file)
        problems += same(name, result.code, code)
        problems += [] if says in result.err else [f"{name} does not say {says}: {result}"]
        listed = at("template", "check", file, "--json")
        problems += same(name + " as JSON", isinstance(json.loads(listed.out), list) if code != FAILED else listed.out, True if code != FAILED else "")
        if code != DONE:
            problems += same(name + " comes in", at("template", "import", file, "--replace").code, code)
    problems += same("the shipped ones", [at("template", "check", name).err for name in (A3, A4)], ["", ""])
    return problems + same("the office", dump(office) == state, True)


tap.check("a template is judged before it is kept", judged)


def shown():
    one = told("template", "show", A4)
    problems = same("size", (one["width"], one["height"]), (297, 210))
    box = {box["id"]: box for box in one["boxes"]}["achievement"]
    problems += same("a box", (box["text"], box["fixed"]), ("{achievement}", False))
    problems += same("in words", "297 × 210 mm" in do("template", "show", A4).out, True)
    return problems + same("wrong usage", [at("template", "export", A4).code, at("template", "underlay", A4).code, at("template", "underlay", A4, "--marks", "1,2").code], [USAGE] * 3)


tap.check("a template is shown", shown)


def arranged():
    """One of three certificates breaks its name otherwise; the others and the decision stay."""
    before = print_all()
    do("certificate", "arrange", 2, "subject", "--template", A3, "--text", "Bà/NGUYỄN THỊ/MẫuB", "--move", "2.5,-1")
    do("certificate", "arrange", 2, "achievement", "--template", A3, "--points", "13")
    after = print_all()
    problems = same("the others", (after[0], after[2]), (before[0], before[2]))
    rows = [after[1][word][1] for word in ("Bà", "NGUYỄN", "MẫuB")]
    problems += [] if rows[0] + 5 < rows[1] < rows[2] - 5 else [f"three lines: {rows}"]
    problems += same("listed", [(c["award_id"], c["box"], c["dx"], c["dy"], c["size"]) for c in told("certificate", "changes")],
                     [(2, "subject", 2500, -1000, None), (2, "achievement", None, None, 1300)])
    do("certificate", "arrange", 2, "subject", "--template", A3, "--text", "Bà Nguyễn Thị Mậu")
    result = do("certificate", "print", "--decision", 1, "--output", path("out.pdf"))
    problems += [] if "Differs from the decision" in result.err else [f"another name is not told: {result}"]
    do("certificate", "arrange", 2, "subject", "--template", A3)
    do("certificate", "arrange", 2, "achievement", "--template", A3)
    problems += same("as usual", print_all(), before)
    codes = [at("certificate", "arrange", *words).code for words in (
        (99, "subject", "--template", A3, "--text", "A"), (2, "gone", "--template", A3, "--text", "A"), (2, "subject", "--text", "A"),
        (2, "subject", "--template", A3, "--move", "far"), (2, "subject", "--template", A3, "--points", "900"))]
    return problems + same("refused", codes, [FAILED, REFUSED, REFUSED, USAGE, USAGE])


tap.check("one certificate is arranged otherwise", arranged)


def survives():
    """What was arranged is undone and redone, outlives the issue, and goes with a struck name."""
    do("certificate", "arrange", 1, "subject", "--template", A3, "--text", "Bà/Nguyễn Thị/MẫuA")
    arranged_so = print_all()
    do("office", "undo")
    problems = same("undone", told("certificate", "changes"), [])
    do("office", "redo")
    problems += same("redone", print_all(), arranged_so)
    do("decision", "issue", 1, "--number", "15/QĐ-UBND", "--date", "2026-01-20")
    issued = print_all()
    problems += same("after the issue", [issued[0][w][1] for w in ("Bà", "MẫuA")], [arranged_so[0][w][1] for w in ("Bà", "MẫuA")])
    do("certificate", "arrange", 3, "subject", "--template", A3, "--text", "Bà/Nguyễn Thị MẫuC")
    return problems + same("an issued one can be arranged", len(told("certificate", "changes")), 2)


tap.check("what was arranged stays", survives)


def underlay():
    subprocess.run(["convert", "-size", "350x248", "xc:white", path("phoi.jpg")], check=True, timeout=60)
    do("template", "underlay", A3, path("phoi.jpg"))
    do("template", "underlay", A3, "--marks", "10,10=12,12;340,238=408,285.6")
    before = print_all("--template", A3)
    do("template", "underlay", A3, "--take-back")
    problems = same("never printed", print_all("--template", A3), before)
    problems += same("twice", at("template", "underlay", A3, "--take-back").code, REFUSED)
    do("office", "undo")
    problems += same("near", at("template", "underlay", A3, "--marks", "10,10=8,8;11,10=9,8").code, REFUSED)
    return problems + same("no picture", at("template", "underlay", A3, write("x.png", "PNG")).code, FAILED)


tap.check("a picture under a template", underlay)
tap.end()
