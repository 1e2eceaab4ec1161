#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files with tables, made on the spot by openpyxl, LibreOffice and Gnumeric, are read cell by cell as
those programs read each other's; files written by hand hold what those programs never write.

usage: test-book-files.py BOOK-JSON"""
import csv
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile

import openpyxl
from openpyxl.styles import Font

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import badbooks  # noqa: E402  pylint: disable=wrong-import-position

warnings.simplefilter("ignore")  # of openpyxl, about looks
READER = os.path.abspath(sys.argv[1])
HOME = tempfile.mkdtemp(prefix="thidua-book-")
number = failed = 0


def path(*names):
    return os.path.join(HOME, *names)


def read(name):
    done = subprocess.run([READER, path(name)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"{name}: exit {done.returncode}: {done.stderr.decode()[-800:]}")
    return json.loads(done.stdout)


def case(name, problems):
    global number, failed  # pylint: disable=global-statement
    number += 1
    failed += bool(problems)
    for problem in problems[:20]:
        print("# " + str(problem).replace("\n", "\\n"))
    print(f"{'not ok' if problems else 'ok'} {number} - {name}", flush=True)


def check(name, function, *args):
    try:
        case(name, function(*args))
    except Exception as error:  # pylint: disable=broad-except
        case(name, [f"{type(error).__name__}: {error}"])


def soffice(target, *names, folder=".", infilter=None):
    """Several files at a time: starting LibreOffice is what takes long."""
    command = ["soffice", f"-env:UserInstallation=file://{HOME}/profile", "--headless", "--convert-to", target, "--outdir", path(folder)]
    command += [f"--infilter={infilter}"] if infilter else []
    subprocess.run(command + [path(name) for name in names], check=True, timeout=300, stdin=subprocess.DEVNULL,
                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, LC_ALL="C.UTF-8", HOME=HOME))


def ssconvert(source, target):
    subprocess.run(["ssconvert", path(source), path(target)], check=True, timeout=120, stdin=subprocess.DEVNULL,
                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, LC_ALL="C.UTF-8", HOME=HOME))


def trimmed(rows):
    """Without what is empty at the ends."""
    rows = [list(row) for row in rows]
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def texts(sheet):
    return [[cell[0] for cell in row] for row in sheet["rows"]]


def different(got, expected):
    got, expected = trimmed(got), trimmed(expected)
    problems = [] if len(got) == len(expected) else [f"{len(got)} rows, not {len(expected)}"]
    for i, (ours, theirs) in enumerate(zip(got, expected), 1):
        if ours != theirs:
            problems.append(f"row {i}: {ours}, not {theirs}")
    return problems


# A list with all that lists have. The formats are those that LibreOffice shows as this program
# does: ISO days, no separators of thousands.
rng = random.Random(3)
SYLLABLES = "Nguyễn Trần Lê Phạm Đặng Hoàng Niê Kđăm Thị Văn Ngọc Ánh Ước Quý H’Ăng Bhiông".split()


def name_of(n):
    return " ".join(rng.choice(SYLLABLES) for _ in range(n))


def make_list():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh sách 1"
    sheet["A1"] = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
    sheet.merge_cells("A1:J1")
    sheet["A2"] = "STT"
    sheet.merge_cells("A2:A3")
    sheet["B2"] = "Cá nhân"
    sheet.merge_cells("B2:D2")
    for column, text in enumerate(["Họ và tên", "Ngày sinh", "CCCD"], 2):
        sheet.cell(3, column).value = text
    for i in range(60):
        row = i + 5
        sheet.cell(row, 1).value = i + 1
        sheet.cell(row, 2).value = name_of(rng.randint(2, 5))
        sheet.cell(row, 2).font = Font(name=".VnTime" if i % 3 == 0 else "VNI-Times" if i % 3 == 1 else "Arial")
        sheet.cell(row, 3).value = datetime.date(1900, 3, 1) + datetime.timedelta(days=rng.randrange(50000))
        sheet.cell(row, 3).number_format = "yyyy-mm-dd"
        sheet.cell(row, 4).value = rng.randrange(10**10, 10**12)
        sheet.cell(row, 4).number_format = "0"
        sheet.cell(row, 5).value = "0" + str(rng.randrange(10**10, 10**11))
        sheet.cell(row, 6).value = rng.choice([None, "dòng 1\ndòng 2", 'ngoặc "kép", phẩy; chấm', "một  hai", "=", "'"])
        sheet.cell(row, 7).value = rng.choice([None, 0.3, 1.25, -7, 1980, 123456.789])
        sheet.cell(row, 8).value = rng.randrange(10**9)
        sheet.cell(row, 8).number_format = "000000000000"
        sheet.cell(row, 9).value = rng.randrange(1, 100) / 100
        sheet.cell(row, 9).number_format = "0%"
        sheet.cell(row, 10).value = rng.choice([None, True, False])
        sheet.cell(row, 11).value = rng.choice([None, "#N/A", "#REF!"])
        if i == 30:
            sheet.merge_cells(start_row=row, end_row=row + 2, start_column=12, end_column=13)
            sheet.cell(row, 12).value = "cả ba"
    sheet.cell(200, 3).value = "ở xa"
    hidden = book.create_sheet("Ẩn")
    hidden["C5"] = "kín"
    hidden.sheet_state = "hidden"
    book.create_sheet("Trống")
    book.save(path("list.xlsx"))


make_list()
for kind in ("xlsx", "ods", "xls"):
    soffice(kind, "list.xlsx", folder="lo")
for kind in ("xlsx", "ods", "xls"):
    os.makedirs(path("gnumeric"), exist_ok=True)
    ssconvert("list.xlsx", f"gnumeric/list.{kind}")
MADE = ["list.xlsx"] + [f"{who}/list.{kind}" for who in ("lo", "gnumeric") for kind in ("xlsx", "ods", "xls")]
# Every file as LibreOffice shows its first sheet.
for name in MADE:
    soffice("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true", name, folder="csv")
    os.rename(path("csv", "list.csv"), path("csv", name.replace("/", "-") + ".csv"))


def shown_by_libreoffice(name):
    with open(path("csv", name.replace("/", "-") + ".csv"), encoding="utf-8", newline="") as file:
        return [[cell.replace("\r\n", "\n") for cell in row] for row in csv.reader(file)]


# libfreexl tells neither formats nor truth values nor failed formulas.
NOT_IN_XLS = {8: "a number without its zeros", 9: "hundredths", 10: "truth values", 11: "failed formulas"}


def as_libreoffice(name):
    got, expected = texts(read(name)["sheets"][0]), shown_by_libreoffice(name)
    if name.endswith(".xls"):
        for rows in (got, expected):
            for row in rows:
                for column in NOT_IN_XLS:
                    if column <= len(row):
                        row[column - 1] = ""
    if name == "gnumeric/list.ods":
        # LibreOffice does not see the line breaks that Gnumeric writes.
        got, expected = ([[cell.replace("\n", "") for cell in row] for row in rows] for rows in (got, expected))
    return different(got, expected) + ([] if len(got) == 200 else [f"{len(got)} rows"])


for name in MADE:
    check(f"{name} as LibreOffice shows it", as_libreoffice, name)


def as_text(value):
    """A value of openpyxl as a cell shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d" if value.time() == datetime.time() else "%Y-%m-%d %H:%M")
    if isinstance(value, float):
        return format(value, ".15g")
    return str(value)


