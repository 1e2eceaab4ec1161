#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing on counted blanks, killed at random between and within chunks, a hundred times. A pile of blanks is played
beside the real print server: what the server's printer got came out onto the next sheets of the pile, now and then a
job is still in the printer, and of its pages some come out, one is spoiled. After each kill the program is told what lies
in the tray, and goes on. In the end every certificate is on exactly one good sheet, no sheet is lost or counted twice, and
the ledger says of every sheet what the pile says. Nobody in it exists."""
import atexit
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
import loopback_printer
from common import DONE, FAILED, HOME, PROGRAM, PROVINCE, SANITIZED, Tap, make_office, must, nominations, path, row, run, same, write

SEED = int(os.environ.get("THIDUA_TEST_SEED", "1"))
N_KILLS = 30 if SANITIZED else 100
N_AWARDS, N_SHEETS, CHUNK = 12, 40, 4
rng = random.Random(SEED)
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

WAIT = os.path.join(server.out, "a3.wait")
base = make_office("base.thidua")
rows = [row(f"Người Thử Số {i:02}", form="Bằng khen", giver=PROVINCE) for i in range(1, N_AWARDS + 1)]
must("--office", base, "nomination", "import", write("people.csv", nominations(*rows)), "--plan", 1)
must("--office", base, "decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
must("--office", base, "decision", "issue", 1, "--number", "87/QĐ-UBND", "--date", "2026-02-10")
must("--office", base, "stock", "new", "Phôi", "--size", "420x297", "--numbered", "--date", "2026-01-30")
must("--office", base, "stock", "receive", 1, N_SHEETS, "--number", 101, "--date", "2026-01-30")
PRINT = ("certificate", "print", "--decision", 1, "--stock", 1, "--sign-off", "Người Soát", "--printer", "a3", "--chunk", CHUNK)
office = path("office.thidua")
kills = {"before": 0, "between": 0, "within": 0}


def names_of(pdf):
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout.split("\f")[:-1]
    return [re.search(r"người thử số \d\d", " ".join(page.lower().split())).group() for page in pages]


class Pile:
    """The sheets in the tray, and what came out on them."""

    def __init__(self):
        self.good, self.spoiled, self.next, self.seen = {}, [], 101, 0
        with open(os.path.join(server.out, "a3.printed"), "a", encoding="ascii") as file:
            self.seen = file.tell()

    def put(self, names):
        for name in names:
            self.good[self.next] = name
            self.next += 1

    def look(self):
        """What the printer finished since."""
        with open(os.path.join(server.out, "a3.printed"), encoding="ascii") as file:
            file.seek(self.seen)
            numbers = file.read().split()
            self.seen = file.tell()
        for number in numbers:
            self.put(names_of(os.path.join(server.out, f"a3-{number}.pdf")))

    def jam(self, n_good, names):
        """Of a job that is taken back: so many came out, the next is spoiled."""
        self.put(names[:n_good])
        self.spoiled.append(self.next)
        self.next += 1


def jobs():
    return must("printer", "jobs", "a3", "--json").json()


def settle_down():
    """Waits until the printer does nothing any more that it was told."""
    for _ in range(400):
        if not any(j["state"] in ("waiting", "printing") for j in jobs()):
            return
        time.sleep(0.02)
    raise AssertionError("the printer does not come to rest")


class Tray:
    """What a person sees who looks into it, and what the printer is stuck with."""

    def __init__(self):
        self.pile, self.stuck, self.jammed = Pile(), None, set()

    def let_go(self, slow):
        """A printer that is not slow prints on, once the job it is stuck with was taken back."""
        if self.stuck is not None and self.stuck not in [j["id"] for j in jobs()]:
            self.stuck = None
        if not slow and self.stuck is None and os.path.exists(WAIT):
            os.unlink(WAIT)

    def answer(self, batch):
        live = [p for p in batch["pages"] if p["state"] in ("sent", "printed")]
        job = batch["chunk"]["job_number"]
        if batch["case"] == "on_its_way" and os.path.exists(WAIT):
            if job not in self.jammed:
                self.pile.look()
                names = [p["award_name"].lower() for p in live if p["chunk_id"] == batch["chunk"]["id"]]
                self.pile.jam(rng.randrange(len(names)), names)
                self.jammed.add(job)
                self.stuck = job
        elif job not in self.jammed:
            settle_down()
            self.pile.look()
        ledger = must("--office", office, "stock", "sheets", 1, "--state", "spoiled", "--json").json()
        spoiled = sorted(set(self.pile.spoiled) - {s["number"] for s in ledger})
        good = [p["sheet_number"] for p in live if p["sheet_number"] in self.pile.good]
        words = ["--last-good", max(good)] if good else ["--last-good-page", 0]
        return words + (["--spoiled", ",".join(map(str, spoiled)), "--reason", "kẹt giấy"] if spoiled else [])


def start(words, tray, delay, slow):
    """Runs it and kills it after a while."""
    process = subprocess.Popen([PROGRAM, "--office", office, *(str(w) for w in words)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, cwd=HOME)
    end = time.monotonic() + delay
    while process.poll() is None and time.monotonic() < end:
        tray.let_go(slow)
        time.sleep(0.005)
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
    _, err = process.communicate()
    # A machine under load answers late: then nothing is lost either, and one goes on.
    late = process.returncode == FAILED and "print service" in err.decode()
    if process.returncode not in (DONE, -signal.SIGKILL) and not late:
        raise AssertionError(f"{words}: {process.returncode} {err.decode()}")
    return process.returncode < 0


def take_up(tray, killed):
    """After a kill: what is asked, and the next words to run; None when all is done."""
    check = run("--office", office, "office", "check")
    if (check.code, check.err) != (DONE, ""):
        raise AssertionError(f"office check: {check}")
    batches = must("--office", office, "certificate", "batches", "--json").json()
    if not batches:
        kills["before"] += killed
        return None if must("--office", office, "certificate", "batches", "--all", "--json").json() else PRINT
    batch = batches[0]
    kills["within" if batch["chunk"] else "between"] += killed
    words = ["certificate", "resume", batch["id"]]
    return words + (tray.answer(batch) if batch["case"] in ("on_its_way", "over") else [])


def judge(pile):
    settle_down()
    pile.look()
    sheets = must("--office", office, "stock", "sheets", 1, "--json").json()
    ledger = {s["number"]: s["award_name"].lower() for s in sheets if s["state"] == "printed"}
    problems = same("sheets", len(sheets), N_SHEETS) + same("good", ledger, pile.good)
    problems += same("spoiled", sorted(s["number"] for s in sheets if s["state"] == "spoiled"), sorted(pile.spoiled))
    problems += same("free", [s["number"] for s in sheets if s["state"] == "free"], list(range(pile.next, 101 + N_SHEETS)))
    return problems + same("certificates", sorted(pile.good.values()), [f"người thử số {i:02}" for i in range(1, N_AWARDS + 1)])


def whole_time():
    shutil.copyfile(base, office)
    began = time.monotonic()
    must("--office", office, *PRINT)
    return time.monotonic() - began


def one_office(whole):
    """From the first sheet to the last, with as many kills as it takes."""
    shutil.copyfile(base, office)
    tray, words = Tray(), PRINT
    for turn in range(40):
        last = turn >= 15
        slow = not last and rng.random() < 0.35
        if slow:
            with open(WAIT, "w", encoding="ascii"):
                os.chmod(WAIT, 0o644)
        killed = start(words, tray, 60 if last else rng.uniform(0.05, 1.1) * whole, slow)
        words = take_up(tray, killed)
        if words is None:
            tray.let_go(False)
            return judge(tray.pile)
    return ["it does not come to an end"]


def killing():
    whole = whole_time()
    problems, n = [], 0
    while kills["between"] + kills["within"] < N_KILLS and not problems and n < N_KILLS:
        problems += [f"office {n}, seed {SEED}: {p}" for p in one_office(whole)]
        n += 1
    print(f"# seed {SEED}: {n} offices, {kills}, {whole:.2f} s each")
    return problems


tap.check(f"{N_KILLS} kills between and within chunks", killing)
tap.case("there were as many", [] if kills["between"] + kills["within"] >= N_KILLS else [str(kills)])
tap.end()
