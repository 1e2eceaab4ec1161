#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed at any moment: SIGKILL, spread over the run of imports, edits, undo, redo and making an
office.  After each: the office is sound, it holds all of the action or nothing, an action that had
told its end is there, the next one works, and no file is left beside the office."""
import glob
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from common import (DEPARTMENT, DONE, HOME, PROGRAM, PROVINCE, SANITIZED, Tap, dump, make_office, must, nominations, path, plan_text,
                    row, run, same, write)

SEED = int(os.environ.get("THIDUA_TEST_SEED", "1"))
SHARE = 0.2 if SANITIZED else 1  # the sanitized program is slow, and its moments are the same
rng = random.Random(SEED)
tap = Tap()
WORK = path("work")
OFFICE = os.path.join(WORK, "office.thidua")
kills = 0


def plain(state):
    """A dump without what is new at every run: UUIDs and hashes."""
    return re.sub(r"'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'|'[0-9a-f]{64}'", "X", repr(state))


def log():
    return [(e["id"], e["name"], e["kind"], e["state"]) for e in must("--office", OFFICE, "office", "log", "--json").json()]


def start(*words):
    return subprocess.Popen([PROGRAM, *(str(w) for w in words)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, cwd=HOME)


def kill_after(delay, *words):
    """Runs it and kills it; whether it had come to its end."""
    global kills  # pylint: disable=global-statement
    process = start(*words)
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    out, err = process.communicate()
    if process.returncode not in (0, -signal.SIGKILL):
        raise AssertionError(f"{words}: {process.returncode} {err.decode()}")
    kills += process.returncode != 0
    # What is printed is printed after the end of the action.
    return process.returncode == 0 or bool(out)


def tidy():
    return [f"leaves {name}" for name in sorted(os.listdir(WORK)) if name not in ("office.thidua", "out.pdf")]


TINY = write("tiny.csv", "mã,tên đơn vị\nT1,Đơn vị nhỏ\n")


def next_one():
    """What was left does not keep the next from its work."""
    result = run("--office", OFFICE, "unit", "import", TINY)
    return same("next action", (result.code, result.err), (DONE, "")) + tidy()


class Action:
    def __init__(self, template, *words):
        self.template, self.words = template, ("--office", OFFICE) + words
        self.reset()
        self.before, self.log_before = plain(dump(OFFICE)), log()
        began = time.monotonic()
        must(*self.words)
        self.time = time.monotonic() - began
        self.after, self.log_after = plain(dump(OFFICE)), log()
        assert self.before != self.after

    def reset(self):
        shutil.rmtree(WORK, ignore_errors=True)
        os.mkdir(WORK)
        shutil.copyfile(self.template, OFFICE)

    def kill(self):
        self.reset()
        delay = rng.uniform(0, 1.1) * self.time
        finished = kill_after(delay, *self.words)
        check = run("--office", OFFICE, "office", "check")
        state, entries = plain(dump(OFFICE)), log()
        problems = same("office check", (check.code, check.err), (DONE, ""))
        if state == self.after:
            problems += same("log", entries, self.log_after)
        elif state == self.before:
            problems += same("log", entries, self.log_before)
            problems += ["was told to be done, and is not there"] if finished else []
        else:
            problems.append("half done")
        return [f"killed after {delay:.4f} s of {self.time:.4f}: {p}" for p in problems + next_one()], state == self.after


def killing(name, n, template, *words):
    def function():
        action = Action(template, *words)
        problems = []
        done = 0
        for _ in range(max(2, int(n * SHARE))):
            found, after = action.kill()
            problems += found
            done += after
        print(f"# {name}: {done} of {n} were done, {action.time:.3f} s each")
        return problems
    tap.check(f"{n} times in {name}", function)


PEOPLE = write("people.csv", nominations(*(row(f"Người {i}", cccd=f"0660800{i:05}") for i in range(2000))))
FEW = write("few.csv", nominations(*(row(f"Người {i}", form="Bằng khen", giver=PROVINCE) for i in range(30))))
UNITS = write("many-units.csv", "mã,tên đơn vị,loại\n" + "".join(f"X{i},Xã số {i},xã\n" for i in range(1000)))
base = make_office("base.thidua")
killing("an import of 2,000 nominations", 50, base, "nomination", "import", PEOPLE, "--plan", 1)
killing("an import of 1,000 units", 25, base, "unit", "import", UNITS)
killing("an import of a plan", 25, base, "plan", "import", plan_text("son-la"))

imported = path("imported.thidua")
shutil.copyfile(base, imported)
must("--office", imported, "nomination", "import", PEOPLE, "--plan", 1)
killing("undoing an import", 20, imported, "office", "undo")
undone = path("undone.thidua")
shutil.copyfile(imported, undone)
must("--office", undone, "office", "undo")
killing("redoing an import", 20, undone, "office", "redo")

few = path("few.thidua")
shutil.copyfile(base, few)
must("--office", few, "nomination", "import", FEW, "--plan", 1)
NEW = ("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
killing("drafting a decision", 20, few, *NEW)
drafted = path("drafted.thidua")
shutil.copyfile(few, drafted)
must("--office", drafted, *NEW)
killing("issuing a decision", 20, drafted, "decision", "issue", 1, "--number", "15/QĐ-UBND", "--date", "2026-01-20")


def new_office():
    words = ("office", "new", OFFICE, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
    problems = []
    shutil.rmtree(WORK)
    os.mkdir(WORK)
    began = time.monotonic()
    must(*words)
    whole = time.monotonic() - began
    wanted = plain(dump(OFFICE))
    for _ in range(max(2, int(20 * SHARE))):
        shutil.rmtree(WORK)
        os.mkdir(WORK)
        finished = kill_after(rng.uniform(0, 1.1) * whole, *words)
        if os.path.exists(OFFICE):
            problems += same("office check", run("--office", OFFICE, "office", "check").code, DONE)
            problems += [] if plain(dump(OFFICE)) == wanted else ["a half office"]
        else:
            problems += ["was told to be done, and is not there"] if finished else []
            problems += same("again", run(*words).code, DONE)
        # What was being made has another name, which nobody takes for an office.
        problems += [f"leaves {n}" for n in os.listdir(WORK) if n != "office.thidua" and not re.match(r"office\.thidua\.\w{6}(-wal|-shm|-journal)?$", n)]
    return problems


tap.check("20 times in making an office", new_office)


def printing():
    output = os.path.join(WORK, "out.pdf")
    problems = []
    shutil.rmtree(WORK)
    os.mkdir(WORK)
    shutil.copyfile(drafted, OFFICE)
    words = ("--office", OFFICE, "certificate", "print", "--decision", 1, "--output", output)
    began = time.monotonic()
    must(*words)
    whole = time.monotonic() - began
    for _ in range(max(2, int(10 * SHARE))):
        with open(output, "wb") as file:
            file.write(b"yesterday's")
        finished = kill_after(rng.uniform(0, 1.1) * whole, *words)
        with open(output, "rb") as file:
            data = file.read()
        complete = data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
        problems += [] if complete or (data == b"yesterday's" and not finished) else [f"half a PDF: {data[:40]}"]
        for left in glob.glob(output + ".??????"):
            os.unlink(left)
        problems += same("office check", run("--office", OFFICE, "office", "check").code, DONE) + tidy()
    return problems


tap.check("10 times in printing", printing)


def chain():
    """The same office through many deaths: what the log tells is what there is."""
    shutil.rmtree(WORK)
    os.mkdir(WORK)
    shutil.copyfile(base, OFFICE)
    problems = []
    entries = log()
    people = 0
    can_redo = 0
    for n in range(max(4, int(60 * SHARE))):
        what = rng.choice(("import", "import", "undo", "redo"))
        size = rng.randrange(1, 200)
        if what == "undo" and people == 0 or what == "redo" and can_redo == 0:
            what = "import"
        if what == "import":
            words = ("nomination", "import", write("chain.csv", nominations(*(row(f"Đợt {n} số {i}") for i in range(size)))), "--plan", 1)
        else:
            words = ("office", what)
        finished = kill_after(rng.uniform(0, 0.12) * (10 if SANITIZED else 1), "--office", OFFICE, *words)
        check = run("--office", OFFICE, "office", "check")
        problems += same(f"step {n}, {what}: office check", (check.code, check.err), (DONE, ""))
        now = log()
        happened = len(now) - len(entries)
        problems += [] if happened in (0, 1) and (happened or not finished) else [f"step {n}, {what}: {happened} entries, told {finished}"]
        if happened:
            did = int(re.search(r"\d+", now[0][1]).group())
            people += -did if what == "undo" else did
            can_redo = can_redo + 1 if what == "undo" else can_redo - 1 if what == "redo" else 0
            problems += same(f"step {n}: log", now[0][2], "do" if what == "import" else what)
            problems += same(f"step {n}: size", did, size) if what == "import" else []
        entries = now
        problems += same(f"step {n}, {what}: nominations", len(dump(OFFICE)["nomination"]), people)
        # The lock is the system's own; only its file stays until the next writer.
        problems += [f"step {n}: {p}" for p in tidy() if ".lock" not in p]
    return problems


tap.check("60 times in a row on one office", chain)
print(f"# seed {SEED}: {kills} kills")
tap.case("kills came before the end often enough", [] if kills >= 120 * SHARE else [f"only {kills} kills"])
tap.end()
