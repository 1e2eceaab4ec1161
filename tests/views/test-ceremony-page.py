# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ceremony in the window: names are moved and marked by keys, awards handed over by a dialog; undo stops there."""
import sys

from uitest import run
from windowtest import Office, Atspi

office = Office(sys.argv[1], sys.argv[2])
office.run("--office", office.path, "ceremony", "new", "Lễ đợt 2", "--date", "2026-03-20")  # beside the demo's own
WAS = [line["award_name"] for line in office.ask("ceremony", "lines", "1")]
app = office.open("Lễ trao thưởng")


def lines(ceremony=1):
    return office.ask("ceremony", "lines", str(ceremony))


def names(n=4):
    return [line["award_name"] for line in lines()][:n]


def marks(n=4):
    return [line["presence"] for line in lines()][:n]


def tables():
    return [w for w in office.widgets() if w.get_role_name() in ("tree table", "table")]


def select(table, row):
    rows = next(table.get_child_at_index(i) for i in range(table.get_child_count())
                if table.get_child_at_index(i).get_role_name() == "list")
    rows.select_child(row)


def press(name, *roles):
    for widget in office.widgets():
        if widget.get_name() == name and widget.get_role_name() in (roles or ("push button",)):
            widget.do_action(0)
            return
    raise AssertionError(f"no {name}")


def roll():
    return next((table for table in tables() if table.get_name() == "Xướng tên"), None)


def click(row):
    """A name chosen by the mouse; the keys are the list's from then on."""
    app.click(app.table("Xướng tên").get_child_at_index(row).get_child_at_index(1))
    office.settle()


def opens():
    app.wait(lambda: tables() and tables()[0].get_child_count(), 10, "the ceremonies")
    office.settle()
    select(tables()[0], 1)
    office.settle()
    press("Xướng tên", "page tab", "toggle button", "radio button")
    app.wait(lambda: roll() and office.visible("label", WAS[3]), 10, "the names")
    office.settle()
    click(1)


def is_ordered_by_keys():
    app.key("alt+Down")
    app.wait(lambda: names() == [WAS[0], WAS[2], WAS[1], WAS[3]], 5, "the second name one lower")
    app.wait(lambda: len([p for p in office.picture() if p[0] == "list item"]) > 0, 5, "the list again")
    office.settle()
    app.key("alt+Down")  # the choice follows the name
    app.wait(lambda: names() == [WAS[0], WAS[2], WAS[3], WAS[1]], 5, "the same name lower again")
    office.settle()
    app.key("alt+Up")
    app.wait(lambda: names() == [WAS[0], WAS[2], WAS[1], WAS[3]], 5, "the name higher")
    app.key("ctrl+z")
    app.wait(lambda: names() == [WAS[0], WAS[2], WAS[3], WAS[1]], 5, "undone")
    app.key("ctrl+z", "ctrl+z")
    app.wait(lambda: names() == WAS[:4], 5, "the order of the beginning")
    office.settle()


def is_marked_by_keys():
    click(0)
    app.key("c")
    app.wait(lambda: marks()[0] == "came", 5, "the first came")
    office.settle()
    app.key("v")  # the next by itself
    app.wait(lambda: marks() == ["came", "absent", "expected", "expected"], 5, "the second is absent")
    office.settle()


def is_handed_over():
    app.leave()
    press("Trao…")
    app.wait(lambda: office.visible("push button", "Trao"), 5, "the question")
    app.key("ctrl+Return")
    try:
        app.wait(lambda: lines()[0]["received_on"], 8, "the award handed over")
    except Exception as late:
        raise AssertionError(office.picture()) from late
    assert [line["received_on"] is not None for line in lines()][:4] == [True, False, False, False]
    office.settle()
    press("Chuyển lễ sau…")
    app.wait(lambda: office.visible("push button", "Chuyển"), 5, "the question")
    app.key("Escape")
    office.settle()
    app.key("ctrl+z")
    office.settle()
    assert lines()[0]["received_on"], "undone"


run(opens, is_ordered_by_keys, is_marked_by_keys, is_handed_over)
office.kill()
