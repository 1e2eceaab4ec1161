# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness itself, on a window with one of each thing it drives; also how a test looks."""
import os
import sys

from uitest import App, UiError, run, shot


def happens(line):
    app.wait(lambda: line in app.log().splitlines(), 10, f"{line!r}")


def fills_an_entry():
    app.fill("Tên đơn vị", "Đặng Thị Ánh Nguyệt")
    happens("entry: Đặng Thị Ánh Nguyệt")


def types_into_an_entry():
    app.raise_window("Mẫu")
    app.click(app.find("text", "Tên đơn vị"))
    app.key("ctrl+a")
    app.type("So 7")
    happens("entry: So 7")


def reads_and_selects_rows():
    assert app.column("Đơn vị", 0)[:3] == ["Sở 0", "Sở 1", "Sở 2"]
    app.select_row("Đơn vị", 3)


def activates_a_row():
    app.raise_window("Mẫu")
    app.click(app.table("Đơn vị").get_child_at_index(2), times=2)
    happens("activated: 2")


def chooses():
    app.choose("Hình thức", "Huân chương")
    happens("chosen: 2")


def answers_a_dialog():
    app.press("Xoá")
    app.press("Đồng ý", app.window("Xoá hồ sơ?"))
    happens("response: ok")


def takes_a_picture():
    assert os.path.getsize(shot("sample.png")) > 1000


def says_what_is_missing():
    try:
        app.find("push button", "Không có", timeout=0.2)
    except UiError as error:
        assert "Không có" in str(error)
        return
    raise AssertionError("found what is not there")


def closes():
    app.raise_window("Mẫu")
    app.close()


app = App([sys.argv[1]])
run(fills_an_entry, types_into_an_entry, reads_and_selects_rows, activates_a_row, chooses,
    answers_a_dialog, takes_a_picture, says_what_is_missing, closes)
