#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: a year of an office, from its file to printed decisions, and what every verb
promises: exit codes, JSON, help, the log."""
import fcntl
import os
import sys
import unicodedata

sys.dont_write_bytecode = True
from common import (DEPARTMENT, DONE, FAILED, HOME, PROVINCE, REFUSED, USAGE, Tap, dump, leftovers, make_office, must,
                    nominations, path, plan_text, row, run, same, write)

tap = Tap()
VERBS = [("office", "new"), ("office", "info"), ("office", "check"), ("office", "log"), ("office", "undo"),
         ("office", "redo"), ("plan", "read"), ("plan", "import"), ("plan", "list"), ("plan", "show"), ("unit", "list"),
         ("unit", "import"), ("unit", "show"), ("unit", "merge"), ("unit", "split"), ("unit", "rename"), ("unit", "move"),
         ("bloc", "list"), ("bloc", "show"), ("bloc", "new"),
         ("bloc", "add"), ("bloc", "copy"), ("nomination", "import"), ("nomination", "list"), ("nomination", "check"),
         ("decision", "new"), ("decision", "issue"), ("decision", "list"), ("decision", "show"), ("decision", "print"),
         ("certificate", "print"), ("certificate", "arrange"), ("certificate", "changes"), ("template", "list"), ("template", "show"),
         ("template", "check"), ("template", "export"), ("template", "import"), ("template", "retire"), ("template", "remove"),
         ("template", "underlay"), ("subject", "list"), ("subject", "search"), ("subject", "show"), ("subject", "merge"),
         ("subject", "split"), ("subject", "match"), ("subject", "distinct"), ("subject", "confirm"), ("subject", "import"),
         ("list", "read"), ("list", "import")]


def at(office, *words, **options):
    return run("--office", office, *words, **options)


def do(office, *words, **options):
    return must("--office", office, *words, **options)


def expect(result, code):
    return result.faults() + ([] if result.code == code else [f"not exit {code}: {result}"])


# One officer, one year.

LIST = nominations(
    row("Nguyễn Thị Ánh", form="Bằng khen", giver="Chủ tịch UBND tỉnh"),
    row("Phòng Tổ chức cán bộ", sex="", subject="tập thể", birth="", form="Bằng khen", giver="Chủ tịch UBND tỉnh"),
    row("Trần Văn Bảo", sex="nam", cccd="066080001234"),
    row("Lê Văn Đã", sex="nam", posthumous="x"))


def the_road():
    office = make_office("road.thidua")
    problems = []
    first = do(office, "nomination", "import", write("list.csv", LIST), "--plan", 1)
    problems += same("imported", first.out, "4\n") + same("told", first.err, "")
    draft = do(office, "decision", "new", "--plan", 1, "--giver", "Chủ tịch UBND tỉnh", "--signer", "Đỗ Hữu Huy", "--all").id()
    shown = do(office, "decision", "show", draft, "--json").json()
    problems += same("state", shown["state"], "draft") + same("number", shown["number"], None)
    problems += same("draft's register", [a["register_number"] for a in shown["awards"]], [None, None])
    problems += same("draft's money", [a["money"] for a in shown["awards"]], [None, None])
    do(office, "decision", "issue", draft, "--number", "15/QĐ-UBND", "--date", "2026-01-20")
    shown = do(office, "decision", "show", draft, "--json").json()
    problems += same("state", shown["state"], "issued") + same("number", shown["number"], "15/QĐ-UBND")
    problems += same("date", shown["date"], "2026-01-20") + same("signer", shown["signer_name"], "Đỗ Hữu Huy")
    problems += same("register", [(a["register_year"], a["register_number"]) for a in shown["awards"]], [(2026, 1), (2026, 2)])
    problems += same("money", sorted(a["money"] for a in shown["awards"]), [3510000, 7020000])
    for words in (("decision", "print", draft), ("certificate", "print", "--decision", draft),
                  ("certificate", "print", "--decision", draft, "--with-ornament")):
        done = do(office, *words, "--output", path("out.pdf"))
        with open(path("out.pdf"), "rb") as file:
            problems += [] if file.read(5) == b"%PDF-" else [f"{words}: no PDF"]
        problems += [] if "out.pdf" in done.out else [f"{words}: prints {done.out}"]
        problems += same("mode of the PDF", oct(os.stat(path("out.pdf")).st_mode & 0o777), "0o600")
    problems += same("states", sorted(n["state"] for n in do(office, "nomination", "list", "--json").json()),
                     ["awarded", "awarded", "new", "new"])
    problems += same("mode of the office", oct(os.stat(office).st_mode & 0o777), "0o600")
    problems += leftovers(HOME, office, "units.csv", "list.csv", "out.pdf")
    do(office, "office", "check")
    return problems


tap.check("from an empty folder to printed certificates", the_road)


def draft_and_issue(office, giver, number, date):
    decision = do(office, "decision", "new", "--plan", 1, "--giver", giver, "--signer", "X", "--all").id()
    do(office, "decision", "issue", decision, "--number", number, "--date", date)
    return do(office, "decision", "show", decision, "--json").json()


# Award form, subject kind, giver, money by the base of 2,340,000 and of 2,530,000.
MONEY = [
    ("Giấy khen", "cá nhân", DEPARTMENT, 710000, 760000),
    ("Lao động tiên tiến", "cá nhân", DEPARTMENT, 710000, 760000),
    ("Chiến sĩ thi đua cơ sở", "cá nhân", DEPARTMENT, 2340000, 2530000),
    ("Bằng khen", "cá nhân", PROVINCE, 3510000, 3800000),
    ("Bằng khen", "tập thể", PROVINCE, 7020000, 7590000),
    ("Cờ thi đua của Ủy ban nhân dân tỉnh", "tập thể", PROVINCE, 18720000, 20240000),
]


def money(column, date):
    def function():
        # A plan that names no award forms leaves them to the law.
        office = make_office(f"money{column}.thidua", "khanh-hoa")
        rows = [row(f"Người {i}", form=form, subject=subject, giver=giver, kind="công trạng", begin="2025-01-01", end="2025-12-31",
                    sex="" if subject == "tập thể" else "nữ") for i, (form, subject, giver, *_) in enumerate(MONEY)]
        do(office, "nomination", "import", write("money.csv", nominations(*rows)), "--plan", 1)
        problems = []
        for n, giver in enumerate((DEPARTMENT, PROVINCE)):
            shown = draft_and_issue(office, giver, f"{n + 1}/QĐ-X", date)
            got = {a["subject_name"]: a["money"] for a in shown["awards"]}
            problems += same(giver, got, {f"Người {i}": case[3 + column] for i, case in enumerate(MONEY) if case[2] == giver})
        return problems
    return function


tap.check("money by the base of 2026-01-20", money(0, "2026-01-20"))
tap.check("money by the base of 2026-07-15", money(1, "2026-07-15"))


def register():
    office = make_office("register.thidua")
    problems = []
    last = {}
    for n, (giver, date) in enumerate(((DEPARTMENT, "2026-01-20"), (PROVINCE, "2026-01-21"), (DEPARTMENT, "2026-07-15"),
                                       (DEPARTMENT, "2027-01-05"), (PROVINCE, "2026-12-31"))):
        form = "Giấy khen" if giver == DEPARTMENT else "Bằng khen"
        rows = [row(f"Người {n} {i}", form=form, giver=giver) for i in range(3)]
        do(office, "nomination", "import", write("register.csv", nominations(*rows)), "--plan", 1)
        shown = draft_and_issue(office, giver, f"{n + 1}/QĐ-X", date)
        key = giver, date[:4]
        begin = last.get(key, 0)
        last[key] = begin + 3
        problems += same(f"decision {n + 1}", [a["register_number"] for a in shown["awards"]], [begin + 1, begin + 2, begin + 3])
    # A number is given once a year.
    do(office, "nomination", "import", write("register.csv", nominations(row("Người cuối"))), "--plan", 1)
    draft = do(office, "decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "X", "--all").id()
    before = dump(office)
    for number, date, code in (("1/QĐ-X", "2026-02-01", REFUSED), ("mười lăm", "2026-02-01", REFUSED), ("9/QĐ-X", "2026-02-30", REFUSED),
                               ("9/QĐ-X", "01/02/2026", REFUSED)):
        problems += expect(at(office, "decision", "issue", draft, "--number", number, "--date", date), code)
    problems += [] if dump(office) == before else ["a refused issue changed the office"]
    do(office, "decision", "issue", draft, "--number", "1/QĐ-X", "--date", "2028-02-29")
    return problems


tap.check("register numbers are consecutive per giver and year, decision numbers single", register)


def undo():
    office = make_office("undo.thidua")
    states = [dump(office)]
    problems = []

    def step(*words):
        do(office, *words)
        states.append(dump(office))
    step("nomination", "import", write("undo.csv", LIST), "--plan", 1)
    step("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
    for state in (states[1], states[0]):
        do(office, "office", "undo")
        problems += [] if dump(office) == state else ["undo does not lead back"]
    for state in (states[1], states[2]):
        do(office, "office", "redo")
        problems += [] if dump(office) == state else ["redo does not lead forth"]
    problems += expect(at(office, "office", "redo"), REFUSED)
    do(office, "decision", "issue", 1, "--number", "15/QĐ-UBND", "--date", "2026-01-20")
    issued = dump(office)
    refused = at(office, "office", "undo")
    problems += expect(refused, REFUSED) + ([] if "15/QĐ-UBND" in refused.err else [f"does not say why: {refused}"])
    problems += expect(at(office, "office", "redo"), REFUSED)
    problems += expect(at(office, "decision", "issue", 1, "--number", "16/QĐ-UBND", "--date", "2026-01-20"), REFUSED)
    problems += [] if dump(office) == issued else ["an issued decision changed"]
    do(office, "office", "check")
    # Nothing lies before the beginning.
    fresh = make_office("undo2.thidua")
    for _ in range(2):
        do(fresh, "office", "undo")
    return problems + expect(at(fresh, "office", "undo"), REFUSED)


tap.check("undo and redo, until a decision is issued", undo)


def listings():
    office = path("road.thidua")
    problems = []
    for words in (("plan", "list"), ("unit", "list"), ("nomination", "list"), ("nomination", "list", "--plan", "1"),
                  ("decision", "list"), ("subject", "search", "nguyen"), ("office", "log")):
        rows = do(office, *words, "--json").json()
        problems += [] if isinstance(rows, list) and rows else [f"{words}: not a listing with rows"]
        for one in rows:
            problems += [] if isinstance(one.get("id"), int) else [f"{words}: a row without id"]
            problems += [f"{words}: property {name}" for name in one if "-" in name or name != name.lower()]
        problems += same(f"{words}: lines of the plain listing", do(office, *words).out.count("\n"), len(rows))
    for words in (("nomination", "list", "--plan", "7"), ("subject", "search", "khôngcóai")):
        problems += same(words, do(office, *words, "--json").json(), [])
    for words, parts in ((("plan", "show", 1), {"clauses", "allowances", "tasks"}), (("decision", "show", 1), {"awards"})):
        record = do(office, *words, "--json").json()
        problems += [] if record["id"] == 1 and parts <= set(record) else [f"{words}: not a record with {parts}"]
        problems += [f"{words}: a part without id" for part in parts for one in record[part] if not isinstance(one["id"], int)]
        problems += [] if do(office, *words).out else [f"{words}: nothing in plain"]
    info = do(office, "office", "info", "--json").json()
    problems += same("counts", (info["units"], info["nominations"], info["awards"]), (3, 4, 2))
    problems += same("findings", do(office, "office", "check", "--json").json(), [])
    made = do(office, "unit", "import", write("units.csv", "mã,tên đơn vị\nX1,Đơn vị X1\n"), "--json").json()
    problems += same("made", made["count"], 1)
    return problems


tap.check("every listing is an array of objects with id, every record one object", listings)


def help_and_usage():
    problems = expect(run(), USAGE)
    whole = run("--help")
    problems += expect(whole, DONE) + expect(run("-h"), DONE) + expect(run("help"), DONE)
    version = run("--version")
    problems += expect(version, DONE) + ([] if version.out.startswith("thidua-cli ") else [f"version: {version}"])
    for noun, verb in VERBS:
        problems += [] if f"  {noun} {verb} " in whole.out else [f"--help lacks {noun} {verb}"]
        for words in ((noun, "--help"), (noun, verb, "--help"), (noun, verb, "-h")):
            told = run(*words)
            problems += expect(told, DONE) + same(f"{words} on stderr", told.err, "")
            problems += [] if verb in told.out else [f"{words} does not tell of {verb}"]
        problems += expect(run(noun, verb, "--bogus"), USAGE)
        problems += expect(run(noun, verb, "a", "b", "c"), USAGE)  # too many words, or none of them an id
    for words in (("--bogus",), ("--bogus", "plan", "list"), ("plan",), ("plan", "bogus"), ("bogus", "list"), ("bogus", "--help"), ("plan", "list"),
                  ("plan", "show"), ("plan", "show", "1"), ("office", "undo"), ("office", "new"),
                  ("office", "new", path("no.thidua")), ("office", "new", path("no.thidua"), "--unit", "X"),
                  ("office", "new", path("no.thidua"), "--unit", "", "--place", ""),
                  ("--office",), ("--office", path("road.thidua")), ("unit", "list", "--plan", "1")):
        problems += expect(run(*words), USAGE)
    office = path("road.thidua")
    for words in (("plan", "show", "0"), ("plan", "show", "-1"), ("plan", "show", "x"), ("plan", "show", "99999999999999999999"),
                  ("decision", "show", "1x"), ("decision", "issue", "1"), ("decision", "issue", "x", "--number", "1/X", "--date", "2026-01-01"),
                  ("nomination", "import", path("list.csv")), ("nomination", "import", path("list.csv"), "--plan", "x"),
                  ("nomination", "import", path("list.csv"), "--plan", "-3"),
                  ("nomination", "list", "--plan", "x"), ("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X"),
                  ("decision", "print", "1"), ("certificate", "print", "--decision", 1)):
        problems += expect(at(office, *words), USAGE)
    for words in (("plan", "show", 99), ("decision", "show", 99), ("decision", "print", 99, "--output", path("none.pdf")),
                  ("decision", "issue", 99, "--number", "1/X", "--date", "2026-01-01"),
                  ("certificate", "print", "--decision", 99, "--output", path("none.pdf")),
                  ("certificate", "print", "--decision", 1, "--output", path("none.pdf"), "--template", "bogus"),
                  ("nomination", "import", path("list.csv"), "--plan", 99),
                  ("decision", "new", "--plan", 99, "--giver", PROVINCE, "--signer", "X", "--all"),
                  ("decision", "new", "--plan", 1, "--giver", "Bogus", "--signer", "X", "--all")):
        problems += expect(at(office, *words), FAILED)
    problems += leftovers(HOME, *(name for name in os.listdir(HOME) if name.endswith((".thidua", ".csv"))), "out.pdf")
    problems += [] if not os.path.exists(path("no.thidua")) else ["wrong usage made a file"]
    # Numbers that only look wrong, names that are no text.
    problems += expect(at(office, "subject", "search", b"\xff\xfe"), USAGE)
    problems += expect(run("--actor", b"\xff", "plan", "list", "--office", office), USAGE)
    problems += expect(run("plan", "read", os.path.join(os.fsencode(HOME), b"\xff.txt")), FAILED)
    problems += expect(run("--office", os.path.join(os.fsencode(HOME), b"\xff.thidua"), "plan", "list"), FAILED)
    # Options may stand anywhere.
    problems += expect(run("plan", "list", "--office", office, "--json"), DONE)
    problems += expect(run("plan", "--office", office, "list"), USAGE)
    return problems


tap.check("--help on every noun and verb, wrong usage is 2, what is not there is 3", help_and_usage)


def relative():
    here = os.path.join(HOME, "here")
    os.mkdir(here)
    problems = []
    for name in ("a.thidua", "./b.thidua", "dấu tiếng Việt %41 #?.thidua"):
        problems += expect(run("office", "new", os.path.join("here", name), "--unit", "UBND xã Ea Kao", "--place", "Ea Kao"), DONE)
        problems += expect(at(os.path.join("here", name), "office", "check"), DONE)
        again = run("office", "new", os.path.join("here", name), "--unit", "Khác", "--place", "Khác")
        problems += expect(again, FAILED)
        problems += same("name", do(os.path.join("here", name), "office", "info", "--json").json()["name"], "UBND xã Ea Kao")
    problems += leftovers(here, "a.thidua", "b.thidua", "dấu tiếng Việt %41 #?.thidua")
    for place in ("gone/x.thidua", "here", "here/a.thidua/x.thidua", "here/" + "x" * 250 + ".thidua", ""):
        problems += expect(run("office", "new", place, "--unit", "X", "--place", "X"), FAILED)
    os.symlink("nowhere", os.path.join(here, "link.thidua"))
    problems += expect(run("office", "new", "here/link.thidua", "--unit", "X", "--place", "X"), FAILED)
    return problems + leftovers(here, "a.thidua", "b.thidua", "dấu tiếng Việt %41 #?.thidua", "link.thidua")


tap.check("an office may have any name and a relative path, and never replaces a file", relative)


def actor():
    office = make_office("actor.thidua")
    do(office, "--actor", "Trần Thị Bình", "nomination", "import", write("actor.csv", LIST), "--plan", 1)
    do(office, "office", "undo", "--actor", "Đặng Văn Cường")
    log = do(office, "office", "log", "--json").json()
    return (same("actors", [entry["actor"] for entry in log[:2]] + [log[-1]["actor"]], ["Đặng Văn Cường", "Trần Thị Bình", "An"])
            + same("kinds", [entry["kind"] for entry in log[:2]], ["undo", "do"])
            + same("undone", log[1]["state"], "undone")
            + same("the plain log names them", "Trần Thị Bình" in do(office, "office", "log").out, True))


tap.check("--actor appears in the log", actor)


def held():
    office = make_office("held.thidua")
    before = dump(office)
    problems = []
    with open(path(".held.thidua.lock"), "w+", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("Nguyễn Văn An (thidua, 4711)")
        lock.flush()
        for words in (("plan", "list"), ("plan", "show", 1), ("unit", "list"), ("nomination", "list"), ("nomination", "check"), ("decision", "list"),
                      ("office", "info"), ("office", "check"), ("office", "log"), ("subject", "search", "a"),
                      ("nomination", "import", write("held.csv", LIST), "--plan", 1, "--dry-run")):
            problems += expect(at(office, *words), DONE)
        for words in (("plan", "import", plan_text("son-la")), ("unit", "import", path("units.csv")), ("office", "undo"), ("office", "redo"),
                      ("nomination", "import", path("held.csv"), "--plan", 1)):
            refused = at(office, *words)
            problems += expect(refused, FAILED)
            problems += [] if "Nguyễn Văn An" in refused.err else [f"does not name the holder: {refused}"]
    problems += [] if dump(office) == before else ["changed while held"]
    # Whoever held it was killed: the file stays, the lock does not.
    problems += expect(at(office, "nomination", "import", path("held.csv"), "--plan", 1), DONE)
    return problems + [f"leaves {n}" for n in os.listdir(HOME) if n.startswith(".held")]


tap.check("reading works beside who writes; writing says who holds the office", held)


def bar():
    office = make_office("bar.thidua", "son-la")
    before = dump(office)
    wrong = write("bar.csv", nominations(row("Lò Thị Hoa"), row("Cầm Văn Minh", sex="nam", form="Bằng khen", giver=PROVINCE)))
    problems = []
    for more in ((), ("--dry-run",)):
        refused = at(office, "nomination", "import", wrong, "--plan", 1, *more)
        problems += expect(refused, REFUSED) + same("printed", refused.out, "")
        for words in ("3", "không khen thưởng cấp tỉnh", "III/2/a/-"):
            problems += [] if words in refused.err else [f"does not quote {words}: {refused}"]
    findings = at(office, "nomination", "import", wrong, "--plan", 1, "--json").json()
    problems += same("rules", [f["rule"] for f in findings], ["allowance-barred"]) + same("line", findings[0]["line"], 3)
    problems += [] if dump(office) == before else ["a refused list left something"]
    sudden = write("bar.csv", nominations(row("Cầm Văn Minh", sex="nam", form="Bằng khen", giver=PROVINCE, kind="đột xuất")))
    return problems + expect(at(office, "nomination", "import", sudden, "--plan", 1), DONE)


tap.check("a form the plan bars is refused with reason and clause; a sudden deed passes", bar)


def numbers():
    """A zero that a spreadsheet dropped is put back where all agrees; nothing about a number refuses a list."""
    office = make_office("numbers.thidua")
    rows = [row("Lê Thị Một", cccd="66180001234"), row("Lê Thị Hai", cccd="66080001234"), row("Lê Thị Ba", cccd="066 181 001 235"), row("Lê Thị Tư", cccd="12")]
    listed = write("numbers.csv", nominations(*rows))
    result = at(office, "nomination", "import", listed, "--plan", 1)
    problems = expect(result, DONE)
    problems += [f"quotes a number: {result}" for number in ("6180001234", "6080001234", "6181001235") if number in result.err + result.out]
    got = {s["name"]: s["citizen_id"] for s in do(office, "subject", "search", "Lê Thị", "--json").json()}
    problems += same("stored", [got.get(n) for n in ("Lê Thị Một", "Lê Thị Hai", "Lê Thị Ba", "Lê Thị Tư")],
                     ["066180001234", "66080001234", "066181001235", "12"])
    found = sorted(f["rule"] for f in do(office, "nomination", "check", "--json").json() if f["rule"].startswith("citizen-id"))
    return problems + same("rules", found, ["citizen-id-birth", "citizen-id-sex", "citizen-id-wrong", "citizen-id-zero-lost"])


tap.check("citizens' numbers are judged, mended where that is safe, and never refuse a list", numbers)

ENGLISH = "name,type,date of birth,gender,citizen id,position,unit,award form,giver,kind,achievement,from date,to date,posthumous"
VALUES = ["Nguyễn Thị Ánh", "person", "1980-05-17", "female", "066180001234", "Trưởng phòng", "Sở Y tế", "Giấy khen", DEPARTMENT, "merit",
          "Có thành tích", "2025-01-01", "2025-12-31", "yes"]
LOCAL = ["Nguyễn Thị Ánh", "Cá nhân", "17/5/1980", "Nữ", "066180001234", "Trưởng phòng", "SYT", "Giấy khen", "Giám đốc Sở Nội vụ tỉnh Đắk Lắk",
         "Khen thưởng công trạng", "Có thành tích", "01/01/2025", "31/12/2025", "x"]


def headers():
    vietnamese = ("họ và tên,loại,ngày sinh,giới tính,số cccd,chức vụ,đơn vị,hình thức khen thưởng,người tặng,loại hình,thành tích,"
                  "từ ngày,đến ngày,truy tặng").split(",")
    problems = []
    wanted = None
    tables = [[ENGLISH.split(","), VALUES], [vietnamese, LOCAL], [[h.upper() for h in vietnamese], LOCAL]]
    tables += [[list(reversed(line)) for line in table] for table in tables]
    for n, table in enumerate(tables):
        for m, (separator, end, mark) in enumerate(((",", "\n", ""), (";", "\r\n", "\ufeff"), ("\t", "\r", ""))):
            office = make_office(f"head{n}{m}.thidua") if n == m == 0 else path("head.thidua")
            if wanted is None:
                os.rename(office, path("head.thidua"))
                office = path("head.thidua")
            text = mark + end.join(separator.join(line) for line in table)
            if n == 1:
                text = unicodedata.normalize("NFD", text)
            do(office, "nomination", "import", write("head.csv", text), "--plan", 1)
            nomination = do(office, "nomination", "list", "--json").json()[0]
            subject = do(office, "subject", "search", "Ánh", "--json").json()[0]
            got = [(r[k]) for r in (nomination, subject) for k in sorted(r) if k not in ("id", "uuid", "subject_id")]
            wanted = wanted or got
            problems += same(f"table {n} with {separator!r}", got, wanted)
            do(office, "office", "undo")
    problems += same("values", [v in wanted for v in ("Nguyễn Thị Ánh", "person", "1980-05-17", "female", "066180001234", "merit", "2025-01-01",
                                                      "2025-12-31", True)], [True] * 9)
    return problems


tap.check("headings in English and Vietnamese, in any order, capital or decomposed, in any delimiter", headers)


def composed():
    office = make_office("nfd.thidua")
    text = unicodedata.normalize("NFD", UNITS_NFD)
    do(office, "unit", "import", write("nfd.csv", text))
    do(office, "nomination", "import", write("nfd.csv", unicodedata.normalize("NFD", LIST)), "--plan", 1)
    stored = repr(dump(office))
    problems = [] if unicodedata.is_normalized("NFC", stored) else ["decomposed text was stored"]
    problems += same("units", len(do(office, "unit", "list", "--json").json()), 4)
    for words in ("Ánh", unicodedata.normalize("NFD", "Ánh"), "anh", "ANH"):
        problems += same(words, len(do(office, "subject", "search", words, "--json").json()), 1)
    return problems


UNITS_NFD = "mã,tên đơn vị,loại\nSYT,Sở Y tế,sở\nQN,Sở Quy hoạch Nông thôn,sở\n"
tap.check("decomposed text is composed when it comes in", composed)


def posthumous():
    office = make_office("posthumous.thidua")
    do(office, "nomination", "import", write("posthumous.csv", nominations(row("Lê Văn Đã", sex="nam", posthumous="x"),
                                                                            row("Trần Thị Còn", posthumous="không"))), "--plan", 1)
    nominated = {n["subject_name"]: n["posthumous"] for n in do(office, "nomination", "list", "--json").json()}
    shown = draft_and_issue(office, DEPARTMENT, "1/QĐ-SNV", "2026-01-20")
    awarded = {a["subject_name"]: a["posthumous"] for a in shown["awards"]}
    wanted = {"Lê Văn Đã": True, "Trần Thị Còn": False}
    return (same("nominated", nominated, wanted) + same("awarded", awarded, wanted)
            + same("title", "truy tặng" in shown["title"] and shown["title"].startswith("tặng"), True))


tap.check("posthumous awards go through to the decision", posthumous)


def empty_decision():
    office = make_office("empty.thidua")
    before = dump(office)
    new = ("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
    problems = expect(at(office, *new), REFUSED) + expect(at(office, *new, "--strict"), REFUSED)
    return problems + ([] if dump(office) == before else ["a refused draft left something"])


tap.check("a decision without names is refused", empty_decision)


def vietnamese():
    office = path("empty.thidua")
    codes = [(("plan", "list"), DONE), (("plan", "show", 99), FAILED), (("plan", "bogus"), USAGE), (("office", "redo"), REFUSED)]
    return [p for words, code in codes for p in expect(at(office, *words, env={"LANGUAGE": "vi", "LC_ALL": "C.UTF-8"}), code)]


def plain_locale():
    """cron and service managers give no locale, or C."""
    office = path("c.thidua")
    problems = []
    for locale in ("C", "POSIX", "", "bogus"):
        env = {"LC_ALL": locale, "LANG": "", "LANGUAGE": ""}
        problems += expect(run("office", "new", office, "--unit", "UBND xã Ea Kao", "--place", "Đắk Lắk", env=env), DONE)
        shown = run("--office", office, "office", "info", env=env)
        problems += expect(shown, DONE) + ([] if "UBND xã Ea Kao\nĐắk Lắk\n" in shown.out else [f"{locale}: {shown}"])
        os.unlink(office)
    return problems


tap.check("exit codes are the same in Vietnamese", vietnamese)
tap.check("names are Vietnamese in the C locale too", plain_locale)
tap.end()
