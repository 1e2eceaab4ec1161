#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists that leave the program, read back by other programs: openpyxl and LibreOffice.  What they
must hold is read from the office by SQLite alone."""
import csv
import datetime
import os
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
import zipfile
from xml.sax.saxutils import escape

import openpyxl

sys.dont_write_bytecode = True
from common import DEPARTMENT, DONE, FAILED, HOME, PROVINCE, USAGE, Tap, leftovers, make_office, must, nominations, path, plan_text, row, run, same, write

tap = Tap()
WORK = path("work")
TMP = path("tmp")
ENDINGS = ("xlsx", "ods", "csv")
for folder in (WORK, TMP):
    os.mkdir(folder)
os.environ["TMPDIR"] = TMP


def work(name):
    return os.path.join(WORK, name)


def libreoffice(source, ending="xlsx"):
    """The file as LibreOffice opens and saves it."""
    folder = path("lo-" + os.path.basename(source))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{path('lo-profile')}", "--headless", "--convert-to", ending,
                    "--outdir", folder, source], check=True, capture_output=True, timeout=200)
    return os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + "." + ending)


def cells(name):
    """Rows of the first sheet; nothing is None."""
    sheet = openpyxl.load_workbook(name).worksheets[0]
    return [tuple(cell.value for cell in line) for line in sheet.iter_rows()]


def read_csv(name):
    with open(name, "rb") as file:
        data = file.read()
    assert data.startswith(b"\xef\xbb\xbf") and b"\n" not in data.replace(b"\r\n", b""), "no mark, or lines ended otherwise"
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))
    return [tuple(value or None for value in line) for line in rows]


def as_day(text):
    """What a spreadsheet makes of an ISO date; a month or a year stays text."""
    if text is None or len(text) == 10:
        return text and datetime.datetime.strptime(text, "%Y-%m-%d")
    return "/".join(reversed(text.split("-")))


def shown(value):
    return value.strftime("%d/%m/%Y") if isinstance(value, datetime.datetime) else value


def ask(office, sql):
    db = sqlite3.connect(office)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


SUBJECTS = "name,kind,birth,sex,citizen_id,post,unit_id,unit_name"
KIND = {"person": "Person", "collective": "Collective", "household": "Household"}
SEX = {"male": "Male", "female": "Female", None: None}


def many():
    """2,000 subjects of the demo in every format."""
    office = path("demo.thidua")
    must("demo", office, "--subjects", 2000, "--nominations", 20)
    expected = sorted(((name, KIND[kind], as_day(birth), SEX[sex], cccd, post, unit, unit) for name, kind, birth, sex, cccd, post, unit in ask(
        office, "SELECT s.name, s.kind, s.birth, s.sex, s.citizen_id, s.post, u.name FROM subject s LEFT JOIN unit u ON u.id = s.unit_id")),
        key=repr)
    head = ("Name", "Kind", "Born", "Sex", "Citizen id", "Post", "Unit", "Unit")
    problems = [] if len(expected) == 2000 else [f"{len(expected)} subjects"]
    problems += [] if any(c and c.startswith("0") for *_, c, _, _, _ in expected) else ["no id begins with zero"]
    for ending in ENDINGS:
        name = work("subjects." + ending)
        done = must("--office", office, "list", "export", "subjects", "--output", name, "--columns", SUBJECTS)
        problems += same(f"told of {ending}", done.out, f"{name}: 2000 rows\n")
        problems += same(f"mode of {ending}", oct(os.stat(name).st_mode & 0o777), "0o600")
        found = {"csv": read_csv, "xlsx": cells, "ods": lambda n: cells(libreoffice(n))}[ending](name)
        wanted = [tuple(shown(v) for v in line) for line in expected] if ending == "csv" else expected
        problems += same(f"head of {ending}", found[0], head)
        for got, want in zip(sorted(found[1:], key=repr), sorted(wanted, key=repr)):
            if got != want:
                problems.append(f"{ending}: {got}, not {want}")
        problems += same(f"rows of {ending}", len(found), 2001)
        problems += [f"{ending}: not composed: {v}" for line in found for v in line if isinstance(v, str) and v != unicodedata.normalize("NFC", v)]
    # In the order of the window: by given name.
    problems += same("order", [line[0] for line in cells(work("subjects.xlsx"))[1:]], [s["name"] for s in must(
        "--office", office, "subject", "search", "", "--json").json()])
    xlsx_again = cells(libreoffice(work("subjects.xlsx")))
    problems += same("an .xlsx after LibreOffice", xlsx_again == cells(work("subjects.xlsx")), True)
    return problems[:20]


HARD = ("=1+1", "+84 912", "-x", "@SUM(A1)", "'=1+1", "“Trích” \"dẫn\"", "H’Ăng Niê Kđăm", "Nguyễn <b>An</b> & Bình", "0123", "3/4", "TRUE")


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def hard_office():
    office = make_office("hard.thidua")
    people = write("hard.csv", nominations(
        *(row(quoted("'" + name if name[0] in "=+-@'" else name), birth=birth, cccd=cccd, form="Bằng khen", giver=PROVINCE, begin="2025", end="03/2026",
              posthumous="x" if i == 0 else "")
          for i, (name, birth, cccd) in enumerate(zip(HARD, ("1975", "03/1980", "05/03/1980", "", "1899") + ("1990",) * 9,
                                                     ("001080000001", "012345678", "P1234567") + ("",) * 9)))))
    must("--office", office, "nomination", "import", people, "--plan", 1)
    return office


def every_kind():
    """Each kind of cell is what it should be in the sheet, and nothing is a formula."""
    problems = []
    office = hard_office()
    columns = "name,birth,citizen_id"
    must("--office", office, "list", "export", "subjects", "--output", work("hard.xlsx"), "--columns", columns)
    must("--office", office, "list", "export", "subjects", "--output", work("hard.ods"), "--columns", columns)
    must("--office", office, "list", "export", "subjects", "--output", work("hard.csv"), "--columns", columns)
    birth = {"05/03/1980": datetime.datetime(1980, 3, 5)}
    wanted = {name: (b, c) for name, b, c in zip(HARD, ("1975", "03/1980", "05/03/1980", None, "1899") + ("1990",) * 9,
                                                 ("001080000001", "012345678", "P1234567") + (None,) * 9)}
    for name in (work("hard.xlsx"), libreoffice(work("hard.ods"))):
        sheet = openpyxl.load_workbook(name).worksheets[0]
        for line in sheet.iter_rows(min_row=2):
            b, c = wanted[line[0].value]
            problems += same(name, (line[1].value, line[2].value), (birth.get(b, b), c))
            problems += [f"{cell.value}: {cell.data_type}" for cell in line if cell.data_type not in "sdn" or cell.data_type == "n" and cell.value is not None]
            problems += same(f"format of {b}", line[1].number_format.lower(), "dd/mm/yyyy") if b in birth else []
        problems += same("rows", sheet.max_row, len(HARD) + 1)
    # Where a spreadsheet could see a formula, CSV has an apostrophe in front; nothing else has.
    found = {line[0] for line in read_csv(work("hard.csv"))[1:]}
    problems += same("names in CSV", found, {"'" + n if n.lstrip("'")[0] in "=+-@" else n for n in HARD})
    for line in openpyxl.load_workbook(libreoffice(work("hard.csv"))).worksheets[0].iter_rows():
        problems += [f"LibreOffice sees a formula: {cell.value}" for cell in line if cell.data_type == "f"]
    return problems


def looks():
    """What makes a sheet easy to use: headings that stay, filters, widths, A4 across, titles."""
    office = path("hard.thidua")
    name = work("units.xlsx")
    must("--office", office, "list", "export", "units", "--output", name, env={"LANGUAGE": "vi"})
    book = openpyxl.load_workbook(name)
    sheet = book.worksheets[0]
    problems = same("title", (sheet.title, book.properties.title), ("Đơn vị", "Đơn vị"))
    problems += same("head", [c.value for c in sheet[1]][:2], ["Tên", "Loại"])
    problems += same("frozen, filtered, repeated", (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows), ("A2", "A1:D4", "$1:$1"))
    problems += same("page", (sheet.page_setup.orientation, sheet.page_setup.paperSize), ("landscape", 9))
    problems += [] if sheet["A1"].font.b and sheet.column_dimensions["A"].width > 10 else ["head or width"]
    must("--office", office, "list", "export", "units", "--output", work("units.ods"), env={"LANGUAGE": "vi"})
    with zipfile.ZipFile(work("units.ods")) as package:
        first = package.infolist()[0]
        problems += same("first", (first.filename, first.compress_type, first.extra), ("mimetype", zipfile.ZIP_STORED, b""))
        settings = package.read("settings.xml").decode()
        problems += [] if '"VerticalSplitPosition" config:type="int">1<' in settings else ["nothing stays in sight in the .ods"]
        for part in package.namelist()[1:]:
            lint = subprocess.run(["xmllint", "--noout", "-"], input=package.read(part), capture_output=True, check=False)
            problems += [f"{part}: {lint.stderr[:200]}"] if lint.returncode else []
    sheet = openpyxl.load_workbook(libreoffice(work("units.ods"))).worksheets[0]
    return problems + same(".ods", (sheet.title, sheet.auto_filter.ref, sheet.print_title_rows), ("Đơn vị", "A1:D4", "$1:$1"))


def narrowed():
    office = path("hard.thidua")
    must("--office", office, "plan", "import", plan_text("son-la"))
    more = write("more.csv", nominations(row("Lò Thị Hạnh", form="Giấy khen", giver=DEPARTMENT)))
    must("--office", office, "nomination", "import", more, "--plan", 2)
    problems = []
    for words, names in (((), len(HARD) + 1), (("--plan", 1), len(HARD)), (("--plan", 2), 1), (("--search", "ho hạnh"), 0), (("--search", "lo hanh"), 1)):
        must("--office", office, "list", "export", "nominations", "--output", work("n.csv"), *words)
        problems += same(words, len(read_csv(work("n.csv"))) - 1, names)
    head = read_csv(work("n.csv"))[0]
    problems += [] if "Citizen id" not in head and "Award form" in head else [head]
    must("--office", office, "list", "export", "nominations", "--output", work("n.csv"), "--plan", 2, "--columns", "plan_id, giver-id,subject_name")
    return problems + same("by name", read_csv(work("n.csv"))[1][1:], (DEPARTMENT, "Lò Thị Hạnh"))


def wrong():
    office = path("hard.thidua")
    problems = []
    before = sorted(os.listdir(WORK))
    os.mkfifo(work("pipe.csv"))
    os.symlink("/dev/full", work("full.ods"))
    for code, *words in ((USAGE, "people", "--output", work("a.csv")), (USAGE, "units"), (USAGE, "units", "--output", work("a.csv"), "--columns", "name,rank"),
                         (USAGE, "units", "--output", work("a.csv"), "--columns", ""), (USAGE, "units", "--output", work("a.csv"), "--columns", "name,,code"),
                         (USAGE, "units", "--output", work("a.csv"), "--plan", 1), (USAGE, "units", "--output", work("a.csv"), "--search", b"\xff"),
                         (FAILED, "units", "--output", work("a.xls")), (FAILED, "units", "--output", work("pipe.csv")),
                         (FAILED, "units", "--output", work("full.ods")), (FAILED, "units", "--output", work("gone/a.ods"))):
        result = run("--office", office, "list", "export", *words)
        problems += result.faults() + same(words, result.code, code) + ([] if result.err.strip() and not result.out else [result])
    for code, *words in ((USAGE,), (FAILED, "--output", work("f.ods")), (FAILED, "--output", work("f.xlsx"), "--plan", 99)):
        result = run("--office", office, "list", "form", *words)
        problems += result.faults() + same(words, result.code, code)
    for name in ("pipe.csv", "full.ods"):
        os.unlink(work(name))
    return problems + same("files", sorted(os.listdir(WORK)), before)


def no_room():
    """A file that may not grow: yesterday's stays, nothing else does, one message."""
    problems = []
    office = path("demo.thidua")
    for ending in ENDINGS:
        folder = path("room-" + ending)
        name = os.path.join(folder, "list." + ending)
        os.mkdir(folder)
        # The rows fit nowhere; the head does.
        for size in (0, 100, 5000, 20000, 60000, 100000):
            with open(name, "wb") as file:
                file.write(b"yesterday's")
            result = run("--office", office, "list", "export", "subjects", "--output", name, size=size)
            problems += result.faults() + same(f"{ending} in {size}", (result.code, len(result.err.strip().splitlines())), (FAILED, 1))
            with open(name, "rb") as file:
                problems += same(f"{ending} in {size}", file.read(), b"yesterday's")
            problems += leftovers(folder, name) + [f"leaves {n} in the folder for such files" for n in os.listdir(TMP)]
    return problems


