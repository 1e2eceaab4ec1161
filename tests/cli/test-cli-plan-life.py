#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans live: documents that come later change what holds from their day on and nothing before it, for deadlines, the
end, and the award forms that nominations are judged by; what is noted of a plan while it runs. What is stored is read by
sqlite3, apart from the program."""
import datetime
import sqlite3
import sys

sys.dont_write_bytecode = True
from common import DONE, FAILED, PROVINCE, REFUSED, USAGE, Tap, dump, must, path, plan_text, run, same, write

tap = Tap()
office = path("life.thidua")
must("office", "new", office, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
must("--office", office, "unit", "import", write("units.csv", "mã,tên đơn vị,loại\nSYT,Sở Y tế,sở\nEK,Xã Ea Kao,xã\n"))
KHANH_HOA = must("--office", office, "plan", "import", plan_text("khanh-hoa")).id()
SON_LA = must("--office", office, "plan", "import", plan_text("son-la")).id()


def call(*words):
    return must("--office", office, *words)


def stored(question, *values):
    db = sqlite3.connect(office)
    rows = db.execute(question, values).fetchall()
    db.close()
    return rows


def undo(n):
    for _ in range(n):
        call("office", "undo")


def held(plan, *day):
    return call("plan", "show", plan, "--json", *(("--as-of", *day) if day else ())).json()


def task_moves(line):
    """What the clause of a deadline asks for by its day is due with it."""
    (clause,), = stored("SELECT clause_id FROM deadline WHERE id = ?", line["deadline_id"])
    tasks = [t for t in call("plan", "tasks", KHANH_HOA, "--json").json() if t["clause_id"] == clause]
    problems = same("the clause's task", [t["due_date"] for t in tasks], ["2026-01-02"])
    due = lambda *words: {t["id"]: t["due_date"] for t in call("plan", "tasks", KHANH_HOA, *words, "--json").json()}.get(tasks[0]["id"])
    overdue = lambda: [f["n"] for f in call("office", "overview", "--as-of", "2026-01-10", "--json").json()["figures"] if f["key"] == "tasks_late"]
    before = overdue()
    call("plan", "change", KHANH_HOA, "--kind", "extension", "--number", "45/SNV-TĐKT", "--date", "2025-12-29", "--from", "2026-01-04", "--deadline", f"{line['deadline_id']}=2026-01-15")
    problems += same("held", [due("--as-of", day) for day in ("2026-01-03", "2026-01-04")], ["2026-01-02", "2026-01-15"])
    problems += same("shown", [[t["due_date"] for t in held(KHANH_HOA, day)["tasks"] if t["id"] == tasks[0]["id"]] for day in ("2026-01-03", "2026-01-04")], [["2026-01-02"], ["2026-01-15"]])
    problems += same("late", [due("--late", "--as-of", day) for day in ("2026-01-03", "2026-01-10", "2026-01-16")], ["2026-01-02", None, "2026-01-15"])
    problems += same("counted", [sum(before) - sum(overdue())], [1])
    problems += same("kept as issued", stored("SELECT due_date FROM task WHERE id = ?", tasks[0]["id"]), [("2026-01-02",)])
    undo(1)
    return problems


def deadline_moves():
    """An extension of 29/12/2025 moves the reports of Khánh Hòa, due by 02/01/2026, to 15/01/2026."""
    before = dump(office)
    line = call("plan", "reports", KHANH_HOA, "--as-of", "2026-01-03", "--json").json()[0]
    change = call("plan", "change", KHANH_HOA, "--kind", "extension", "--number", "45/SNV-TĐKT", "--date", "2025-12-29", "--from", "2026-01-04", "--deadline", f"{line['deadline_id']}=2026-01-15", "--end", "2026-03-31").id()
    problems = []
    for day, due, state in (("2026-01-03", "2026-01-02", "late"), ("2026-01-04", "2026-01-15", "expected"), ("2026-01-16", "2026-01-15", "late")):
        lines = call("plan", "reports", KHANH_HOA, "--as-of", day, "--json").json()
        problems += same(day, {(r["due_date"], r["state"]) for r in lines if r["deadline_id"] == line["deadline_id"]}, {(due, state)})
    problems += same("ends", [held(KHANH_HOA, day)["end_date"] for day in ("2026-01-03", "2026-01-04")] + [held(KHANH_HOA)["end_date"]], ["2025-12-31", "2026-03-31", "2025-12-31"])
    told = [d for d in held(KHANH_HOA, "2026-01-04")["deadlines"] if d["id"] == line["deadline_id"]]
    problems += same("says by what", [(d["change_id"], d["change_number"]) for d in told], [(change, "45/SNV-TĐKT")])
    problems += same("says so in words", "45/SNV-TĐKT" in call("plan", "show", KHANH_HOA, "--as-of", "2026-01-04").out, True)
    problems += same("nothing is overwritten", stored("SELECT due_date FROM deadline WHERE id = ?", line["deadline_id"]), [("2026-01-02",)])
    listed = call("plan", "changes", KHANH_HOA, "--json").json()
    problems += same("listed", [(c["number"], c["valid_from"], sorted(x["what"] for x in c["lines"])) for c in listed], [("45/SNV-TĐKT", "2026-01-04", ["deadline", "end"])])
    # One that came later, with an earlier effect, is heard before it; one of the same day by its own date.
    call("plan", "change", KHANH_HOA, "--kind", "supplement", "--number", "50/SNV-TĐKT", "--date", "2026-01-03", "--from", "2026-01-04", "--deadline", f"{line['deadline_id']}=2026-01-20")
    problems += same("the later one of a day", {r["due_date"] for r in call("plan", "reports", KHANH_HOA, "--as-of", "2026-01-10", "--json").json()}, {"2026-01-20"})
    call("plan", "change", change + 1, "--take-back")
    problems += same("taken back", {r["due_date"] for r in call("plan", "reports", KHANH_HOA, "--as-of", "2026-01-10", "--json").json()}, {"2026-01-15"})
    undo(3)
    problems += task_moves(line)
    return problems + same("undone", dump(office) == before, True)


def bar_is_lifted():
    """Sơn La gives the provincial Bằng khen for sudden deeds only; a supplement lifts that from 01/03/2026."""
    before = dump(office)
    allowed = {(a["award_form"], a.get("giver_level")): a["rule"] for a in held(SON_LA)["allowances"]}
    problems = same("as issued", allowed.get(("Bằng khen", "province")), "only")
    table = write("list.csv", "subject_name,subject_kind,award_form,giver,kind,unit_name,achievement\nNguyễn Văn An,person,Bằng khen," + PROVINCE + ",movement,Sở Y tế,Có thành tích xuất sắc\n")
    refused = run("--office", office, "nomination", "import", table, "--plan", SON_LA)
    problems += same("refused today", refused.code, REFUSED) + same("says why", "trừ các trường hợp" in refused.err, True)
    call("plan", "change", SON_LA, "--kind", "supplement", "--number", "77/KH-UBND", "--date", "2026-02-25", "--from", "2026-03-01", "--allow", "Bằng khen")
    made = call("nomination", "import", table, "--plan", SON_LA, "--json") and stored("SELECT id, received_on FROM nomination")[0]
    problems += same("comes today", made[1], datetime.date.today().isoformat())
    told = run("--office", office, "nomination", "set", made[0], "--set", "received_on=2026-02-28")
    problems += same("received before", told.code, REFUSED) + same("says why", "trừ các trường hợp" in told.err, True)
    problems += same("no day", run("--office", office, "nomination", "set", made[0], "--set", "received_on=mai").code, REFUSED)
    for received in ("2026-03-01", ""):
        call("nomination", "set", made[0], "--set", "received_on=" + received)
        problems += same("received " + received, stored("SELECT received_on FROM nomination"), [(received or None,)])
        problems += same("checked", run("--office", office, "nomination", "check", "--json").code, DONE)
    for day, rule in (("2026-02-28", "only"), ("2026-03-01", "allowed")):
        problems += same(day, {a["rule"] for a in held(SON_LA, day)["allowances"] if a["award_form"] == "Bằng khen" and a.get("giver_level") in ("province", None)}, {rule})
    call("plan", "change", SON_LA, "--kind", "guidance", "--number", "9/HD-SNV", "--date", "2026-04-01", "--limit", "Bằng khen=sudden", "--reason", "chỉ tặng cho thành tích đột xuất")
    checked = run("--office", office, "nomination", "check")
    problems += same("limited again", checked.code, REFUSED) + same("cites the document", "9/HD-SNV" in checked.err + checked.out, True)
    undo(5)
    return problems + same("undone", dump(office) == before, True)


EARLIER = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 2334/QĐ-UBND
Sơn La, ngày 06 tháng 11 năm 2024
QUYẾT ĐỊNH
Về việc phát động đợt thi đua đặc biệt

I. NỘI DUNG
1. Các đơn vị thi đua làm tốt việc của mình.
"""


