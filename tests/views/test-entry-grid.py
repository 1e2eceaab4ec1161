# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Entry by hand with the keyboard alone: lines become nominations, values are repeated, offered and
pasted, everything is undone cell by cell, and what is blocked says why and is not lost."""
import sys

from entrytest import BIRTH, COLUMNS, KIND, NAME, POST, SEX, TEXT, UNIT, Grid
from uitest import UiError, run

grid = Grid(sys.argv[1], sys.argv[2])
app = grid.begin()
LINES = 10
NAMES = [f"Nguyen Van Nhap {chr(ord('A') + i)}" for i in range(LINES)]


def enters_ten_lines():
    before = grid.count("nomination")
    for i, name in enumerate(NAMES):
        line = i + 1
        app.wait(lambda: grid.at(NAME, line), 5, f"the caret in the name of line {line}")
        if i in (3, 4):
            app.key("shift+Tab")
            app.type("t" if i == 3 else "c")  # a collective, and back
            app.key("Tab")
        app.type(name)
        app.key("Tab")                        # those of a like name, who are offered, are not meant
        app.type(f"{i + 1}.2.198{i}" if i < 5 else f"197{i}")
        app.key("Tab")
        app.type(("n", "u", "nam", "nu")[i % 4])
        app.key("Tab", "Tab")
        if i == 0:
            app.type("Truong phong Xoay vong")
            app.key("Tab")
            app.type("so noi vu")
            app.key("Tab")
            app.type("Da co thanh tich xuat sac")
        else:
            app.key("ctrl+d", "Tab", "ctrl+apostrophe", "Tab", "ctrl+d")
        app.key("Return")
    rows = grid.wait_kept(LINES, *NAMES)
    assert grid.count("nomination") == before + LINES
    assert [r["name"] for r in rows] == NAMES
    assert [r["kind"] for r in rows] == ["person"] * 3 + ["collective"] + ["person"] * 6
    assert [r["birth"] for r in rows] == [f"198{i}-02-{i + 1:02}" for i in range(5)] + \
        [f"197{i}" for i in range(5, 10)]
    assert [r["sex"] for r in rows] == ["male", "female"] * 5
    assert {(r["post"], r["unit"], r["achievement"]) for r in rows} == \
        {("Truong phong Xoay vong", "Sở Nội vụ", "Da co thanh tich xuat sac")}


def takes_typing_back_then_cells_then_the_office():
    line = LINES + 1
    app.wait(lambda: grid.at(NAME, line), 5, "the next line")
    app.type("Hoan Tac")
    app.key("Tab")
    app.type("1980")
    app.key("Tab")
    app.type("n")
    app.key("ctrl+z")                         # the typing
    grid.wait_text(SEX, line, "")
    grid.wait_text(BIRTH, line, "1980")
    app.key("ctrl+z")                         # a cell
    grid.wait_text(BIRTH, line, "")
    grid.wait_text(NAME, line, "Hoan Tac")
    app.key("ctrl+z")
    grid.wait_text(NAME, line, "")
    grid.wait_kept(LINES, *NAMES)
    app.key("ctrl+z")                         # the line before: an action of the office
    grid.wait_kept(LINES - 1, *NAMES)
    app.wait(lambda: grid.text(TEXT, LINES), 5, "what was typed to stay")
    grid.settle()
    app.key("ctrl+z")                         # and now its cells
    grid.wait_text(TEXT, LINES, "")
    app.key("ctrl+shift+z")
    grid.wait_text(TEXT, LINES, "Da co thanh tich xuat sac")
    app.key("ctrl+shift+z")
    grid.wait_kept(LINES, *NAMES)
    grid.settle()
    assert grid.count("nomination") == len(grid.kept()), "nothing doubled"


def keeps_a_changed_cell_as_one_action():
    app.wait(lambda: grid.cell(POST, LINES), 5, "the line")
    go(POST, LINES)
    app.type("Pho phong")
    app.key("Tab")
    app.wait(lambda: grid.kept(NAMES[-1])[0]["post"] == "Pho phong", 10, "the change")
    grid.settle()
    app.key("ctrl+z")
    app.wait(lambda: grid.kept(NAMES[-1])[0]["post"] != "Pho phong", 10, "the undoing")
    grid.wait_text(POST, LINES, "Truong phong Xoay vong")
    assert len(grid.kept(NAMES[-1])) == 1


def go(column, line):
    """To a cell by keys: up or down, then along the line."""
    for _ in range(60):
        if grid.at(column, line):
            return
        here = next((n for n in range(1, grid.next_line() + 1) for c in COLUMNS
                     if c != COLUMNS[7] and grid.at(c, n)), None)
        if here is None:
            raise UiError("the caret is in no cell")
        step = COLUMNS.index(column) - next(i for i, c in enumerate(COLUMNS) if grid.at(c, here))
        app.key("Down" if here < line else "Up" if here > line else "Tab" if step > 0 else "shift+Tab")
    raise UiError(f"no way to {column} of line {line}")


def offers_units_and_posts():
    line = grid.next_line()
    go(NAME, line)
    app.type("Tran Goi Y")
    app.key("Tab", "Tab")
    app.key("F4")                             # the closed list of the sexes
    app.wait(lambda: grid.visible("list item", "Nữ"), 5, "the sexes")
    app.key("Down", "Return", "Tab", "Tab")
    app.wait(lambda: grid.at(POST, line), 5, "the post")
    app.type("truong phong x")
    app.wait(lambda: grid.visible("list item", "Truong phong Xoay vong"), 5, "the post used before")
    assert grid.at(POST, line), "the offers took the focus"
    app.key("Down", "Return")
    grid.wait_text(POST, line, "Truong phong Xoay vong")
    app.key("Tab")
    app.type("snv")
    app.wait(lambda: grid.visible("list item", "Sở Nội vụ"), 5, "the unit by its initials")
    app.key("Tab")                            # the first is proposed
    grid.wait_text(UNIT, line, "Sở Nội vụ")
    app.key("ctrl+d", "Return")
    row = grid.wait_kept(1, "Tran Goi Y")[0]
    assert (row["sex"], row["post"], row["unit"]) == ("female", "Truong phong Xoay vong", "Sở Nội vụ"), dict(row)


def offers_persons_the_office_knows():
    line = grid.next_line()
    known = next(r for r in grid.kept() if r["kind"] == "person" and r["birth"] and r["unit"]
                 and r["name"].isascii() is False and r["id"] < 50)
    subjects = grid.count("subject")
    app.wait(lambda: grid.at(NAME, line), 5, "the next line")
    owner = grid.copy(known["name"])          # xdotool cannot type it
    app.key("ctrl+v")
    app.wait(lambda: any(w.get_role_name() == "list item" and w.get_name().startswith(known["name"])
                         for w in grid.widgets()), 5, "the person")
    owner.kill()
    app.key("Down", "Return")
    app.wait(lambda: grid.text(BIRTH, line), 5, "what is known of the person")
    assert grid.text(UNIT, line) == known["unit"]
    go(TEXT, line)
    app.type("Da co thanh tich khac")
    app.key("Return")
    app.wait(lambda: grid.at(NAME, line + 1), 5, "the next line")
    app.wait(lambda: told(known) or grid.says("“"), 10, "the line to be kept or to be told")
    assert grid.count("subject") == subjects, "the person was entered again"
    if not told(known):                       # proposed in this plan already: it was recognised
        assert grid.says(known["name"])
        app.key("Up")
        app.key("ctrl+shift+Delete")


def told(known):
    return [r for r in grid.kept(known["name"]) if r["achievement"] == "Da co thanh tich khac"
            and r["subject"] == known["subject"]]


def pastes_a_block():
    line = grid.next_line()
    names = [f"Le Thi Dan {c}" for c in "ABCDE"]
    block = "".join(f"{name}\t0{i + 1}/03/199{i}\tNữ\t06619{i}00{i}00{i}\n" for i, name in enumerate(names))
    go(NAME, line)
    owner = grid.copy(block)
    app.key("ctrl+v")
    app.wait(lambda: grid.says(names[4]) or grid.text(NAME, line + 4), 5, "five lines")
    owner.kill()
    grid.settle()
    assert grid.kept(*names) == [], "nothing is kept before it is looked at"
    app.key("ctrl+z")                         # one step
    grid.wait_text(NAME, line, "")
    grid.settle()
    assert not any(grid.says(name) for name in names)
    app.key("ctrl+shift+z")
    grid.wait_text(NAME, line, names[0])
    go(POST, line)
    owner = grid.copy("\n".join('Chuyen vien\tSo Noi vu\t"Da co ""thanh tich"""' for _ in names))
    app.key("ctrl+v")
    grid.wait_text(POST, line, "Chuyen vien")
    owner.kill()
    app.key("ctrl+s")
    rows = grid.wait_kept(5, *names)
    assert [r["name"] for r in rows] == names, "in their order"
    assert [r["birth"] for r in rows] == [f"199{i}-03-0{i + 1}" for i in range(5)]
    assert {r["sex"] for r in rows} == {"female"}
    assert [r["citizen_id"] for r in rows] == [f"06619{i}00{i}00{i}" for i in range(5)]
    assert {(r["unit"], r["achievement"]) for r in rows} == {("Sở Nội vụ", 'Da co "thanh tich"')}


