# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Entry by hand through IBus with an engine that composes as the Vietnamese ones do: what is typed
arrives whole in every cell, also when Tab or Enter follows at once, however the engine gives it."""
import os
import subprocess
import sys

from entrytest import Grid
from uitest import run

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINE = os.path.join(HERE, "..", "tools", "uitest", "telex_engine.py")
# as typed, and as it must arrive; between the cells Tab, at the end Enter
TYPED = ["Nguyeenx Thij Ddoof", "2/9/1985", "nuwx", "066185000123", "Truwowngr phongf", "Sowr Nooij vuj",
         "Ddax cos thanhf tichs xuaats sawcs"]
WANTED = ("Nguyễn Thị Đồ", "1985-09-02", "female", "066185000123", "Trưởng phòng", "Sở Nội vụ",
          "Đã có thành tích xuất sắc")


def start_ibus(manner):
    log = open(os.path.join(os.environ["UITEST_OUT"], f"ibus-{manner}.log"), "w")
    daemon = subprocess.Popen(["ibus-daemon", "--panel=disable", "--config=disable",
                               "--emoji-extension=disable", "--replace"], stdout=log, stderr=log)
    engine = subprocess.Popen([sys.executable, ENGINE, manner], stdout=subprocess.PIPE, stderr=log, text=True)
    assert engine.stdout.readline() == "ready\n", "the engine did not come up"
    return daemon, engine


def enter_with(manner):
    daemon, engine = start_ibus(manner)
    os.environ["GTK_IM_MODULE"] = "ibus"
    grid = Grid(sys.argv[1], sys.argv[2])
    try:
        app = grid.begin()
        for i, word in enumerate(TYPED):
            app.type(word, 60)                # as fast as people do: IBus mixes up what comes faster than its engine answers
            if i == 0:
                # what is seen must be pre-edit, or this proves nothing
                assert "Đồ" not in app.text(grid.cell("Tên", 1)) or manner == "commit", "no pre-edit"
            app.key("Return" if i == len(TYPED) - 1 else "Tab")
        row = grid.wait_kept(1, WANTED[0])[0]
        got = tuple(row[key] for key in ("name", "birth", "sex", "citizen_id", "post", "unit", "achievement"))
        assert got == WANTED, got
        app.type("Leee")                      # the next line is reached composing
        app.key("Tab")
        app.pump(0.3)
        assert grid.text("Tên", 2) == "Lêe", grid.text("Tên", 2)
        app.key("ctrl+shift+Delete")
        grid.settle()
        grid.close()
    finally:
        grid.kill()
        for process in (engine, daemon):
            process.kill()
            process.wait()


def gives_it_before_the_key():
    enter_with("commit")


def lets_the_program_keep_it():
    enter_with("focus")


def never_gives_it():
    enter_with("silent")


run(gives_it_before_the_key, lets_the_program_keep_it, never_gives_it)
