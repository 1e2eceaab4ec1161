# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A commune's plan written from the province's, by keyboard alone: begun, its clauses added, nested, moved, made
something else, deleted, and all of it undone; what is kept is asked of the command line."""
import contextlib
import sqlite3
import sys

from uitest import run
from windowtest import Office, Atspi

office = Office(sys.argv[1], sys.argv[2], nominations=10)
province = next(p for p in office.ask("plan", "list") if p["number"] == "0124/KH-UBND")
app = office.open("Kế hoạch")
mine = {}


def drafts():
    return [p for p in office.ask("plan", "list") if p["state"] == "draft"]


def clauses():
    return office.ask("plan", "show", str(mine["id"]))["clauses"]


def told():
    """Marks with what the clauses say, as far as it was written here."""
    return [(c["marker"], c["title"] or c["body"] or "") for c in clauses()]


def focused():
    for widget in office.widgets():
        if widget.get_role_name() in ("text", "entry") and widget.get_state_set().contains(Atspi.StateType.FOCUSED):
            return widget
    return None


def kept(what, expected):
    """What was done has arrived in the office."""
    app.wait(lambda: expected in told() if isinstance(expected, tuple) else expected == told(), 10, what)


def is_begun():
    app.key("ctrl+f")
    app.type("0124")
    app.key("Return")
    app.wait(lambda: any(w.get_name() == "0124/KH-UBND" for w in office.widgets() if w.get_role_name() == "label"), 10, "the plan")
    office.settle()
    app.key("ctrl+alt+n")
    app.wait(lambda: office.visible("spin button"), 10, "the dialog")
    office.settle()
    app.key("Down", "Down", "Return")    # past the plan to the unit
    office.settle()
    app.type("ea kiet")
    office.settle()
    app.key("Return")
    office.settle()
    app.key("Down", "Return")            # the title may stay empty
    app.wait(drafts, 15, "the draft")
    mine.update(drafts()[0])
    assert mine["parent_plan_id"] == province["id"], mine
    assert "Ea Kiết" in mine["issuer"], mine
    mine["first"] = told()
    app.wait(lambda: focused() is not None and app.text(focused()) == mine["first"][0][1], 10, "the first clause")


def is_written():
    app.key("Return")
    app.type("Thi dua trong cay")
    app.key("Return")                    # at once: nothing typed is lost
    app.type("Moi thon mot vuon cay")
    app.key("ctrl+b", "Tab")
    kept("the clause below the first", ("1.", "Thi dua trong cay"))
    kept("the clause below it", ("a)", "Moi thon mot vuon cay"))
    forms = {c["body"] or c["title"]: c["form"] for c in clauses()}
    assert forms["Moi thon mot vuon cay"] == "item" and forms["Thi dua trong cay"] == "heading", forms
    app.key("shift+Tab")
    kept("one level up", ("2.", "Moi thon mot vuon cay"))
    app.key("alt+Up")
    kept("past the one before", ("1.", "Moi thon mot vuon cay"))
    assert ("2.", "Thi dua trong cay") in told()


def is_deleted_and_undone():
    before = told()
    app.key("ctrl+d")
    app.wait(lambda: len(told()) == len(before) - 1, 10, "it is gone")
    app.key("ctrl+z")
    kept("it is there again", before)
    app.key("ctrl+shift+z")
    app.wait(lambda: len(told()) == len(before) - 1, 10, "it is gone again")
    app.key("ctrl+z")
    kept("and back", before)
    for _ in range(30):                  # all that was written, step by step
        if told() == mine["first"]:
            break
        seen = office.head()
        app.key("ctrl+z")
        app.wait(lambda: office.head() != seen, 10, "a step back")
    assert told() == mine["first"], told()


def typing_is_undone_first():
    app.wait(lambda: focused() is not None, 10, "a clause")
    text = app.text(focused())
    head = office.head()
    app.key("End")
    app.type("abc")
    app.wait(lambda: app.text(focused()) == text + "abc", 5, "what is typed")
    app.key("ctrl+z")
    app.wait(lambda: app.text(focused()) == text, 5, "the words before")
    assert office.head() == head, "the office was changed"


def facts_are_not_typed():
    """Down to the award form: its words are read, F2 opens the fact."""
    words = next(c["body"] for c in clauses() if c["binding"] == "allowances")
    for _ in range(60):
        if focused() is not None and app.text(focused()) == words:
            break
        app.key("Down")
        app.pump(0.1)
    assert app.text(focused()) == words
    app.type("xyz")
    assert app.text(focused()) == words
    app.key("F2")
    app.wait(lambda: office.visible("push button", "Xóa"), 10, "the form of the fact")
    app.key("Escape")
    app.wait(lambda: office.visible("push button", "Xóa") is None, 10, "the editor")


def leads_back():
    app.wait(lambda: focused() is not None, 10, "a clause")
    app.key("Escape")
    app.wait(lambda: office.visible("tree table"), 10, "the list")


def closing_waits_for_what_is_on_its_way():
    before = len(told())
    office.settle()
    app.press("Soạn…")
    app.wait(lambda: focused() is not None, 10, "the editor")
    office.settle()
    with contextlib.closing(sqlite3.connect(office.path)) as other:
        other.execute("BEGIN IMMEDIATE")  # so that the steps have to wait
        app.key(*["Return"] * 12)
        app.type("Cau cuoi cung")
        app.key("alt+F4")
        app.pump(0.5)
        other.rollback()
    office.close()
    assert len(told()) == before + 12, (before, told())
    assert [words for _, words in told()].count("Cau cuoi cung") == 1, told()


run(is_begun, is_written, is_deleted_and_undone, typing_is_undone_first, facts_are_not_typed, leads_back, closing_waits_for_what_is_on_its_way)