def as_openpyxl(name):
    problems = []
    theirs = openpyxl.load_workbook(path(name), data_only=True)
    ours = read(name)["sheets"]
    if [sheet["name"] for sheet in ours] != theirs.sheetnames:
        return [f"sheets {[sheet['name'] for sheet in ours]}, not {theirs.sheetnames}"]
    for sheet, other in zip(ours, theirs.worksheets):
        if sheet["hidden"] != (other.sheet_state != "visible"):
            problems.append(f"{sheet['name']} hidden: {sheet['hidden']}")
        spans = {}
        for r, row in enumerate(sheet["rows"], 1):
            for c, (text, kind, font, rows, columns) in enumerate(row, 1):
                cell = other.cell(r, c)
                expected = as_text(cell.value)
                if c == 8 and r > 4 and expected:
                    expected = expected.zfill(12)
                if c == 9 and r > 4 and expected:
                    expected = f"{round(cell.value * 100)}%"
                if text != expected:
                    problems.append(f"{cell.coordinate}: {text!r}, not {expected!r}")
                right = {"n": "number", "s": "text", "d": "date", "b": "boolean", "e": "error"}[cell.data_type]
                if text and kind != right:
                    problems.append(f"{cell.coordinate}: {kind}, not {right}")
                if text and font != cell.font.name:
                    problems.append(f"{cell.coordinate}: {font}, not {cell.font.name}")
                if (rows, columns) != (1, 1):
                    spans[cell.coordinate] = (rows, columns)
        expected_spans = {r.coord.split(":")[0]: (r.max_row - r.min_row + 1, r.max_col - r.min_col + 1) for r in other.merged_cells.ranges}
        if spans != expected_spans:
            problems.append(f"merged {spans}, not {expected_spans}")
    return problems


