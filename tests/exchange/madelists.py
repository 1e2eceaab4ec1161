# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists as offices send them, made anew each time, with what a person reads in them. Nobody in them exists.

A list is a Paper: paragraphs and tables in their order, and the rows a person would read. It is written as a document (by
hand, as Word does it) or as a sheet (by openpyxl); other programs make the other formats of these."""
import datetime
import random
import unicodedata
import zipfile
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.styles import Alignment, Font

FAMILY = "Nguyễn Trần Lê Phạm Đặng Hoàng Vũ Bùi Đỗ Hồ Ngô Dương Lý Phan Võ".split()
MIDDLE = {"male": "Văn Hữu Đức Quốc Minh Công".split(), "female": "Thị Ngọc Thị Kim Thị Thanh Thị".split()}
GIVEN = {"male": "An Bình Cường Dũng Hùng Khánh Long Nam Phúc Quân Sơn Tuấn Vinh".split(),
         "female": "Ánh Bích Chi Dung Hà Hương Lan Mai Nga Oanh Phượng Thảo Yến".split()}
ETHNIC = {"male": ["Y Bhiông Niê Kđăm", "Y Thun Êban", "Đinh Y Rô", "K'Brôi", "Siu Blưh"], "female": ["H’Ăng Niê", "H'Hen Mlô", "Pi Năng Thị Lụa", "Ka Să Hơ"]}
POSTS = ["Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Nhân viên", "Kế toán trưởng", "Văn thư"]
UNITS = ["Sở Nội vụ", "Sở Y tế", "Sở Tài chính", "UBND xã Ea Kao", "UBND xã Ea Tul", "Công an tỉnh", "Trường THPT Buôn Hồ", "Ban Quản lý dự án đầu tư"]
REASONS = ["Có thành tích xuất sắc trong phong trào thi đua năm 2023", "Hoàn thành xuất sắc nhiệm vụ", "Hiến 500 m2 đất làm đường", "Vận động nhân dân góp 120 triệu đồng"]


class Made:
    """People and collectives of one seed, each name once."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.used = set()

    def one(self, choices):
        return self.dice.choice(choices)

    def person(self, **more):
        sex = self.one(["male", "female"])
        while True:
            name = self.one(ETHNIC[sex]) if self.dice.random() < 0.1 else f"{self.one(FAMILY)} {self.one(MIDDLE[sex])} {self.one(GIVEN[sex])}"
            if self.dice.random() < 0.5:
                name += " " + self.one(GIVEN[sex])
            if name not in self.used:
                break
        self.used.add(name)
        return dict(name=name, sex=sex, **more)

    def birth(self):
        return datetime.date(1955, 1, 1) + datetime.timedelta(days=self.dice.randrange(16000))

    def citizen_id(self, sex, year):
        return f"066{2 * ((year - 1900) // 100) + (sex == 'female')}{year % 100:02}{self.dice.randrange(10 ** 6):06}"

    def collective(self, i):
        return self.one(["Chi bộ thôn {}", "Phòng Nghiệp vụ {}", "Tổ dân phố {}", "Đội Cảnh sát số {}", "Khoa Nội {}"]).format(i)


class Paper:
    def __init__(self, truth=None):
        self.items = []   # paragraphs as text, or as text and font; tables as lists of rows
        self.truth = truth if truth is not None else []

    def say(self, *paragraphs):
        self.items += paragraphs
        return self

    def table(self, rows):
        self.items.append(rows)
        return self

    def expect(self, **values):
        self.truth.append(values)


def parts(cell):
    """(value, rows, columns, font) of a cell, which is a value or such a tuple."""
    value, rows, columns, font = (cell + (1, 1, None)[len(cell) - 1:]) if isinstance(cell, tuple) else (cell, 1, 1, None)
    return value, rows, columns, font


def span(text, columns, rows=1):
    return (text, rows, columns, None)


def text_and_font(item):
    return (item, None) if isinstance(item, str) else item


def shown(value):
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else str(value)


# As a document of Word.

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD_TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
              '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
WORD_RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')


