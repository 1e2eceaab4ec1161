#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the morning, beside what sqlite3 and the listings count by themselves: on the demo office, and on one whose
plans are made here. Nobody in it exists."""
import datetime
import sqlite3
import sys

sys.dont_write_bytecode = True
from common import DONE, USAGE, Tap, dump, must, path, plan_text, run, same, write

tap = Tap()
demo = path("demo.thidua")
must("demo", demo)


def overview(office, day):
    return must("--office", office, "office", "overview", "--as-of", day, "--json").json()


def figures(office, day):
    """key → the sum over its rows."""
    sums = {}
    for figure in overview(office, day)["figures"]:
        sums[figure["key"]] = sums.get(figure["key"], 0) + figure["n"]
    return sums


def ask(office, sql, *values):
    db = sqlite3.connect(f"file:{office}?mode=ro", uri=True)
    try:
        return db.execute(sql, values).fetchall()
    finally:
        db.close()


def due_by(dates, day):
    """late, today, within a week, as a person counts with a calendar; a month is over at its end."""
    today = datetime.date.fromisoformat(day)
    late = now = week = 0
    for text in dates:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 3:
            last = datetime.date(*parts)
        else:
            year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
            last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
        late += last < today
        now += last == today
        week += today < last <= today + datetime.timedelta(7)
    return late, now, week


def compare(office, day):
    """Everything that can be counted otherwise."""
    got = overview(office, day)
    sums = figures(office, day)
    problems = []
    lines = must("--office", office, "plan", "reports", "--as-of", day, "--json").json()
    waiting = [line for line in lines if line["received_on"] is None]
    reports = due_by([line["due_date"] for line in waiting if line["due_date"]], day)
    tasks = due_by([date for (date,) in ask(office, "SELECT due_date FROM task WHERE due_date IS NOT NULL AND ifnull(state, '') NOT IN ('done', 'dropped')")], day)
    for key, n in zip(("reports_late", "reports_today", "reports_week", "tasks_late", "tasks_today", "tasks_week"), reports + tasks):
        problems += same(f"{day} {key}", sums.get(key, 0), n)
    problems += same(f"{day} all due", (got["due"]["late"], got["due"]["today"], got["due"]["week"]), tuple(a + b for a, b in zip(reports, tasks)))
    late = {}
    for line in lines:
        if line["state"] == "late":
            late[line["unit_name"]] = late.get(line["unit_name"], 0) + 1
    problems += same(f"{day} late units", {unit["unit_name"]: unit["n_late"] for unit in got["late_units"]}, late)
    problems += same(f"{day} units", sums.get("units_late", 0), len(late))
    problems += same(f"{day} nominations", sums.get("nominations_new", 0), ask(office, "SELECT count(*) FROM nomination WHERE state = 'new'")[0][0])
    problems += same(f"{day} drafts", sums.get("decisions_draft", 0), ask(office, "SELECT count(*) FROM decision WHERE state = 'draft'")[0][0])
    for plan in got["plans"]:
        mine = [line for line in lines if line["plan_id"] == plan["plan_id"]]
        states = dict(ask(office, "SELECT state, count(*) FROM nomination WHERE plan_id = ? GROUP BY 1", plan["plan_id"]))
        problems += same(f"plan {plan['plan_id']}", (plan["n_reports"], plan["n_received"], plan["n_new"], plan["n_drafted"], plan["n_awarded"]),
                         (len(mine), sum(line["received_on"] is not None for line in mine), states.get("new", 0), states.get("drafted", 0), states.get("awarded", 0)))
        begin, end = plan.get("start"), plan.get("end")
        problems += same(f"plan {plan['plan_id']} runs on {day}", plan["runs"], (begin is None or begin <= day) and (end is None or end + "~" >= day))
    problems += same("plans", len(got["plans"]), ask(office, "SELECT count(*) FROM plan")[0][0])
    return problems


def demo_office():
    problems = []
    for day in ("2025-12-01", "2025-12-31", "2026-01-02", "2026-01-03", "2026-12-31"):
        problems += compare(demo, day)
    ceremony, = [f for f in overview(demo, "2026-01-03")["figures"] if f["key"] == "ceremony"]
    told = must("--office", demo, "ceremony", "show", ceremony["record_id"], "--json").json()
    return problems + same("ceremony", ceremony["n"], len([line for line in told["lines"] if not line.get("carried_to_id")])) + same("over", [f for f in overview(demo, "2027-01-03")["figures"] if f["key"] == "ceremony"], [])


def khanh_hoa_is_late():
    """The plan of Khánh Hòa wants the report by 02/01/2026; whoever has not sent it is late on the third."""
    problems = same("on the day itself", figures(demo, "2026-01-02").get("reports_late", 0), 0)
    sums = figures(demo, "2026-01-03")
    late = must("--office", demo, "plan", "reports", "--late", "--as-of", "2026-01-03", "--json").json()
    problems += same("on the day after", sums["reports_late"], len(late)) + ([] if late else ["nobody is late"])
    figure, = [f for f in overview(demo, "2026-01-03")["figures"] if f["key"] == "reports_late"]
    plan = must("--office", demo, "plan", "show", figure["record_id"], "--json").json()
    return problems + same("leads to", (figure["page"], "Khánh Hòa" in str(plan)), ("plans", True))


def made_office():
    """Two plans, one with its event filled in; a report that came; a task done; an import of nominations."""
    office = path("made.thidua")
    must("office", "new", office, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
    problems = same("an empty office", overview(office, "2026-01-03")["figures"], [])
    must("--office", office, "unit", "import", write("units.csv", "mã,tên đơn vị,loại\nSYT,Sở Y tế,sở\nEK,Xã Ea Kao,xã\nTL,Phường Tân Lập,phường\n"))
    for name in ("khanh-hoa", "son-la", "dak-lak-8-percent"):
        must("--office", office, "plan", "import", plan_text(name))
    must("--office", office, "event", "set", 1, "2026-01-10")
    line = must("--office", office, "plan", "reports", 1, "--json").json()[0]
    must("--office", office, "plan", "received", line["deadline_id"], line["unit_id"], "--date", "2025-12-30")
    before = dump(office)
    for day in ("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-09", "2026-01-10", "2026-01-11"):
        problems += compare(office, day)
    problems += same("today", figures(office, "2026-01-02").get("reports_today", 0), len(must("--office", office, "plan", "reports", 1, "--json").json()) - 1)
    return problems + same("changed", dump(office) == before, True)


def wrong_days():
    problems = []
    for day in ("2026", "2026-01", "mai", "2026-02-30", ""):
        problems += same(day, run("--office", demo, "office", "overview", "--as-of", day).code, USAGE)
    return problems + same("today", run("--office", demo, "office", "overview").code, DONE)


for case in (demo_office, khanh_hoa_is_late, made_office, wrong_days):
    tap.check(case.__name__.replace("_", " "), case)
tap.end()