def enter(column, line, text):
    go(column, line)
    app.key("ctrl+a")  # a cell that had the caret before the window lost the focus has nothing chosen
    app.type(text)
    grid.wait_text(column, line, text)


def tells_a_bad_line_and_lets_it_be_mended():
    line = grid.next_line()
    enter(NAME, line, "Vo Sai Don Vi")
    app.key("Tab")
    app.type("31/02/1980")
    enter(UNIT, line, "Don vi khong co")
    app.key("Tab")
    app.type("Da co thanh tich")
    app.key("Return")
    app.wait(lambda: grid.says("Don vi khong co”"), 5, "the unit that is not known")
    assert grid.says("31/02/1980”"), "the date that is none"
    assert grid.kept("Vo Sai Don Vi") == []
    grid.focus()
    app.key("alt+F4")                         # it is not lost without a word
    app.wait(lambda: app.root.get_child_count() > 1, 5, "the question")
    app.key("Escape")
    app.wait(lambda: app.root.get_child_count() == 1, 5, "the window again")
    grid.focus()                              # keys that come before it has the focus are lost
    enter(BIRTH, line, "28/02/1980")
    enter(UNIT, line, "so noi vu")
    app.key("Return")
    row = grid.wait_kept(1, "Vo Sai Don Vi")[0]
    assert (row["birth"], row["unit"]) == ("1980-02-28", "Sở Nội vụ")
    app.wait(lambda: not grid.says("Don vi khong co”"), 5, "the finding to go")


def closes():
    grid.close()


run(enters_ten_lines, takes_typing_back_then_cells_then_the_office, keeps_a_changed_cell_as_one_action,
    offers_units_and_posts, offers_persons_the_office_knows, pastes_a_block,
    tells_a_bad_line_and_lets_it_be_mended, closes)
