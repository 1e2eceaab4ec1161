#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan is read into a file, looked through, changed, and accepted; and a document is held against the plan that was."""
import json
import os
import stat
import sys

sys.dont_write_bytecode = True
from common import REFUSED, Tap, dump, must, path, plan_text, run, same, write

tap = Tap()
NAMES = ("dak-lak-0124", "dak-lak-8-percent", "son-la", "khanh-hoa", "thai-nguyen-141")


def office(name):
    must("office", "new", path(name), "--unit", "Sở Nội vụ", "--place", "Đắk Lắk")
    return path(name)


def bare(value):
    """Without what is made anew for each office."""
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key != "uuid"}
    return [bare(item) for item in value] if isinstance(value, list) else value


def review(where, name, output):
    told = must("--office", where, "plan", "import", plan_text(name), "--review", path(output), "--json").json()
    with open(path(output), encoding="utf-8") as file:
        return told, json.load(file)


def same_as_import():
    one, two = office("one.thidua"), office("two.thidua")
    problems = []
    for name in NAMES:
        before = dump(one)
        told, read = review(one, name, "review.json")
        problems += same(name + ": nothing is kept", dump(one) == before, True)
        problems += same(name + ": mode", stat.S_IMODE(os.stat(path("review.json")).st_mode), 0o600)
        problems += same(name + ": counts", told["sure"] + told["check"] + told["missing"], len(read["facts"]))
        problems += same(name + ": known", told["plan_id"], None)
        ids = [must("--office", one, "plan", "accept", path("review.json")).id(), must("--office", two, "plan", "import", plan_text(name)).id()]
        shown = [bare(must("--office", where, "plan", "show", id_, "--json").json()) for where, id_ in zip((one, two), ids)]
        problems += same(name, shown[0] == shown[1], True)
        problems += same(name + ": diff", must("--office", one, "plan", "diff", ids[0], plan_text(name), "--json").json(), [])
        must("--office", one, "office", "undo")
        problems += same(name + ": undone", dump(one) == before, True)
        must("--office", one, "office", "redo")
    return problems


def every_fact_has_its_place():
    """What the text says stands where the review says."""
    where = office("places.thidua")
    problems = []
    for name in NAMES:
        _, read = review(where, name, "places.json")
        n_lines = read["text"].count("\n") + 1
        for fact in read["facts"]:
            first, last = fact["lines"]
            if fact["state"] != "missing" and not 1 <= first <= last <= n_lines:
                problems.append(f"{name}: {fact['group']} {fact['field']} {fact['words']}: lines {first} to {last}")
    return problems


def looked_through():
    where = office("changed.thidua")
    _, read = review(where, "khanh-hoa", "changed.json")
    for fact in read["facts"]:
        if fact["field"] == "number":
            fact["values"]["number"], fact["state"] = "77/KH-UBND", "changed"
        if fact["field"] == "recipients":
            recipients = fact["values"]["recipients"]
    tasks = [fact for fact in read["facts"] if fact["group"] == "tasks"]
    tasks[0]["left_out"] = True
    tasks[1]["values"]["assignee"] = "Sở Khác"
    part = next(fact for fact in read["facts"] if fact["group"] == "parts")
    part["left_out"] = True
    write("changed.json", json.dumps(read))
    plan = must("--office", where, "plan", "accept", path("changed.json")).id()
    shown = must("--office", where, "plan", "show", plan, "--json").json()
    problems = same("number", shown["number"], "77/KH-UBND") + same("recipients", shown["recipients"], recipients)
    problems += same("tasks", len(shown["tasks"]), len(tasks) - 1) + same("assignee", shown["tasks"][0]["assignee"], "Sở Khác")
    roles = {clause["first_line"]: clause["role"] for clause in shown["clauses"]}
    problems += same("a piece left out", roles[part["lines"][0]], None)
    # The number the person gave is not in the document.
    differences = must("--office", where, "plan", "diff", plan, plan_text("khanh-hoa"), "--json").json()
    problems += same("differs", sorted((d["kind"], d["group"]) for d in differences), [("changed", "head"), ("changed", "tasks"), ("new", "tasks")])
    number = next(d for d in differences if d["group"] == "head")
    return problems + same("the number", (number["field"], number["before"], number["now"]), ("number", "77/KH-UBND", ""))


