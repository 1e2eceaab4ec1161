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


def tab_to(name):
    """Tab until the widget has the focus: the way there is part of the test."""
    for _ in range(60):
        widget = focused()
        if widget is not None and name in widget.get_name():
            return widget
        app.key("Tab")
    raise AssertionError(f"no way to {name} with Tab")


def names(cli=True):
    return [row["subject_name"] for row in office.ask("nomination", "list")]


def pick(name, text):
    """Searches in the popover of a row and takes the first that is found."""
    tab_to(name)
    app.key("space")
    app.wait(lambda: office.visible("entry", name), 5, f"the search for {name}")
    app.type(text)
    app.pump(0.8)
    app.key("Return")
    office.settle()


def nominates():
    app.key("ctrl+n")
    app.wait(lambda: office.visible("push button", "Hủy"), 5, "the form of a new nomination")
    tab_to("Tên")
    app.type(NAME)
    pick("Kế hoạch", "0124")
    tab_to("Hình thức")
    app.type("Bang khen")
    app.key("ctrl+a")
    office.app.fill("Hình thức", "Bằng khen", top=None) if False else app.type("Giay khen")
    pick("Người tặng", "chu tich")
    app.key("ctrl+Return")
    app.wait(lambda: NAME in names(), 10, "the nomination in the office file")


def finds_it():
    app.key("ctrl+f")
    app.type("kim bong")
    app.wait(lambda: [cell for cell in app.column(None, 0, limit=5)] == [NAME], 10, "the one that is found")
    assert office.visible("label", "1 mục")


def undoes_and_redoes():
    app.key("ctrl+a", "BackSpace")      # the search entry is empty: Ctrl+Z is the office's
    office.settle()
    app.key("ctrl+z")
    app.wait(lambda: NAME not in names(), 10, "the nomination to go")
    app.key("ctrl+shift+z")
    app.wait(lambda: NAME in names(), 10, "the nomination to come back")


def keeps_ctrl_z_in_a_field_being_typed_in():
    app.key("ctrl+f")
    app.type("kim bong")
    app.wait(lambda: app.column(None, 0, limit=5) == [NAME], 10, "the one that is found")
    app.key("Tab")
    for _ in range(12):
        if "GtkColumn" in (focused().get_name() if focused() else ""):
            break
        app.key("Tab")
    app.select_row(None, 0)
    app.wait(lambda: office.visible("text", "Tên"), 5, "the details")
    before = office.head()
    entry = tab_to("Chức vụ")
    app.type("Truong phong")
    app.key("ctrl+z")
    office.settle()
    assert office.head() == before, "the office was undone while a field was being typed in"
    assert app.text(office.visible("text", "Chức vụ")) == "", app.text(entry)
    app.type("Pho phong")
    app.key("Tab")                       # left: saved, one step
    app.wait(lambda: office.head() != before, 10, "the field to be saved")
    after = office.head()
    app.key("shift+Tab", "ctrl+z")       # nothing typed any more: the office's
    app.wait(lambda: office.head() != after, 10, "the office to be undone")
    app.wait(lambda: app.text(office.visible("text", "Chức vụ")) == "", 10, "the field to follow")


def closes():
    office.close()


run(nominates, finds_it, undoes_and_redoes, keeps_ctrl_z_in_a_field_being_typed_in, closes)
