#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists as offices send them, made on the spot and passed through LibreOffice and Gnumeric: every row that a person sees
is there once, with the values that a person reads in it.  What each heading of a column means is a table of its own.

usage: test-list-files.py THIDUA-CLI"""
import collections
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile

import openpyxl

sys.dont_write_bytecode = True
import madelists

CLI = os.path.abspath(sys.argv[1])
HOME = tempfile.mkdtemp(prefix="thidua-lists-")
number = failed = 0
figures = collections.Counter()

# What cannot be known of old .xls, whose cells tell neither merges nor fonts: values that are missing there, and never wrong ones.
NOT_IN_XLS = {"several-awards": None, "register": ("decision_number", "decision_date"), "soldiers": ("unit",), "old-fonts": None}


def path(*names):
    return os.path.join(HOME, *names)


def case(name, problems):
    global number, failed  # pylint: disable=global-statement
    number += 1
    failed += bool(problems)
    for problem in problems[:12]:
        print("# " + str(problem).replace("\n", "\\n"))
    print(f"{'not ok' if problems else 'ok'} {number} - {name}", flush=True)


def read(name):
    done = subprocess.run([CLI, "list", "read", path(name), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"{name}: exit {done.returncode}: {done.stderr.decode()[-800:]}")
    return json.loads(done.stdout)


def soffice(target, names, folder):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{HOME}/profile", "--headless", "--convert-to", target, "--outdir", path(folder)] + [path(name) for name in names],
                   check=True, timeout=300, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, LC_ALL="C.UTF-8", HOME=HOME))


def ssconvert(source, target):
    subprocess.run(["ssconvert", path(source), path(target)], check=True, timeout=120, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                   env=dict(os.environ, LC_ALL="C.UTF-8", HOME=HOME))


def compare(name, truth, left_out=()):
    """Every row that was written is read, with its values, and no other row."""
    rows = [row for table in read(name)["tables"] for row in table["rows"]]
    by_name = collections.defaultdict(list)
    for row in rows:
        by_name[row.get("name")].append(row)
    problems, kind = [], name.rsplit(".", 1)[1]
    figures[kind, "rows"] += len(truth)
    for values in truth:
        found = by_name.get(values["name"])
        figures[kind, "values"] += len(values)
        if not found:
            problems.append(f"not read: {values['name']}")
            continue
        best = max(found, key=lambda row, values=values: sum(row.get(key) == value for key, value in values.items()))
        found.remove(best)
        figures[kind, "rows read"] += 1
        for key, value in values.items():
            figures[kind, "values read"] += best.get(key) == value
            if best.get(key) != value and not (key in left_out and best.get(key) is None):
                problems.append(f"{values['name']}: {key} {best.get(key)!r}, not {value!r}")
    return problems + [f"nobody: {row['cells']}" for found in by_name.values() for row in found]


def check(name, truth, left_out=()):
    try:
        case(name, compare(name, truth, left_out))
    except Exception as error:  # pylint: disable=broad-except
        case(name, [f"{type(error).__name__}: {error}"])


for folder in ("lo", "lo-again", "gnumeric"):
    os.mkdir(path(folder))
truths = {}
for name, make in madelists.DOCUMENTS.items():
    paper = make()
    truths[name + ".docx"] = paper.truth
    madelists.write_docx(paper, path(name + ".docx"))
for name, make in madelists.SHEETS.items():
    paper = make()
    truths[name + ".xlsx"] = paper.truth
    madelists.write_xlsx(paper, path(name + ".xlsx"))
soffice("odt", [name + ".docx" for name in madelists.DOCUMENTS], "lo")
soffice("docx:MS Word 2007 XML", [f"lo/{name}.odt" for name in madelists.DOCUMENTS], "lo-again")
soffice("html:HTML (StarWriter)", [f"lo/{name}.odt" for name in madelists.DOCUMENTS], "lo")
for ending in ("ods", "xlsx", "xls"):
    soffice(ending, [name + ".xlsx" for name in madelists.SHEETS], "lo")
    for name in madelists.SHEETS:
        ssconvert(name + ".xlsx", f"gnumeric/{name}.{ending}")

for name in madelists.DOCUMENTS:
    for file in (f"{name}.docx", f"lo/{name}.odt", f"lo-again/{name}.docx", f"lo/{name}.html"):
        check(file, truths[name + ".docx"])
for name in madelists.SHEETS:
    check(f"{name}.xlsx", truths[name + ".xlsx"])
    for who in ("lo", "gnumeric"):
        for ending in ("xlsx", "ods", "xls"):
            if ending != "xls" or NOT_IN_XLS.get(name, ()) is not None:
                check(f"{who}/{name}.{ending}", truths[name + ".xlsx"], NOT_IN_XLS.get(name, ()) if ending == "xls" else ())
for name in madelists.TEXTS:
    paper = madelists.SHEETS[name]()
    for encoding, delimiter, ending in (("utf-8", ",", "csv"), ("utf-8-sig", ";", "semicolon.csv"), ("utf-16", ";", "utf-16.csv"), ("utf-8", "\t", "tsv"), ("utf-16-be", "\t", "pasted.txt")):
        with open(path(f"{name}.{ending}"), "w", encoding=encoding, newline="") as file:
            file.write("\ufeff" if encoding == "utf-16-be" else "")
            csv.writer(file, delimiter=delimiter).writerows(madelists.as_rows(paper))
        check(f"{name}.{ending}", paper.truth)
for kind in sorted({kind for kind, _ in figures}):
    print(f"# .{kind}: {figures[kind, 'rows read']} of {figures[kind, 'rows']} rows, {figures[kind, 'values read']} of {figures[kind, 'values']} values")


def headings():
    """What stands over a column, in a list of numbers, names and that column: a sheet for each."""
    book, wanted = openpyxl.Workbook(), []
    book.remove(book.active)
    for role, texts in madelists.HEADINGS.items():
        for text in texts:
            head = [text if role == "number" else "STT", text if role == "name" else "Họ và tên", text if role not in ("number", "name") else "Giới tính", "Ghi chú"]
            sheet = book.create_sheet(str(len(wanted)))
            sheet.append(head[:3] if role == "note" else head)
            sheet.append([1, "Nguyễn Văn An"])
            wanted.append((text, {"number": 0, "name": 1}.get(role, 2), role))
    book.save(path("heads.xlsx"))
    tables = read("heads.xlsx")["tables"]
    problems = [] if len(tables) == len(wanted) else [f"{len(tables)} lists, not {len(wanted)}"]
    for table, (text, column, role) in zip(tables, wanted):
        got = table["columns"][column]["role"] if table["is_list"] else "no list"
        problems += [] if got == role else [f"{text!r}: {got}, not {role}"]
    return problems


def names_of_sheets():
    """A workbook whose sheets are called by what is in them, with nothing above the heads."""
    book = openpyxl.Workbook()
    book.active.title = "Tập thể"
    book.active.append(["STT", "Tên", "Thành tích"])
    book.active.append([1, "Thôn 3", "Dẫn đầu"])
    for title in ("Cá nhân", "Giấy khen", "Sheet4"):
        sheet = book.create_sheet(title)
        sheet.append(["STT", "Tên", "Thành tích"])
        sheet.append([1, "Nguyễn Văn An", "Dẫn đầu"])
    book.save(path("sheets.xlsx"))
    got = [(row.get("kind"), row.get("award_form")) for table in read("sheets.xlsx")["tables"] for row in table["rows"]]
    expected = [("collective", None), ("person", None), (None, "Giấy khen"), (None, None)]
    return [] if got == expected else [f"{got}, not {expected}"]


def run(name, function):
    try:
        case(name, function())
    except Exception as error:  # pylint: disable=broad-except
        case(name, [f"{type(error).__name__}: {error}"])


run("what headings mean", headings)
run("what the names of sheets mean", names_of_sheets)
print(f"1..{number}")
shutil.rmtree(HOME)
sys.exit(1 if failed else 0)