def form():
    """The choices of the form are those of the plan and the office, and the checks know good from bad."""
    office = path("hard.thidua")
    must("--office", office, "list", "form", "--output", work("form.xlsx"), "--plan", 1)
    book = openpyxl.load_workbook(work("form.xlsx"))
    problems = same("sheets", [(s.title, s.sheet_state) for s in book], [("Danh sách", "visible"), ("Hướng dẫn", "visible"), ("Danh mục", "hidden")])
    sheet = book["Danh sách"]
    head = [cell.value for cell in sheet[6]]
    problems += same("head", (len(head), head[0], head[2], head[5], head[-1]), (16, "STT", "Họ và tên / tên tập thể", "Số CCCD", "Ghi chú"))
    plan = ask(office, "SELECT number, title FROM plan WHERE id = 1")[0]
    problems += [] if plan[1] in sheet["A2"].value and (plan[0] or "") in sheet["A2"].value else [sheet["A2"].value]
    problems += same("text", [sheet.cell(7, i).number_format for i in (3, 4, 6, 13)], ["@"] * 4)
    offered = {}
    for check in sheet.data_validations.dataValidation:
        if check.type == "list":
            source, place = check.formula1.split("!")
            offered[head[openpyxl.utils.cell.range_boundaries(str(check.sqref))[0] - 1]] = [c[0].value for c in book[source.strip("'")][place]]
        problems += [] if check.error and check.errorTitle and str(check.sqref).endswith("5001") else [check]
    problems += same("units", sorted(offered["Đơn vị"]), sorted(n for n, in ask(office, "SELECT name FROM unit WHERE valid_to IS NULL")))
    allowed = {n for n, in ask(office, "SELECT award_form FROM allowance WHERE plan_id = 1 AND rule <> 'barred'")}
    problems += [] if offered["Hình thức khen thưởng"] and set(offered["Hình thức khen thưởng"]) <= allowed else [offered["Hình thức khen thưởng"]]
    givers = {n for n, in ask(office, "SELECT name FROM giver")}
    problems += [] if offered["Người tặng"] and set(offered["Người tặng"]) <= givers else [offered["Người tặng"]]
    problems += same("kinds", offered["Loại (cá nhân / tập thể / hộ gia đình)"], ["cá nhân", "tập thể", "hộ gia đình"])
    must("--office", office, "list", "form", "--output", work("any.xlsx"))
    return problems + same("without a plan", openpyxl.load_workbook(work("any.xlsx"))["Danh sách"]["A2"].value, None)


