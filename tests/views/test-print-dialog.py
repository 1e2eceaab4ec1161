# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates are printed on counted blanks by keyboard alone, on a real print server: a test sheet, a jam, the answer,
the end; and what a crash left."""
import atexit
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

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

WAIT = os.path.join(server.out, "a3.wait")
office = Office(sys.argv[1], sys.argv[2], nominations=40)
decision = next(d["id"] for d in office.ask("decision", "list") if d["state"] == "issued")
N = len(office.ask("decision", "show", str(decision))["awards"])
office.run("--office", office.path, "stock", "new", "Phôi thử", "--size", "420x297", "--numbered", "--series", "AA", "--digits", "6")
STOCK = next(s["id"] for s in office.ask("stock", "list") if s["name"] == "Phôi thử")
office.run("--office", office.path, "stock", "receive", str(STOCK), "200", "--number", "101")
CEREMONY = office.ask("ceremony", "list")[0]
office.run("--office", office.path, "ceremony", "move", str(CEREMONY["id"]), str(N), "1")
CALLED = [line["award_id"] for line in office.ask("ceremony", "lines", str(CEREMONY["id"]))]
app = office.open("In bằng")


def tr(text):
    return PO.get(text, text)


def plain(text):
    return tr(text).replace("_", "")


def mnemonic(label):
    text = tr(label)
    return "alt+" + text[text.index("_") + 1].lower()


def says(text):
    return any(text in widget.get_name() for widget in office.widgets() if widget.get_role_name() == "label")


def sheets(state):
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return [row[0] for row in db.execute("SELECT number FROM stock_sheet WHERE stock_id = ? AND state = ? ORDER BY number", (STOCK, state))]
    finally:
        db.close()


def slow(on):
    if on:
        with open(WAIT, "w", encoding="ascii"):
            os.chmod(WAIT, 0o644)
    elif os.path.exists(WAIT):
        os.unlink(WAIT)


def queue():
    return server.ask("lpstat", "-o").stdout.split()


def press(name):
    widget = next(w for w in office.widgets() if w.get_name() == name and w.get_n_actions() > 0)
    widget.do_action(0)


def open_dialog():
    app.key("ctrl+p")


def as_called():
    """The order of the pile is that of a ceremony, and stays so until the office is closed."""
    title, label = tr("Order"), CEREMONY["name"]
    open_dialog()
    app.wait(lambda: says(str(N)), 20, "how many there are")
    for _ in range(8):
        if any(row[1] == title and "focused" in row[3] for row in office.picture()):
            break
        app.key("Tab")
        office.settle()
    app.key("Return")
    app.wait(lambda: says(label), 10, "the ceremony")
    office.settle()
    app.key("End", "Return")
    office.settle()
    app.wait(lambda: says(label), 10, "the ceremony is chosen")
    shot("print-0.png")
    app.key("Escape")
    app.gone("label", label)
    open_dialog()
    app.wait(lambda: says(label), 20, "the ceremony is remembered")
    app.key("Escape")
    app.gone("label", label)


def let_pass():
    """The printer was never calibrated: a person lets that pass by name."""
    title = tr("Who lets it pass")
    app.wait(lambda: says(title), 20, "who lets it pass")
    for _ in range(8):
        app.key("Tab")
        office.settle()
        if any(row[1] == title and "focused" in row[3] for row in office.picture()):
            break
    app.type("Nguyen Van Soat")
    office.settle()


def on_blanks():
    """The printer that is preset, the blanks chosen; what that means is said."""
    open_dialog()
    app.wait(lambda: office.visible("label", tr("Printer")), 10, "the printers")
    office.settle()
    app.wait(lambda: says(str(N)), 20, "how many there are")
    app.key("Tab", "Tab", "Return")  # past the tray to the blanks
    app.wait(lambda: says("Phôi thử"), 10, "the stocks")
    office.settle()
    app.type("thu")
    office.settle()
    app.key("Return")
    app.wait(lambda: says("AA 000101"), 20, "the first blank")
    let_pass()
    shot("print-1.png")
    assert sheets("reserved") == []


def a_test_sheet():
    app.key(mnemonic("_Test Sheet"))
    app.wait(lambda: any(n.endswith(".pdf") for n in os.listdir(server.out)), 30, "the test sheet")
    assert sheets("reserved") == sheets("printed") == []


def under_way():
    slow(True)
    app.wait(lambda: not queue(), 10, "the printer to be free")
    app.key(mnemonic("_Print"))
    app.wait(lambda: office.visible("label", f"0 / {N}"), 30, "the count")
    app.wait(lambda: says("AA 000101"), 10, "the sheet in the printer")
    office.settle()
    shot("print-2.png")
    assert sheets("reserved") == list(range(101, 101 + N))
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    pile = [row[0] for row in db.execute("SELECT award_id FROM stock_sheet WHERE stock_id = ? AND state = 'reserved' ORDER BY number", (STOCK,))]
    db.close()
    assert pile == CALLED, (pile, CALLED)


def it_stays_open():
    """While sheets are on their way neither the dialog nor the window goes away."""
    app.key("Escape")
    office.settle()
    assert office.visible("label", f"0 / {N}")


def a_jam():
    app.key(mnemonic("Paper _Jam…"))
    app.wait(lambda: says(tr("What Came Out?")), 40, "the question")
    office.settle()
    assert queue() == [], queue()
    slow(False)
    app.key("Tab")
    app.type("101")
    shot("print-3.png")
    app.key(mnemonic("Enter and Go _On"))
    title = tr("%u of %u Are Printed").replace("%u", str(N), 1).replace("%u", str(N), 1)
    app.wait(lambda: says(title), 60, "the end")
    office.settle()
    shot("print-4.png")
    assert sheets("spoiled") == [101], sheets("spoiled")
    assert sheets("printed") == list(range(102, 102 + N)), sheets("printed")


def refused_answers():
    """What cannot be is said where it was typed, and nothing is entered."""
    app.key(mnemonic("A Sheet Is _Not Good…"))
    app.wait(lambda: says(tr("What Came Out?")), 20, "the question")
    office.settle()
    app.key("Tab")
    app.type("9999")
    app.key(mnemonic("Enter and Go _On"))
    app.wait(lambda: says("9999"), 20, "why not")
    shot("print-5.png")
    assert sheets("printed") == list(range(102, 102 + N))
    app.key("Escape")
    app.gone("label", tr("What Came Out?"))


def of_a_ceremony():
    """All certificates of a ceremony are printed from its page; the order is the ceremony's and not asked."""
    app.key("Escape")
    office.settle()
    app.key("alt+0")
    app.wait(lambda: any(w.get_role_name() in ("table", "tree table") and w.get_child_count() for w in office.widgets()), 20, "the ceremonies")
    office.settle()
    app.click(app.table(tr("Ceremonies")).get_child_at_index(0).get_child_at_index(1))
    app.leave()
    office.settle()
    press(tr("Papers"))
    app.wait(lambda: office.visible("menu item", tr("Certificates…")), 10, "the papers")
    press(tr("Certificates…"))
    app.wait(lambda: says(str(N)) and says(tr("Blanks in the tray")), 20, "how many there are")
    office.settle()
    shot("print-7.png")
    assert not says(tr("As in the decision")), "the order is asked"
    app.key("Escape")
    app.gone("label", tr("Blanks in the tray"))


def after_a_crash():
    """What was under way when the program died is asked as soon as the office is opened."""
    global app  # pylint: disable=global-statement
    app.proc.kill()
    app.proc.wait()
    slow(True)
    ornament = [sys.argv[2], "--office", office.path, "certificate", "print", "--decision", str(decision), "--sign-off", "Nguyễn Văn Soát", "--printer", "a3", "--with-ornament"]
    process = subprocess.Popen(ornament, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(400):
        if queue():
            break
        time.sleep(0.05)
    time.sleep(0.5)
    process.kill()
    process.wait()
    app = office.open()
    app.wait(lambda: says(tr("What Came Out?")), 30, "the question")
    office.settle()
    shot("print-6.png")
    app.key(mnemonic("Enter and _End Here"))
    app.wait(lambda: says(tr("The rest was given up; its blanks are in store again.")), 40, "the end")
    assert queue() == [], queue()
    slow(False)
    app.key("Escape")
    app.gone("label", tr("The rest was given up; its blanks are in store again."))
    office.close()


run(as_called, on_blanks, a_test_sheet, under_way, it_stays_open, a_jam, refused_answers, of_a_ceremony, after_a_crash)
