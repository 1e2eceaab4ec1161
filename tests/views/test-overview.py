# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: by keyboard, every figure to its rows, and what the desktop is told of the day.

    test-overview.py THIDUA THIDUA-CLI VI.PO"""
import datetime
import os
import re
import subprocess
import sys

from gi.repository import Gio, GLib
from uitest import run, shot
from windowtest import PAGES, Atspi, Office

BUTTON = "push button"
told = []  # what the desktop was told: title, sentence

SERVICE = Gio.DBusNodeInfo.new_for_xml("""<node><interface name="org.freedesktop.Notifications">
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/></method>
</interface></node>""")


def called_cb(_connection, _sender, _path, _interface, method, parameters, invocation):
    if method == "Notify":
        told.append((parameters[3], parameters[4]))
        invocation.return_value(GLib.Variant("(u)", (len(told),)))
    elif method == "GetCapabilities":
        invocation.return_value(GLib.Variant("(as)", (["body"],)))
    elif method == "GetServerInformation":
        invocation.return_value(GLib.Variant("(ssss)", ("test", "test", "1", "1.2")))
    else:
        invocation.return_value(None)


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/freedesktop/Notifications", SERVICE.interfaces[0], called_cb, None, None)
bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
              GLib.Variant("(su)", ("org.freedesktop.Notifications", 0)), None, 0, -1, None)

os.environ["GSETTINGS_BACKEND"] = "keyfile"  # what is remembered outlives the program
SETTINGS = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
office = Office(sys.argv[1], sys.argv[2], nominations=60)
app = office.open()


def overview():
    return office.ask("office", "overview")


def buttons():
    """What can be pressed, by its name."""
    return {w.get_name(): w for w in office.widgets() if w.get_role_name() == BUTTON}


def press(widget):
    widget.do_action(0)
    app.pump(0.05)


def page():
    """Where one is."""
    return next((name for name in PAGES if office.visible("filler", name)), None)


def home():
    office.go(PAGES[0])
    app.wait(lambda: figure_buttons(), 20, "the figures")


def figure_buttons():
    return [name for name in buttons() if re.match(r"[\d.]+ ", name)]


def focused():
    return next((w.get_name() for w in office.widgets() if w.get_role_name() == BUTTON and w.get_state_set().contains(Atspi.StateType.FOCUSED)), None)


def comes_first_and_counts():
    """Every figure of the command line stands on the page, in its order."""
    app.wait(figure_buttons, 20, "the figures")
    numbers = [name.split()[0].replace(".", "") for name in figure_buttons()]
    assert numbers == [str(f["n"]) for f in overview()["figures"]], (numbers, overview()["figures"])
    assert page() == PAGES[0], page()
    app.wait(lambda: focused() == figure_buttons()[0], 5, "the first figure to have the focus")
    shot("overview-1.png")


def tells_the_desktop_once():
    """Due and overdue, in one sentence, and only once a day."""
    app.wait(lambda: told, 20, "a notification")
    due = overview()["due"]
    assert str(due["late"]) in told[0][1], (told, due)
    assert len(told[0][1].splitlines()) == 1
    for unit in overview()["late_units"]:
        assert unit["unit_name"] not in told[0][1]
    head = office.head()
    office.go("Đề nghị")
    home()
    app.pump(0.5)
    assert len(told) == 1, told
    assert office.head() == head


def by_keyboard():
    """The first figure has the focus; Down walks on; Enter opens the rows."""
    office.go("Quyết định")
    home()

    for _ in range(12):
        if focused() == figure_buttons()[0]:
            break
        app.key("Tab")
        app.pump(0.1)
    assert focused() == figure_buttons()[0], focused()
    app.key("Down")
    app.wait(lambda: focused() == figure_buttons()[1], 5, "the second figure")
    app.key("Return")
    app.wait(lambda: page() not in (None, PAGES[0]), 10, "its rows")


def opens_the_table_of_reports():
    """A window of its own, which Escape closes."""
    app.wait(lambda: app.root.get_child_count() == 2, 10, "the table of reports")
    app.wait(lambda: app.xdo("getactivewindow")[-1] != app.xid, 10, "the keyboard to be there")
    main, app.xid = app.xid, app.xdo("getactivewindow")[-1]
    app.key("Escape")
    app.wait(lambda: app.root.get_child_count() == 1, 10, "one window")
    app.xid = main


def every_figure_opens_its_rows():
    where = {"plans": "Kế hoạch", "decisions": "Quyết định", "nominations": "Đề nghị", "ceremonies": "Lễ trao thưởng", "sheets": "Tờ phôi", "stocks": "Phôi bằng", "certificates": "In bằng"}
    for i, figure in enumerate(overview()["figures"]):
        home()
        press(buttons()[figure_buttons()[i]])
        if figure["key"] == "units_late":
            opens_the_table_of_reports()
            continue
        expected = where[figure["page"]]
        app.wait(lambda e=expected: page() == e, 10, f"{figure['key']} to open {expected}")
        if figure["key"] == "nominations_new":
            app.wait(lambda n=figure["n"]: office.visible("label", f"{n} mục"), 10, "as many rows as it said")


def cards_open_their_rows():
    home()
    plan = next(p for p in overview()["plans"] if p["n_new"] and p["runs"])
    total = plan["n_new"] + plan["n_drafted"] + plan["n_awarded"]
    press(next(w for name, w in buttons().items() if name.startswith(f"Đề nghị {total}:")))
    app.wait(lambda: page() == "Đề nghị" and office.visible("label", f"{total} mục"), 10, "the nominations of the plan")
    home()
    plan = next(p for p in overview()["plans"] if p["n_reports"] and p["runs"])
    press(next(w for name, w in buttons().items() if name.startswith(f"Báo cáo {plan['n_received']}/{plan['n_reports']}")))
    app.wait(lambda: page() == "Kế hoạch" and office.visible("page tab", "Báo cáo").get_state_set().contains(Atspi.StateType.SELECTED), 10, "its reports")


def the_time_line_opens_plans():
    home()
    named = [p["name"] for p in overview()["plans"]]
    bars = [name for name in buttons() if any(name.startswith(n + ": từ ") for n in named)]
    assert len(bars) == len(named), bars
    press(buttons()[bars[-1]])
    app.wait(lambda: page() == "Kế hoạch", 10, "the plan")
    shot("overview-2.png")


def follows_the_office():
    """What is undone elsewhere changes the figures when one looks again."""
    home()
    before = figure_buttons()
    office.go("Đề nghị")
    app.select_row(None, 0)
    app.key("ctrl+z")
    office.settle()
    home()
    app.wait(lambda: [name.split()[0].replace(".", "") for name in figure_buttons()] == [str(f["n"]) for f in overview()["figures"]], 20, f"other figures than {before}")


def remembers_what_was_told():
    """On the same day another start tells nothing; on the next day it does, unless it is switched off."""
    global app  # pylint: disable=global-statement
    before = f"{{'{office.path}': '{datetime.date.today() - datetime.timedelta(3)}'}}"
    another = f"{{'{office.path}x': '{datetime.date.today()}'}}"  # an office told of today, which is not this one
    n = len(told)
    for settings, more in ((None, 0), ({"reminded-on": before}, 1), ({"reminded-on": another}, 1), ({"reminded-on": before, "remind-daily": "false"}, 0)):
        office.close()
        if settings is not None:
            os.makedirs(os.path.dirname(SETTINGS), exist_ok=True)
            with open(SETTINGS, "w", encoding="utf-8") as file:
                file.write("[org/thidua/ThiDua]\n" + "".join(f"{key}={value}\n" for key, value in settings.items()))
        app = office.open()
        app.wait(figure_buttons, 20, "the figures")
        office.settle()
        n += more
        if more:
            app.wait(lambda: len(told) == n, 10, "another notification")
        assert len(told) == n, (settings, told)


def the_switch_is_in_the_menu():
    """It was off; choosing it makes it on, which is kept."""
    office.choose_from_menu("Nhắc việc mỗi ngày")
    app.wait(lambda: "remind-daily=false" not in open(SETTINGS, encoding="utf-8").read(), 10, "the switch")


def an_empty_office_says_how_to_begin():
    """And is not counted as due."""
    office.close()
    empty = Office(sys.argv[1], sys.argv[2], nominations=60)
    subprocess.run(["rm", "-f", empty.path], check=True)
    empty.run("office", "new", empty.path, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
    window = empty.open()
    try:
        window.wait(lambda: empty.visible(BUTTON, "Đơn vị…"), 20, "how to begin")
        shot("overview-3.png")
        empty.visible(BUTTON, "Kế hoạch đầu tiên…").do_action(0)
        window.wait(lambda: empty.visible("filler", "Kế hoạch"), 10, "the plans")
    finally:
        empty.kill()


run(comes_first_and_counts, tells_the_desktop_once, by_keyboard, every_figure_opens_its_rows, cards_open_their_rows,
    the_time_line_opens_plans, follows_the_office, remembers_what_was_told, the_switch_is_in_the_menu, an_empty_office_says_how_to_begin)
