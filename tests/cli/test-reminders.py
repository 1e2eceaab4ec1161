#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters to units that owe reports, read back and measured by poppler: one for each unit, in the format of a công văn
(NĐ 30/2020, Phụ lục I), and what is noted of them. Who owes is asked of sqlite3, apart from the program."""
import os
import re
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree

sys.dont_write_bytecode = True
from common import DONE, FAILED, REFUSED, USAGE, Tap, dump, must, path, plan_text, run, same, write

tap = Tap()
office = path("reminders.thidua")
must("office", "new", office, "--unit", "Sở Nội vụ tỉnh Khánh Hòa", "--place", "Khánh Hòa")
UNITS = [("SYT", "Sở Y tế", "sở"), ("STC", "Sở Tài chính", "sở"), ("SNV", "Sở Nội vụ", "sở"), ("SB", "Xã Suối Bằng", "xã"), ("PT", "Phường Phước Mẫu", "phường"), ("DN", "Công ty cổ phần Mẫu", "doanh nghiệp")]
must("--office", office, "unit", "import", write("units.csv", "mã,tên đơn vị,loại\n" + "".join(",".join(unit) + "\n" for unit in UNITS)))
PLAN = must("--office", office, "plan", "import", plan_text("khanh-hoa")).id()
OTHER = must("--office", office, "plan", "import", plan_text("son-la")).id()
DAY = "2026-01-03"
LATE = ("--late", "--as-of", DAY)
LETTERS = path("letters.pdf")
POINTS = 72 / 25.4


def reports(*words):
    return must("--office", office, "plan", "reports", *words, "--json").json()


def remind(*words):
    return must("--office", office, "plan", "remind", *words, "--output", LETTERS)


def pages():
    text = subprocess.run(["pdftotext", "-layout", LETTERS, "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def owing():
    """As a letter calls them: the groups of the plan as sqlite3 sees them, without the office that receives."""
    db = sqlite3.connect(office)
    units = db.execute("SELECT name, kind FROM unit WHERE kind IN ('department', 'commune', 'ward', 'enterprise') AND name <> 'Sở Nội vụ'").fetchall()
    db.close()
    return sorted("Ủy ban nhân dân " + name[0].lower() + name[1:] if kind in ("commune", "ward") else name for name, kind in units)


def one_letter_for_each():
    before = dump(office)
    told = remind("--as-of", DAY)
    sheets = pages()
    problems = same("letters", len(sheets), len(owing())) + ([] if str(len(owing())) in told.out else [f"does not say how many: {told}"])
    problems += same("written to", sorted(re.search(r"Kính gửi: (.*)", sheet)[1].strip() for sheet in sheets), owing())
    for sheet in sheets:
        words = " ".join(sheet.split())
        for part in ("V/v đôn đốc gửi báo cáo", "DỰ THẢO", "đến hết ngày 03 tháng 01 năm 2026", "02/01/2026", "trước ngày 10 tháng 01 năm 2026", "đối chiếu./.", "- Lưu: VT, TĐKT."):
            problems += [] if part in words else [f"lacks {part}: {words}"]
        problems += same("a draft has no day", re.findall(r"Khánh Hòa, ngày\s+tháng 01 năm 2026", sheet) != [], True)
    problems += same("a draft asks nobody", dump(office) == before, True)
    remind("--as-of", DAY, "--number", "45")
    lines = reports(PLAN, *LATE)
    problems += same("noted", {(r["state"], r["reminded"], r["reminded_on"], r["n_reminders"]) for r in lines}, {("late", True, DAY, 1)})
    problems += same("said", len(re.findall("\tLate, reminded\t", must("--office", office, "plan", "reports", PLAN, *LATE).out)), len(lines))
    problems += same("one action", "letters asking for reports" in must("--office", office, "office", "log").out, True)
    must("--office", office, "office", "undo")
    problems += same("undone", dump(office) == before, True)
    return problems + same("not noted any more", {(r["reminded"], r["reminded_on"], r["n_reminders"]) for r in reports(PLAN, *LATE)}, {(False, None, 0)})


def numbered():
    before = dump(office)
    remind("--as-of", DAY, "--number", "45")
    remind("--as-of", DAY, "--number", "45", "--due", "2026-01-15")  # the same letter, with another day to answer by
    sheets = pages()
    problems = same("number", [len(re.findall(r"Số: 45/SNV-TĐKT\s+Khánh Hòa, ngày 03 tháng 01 năm 2026", sheet)) for sheet in sheets], [1] * len(sheets))
    problems += same("a draft", [sheet for sheet in sheets if "DỰ THẢO" in sheet or "ngày 10 " in sheet or "trước ngày 15" not in " ".join(sheet.split())], [])
    problems += same("counted", {r["n_reminders"] for r in reports(PLAN, *LATE)}, {1})
    # A week later those that have answered are left in peace.
    first = reports(PLAN, *LATE)[0]
    must("--office", office, "plan", "received", first["deadline_id"], first["unit_id"], "--date", "2026-01-06")
    remind(PLAN, "--date", "2026-01-10", "--number", "51")
    sheets = pages()
    problems += same("second letters", (len(sheets), {"(lần 2)" in sheet for sheet in sheets}), (len(owing()) - 1, {True}))
    lines = {r["unit_id"]: r for r in reports(PLAN, "--as-of", "2026-01-11")}
    mine = lines.pop(first["unit_id"])
    problems += same("who has answered", (mine["state"], mine["reminded"], mine["n_reminders"]), ("received_late", False, 1))
    problems += same("the others", {(r["state"], r["reminded_on"], r["n_reminders"]) for r in lines.values()}, {("late", "2026-01-10", 2)})
    # One that did not come after all was asked for once.
    must("--office", office, "plan", "received", first["deadline_id"], first["unit_id"], "--take-back")
    problems += same("taken back", [(r["state"], r["reminded"]) for r in reports(PLAN, "--as-of", "2026-01-11") if r["unit_id"] == first["unit_id"]], [("late", True)])
    for _ in range(4):
        must("--office", office, "office", "undo")
    return problems + same("undone", dump(office) == before, True)


def several_plans():
    """A unit gets one letter with what it owes of all plans."""
    before = dump(office)
    must("--office", office, "event", "set", "1", "2026-01-02")
    lines = reports(*LATE)
    remind("--as-of", DAY, "--number", "46")
    text = " ".join(subprocess.run(["pdftotext", "-raw", LETTERS, "-"], check=True, capture_output=True, text=True).stdout.split())
    problems = same("plans", {r["plan_id"] for r in lines}, {PLAN, OTHER})
    problems += same("letters", text.count("Kính gửi:"), len({r["unit_id"] for r in lines if "unit_id" in r}))
    problems += same("rows", text.count("02/01/2026"), len([r for r in lines if "unit_id" in r]))
    for _ in range(2):
        must("--office", office, "office", "undo")
    return problems + same("undone", dump(office) == before, True)


def words_of(page):
    """Word, left, right, top, bottom in points from the page's corner."""
    text = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), LETTERS, "-"], check=True, capture_output=True, text=True).stdout
    root = xml.etree.ElementTree.fromstring(re.sub(r"<meta[^>]*>|<title>.*?</title>|<!DOCTYPE[^>]*>", "", text))
    return [(word.text, *(float(word.get(side)) for side in ("xMin", "xMax", "yMin", "yMax"))) for word in root.iter("{http://www.w3.org/1999/xhtml}word")]


