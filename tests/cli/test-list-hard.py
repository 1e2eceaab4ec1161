#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard rows judged one by one by the command line, against an office that knows some of the people; and an old decision that
comes in as history.  Nobody in them exists."""
import os
import sqlite3
import sys

sys.dont_write_bytecode = True
import openpyxl
from openpyxl.styles import Font
from common import Tap, dump, make_office, must, path, same, write

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "exchange"))
import madelists  # noqa: E402  pylint: disable=wrong-import-position

tap = Tap()

# Whom the office knows already.
KNOWN = """họ và tên,ngày sinh,giới tính,số cccd,chức vụ,đơn vị
Pinăng Thị Lan,1988,nữ,,Giáo viên,Xã Ea Kao
K’Brôi,12/03/1979,nam,066079000123,Trưởng thôn,Xã Ea Kao
Nguyễn Thị Hoa,01/02/1980,nữ,066180001111,Chuyên viên,Sở Y tế
Trần Văn Mười,05/06/1975,nam,066075004321,Chuyên viên,Sở Y tế
"""
UNITS = "mã,tên đơn vị,loại,đến ngày\nPNV,Phòng Nội vụ huyện Krông Bông,sở,30/06/2025\n"
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Chức vụ", "Đơn vị", "Hình thức", "Thành tích"]
REASON = "Dẫn đầu phong trào"
# Each row as it is sent: name, birth, sex, CCCD, post, unit; a font.  What becomes of it: "new", "known" or None for what
# comes back; the rules that find something; what then stands in the office.
ROWS = (
    (("Pi Năng Thị Lan", "1988", "Nữ", "", "Giáo viên", "Xã Ea Kao"), None, None, ["subject-likely"], {}),
    (("K'Brôi", "12/3/1979", "Nam", "066079000123", "Nông dân", "Xã Ea Kao"), None, "known", [], {"name": "K’Brôi", "post": "Nông dân"}),
    (("H'Hen Niê", "1990", "Nữ", "", "Nông dân", "Xã Ea Kao"), None, "new", [], {"name": "H'Hen Niê", "sex": "female", "birth": "1990"}),
    (("Đinh Y Rô", "15/8/1985", "Nam", "066085000777", "Nông dân", "Xã Ea Kao"), None, "new", [], {"name": "Đinh Y Rô", "birth": "1985-08-15", "citizen_id": "066085000777"}),
    (("Kim Dong-Hyun", "1975", "Nam", "M12345678", "Chuyên gia", "Sở Y tế"), None, "new", [], {"name": "Kim Dong-Hyun", "citizen_id": "M12345678"}),
    (("Hộ gia đình ông Lê Văn Sáu", "", "", "", "", "Xã Ea Kao"), None, "new", [], {"kind": "household", "name": "Hộ gia đình ông Lê Văn Sáu", "unit": "Xã Ea Kao"}),
    (("Thượng tá Nguyễn Văn Bảy", "1970", "Nam", "", "Phó Giám đốc", "Sở Y tế"), None, "new", [], {"name": "Nguyễn Văn Bảy", "address_form": "Thượng tá"}),
    (("Nguyễn Văn Tám (đã hy sinh)", "1985", "Nam", "", "Chiến sĩ", "Sở Y tế"), None, "new", [], {"name": "Nguyễn Văn Tám", "posthumous": 1}),
    # The people of a unit that has ended stay eligible, and it is said.
    (("Lê Thị Chín", "1979", "Nữ", "066179001234", "Chuyên viên", "Phòng Nội vụ huyện Krông Bông"), None, "new", ["unit-ended"], {"unit": "Phòng Nội vụ huyện Krông Bông"}),
    # Two of one name and one birthday, by their CCCD: the known one, and another.
    (("Nguyễn Thị Hoa", "01/02/1980", "Nữ", "066180001111", "Chuyên viên", "Sở Y tế"), None, "known", [], {"name": "Nguyễn Thị Hoa", "citizen_id": "066180001111"}),
    (("Nguyễn Thị Hoa", "01/02/1980", "Nữ", "066180002222", "Chuyên viên", "Sở Y tế"), None, "new", ["subject-possible"], {"name": "Nguyễn Thị Hoa", "citizen_id": "066180002222"}),
    (("Trần Văn Mười", "05/06/1975", "Nam", 66075004321, "Chuyên viên", "Sở Y tế"), None, "known", ["citizen-id-zero-lost"], {"name": "Trần Văn Mười", "citizen_id": "066075004321"}),
    (("NguyÔn V¨n Hïng", "1975", "Nam", "", "Gi¸o viªn", "Së Y tÕ"), ".VnTime", "new", [], {"name": "Nguyễn Văn Hùng", "post": "Giáo viên", "unit": "Sở Y tế"}),
    (("Lê Văn Mẫn", 1975, "Nam", "", "Giáo viên", ""), None, "new", [], {"birth": "1975", "unit": "Sở Y tế"}),
    (("Ông Trần Văn Năng, Phó Giám đốc Sở Y tế", "", "", "", "", ""), None, "new", [], {"name": "Trần Văn Năng", "sex": "male", "post": "Phó Giám đốc", "unit": "Sở Y tế"}),
    (("LÊ THỊ OANH", "20/11/1982", "Nữ", "066182003333", "Chuyên viên", "Sở Y tế"), None, "new", ["name-capitals"], {"name": "LÊ THỊ OANH"}),
)
STANDS = """SELECT r.line, s.id, s.kind, s.name, s.address_form, s.sex, s.birth, s.citizen_id, n.post, u.name AS unit, n.posthumous FROM list_row r
  JOIN nomination n ON n.id = r.nomination_id JOIN subject s ON s.id = n.subject_id LEFT JOIN unit u ON u.id = n.unit_id"""


def rows():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"])
    sheet.append(HEAD)
    for i, (cells, font, *_) in enumerate(ROWS):
        sheet.append([i + 1, *cells, "Giấy khen", REASON])
        if font:
            for cell in sheet[i + 3][1:7]:
                cell.font = Font(name=font)
    book.save(path("hard.xlsx"))
    return path("hard.xlsx")


def one_by_one():
    office = make_office("hard.thidua")
    must("--office", office, "unit", "import", write("ended.csv", UNITS))
    must("--office", office, "subject", "import", write("known.csv", KNOWN))
    told = must("--office", office, "list", "import", rows(), "--plan", 1, "--from", "SYT", "--rest", path("rest.xlsx"), "--json").json()
    db = sqlite3.connect(office)
    db.row_factory = sqlite3.Row
    stands = {row["line"]: dict(row) for row in db.execute(STANDS)}
    n_known = db.execute("SELECT count(*) FROM subject WHERE id <= 4").fetchone()[0]
    db.close()
    problems = same("known before", n_known, 4)
    for line, (cells, _, outcome, rules, values) in enumerate(ROWS, 3):
        got = stands.get(line)
        became = None if got is None else "known" if got["id"] <= 4 else "new"
        problems += same(f"what becomes of {cells[0]}", became, outcome)
        problems += same(f"findings of {cells[0]}", [f["rule"] for f in told["findings"] if f["line"] == line], rules)
        problems += [f"{cells[0]}: {key} {got.get(key)!r}, not {value!r}" for key, value in values.items() if got and got[key] != value]
    back = [row[1].value for row in openpyxl.load_workbook(path("rest.xlsx")).active.iter_rows(min_row=3)]
    return problems + same("what goes back", back, [row[0][0] for row in ROWS if row[2] is None])


tap.check("hard rows, one by one", one_by_one)


def old_decision():
    """Number, date, form, giver and ground stand in the text around the table; nothing is typed."""
    office = make_office("old.thidua")
    paper = madelists.decision(120, 30)
    madelists.write_docx(paper, path("decision.docx"))
    told = must("--office", office, "list", "import", path("decision.docx"), "--history", "--json").json()
    problems = same("count", told["count"], len(paper.truth))
    db = sqlite3.connect(office)
    keys = ("name", "award_form", "giver", "decision_number", "decision_date", "achievement", "unit", "post")
    got = db.execute("SELECT s.name, e.award_form, e.giver_text, e.decision_number, e.decision_date, e.achievement, e.unit_name, e.post FROM earlier_award e"
                     " JOIN subject s ON s.id = e.subject_id ORDER BY e.id").fetchall()
    db.close()
    problems += same("awards", got, [tuple(values.get(key) for key in keys) for values in paper.truth])
    before = dump(office)
    again = must("--office", office, "list", "import", path("decision.docx"), "--history", "--json").json()
    problems += same("twice", (again["known"], dump(office) == before), (len(paper.truth), True))
    must("--office", office, "office", "undo")
    return problems


tap.check("an old decision comes in as history with its number, date and form", old_decision)
tap.end()
