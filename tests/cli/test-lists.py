#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of units, by the command line: what openpyxl and LibreOffice made comes in as one action, what cannot comes back as
a file that openpyxl reads, and once mended comes in without findings. Nobody in them exists."""
import datetime
import os
import sqlite3
import sys

sys.dont_write_bytecode = True
import openpyxl
from openpyxl.styles import Font
from common import DONE, FAILED, REFUSED, USAGE, Tap, dump, make_office, must, path, run, same, write

tap = Tap()


def at(office, *words, **options):
    return run("--office", office, *words, **options)


def do(office, *words, **options):
    return must("--office", office, *words, **options)


def expect(result, code):
    return result.faults() + ([] if result.code == code else [f"not exit {code}: {result}"])


def rows_of(book):
    return [[cell for cell in row] for row in openpyxl.load_workbook(book).active.iter_rows(values_only=True)]


def commune_list(name="commune.xlsx"):
    """As a commune sends it: titles, two rows of head with merged cells, groups, a column in an old font, a CCCD that lost
    its zero, years for birthdays, a sum and signatures."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    sheet.append(["ỦY BAN NHÂN DÂN XÃ EA KAO", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    sheet.append([])
    sheet.append(["DANH SÁCH TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN"])
    sheet.merge_cells("A3:I3")
    sheet.append(["STT", "Họ và tên", "Năm sinh", None, "Số CCCD", "Chức vụ", "Đơn vị", "Hình thức", "Thành tích"])
    sheet.append([None, None, "Nam", "Nữ"])
    sheet.merge_cells("C4:D4")
    for column in "ABEFGHI":
        sheet.merge_cells(f"{column}4:{column}5")
    sheet.append(["I", "TẬP THỂ"])
    sheet.append([1, "Chi bộ buôn Tơng Ju", None, None, None, None, "Xã Ea Kao", "Giấy khen", "Dẫn đầu phong trào"])
    sheet.append(["II", "CÁ NHÂN"])
    sheet.append([1, "Y Bhiông Niê Kđăm", 1981, None, "066081000111", "Trưởng buôn", "UBND xã Ea Kao", "Giấy khen", "Dẫn đầu phong trào"])
    sheet.append([2, "H’Ăng Niê", None, datetime.date(1990, 5, 20), 66190001234, "Nông dân", None, "GK", "Dẫn đầu phong trào"])
    sheet.append([3, "NguyÔn V¨n Hïng", 1975, None, None, "Gi¸o viªn", "Xã Ea Kao", "Giấy khen", "Dẫn đầu phong trào"])
    sheet.append([4, "Lê Thị Sai", None, "31/02/1980", None, "Chuyên viên", "Sở Không Có", "Huy chương Vàng", "Dẫn đầu phong trào"])
    sheet.append([5, "Trần Văn Hai, Lê Văn Ba", 1980, None, None, "Chuyên viên", "Xã Ea Kao", "Giấy khen", "Dẫn đầu phong trào"])
    sheet.append([None, "Tổng cộng: 01 tập thể, 05 cá nhân"])
    sheet.append([None, None, None, None, None, None, "TM. ỦY BAN NHÂN DÂN"])
    sheet.append([None, None, None, None, None, None, "Nguyễn Văn Ký"])
    sheet.merge_cells("G9:G10")
    for cell in (sheet["B11"], sheet["F11"]):
        cell.font = Font(name=".VnTime")
    book.create_sheet("Trống")
    book.save(path(name))
    return path(name)


def read():
    rows = {}
    tables = must("list", "read", commune_list(), "--json").json()["tables"]
    for row in tables[0]["rows"]:
        rows[row["line"]] = row
    problems = same("sheets", [(t["sheet"], t["is_list"], t["n_rows"]) for t in tables], [("Danh sách", True, 6), ("Trống", False, 0)])
    problems += same("columns", [c["role"] for c in tables[0]["columns"]],
                     ["number", "name", "birth_male", "birth_female", "citizen_id", "post", "unit", "award_form", "achievement"])
    problems += same("kinds", [rows[line]["kind"] for line in (7, 9)], ["collective", "person"])
    problems += same("a year in the column of men", (rows[9]["birth"], rows[9]["sex"]), ("1981", "male"))
    problems += same("a day in the column of women", (rows[10]["birth"], rows[10]["sex"]), ("1990-05-20", "female"))
    problems += same("a merged cell", (rows[10]["unit"], rows[10]["changes"]["unit"]), ("UBND xã Ea Kao", "ditto"))
    problems += same("an old font", (rows[11]["name"], rows[11]["changes"]["name"]), ("Nguyễn Văn Hùng", "font"))
    problems += same("as it was written", rows[11]["cells"][1], "NguyÔn V¨n Hïng")
    problems += same("a zero", (rows[10]["citizen_id"], rows[10]["changes"]["citizen_id"]), ("066190001234", "zero"))
    problems += same("what is wrong", [f["rule"] for f in rows[12]["findings"]], ["date-wrong", "form-unknown"])
    problems += same("several people", [f["rule"] for f in rows[13]["findings"]], ["cell-several"])
    return problems