def earlier_movement():
    """What Sơn La bars because a movement was rewarded already is linked to it, whichever came first; who was given something
    there is told of."""
    at = path("earlier.thidua")
    must("office", "new", at, "--unit", "Sở Nội vụ tỉnh Sơn La", "--place", "Sơn La")
    must("--office", at, "unit", "import", write("units.csv", "mã,tên đơn vị,loại\nSYT,Sở Y tế,sở\n"))
    text = write("2334.txt", EARLIER)
    problems = []
    for order in ((plan_text("son-la"), text), (text, plan_text("son-la"))):
        ids = [must("--office", at, "plan", "import", file).id() for file in order]
        bars = {a["award_form"]: (a["earlier_plan_id"], a["earlier_number"]) for i in ids for a in must("--office", at, "plan", "show", i, "--json").json()["allowances"] if a["rule"] != "allowed"}
        problems += same("linked", bars, {"Bằng khen": (ids[order.index(text)], "2334/QĐ-UBND")})
        if order[0] == text:
            break
        for _ in order:
            must("--office", at, "office", "undo")
    earlier, plan = ids
    giver = "Chủ tịch Ủy ban nhân dân tỉnh Sơn La"
    head = "subject_name,subject_kind,award_form,giver,kind,unit_name,achievement\n"
    line = "Khoa Nội tổng hợp,collective,Bằng khen," + giver + ",{},Sở Y tế,Có thành tích xuất sắc\n"
    must("--office", at, "nomination", "import", write("first.csv", head + line.format("movement")), "--plan", earlier)
    must("--office", at, "decision", "new", "--plan", earlier, "--giver", giver, "--signer", "Trần Văn Ký", "--all")
    must("--office", at, "decision", "issue", 1, "--number", "8/QĐ-UBND", "--date", "2025-10-10")
    told = must("--office", at, "nomination", "import", write("second.csv", head + line.format("sudden")), "--plan", plan)
    return problems + same("says so", "2334/QĐ-UBND" in told.err and "Bằng khen" in told.err, True)


