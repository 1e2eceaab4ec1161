#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Units on the command line: a province, what happens to its communes, the lists of every day around, and what SQLite
itself finds in the file afterwards."""
import collections
import contextlib
import sqlite3
import sys

sys.dont_write_bytecode = True
from common import DONE, FAILED, REFUSED, USAGE, Tap, dump, must, path, run, same, write

tap = Tap()
OFFICE = path("units.thidua")
DOCUMENT = ("--number", "1660/NQ-UBTVQH15", "--issuer", "Ủy ban Thường vụ Quốc hội")


def at(*words):
    return run("--office", OFFICE, *words)


def do(*words):
    return must("--office", OFFICE, *words)


def expect(result, code):
    return result.faults() + ([] if result.code == code else [f"not exit {code}: {result}"])


def ask(sql, *values):
    with contextlib.closing(sqlite3.connect(OFFICE)) as db:
        return db.execute(sql, values).fetchall()


def unit(name):
    return ask("SELECT id FROM unit WHERE name = ? ORDER BY id DESC", name)[0][0]


def names(*words):
    return {one["name"] for one in do("unit", "list", "--json", *words).json()}


def province():
    must("office", "new", OFFICE, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
    problems = same("added", do("unit", "import", "--province", "66").out, "103\n")
    before = dump(OFFICE)
    problems += same("added again", do("unit", "import", "--province", "Đắk Lắk").out, "0\n")
    problems += [] if dump(OFFICE) == before else ["a second time changes something"]
    kinds = collections.Counter(one["kind"] for one in do("unit", "list", "--json").json())
    problems += same("kinds", dict(kinds), {"province": 1, "ward": 14, "commune": 88})
    problems += same("in SQLite", ask("SELECT count(*), count(DISTINCT code), count(DISTINCT parent_id) FROM unit"), [(103, 103, 1)])
    for words in (("99",), ("",), ("Atlantis",)):
        problems += expect(at("unit", "import", "--province", *words), FAILED)
    problems += expect(at("unit", "import"), USAGE) + expect(at("unit", "import", "x.csv", "--province", "66"), USAGE)
    return problems


def merge():
    ids = [unit(name) for name in ("Xã Ea Kar", "Xã Ea Knốp", "Xã Ea Ô")]
    before = names("--as-of", "2026-08-31")
    states = [dump(OFFICE)]
    made = do("unit", "merge", *ids, "--name", "Xã Ea Kar", "--code", "99001", "--date", "2026-09-01", *DOCUMENT, "--json").json()
    states.append(dump(OFFICE))
    problems = same("count", made["count"], 3)
    problems += same("the day before", names("--as-of", "2026-08-31"), before)
    problems += same("the day", names("--as-of", "2026-09-01"), before - {"Xã Ea Knốp", "Xã Ea Ô"})
    problems += same("ended", ask("SELECT DISTINCT valid_to FROM unit WHERE id IN (?, ?, ?)", *ids), [("2026-08-31",)])
    problems += same("began", ask("SELECT valid_from, kind FROM unit WHERE id = ?", made["unit_id"]), [("2026-09-01", "commune")])
    problems += same("roles", sorted(ask("SELECT role, count(*) FROM unit_act_part WHERE act_id = ? GROUP BY role", made["id"])), [("from", 3), ("into", 1)])
    do("office", "undo")
    problems += [] if dump(OFFICE) == states[0] else ["undo does not lead back"]
    do("office", "redo")
    problems += [] if dump(OFFICE) == states[1] else ["redo does not lead forth"]
    shown = do("unit", "show", made["unit_id"], "--json").json()
    problems += same("predecessors", {one["id"] for one in shown["predecessors"]}, set(ids))
    problems += same("group", [one["name"] for one in shown["groups"]], ["Ủy ban nhân dân các xã, phường, đặc khu"])
    plain = do("unit", "show", ids[0]).out
    problems += [] if "1660/NQ-UBTVQH15" in plain else [f"the document is not told: {plain}"]
    return problems


def rename_move_split():
    old = unit("Xã Krông Pắc")
    do("unit", "rename", old, "--name", "Phường Krông Pắc", "--date", "2026-10-01", *DOCUMENT)
    problems = same("renamed", "Xã Krông Pắc" in names("--as-of", "2026-09-30") and "Phường Krông Pắc" not in names("--as-of", "2026-09-30"), True)
    problems += same("since", "Phường Krông Pắc" in names("--as-of", "2026-10-01") and "Xã Krông Pắc" not in names("--as-of", "2026-10-01"), True)
    problems += same("one unit", ask("SELECT name, valid_to FROM unit WHERE id = ?", old), [("Phường Krông Pắc", None)])
    other = unit("Xã Xuân Phước")
    do("unit", "move", old, "--parent", other, "--date", "2026-10-02", *DOCUMENT)

    def parent(day):
        return next(one for one in do("unit", "list", "--json", "--as-of", day).json() if one["id"] == old)["parent_id"]
    problems += same("parents", (parent("2026-10-01"), parent("2026-10-02")), (unit("Tỉnh Đắk Lắk"), other))
    problems += expect(at("unit", "move", other, "--parent", old, "--date", "2026-10-03", *DOCUMENT), REFUSED)
    do("unit", "split", other, "--name", "Xã Xuân Một", "--name", "Xã Xuân Hai", "--date", "2026-11-01", *DOCUMENT)
    problems += same("split", names("--as-of", "2026-11-01") - names("--as-of", "2026-10-31"), {"Xã Xuân Một", "Xã Xuân Hai"})
    problems += same("gone", names("--as-of", "2026-10-31") - names("--as-of", "2026-11-01"), {"Xã Xuân Phước"})
    return problems + expect(at("office", "check"), DONE)


def refused():
    before = dump(OFFICE)
    one, two = unit("Xã Ea Drăng"), unit("Xã Ea Hiao")
    ended = unit("Xã Ea Ô")
    day = ("--date", "2026-12-01", "--number", "1/NQ")
    problems = []
    for words in ((one, ended, "--name", "X"), (one, one, "--name", "X"), (one, "--name", "X"), (one, two, "--into", one),
                  (one, two, "--name", "X", "--code", "66")):
        problems += expect(at("unit", "merge", *words, *day), REFUSED)
    problems += expect(at("unit", "rename", one, "--name", "X", "--date", "2025-06-30", "--number", "1/NQ"), REFUSED)
    problems += expect(at("unit", "rename", one, "--name", "X", "--date", "2026-12", "--number", "1/NQ"), REFUSED)
    for words in (("merge", one, two, "--name", "X"), ("merge", one, two, *day), ("merge", one, two, "--name", "X", "--name", "Y", *day),
                  ("merge", "x", two, "--name", "X", *day), ("merge", one, two, "--into", "x", *day), ("split", one, two, "--name", "X", *day),
                  ("rename", one, *day), ("move", one, *day), ("list", "--as-of", "2026"), ("list", "--as-of", "hôm qua"), ("list", "--kind", "huyện"),
                  ("show", "x"), ("show",)):
        problems += expect(at("unit", *words), USAGE)
    for words in (("unit", "show", 999999), ("unit", "merge", 999999, one, "--name", "X", *day), ("unit", "move", one, "--parent", 999999, *day),
                  ("unit", "list", "--group", 999999), ("bloc", "show", 1)):
        problems += expect(at(*words), FAILED)
    problems += same("no blocs", do("bloc", "list", "--json").json(), [])
    return problems + ([] if dump(OFFICE) == before else ["something changed"])


def trees():
    listed = write("trees.csv", "mã,tên đơn vị,loại,trực thuộc,địa bàn\nS1,Sở Giáo dục,sở,66,66\nT1,Trường Ba Đình,trường,S1,Xã Ea Wer\nH1,Hội Chữ thập đỏ,hội quần chúng,66,\n")
    problems = same("taken", do("unit", "import", listed).out, "3\n")
    school = ask("SELECT p.name, l.name FROM unit u JOIN unit p ON p.id = u.parent_id JOIN unit l ON l.id = u.place_id WHERE u.code = 'T1'")
    problems += same("by authority and by place", school, [("Sở Giáo dục", "Xã Ea Wer")])
    problems += same("kind", ask("SELECT kind FROM unit WHERE code = 'H1'"), [("association",)])
    before = dump(OFFICE)
    for row in ("S1,Sở Giáo dục,sở,T1,", "T1,Trường Ba Đình,trường,T1,", "66,Tỉnh Đắk Lắk,tỉnh,,T1"):
        refused = at("unit", "import", write("circle.csv", f"mã,tên đơn vị,loại,trực thuộc,địa bàn\n{row}\n"))
        problems += expect(refused, REFUSED)
    return problems + ([] if dump(OFFICE) == before else ["something changed"])


def blocs():
    ids = [unit(name) for name in ("Xã Ea Drăng", "Xã Ea Hiao")]
    bloc = do("bloc", "new", "Cụm số 1", "--year", 2026, "--kind", "cluster").id()
    do("bloc", "add", bloc, *ids)
    problems = expect(at("bloc", "add", bloc, ids[0]), REFUSED) + expect(at("bloc", "copy", 2027), REFUSED)
    problems += same("copied", do("bloc", "copy", 2026, "--json").json()["count"], 1) + expect(at("bloc", "copy", 2026), REFUSED)
    problems += same("years", [one["year"] for one in do("bloc", "list", "--json").json()], [2027, 2026])
    problems += same("of one", [one["name"] for one in do("bloc", "list", "--json", "--year", 2027).json()], ["Cụm số 1"])
    members = [one["unit_id"] for one in do("bloc", "show", do("bloc", "list", "--json").json()[0]["id"], "--json").json()["members"]]
    problems += same("members", members, ids) + expect(at("bloc", "new", "X", "--year", 2026, "--kind", "huyện"), REFUSED)
    return problems + expect(at("bloc", "new", "X"), USAGE) + expect(at("bloc", "new", "", "--year", 2026, "--kind", "bloc"), REFUSED)


tap.check("a province is taken once, with the figures of the map", province)
tap.check("three communes become one: both sides of the day, undo and redo", merge)
tap.check("renaming, moving and splitting keep what was", rename_move_split)
tap.check("what contradicts is refused and changes nothing", refused)
tap.check("units belong to one and lie in another, never in a circle", trees)
tap.check("blocs of a year, copied to the next", blocs)
tap.end()
