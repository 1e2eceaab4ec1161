# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list that a unit sent, before it is taken in: looked at, mended by key, taken in as one action,
and the rest returned in a file. Nobody in it exists."""
import os
import sys

import openpyxl
from uitest import Atspi, run
from windowtest import Office

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị", "Hình thức khen thưởng", "Thành tích"]
ROWS = [
    [1, "Đào Thị Thử Một", "01/02/1980", "Nữ", "Sở Nội vụ", "Giấy khen", "Đã có thành tích xuất sắc"],
    [2, "Đào Văn Thử Hai", "03/04/1981", "Nam", "Phòng Không Có", "Giấy khen", "Đã có thành tích xuất sắc"],
    [3, "Đào Văn Thử Ba", "31/02/1982", "Nam", "Sở Nội vụ", "Giấy khen", "Đã có thành tích xuất sắc"],
    [4, "Đào Văn Thử Bốn", "05/06/1983", "Nam", "Sở Nội vụ", "Giấy khen", "Đã có thành tích xuất sắc"],
]

office = Office(sys.argv[1], sys.argv[2])
SENT = os.path.join(office.folder, "sent.xlsx")
REST = os.path.join(office.folder, "rest.xlsx")
app = office.open("Đề nghị")


def write_list():
    book = openpyxl.Workbook()
    for row in [["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], [], HEAD, *ROWS]:
        book.active.append(row)
    book.save(SENT)


def nominated():
    return {row["subject_name"] for row in office.ask("nomination", "list")} & {row[1] for row in ROWS}


def button(*words):
    """A button whose label has these words."""
    return next((w for w in office.widgets() if w.get_role_name() in ("push button", "toggle button")
                 and all(word in w.get_name() for word in words)), None)


def press(widget):
    Atspi.Action.do_action(widget, 0)
    office.settle()


def opens_the_list():
    write_list()
    for widget in list(office.widgets()):
        names = [Atspi.Action.get_action_name(widget, i) for i in range(widget.get_n_actions())]
        if "page.import" in names:
            Atspi.Action.do_action(widget, names.index("page.import"))
            break
    app.pump(1.5)
    app.type(SENT)
    app.pump(0.5)
    app.key("Return")
    app.wait(lambda: office.visible("label", "Danh sách này thuộc kế hoạch nào?"), 10, "the question for the plan")


def judges_it():
    app.key("Tab", "space")              # the plan
    app.pump(0.5)
    app.type("0124")
    app.pump(1)
    app.key("Return")
    app.wait(lambda: button("Tất cả", "4"), 10, "the rows")
    assert button("Chưa nhập được", "2") and button("Sẽ nhập", "2")
    assert app.column("Các dòng của danh sách", 2)[:2] == ["Đào Văn Thử Hai", "Đào Văn Thử Ba"], "what must be looked at first"


def mends_a_row_by_typing():
    app.xid = app.xdo("getactivewindow")[-1]
    app.click(app.find("text", "Đơn vị"))
    app.fill("Đơn vị", "Sở Nội vụ")
    app.key("Return")
    app.wait(lambda: button("Chưa nhập được", "1"), 10, "the row to be good")
    assert nominated() == set(), "nothing is kept before it is taken in"


def takes_the_good_ones_and_returns_the_rest():
    press(button("Nhập 3", "trả lại 1"))
    app.pump(1)
    app.key("ctrl+a")                    # the whole path is typed over the name
    app.type(REST)
    app.pump(0.5)
    app.key("Return")
    app.wait(lambda: len(nominated()) == 3, 15, "three nominations")
    rest = [[cell.value for cell in row] for row in openpyxl.load_workbook(REST).active.iter_rows()]
    returned = [row for row in rest if "Đào Văn Thử Ba" in row]
    assert len(returned) == 1 and not any("Đào Văn Thử Hai" in row for row in rest), rest


def is_one_action():
    app.wait(lambda: app.root.get_child_count() == 1, 10, "the dialog to close")
    app.key("ctrl+z")
    app.wait(lambda: nominated() == set(), 10, "all of it to be undone")


def closes():
    office.close()


run(opens_the_list, judges_it, mends_a_row_by_typing, takes_the_good_ones_and_returns_the_rest, is_one_action, closes)