# What the checks of the form say of what is typed, by LibreOffice's own arithmetic.
TYPED = {"D": (("1980", 1), ("05/03/1980", 1), ("5/3/1980", 1), ("80", 0), ("5/3/80", 0), ("abc", 0), ("19800305", 0), ("1789", 0)),
         "F": (("001080000001", 1), ("1080000001", 0), ("00108000000x", 0), ("0010800000012", 0))}


def checks():
    book = openpyxl.load_workbook(work("form.xlsx"))
    sheet = book["Danh sách"]
    formulas = {str(c.sqref)[0]: c.formula1 for c in sheet.data_validations.dataValidation if c.type == "custom"}
    test = openpyxl.Workbook()
    wanted = []
    for column, cases in TYPED.items():
        for typed, good in cases:
            line = len(wanted) + 1
            test.active[f"A{line}"].number_format = "@"
            test.active[f"A{line}"] = typed
            test.active[f"B{line}"] = "=IF(" + formulas[column].replace(column + "7", f"A{line}") + ",1,0)"
            wanted.append((typed, good))
    test.save(path("typed.xlsx"))
    made = openpyxl.load_workbook(libreoffice(path("typed.xlsx")), data_only=True).active
    return same("checks", [(made[f"A{i + 1}"].value, made[f"B{i + 1}"].value) for i in range(len(wanted))], wanted)


