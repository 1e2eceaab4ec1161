#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that are written here: begun from a superior's, from an earlier one and from nothing, checked and issued. What is
stored is looked at by sqlite3, apart from the program; citations are compared with the catalogue read as JSON."""
import json
import os
import sqlite3
import sys

sys.dont_write_bytecode = True
from common import DONE, FAILED, REFUSED, USAGE, Tap, dump, must, path, plan_text, run, same, write

tap = Tap()
office = path("plan-writing.thidua")
must("office", "new", office, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
UNITS = [("SYT", "Sở Y tế", "sở"), ("SNV", "Sở Nội vụ", "sở"), ("EK", "Xã Ea Kao", "xã"), ("TL", "Phường Tân Lập", "phường")]
must("--office", office, "unit", "import", write("units.csv", "mã,tên đơn vị,loại\n" + "".join(",".join(unit) + "\n" for unit in UNITS)))
PROVINCE = must("--office", office, "plan", "import", plan_text("dak-lak-0124")).id()
KHANH_HOA = must("--office", office, "plan", "import", plan_text("khanh-hoa")).id()
CATALOGUE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "catalogue", "legal-documents.json")


def ask(sql, *values):
    db = sqlite3.connect(office)
    rows = db.execute(sql, values).fetchall()
    db.close()
    return rows


def new(*words):
    return must("--office", office, "plan", "new", *words).id()


def show(plan_id):
    return must("--office", office, "plan", "show", plan_id, "--json").json()


def from_superior():
    before = dump(office)
    plan = show(new("--from", PROVINCE, "--unit", "xã Ea Kao", "--date", "2026-01-05"))
    problems = same("parent", plan["parent_plan_id"], PROVINCE)
    problems += same("issuer", (plan["issuer"], plan["place"], plan["state"]), ("Ủy ban nhân dân xã Ea Kao", "Ea Kao", "draft"))
    problems += same("awards its chair gives", [(a["award_form"], a["giver_text"]) for a in plan["allowances"]], [("Giấy khen", "Chủ tịch Ủy ban nhân dân xã Ea Kao")])
    # Purposes and contents word by word, as the province's clauses say them.
    for role in ("purpose", "requirement", "content"):
        words = [r[0] for r in ask("SELECT body FROM clause WHERE plan_id = ? AND role = ? ORDER BY position", PROVINCE, role)]
        problems += same(role, [c["body"] for c in plan["clauses"] if c["role"] == role], words)
    problems += same("tasks", len(plan["tasks"]) > 0, True)
    problems += same("every fact is told", [f["clause_path"] for kind in ("allowances", "tasks", "deadlines") for f in plan[kind] if not f["clause_path"]], [])
    marks = [c["marker"] for c in plan["clauses"] if c["level"] == 1]
    problems += same("marks", marks, ["I.", "II.", "III.", "IV."])
    must("--office", office, "office", "undo")
    return problems + same("undone", dump(office), before)


def bases_of_the_day():
    """Those of the catalogue that are in force on the day, and no other."""
    with open(CATALOGUE, encoding="utf-8") as file:
        documents = [d for d in json.load(file)["documents"] if d["topic"] in ("commendation-decree", "commendation-circular")]
    problems = []
    for day in ("2024-03-01", "2025-03-01", "2025-07-15", "2026-01-05"):
        bases = show(new("--date", day))["legal_bases"]
        for d in documents:
            holds = (d["valid_from"] or d["date"]) <= day and (d["valid_to"] is None or day <= d["valid_to"])
            problems += same(f"{d['number']} on {day}", d["number"] in bases, holds)
        must("--office", office, "office", "undo")
    return problems


def a_year_later():
    plan = show(new("--from", KHANH_HOA, "--goes-on", "--date", "2026-01-05"))
    source = show(KHANH_HOA)
    problems = same("predecessor", plan["predecessor_plan_id"], KHANH_HOA)
    problems += same("clauses", len(plan["clauses"]), len(source["clauses"]))
    problems += same("end", plan["end_date"], "2026-12-31")
    problems += same("deadlines", [d["due_date"] for d in plan["deadlines"]], [str(int(d["due_date"][:4]) + 1) + d["due_date"][4:] if d["due_date"] else None for d in source["deadlines"]])
    cited = [c["body"] or "" for c in plan["clauses"] if "9733/KH-UBND" in (c["body"] or "")]
    problems += same("what is cited stays", all("04/9/2024" in words for words in cited) and len(cited) > 0, True)
    must("--office", office, "office", "undo")
    return problems


def checked_and_issued():
    plan_id = new("--date", "2024-03-01", "--title", "Thi đua năm 2026")
    rules = {f["rule"] for f in must("--office", office, "plan", "check", plan_id, "--json").json()}
    problems = same("what it lacks", {"plan-number", "plan-basis-expired"} <= rules, True)
    problems += same("not a day", run("--office", office, "plan", "issue", plan_id, "--number", "1/KH-SNV", "--date", "hôm nay").code, REFUSED)
    problems += same("no number", run("--office", office, "plan", "issue", plan_id, "--date", "2026-03-01").code, USAGE)
    must("--office", office, "plan", "issue", plan_id, "--number", "1/KH-SNV", "--date", "2026-03-01")
    plan = show(plan_id)
    problems += same("issued", (plan["state"], plan["number"], plan["issue_date"]), ("issued", "1/KH-SNV", "2026-03-01"))
    problems += same("again", run("--office", office, "plan", "issue", plan_id, "--number", "2/KH-SNV", "--date", "2026-03-02").code, REFUSED)
    return problems + same("not undone", run("--office", office, "office", "undo").code != DONE, True)


def refused():
    before = dump(office)
    cases = ((("--unit", "Xã Không Có"), REFUSED), (("--from", 999), FAILED), (("--from", "abc"), USAGE), (("--goes-on",), USAGE), (("--earlier", -1), USAGE), (("--date", "hôm qua"), REFUSED))
    problems = []
    for words, code in cases:
        problems += same(" ".join(map(str, words)), run("--office", office, "plan", "new", *words).code, code)
    return problems + same("nothing changed", dump(office), before)


for case in (from_superior, bases_of_the_day, a_year_later, refused, checked_and_issued):
    tap.check(case.__name__.replace("_", " "), case)
tap.end()
