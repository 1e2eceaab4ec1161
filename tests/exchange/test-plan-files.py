#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-plan-files.py PLAN-READ-JSON SOURCE-ROOT

The five plans in every format and encoding that plans come in: their text converted by LibreOffice, and documents as offices
write them, made by officeplans.py. Each is read and compared with the answer made by hand: as good as from the text itself.
"""
import importlib.machinery
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import officeplans  # noqa: E402  pylint: disable=wrong-import-position
import oldtexts  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), sys.argv[2]
TESTS = os.path.join(ROOT, "tests")
PLANS = ["dak-lak-0124", "dak-lak-8-percent", "son-la", "khanh-hoa", "thai-nguyen-141"]
FORMATS = ["docx", "odt", "pdf", "html"]
# How much a format may cost.
MOST_LOST = 0.02
HOME = sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp(prefix="thidua-plan-files-")
number = failed = 0


def load(path):
    loader = importlib.machinery.SourceFileLoader(os.path.basename(path).replace("-", "_"), path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


SCORER = load(os.path.join(TESTS, "tools", "score-plan"))
ALTER = load(os.path.join(TESTS, "exchange", "alter-plan"))


def path(*names):
    return os.path.join(HOME, *names)


def soffice(target, folder, names, infilter=None):
    command = ["soffice", f"-env:UserInstallation=file://{HOME}/profile", "--headless", "--convert-to", target, "--outdir", path(folder)]
    command += [f"--infilter={infilter}"] if infilter else []
    subprocess.run(command + names, check=True, timeout=300, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                   env=dict(os.environ, LC_ALL="C.UTF-8", HOME=HOME))


def answer_of(name):
    with open(os.path.join(TESTS, "fixtures", "plans", name + ".json"), encoding="utf-8") as file:
        return json.load(file)


def score(name, file):
    read = subprocess.run([PROGRAM, file], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    if read.returncode != 0:
        return 0.0, {"error": read.stderr.decode()}
    rows = SCORER.score(answer_of(name), json.loads(read.stdout))
    return sum(rows.values()) / len(rows), {key: round(value, 3) for key, value in rows.items() if value < 1}


def check(title, name, file):
    global number, failed  # pylint: disable=global-statement
    number += 1
    figure, rows = score(name, file)
    good = figure >= TEXT[name] - MOST_LOST
    failed += not good
    print(f"{'ok' if good else 'not ok'} {number} - {title} {name}: {figure:.3f} of {TEXT[name]:.3f}")
    if rows:
        print(f"# {rows}", flush=True)


def text_of(name):
    return os.path.join(ROOT, "data", "samples", "plans", name + ".txt")


LEAST = 0.97  # of the text itself: what the others are held against
TEXT = {name: score(name, text_of(name))[0] for name in PLANS}
for name, figure in TEXT.items():
    number += 1
    failed += figure < LEAST
    print(f"{'ok' if figure >= LEAST else 'not ok'} {number} - the text itself: {name}: {figure:.3f}")
for kind in FORMATS:
    soffice(kind, "text", [text_of(name) for name in PLANS], "Text (encoded):UTF8,LF,,,")
    for name in PLANS:
        check(f"text as {kind}:", name, path("text", f"{name}.{kind}"))

os.makedirs(path("encodings"), exist_ok=True)
for kind, encode in oldtexts.ENCODINGS.items():
    for name in PLANS:
        with open(text_of(name), encoding="utf-8") as text_file, open(path("encodings", name + "." + kind), "wb") as made:
            made.write(encode(text_file.read()))
        check(f"text in {kind}:", name, path("encodings", name + "." + kind))

for folder in ("office", "printed", "portal"):
    os.makedirs(path(folder), exist_ok=True)
for name in PLANS:
    with open(text_of(name), encoding="utf-8") as text_file:
        plan = officeplans.Plan(text_file.read().split("\n"), answer_of(name), ALTER.join)
    with open(path("office", name + ".docx"), "wb") as made:
        made.write(officeplans.word(plan))
    with open(path("printed", name + ".docx"), "wb") as made:
        made.write(officeplans.word(plan, struck=False))
    with open(path("portal", name + ".html"), "w", encoding="utf-8") as made:
        made.write(officeplans.portal(plan))
for kind in FORMATS:
    if kind != "docx":
        soffice(kind, "office", [path("office" if kind == "odt" else "printed", name + ".docx") for name in PLANS])
    for name in PLANS:
        check(f"as an office writes it, as {kind}:", name, path("office", f"{name}.{kind}"))
for name in PLANS:
    check("on a portal:", name, path("portal", name + ".html"))
print(f"1..{number}")
sys.exit(1 if failed else 0)
