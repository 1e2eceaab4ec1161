#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printers from the command line, with a real print server (tests/tools/loopback_printer.py)."""
import atexit
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
import loopback_printer
from common import FAILED, USAGE, Tap, must, path, run, same, write

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


def fails(result, code, *says):
    """One message, nothing printed."""
    problems = result.faults() + same("exit", result.code, code) + same("prints", result.out, "")
    return problems + [f"does not say {word!r}: {result}" for word in says if word not in result.err]


def over(number):
    """The job when it is over."""
    for _ in range(300):
        job = next(j for j in must("printer", "jobs", "--done", "--json").json() if j["id"] == number)
        if job["state"] in ("done", "cancelled", "aborted"):
            return job
        time.sleep(0.1)
    raise AssertionError(f"job {number} does not end")


def listing():
    printers = must("printer", "list", "--json").json()
    problems = same("printers", [p["id"] for p in printers], ["a3", "wide", "small"])
    problems += same("default", [p["is_default"] for p in printers], [True, False, False])
    problems += same("states", {p["state"] for p in printers}, {"idle"})
    plain = must("printer", "list").out.splitlines()
    return problems + same("plain", plain[0], "a3\tMáy in A3 phòng Thi đua\tPhòng 204\tready\tdefault")


def showing():
    shown = must("printer", "show", "wide", "--json").json()
    problems = same("paper", [(p["name"], p["margins"]["top"]) for p in shown["papers"]], [("A4", 4230)])
    problems += same("range", shown["ranges"][0]["max_width"], 500000)
    problems += same("trays", [t["id"] for t in shown["trays"]], ["auto", "tray-1", "tray-2", "manual-feed"])
    problems += same("loaded", {t["loaded"] for t in shown["trays"]}, {None})
    plain = must("printer", "show", "wide").out
    problems += [f"lacks {word}" for word in ("Máy in khổ rộng", "500 × 1200 mm", "4,2 mm", "tray-2") if word not in plain]
    return problems + fails(run("printer", "show", "nowhere"), FAILED, "does not have")


def printing():
    """Several pages of our own making arrive byte for byte, at their size."""
    office = path("office.thidua")
    must("demo", office, "--nominations", 30)
    decision = next(d["id"] for d in must("--office", office, "decision", "list", "--json").json() if d["state"] == "issued")
    pdf = path("certificates.pdf")
    must("--office", office, "certificate", "print", "--decision", decision, "--with-ornament", "--output", pdf)
    size = next(line for line in subprocess.run(["pdfinfo", pdf], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
                if line.startswith("Page size")).split()
    width, height = (round(float(size[i]) * 25.4 / 72, 1) for i in (2, 4))
    number = must("printer", "print", pdf, "--printer", "wide", "--tray", "tray-2", "--size", f"{width}x{height}", "--copies", 2).id()
    job = over(number)
    problems = same("state", job["state"], "done") + same("title", job["title"], "certificates.pdf")
    with open(pdf, "rb") as sent, open(os.path.join(server.out, f"wide-{number}.pdf"), "rb") as got:
        problems += same("bytes", got.read() == sent.read(), True)
    with open(os.path.join(server.out, f"wide-{number}.options"), encoding="utf-8") as file:
        told = file.read().split()
    asked = f"PageSize=Custom.{width:.2f}x{height:.2f}mm" if sorted((width, height)) != [210, 297] else "PageSize=A4"
    wanted = {asked, "InputSlot=Tray2", "print-scaling=none", "copies=2"}
    return problems + same("options", sorted(wanted - set(told)), [])


PDF = write("small.pdf", loopback_printer.PDF)


def refusals():
    problems = []
    for words, says in ((("small", "420x297"), "A4, A5"), (("a3", "1×1"), "A4, A3, A5"), (("a3", "210x297", "--tray", "tray-7"), "tray-2"),
                        (("nowhere", "210x297"), "does not have"), (("a/../b?c#d e", "210x297"), "does not have"), (("", "210x297"), "")):
        result = run("printer", "print", PDF, "--printer", words[0], "--size", *words[1:])
        problems += [f"{words}: {p}" for p in fails(result, FAILED, says)]
    for size in ("", "x", "420", "420x", "x297", "420x297x1", "420x-297", "0x0", "1e9x1", "nanx1", "infx1", "A3", "6000x297", "99999999999999999999x1"):
        problems += [f"{size}: {p}" for p in fails(run("printer", "print", PDF, "--printer", "a3", "--size", size), USAGE)]
    for copies in ("0", "-1", "1000", "99999999999"):
        problems += [f"{copies}: {p}" for p in fails(run("printer", "print", PDF, "--printer", "a3", "--size", "210x297", "--copies", copies), USAGE)]
    for number in ("0", "x", "-1", "99999999999"):
        problems += [f"{number}: {p}" for p in fails(run("printer", "cancel", number), USAGE)]
    problems += fails(run("printer", "cancel", "99999"), FAILED) + fails(run("printer", "jobs", "nowhere"), FAILED)
    problems += fails(run("printer", "print", PDF, "--printer", "a3"), USAGE)
    return problems + same("jobs", must("printer", "jobs", "--json").json(), [])


def paused():
    server.do("cupsdisable", "a3")
    server.do("cupsreject", "wide")
    printers = {p["id"]: p for p in must("printer", "list", "--json").json()}
    problems = same("rules", [[f["rule"] for f in printers[i]["findings"]] for i in ("a3", "wide")], [["printer-paused"], ["printer-not-accepting"]])
    problems += same("severity", printers["a3"]["findings"][0]["severity"], "block")
    result = must("printer", "print", PDF, "--printer", "a3", "--size", "297x420")
    problems += [] if "paused" in result.err else [f"does not say that it is paused: {result}"]
    problems += same("waits", [(j["id"], j["state"]) for j in must("printer", "jobs", "a3", "--json").json()], [(result.id(), "waiting")])
    must("printer", "cancel", result.id())
    problems += same("cancelled", over(result.id())["state"], "cancelled")
    problems += fails(run("printer", "print", PDF, "--printer", "wide", "--size", "297x420"), FAILED, "takes no jobs")
    server.do("cupsenable", "a3")
    server.do("cupsaccept", "wide")
    return problems


def no_printer():
    for name in loopback_printer.PRINTERS:
        server.do("lpadmin", "-x", name)
    return same("printers", must("printer", "list", "--json").json(), []) + same("plain", must("printer", "list").out, "")


def no_server():
    server.kill()
    problems = []
    for words in (("list",), ("show", "a3"), ("jobs",), ("cancel", 1), ("print", PDF, "--printer", "a3", "--size", "297x420")):
        problems += [f"{words}: {p}" for p in fails(run("printer", *words), FAILED, "Is it running?")]
    return problems


tap.check("printers are listed, the default first", listing)
tap.check("a printer is shown with paper and trays", showing)
tap.check("certificates arrive as they are saved", printing)
tap.check("what cannot be printed is refused, and nothing is queued", refusals)
tap.check("printers that are paused or take no jobs", paused)
tap.check("no printers", no_printer)
tap.check("no print server", no_server)
tap.end()
