#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What certificates are printed on: blanks with words and dots, white paper with the state emblem, a foreigner's sheet.
Nobody in it exists."""
import os
import shutil
import sqlite3
import subprocess
import sys

sys.dont_write_bytecode = True
from common import DONE, FAILED, REFUSED, USAGE, PROVINCE, Tap, dump, make_office, must, nominations, path, row, run, same, write

tap = Tap()
office = make_office("certificates.thidua")
PDF = path("c.pdf")
must("--office", office, "nomination", "import", write("two.csv", nominations(row("Nguyễn Thị Mẫu", form="Bằng khen", giver=PROVINCE), row("Trần Văn Thử", form="Bằng khen", giver=PROVINCE))), "--plan", 1)
must("--office", office, "decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
must("--office", office, "decision", "issue", 1, "--number", "87/QĐ-UBND", "--date", "2026-02-10")


def at(*words, office=office):
    return run("--office", office, *words)


def printed(*words, office=office):
    return at("certificate", "print", "--decision", 1, "--output", PDF, *words, office=office)


def text():
    return " ".join(subprocess.run(["pdftotext", PDF, "-"], check=True, text=True, stdout=subprocess.PIPE).stdout.split())


def page_size():
    return [line.split()[2:5] for line in subprocess.run(["pdfinfo", PDF], check=True, text=True, stdout=subprocess.PIPE).stdout.splitlines() if line.startswith("Page size")][0]


def only_the_dots():
    stock = must("--office", office, "stock", "new", "Phôi có chấm", "--size", "420x297", "--date", "2026-01-30", "--carries",
                 "ornament,emblem,country,motto,issuer,gift=Tặng,form=Bằng khen,decision,register=Số sổ vàng: ......@90,"
                 "place-date=Đắk Lắk\\, ngày … tháng … năm …").id()
    told = printed("--stock", stock)
    if told.code != DONE or told.err:
        return [str(told)]
    problems, said = [], text()
    problems += [f"{word} is on the dots: {said}" for word in ("Quyết", "Số sổ", "ngày", "Đắk Lắk, ", "KHEN", "TẶNG") if word in said]
    return problems + [f"{word} is missing: {said}" for word in ("87/QĐ-UBND", "10", "2026", "Nguyễn Thị Mẫu") if word not in said]


tap.check("on a blank with dots only what belongs there is printed", only_the_dots)


def other_words():
    stock = must("--office", office, "stock", "new", "Phôi tỉnh khác", "--size", "420x297", "--date", "2026-01-30", "--carries", "place-date=Sơn La\\, ngày …").id()
    told = printed("--stock", stock)
    problems = same("code", told.code, REFUSED)
    return problems + ([] if "Sơn La" in told.err else [f"does not say what is wrong: {told}"])


tap.check("a blank of another place is refused", other_words)


def wrong_parts():
    problems = []
    for carries in ("gift=Tặng,dots", "register=…@a", "register=…@-5", "register=…@99999"):
        before = dump(office)
        problems += same(carries, (at("stock", "new", "X", "--size", "420x297", "--carries", carries).code, dump(office) == before), (FAILED, True))
    return problems


tap.check("what is no part and no place is refused", wrong_parts)


def the_sheet_of_the_stock():
    small = must("--office", office, "stock", "new", "Phôi A4", "--size", "297x210", "--date", "2026-01-30", "--carries", "ornament,emblem").id()
    problems = same("A4", (printed("--stock", small).code, page_size()[0]), (DONE, "841.89"))
    return problems + same("white", (printed("--with-ornament").code, page_size()[0]), (DONE, "1190.55"))


tap.check("the blanks choose the sheet", the_sheet_of_the_stock)


def the_emblem():
    drawing = write("emblem.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4" fill="#c4161c"/></svg>')
    problems = same("missing", "emblem is missing" in printed("--with-ornament").err, True)
    problems += same("set", at("office", "emblem", "set", drawing).code, DONE)
    problems += same("there", printed("--with-ornament").err, "")
    shown = at("office", "emblem", "show", "--json").json()
    problems += same("shown", (shown["format"], shown["file_name"], "data" in shown), ("svg", "emblem.svg", False))
    problems += same("undone", (at("office", "undo").code, at("office", "emblem", "show", "--json").json()), (DONE, None))
    problems += same("redone", (at("office", "redo").code, printed("--with-ornament").err), (DONE, ""))
    problems += same("removed", (at("office", "emblem", "remove").code, at("office", "emblem", "remove").code), (DONE, FAILED))
    for words in (("set",), ("remove", "x"), ("x",), ()):
        problems += same(words, at("office", "emblem", *words).code, USAGE)
    return problems


tap.check("white paper has the office's emblem, or says that it lacks it", the_emblem)


def a_foreigner():
    """Alone or among others: each has the template that suits."""
    other = path("foreigner.thidua")
    shutil.copy(office, other)
    with sqlite3.connect(other) as db:
        db.execute("UPDATE subject SET nationality = 'Nhật Bản' WHERE name = 'Trần Văn Thử'")
        (award,), = db.execute("SELECT id FROM award WHERE subject_name LIKE '%Trần Văn Thử'").fetchall()
    db.close()
    told = printed("--with-ornament", office=other)
    problems = same("among others, without English", (told.code, told.err.count("Nothing to print here yet")), (REFUSED, 3))
    told = printed("--with-ornament", "--template", "bang-khen-tinh-a3", office=other)
    problems += same("in Vietnamese", (told.code, "1 certificate is for a foreigner" in told.err), (DONE, True))
    told = printed("--with-ornament", "--awards", award, office=other)
    problems += same("without English", (told.code, "Nothing to print here yet" in told.err), (REFUSED, True))
    with sqlite3.connect(other) as db:
        db.execute("UPDATE giver SET name_english = 'Chairman of the People’s Committee of Dak Lak Province'")
        db.execute("UPDATE decision SET achievement_english = 'For outstanding contributions in 2025'")
        db.create_function("td_search_touch", -1, lambda *_: None)  # the program's own, for its search
        db.execute("UPDATE award SET post_english = 'Chief Advisor'")
    db.close()
    told = printed("--with-ornament", office=other)
    problems += same("in one run", (told.code, "foreigner" in told.err), (DONE, False))
    pages = [" ".join(page.split()) for page in subprocess.run(["pdftotext", PDF, "-"], check=True, text=True, stdout=subprocess.PIPE).stdout.split("\f")[:-1]]
    problems += same("pages in English", [page for page in range(len(pages)) if "Certificate of Merit" in pages[page]], [page for page in range(len(pages)) if "Trần Văn Thử" in pages[page]])
    problems += same("others", len(pages) > 1, True)
    told = printed("--with-ornament", "--awards", award, office=other)
    problems += same("with English", told.code, DONE)
    said = text()
    return problems + [f"{words} is missing: {said}" for words in
                       ("SOCIALIST REPUBLIC OF VIET NAM".title().replace("Of", "of"), "Certificate of Merit", "For outstanding contributions in 2025", "Chief Advisor",
                        "Decision No. 87/QĐ-UBND of 10 February 2026", "Quốc tịch (Nationality): Nhật Bản", "Số sổ vàng") if words not in said]


tap.check("a foreigner gets both languages", a_foreigner)
tap.end()
