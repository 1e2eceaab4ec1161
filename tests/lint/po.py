#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string can be translated, and is: POTFILES.in names every source with strings, and each
language of LINGUAS is complete and up to date.

po.py ROOT checks; po.py --update ROOT writes POTFILES.in and merges new strings into the
languages (see po/update)."""
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from common import HEADER, Tree, run

MARKED = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(')
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
ALWAYS = (".ui", ".desktop.in", ".metainfo.xml.in", ".gschema.xml", ".mime.xml.in")
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
FLAGS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format",
         "g_strdup_printf:1:c-format", "g_string_append_printf:2:c-format",
         "g_string_printf:2:c-format", "g_set_error:4:c-format", "g_error_new:3:c-format",
         "g_print:1:c-format", "g_printerr:1:c-format", "g_markup_printf_escaped:1:c-format",
         "td_finding_new:3:c-format"]


def potfiles(tree):
    """The files that have strings."""
    marked = [p for p in tree.files(".c", ".h", under="src/")
              if MARKED.search(COMMENT.sub("", tree.text(p) or ""))]
    return sorted(marked + tree.files(*ALWAYS, under=("src/", "ui/", "data/")))


def tool(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          encoding="utf-8", env=dict(os.environ, LC_ALL="C.UTF-8"))
    return done.returncode, done.stdout, done.stderr.strip()


def make_pot(tree, files, path):
    """Writes the strings of the files; gives what xgettext has against them."""
    if not files:
        return []
    _, _, said = tool("xgettext", "--output", path, "--directory", tree.root, "--force-po",
                      "--from-code=UTF-8", "--add-comments=Translators", "--add-location=file",
                      "--no-wrap", "--package-name=thidua",
                      *(f"--keyword={k}" for k in KEYWORDS), *(f"--flag={f}" for f in FLAGS), *files)
    return [line for line in said.splitlines() if line]


def messages(path):
    """The keys (context, string, plural) of a catalogue, and which are without translation."""
    code, text, said = tool("msgcat", "--no-wrap", "--no-location", "--force-po", path)
    if code != 0:
        raise ValueError(said)
    keys, open_ones = set(), []
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        fuzzy = re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE)
        obsolete = not lines and "#~ msgid" in block
        key, _, value = "\n".join(lines).partition("\nmsgstr")
        if obsolete:
            open_ones.append("no longer used: " + block.partition("#~ msgid ")[2].split("\n")[0])
        if not lines or key == 'msgid ""':
            continue
        keys.add(key)
        texts = re.findall(r'^(?:\[\d+\])? ((?:".*"\n?)+)', value.replace("\nmsgstr", "\n"),
                           re.MULTILINE)
        if fuzzy or not all(t.replace('"', "").strip() for t in texts) or not texts:
            open_ones.append(("fuzzy: " if fuzzy else "not translated: ") + key)
    return keys, open_ones


def languages(tree):
    return [f"po/{name}.po" for name in (tree.text("po/LINGUAS") or "").split()
            if not name.startswith("#")]


def listed(tree):
    there = (tree.text("po/POTFILES.in") or "").split("\n")[:-1]
    there = [line for line in there if line and not line.startswith("#")]
    want = potfiles(tree)
    problems = [f"po/POTFILES.in: lacks {p}" for p in want if p not in there]
    problems += [f"po/POTFILES.in: {p} has no strings or is not there" for p in there
                 if p not in want]
    if there != sorted(set(there)):
        problems.append("po/POTFILES.in: not sorted")
    return problems and problems + ["mend with: po/update"]


def valid(tree):
    problems = []
    for path in languages(tree):
        code, _, said = tool("msgfmt", "--check-format", "--check-domain", "--check-header",
                             "--output-file=" + os.devnull, tree.path(path))
        if code != 0:
            problems.append(f"{path}: {said}")
    return problems


def complete(tree):
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, "thidua.pot")
        problems += make_pot(tree, potfiles(tree), pot)
        want = messages(pot)[0] if os.path.exists(pot) else set()
        for path in languages(tree):
            try:
                have, open_ones = messages(tree.path(path))
            except ValueError as error:
                problems.append(f"{path}: {error}")
                continue
            problems += [f"{path}: lacks {key}" for key in sorted(want - have)]
            problems += [f"{path}: no longer used: {key}" for key in sorted(have - want)]
            problems += [f"{path}: {what}" for what in open_ones]
    return problems and problems + ["mend with: po/update, then translate what is empty"]


def update(root):
    tree = Tree(root)
    files = potfiles(tree)
    with open(tree.path("po/POTFILES.in"), "w", encoding="utf-8") as file:
        file.writelines(p + "\n" for p in files)
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, "thidua.pot")
        for line in make_pot(tree, files, pot):
            print(line, file=sys.stderr)
        for path in languages(tree):
            # A string that came in on two branches stands there twice.
            once = os.path.join(folder, "once.po")
            code, _, said = tool("msguniq", "--use-first", "--no-wrap", "--output-file", once,
                                 tree.path(path))
            if code != 0:
                sys.exit(f"{path}: {said}")
            code, merged, said = tool("msgmerge", "--no-fuzzy-matching", "--no-wrap", "--quiet",
                                      "--add-location=file", "--output-file=-", once, pot)
            if code != 0:
                sys.exit(f"{path}: {said}")
            text = re.sub(r'^"POT-Creation-Date:.*\n', "", merged, flags=re.MULTILINE)
            text = re.sub(r"\n\n#~ .*", "\n", text, flags=re.DOTALL)
            with open(tree.path(path), "w", encoding="utf-8") as file:
                file.write(text)
            _, open_ones = messages(tree.path(path))
            print(f"{path}: {len(open_ones)} to translate")


PO = ('msgid ""\nmsgstr ""\n"Project-Id-Version: t\\n"\n"Report-Msgid-Bugs-To: \\n"\n'
      '"PO-Revision-Date: 2026-01-01 00:00+0700\\n"\n"Last-Translator: T\\n"\n'
      '"Language-Team: T\\n"\n"Language: vi\\n"\n"MIME-Version: 1.0\\n"\n'
      '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
      '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n')
ONE = '#, c-format\nmsgid "%u unit"\nmsgid_plural "%u units"\nmsgstr[0] "%u đơn vị"\n\n'
TWO = 'msgid "Plan – A"\nmsgstr "Kế hoạch"\n\n'
UI = '<interface><object class="GtkLabel"><property name="label" translatable="yes">{}</property>' \
     "</object></interface>\n"
GOOD = {
    "po/LINGUAS": "vi\n",
    "po/POTFILES.in": "src/jobs/td-a.c\nui/a.ui\n",
    "po/vi.po": PO + ONE + TWO,
    "src/jobs/td-a.c": HEADER + 'f (ngettext ("%u unit", "%u units", n));\n',
    "src/jobs/td-b.c": HEADER + '/* _("never") */\n',
    "ui/a.ui": UI.format("Plan – A"),
}

if __name__ == "__main__":
    if sys.argv[1] == "--update":
        update(os.path.abspath(sys.argv[2]))
        sys.exit()
    run(("every file with strings is in POTFILES.in", listed, GOOD,
         [{"src/views/td-v.c": 'f (_("New"));\n'},
          {"src/views/td-v.c": 'f (C_ ("menu", "New"));\n'},
          {"ui/b.ui": UI.format("New")},
          {"po/POTFILES.in": "ui/a.ui\nsrc/jobs/td-a.c\n"},
          {"po/POTFILES.in": "src/jobs/td-a.c\nsrc/jobs/td-z.c\nui/a.ui\n"}]),
        ("translations are well formed", valid, GOOD,
         [{"po/vi.po": PO + ONE.replace('"%u đơn vị"', '"%s đơn vị"') + TWO},
          {"po/vi.po": PO + 'msgid "a"\nmsgstr "b\n'}]),
        ("translations are complete", complete, GOOD,
         [{"src/jobs/td-a.c": 'f (ngettext ("%u unit", "%u units", n)); g (_("New"));\n'},
          {"ui/a.ui": UI.format("Plan A")},
          {"po/vi.po": PO + ONE + TWO.replace("Kế hoạch", "")},
          {"po/vi.po": PO + ONE.replace("%u đơn vị", "") + TWO},
          {"po/vi.po": PO + ONE + "#, fuzzy\n" + TWO},
          {"po/vi.po": PO + ONE + TWO + 'msgid "Old"\nmsgstr "Cũ"\n'},
          {"po/vi.po": PO + ONE + TWO + '#~ msgid "Old"\n#~ msgstr "Cũ"\n'}]))
