#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a source file looks: its opening lines, its blanks, its form, its size."""
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from common import HEADER, run

MAX_FILE, MAX_FUNCTION = 700, 120
LONG_FILE, LONG_FUNCTION = 600, 90
C = (".c", ".h")
CODE = ("src/", "tests/")
SCRIPT_HEADER = "# Copyright © 2026 The Thi Đua developers\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
TEXT = (".c", ".h", ".py", ".ui", ".css", ".xml", ".in", ".build", ".sql", ".rng", ".json", ".svg")


def is_script(tree, path):
    return path.endswith((".py", ".sh")) or ("." not in os.path.basename(path)
                                             and (tree.text(path) or "").startswith("#!"))


def headers(tree):
    problems = []
    for path in tree.files(*C, under=CODE):
        text = tree.text(path) or ""
        rest = text[len(HEADER):].lstrip()
        if not text.startswith(HEADER):
            problems.append(f"{path}: does not begin with the two lines of copyright and licence")
        elif path.endswith(".h") and not rest.startswith("#pragma once\n"):
            problems.append(f"{path}: #pragma once does not come first")
        elif path.endswith(".c") and path.startswith("src/") and os.path.basename(path) != "main.c":
            if not rest.startswith(f'#define G_LOG_DOMAIN "{os.path.basename(path)[:-2]}"\n'):
                problems.append(f"{path}: G_LOG_DOMAIN with the file's name does not come first")
    for path in tree.paths:
        if is_script(tree, path):
            text = re.sub(r"\A#![^\n]*\n", "", tree.text(path) or "")
            if text and not text.startswith(SCRIPT_HEADER):
                problems.append(f"{path}: does not begin with copyright and licence")
    return problems


def blanks(tree):
    problems = []
    for path in tree.paths:
        if not path.endswith(TEXT) and not is_script(tree, path):
            continue
        text = tree.text(path)
        if text is None:
            problems.append(f"{path}: not UTF-8")
            continue
        if text and not text.endswith("\n"):
            problems.append(f"{path}: no newline at the end")
        for number, line in tree.lines(path):
            if "\t" in line or "\r" in line:
                problems.append(f"{path}:{number}: tab or carriage return")
            elif line != line.rstrip():
                problems.append(f"{path}:{number}: trailing blank")
    return problems


def form(tree):
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    if tool is None or " version 14." not in subprocess.run(
            [tool, "--version"], stdout=subprocess.PIPE, text=True).stdout:
        return ["clang-format 14 is not installed"]
    files = tree.files(*C, under=CODE)
    if not files:
        return []
    complaint = tree.tool(tool, "--dry-run", "-Werror", "--style=file", *files)
    return [complaint + f"\nmend with: {os.path.basename(tool)} -i FILE…"] if complaint else []


def functions(lines):
    """Gives (first line, last line) of each function of a C file in our form."""
    begin, before = None, ""
    for number, line in lines:
        if line == "{" and before.endswith(")"):
            begin = number
        elif line.startswith("}") and begin is not None:
            yield begin, number
            begin = None
        if line.strip():
            before = line.rstrip()


def sizes(tree):
    problems = []
    for path in tree.files(*C, under=CODE):
        lines = tree.lines(path)
        length = len(lines) - 1
        if length > MAX_FILE:
            problems.append(f"{path}: {length} lines, more than {MAX_FILE}")
        elif length > LONG_FILE:
            print(f"# long: {path}: {length} lines")
        for begin, end in functions(lines):
            length = end - begin + 1
            if length > MAX_FUNCTION:
                problems.append(f"{path}:{begin}: a function of {length} lines")
            elif length > LONG_FUNCTION:
                print(f"# long: {path}:{begin}: a function of {length} lines")
    return problems


def scripts(tree):
    problems = []
    for path in tree.paths:
        if not is_script(tree, path):
            continue
        text = tree.text(path) or ""
        if path.endswith(".py") or "python" in text.split("\n")[0]:
            try:
                compile(text, path, "exec")
            except SyntaxError as error:
                problems.append(f"{path}:{error.lineno}: {error.msg}")
        elif complaint := tree.tool("sh", "-n", path):
            problems.append(complaint)
    return problems


def function(lines):
    return "int\nf (void)\n{\n" + "  g ();\n" * lines + "}\n"


STYLE = "BasedOnStyle: GNU\nSpaceBeforeParens: Always\nAlwaysBreakAfterDefinitionReturnType: All\n"
GOOD = {
    ".clang-format": STYLE,
    "dev": "#!/bin/sh\n" + SCRIPT_HEADER + "true\n",
    "src/text/td-a.c": HEADER + '#define G_LOG_DOMAIN "td-a"\n\n' + function(MAX_FUNCTION - 2),
    "src/text/td-a.h": HEADER + "#pragma once\n",
    "src/app/main.c": HEADER + "static int i[] = {\n  1,\n};\n",
}

if __name__ == "__main__":
    run(("files begin with licence, log domain, pragma", headers, GOOD,
         [{"src/text/td-b.c": '#define G_LOG_DOMAIN "td-b"\n'},
          {"src/text/td-b.c": HEADER + '#include "config.h"\n#define G_LOG_DOMAIN "td-b"\n'},
          {"src/text/td-b.c": HEADER + '#define G_LOG_DOMAIN "td-a"\n'},
          {"src/text/td-b.h": HEADER + "#ifndef B_H\n"},
          {"tests/text/test-b.c": "int b;\n"},
          {"tests/lint/b.py": "import os\n"}]),
        ("no tabs, no trailing blanks", blanks, GOOD,
         [{"src/text/td-b.c": "int b; \n"},
          {"ui/td-b.ui": "<a>\n\t<b/></a>\n"},
          {"src/text/td-b.h": "int b;\r\n"},
          {"src/meson.build": "x = 1"}]),
        ("the form of clang-format", form, GOOD,
         [{"src/text/td-b.c": "int b(void);\n"},
          {"tests/text/test-b.c": "int\nmain (void)\n{\n    return 0;\n}\n"}]),
        ("files and functions are short", sizes, GOOD,
         [{"src/text/td-b.c": function(MAX_FUNCTION - 1)},
          {"src/text/td-b.c": "int a;\n" * (MAX_FILE + 1)}]),
        ("scripts parse", scripts, GOOD,
         [{"tests/b.sh": "if true; then\n"},
          {"tests/b.py": "def f(:\n"}]))
