# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan is saved as a document for Word from its page; the kind that the name ends with is written."""
import os
import sys
import zipfile

from uitest import run
from windowtest import Atspi, Office

office = Office(sys.argv[1], sys.argv[2])
WORD = os.path.join(office.folder, "ke hoach.docx")
PDF = os.path.join(office.folder, "ke hoach.pdf")
app = office.open("Kế hoạch")


def action(name):
    """The action of the page, as its menu does it; %None while there is nothing to do it with."""
    for widget in list(office.widgets()):
        names = [widget.get_action_name(i) for i in range(widget.get_n_actions())]
        if name in names:
            return widget, names.index(name)
    return None


def choose_first():
    table = next(w for w in office.widgets() if w.get_role_name() in ("tree table", "table"))
    rows = next(table.get_child_at_index(i) for i in range(table.get_child_count()) if table.get_child_at_index(i).get_role_name() == "list")
    rows.select_child(0)
    app.wait(lambda: action("page.print"), 10, "what prints the plan")
    office.settle()


def save_as(path):
    app.wait(lambda: action("page.print"), 10, "what prints the plan")
    widget, index = action("page.print")
    widget.do_action(index)
    app.wait(lambda: office.visible("push button", "Lưu") or len(app.xdo("search", "--onlyvisible", "--pid", str(app.proc.pid))) > 1, 10, "the question where")
    app.pump(1)
    app.key("ctrl+a")
    app.type(path)
    app.pump(0.5)
    app.key("Return")
    app.wait(lambda: os.path.exists(path), 20, path)
    office.focus()
    office.settle()


def is_saved_for_word():
    choose_first()
    save_as(WORD)
    with zipfile.ZipFile(WORD) as package:
        assert "word/document.xml" in package.namelist()


def is_saved_as_pages():
    save_as(PDF)
    with open(PDF, "rb") as file:
        assert file.read(5) == b"%PDF-"


run(is_saved_for_word, is_saved_as_pages)
office.kill()
