# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A template is changed by keyboard and by mouse, tried with the office's names, kept, and taken back."""
import os
import re
import sqlite3
import subprocess
import sys

from uitest import Atspi, run, shot
from windowtest import Office

with open(sys.argv[3], encoding="utf-8") as _po:
    PO = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', _po.read(), re.MULTILINE))

office = Office(sys.argv[1], sys.argv[2], nominations=30)
app = office.open("In bằng")
WIDTH, HEIGHT = 420, 297  # of the template's sheet
RULER, MARGIN = 20, 16
SUBJECT = "Tên người, tập thể được khen"


def tr(text):
    return PO.get(text, text)


def widgets():
    """All that is seen in the editor: the lists of the main window are long."""
    for i in range(app.root.get_child_count()):
        window = app.root.get_child_at_index(i)
        if window is not None and window.get_name() == tr("Template"):
            yield from office.widgets(window)


def visible(role, name):
    return next((w for w in widgets() if w.get_role_name() == role and w.get_name() == name), None)


def has_label(text):
    return any(text in w.get_name() for w in widgets() if w.get_role_name() == "label")


def sheet():
    """The sheet as a screen reader has it: its name says what is chosen, and where."""
    return next((w for w in widgets() if w.get_role_name() in ("image", "img") and (re.search(r": .* mm|\d", w.get_name()) or w.get_name() == tr("The sheet"))), None)


def says():
    widget = sheet()
    return widget.get_name() if widget is not None else ""


def wait_says(*parts):
    app.wait(lambda: all(part in says() for part in parts), 5, f"{parts} in {says()!r}")


def entry(name):
    return app.wait(lambda: visible("text", tr(name)) or visible("entry", tr(name)), 5, name)


def value(name):
    return app.text(entry(name))


def rest():
    """Until the sheet says the same twice."""
    before = None
    for _ in range(20):
        app.pump(0.1)
        now = says()
        if now == before:
            return
        before = now


def pane(name):
    app.click(app.wait(lambda: visible("page tab", tr(name)), 5, name))
    rest()


def kept():
    """The place of the name in the office's own copy, as the command line says it."""
    own = [t for t in office.ask("template", "list") if t["name"] == "bang-khen-tinh-a3"]
    shown = office.ask("template", "show", own[0]["name"])
    return next(box for box in shown["boxes"] if box["id"] == "subject")


def focus_editor():
    app.xid = app.xdo("getactivewindow")[-1]


def is_shown(xid):
    """Whether a window is on the screen.  GTK 4.8 ends when it is asked through accessibility for one that closes
    just then."""
    try:
        return xid in app.xdo("search", "--onlyvisible", "--pid", str(app.proc.pid))
    except subprocess.CalledProcessError:  # one of them went while it was looked at
        return True


def wait_gone(xid, label):
    app.wait(lambda: not is_shown(xid), 10, label)


def pixels(x, y):
    """Where a place of the sheet is in the window, when all of the sheet is seen."""
    box = sheet().get_extents(Atspi.CoordType.WINDOW)
    across, down = box.width - RULER, box.height - RULER
    scale = min((across - 2 * MARGIN) / WIDTH, (down - 2 * MARGIN) / HEIGHT)
    left = box.x + RULER + (across - WIDTH * scale) / 2
    top = box.y + RULER + (down - HEIGHT * scale) / 2
    return round(left + x * scale), round(top + y * scale), scale


def move_to(x, y):
    app.xdo("mousemove", "--sync", "--window", app.xid, str(x), str(y))
    app.pump(0.05)


def drag(start, end):
    move_to(*start)
    app.xdo("mousedown", "1")
    app.pump(0.1)
    for part in (0.3, 0.7, 1):
        move_to(round(start[0] + (end[0] - start[0]) * part), round(start[1] + (end[1] - start[1]) * part))
    app.xdo("mouseup", "1")
    rest()


def from_menu(label):
    label = tr(label).replace("_", "")
    office.open_menu(label)
    for _ in range(16):
        item = office.visible("menu item", label)
        if item.get_state_set().contains(Atspi.StateType.FOCUSED):
            break
        app.key("Down")
    app.key("Return")


