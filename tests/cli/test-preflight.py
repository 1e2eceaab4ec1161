#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""One list before certificates are printed: what is wrong is told, what may be let pass is let pass by name and for what it
was, what may not stays. Nobody in it exists."""
import os
import sqlite3
import sys

sys.dont_write_bytecode = True
from common import DEPARTMENT, DONE, REFUSED, USAGE, Tap, dump, make_office, must, nominations, path, row, run, same, write

tap = Tap()
office = make_office("preflight.thidua")
LONG = "Đã có thành tích xuất sắc trong phong trào thi đua " + "chào mừng ngày lễ lớn của tỉnh nhà và " * 40 + "của cả nước"

must("--office", office, "nomination", "import", write("rows.csv", nominations(
    row("Nguyễn Thị Mẫu"),
    row("Đỗ Văn Ba", sex=""),
    row("Trần Thị Cúc", achievement="đã có thành tích"),
    row("Lê Thị Dài", achievement=LONG),
    row("Phạm Thị Em", birth="1980"),
    row("Phạm Thị Em", birth="1991")))
     , "--plan", 1)
must("--office", office, "decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "Hoàng Văn Ký", "--all")


def preflight(*words):
    return run("--office", office, "certificate", "preflight", "--decision", 1, "--template", "giay-khen-a4", *words)


def rules(*words):
    told = preflight("--json", *words)
    return sorted((f["rule"], f["severity"]) for f in told.json()), told.code


FOUND = [("certificate-address", "warning"), ("certificate-capitals", "warning"), ("certificate-doubled", "warning"), ("certificate-overflow", "block")]
MENDED = {"certificate-address": "sex", "certificate-capitals": "text", "certificate-doubled": "leave-out", "certificate-overflow": "arrange", "decision-not-issued": "issue"}
DRAFT = sorted(FOUND + [("decision-not-issued", "info")])


def of_a_draft():
    problems = same("a draft", rules(), (DRAFT, REFUSED))
    before = dump(office)
    told = preflight("--sign-off", "Nguyễn Văn Soát")
    problems += [] if told.code == REFUSED and "has not been issued" in told.err else [f"a draft was let pass: {told}"]
    return problems + same("nothing written", dump(office) == before, True)


tap.check("a draft is looked at, nobody lets it pass", of_a_draft)


def mended():
    """Each says how it is mended, and a slip of the keyboard what should stand there."""
    found = preflight("--json").json()
    problems = same("how", {f["rule"]: f["mending"] for f in found}, MENDED)
    return problems + same("what", {f["rule"]: f["proposal"] for f in found if f["proposal"]}, {"certificate-capitals": "Đã có thành tích"})


tap.check("each finding says what mends it", mended)


def issued():
    must("--office", office, "decision", "issue", 1, "--number", "12/QĐ-SNV", "--date", "2026-02-03")
    problems = same("issued", rules(), (FOUND, REFUSED))
    problems += same("one of them", rules("--awards", "1"), ([], DONE))
    told = run("--office", office, "certificate", "print", "--decision", 1, "--template", "giay-khen-a4", "--output", path("none.pdf"))
    problems += same("not printed", (told.code, os.path.exists(path("none.pdf"))), (REFUSED, False))
    return problems


tap.check("what is found stops the printing", issued)


def let_pass():
    before = dump(office)
    for words, said in ((("--sign-off", "   "), "A name is missing"), (("--sign-off", ""), "A name is missing")):
        told = preflight(*words)
        if told.code != REFUSED or said not in told.err or dump(office) != before:
            return [f"{words}: {told}"]
    told = preflight("--sign-off", "Nguyễn Văn Soát", "--note", "đã xem từng tờ")
    problems = same("let pass", told.code, DONE)
    problems += same("now", rules(), ([(rule, "info") for rule, _ in FOUND], DONE))
    problems += [] if "let pass by Nguyễn Văn Soát" in preflight().err else ["does not say by whom"]
    must("--office", office, "certificate", "print", "--decision", 1, "--template", "giay-khen-a4", "--output", path("now.pdf"))
    with sqlite3.connect(f"file:{office}?mode=ro", uri=True) as db:
        problems += same("kept", set(db.execute("SELECT signed_by, reason FROM sign_off")), {("Nguyễn Văn Soát", "đã xem từng tờ")})
    told = preflight("--sign-off", "Nguyễn Văn Soát")
    return problems + ([] if told.code == REFUSED and "Nothing was found" in told.err else [f"twice: {told}"])


tap.check("a person lets it pass by name", let_pass)


def for_what_it_was():
    """It was let pass with one template; another is another matter."""
    found, code = rules("--template", "bang-khen-tinh-a3")
    return same("with another template", (code, [rule for rule, severity in found if severity == "info"]), (REFUSED, []))


tap.check("it holds for what would have been printed", for_what_it_was)


def never():
    """Four sheets for six certificates, which also say another word: no name makes that right."""
    must("--office", office, "stock", "new", "Giấy khen A4", "--size", "297x210", "--carries", "ornament,emblem,gift=Truy tặng", "--date", "2026-01-30")
    must("--office", office, "stock", "receive", 1, 4)
    found, code = rules("--stock", "1")
    problems = same("on blanks", (code, found.count(("stock-short", "block")), found.count(("certificate-preprinted-differs", "block"))), (REFUSED, 1, 6))
    before = dump(office)
    told = preflight("--stock", "1", "--sign-off", "Nguyễn Văn Soát")
    problems += same("still refused", told.code, REFUSED)
    return problems + same("nothing to let pass, nothing written", dump(office) == before, True)


tap.check("what no name makes right", never)


def usage():
    return same("usage", [run("--office", office, "certificate", "preflight", *words).code for words in ((), ("--decision", 0), ("--decision", 1, "--awards", "x"))], [USAGE] * 3)


tap.check("usage", usage)
tap.end()
