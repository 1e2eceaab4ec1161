# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A printer is calibrated by keyboard alone, from the menu to what is kept, and taken back."""
import os
import re
import sqlite3
import sys

from uitest import run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', _po.read(), re.MULTILINE))

office = Office(sys.argv[1], sys.argv[2], nominations=12)
app = office.open("In bằng")
INSET = 15  # of the outer crosses of a sheet of A3
# A printer that shifts 2.3 mm to the right and 1.2 mm up; what a ruler shows from the nearest edges.
SHOWN = {1: (INSET + 2.3, INSET - 1.2), 2: (INSET - 2.3, INSET - 1.2), 3: (INSET + 2.3, INSET + 1.2), 4: (INSET - 2.3, INSET + 1.2), 5: (212.3, 147.3)}


def tr(text):
    return PO.get(text, text)


def kept():
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return db.execute("SELECT printer, tray, width, shift_x, shift_y, scale_x, rotation, n_readings FROM calibration").fetchall()
    finally:
        db.close()


def step(number):
    subtitle = tr("Step %u of %u").replace("%u", str(number), 1).replace("%u", "4", 1)
    app.wait(lambda: office.visible("label", subtitle), 5, subtitle)
    office.settle()


def says(text):
    return any(text in widget.get_name() for widget in office.widgets() if widget.get_role_name() == "label")


def from_the_menu():
    office.choose_from_menu(tr("_Calibrate a Printer…").replace("_", ""))
    step(1)


def what_with():
    app.type("Canon LBP")
    app.key("Tab")
    app.type("Khay 2")
    shot("calibrate-1.png")
    app.key("Return")
    step(2)


def the_target_page():
    shot("calibrate-2.png")
    app.key("alt+" + mnemonic("_Next"))
    step(3)


def mnemonic(label):
    text = tr(label)
    return text[text.index("_") + 1].lower()


def type_readings(slip=False):
    for mark, numbers in SHOWN.items():
        for axis, number in enumerate(numbers):
            app.key("ctrl+a")
            app.type(f"{number * 10 if slip and mark == 4 and axis else number:.1f}")
            if (mark, axis) != (5, 1):
                app.key("Return")
    office.settle()


def a_slip_is_named():
    """162 mm where 16.2 is meant: the cross is named, and there is no going on."""
    type_readings(slip=True)
    app.wait(lambda: says(tr("Cross %u").replace("%u", "4")), 5, "the cross with the slip")
    shot("calibrate-3-slip.png")
    app.key("alt+" + mnemonic("_Next"))
    office.settle()
    step(3)


def readings():
    app.key(*["shift+Tab"] * 9)  # from the last number to the first
    type_readings()
    shot("calibrate-3.png")
    app.key("Return")
    step(4)
    app.wait(lambda: says("2,3 mm"), 5, "the shift")
    app.wait(lambda: says("1,2 mm"), 5, "the shift")
    shot("calibrate-4.png")


def back_and_forth():
    """What was typed is still there."""
    app.key("alt+" + mnemonic("_Back"))
    step(3)
    app.key("alt+" + mnemonic("_Next"))
    step(4)


def kept_and_undone():
    assert kept() == [], kept()
    app.key("alt+" + mnemonic("_Keep"))
    app.wait(kept, 10, "the calibration")
    assert kept() == [("Canon LBP", "Khay 2", 420000, 2300, -1200, None, None, 5)], kept()
    office.settle()
    office.focus()
    app.key("ctrl+z")
    app.wait(lambda: not kept(), 10, "the calibration to go")


def escape_closes():
    office.choose_from_menu(tr("_Calibrate a Printer…").replace("_", ""))
    step(1)
    app.key("Escape")
    app.gone("label", tr("Step %u of %u").replace("%u", "1", 1).replace("%u", "4", 1))
    office.close()


run(from_the_menu, what_with, the_target_page, a_slip_is_named, readings, back_and_forth, kept_and_undone, escape_closes)