tap.check("a list with merged cells, groups, an old font and lost zeros is read", read)


def all_or_nothing():
    office = make_office("all.thidua")
    before = dump(office)
    refused = at(office, "list", "import", commune_list(), "--plan", 1, "--from", "Xã Ea Kao")
    problems = expect(refused, REFUSED) + same("office", dump(office) == before, True)
    problems += expect(at(office, "list", "import", commune_list(), "--plan", 1, "--from", "Xã Ea Kao", "--dry-run", "--rest", path("dry.xlsx")), DONE)
    problems += same("after a dry run", (dump(office) == before, os.path.exists(path("dry.xlsx"))), (True, False))
    for words, code in ((("--plan", 1), USAGE), (("--from", "EK"), USAGE), (("--plan", 1, "--from", "Nơi khác"), FAILED),
                        (("--plan", 99, "--from", "EK"), FAILED), (("--plan", 1, "--from", "EK", "--history"), USAGE),
                        (("--plan", 1, "--from", "EK", "--rest", path("no/such/folder.xlsx")), FAILED),
                        (("--plan", 1, "--from", "EK", "--rest", os.path.dirname(path("x"))), FAILED)):
        problems += expect(at(office, "list", "import", path("commune.xlsx"), *words), code)
    return problems + same("after wrong calls", dump(office) == before, True) + [f"leaves {n}" for n in os.listdir(os.path.dirname(path("x"))) if n.endswith(".part")]


tap.check("all rows or none, and wrong calls change nothing", all_or_nothing)


def in_parts():
    office = make_office("parts.thidua")
    before = dump(office)
    rest = path("rest.xlsx")
    told = do(office, "list", "import", commune_list(), "--plan", 1, "--from", "EK", "--rest", rest, "--json").json()
    problems = same("counts", (told["count"], told["good"], told["doubtful"], told["bad"]), (4, 4, 0, 2))
    after = dump(office)
    problems += same("names", [n["subject_name"] for n in do(office, "nomination", "list", "--json").json()],
                     ["Chi bộ buôn Tơng Ju", "Y Bhiông Niê Kđăm", "H’Ăng Niê", "Nguyễn Văn Hùng"])
    problems += same("mode of the rest", oct(os.stat(rest).st_mode & 0o777), "0o600")
    # The original row stays beside each record.
    db = sqlite3.connect(office)
    kept = db.execute("SELECT l.line, l.cells FROM list_row l JOIN nomination n ON n.id = l.nomination_id JOIN subject s ON s.id = l.subject_id"
                      " WHERE s.name = 'Nguyễn Văn Hùng'").fetchall()
    problems += same("as it was written", [(line, "NguyÔn V¨n Hïng" in cells) for line, cells in kept], [(11, True)])
    problems += same("the list", db.execute("SELECT file_name, n_rows, n_taken, n_returned FROM list_import").fetchall(), [("commune.xlsx", 6, 4, 2)])
    db.close()
    # The rest has the sender's own layout and says why.
    sheet = rows_of(rest)
    head = [row for row in sheet if row[0] == "STT"][0]
    problems += same("head", (head[1], head[-1]), ("Họ và tên", "Lý do trả lại"))
    back = [row for row in sheet if row[1] in ("Lê Thị Sai", "Trần Văn Hai, Lê Văn Ba")]
    problems += same("rows that come back", [(row[0], row[3]) for row in back], [("4", "31/02/1980"), ("5", None)])
    problems += [] if all(word in back[0][-1] for word in ("31/02/1980", "Sở Không Có", "Huy chương Vàng")) else [f"reasons: {back[0][-1]}"]
    problems += same("groups", [row[1] for row in sheet if row[0] in ("I", "II")], ["TẬP THỂ", "CÁ NHÂN"])
    # The same file once more adds nothing.
    again = do(office, "list", "import", path("commune.xlsx"), "--plan", 1, "--from", "EK", "--rest", path("rest2.xlsx"), "--json").json()
    problems += same("the same file twice", (again["good"], again["known"], again["bad"], dump(office) == after), (0, 4, 2, True))
    # Mended, the rest comes in without a question, and the first rows stand where they stood.
    book = openpyxl.load_workbook(rest)
    for row in book.active.iter_rows():
        if row[1].value == "Lê Thị Sai":
            row[3].value, row[6].value, row[7].value = "28/02/1980", "Sở Y tế", "Giấy khen"
        elif row[1].value == "Trần Văn Hai, Lê Văn Ba":
            row[1].value = "Trần Văn Hai"
    book.save(path("mended.xlsx"))
    mended = do(office, "list", "import", path("mended.xlsx"), "--plan", 1, "--from", "EK", "--json").json()
    problems += same("mended", (mended["count"], mended["findings"]), (2, []))
    people = {n["subject_name"]: n for n in do(office, "nomination", "list", "--json").json()}
    problems += same("the mended ones", sorted(set(people) & {"Lê Thị Sai", "Trần Văn Hai"}), ["Lê Thị Sai", "Trần Văn Hai"])
    problems += same("their kind", {people[n]["subject_kind"] for n in ("Lê Thị Sai", "Trần Văn Hai")}, {"person"})
    # One action each, undone and done again.
    for state in (after, before):
        do(office, "office", "undo")
        problems += [] if dump(office) == state else ["undo does not lead back"]
    do(office, "office", "redo")
    problems += [] if dump(office) == after else ["redo does not lead forth"]
    do(office, "office", "check")
    return problems