def what_a_later_text_says():
    where = office("later.thidua")
    plan = must("--office", where, "plan", "import", plan_text("khanh-hoa")).id()
    with open(plan_text("khanh-hoa"), encoding="utf-8") as file:
        text = file.read()
    later = text.replace("31/12/2025", "15/12/2025")
    assert later != text
    lines = later.splitlines(keepends=True)
    task = next(i for i, line in enumerate(lines) if line.startswith("1. Các cơ quan"))
    differences = must("--office", where, "plan", "diff", plan, write("later.txt", later), "--json").json()
    period = [d for d in differences if d["group"] == "period"]
    problems = same("period", [(d["kind"], d["field"]) for d in period], [("changed", "end-date")])
    problems += same("days", ("31/12/2025" in period[0]["before"], "15/12/2025" in period[0]["now"]), (True, True))
    problems += same("line", "15/12/2025" in lines[period[0]["line"] - 1], True)
    text_of = [(d["kind"], "15/12/2025" in (d["now"] or ""), "31/12/2025" in (d["before"] or "")) for d in differences if d["group"] == "parts"]
    problems += same("text", sorted(text_of), [("gone", False, True), ("new", True, False)])
    problems += same("nothing else", len(differences), 3) + same("a heading", task > 0, True)
    told = must("--office", where, "plan", "import", plan_text("khanh-hoa"), "--review", path("again.json"), "--json").json()
    return problems + same("known", (told["plan_id"], told["differences"]), (plan, 0))


def what_is_refused():
    where = office("refused.thidua")
    _, read = review(where, "son-la", "good.json")
    before = dump(where)
    problems = []

    def changed(**changes):
        return json.dumps({**read, **changes})

    def with_fact(**changes):
        return changed(facts=[{**read["facts"][-1], **changes}, *read["facts"][1:]])

    award = next(fact for fact in read["facts"] if fact["group"] == "awards")
    cases = {
        "no JSON": ("{", 3), "a list": ("[]", 3), "another file": ('{"format": "x"}', 3), "newer": (changed(version=2), 3), "no text": (changed(text=None), 3),
        "text of nothing": (changed(text=" "), 3), "facts no list": (changed(facts={}), 3), "too many": (changed(facts=[0] * 20001), 3), "fact no object": (changed(facts=[1]), 3),
        "group": (with_fact(group="x"), 3), "state": (with_fact(state=None), 3), "lines": (with_fact(lines=[1]), 3), "section": (with_fact(section=99999), 3),
        "values": (with_fact(values=[]), 3), "field": (changed(facts=[{**read["facts"][0], "field": "no-such"}]), 3),
        "choice": (changed(facts=[{**award, "values": {**award["values"], "rule": "perhaps"}}]), 3),
        "date": (changed(facts=[{**fact, "values": {"issue_date": "mai"}} for fact in read["facts"] if fact["field"] == "issue-date"]), 3),
        "number for text": (changed(facts=[{**award, "values": {**award["values"], "award_form": 7}}]), 3),
        "not filled in": (changed(facts=[{**award, "values": {**award["values"], "award_form": None}}]), REFUSED),
        "deep": ('{"format": ' + "[" * 100000, 3),
        "deep behind a comment": ('/*"*/' + "[" * 100000, 3), "deep behind other quotes": ("['\"'," + "[" * 100000, 3),
        "half a letter": (changed(text="@").replace('"@"', r'"\ud800."'), 3), "a byte": (with_fact(words="@").replace('"@"', r'"\377"'), 3),
    }
    for name, (content, code) in cases.items():
        told = run("--office", where, "plan", "accept", write("bad.json", content))
        problems += same(name, told.code, code) + ([] if told.err.strip() else [name + ": says nothing"])
    return problems + same("changed", dump(where) == before, True)


def a_file_that_cannot_be_written():
    where = office("quiet.thidua")
    told = run("--office", where, "plan", "import", plan_text("son-la"), "--review", path("no-such-folder/review.json"))
    return same("no folder", told.code, 3) + same("no plan", must("--office", where, "plan", "list", "--json").json(), [])


for case in (same_as_import, every_fact_has_its_place, looked_through, what_a_later_text_says, what_is_refused, a_file_that_cannot_be_written):
    tap.check(case.__name__.replace("_", " "), case)
tap.end()
