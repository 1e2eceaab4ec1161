# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Units × reports by keyboard: noted with one key and taken back by the same, with day and number, undone, filtered, and
letters to those who are late. What is noted is looked for by sqlite3, beside the window."""
import datetime
import os
import re
import sqlite3
import subprocess
import sys

from uitest import run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', _po.read(), re.MULTILINE))

office = Office(sys.argv[1], sys.argv[2], nominations=12)
app = office.open("Kế hoạch")
LETTERS = os.path.join(office.folder, "letters.pdf")
TODAY = datetime.date.today().isoformat()


def tr(text):
    return PO.get(text, text)


def kept(columns="received_on"):
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return db.execute(f"SELECT {columns} FROM report ORDER BY id").fetchall()
    finally:
        db.close()


def owing():
    """Units that owe a report today, by the command line."""
    return {line["unit_id"] for line in office.ask("plan", "reports", "--late") if "unit_id" in line}


def chosen():
    """What a reader of the screen hears of the chosen cell."""
    for widget in office.widgets():
        if widget.get_role_name() == "table" and " · " in widget.get_name():
            return widget.get_name()
    return ""


def head():
    return next((w.get_name() for w in office.widgets() if w.get_role_name() == "label" and re.match(r"\d+/\d+ ", w.get_name())), "")


def mnemonic(label):
    text = tr(label)
    return text[text.index("_") + 1].lower()


def from_the_menu():
    app.key("F10")
    app.wait(lambda: office.visible("menu item", tr("_Follow Reports of All Plans…").replace("_", "")), 5, "the menu")
    office.settle()
    app.key(mnemonic("_Follow Reports of All Plans…"))
    app.wait(chosen, 10, "the table")
    office.settle()
    shot("reports.png")
    if not head().startswith("0/"):
        return [f"the head says {head()}"]


def one_key_notes_and_takes_back():
    first = chosen().split(" · ")[0]
    app.key("Return")
    app.wait(lambda: kept() == [(TODAY,)], 5, "noted")
    app.wait(lambda: head().startswith("1/") and chosen().startswith(first), 5, "shown in its place")
    app.key("space")
    app.wait(lambda: kept() == [(None,)], 5, "taken back")
    app.wait(lambda: head().startswith("0/"), 5, "shown")
    app.key("Down", "Return", "Down", "Return", "Down", "Return", "Return")
    app.wait(lambda: kept() == [(None,), (TODAY,), (TODAY,), (None,)], 5, "down a column")
    app.wait(lambda: head().startswith("2/"), 5, "counted")
    third = chosen().split(" · ")[0]
    app.key("ctrl+z", "ctrl+z")
    app.wait(lambda: kept() == [(None,), (TODAY,), (TODAY,)], 5, "undone")
    app.wait(lambda: head().startswith("2/"), 5, "read anew")
    office.settle()
    if third == first or chosen().split(" · ")[0] != third:
        return [f"{chosen()} is not at {third}"]


def arrows_walk():
    app.key("ctrl+Home", "Home")
    office.settle()
    first = chosen()
    app.key("Right")
    app.wait(lambda: chosen() != first and chosen().split(" · ")[0] == first.split(" · ")[0], 5, "another report of the unit")
    app.key("Left", "ctrl+End")
    app.wait(lambda: chosen().split(" · ")[0] != first.split(" · ")[0], 5, "the last unit")
    app.key("Page_Up", "Page_Down", "ctrl+Home")
    app.wait(lambda: chosen() == first, 5, "back")


def only_the_late():
    app.key("Down", "Down")  # those that have just come
    office.settle()
    came = chosen().split(" · ")[0]
    app.key("ctrl+l")
    app.wait(lambda: chosen() and chosen().split(" · ")[0] != came, 5, "gone")
    office.settle()
    shot("reports-late.png")
    app.key("ctrl+Home")
    office.settle()
    name = chosen().split(" · ")[0]
    n = sum(day is not None for day, in kept())
    app.key("Return")  # leaves the table; the next one stands in its place
    app.wait(lambda: sum(day is not None for day, in kept()) == n + 1, 5, "noted")
    app.wait(lambda: chosen().split(" · ")[0] != name, 5, "the next")
    app.key("ctrl+z")
    app.wait(lambda: sum(day is not None for day, in kept()) == n, 5, "undone")
    app.key("ctrl+l")
    office.settle()


def with_day_and_number():
    app.key("ctrl+Home")
    office.settle()
    app.key("d")
    app.wait(lambda: office.visible("button", tr("Received")) or office.visible("push button", tr("Received")), 5, "the question")
    office.settle()
    shot("reports-received.png")
    app.key("ctrl+a")
    app.type("02/01/2026")
    app.key("Tab")
    app.type("12/BC")
    app.key("ctrl+Return")
    app.wait(lambda: ("2026-01-02", "12/BC") in kept("received_on, number"), 5, "kept")
    app.wait(lambda: "02/01" in chosen() and "12/BC" in chosen(), 5, "shown")


def letters():
    n = len(owing())
    app.press(tr("Letters to Late Units…"))
    app.wait(lambda: any(w.get_role_name() == "text" and app.text(w).endswith(".pdf") for w in office.widgets()), 10, "where to")
    office.settle()
    app.key("ctrl+a")
    app.type(LETTERS)
    app.key("Return")
    app.wait(lambda: any(str(n) in w.get_name() for w in office.widgets() if w.get_role_name() == "label"), 10, "how many")
    office.settle()
    shot("reports-letters.png")
    app.type("45")
    app.key("ctrl+Return")
    app.wait(lambda: os.path.exists(LETTERS), 20, "the letters")
    app.wait(lambda: sum(day == TODAY for day, in kept("reminded_on")) >= n, 10, "noted")
    text = subprocess.run(["pdftotext", LETTERS, "-"], check=True, capture_output=True, text=True).stdout
    if text.count("Kính gửi:") != n or "Số: 45/" not in text:
        return [f"{text.count('Kính gửi:')} letters, not {n}"]


run(from_the_menu, one_key_notes_and_takes_back, arrows_walk, only_the_late, with_day_and_number, letters)
