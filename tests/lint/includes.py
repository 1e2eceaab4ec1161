#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: arrows point down only, and each library has its one place."""
import os
import re
import sys

sys.dont_write_bytecode = True
from common import HEADER, line_of, run

GROUND = {"model", "text"}
BELOW_JOBS = GROUND | {"store", "rules", "exchange", "print", "spool"}
LAYERS = {
    "text": set(),
    "model": {"text"},
    "store": GROUND,
    "rules": GROUND,
    "exchange": GROUND,
    "print": GROUND,
    "spool": GROUND,
    "jobs": BELOW_JOBS,
    "views": GROUND | {"jobs", "store", "print"},  # print: a preview is the same drawing as the paper
    "app": GROUND | {"views", "jobs", "store"},
    "cli": BELOW_JOBS | {"jobs"},
    "reader": {"exchange"},  # what the two processes say to each other, nothing else
}
# The window draws pages itself: what it shows is what is printed.
ALSO = {("views", "td-document.h")}
GENERATED = re.compile(r"(config|td-[a-z-]+-resources|td-enum-types)\.h$")
LIBRARIES = [
    (r"(gtk|gdk|gsk)/|adwaita\.h|graphene", {"views", "app"}),
    (r"sqlite3", {"store"}),
    (r"libxml/|zip\.h|xlsxwriter", {"exchange"}),
    (r"freexl|zbar|poppler", {"reader"}),
    (r"gdk-pixbuf/", {"reader", "print"}),  # in print only what a template's limits keep small
    (r"librsvg/", {"reader", "print"}),  # drawn in the reader first, where it can be killed
    (r"openssl/", {"exchange"}),
    (r"qrencode", {"print"}),
    (r"cairo|pango/", {"print", "views"}),
    (r"json-glib/", {"exchange", "jobs", "cli", "store"}),
    (r"unicode/", {"text"}),
    (r"cups/", {"spool"}),
]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
SQL = re.compile(r'"\s*(SELECT\s|INSERT (OR \w+ )?INTO\b|REPLACE INTO\b|UPDATE \S+ SET\b|'
                 r'DELETE FROM\b|PRAGMA\s|(CREATE|ALTER|DROP) (TABLE|INDEX|VIEW|TRIGGER)\b)')


def sources(tree):
    for path in tree.files(".c", ".h", under="src/"):
        parts = path.split("/")
        yield path, parts[1] if len(parts) > 2 else "", tree.text(path) or ""


def layers(tree):
    problems = []
    home = {}
    for path, layer, _ in sources(tree):
        if layer not in LAYERS:
            problems.append(f"{path}: not in a folder of a layer")
        if path.endswith(".h"):
            home[os.path.basename(path)] = layer
    for path, layer, text in sources(tree):
        for match in INCLUDE.finditer(text):
            name, where = match[1], f"{path}:{line_of(text, match.start())}"
            if not name or GENERATED.match(name):
                continue
            if name not in home:
                problems.append(f"{where}: {name} is no header of ours (give its bare name)")
            elif (layer, name) in ALSO:
                continue
            elif home[name] != layer and home[name] not in LAYERS.get(layer, ()):
                problems.append(f"{where}: {layer} may not include {name} of {home[name]}")
            elif home[name] != layer and name.endswith("-private.h"):
                problems.append(f"{where}: {name} is private to {home[name]}")
    return problems


def libraries(tree):
    problems = []
    for path, layer, text in sources(tree):
        for match in INCLUDE.finditer(text):
            for pattern, allowed in LIBRARIES:
                if re.match(pattern, match[2] or "") and layer not in allowed:
                    problems.append(f"{path}:{line_of(text, match.start())}: {match[2]} belongs "
                                    f"in {' and '.join(sorted(allowed))} only")
    return problems


def sql(tree):
    problems = []
    for path, layer, text in sources(tree):
        if layer == "store":
            continue
        text = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        problems += [f"{path}:{line_of(text, match.start())}: SQL outside the store: {match[0]}"
                     for match in STRING.finditer(text) if SQL.match(match[0])]
    return problems


GOOD = {
    "src/model/td-a.h": HEADER,
    "src/store/td-s.h": HEADER,
    "src/store/td-s-private.h": HEADER,
    "src/store/td-s.c": '#include "config.h"\n#include <sqlite3.h>\n#include "td-a.h"\n'
                        '#include "td-s-private.h"\nstatic char q[] = "SELECT 1";\n',
    "src/jobs/td-j.c": '#include "td-s.h"\n/* "SELECT 1" */\nstatic char t[] = "SELECTED";\n',
    "src/print/td-document.h": HEADER,
    "src/views/td-v.c": '#include <gtk/gtk.h>\n#include <cairo.h>\n#include "td-document.h"\n',
}

if __name__ == "__main__":
    run(("includes point down only", layers, GOOD,
         [{"src/model/td-a.c": '#include "td-s.h"\n'},
          {"src/print/td-p.c": '#include "td-s.h"\n'},
          {"src/jobs/td-k.c": '#include "td-s-private.h"\n'},
          {"src/jobs/td-k.c": '#include "../store/td-s.h"\n'},
          {"src/model/td-a.c": '#  include "td-missing.h"\n'},
          {"src/misc/td-m.c": "\n"}]),
        ("libraries stay in their layer", libraries, GOOD,
         [{"src/jobs/td-k.c": "#include <gtk/gtk.h>\n"},
          {"src/jobs/td-k.c": "#include <sqlite3.h>\n"},
          {"src/print/td-p.c": "#include <libxml/tree.h>\n"},
          {"src/rules/td-r.c": "# include <json-glib/json-glib.h>\n"},
          {"src/cli/main.c": "#include <cairo-pdf.h>\n"}]),
        ("SQL stays in the store", sql, GOOD,
         [{"src/jobs/td-k.c": 'char q[] = "SELECT id FROM unit";\n'},
          {"src/views/td-k.c": 'run ("DELETE FROM unit");\n'},
          {"src/cli/td-k.c": 'run (" UPDATE unit SET name = 1");\n'},
          {"src/app/td-k.c": 'run ("PRAGMA user_version");\n'}]))
