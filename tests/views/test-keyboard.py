# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day's work without a mouse: nominate, find it, undo, redo; and whose Ctrl+Z it is."""
import sys

from uitest import run
from windowtest import Office, Atspi

NAME = "Nguyen Thi Kim Bong"

office = Office(sys.argv[1], sys.argv[2])
app = office.open("Đề nghị")


def focused():
    for widget in office.widgets():
        if widget.get_state_set().contains(Atspi.StateType.FOCUSED):
            return widget
    return None


def tab_to(name, role=None):
    """Tab until the widget has the focus: the way there is part of the test. GTK 4.8 does not tell
    of the focus in an entry row, so entries are reached from the one before them."""
    for _ in range(60):
        widget = focused()
        if widget is not None and name in widget.get_name() and role in (None, widget.get_role_name()):
            return
        app.key("Tab")
    raise AssertionError(f"no way to {name} with Tab")


def names():
    return [row["subject_name"] for row in office.ask("nomination", "list")]


def text(label):
    entry = office.visible("text", label)
    return app.text(entry) if entry is not None else None


def pick(name, words):
    """Searches in the popover of a row and takes the first that is found."""
    tab_to(name, "push button")
    app.key("space")
    app.wait(lambda: office.visible("entry", name), 5, f"the search for {name}")
    app.type(words)
    app.pump(1)
    app.key("Return")
    office.settle()


def nominates():
    app.key("ctrl+n")
    app.wait(lambda: office.visible("push button", "Hủy"), 5, "the form of a new nomination")
    tab_to("Loại")
    app.key("Tab")
    app.type(NAME)
    pick("Kế hoạch", "0124")
    tab_to("Hình thức", "push button")
    app.key("space")
    app.wait(lambda: office.visible("list item", "Giấy khen"), 5, "the award forms")
    app.pump(0.3)
    app.key("Return")                    # the one given most
    app.wait(lambda: text("Hình thức") == "Giấy khen", 5, "the award form")
    pick("Người tặng", "giam doc")
    pick("Đơn vị", "so noi vu")
    tab_to("Đơn vị", "push button")
    app.key("Tab", "Tab")                # over the post to the wording
    app.type("Da co thanh tich")
    app.key("Tab", "ctrl+Return")
    app.wait(lambda: NAME in names(), 10, "the nomination in the office file")
    office.settle()
    assert names().count(NAME) == 1, "added more than once"


def finds_it():
    office.settle()
    app.key("ctrl+f")
    app.type("kim bong")
    app.wait(lambda: app.column(None, 0, limit=5) == [NAME], 10, "the one that is found")
    assert office.visible("label", "1 mục")


def undoes_and_redoes():
    app.key("ctrl+a", "BackSpace")       # the search entry is empty: Ctrl+Z is the office's
    office.settle()
    app.key("ctrl+z")
    app.wait(lambda: NAME not in names(), 10, "the nomination to go")
    app.key("ctrl+shift+z")
    app.wait(lambda: NAME in names(), 10, "the nomination to come back")


def keeps_ctrl_z_in_a_field_being_typed_in():
    app.key("ctrl+f")
    app.type("kim bong")
    app.wait(lambda: app.column(None, 0, limit=5) == [NAME], 10, "the one that is found")
    app.select_row(None, 0)
    app.wait(lambda: office.visible("combo box", "Giới tính Giới tính"), 5, "the details")
    office.settle()
    before = office.head()
    tab_to("Giới tính")
    app.key("Tab")                       # to the citizen id
    app.type("066")
    app.wait(lambda: text(ID) == "066", 5, "what is typed")
    app.key("ctrl+z")
    app.wait(lambda: text(ID) == "", 5, "the typing to be undone")
    assert office.head() == before, "the office was undone while a field was being typed in"
    app.type("066")
    app.key("Tab")                       # left: saved, one step
    app.wait(lambda: office.head() != before, 10, "the field to be saved")
    after = office.head()
    app.key("shift+Tab", "ctrl+z")       # nothing typed any more: the office's
    app.wait(lambda: office.head() != after, 10, "the office to be undone")
    app.wait(lambda: text(ID) == "", 10, "the field to follow")
    assert NAME in names()


def enabled():
    """The actions of the page that can be used, as a screen reader has them."""
    page = office.visible("filler", "Cụm, khối")
    return {page.get_action_name(i) for i in range(page.get_n_actions())}


def an_empty_page_offers_only_what_it_can():
    """Where nothing is there is nothing to search and no details; the first record brings both."""
    both = {"page.search", "page.details"}
    office.go("Cụm, khối")
    app.wait(lambda: both <= enabled(), 5, "what a list offers")
    app.table(None, office.visible("filler", "Cụm, khối")).select_all()
    office.settle()
    app.press("Xóa")
    app.wait(lambda: office.visible("push button", "Thêm cụm, khối"), 10, "the empty page")
    app.wait(lambda: not both & enabled(), 5, "what would do nothing to be off")
    app.key("ctrl+z")
    app.wait(lambda: both <= enabled(), 10, "it to come back with the records")


def closes():
    office.close()


ID = "Số định danh"
run(nominates, finds_it, undoes_and_redoes, keeps_ctrl_z_in_a_field_being_typed_in,
    an_empty_page_offers_only_what_it_can, closes)
