# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a plan, in its tabs: a later document is entered beside what holds, what held on another day can be asked,
and what is done for the plan is entered, changed and deleted by keyboard. What is kept is read by sqlite3."""
import re
import sqlite3
import sys

from uitest import run, shot
from windowtest import Atspi, Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\n(?:msgid_plural ".+"\n)?msgstr(?:\[0\])? "(.+)"$', _po.read(), re.MULTILINE))

office = Office(sys.argv[1], sys.argv[2], nominations=40)
plan = next(p for p in office.ask("plan", "list") if p.get("place") == "Sơn La")
app = office.open("Kế hoạch")
TABS = ("page tab", "toggle button", "radio button")


def tr(text):
    return PO.get(text, text)


def ask(sql):
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def says(text):
    return any(text in widget.get_name() for widget in office.widgets() if widget.get_role_name() == "label")


def focused():
    return next((w for w in office.widgets() if w.get_state_set().contains(Atspi.StateType.FOCUSED)), None)


def tab_to(name, limit=20):
    """By Tab alone, as a person without a mouse. GTK 4.8 does not tell of the focus in an entry row, so entries are
    reached from what stands before them."""
    for _ in range(limit):
        found = focused()
        if found is not None and found.get_name() in (name, f"{name} {name}"):
            return found
        app.key("Tab")
    raise AssertionError(f"Tab does not come to {name}")


def open_tab(name):
    tab = app.wait(lambda: next((w for role in TABS if (w := office.visible(role, name))), None), 10, name)
    app.click(tab)
    app.leave()
    office.settle()


def the_bar_shows():
    app.click(app.wait(lambda: office.visible("label", plan["title"]), 10, "the plan"))
    app.leave()
    office.settle()
    open_tab(tr("In force"))
    app.wait(lambda: says(tr("Only for one kind") + ": " + tr("Sudden deed")), 10, "what is barred")
    shot("plan-1.png")


def a_document_lifts_it():
    app.press(tr("Add a later document"))
    app.wait(lambda: says(tr("Award forms, where it changes them")), 10, "the dialog")
    app.raise_window(tr("Later Document of the Plan"))
    app.wait(lambda: says("Giấy khen"), 10, "what holds now")
    office.settle()
    app.type("77/KH-UBND\t25/2/2026\t1/3/2026")
    app.key(*["Tab"] * 5)  # past issuer, note and file to the end of the plan, the first of the days
    app.type("30/6/2026")
    shot("plan-2.png")
    app.key("Return")
    app.wait(lambda: ask("SELECT number, date, valid_from FROM plan_change") == [("77/KH-UBND", "2026-02-25", "2026-03-01")], 10, "the document")
    assert ask("SELECT what, day FROM plan_change_line") == [("end", "2026-06-30")]
    office.focus()
    app.wait(lambda: says("30/06/2026"), 10, "the new end")
    app.wait(lambda: says("77/KH-UBND"), 10, "by what document")
    shot("plan-3.png")


def another_day():
    entry = next(w for w in office.widgets() if w.get_role_name() in ("text", "entry") and re.fullmatch(r"\d\d/\d\d/\d{4}", app.text(w)))
    assert entry.set_text_contents("28/02/2026")
    app.wait(lambda: not says("30/06/2026"), 10, "the day before")
    assert entry.set_text_contents("01/03/2026")
    app.wait(lambda: says("30/06/2026"), 10, "the first day")


def taken_back():
    app.key("ctrl+z")
    app.wait(lambda: not ask("SELECT id FROM plan_change"), 10, "the document to go")
    app.wait(lambda: not says("30/06/2026"), 10, "what it said to go")
    app.key("ctrl+shift+z")
    app.wait(lambda: says("30/06/2026"), 10, "it back")


def works_by_keyboard():
    open_tab(tr("Carried out"))
    app.press(tr("Add a registered work"))
    app.wait(lambda: says(tr("Begun")), 10, "the form")
    app.raise_window(tr("Work"))
    office.settle()
    app.type("Cau dan sinh\t")
    tab_to(tr("Unit"))
    app.type("\t\t1250000000\t\t3/2/2026\t")  # the row, its button, the value
    shot("plan-4.png")
    tab_to(tr("Add"))
    app.key("Return")
    app.wait(lambda: ask("SELECT plan_id, name, value, due FROM work") == [(plan["id"], "Cau dan sinh", 1250000000, "2026-02-03")], 10, "the work")
    office.focus()
    app.wait(lambda: says("Cau dan sinh"), 10, "the work in its list")
    office.settle()
    shot("plan-5.png")


def changed_and_deleted():
    app.click(office.visible("label", "Cau dan sinh"))
    app.leave()
    app.wait(lambda: says(tr("Begun")), 10, "the form")
    app.raise_window(tr("Work"))
    office.settle()
    app.key("Tab")  # from the button to the name, all of it chosen
    app.type("Nha van hoa\t")
    app.wait(lambda: ask("SELECT name FROM work") == [("Nha van hoa",)], 10, "the new name")
    app.press(tr("Delete"), app.window(tr("Work")))  # that of the plan stands behind it
    app.wait(lambda: not ask("SELECT id FROM work"), 10, "the work to go")
    office.focus()
    app.wait(lambda: not says("Nha van hoa"), 10, "it to leave the list")


def a_task_is_noted():
    """Its row opens the record; what is typed there is kept, and Ctrl+Z takes it back."""
    office.focus()
    office.settle()
    open_tab(tr("Tasks"))
    rows = [w for w in office.widgets() if w.get_role_name() == "list item" and w.get_name()]
    app.click(rows[0])
    app.leave()
    dialog = app.window(tr("Task"))
    app.raise_window(tr("Task"))
    office.settle()
    shot("plan-6.png")
    app.click(app.find(("text", "entry"), tr("Together with"), dialog))
    app.leave()
    app.key("ctrl+a")
    app.type("Doan thanh nien")
    app.key("Return")
    app.wait(lambda: ask("SELECT count(*) FROM task WHERE partners = 'Doan thanh nien'") == [(1,)], 10, "the partners")
    app.key("Escape")
    app.wait(lambda: app.root.get_child_count() == 1, 10, "the form to close")
    office.focus()
    app.key("ctrl+z")
    app.wait(lambda: ask("SELECT count(*) FROM task WHERE partners = 'Doan thanh nien'") == [(0,)], 10, "what was")


def the_title_is_shown_whole():
    """A title in several lines is one paragraph: Enter keeps it and adds none."""
    office.focus()
    office.settle()
    open_tab(tr("Details"))
    title = app.find(("text", "entry"), tr("Title"))
    assert app.text(title) == plan["title"]
    box = Atspi.Component.get_extents(title, Atspi.CoordType.WINDOW)
    assert box.height > 30, box.height  # more than one line
    app.click(title)
    app.leave()
    app.key("ctrl+End")
    app.type(" them")
    app.key("Return")
    app.wait(lambda: ask(f"SELECT title FROM plan WHERE id = {plan['id']}") == [(plan["title"] + " them",)], 10, "the longer title")
    shot("plan-title.png")
    app.key("ctrl+z")
    app.wait(lambda: ask(f"SELECT title FROM plan WHERE id = {plan['id']}") == [(plan["title"],)], 10, "the title as it was")


def the_text_ends_with_the_recipients():
    """A group unfolds into its units of today."""
    other = next(p for p in office.ask("plan", "list") if p["number"] == "0124/KH-UBND")
    told = office.ask("plan", "recipients", str(other["id"]))
    groups = [r for r in told if len(r["units"]) > 1]
    assert groups, told
    app.click(app.wait(lambda: office.visible("label", other["number"]), 10, "the plan"))
    app.leave()
    office.settle()
    open_tab(tr("Full text"))
    rows = app.wait(lambda: office.visible("list", tr("Full text")), 10, "the text")
    last = [rows.get_child_at_index(i) for i in range(rows.get_child_count() - len(told) - 1, rows.get_child_count())]
    lines = [r["text"] + (f" ({r['note']})" if r["note"] else "") for r in told]
    assert [row.get_name() for row in last] == [tr("Recipients"), *lines], [row.get_name() for row in last]
    counts = [w.get_name() for row in last for w in office.widgets(row) if re.fullmatch(r"[0-9]+ đơn vị", w.get_name()) and w.get_role_name() != "label"]
    assert counts == [f"{len(r['units'])} đơn vị" for r in groups], counts
    shot("plan-recipients.png")


run(the_bar_shows, a_document_lifts_it, another_day, taken_back, works_by_keyboard, changed_and_deleted, a_task_is_noted, the_title_is_shown_whole, the_text_ends_with_the_recipients)