def what_is_refused():
    before = dump(office)
    problems = []
    good = ("--kind", "extension", "--number", "1/CV", "--date", "2026-01-01")
    for words, code, said in ((("plan", "change", KHANH_HOA, *good[:4]), USAGE, "--date"), (("plan", "change", KHANH_HOA, *good, "--deadline", "mai"), USAGE, "mai"), (("plan", "change", KHANH_HOA, *good, "--deadline", "99999=2026-01-01"), REFUSED, ""),
                              (("plan", "change", KHANH_HOA, *good, "--end", "mai"), REFUSED, "mai"), (("plan", "change", KHANH_HOA, *good[:-1], "2026-01"), REFUSED, "2026-01"), (("plan", "change", KHANH_HOA, "--kind", "letter", *good[2:]), REFUSED, ""),
                              (("plan", "change", KHANH_HOA, *good, "--limit", "Bằng khen"), USAGE, "Bằng khen"), (("plan", "change", KHANH_HOA, *good, "--limit", "Bằng khen=x"), REFUSED, ""), (("plan", "change", KHANH_HOA, *good, "--allow", "Bằng khen", "--level", "x"), REFUSED, ""),
                              (("plan", "change", 99, *good), FAILED, ""), (("plan", "change", 99, "--take-back"), FAILED, ""), (("plan", "show", KHANH_HOA, "--as-of", "2026"), USAGE, "2026"),
                              (("work", "new", KHANH_HOA, "Cầu", "--set", "value=nhiều"), USAGE, "nhiều"), (("work", "new", KHANH_HOA, "Cầu", "--set", "due=mai"), REFUSED, "mai"), (("work", "new", KHANH_HOA, "Cầu", "--set", "unit_id=999"), REFUSED, ""),
                              (("work", "new", KHANH_HOA, "Cầu", "--set", "plan_id=2"), USAGE, "plan_id"), (("work", "new", 99, "Cầu"), REFUSED, ""), (("work", "set", 99, "--set", "name=x"), FAILED, ""), (("occasion", "new", KHANH_HOA, "party"), REFUSED, "party"),
                              (("target", "new", KHANH_HOA, ""), REFUSED, ""), (("plan", "interim", KHANH_HOA, "--what", "Báo cáo", "--due", "13-40"), REFUSED, "13-40"), (("work", "list", "--late", "--as-of", "x"), USAGE, "x")):
        told = run("--office", office, *words)
        problems += same(" ".join(map(str, words)), told.code, code) + ([] if said in told.err else [f"does not say {said}: {told}"]) + told.faults()
    return problems + same("changed", dump(office) == before, True)