def asked(sql):
    db = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def choose(title):
    """By mouse to nothing, by key to the box."""
    move_to(*pixels(10, 10)[:2])
    app.xdo("click", "1")
    for _ in range(20):
        app.key("Tab")
        if title in says():
            return
    wait_says(title)


def opened():
    from_menu("_Edit a Template…")
    app.wait(lambda: sheet() is not None, 15, "the sheet")
    office.settle()
    focus_editor()
    assert says() == tr("The sheet"), says()


def chosen_by_key():
    """Tab goes from box to box, and the screen reader is told which it is and where it stands."""
    choose(SUBJECT)
    wait_says(SUBJECT, "67, 131,4; 286 × 17,6 mm")
    assert value("Left") == "67", value("Left")


def moved_by_key():
    app.key("Right")
    wait_says("67,1, 131,4")
    app.key("shift+Left", "shift+Left", "shift+Down")
    wait_says("65,1, 132,4")
    app.key("ctrl+Right", "ctrl+shift+Up")
    wait_says("65,1, 132,4; 286,1 × 16,6 mm")
    assert (value("Left"), value("Width"), value("Height")) == ("65,1", "286,1", "16,6")


def taken_back():
    for _ in range(6):
        app.key("ctrl+z")
    wait_says("67, 131,4; 286 × 17,6 mm")
    app.key("ctrl+z")  # there is no more
    wait_says("67, 131,4; 286 × 17,6 mm")
    app.key("ctrl+shift+z")
    wait_says("67,1, 131,4; 286 × 17,6 mm")
    app.key("ctrl+z")
    wait_says("67, 131,4; 286 × 17,6 mm")


def moved_by_number():
    app.key("F6")
    office.settle()
    app.key("ctrl+a")
    app.type("70,25")
    app.key("Return")
    wait_says("70,25, 131,4")
    app.key("ctrl+a")
    app.type("abc")
    app.key("Return")
    wait_says("70,25, 131,4")  # that is no length
    app.key("ctrl+a")
    app.type("64")
    app.key("Tab")
    wait_says("64, 131,4")
    app.key("ctrl+z")
    wait_says("70,25, 131,4")
    app.key("ctrl+z", "F6")
    wait_says("67, 131,4")


def moved_by_mouse():
    """Drawn by its middle onto the middle of the sheet it falls in; a step to the side it does not."""
    x, y, scale = pixels(67 + 143, 131.4 + 9)
    drag((x, y), (x + round(30 * scale), y + round(30 * scale)))
    wait_says(SUBJECT)
    left, top = float(value("Left").replace(",", ".")), float(value("Top").replace(",", "."))
    assert abs(left - 97) < 5 and abs(top - 161.4) < 5, (left, top)
    x, y, scale = pixels(left + 143, top + 9)
    end = pixels(210.2, top + 9)
    drag((x, y), end[:2])
    assert value("Left") == "67", value("Left")
    shot("template-editor-moved.png")
    app.key("ctrl+z", "ctrl+z")
    wait_says("67, 131,4; 286 × 17,6 mm")


def sized_by_mouse():
    x, y, scale = pixels(67 + 286, 131.4 + 17.6)
    drag((x, y), (x - round(50 * scale), y))
    width = float(value("Width").replace(",", "."))
    assert abs(width - 236) < 5, width
    assert value("Left") == "67"
    app.key("ctrl+z")
    wait_says("286 × 17,6 mm")


def chosen_by_mouse():
    x, y, _ = pixels(10, 180)
    drag((x, y), pixels(380, 250)[:2])
    app.wait(lambda: re.search(r"\d+", says()), 5, "several boxes")
    assert int(re.search(r"\d+", says()).group()) >= 5, says()
    x, y, _ = pixels(290, 243)
    move_to(x, y)
    app.xdo("click", "1")
    wait_says("Họ tên người ký")
    app.xdo("keydown", "shift")
    move_to(*pixels(100, 230)[:2])
    app.xdo("click", "1")
    app.xdo("keyup", "shift")
    app.wait(lambda: "2" in says(), 5, says())
    app.key("Escape")
    wait_says(tr("The sheet"))


