#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the morning, beside what sqlite3 and the listings count by themselves: on the demo office, and on one whose
plans are made here. Nobody in it exists."""
import datetime
import os
import re
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree

sys.dont_write_bytecode = True
from common import DONE, FAILED, USAGE, Tap, dump, must, path, plan_text, run, same, write

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


def months(page):
    """Label → its left edge in points, of what pdftotext finds on the page."""
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(\d\d/\d\d)</word>', page)
    top = min(float(y) for _, y, _, _ in found)
    return {text: float(x) for x, y, _, text in found if abs(float(y) - top) < 2}


def red_column(pdf):
    """The middle of the line of the day in points, measured on the page as it is seen."""
    scale = 4
    picture = subprocess.run(["pdftoppm", "-r", str(72 * scale), "-singlefile", pdf], check=True, stdout=subprocess.PIPE).stdout
    width, height = map(int, picture.split(b"\n", 2)[1].split())
    pixels = picture[-width * height * 3:]
    counts = [0] * width
    for y in range(0, height, 3):
        row = pixels[y * width * 3:(y + 1) * width * 3]
        for x in range(width):
            r, g, b = row[3 * x:3 * x + 3]
            counts[x] += r > 150 and g < 80 and b < 90
    best = max(counts)
    columns = [x for x, n in enumerate(counts) if n > best * 0.8]
    return sum(columns) / len(columns) / scale


def time_line():
    """Names and months read back by poppler; the line of the day stands between its months as a ruler has it."""
    problems = []
    pdf = path("line.pdf")
    titles = [plan["title"] for plan in must("--office", demo, "plan", "list", "--json").json()]
    for day in ("2025-11-20", "2026-01-03", "2026-02-28"):
        must("--office", demo, "plan", "timeline", "--output", pdf, "--as-of", day)
        page = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, text=True, stdout=subprocess.PIPE).stdout
        labels = {datetime.date(2000 + int(text[3:]), int(text[:2]), 1): x for text, x in months(page).items()}
        dates = sorted(labels)
        first, last = dates[0], dates[-1]
        per_day = (labels[last] - labels[first]) / (last - first).days
        for date in dates:
            problems += same(f"{day} {date} is in its place", abs(labels[first] + per_day * (date - first).days - labels[date]) < 0.6, True)
        expected = labels[first] + per_day * ((datetime.date.fromisoformat(day) - first).days + 0.5)
        got = red_column(pdf) + 0.25 * 3.3 * 72 / 25.4  # labels stand that far behind the line of their month
        problems += same(f"{day}: the line of the day at {got:.1f}, not {expected:.1f}", abs(got - expected) < 1, True)
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, text=True, stdout=subprocess.PIPE).stdout
        problems += [f"{title[:20]} is not there" for title in titles if title[:12] not in text]
        problems += same("of its event", "Đại hội" in text, True)
    for ending in ("svg", "png"):
        made = [path(f"line-{n}.{ending}") for n in (1, 2)]
        for name in made:
            must("--office", demo, "plan", "timeline", "--output", name, "--as-of", "2026-01-03")
        data = [open(name, "rb").read() for name in made]
        problems += same(f"the same {ending} twice", data[0] == data[1], True)
        problems += same(ending, data[0][:4] == b"\x89PNG" if ending == "png" else xml.etree.ElementTree.fromstring(data[0]).tag.endswith("svg"), True)
    problems += same("another ending", run("--office", demo, "plan", "timeline", "--output", path("line.gif")).code, FAILED)
    return problems + same("left nothing", os.path.exists(path("line.gif")), False)


def many_plans():
    """Sixty plans take more than one page; each is on one of them."""
    office = path("many.thidua")
    must("office", "new", office, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
    for i in range(60):
        text = open(plan_text("thai-nguyen-141"), encoding="utf-8").read().replace("141", str(900 + i), 1)
        must("--office", office, "plan", "import", write("many.txt", text))
    pdf = path("many.pdf")
    must("--office", office, "plan", "timeline", "--output", pdf, "--as-of", "2026-01-03")
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, text=True, stdout=subprocess.PIPE).stdout
    problems = same("pages", text.count("\f") > 1, True)
    problems += same("each once", [text.count(f"{900 + i}/KH-UBND") for i in range(60)], [1] * 60)
    return problems + compare(office, "2026-01-03")


def wrong_days():
    problems = []
    for day in ("2026", "2026-01", "mai", "2026-02-30", ""):
        problems += same(day, run("--office", demo, "office", "overview", "--as-of", day).code, USAGE)
    return problems + same("today", run("--office", demo, "office", "overview").code, DONE)


for case in (demo_office, khanh_hoa_is_late, made_office, time_line, many_plans, wrong_days):
    tap.check(case.__name__.replace("_", " "), case)
tap.end()