def facts():
    """Each noun: noted, listed, changed, deleted, taken back."""
    before = dump(office)
    problems = []
    report = write("report.txt", "nothing that is looked into")
    for noun, first, key, sets, change in (("work", "Cầu dân sinh thôn 4", "name", {"unit_id": 2, "value": 1250000000, "begun": "2026-01-05", "due": "2026-02-03", "state": "doing"}, ("finished", "2026-02-01")),
                                           ("exemplar", "Bà H’Mai Niê", "name", {"unit_id": 2, "found_on": "2026-01", "state": "found", "media": "Báo tỉnh, ngày 10/01/2026"}, ("state", "spread")),
                                           ("occasion", "launch", "kind", {"name": "Lễ phát động", "day": "2026-01-10", "place": "Nhà văn hoá", "who": "Các xã, phường"}, ("note", "Có 200 người")),
                                           ("difficulty", "Thiếu kinh phí", "text", {"unit_id": 1, "raised_on": "2026-01-12"}, ("answer", "Bổ sung trong quý II")),
                                           ("target", "Nhà tạm được xoá", "name", {"planned": "1200", "measure": "nhà", "actual": "845,5", "as_of": "2026-02-01"}, ("actual", "1201"))):
        filed = ("--file", report) if noun in ("exemplar", "occasion") else ()
        made = call(noun, "new", KHANH_HOA, first, *(word for pair in sets.items() for word in ("--set", "=".join(map(str, pair)))), *filed).id()
        told = call(noun, "list", KHANH_HOA, "--json").json()
        problems += same(noun, [{k: t.get(k) for k in (key, "plan_id", *sets)} for t in told], [{key: first, "plan_id": KHANH_HOA, **sets}])
        problems += same(noun + ", its file", stored(f"SELECT file_name FROM {noun}") if filed else [], [("report.txt",)] if filed else [])
        problems += same(noun + " of another plan", call(noun, "list", SON_LA, "--json").json(), [])
        call(noun, "set", made, "--set", "=".join(change))
        problems += same(noun + " changed", stored(f"SELECT {change[0]} FROM {noun}"), [(change[1],)])
        call(noun, "delete", made)
        problems += same(noun + " deleted", stored(f"SELECT * FROM {noun}"), [])
        undo(3)
    return problems + same("undone", dump(office) == before, True)


def late_works():
    before = dump(office)
    for name, due, more in (("Trễ", "2026-02-01", ()), ("Xong", "2026-02-01", ("--set", "finished=2026-01-31")), ("Bỏ", "2026-02-01", ("--set", "state=dropped")), ("Còn hạn", "2026-02-03", ()), ("Không hạn", "", ())):
        call("work", "new", KHANH_HOA, name, "--set", f"due={due}", *more)
    late = {day: [w["name"] for w in call("plan", "works", KHANH_HOA, "--late", "--as-of", day, "--json").json()] for day in ("2026-02-01", "2026-02-02", "2026-02-04")}
    problems = same("late", late, {"2026-02-01": [], "2026-02-02": ["Trễ"], "2026-02-04": ["Trễ", "Còn hạn"]})
    problems += same("due", {w["name"] for w in call("plan", "works", "--due", "2026-02-02", "--json").json()}, {"Trễ", "Xong", "Bỏ"})
    undo(5)
    return problems + same("undone", dump(office) == before, True)


def every_year():
    before = dump(office)
    n = call("plan", "interim", SON_LA, "--what", "Báo cáo sơ kết năm", "--to", "UBND các xã, phường", "--due", "12-01", "--since", "2026", "--until", "2029").id()
    made = stored("SELECT what, due_date, is_report, who FROM deadline WHERE what LIKE 'Báo cáo sơ kết năm %' ORDER BY due_date")
    problems = same("how many", n, 4) + same("made", made, [(f"Báo cáo sơ kết năm {year}", f"{year}-12-01", 1, "UBND các xã, phường") for year in range(2026, 2030)])
    problems += same("owed", {(r["unit_name"], r["state"]) for r in call("plan", "reports", SON_LA, "--as-of", "2026-12-02", "--json").json() if r["what"].endswith("năm 2026")}, {("Xã Ea Kao", "late")})
    undo(1)
    return problems + same("undone", dump(office) == before, True)


def points():
    before = dump(office)
    criteria = stored("SELECT id FROM clause WHERE role = 'criterion' LIMIT 1")
    call("clause", "set", criteria[0][0], "--set", "points=25")
    told = [c.get("points") for plan in (KHANH_HOA, SON_LA) for c in held(plan)["clauses"] if c["id"] == criteria[0][0]]
    undo(1)
    return same("points", told, [25]) + same("undone", dump(office) == before, True)


for case in (deadline_moves, bar_is_lifted, earlier_movement, what_is_refused, facts, late_works, every_year, points):
    tap.check(case.__name__.replace("_", " "), case)
tap.end()