def guides():
    """A guide is pulled off the ruler, and pushed back onto it."""
    box = sheet().get_extents(Atspi.CoordType.WINDOW)
    x, y, _ = pixels(120, 100)
    drag((box.x + 8, y), (x, y))
    pane("Whole Sheet")
    at = float(value("Upright, from the left").replace(",", "."))
    assert abs(at - 120) < 3, at
    shot("template-editor-guide.png")
    drag((x, y), (box.x + 5, y))
    app.wait(lambda: visible("text", tr("Upright, from the left")) is None, 5, "the guide to go")
    app.key("ctrl+z", "ctrl+z")
    pane("Chosen")


def names():
    def name():
        return next((w.get_name() for w in widgets() if w.get_role_name() == "label" and " · " in w.get_name()), "")
    first = app.wait(name, 5, "a name")
    move_to(*pixels(10, 10)[:2])
    app.xdo("click", "1")
    app.key("j")
    app.wait(lambda: name() != first, 5, "the next name")
    app.key("k")
    app.wait(lambda: name() == first, 5, "the first name")
    app.key("ctrl+l")
    app.wait(lambda: visible("list", tr("The ten longest")), 5, "the ten longest")
    office.settle()
    shot("template-editor-longest.png")
    app.key("Down", "Return")
    app.wait(lambda: name() != first, 5, "a long name")


def text_that_does_not_fit():
    """A text is typed and seen at once; what does not fit is said."""
    choose("Số sổ vàng")
    app.key("Return")
    office.settle()
    app.key("ctrl+End")
    app.type(" and so on" * 12)
    app.wait(lambda: has_label(tr("The text does not fit: %s").replace("%s", "Số sổ vàng")), 5, "what does not fit")
    shot("template-editor-overflow.png")
    wait_says(tr("%s: %s, %s; %s × %s mm; the text does not fit").rsplit(";", 1)[1].strip())
    app.key("ctrl+z")
    app.wait(lambda: has_label(tr("All texts of this record fit.")), 5, "the text to fit")


def saved():
    before = kept()
    choose(SUBJECT)
    app.key("shift+Right", "shift+Right", "ctrl+s")
    app.wait(lambda: kept()["x"] == 69, 10, "the office's copy")
    assert before["x"] == 67
    own = next(t for t in office.ask("template", "list") if t["name"] == "bang-khen-tinh-a3")
    assert own["own"], own
    app.wait(lambda: has_label(tr("The office’s own template")), 5, "whose template it is")


def closing():
    """What is not saved is asked about; what is saved is not."""
    app.key("shift+Right")
    wait_says("70, 131,4")
    app.key("ctrl+w")
    app.wait(lambda: office.visible("label", tr("Keep the changes?")), 5, "the question")
    office.settle()
    shot("template-editor-closing.png")
    question = app.xdo("getactivewindow")[-1]
    assert question != app.xid
    app.key("Escape")
    wait_gone(question, "the question to go")
    app.key("ctrl+w")
    app.wait(lambda: office.visible("label", tr("Keep the changes?")), 5, "the question")
    app.press(tr("_Discard").replace("_", ""))
    wait_gone(app.xid, "the window to go")
    assert kept()["x"] == 69
    office.focus()


def choose_file(path):
    """In the file dialog that was asked for."""
    app.wait(lambda: app.xdo("getactivewindow")[-1] != app.xid, 10, "the file dialog")
    app.pump(1)
    app.key("ctrl+l")
    app.pump(0.5)
    app.key("ctrl+a")
    app.type(path)
    for _ in range(5):  # the first may only close the list of completions
        app.key("Return")
        app.pump(1)
        if app.xdo("getactivewindow")[-1] == app.xid:
            return
    app.wait(lambda: app.xdo("getactivewindow")[-1] == app.xid, 5, "the editor in front")


