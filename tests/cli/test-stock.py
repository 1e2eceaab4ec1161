#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Blanks from the printing house to the ceremony: what is counted in the evening is what there is, sheet by sheet. Nobody
in it exists."""
import os
import sqlite3
import subprocess
import sys

sys.dont_write_bytecode = True
from common import DONE, FAILED, REFUSED, USAGE, PROVINCE, Tap, dump, make_office, must, nominations, path, row, run, same, write

tap = Tap()
office = make_office("stock.thidua")


def do(*words):
    return must("--office", office, "stock", *words, "--json").json()


def at(*words):
    return run("--office", office, "stock", *words)


def refused(words_said, *words):
    before = dump(office)
    told = at(*words)
    problems = [] if told.code == REFUSED else [f"not refused: {told}"]
    problems += [] if words_said in told.out + told.err else [f"does not say {words_said}: {told}"]
    return problems + same("office", dump(office) == before, True)


def sheets(stock):
    return {int(s["code"].split()[-1]): s for s in do("sheets", stock)}


def count(stock, **days):
    return do("count", stock, "--since", days.get("since", "2026-02-01"), "--until", days.get("until", "2026-02-28"))


def states():
    with sqlite3.connect(f"file:{office}?mode=ro", uri=True) as db:
        return dict(db.execute("SELECT stock_id || state, count(*) FROM stock_sheet GROUP BY stock_id, state"))


def begins():
    """Nine awards and one truy tặng; fifty blanks with TẶNG and five without."""
    rows = [row(f"Nguyễn Thị Mẫu {i}", form="Bằng khen", giver=PROVINCE) for i in range(9)]
    rows.append(row("Trần Văn Đã Mất", form="Bằng khen", giver=PROVINCE, posthumous="x"))
    must("--office", office, "nomination", "import", write("ten.csv", nominations(*rows)), "--plan", 1)
    must("--office", office, "decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
    problems = same("ids", (do("new", "Bằng khen có chữ Tặng", "--size", "420x297", "--carries", "ornament,emblem,gift=Tặng,form=Bằng khen",
                               "--numbered", "--series", "AA", "--digits", 6, "--date", "2026-01-30")["id"],
                            do("new", "Bằng khen không chữ Tặng", "--size", "419,5x297", "--date", "2026-01-30")["id"]), (1, 2))
    do("receive", 1, 50, "--number", 101, "--from", "Nhà in Thử", "--date", "2026-01-30")
    do("receive", 2, 5, "--date", "2026-02-02")
    first = sheets(1)
    problems += same("numbers", (min(first), max(first), first[101]["code"]), (101, 150, "AA 000101"))
    problems += same("counted on", sorted(sheets(2)), [1, 2, 3, 4, 5])
    problems += same("measured", [(s["width"], s["height"]) for s in do("list")], [(420000, 297000), (419500, 297000)])
    problems += same("in store", (count(1)["before"], count(1)["received"], count(2)["before"], count(2)["received"]), (50, 0, 0, 5))
    return problems + same("said", count(1)["in_store"], "AA 000101–AA 000150")


tap.check("packs come in, numbered and not", begins)


def refuses():
    problems = refused("are in the store already", "receive", 1, 10, "--number", 145)
    problems += refused("the first number is missing", "receive", 1, 10)
    problems += refused("from 1 to 50000 sheets", "receive", 2, 60000)
    problems += refused("is not a day", "receive", 2, 1, "--date", "2026-02")
    problems += refused("has not been issued", "print", 1, "--decision", 1)
    problems += refused("Say why", "spoil", 1, "101")
    problems += refused("no sheet number 100", "spoil", 1, "100-101", "--note", "rách")
    problems += refused("cannot be done with sheet AA 000101", "destroy", 1, "101", "--number", "1/BB")
    problems += refused("cannot be done with sheet AA 000101", "out", 1, "101", "--kind", "signature")
    problems += refused("what the certificates go out for", "out", 1, "101", "--kind", "walk")
    for words, code in ((("spoil", 1, "a-b", "--note", "x"), FAILED), (("spoil", 1, "5-1", "--note", "x"), FAILED), (("count", 1, "--since", "2026-03-01", "--until", "2026-02-01"), FAILED),
                        (("new", "X"), USAGE), (("new", "X", "--size", "A3"), USAGE), (("new", "X", "--size", "1x1", "--carries", "dots"), FAILED),
                        (("receive", 1, "many"), USAGE), (("receive", 99, 1), FAILED), (("show", 99), FAILED), (("print", 1), USAGE)):
        problems += same(" ".join(map(str, words)), at(*words).code, code)
    return problems


tap.check("what does not fit is refused and changes nothing", refuses)


def prints():
    must("--office", office, "decision", "issue", 1, "--number", "87/QĐ-UBND", "--date", "2026-02-10")
    problems = refused("this certificate says “Truy tặng”", "print", 1, "--decision", 1)  # truy tặng on TẶNG
    awards = must("--office", office, "decision", "show", 1, "--json").json()["awards"]
    lost = [a for a in awards if a["posthumous"]]
    problems += same("posthumous", len(lost), 1)
    return problems


tap.check("a blank with TẶNG refuses a truy tặng", prints)


def words_of(pdf):
    return " ".join(subprocess.run(["pdftotext", pdf, "-"], check=True, text=True, stdout=subprocess.PIPE).stdout.split())


def fits_the_blank():
    """The same template prints what the blank lacks."""
    awards = must("--office", office, "decision", "show", 1, "--json").json()["awards"]
    lost = [a["id"] for a in awards if a["posthumous"]]
    plain = ",".join(str(a["id"]) for a in awards if not a["posthumous"])
    all_of_it = run("--office", office, "certificate", "print", "--decision", 1, "--stock", 1, "--output", path("all.pdf"))
    problems = same("all on TẶNG", (all_of_it.code, os.path.exists(path("all.pdf"))), (REFUSED, False))
    must("--office", office, "certificate", "print", "--decision", 1, "--stock", 1, "--awards", plain, "--output", path("plain.pdf"))
    must("--office", office, "certificate", "print", "--decision", 1, "--stock", 2, "--awards", str(lost[0]), "--output", path("lost.pdf"))
    on_gift, on_none = words_of(path("plain.pdf")), words_of(path("lost.pdf"))
    problems += same("nine", on_gift.count("Nguyễn Thị Mẫu"), 9)
    problems += [f"printed twice: {text}" for text in ("TẶNG", "BẰNG KHEN") if text in on_gift]
    problems += [f"not printed: {text}" for text in ("CỘNG HÒA", "Độc lập") if text.upper() not in on_gift.upper()]
    return problems + [f"the other lacks {text}" for text in ("TRUY TẶNG", "BẰNG KHEN", "Trần Văn Đã Mất") if text not in on_none]


tap.check("what the blank lacks is printed", fits_the_blank)


def pile():
    """Nine certificates on TẶNG one by one, the tenth on the other; a jam at the fifth, one wrong name, one correction."""
    awards = must("--office", office, "decision", "show", 1, "--json").json()["awards"]
    plain = [a["id"] for a in awards if not a["posthumous"]]
    problems = []
    do("print", 1, "--awards", ",".join(map(str, plain[:5])), "--date", "2026-02-11")
    do("spoil", 1, "105", "--note", "kẹt giấy", "--date", "2026-02-11")
    problems += refused("printed on sheet AA 000101", "print", 1, "--awards", str(plain[0]))
    do("print", 1, "--awards", ",".join(map(str, plain[4:])), "--date", "2026-02-11")
    do("print", 2, "--awards", str([a["id"] for a in awards if a["posthumous"]][0]), "--date", "2026-02-11")
    problems += same("goes on at the next sheet", sheets(1)[106]["award_id"], plain[4])
    do("spoil", 1, "103", "--note", "ngắt tên sai", "--date", "2026-02-11")
    do("print", 1, "--awards", str(plain[2]), "--date", "2026-02-11")
    problems += same("wrongly broken name", sheets(1)[111]["award_id"], plain[2])
    undo = run("--office", office, "office", "undo")
    problems += same("numbered stock is a barrier", undo.code, REFUSED)
    return problems


tap.check("a jam and a wrong name cost a sheet each", pile)


def rounds():
    good = "101-102,104,106-111"
    out = do("out", 1, good, "--kind", "signature", "--to", "Chủ tịch", "--date", "2026-02-12")["id"]
    problems = refused("is out and has not come back", "out", 1, "101", "--kind", "signature", "--date", "2026-02-12")
    problems += same("at signature", {s["state"] for n, s in sheets(1).items() if n in (101, 104, 111)}, {"at_signature"})
    do("back", out, 1, "101-102,104,106-109", "--date", "2026-02-13")
    do("spoil", 1, "111", "--note", "ký nhòe", "--date", "2026-02-13")
    do("back", out, "--undone", "--date", "2026-02-13")
    problems += same("not signed", sheets(1)[110]["state"], "printed")
    again = do("out", 1, "110", "--kind", "signature", "--date", "2026-02-13")["id"]
    do("back", again, "--date", "2026-02-14")
    seal = do("out", 1, "101-102,104,106-110", "--kind", "seal", "--date", "2026-02-14")["id"]
    problems += refused("cannot come back", "back", seal, "--date", "2026-02-01")
    do("back", seal, "--date", "2026-02-14")
    day = do("out", 1, "101-102,104,106-110", "--kind", "presentation", "--date", "2026-02-20")["id"]
    do("back", day, 1, "101-102,104,106-109", "--date", "2026-02-20")
    do("back", day, "--undone", "--date", "2026-02-20")   # one was absent
    problems += same("absent", sheets(1)[110]["state"], "sealed")
    # The decision about one was wrong: the certificate comes back.
    do("take-back", 1, "102", "--note", "đính chính theo 90/QĐ-UBND", "--date", "2026-02-25")
    do("destroy", 1, "103,105", "--number", "1/BB-SNV", "--date", "2026-02-26")
    with sqlite3.connect(f"file:{office}?mode=ro", uri=True) as db:
        problems += same("rounds", db.execute("SELECT step, n_out, n_back, back_on FROM stock_round").fetchall(),
                         [("signature", 9, 8, "2026-02-13"), ("signature", 1, 1, "2026-02-14"), ("seal", 8, 8, "2026-02-14"), ("presentation", 8, 8, "2026-02-20")])
    return problems


tap.check("sheets go out and come back, counted", rounds)


def evening():
    told = count(1)
    problems = same("count", {k: told[k] for k in ("before", "received", "left", "printed", "spoiled", "presented", "destroyed", "to_destroy", "after")},
                    {"before": 50, "received": 0, "left": 11, "printed": 8, "spoiled": 3, "presented": 7, "destroyed": 2, "to_destroy": 2, "after": 39})
    problems += same("in store", told["in_store"], "AA 000112–AA 000150")
    problems += same("states", states(), {"1free": 39, "1presented": 6, "1sealed": 1, "1spoiled": 1, "1taken_back": 1, "1destroyed": 2, "2free": 4, "2printed": 1})
    problems += same("the month before", [count(1, since="2026-01-01", until="2026-01-31")[k] for k in ("before", "received", "left", "after")], [0, 50, 0, 50])
    problems += same("the other", [count(2)[k] for k in ("received", "printed", "after")], [5, 1, 4])
    pdf = path("count.pdf")
    must("--office", office, "stock", "count", 1, "--since", "2026-02-01", "--until", "2026-02-28", "--output", pdf)
    words = words_of(pdf)
    problems += [f"the record lacks “{text}”: {words}" for text in ("BIÊN BẢN", "Kiểm kê phôi bằng", "Tồn kho đầu kỳ: 50 tờ", "Tồn kho cuối kỳ: 39 tờ", "AA 000112–AA 000150") if text not in words]
    problems += same("mode of the record", oct(os.stat(pdf).st_mode & 0o777), "0o600")
    return problems + same("sound", run("--office", office, "office", "check").code, DONE)


tap.check("the count in the evening is right", evening)
tap.end()
