# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has he been awarded before? The own page of a person, by keyboard alone: found, opened, read,
copied, left again; and what it shows after merging, undo and deleting."""
import sys

from uitest import run
from windowtest import Office, Atspi

office = Office(sys.argv[1], sys.argv[2])
people = [p for p in office.ask("subject", "list") if p["kind"] == "person"]
shown = next(s for s in (office.ask("subject", "show", str(p["id"])) for p in people) if s["history"])
NAME, ID = shown["name"], shown["id"]
AWARD = shown["history"][0]
app = office.open("Đối tượng")


def focused():
    for widget in office.widgets():
        if widget.get_state_set().contains(Atspi.StateType.FOCUSED):
            return widget
    return None


def labels():
    return [w.get_name() for w in office.widgets() if w.get_role_name() == "label"]


def tells(text):
    return any(text in label for label in labels())


def on_own_page():
    return office.visible("push button", "Sao chép") is not None


def on_list():
    return office.visible("tree table") is not None and not on_own_page()


def search(words):
    app.key("ctrl+f")
    app.key("ctrl+a", "BackSpace")
    office.settle()
    app.type(words)


def words():
    entry = next(w for w in office.widgets() if w.get_role_name() in ("text", "entry"))
    return app.text(entry)


def is_found_and_opened():
    search(shown["citizen_id"] or NAME)
    app.key("Return")                    # at once: the list is still being asked
    app.wait(on_own_page, 10, "the own page")
    app.wait(lambda: tells(AWARD["award_form"]), 10, "the award")
    assert tells(NAME) and tells("Đã được khen thưởng")
    assert tells(AWARD["decision_number"])
    assert not shown["citizen_id"] or not tells(shown["citizen_id"]), "the citizen id is not masked"


def is_copied():
    app.key("ctrl+c")
    office.settle()
    app.key("ctrl+f")
    app.key("ctrl+a", "ctrl+v")
    app.wait(lambda: AWARD["decision_number"] in words(), 5, "the copied text")
    text = words()
    assert NAME in text and AWARD["award_form"] in text, text
    assert not shown["citizen_id"] or shown["citizen_id"] not in text, text
    is_found_and_opened()


def opens_the_decision():
    row = app.wait(lambda: next((w for w in office.widgets() if w.get_role_name() == "list item" and
                                 AWARD["award_form"] in w.get_name()), None), 5, "the row of the award")
    assert row.get_state_set().contains(Atspi.StateType.FOCUSED), "the focus is not on the time line"
    app.key("Return")
    app.wait(lambda: office.visible("filler", "Quyết định"), 10, "the decision's page")
    office.go("Đối tượng")
    app.wait(on_own_page, 5, "the own page as it was left")


def is_left_with_escape_and_alt_left():
    for key in ("Escape", "alt+Left"):
        app.wait(lambda: focused() is not None, 5, "the focus")
        app.key(key)
        app.wait(on_list, 5, f"the list after {key}")
        app.key("Return")
        app.wait(on_own_page, 5, "the own page again")


def add(name):
    app.key("ctrl+n")
    app.wait(lambda: office.visible("push button", "Hủy"), 5, "the form of a new subject")
    app.key("Tab")
    app.type(name)
    app.wait(lambda: any(w.get_role_name() == "text" and app.text(w) == name for w in office.widgets()), 5, "the name typed")
    app.key("ctrl+Return")
    app.wait(lambda: name in names(), 10, f"{name} in the office file")
    office.settle()


def names():
    return [row["name"] for row in office.ask("subject", "list")]


def open_own_page(name):
    search(name)
    app.key("Return")
    app.wait(lambda: on_own_page() and tells(name), 10, f"the own page of {name}")
    office.settle()


def undo_takes_the_one_shown_away():
    office.go("Đối tượng")
    search("khong co ai")
    add(MADE)
    open_own_page(MADE)
    assert tells("Chưa được khen thưởng lần nào") or tells("Chưa được khen")
    app.key("ctrl+z")
    app.wait(lambda: MADE not in names(), 10, "the record to go")
    app.wait(lambda: not on_own_page(), 10, "the list in place of nobody's page")
    app.key("ctrl+shift+z")
    app.wait(lambda: MADE in names(), 10, "the record to come back")


def merges_on_its_own_page():
    add(OTHER)
    open_own_page(MADE)
    app.press("Gộp với…")
    dialog = app.wait(lambda: holds("So sánh"), 5, "the dialog")
    app.pump(0.5)
    app.type("zacharias")
    app.wait(lambda: found(dialog) == [OTHER], 10, "all of that name but itself")
    rows = next(w for w in app.walk(dialog) if w.get_role_name() == "tree table").get_child_at_index(1)
    rows.select_child(0)
    app.wait(lambda: app.look("push button", "So sánh", dialog).get_state_set().contains(Atspi.StateType.SENSITIVE), 5, "one chosen")
    app.pump(0.3)
    app.press("So sánh", dialog)
    both = app.wait(lambda: holds("Không phải một"), 5, "the two side by side")
    app.pump(0.5)
    app.press("Gộp", both)
    app.wait(lambda: len([n for n in names() if n in (MADE, OTHER)]) == 1, 10, "one record")
    office.focus()
    app.wait(lambda: on_own_page() and tells("Đã gộp vào bản ghi này"), 10, "the merge in the time line")
    app.key("ctrl+z")
    app.wait(lambda: len([n for n in names() if n in (MADE, OTHER)]) == 2, 10, "two records")
    app.wait(lambda: on_own_page() and not tells("Đã gộp vào bản ghi này"), 10, "the time line to follow")
    app.key("Escape")


def offers_who_is_known_while_typing():
    """Quietly: the keys go on into the name; nothing is offered of a family name alone."""
    office.go("Đối tượng")
    app.key("ctrl+n")
    app.wait(lambda: office.visible("push button", "Hủy"), 5, "the form of a new subject")
    app.key("Tab")
    app.type("zacharias")
    office.settle()
    app.pump(0.6)
    assert not tells("Đã có trong hồ sơ?") and offers() == []
    app.type(" x")
    app.wait(lambda: sorted(offers()) == [MADE, OTHER], 5, "those whose name begins so")
    app.type("a")
    app.wait(lambda: offers() == [MADE], 5, "the one of that name")
    assert any(w.get_role_name() == "text" and app.text(w) == "zacharias xa" for w in office.widgets()), "the keys went elsewhere"
    before = office.head()
    for _ in range(20):
        if focused() is not None and MADE in focused().get_name():
            break
        app.key("Tab")
    app.key("Return")
    app.wait(lambda: not office.visible("push button", "Hủy"), 5, "the known one in place of the new one")
    office.settle()
    assert (office.head(), names().count(MADE), names().count(OTHER)) == (before, 1, 1), (before, office.head(), names()[-5:])


def gives_a_new_one_up():
    """What was typed of it does not come in with the next row that is chosen."""
    before = office.head()
    app.key("ctrl+n")
    app.wait(lambda: office.visible("push button", "Hủy"), 5, "the form of a new subject")
    app.key("Tab")
    app.type("zebedaeus xo")
    app.pump(0.6)
    office.visible("push button", "Hủy").do_action(0)
    office.settle()
    app.select_row(None, 1)
    office.settle()
    assert office.head() == before, "added all the same"


def offers():
    return [w.get_name().split("\n")[0] for w in office.widgets()
            if w.get_role_name() == "list item" and w.get_name().startswith("Zacharias")]


def found(dialog):
    rows = next(w for w in app.walk(dialog) if w.get_role_name() == "tree table").get_child_at_index(1)
    return [app.cells(rows.get_child_at_index(i))[1] for i in range(rows.get_child_count())]


def holds(button):
    """The window with such a button."""
    for i in range(app.root.get_child_count()):
        window = app.root.get_child_at_index(i)
        if app.look("push button", button, window):
            return window
    return None


MADE, OTHER = "Zacharias Xa", "Zacharias Xi"
run(is_found_and_opened, is_copied, opens_the_decision, is_left_with_escape_and_alt_left,
    undo_takes_the_one_shown_away, merges_on_its_own_page, offers_who_is_known_while_typing,
    gives_a_new_one_up, office.close)
