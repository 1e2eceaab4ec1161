# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window walked through: every action and button that can be found on any page is tried, and
one that changes neither the screen nor the store fails. On the way every name is read: in a
Vietnamese session none may be English, and nothing that can be used may be without a name.

    test-window.py THIDUA THIDUA-CLI VI.PO [PAGE…]   all pages, or some by their names or numbers"""
import re
import sys
import time

from gi.repository import GLib
from uitest import UiError, run
from windowtest import PAGES, Office, Atspi

# The window's own, not the page's, and GTK's
NOT_OURS = {"Thu nhỏ", "Phóng to hết cỡ", "Phục hồi", "Đóng", "Minimize", "Maximize", "Restore", "Close"}
GTKS = {"GtkFileChooserWidget", "GtkShortcutsWindow", "GtkPlacesSidebar", "Shortcuts"}
OURS = ("win.", "page.", "form.", "awards.")
USABLE = ("push button", "toggle button", "check box", "combo box", "entry", "text", "tree table",
          "list item", "menu item", "radio button")
PATIENCE = 5  # seconds for an action to show
# Vietnamese words without a mark, and names
ASCII = set("""thi in khai hai ba nam nay sau trong ngoan xem cho theo lo sao ghi xong an ba hoa
  pdf csv cccd k j thanh gia tra ban ra quy do thu nhi xa so ten mau ngay loai lu ca kinh doanh
  tham tin tay than long minh dung chung nhau qua khen cao trung tam hay day toan to dia danh""".split())


def messages(path):
    """msgid → msgstr of a catalogue."""
    text = open(path, encoding="utf-8").read()
    pairs = re.findall(r'^msgid "(.+)"\n(?:msgid_plural ".*"\n)?msgstr(?:\[0\])? "(.+)"$', text, re.MULTILINE)
    return {a.replace('\\"', '"').replace("_", ""): b.replace('\\"', '"').replace("_", "") for a, b in pairs}


CATALOGUE = messages(sys.argv[3])
TRANSLATED = set(CATALOGUE.values())
english, nameless = set(), set()
tried = set()  # of the window's own actions


def read_names(picture, where):
    """Notes names that are English or missing."""
    before = None
    for role, name, *_ in picture:
        in_combo, before = before == "combo box" and name == "GtkToggleButton", role  # GTK's; its combo box is named
        if role in USABLE and role != "list item" and not in_combo and (not name or name.startswith(("Gtk", "Adw", "Td"))):
            nameless.add(f"{where}: {role} {name!r}")
        for part in {name, name[:len(name) // 2].strip()}:
            if CATALOGUE.get(part, part) != part and part not in TRANSLATED:
                english.add(f"{where}: {role} {part!r}")
        words = re.findall(r"[^\W\d_]+", name)
        if role in USABLE and len(words) > 0 and not name.startswith(("Gtk", "Adw", "Td")):
            if all(w.isascii() and w.lower() not in ASCII for w in words if len(w) > 1) and \
                    any(len(w) > 1 for w in words) and name not in TRANSLATED and role != "text":
                english.add(f"{where}: {role} {name!r}")


def choose_row(office):
    """The second row where there is one: before and after it there is something."""
    for _ in range(5):
        try:
            return select_row(office)
        except (GLib.Error, AttributeError):  # the rows are being read, and went away under us
            office.app.pump(0.2)
    raise UiError("no row stays to be chosen")


def select_row(office):
    table = office.visible("tree table")
    if table is None:
        return
    rows = next((table.get_child_at_index(i) for i in range(table.get_child_count())
                 if table.get_child_at_index(i).get_role_name() == "list"), None)
    if rows is not None and rows.get_child_count():
        rows.select_child(min(1, rows.get_child_count() - 1))


def start(office, page):
    office.open(page)
    choose_row(office)
    return office.settle()


def is_at_rest(widget):
    """What is chosen already, or cannot be used now."""
    states = widget.get_state_set()
    chosen = Atspi.StateType.SELECTED if widget.get_role_name() == "page tab" else Atspi.StateType.PRESSED
    return states.contains(chosen) or not states.contains(Atspi.StateType.SENSITIVE)


def actions(office):
    """Every action of ours and every button, by where it is and what it is called."""
    found = []
    for widget in office.widgets():
        try:
            names = [widget.get_action_name(i) for i in range(widget.get_n_actions())]
            for name in names:
                if name.startswith(OURS):
                    found.append((widget.get_role_name(), None, name))
                elif name in ("click", "toggle") and widget.get_name() not in NOT_OURS and \
                        not is_at_rest(widget):
                    found.append((widget.get_role_name(), widget.get_name(), name))
        except GLib.Error:
            continue
    return list(dict.fromkeys(found))


def act(office, role, label, action):
    for widget in office.widgets():
        if widget.get_role_name() != role or label not in (None, widget.get_name()):
            continue
        try:
            for i in range(widget.get_n_actions()):
                if widget.get_action_name(i) == action:
                    widget.do_action(i)
                    return
        except GLib.Error:
            continue
    raise UiError(f"{action} {label} has gone")


def windows(office):
    return office.app.root.get_child_count()


def close_dialogs(office):
    for _ in range(3):
        if windows(office) == 1:
            return True
        office.app.key("Escape")
        office.app.pump(0.3)
    return windows(office) == 1


def wait_for_effect(office, before, head):
    """What the screen shows and the store holds then, and whether either has changed. What works
    does so at once; a busy machine gets time."""
    end = time.monotonic() + PATIENCE
    while True:
        after, now = office.settle(), office.head()
        changed = after != before or now != head or windows(office) > 1
        if changed or time.monotonic() > end:
            return after, now, changed


def restore(office, page, before, again):
    """Back to where it began, when that can be done from the keyboard, by going to the page again
    or by doing the same once more: a switch."""
    at_rest = without_focus(before)

    def is_back():
        if without_focus(office.settle()) == at_rest:
            return True
        choose_row(office)
        return without_focus(office.settle()) == at_rest

    if not close_dialogs(office):
        return False
    office.app.key("Escape")
    if is_back():
        return True
    try:
        if office.visible("filler", page) is None:
            office.go(page, patience=(1.5,))
            return is_back()
        act(office, *again)
    except UiError:
        return False
    return is_back()


def take_back(office, page, before):
    """Undoes what was done to the store; False when it cannot be."""
    if not close_dialogs(office):
        return False
    office.app.key("ctrl+z")
    office.settle()
    return restore(office, page, before, ("", None, ""))


def without_focus(picture):
    return [(*line[:3], tuple(state for state in line[3] if state != "focused")) for line in picture]


def fresh(page):
    office = Office(sys.argv[1], sys.argv[2])
    try:
        return office, start(office, page), office.head()
    except BaseException:
        office.kill()
        raise


def to_try(office):
    """What this page has to show: the window's own actions once, with the first page, and not what it only hands on."""
    found = actions(office)
    of_page = {action.removeprefix("page.") for _, _, action in found if action.startswith("page.")}
    for role, label, action in found:
        if action.startswith("win."):
            if action in tried or PAGES[0] not in PAGES_TO_WALK or action.removeprefix("win.") in of_page:
                continue
            tried.add(action)
        yield role, label, action


def try_page(page):
    office, before, head = fresh(page)
    dead = []
    try:
        read_names(before, page)
        for role, label, action in list(to_try(office)):
            try:
                act(office, role, label, action)
            except UiError:
                continue  # the state it was found in has gone
            after, now, changed = wait_for_effect(office, before, head)
            if not any(line[1] in GTKS for line in after):
                read_names(after, f"{page}, {label or action}")
            if not changed:
                dead.append(f"{role} {label or action}")
            if now != head and take_back(office, page, before):
                head = office.head()
            elif now != head or not restore(office, page, before, (role, label, action)):
                office.kill()
                office, before, head = fresh(page)
        office.close()
    finally:
        office.kill()
    assert not dead, "does nothing: " + ", ".join(dead)


def walk(page):
    def try_it():
        try_page(page)

    try_it.__name__ = page
    return try_it


def nothing_is_english():
    assert not english, "\n".join(sorted(english))


def everything_has_a_name():
    assert not nameless, "\n".join(sorted(nameless))


PAGES_TO_WALK = [PAGES[int(name) - 1] if name.isdigit() else name for name in sys.argv[4:]] or PAGES
run(*map(walk, PAGES_TO_WALK), nothing_is_english, everything_has_a_name)