def picture():
    """A picture stands in the middle in its own size, and is moved and sized as boxes are; all of it is one step each."""
    path = os.path.join(office.folder, "bieu-trung.jpg")
    subprocess.run(["convert", "-size", "300x150", "xc:#d02020", "-density", "150", "-units", "PixelsPerInch", path], check=True)
    app.key("ctrl+i")
    choose_file(path)
    wait_says("bieu-trung: 184,6, 135,8; 50,8 × 25,4 mm")
    assert value("Name") == "bieu-trung", value("Name")
    app.key("shift+Right", "ctrl+shift+Down")
    wait_says("185,6, 135,8; 50,8 × 26,4 mm")
    app.key("ctrl+z", "ctrl+z")
    wait_says("184,6, 135,8; 50,8 × 25,4 mm")
    shot("template-editor-picture.png")
    x, y, scale = pixels(184.6 + 50.8, 135.8 + 25.4)
    drag((x, y), (x + round(40 * scale), y + round(20 * scale)))
    width = float(value("Width").replace(",", "."))
    assert abs(width - 90.8) < 5, width
    app.key("ctrl+z")
    wait_says("50,8 × 25,4 mm")
    choose("bieu-trung")  # the walk with Tab comes to it too
    app.key("Delete")
    wait_says(tr("The sheet"))
    app.key("ctrl+z")
    app.key("ctrl+z")
    for _ in range(20):
        app.key("Tab")
        assert "bieu-trung" not in says(), says()


def used_for():
    """The forms a template is for are checked in a list, each a step of its own."""
    pane("Whole Sheet")
    app.wait(lambda: has_label("Bằng khen – "), 5, "what it is for")
    app.press(tr("Choose Award Forms"))
    form = app.wait(lambda: next((w for w in widgets() if w.get_role_name() == "check box" and w.get_name().startswith("Giấy khen – ")), None), 5, "the forms")
    name = form.get_name()
    for _ in range(45):
        if next(w for w in widgets() if w.get_role_name() == "check box" and w.get_name() == name).get_state_set().contains(Atspi.StateType.FOCUSED):
            break
        app.key("Tab")
    app.key("space")
    app.wait(lambda: any(w.get_role_name() == "label" and name in w.get_name() and "Bằng khen" in w.get_name() for w in widgets()), 5, "both forms")
    shot("template-editor-used-for.png")
    app.key("Escape")
    rest()
    move_to(*pixels(10, 10)[:2])
    app.xdo("click", "1")
    app.key("ctrl+z")
    app.wait(lambda: not any(w.get_role_name() == "label" and name in w.get_name() and "Bằng khen" in w.get_name() for w in widgets()), 5, "one form")
    pane("Chosen")


def cross(x, y):
    """As a screen reader is told it."""
    parts = [f"{at:g}".replace(".", ",") for at in (x, y)]
    return tr("Cross: %s, %s mm; Space sets the mark") % tuple(parts)


def by_mouse(x, y):
    move_to(*pixels(x, y)[:2])
    app.xdo("click", "1")


def by_keys(x, y):
    """From the middle of the sheet, and held at its edge."""
    app.key(*["shift+Right"] * 25)
    wait_says(cross(420, 148.5))
    app.key(*["shift+Left"] * 2, *["shift+Down"] * 13, "Down", "ctrl+Down", "ctrl+Up", "Up")
    wait_says(cross(x, 278.5))
    app.key("Down", *["ctrl+Down"] * 5)
    wait_says(cross(x, y))
    shot("template-editor-cross.png")
    app.key("space")


def cross_by_numbers():
    """The cross goes where it is told, and Escape leaves it."""
    app.press(tr("Point at a Mark in the Picture"))
    app.click(entry("Cross: from the left"))
    app.key("ctrl+a")
    app.type("30,5")
    app.key("Return")
    wait_says(cross(30.5, 148.5))
    app.key("ctrl+a")
    app.type("abc")
    app.key("Return")
    wait_says(cross(30.5, 148.5))
    app.key("ctrl+a")
    app.type("31")
    app.press(tr("Set the Mark"))
    app.wait(lambda: visible("text", tr("Mark %u: from the left") % 3), 5, "a third mark")
    app.press(tr("Point at a Mark in the Picture"))
    wait_says(cross(210, 148.5))
    app.key("Escape")
    wait_says(tr("The sheet"))


