# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list before printing, by keyboard: what is doubtful is mended where it stands and goes from the list, and comes back when
that is undone; a recipient who is there twice is left out of the batch; what does not fit opens with its text under the cursor."""
import contextlib
import re
import sqlite3
import sys

from uitest import Atspi, run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\n(?:msgid_plural ".+"\n)?msgstr(?:\[0\])? "(.+)"$', _po.read(), re.MULTILINE))


def tr(text):
    return PO.get(text, text)


office = Office(sys.argv[1], sys.argv[2], nominations=40)
LONG = "Đã có thành tích xuất sắc " + "trong phong trào thi đua chào mừng ngày lễ lớn của tỉnh nhà và " * 30 + "của cả nước"


def change(*statements):
    """What nobody can enter any more in a decision that is issued."""
    db = sqlite3.connect(office.path)
    db.create_function("td_search_touch", 2, lambda table, key: None)
    for statement, *values in statements:
        db.execute(statement, values)
    db.commit()
    db.close()


def ask(sql):
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return db.execute(sql).fetchone()
    finally:
        db.close()


change(("UPDATE award SET posthumous = 0",),
       ("UPDATE award SET printed_name = 'Ông  Lê Việt Trung' WHERE id = 1",),
       ("UPDATE award SET printed_name = replace(printed_name, ' ', '  ') WHERE id = 2",),
       ("UPDATE award SET printed_name = subject_name WHERE id = 4",),
       ("UPDATE subject SET sex = NULL WHERE id = (SELECT subject_id FROM award WHERE id = 4)",),
       ("UPDATE award SET achievement = ? WHERE id = 5", LONG),
       ("UPDATE award SET subject_id = (SELECT subject_id FROM award WHERE id = 9), subject_name = 'Vũ Thị Kim Nhài', printed_name = 'Bà Vũ Thị Kim Nhài' WHERE id = 10",))
app = office.open("In bằng")
FIRST = " ".join(ask("SELECT printed_name FROM award WHERE id = 2")[0].split())
OTHER = "Ông Lê Việt Trung"


def labels():
    return [w.get_name() for w in office.widgets() if w.get_role_name() == "label"]


def says(text):
    return any(text in name for name in labels())


def focused(role=None):
    for widget in office.widgets():
        if widget.get_state_set().contains(Atspi.StateType.FOCUSED) and role in (None, widget.get_role_name()):
            return widget
    return None


def tab_to(name, keys=("Tab",), most=40):
    """By keyboard alone, until it has the focus."""
    for _ in range(most):
        at = focused()
        if at is not None and name in (at.get_name(), at.get_name().replace("_", "")):
            return at
        app.key(*keys)
        app.pump(0.1)
    raise AssertionError(f"no Tab leads to {name}: {focused() and focused().get_name()}")


def text_of(widget):
    try:
        return app.text(widget)
    except Exception:
        return ""


def n_entries():
    return sum(w.get_role_name() == "text" and w.get_name() == tr("What is to stand there") for w in office.widgets())


def the_list():
    app.wait(lambda: says("Soát trước khi in: 5"), 30, "what was found")
    app.press(next(w.get_name() for w in office.widgets() if w.get_role_name() == "push button" and "Soát trước khi in" in w.get_name()))
    app.wait(lambda: office.visible("push button", "Bà"), 20, "the list")
    app.raise_window(tr("Before Printing"))
    office.settle()
    shot("preflight-1.png")


def spaces():
    """The proposed name stands in the entry: Enter takes it."""
    assert ask("SELECT printed_name FROM award WHERE id = 1") == ("Ông  Lê Việt Trung",)
    entry = tab_to(tr("What is to stand there"))
    assert app.text(entry) == FIRST, app.text(entry)
    # Whoever types in the next line meanwhile goes on typing.
    with contextlib.closing(sqlite3.connect(office.path)) as other:
        other.execute("BEGIN IMMEDIATE")  # so that the mending has to wait
        app.key("Return", "Tab", "Tab", "Tab")
        app.wait(lambda: focused("text") is not None and app.text(focused("text")) == OTHER, 10, "the next line")
        app.key("End")
        app.type("a")
        other.rollback()
    app.wait(lambda: ask("SELECT printed_name FROM award WHERE id = 2") == (FIRST,), 10, "the name")
    app.wait(lambda: n_entries() == 1, 20, "the line to go")
    office.settle()
    app.type("b")
    app.wait(lambda: focused("text") is not None and app.text(focused("text")) == OTHER + "ab", 10, "what is typed")
    app.key("BackSpace", "BackSpace", "Return")
    app.wait(lambda: ask("SELECT printed_name FROM award WHERE id = 1") == (OTHER,), 10, "the other name")
    app.wait(lambda: n_entries() == 0, 20, "the other line to go")
    office.settle()
    assert focused() is not None, "nothing has the focus after a line went away"
    shot("preflight-2.png")


def sex():
    tab_to("Bà")
    app.key("space")
    app.wait(lambda: ask("SELECT printed_name FROM award WHERE id = 4") == ("Bà Phạm Thị Kim Loan",), 10, "the address")
    app.wait(lambda: office.visible("push button", "Bà") is None, 20, "the line to go")
    office.settle()


def twice():
    tab_to(tr("Leave Out"))
    app.key("Return")
    app.wait(lambda: office.visible("push button", tr("Print After All")), 20, "that one is left out")
    assert office.visible("push button", tr("Leave Out")) is None
    office.settle()
    shot("preflight-3.png")


def overflow():
    """The certificate opens with the text that does not fit."""
    tab_to(tr("Arrange…"))
    app.key("Return")
    app.wait(lambda: any("chào mừng ngày lễ lớn" in text_of(w) for w in office.widgets() if w.get_role_name() == "text"), 20, "the text")
    assert "chào mừng" in text_of(app.wait(lambda: focused("text"), 10, "the focus in the text"))
    app.key("Escape")


def undone():
    app.raise_window(tr("Before Printing"))
    office.settle()
    app.key("Escape")
    app.wait(lambda: not office.visible("push button", tr("Print After All")), 10, "the list to close")
    office.focus()
    office.settle()
    for sql, now in (("SELECT printed_name FROM award WHERE id = 4", "Phạm Thị Kim Loan"), ("SELECT printed_name FROM award WHERE id = 1", "Ông  Lê Việt Trung")):
        app.key("ctrl+z")
        app.wait(lambda sql=sql, now=now: ask(sql) == (now,), 10, now)
        office.settle()


run(the_list, spaces, sex, twice, overflow, undone)