for name in MADE:
    if name.endswith(".xlsx"):
        check(f"{name} as openpyxl reads it", as_openpyxl, name)


def same_but_for_format(name):
    """What the others tell of kinds, fonts and merged cells, .ods tells too."""
    problems = []
    for ours, other in zip(read(name)["sheets"], read("list.xlsx")["sheets"]):
        if (ours["name"], ours["hidden"]) != (other["name"], other["hidden"]):
            problems.append(f"{ours['name']} {ours['hidden']}")
        for r, (mine, theirs) in enumerate(zip(ours["rows"], other["rows"]), 1):
            for c, (cell, expected) in enumerate(zip(mine, theirs), 1):
                if cell != expected and cell[0]:
                    problems.append(f"{r}, {c}: {cell}, not {expected}")
    return problems


check("lo/list.ods as list.xlsx", same_but_for_format, "lo/list.ods")

# Tables of documents: what each cell says, how many rows and columns it goes over.
TABLE = [
    [("STT", 2, 1), ("Cá nhân", 1, 2), ("Đơn vị", 2, 1)],
    [("Họ và tên", 1, 1), ("Năm sinh", 1, 1)],
    [("1", 1, 1), ("Nguyễn Thị Ánh", 1, 1), ("1980", 1, 1), ("Sở Y tế", 3, 1)],
    [("2", 1, 1), ("Y Bhiông Niê", 1, 1), ("12/05/1981", 1, 1)],
    [("II. TẬP THỂ", 1, 3)],
    [("3", 1, 1), ("", 1, 2), ("Phường Tân Lập", 1, 1)],
]
SECOND = [[("a", 1, 1), ("b", 1, 1)], [("c", 1, 2)]]


def as_html(table, cell_end=""):
    rows = "".join("<tr>" + "".join(f'<td rowspan="{r}" colspan="{c}"><p>{text}</p>{cell_end if text == "Y Bhiông Niê" else ""}</td>'
                                    for text, r, c in row) + "</tr>\n" for row in table)
    return f'<table border="1">{rows}</table>'


def as_grid(table):
    """The cells at their places: (row, column) → (text, rows, columns)."""
    grid, taken = {}, set()
    for r, row in enumerate(table):
        c = 0
        for text, rows, columns in row:
            while (r, c) in taken:
                c += 1
            grid[r, c] = (text, rows, columns)
            taken |= {(r + i, c + j) for i in range(rows) for j in range(columns)}
            c += columns
    return grid


def make_document():
    with open(path("table.html"), "w", encoding="utf-8") as file:
        file.write('<html><head><meta charset="utf-8"><title>Ngoài bảng</title></head><body><p>Danh sách</p>'
                   + "<p>(Kèm theo <b>Quyết định</b> số 974/QĐ-UBND<br>ngày 12/3/2024)</p><p> </p><h2>I. TẬP THỂ</h2>" + as_html(TABLE, as_html(SECOND))
                   + "<p>Hết</p><div>II. CÁ <i>NHÂN</i></div>" + as_html(SECOND) + "<p>Danh sách có 03 người</p><p>Nơi nhận:</p></body></html>")
    soffice("odt:writer8", "table.html", infilter="HTML (StarWriter)")
    soffice("docx:MS Word 2007 XML", "table.odt")


make_document()