def blank():
    """A scan of the blank, brought to true scale by marks that are pointed at."""
    path = os.path.join(office.folder, "phoi.png")
    subprocess.run(["convert", "-size", "1240x877", "xc:#f6efd8", "-fill", "none", "-stroke", "#b08020", "-strokewidth", "10",
                    "-draw", "rectangle 60,50 1180,827", path], check=True)
    office.focus()
    from_menu("_Edit a Template…")
    app.wait(lambda: sheet() is not None, 15, "the sheet")
    office.settle()
    focus_editor()
    pane("Blank")
    app.press(tr("Choose a Picture…"))
    choose_file(path)
    app.wait(lambda: has_label(tr("Marks")), 15, "the picture")
    app.pump(1.5)  # the picture is laid out
    office.settle()
    focus_editor()
    rest()
    for point, place, typed in ((by_mouse, (20, 17), ("21", "18,5")), (by_keys, (400, 280), ("399", "281,5"))):
        app.press(tr("Point at a Mark in the Picture"))
        wait_says(cross(210, 148.5))
        point(*place)
        rest()
        app.type(typed[0])
        app.key("Tab")
        app.type(typed[1])
        app.key("Return")
    app.wait(lambda: has_label("mm."), 5, "true scale")
    shot("template-editor-blank.png")
    app.wait(lambda: (asked("SELECT marks FROM template_underlay") or [(None,)])[0][0], 5, "the marks")
    marks = asked("SELECT marks FROM template_underlay")[0][0]
    numbers = [float(number) for number in re.findall(r"[\d.]+", marks)]
    assert len(numbers) == 8 and numbers[2:4] == [21, 18.5] and numbers[6:] == [399, 281.5], marks
    assert abs(numbers[0] - 20 / 420 * 1240) < 12 and abs(numbers[1] - 17 / 297 * 877) < 12, marks
    assert abs(numbers[4] - 400 / 420 * 1240) < 1 and abs(numbers[5] - 280 / 297 * 877) < 1, marks
    cross_by_numbers()
    pane("Chosen")
    app.key("ctrl+w")
    wait_gone(app.xid, "the window to go")
    office.focus()


def one_recipient():
    """One certificate is arranged otherwise, and made as in the template again."""
    from_menu("Arrange _This Certificate…")
    app.wait(lambda: sheet() is not None, 15, "the sheet")
    office.settle()
    focus_editor()
    choose(SUBJECT)
    app.key("shift+Right", "Return")
    rest()
    app.key("ctrl+Home", "ctrl+Right", "shift+Right", "Return", "ctrl+s")
    app.wait(lambda: asked("SELECT * FROM award_layout"), 10, "what was changed")
    shot("template-editor-recipient.png")
    box, dx, text = asked("SELECT box, dx, text FROM award_layout")[0]
    assert (box, dx) == ("subject", 1000) and text.count("\n") == 1, (box, dx, text)
    app.wait(lambda: has_label(tr("For this recipient alone")), 5, "that it is kept")
    app.press(tr("As in the Template"))
    app.wait(lambda: has_label(tr("Changes are not saved")), 5, "that there is something to keep")
    app.key("ctrl+s")
    app.wait(lambda: not asked("SELECT * FROM award_layout"), 10, "nothing changed")
    app.key("ctrl+w")
    wait_gone(app.xid, "the window to go")
    office.close()


run(opened, chosen_by_key, moved_by_key, taken_back, moved_by_number, moved_by_mouse, sized_by_mouse, chosen_by_mouse,
    guides, picture, used_for, names, text_that_does_not_fit, saved, closing, blank, one_recipient)
