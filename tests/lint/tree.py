#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in the tree: nothing at the top that has no business there, no path of one machine."""
import re
import sys

sys.dont_write_bytecode = True
from common import run

TOP = {
    # folders
    "src", "data", "ui", "po", "tests", "help", "debian", ".ci",
    # building
    "meson.build", "meson_options.txt", "dev",
    # reading
    "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "NEWS", "AUTHORS",
    # habits
    ".clang-format", ".editorconfig", ".gitignore", ".gitattributes", ".git-blame-ignore-revs",
}
# Put together, so that this file does not name one.
MACHINE = re.compile(r"(?<![\w.<$}-])/(?:" + "|".join(("work/", "home/", "tmp" + "/wt", "Users/"))
                     + r")")


def top(tree):
    return [f"{name}: not one of the files and folders at the top (tests/lint/tree.py lists them)"
            for name in sorted({path.split("/")[0] for path in tree.paths} - TOP)]


def machine_paths(tree):
    problems = []
    for path in tree.paths:
        for number, line in tree.lines(path):
            if MACHINE.search(line):
                problems.append(f"{path}:{number}: names a folder of one machine: {line.strip()}")
    return problems


GOOD = {
    "meson.build": "\n",
    "src/text/td-a.c": 'open ("$HOME/a"); /* their home/work folder, <b>a</work> */\n',
}

if __name__ == "__main__":
    run(("only what belongs at the top", top, GOOD,
         [{"notes.txt": "\n"},
          {"lib/td-a.c": "\n"}]),
        ("no paths of one machine", machine_paths, GOOD,
         [{"src/text/td-b.c": 'open ("/' + 'home/lan/a");\n'},
          {"tests/text/b.py": "sys.path = '/" + "work/main'\n"},
          {"dev": "cd /" + "tmp/wt\n"}]))
