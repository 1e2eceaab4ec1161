# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The official file of the state emblem, by keyboard: seen, taken out, brought back by undo."""
import os
import re
import sqlite3
import sys

from uitest import run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', _po.read(), re.MULTILINE))

office = Office(sys.argv[1], sys.argv[2], nominations=12)
DRAWING = os.path.join(office.folder, "quoc-huy.svg")
with open(DRAWING, "w", encoding="utf-8") as _file:
    _file.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4" fill="#c4161c"/></svg>')
office.run("--office", office.path, "office", "emblem", "set", DRAWING)
app = office.open("In bằng")


def tr(text):
    return PO.get(text, text)


def kept():
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return [name for name, in db.execute("SELECT file_name FROM emblem")]
    finally:
        db.close()


def says(text):
    return any(text in widget.get_name() for widget in office.widgets() if widget.get_role_name() == "label")


def mnemonic(label):
    text = tr(label)
    return text[text.index("_") + 1].lower()


def from_the_menu():
    app.key("F10")
    app.wait(lambda: office.visible("menu item", tr("State _Emblem…").replace("_", "")), 5, "the menu")
    office.settle()
    app.key(mnemonic("State _Emblem…"))
    app.wait(lambda: says("quoc-huy.svg"), 5, "the file")
    shot("emblem.png")


def taken_out():
    app.key("alt+" + mnemonic("_Remove"))
    app.wait(lambda: says(tr("No file yet")), 5, "none")
    office.settle()
    if kept():
        return [f"{kept()} is still there"]


def brought_back():
    app.key("Escape")
    office.settle()
    app.key("ctrl+z")
    app.wait(lambda: kept() == ["quoc-huy.svg"], 5, "undone")


run(from_the_menu, taken_out, brought_back)
