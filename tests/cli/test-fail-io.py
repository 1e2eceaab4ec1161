#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each write, sync, truncation, rename and removal of a file failing in turn: a disk that errs
once, a disk that is full from then on, a kill before the call or in the middle of a write.
The same action is run with the failure at the first call, at the second, to the last.
After each: the office is sound and holds all of the action or nothing; what was told to be done is
there, what was told to have failed is not.  Where there are many calls, as in printing, the first
and the last fail and some between."""
import os
import re
import shutil
import signal
import sys

sys.dont_write_bytecode = True
from common import (DONE, FAILED, PROVINCE, REFUSED, SANITIZED, Tap, dump, make_office, must, nominations, path, plan_text, row, run,
                    same, write)

tap = Tap()
if SANITIZED:
    print("1..0 # SKIP the sanitizer wants to be loaded first")
    sys.exit(0)
SHIM = os.path.abspath(sys.argv[3])
WORK = path("work")
OFFICE = os.path.join(WORK, "office.thidua")
# What is made, and how a whole one begins and ends.
OUTPUTS = {os.path.join(WORK, "out.pdf"): (rb"%PDF-", rb"%%EOF\s*"), os.path.join(WORK, "out.ods"): (rb"PK\x03\x04", rb"PK\x05\x06.{18}")}
OUTPUT, LIST = OUTPUTS
MARK = path("mark")
COUNT = path("count")
HOWS = ("eio", "enospc", "kill")
MOST = 75  # calls of an action that fail, about, in each way
# Names that what was killed leaves, and that nobody takes for anything else.
TEMPORARY = re.compile(r"(office\.thidua|out\.pdf|out\.ods)\.\w{6}(\.\w{6}|-wal|-shm|-journal)?$|\.office\.thidua\.lock$")


def plain(state):
    return re.sub(r"'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'|'[0-9a-f]{64}'", "X", repr(state))


def reset(template):
    shutil.rmtree(WORK, ignore_errors=True)
    os.mkdir(WORK)
    if template is not None:
        shutil.copyfile(template, OFFICE)
    for output in OUTPUTS:
        with open(output, "wb") as file:
            file.write(b"yesterday's")


def contents():
    """What there is: the records of the office, and whether there is a whole PDF, a whole list."""
    made = []
    for output, (begin, end) in OUTPUTS.items():
        with open(output, "rb") as file:
            data = file.read()
        made.append("whole" if re.fullmatch(begin + rb".*" + end, data, re.DOTALL) else "old" if data == b"yesterday's" else "half")
    return plain(dump(OFFICE)) if os.path.exists(OFFICE) else None, made


def fail_at(number, how, words):
    if os.path.exists(MARK):
        os.unlink(MARK)
    env = {"LD_PRELOAD": SHIM, "TD_FAIL_AT": str(number), "TD_FAIL_HOW": how, "TD_FAIL_MARK": MARK}
    result = run(*words, env=env)
    return result, os.path.exists(MARK)


def after_failure(result, how, before, after):
    """What is wrong after one failure."""
    killed = result.code == -signal.SIGKILL
    problems = [] if killed else result.faults()
    if killed and how != "kill" or result.code in (REFUSED, 2):
        problems.append(f"ends with {result.code}")
    if result.code == FAILED and len(result.err.strip().splitlines()) != 1:
        problems.append("not exactly one message")
    if os.path.exists(OFFICE):
        check = run("--office", OFFICE, "office", "check")
        problems += same("office check", (check.code, check.err), (DONE, ""))
    state = contents()
    if state not in (before, after):
        problems.append(f"half done: {state[1]}")
    if result.code == DONE or killed and result.out:
        problems += [] if state == after else ["told to be done, and is not there"]
    if result.code == FAILED:
        problems += [] if state == before else ["told to have failed, and is there"]
    allowed = [n for n in os.listdir(WORK) if killed and TEMPORARY.match(n)]
    # An error while tidying up leaves what could not be removed.
    allowed += [n for n in os.listdir(WORK) if how == "eio" and TEMPORARY.match(n)]
    left = sorted(set(os.listdir(WORK)) - {"office.thidua", "out.pdf", "out.ods"} - set(allowed))
    return problems + [f"leaves {name}" for name in left]


def walk(name, template, *words):
    def function():
        reset(template)
        before = contents()
        must(*words, env={"LD_PRELOAD": SHIM, "TD_FAIL_COUNT": COUNT})
        after = contents()
        with open(COUNT, encoding="ascii") as file:
            n_calls = int(file.read())
        os.unlink(COUNT)
        numbers = [n for n in range(1, n_calls + 1) if n_calls <= MOST or n <= MOST // 3 or n > n_calls - MOST // 3 or n % (n_calls // (MOST // 3)) == 0]
        problems = [] if n_calls > 20 else [f"only {n_calls} calls"]
        for how in HOWS:
            for number in numbers:
                reset(template)
                result, hit = fail_at(number, "tear" if how == "kill" and number % 2 else how, words)
                problems += [f"{how} at call {number}: {p}: {result}" for p in after_failure(result, how, before, after)]
                problems += [] if hit else [f"{how} at call {number}: nothing failed"]
        print(f"# {name}: {len(numbers)} of {n_calls} calls failed in {len(HOWS)} ways")
        return problems
    tap.check(f"{name}, each call failing in turn", function)


base = make_office("base.thidua")
people = write("people.csv", nominations(*(row(f"Người {i}", form="Bằng khen", giver=PROVINCE) for i in range(5))))
walk("importing nominations", base, "--office", OFFICE, "nomination", "import", people, "--plan", 1)
walk("importing a plan", base, "--office", OFFICE, "plan", "import", plan_text("son-la"))
walk("undoing", base, "--office", OFFICE, "office", "undo")
drafted = path("drafted.thidua")
shutil.copyfile(base, drafted)
must("--office", drafted, "nomination", "import", people, "--plan", 1)
must("--office", drafted, "decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
walk("issuing a decision", drafted, "--office", OFFICE, "decision", "issue", 1, "--number", "15/QĐ-UBND", "--date", "2026-01-20")
walk("making an office", None, "office", "new", OFFICE, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk")
walk("printing", drafted, "--office", OFFICE, "certificate", "print", "--decision", 1, "--output", OUTPUT)
walk("exporting a list", drafted, "--office", OFFICE, "list", "export", "nominations", "--output", LIST)
tap.end()
