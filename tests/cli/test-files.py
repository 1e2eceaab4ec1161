#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates as files: what a PDF says of itself, one for each person, one for each unit, and what happens when they
cannot be written. poppler and qpdf look at them. Nobody in them exists."""
import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from common import DEPARTMENT, DONE, FAILED, REFUSED, USAGE, Tap, make_office, must, nominations, path, row, run, same, write

tap = Tap()
office = make_office("files.thidua")
PEOPLE = [("Nguyễn Thị Mẫu", "Sở Y tế"), ("Đặng Văn Ướt", "Phường Tân Lập"), ("Y Bhiông Niê Kđăm", "Sở Y tế"), ("H’Ăng Niê", "Xã Ea Kao"),
          ("Nguyễn Thị Mẫu", "Phường Tân Lập")]
must("--office", office, "nomination", "import",
     write("five.csv", nominations(*(row(name, unit=unit, birth=str(1980 + i)) for i, (name, unit) in enumerate(PEOPLE)))), "--plan", 1)
must("--office", office, "decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "Trần Thị Ký", "--all")


def files(folder, *words):
    return run("--office", office, "certificate", "files", "--decision", 1, "--folder", folder, *words)


def tool(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def listed(folder):
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else None


def draft():
    folder = path("draft")
    return same("exit", files(folder).code, DONE) + same("names", listed(folder)[0], "thu-001-Nguyen-Thi-Mau.pdf")


tap.check("a draft's files say that they are trials", draft)
must("--office", office, "decision", "issue", 1, "--number", "87/QĐ-SNV", "--date", "2026-02-20")


def one_pdf():
    output = path("all.pdf")
    must("--office", office, "certificate", "print", "--decision", 1, "--output", output)
    info = dict(re.findall(r"^([A-Z]\w+): +(.*)$", tool("pdfinfo", output), re.M))
    whole = json.loads(tool("qpdf", "--json=1", output))
    catalogue = next(v for v in whole["objects"].values() if isinstance(v, dict) and v.get("/Type") == "/Catalog")
    outline = [(head["title"], [(kid["title"], kid["destpageposfrom1"]) for kid in head["kids"]]) for head in whole["outlines"]]
    pages = [tool("pdftotext", "-f", str(n), "-l", str(n), "-layout", output, "-") for n in range(1, 6)]
    problems = same("title", info["Title"], "Giấy khen theo Quyết định số 87/QĐ-SNV")
    problems += same("author", info.get("Author", "").upper(), "SỞ NỘI VỤ")
    problems += same("language", catalogue.get("/Lang"), "vi-VN")
    problems += same("heads", [head for head, _kids in outline], ["Sở Y tế", "Phường Tân Lập", "Xã Ea Kao"])
    problems += same("bookmarks", sum(len(kids) for _head, kids in outline), 5)
    for _head, kids in outline:
        problems += [f"{name} is not on page {n}" for name, n in kids if name not in pages[n - 1]]
    problems += same("qpdf", subprocess.run(["qpdf", "--check", output], capture_output=True).returncode, 0)
    fonts = tool("pdffonts", output).splitlines()[2:]
    return problems + [f"not embedded: {font}" for font in fonts if " yes " not in font]


tap.check("one PDF says its title, author and language and lists people by unit", one_pdf)


def persons():
    folder = path("persons")
    problems = same("printed", files(folder).out.strip(), "5")
    problems += same("names", listed(folder), ["001-Nguyen-Thi-Mau.pdf", "002-Dang-Van-Uot.pdf", "003-Y-Bhiong-Nie-Kdam.pdf",
                                               "004-HAng-Nie.pdf", "005-Nguyen-Thi-Mau.pdf"])
    for number, (name, _unit) in enumerate(PEOPLE, 1):
        file = os.path.join(folder, listed(folder)[number - 1])
        text = tool("pdftotext", file, "-")
        problems += same(f"pages of {number}", tool("pdfinfo", file).count("Pages:           1"), 1)
        problems += [] if name in text and f"Số sổ vàng: {number}\n" in text else [f"{file} is not of {name}: {text}"]
    return problems


tap.check("a file for each person, named by number and name", persons)


def ornament():
    folder = path("ornament")
    problems = same("exit", files(folder, "--with-ornament").code, DONE)
    for name in listed(folder):
        problems += same(name, subprocess.run(["qpdf", "--check", os.path.join(folder, name)], capture_output=True).returncode, 0)
        problems += [] if os.path.getsize(os.path.join(folder, name)) > 30000 else [f"{name} has no ornament"]
    return problems


tap.check("every file has its ornament", ornament)


def units():
    folder = path("units")
    problems = same("printed", files(folder, "--each", "unit").out.strip(), "3")
    problems += same("names", listed(folder), ["Phuong-Tan-Lap.pdf", "So-Y-te.pdf", "Xa-Ea-Kao.pdf"])
    text = tool("pdftotext", os.path.join(folder, "So-Y-te.pdf"), "-")
    return problems + same("people", [name in text for name, _unit in PEOPLE[:4]], [True, False, True, False])


tap.check("a file for each unit", units)


def rules():
    problems = []
    for number, (rule, first) in enumerate([("{name}", "Dang-Van-Uot.pdf"), ("{unit} {name}", "Phuong-Tan-Lap Dang-Van-Uot.pdf"),
                                            ("{year}_{decision}_{number}", "2026_87-QD-SNV_001.pdf"), ("  {form}*?{number}", "Giay-khen--001.pdf")]):
        folder = path(f"rule{number}")
        problems += same(rule, (files(folder, "--rule", rule).code, listed(folder)[0] if listed(folder) else None), (DONE, first))
        problems += same(f"{rule}: all", len(listed(folder) or []), 5)
    problems += [] if "Nguyen-Thi-Mau-2.pdf" in listed(path("rule0")) else ["one of two of a name is lost"]
    for rule in ("", "{nobody}", "{name", "../{name}", "tất cả"):
        folder = path("no-rule")
        problems += same(f"rule “{rule}”", (files(folder, "--rule", rule).code, listed(folder)), (FAILED, None))
    return problems + same("each", files(path("no-rule"), "--each", "house").code, USAGE)


tap.check("names follow the rule, each but once", rules)


def again():
    folder = path("persons")
    kept = os.path.join(folder, "002-Dang-Van-Uot.pdf")
    with open(kept, "w", encoding="utf-8") as file:
        file.write("mine")
    os.remove(os.path.join(folder, "001-Nguyen-Thi-Mau.pdf"))
    before = listed(folder)
    refused = files(folder)
    with open(kept, encoding="utf-8") as file:
        problems = same("refused", (refused.code, file.read(), listed(folder)), (REFUSED, "mine", before))
    problems += same("replaced", files(folder, "--replace").code, DONE)
    problems += same("size", os.path.getsize(kept) > 1000, True)
    return problems + same("all there", len(listed(folder)), 5)


tap.check("files that are there stay unless they may be replaced", again)


def in_the_way():
    folder = path("blocked")
    os.makedirs(os.path.join(folder, "003-Y-Bhiong-Nie-Kdam.pdf"))
    with open(os.path.join(folder, "001-Nguyen-Thi-Mau.pdf"), "w", encoding="utf-8") as file:
        file.write("old")
    told = files(folder, "--replace")
    with open(os.path.join(folder, "001-Nguyen-Thi-Mau.pdf"), encoding="utf-8") as file:
        problems = same("old one", file.read(), "old")
    problems += same("what is there", listed(folder), ["001-Nguyen-Thi-Mau.pdf", "003-Y-Bhiong-Nie-Kdam.pdf"])
    return problems + same("exit", told.code, FAILED)


tap.check("when one cannot take its name, those that had theirs give it back", in_the_way)


def full():
    folder = path("full")
    told = run("--office", office, "certificate", "files", "--decision", 1, "--folder", folder, size=3000)
    problems = same("exit", told.code, FAILED) + same("lines", len(told.err.strip().splitlines()), 1)
    return problems + same("nothing is left", listed(folder), None)


tap.check("a full disk leaves nothing behind", full)


def nowhere():
    folder = path("no", "such", "folder")
    return same("exit", files(folder).code, FAILED) + same("folder", os.path.exists(path("no")), False)


tap.check("a folder that cannot be made is told", nowhere)
tap.end()