tap.check("the good rows come in, the others go back, mended they come in too, and undo leads back", in_parts)


def fill():
    office = make_office("fill.thidua")
    head = "họ và tên,ngày sinh,giới tính,số cccd,chức vụ,đơn vị,hình thức khen thưởng,thành tích\n"
    do(office, "list", "import", write("f1.csv", head + "Nguyễn Văn An,1980,,066080001234,Chuyên viên,Sở Y tế,Giấy khen,Dẫn đầu\n"), "--plan", 1, "--from", "SYT")
    second = write("f2.csv", head + "Nguyễn Văn An,15/02/1980,Nam,066080001234,,Sở Y tế,Giấy khen,\n")
    told = do(office, "list", "import", second, "--plan", 1, "--from", "SYT", "--json").json()
    problems = same("already there", (told["known"], told["count"]), (1, 0))
    third = write("f3.csv", "họ và tên,ngày sinh,giới tính,số cccd,chức vụ,đơn vị\nNguyễn Văn An,15/02/1980,Nam,066080001234,,Sở Y tế\nLê Thị Mới,,,,,Sở Y tế\n")
    made = do(office, "subject", "import", third, "--fill", "--json").json()
    problems += same("subjects", made["count"], 2)
    db = sqlite3.connect(office)
    problems += same("filled, and not erased", db.execute("SELECT name, birth, sex, post FROM subject ORDER BY id").fetchall(),
                     [("Nguyễn Văn An", "1980-02-15", "male", "Chuyên viên"), ("Lê Thị Mới", None, None, None)])
    db.close()
    return problems


tap.check("only adding, or filling what the file has; empty cells never erase", fill)


def known_stay():
    office = make_office("stay.thidua")
    head = "họ và tên,ngày sinh,giới tính,số cccd,chức vụ,đơn vị\n"
    do(office, "subject", "import", write("s1.csv", head + "Nguyễn Văn An,1980,,066080001234,Chuyên viên,Sở Y tế\nLê Thị Bình,,,,,Sở Y tế\n"))
    before = sqlite3.connect(office).execute("SELECT name, birth, sex, post FROM subject ORDER BY id").fetchall()
    second = write("s2.csv", head + "Nguyễn Văn An,15/02/1980,Nam,066080001234,Trưởng phòng,Sở Y tế\nTrần Thị Mới,,,,,Sở Y tế\n")
    made = do(office, "subject", "import", second, "--json").json()
    after = sqlite3.connect(office).execute("SELECT name, birth, sex, post FROM subject ORDER BY id").fetchall()
    problems = same("rows", (made["count"], made["good"]), (2, 2))
    problems += same("who was known", after[:2], before)
    problems += same("who was not", after[2:], [("Trần Thị Mới", None, None, None)])
    do(office, "office", "undo")
    do(office, "subject", "import", second, "--fill")
    filled = sqlite3.connect(office).execute("SELECT name, birth, sex, post FROM subject ORDER BY id").fetchall()
    return problems + same("filled", filled[0], ("Nguyễn Văn An", "1980-02-15", "male", "Trưởng phòng"))


tap.check("who is known stays as he is unless --fill says otherwise", known_stay)


