# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 program in a test; see run-uitest.

    from uitest import App, run

    def adds_a_unit():
        app.press("Thêm đơn vị")
        app.fill("Tên đơn vị", "Sở Nội vụ")
        app.wait(lambda: "Sở Nội vụ" in app.column("Đơn vị", 0), label="the new unit")

    app = App([sys.argv[1], "demo.thidua"])
    run(adds_a_unit, app.close)

Who does what, found by trying:
  AT-SPI   finds widgets by role and accessible name, presses buttons, sets and reads texts,
           selects a row, reads cells, sees dialogs.
  xdotool  gives focus, activates a row (double click, Enter), chooses in a drop-down, scrolls,
           types shortcuts: GTK 4.8 has no GrabFocus, and its rows have no actions.
So every entry, table and drop-down needs an accessible name (AdwEntryRow takes its title).
Wait for an effect; never sleep.  Only realised rows, about 205, are in the tree."""
import atexit
import os
import subprocess
import sys
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
from a11y import Screen, Seen

BUTTON = ("push button", "button", "toggle button")
ENTRY = ("text", "entry", "password text", "spin button")
WINDOW = ("frame", "dialog", "alert", "window")


class UiError(AssertionError):
    pass


def real(widget):
    """What libatspi can act on."""
    return widget.accessible() if isinstance(widget, Seen) else widget


def switches(pid):
    """How often each thread of a program went to sleep, or None while one is awake."""
    counts = {}
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:  # it has just ended
        return None
    for thread in threads:
        try:
            with open(f"/proc/{pid}/task/{thread}/status", encoding="ascii", errors="replace") as file:
                status = dict(line.split(":", 1) for line in file)
        except OSError:
            return None
        if status["State"].split()[0] != "S":
            return None
        counts[thread] = status["voluntary_ctxt_switches"], status["nonvoluntary_ctxt_switches"]
    return counts


def has_children(pid):
    """Whether programs work for it."""
    for other in os.listdir("/proc"):
        try:
            with open(f"/proc/{other}/stat", encoding="utf-8", errors="replace") as file:
                state, parent = file.read().rpartition(")")[2].split()[:2]
            if parent == str(pid) and state != "Z":
                return True
        except OSError:
            continue
    return False


def run(*tests):
    """Calls the functions in order, as TAP, and ends the test.  A failure leaves a picture of the
    screen in UITEST_OUT and does not stop the ones that follow."""
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace("_", " ")
        try:
            test()
            print(f"ok {number} - {name}")
        except Exception:
            failed += 1
            traceback.print_exc()
            shot(f"failure-{number}.png")
            print(f"not ok {number} - {name}")
    sys.exit(1 if failed else 0)


def shot(name):
    """Puts a picture of the screen into UITEST_OUT."""
    path = os.path.join(os.environ.get("UITEST_OUT", "."), name)
    subprocess.run(["import", "-window", "root", path], check=False)
    return path


class App:
    def __init__(self, argv, timeout=20, env=None):
        self.logpath = os.path.join(os.environ.get("UITEST_OUT", "."), "app.log")
        with open(self.logpath, "wb") as log:
            self.proc = subprocess.Popen(argv, stdout=log, stderr=subprocess.STDOUT,
                                         stdin=subprocess.DEVNULL,
                                         env=dict(os.environ, **(env or {})))
        atexit.register(self.proc.kill)
        self.xid = None
        self.root = self.wait(self._lookup, timeout, "the application on the AT-SPI bus")
        self.screen = Screen(self.root.app.bus_name)

    def _lookup(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == self.proc.pid and app.get_child_count():
                return app
        return None

    # Waiting

    def log(self):
        with open(self.logpath, encoding="utf-8", errors="replace") as file:
            return file.read()

    @staticmethod
    def pump(seconds=0.02):
        context, end = GLib.MainContext.default(), time.monotonic() + seconds
        while True:
            while context.iteration(False):
                pass
            if time.monotonic() >= end:
                return
            time.sleep(0.005)

    def insist_on_life(self):
        if self.proc.poll() is not None:
            raise UiError(f"the program ended with {self.proc.returncode}:\n{self.log()}")

    def rest(self, timeout=3, quiet=0.25):
        """Waits until the program has slept for a while: nothing is counted, read or drawn any more."""
        end = time.monotonic() + timeout
        before, since = None, 0
        while time.monotonic() < end:
            self.insist_on_life()
            now = switches(self.proc.pid)
            if now is None or now != before:
                before, since = now, time.monotonic()
            elif time.monotonic() - since >= quiet and not has_children(self.proc.pid):
                return True
            self.pump(0.02)
        return False

    def wait(self, what, timeout=10, label=""):
        """Asks until the answer is true, and gives it."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            self.insist_on_life()
            self.pump()
            try:
                got = what()
            except (GLib.Error, subprocess.CalledProcessError):  # the widget went away under us; no window is the active one
                got = None
            if got:
                return got
        raise UiError(f"timed out waiting for {label or what}")

    # Finding

    def walk(self, top=None, limit=40):
        """Depth first; at most `limit` children of each."""
        return self.screen.read(real(top or self.root), lambda seen: limit).all()

    def look(self, role, name=None, top=None, acts=False):
        """What find() finds, at once, or None; only what has an action when it `acts`."""
        roles = (role,) if isinstance(role, str) else role
        for widget in self.walk(top):
            if widget.get_role_name() in roles:
                # a button of a dialog says "OK OK", one with a mnemonic "_Print Print"
                if (name is None or widget.get_name().replace("_", "") in (name, f"{name} {name}")) and \
                        (not acts or widget.get_n_actions()):
                    return real(widget)
        return None

    def find(self, role, name=None, top=None, timeout=10):
        return self.wait(lambda: self.look(role, name, top), timeout, f"{role} {name!r}")

    def window(self, title, timeout=10):
        return self.find(WINDOW, title, timeout=timeout)

    def gone(self, role, name=None, top=None, timeout=10):
        self.wait(lambda: not self.look(role, name, top), timeout, f"{role} {name!r} to go")

    # Acting through AT-SPI

    def press(self, name, top=None):
        # A menu button is called as the button within it, and does nothing itself.
        button = self.wait(lambda: self.look(BUTTON, name, top, acts=True), 10, f"button {name!r}")
        if not button.do_action(0):
            raise UiError(f"button {name!r} refused its action")
        self.pump(0.05)

    def fill(self, label, value, top=None):
        """Sets a text; the only way for Vietnamese."""
        entry = self.find(ENTRY, label, top)
        if not entry.set_text_contents(value):
            raise UiError(f"entry {label!r} is not editable")
        self.wait(lambda: self.text(entry) == value, 3, f"{label!r} to read {value!r}")

    @staticmethod
    def text(entry):
        entry = real(entry)
        return Atspi.Text.get_text(entry, 0, Atspi.Text.get_character_count(entry))

    def table(self, name=None, top=None):
        """The list of realised rows of a GtkColumnView."""
        return self.find("tree table", name, top).get_child_at_index(1)

    def cells(self, row):
        """The texts of a row's cells."""
        return [" ".join(part.get_name() for part in self.walk(cell)
                         if part.get_role_name() == "label")
                for cell in (row.get_child_at_index(i) for i in range(row.get_child_count()))]

    def column(self, name, number, limit=40):
        """The texts of one column of the first rows of a table."""
        rows = self.table(name)
        return [self.cells(rows.get_child_at_index(i))[number]
                for i in range(min(rows.get_child_count(), limit))]

    def select_row(self, name, index):
        rows = self.table(name)
        if not rows.select_child(index):
            raise UiError(f"row {index} cannot be selected")
        self.wait(lambda: rows.is_child_selected(index), 3, f"row {index} selected")

    # Acting through the X server

    @staticmethod
    def xdo(*args):
        return subprocess.run(["xdotool", *args], check=True, text=True, timeout=20,
                              stdout=subprocess.PIPE).stdout.split()

    def raise_window(self, title):
        self.xid = self.xdo("search", "--sync", "--onlyvisible", "--name", f"^{title}$")[-1]
        self.xdo("windowactivate", "--sync", self.xid)
        return self.xid

    def click(self, widget, times=1):
        """Clicks the middle of a widget of the window raised last."""
        # GTK 4 knows no coordinates but those in the window
        box = Atspi.Component.get_extents(real(widget), Atspi.CoordType.WINDOW)
        self.xdo("mousemove", "--sync", "--window", self.xid,
                 str(box.x + box.width // 2), str(box.y + box.height // 2))
        self.xdo("click", "--repeat", str(times), "--delay", "60", "1")
        self.pump(0.1)

    def leave(self):
        """Takes the pointer away before a dialog opens or closes over it: GTK 4.8 lays out the tooltip of what was under
        it, on no monitor, and gives a critical."""
        self.xdo("mousemove", "2", "2")
        self.pump(0.1)

    def key(self, *keys):
        self.xdo("key", "--delay", "15", *keys)
        self.pump(0.1)

    def type(self, text, delay=10):
        """Real key presses, some milliseconds apart; ASCII only: xdotool makes Á into á and loses Đ.  Else fill()."""
        assert text.isascii(), text
        self.xdo("type", "--delay", str(delay), text)
        self.pump(0.1)

    def choose(self, label, item):
        """Picks an item of a GtkDropDown by keyboard: AT-SPI can select it but not commit."""
        combo = self.find("combo box", label)
        self.click(combo)

        def items():
            for widget in self.walk(combo):
                if widget.get_role_name() == "list" and \
                        widget.get_state_set().contains(Atspi.StateType.VISIBLE):
                    return [next((part.get_name() for part in child.all() if part.get_role_name() == "label"), "")
                            for child in widget.children]
            return None

        found = self.wait(items, 5, f"the list of {label!r}")
        self.pump(0.3)  # the popover takes the focus late
        self.key("Home", *["Down"] * found.index(item), "Return")

    def close(self, timeout=10):
        """Closes the window as a person does, and insists on exit status 0."""
        self.key("alt+F4")
        try:
            status = self.proc.wait(timeout)
        except subprocess.TimeoutExpired:
            raise UiError("the program did not end when its window was closed") from None
        if status:
            raise UiError(f"the program ended with {status}:\n{self.log()}")
