#!/usr/bin/env python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-window.py THIDUA BARE-WINDOW THIDUA-CLI FOLDER: from the start of the process until its window shows something,
and the memory then, with 1,000,000 nominations, beside a bare libadwaita window with an empty list. Run by
run-uitest, which gives it a screen of its own. The office takes minutes to make and is kept in FOLDER."""
import ctypes
import os
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


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_char)), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]


class Screen:
    """What the screen shows, asked of the X server itself: a program started for each look would take
    as long as what is measured."""

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XGetImage.restype = ctypes.POINTER(Image)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))

    def column(self):
        """The pixels of a column through the middle of the screen."""
        width, height = (getattr(self.x, f"XDisplay{side}")(self.display, 0) for side in ("Width", "Height"))
        image = self.x.XGetImage(self.display, self.root, width // 2, 0, 1, height, ctypes.c_ulong(-1 % 2**64), 2)
        line = image.contents.bytes_per_line
        data = ctypes.string_at(image.contents.data, line * height)
        self.x.XDestroyImage(image)
        return [data[i:i + 3] for i in range(0, len(data), line)]

    def differs(self, before):
        """Whether a window covers most of it: GTK gives its windows no background before they are painted."""
        now = self.column()
        return sum(a != b for a, b in zip(before, now)) > len(now) / 2


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def start(screen, empty, *command):
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not screen.differs(empty):
            if time.monotonic() - begin > 60 or process.poll() is not None:
                raise SystemExit(f"{command[0]}: no window")
            time.sleep(0.002)
        seconds = time.monotonic() - begin
        time.sleep(1)
        return seconds, memory(process.pid)
    finally:
        process.terminate()
        process.wait()
        while screen.differs(empty):
            time.sleep(0.01)


def main():
    thidua, bare, cli, folder = sys.argv[1:]
    path = office(cli, folder)
    time.sleep(0.5)  # the window manager paints its ground
    screen = Screen()
    empty = screen.column()
    start(screen, empty, bare), start(screen, empty, thidua, path)  # warm
    times, sizes = {"ours": [], "bare": []}, {"ours": [], "bare": []}
    for _ in range(RUNS):
        for name, command in (("bare", (bare,)), ("ours", (thidua, path))):
            seconds, size = start(screen, empty, *command)
            times[name].append(seconds)
            sizes[name].append(size)
    t = {name: statistics.median(values) for name, values in times.items()}
    m = {name: statistics.median(values) for name, values in sizes.items()}
    print(f"start with 1000000 nominations: {t['ours'] * 1000:.0f} ms, bare window {t['bare'] * 1000:.0f} ms, {t['ours'] / t['bare']:.2f}")
    print(f"memory with 1000000 nominations: {m['ours']:.0f} MiB, bare window {m['bare']:.0f} MiB, {m['ours'] / m['bare']:.2f}")


main()
