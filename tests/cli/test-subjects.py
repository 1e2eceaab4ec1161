#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line's verbs for subjects: found, shown, merged, told apart, taken apart, confirmed."""
import os
import subprocess
import sys

sys.dont_write_bytecode = True
from common import (DEPARTMENT, DONE, FAILED, REFUSED, USAGE, Tap, dump, make_office, must, nominations, path, row, run, same, write)

tap = Tap()


def at(office, *words):
    return run("--office", office, *words)


def do(office, *words):
    return must("--office", office, *words)


def expect(result, code):
    return result.faults() + ([] if result.code == code else [f"not exit {code}: {result}"])


def make(name):
    """Two spellings of one woman, a man and a collective; one decision for the first of them."""
    office = make_office(name)
    do(office, "nomination", "import", write("first.csv", nominations(
        row("Nguyễn Thị Hoà", cccd="066180001234", birth="1980", begin="2025-01-01", end="2025-12-31"), row("Trần Văn Bảo", sex="nam", birth="1975-03-02"))), "--plan", 1)
    decision = do(office, "decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "Lê Văn Ký", "--all").id()
    do(office, "decision", "issue", decision, "--number", "15/QĐ-SNV", "--date", "2026-01-20")
    do(office, "nomination", "import", write("second.csv", nominations(
        row("Nguyễn Thị Hòa", birth="17/05/1980", form="Bằng khen", giver="Chủ tịch UBND tỉnh"),
        row("Phòng Tổ chức", sex="", subject="tập thể", birth=""))), "--plan", 1)
    ids = {s["name"]: s["id"] for s in do(office, "subject", "list", "--json").json()}
    return office, ids["Nguyễn Thị Hoà"], ids["Nguyễn Thị Hòa"], ids["Trần Văn Bảo"], ids["Phòng Tổ chức"]


def listing():
    office, *_ = make("list.thidua")
    names = [s["name"] for s in do(office, "subject", "list", "--json").json()]
    problems = same("in the order of given names", names, ["Trần Văn Bảo", "Nguyễn Thị Hòa", "Nguyễn Thị Hoà", "Phòng Tổ chức"]
                    if names[1] == "Nguyễn Thị Hòa" else ["Trần Văn Bảo", "Nguyễn Thị Hoà", "Nguyễn Thị Hòa", "Phòng Tổ chức"])
    problems += same("of a kind", [s["name"] for s in do(office, "subject", "list", "--kind", "collective", "--json").json()], ["Phòng Tổ chức"])
    problems += expect(at(office, "subject", "list", "--kind", "robot"), USAGE)
    for words in ("0661800", "hòa", "hoa", "Nguyen Thi"):
        problems += same(words, len(do(office, "subject", "search", words, "--json").json()), 1 if words.startswith("0") else 2)
    return problems


tap.check("subjects are listed by given name and kind, and found by the beginning of a citizen id", listing)


def merging():
    office, kept, dropped, man, collective = make("merge.thidua")
    before = dump(office)
    problems = expect(at(office, "subject", "merge", kept, collective), REFUSED)
    problems += expect(at(office, "subject", "merge", kept, kept), REFUSED)
    problems += expect(at(office, "subject", "merge", kept, 999), FAILED)
    problems += expect(at(office, "subject", "merge", kept, "x"), USAGE)
    problems += expect(at(office, "subject", "merge", kept, dropped, "--take", "colour"), USAGE)
    problems += same("refused without a trace", dump(office), before)
    problems += expect(at(office, "subject", "distinct", kept, man), DONE)
    problems += expect(at(office, "subject", "merge", kept, man), REFUSED)
    problems += expect(at(office, "subject", "distinct", kept, man, "--take-back"), DONE)
    do(office, "office", "undo")
    do(office, "office", "undo")
    problems += same("told apart and undone", dump(office), before)
    do(office, "subject", "merge", kept, dropped, "--take", "birth")
    shown = do(office, "subject", "show", kept, "--json").json()
    problems += same("birth taken", shown["birth"], "1980-05-17")
    problems += same("names", [n["name"] for n in shown["other_names"]], ["Nguyễn Thị Hòa"])
    problems += same("merged", [m["id"] for m in shown["merged"]], [dropped])
    problems += same("out of the list", len(do(office, "subject", "list", "--json").json()), 3)
    problems += same("nominations", {n["subject_id"] for n in do(office, "nomination", "list", "--json").json() if "Nguyễn" in n["subject_name"]}, {kept})
    problems += expect(at(office, "office", "check"), DONE)
    after = dump(office)
    do(office, "office", "undo")
    problems += same("undone", dump(office), before)
    do(office, "office", "redo")
    problems += same("redone", dump(office), after)
    do(office, "subject", "split", dropped)
    problems += same("split", dump(office), before)
    return problems


tap.check("two records become one, and two again", merging)


def later():
    office, kept, dropped, *_ = make("later.thidua")
    do(office, "subject", "merge", kept, dropped)
    do(office, "nomination", "import", write("third.csv", nominations(row("Nguyễn Thị Hoà", cccd="066180001234", birth="1980", form="Giấy khen",
                                                                          begin="2026-01-01", end="2026-06-30"))), "--plan", 1)
    before = dump(office)
    refused = at(office, "subject", "split", dropped)
    problems = expect(refused, REFUSED) + ([] if "Nguyễn Thị Hoà" in refused.err else ["does not say what stands in the way"])
    problems += same("refused without a trace", dump(office), before)
    problems += expect(at(office, "subject", "split", dropped, "--later", "nobody"), USAGE)
    problems += expect(at(office, "subject", "split", dropped, "--later", "kept"), DONE)
    owners = [n["subject_id"] for n in do(office, "nomination", "list", "--json").json() if "Nguyễn" in n["subject_name"]]
    problems += same("owners", sorted(owners), sorted([kept, dropped, kept]))
    problems += expect(at(office, "subject", "split", dropped), REFUSED)
    return problems


tap.check("records made after a merge are asked about", later)


def matching():
    office, kept, dropped, man, _ = make("match.thidua")
    pairs = do(office, "subject", "match", "--json").json()
    problems = same("pairs", [sorted((p["first_id"], p["second_id"])) for p in pairs], [sorted((kept, dropped))])
    problems += [] if pairs[0]["reasons"] and 0 < pairs[0]["score"] < 90 else [f"a name is certain: {pairs}"]
    do(office, "subject", "distinct", kept, dropped)
    problems += same("told apart", do(office, "subject", "match", "--json").json(), [])
    do(office, "office", "undo")
    do(office, "subject", "merge", kept, dropped)
    problems += same("merged", do(office, "subject", "match", "--json").json(), [])
    return problems


tap.check("doubles are proposed until they are merged or told apart", matching)


def confirming():
    office, kept, dropped, man, collective = make("confirm.thidua")
    history = do(office, "subject", "show", kept, "--json").json()["history"]
    problems = same("history", [(h["date"], h["award_form"], h["decision_number"], h["source"]) for h in history],
                    [("2026-01-20", "Giấy khen", "15/QĐ-SNV", None)])
    plain = do(office, "subject", "show", kept).out
    problems += [] if "15/QĐ-SNV" in plain and "20/01/2026" in plain else ["the plain listing lacks the award"]
    pdf = path("confirm.pdf")
    problems += expect(at(office, "subject", "confirm", kept, "--output", pdf), DONE)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for words in ("GIẤY XÁC NHẬN", "Bà Nguyễn Thị Hoà", "066180001234", "15/QĐ-SNV ngày 20 tháng 01 năm 2026", "Giấy khen"):
        problems += [] if words in " ".join(text.split()) else [f"the confirmation lacks {words!r}"]
    problems += expect(at(office, "subject", "confirm", collective, "--output", path("none.pdf")), REFUSED)
    problems += [] if not os.path.exists(path("none.pdf")) else ["an empty confirmation was written"]
    problems += expect(at(office, "subject", "confirm", kept), USAGE)
    problems += expect(at(office, "subject", "show", 999), FAILED)
    return problems


tap.check("the history is shown and confirmed on paper", confirming)
tap.end()
