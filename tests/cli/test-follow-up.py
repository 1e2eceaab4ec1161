#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans followed up: who owes a report and is late, an event whose day moves every plan that waits for it, who leads.
The units expected are counted by sqlite3 from the groups' kinds, apart from the program."""
import sqlite3
import sys

sys.dont_write_bytecode = True
from common import DONE, REFUSED, USAGE, Tap, dump, must, path, plan_text, run, same, write

tap = Tap()
office = path("follow-up.thidua")
must("office", "new", office, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
UNITS = [("SYT", "Sở Y tế", "sở"), ("STC", "Sở Tài chính", "sở"), ("SNV", "Sở Nội vụ", "sở"), ("EK", "Xã Ea Kao", "xã"), ("TL", "Phường Tân Lập", "phường"), ("DN", "Công ty cổ phần Mẫu", "doanh nghiệp")]
must("--office", office, "unit", "import", write("units.csv", "mã,tên đơn vị,loại\n" + "".join(",".join(unit) + "\n" for unit in UNITS)))
NAMES = ("dak-lak-0124", "dak-lak-8-percent", "son-la", "khanh-hoa", "thai-nguyen-141")
PLANS = {name: must("--office", office, "plan", "import", plan_text(name)).id() for name in NAMES}
WAITING = ("dak-lak-0124", "son-la", "thai-nguyen-141")  # for the Congress


def plans():
    return {plan["id"]: plan for plan in must("--office", office, "plan", "list", "--json").json()}


def reports(*words):
    return must("--office", office, "plan", "reports", *words, "--json").json()


def late_on_the_day_after():
    """The plan of Khánh Hòa wants the report by 02/01/2026."""
    problems = []
    for day, state in (("2025-12-01", "expected"), ("2026-01-02", "expected"), ("2026-01-03", "late")):
        lines = reports(PLANS["khanh-hoa"], "--as-of", day)
        problems += same(day, {line["state"] for line in lines}, {state})
        problems += same(day + ", units", len({line["unit_name"] for line in lines}), len(lines))
        problems += same(day + ", due by then", len(reports(PLANS["khanh-hoa"], "--due", day, "--as-of", day)), len(lines) if day > "2026-01-02" else 0)
        problems += same(day + ", late", len(reports(PLANS["khanh-hoa"], "--late", "--as-of", day)), len(lines) if state == "late" else 0)
    names = {line["unit_name"] for line in reports(PLANS["khanh-hoa"], "--late", "--as-of", "2026-01-03")}
    db = sqlite3.connect(office)
    problems += same("units of the groups", names, {name for (name,) in db.execute("SELECT name FROM unit WHERE kind IN ('department', 'commune', 'ward', 'enterprise')")} - {"Sở Nội vụ"})  # who receives them
    db.close()
    return problems


def received():
    line = reports(PLANS["khanh-hoa"], "--late", "--as-of", "2026-01-03")[0]
    call = ("plan", "received", line["deadline_id"], line["unit_id"])
    report = write("report.docx", "nothing that is looked into")
    before = dump(office)
    must("--office", office, *call, "--date", "2026-01-05", "--number", "12/BC", "--file", report)
    lines = {r["unit_id"]: r for r in reports(PLANS["khanh-hoa"], "--as-of", "2026-02-01")}
    mine = lines[line["unit_id"]]
    problems = same("state", (mine["state"], mine["days_late"], mine["received_on"]), ("received_late", 3, "2026-01-05"))
    problems += same("the others", {r["state"] for r in lines.values() if r is not mine}, {"late"})
    must("--office", office, *call, "--take-back")
    problems += same("taken back", {r["state"] for r in reports(PLANS["khanh-hoa"], "--as-of", "2026-02-01")}, {"late"})
    must("--office", office, *call, "--date", "2026-01-02")
    problems += same("in time", [r["state"] for r in reports(PLANS["khanh-hoa"], "--as-of", "2026-02-01") if r["unit_id"] == line["unit_id"]], ["received"])
    # A report nobody expects is there, too.
    unasked = [u["id"] for u in must("--office", office, "unit", "list", "--json").json() if u["name"] == "Sở Nội vụ"][0]
    must("--office", office, "plan", "received", line["deadline_id"], unasked, "--date", "2026-01-02")
    problems += same("not asked for", [r["state"] for r in reports(PLANS["khanh-hoa"], "--as-of", "2026-02-01") if r["unit_id"] == unasked], ["received"])
    for _ in range(4):
        must("--office", office, "office", "undo")
    return problems + same("undone", dump(office) == before, True)


def event_moves_plans():
    events = must("--office", office, "event", "list", "--json").json()
    problems = same("one event", len(events), 1)
    before = dump(office)
    problems += same("open", {plans()[PLANS[name]].get("end_date") for name in WAITING}, {None})
    problems += same("nobody is late", [r for r in reports("--late", "--as-of", "2027-01-01") if r["plan_id"] in [PLANS[n] for n in WAITING]], [])
    must("--office", office, "event", "set", "đại hội đại biểu toàn quốc lần thứ xiv", "2026-01-23")
    problems += same("moved", {plans()[PLANS[name]].get("end_date") for name in WAITING}, {"2026-01-23"})
    problems += same("not moved", plans()[PLANS["khanh-hoa"]].get("end_date"), "2025-12-31")
    late = {r["plan_id"] for r in reports("--late", "--as-of", "2026-01-24")}
    problems += same("late now", late, {PLANS[n] for n in (*WAITING, "khanh-hoa")})
    problems += same("a task moved", {t["due_date"] for t in must("--office", office, "plan", "tasks", PLANS["son-la"], "--late", "--as-of", "2026-01-24", "--json").json()}, {"2026-01-23"})
    must("--office", office, "office", "undo")
    problems += same("undone", dump(office) == before, True)
    must("--office", office, "event", "set", events[0]["id"], "2026-01")
    problems += same("a month", {plans()[PLANS[name]].get("end_date") for name in WAITING}, {"2026-01"})
    problems += same("not over in the month", [r for r in reports("--late", "--as-of", "2026-01-31") if r["plan_id"] == PLANS["son-la"]], [])
    must("--office", office, "event", "set", events[0]["id"], "-")
    problems += same("open again", {plans()[PLANS[name]].get("end_date") for name in WAITING}, {None})
    # A plan that is read later waits for the same event and knows its day.
    must("--office", office, "event", "set", events[0]["id"], "2026-01-23")
    later = must("--office", office, "plan", "import", plan_text("thai-nguyen-141")).id()
    problems += same("known already", plans()[later].get("end_date"), "2026-01-23")
    problems += same("still one event", len(must("--office", office, "event", "list", "--json").json()), 1)
    for _ in range(4):
        must("--office", office, "office", "undo")
    return problems + same("all undone", dump(office) == before, True)


def leads():
    return same("led by", {name: plans()[PLANS[name]].get("lead") for name in NAMES},
                {"dak-lak-0124": "Sở Nội vụ", "dak-lak-8-percent": "Sở Tài chính", "son-la": None, "khanh-hoa": "Sở Nội vụ", "thai-nguyen-141": "Sở Nội vụ"})


def what_is_refused():
    problems = []
    before = dump(office)
    deadline = reports(PLANS["khanh-hoa"])[0]["deadline_id"]
    for words, code, said in ((("event", "set", "1 năm sau Đại hội", "2026-01-01"), REFUSED, "1 năm"), (("event", "set", "Đại hội nào đó", "2026-01-01"), REFUSED, "Đại hội"), (("event", "set", "1", "mai"), REFUSED, "mai"),
                              (("event", "new", "Đại hội đại biểu toàn quốc lần thứ XIV"), REFUSED, "XIV"), (("event", "new", ""), REFUSED, ""),
                              (("plan", "received", deadline, 1), USAGE, "--date"), (("plan", "received", deadline, 1, "--date", "2026-01"), REFUSED, "2026-01"),
                              (("plan", "received", deadline, 1, "--take-back"), REFUSED, ""), (("plan", "reports", "--as-of", "2026"), USAGE, "2026"), (("plan", "tasks", "--due", "mai"), USAGE, "mai"), (("plan", "reports", "--due", "mai"), USAGE, "mai")):
        told = run("--office", office, *words)
        problems += same(" ".join(map(str, words)), told.code, code) + ([] if said in told.err else [f"does not say {said}: {told}"])
    return problems + same("changed", dump(office) == before, True)


def new_event():
    event = must("--office", office, "event", "new", "Đại hội Thi đua yêu nước tỉnh", "--date", "2025-12").id()
    told = [(e["name"], e["day"]) for e in must("--office", office, "event", "list", "--json").json() if e["id"] == event]
    must("--office", office, "office", "undo")
    return same("kept", told, [("Đại hội Thi đua yêu nước tỉnh", "2025-12")])


def recipients():
    """Whom a plan is sent to, against the answers made by hand and the kinds in the office."""
    problems = []
    db = sqlite3.connect(office)
    members = {kind: sorted(name for (name,) in db.execute("SELECT name FROM unit WHERE kind = ?", (kind,))) for kind in ("department", "commune", "ward")}
    db.close()
    for name in NAMES:
        told = must("--office", office, "plan", "recipients", PLANS[name], "--as-of", "2026-01-03", "--json").json()
        plan = must("--office", office, "plan", "show", PLANS[name], "--json").json()
        lines = plan["recipients"].split("\n")
        problems += same(name, [r["text"] + (f" ({r['note']})" if r["note"] else "") for r in told], lines)
        problems += [f"{name}: {line}" for line in lines if line.endswith("(b/c)") and {"text": line[:-len(" (b/c)")], "note": "b/c"} not in [{"text": r["text"], "note": r["note"]} for r in told]]
        problems += [f"{name}: {r}" for r in told if r["text"].casefold() in ("các sở, ban, ngành", "các sở, ngành") and sorted(u["name"] for u in r["units"]) != members["department"]]
    told = must("--office", office, "plan", "recipients", PLANS["dak-lak-0124"], "--json").json()
    problems += same("communes", [sorted(u["name"] for u in r["units"]) for r in told if r["text"] == "UBND các xã, phường"], [sorted(members["commune"] + members["ward"])])
    return problems + same("in words", must("--office", office, "plan", "recipients", PLANS["dak-lak-0124"]).out.count("\n"), len(told))


for case in (late_on_the_day_after, received, event_moves_plans, leads, what_is_refused, new_event, recipients):
    tap.check(case.__name__.replace("_", " "), case)
tap.end()
