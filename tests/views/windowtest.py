# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the window share: an office to work in, and how to look at it."""
import json
import os
import shutil
import subprocess
import tempfile

from uitest import App, Atspi, UiError, real

PAGES = ["Tổng quan", "Kế hoạch", "Đơn vị", "Đối tượng", "Đề nghị", "Quyết định", "In bằng", "Phôi bằng", "Tờ phôi",
         "Lễ trao thưởng", "Cụm, khối"]
PAGE_KEYS = (*"1234567890", "minus")


def most_of(seen):
    """How many of its children are looked at."""
    if seen.get_name() == "AdwToastWidget":
        return 1  # its button is libadwaita's
    return 6 if seen.get_role_name() == "list" else 60  # of many rows the first are as good as all


class Office:
    """A demo office in a folder of its own, and the window over it."""

    made = {}  # number of nominations → a demo office to copy

    def __init__(self, thidua, cli, nominations=60):
        self.thidua, self.cli = thidua, cli
        self.folder = tempfile.mkdtemp()
        self.path = os.path.join(self.folder, "demo.thidua")
        if nominations not in self.made:
            self.made[nominations] = os.path.join(tempfile.mkdtemp(), "demo.thidua")
            self.run("demo", self.made[nominations], "--subjects", str(nominations),
                     "--nominations", str(nominations))
        shutil.copy(self.made[nominations], self.path)
        self.app = None

    def run(self, *args):
        return subprocess.run([self.cli, *args], check=True, text=True, stdout=subprocess.PIPE,
                              env=dict(os.environ, LANGUAGE="")).stdout

    def ask(self, *args):
        """What the command line says of the office, beside the window."""
        return json.loads(self.run("--office", self.path, *args, "--json"))

    def head(self):
        """Changes with everything that is stored."""
        return self.ask("office", "info")["head"]

    def open(self, page=None, lang="vi"):
        self.app = App([self.thidua, self.path],
                       env={"LANGUAGE": lang, "G_DEBUG": "fatal-criticals"})
        self.app.wait(lambda: self.visible("filler", PAGES[0]), 60, "the first page")
        self.focus()
        if page is not None:
            self.go(page)
        return self.app

    def focus(self):
        pid = str(self.app.proc.pid)
        self.app.xid = self.app.xdo("search", "--sync", "--onlyvisible", "--pid", pid)[-1]
        self.app.xdo("windowactivate", "--sync", self.app.xid)

    def go(self, page, patience=(1.5, 1.5, 3, 6, 12)):
        """To another page; a window that has just come does not always hear the first key."""
        for seconds in patience:
            self.app.key("alt+" + PAGE_KEYS[PAGES.index(page)])
            try:
                self.app.wait(lambda: self.visible("filler", page), seconds, page)
                break
            except UiError:
                self.focus()
        else:
            raise UiError(f"cannot go to {page}")
        self.app.rest()

    def open_menu(self, item):
        """The main menu, by keyboard, until it shows an item; a window that has just come does not always hear the first key."""
        for _ in range(3):
            self.app.key("F10")
            try:
                self.app.wait(lambda: self.visible("menu item", item), 5, "the menu")
                break
            except UiError:
                continue
        else:
            raise UiError(f"no menu has {item}")
        self.app.rest()

    def choose_from_menu(self, item):
        """An item of the main menu, by keyboard."""
        self.open_menu(item)
        items = [widget.get_name() for widget in self.widgets() if widget.get_role_name() == "menu item"]
        self.app.key("Home", *["Down"] * items.index(item), "Return")

    def widgets(self, top=None):
        """All that can be seen, depth first, as it was when it was asked for."""
        return list(self.app.screen.read(real(top or self.app.root), most_of, hidden=False).all())[1:]

    def visible(self, role, name=None):
        for widget in self.widgets():
            if widget.get_role_name() == role and name in (None, widget.get_name()):
                return widget
        return None

    def picture(self):
        """The screen as a screen reader has it."""
        watched = (Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED, Atspi.StateType.CHECKED,
                   Atspi.StateType.EXPANDED, Atspi.StateType.SENSITIVE, Atspi.StateType.PRESSED)
        widgets = self.widgets()
        self.app.screen.read_texts(widgets)
        return [(widget.role, widget.name, widget.text, tuple(s.value_nick for s in watched if widget.has_state(s)))
                for widget in widgets]

    def settle(self, seconds=3):
        """Waits until the program has come to rest; what the screen shows then."""
        self.app.rest(seconds)
        return self.picture()

    def close(self):
        self.focus()
        self.app.close(30)

    def kill(self):
        """For when nothing else is certain; the next one must not find it running."""
        if self.app is not None:
            self.app.proc.kill()
            self.app.proc.wait()
