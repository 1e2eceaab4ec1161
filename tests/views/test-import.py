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

KNOWN = ["Đào Thị Thử Năm", "066180001234"]  # whom the office has, with a year for a birthday
MANY = 60000                                 # rows take long enough to be stopped

office = Office(sys.argv[1], sys.argv[2])
SENT = os.path.join(office.folder, "sent.xlsx")
SECOND = os.path.join(office.folder, "second.csv")
LARGE = os.path.join(office.folder, "large.csv")
REST = os.path.join(office.folder, "rest.xlsx")
with open(os.path.join(office.folder, "known.csv"), "w", encoding="utf-8") as known:
    known.write(f"họ và tên,ngày sinh,số cccd,đơn vị\n{KNOWN[0]},1980,{KNOWN[1]},Sở Nội vụ\n")
office.run("--office", office.path, "subject", "import", known.name)
app = office.open("Đề nghị")


def write_lists():
    book = openpyxl.Workbook()
    for row in [["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], [], HEAD, *ROWS]:
        book.active.append(row)
    book.save(SENT)
    with open(SECOND, "w", encoding="utf-8") as file:
        file.write(f"họ và tên,ngày sinh,giới tính,số cccd,đơn vị,hình thức khen thưởng,thành tích\n"
                   f"{KNOWN[0]},15/03/1980,Nữ,{KNOWN[1]},Sở Nội vụ,Giấy khen,Dẫn đầu\n")
    with open(LARGE, "w", encoding="utf-8") as file:
        file.write("họ và tên,ngày sinh,đơn vị,hình thức khen thưởng,thành tích\n")
        file.writelines(f"Đào Văn Nhiều {i},01/02/1980,Sở Nội vụ,Giấy khen,Dẫn đầu\n" for i in range(MANY))


def nominated():
    return {row["subject_name"] for row in office.ask("nomination", "list")} & {row[1] for row in ROWS}


def known():
    return next((s["birth"], s["sex"]) for s in office.ask("subject", "list") if s["name"] == KNOWN[0])


def top():
    """The dialog in front, else the window."""
    windows = [app.root.get_child_at_index(i) for i in range(app.root.get_child_count())]
    return next((w for w in windows if w.get_state_set().contains(Atspi.StateType.ACTIVE)), windows[0])


def buttons(*words):
    return [w for w in office.widgets(top()) if w.get_role_name() in ("push button", "toggle button") and all(word in w.get_name() for word in words)]


def button(*words):
    """A button in front whose label has these words."""
    return next(iter(buttons(*words)), None)


def label(*words):
    return next((w for w in office.widgets(top()) if w.get_role_name() == "label" and all(word in w.get_name() for word in words)), None)


def go_to(*words, role=("push button", "toggle button", "check box")):
    """Goes there by Tab alone."""
    for _ in range(45):
        if any(w.get_state_set().contains(Atspi.StateType.FOCUSED) and w.get_role_name() in role and all(word in w.get_name() for word in words)
               for w in office.widgets(top())):
            return
        app.key("Tab")
    raise AssertionError(f"Tab does not lead to {words}")


def press(*words):
    go_to(*words)
    app.key("space")


def retype(name, text):
    """Types over what stands in the entry that has the caret, which AT-SPI does not tell of."""
    app.pump(0.3)
    app.key("ctrl+a")
    app.type(text)
    app.wait(lambda: app.text(app.find("text", name, top())) == text, 10, f"{text!r} in {name!r}")


def open_list(path, then):
    for widget in list(office.widgets()):
        names = [widget.get_action_name(i) for i in range(widget.get_n_actions())]
        if "page.import" in names:
            widget.do_action(names.index("page.import"))
            break
    app.pump(1.5)
    app.type(path)
    app.pump(0.5)
    app.key("Return")
    app.wait(then, 30, f"what comes of {path}")
    office.focus()


def choose_plan(then):
    press("Kế hoạch")
    app.pump(0.5)
    app.type("0124")
    app.pump(1)
    app.key("Return")
    app.wait(then, 30, "the rows")
    office.focus()


def closed():
    app.wait(lambda: app.root.get_child_count() == 1, 10, "the dialog to close")
    office.focus()


def opens_the_list():
    write_lists()
    open_list(SENT, lambda: office.visible("label", "Danh sách này thuộc kế hoạch nào?"))


def judges_it():
    choose_plan(lambda: button("Tất cả", "4"))
    assert button("Chưa nhập được", "2") and button("Sẽ nhập", "2")
    assert app.column("Các dòng của danh sách", 2)[:2] == ["Đào Văn Thử Hai", "Đào Văn Thử Ba"], "what must be looked at first"


def walks_through_what_must_be_looked_at():
    app.wait(lambda: label("Dòng 5", "Đào Văn Thử Hai"), 10, "the first")
    app.key("F8")
    app.wait(lambda: label("Dòng 6", "Đào Văn Thử Ba"), 10, "the next")


def says_in_the_dialog_what_is_wrong():
    app.key("Return")
    retype("Ngày sinh", "32.1.1982")
    app.key("Return")
    app.wait(lambda: label("“32.1.1982” không phải là ngày."), 10, "the news in the dialog")


def completes_a_unit():
    app.key("F8")
    app.wait(lambda: label("Dòng 5", "Đào Văn Thử Hai"), 10, "the first again")
    app.wait(lambda: any(w.get_state_set().contains(Atspi.StateType.FOCUSED) for w in office.widgets(app.table("Các dòng của danh sách"))), 10,
             "the rows to have the focus")
    app.key("Return")
    retype("Đơn vị", "so noi")
    app.wait(lambda: app.look("list item", "Sở Nội vụ") or label("Sở Nội vụ"), 10, "the offers")
    app.key("Down", "Return")
    app.wait(lambda: button("Chưa nhập được", "1"), 10, "the row to be good")
    assert nominated() == set(), "nothing is kept before it is taken in"


def chooses_the_sex():
    app.wait(lambda: label("Dòng 6", "Đào Văn Thử Ba"), 10, "the next row")
    app.key("Return")
    app.pump(0.3)
    app.key("Tab", "space")
    app.pump(0.5)
    app.key("Home", "Down", "Down", "Return")
    app.wait(lambda: app.look("combo box", "Giới tính") and label("Nữ"), 10, "the other sex")
    office.focus()


def takes_columns_by_hand():
    app.wait(lambda: button("Các cột…"), 10, "the columns")
    press("Các cột…")
    app.wait(lambda: button("Đọc lại"), 10, "the columns")
    office.focus()
    assert not button("Đọc lại").get_state_set().contains(Atspi.StateType.SENSITIVE)
    for _ in HEAD:
        app.key("Tab")
    app.key("space")                     # what the achievement is taken for
    app.pump(0.7)
    app.key("Home", "Return")            # not used
    app.wait(lambda: button("Đọc lại").get_state_set().contains(Atspi.StateType.SENSITIVE), 10, "another column")
    press("Đọc lại")
    app.wait(lambda: label("4 dòng chưa có nội dung"), 20, "the list read again")
    office.focus()
    assert button("Chưa nhập được", "1"), "what was answered before holds on"


def takes_one_wording_for_all():
    go_to("Đơn vị gửi")
    app.key("Tab")
    retype("Nội dung chung cho các dòng", "Hoan thanh nhiem vu")
    app.key("Return")
    app.wait(lambda: button("Chưa nhập được", "1") and not label("4 dòng chưa có nội dung"), 20, "the wording")
    office.focus()


def takes_the_good_ones_and_returns_the_rest():
    press("Nhập 3", "trả lại 1")
    app.pump(1)
    app.key("ctrl+a")                    # the whole path is typed over the name
    app.type(REST)
    app.pump(0.5)
    app.key("Return")
    app.wait(lambda: len(nominated()) == 3 and os.path.exists(REST), 15, "three nominations and the rest")
    rest = [[cell.value for cell in row] for row in openpyxl.load_workbook(REST).active.iter_rows()]
    returned = [row for row in rest if "Đào Văn Thử Ba" in row]
    assert len(returned) == 1 and not any("Đào Văn Thử Hai" in row for row in rest), rest
    made = {row["subject_name"]: row for row in office.ask("nomination", "list")}
    assert made["Đào Văn Thử Hai"]["unit_name"] == "Sở Nội vụ", made["Đào Văn Thử Hai"]
    assert {made[name]["achievement"] for name in nominated()} == {"Hoan thanh nhiem vu"}


def is_one_action():
    closed()
    app.key("ctrl+z")
    app.wait(lambda: nominated() == set(), 10, "all of it to be undone")


def leaves_who_is_known():
    open_list(SECOND, lambda: office.visible("label", "Danh sách này thuộc kế hoạch nào?"))
    choose_plan(lambda: button("Nhập 1 dòng"))
    press("Nhập 1 dòng")
    closed()
    assert known() == ("1980", None), known()
    app.key("ctrl+z")
    app.wait(lambda: KNOWN[0] not in {row["subject_name"] for row in office.ask("nomination", "list")}, 10, "it to be undone")


def updates_who_is_known_when_told_to():
    open_list(SECOND, lambda: office.visible("label", "Danh sách này thuộc kế hoạch nào?"))
    choose_plan(lambda: button("Nhập 1 dòng"))
    press("Cập nhật người đã có")
    press("Nhập 1 dòng")
    closed()
    assert known() == ("1980-03-15", "female"), known()


def says_in_front_why_it_failed():
    open_list(SECOND, lambda: office.visible("label", "Danh sách này thuộc kế hoạch nào?"))
    choose_plan(lambda: button("Tất cả", "1"))
    assert button("Đã nhập rồi", "1"), "the same list once more adds nothing"
    app.key("Escape")
    closed()
    with open(SECOND, "a", encoding="utf-8") as file:
        file.write("Đào Văn Thử Sáu,15/03/1981,Nam,,Sở Nội vụ,Giấy khen,Dẫn đầu\n")
    open_list(SECOND, lambda: office.visible("label", "Danh sách này thuộc kế hoạch nào?"))
    choose_plan(lambda: button("Nhập 1 dòng"))
    os.remove(SECOND)
    press("Nhập 1 dòng")
    app.wait(lambda: app.look("label", "Chưa làm được việc này"), 10, "the failure")
    office.focus()
    app.key("Escape")
    app.wait(lambda: app.root.get_child_count() == 2 and button("Nhập 1 dòng"), 10, "the rows, which are still there")
    office.focus()
    app.key("Escape")
    closed()


def is_stopped():
    head = office.head()
    open_list(LARGE, lambda: office.visible("label", "Danh sách này thuộc kế hoạch nào?"))
    choose_plan(lambda: button("Dừng"))
    app.key("Escape")
    app.wait(lambda: office.visible("label", "Đã dừng đọc danh sách"), 20, "it to say so")
    app.wait(lambda: button("Đọc lại").get_state_set().contains(Atspi.StateType.FOCUSED), 10, "the focus on it")
    app.key("space")
    app.wait(lambda: button("Dừng"), 20, "it to read again")
    press("Dừng")
    app.wait(lambda: office.visible("label", "Đã dừng đọc danh sách"), 20, "it to say so again")
    app.key("Escape")
    closed()
    assert office.head() == head, "nothing is kept"


def closes():
    office.close()


run(opens_the_list, judges_it, walks_through_what_must_be_looked_at, says_in_the_dialog_what_is_wrong, completes_a_unit, chooses_the_sex,
    takes_columns_by_hand, takes_one_wording_for_all, takes_the_good_ones_and_returns_the_rest, is_one_action, leaves_who_is_known,
    updates_who_is_known_when_told_to, says_in_front_why_it_failed, is_stopped, closes)
