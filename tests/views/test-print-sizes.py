# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A decision with sheets of two sizes is printed as two batches, one after the other, with tray and blanks asked for each."""
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

FOREIGNERS = (5, 7, 9)
office = Office(sys.argv[1], sys.argv[2], nominations=40)
four = os.path.join(office.folder, "four.xml")
office.run("--office", office.path, "template", "export", "song-ngu-a4", "--output", four)
with open(four, encoding="utf-8") as _file:
    _text = _file.read().replace('id="song-ngu-a4"', 'id="song-ngu-a3"')
with open(four, "w", encoding="utf-8") as _file:
    _file.write(_text)
office.run("--office", office.path, "template", "import", four)
_db = sqlite3.connect(office.path)
_db.create_function("td_search_touch", 2, lambda table, key: None)
_db.execute("UPDATE award SET posthumous = 0")
for _id in FOREIGNERS:
    _db.execute("UPDATE award SET post_english = 'Engineer', achievement_english = 'For outstanding work' WHERE id = ?", (_id,))
    _db.execute("UPDATE subject SET nationality = 'Nhật Bản', occupation = 'foreigner' WHERE id = (SELECT subject_id FROM award WHERE id = ?)", (_id,))
_db.commit()
N = _db.execute("SELECT count(*) FROM award WHERE decision_id = 1").fetchone()[0]
_db.close()
app = office.open("In bằng")


def tr(text):
    return PO.get(text, text)


def mnemonic(label):
    text = tr(label)
    return "alt+" + text[text.index("_") + 1].lower()


def says(text):
    return any(text in widget.get_name() for widget in office.widgets() if widget.get_role_name() == "label")


def batches():
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return db.execute("SELECT n_pages, n_printed FROM print_batch ORDER BY id").fetchall()
    finally:
        db.close()


def next_is_offered():
    return any(tr("Ne_xt Batch…").replace("_", "") in widget.get_name().replace("_", "") for widget in office.widgets() if widget.get_role_name() == "push button")


def let_pass():
    """The printer was never calibrated: a person lets that pass by name."""
    title = tr("Who lets it pass")
    app.wait(lambda: says(title), 20, "who lets it pass")
    app.fill(title, "Nguyễn Văn Soát")
    app.pump(1)  # what stands in the way is looked at again a moment after the last letter
    office.settle()


def the_first():
    app.key("ctrl+p")
    app.wait(lambda: says("420 × 297 mm"), 30, "the sizes")
    app.wait(lambda: says(f"{N - len(FOREIGNERS)}"), 20, "how many there are")
    office.settle()
    shot("sizes-1.png")
    let_pass()
    app.key(mnemonic("_Print"))
    app.wait(lambda: batches() == [(N - len(FOREIGNERS),) * 2], 60, "the first batch")
    app.wait(next_is_offered, 20, "the next")
    office.settle()
    shot("sizes-2.png")


def the_second():
    """Those of the other size alone, and then there is no next."""
    app.key(mnemonic("Ne_xt Batch…"))
    app.wait(lambda: says("297 × 210 mm"), 20, "the other size")
    office.settle()
    let_pass()
    shot("sizes-3.png")
    app.key(mnemonic("_Print"))
    app.wait(lambda: batches() == [(N - len(FOREIGNERS),) * 2, (len(FOREIGNERS),) * 2], 60, "the second batch")
    office.settle()
    app.wait(lambda: says(tr("%u of %u Are Printed").replace("%u", str(len(FOREIGNERS)))), 20, "the end")
    assert not next_is_offered()
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    got = {row[0] for row in db.execute("SELECT award_id FROM print_page WHERE batch_id = 2")}
    db.close()
    assert got == set(FOREIGNERS), got


run(the_first, the_second)
