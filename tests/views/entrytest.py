# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of entry by hand share: the grid as a screen reader has it, and the office file
beside it."""
import re
import sqlite3
import subprocess
import sys
import time

from uitest import UiError
from windowtest import Office, Atspi

KIND, NAME, BIRTH, SEX, ID, POST, UNIT, TEXT = (
    "Loại", "Tên", "Ngày sinh", "Giới tính", "Số định danh", "Chức vụ", "Đơn vị",
    "Nội dung ghi trên bằng")

COLUMNS = [KIND, NAME, BIRTH, SEX, ID, POST, UNIT, "Hình thức", TEXT]
LINES = ("Lines of the list", "Các dòng của danh sách")

# GTK alone can own a clipboard here; it does so as long as it runs.
CLIPBOARD = """
import sys, gi
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
Gdk.Display.get_default().get_clipboard().set(sys.argv[1])
GLib.idle_add(lambda: print("ready", flush=True))
GLib.MainLoop().run()
"""


class Grid(Office):
    """A demo office whose window shows entry by hand."""

    def begin(self):
        self.open("Đề nghị")
        for _ in range(5):  # a window that has just come does not always hear the first key
            self.app.key("ctrl+shift+n")
            try:
                self.app.wait(lambda: self.cell(NAME, 1), 3, "the first line")
                break
            except UiError:
                self.focus()
        self.settle()
        return self.app

    def lines(self):
        """What holds the lines, each of which holds its state, its cells and its findings."""
        if getattr(self, "box", None) is None:
            self.box = next((w for w in self.widgets() if w.get_name() in LINES), None)
        return self.box

    def cell(self, column, line):
        """The entry of an open line."""
        if self.lines() is None or self.lines().get_child_count() < line:
            return None
        row = self.lines().get_child_at_index(line - 1)
        widget = row.get_child_at_index(1 + COLUMNS.index(column)).get_child_at_index(0)
        if widget.get_role_name() not in ("text", "entry"):
            return None
        assert re.fullmatch(f"{column}, \\S+ {line}", widget.get_name()), widget.get_name()
        return widget

    def next_line(self):
        """The empty line at the end."""
        return self.lines().get_child_count()

    def text(self, column, line):
        widget = self.cell(column, line)
        return self.app.text(widget) if widget is not None else None

    def wait_text(self, column, line, wanted):
        try:
            self.app.wait(lambda: self.text(column, line) == wanted, 6)
        except UiError:
            raise UiError(f"{column} of line {line} is {self.text(column, line)!r}, "
                          f"not {wanted!r}") from None

    def at(self, column, line):
        """Whether the caret is in that cell."""
        widget = self.cell(column, line)
        return widget is not None and widget.get_state_set().contains(Atspi.StateType.FOCUSED)

    def says(self, words):
        return any(words in w.get_name() for w in self.widgets(self.lines()) if w.get_role_name() == "label")

    def kept(self, *names):
        """The nominations in the office file, by another program than ours."""
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as office:
            office.row_factory = sqlite3.Row
            rows = office.execute(
                "SELECT s.name, s.kind, s.birth, s.sex, s.citizen_id, n.post, u.name AS unit,"
                " n.achievement, n.award_form, n.id, s.id AS subject"
                " FROM nomination n JOIN subject s ON s.id = n.subject_id"
                " LEFT JOIN unit u ON u.id = n.unit_id ORDER BY n.id").fetchall()
        return [row for row in rows if not names or row["name"] in names]

    def count(self, table):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as office:
            return office.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def wait_kept(self, n, *names):
        try:
            self.app.wait(lambda: len(self.kept(*names)) == n, 10)
        except UiError:
            last = [[self.text(c, line) for c in COLUMNS]
                    for line in range(max(1, self.next_line() - 3), self.next_line() + 1)]
            raise UiError(f"{len(self.kept(*names))} of {names} are kept, not {n}; the last lines: "
                          f"{last}") from None
        return self.kept(*names)

    def copy(self, text):
        """Puts a text on the clipboard, as a spreadsheet does."""
        owner = subprocess.Popen([sys.executable, "-c", CLIPBOARD, text], text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert owner.stdout.readline() == "ready\n"
        time.sleep(0.2)
        return owner
