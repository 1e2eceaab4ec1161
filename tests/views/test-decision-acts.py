# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""On the page of decisions: one name is corrected, another revoked, the acts stand with the decision, and a ceremony is made
of the rest."""
import re
import sqlite3
import sys

from uitest import run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\n(?:msgid_plural ".+"\n)?msgstr(?:\[0\])? "(.+)"$', _po.read(), re.MULTILINE))

office = Office(sys.argv[1], sys.argv[2], nominations=40)
decision = next(d for d in office.ask("decision", "list") if d["state"] == "issued")
awards = office.ask("decision", "show", str(decision["id"]))["awards"]
office.run("--office", office.path, "ceremony", "strike", "1", f"1-{len(awards)}")  # they are not called anywhere yet
app = office.open("Quyết định")


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


def open_dialog():
    app.wait(lambda: office.visible("push button", tr("Correct, Revoke…")), 10, "the button")
    office.settle()
    app.press(tr("Correct, Revoke…"))
    app.wait(lambda: says(tr("What the certificate says now")), 10, "the dialog")
    app.raise_window(tr("Correct or Revoke"))
    office.settle()


def the_decision():
    app.click(office.visible("label", decision["number"]))
    app.leave()
    app.wait(lambda: says(tr("locked") if tr("locked") != "locked" else decision["number"]), 10, "the details")
    open_dialog()
    shot("acts-1.png")


def correct():
    """The name as it is printed; everything else stays."""
    app.type("20/QD-UBND")
    app.fill(tr("Name as printed"), "Tên đã đính chính")
    app.wait(lambda: office.visible("push button", tr("Correct")), 5, "the button")
    office.settle()
    app.press(tr("Correct"))
    app.wait(lambda: ask("SELECT kind, number FROM decision_act") == [("correction", "20/QD-UBND")], 10, "the act")
    lines = ask("SELECT field, now FROM decision_act_line")
    assert lines == [("printed_name", "Tên đã đính chính")], lines
    app.wait(lambda: says("Tên đã đính chính"), 10, "what was corrected, with the decision")
    office.focus()
    shot("acts-2.png")


def undone():
    app.key("ctrl+z")
    app.wait(lambda: not ask("SELECT id FROM decision_act"), 10, "the act to go")
    app.wait(lambda: not says("Tên đã đính chính"), 10, "its words to go")
    app.key("ctrl+shift+z")
    app.wait(lambda: ask("SELECT id FROM decision_act"), 10, "the act to be back")
    app.wait(lambda: says("Tên đã đính chính"), 10, "its words to be back")


def revoke():
    open_dialog()
    app.click(office.visible("label", tr("Kind")))
    app.leave()
    app.wait(lambda: office.visible("label", tr("Revocation")), 5, "the kinds")
    office.settle()
    app.key("End", "Return")
    app.wait(lambda: says(tr("Who is revoked")), 5, "whose")
    app.fill(tr("Number, such as 20/QĐ-UBND"), "21/QĐ-UBND")
    app.fill(tr("Reason"), "kê khai không trung thực")
    app.wait(lambda: office.visible("push button", tr("Revoke")), 5, "the button")
    office.settle()
    shot("acts-3.png")
    app.press(tr("Revoke"))
    app.wait(lambda: len(ask("SELECT id FROM award WHERE revocation_id IS NOT NULL")) == 1, 10, "the award")
    app.wait(lambda: says("kê khai không trung thực"), 10, "the reason, with the decision")
    office.focus()
    shot("acts-4.png")


def ceremony():
    """Who is revoked is not called."""
    app.wait(lambda: office.visible("push button", tr("Ceremony…")), 10, "the button")
    office.settle()
    app.press(tr("Ceremony…"))
    app.wait(lambda: says(tr("Make a Ceremony")), 10, "the question")
    office.settle()
    shot("acts-5.png")
    app.raise_window(tr("Make a Ceremony"))
    app.type("Le trao thuong thu")
    app.key("Tab")
    office.settle()
    app.press(tr("Make"))
    app.wait(lambda: ask("SELECT name FROM ceremony WHERE id > 1") == [("Le trao thuong thu",)], 10, "the ceremony")
    called = ask("SELECT count(*) FROM ceremony_line WHERE ceremony_id > 1")
    assert called == [(len(awards) - 1,)], (called, len(awards))
    left_out = tr("%u award was revoked and was left out.").replace("%u", "1")
    app.wait(lambda: says(left_out), 10, "who is not called")
    app.key("Escape")
    app.wait(lambda: not says(left_out), 10, "the dialog to close")
    office.settle()
    office.focus()
    office.close()


run(the_decision, correct, undone, revoke, ceremony)
