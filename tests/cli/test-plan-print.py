#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans and decisions as official documents: PDF, .docx and .odt. LibreOffice lays the latter out, poppler measures all pages
against NĐ 30/2020, and our own reader finds in each file what it found in the plan's text."""
import importlib.machinery
import importlib.util
import os
import re
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

sys.dont_write_bytecode = True
from common import FAILED, HOME, PLANS, PROVINCE, USAGE, Tap, leftovers, make_office, must, nominations, path, plan_text, row, run, same, write

tap = Tap()
NAMES = ("dak-lak-0124", "dak-lak-8-percent", "son-la", "khanh-hoa", "thai-nguyen-141")
KINDS = ("pdf", "docx", "odt")
TESTS = os.path.join(PLANS, "..", "..", "..", "tests")
MM = 72 / 25.4
LOWEST = 297 - 20 + 1  # boxes of words reach a little below the line
os.makedirs(path("out"))
os.makedirs(path("laid-out"))


def load(file):
    loader = importlib.machinery.SourceFileLoader(os.path.basename(file).replace("-", "_"), file)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


SCORER = load(os.path.join(TESTS, "tools", "score-plan"))


def tool(*words):
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True, timeout=120,
                          env=dict(os.environ, LC_ALL="C.UTF-8", HOME=HOME)).stdout.decode()


def lay_out(kind, names):
    """By LibreOffice, all at once; gives the PDF of each name."""
    folder = path("laid-out", kind)
    tool("soffice", f"-env:UserInstallation=file://{HOME}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder,
         *(path("out", f"{name}.{kind}") for name in names))
    return {name: os.path.join(folder, name + ".pdf") for name in names}


