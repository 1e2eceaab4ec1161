# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calibrating a printer of a real print server, chosen with its tray: what is kept is what printing looks for. And when to
calibrate again."""
import atexit
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
import loopback_printer
from uitest import run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', _po.read(), re.MULTILINE))

tempfile.tempdir = "/tmp"  # nobody else may enter the home of the test, and the server prints as another user
server = loopback_printer.Server()
tempfile.tempdir = None
atexit.register(server.remove)
os.environ.update(server.env)
try:
    server.start()
    server.add_all()
except (OSError, subprocess.SubprocessError) as error:
    print("1..0 # SKIP no print server can run here: " + str(error).replace("\n", " "))
    sys.exit(0)

office = Office(sys.argv[1], sys.argv[2], nominations=12)
app = office.open("In bằng")
INSET = 15  # of the outer crosses of a sheet of A3
SHOWN = {1: (INSET + 2.3, INSET - 1.2), 2: (INSET - 2.3, INSET - 1.2), 3: (INSET + 2.3, INSET + 1.2), 4: (INSET - 2.3, INSET + 1.2), 5: (212.3, 147.3)}
TRAY = office.ask("printer", "show", "a3")["trays"][1]["id"]


def tr(text):
    return PO.get(text, text)


def mnemonic(label):
    text = tr(label)
    return "alt+" + text[text.index("_") + 1].lower()


def ask(sql):
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def step(number):
    subtitle = tr("Step %u of %u").replace("%u", str(number), 1).replace("%u", "4", 1)
    app.wait(lambda: office.visible("label", subtitle), 5, subtitle)
    office.settle()


def choose(label, *keys):
    app.click(app.wait(lambda: office.visible("label", tr(label)), 5, label))
    office.settle()
    app.key(*keys)
    office.settle()


def another_is_typed():
    """At the end of the list; then there is a name to type."""
    office.choose_from_menu(tr("_Calibrate a Printer…").replace("_", ""))
    step(1)
    app.wait(lambda: office.visible("label", "Máy in A3 phòng Thi đua"), 10, "the printers")
    app.raise_window(tr("Calibrate a Printer"))
    office.settle()
    choose("Printer", "End", "Return")
    app.wait(lambda: office.visible("label", tr("Printer, as you call it")), 5, "a name to type")
    shot("calibrate-printers-1.png")


def one_is_chosen():
    choose("Printer", "Home", "Return")
    app.wait(lambda: not office.visible("label", tr("Printer, as you call it")), 5, "no name to type")
    app.wait(lambda: office.visible("label", tr("Tray")), 5, "the trays")
    choose("Tray", "Home", "Down", "Down", "Return")
    shot("calibrate-printers-2.png")
    app.key(mnemonic("_Next"))
    step(2)
    app.key(mnemonic("_Next"))
    step(3)


def kept():
    for mark, numbers in SHOWN.items():
        for axis, number in enumerate(numbers):
            app.key("ctrl+a")
            app.type(f"{number:.1f}")
            if (mark, axis) != (5, 1):
                app.key("Return")
    office.settle()
    app.key("Return")
    step(4)
    shot("calibrate-printers-3.png")
    spin = next(w for w in office.widgets() if w.get_role_name() == "spin button")
    app.click(spin)
    app.key("ctrl+a")
    app.type("90")
    app.key("Tab")
    app.key(mnemonic("_Keep"))
    app.wait(lambda: ask("SELECT printer, tray FROM calibration") == [("a3", TRAY)], 10, "the calibration")
    app.wait(lambda: ask("SELECT calibration_days FROM office") == [(90,)], 10, "the days")
    office.settle()
    office.focus()
    office.close()


run(another_is_typed, one_is_chosen, kept)
