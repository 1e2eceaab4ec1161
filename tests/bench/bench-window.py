#!/usr/bin/env python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-window.py THIDUA BARE-WINDOW THIDUA-CLI FOLDER: from the start of the process until its window shows something,
and the memory then, with 1,000,000 nominations, beside a bare libadwaita window with an empty list. Run by
run-uitest, which gives it a screen of its own. The office takes minutes to make and is kept in FOLDER."""
import os
import shutil
import statistics
import subprocess
import sys
import time

RUNS = 5


def office(cli, folder):
    path = os.path.join(folder, "million.thidua")
    if not os.path.exists(path):
        subprocess.run([cli, "demo", path, "--nominations", "1000000"], check=True)
    return path


def xdo(*words):
    return subprocess.run(["xdotool", *words], capture_output=True, text=True).stdout.split()


def painted(window):
    """Whether the window shows more than one colour."""
    shot = subprocess.run(["import", "-window", window, "-depth", "8", "-sample", "64x36", "rgb:-"], capture_output=True).stdout
    return len({shot[i:i + 3] for i in range(0, len(shot), 3)}) > 3


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def start(*command):
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.monotonic() - begin < 60:
            windows = xdo("search", "--onlyvisible", "--pid", str(process.pid))
            if windows and painted(windows[-1]):
                seconds = time.monotonic() - begin
                time.sleep(1)
                return seconds, memory(process.pid)
            time.sleep(0.002)
        raise SystemExit(f"{command[0]}: no window within a minute")
    finally:
        process.terminate()
        process.wait()


def main():
    thidua, bare, cli, folder = sys.argv[1:]
    for tool in ("xdotool", "import"):
        if shutil.which(tool) is None:
            raise SystemExit(f"{tool} is missing")
    path = office(cli, folder)
    start(bare), start(thidua, path)  # warm
    times, sizes = {"ours": [], "bare": []}, {"ours": [], "bare": []}
    for _ in range(RUNS):
        for name, command in (("bare", (bare,)), ("ours", (thidua, path))):
            seconds, size = start(*command)
            times[name].append(seconds)
            sizes[name].append(size)
    t = {name: statistics.median(values) for name, values in times.items()}
    m = {name: statistics.median(values) for name, values in sizes.items()}
    print(f"start with 1000000 nominations: {t['ours'] * 1000:.0f} ms, bare window {t['bare'] * 1000:.0f} ms, {t['ours'] / t['bare']:.2f}")
    print(f"memory with 1000000 nominations: {m['ours']:.0f} MiB, bare window {m['bare']:.0f} MiB, {m['ours'] / m['bare']:.2f}")


main()