def word_paragraph(text, font=None):
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    # Word divides text where it likes.
    halves = [text[:len(text) // 2], text[len(text) // 2:]]
    runs = []
    for half in halves:
        for i, line in enumerate(half.split("\n")):
            runs.append(f'<w:r>{look}{"<w:br/>" if i else ""}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>')
    return f"<w:p>{''.join(runs)}</w:p>"


def word_table(rows):
    hanging = {}   # column → (rows to come, columns)
    out = []
    for row in rows:
        cells, column = [], 0

        def hang():
            nonlocal column
            while hanging.get(column, (0,))[0] > 0:
                left, wide = hanging[column]
                hanging[column] = (left - 1, wide)
                cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{2000 * wide}" w:type="dxa"/><w:gridSpan w:val="{wide}"/><w:vMerge/></w:tcPr><w:p/></w:tc>')
                column += wide

        for cell in row:
            value, high, wide, font = parts(cell)
            hang()
            look = f'<w:tcW w:w="{2000 * wide}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else "")
            if high > 1:
                look += '<w:vMerge w:val="restart"/>'
                hanging[column] = (high - 1, wide)
            cells.append(f"<w:tc><w:tcPr>{look}</w:tcPr>{word_paragraph(shown(value), font)}</w:tc>")
            column += wide
        hang()
        out.append(f"<w:tr>{''.join(cells)}</w:tr>")
    width = max(sum(parts(cell)[2] for cell in row) for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(out)}</w:tbl>"


def write_docx(paper, path):
    body = "".join(word_table(item) if isinstance(item, list) else word_paragraph(*text_and_font(item)) for item in paper.items)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", WORD_TYPES)
        file.writestr("_rels/.rels", WORD_RELATIONS)
        file.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {WORD}><w:body>{body}</w:body></w:document>')


# As a sheet.

def put_rows(sheet, rows, first):
    taken = set()
    for r, row in enumerate(rows, first):
        c = 1
        for cell in row:
            value, high, wide, font = parts(cell)
            while (r, c) in taken:
                c += 1
            target = sheet.cell(r, c)
            target.value = value if value != "" else None
            if isinstance(value, datetime.date):
                target.number_format = "dd/mm/yyyy"
            if font:
                target.font = Font(name=font)
            if high > 1 or wide > 1:
                sheet.merge_cells(start_row=r, end_row=r + high - 1, start_column=c, end_column=c + wide - 1)
                target.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            taken |= {(r + i, c + j) for i in range(high) for j in range(wide)}
            c += wide
    return first + len(rows)


def write_xlsx(paper, path):
    """Paragraphs are merged over the columns of the widest table, as titles are."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    width = max(sum(parts(cell)[2] for cell in row) for item in paper.items if isinstance(item, list) for row in item)
    row = 1
    for item in paper.items:
        if isinstance(item, list):
            row = put_rows(sheet, item, row)
        else:
            text, font = text_and_font(item)
            row = put_rows(sheet, [[(text, 1, width, font)]], row)
    book.save(path)


def as_rows(paper):
    """As text with delimiters: nothing is merged, each row is as wide as the widest."""
    width = max(sum(parts(cell)[2] for cell in row) for item in paper.items if isinstance(item, list) for row in item)
    rows = []
    for item in paper.items:
        if not isinstance(item, list):
            rows.append([text_and_font(item)[0]])
            continue
        taken = set()
        for r, row in enumerate(item):
            line, c = {}, 0
            for cell in row:
                value, high, wide, _ = parts(cell)
                while (r, c) in taken:
                    c += 1
                line[c] = shown(value)
                taken |= {(r + i, c + j) for i in range(high) for j in range(wide)}
                c += wide
            rows.append([line.get(c, "") for c in range(width)])
    return [row + [""] * (width - len(row)) for row in rows]


# The lists.

LETTERHEAD = [["ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
              ["Số: 974/QĐ-UBND", "Đắk Lắk, ngày 05 tháng 3 năm 2024"]]
SIGNATURE = [["Nơi nhận:\n- Như Điều 3;\n- Lưu: VT, NC.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nNguyễn Văn Ký"]]
DECIDED = dict(decision_number="974/QĐ-UBND", decision_date="2024-03-05")


def decision(size=974, head_each=60):
    """A decision with its list of 974: the form stands in titles, units are groups, the head is repeated."""
    made = Made(974)
    paper = Paper()
    paper.table(LETTERHEAD)
    paper.say("QUYẾT ĐỊNH", "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
              "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
              "Căn cứ Quyết định số 45/2023/QĐ-UBND ngày 10 tháng 10 năm 2023 của UBND tỉnh ban hành Quy chế;",
              "Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 55/TTr-SNV ngày 01 tháng 3 năm 2024.", "QUYẾT ĐỊNH:",
              f"Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho {size // 40} tập thể và {size - size // 40} cá nhân (có danh sách kèm theo), đã có thành tích xuất sắc trong phong trào thi đua năm 2023.",
              "Điều 2. Kèm theo Bằng khen là tiền thưởng theo quy định tại Nghị định số 98/2023/NĐ-CP.",
              "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.")
    paper.table(SIGNATURE)
    paper.say("DANH SÁCH", "Tập thể, cá nhân được tặng Bằng khen của Chủ tịch UBND tỉnh", "(Kèm theo Quyết định số 974/QĐ-UBND", "ngày 05 tháng 3 năm 2024 của Chủ tịch UBND tỉnh Đắk Lắk)")
    common = dict(DECIDED, award_form="Bằng khen", giver="Chủ tịch UBND tỉnh", achievement="đã có thành tích xuất sắc trong phong trào thi đua năm 2023")
    head = ["TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Ghi chú"]
    rows = [head, [span("I. TẬP THỂ", 4)]]
    for i in range(size // 40):
        name = made.collective(i + 1)
        unit = made.one(UNITS)
        rows.append([i + 1, name, unit, ""])
        paper.expect(name=name, kind="collective", unit=unit, **common)
    rows.append([span("II. CÁ NHÂN", 4)])
    n = 0
    while n < size - size // 40:
        unit = UNITS[n // 40 % len(UNITS)]
        rows.append([span(f"{n // 40 + 1}. {unit}", 4)])
        for i in range(min(40, size - size // 40 - n)):
            person = made.person()
            n += 1
            post = made.one(POSTS)
            title = {"male": "Ông", "female": "Bà"}[person["sex"]]
            if n % head_each == 0:
                rows.append(head)
            if n % 3 == 0:
                rows.append([n, f"{title} {person['name']}", f"{post}, {unit}", ""])
            elif n % 3 == 1:
                rows.append([f"{n:02}.", f"{title} {person['name']}", f"{post}\n{unit}", ""])
            else:
                rows.append([n, f"{title} {person['name']}", f"{post} {unit}", ""])
            paper.expect(**person, kind="person", post=post, unit=unit, **common)
    paper.table(rows)
    paper.say(f"Danh sách gồm có {size // 40} tập thể và {size - size // 40} cá nhân./.")
    return paper


def decision_in_parts():
    """Three award forms, each with its heading and its table; one part is for the dead."""
    made = Made(2)
    paper = Paper()
    paper.table(LETTERHEAD)
    paper.say("QUYẾT ĐỊNH", "Về việc khen thưởng phong trào thi đua năm 2023", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "Căn cứ Luật Thi đua, khen thưởng;",
              "QUYẾT ĐỊNH:", "Điều 1. Khen thưởng các tập thể, cá nhân có thành tích trong phong trào thi đua năm 2023, cụ thể như sau:",
              "1. Tặng Cờ thi đua của Ủy ban nhân dân tỉnh cho 03 tập thể;", "2. Tặng Bằng khen của Chủ tịch UBND tỉnh cho 05 cá nhân;", "3. Truy tặng Bằng khen cho 02 cá nhân.",
              "(Có danh sách kèm theo)", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.")
    paper.table(SIGNATURE)
    paper.say("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG", "(Ban hành kèm theo Quyết định số: 974/QĐ-UBND ngày 5/3/2024 của Chủ tịch UBND tỉnh)")
    paper.say("I. TẶNG CỜ THI ĐUA CỦA ỦY BAN NHÂN DÂN TỈNH")
    rows = [["STT", "Tên tập thể", "Ghi chú"]]
    for i in range(3):
        name = made.collective(i + 1)
        rows.append([i + 1, name, ""])
        paper.expect(name=name, kind="collective", award_form="Cờ thi đua của Ủy ban nhân dân tỉnh", **DECIDED)
    paper.table(rows)
    for heading, n, more in (("II. TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH", 5, {"posthumous": None}), ("III. TRUY TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH", 2, {"posthumous": "yes"})):
        paper.say(heading)
        rows = [["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác"]]
        for i in range(n):
            person, post, unit = made.person(), made.one(POSTS), made.one(UNITS)
            rows.append([i + 1, person["name"], post, unit])
            paper.expect(name=person["name"], post=post, unit=unit, award_form="Bằng khen", **DECIDED, **more)
        paper.table(rows)
    return paper


def decision_by_article():
    """The table stands below the article itself, without titles of its own; Word numbers the rows, so no number is in them."""
    made = Made(3)
    paper = Paper()
    paper.say("UBND XÃ EA KAO", "Số: 15/QĐ-UBND\tEa Kao, ngày 12 tháng 11 năm 2025", "QUYẾT ĐỊNH", "Về việc tặng Giấy khen", "Căn cứ Luật Thi đua, khen thưởng;", "QUYẾT ĐỊNH:",
              "Điều 1. Tặng Giấy khen của Chủ tịch UBND xã cho các ông (bà) có tên sau đây vì đã có thành tích trong công tác phòng, chống thiên tai năm 2025:")
    rows = [["TT", "Họ và tên", "Năm sinh", "Địa chỉ"]]
    for _ in range(6):
        person, year = made.person(), made.one(range(1960, 2000))
        rows.append(["", person["name"], year, "Buôn Tơng Ju"])
        paper.expect(name=person["name"], birth=str(year), residence="Buôn Tơng Ju", award_form="Giấy khen", giver="Chủ tịch UBND xã",
                     achievement="vì đã có thành tích trong công tác phòng, chống thiên tai năm 2025", decision_number="15/QĐ-UBND", decision_date="2025-11-12")
    paper.table(rows)
    paper.say("Điều 2. Văn phòng HĐND và UBND xã chịu trách nhiệm thi hành.", "Nơi nhận:", "CHỦ TỊCH")
    return paper


def cut_into_tables():
    """A list that goes on over pages as tables of their own, the second without a head, the third with it; a unit between them."""
    made = Made(4)
    paper = Paper().say("DANH SÁCH CÁ NHÂN TẶNG GIẤY KHEN", "(Kèm theo Quyết định số 12/QĐ-SNV ngày 02/9/2024 của Giám đốc Sở Nội vụ)")
    n = 0
    for part, (headed, unit) in enumerate(((True, None), (False, None), (True, None), (True, "Sở Tài chính"))):
        rows = [["TT", "Họ tên", "Chức vụ"]] if headed else []
        if unit:
            paper.say(unit)
        for _ in range(4):
            person, post = made.person(), made.one(POSTS)
            n += 1
            rows.append([n, person["name"], post])
            paper.expect(name=person["name"], post=post, unit=unit, award_form="Giấy khen", giver="Giám đốc Sở Nội vụ", decision_number="12/QĐ-SNV", decision_date="2024-09-02", part=part)
        paper.table(rows)
    for values in paper.truth:
        del values["part"]
    return paper


def program():
    """The form of a provincial program: two rows of head, births by sex, award forms to mark."""
    made = Made(5)
    paper = Paper().say("UBND TỈNH ĐẮK LẮK", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Biểu mẫu số 02", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG CHƯƠNG TRÌNH XÂY DỰNG NÔNG THÔN MỚI", "(Kèm theo Tờ trình số 33/TTr-SGDĐT ngày 10/10/2025)")
    rows = [[("TT", 2, 1), ("Họ và tên", 2, 1), span("Năm sinh", 2), ("Chức vụ", 2, 1), ("Đơn vị công tác", 2, 1), ("Tóm tắt thành tích", 2, 1), span("Hình thức đề nghị", 2)],
            ["Nam", "Nữ", "Bằng khen", "Giấy khen"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"]]
    for group in ("A. CÁN BỘ QUẢN LÝ", "B. GIÁO VIÊN"):
        rows.append([span(group, 9)])
        for i in range(5):
            person, post, unit, reason, year = made.person(), made.one(POSTS), made.one(UNITS), made.one(REASONS), made.one(range(1960, 2000))
            best = made.one([True, False])
            rows.append([i + 1, person["name"], year if person["sex"] == "male" else "", year if person["sex"] == "female" else "", post, unit, reason, "x" if best else "", "" if best else "X"])
            paper.expect(**person, birth=str(year), post=post, unit=unit, achievement=reason, award_form="Bằng khen" if best else "Giấy khen", decision_number=None)
    rows.append(["", "Tổng cộng: 10 người", "", "", "", "", "", "", ""])
    paper.table(rows)
    paper.table([["", "NGƯỜI LẬP BIỂU", "", "", "", "", "THỦ TRƯỞNG ĐƠN VỊ", "", ""], ["", "(Ký, ghi rõ họ tên)", "", "", "", "", "(Ký tên, đóng dấu)", "", ""],
                 [""] * 9, ["", "Nguyễn Thị Lập", "", "", "", "", "Trần Văn Ký", "", ""]])
    paper.say("Ghi chú: Danh sách được niêm yết công khai tại đơn vị.", "Mỗi đơn vị gửi 02 bản về Sở trước ngày 15/10/2025.")
    return paper


def school():
    """Pupils by class, with the class as a group, names in two columns, titles for pupils."""
    made = Made(6)
    paper = Paper().say("PHÒNG GD&ĐT", "TRƯỜNG TIỂU HỌC LÊ LỢI", "DANH SÁCH HỌC SINH ĐƯỢC TẶNG GIẤY KHEN", "NĂM HỌC 2024 - 2025")
    rows = [["STT", "Họ và tên đệm", "Tên", "Ngày sinh", "Nữ", "Danh hiệu đạt được", "Ghi chú"]]
    for group in ("Lớp 5A", "Lớp 5B"):
        rows.append([span(group, 7)])
        for i in range(4):
            person = made.person()
            birth = datetime.date(2014, 1, 1) + datetime.timedelta(days=made.dice.randrange(300))
            words = person["name"].split()
            rows.append([i + 1, " ".join(words[:-1]), words[-1], birth, "x" if person["sex"] == "female" else "", "Học sinh xuất sắc", ""])
            paper.expect(**person, birth=birth.isoformat(), unit=group)
    paper.table(rows)
    paper.say("Danh sách này có 08 học sinh", "Ea Kao, ngày 25 tháng 5 năm 2025", "HIỆU TRƯỞNG")
    return paper


def brigade():
    """A brigade of pioneers; its troops are a column."""
    made = Made(7)
    paper = Paper().say("HỘI ĐỒNG ĐỘI XÃ EA KAO", "LIÊN ĐỘI TRƯỜNG THCS NGUYỄN DU", "DANH SÁCH ĐỘI VIÊN ĐỀ NGHỊ TẶNG GIẤY KHEN")
    rows = [["TT", "HỌ VÀ TÊN", "SINH NGÀY", "CHI ĐỘI", "CHỨC VỤ", "THÀNH TÍCH"]]
    for i in range(6):
        person, birth = made.person(), datetime.date(2012, 3, 1) + datetime.timedelta(days=made.dice.randrange(300))
        rows.append([i + 1, person["name"], birth.strftime("%d/%m/%Y"), "7A", made.one(["Chi đội trưởng", "Đội viên"]), "Nhặt được của rơi trả người mất"])
        paper.expect(name=person["name"], birth=birth.isoformat(), unit="7A", achievement="Nhặt được của rơi trả người mất", award_form="Giấy khen")
    return paper.table(rows)


def union():
    """A trade union: collectives and members in one table, each with its own numbers, a sum after each."""
    made = Made(8)
    paper = Paper().say("LIÊN ĐOÀN LAO ĐỘNG TỈNH", "CÔNG ĐOÀN NGÀNH Y TẾ", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG HOẠT ĐỘNG CÔNG ĐOÀN NĂM 2025")
    rows = [["STT", "Tên tập thể, cá nhân", "Chức danh", "Đơn vị", "Hình thức KT"], ["A", span("TẬP THỂ", 4)]]
    for i in range(3):
        unit = made.one(["Bệnh viện đa khoa vùng", "Trung tâm Y tế"])
        rows.append([i + 1, f"CĐCS {unit} {i}", "", "", "BK LĐLĐ tỉnh"])
        paper.expect(name=f"CĐCS {unit} {i}", kind="collective", award_form="Bằng khen")
    rows += [["", "Cộng", "", "", "03"], ["B", span("CÁ NHÂN", 4)]]
    for i in range(5):
        person = made.person()
        rows.append([i + 1, person["name"], "Đoàn viên", "CĐCS Bệnh viện đa khoa vùng", "GK"])
        paper.expect(name=person["name"], kind="person", post="Đoàn viên", unit="CĐCS Bệnh viện đa khoa vùng", award_form="Giấy khen")
    rows.append(["", "Cộng", "", "", "05"])
    return paper.table(rows)


def name_with_post():
    """Name, post and unit in one cell, in the ways in which it is done."""
    made = Made(9)
    paper = Paper().say("DANH SÁCH CÁ NHÂN ĐỀ NGHỊ CHỦ TỊCH UBND TỈNH TẶNG BẰNG KHEN")
    rows = [["Số TT", "Họ và tên, chức vụ, đơn vị", "Thành tích"]]
    for i in range(12):
        person, post, unit, reason = made.person(), made.one(POSTS), made.one(UNITS), made.one(REASONS)
        title = {"male": "Ông", "female": "Bà"}[person["sex"]]
        way = ["{t} {n}, {p}, {u}", "{t} {n}, {p} {u}", "{t} {n} - {p} {u}", "{t} {n}\n{p}, {u}", "{n}; {p}; {u}", "Đồng chí {n}, {p}, {u}"][i % 6]
        rows.append([i + 1, way.format(t=title, n=person["name"], p=post, u=unit), reason])
        paper.expect(name=person["name"], post=post, unit=unit, achievement=reason, **({"sex": person["sex"]} if i % 6 < 4 else {}))
    return paper.table(rows)


def side_by_side():
    """Two lists beside one another, to save paper; the second is shorter."""
    made = Made(10)
    paper = Paper().say("DANH SÁCH ĐOÀN VIÊN ĐƯỢC TẶNG GIẤY KHEN")
    head = ["STT", "Họ và tên", "Chi đoàn"]
    left = [made.person(unit=made.one(["Chi đoàn 1", "Chi đoàn 2"])) for _ in range(8)]
    right = [made.person(unit=made.one(["Chi đoàn 3", "Chi đoàn 4"])) for _ in range(7)]
    rows = [head + [""] + head]
    for i, person in enumerate(left):
        other = [9 + i, right[i]["name"], right[i]["unit"]] if i < len(right) else ["", "", ""]
        rows.append([i + 1, person["name"], person["unit"], ""] + other)
    for person in left + right:
        paper.expect(name=person["name"], unit=person["unit"], award_form="Giấy khen")
    return paper.table(rows)


def merged_names():
    """What somebody did takes several rows, with the name merged over them; or the rows below are left empty."""
    made = Made(11)
    paper = Paper().say("DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN")
    rows = [["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích"]]
    for i in range(6):
        person, post, unit = made.person(), made.one(POSTS), made.one(UNITS)
        reasons = REASONS[:1 + i % 3]
        n = len(reasons)
        if i < 3:
            rows.append([(i + 1, n, 1), (person["name"], n, 1), (post, n, 1), (unit, n, 1), reasons[0]])
            rows += [[reason] for reason in reasons[1:]]
        else:
            rows.append([i + 1, person["name"], post, unit, reasons[0]])
            rows += [["", "", "", "", reason] for reason in reasons[1:]]
        paper.expect(name=person["name"], post=post, unit=unit, achievement="; ".join(reasons))
    return paper.table(rows)


def several_awards():
    """One person with two award forms, the name merged over both: two awards."""
    made = Made(12)
    paper = Paper().say("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG")
    rows = [["STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng"]]
    for i in range(3):
        person, unit = made.person(), made.one(UNITS)
        rows += [[(i + 1, 2, 1), (person["name"], 2, 1), (unit, 2, 1), "Chiến sĩ thi đua cơ sở"], ["Bằng khen"]]
        paper.expect(name=person["name"], unit=unit, award_form="Chiến sĩ thi đua cơ sở")
        paper.expect(name=person["name"], unit=unit, award_form="Bằng khen")
    return paper.table(rows)


def numbers():
    """What spreadsheets do to numbers: a CCCD as a number without its zero and as text, births as days, as numbers, as text, as a year."""
    made = Made(13)
    paper = Paper().say("UBND XÃ EA TUL", "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN")
    rows = [["STT", "Họ và tên", "Giới tính", "Ngày, tháng, năm sinh", "Số CCCD", "Nghề nghiệp"]]
    for i in range(10):
        person, birth = made.person(), made.birth()
        number = made.citizen_id(person["sex"], birth.year)
        written = [birth, birth.strftime("%d/%m/%Y"), birth.year, (birth - datetime.date(1899, 12, 30)).days, f"{birth.day}-{birth.month}-{birth.year}"][i % 5]
        rows.append([str(i + 1) if i % 2 else i + 1, person["name"], {"male": "Nam", "female": "Nữ"}[person["sex"]], written, int(number) if i % 2 else number, "Nông dân"])
        paper.expect(**person, birth=str(birth.year) if i % 5 == 2 else birth.isoformat(), citizen_id=number, post="Nông dân", award_form="Giấy khen")
    return paper.table(rows)


def collectives():
    """Collectives alone, in a column that is only called a unit's."""
    made = Made(14)
    paper = Paper().say("DANH SÁCH ĐƠN VỊ ĐƯỢC TẶNG CỜ THI ĐUA CỦA UBND TỈNH", "NĂM 2024")
    rows = [["TT", "Đơn vị", "Thành tích"]]
    for i in range(6):
        name, reason = made.collective(i + 1), made.one(REASONS)
        rows.append([i + 1, name, reason])
        paper.expect(name=name, kind="collective", achievement=reason, award_form="Cờ thi đua của Ủy ban nhân dân tỉnh")
    return paper.table(rows)


def two_heads():
    """Collectives and people one below the other with heads of their own, below headings; the title stands above both."""
    made = Made(15)
    paper = Paper().say("HỘI LIÊN HIỆP PHỤ NỮ TỈNH", "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ TẶNG BẰNG KHEN", "I. TẬP THỂ")
    rows = [["TT", "Tên tập thể", "Thành tích"]]
    for i in range(3):
        name, reason = f"Hội LHPN xã Ea {i}", made.one(REASONS)
        rows.append([i + 1, name, reason])
        paper.expect(name=name, kind="collective", achievement=reason, award_form="Bằng khen")
    paper.table(rows).say("II. CÁ NHÂN")
    rows = [["TT", "Họ và tên", "Năm sinh", "Chức vụ", "Thành tích"]]
    for i in range(4):
        person, year, post, reason = made.person(), made.one(range(1960, 2000)), made.one(POSTS), made.one(REASONS)
        rows.append([i + 1, person["name"], year, post, reason])
        paper.expect(name=person["name"], kind="person", birth=str(year), post=post, achievement=reason, award_form="Bằng khen")
    return paper.table(rows)


def households():
    made = Made(16)
    paper = Paper().say("DANH SÁCH HỘ GIA ĐÌNH HIẾN ĐẤT LÀM ĐƯỜNG ĐỀ NGHỊ TẶNG GIẤY KHEN")
    rows = [["TT", "Họ tên chủ hộ", "Thôn", "Diện tích (m2)", "Ghi chú"]]
    for i in range(5):
        person = made.person()
        rows.append([i + 1, person["name"], f"Thôn {i + 1}", made.dice.randrange(100, 900), "Đã bàn giao mặt bằng"])
        paper.expect(name=person["name"], kind="household", residence=f"Thôn {i + 1}", award_form="Giấy khen")
    return paper.table(rows)


def by_commune():
    """Groups of units numbered with Arabic numbers, people with 1.1, 1.2; names in capitals."""
    made = Made(17)
    paper = Paper().say("DANH SÁCH NGƯỜI CÓ UY TÍN ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH NĂM 2025")
    rows = [["TT", "Họ và tên", "Năm sinh", "Dân tộc", "Nơi ở", "Điện thoại"]]
    for g, unit in enumerate(("UBND xã Ea Kao", "UBND xã Ea Tul", "UBND phường Tân Lập"), 1):
        rows.append([str(g), span(unit, 5)] if g % 2 else [str(g), unit, "", "", "", ""])
        for i in range(3):
            person, year = made.person(), made.one(range(1940, 1980))
            rows.append([f"{g}.{i + 1}", person["name"].upper(), year, "Ê Đê", f"Buôn {i + 1}", "0905 000 00" + str(i)])
            paper.expect(name=person["name"].upper(), birth=str(year), residence=f"Buôn {i + 1}", unit=unit, award_form="Bằng khen", giver="CHỦ TỊCH UBND TỈNH")
    return paper.table(rows)


def nested():
    """Award forms, kinds and units as groups within one another, in the markers that occur."""
    made = Made(21)
    paper = Paper().say("BẢNG TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025")
    rows = [["TT", "Họ và tên/Tên tập thể", "Chức vụ", "Thành tích"]]
    for form, mark, shown_form in (("Bằng khen", "A.", "BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"), ("Giấy khen", "B.", "GIẤY KHEN CỦA GIÁM ĐỐC SỞ")):
        rows.append([mark, span(shown_form, 3)])
        rows.append(["I", "Tập thể", "", ""])
        for i in range(2):
            name = f"Phòng Tổng hợp {i}"
            rows.append([i + 1, name, "", "Hoàn thành tốt"])
            paper.expect(name=name, kind="collective", award_form=form, unit=None)
        rows.append(["II", "Cá nhân", "", ""])
        for unit, way in (("Sở Y tế", "1/ {}"), ("UBND xã Ea Kao", "2/ {}:"), ("Trường THPT Buôn Hồ", "- {}"), ("Sở Tài chính", "Đơn vị: {}"), ("Sở Xây dựng", "3. {} (02 cá nhân)"),
                          ("Sở Tư pháp", "II.4. {}: 02 người"), ("Lớp 5A", "Lớp: 5A")):
            rows.append([span(way.format(unit), 4)])
            for i in range(2):
                person, post = made.person(), made.one(POSTS)
                rows.append([i + 1, person["name"], post, "Hoàn thành tốt"])
                paper.expect(name=person["name"], kind="person", post=post, unit=unit, award_form=form)
    return paper.table(rows)


def without_numbers():
    """No running numbers; units stand alone above their people; a blank row now and then."""
    made = Made(22)
    paper = Paper().say("Danh sách đoàn viên đề nghị tặng Giấy khen")
    rows = [["Họ tên", "Chức danh", "Năm sinh", "Ghi chú"]]
    for unit in ("Chi đoàn Khối Đảng", "Chi đoàn Trường học"):
        rows.append([span(unit, 4)])
        for i in range(3):
            person, post, year = made.person(), made.one(["Bí thư", "Ủy viên", "Đoàn viên"]), made.one(range(1985, 2005))
            rows.append([person["name"], post, f"Sinh năm {year}" if i == 1 else year, ""])
            paper.expect(name=person["name"], post=post, birth=str(year), unit=unit, award_form="Giấy khen")
        for name in ("Y Thun Mlô", "Trần Văn Một") if unit == "Chi đoàn Khối Đảng" else ("Đoàn Văn Hai",):
            rows.append([name, "", "", ""])
            paper.expect(name=name, unit=unit, award_form="Giấy khen")
        rows.append(["", "", "", ""])
    return paper.table(rows)


def wide_form():
    """Three rows of head over seventeen columns, most of which nobody needs."""
    made = Made(23)
    paper = Paper().say("MẪU SỐ 03/ĐNKT", "DANH SÁCH TRÍCH NGANG CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG")
    rows = [[("STT", 3, 1), span("Thông tin cá nhân", 9), span("Công tác", 3), span("Đề nghị khen thưởng", 3), ("Ghi chú", 3, 1)],
            [("Họ và tên", 2, 1), span("Ngày, tháng, năm sinh", 2), ("Dân tộc", 2, 1), ("Đảng viên", 2, 1), ("Quê quán", 2, 1), ("Trình độ", 2, 1), ("Số CCCD", 2, 1), ("Ngày cấp", 2, 1),
             ("Chức vụ", 2, 1), ("Đơn vị công tác", 2, 1), ("Số năm công tác", 2, 1), ("Hình thức", 2, 1), ("Thành tích", 2, 1), ("Số phiếu đồng ý", 2, 1)],
            ["Nam", "Nữ"]]
    for i in range(8):
        person, birth, post, unit, reason = made.person(), made.birth(), made.one(POSTS), made.one(UNITS), made.one(REASONS)
        number = made.citizen_id(person["sex"], birth.year)
        rows.append([i + 1, person["name"], birth if person["sex"] == "male" else "", birth if person["sex"] == "female" else "", "Kinh", "x" if i % 2 else "", "Quảng Nam", "Đại học",
                     number, datetime.date(2021, 5, 10), post, unit, 12, "Bằng khen", reason, "12/12", ""])
        paper.expect(**person, birth=birth.isoformat(), citizen_id=number, post=post, unit=unit, award_form="Bằng khen", achievement=reason)
    return paper.table(rows)


def dates():
    """One day written in every way."""
    made = Made(24)
    paper = Paper().say("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN")
    rows = [["TT", "Họ và tên", "Ngày sinh", "Đơn vị"]]
    for i, (text, iso) in enumerate((("25/12/1980", "1980-12-25"), ("25-12-1980", "1980-12-25"), ("25.12.1980", "1980-12-25"), ("25 / 12 / 1980", "1980-12-25"), ("ngày 25 tháng 12 năm 1980", "1980-12-25"),
                                     ("Ngày 25/12/1980", "1980-12-25"), ("1980-12-25", "1980-12-25"), ("12/1980", "1980-12"), ("tháng 12/1980", "1980-12"), ("1980", "1980"), ("Năm 1980", "1980"),
                                     ("25/12/80", "1980-12-25"), ("25121980", "1980-12-25"), ("", None), ("25/12/1980 ", "1980-12-25"), ("25//12/1980", "1980-12-25"), ("SN 1980", "1980"), ("sinh ngày 25/12/1980", "1980-12-25"),
                                     ("5/9/1980", "1980-09-05"), ("05/9/1980", "1980-09-05"), ("25 tháng 12 năm 1980", "1980-12-25"), ("1/1/1980", "1980-01-01"), ("00/00/1980", "1980"), ("/ /1980", "1980"))):
        person = made.person()
        rows.append([i + 1, person["name"], text, "Sở Y tế"])
        paper.expect(name=person["name"], birth=iso)
    return paper.table(rows)


def numbers_of_citizens():
    """One CCCD written in every way."""
    made = Made(25)
    paper = Paper().say("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN")
    rows = [["TT", "Họ và tên", "Năm sinh", "CCCD", "Đơn vị"]]
    for i, (text, number) in enumerate((("066081000111", "066081000111"), ("066 081 000 111", "066081000111"), ("066.081.000.111", "066081000111"), ("'066081000111", "066081000111"), ("CCCD: 066081000111", "066081000111"),
                                        ("66081000111", "066081000111"), ("241234567", "241234567"), ("CMND 241 234 567", "241234567"), ("C1234567", "C1234567"), ("066081000111\ncấp ngày 10/5/2021", "066081000111"),
                                        ("không có", None), ("", None))):
        person = made.person()
        rows.append([i + 1, person["name"], 1981, text, "Sở Y tế"])
        paper.expect(name=person["name"], citizen_id=number)
    return paper.table(rows)


def names():
    """What stands before and behind names."""
    paper = Paper().say("DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG BẰNG KHEN")
    rows = [["TT", "Cấp bậc, họ và tên", "Chức vụ", "Đơn vị"]]
    for i, (text, values) in enumerate((("Ông Nguyễn Văn Ản", dict(name="Nguyễn Văn Ản", sex="male")), ("Bà: Trần Thị Bỉn", dict(name="Trần Thị Bỉn", sex="female")), ("Đ/c Lê Văn Cữ", dict(name="Lê Văn Cữ")),
                                        ("Đ/c. Lê Văn Cứ", dict(name="Lê Văn Cứ")), ("Thượng tá Phạm Văn Dủ", dict(name="Phạm Văn Dủ", address_form="Thượng tá")),
                                        ("Đại úy QNCN Hồ Văn Ém", dict(name="Hồ Văn Ém", address_form="Đại úy QNCN")), ("Thiếu tá, Hồ Văn Ếm", dict(name="Hồ Văn Ếm", address_form="Thiếu tá")),
                                        ("TS. Ngô Thị Gảo", dict(name="Ngô Thị Gảo", address_form="TS.")), ("PGS.TS Ngô Thị Hảo", dict(name="Ngô Thị Hảo", address_form="PGS.TS")),
                                        ("BS.CKII. Võ Thị Ỉnh", dict(name="Võ Thị Ỉnh", address_form="BS.CKII.")), ("ThS Võ Văn Kỉnh", dict(name="Võ Văn Kỉnh", address_form="ThS")),
                                        ("Đại đức Thích Minh Lả", dict(name="Thích Minh Lả", address_form="Đại đức")), ("Linh mục Phê-rô Lê Văn Mỉ", dict(name="Phê-rô Lê Văn Mỉ", address_form="Linh mục")),
                                        ("Em Hoàng Thị Nỉ", dict(name="Hoàng Thị Nỉ")), ("Nguyễn Văn Ổn (đã mất)", dict(name="Nguyễn Văn Ổn", posthumous="yes")), ("Cố Trung úy Lê Văn Phủ", dict(name="Lê Văn Phủ", address_form="Trung úy", posthumous="yes")),
                                        ("Liệt sĩ Lê Văn Quỉ", dict(name="Lê Văn Quỉ", posthumous="yes")), ("1. Nguyễn Văn Rủ", dict(name="Nguyễn Văn Rủ")), ("Mr. Kim Dong-Hyun", dict(name="Kim Dong-Hyun", sex="male")),
                                        ("K'Brôi", dict(name="K'Brôi")), ("H’Hen Niê Siêng", dict(name="H’Hen Niê Siêng")), ("Y Bhiông  Niê Kđăm", dict(name="Y Bhiông Niê Kđăm")), ("Đinh Y Rỗ", dict(name="Đinh Y Rỗ")),
                                        ("Pi Năng Thị Lử", dict(name="Pi Năng Thị Lử")), ("Công Tằng Tôn Nữ Thị Sả", dict(name="Công Tằng Tôn Nữ Thị Sả")), ("Hộ ông Lê Văn Tỉ", dict(name="Hộ ông Lê Văn Tỉ", kind="household")),
                                        ("Nguyễn Văn Uy.", dict(name="Nguyễn Văn Uy")), ("Vũ Thị Ỷ;", dict(name="Vũ Thị Ỷ")), ("Ông Đỗ Văn Xã", dict(name="Đỗ Văn Xã")), ("Trường Văn Bản", dict(name="Trường Văn Bản", kind="person")),
                                        ("Đoàn Thị Yển", dict(name="Đoàn Thị Yển", kind="person")), ("Ban Thị Mẩn", dict(name="Ban Thị Mẩn", kind="person")), ("Ông (bà) Đoàn Văn Hỉ", dict(name="Đoàn Văn Hỉ")))):
        rows.append([i + 1, text, "Nhân viên", "Sở Y tế"])
        paper.expect(**values)
    return paper.table(rows)


def register():
    """An old register: years as groups, a decision merged over those it names, the same for its day."""
    made = Made(26)
    paper = Paper().say("SỔ THEO DÕI KHEN THƯỞNG", "(Từ năm 2010 đến năm 2012)")
    rows = [["STT", "Số QĐ", "Ngày, tháng, năm QĐ", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", "Cấp khen", "Số vào sổ"]]
    n = 0
    for year in (2010, 2011, 2012):
        rows.append([span(f"NĂM {year}", 8)])
        for d in range(2):
            number, day = f"{100 * d + year % 100}/QĐ-UBND", datetime.date(year, 3 + d, 15)
            for i in range(3):
                person, unit = made.person(), made.one(UNITS)
                n += 1
                decided = [(number, 3, 1), (day, 3, 1)] if i == 0 else []
                rows.append([n] + decided + [person["name"], unit, "Bằng khen", "Chủ tịch UBND tỉnh", f"{n}/SV"])
                paper.expect(name=person["name"], unit=unit, award_form="Bằng khen", giver="Chủ tịch UBND tỉnh", decision_number=number, decision_date=day.isoformat(), register_number=f"{n}/SV")
    return paper.table(rows)


def soldiers():
    """Ranks in a column of their own; "Ông", "Bà" in a column; dittos; units merged downwards."""
    made = Made(27)
    paper = Paper().say("BỘ CHỈ HUY QUÂN SỰ TỈNH", "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN")
    rows = [["TT", "Ông/Bà", "Họ và tên", "Cấp bậc", "Chức vụ", "Đơn vị", "Hình thức"]]
    for i in range(6):
        person = made.person()
        unit = [("Tiểu đoàn 303", 3, 1)] if i == 0 else [] if i < 3 else ["Đại đội 20" if i == 3 else "nt" if i == 4 else '"']
        rows.append([i + 1, {"male": "Ông", "female": "Bà"}[person["sex"]], person["name"], "Thiếu tá", "Trợ lý", *unit, "GK"])
        paper.expect(**person, address_form="Thiếu tá", post="Trợ lý", unit="Tiểu đoàn 303" if i < 3 else "Đại đội 20", award_form="Giấy khen")
    return paper.table(rows)


def below_the_table():
    """Notes, a sum in words and signatures without any of the usual words."""
    made = Made(28)
    paper = Paper().say("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN")
    rows = [["TT", "Họ và tên", "Chức vụ", "Đơn vị"]]
    for i in range(4):
        person, post, unit = made.person(), made.one(POSTS), made.one(UNITS)
        rows.append([i + 1, person["name"], post, unit])
        paper.expect(name=person["name"], post=post, unit=unit)
    rows += [["", "", "", ""], ["", "Bằng chữ: Bốn người.", "", ""], ["", "Đề nghị Hội đồng Thi đua xem xét.", "", ""], ["", "", "", ""],
             ["", "Người lập danh sách", "", "TM. BAN CHẤP HÀNH"], ["", "", "", "BÍ THƯ"], ["", "", "", ""], ["", "Nguyễn Thị Lập", "", "Trần Văn Ký"]]
    return paper.table(rows)


def old_fonts():
    """The same list in three old encodings, told by fonts, with titles in a font of capitals."""
    paper = Paper().say(("danh s¸ch ®Ò nghÞ tÆng giÊy khen", ".VnTimeH"))
    rows = [[("TT", 1, 1, ".VnTimeH"), ("Hä vµ tªn", 1, 1, ".VnTime"), ("Chøc vô", 1, 1, ".VnTime"), ("§¬n vÞ", 1, 1, ".VnTime")]]
    for i, (name, post, unit, font) in enumerate((("NguyÔn V¨n Hïng", "Phã Gi¸m ®èc", "Së Y tÕ", ".VnTime"), ("TrÇn ThÞ B×nh", "Chuyªn viªn", "Së Néi vô", ".VnArial"),
                                                  ("Nguyeãn Thò Haïnh", "Chuyeân vieân", "Sôû Taøi chính", "VNI-Times"))):
        rows.append([i + 1, (name, 1, 1, font), (post, 1, 1, font), (unit, 1, 1, font)])
    paper.expect(name="Nguyễn Văn Hùng", post="Phó Giám đốc", unit="Sở Y tế", award_form="Giấy khen")
    paper.expect(name="Trần Thị Bình", post="Chuyên viên", unit="Sở Nội vụ", award_form="Giấy khen")
    paper.expect(name="Nguyễn Thị Hạnh", post="Chuyên viên", unit="Sở Tài chính", award_form="Giấy khen")
    return paper.table(rows)


def decomposed():
    """Letters and marks apart, as some programs and telephones write them."""
    made = Made(29)
    paper = Paper().say(unicodedata.normalize("NFD", "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN"))
    rows = [[unicodedata.normalize("NFD", text) for text in ("STT", "Họ và tên", "Chức vụ", "Đơn vị")]]
    for i in range(4):
        person, post, unit = made.person(), made.one(POSTS), made.one(UNITS)
        rows.append([i + 1] + [unicodedata.normalize("NFD", text) for text in (person["name"], post, unit)])
        paper.expect(name=unicodedata.normalize("NFC", person["name"]), post=post, unit=unit, award_form="Giấy khen")
    return paper.table(rows)


def appendices():
    """Two appendices of one decision, each with its own titles; the number stands in one of them alone."""
    made = Made(30)
    paper = Paper()
    for number, who, form, head in (("I", "TẬP THỂ", "BẰNG KHEN", "Tên tập thể"), ("II", "CÁ NHÂN", "GIẤY KHEN", "Họ và tên")):
        paper.say(f"PHỤ LỤC {number}: TẶNG {form}", f"DANH SÁCH {who}", "(Danh sách kèm theo Quyết định số 974/QĐ-UBND ngày 05/3/2024)" if number == "I" else "đã có thành tích trong công tác năm 2023")
        rows = [["TT", head, "Đơn vị"]]
        for i in range(3):
            name, unit = made.collective(i) if number == "I" else made.person()["name"], made.one(UNITS)
            rows.append([i + 1, name, unit])
            paper.expect(name=name, kind="collective" if number == "I" else "person", unit=unit, award_form="Bằng khen" if number == "I" else "Giấy khen",
                         achievement=None if number == "I" else "đã có thành tích trong công tác năm 2023", **DECIDED)
        paper.table(rows)
        paper.say("Danh sách gồm có 03 " + ("tập thể" if number == "I" else "cá nhân"))
    return paper


DOCUMENTS = {"decision": decision, "decision-in-parts": decision_in_parts, "decision-by-article": decision_by_article, "cut-into-tables": cut_into_tables,
             "name-with-post": name_with_post, "two-heads": two_heads, "merged-names": merged_names, "collectives": collectives, "nested": nested, "names": names, "register": register, "old-fonts": old_fonts,
             "decomposed": decomposed, "below-the-table": below_the_table, "appendices": appendices}
SHEETS = {"program": program, "school": school, "brigade": brigade, "union": union, "name-with-post": name_with_post, "side-by-side": side_by_side,
          "merged-names": merged_names, "several-awards": several_awards, "numbers": numbers, "collectives": collectives, "two-heads": two_heads,
          "households": households, "by-commune": by_commune, "nested": nested, "without-numbers": without_numbers, "wide-form": wide_form, "dates": dates,
          "numbers-of-citizens": numbers_of_citizens, "names": names, "register": register, "soldiers": soldiers, "below-the-table": below_the_table,
          "old-fonts": old_fonts, "decomposed": decomposed, "appendices": appendices}
TEXTS = ("brigade", "union", "collectives", "households", "two-heads", "side-by-side", "nested", "dates", "decomposed", "without-numbers")

# What columns are called, by what they hold.
HEADINGS = {
    "number": ["STT", "TT", "Số TT", "Số\nTT", "STT (1)", "Stt.", "Thứ tự", "Số thứ tự"],
    "name": ["Họ và tên", "HỌ TÊN", "Họ, tên đệm và tên", "Họ và tên cá nhân", "Họ và tên người được khen", "Tên cá nhân/tập thể", "Tên tập thể/cá nhân đề nghị khen thưởng",
             "Họ và tên (viết in hoa)", "Họ và tên cá nhân, tên tập thể", "Đơn vị/cá nhân", "Tập thể/cá nhân", "Tên tập thể, hộ gia đình, cá nhân", "Họ và tên/ Tên đơn vị",
             "Danh sách tập thể, cá nhân", "Tên đơn vị/Họ và tên", "Họ và tên khai sinh", "Họ tên HS", "Họ tên học sinh", "Họ và tên đội viên", "Họ và tên đoàn viên",
             "Họ và tên người có công", "Cá nhân/Tập thể được đề nghị khen thưởng", "Tên đối tượng khen thưởng", "Họ và tên chủ hộ", "Đại diện hộ gia đình", "Tên doanh nghiệp",
             "Tên đơn vị, doanh nghiệp"],
    "birth": ["Ngày, tháng, năm sinh", "Năm sinh", "Ngày sinh", "Sinh ngày", "Ngày tháng năm sinh", "NTNS", "Ngày/tháng/năm sinh", "Sinh năm", "Năm\nsinh", "N.sinh",
              "Ngày th. năm sinh", "Ngày tháng\nnăm sinh (dd/mm/yyyy)", "Tuổi/năm sinh"],
    "sex": ["Giới tính", "Nam/Nữ", "Giới", "Nam (Nữ)", "Phái", "Giới tính (Nam/Nữ)"],
    "citizen_id": ["Số CCCD", "CCCD", "Số CMND/CCCD", "CMTND", "Số căn cước công dân", "Số định danh cá nhân", "Số CMND (CCCD)", "Căn cước/CCCD", "Số thẻ căn cước", "Mã định danh",
                   "CCCD/ĐDCN", "Số ĐDCN"],
    "post": ["Chức vụ", "Chức danh", "Chức vụ, chức danh", "Chức vụ hiện nay", "Chức vụ công tác", "Nghề nghiệp", "Chức vụ Đảng, chính quyền", "Chức vụ (nghề nghiệp)",
             "Chức vụ chính quyền, đoàn thể", "Nhiệm vụ được giao", "Chức vụ/chức danh nghề nghiệp", "CV"],
    "unit": ["Đơn vị", "Đơn vị công tác", "Nơi công tác", "Cơ quan, đơn vị", "Đơn vị, địa phương", "Lớp", "Chi đội", "Chi đoàn", "Trường", "Phòng, ban", "Cơ quan/Đơn vị công tác",
             "Đơn vị công tác hiện nay", "Khoa/Phòng", "Tổ/Khoa", "Đơn vị đề nghị", "Đơn vị quản lý", "Thuộc đơn vị", "Xã/phường", "Tổ chức cơ sở đoàn", "Cơ quan công tác",
             "Đơn vị học tập", "Công đoàn", "Chi bộ", "Địa phương, đơn vị"],
    "post_unit": ["Chức vụ, đơn vị công tác", "Chức vụ, đơn vị", "Chức vụ và đơn vị", "Chức vụ, nơi công tác", "Chức danh, đơn vị", "Chức vụ/Đơn vị", "Chức vụ - Đơn vị công tác",
                  "Nghề nghiệp, đơn vị công tác", "Chức vụ, cơ quan công tác", "Chức vụ, nơi công tác, nơi ở", "Đơn vị, chức vụ", "Chức vụ (chức danh), đơn vị công tác",
                  "Chức vụ công tác, đơn vị", "Nghề nghiệp, địa chỉ", "Chức vụ, địa chỉ"],
    "award_form": ["Hình thức khen thưởng", "Hình thức KT", "HTKT", "Hình thức đề nghị", "Hình thức đề nghị khen thưởng", "Danh hiệu, HTKT", "Danh hiệu thi đua",
                   "Danh hiệu thi đua/Hình thức khen thưởng", "Đề nghị khen thưởng", "Hình thức khen", "Mức khen", "Mức đề nghị", "Danh hiệu đề nghị", "Hình thức, danh hiệu",
                   "Hình thức đã khen", "Đề nghị hình thức khen"],
    "achievement": ["Thành tích", "Tóm tắt thành tích", "Nội dung thành tích", "Thành tích đạt được", "Lý do khen thưởng", "Nội dung khen thưởng", "Thành tích tiêu biểu",
                    "Tóm tắt thành tích đạt được trong năm học", "Thành tích nổi bật", "Tóm tắt thành tích (ghi ngắn gọn)", "Sơ lược thành tích", "Lí do khen thưởng",
                    "Thành tích cụ thể", "Trích yếu thành tích"],
    "residence": ["Địa chỉ", "Nơi ở", "Nơi thường trú", "Hộ khẩu thường trú", "Quê quán", "Nơi cư trú", "Thôn/buôn", "Địa chỉ thường trú", "Chỗ ở hiện nay", "Thôn, tổ dân phố",
                  "Địa chỉ (thôn, buôn, TDP)", "Nơi đăng ký thường trú"],
    "ethnicity": ["Dân tộc"],
    "note": ["Ghi chú", "GHI CHÚ", "Ghi\nchú"],
    "decision_number": ["Số quyết định", "Số QĐ", "Quyết định số", "Số, ký hiệu quyết định", "Số hiệu", "Số hiệu quyết định"],
    "decision_date": ["Ngày quyết định", "Ngày ký", "Ngày ban hành", "Ngày QĐ", "Ngày, tháng, năm QĐ", "Ngày tháng ban hành"],
    "decision": ["Số, ngày, tháng, năm quyết định", "Số quyết định, ngày tháng năm", "Quyết định khen thưởng", "Số QĐ, ngày tháng", "Quyết định (số, ngày, tháng, năm)", "Số, ngày QĐ"],
    "giver": ["Cấp khen", "Cơ quan khen thưởng", "Cấp khen thưởng", "Cơ quan ban hành", "Cơ quan ban hành quyết định", "Cấp ra quyết định"],
    "register_number": ["Số sổ vàng", "Số vào sổ", "Vào sổ vàng số"],
    "period": ["Năm khen thưởng", "Giai đoạn", "Thời gian lập thành tích", "Năm học", "Năm"],
    "posthumous": ["Truy tặng"],
    "address_form": ["Cấp bậc", "Quân hàm"],
    "commendation_kind": ["Loại hình khen thưởng", "Loại hình"],
    None: ["Số điện thoại", "Điện thoại liên hệ", "Ký nhận", "Số tiền", "Tiền thưởng", "Mức tiền thưởng", "Trình độ chuyên môn", "Đảng viên", "Ngày vào Đảng", "Số phiếu đồng ý",
           "Tỷ lệ %", "Ý kiến của Hội đồng", "Diện tích đất hiến", "Số tài khoản", "Thâm niên", "Năm công tác", "Số năm công tác", "Kết quả xếp loại", "Xếp loại", "Điểm", "Tôn giáo",
           "Trình độ", "Ngày cấp", "Nơi cấp", "Email", "Học lực", "Hạnh kiểm", "Đơn vị tính", "Kỳ họp", "Số lượng", "Tên ngân hàng", "Số lần đạt", "Chữ ký"],
}
