#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates through a real print server onto counted blanks. What the printer got is the truth: which name on which
sheet of the pile; the ledger must say the same. Nobody in it exists."""
import atexit
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
import loopback_printer
from common import DEPARTMENT, DONE, FAILED, PROVINCE, REFUSED, SANITIZED, USAGE, Tap, dump, make_office, must, nominations, path, row, run, same, write

tap = Tap()
server = loopback_printer.Server()
atexit.register(server.remove)
os.environ.update(server.env)
try:
    server.start()
    server.add_all()
except (OSError, subprocess.SubprocessError) as error:
    print("1..0 # SKIP no print server can run here: " + str(error).replace("\n", " "))
    sys.exit(0)

office = make_office("print.thidua")
LOST = "Trần Văn Đã Mất"


def do(*words):
    return must("--office", office, *words)


def at(*words):
    return run("--office", office, *words)


def ask(*words):
    return do(*words, "--json").json()


def refused(says, *words, code=REFUSED):
    """Refused with a sentence, and nothing is changed or queued."""
    before, queue = dump(office), jobs()
    told = at(*words)
    problems = told.faults() + same("exit", told.code, code)
    problems += [] if says in told.err else [f"does not say {says}: {told}"]
    return problems + same("office", dump(office) == before, True) + same("jobs", jobs(), queue)


def jobs():
    return [j["id"] for j in must("printer", "jobs", "--done", "--json").json()]


def sheets(stock):
    return {int(s["code"].split()[-1]): s for s in ask("stock", "sheets", stock)}


def printed(printer="a3"):
    """Names in the order they came out of a printer."""
    try:
        with open(os.path.join(server.out, printer + ".printed"), encoding="ascii") as file:
            numbers = file.read().split()
    except FileNotFoundError:
        numbers = []
    return [name for number in numbers for name in names_of(os.path.join(server.out, f"{printer}-{number}.pdf"))]


def names_of(pdf):
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout.split("\f")[:-1]
    names = sorted((a["subject_name"] for a in awards.values()), key=len, reverse=True)
    return [next((n for n in names if n.lower() in " ".join(page.split()).lower()), "?") for page in pages]


def settled(expected):
    """Each certificate on one good sheet, where it came out; expected: number of the sheet → name."""
    problems = []
    for number, sheet in sheets(1).items():
        good = sheet["state"] == "printed"
        problems += same(f"sheet {number}", sheet["award_name"] if good else None, expected.get(number))
    return problems


awards = {}


def begins():
    """Nine awards and one truy tặng; fifty blanks with TẶNG and five without."""
    rows = [row(f"Nguyễn Thị Mẫu {i}", form="Bằng khen", giver=PROVINCE) for i in range(9)]
    rows.append(row(LOST, form="Bằng khen", giver=PROVINCE, posthumous="x"))
    do("nomination", "import", write("ten.csv", nominations(*rows)), "--plan", 1)
    do("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
    do("stock", "new", "Bằng khen có chữ Tặng", "--size", "420x297", "--carries", "ornament,emblem,gift=Tặng,form=Bằng khen",
       "--numbered", "--series", "AA", "--digits", 6, "--date", "2026-01-30")
    do("stock", "new", "Bằng khen không chữ Tặng", "--size", "420x297", "--date", "2026-01-30")
    do("stock", "receive", 1, 50, "--number", 101, "--date", "2026-01-30")
    do("stock", "receive", 2, 5, "--date", "2026-02-02")
    problems = refused("has not been issued", "certificate", "print", "--decision", 1, "--stock", 1, "--sign-off", "Người Soát", "--printer", "a3")
    do("decision", "issue", 1, "--number", "87/QĐ-UBND", "--date", "2026-02-10")
    awards.update({a["id"]: a for a in ask("decision", "show", 1)["awards"]})
    return problems


GIVEN = ("certificate", "print", "--decision", 1, "--stock", 1, "--sign-off", "Người Soát", "--printer", "a3")


def plain():
    return ",".join(str(a["id"]) for a in awards.values() if not a["posthumous"])


def refuses():
    """Whatever stands in the way is said before a sheet is kept for anything."""
    nine = ("--awards", plain())
    problems = refused("this certificate says “Truy tặng”", *GIVEN)
    problems += refused("does not have", "certificate", "print", "--decision", 1, "--stock", 1, "--sign-off", "Người Soát", "--printer", "nowhere", *nine, code=FAILED)
    problems += refused("A4, A5", "certificate", "print", "--decision", 1, "--stock", 1, "--sign-off", "Người Soát", "--printer", "small", *nine)
    problems += refused("tray-2", *GIVEN, *nine, "--tray", "tray-7")
    problems += refused("9 sheets are needed and 5 are in store", "certificate", "print", "--decision", 1, "--stock", 2, "--sign-off", "Người Soát", "--printer", "a3", *nine)
    problems += refused("copies are for plain paper", *GIVEN, *nine, "--copies", 2)
    problems += refused("There is no page 12", *GIVEN, *nine, "--pages", "1-12")
    problems += refused("From 1 to 1000 sheets", *GIVEN, *nine, "--chunk", 5000)
    problems += refused("does not name pages", *GIVEN, *nine, "--pages", "a-b", code=FAILED)
    problems += refused("9 sheets are needed and 1 are in store", *GIVEN, *nine, "--number", 150)
    server.do("cupsreject", "a3")
    problems += refused("takes no jobs", *GIVEN, *nine)
    server.do("cupsaccept", "a3")
    for words in (("--chunk", "-1"), ("--copies", 0), ("--order", "rank"), ("--output", path("x.pdf")), ("--number", "x")):
        problems += same(str(words), at(*GIVEN, *words).code, USAGE)
    problems += same("no printer", at("certificate", "print", "--decision", 1, "--output", path("x.pdf"), "--pages", "1").code, USAGE)
    return problems + same("in store", {s["state"] for s in sheets(1).values()}, {"free"})


def a_test_sheet():
    """The first certificate as it will be printed; nothing is counted."""
    before = dump(office)
    number = do(*GIVEN, "--awards", plain(), "--test-sheet").id()
    problems = same("name", wait_printed(number), ["Nguyễn Thị Mẫu 0"])
    os.unlink(os.path.join(server.out, "a3.printed"))
    return problems + same("office", dump(office) == before, True)


def wait_printed(number, printer="a3"):
    for _ in range(200):
        if os.path.exists(os.path.join(server.out, f"{printer}-{number}.pdf")):
            return names_of(os.path.join(server.out, f"{printer}-{number}.pdf"))
        time.sleep(0.05)
    raise AssertionError(f"job {number} does not come out")


def same_bytes():
    """A printer that is calibrated gets the bytes that are saved for it."""
    readings = write("readings.csv", "mark,right,down\n1,2.3,-1.1\n2,2.4,-1.0\n3,2.3,-1.1\n4,2.4,-1.0\n5,2.3,-1.0\n")
    do("printer", "calibrate", "--readings", readings, "--printer", "a3", "--stock", 2)
    lost = str(next(a["id"] for a in awards.values() if a["posthumous"]))
    told = do("certificate", "print", "--decision", 1, "--stock", 2, "--sign-off", "Người Soát", "--printer", "a3", "--awards", lost)
    problems = [] if "1 of 1 printed" in told.out else [f"does not say so: {told}"]
    pdf = path("saved.pdf")
    do("certificate", "print", "--decision", 1, "--stock", 2, "--awards", lost, "--calibration", 1, "--output", pdf)
    number = jobs()[-1] if len(jobs()) == 1 else max(jobs())
    with open(pdf, "rb") as saved, open(os.path.join(server.out, f"a3-{number}.pdf"), "rb") as got:
        problems += same("bytes", got.read() == saved.read(), True)
    problems += same("name", printed(), [LOST])
    problems += same("sheet", [s["award_name"] for s in sheets(2).values() if s["state"] == "printed"], [LOST])
    return problems


def a_jam():
    """Nine on TẶNG, four at a time. The service says that all is out; at the fifth there was a jam."""
    told = do(*GIVEN, "--awards", plain(), "--chunk", 4)
    problems = [] if "9 of 9 printed" in told.out else [f"does not say so: {told}"]
    problems += same("came out", printed()[1:], [f"Nguyễn Thị Mẫu {i}" for i in range(9)])
    problems += settled({101 + i: f"Nguyễn Thị Mẫu {i}" for i in range(9)})
    batch = ask("certificate", "batches", "--all")[-1]
    problems += same("batch", (batch["state"], batch["n_pages"], batch["n_printed"]), ("done", 9, 9))
    # Chunks of four: the fifth is the first of the second. Nothing after it came out well.
    problems += refused("no sheet that was sent", "certificate", "resume", batch["id"], "--last-good", 100)
    problems += refused("Say why", "certificate", "resume", batch["id"], "--last-good", 104, "--spoiled", "105")
    problems += refused("name the last good one", "certificate", "resume", batch["id"], "--last-good-page", 0)
    told = do("certificate", "resume", batch["id"], "--last-good", "AA 000104", "--spoiled", "105", "--reason", "kẹt giấy")
    problems += [] if "9 of 9 printed" in told.out else [f"does not say so: {told}"]
    problems += settled({101 + i: f"Nguyễn Thị Mẫu {i}" for i in range(4)} | {102 + i: f"Nguyễn Thị Mẫu {i}" for i in range(4, 9)})
    problems += same("came out again", printed()[10:], [f"Nguyễn Thị Mẫu {i}" for i in range(4, 9)])
    return problems + same("spoiled", {n: s["reason"] for n, s in sheets(1).items() if s["state"] == "spoiled"}, {105: "kẹt giấy"})


def a_wrong_name():
    """One name is broken in the wrong place: printed again, its sheet is spoiled."""
    wrong = next(a["id"] for a in awards.values() if a["subject_name"] == "Nguyễn Thị Mẫu 2")
    problems = refused("is printed on sheet AA 000103", *GIVEN, "--awards", wrong)
    told = do("certificate", "reprint", "--award", wrong, "--reason", "ngắt tên sai")
    problems += [] if "1 of 1 printed" in told.out else [f"does not say so: {told}"]
    problems += same("came out", printed()[-1], "Nguyễn Thị Mẫu 2")
    # And one correction: the certificate of another is printed anew.
    other = next(a["id"] for a in awards.values() if a["subject_name"] == "Nguyễn Thị Mẫu 7")
    do("certificate", "reprint", "--award", other, "--reason", "đính chính theo 90/QĐ-UBND")
    return problems + same("correction", sheets(1)[112]["award_name"], "Nguyễn Thị Mẫu 7")


def evening():
    told = ask("stock", "count", 1, "--since", "2026-02-01", "--until", "2099-12-31")
    problems = same("count", {k: told[k] for k in ("before", "printed", "spoiled", "after")}, {"before": 50, "printed": 9, "spoiled": 3, "after": 38})
    problems += same("in store", told["in_store"], "AA 000113–AA 000150")
    told = ask("stock", "count", 2, "--since", "2026-02-01", "--until", "2099-12-31")
    problems += same("the other", (told["printed"], told["after"]), (1, 4))
    problems += same("barrier", at("office", "undo").code, REFUSED)
    problems += same("open", ask("certificate", "batches"), [])
    return problems + same("sound", at("office", "check").code, DONE)


def handed_on():
    """What has gone to be signed is not questioned any more; what comes back can be."""
    batch = ask("certificate", "batches", "--all")[1]["id"]
    out = do("stock", "out", 1, "106", "--kind", "signature", "--json").json()["id"]
    problems = refused("AA 000106", "certificate", "resume", batch, "--last-good", 104)
    do("stock", "back", out, "--undone")
    return problems


def given_up():
    """Pages that wait are dropped and their sheets are free."""
    with open(os.path.join(server.out, "a3.wait"), "w", encoding="ascii"):
        pass
    process = subprocess.Popen([sys.argv[1], "--office", office, "certificate", "print", "--decision", "1", "--sign-off", "Người Soát", "--printer", "a3", "--with-ornament", "--chunk", "3", "--awards", plain()],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        if any(j["state"] == "printing" for j in must("printer", "jobs", "--json").json()):
            break
        time.sleep(0.05)
    process.kill()
    process.wait()
    batch = ask("certificate", "batches")[0]
    problems = same("case", batch["case"], "on_its_way")
    asked = at("certificate", "resume", batch["id"])
    problems += same("asks", asked.code, REFUSED) + ([] if "last good" in asked.err else [f"does not ask: {asked}"])
    problems += same("taken back before it asks", must("printer", "jobs", "--json").json(), [])
    problems += same("given up", at("certificate", "give-up", batch["id"]).code, REFUSED)
    problems += same("nothing is queued any more", must("printer", "jobs", "--json").json(), [])
    os.unlink(os.path.join(server.out, "a3.wait"))
    settled_one = at("certificate", "resume", batch["id"], "--last-good-page", 1, "--spoiled", "2", "--reason", "kẹt")
    problems += same("settled and printed", settled_one.code, DONE)
    problems += same("once", sorted(printed()[-8:]), sorted(f"Nguyễn Thị Mẫu {i}" for i in range(1, 9)))
    return problems + refused("over already", "certificate", "give-up", batch["id"])


def some_of_them():
    """Places of the order, and copies of plain paper."""
    do("certificate", "print", "--decision", 1, "--sign-off", "Người Soát", "--printer", "a3", "--with-ornament", "--pages", "2-3, 5", "--order", "register", "--copies", 2)
    with open(os.path.join(server.out, f"a3-{max(jobs())}.options"), encoding="utf-8") as file:
        problems = same("copies", "copies=2" in file.read().split(), True)
    return problems + same("names", printed()[-3:], [f"Nguyễn Thị Mẫu {i}" for i in (1, 2, 4)])


SMALL = path("small.thidua")


def small_office(n_sheets):
    """Four awards and some blanks that carry no numbers."""
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(SMALL + ending):
            os.unlink(SMALL + ending)
    make_office("small.thidua")
    rows = [row(f"Nguyễn Thị Mẫu {i}", form="Bằng khen", giver=PROVINCE) for i in range(4)]
    for words in (("nomination", "import", write("four.csv", nominations(*rows)), "--plan", 1),
                  ("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all"),
                  ("decision", "issue", 1, "--number", "88/QĐ-UBND", "--date", "2026-02-10"),
                  ("stock", "new", "Phôi", "--size", "420x297", "--date", "2026-01-30"), ("stock", "receive", 1, n_sheets)):
        must("--office", SMALL, *words)


SMALL_PRINT = ("--office", SMALL, "certificate", "print", "--decision", 1, "--stock", 1, "--sign-off", "Người Soát", "--printer", "a3", "--chunk", 2)


def of_a_ceremony():
    """One batch of several decisions, in the order of the calling list; on blanks those that are for these."""
    global awards  # pylint: disable=global-statement
    small_office(3)
    rows = [row(f"Nguyễn Thị Mẫu {i}", form="Giấy khen", giver=DEPARTMENT) for i in range(4, 7)]
    for words in (("nomination", "import", write("three.csv", nominations(*rows)), "--plan", 1),
                  ("decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "X", "--all"),
                  ("decision", "issue", 2, "--number", "12/QĐ-SNV", "--date", "2026-02-10"),
                  ("ceremony", "new", "Lễ", "--decisions", "1,2"), ("ceremony", "move", 1, "5,7", "2"), ("ceremony", "strike", 1, "1")):
        must("--office", SMALL, *words)
    order = [line["award_name"] for line in must("--office", SMALL, "ceremony", "lines", 1, "--json").json()]
    problems = same("called", [n[-1] for n in order], list("461235"))
    before, kept = len(printed()), awards
    awards = {name: {"subject_name": name} for name in order}
    ceremony = ("--office", SMALL, "certificate", "print", "--ceremony", 1, "--sign-off", "Người Soát", "--printer", "a3")
    told = must(*ceremony, "--with-ornament", "--chunk", 4)
    problems += [] if "6 of 6 printed" in told.out else [f"does not say so: {told}"]
    problems += same("came out", printed()[before:], order)
    batch = must("--office", SMALL, "certificate", "batches", "--all", "--json").json()[0]
    problems += same("batch", (batch["ceremony_name"], batch["sort_order"], batch["n_printed"]), ("Lễ", "ceremony", 6))
    must("--office", SMALL, "stock", "new", "Phôi giấy khen", "--size", "420x297", "--date", "2026-01-30", "--carries", "form=Giấy khen")
    must("--office", SMALL, "stock", "receive", 2, 5)
    told = must(*ceremony, "--stock", 2)
    problems += [] if "3 certificates of the ceremony are for other blanks" in told.err + told.out else [f"does not say who is left out: {told}"]
    problems += same("on blanks", printed()[before + 6:], [n for n in order if n[-1] in "456"])
    names = [s["award_name"] for s in must("--office", SMALL, "stock", "sheets", 2, "--json").json() if s["state"] == "printed"]
    problems += same("ledger", names, [n for n in order if n[-1] in "456"])
    # A jam at the second: its certificate comes out on the next sheet, after those that wait.
    must("--office", SMALL, "certificate", "resume", 2, "--last-good", 1, "--spoiled", "2", "--reason", "kẹt giấy")
    names = [s["award_name"] for s in must("--office", SMALL, "stock", "sheets", 2, "--json").json() if s["state"] == "printed"]
    awards = kept
    return problems + same("after the jam", names, [n for n in order if n[-1] in "456"])


def two_sizes():
    """Sheets of two sizes are two batches, one after the other, each moved as the printer misses on its own sheet."""
    global awards  # pylint: disable=global-statement
    small_office(1)
    must("--office", SMALL, "template", "export", "giay-khen-a4", "--output", path("four.xml"))
    with open(path("four.xml"), encoding="utf-8") as file:
        must("--office", SMALL, "template", "import", write("three.xml", file.read().replace('id="giay-khen-a4"', 'id="giay-khen-a3"')))
    rows = [row(f"Nguyễn Thị Mẫu {i}", form="Giấy khen", giver=DEPARTMENT) for i in range(4, 6)]
    for words in (("nomination", "import", write("two.csv", nominations(*rows)), "--plan", 1),
                  ("decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "X", "--all"),
                  ("decision", "issue", 2, "--number", "12/QĐ-SNV", "--date", "2026-02-10"),
                  ("printer", "calibrate", "--readings", write("a4.csv", "mark,right,down\n1,2.3,-1.1\n2,2.4,-1.0\n3,2.3,-1.1\n4,2.4,-1.0\n5,2.3,-1.0\n"), "--size", "297x210", "--printer", "a3"),
                  ("ceremony", "new", "Lễ", "--decisions", "1,2"), ("ceremony", "move", 1, "5-6", "2")):
        must("--office", SMALL, *words)
    order = [line["award_name"] for line in must("--office", SMALL, "ceremony", "lines", 1, "--json").json()]
    large, small = [n for n in order if n[-1] in "0123"], [n for n in order if n[-1] in "45"]
    before, kept = len(printed()), awards
    awards = {name: {"subject_name": name} for name in order}
    ceremony = ("--office", SMALL, "certificate", "print", "--ceremony", 1, "--sign-off", "Người Soát", "--printer", "a3", "--with-ornament")
    # What is let pass of the one size only: nothing goes to the printer.
    must("--office", SMALL, "certificate", "preflight", "--decision", 1, "--with-ornament", "--printer", "a3", "--sign-off", "Người Soát")
    unsigned = [word for word in ceremony if word not in ("--sign-off", "Người Soát")]
    doubts = same("not let pass", (run(*unsigned).code, printed()[before:]), (REFUSED, []))
    told = must(*ceremony)
    problems = doubts if "2 batches" in told.err and "420 × 297 mm" in told.err and "297 × 210 mm" in told.err else [f"does not say so: {told}"]
    problems += same("came out", printed()[before:], large + small)
    problems += same("none of another size", "No certificate has a sheet of 100 × 50 mm" in run(*ceremony, "--size", "100x50").err, True)
    must(*ceremony, "--size", "297x210")
    problems += same("those of a size", printed()[before + 6:], small)
    place = [i + 1 for i, n in enumerate(order) if n in small]
    told = must(*ceremony, "--pages", ",".join(map(str, place)))
    problems += same("pages of a size", printed()[before + 8:], small)
    problems += same("calibrated for that size", "not calibrated" in told.err, False)
    batches = must("--office", SMALL, "certificate", "batches", "--all", "--json").json()
    problems += same("calibrations", sorted((b["n_pages"], b["calibration_id"]) for b in batches), [(2, 1), (2, 1), (2, 1), (4, None)])
    awards = kept
    return problems


def used_up():
    """A spoiled sheet was the last one: what waits goes on when there are blanks again."""
    small_office(4)
    must(*SMALL_PRINT)
    told = run("--office", SMALL, "certificate", "resume", 1, "--last-good", 3, "--spoiled", "4", "--reason", "rách")
    problems = same("exit", told.code, REFUSED) + ([] if "1 sheet is needed and 0 are in store" in told.err else [str(told)])
    batch = must("--office", SMALL, "certificate", "batches", "--json").json()[0]
    problems += same("waits", (batch["case"], batch["n_printed"], batch["pages"][-1]["sheet_id"]), ("waits", 3, None))
    must("--office", SMALL, "stock", "receive", 1, 5)
    must("--office", SMALL, "certificate", "resume", 1)
    states = [s["state"] for s in must("--office", SMALL, "stock", "sheets", 1, "--json").json()]
    return problems + same("sheets", states, ["printed"] * 3 + ["spoiled", "printed"] + ["free"] * 4)


def no_room():
    """Files may not grow: whatever came out is known, and with room again the rest comes out once."""
    problems, stopped = [], 0
    for size in (0, 100000, 200000) if SANITIZED else (0, 4096, 40000, 100000, 150000, 200000, 300000, 1000000):
        small_office(10)
        before = len(printed())
        told = run(*SMALL_PRINT, size=size)
        problems += told.faults() + ([] if told.code in (DONE, FAILED) else [str(told)])
        stopped += told.code == FAILED
        problems += same(f"{size}: check", run("--office", SMALL, "office", "check").code, DONE)
        open_ones = must("--office", SMALL, "certificate", "batches", "--json").json()
        if open_ones and open_ones[0]["case"] in ("over", "on_its_way"):
            time.sleep(1)
            good = len(printed()) - before
            must("--office", SMALL, "certificate", "resume", 1, "--last-good-page", good)
        elif open_ones:
            must("--office", SMALL, "certificate", "resume", 1)
        elif told.code == FAILED:
            must(*SMALL_PRINT)
        problems += same(f"{size}: came out", printed()[before:], [f"Nguyễn Thị Mẫu {i}" for i in range(4)])
        names = [s["award_name"] for s in must("--office", SMALL, "stock", "sheets", 1, "--json").json() if s["state"] == "printed"]
        problems += same(f"{size}: ledger", names, [f"Nguyễn Thị Mẫu {i}" for i in range(4)])
    return problems + ([] if stopped > 0 else [f"only {stopped} were stopped"])


def gone():
    """The printer is taken away between two runs; then the print service."""
    server.do("lpadmin", "-x", "wide")
    problems = refused("does not have", "certificate", "print", "--decision", 1, "--sign-off", "Người Soát", "--printer", "wide", "--with-ornament", code=FAILED)
    server.kill()
    told = at("certificate", "print", "--decision", 1, "--sign-off", "Người Soát", "--printer", "a3", "--with-ornament")
    problems += same("no service", told.code, FAILED) + ([] if "Is it running?" in told.err else [str(told)])
    return problems


tap.check("ten awards, fifty-five blanks", begins)
tap.check("what stands in the way", refuses)
tap.check("a test sheet", a_test_sheet)
tap.check("a calibrated printer gets what is saved", same_bytes)
tap.check("a jam at the fifth", a_jam)
tap.check("a wrong name, and a correction", a_wrong_name)
tap.check("the count in the evening", evening)
tap.check("sheets that were handed on", handed_on)
tap.check("interrupted on plain paper", given_up)
tap.check("some of them, twice", some_of_them)
tap.check("all of a ceremony", of_a_ceremony)
tap.check("sheets of two sizes", two_sizes)
tap.check("blanks used up", used_up)
tap.check("no room on the disk", no_room)
tap.check("printer gone, service gone", gone)
tap.end()