office = make_office()
IDS = {name: 1 if name == "dak-lak-8-percent" else must("--office", office, "plan", "import", plan_text(name)).id() for name in NAMES}
ROWS = [row(f"Nguyễn Thị Mẫu {n}", form="Bằng khen", giver=PROVINCE, achievement="Đã có thành tích tiêu biểu trong phong trào thi đua") for n in range(60)]
must("--office", office, "nomination", "import", write("list.csv", nominations(*ROWS)), "--plan", 1)
DECISION = must("--office", office, "decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "Lê Văn Mẫu", "--all").id()
for kind_ in KINDS:
    for name_ in NAMES:
        must("--office", office, "plan", "print", IDS[name_], "--output", path("out", f"{name_}.{kind_}"))
    must("--office", office, "decision", "print", DECISION, "--output", path("out", f"decision.{kind_}"))
LAID_OUT = {kind_: lay_out(kind_, NAMES + ("decision",)) for kind_ in KINDS[1:]}
LAID_OUT["pdf"] = {name_: path("out", name_ + ".pdf") for name_ in NAMES + ("decision",)}
PRINTED = [(name_, kind_) for name_ in NAMES for kind_ in KINDS]


# What our own reader says

FACTS = {
    "award_forms": ("form", "authority", "given", "reason"), "deadlines": ("iso", "text", "what", "who"), "recipients": ("text", "note"),
    "articles": ("number", "text"), "legal_bases": ("type", "number", "date", "issuer"), "sections": ("marker_kind", "level", "marker", "title", "text"),
}


def facts(reading):
    known = {key: [tuple(entry.get(member) for member in members) for entry in reading.get(key) or []] for key, members in FACTS.items()}
    known["assignees"] = [(entry["name"], entry.get("requested"), [task["text"] for task in entry["tasks"]]) for entry in reading["assignees"]]
    for key in ("title", "plan_title", "number", "symbol", "date", "date_partial", "place", "theme", "short_name", "start", "end", "signer", "filing"):
        known[key] = {k: v for k, v in reading[key].items() if k != "lines"} if isinstance(reading.get(key), dict) else reading.get(key)
    if known["plan_title"]:
        del known["title"]  # of the decision, which is made from the plan's
    return known


def folded(value):
    """A mục is printed in capitals, and ends of lines and stops are the document's."""
    if isinstance(value, (list, tuple)):
        return [folded(each) for each in value]
    if isinstance(value, dict):
        return {key: folded(each) for key, each in value.items()}
    return SCORER.fold(value) if isinstance(value, str) else value


def read_again():
    problems = []
    for name in NAMES:
        original = must("plan", "read", plan_text(name), "--json").json()
        for kind in KINDS:
            reading = must("plan", "read", path("out", f"{name}.{kind}"), "--json").json()
            rows = SCORER.score(original, reading)
            figure = sum(rows.values()) / len(rows)
            if figure < 0.98:
                problems.append(f"{name}.{kind}: {figure:.3f} of the text's own reading: { {k: round(v, 2) for k, v in rows.items() if v < 1} }")
            want, got = folded(facts(original)), folded(facts(reading))
            problems += [f"{name}.{kind}: {key} is {got[key]!r}, not {want[key]!r}"[:1500] for key in want if got[key] != want[key]]
    return problems


def records(file, plan_id):
    db = sqlite3.connect(file)
    found = [db.execute(f"SELECT {columns} FROM {table} WHERE plan_id = ? ORDER BY position", (plan_id,)).fetchall()
             for table, columns in (("allowance", "award_form, giver_text, giver_level, rule, kind, reason"), ("task", "assignee, mode, body, due_date, due_text"),
                                    ("deadline", "what, who, due_date, due_text"), ("clause", "marker, marker_kind, level, form, title, body, role"))]
    db.close()
    return found


def imported_again():
    """The records of a file that was printed and read again."""
    other = path("again.thidua")
    must("office", "new", other, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
    problems = []
    for name, kind in PRINTED:
        again = must("--office", other, "plan", "import", path("out", f"{name}.{kind}")).id()
        for want, got in zip(records(office, IDS[name]), records(other, again)):
            problems += same(f"{name}.{kind}: how many", len(got), len(want))
            problems += [f"{name}.{kind}: {b}, not {a}"[:600] for a, b in zip(folded(want), folded(got)) if a != b]
    return problems


# Packages

def packages():
    problems = []
    for name in NAMES + ("decision",):
        for kind in KINDS[1:]:
            with zipfile.ZipFile(path("out", f"{name}.{kind}")) as package:
                for part in package.namelist():
                    if part.endswith((".xml", ".rels")):
                        ElementTree.fromstring(package.read(part))
                styles = package.read("styles.xml" if kind == "odt" else "word/styles.xml").decode()
                problems += [f"{name}.{kind} has no style “{style}”" for style in ("Quốc hiệu", "Tiêu ngữ", "Tên loại", "Trích yếu", "Căn cứ", "Mục", "Khoản", "Điểm", "Nội dung", "Nơi nhận") if f'"{style}"' not in styles]
                problems += same(f"fonts of {name}.{kind}", set(re.findall(r'(?:font-name|w:ascii|w:hAnsi|w:cs)="([^"]*)"', styles)), {"Times New Roman"})
            if kind == "odt":
                with open(path("out", f"{name}.odt"), "rb") as file:
                    problems += same("how an .odt begins", file.read(77)[30:], b"mimetypeapplication/vnd.oasis.opendocument.text")
    return problems


# Pages

def pages(pdf):
    """Of each page the words with their boxes, in millimetres."""
    found = []
    for page in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', tool("pdftotext", "-bbox", pdf, "-"), re.S):
        words = [tuple(float(n) / MM for n in box[:4]) + (box[4],) for box in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page[2])]
        found.append((float(page[0]) / MM, float(page[1]) / MM, words))
    return found


def margins():
    """A4; left 30–35, right 15–20, above and below 20–25 mm; the number in the top margin from page 2 on, in the middle."""
    problems = []
    for name, kind in PRINTED + [("decision", kind) for kind in KINDS]:
        number = 0
        for width, height, words in pages(LAID_OUT[kind][name]):
            above = [word for word in words if word[3] < 20]
            body = [word for word in words if word[3] >= 20]
            number = 1 if not above else number + 1
            where = f"{name}.{kind}, page {number}"
            if abs(width - 210) > 0.5 or abs(height - 297) > 0.5:
                problems.append(f"{where}: {width:.1f} × {height:.1f} mm")
            if not body or min(word[0] for word in body) < 29.5 or max(word[2] for word in body) > 195.5 or max(word[3] for word in body) > LOWEST:
                problems.append(f"{where}: outside the margins {[word for word in body if word[0] < 29.5 or word[2] > 195.5 or word[3] > LOWEST][:5]}")
            if number > 1:
                problems += same(f"{where}: above the text", [word[4] for word in above], [str(number)])
                if above and abs((above[0][0] + above[0][2]) / 2 - (30 + 195) / 2) > 0.6:
                    problems.append(f"{where}: the number stands at {above[0][0]:.1f} mm")
    return problems


def sizes():
    """Each kind of text has the size and weight of the decree."""
    problems = []
    for name, kind in PRINTED:
        xml = ElementTree.fromstring(tool("pdftohtml", "-xml", "-stdout", "-zoom", "1", "-i", LAID_OUT[kind][name]))
        fonts = {font.get("id"): int(font.get("size")) for font in xml.iter("fontspec")}
        lines = {}
        for number, page in enumerate(xml.iter("page")):
            for text in page.iter("text"):
                lines.setdefault((number, int(text.get("top")), int(text.get("left")) > 300), []).append((fonts[text.get("font")], text.find(".//b") is not None, text.find(".//i") is not None, "".join(text.itertext())))
        whole = [("".join(part[3] for part in parts), parts) for parts in lines.values()]
        for words, allowed, bold, italic in (("Độc lập - Tự do - Hạnh phúc", (13, 14), True, False), ("Nơi nhận:", (12,), True, True), ("I. MỤC ĐÍCH, YÊU CẦU", (13, 14), True, False),
                                             ("NGHĨA VIỆT NAM", (12, 13), True, False), ("- Ban Thi đua", (11,), False, False), ("Căn cứ ", (13, 14), False, True), ("- Sở ", (13, 14), False, False)):
            for text, parts in whole:
                text = text.replace("\xa0", " ").strip()
                if not (text.startswith(words) or (words == "NGHĨA VIỆT NAM" and text.endswith(words))) or (words == "Căn cứ " and not parts[0][2]) or (words == "- Ban Thi đua" and parts[0][0] > 12):
                    continue
                wrong = [part for part in parts if part[3].strip() and (part[0] not in allowed or part[1] != bold or part[2] != italic)]
                if wrong:
                    problems.append(f"{name}.{kind}: “{text}”: {wrong}")
        if not any(text.startswith("Nơi nhận:") for text, parts in whole):
            problems.append(f"{name}.{kind}: no recipients")
        fonts = {line.split()[0].split("+")[-1].split("-")[0] for line in tool("pdffonts", LAID_OUT[kind][name]).splitlines()[2:]}
        if not fonts <= {"LiberationSerif", "TimesNewRomanPSMT", "TimesNewRomanPS"}:
            problems.append(f"{name}.{kind}: fonts {fonts}")
    return problems


def rules():
    """Below the issuer a third to half of its name, below the motto as long as it, below the abstract a third to half."""
    problems = []
    for name, kind in PRINTED:
        svg = tool("pdftocairo", "-svg", "-f", "1", "-l", "1", LAID_OUT[kind][name], "-")
        lines = set()  # LibreOffice draws some of them twice
        for x1, y1, x2, y2, scale, rise, origin in re.findall(r'stroke-width.*? d="M ([\d.]+) ([\d.]+) L ([\d.]+) ([\d.]+) " transform="matrix\(([\d.]+),0,0,(-?[\d.]+),0,([\d.]+)\)"', svg):
            if y1 == y2:
                lines.add((float(x1) * float(scale) / MM, float(x2) * float(scale) / MM, (float(y1) * float(rise) + float(origin)) / MM))
        words = pages(LAID_OUT[kind][name])[0][2]
        motto = [word for word in words if word[4] in ("Độc", "phúc") and word[1] < 40]
        under = [line for line in lines if line[0] > 100 and 0 < line[2] - motto[0][3] < 4]
        if len(under) != 1 or abs(under[0][0] - motto[0][0]) > 1.5 or abs(under[0][1] - motto[-1][2]) > 1.5:
            problems.append(f"{name}.{kind}: below the motto {motto} there is {under}")
        issuer = [word for word in words if word[2] < 97 and word[1] < motto[0][3] + 1]
        last = [word for word in issuer if word[1] > max(w[1] for w in issuer) - 1]
        wide = max(max(w[2] for w in issuer if abs(w[1] - top) < 1) - min(w[0] for w in issuer if abs(w[1] - top) < 1) for top in {w[1] for w in issuer})
        under = [line for line in lines if line[1] < 97 and 0 < line[2] - last[0][3] < 4 and line[1] - line[0] < wide * 0.9]
        if len(under) != 1 or not 0.32 <= (under[0][1] - under[0][0]) / wide <= 0.51:
            problems.append(f"{name}.{kind}: below the issuer of {wide:.1f} mm there is {under}")
        if not any(abs((line[0] + line[1]) / 2 - 112.5) < 1 and line[2] > 45 for line in lines):
            problems.append(f"{name}.{kind}: no line below the abstract: {lines}")
    return problems


def first_lines():
    """Paragraphs begin 10 or 12,7 mm in, and their other lines at the margin."""
    problems = []
    for name, kind in PRINTED:
        for _width, _height, words in pages(LAID_OUT[kind][name])[1:]:
            begins = [word for word in words if word[3] > 20 and re.fullmatch(r"[a-đ]\)|-|[1-9]\.|I{1,3}\.|I?V\.", word[4]) and word[3] - word[1] > 5.3
                      and not any(abs(other[3] - word[3]) < 1 and other[0] < word[0] for other in words)]
            problems += [f"{name}.{kind}: “{word[4]}” begins at {word[0]:.1f} mm" for word in begins if abs(word[0] - 42.7) > 0.6 and abs(word[0] - 30) > 0.3]
            if begins and not any(abs(word[0] - 42.7) < 0.6 for word in begins):
                problems.append(f"{name}.{kind}: nothing is drawn in")
    return problems


def word_list(pdf):
    """The words without page numbers and heads of tables, in the order of the alphabet."""
    words = [word[4] for _w, _h, page in pages(pdf) for word in page if word[3] >= 20]
    return sorted(re.sub(r"(\w)- (?=\w)", r"\1-", " ".join(words).replace("\xa0", " ")).split())


def same_words():
    problems = []
    for name in NAMES:
        for kind in KINDS[1:]:
            ours, theirs = word_list(LAID_OUT["pdf"][name]), word_list(LAID_OUT[kind][name])
            if ours != theirs:
                problems.append(f"{name}.{kind}: {sorted(set(ours) ^ set(theirs))[:20]}, {len(theirs)} words, not {len(ours)}")
    return problems


def drafts():
    problems = []
    for name, kind in PRINTED:
        words = [word[4] for word in pages(LAID_OUT[kind][name])[0][2]]
        problems += same(f"{name}.{kind} is a draft", "THẢO" in words, name not in ("dak-lak-0124", "thai-nguyen-141"))
        text = " ".join(word[4] for _w, _h, page in pages(LAID_OUT[kind][name]) for word in page)
        problems += same(f"{name}.{kind} ends", text.count("./."), 2 if name == "son-la" else 1)
    return problems


def signature():
    """Two lines of text at least stand on the page of the signature."""
    problems = []
    for name, kind in PRINTED:
        for _width, _height, words in pages(LAID_OUT[kind][name]):
            label = [word for word in words if word[4] == "nhận:" and word[3] - word[1] < 6]
            if label and len({round(word[3]) for word in words if 20 < word[3] < label[0][1]}) < 2:
                problems.append(f"{name}.{kind}: the signature is alone")
    return problems


def lists():
    """The names of a decision, in a table whose head comes again on each page, numbered from its first page on."""
    problems = []
    for kind in KINDS:
        all_pages = pages(LAID_OUT[kind]["decision"])
        text = [" ".join(word[4] for word in page[2]) for page in all_pages]
        problems += [f"{kind}: Nguyễn Thị Mẫu {n} comes {sum(t.count(f'Mẫu {n} ') for t in text)} times" for n in range(60) if sum(t.count(f"Mẫu {n} ") for t in text) != 1]
        first = next(i for i, t in enumerate(text) if t.startswith("DANH SÁCH"))
        if len(text) - first < 2:
            problems.append(f"{kind}: the list has one page")
        problems += [f"{kind}: page {i + 1} of the list has no head" for i, t in enumerate(text[first:]) if "STT" not in t]
    return problems


def mistakes():
    problems = []
    out = os.path.join(HOME, "wrong")
    os.makedirs(out)
    for words, code in ((("plan", "print", 1), USAGE), (("plan", "print"), USAGE), (("plan", "print", "x", "--output", os.path.join(out, "a.pdf")), USAGE),
                        (("plan", "print", 99, "--output", os.path.join(out, "a.pdf")), FAILED), (("plan", "print", 1, "--output", os.path.join(out, "a.doc")), FAILED),
                        (("plan", "print", 1, "--output", os.path.join(out, "nowhere", "a.odt")), FAILED), (("decision", "print", DECISION, "--output", os.path.join(out, "a.rtf")), FAILED),
                        (("plan", "print", 1, "--output", out + "/."), FAILED)):
        result = run("--office", office, *words)
        problems += same(str(result), result.code, code) + result.faults() + leftovers(out)
    for kind in KINDS:
        result = run("--office", office, "plan", "print", 1, "--output", os.path.join(out, "full." + kind), size=2000)
        problems += same(f"a full disk: {result}", result.code, FAILED) + result.faults() + leftovers(out)
    upper = os.path.join(out, "A.DOCX")
    must("--office", office, "plan", "print", 1, "--output", upper)
    problems += same("capitals", zipfile.is_zipfile(upper), True)
    return problems


def empty_plan():
    """A plan of nothing but a title is told what it lacks, and printed."""
    bare = must("--office", office, "plan", "import", write("bare.txt", "KẾ HOẠCH\n\nPhát động thi đua\n\nI. MỤC ĐÍCH\n\n1. Thi đua tốt.\n")).id()
    problems = []
    for kind in KINDS:
        result = must("--office", office, "plan", "print", bare, "--output", path("out", "bare." + kind))
        problems += same(f"what is missing: {result}", sum("plan" in line for line in result.err.lower().splitlines()) >= 4, True)
        problems += same(f"bare.{kind}", must("plan", "read", path("out", "bare." + kind), "--json").json()["title"], "Phát động thi đua")
    return problems


tap.check("our own files say again what the plan says", read_again)
tap.check("and make the same records", imported_again)
tap.check("packages are as Word and LibreOffice want them", packages)
tap.check("pages, margins and page numbers", margins)
tap.check("sizes, weights and fonts", sizes)
tap.check("lines below issuer, motto and abstract", rules)
tap.check("paragraphs begin drawn in", first_lines)
tap.check("the same words in all three", same_words)
tap.check("drafts say so, and every document ends", drafts)
tap.check("no signature alone on a page", signature)
tap.check("the lists of a decision", lists)
tap.check("what cannot be printed leaves nothing behind", mistakes)
tap.check("a plan of a few words", empty_plan)
tap.end()