# What a unit fills in, by the form's columns.
FILLED = (
    (1, "cá nhân", "Đặng Thị Ánh", "05/03/1980", "nữ", "001180000001", "Chuyên viên", "Sở Y tế", "Bằng khen", PROVINCE, "phong trào",
     "Đã có thành tích xuất sắc", "01/01/2025", "31/12/2025", None, None),
    (2, "cá nhân", "Y Bhiông Niê Kđăm", "1975", "nam", "066075000002", None, "Xã Ea Kao", "Bằng khen", PROVINCE, "đột xuất",
     "Đã cứu người bị nạn", None, None, "x", "ghi chú"),
    (3, "tập thể", "Phòng Kế hoạch – Tài chính", None, None, None, None, "Sở Y tế", "Bằng khen", PROVINCE, "công trạng",
     "Đã hoàn thành xuất sắc nhiệm vụ", "2024", "2025", None, None),
    (4, "hộ gia đình", "Lê Văn Tám", None, None, None, None, "Phường Tân Lập", "Bằng khen", PROVINCE, "cống hiến", "Gương mẫu", "2024", "2025", None, None),
)
READ = (
    ("person", "Đặng Thị Ánh", "1980-03-05", "female", "001180000001", "Sở Y tế", "movement", "2025-01-01", "2025-12-31", None),
    ("person", "Y Bhiông Niê Kđăm", "1975", "male", "066075000002", "Xã Ea Kao", "sudden", None, None, "yes"),
    ("collective", "Phòng Kế hoạch – Tài chính", None, None, None, "Sở Y tế", "merit", "2024", "2025", None),
    ("household", "Lê Văn Tám", None, None, None, "Phường Tân Lập", "devotion", "2024", "2025", None),
)
KEYS = ("kind", "name", "birth", "sex", "citizen_id", "unit", "commendation_kind", "period_from", "period_to", "posthumous")


