#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Đính chính, thu hồi: a wrong decision from the letter that corrects it to the new certificate and the old sheet. What is
printed is read by poppler, what is stored by sqlite3. Nobody in it exists."""
import sqlite3
import subprocess
import sys

sys.dont_write_bytecode = True
from common import DEPARTMENT, DONE, HOME, REFUSED, USAGE, Tap, dump, make_office, must, nominations, path, row, run, same, write

tap = Tap()
NAMES = ("Nguyễn Thị Mẫu", "Trần Thị Thử", "H’Ăng Niê")
PASS = write("passphrase", "ba con trâu gặm cỏ 1954\n")
OFFICE = make_office("acts.thidua")
AT = ("--office", OFFICE)


def begin():
    must(*AT, "nomination", "import", write("names.csv", nominations(*(row(name) for name in NAMES))), "--plan", 1)
    must(*AT, "decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "Trần Văn Ký", "--all")
    must(*AT, "decision", "issue", 1, "--number", "7/QĐ-SNV", "--date", "2026-01-21")
    return {a["subject_name"]: a for a in must(*AT, "decision", "show", 1, "--json").json()["awards"]}


AWARDS = begin()
ID = {name: award["id"] for name, award in AWARDS.items()}


def text_of(pdf):
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], stdout=subprocess.PIPE, check=True, cwd=HOME)
    return " ".join(done.stdout.decode().split())


def certificate(name, *words):
    out = path("one.pdf")
    must(*AT, "certificate", "print", "--decision", 1, "--awards", ID[name], "--output", out, "--with-ornament", *words)
    return text_of(out)


def table(sql):
    with sqlite3.connect(f"file:{OFFICE}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def refuses(rule, *words):
    """Refused, for that reason, and nothing has changed."""
    before = dump(OFFICE)
    told = run(*AT, *words)
    problems = told.faults() + ([] if told.code == REFUSED else [f"not refused: {told}"])
    problems += [] if rule in told.err else [f"does not say {rule!r}: {told}"]
    return problems + same("office", dump(OFFICE) == before, True)


def prepare():
    """Three sheets printed, two of them handed over."""
    must(*AT, "stock", "new", "Giấy khen", "--size", "297x210", "--date", "2026-01-30")
    must(*AT, "stock", "receive", 1, 10, "--date", "2026-01-30")
    must(*AT, "stock", "print", 1, "--decision", 1, "--date", "2026-02-01")
    for number, (step, sheets) in enumerate((("signature", "1-3"), ("seal", "1-3"), ("presentation", "1-2")), 1):
        must(*AT, "stock", "out", 1, sheets, "--kind", step, "--to", "Văn thư", "--date", f"2026-02-0{number + 1}")
        must(*AT, "stock", "back", number, "--date", f"2026-02-0{number + 2}")
    return same("states", [r[0] for r in table("SELECT state FROM stock_sheet WHERE award_id IS NOT NULL ORDER BY number")], ["presented", "presented", "sealed"])


tap.check("three certificates are out", prepare)


def correct():
    wrong = certificate(NAMES[0])
    problems = [] if NAMES[0] in wrong and "Chuyên viên" in wrong else [f"not as issued: {wrong}"]
    act = must(*AT, "decision", "correct", 1, "--award", ID[NAMES[0]], "--set", "subject_name=Nguyễn Thị Mẫn", "--set", "post=Phó trưởng phòng",
               "--number", "20/QĐ-SNV", "--date", "2026-02-10", "--signer", "Trần Văn Ký", "--reason", "đánh máy nhầm", "--json").json()
    problems += same("answer", (act["id"], act["count"]), (1, 1))
    right = certificate(NAMES[0])
    for word in ("Bà Nguyễn Thị Mẫn", "Phó trưởng phòng", "7/QĐ-SNV", "ngày 21 tháng 01 năm 2026", f"Số sổ vàng: {AWARDS[NAMES[0]]['register_number']}"):
        problems += [] if word in right else [f"the new certificate does not say {word!r}: {right}"]
    for word in (NAMES[0], "Chuyên viên", "20/QĐ-SNV"):
        problems += [f"the new certificate says {word!r}: {right}"] if word in right else []
    must(*AT, "decision", "print", 1, "--output", path("decision.pdf"))
    issued = text_of(path("decision.pdf"))
    problems += [] if NAMES[0] in issued and "Mẫn" not in issued else [f"the decision as issued: {issued}"]
    problems += same("stored award", table(f"SELECT subject_name, post FROM award WHERE id = {ID[NAMES[0]]}"), [(NAMES[0], "Chuyên viên")])
    listed = must(*AT, "decision", "acts", 1, "--json").json()
    problems += same("acts", [(a["kind"], a["number"], a["date"], a["reason"], a["decision_number"]) for a in listed], [("correction", "20/QĐ-SNV", "2026-02-10", "đánh máy nhầm", "7/QĐ-SNV")])
    problems += same("lines", [(line["field"], line["was"], line["now"]) for line in listed[0]["lines"]],
                     [("subject_name", NAMES[0], "Nguyễn Thị Mẫn"), ("post", "Chuyên viên", "Phó trưởng phòng"), ("printed_name", "Bà " + NAMES[0], "Bà Nguyễn Thị Mẫn")])
    plain = must(*AT, "decision", "acts").out
    return problems + ([] if "20/QĐ-SNV" in plain and "“Chuyên viên”" in plain else [f"in plain text: {plain}"])


tap.check("a correction prints what is right, under the old number, date and register number", correct)


def old_sheet():
    sheets = must(*AT, "stock", "sheets", 1, "--json").json()
    problems = same("called back", [s["code"] for s in sheets if s["recall_id"]], ["1"])
    problems += same("by", sheets[0]["recalled_by"], "20/QĐ-SNV")
    must(*AT, "stock", "print", 1, "--awards", ID[NAMES[0]], "--date", "2026-02-11")
    must(*AT, "stock", "take-back", 1, "1", "--note", "Đính chính 20/QĐ-SNV", "--date", "2026-02-12")
    problems += same("where they are", table(f"SELECT code, state FROM stock_sheet WHERE award_id = {ID[NAMES[0]]} ORDER BY number"), [("1", "taken_back"), ("4", "printed")])
    return problems + refuses("spoil that one first", "stock", "print", 1, "--awards", ID[NAMES[0]], "--date", "2026-02-13")


tap.check("the old sheet is called back and taken back, the new one takes its place", old_sheet)


def undo():
    before = dump(OFFICE)
    must(*AT, "decision", "correct", 1, "--awards", f"{ID[NAMES[1]]},{ID[NAMES[2]]}", "--set", "unit_name=Sở Tài chính", "--number", "135/SNV-TĐKT", "--date", "2026-02-14")
    problems = same("two awards", len(must(*AT, "decision", "acts", 1, "--json").json()[1]["lines"]), 2)
    problems += [] if "Sở Tài chính" in certificate(NAMES[2]) else ["the unit is not corrected"]
    must(*AT, "office", "undo")
    problems += same("undone", dump(OFFICE) == before, True)
    must(*AT, "office", "redo")
    problems += [] if "Sở Tài chính" in certificate(NAMES[1]) else ["not redone"]
    must(*AT, "office", "undo")
    return problems


tap.check("an act is one action that can be undone", undo)


def revoke():
    problems = same("ceremony", must(*AT, "ceremony", "new", "Lễ thử", "--decisions", 1, "--date", "2026-03-02", "--json").json()["count"], 3)
    must(*AT, "decision", "revoke", 1, "--award", ID[NAMES[1]], "--number", "21/QĐ-SNV", "--date", "2026-02-20", "--reason", "kê khai không trung thực")
    shown = {a["subject_name"]: a["revoked_by"] for a in must(*AT, "decision", "show", 1, "--json").json()["awards"]}
    problems += same("revoked", shown, {NAMES[0]: None, NAMES[1]: "21/QĐ-SNV", NAMES[2]: None})
    problems += same("called", [line["award_name"] for line in must(*AT, "ceremony", "lines", 1, "--json").json()], [NAMES[0], NAMES[2]])
    out = path("alone.pdf")
    told = run(*AT, "certificate", "preflight", "--decision", 1, "--awards", ID[NAMES[1]], "--sign-off", "An", "--json")
    rules = [f["rule"] for f in (told.json()["findings"] if isinstance(told.json(), dict) else told.json())]
    problems += [] if "award-revoked" in rules and told.code == REFUSED else [f"preflight lets it pass: {told}"]
    problems += refuses("21/QĐ-SNV", "stock", "print", 1, "--awards", ID[NAMES[1]], "--date", "2026-02-21")
    must(*AT, "certificate", "print", "--decision", 1, "--output", out, "--with-ornament")
    rest = text_of(out)
    problems += [] if NAMES[1] not in rest and NAMES[2] in rest else [f"printed: {rest}"]
    subject = AWARDS[NAMES[1]]["subject_id"]
    problems += same("history", [h["revoked_by"] for h in must(*AT, "subject", "show", subject, "--json").json()["history"]], ["21/QĐ-SNV"])
    return problems + refuses(NAMES[1], "subject", "confirm", subject, "--output", path("confirmation.pdf"))


tap.check("who is revoked is not called, not printed, not confirmed", revoke)


def stands_in_the_way():
    problems = []
    for rule, *words in (("21/QĐ-SNV", "correct", 1, "--award", ID[NAMES[1]], "--set", "post=X", "--number", "30/QĐ-SNV", "--date", "2026-03-01"),
                         ("does not stand", "revoke", 1, "--award", 99, "--number", "30/QĐ-SNV", "--date", "2026-03-01", "--reason", "X"),
                         ("cannot be corrected", "correct", 1, "--award", ID[NAMES[2]], "--set", "register_number=9", "--number", "30/QĐ-SNV", "--date", "2026-03-01"),
                         ("older", "correct", 1, "--award", ID[NAMES[2]], "--set", "post=X", "--number", "30/QĐ-SNV", "--date", "2026-01-01"),
                         ("Say why", "revoke", 1, "--number", "30/QĐ-SNV", "--date", "2026-03-01")):
        problems += refuses(rule, "decision", *words)
    for words in (("correct", 1, "--set", "post=X", "--number", "3/QĐ", "--date", "2026-03-01"), ("correct", 1, "--award", 1, "--set", "post", "--number", "3/QĐ", "--date", "2026-03-01"),
                  ("correct", 1, "--award", 1, "--set", "post=X"), ("revoke", "x", "--number", "3/QĐ", "--date", "2026-03-01"), ("acts", "x")):
        result = run(*AT, "decision", *words)
        problems += result.faults() + same(f"{words}", result.code, USAGE)
    return problems


tap.check("what stands in the way is said", stands_in_the_way)


def codes():
    """A code of before the correction no longer agrees; one of a revoked award is revoked."""
    must(*AT, "certificate", "place", "back")
    must(*AT, "key", "new", "--passphrase-file", PASS, "--date", "2026-02-25")
    must(*AT, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS, "--date", "2026-02-25")
    signed = dict(table("SELECT award_id, code FROM statement"))
    problems = same("signed", sorted(signed), sorted((ID[NAMES[0]], ID[NAMES[2]])))

    def outcome(code):
        told = run(*AT, "certificate", "verify", code, "--json")
        return told.code, told.json()["outcome"], told.json()

    problems += same("genuine", outcome(signed[ID[NAMES[0]]])[:2], (DONE, "genuine"))
    problems += same("says what is right", outcome(signed[ID[NAMES[0]]])[2]["statement"]["name"], "Nguyễn Thị Mẫn")
    must(*AT, "decision", "correct", 1, "--award", ID[NAMES[2]], "--set", "post=Giám đốc", "--number", "25/QĐ-SNV", "--date", "2026-03-03")
    code, word, told = outcome(signed[ID[NAMES[2]]])
    problems += same("of before the correction", (code, word), (REFUSED, "differs"))
    problems += [] if "25/QĐ-SNV" in told["note"] else [f"does not say by what: {told}"]
    must(*AT, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS, "--date", "2026-03-04")
    newer = table(f"SELECT code FROM statement WHERE award_id = {ID[NAMES[2]]} ORDER BY id DESC")[0][0]
    problems += same("signed anew", outcome(newer)[:2], (DONE, "genuine"))
    must(*AT, "decision", "revoke", 1, "--awards", f"{ID[NAMES[2]]}", "--number", "26/QĐ-SNV", "--date", "2026-03-05", "--reason", "hồ sơ giả")
    code, word, told = outcome(newer)
    problems += same("revoked", (code, word), (REFUSED, "revoked"))
    problems += [] if "26/QĐ-SNV" in told["note"] else [f"does not say by what: {told}"]
    return problems + refuses("not signed", "certificate", "sign", "--decision", 1, "--awards", ID[NAMES[2]], "--passphrase-file", PASS, "--date", "2026-03-06")


tap.check("authenticity codes follow corrections and revocations", codes)


def all_of_it():
    must(*AT, "decision", "revoke", 1, "--number", "40/QĐ-SNV", "--date", "2026-04-01", "--reason", "trái thẩm quyền")
    problems = same("all", [a["revoked_by"] for a in must(*AT, "decision", "show", 1, "--json").json()["awards"]], ["40/QĐ-SNV", "21/QĐ-SNV", "26/QĐ-SNV"])
    return problems + refuses("All these awards", "certificate", "print", "--decision", 1, "--output", path("none.pdf"), "--with-ornament")


tap.check("a whole decision is revoked", all_of_it)
tap.end()