def is_table(sheet, table):
    problems = []
    grid = as_grid(table)
    got = {(r, c): (cell[0], cell[3], cell[4]) for r, row in enumerate(sheet["rows"]) for c, cell in enumerate(row)
           if cell[0] or cell[3] * cell[4] > 1}
    for place, cell in grid.items():
        if cell[0] and got.get(place) != cell:
            problems.append(f"{place}: {got.get(place)}, not {cell}")
    problems += [f"{place}: {cell}, not empty" for place, cell in got.items() if cell[0] and place not in grid]
    return problems


def tables_of(name):
    sheets = read(name)["sheets"]
    if len(sheets) != 3:
        return [f"{len(sheets)} tables"]
    for sheet in sheets:
        sheet["rows"] = sheet["rows"][slice(*sheet["table"])]
    outer = json.loads(json.dumps(sheets[0]).replace("Y Bhi\\u00f4ng Ni\\u00ea\\n", "Y Bhi\\u00f4ng Ni\\u00ea"))
    return is_table(outer, TABLE) + is_table(sheets[1], SECOND) + is_table(sheets[2], SECOND)


for name in ("table.html", "table.odt", "table.docx"):
    check(f"the tables of {name}", tables_of, name)

def around_tables(name):
    """What stands above, between and below the tables; those inside others have nothing around them."""
    got = []
    for sheet in read(name)["sheets"]:
        first, end = sheet["table"]
        rows = [row[0][0] for row in sheet["rows"]]
        got.append((rows[:first], rows[end:]))
    expected = [(["Danh sách", "(Kèm theo Quyết định số 974/QĐ-UBND\nngày 12/3/2024)", "I. TẬP THỂ"], []), ([], []),
                (["Hết", "II. CÁ NHÂN"], ["Danh sách có 03 người", "Nơi nhận:"])]
    return [] if got == expected else [f"{got}, not {expected}"]


for name in ("table.html", "table.odt", "table.docx"):
    check(f"the text around the tables of {name}", around_tables, name)


def long_document():
    """Of very long text its beginning and its end are kept; a long paragraph is cut."""
    with open(path("long.html"), "w", encoding="utf-8") as file:
        file.write("<html>" + "".join(f"<p>đoạn {i}</p>" for i in range(5000)) + f"<p>{'Đ' * 1000000}</p>" + as_html(SECOND))
    sheet = read("long.html")["sheets"][0]
    rows = [row[0][0] for row in sheet["rows"][:sheet["table"][0]]]
    problems = [] if (rows[0], rows[-2]) == ("đoạn 0", "đoạn 4999") and 500 < len(rows) <= 1000 else [f"{rows[0]}, {rows[-2]}, {len(rows)}"]
    return problems + ([] if set(rows[-1]) == {"Đ"} and 5000 < len(rows[-1]) < 10000 else [f"{len(rows[-1])} letters"])


check("the text above a table is bounded", long_document)

# What those programs do not write, but others do.
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="a" Type="http://x/worksheet" Target="/xl/worksheets/One.xml"/>'
             '<Relationship Id="b" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>'
             '<Relationship Id="c" Type="http://x/styles" Target="styles.xml"/>'
             '<Relationship Id="d" Type="http://x/chartsheet" Target="chart.xml"/></Relationships>')
WORKBOOK = (f'<workbook {MAIN}><workbookPr date1904="1"/><sheets><sheet name="Biểu đồ" r:id="d"/><sheet name="A &amp; B" r:id="a" '
            'state="veryHidden"/></sheets></workbook>')
STRINGS = (f'<x:sst xmlns:x="{MAIN.split(chr(34))[1]}"><x:si><x:t>m_x000D_n _x005F_ _xZZ</x:t></x:si><x:si><x:r><x:rPr><x:rFont x:val="" val="Arial"/>'
           '</x:rPr><x:t>Kh</x:t></x:r><x:r><x:rPr><x:rFont val=".VnTime"/></x:rPr><x:t xml:space="preserve">en th­ëng </x:t></x:r></x:si>'
           '<x:si><x:t>漢</x:t><x:rPh sb="0" eb="1"><x:t>kan</x:t></x:rPh></x:si><x:si/></x:sst>')
STYLES = (f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts><font><name val="VNI-Times"/></font></fonts>'
          '<cellStyleXfs><xf numFmtId="9" fontId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="9"/></cellXfs></styleSheet>')