def columns():
    office = make_office("columns.thidua")
    text = "TT,Đ/c,Nơi,Phần,Ghi\n1,Đào Văn Thử,Sở Y tế,Giấy khen,Dẫn đầu\n2,Đào Thị Thử,Sở Y tế,Giấy khen,Dẫn đầu\n"
    unknown = write("unknown.csv", text)
    words = ("--column", "Đ/c=name", "--column", "nơi=unit", "--column", "Phần=award_form", "--column", "Ghi = achievement", "--column", "TT=none")
    problems = []
    for wrong, code in ((("Đ/c",), USAGE), (("Đ/c=",), USAGE), (("=name",), USAGE), (("Đ/c=nobody",), USAGE), (("Đ/c=name", "Nơi=name"), USAGE),
                        (("Đ/c=name", "đ/c=unit"), USAGE), (("Không có=note",), FAILED), (("Đ/c=name", "Nơi=unit", "Phần=award-form", "Không có=note"), FAILED)):
        options = [word for text in wrong for word in ("--column", text)]
        for call in (("list", "read", unknown, *options), ("--office", office, "list", "import", unknown, "--plan", 1, "--from", "SYT", *options)):
            result = run(*call)
            problems += expect(result, code) + ([] if len(result.err.splitlines()) == (2 if code == USAGE else 1) else [f"not one message: {result.err}"])
    table = must("list", "read", unknown, *words, "--json").json()["tables"][0]
    problems += same("roles", [(c["role"], c["source"]) for c in table["columns"]],
                     [(None, "hand"), ("name", "hand"), ("unit", "hand"), ("award_form", "hand"), ("achievement", "hand")])
    problems += same("a row", [(r["name"], r["unit"], r["award_form"]) for r in table["rows"]][0], ("Đào Văn Thử", "Sở Y tế", "Giấy khen"))
    # A column that was recognised is taken for something else, and this is remembered for the sender.
    plain = write("plain.csv", "họ và tên,đơn vị,hình thức khen thưởng,nội dung\nĐào Văn Ba,Sở Y tế,Giấy khen,Trưởng phòng\n")
    do(office, "list", "import", plain, "--plan", 1, "--from", "SYT", "--column", "Nội dung=post", "--wording", "Dẫn đầu")
    do(office, "list", "import", write("again.csv", "họ và tên,đơn vị,hình thức khen thưởng,nội dung\nĐào Văn Bốn,Sở Y tế,Giấy khen,Phó trưởng phòng\n"),
       "--plan", 1, "--from", "SYT", "--wording", "Dẫn đầu")
    posts = sqlite3.connect(office).execute("SELECT s.name, n.post, n.achievement FROM nomination n JOIN subject s ON s.id = n.subject_id ORDER BY n.id").fetchall()
    return problems + same("posts", posts, [("Đào Văn Ba", "Trưởng phòng", "Dẫn đầu"), ("Đào Văn Bốn", "Phó trưởng phòng", "Dẫn đầu")])


tap.check("a person says what columns hold, by their headings, and it is remembered", columns)


def history():
    office = make_office("history.thidua")
    text = ("SỔ KHEN THƯỞNG,,,,\nSố QĐ,Ngày QĐ,Họ và tên,Đơn vị,Hình thức khen thưởng\n"
            "123/QĐ-UBND,01/02/2010,Nguyễn Văn An,Sở Cũ,Bằng khen của Chủ tịch UBND tỉnh\n124/QĐ-UBND,05/03/2011,Lê Thị Bình,Sở Y tế,Giấy khen\n")
    told = do(office, "list", "import", write("h.csv", text), "--history", "--source", "Sổ khen thưởng tỉnh cũ", "--json").json()
    db = sqlite3.connect(office)
    problems = same("count", told["count"], 2)
    problems += same("awards", db.execute("SELECT s.name, e.award_form, e.giver_text, e.decision_number, e.decision_date, e.unit_name, e.source FROM earlier_award e"
                                          " JOIN subject s ON s.id = e.subject_id ORDER BY e.id").fetchall(),
                     [("Nguyễn Văn An", "Bằng khen", "Chủ tịch UBND tỉnh", "123/QĐ-UBND", "2010-02-01", "Sở Cũ", "Sổ khen thưởng tỉnh cũ"),
                      ("Lê Thị Bình", "Giấy khen", None, "124/QĐ-UBND", "2011-03-05", "Sở Y tế", "Sổ khen thưởng tỉnh cũ")])
    db.close()
    before = dump(office)
    again = do(office, "list", "import", path("h.csv"), "--history", "--json").json()
    return problems + same("twice", (again["known"], dump(office) == before), (2, True))


tap.check("an old register comes in as history, once", history)

tap.end()
