#!/usr/bin/env python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-certificates.py DRAW-CERTIFICATE: 10,000 certificates to PDF, on stock and with ornament, beside bare
cairo drawing the same strings at the same sizes. Pages a second; a ratio over 1 is quicker than what it stands beside."""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

PAGES = 10000
RUNS = 3


def draw(program, path, *words):
    begin = time.monotonic()
    subprocess.run([program, "bang-khen-tinh-a3", path, f"pages={PAGES}", *words], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return PAGES / (time.monotonic() - begin)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "c.pdf")
        rates, sizes = {}, {}
        for name, words in (("bare", ("bare",)), ("stock", ()), ("ornament", ("ornament",))):
            rates[name] = statistics.median(draw(sys.argv[1], path, *words) for _ in range(RUNS))
            sizes[name] = os.path.getsize(path)
    print(f"10000 certificates on stock: {rates['stock']:.0f} pages/s, bare cairo {rates['bare']:.0f} pages/s, "
          f"{rates['stock'] / rates['bare']:.2f}")
    print(f"10000 certificates with ornament: {rates['ornament']:.0f} pages/s, on stock {rates['stock']:.0f} pages/s, "
          f"{rates['ornament'] / rates['stock']:.2f}")
    print(f"10000 certificates with ornament as a file: {sizes['ornament'] / 1000:.0f} kB, on stock {sizes['stock'] / 1000:.0f} kB, "
          f"{sizes['ornament'] / sizes['stock']:.2f}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"10000 certificates peak memory: {peak:.0f} MiB, goal flat 40 MiB, {peak / 40:.2f}")


main()