LIBRARIES = ('<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd"><library:libraries '
             'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
             'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>')
LIBRARY = ('<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd"><library:library '
           'xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">'
           '<library:element library:name="Form"/></library:library>')
MODULE = ('<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module '
          'xmlns:script="http://openoffice.org/2000/script" script:name="Form" script:language="StarBasic">{}</script:module>')


def typed(source, target):
    """The form with each value typed into its cell by LibreOffice itself, as a person does there."""
    profile = path("lo-profile")  # which LibreOffice has made by now: it writes its own over what it finds at first
    folder = os.path.join(profile, "user", "basic", "Standard")
    os.makedirs(folder, exist_ok=True)
    lines = ["Sub TypeAll()", "Dim way(0) As New com.sun.star.beans.PropertyValue", "Dim document As Object, sheet As Object",
             'way(0).Name = "Hidden"', "way(0).Value = True", f'document = StarDesktop.loadComponentFromURL(ConvertToURL("{source}"), "_blank", 0, way())',
             'sheet = document.Sheets.getByName("Danh sách")']
    for line, values in enumerate(FILLED):
        lines += [f'sheet.getCellByPosition({column}, {6 + line}).FormulaLocal = "{value}"' for column, value in enumerate(values) if value is not None]
    lines += ['way(0).Name = "FilterName"', 'way(0).Value = "Calc MS Excel 2007 XML"', f'document.storeToURL(ConvertToURL("{target}"), way())', "document.close(True)", "End Sub"]
    for name, text in (("../script.xlc", LIBRARIES), ("script.xlb", LIBRARY), ("Form.xba", MODULE.format(escape("\n".join(lines) + "\n")))):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n' + text)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "macro:///Standard.Form.TypeAll"], check=True, capture_output=True, timeout=200)
    return target


def comes_back():
    """The form, filled, is read and taken in without a question, also when LibreOffice has saved it or was where it was filled."""
    book = openpyxl.load_workbook(work("form.xlsx"))
    for line, values in enumerate(FILLED):
        for column, value in enumerate(values):
            book["Danh sách"].cell(7 + line, 1 + column).value = value
    book.save(work("filled.xlsx"))
    problems = []
    ods = libreoffice(work("filled.xlsx"), "ods")
    for i, name in enumerate((work("filled.xlsx"), libreoffice(work("filled.xlsx")), ods, libreoffice(ods), typed(work("form.xlsx"), work("typed.xlsx")))):
        read = must("list", "read", name, "--json").json()
        lists = [t for t in read["tables"] if t["is_list"]]
        problems += same("lists", [t["sheet"] for t in lists], ["Danh sách"])
        problems += same("rows", [tuple(r.get(k) for k in KEYS) for t in lists for r in t["rows"]], list(READ))
        problems += [f for f in read.get("findings", []) + [f for t in lists for r in t["rows"] for f in r["findings"]]]
        told = must("--office", make_office(f"back-{i}.thidua"), "list", "import", name, "--plan", 1, "--from", "SYT", "--json").json()
        problems += same(f"taken in from {os.path.basename(name)}", (told["count"], told["findings"]), (len(READ), []))
    return problems


for program in ("soffice", "xmllint"):
    if shutil.which(program) is None:
        print(f"Bail out! no {program}")
        sys.exit(1)
tap.check("2,000 subjects in every format, as other programs read them", many)
tap.check("every kind of cell stays what it is", every_kind)
tap.check("sheets are easy to use", looks)
tap.check("plan, words and columns narrow a list", narrowed)
tap.check("what is asked wrongly is said", wrong)
tap.check("where there is no room nothing is half done", no_room)
tap.check("the form offers what the reader understands", form)
tap.check("the checks of the form know good from bad", checks)
tap.check("the form, filled, comes back without a question", comes_back)
tap.case("nothing is left in the folder for such files", [f"leaves {n}" for n in os.listdir(TMP)])
tap.end()