SHEET = (f'<worksheet {MAIN}><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="F2" t="s"><v>2</v></c></row>'
         '<row><c t="inlineStr"><is><t>trong ô</t></is></c><c s="1"><v>27891</v></c><c t="d"><v>2024-02-29T00:00:00</v></c>'
         '<c t="str"><f>A1</f><v>công thức</v></c><c><f>1+1</f><v>6.6080001234E10</v></c><c t="e"><v>#N/A</v></c></row>'
         '<row r="7"><c r="A7" t="s"><v>9</v></c><c r="C7" t="s"><v>3</v></c><c r="D7" s="99"/><c r="E7" t="b"><v>1</v></c></row></sheetData>'
         '<mergeCells><mergeCell ref="A3:B4"/><mergeCell ref="xyz"/><mergeCell ref="B9:A1"/></mergeCells></worksheet>')


def make_xlsx(name, **parts):
    everything = {"[Content_Types].xml": TYPES, "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELATIONS, "xl/sharedStrings.xml": STRINGS,
                  "xl/styles.xml": STYLES, "xl/worksheets/one.XML": SHEET}
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in {**everything, **parts}.items():
            file.writestr(part, text)


def by_hand():
    make_xlsx("hand.xlsx")
    book = read("hand.xlsx")
    sheet = book["sheets"][0]
    empty = ["", "empty", None, 1, 1]
    expected = [
        [empty] * 6,
        [empty, ["m\rn _ _xZZ", "text", "VNI-Times", 1, 1], ["Khen th­ëng ", "text", ".VnTime", 1, 1], empty, empty, ["漢", "text", "VNI-Times", 1, 1]],
        [["trong ô", "text", "VNI-Times", 2, 2], empty, ["2024-02-29", "date", "VNI-Times", 1, 1], ["công thức", "text", "VNI-Times", 1, 1],
         ["66080001234", "number", "VNI-Times", 1, 1], ["#N/A", "error", "VNI-Times", 1, 1]],
        [empty] * 6, [empty] * 6, [empty] * 6,
        [["#REF!", "error", None, 1, 1], empty, empty, empty, ["TRUE", "boolean", "VNI-Times", 1, 1], empty],
    ]
    problems = [] if (len(book["sheets"]), sheet["name"], sheet["hidden"]) == (1, "A & B", True) else [f"sheet {sheet['name']} {sheet['hidden']}"]
    for r, (row, other) in enumerate(zip(sheet["rows"], expected), 1):
        problems += [f"row {r}: {cell}, not {wanted}" for cell, wanted in zip(row, other) if cell != wanted]
    return problems + ([] if len(sheet["rows"]) == 7 else [f"{len(sheet['rows'])} rows"])


check("a workbook written by hand", by_hand)


def days_from_1904():
    sheet = SHEET.replace('t="inlineStr"><is><t>trong ô</t></is>', 's="1"><v>27891</v>')
    make_xlsx("1904.xlsx", **{"xl/worksheets/one.XML": sheet})
    cell = read("1904.xlsx")["sheets"][0]["rows"][2][0]
    wanted = (datetime.date(1904, 1, 1) + datetime.timedelta(days=27891)).isoformat()
    return [] if cell[:2] == [wanted, "date"] else [f"{cell}, not {wanted}"]


check("days counted from 1904", days_from_1904)


def wrong_names():
    problems = []
    for source, name, kind in (("list.xlsx", "wrong.xls", "xlsx"), ("lo/list.xls", "wrong.xlsx", "xls"), ("lo/list.ods", "wrong.csv", "ods"),
                               ("table.html", "wrong-html.xls", "html"), ("table.docx", "wrong.xlsx.doc", "docx")):
        shutil.copy(path(source), path(name))
        got = read(name)
        if got.get("format") != kind:
            problems.append(f"{name}: {got.get('format')} {got.get('message')}")
    return problems


check("names that lie", wrong_names)



def bad_book(data, code):
    with open(path("bad"), "wb") as file:
        file.write(data)
    got = read("bad")
    if got.get("code") != code:
        return [f"{got.get('code')} {got.get('message')}, not {code}"]
    return [] if code is None or len(got["message"]) > 15 else [f"says {got['message']!r}"]


for name, (data, code) in badbooks.BOOKS.items():
    check(f"a book: {name}", bad_book, data, code)

print(f"1..{number}")
shutil.rmtree(HOME)
sys.exit(1 if failed else 0)
