# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house rules share.

A check is a function from a Tree to a list of problems ("path:line: what").  It is handed to
run() with a good tree and bad ones, written as {path: text}: the check must be content with the
first and find each of the others before it is believed about the real tree.  Output is TAP."""
import contextlib
import io
import os
import subprocess
import sys
import tempfile

HEADER = "/* Copyright © 2026 The Thi Đua developers\n * SPDX-License-Identifier: GPL-3.0-or-later */\n"


class Tree:
    """A folder and the files in it that count: what git knows or would add."""

    def __init__(self, root):
        self.root = root
        self.paths = sorted(p for p in self._list() if os.path.isfile(os.path.join(root, p)))

    def _list(self):
        if os.path.exists(os.path.join(self.root, ".git")):
            command = ["git", "-c", "safe.directory=*", "-C", self.root,
                       "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
            try:
                out = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
                return {os.fsdecode(p) for p in out.split(b"\0") if p}
            except (OSError, subprocess.CalledProcessError):
                pass
        found = set()
        for folder, folders, files in os.walk(self.root):
            if folder == self.root:
                folders[:] = [f for f in folders if not f.startswith("build") and f != ".git"]
            folders[:] = [f for f in folders if f != "__pycache__"]
            found |= {os.path.relpath(os.path.join(folder, f), self.root) for f in files}
        return found

    def files(self, *endings, under=("",)):
        under = (under,) if isinstance(under, str) else under
        return [p for p in self.paths if p.endswith(endings or "") and p.startswith(tuple(under))]

    def path(self, path):
        return os.path.join(self.root, path)

    def text(self, path):
        """The text of a file, or None if it is not text."""
        try:
            with open(self.path(path), encoding="utf-8", newline="") as file:
                text = file.read()
        except UnicodeDecodeError:
            return None
        return None if "\0" in text else text

    def lines(self, path):
        return list(enumerate((self.text(path) or "").split("\n"), 1))

    def tool(self, *command):
        """Runs a checking tool in the tree; gives its complaint, or None."""
        try:
            done = subprocess.run(command, cwd=self.root, stdout=subprocess.PIPE, encoding="utf-8",
                                  errors="replace", stdin=subprocess.DEVNULL,
                                  stderr=subprocess.STDOUT, timeout=120)
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        return None if done.returncode == 0 else done.stdout.strip() or f"{command[0]} failed"


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def check_sample(check, files):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            full = os.path.join(folder, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        with contextlib.redirect_stdout(io.StringIO()):
            return check(Tree(folder))


def run(*checks):
    """Runs (name, check, good tree, bad trees)… on the tree named on the command line."""
    tree = Tree(os.path.abspath(sys.argv[1]))
    number = failed = 0
    print(f"1..{2 * len(checks)}")
    for name, check, good, bad in checks:
        wrong = [f"complains about a good sample: {p}" for p in check_sample(check, good)]
        wrong += [f"misses bad sample {i}: {sorted(files)}" for i, files in enumerate(bad)
                  if not check_sample(check, dict(good, **files))]
        for title, problems in ((f"{name}: finds its samples", wrong), (name, check(tree))):
            number += 1
            failed += bool(problems)
            for problem in problems:
                print("# " + problem.replace("\n", "\n# "))
            print(f"{'not ok' if problems else 'ok'} {number} - {title}", flush=True)
    sys.exit(1 if failed else 0)