def find_line(words, *line):
    """Left, right, top, bottom of words that follow each other."""
    for i in range(len(words) - len(line) + 1):
        if [word[0] for word in words[i:i + len(line)]] == list(line):
            part = words[i:i + len(line)]
            return part[0][1], part[-1][2], min(w[3] for w in part), max(w[4] for w in part)
    raise AssertionError(f"{line} is not in {[word[0] for word in words]}")


def format_of_a_cong_van():
    """The numbers of NĐ 30/2020, Phụ lục I, for cells 1 to 9. Liberation Serif is 1.107 times as high as its size."""
    before = dump(office)
    remind("--as-of", DAY, "--number", "45")
    problems = []

    def check(what, value, least, most):
        nonlocal problems
        problems += [] if least - 0.15 <= value <= most + 0.15 else [f"{what}: {value:.2f} is not within {least} and {most}"]

    words = words_of(1)
    number = find_line(words, "Số:", "45/SNV-TĐKT")
    about = find_line(words, "V/v", "đôn", "đốc", "gửi", "báo", "cáo")
    issuer = find_line(words, "SỞ", "NỘI", "VỤ")
    date = find_line(words, "Khánh", "Hòa,", "ngày", "03", "tháng", "01", "năm", "2026")
    motto = find_line(words, "Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc")
    to = find_line(words, "Kính", "gửi:", "Sở", "Tài", "chính")
    for what, line, least, most in (("number", number, 13, 13), ("about", about, 12, 13), ("issuer", issuer, 12, 13), ("date", date, 13, 14), ("motto", motto, 13, 14), ("addressee", to, 13, 14)):
        check(what + ", size", (line[3] - line[2]) / 1.107, least, most)
    middle = lambda line: (line[0] + line[1]) / 2
    check("about under the number, from its middle", abs(middle(about) - middle(number)), 0, 1)
    check("number under the issuer, from its middle", abs(middle(issuer) - middle(number)), 0, 1)
    check("about, points below the number", about[2] - number[3], 6, 9)
    check("date, on the line of the number", abs(date[3] - number[3]), 0, 0.5)
    check("date under the motto, from its middle", abs(middle(date) - middle(motto)), 0, 2)
    check("addressee, in the middle of the text", abs(middle(to) - (30 + 210 - 15) / 2 * POINTS), 0, 2)
    check("addressee, below the head", to[2] - about[3], 6, 60)
    # The table's edges are no words.
    check("left margin", min(word[1] for word in words) / POINTS, 30, 35)
    check("right margin", (210 * POINTS - max(word[2] for word in words)) / POINTS, 15, 20)
    check("top margin", min(word[3] for word in words) / POINTS, 20, 25)
    marked = subprocess.run(["pdftohtml", "-xml", "-stdout", "-i", "-f", "1", "-l", "1", LETTERS], check=True, capture_output=True, text=True).stdout
    # The words come in pieces, one for each font.
    pieces = [(re.sub("<[^>]*>", "", piece), "".join(re.findall("<([bi])>", piece))) for piece in re.findall(r"<text[^>]*>(.*)</text>", marked)]
    text = "".join(piece for piece, _ in pieces)
    styles = [mark for piece, mark in pieces for _ in piece]
    for words_found, mark in (("V/v đôn đốc gửi báo cáo", ""), ("Số: 45/SNV-TĐKT", ""), ("SỞ NỘI VỤ", "b"), ("Khánh Hòa, ngày 03 tháng 01 năm 2026", "i"), ("Kính gửi: Sở Tài chính", ""), ("GIÁM ĐỐC", "b")):
        at = text.find(words_found)
        problems += same("style of " + words_found, (at >= 0, {styles[i] for i in range(at, at + len(words_found)) if text[i] != " "}), (True, {mark}))
    must("--office", office, "office", "undo")
    return problems + same("undone", dump(office) == before, True)


