# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the certificates page: a key is made, awards are signed, a code is found genuine and a changed one is not."""
import re
import sqlite3
import sys

from uitest import run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', _po.read(), re.MULTILINE))

office = Office(sys.argv[1], sys.argv[2], nominations=12)
app = office.open("In bằng")
PASSPHRASE = "con trau gam co tren dong 1954"


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


def press(label):
    app.wait(lambda: office.visible("push button", tr(label)), 5, label)
    app.press(tr(label))
    office.settle()


def from_the_menu():
    app.key("F10")
    item = tr("_Authenticity…").replace("_", "")
    app.wait(lambda: office.visible("menu item", item), 5, "the menu")
    office.settle()
    items = [w.get_name() for w in office.widgets() if w.get_role_name() == "menu item"]
    app.key(*["Down"] * items.index(item), "Return")
    app.wait(lambda: office.visible("push button", tr("Make a Key…")), 5, "the dialog")
    office.settle()
    shot("authenticity-1.png")
    assert ask("SELECT code_place FROM office") == [(None,)]


def a_key():
    press("Make a Key…")
    app.type("123456")
    app.wait(lambda: says(tr("Too easy to guess. Add more words.")), 5, "a weak passphrase")
    app.key("ctrl+a")
    app.type(PASSPHRASE)
    app.key("Tab", "Tab")  # past the button that shows what is typed
    app.type(PASSPHRASE)
    app.wait(lambda: says(tr("Both are the same.")), 5, "both")
    shot("authenticity-2.png")
    app.key("Return")
    app.wait(lambda: ask("SELECT own FROM signing_key") == [(1,)], 10, "the key")
    (code,), = ask("SELECT code FROM signing_key")
    app.wait(lambda: says(code), 5, "its code")


def the_place():
    app.raise_window(tr("Authenticity"))
    app.click(office.visible("label", tr("Where they are printed")))
    app.leave()
    app.wait(lambda: office.visible("label", tr("On the back")), 5, "the places")
    office.settle()
    app.key("Home", "Down", "Down", "Return")
    app.wait(lambda: ask("SELECT code_place FROM office") == [("back",)], 10, "the setting")
    office.settle()


def signing():
    press("Sign…")
    app.type("sai roi")
    app.key("Return")
    app.wait(lambda: says(tr("The passphrase does not open this key.")), 10, "a wrong passphrase")
    shot("authenticity-3.png")
    app.key("ctrl+a")
    app.type(PASSPHRASE)
    app.key("Return")
    app.wait(lambda: ask("SELECT count(*) FROM statement") > [(0,)], 10, "the statements")
    office.settle()
    shot("authenticity-4.png")


def verifying():
    (code,), = ask("SELECT code FROM statement ORDER BY id LIMIT 1")
    label = tr("Or its letters, beginning with TD1:")
    app.click(office.visible("label", label))
    app.leave()
    app.fill(label, code)
    app.key("Return")
    app.wait(lambda: says(tr("Genuine.")), 10, "genuine")
    shot("authenticity-5.png")
    app.fill(label, code[:60] + ("A" if code[60] != "A" else "B") + code[61:])
    app.key("Return")
    app.wait(lambda: says(tr("Not genuine: the code was altered, or somebody else signed it.")), 10, "altered")
    shot("authenticity-6.png")
    app.fill(label, "TD1:AAAA")
    app.key("Return")
    app.wait(lambda: says(tr("The code is not whole, or it was altered.")), 10, "not whole")


def escape_closes():
    app.raise_window(tr("Authenticity"))
    app.key("Escape")
    app.gone("push button", tr("Sign…"))
    office.focus()
    office.close()


run(from_the_menu, a_key, the_place, signing, verifying, escape_closes)