def what_is_refused():
    problems = []
    before = dump(office)
    os.unlink(LETTERS)
    folder = path("a folder")
    os.makedirs(folder, exist_ok=True)
    for words, code, said in ((("--as-of", "2025-12-01", "--output", LETTERS), REFUSED, "2025-12-01"), ((OTHER, "--as-of", DAY, "--output", LETTERS), REFUSED, DAY), (("--as-of", DAY), USAGE, "--output"),
                              (("--as-of", "mai", "--output", LETTERS), REFUSED, "mai"), (("--as-of", "2026-01", "--output", LETTERS), REFUSED, "2026-01"), (("--date", "2026-02-30", "--output", LETTERS), REFUSED, "2026-02-30"),
                              (("--as-of", DAY, "--due", "2026-01-02", "--output", LETTERS), REFUSED, ""), (("x", "--output", LETTERS), USAGE, "x"), (("--as-of", DAY, "--output", office), USAGE, "office file itself"),
                              (("--as-of", DAY, "--output", folder), FAILED, ""), (("--as-of", DAY, "--output", os.path.join(folder, "none", "letters.pdf")), FAILED, "")):
        told = run("--office", office, "plan", "remind", *words)
        problems += same(" ".join(map(str, words)), told.code, code) + ([] if said in told.err else [f"does not say {said}: {told}"])
        problems += same("a file", os.path.exists(LETTERS), False)
    # Nothing is noted of a letter that was not written.
    problems += same("changed", dump(office) == before, True)
    line = reports(PLAN, *LATE)[0]
    told = run("--office", office, "plan", "received", line["deadline_id"], line["unit_id"], "--take-back")
    return problems + same("nothing to take back", told.code, REFUSED)


def nobody_to_write_to():
    """Whom a plan names and the office does not know gets no letter, and that is said."""
    before = dump(office)
    must("--office", office, "event", "set", "1", "2026-01-02")
    unknown = [r for r in reports(*LATE) if "unit_id" not in r]
    told = remind("--as-of", DAY)
    problems = same("said of each", told.err.count("is no unit of this office"), len(unknown))
    must("--office", office, "office", "undo")
    return problems + same("undone", dump(office) == before, True)


for case in (one_letter_for_each, numbered, several_plans, format_of_a_cong_van, nobody_to_write_to, what_is_refused):
    tap.check(case.__name__.replace("_", " "), case)
tap.end()
